/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Minutes, typed while the meeting is held: the line that stores and stays, what is shown beneath, and what fixed is. */

#include <glib/gstdio.h>
#include <string.h>

#include "aj-action-row.h"
#include "aj-agenda-item.h"
#include "aj-decision-row.h"
#include "aj-decision.h"
#include "aj-field-row.h"
#include "aj-leaving.h"
#include "aj-line-entry.h"
#include "aj-meeting.h"
#include "aj-minutes-item.h"
#include "aj-minutes-pane.h"
#include "aj-minutes.h"
#include "aj-panes-fixture.h"
#include "aj-paper-folder.h"
#include "aj-paper-opener.h"
#include "aj-paper.h"
#include "aj-task.h"

#define EARLIER "Open from earlier meetings"

static char *
add_item (PanesFixture *self, const char *name, const char *position)
{
  return panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                            aj_record_get_id (self->group), "meeting",
                            aj_record_get_id (self->meeting), "name", name, "position", position,
                            NULL);
}

static GtkWidget *
get_pane (PanesFixture *self)
{
  return app_find (self->view, AJ_TYPE_MINUTES_PANE);
}

static guint
count_items (PanesFixture *self)
{
  g_autoptr (GPtrArray) items = app_find_all (get_pane (self), AJ_TYPE_MINUTES_ITEM);

  return items->len;
}

static AjMinutesItem *
get_item (PanesFixture *self, guint index)
{
  g_autoptr (GPtrArray) items = app_find_all (get_pane (self), AJ_TYPE_MINUTES_ITEM);

  g_assert_cmpuint (index, <, items->len);
  return items->pdata[index];
}

typedef struct
{
  PanesFixture *fixture;
  guint count;
} Expected;

static gboolean
has_items (Expected *expected)
{
  return count_items (expected->fixture) == expected->count;
}

static void
show (PanesFixture *self, guint n_items)
{
  Expected expected = { self, n_items };

  panes_fixture_show (self, "minutes");
  app_wait (has_items, &expected);
}

static void
type (AjMinutesItem *item, const char *text)
{
  aj_minutes_item_set_draft (item, text);
}

static void
press_enter (AjMinutesItem *item)
{
  g_signal_emit_by_name (app_find (GTK_WIDGET (item), AJ_TYPE_LINE_ENTRY), "accepted");
}

static void
note (AjMinutesItem *item, const char *text)
{
  type (item, text);
  press_enter (item);
}

/* Decisions, action points and papers, each told by what it is called in the list of @item. */
static void
test_lines (PanesFixture *self, gconstpointer data)
{
  g_autofree char *first = add_item (self, "Opening", "1");
  g_autofree char *second = add_item (self, "Stand <van> zaken", "2");
  g_autofree char *notes = NULL;
  GtkWidget *focus;

  show (self, 3);
  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (get_item (self, 1))), ==,
                   "2. Stand <van> zaken");
  g_assert_true (aj_minutes_item_focus_line (get_item (self, 1)));
  focus = gtk_window_get_focus (self->app.window);
  type (get_item (self, 1), "Actie Anna voor 1 mei: cijfers");
  panes_fixture_await_label (self, "Action point · Anna · Fri 1 May 2026 · Cijfers");
  press_enter (get_item (self, 1));
  g_assert_cmpstr (aj_minutes_item_get_draft (get_item (self, 1)), ==, "");
  /* One on the heels of the other: each takes a number of its own. */
  note (get_item (self, 1), "! de actiedag is op 5 november");
  note (get_item (self, 1), "Besluit: de flyer gaat mee");
  panes_fixture_await_rows (self, "2. Stand <van> zaken",
                            "De actiedag is op 5 november | De flyer gaat mee | Cijfers");
  note (get_item (self, 1), "https://digitaal.example/handreiking");
  panes_fixture_await_rows (self, "2. Stand <van> zaken",
                            "De actiedag is op 5 november | De flyer gaat mee | Cijfers | "
                            "digitaal.example/handreiking");
  g_assert_true (gtk_window_get_focus (self->app.window) == focus);
  note (get_item (self, 0), "Bram is te laat");
  app_settle ();
  notes = panes_fixture_dup_field (self, &aj_agenda_item_record_type, first, "notes");
  g_assert_cmpstr (notes, ==, "Bram is te laat");
  app_assert_named (self->view);
}

/* Who types on at once waits for nothing: each line comes in its turn. */
static void
test_fast (PanesFixture *self, gconstpointer data)
{
  g_autofree char *item = add_item (self, "Opening", "1");

  show (self, 2);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("! besluit nummer %u", i + 1);

      note (get_item (self, 0), text);
      g_assert_cmpstr (aj_minutes_item_get_draft (get_item (self, 0)), ==, "");
    }
  panes_fixture_await_rows (self, "1. Opening",
                            "Besluit nummer 1 | Besluit nummer 2 | Besluit nummer 3 | Besluit "
                            "nummer 4 | Besluit nummer 5");
}

static void
toggle (GtkWidget *row)
{
  GtkWidget *check = app_find (row, GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

/* What was agreed on before is ticked off in one key, and stays in sight for who ticked the wrong one. */
static void
test_earlier (PanesFixture *self, gconstpointer data)
{
  g_autofree char *before = panes_fixture_add (self, &aj_meeting_record_type, "group",
                                               aj_record_get_id (self->group), "starts-at",
                                               "2026-01-08T10:00", "ends-at", "2026-01-08T12:00",
                                               NULL);
  g_autofree char *task = panes_fixture_add (self, &aj_task_record_type, "group",
                                             aj_record_get_id (self->group), "meeting", before,
                                             "name", "Zaal huren", "due", "2026-02-01", "assignee",
                                             self->people[0], NULL);
  g_autofree char *state = NULL;
  GtkWidget *row;

  show (self, 1);
  panes_fixture_await_rows (self, EARLIER, "Zaal huren");
  row = panes_fixture_find_row (self, EARLIER, "Zaal huren");
  app_settle ();
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Anna · Sun 1 Feb 2026 (overdue) · agreed on 8 January");
  toggle (row);
  panes_fixture_await_label (self, "Anna · Sun 1 Feb 2026 · agreed on 8 January · done");
  app_settle ();
  g_assert_true (panes_fixture_find_row (self, EARLIER, "Zaal huren") == row);
  state = panes_fixture_dup_field (self, &aj_task_record_type, task, "state");
  g_assert_cmpstr (state, ==, AJ_TASK_DONE);
  g_assert_true (aj_store_undo (self->app.store, NULL, NULL));
  panes_fixture_await_label (self, "Anna · Sun 1 Feb 2026 (overdue) · agreed on 8 January");
}

static void
await_state (PanesFixture *self, const char *state)
{
  app_wait_for_text (self->meeting, "minutes-state", state);
  app_settle ();
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      return buttons->pdata[i];
  return NULL;
}

static void
click (PanesFixture *self, const char *label)
{
  GtkWidget *button = find_button (get_pane (self), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* From concept to fixed and back again, each with one button. */
static void
test_states (PanesFixture *self, gconstpointer data)
{
  g_autofree char *item = add_item (self, "Opening", "1");
  g_autofree char *decision = panes_fixture_add (self, &aj_decision_record_type, "group",
                                                 aj_record_get_id (self->group), "year", "2026",
                                                 "number", "1", "text", "Ja", "meeting",
                                                 aj_record_get_id (self->meeting), "agenda-item",
                                                 item, NULL);
  g_autofree char *outcome = NULL;
  GtkWidget *row, *entry, *why;
  GtkWindow *dialog;

  show (self, 2);
  panes_fixture_await_rows (self, "1. Opening", "Ja");
  entry = app_find (GTK_WIDGET (get_item (self, 0)), ADW_TYPE_ENTRY_ROW);
  g_assert_nonnull (entry);
  click (self, "_Sent for Comment");
  await_state (self, AJ_MINUTES_COMMENT);
  panes_fixture_await_label (self, "Sent for Comment");
  click (self, "_Fix the Minutes");
  await_state (self, AJ_MINUTES_FIXED);
  panes_fixture_await_label (self, "Nothing of these minutes changes any more; what became of "
                                   "decisions and action points can still be noted.");
  g_assert_false (gtk_widget_get_visible (entry));
  g_assert_cmpstr (aj_meeting_pane_get_progress (AJ_MEETING_PANE (get_pane (self))), ==, "fixed");

  /* What became of a decision is no part of them. */
  row = panes_fixture_find_row (self, "1. Opening", "Ja");
  toggle (row);
  panes_fixture_await_label (self, "Decision 2026-1 · carried out");
  outcome = panes_fixture_dup_field (self, &aj_decision_record_type, decision, "state");
  g_assert_cmpstr (outcome, ==, AJ_DECISION_CARRIED_OUT);

  click (self, "_Reopen…");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  app_assert_named (GTK_WIDGET (dialog));
  why = app_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (why), "Naam vergeten");
  /* Enter answers, and leaves nothing standing in front of the window. */
  g_signal_emit_by_name (why, "entry-activated");
  g_assert_null (find_dialog ());
  await_state (self, AJ_MINUTES_CONCEPT);
  panes_fixture_await_label (self, "These minutes are being written. Mail them to all who were "
                                   "invited, and mark them as sent. Reopened: Naam vergeten");
  g_assert_true (gtk_widget_get_visible (entry));
  g_assert_cmpstr (aj_record_get_text (self->meeting, "minutes-reason"), ==, "Naam vergeten");
}

/* Another window gave out the number: the line takes the next. */
static void
test_other_window (PanesFixture *self, gconstpointer data)
{
  g_autofree char *item = add_item (self, "Opening", "1");
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) other = aj_store_open (aj_store_get_path (self->app.store),
                                             AJ_STORE_OPEN_DEFAULT, "Bea",
                                             aj_services_get_clock (self->app.services), &error);
  g_autoptr (AjEdit) edit = NULL;
  AjValues *theirs;

  g_assert_no_error (error);
  show (self, 2);
  app_settle ();
  edit = aj_edit_new (other, "Add");
  theirs = aj_edit_add (edit, &aj_decision_record_type);
  aj_values_set_text (theirs, "group", aj_record_get_id (self->group));
  aj_values_set_integer (theirs, "year", 2026);
  aj_values_set_integer (theirs, "number", 1);
  aj_values_set_text (theirs, "text", "Van een ander");
  aj_values_set_text (theirs, "meeting", aj_record_get_id (self->meeting));
  aj_values_set_text (theirs, "agenda-item", item);
  g_assert_true (aj_edit_commit (edit, &error));
  note (get_item (self, 0), "! van mij");
  panes_fixture_await_rows (self, "1. Opening", "Van een ander | Van mij");
  panes_fixture_await_label (self, "Decision 2026-2 · in force");
  aj_store_close (other);
}

/* What was typed and not stored is there again when the meeting is. */
static void
test_draft (PanesFixture *self, gconstpointer data)
{
  g_autofree char *item = add_item (self, "Opening", "1");
  g_autofree char *other_id = panes_fixture_add (self, &aj_meeting_record_type, "group",
                                                 aj_record_get_id (self->group), "starts-at",
                                                 "2026-05-14T10:00", "ends-at", "2026-05-14T12:00",
                                                 NULL);
  g_autoptr (AjRecord) other = aj_store_ref_record (self->app.store, &aj_meeting_record_type,
                                                    other_id);
  Expected one = { self, 1 };
  Expected two = { self, 2 };

  show (self, 2);
  type (get_item (self, 0), "Actie Anna: nog niet af");
  aj_meeting_view_set_record (AJ_MEETING_VIEW (self->view), other);
  app_wait (has_items, &one);
  aj_meeting_view_set_record (AJ_MEETING_VIEW (self->view), self->meeting);
  app_wait (has_items, &two);
  g_assert_cmpstr (aj_minutes_item_get_draft (get_item (self, 0)), ==, "Actie Anna: nog niet af");
}

/* Two accepted lines at once, and another meeting or another tab before they are stored: both are stored all the same. */
static void
test_left (PanesFixture *self, gconstpointer data)
{
  g_autofree char *item = add_item (self, "Opening", "1");
  g_autofree char *other_id = panes_fixture_add (self, &aj_meeting_record_type, "group",
                                                 aj_record_get_id (self->group), "starts-at",
                                                 "2026-05-14T10:00", "ends-at", "2026-05-14T12:00",
                                                 NULL);
  g_autoptr (AjRecord) other = aj_store_ref_record (self->app.store, &aj_meeting_record_type,
                                                    other_id);
  Expected one = { self, 1 };

  show (self, 2);
  note (get_item (self, 0), "! de eerste");
  note (get_item (self, 0), "! de tweede");
  panes_fixture_show (self, "agenda");
  app_settle ();
  panes_fixture_show (self, "minutes");
  panes_fixture_await_rows (self, "1. Opening", "De eerste | De tweede");
  note (get_item (self, 0), "! de derde");
  note (get_item (self, 0), "! de vierde");
  aj_meeting_view_set_record (AJ_MEETING_VIEW (self->view), other);
  app_wait (has_items, &one);
  app_settle ();
  aj_meeting_view_set_record (AJ_MEETING_VIEW (self->view), self->meeting);
  panes_fixture_await_rows (self, "1. Opening", "De eerste | De tweede | De derde | De vierde");
}

static void
leaving_answered_cb (gboolean may_leave, AjFieldRow *unsaved, gpointer user_data)
{
  gboolean *answered = user_data;

  g_assert_true (may_leave);
  *answered = TRUE;
}

static gboolean
is_true (gboolean *value)
{
  return *value;
}

/* The file is not closed before the last line is in it. */
static void
test_closed (PanesFixture *self, gconstpointer data)
{
  g_autofree char *item = add_item (self, "Opening", "1");
  g_autoptr (AjQuery) query = aj_query_new (&aj_decision_record_type);
  gboolean answered = FALSE;

  show (self, 2);
  note (get_item (self, 0), "! de eerste");
  note (get_item (self, 0), "! de tweede");
  note (get_item (self, 0), "! de derde");
  aj_leaving_ask (self->app.window, self->app.services, leaving_answered_cb, &answered);
  app_wait (is_true, &answered);
  g_assert_cmpint (aj_store_count (self->app.store, query, NULL), ==, 3);
}

/* A decision that is too long to be stored comes back, and those behind it are stored. */
static void
test_refused (PanesFixture *self, gconstpointer data)
{
  g_autofree char *item = add_item (self, "Opening", "1");
  g_autoptr (GString) refused = g_string_new ("!");

  while (refused->len < 2100)
    g_string_append (refused, " te veel om te besluiten");
  show (self, 2);
  note (get_item (self, 0), refused->str);
  note (get_item (self, 0), "! de tweede");
  note (get_item (self, 0), "! de derde");
  panes_fixture_await_rows (self, "1. Opening", "De tweede | De derde");
  g_assert_cmpstr (aj_minutes_item_get_draft (get_item (self, 0)), ==, refused->str);
}

static void
file_added_cb (const char *file, const char *title, gpointer user_data)
{
  char **answer = user_data;

  *answer = g_strdup_printf ("%s as %s", file, title);
}

static gboolean
is_set (char **text)
{
  return *text != NULL;
}

static void
test_file (PanesFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->app.folder, "plan_2027.pdf", NULL);
  g_autofree char *folder = aj_paper_folder_get_path (aj_store_get_path (self->app.store));
  g_autofree char *copy = g_build_filename (folder, "plan_2027.pdf", NULL);
  g_autofree char *answer = NULL;

  show (self, 1);
  g_assert_true (g_file_set_contents (path, "plan", -1, NULL));
  aj_paper_opener_take (self->view, self->app.services, path, file_added_cb, &answer);
  app_wait (is_set, &answer);
  g_assert_cmpstr (answer, ==, "plan_2027.pdf as plan 2027");
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_unlink (copy), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* From line to line by the keyboard. */
static void
test_steps (PanesFixture *self, gconstpointer data)
{
  g_autofree char *first = add_item (self, "Opening", "1");
  g_autofree char *second = add_item (self, "Rondvraag", "2");
  GtkWidget *focus;

  show (self, 3);
  g_assert_true (gtk_widget_activate_action (get_pane (self), "minutes.next-item", NULL));
  focus = gtk_window_get_focus (self->app.window);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_item (self, 0))));
  g_assert_true (gtk_widget_activate_action (get_pane (self), "minutes.next-item", NULL));
  focus = gtk_window_get_focus (self->app.window);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_item (self, 1))));
  g_assert_true (gtk_widget_activate_action (get_pane (self), "minutes.previous-item", NULL));
  focus = gtk_window_get_focus (self->app.window);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_item (self, 0))));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/minutes-pane/lines", test_lines);
  panes_fixture_add_test ("/app/minutes-pane/fast", test_fast);
  panes_fixture_add_test ("/app/minutes-pane/earlier", test_earlier);
  panes_fixture_add_test ("/app/minutes-pane/states", test_states);
  panes_fixture_add_test ("/app/minutes-pane/other-window", test_other_window);
  panes_fixture_add_test ("/app/minutes-pane/draft", test_draft);
  panes_fixture_add_test ("/app/minutes-pane/left", test_left);
  panes_fixture_add_test ("/app/minutes-pane/closed", test_closed);
  panes_fixture_add_test ("/app/minutes-pane/refused", test_refused);
  panes_fixture_add_test ("/app/minutes-pane/file", test_file);
  panes_fixture_add_test ("/app/minutes-pane/steps", test_steps);
  return g_test_run ();
}
