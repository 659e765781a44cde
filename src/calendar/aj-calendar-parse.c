/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-parse-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-calendar-limits-private.h"
#include "aj-date.h"
#include "aj-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
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

/* How many of a list of a rule are given. */
static guint
count_parts (const short *parts, guint size)
{
  guint n = 0;

  while (n < size && parts[n] != ICAL_RECURRENCE_ARRAY_MAX)
    n++;
  return n;
}

/* A change of the clock once a year: on one day of one month, said in whichever way. */
static gboolean
is_yearly_change (const struct icalrecurrencetype *rule)
{
  guint n_days = count_parts (rule->by_day, G_N_ELEMENTS (rule->by_day));
  guint n_months = count_parts (rule->by_month, G_N_ELEMENTS (rule->by_month));

  return rule->freq == ICAL_YEARLY_RECURRENCE && n_days <= 1 && n_months <= 1 &&
         (n_days == 0 || n_months == 1) &&
         count_parts (rule->by_hour, G_N_ELEMENTS (rule->by_hour)) <= 1 &&
         count_parts (rule->by_minute, G_N_ELEMENTS (rule->by_minute)) <= 1 &&
         count_parts (rule->by_second, G_N_ELEMENTS (rule->by_second)) <= 1 &&
         count_parts (rule->by_year_day, G_N_ELEMENTS (rule->by_year_day)) <= 1 &&
         count_parts (rule->by_week_no, G_N_ELEMENTS (rule->by_week_no)) <= 1 &&
         count_parts (rule->by_month_day, G_N_ELEMENTS (rule->by_month_day)) <=
             (n_days == 1 ? 7 : 1);
}

/* Whether every rule in it can be worked out in bearable time. @n_left: how many parts zones may still have. */
static gboolean
is_bearable (icalcomponent *component, gboolean in_zone, guint *n_left)
{
  if (in_zone && (*n_left)-- == 0)
    return FALSE;
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_RRULE_PROPERTY))
    {
      struct icalrecurrencetype rule = icalproperty_get_rrule (property);

      if (rule.freq < ICAL_DAILY_RECURRENCE || (in_zone && !is_yearly_change (&rule)))
        return FALSE;
    }
  in_zone = in_zone || icalcomponent_isa (component) == ICAL_VTIMEZONE_COMPONENT;
  for (icalcomponent *inner = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT);
       inner != NULL; inner = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    if (!is_bearable (inner, in_zone, n_left))
      return FALSE;
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
  icalcomponent *root;

  if (!aj_calendar_limits_check (text, length, begins, error))
    return NULL;
  copy = g_strndup (text, length);
  icalerror_clear_errno ();
  root = icalparser_parse_string (
      g_str_has_prefix (copy, BYTE_ORDER_MARK) ? copy + strlen (BYTE_ORDER_MARK) : copy);
  if (root != NULL && !is_bearable (root, FALSE, &max_observances))
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

/* A TZID that the calendar does not define may still be a zone: "Europe/Amsterdam", or that behind the prefix of a
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
      *moment = icaltime_as_timet_with_zone (time, icaltime_get_timezone (time));
      return TRUE;
    }
  return tzid != NULL &&
         aj_wall_time_to_unix (&wall, find_zone (icalparameter_get_tzid (tzid)), moment);
}
