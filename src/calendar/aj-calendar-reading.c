/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-reading.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-calendar-limits-private.h"
#include "aj-calendar-parse-private.h"

/* The zones of a dozen countries with their history. */
#define MAX_OBSERVANCES 300

/* What is being read, and where it stood. */
typedef struct
{
  AjCalendarReading *reading; /* (borrowed) */
  GPtrArray *zones;           /* (borrowed) (element-type utf8) */
  GHashTable *lines;          /* (borrowed) (element-type icalcomponent guint) */
} Reader;

static void
entry_free (AjCalendarEntry *entry)
{
  g_free (entry->uid);
  g_free (entry->summary);
  g_free (entry->location);
  g_free (entry->description);
  g_free (entry->url);
  g_free (entry->status);
  g_free (entry->transparency);
  g_free (entry->busy);
  g_free (entry->categories);
  g_free (entry->organiser);
  g_free (entry->organiser_name);
  g_strfreev (entry->attendees);
  g_free (entry);
}

static void
problem_free (AjCalendarProblem *problem)
{
  g_free (problem->uid);
  g_free (problem->text);
  g_free (problem);
}

void
aj_calendar_reading_free (AjCalendarReading *self)
{
  g_free (self->method);
  g_free (self->name);
  g_strfreev (self->zones);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

G_GNUC_PRINTF (4, 5)
static void
add_problem (Reader *self, icalcomponent *component, const char *uid, const char *format, ...)
{
  AjCalendarProblem *problem = g_new0 (AjCalendarProblem, 1);
  va_list arguments;

  problem->uid = g_strdup (uid);
  problem->line = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, component));
  va_start (arguments, format);
  problem->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->reading->problems, problem);
}

static gboolean
read_times (AjCalendarEntry *entry, icalcomponent *event)
{
  icalproperty *stamp = icalcomponent_get_first_property (event, ICAL_DTSTAMP_PROPERTY);
  icalproperty *start = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  icalproperty *end = icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (event, ICAL_DURATION_PROPERTY);
  gboolean is_date;

  if (start == NULL ||
      !aj_calendar_parse_read_moment (event, start, &entry->start, &entry->all_day))
    return FALSE;
  if (stamp != NULL && !aj_calendar_parse_read_moment (event, stamp, &entry->stamp, &is_date))
    return FALSE;
  if (end != NULL)
    return aj_calendar_parse_read_moment (event, end, &entry->end, &is_date) &&
           is_date == entry->all_day;
  entry->end = entry->start;
  if (duration != NULL)
    entry->end += icaldurationtype_as_int (icalproperty_get_duration (duration));
  else if (entry->all_day)
    entry->end += 24 * 60 * 60;
  return TRUE;
}

static GStrv
list_attendees (icalcomponent *event)
{
  g_autoptr (GStrvBuilder) mails = g_strv_builder_new ();

  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (event, ICAL_ATTENDEE_PROPERTY))
    {
      g_autofree char *mail = aj_calendar_parse_dup_mail (icalproperty_get_attendee (property));

      if (mail != NULL)
        g_strv_builder_add (mails, mail);
    }
  return g_strv_builder_end (mails);
}

static void
read_texts (AjCalendarEntry *entry, icalcomponent *event)
{
  icalproperty *organiser = icalcomponent_get_first_property (event, ICAL_ORGANIZER_PROPERTY);
  icalproperty *categories = icalcomponent_get_first_property (event, ICAL_CATEGORIES_PROPERTY);
  icalparameter *name = NULL;

  entry->sequence = icalcomponent_get_sequence (event);
  entry->summary = aj_calendar_parse_dup_text (icalcomponent_get_summary (event), FALSE);
  entry->location = aj_calendar_parse_dup_text (icalcomponent_get_location (event), FALSE);
  entry->description = aj_calendar_parse_dup_text (icalcomponent_get_description (event), TRUE);
  entry->url = aj_calendar_parse_dup_property (event, "URL");
  entry->status = aj_calendar_parse_dup_property (event, "STATUS");
  entry->transparency = aj_calendar_parse_dup_property (event, "TRANSP");
  entry->busy = aj_calendar_parse_dup_property (event, "X-MICROSOFT-CDO-BUSYSTATUS");
  if (categories != NULL)
    entry->categories = aj_calendar_parse_dup_text (icalproperty_get_categories (categories),
                                                    FALSE);
  entry->attendees = list_attendees (event);
  if (organiser == NULL)
    return;
  entry->organiser = aj_calendar_parse_dup_text (icalproperty_get_organizer (organiser), FALSE);
  name = icalproperty_get_first_parameter (organiser, ICAL_CN_PARAMETER);
  if (name != NULL)
    entry->organiser_name = aj_calendar_parse_dup_text (icalparameter_get_cn (name), FALSE);
}

/* libical keeps what it does not understand as properties of its own. */
static void
add_errors (Reader *self, const char *uid, icalcomponent *component)
{
  for (icalproperty *property =
           icalcomponent_get_first_property (component, ICAL_XLICERROR_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_XLICERROR_PROPERTY))
    {
      g_autofree char *text = aj_calendar_parse_dup_text (icalproperty_get_xlicerror (property),
                                                          FALSE);

      /* Translators: what follows is technical, and in English. */
      add_problem (self, component, uid, _ ("Something was not understood: %s"),
                   text != NULL ? text : "");
    }
}

static void
read_event (Reader *self, icalcomponent *event)
{
  AjCalendarEntry *entry = g_new0 (AjCalendarEntry, 1);

  entry->uid = aj_calendar_parse_dup_text (icalcomponent_get_uid (event), FALSE);
  add_errors (self, entry->uid, event);
  if (entry->uid != NULL && read_times (entry, event))
    {
      read_texts (entry, event);
      g_ptr_array_add (self->reading->entries, entry);
      return;
    }
  if (entry->uid == NULL)
    add_problem (self, event, NULL, _ ("An event has no identity (UID), so it was left out."));
  else
    add_problem (self, event, entry->uid,
                 _ ("It is not clear when this event is: its start, its end or its time zone is "
                    "missing or unknown. It was left out."));
  entry_free (entry);
}

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
read_calendar (icalcomponent *calendar, gpointer user_data)
{
  Reader *self = user_data;
  AjCalendarReading *reading = self->reading;

  add_errors (self, NULL, calendar);
  if (reading->method == NULL)
    reading->method = aj_calendar_parse_dup_property (calendar, "METHOD");
  if (reading->name == NULL)
    reading->name = aj_calendar_parse_dup_property (calendar, "X-WR-CALNAME");
  for (icalcomponent *inner = icalcomponent_get_first_component (calendar, ICAL_ANY_COMPONENT);
       inner != NULL; inner = icalcomponent_get_next_component (calendar, ICAL_ANY_COMPONENT))
    {
      char *id = NULL;

      if (icalcomponent_isa (inner) == ICAL_VEVENT_COMPONENT)
        read_event (self, inner);
      else if (icalcomponent_isa (inner) == ICAL_VTIMEZONE_COMPONENT)
        id = aj_calendar_parse_dup_property (inner, "TZID");
      if (id != NULL)
        g_ptr_array_add (self->zones, id);
    }
}

/* Components come in the order of their first lines. The root of several calendars has none. */
static void
note_lines (Reader *self, icalcomponent *component, const GArray *begins, guint *n_seen)
{
  if (icalcomponent_isa (component) != ICAL_XROOT_COMPONENT)
    {
      if (*n_seen < begins->len)
        g_hash_table_insert (self->lines, component,
                             GUINT_TO_POINTER (g_array_index (begins, guint, *n_seen)));
      (*n_seen)++;
    }
  for (icalcomponent *inner = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT);
       inner != NULL; inner = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    note_lines (self, inner, begins, n_seen);
}

static void
read_root (AjCalendarReading *reading, icalcomponent *root, const GArray *begins)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  Reader self = { reading, zones, lines };
  guint n_seen = 0;

  note_lines (&self, root, begins, &n_seen);
  /* A line that begins nothing, as in a broken calendar: no line is better than a wrong one. */
  if (n_seen != begins->len)
    g_hash_table_remove_all (lines);
  aj_calendar_parse_each (root, read_calendar, &self);
  g_ptr_array_sort (zones, compare_texts_cb);
  g_ptr_array_add (zones, NULL);
  reading->zones = (GStrv) g_ptr_array_steal (zones, NULL);
}

AjCalendarReading *
aj_calendar_reading_new (const char *text, gsize length, GError **error)
{
  g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (guint));
  AjCalendarReading *self;
  icalcomponent *root;

  g_return_val_if_fail (text != NULL, NULL);

  root = aj_calendar_parse (text, length, MAX_OBSERVANCES, begins, error);
  if (root == NULL)
    return NULL;
  self = g_new0 (AjCalendarReading, 1);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  read_root (self, root, begins);
  icalcomponent_free (root);
  return self;
}

/* FALSE with the number of the system's error. */
static gboolean
read_file (const char *path, char **text, gsize *length, int *number)
{
  errno = 0;
  if (g_file_get_contents (path, text, length, NULL))
    return TRUE;
  *number = errno != 0 ? errno : EIO;
  return FALSE;
}

AjCalendarReading *
aj_calendar_reading_load (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GStatBuf info;
  gsize length;
  int number = 0;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_name (path);
  if (g_stat (path, &info) != 0)
    number = errno;
  if (number == ENOENT || number == ENOTDIR)
    {
      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FOUND,
                   _ ("There is no file “%s”. Choose another."), name);
      return NULL;
    }
  if (number == 0 && !S_ISREG (info.st_mode))
    {
      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FILE,
                   _ ("“%s” is not a file. Choose another name."), name);
      return NULL;
    }
  /* What is too large is refused before it is in memory. */
  if (number == 0 && info.st_size > AJ_CALENDAR_MAX_BYTES)
    {
      aj_calendar_limits_refuse (error);
      return NULL;
    }
  if (number != 0 || !read_file (path, &text, &length, &number))
    {
      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_FAILED,
                   /* Translators: the file, and what the system said. */
                   _ ("“%s” cannot be read: %s. Choose another file."), name, g_strerror (number));
      return NULL;
    }
  return aj_calendar_reading_new (text, length, error);
}
