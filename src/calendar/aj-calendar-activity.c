/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-activity.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "aj-activity-text.h"
#include "aj-activity.h"
#include "aj-calendar-text.h"
#include "aj-calendar-times-private.h"

static gboolean
is_cancelled (const AjValues *activity)
{
  return g_strcmp0 (aj_values_get_text (activity, "state"), AJ_ACTIVITY_CANCELLED) == 0;
}

char *
aj_calendar_activity_dup_summary (const AjValues *activity, const char *municipality)
{
  g_autofree char *where = aj_calendar_text_dup_line (municipality);
  g_autofree char *title = aj_calendar_text_dup_line (aj_values_get_text (activity, "name"));
  g_autofree char *summary = NULL;
  char *marked;

  if (title == NULL)
    title = g_strdup (_ ("Activity"));
  if (where != NULL)
    /* Translators: how an activity is called in a calendar: its municipality, and its title. */
    summary = g_strdup_printf (C_ ("activity", "%1$s: %2$s"), where, title);
  else
    summary = g_steal_pointer (&title);
  if (is_cancelled (activity))
    {
      /* Translators: stands before the name of a cancelled appointment, for calendars that show no state. */
      marked = g_strdup_printf (_ ("CANCELLED: %s"), summary);
      g_free (summary);
      summary = marked;
    }
  return aj_calendar_cut_for_outlook (g_steal_pointer (&summary));
}

/* Takes @property. */
static void
add (icalcomponent *event, icalproperty *property)
{
  icalcomponent_add_property (event, property);
}

static gboolean
read_times (const AjValues *activity, AjCalendarTimes *times, GError **error)
{
  AjDate date = aj_values_get_date (activity, "date");
  int from = aj_values_get_time (activity, "from");
  int until = aj_values_get_time (activity, "until");

  *times = (AjCalendarTimes){ .start = { date, from }, .end = { date, MAX (from, until) } };
  if (date == AJ_DATE_NONE)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_TIME,
                           _ ("The activity has no day. Fill it in."));
      return FALSE;
    }
  return from < 0 || aj_calendar_times_settle (times, aj_values_get_text (activity, "zone"), error);
}

gboolean
aj_calendar_activity_check (const AjValues *activity, GError **error)
{
  AjCalendarTimes times;

  return read_times (activity, &times, error);
}

/* The end of a day is the day after it (RFC 5545, 3.6.1); Outlook makes nothing of one that is the same. */
static gboolean
add_times (icalcomponent *event, const AjValues *activity, GPtrArray *zones, GError **error)
{
  AjCalendarTimes times;

  if (!read_times (activity, &times, error))
    return FALSE;
  if (aj_activity_is_all_day (activity))
    {
      add (event, icalproperty_new_dtstart (aj_calendar_times_make_date (times.start.date)));
      add (event, icalproperty_new_dtend (aj_calendar_times_make_date (times.start.date + 1)));
      return TRUE;
    }
  aj_calendar_times_add (&times, event, aj_values_get_text (activity, "zone"), zones,
                         !aj_values_is_empty (activity, "until"));
  return TRUE;
}

static void
add_place (icalcomponent *event, const AjValues *activity, const AjActivityFacts *facts)
{
  g_autofree char *place = aj_activity_describe_place (activity, facts->municipality);
  g_autofree char *line = aj_calendar_text_dup_line (place);

  if (line == NULL)
    return;
  line = aj_calendar_cut_for_outlook (g_steal_pointer (&line));
  add (event, icalproperty_new_location (line));
}

/* (transfer full) (nullable): "youth,residents": a comma parts two categories, and none stands in one. */
static char *
list_categories (const AjValues *activity)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint target = 0; target < AJ_N_TARGETS; target++)
    {
      g_autofree char *category = aj_calendar_text_dup_category (aj_target_get_label (target));

      if (category != NULL && aj_values_get_boolean (activity, aj_target_get_field (target)))
        g_strv_builder_add (found, category);
    }
  all = g_strv_builder_end (found);
  return all[0] != NULL ? g_strjoinv (",", all) : NULL;
}

/* Takes @line (nullable). */
static void
append_line (GString *text, char *line)
{
  g_autofree char *clean = aj_calendar_text_dup_line (line);

  if (clean != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", clean);
  g_free (line);
}

/* Everything is repeated here that a calendar program may not show: Outlook shows no URL. */
static void
add_description (icalcomponent *event, const AjValues *activity, const AjActivityFacts *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *targets = aj_activity_describe_targets (activity);

  append_line (text, aj_activity_describe_who (activity, facts->organisation));
  if (targets != NULL)
    /* Translators: for whom something is: target groups. */
    append_line (text, g_strdup_printf (_ ("For %s"), targets));
  append_line (text, g_strdup (aj_values_get_text (activity, "link")));
  if (text->len > 0)
    add (event, icalproperty_new_description (text->str));
}

static void
add_standing (icalcomponent *event, const AjValues *activity)
{
  gboolean is_free = is_cancelled (activity) || aj_activity_is_all_day (activity);
  icalproperty *busy = icalproperty_new_x (is_free ? "FREE" : "BUSY");

  icalproperty_set_x_name (busy, "X-MICROSOFT-CDO-BUSYSTATUS");
  add (event, icalproperty_new_status (is_cancelled (activity) ? ICAL_STATUS_CANCELLED
                                                               : ICAL_STATUS_CONFIRMED));
  add (event, icalproperty_new_transp (is_free ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
  add (event, busy);
}

static gboolean
fill (icalcomponent *event,
      const AjValues *activity,
      const AjActivityFacts *facts,
      GPtrArray *zones,
      gint64 stamp,
      GError **error)
{
  g_autofree char *summary = aj_calendar_activity_dup_summary (activity, facts->municipality);
  g_autofree char *address = aj_calendar_text_dup_address (aj_values_get_text (activity, "link"));
  g_autofree char *categories = list_categories (activity);
  gint64 sequence = aj_values_get_integer (activity, "sequence");

  add (event, icalproperty_new_uid (aj_values_get_id (activity)));
  add (event, icalproperty_new_dtstamp (aj_calendar_times_make_utc (stamp)));
  add (event, icalproperty_new_sequence ((int) CLAMP (sequence, 0, G_MAXINT)));
  if (!add_times (event, activity, zones, error))
    return FALSE;
  add (event, icalproperty_new_summary (summary));
  add_place (event, activity, facts);
  add_description (event, activity, facts);
  if (address != NULL)
    add (event, icalproperty_new_url (address));
  if (categories != NULL)
    add (event, icalproperty_new_categories (categories));
  add_standing (event, activity);
  return TRUE;
}

gboolean
aj_calendar_activity_append (GString *lines,
                             const AjValues *activity,
                             const AjActivityFacts *facts,
                             GPtrArray *zones,
                             gint64 stamp,
                             GError **error)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  gboolean filled = fill (event, activity, facts, zones, stamp, error);

  if (filled)
    {
      char *text = icalcomponent_as_ical_string_r (event);

      g_string_append (lines, text);
      icalmemory_free_buffer (text);
    }
  icalcomponent_free (event);
  return filled;
}
