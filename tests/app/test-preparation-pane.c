/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be done around a meeting: from the list of its cycle, typed in one line, ticked off, and going along. */
#include "aj-cycle.h"
#include "aj-line-entry.h"
#include "aj-meeting-pane.h"
#include "aj-panes-fixture.h"
#include "aj-preparation-pane.h"
#include "aj-preparation-step.h"
#include "aj-task.h"
#include "aj-template-window.h"

#define CHECKLIST "What is to be done"

static AjMeetingPane *
get_pane (PanesFixture *self)
{
  return AJ_MEETING_PANE (app_find (self->view, AJ_TYPE_PREPARATION_PANE));
}

static gboolean
has_progress (PanesFixture *self)
{
  return aj_meeting_pane_get_progress (get_pane (self)) != NULL;
}

static void
type (GtkWidget *root, const char *text)
{
  AjLineEntry *entry = AJ_LINE_ENTRY (app_find (root, AJ_TYPE_LINE_ENTRY));

  aj_line_entry_set_text (entry, text);
  g_signal_emit_by_name (entry, "accepted");
}

static char *
add_cycle (PanesFixture *self)
{
  return panes_fixture_add (self, &aj_cycle_record_type, "group", aj_record_get_id (self->group),
                            NULL);
}

/* A group that has nothing gets all that is usual with one button, and it can be taken back. */
static void
test_begin (PanesFixture *self, gconstpointer data)
{
  g_autofree char *cycle = add_cycle (self);
  g_autoptr (GError) error = NULL;

  panes_fixture_show (self, "preparation");
  panes_fixture_await_rows (self, CHECKLIST, "");
  panes_fixture_await_label (self, "Begin With the Usual");
  g_assert_true (gtk_widget_activate_action (self->view, "meeting.begin-template", NULL));
  app_wait (has_progress, self);
  g_assert_cmpstr (aj_meeting_pane_get_progress (get_pane (self)), ==, "0/9, 5 late");
  app_settle ();
  panes_fixture_find_row (self, CHECKLIST, "Send the agenda and papers");
  aj_store_undo (self->app.store, NULL, &error);
  g_assert_no_error (error);
  panes_fixture_await_label (self, "Begin With the Usual");
}

/* What the cycle asks for later reaches the meeting when somebody says so. */
static void
test_catch_up (PanesFixture *self, gconstpointer data)
{
  g_autofree char *cycle = add_cycle (self);
  g_autofree char *step = NULL;

  panes_fixture_show (self, "preparation");
  panes_fixture_await_rows (self, CHECKLIST, "");
  step = panes_fixture_add (self, &aj_preparation_step_record_type, "cycle", cycle, "name",
                            "Order lunch", "days", "-7", NULL);
  panes_fixture_await_label (self, "Bring Up to Date");
  g_assert_true (gtk_widget_activate_action (self->view, "meeting.catch-up", NULL));
  panes_fixture_await_rows (self, CHECKLIST, "Order lunch");
}

/* The day is said before it is stored, also when nobody works then. */
static void
test_hint (PanesFixture *self, gconstpointer data)
{
  AjLineEntry *entry;

  panes_fixture_show (self, "preparation");
  entry = AJ_LINE_ENTRY (app_find (self->view, AJ_TYPE_LINE_ENTRY));
  aj_line_entry_set_text (entry, "Order lunch -6");
  panes_fixture_await_label (self, "6 days before: Fri 6 Mar 2026");
  aj_line_entry_set_text (entry, "Order lunch -5");
  panes_fixture_await_label (self, "5 days before: Sat 7 Mar 2026 (Saturday; the working day "
                                   "before is Fri 6 Mar 2026)");
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      return buttons->pdata[i];
  g_assert_not_reached ();
}

/* What is taken off one meeting stays off it, whatever is brought to all, until that is taken back. */
static void
test_not_wanted (PanesFixture *self, gconstpointer data)
{
  g_autofree char *cycle = add_cycle (self);
  g_autofree char *lunch = panes_fixture_add (self, &aj_preparation_step_record_type, "cycle",
                                              cycle, "name", "Order lunch", "days", "-7", NULL);
  g_autofree char *room = panes_fixture_add (self, &aj_preparation_step_record_type, "cycle", cycle,
                                             "name", "Book a room", "days", "-5", NULL);
  g_autoptr (AjCycleTemplate) template = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  panes_fixture_show (self, "preparation");
  panes_fixture_await_label (self, "Bring Up to Date");
  g_assert_true (gtk_widget_activate_action (self->view, "meeting.catch-up", NULL));
  panes_fixture_await_rows (self, CHECKLIST, "Order lunch | Book a room");
  row = panes_fixture_find_row (self, CHECKLIST, "Order lunch");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_signal_emit_by_name (find_button (row, "Remove"), "clicked");
  panes_fixture_await_rows (self, CHECKLIST, "Book a room");
  template = aj_cycle_template_load (self->app.store, aj_record_get_id (self->group), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_cycle_template_count_behind (template), ==, 0);
  aj_store_undo (self->app.store, NULL, &error);
  g_assert_no_error (error);
  panes_fixture_await_rows (self, CHECKLIST, "Order lunch | Book a room");
}

static gboolean
is_due (AdwExpanderRow *row)
{
  return g_strcmp0 (adw_expander_row_get_subtitle (row), "Thu 5 Mar 2026 · 7 days before") == 0;
}

static gboolean
is_moved (AdwExpanderRow *row)
{
  return g_strcmp0 (adw_expander_row_get_subtitle (row), "Thu 12 Mar 2026 · 7 days before") == 0;
}

/* Typed with its days, ticked, and moved with the meeting. */
static void
test_typed (PanesFixture *self, gconstpointer data)
{
  GtkWidget *row, *check;

  panes_fixture_show (self, "preparation");
  type (self->view, "Order lunch -7");
  panes_fixture_await_rows (self, CHECKLIST, "Order lunch");
  row = panes_fixture_find_row (self, CHECKLIST, "Order lunch");
  app_wait (is_due, row);
  app_fixture_change (&self->app, self->meeting, "ends-at", "2026-03-19T12:00", "Anna");
  app_fixture_change (&self->app, self->meeting, "starts-at", "2026-03-19T10:00", "Anna");
  app_wait (is_moved, row);
  check = app_find (row, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  app_wait (has_progress, self);
  app_settle ();
  g_assert_cmpstr (aj_meeting_pane_get_progress (get_pane (self)), ==, "1/1");
  g_assert_true (gtk_widget_has_css_class (row, "past"));
  app_assert_named (self->view);
}

/* It is 1 March: what was due in February and is not done is late, what was done is not. */
static void
test_late (PanesFixture *self, gconstpointer data)
{
  g_autofree char *late = panes_fixture_add (self, &aj_task_record_type, "name", "Late", "kind",
                                             AJ_TASK_PREPARATION, "meeting",
                                             aj_record_get_id (self->meeting), "days", "-20", NULL);

  panes_fixture_show (self, "preparation");
  panes_fixture_await_rows (self, CHECKLIST, "Late");
  panes_fixture_await_label (self, "late");
  /* Also from the other tabs. */
  g_assert_cmpstr (aj_meeting_pane_get_progress (get_pane (self)), ==, "0/1, 1 late");
  panes_fixture_set (self, &aj_task_record_type, late, "state", AJ_TASK_DONE);
  app_settle ();
  g_assert_true (
      gtk_widget_has_css_class (panes_fixture_find_row (self, CHECKLIST, "Late"), "past"));
}

static gboolean
is_window_there (GtkWidget **window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *one = windows; one != NULL; one = one->next)
    if (AJ_IS_TEMPLATE_WINDOW (one->data))
      *window = one->data;
  return *window != NULL;
}

static gboolean
has_step (PanesFixture *self)
{
  g_autoptr (AjCycleTemplate) template = aj_cycle_template_load (self->app.store,
                                                                 aj_record_get_id (self->group),
                                                                 NULL);

  return aj_cycle_template_get_steps (template)->len == 1;
}

static gboolean
is_nobody_behind (PanesFixture *self)
{
  g_autoptr (AjCycleTemplate) template = aj_cycle_template_load (self->app.store,
                                                                 aj_record_get_id (self->group),
                                                                 NULL);

  return aj_cycle_template_count_behind (template) == 0;
}

/* The list for every meeting, in its window: a step typed there reaches the meeting with the button there. */
static void
test_window (PanesFixture *self, gconstpointer data)
{
  g_autofree char *cycle = add_cycle (self);
  GtkWidget *window = NULL;

  panes_fixture_show (self, "preparation");
  g_assert_true (gtk_widget_activate_action (self->view, "meeting.edit-template", NULL));
  app_wait (is_window_there, &window);
  app_settle ();
  type (window, "Order lunch -7");
  app_settle ();
  g_assert_true (has_step (self));
  app_assert_named (window);
  g_assert_true (gtk_widget_activate_action (window, "meeting.catch-up", NULL));
  app_settle ();
  g_assert_true (is_nobody_behind (self));
  panes_fixture_await_rows (self, CHECKLIST, "Order lunch");
  gtk_window_destroy (GTK_WINDOW (window));
  app_settle ();
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/preparation-pane/hint", test_hint);
  panes_fixture_add_test ("/app/preparation-pane/begin", test_begin);
  panes_fixture_add_test ("/app/preparation-pane/catch-up", test_catch_up);
  panes_fixture_add_test ("/app/preparation-pane/not-wanted", test_not_wanted);
  panes_fixture_add_test ("/app/preparation-pane/typed", test_typed);
  panes_fixture_add_test ("/app/preparation-pane/late", test_late);
  panes_fixture_add_test ("/app/preparation-pane/window", test_window);
  return g_test_run ();
}
