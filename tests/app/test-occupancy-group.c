/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who came to the meetings of a group, at the group: the picture, the same in words, and who stayed away too often. It is
 * 1 March 2026. */
#include "aj-attendance.h"
#include "aj-groups-fixture.h"
#include "aj-map-swatch.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-occupancy-group.h"
#include "aj-organisation.h"

static AjRecord *
add_meeting (GroupsFixture *self, GroupsWorld *world, const char *day)
{
  g_autofree char *start = g_strconcat (day, "T10:00", NULL);
  g_autofree char *end = g_strconcat (day, "T12:00", NULL);

  return groups_add (self, &aj_meeting_record_type, "group", aj_record_get_id (world->group),
                     "starts-at", start, "ends-at", end, NULL);
}

static void
be (GroupsFixture *self, GroupsWorld *world, AjRecord *meeting, const char *presence)
{
  g_object_unref (groups_add (self, &aj_attendance_record_type, "meeting",
                              aj_record_get_id (meeting), "person", aj_record_get_id (world->anna),
                              "presence", presence, NULL));
}

static GtkWidget *
get_group (GroupsFixture *self)
{
  g_autoptr (GPtrArray) found = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_OCCUPANCY_GROUP);

  g_assert_cmpuint (found->len, ==, 1);
  return found->pdata[0];
}

static gboolean
is_visible (gpointer self)
{
  return gtk_widget_get_visible (get_group (self));
}

static gboolean
is_hidden (gpointer self)
{
  return !is_visible (self);
}

/* What the row with this title says, of those in the group. */
static const char *
get_words (GroupsFixture *self, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (get_group (self), ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (gtk_widget_get_mapped (rows->pdata[i]) &&
        g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return groups_get_subtitle (rows->pdata[i]);
  return NULL;
}

/* How many marks say so to the pointer. */
static guint
count_marks (GroupsFixture *self, const char *pattern)
{
  g_autoptr (GPtrArray) marks = app_find_all (get_group (self), AJ_TYPE_MAP_SWATCH);
  guint count = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const char *text = gtk_widget_get_tooltip_text (marks->pdata[i]);

      count += text != NULL && g_pattern_match_simple (pattern, text) ? 1 : 0;
    }
  return count;
}

static void
test_shown (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) first = add_meeting (self, &world, "2026-01-08");
  g_autoptr (AjRecord) second = add_meeting (self, &world, "2026-02-12");
  g_autoptr (AjRecord) later = add_meeting (self, &world, "2026-04-09");

  be (self, &world, first, AJ_PRESENCE_PRESENT);
  be (self, &world, second, AJ_PRESENCE_EXCUSED);
  groups_show_page (self);
  groups_show_group (self, world.group);
  app_wait (is_visible, self);
  app_settle ();
  app_assert_named (GTK_WIDGET (self->page));
  g_assert_cmpuint (count_marks (self, "Anna, Thu 8 Jan 2026: present"), ==, 1);
  g_assert_cmpuint (count_marks (self, "Anna, Thu 12 Feb 2026: excused"), ==, 1);
  g_assert_cmpuint (count_marks (self, "Education · Twente, *: nobody in the seat"), ==, 2);
  g_assert_cmpuint (count_marks (self, "*2026: *"), ==, 4);
  groups_open_row (self, "By Organisation");
  g_assert_cmpstr (get_words (self, "Education · Twente"), ==,
                   "present 0 of 2 times · nobody in the seat 2\n8 January: nobody in the seat · "
                   "12 February: nobody in the seat");
  groups_open_row (self, "By District");
  g_assert_cmpstr (get_words (self, "In no district"), ==, "present 1 of 2 times · excused 1");
  app_assert_named (GTK_WIDGET (self->page));
}

/* It follows what is noted, and who comes again is warned of no longer. */
static void
test_warned (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  static const char *const days[] = { "2025-11-13", "2026-01-08", "2026-02-12" };
  AjRecord *meetings[G_N_ELEMENTS (days)];
  g_autoptr (AjRecord) last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    meetings[i] = add_meeting (self, &world, days[i]);
  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_await_label (self, "The seat Education · Twente stayed empty 3 times in a row.");
  g_assert_null (groups_find_label (get_group (self), "Anna was not there*"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    be (self, &world, meetings[i], AJ_PRESENCE_ABSENT);
  groups_await_label (self, "Anna was not there 3 times in a row.");
  last = add_meeting (self, &world, "2026-02-26");
  be (self, &world, last, AJ_PRESENCE_PRESENT);
  app_settle ();
  g_assert_null (groups_find_label (get_group (self), "Anna was not there*"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_object_unref (meetings[i]);
}

/* Seventy organisations that never came, in one edit. */
static void
add_many (GroupsFixture *self, GroupsWorld *world, AjRecord *const *meetings, guint n_meetings)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add many");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 70; i++)
    {
      AjValues *organisation = aj_edit_add (edit, &aj_organisation_record_type);
      AjValues *membership = aj_edit_add (edit, &aj_membership_record_type);
      g_autofree char *name = g_strdup_printf ("Organisatie %02u", i);

      aj_values_set_text (organisation, "name", name);
      aj_values_set_text (organisation, "kind", "network");
      aj_values_set_text (membership, "group", aj_record_get_id (world->group));
      aj_values_set_text (membership, "organisation", aj_values_get_id (organisation));
      for (guint j = 0; j < n_meetings; j++)
        {
          AjValues *attendance = aj_edit_add (edit, &aj_attendance_record_type);

          aj_values_set_text (attendance, "meeting", aj_record_get_id (meetings[j]));
          aj_values_set_text (attendance, "organisation", aj_values_get_id (organisation));
          aj_values_set_text (attendance, "presence", AJ_PRESENCE_ABSENT);
        }
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* What is too much for a picture is told of by its number. */
static void
test_many (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  static const char *const days[] = { "2026-01-08", "2026-01-22", "2026-02-12" };
  AjRecord *meetings[G_N_ELEMENTS (days)];

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    meetings[i] = add_meeting (self, &world, days[i]);
  add_many (self, &world, meetings, G_N_ELEMENTS (days));
  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_await_label (self, "The first 60 of 72 are shown.");
  g_assert_nonnull (groups_find_label (get_group (self), "And 61 more stayed away *"));
  g_assert_cmpuint (count_marks (self, "Organisatie *: absent"), <=, 60 * 3);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_object_unref (meetings[i]);
}

/* Nothing to see before there was a meeting, also not in another year. */
static void
test_none (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) earlier = add_meeting (self, &world, "2025-02-13");
  g_autoptr (AjRecord) later = add_meeting (self, &world, "2026-04-09");

  groups_show_page (self);
  groups_show_group (self, world.group);
  app_settle ();
  g_assert_true (is_hidden (self));
  groups_step (self, -1);
  app_wait (is_visible, self);
  groups_await_label (self, "Who was at the meetings of 2025, as far as was noted there.");
  groups_step (self, 1);
  app_wait (is_hidden, self);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/occupancy-group/" name, GroupsFixture, NULL, groups_set_up, function,          \
              groups_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("shown", test_shown);
  ADD ("warned", test_warned);
  ADD ("many", test_many);
  ADD ("none", test_none);
  return g_test_run ();
}
