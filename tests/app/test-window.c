/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window around the pages, and what it tells: which page, what can be undone, what takes long, what went wrong. */
#include "aj-app-fixture.h"
#include "aj-feedback.h"
#include "aj-field-row.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-page.h"
#include "aj-paper.h"
#include "aj-person.h"
#include "aj-progress-frame.h"
#include "aj-window.h"

#include <string.h>

typedef struct
{
  AppFixture app;
  AjWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->app, data);
  self->window = aj_window_new (NULL, aj_services_get_settings (self->app.services));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  app_settle ();
  g_assert_null (self->window);
  app_fixture_tear_down (&self->app, data);
}

static void
open_file (Fixture *self)
{
  aj_window_set_services (self->window, self->app.services);
  app_settle ();
}

static GtkWidget *
get_content (Fixture *self)
{
  return adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window));
}

typedef struct
{
  GtkWidget *root;
  const char *pattern;
} Label;

static gboolean
is_label_shown (gpointer data)
{
  Label *wanted = data;
  g_autoptr (GPtrArray) labels = app_find_all (wanted->root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)) &&
        g_pattern_match_simple (wanted->pattern,
                                gtk_label_get_text (g_ptr_array_index (labels, i))))
      return TRUE;
  return FALSE;
}

static gboolean
is_label_gone (gpointer data)
{
  return !is_label_shown (data);
}

static void
await_label (Fixture *self, const char *pattern)
{
  Label wanted = { GTK_WIDGET (self->window), pattern };

  app_wait_until (is_label_shown, &wanted, pattern);
}

static void
await_gone (Fixture *self, const char *pattern)
{
  Label wanted = { GTK_WIDGET (self->window), pattern };

  app_wait_until (is_label_gone, &wanted, pattern);
}

/* Whether a button for @action in this window could be pressed. */
static gboolean
is_enabled (Fixture *self, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_widget_set_parent (button, get_content (self));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

/* What the network knows has a page of its own, to which a document that is found leads as well. */
static void
test_knowledge (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) paper = app_fixture_add (&self->app, &aj_paper_record_type, "name",
                                                "Handreiking", NULL, NULL);
  g_autoptr (AjRecord) person = app_fixture_add (&self->app, &aj_person_record_type, "name", "Anna",
                                                 NULL, NULL);

  open_file (self);
  aj_window_show_page (self->window, "network");
  g_assert_true (
      aj_window_show_record (self->window, &aj_paper_record_type, aj_record_get_id (paper)));
  await_label (self, "Handreiking");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==,
                   "Knowledge Base – Aanjager");
  await_label (self, "1 document");
  g_assert_true (
      aj_window_show_record (self->window, &aj_person_record_type, aj_record_get_id (person)));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Network – Aanjager");
}

static void
test_pages (Fixture *self, gconstpointer data)
{
  guint n_pages;
  const AjPageInfo *pages = aj_page_table_get (&n_pages);

  open_file (self);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s – Aanjager", pages[i].title);
      GtkWidget *page;

      aj_window_show_page (self->window, pages[i].name);
      app_settle ();
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, title);
      page = app_find (GTK_WIDGET (self->window), AJ_TYPE_PAGE);
      g_assert_true (G_OBJECT_TYPE (page) == pages[i].get_type ());
      /* The keys follow from the same table. */
      g_assert_true (
          gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "u", 0u));
      app_settle ();
      page = app_find (GTK_WIDGET (self->window), AJ_TYPE_PAGE);
      g_assert_true (G_OBJECT_TYPE (page) == pages[0].get_type ());
    }
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (is_enabled (self, "win.undo"));
  open_file (self);
  g_assert_false (is_enabled (self, "win.undo"));
  g_assert_false (is_enabled (self, "win.redo"));
  group = app_fixture_add (&self->app, &aj_group_record_type, "name", "Expert team", "kind",
                           "expert-team");
  app_settle ();
  g_assert_true (is_enabled (self, "win.undo"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  await_label (self, "Undone: Add");
  g_assert_true (aj_record_is_removed (group));
  g_assert_false (is_enabled (self, "win.undo"));
  g_assert_true (is_enabled (self, "win.redo"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.redo", NULL));
  await_label (self, "Done again: Add");
  g_assert_false (aj_record_is_removed (group));
}

static void
test_failure (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (AJ_STORE_ERROR, AJ_STORE_ERROR_FOREIGN,
                                                  "This is <no> data file.");

  aj_window_show_failure (self->window, "/somewhere/letter.aanjager", error);
  await_label (self, "The File Could Not Be Opened");
  await_label (self, "This is <no> data file.*letter.aanjager");
  open_file (self);
  await_gone (self, "The File Could Not Be Opened");
  /* With a file open, it stays open, and a toast tells. */
  aj_window_show_failure (self->window, "/somewhere/letter.aanjager", error);
  await_label (self, "This is <no> data file.*");
  g_assert_true (aj_window_get_services (self->window) == self->app.services);
}

static void
test_welcome (Fixture *self, gconstpointer data)
{
  aj_window_show_welcome (self->window);
  await_label (self, "Welcome to Aanjager");
  g_assert_false (is_enabled (self, "win.backup"));
  g_assert_false (is_enabled (self, "win.toggle-sidebar"));
  g_assert_null (aj_window_get_services (self->window));
}

static gboolean
is_revealed (gpointer revealer)
{
  return gtk_revealer_get_reveal_child (revealer);
}

static void
test_progress (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AjProgressFrame *frame;
  GtkWidget *revealer;
  gint64 start;

  open_file (self);
  frame = AJ_PROGRESS_FRAME (app_find (GTK_WIDGET (self->window), AJ_TYPE_PROGRESS_FRAME));
  revealer = gtk_widget_get_last_child (GTK_WIDGET (frame));
  g_assert_true (GTK_IS_REVEALER (revealer));

  /* What is done within half a second is not spoken of. */
  aj_progress_frame_begin (frame, "Something quick", cancellable);
  g_assert_false (is_revealed (revealer));
  aj_progress_frame_end (frame);
  app_settle ();
  g_assert_false (is_revealed (revealer));

  start = g_get_monotonic_time ();
  aj_progress_frame_begin (frame, "Something long", cancellable);
  app_wait (is_revealed, revealer);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, G_USEC_PER_SEC * 4 / 10);
  aj_progress_frame_set_fraction (frame, 0.5);
  await_label (self, "Something long");
  g_assert_true (gtk_widget_activate_action (revealer, "progress.cancel", NULL));
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  aj_progress_frame_end (frame);
  g_assert_false (is_revealed (revealer));
}

/* The bar that moved to and fro went on to ask for frames for ever, unseen. */
static void
test_progress_ends (Fixture *self, gconstpointer data)
{
  AjProgressFrame *frame;
  GtkWidget *revealer;

  open_file (self);
  frame = AJ_PROGRESS_FRAME (app_find (GTK_WIDGET (self->window), AJ_TYPE_PROGRESS_FRAME));
  revealer = gtk_widget_get_last_child (GTK_WIDGET (frame));
  aj_progress_frame_begin (frame, "Something long", NULL);
  app_wait (is_revealed, revealer);
  aj_progress_frame_end (frame);
  app_settle ();
  g_assert_false (is_revealed (revealer));
}

static void
test_toasts (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It is <full>.");
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Never");
  Label never = { GTK_WIDGET (self->window), "Never" };
  GtkWidget *from;

  open_file (self);
  from = app_find (GTK_WIDGET (self->window), AJ_TYPE_PAGE);
  aj_feedback_error (from, cancelled);
  app_settle ();
  g_assert_false (is_label_shown (&never));
  aj_feedback_offer_undo (from, "Removed “<A & B>”");
  await_label (self, "Removed “<A & B>”");
  /* A newer offer takes the place of an older one for good. */
  aj_feedback_offer_undo (from, "Moved");
  await_label (self, "Moved");
  aj_feedback_withdraw_undo (from);
  await_gone (self, "Moved");
  await_gone (self, "Removed*");
  aj_feedback_error (from, error);
  await_label (self, "It is <full>.");
}

/* A page outlives its window while it waits for an answer; nobody is there to be told. */
static void
test_left_early (Fixture *self, gconstpointer data)
{
  open_file (self);
  g_assert_true (aj_window_show_record (self->window, &aj_meeting_record_type, "x"));
}

static GtkWidget *
find_message (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_message_shown (gpointer data)
{
  return find_message () != NULL;
}

static gboolean
is_message_gone (gpointer data)
{
  return find_message () == NULL;
}

static void
answer_message (const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (find_message (), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      {
        g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
        return;
      }
  g_error ("no answer is called %s", label);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
commit_done_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Bert writes to the same file what Anna is about to change, or to remove (@mine is NULL): she sees both, and chooses. */
static void
quarrel (Fixture *self, AjRecord *group, const char *theirs, const char *mine, const char *answer)
{
  g_autofree char *was = g_strdup (aj_record_get_text (group, "name"));
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) other = aj_store_open (aj_store_get_path (self->app.store),
                                             AJ_STORE_OPEN_DEFAULT, "Bert",
                                             aj_services_get_clock (self->app.services), &error);
  g_autoptr (AjEdit) my_edit = aj_edit_new (self->app.store, "Rename");
  g_autoptr (AjEdit) their_edit = NULL;
  g_autoptr (AjRecord) their_group = NULL;
  gboolean done = FALSE;
  const char *body;

  g_assert_no_error (error);
  if (mine != NULL)
    aj_values_set_text (aj_edit_change (my_edit, group), "name", mine);
  else
    aj_edit_remove_values (my_edit, aj_record_get_values (group));
  their_group = aj_store_load_record (other, &aj_group_record_type, aj_record_get_id (group),
                                      &error);
  g_assert_no_error (error);
  their_edit = aj_edit_new (other, "Rename");
  aj_values_set_text (aj_edit_change (their_edit, their_group), "name", theirs);
  aj_edit_commit (their_edit, &error);
  g_assert_no_error (error);

  aj_feedback_commit (app_find (GTK_WIDGET (self->window), AJ_TYPE_PAGE), my_edit,
                      AJ_COMMIT_OFFER_UNDO, commit_done_cb, &done);
  app_wait (is_message_shown, NULL);
  g_assert_false (done);
  body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_message ()));
  g_assert_nonnull (strstr (body, "Bert"));
  g_assert_nonnull (strstr (body, theirs));
  g_assert_nonnull (strstr (body, mine != NULL ? mine : was));
  answer_message (answer);
  app_wait (is_message_gone, NULL);
  app_wait (is_true, &done);
  aj_store_close (other);
}

static void
test_conflict (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = app_fixture_add (&self->app, &aj_group_record_type, "name", "Team",
                                                "kind", "expert-team");

  open_file (self);
  quarrel (self, group, "Bert’s team", "Anna’s team", "Keep _Mine");
  app_wait_for_text (group, "name", "Anna’s team");
  await_label (self, "Rename");
  quarrel (self, group, "Bert’s again", "Anna’s again", "Keep _Theirs");
  app_wait_for_text (group, "name", "Bert’s again");
}

/* What Bert changed while Anna looked at it is not removed unseen. */
static void
test_removal_conflict (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = app_fixture_add (&self->app, &aj_group_record_type, "name", "Team",
                                                "kind", "expert-team");

  open_file (self);
  quarrel (self, group, "Bert’s team", NULL, "_Keep It");
  app_wait_for_text (group, "name", "Bert’s team");
  g_assert_false (aj_record_is_removed (group));
  quarrel (self, group, "Bert’s again", NULL, "_Remove All the Same");
  app_settle ();
  g_assert_true (aj_record_is_removed (group));
}

/* What follows from something that is different now is not written, and nothing is asked. */
static void
test_guard_conflict (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = app_fixture_add (&self->app, &aj_group_record_type, "name", "Team",
                                                "kind", "expert-team");
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Plan");
  gboolean done = FALSE;

  open_file (self);
  aj_edit_guard (edit, aj_record_get_values (group));
  app_fixture_change (&self->app, group, "purpose", "Together", "Bert");
  aj_feedback_commit (app_find (GTK_WIDGET (self->window), AJ_TYPE_PAGE), edit,
                      AJ_COMMIT_OFFER_UNDO, commit_done_cb, &done);
  app_wait (is_true, &done);
  g_assert_null (find_message ());
  await_label (self, "Bert changed “Purpose” (Group)*Look at it again.");
}

static AjFieldRow *
find_row (Fixture *self, const char *field)
{
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (self->window), AJ_TYPE_FIELD_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *name = NULL;

      g_object_get (g_ptr_array_index (rows, i), "field", &name, NULL);
      if (g_str_equal (name, field) && gtk_widget_get_mapped (g_ptr_array_index (rows, i)))
        return g_ptr_array_index (rows, i);
    }
  return NULL;
}

/* Shows the person on the Network page, with @text typed in its field and the cursor still in it. */
static AjFieldRow *
type_in_field (Fixture *self, AjRecord *person, const char *field, const char *text)
{
  AjFieldRow *row;
  GtkWidget *entry;

  g_assert_true (
      aj_window_show_record (self->window, &aj_person_record_type, aj_record_get_id (person)));
  app_settle ();
  row = find_row (self, field);
  g_assert_nonnull (row);
  entry = app_find (GTK_WIDGET (row), GTK_TYPE_TEXT);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  return row;
}

static gboolean
is_store_closed (gpointer store)
{
  g_autoptr (GError) error = NULL;

  return !aj_store_refresh (store, &error);
}

/* The window goes once what was typed is stored. */
static void
test_close_saves (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = app_fixture_add (&self->app, &aj_person_record_type, "name", "Zoë",
                                                 NULL, NULL);

  open_file (self);
  type_in_field (self, person, "phone", "038 123 45 67");
  gtk_window_close (GTK_WINDOW (self->window));
  app_wait (is_store_closed, self->app.store);
  g_assert_cmpstr (aj_record_get_text (person, "phone"), ==, "038 123 45 67");
  self->window = aj_window_new (NULL, aj_services_get_settings (self->app.services));
}

/* What is no mail address was lost without a word when the window closed. */
static void
test_close_unsaved (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = app_fixture_add (&self->app, &aj_person_record_type, "name", "Zoë",
                                                 NULL, NULL);
  AjFieldRow *row;
  const char *body;

  open_file (self);
  row = type_in_field (self, person, "mail", "zoe@@deventer");
  /* Seen from another page, it is found all the same. */
  aj_window_show_page (self->window, "meetings");
  app_settle ();
  gtk_window_close (GTK_WINDOW (self->window));
  /* Once more while it is thinking changes nothing. */
  gtk_window_close (GTK_WINDOW (self->window));
  app_wait (is_message_shown, NULL);
  body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_message ()));
  g_assert_nonnull (strstr (body, "Mail: "));
  answer_message ("_Stay Here");
  app_wait (is_message_gone, NULL);
  app_settle ();
  g_assert_true (aj_window_get_services (self->window) == self->app.services);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), GTK_WIDGET (row)));

  gtk_window_close (GTK_WINDOW (self->window));
  app_wait (is_message_shown, NULL);
  answer_message ("_Close All the Same");
  app_wait (is_store_closed, self->app.store);
  self->window = aj_window_new (NULL, aj_services_get_settings (self->app.services));
}

/* Another program has the file locked: it was waited for with a dead window, and then the text was gone. */
static void
test_close_busy (Fixture *self, gconstpointer data)
{
  static const char script[] = "import sqlite3, sys\n"
                               "db = sqlite3.connect (sys.argv[1], isolation_level = None)\n"
                               "db.execute ('BEGIN IMMEDIATE')\n"
                               "print ('ready', flush = True)\n"
                               "sys.stdin.read ()\n";
  g_autoptr (AjRecord) person = app_fixture_add (&self->app, &aj_person_record_type, "name", "Zoë",
                                                 NULL, NULL);
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GError) error = NULL;
  char ready[5];
  gsize n_read;
  gint64 start;

  open_file (self);
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                            "python3", "-c", script, aj_store_get_path (self->app.store), NULL);
  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (other), ready, sizeof ready,
                                          &n_read, NULL, &error));
  g_assert_cmpmem (ready, n_read, "ready", 5);
  type_in_field (self, person, "phone", "038 123 45 67");
  start = g_get_monotonic_time ();
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  await_label (self, "Saving…");
  app_wait (is_message_shown, NULL);
  answer_message ("_Stay Here");
  app_wait (is_message_gone, NULL);
  app_settle ();
  g_subprocess_force_exit (other);
  g_assert_true (g_subprocess_wait (other, NULL, NULL));

  gtk_window_close (GTK_WINDOW (self->window));
  app_wait (is_store_closed, self->app.store);
  g_assert_cmpstr (aj_record_get_text (person, "phone"), ==, "038 123 45 67");
  self->window = aj_window_new (NULL, aj_services_get_settings (self->app.services));
}

/* A question of a dialog stands before any other: the window stays for the answer. */
static void
test_close_with_dialog (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  open_file (self);
  dialog = adw_message_dialog_new (GTK_WINDOW (self->window), "Which?", NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  app_wait (is_message_shown, NULL);
  gtk_window_close (GTK_WINDOW (self->window));
  app_settle ();
  g_assert_true (aj_window_get_services (self->window) == self->app.services);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What may not be written is shown, and the window says all the time why nothing can be changed. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  static const char *const sentence = "This file can only be read*";
  g_autoptr (AjStore) store = NULL;
  g_autoptr (AjServices) services = NULL;
  g_autoptr (GError) error = NULL;
  Label label = { GTK_WIDGET (self->window), sentence };

  open_file (self);
  g_assert_false (is_label_shown (&label));
  store = aj_store_open (aj_store_get_path (self->app.store), AJ_STORE_OPEN_READ_ONLY, "Anna",
                         aj_services_get_clock (self->app.services), &error);
  g_assert_no_error (error);
  services = aj_services_new (store, aj_services_get_clock (self->app.services),
                              aj_services_get_settings (self->app.services));
  aj_window_set_services (self->window, services);
  await_label (self, sentence);
  aj_window_show_page (self->window, "network");
  app_settle ();
  await_label (self, sentence);
  await_label (self, "Save a Copy…");
}

static void
left_cb (AjWindow *window, gboolean may_leave, gpointer user_data)
{
  *(int *) user_data = may_leave;
}

static gboolean
is_answered (gpointer data)
{
  return *(int *) data >= 0;
}

/* Opening another file asks the same. */
static void
test_leave (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = app_fixture_add (&self->app, &aj_person_record_type, "name", "Zoë",
                                                 NULL, NULL);
  int answer = -1;

  aj_window_leave (self->window, left_cb, &answer);
  g_assert_cmpint (answer, ==, TRUE);
  open_file (self);
  answer = -1;
  aj_window_leave (self->window, left_cb, &answer);
  g_assert_cmpint (answer, ==, -1);
  app_wait (is_answered, &answer);
  g_assert_cmpint (answer, ==, TRUE);

  type_in_field (self, person, "mail", "zoe@@deventer");
  answer = -1;
  aj_window_leave (self->window, left_cb, &answer);
  app_wait (is_message_shown, NULL);
  answer_message ("_Stay Here");
  app_wait (is_answered, &answer);
  g_assert_cmpint (answer, ==, FALSE);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/window/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("pages", test_pages);
  ADD ("knowledge", test_knowledge);
  ADD ("undo", test_undo);
  ADD ("failure", test_failure);
  ADD ("welcome", test_welcome);
  ADD ("progress", test_progress);
  ADD ("progress-ends", test_progress_ends);
  ADD ("toasts", test_toasts);
  ADD ("left-early", test_left_early);
  ADD ("conflict", test_conflict);
  ADD ("removal-conflict", test_removal_conflict);
  ADD ("guard-conflict", test_guard_conflict);
  ADD ("close-saves", test_close_saves);
  ADD ("close-unsaved", test_close_unsaved);
  ADD ("close-busy", test_close_busy);
  ADD ("close-with-dialog", test_close_with_dialog);
  ADD ("leave", test_leave);
  ADD ("read-only", test_read_only);
#undef ADD
  return g_test_run ();
}
