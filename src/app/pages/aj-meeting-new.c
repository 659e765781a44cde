/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-new.h"

#include <glib/gi18n.h>

#include "aj-meeting.h"

/* Two weeks ahead, at an hour most people can make. */
#define DAYS_AHEAD 14
#define START      (10 * 60)
#define MINUTES    120

AjEdit *
aj_meeting_new_edit (AjServices *services, const char *group, AjValues **meeting)
{
  GSettings *settings = aj_services_get_settings (services);
  g_autofree char *place = g_settings_get_string (settings, "default-place");
  g_autofree char *zone = g_settings_get_string (settings, "default-zone");
  AjEdit *edit = aj_edit_new (aj_services_get_store (services), _ ("New meeting"));
  AjValues *values = aj_edit_add (edit, &aj_meeting_record_type);
  AjWallTime start = { aj_services_get_today (services) + DAYS_AHEAD, START };
  AjWallTime end;

  while (aj_date_get_weekday (start.date) > AJ_WEEKDAY_FRIDAY)
    start.date++;
  end = aj_wall_time_add_minutes (&start, MINUTES);
  aj_values_set_text (values, "group", group);
  aj_values_set_wall_time (values, "starts-at", &start);
  aj_values_set_wall_time (values, "ends-at", &end);
  aj_values_set_text (values, "place", place);
  if (aj_zone_is_known (zone))
    aj_values_set_text (values, "zone", zone);
  *meeting = values;
  return edit;
}
