/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-parse-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-calendar-limits-private.h"
#include "aj-date.h"
#include "aj-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
/* How far a zone is worked out: at once, for libical begins anew whenever it has to go further. */
#define LAST_YEAR 2100
/* How many times the clock may change, for each part that zones may have: one that Exchange writes changes it every year since
 * 1601, one of history in a few. */
#define CHANGES_PER_OBSERVANCE 75

/* What zones may still have, all of a file together. */
typedef struct
{
  guint n_observances;
  guint n_changes;
} Budget;

/* What Windows calls the zones in and around Europe, and those of who is likely to be on a journey: a calendar that only
 * names them means these (CLDR, windowsZones.xml). */
static const struct
{
  const char *windows;
  const char *zone;
} windows_zones[] = {
  { "W. Europe Standard Time", "Europe/Berlin" },
  { "Romance Standard Time", "Europe/Paris" },
  { "Central Europe Standard Time", "Europe/Budapest" },
  { "Central European Standard Time", "Europe/Warsaw" },
  { "E. Europe Standard Time", "Europe/Chisinau" },
  { "FLE Standard Time", "Europe/Kiev" },
  { "GTB Standard Time", "Europe/Bucharest" },
  { "GMT Standard Time", "Europe/London" },
  { "Greenwich Standard Time", "Atlantic/Reykjavik" },
  { "Turkey Standard Time", "Europe/Istanbul" },
  { "Russian Standard Time", "Europe/Moscow" },
  { "Morocco Standard Time", "Africa/Casablanca" },
  { "South Africa Standard Time", "Africa/Johannesburg" },
  { "Eastern Standard Time", "America/New_York" },
  { "Central Standard Time", "America/Chicago" },
  { "Mountain Standard Time", "America/Denver" },
  { "Pacific Standard Time", "America/Los_Angeles" },
  { "India Standard Time", "Asia/Kolkata" },
  { "China Standard Time", "Asia/Shanghai" },
  { "Tokyo Standard Time", "Asia/Tokyo" },
  { "AUS Eastern Standard Time", "Australia/Sydney" },
};

/* A TZID that the calendar does not define, or not so that it can be worked out, may still be a zone: "Europe/Amsterdam", or that behind the prefix of a
 * program ("/freeassociation.sourceforge.net/Europe/Amsterdam"), or what Windows calls it. */
static const char *
find_zone (const char *tzid)
{
  for (guint i = 0; tzid != NULL && i < G_N_ELEMENTS (windows_zones); i++)
    if (g_ascii_strcasecmp (tzid, windows_zones[i].windows) == 0)
      return windows_zones[i].zone;
  while (tzid != NULL && *tzid != '\0')
    {
      if (aj_zone_is_known (tzid))
        return tzid;
      tzid = strchr (tzid, '/');
      if (tzid != NULL)
        tzid++;
    }
  return NULL;
}

/* How many of a list of a rule are given. */
static guint
count_parts (const short *parts, guint size)
{
  guint n = 0;

  while (n < size && parts[n] != ICAL_RECURRENCE_ARRAY_MAX)
    n++;
  return n;
}

/* Whether a list of a rule gives nothing, or one that is at most @last. */
static gboolean
has_one_at_most (const short *parts, guint size, short last)
{
  guint n = count_parts (parts, size);

  return n == 0 || (n == 1 && parts[0] >= 0 && parts[0] <= last);
}

/* Whether the month has all those days in every year that has the day at all. */
static gboolean
has_days (short month, const short *days, guint n)
{
  for (guint i = 0; i < n; i++)
    if (days[i] == 0 || ABS (days[i]) > icaltime_days_in_month (month, 2000))
      return FALSE;
  return TRUE;
}

/* Which day of its month: the last Sunday, the 25th, the Sunday of the 25th to the 31st; or the day on which it began. A rule
 * that never comes true is looked for through a thousand years. */
static gboolean
is_one_day (const struct icalrecurrencetype *rule, icalcomponent *observance)
{
  guint n_days = count_parts (rule->by_day, G_N_ELEMENTS (rule->by_day));
  guint n_months = count_parts (rule->by_month, G_N_ELEMENTS (rule->by_month));
  guint n_dates = count_parts (rule->by_month_day, G_N_ELEMENTS (rule->by_month_day));
  int nth = n_days == 1 ? icalrecurrencetype_day_position (rule->by_day[0]) : 0;

  if (n_days > 1 || n_months > 1)
    return FALSE;
  if (n_days == 0 && n_dates == 0)
    return icalcomponent_get_dtstart (observance).day <= 28;
  if (n_months == 0 || rule->by_month[0] < 1 || rule->by_month[0] > 12)
    return FALSE;
  if (n_dates == 0)
    return nth != 0 && ABS (nth) <= 4;
  return nth == 0 && n_dates <= (n_days == 1 ? 7 : 1) &&
         has_days (rule->by_month[0], rule->by_month_day, n_dates);
}

/* A change of the clock once a year, said in one of the ways in which programs do. */
static gboolean
is_yearly_change (const struct icalrecurrencetype *rule, icalcomponent *observance)
{
  return rule->freq == ICAL_YEARLY_RECURRENCE && rule->interval == 1 && rule->rscale == NULL &&
         has_one_at_most (rule->by_hour, G_N_ELEMENTS (rule->by_hour), 23) &&
         has_one_at_most (rule->by_minute, G_N_ELEMENTS (rule->by_minute), 59) &&
         has_one_at_most (rule->by_second, G_N_ELEMENTS (rule->by_second), 59) &&
         count_parts (rule->by_year_day, G_N_ELEMENTS (rule->by_year_day)) == 0 &&
         count_parts (rule->by_week_no, G_N_ELEMENTS (rule->by_week_no)) == 0 &&
         count_parts (rule->by_set_pos, G_N_ELEMENTS (rule->by_set_pos)) == 0 &&
         is_one_day (rule, observance);
}

/* How often the clock changes by it, until the last year. */
static guint
count_changes (icalcomponent *observance)
{
  icalproperty *property = icalcomponent_get_first_property (observance, ICAL_RRULE_PROPERTY);
  int n_dates = icalcomponent_count_properties (observance, ICAL_RDATE_PROPERTY);
  int first = icalcomponent_get_dtstart (observance).year;
  int last = LAST_YEAR;

  if (property == NULL)
    return 1 + (guint) n_dates;
  if (icalproperty_get_rrule (property).until.year > 0)
    last = MIN (last, icalproperty_get_rrule (property).until.year);
  return 1 + (guint) n_dates + (guint) MAX (0, last - first);
}

static gboolean
is_bearable_observance (icalcomponent *observance, Budget *budget)
{
  guint n_changes = count_changes (observance);
  icalproperty *property = icalcomponent_get_first_property (observance, ICAL_RRULE_PROPERTY);

  if (budget->n_observances < 1 || budget->n_changes < n_changes ||
      icalcomponent_count_properties (observance, ICAL_RRULE_PROPERTY) > 1)
    return FALSE;
  budget->n_observances--;
  budget->n_changes -= n_changes;
  if (property != NULL)
    {
      struct icalrecurrencetype rule = icalproperty_get_rrule (property);

      return is_yearly_change (&rule, observance);
    }
  return TRUE;
}

/* Whether all that is in a zone can be worked out in bearable time. */
static gboolean
is_bearable_zone (icalcomponent *zone, Budget *budget)
{
  for (icalcomponent *observance = icalcomponent_get_first_component (zone, ICAL_ANY_COMPONENT);
       observance != NULL; observance = icalcomponent_get_next_component (zone, ICAL_ANY_COMPONENT))
    if (!is_bearable_observance (observance, budget))
      return FALSE;
  return TRUE;
}

/* Whether every rule in it can be worked out in bearable time. A zone of which that is not so, and which is known by its name,
 * is that one, and its rules go. */
static gboolean
make_bearable (icalcomponent *component, Budget *budget)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_RRULE_PROPERTY))
    if (icalproperty_get_rrule (property).freq < ICAL_DAILY_RECURRENCE)
      return FALSE;
  for (icalcomponent *inner = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT);
       inner != NULL; inner = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    if (icalcomponent_isa (inner) != ICAL_VTIMEZONE_COMPONENT)
      {
        if (!make_bearable (inner, budget))
          return FALSE;
      }
    else if (!is_bearable_zone (inner, budget))
      {
        g_autofree char *tzid = aj_calendar_parse_dup_property (inner, "TZID");

        if (find_zone (tzid) == NULL)
          return FALSE;
        g_ptr_array_add (known, inner);
      }
  for (guint i = 0; i < known->len; i++)
    {
      icalcomponent_remove_component (component, known->pdata[i]);
      icalcomponent_free (known->pdata[i]);
    }
  return TRUE;
}

static gboolean
has_calendar (icalcomponent *root)
{
  return root != NULL && (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT ||
                          (icalcomponent_isa (root) == ICAL_XROOT_COMPONENT &&
                           icalcomponent_get_first_component (root, ICAL_VCALENDAR_COMPONENT)));
}

icalcomponent *
aj_calendar_parse (
    const char *text, gsize length, guint max_observances, GArray *begins, GError **error)
{
  g_autofree char *copy = NULL;
  Budget budget = { max_observances, max_observances * CHANGES_PER_OBSERVANCE };
  icalcomponent *root;

  if (!aj_calendar_limits_check (text, length, begins, error))
    return NULL;
  copy = g_strndup (text, length);
  icalerror_clear_errno ();
  root = icalparser_parse_string (
      g_str_has_prefix (copy, BYTE_ORDER_MARK) ? copy + strlen (BYTE_ORDER_MARK) : copy);
  if (root != NULL && !make_bearable (root, &budget))
    g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_LIMIT,
                         _ ("This calendar repeats something more often than once a day, or has a "
                            "time zone that no clock keeps, so it was not read. Ask the sender for "
                            "one that does not."));
  else if (!has_calendar (root))
    g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_INVALID,
                         _ ("This is not a calendar. Choose a file that ends in .ics."));
  else
    return root;
  g_clear_pointer (&root, icalcomponent_free);
  return NULL;
}

void
aj_calendar_parse_each (icalcomponent *root, AjCalendarEachFunc each, gpointer user_data)
{
  if (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    {
      each (root, user_data);
      return;
    }
  for (icalcomponent *calendar = icalcomponent_get_first_component (root, ICAL_VCALENDAR_COMPONENT);
       calendar != NULL;
       calendar = icalcomponent_get_next_component (root, ICAL_VCALENDAR_COMPONENT))
    each (calendar, user_data);
}

char *
aj_calendar_parse_dup_text (const char *text, gboolean is_block)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return NULL;
  clean = is_block ? aj_text_clean_block (text) : aj_text_clean_line (text);
  return aj_text_or_null (clean) != NULL ? g_steal_pointer (&clean) : NULL;
}

char *
aj_calendar_parse_dup_property (icalcomponent *component, const char *name)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    {
      char *found = icalproperty_get_property_name_r (property);
      gboolean same = g_ascii_strcasecmp (found, name) == 0;
      char *value, *clean;

      icalmemory_free_buffer (found);
      if (!same)
        continue;
      if (icalproperty_isa (property) == ICAL_X_PROPERTY)
        return aj_calendar_parse_dup_text (icalproperty_get_x (property), FALSE);
      value = icalproperty_get_value_as_string_r (property);
      clean = aj_calendar_parse_dup_text (value, FALSE);
      icalmemory_free_buffer (value);
      return clean;
    }
  return NULL;
}

static void
work_out (icaltimezone *zone)
{
  icaltimetype last = icaltime_null_time ();

  last.year = LAST_YEAR;
  last.month = 1;
  last.day = 1;
  icaltimezone_get_utc_offset (zone, &last, NULL);
}

gboolean
aj_calendar_parse_read_moment (icalcomponent *event,
                               icalproperty *property,
                               gint64 *moment,
                               gboolean *all_day)
{
  icaltimetype time = icalproperty_get_datetime_with_component (property, event);
  icalparameter *tzid = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  AjWallTime wall;

  if (icaltime_is_null_time (time) || !icaltime_is_valid_time (time))
    return FALSE;
  *all_day = icaltime_is_date (time);
  wall.date = aj_date_new (time.year, time.month, time.day);
  wall.minute = *all_day ? 0 : time.hour * 60 + time.minute;
  if (*all_day)
    return aj_wall_time_to_unix (&wall, "UTC", moment);
  if (icaltime_get_timezone (time) != NULL)
    {
      if (time.year > LAST_YEAR)
        return FALSE;
      work_out ((icaltimezone *) icaltime_get_timezone (time));
      *moment = icaltime_as_timet_with_zone (time, icaltime_get_timezone (time));
      return TRUE;
    }
  return tzid != NULL &&
         aj_wall_time_to_unix (&wall, find_zone (icalparameter_get_tzid (tzid)), moment);
}

char *
aj_calendar_parse_dup_mail (const char *uri)
{
  g_autofree char *plain = NULL;
  g_autofree char *clean = NULL;

  if (uri == NULL)
    return NULL;
  while (*uri == '"' || g_ascii_isspace (*uri))
    uri++;
  if (g_ascii_strncasecmp (uri, "mailto:", strlen ("mailto:")) == 0)
    uri += strlen ("mailto:");
  plain = g_strndup (uri, strcspn (uri, "\"?,"));
  clean = g_uri_unescape_string (plain, NULL);
  if (clean == NULL)
    clean = g_steal_pointer (&plain);
  g_strstrip (clean);
  return aj_text_is_mail_address (clean) ? g_utf8_strdown (clean, -1) : NULL;
}
