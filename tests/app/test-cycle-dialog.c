/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Planning a year in its dialog: the dates follow the inputs, single dates can be decided on, and what is stored is one
 * step of undo. */
#include "aj-app-fixture.h"
#include "aj-cycle-dialog.h"
#include "aj-cycle.h"
#include "aj-date-button.h"
#include "aj-example.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-planned-row.h"

typedef struct
{
  AppFixture app;
  char *group; /* the id of the expert team of the example */
  char *sentence;
  guint n_planned; /* how often the dialog said that it was done */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_group_record_type);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;

  app_fixture_set_up (&self->app, data);
  aj_example_fill (self->app.store, AJ_EXAMPLE_DEFAULT, &error);
  g_assert_no_error (error);
  aj_query_where_text (query, "name", AJ_QUERY_EQUAL, "Expertteam Cyber");
  groups = aj_store_fetch (self->app.store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 1);
  self->group = g_strdup (aj_record_get_id (g_ptr_array_index (groups, 0)));
  app_fixture_show (&self->app, gtk_label_new ("Behind the dialog"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->sentence, g_free);
  app_fixture_tear_down (&self->app, data);
}

static void
planned_cb (const char *group, int year, const char *sentence, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpstr (group, ==, self->group);
  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  self->n_planned++;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_CYCLE_DIALOG (l->data))
      return l->data;
  return NULL;
}

static AjPlannedRow *
get_row (guint index)
{
  GtkWidget *dialog = find_dialog ();
  g_autoptr (GPtrArray) rows = NULL;

  if (dialog == NULL)
    return NULL;
  rows = app_find_all (dialog, AJ_TYPE_PLANNED_ROW);
  return index < rows->len ? g_ptr_array_index (rows, index) : NULL;
}

static const char *
get_day (guint index)
{
  AjPlannedRow *row = get_row (index);

  return row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

static const char *
get_reason (guint index)
{
  return aj_planned_row_get_reason (AJ_PLANNED_ROW (get_row (index)));
}

/* The tags, buttons and notes that are to be seen under @root. */
static gboolean
shows_label (GtkWidget *root, const char *pattern)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)) &&
        g_pattern_match_simple (pattern, gtk_label_get_label (g_ptr_array_index (labels, i))))
      return TRUE;
  return FALSE;
}

static gboolean
has_dates (gpointer data)
{
  return get_row (0) != NULL && gtk_widget_get_mapped (GTK_WIDGET (get_row (0)));
}

static void
open_dialog (Fixture *self, int year)
{
  aj_cycle_dialog_show (self->app.window, self->app.services, self->group, year, planned_cb, self);
  app_wait (has_dates, NULL);
  app_settle ();
}

static gboolean
is_closed (gpointer data)
{
  return find_dialog () == NULL;
}

static void
plan (Fixture *self)
{
  guint before = self->n_planned;

  g_assert_true (gtk_widget_activate_action (find_dialog (), "cycle.plan", NULL));
  app_wait (is_closed, NULL);
  g_assert_cmpuint (self->n_planned, ==, before + 1);
}

static void
close_dialog (void)
{
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  app_wait (is_closed, NULL);
}

/* A row of the rhythm, by its title. */
static GtkWidget *
find_input (const char *title, GType type)
{
  g_autoptr (GPtrArray) rows = app_find_all (find_dialog (), ADW_TYPE_PREFERENCES_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title) == 0)
      return g_type_is_a (G_OBJECT_TYPE (g_ptr_array_index (rows, i)), type)
                 ? g_ptr_array_index (rows, i)
                 : app_find (g_ptr_array_index (rows, i), type);
  g_error ("no input is called %s", title);
}

static void
choose (const char *title, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_input (title, ADW_TYPE_COMBO_ROW)), position);
}

static void
set_number (const char *title, double value)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_input (title, GTK_TYPE_SPIN_BUTTON)), value);
}

static void
set_on (const char *title, gboolean on)
{
  gtk_switch_set_active (GTK_SWITCH (find_input (title, GTK_TYPE_SWITCH)), on);
}

/* (transfer container): the meetings by start, after those the example has. */
static GPtrArray *
fetch_meetings (AjStore *store)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_meeting_record_type);
  g_autoptr (GError) error = NULL;
  GPtrArray *meetings;

  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, "2027-01-01");
  aj_query_order_by (query, "starts-at", FALSE);
  meetings = aj_store_fetch (store, query, &error);
  g_assert_no_error (error);
  return meetings;
}

static void
assert_starts (Fixture *self, const char *const *starts)
{
  g_autoptr (GPtrArray) meetings = fetch_meetings (self->app.store);

  for (guint i = 0; i < meetings->len; i++)
    g_assert_cmpstr (aj_record_get_text (g_ptr_array_index (meetings, i), "starts-at"), ==,
                     starts[i]);
  g_assert_null (starts[meetings->len]);
}

static void
test_live (Fixture *self, gconstpointer data)
{
  open_dialog (self, 2027);
  g_assert_cmpstr (get_day (0), ==, "Thu 14 Jan 2027");
  g_assert_cmpstr (get_reason (0), ==, "second Thursday");
  g_assert_cmpstr (get_day (5), ==, "Thu 11 Nov 2027");
  g_assert_null (get_row (6));
  g_assert_true (shows_label (find_dialog (), "Plan 6 Meetings") ||
                 shows_label (find_dialog (), "_Plan 6 Meetings"));
  app_assert_named (GTK_WIDGET (get_row (0)));

  choose ("Weekday", 1);
  g_assert_cmpstr (get_day (0), ==, "Tue 12 Jan 2027");
  set_number ("Number of meetings", 3);
  g_assert_nonnull (get_row (2));
  g_assert_null (get_row (3));
  choose ("First month", 2);
  g_assert_cmpstr (get_day (0), ==, "Tue 9 Mar 2027");
  set_number ("Every how many months", 1);
  g_assert_cmpstr (get_day (1), ==, "Tue 13 Apr 2027");
  /* Nothing is stored before Plan. */
  close_dialog ();
  assert_starts (self, (const char *const[]){ NULL });
  g_assert_cmpuint (self->n_planned, ==, 0);
}

/* The autumn holidays of the three regions follow each other in October; the third Thursday meets one of them. */
static void
test_holidays (Fixture *self, gconstpointer data)
{
  open_dialog (self, 2027);
  choose ("Which in the month", 2);
  choose ("First month", 9);
  set_number ("Number of meetings", 1);
  g_assert_cmpstr (get_day (0), !=, "Thu 21 Oct 2027");
  g_assert_true (g_pattern_match_simple ("moved*", get_reason (0)));
  set_on ("School holidays", FALSE);
  g_assert_cmpstr (get_day (0), ==, "Thu 21 Oct 2027");
  g_assert_cmpstr (get_reason (0), ==, "third Thursday");
  close_dialog ();
}

/* Heard on the row: the day, the tag and the reason; on its check button the last two; on its calendar the day. */
static void
assert_said (GtkWidget *row, const char *day, const char *tag)
{
  GtkWidget *check = app_find (row, GTK_TYPE_CHECK_BUTTON);
  GtkWidget *calendar = app_find (app_find (row, AJ_TYPE_DATE_BUTTON), GTK_TYPE_TOGGLE_BUTTON);
  const char *reason = aj_planned_row_get_reason (AJ_PLANNED_ROW (row));
  g_autofree char *verdict = g_strdup_printf ("%s, %s", tag, reason);
  g_autofree char *all = g_strdup_printf ("%s, %s", day, verdict);
  g_autofree char *other = g_strdup_printf ("Pick another day for %s", day);

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, all);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, verdict);
  gtk_test_accessible_assert_property (calendar, GTK_ACCESSIBLE_PROPERTY_LABEL, other);
}

/* All of August is holiday in one region or another. */
static void
test_keep (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  open_dialog (self, 2027);
  choose ("First month", 7);
  set_number ("Number of meetings", 1);
  row = GTK_WIDGET (get_row (0));
  g_assert_cmpstr (get_day (0), ==, "Thu 12 Aug 2027");
  g_assert_true (shows_label (row, "to decide"));
  assert_said (row, "Thu 12 Aug 2027", "to decide");
  g_assert_true (gtk_widget_activate_action (row, "planned.keep", NULL));
  g_assert_cmpstr (get_day (0), ==, "Thu 12 Aug 2027");
  g_assert_true (shows_label (row, "against advice"));
  assert_said (row, "Thu 12 Aug 2027", "against advice");
  plan (self);
  assert_starts (self, (const char *const[]){ "2027-08-12T10:00", NULL });
}

static void
test_decide (Fixture *self, gconstpointer data)
{
  static const char *const starts[] = { "2027-03-18T10:00", "2027-05-13T10:00", "2027-07-08T10:00",
                                        "2027-09-09T10:00", "2027-11-11T10:00", NULL };
  GtkWidget *included;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  open_dialog (self, 2027);
  included = app_find (GTK_WIDGET (get_row (0)), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (included), FALSE);
  g_assert_true (shows_label (GTK_WIDGET (get_row (0)), "left out"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (1)), "planned.week-later", NULL));
  g_assert_cmpstr (get_day (1), ==, "Thu 18 Mar 2027");
  plan (self);
  g_assert_cmpstr (self->sentence, ==, "5 meetings planned");
  assert_starts (self, starts);

  /* One step takes all of it back, the cycle too. */
  g_assert_true (aj_store_undo (self->app.store, &label, &error));
  g_assert_no_error (error);
  assert_starts (self, (const char *const[]){ NULL });
}

/* What is taken out can be put back, to where the rhythm puts it. */
static void
test_put_back (Fixture *self, gconstpointer data)
{
  GtkWidget *included;

  open_dialog (self, 2027);
  included = app_find (GTK_WIDGET (get_row (0)), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (included), FALSE);
  g_assert_cmpstr (get_day (0), ==, "Thu 14 Jan 2027");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (included), TRUE);
  g_assert_cmpstr (get_day (0), ==, "Thu 14 Jan 2027");
  g_assert_cmpstr (get_reason (0), ==, "second Thursday");
  close_dialog ();
}

static void
test_replan (Fixture *self, gconstpointer data)
{
  static const char *const starts[] = { "2027-01-14T10:00",
                                        "2027-03-09T10:00",
                                        "2027-05-11T10:00",
                                        "2027-07-06T10:00",
                                        "2027-09-14T10:00",
                                        "2027-11-09T10:00",
                                        NULL };
  g_autoptr (GPtrArray) meetings = NULL;

  open_dialog (self, 2027);
  plan (self);
  meetings = fetch_meetings (self->app.store);
  app_fixture_change (&self->app, g_ptr_array_index (meetings, 0), "state", AJ_MEETING_CONFIRMED,
                      "Anna");
  open_dialog (self, 2027);
  g_assert_true (shows_label (GTK_WIDGET (get_row (0)), "stays: confirmed"));
  choose ("Weekday", 1);
  g_assert_cmpstr (get_day (0), ==, "Thu 14 Jan 2027");
  g_assert_cmpstr (get_day (1), ==, "Tue 9 Mar 2027");
  plan (self);
  assert_starts (self, starts);
}

static gboolean
is_march_confirmed (gpointer data)
{
  return shows_label (GTK_WIDGET (get_row (1)), "stays: confirmed");
}

/* What others do while the dialog is open is seen in it, and what was decided in it stays. Once it planned from what it had
 * read when it was opened, and moved a meeting that was confirmed since. */
static void
test_follows (Fixture *self, gconstpointer data)
{
  static const char *const starts[] = { "2027-03-11T10:00", "2027-05-18T10:00", "2027-07-06T10:00",
                                        "2027-09-14T10:00", "2027-11-09T10:00", NULL };
  g_autoptr (GPtrArray) meetings = NULL;
  GtkWidget *included;

  open_dialog (self, 2027);
  plan (self);
  meetings = fetch_meetings (self->app.store);
  open_dialog (self, 2027);
  choose ("Weekday", 1);
  included = app_find (GTK_WIDGET (get_row (0)), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (included), FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (2)), "planned.week-later", NULL));
  g_assert_cmpstr (get_day (2), ==, "Tue 18 May 2027");
  g_assert_cmpstr (get_day (1), ==, "Tue 9 Mar 2027");

  app_fixture_change (&self->app, g_ptr_array_index (meetings, 1), "state", AJ_MEETING_CONFIRMED,
                      "Anna");
  app_wait (is_march_confirmed, NULL);
  g_assert_cmpstr (get_day (1), ==, "Thu 11 Mar 2027");
  g_assert_true (shows_label (GTK_WIDGET (get_row (0)), "left out"));
  g_assert_cmpstr (get_day (2), ==, "Tue 18 May 2027");
  g_assert_cmpstr (get_day (3), ==, "Tue 6 Jul 2027");
  plan (self);
  assert_starts (self, starts);
}

static gboolean
is_on_friday (gpointer data)
{
  return g_strcmp0 (get_day (0), "Fri 8 Jan 2027") == 0;
}

/* Somebody else changes the rhythm: what was not touched here goes along, what was stays. */
static void
test_follows_rhythm (Fixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_cycle_record_type);
  g_autoptr (GPtrArray) cycles = NULL;

  open_dialog (self, 2027);
  set_number ("Number of meetings", 3);
  gtk_editable_set_text (GTK_EDITABLE (find_input ("Start", ADW_TYPE_ENTRY_ROW)), "9.30");
  aj_query_where_text (query, "group", AJ_QUERY_EQUAL, self->group);
  cycles = aj_store_fetch (self->app.store, query, NULL);
  app_fixture_change (&self->app, g_ptr_array_index (cycles, 0), "weekday", "friday", "Anna");
  app_wait (is_on_friday, NULL);
  g_assert_null (get_row (3));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_input ("Start", ADW_TYPE_ENTRY_ROW))),
                   ==, "9.30");
  plan (self);
  assert_starts (self, (const char *const[]){ "2027-01-08T09:30", "2027-03-12T09:30",
                                              "2027-05-14T09:30", NULL });
  g_assert_cmpstr (aj_record_get_text (g_ptr_array_index (cycles, 0), "weekday"), ==, "friday");
}

/* Planning again what is planned already once left a line of history that changed nothing. */
static void
test_nothing_to_change (Fixture *self, gconstpointer data)
{
  open_dialog (self, 2027);
  plan (self);
  open_dialog (self, 2027);
  g_assert_true (shows_label (find_dialog (), "Nothing to Change"));
  gtk_widget_activate_action (find_dialog (), "cycle.plan", NULL);
  app_settle ();
  g_assert_nonnull (find_dialog ());
  g_assert_cmpuint (self->n_planned, ==, 1);
  choose ("Weekday", 1);
  g_assert_true (shows_label (find_dialog (), "_Change 6 Meetings"));
  choose ("Weekday", 3);
  g_assert_true (shows_label (find_dialog (), "Nothing to Change"));
  close_dialog ();
}

static void
test_unknown_year (Fixture *self, gconstpointer data)
{
  open_dialog (self, 2035);
  g_assert_true (
      shows_label (find_dialog (), "The school holidays are not known yet for 6 dates*"));
  close_dialog ();
}

static void
test_wrong_start (Fixture *self, gconstpointer data)
{
  GtkWidget *start;

  open_dialog (self, 2027);
  start = find_input ("Start", ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (start), "half");
  g_assert_true (gtk_widget_has_css_class (start, "error"));
  gtk_test_accessible_assert_state (start, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (shows_label (find_dialog (), "The start is not a time of day.*"));
  g_assert_true (shows_label (find_dialog (), "No Dates Yet"));
  gtk_editable_set_text (GTK_EDITABLE (start), "9.30");
  g_assert_false (gtk_widget_has_css_class (start, "error"));
  gtk_test_accessible_assert_state (start, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_false (shows_label (find_dialog (), "The start is not a time of day.*"));
  app_wait (has_dates, NULL);
  close_dialog ();
}

/* The window behind it closes while the facts are still being read. */
static void
test_closed_early (Fixture *self, gconstpointer data)
{
  aj_cycle_dialog_show (self->app.window, self->app.services, self->group, 2027, planned_cb, self);
  close_dialog ();
  app_settle ();
  g_assert_cmpuint (self->n_planned, ==, 0);
}

static void
start_planning_and_close (void)
{
  g_assert_true (gtk_widget_activate_action (find_dialog (), "cycle.plan", NULL));
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  g_assert_nonnull (find_dialog ());
}

/* Closing it while the plan was being stored left nobody to be told what came of it. */
static void
test_closed_while_planning (Fixture *self, gconstpointer data)
{
  open_dialog (self, 2027);
  start_planning_and_close ();
  app_wait (is_closed, NULL);
  g_assert_cmpuint (self->n_planned, ==, 1);
}

/* As another window would: nothing of it is known here until the main loop runs. */
static void
move_first_meeting (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) other = aj_store_open (aj_store_get_path (self->app.store),
                                             AJ_STORE_OPEN_DEFAULT, "Bert",
                                             aj_services_get_clock (self->app.services), &error);
  g_autoptr (GPtrArray) meetings = fetch_meetings (other);
  g_autoptr (AjEdit) edit = aj_edit_new (other, "Move");
  AjValues *values = aj_edit_change (edit, g_ptr_array_index (meetings, 0));

  aj_values_set_text (values, "starts-at", "2027-02-01T10:00");
  aj_values_set_text (values, "ends-at", "2027-02-01T12:00");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static gboolean
is_refusal_shown (gpointer data)
{
  return find_dialog () != NULL && shows_label (find_dialog (), "Bert *");
}

static void
test_refused_while_closing (Fixture *self, gconstpointer data)
{
  open_dialog (self, 2027);
  plan (self);
  open_dialog (self, 2027);
  choose ("Weekday", 1);
  app_wait (has_dates, NULL);
  move_first_meeting (self);
  start_planning_and_close ();
  app_wait (is_refusal_shown, NULL);
  close_dialog ();
  g_assert_cmpuint (self->n_planned, ==, 1);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/cycle-dialog/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("live", test_live);
  ADD ("holidays", test_holidays);
  ADD ("keep", test_keep);
  ADD ("decide", test_decide);
  ADD ("put-back", test_put_back);
  ADD ("replan", test_replan);
  ADD ("follows", test_follows);
  ADD ("follows-rhythm", test_follows_rhythm);
  ADD ("nothing-to-change", test_nothing_to_change);
  ADD ("unknown-year", test_unknown_year);
  ADD ("wrong-start", test_wrong_start);
  ADD ("closed-early", test_closed_early);
  ADD ("closed-while-planning", test_closed_while_planning);
  ADD ("refused-while-closing", test_refused_while_closing);
#undef ADD
  return g_test_run ();
}
