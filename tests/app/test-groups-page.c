/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the groups: who sits where on which day, what is empty, and what stays as it is while that changes. */
#include "aj-day-bar.h"
#include "aj-district.h"
#include "aj-field-row.h"
#include "aj-group-line.h"
#include "aj-group.h"
#include "aj-groups-fixture.h"
#include "aj-groups-page.h"
#include "aj-holder-button.h"
#include "aj-membership.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-seat.h"
#include "aj-sitter-row.h"

/* Nothing yet: the page says what belongs there, and its first step makes a group that is ready to be named. */
static void
test_empty (GroupsFixture *self, gconstpointer data)
{
  groups_show_page (self);
  g_assert_cmpstr (groups_get_state (self), ==, "none");
  app_assert_named (GTK_WIDGET (self->page));
  g_assert_true (groups_has_button (GTK_WIDGET (self->page), "New Group"));
  groups_activate (self, "groups.new");
  app_wait (groups_is_group_shown, self);
  app_settle ();
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (self->app.window))));
  g_assert_cmpuint (groups_count_groups (self), ==, 1);
  groups_await_label (self, "Nobody in this group yet.");
  app_assert_named (GTK_WIDGET (self->page));
}

/* Every gap in whole words, with the button that fills it. */
static void
test_overview (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) school = groups_add (self, &aj_organisation_record_type, "name", "Saxion",
                                            "kind", "education", NULL);
  g_autoptr (AjRecord) other = groups_add (self, &aj_district_record_type, "name", "IJsselland",
                                           "lead", aj_record_get_id (world.anna), NULL);
  GtkWidget *row;

  groups_show_page (self);
  g_assert_true (groups_is_overview_shown (self));
  app_settle ();
  app_assert_named (GTK_WIDGET (self->page));
  row = groups_await_row (self, "No education member in Twente");
  g_assert_cmpstr (groups_get_subtitle (row), ==, "Team");
  groups_await_label (self, "2 districts, 1 lead");
  g_assert_cmpstr (groups_get_subtitle (groups_await_row (self, "Twente")), ==, "Nobody leads it.");
  g_assert_cmpstr (groups_get_subtitle (groups_await_row (self, "IJsselland")), ==, "Anna");
  g_assert_null (app_find (groups_find_row (self, "IJsselland"), AJ_TYPE_HOLDER_BUTTON));

  groups_choose (row, "organisation", school);
  groups_await_no_row (self, "No education member in Twente");
  groups_await_label (self, "Add Saxion to Team");
  groups_await_label (self, "Every seat is taken.");
  groups_choose (groups_find_row (self, "Twente"), "person", world.anna);
  groups_await_label (self, "2 districts, 2 leads");
  app_wait_for_text (world.twente, "lead", aj_record_get_id (world.anna));
}

static void
test_no_seats (GroupsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = groups_add (self, &aj_group_record_type, "name", "Team", NULL);

  groups_show_page (self);
  groups_await_label (self, "No group says yet who should sit in it.*");
}

/* However many sit in it, a group is shown; who is not on the screen is found by the search. */
static void
test_large_group (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add many");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      AjValues *person = aj_edit_add (edit, &aj_person_record_type);
      AjValues *membership = aj_edit_add (edit, &aj_membership_record_type);
      g_autofree char *name = g_strdup_printf ("Person %03u", i);

      aj_values_set_text (person, "name", name);
      aj_values_set_text (membership, "group", aj_record_get_id (world.group));
      aj_values_set_text (membership, "person", aj_values_get_id (person));
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_await_label (self, "1001 members · 1 empty place\nOnly the first 200 are shown.");
  rows = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_SITTER_ROW);
  g_assert_cmpuint (rows->len, <, 200);
  groups_search (self, "person");
  groups_await_label (self, "Only the first 100 are shown.");
  groups_search (self, "person 999");
  groups_await_row (self, "Person 999");
}

/* What is typed narrows both sides; afterwards the group from before is in view again. */
static void
test_search (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) school = groups_add (self, &aj_organisation_record_type, "name", "Saxion",
                                            "kind", "education", NULL);
  g_autoptr (AjRecord) other = groups_add (self, &aj_group_record_type, "name", "Others", NULL);
  g_autoptr (AjRecord) taken = groups_add (self, &aj_membership_record_type, "group",
                                           aj_record_get_id (world.group), "organisation",
                                           aj_record_get_id (school), "seat",
                                           aj_record_get_id (world.seat), "from", "2026-01-01",
                                           NULL);
  GtkWidget *row;

  groups_show_page (self);
  groups_show_group (self, other);
  groups_search (self, "Éducation TWENTE");
  app_wait (groups_is_overview_shown, self);
  row = groups_await_row (self, "Saxion");
  g_assert_cmpstr (groups_get_subtitle (row), ==,
                   "Team · Education · Twente · since Thu 1 Jan 2026");
  g_assert_null (groups_find_row (self, "Anna"));
  g_assert_cmpuint (groups_count_groups (self), ==, 1);
  app_assert_named (GTK_WIDGET (self->page));

  groups_search (self, "nobody is called this");
  groups_await_label (self, "Nobody like that sits anywhere on this day.");
  g_assert_cmpuint (groups_count_groups (self), ==, 0);

  groups_search (self, "");
  app_wait (groups_is_group_shown, self);
  groups_await_label (self, "Others");
  g_assert_cmpuint (groups_count_groups (self), ==, 2);

  /* Who opens what was found is there, and stays there. */
  groups_search (self, "saxion");
  app_wait (groups_is_overview_shown, self);
  row = groups_await_row (self, "Saxion");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  app_wait (groups_is_group_shown, self);
  row = groups_await_row (self, "Saxion");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  groups_search (self, "");
  app_settle ();
  g_assert_true (groups_is_group_shown (self));
  g_assert_nonnull (groups_find_row (self, "Saxion"));
}

/* Who was in the group last year, and who by then had left or had still to come. */
static void
test_other_days (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) bert = groups_add (self, &aj_person_record_type, "name", "Bert", NULL);
  g_autoptr (AjRecord) before = groups_add (self, &aj_membership_record_type, "group",
                                            aj_record_get_id (world.group), "person",
                                            aj_record_get_id (bert), "from", "2024-01-01", "until",
                                            "2025-05-31", NULL);
  GtkWidget *bar;

  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_await_label (self, "Earlier");
  g_assert_cmpstr (groups_get_subtitle (groups_await_row (self, "Bert")), ==,
                   "Mon 1 Jan 2024 to Sat 31 May 2025");
  g_assert_cmpstr (groups_get_subtitle (groups_await_row (self, "Anna")), ==,
                   "Lead · since Sun 1 Jun 2025");
  g_assert_null (groups_find_label (GTK_WIDGET (self->page), "Still to Come"));

  groups_step (self, -1);
  groups_await_label (self, "As of Sat 1 Mar 2025");
  groups_await_label (self, "Still to Come");
  g_assert_null (groups_find_label (GTK_WIDGET (self->page), "Earlier"));
  groups_step (self, -1);
  groups_step (self, -1);
  groups_await_label (self, "0 members*");
  bar = app_find (GTK_WIDGET (self->page), AJ_TYPE_DAY_BAR);
  g_assert_cmpint (aj_day_bar_get_day (AJ_DAY_BAR (bar)), ==, aj_date_new (2023, 3, 1));
  groups_click (bar, "Today");
  groups_await_label (self, "As of Sun 1 Mar 2026");
  g_assert_false (groups_has_button (bar, "Today"));
}

/* What others change is there at once, and who has a row open, or the cursor in the list, keeps it. */
static void
test_live (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) bert = NULL;
  g_autoptr (AjRecord) second = NULL;
  GtkWidget *row, *focus;

  groups_show_page (self);
  groups_show_group (self, world.group);
  row = groups_await_row (self, "Anna");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_settle ();
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  focus = gtk_root_get_focus (GTK_ROOT (self->app.window));
  g_assert_true (gtk_widget_is_ancestor (focus, row));
  bert = groups_add (self, &aj_person_record_type, "name", "Bert", NULL);
  second = groups_add (self, &aj_membership_record_type, "group", aj_record_get_id (world.group),
                       "person", aj_record_get_id (bert), "role", "chair", NULL);
  groups_await_row (self, "Bert");
  groups_await_label (self, "2 members · 1 empty place");
  app_fixture_change (&self->app, world.anna, "name", "Anna Bos", "Bert");
  g_assert_true (groups_await_row (self, "Anna Bos") == row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->app.window)) == focus);
}

/* The cursor goes along with a row that finds itself elsewhere. */
static void
test_cursor_goes_along (GroupsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) a = groups_add (self, &aj_group_record_type, "name", "A", NULL);
  g_autoptr (AjRecord) b = groups_add (self, &aj_group_record_type, "name", "B", NULL);
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget *line;

  groups_show_page (self);
  app_settle ();
  lines = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_GROUP_LINE);
  line = lines->pdata[1];
  gtk_widget_grab_focus (line);
  app_fixture_change (&self->app, a, "name", "Z", "Bert");
  app_settle ();
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (line)), ==, 2);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->app.window)) == line);
}

/* Whatever belongs to a group leads to it, also before the page has read anything. */
static void
test_show_record (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  GtkWidget *row, *focus;

  self->page = AJ_PAGE (g_object_new (AJ_TYPE_GROUPS_PAGE, "services", self->app.services, NULL));
  g_assert_true (
      aj_page_show_record (self->page, &aj_membership_record_type, aj_record_get_id (world.lead)));
  app_fixture_show (&self->app, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_wait (groups_is_group_shown, self);
  row = groups_await_row (self, "Anna");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));

  g_assert_true (
      aj_page_show_record (self->page, &aj_seat_record_type, aj_record_get_id (world.seat)));
  focus = gtk_root_get_focus (GTK_ROOT (self->app.window));
  g_assert_true (gtk_widget_is_ancestor (focus, groups_find_row (self, "Education · Twente")));
  g_assert_false (
      aj_page_show_record (self->page, &aj_person_record_type, aj_record_get_id (world.anna)));
  /* What is no more, as a line of history may say. */
  g_assert_true (aj_page_show_record (self->page, &aj_group_record_type, "gone"));
  app_wait (groups_is_overview_shown, self);
}

static void
test_typed_text_is_saved (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) other = groups_add (self, &aj_group_record_type, "name", "Others", NULL);
  GtkWidget *entry;

  groups_show_page (self);
  groups_show_group (self, world.group);
  app_settle ();
  entry = app_find (app_find (GTK_WIDGET (self->page), AJ_TYPE_FIELD_ROW), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Team 2");
  groups_show_group (self, other);
  app_wait_for_text (world.group, "name", "Team 2");
  g_assert_cmpstr (aj_record_get_title (other), ==, "Others");
}

static gboolean
is_enabled (GroupsFixture *self, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_widget_set_parent (button, GTK_WIDGET (groups_get_stack (self)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

/* What needs a group can be done only with one. */
static void
test_actions (GroupsFixture *self, gconstpointer data)
{
  static const char *const of_group[] = { "groups.remove", "groups.mail", "groups.copy",
                                          "groups.save" };
  g_auto (GroupsWorld) world = groups_make_world (self);

  groups_show_page (self);
  for (guint i = 0; i < G_N_ELEMENTS (of_group); i++)
    g_assert_false (is_enabled (self, of_group[i]));
  g_assert_true (is_enabled (self, "groups.mail-leads"));
  groups_show_group (self, world.group);
  for (guint i = 0; i < G_N_ELEMENTS (of_group); i++)
    g_assert_true (is_enabled (self, of_group[i]));
}

static gboolean
is_button_shown (GtkWidget *root, const char *action)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) && gtk_widget_is_sensitive (buttons->pdata[i]) &&
        g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), action) == 0)
      return TRUE;
  return FALSE;
}

/* What a group agreed on is in sight with the group, and in no menu. */
static void
test_registers (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);

  groups_show_page (self);
  groups_show_group (self, world.group);
  app_settle ();
  g_assert_true (is_button_shown (GTK_WIDGET (self->page), "groups.decisions"));
  g_assert_true (is_button_shown (GTK_WIDGET (self->page), "groups.actions"));
}

static void
test_page_is_freed (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  AjPage *page;

  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_open_row (self, "Anna");
  groups_search (self, "anna");
  app_settle ();
  page = g_object_ref (self->page);
  aj_page_deactivate (page);
  adw_toast_overlay_set_child (self->app.overlay, NULL);
  app_settle ();
  app_assert_finalize (page);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/groups-page/" name, GroupsFixture, NULL, groups_set_up, function,              \
              groups_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("empty", test_empty);
  ADD ("overview", test_overview);
  ADD ("no-seats", test_no_seats);
  ADD ("large-group", test_large_group);
  ADD ("search", test_search);
  ADD ("other-days", test_other_days);
  ADD ("live", test_live);
  ADD ("cursor-goes-along", test_cursor_goes_along);
  ADD ("show-record", test_show_record);
  ADD ("typed-text-is-saved", test_typed_text_is_saved);
  ADD ("actions", test_actions);
  ADD ("registers", test_registers);
  ADD ("page-is-freed", test_page_is_freed);
  return g_test_run ();
}
