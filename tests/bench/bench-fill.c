/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-fill FILE COUNT: makes a data file with COUNT meetings of twenty groups: half of them this year, the year that
 * a page shows first, the rest spread over the nineteen years around it. Beside them a small team and another group with
 * the same member meet six times this year each, as few as in a small file. */
#include <stdlib.h>

#include "aj-edit.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-person.h"

#define N_GROUPS 20
#define N_YEARS  20
/* Changes of one size, as an import would make them: the file grows, not the memory. */
#define MEETINGS_PER_EDIT 2000

static gboolean
add_groups (AjStore *store, GPtrArray *ids, GError **error)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add groups");

  for (int i = 0; i < N_GROUPS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Expertteam %02d", i + 1);
      AjValues *group = aj_edit_add (edit, &aj_group_record_type);

      aj_values_set_text (group, "name", name);
      g_ptr_array_add (ids, g_strdup (aj_values_get_id (group)));
    }
  return aj_edit_commit (edit, error);
}

/* Scattered, so that the order of adding is not the order of showing. */
static AjDate
place_meeting (int number, int year)
{
  int years_off = number % 2 == 0 ? 0 : number / 2 % N_YEARS - N_YEARS / 2;

  return aj_date_new (year + years_off, 1, 1) + (AjDate) ((gint64) number * 7919 % 365);
}

static void
fill_meeting (AjValues *meeting, int number, int year, GPtrArray *groups)
{
  g_autofree char *theme = g_strdup_printf ("Digitale weerbaarheid %06d", number);
  AjWallTime start = {
    .date = place_meeting (number, year),
    .minute = 8 * 60 + number % 18 * 30,
  };
  AjWallTime end = aj_wall_time_add_minutes (&start, 120);

  aj_values_set_text (meeting, "group", g_ptr_array_index (groups, (guint) number % groups->len));
  aj_values_set_text (meeting, "theme", theme);
  aj_values_set_text (meeting, "place", "Stadhuis Apeldoorn");
  aj_values_set_wall_time (meeting, "starts-at", &start);
  aj_values_set_wall_time (meeting, "ends-at", &end);
}

static gboolean
add_meetings (AjStore *store, GPtrArray *groups, int count, GError **error)
{
  int year = aj_date_get_year (aj_clock_get_today (aj_store_get_clock (store)));

  for (int done = 0; done < count;)
    {
      g_autoptr (AjEdit) edit = aj_edit_new (store, "Add meetings");
      int end = MIN (done + MEETINGS_PER_EDIT, count);

      for (; done < end; done++)
        fill_meeting (aj_edit_add (edit, &aj_meeting_record_type), done, year, groups);
      if (!aj_edit_commit (edit, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_team (AjEdit *edit, const char *name, const char *person, int year)
{
  AjValues *group = aj_edit_add (edit, &aj_group_record_type);
  AjValues *seat = aj_edit_add (edit, &aj_membership_record_type);

  aj_values_set_text (group, "name", name);
  aj_values_set_text (seat, "group", aj_values_get_id (group));
  aj_values_set_text (seat, "person", person);
  for (int i = 0; i < 6; i++)
    {
      AjValues *meeting = aj_edit_add (edit, &aj_meeting_record_type);
      AjWallTime start = { aj_date_new (year, 2 * i + 1, 12), 10 * 60 };
      AjWallTime end = aj_wall_time_add_minutes (&start, 120);

      aj_values_set_text (meeting, "group", aj_values_get_id (group));
      aj_values_set_wall_time (meeting, "starts-at", &start);
      aj_values_set_wall_time (meeting, "ends-at", &end);
    }
}

static gboolean
add_teams (AjStore *store, GError **error)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add teams");
  AjValues *person = aj_edit_add (edit, &aj_person_record_type);
  int year = aj_date_get_year (aj_clock_get_today (aj_store_get_clock (store)));

  aj_values_set_text (person, "name", "Trekker");
  add_team (edit, "Klein team", aj_values_get_id (person), year);
  add_team (edit, "Regiotafel", aj_values_get_id (person), year);
  return aj_edit_commit (edit, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (AjClock) clock = aj_clock_new ("Europe/Amsterdam");
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AjStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int count = argc == 3 ? atoi (argv[2]) : 0;

  if (count <= 0)
    {
      g_printerr ("Usage: bench-fill FILE COUNT\n");
      return 2;
    }
  store = aj_store_open (argv[1], AJ_STORE_OPEN_CREATE, "bench", clock, &error);
  if (store == NULL || !add_groups (store, groups, &error) ||
      !add_meetings (store, groups, count, &error) || !add_teams (store, &error))
    {
      g_printerr ("bench-fill: %s\n", error->message);
      return 1;
    }
  aj_store_close (store);
  return 0;
}
