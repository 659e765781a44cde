/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-duplicates-window.h"
#include "aj-feedback.h"
#include "aj-group.h"
#include "aj-membership.h"
#include "aj-merge-dialog.h"
#include "aj-merge-form.h"
#include "aj-network-merge.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-record-chooser.h"
#include "aj-record-finder.h"

static AjRecord *
add_person (AppFixture *self, const char *id, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *values = aj_edit_add_with_id (edit, &aj_person_record_type, id);
  g_autoptr (GError) error = NULL;
  AjRecord *record;
  const char *field;
  va_list pairs;

  va_start (pairs, id);
  while ((field = va_arg (pairs, const char *)) != NULL)
    aj_values_set_text (values, field, va_arg (pairs, const char *));
  va_end (pairs);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  record = aj_store_load_record (self->store, &aj_person_record_type, id, &error);
  g_assert_no_error (error);
  return record;
}

static GtkCheckButton *
find_check (gpointer root, const char *text)
{
  g_autoptr (GPtrArray) checks = app_find_all (root, GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0; i < checks->len; i++)
    {
      GtkWidget *label = gtk_check_button_get_child (checks->pdata[i]);

      if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
        return checks->pdata[i];
    }
  g_error ("there is no choice “%s”", text);
}

static gboolean
is_said (gpointer root, const char *words)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        strstr (gtk_label_get_text (labels->pdata[i]), words) != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static gboolean
is_closed (gpointer data)
{
  return count_windows () == 1;
}

static gboolean
is_removed (gpointer record)
{
  return aj_record_is_removed (record);
}

static gboolean
is_there (gpointer record)
{
  return !aj_record_is_removed (record);
}

static guint64
bit (const char *field)
{
  return G_GUINT64_CONSTANT (1) << aj_record_type_find (&aj_person_record_type, field);
}

static void
test_form (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) organisation = app_fixture_add (self, &aj_organisation_record_type, "name",
                                                       "Politie", "kind", "police");
  g_autoptr (AjRecord) first = add_person (self, "1", "name", "Anna Bos", "mail", "anna@a.example",
                                           "notes", "Eerste", NULL);
  g_autoptr (AjRecord) second = add_person (self, "2", "name", "A. Bos", "mail", "anna@b.example",
                                            "organisation", aj_record_get_id (organisation),
                                            "notes", "Tweede", NULL);
  AjMergeForm *form = g_object_new (AJ_TYPE_MERGE_FORM, NULL);

  aj_merge_form_set_services (form, self->services);
  app_fixture_show (self, GTK_WIDGET (form));
  aj_merge_form_set_pair (form, aj_record_get_values (first), aj_record_get_values (second));
  app_settle ();
  app_assert_named (GTK_WIDGET (form));
  g_assert_true (is_said (form, "The notes of both are kept."));
  g_assert_true (is_said (form, "Politie"));
  /* What only one of them has is likely; where both have something, the first. */
  g_assert_cmpuint (aj_merge_form_get_from_second (form), ==, bit ("organisation"));
  gtk_check_button_set_active (find_check (form, "anna@b.example"), TRUE);
  g_assert_cmpuint (aj_merge_form_get_from_second (form), ==, bit ("organisation") | bit ("mail"));
  gtk_check_button_set_active (find_check (form, "Nothing"), TRUE);
  g_assert_cmpuint (aj_merge_form_get_from_second (form), ==, bit ("mail"));
  aj_merge_form_set_pair (form, NULL, NULL);
  g_assert_cmpuint (aj_merge_form_get_from_second (form), ==, 0);
  g_assert_false (is_said (form, "Politie"));
}

static void
test_form_same (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) first = add_person (self, "1", "name", "Anna Bos", NULL);
  g_autoptr (AjRecord) second = add_person (self, "2", "name", "Anna Bos", NULL);
  AjMergeForm *form = g_object_new (AJ_TYPE_MERGE_FORM, NULL);

  aj_merge_form_set_services (form, self->services);
  app_fixture_show (self, GTK_WIDGET (form));
  aj_merge_form_set_pair (form, aj_record_get_values (first), aj_record_get_values (second));
  g_assert_true (is_said (form, "They say the same."));
  g_assert_cmpuint (aj_merge_form_get_from_second (form), ==, 0);
}

static gboolean
can_do (gpointer root, const char *action)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), action) == 0)
      return gtk_widget_is_sensitive (buttons->pdata[i]);
  g_assert_not_reached ();
}

static void
pick (gpointer dialog, const char *id)
{
  AjRecordChooser *chooser = AJ_RECORD_CHOOSER (app_find (dialog, AJ_TYPE_RECORD_CHOOSER));
  g_autoptr (GPtrArray) finders = NULL;

  aj_record_chooser_open (chooser);
  app_settle ();
  finders = app_find_all (GTK_WIDGET (chooser), AJ_TYPE_RECORD_FINDER);
  g_signal_emit_by_name (finders->pdata[0], "picked", id);
  app_settle ();
}

static void
test_dialog (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = app_fixture_add (self, &aj_group_record_type, "name", "Expertteam",
                                                NULL, NULL);
  g_autoptr (AjRecord) first = add_person (self, "1", "name", "Anna Bos", "mail", "a@x.example",
                                           NULL);
  g_autoptr (AjRecord) second = add_person (self, "2", "name", "A. Bos", NULL);
  g_autoptr (AjRecord) membership = app_fixture_add (self, &aj_membership_record_type, "group",
                                                     aj_record_get_id (group), "person", "2");
  GtkWidget *origin = gtk_button_new ();
  AjMergeDialog *dialog;
  g_autoptr (GError) error = NULL;

  app_fixture_show (self, origin);
  dialog = aj_merge_dialog_show (origin, self->services, first);
  app_settle ();
  app_assert_named (GTK_WIDGET (dialog));
  g_assert_false (can_do (dialog, "merge.merge"));
  pick (dialog, "1");
  g_assert_true (is_said (dialog, "That is the same one."));
  g_assert_false (can_do (dialog, "merge.merge"));
  pick (dialog, "2");
  g_assert_true (can_do (dialog, "merge.merge"));
  gtk_check_button_set_active (find_check (dialog, "A. Bos"), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "merge.merge", NULL);
  app_wait (is_closed, NULL);
  g_assert_true (aj_record_is_removed (second));
  g_assert_cmpstr (aj_record_get_title (first), ==, "A. Bos");
  g_assert_cmpstr (aj_record_get_text (first, "mail"), ==, "a@x.example");
  g_assert_cmpstr (aj_record_get_text (membership, "person"), ==, "1");
  g_assert_true (aj_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  app_wait (is_there, second);
  app_wait_for_text (membership, "person", "2");
}

/* Somebody else removes the other while it is being chosen from. */
static void
test_dialog_gone (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) first = add_person (self, "1", "name", "Anna Bos", NULL);
  g_autoptr (AjRecord) second = add_person (self, "2", "name", "A. Bos", NULL);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");
  GtkWidget *origin = gtk_button_new ();
  AjMergeDialog *dialog;

  app_fixture_show (self, origin);
  dialog = aj_merge_dialog_show (origin, self->services, first);
  pick (dialog, "2");
  aj_edit_remove (edit, &aj_person_record_type, "2");
  g_assert_true (aj_edit_commit (edit, NULL));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "merge.merge", NULL);
  app_settle ();
  g_assert_false (can_do (dialog, "merge.merge"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static const char *
get_state (gpointer window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (app_find (window, GTK_TYPE_STACK)));
}

static gboolean
shows_a_pair (gpointer window)
{
  return g_str_equal (get_state (window), "pair");
}

static gboolean
shows_none (gpointer window)
{
  return g_str_equal (get_state (window), "none");
}

static const char *
get_place (gpointer window)
{
  return adw_window_title_get_subtitle (
      ADW_WINDOW_TITLE (app_find (window, ADW_TYPE_WINDOW_TITLE)));
}

static gboolean
is_first_of_two (gpointer window)
{
  return g_str_equal (get_place (window), "1 of 2");
}

static gboolean
is_only_one (gpointer window)
{
  return g_str_equal (get_place (window), "1 of 1");
}

static AjDuplicatesWindow *
show_window (AppFixture *self)
{
  app_fixture_show (self, gtk_button_new ());
  return aj_duplicates_window_show (self->window, self->services, &aj_person_record_type);
}

/* The sure ones first; each is decided once, and that is remembered. */
static void
test_window (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) first = add_person (self, "1", "name", "Anna Bos", "mail", "a@x.example",
                                           "phone", "1", NULL);
  g_autoptr (AjRecord) second = add_person (self, "2", "name", "Bea Smit", "mail", "A@x.example",
                                            NULL);
  g_autoptr (AjRecord) third = add_person (self, "3", "name", "Chris Bakker", "phone", "3", NULL);
  g_autoptr (AjRecord) fourth = add_person (self, "4", "name", "C. Bakker", NULL);
  AjDuplicatesWindow *window = show_window (self);

  app_wait (shows_a_pair, window);
  g_assert_cmpstr (get_place (window), ==, "1 of 2");
  g_assert_true (is_said (window, "the same mail address"));
  app_assert_named (GTK_WIDGET (window));
  g_assert_false (can_do (window, "duplicates.previous"));
  gtk_widget_activate_action (GTK_WIDGET (window), "duplicates.next", NULL);
  g_assert_cmpstr (get_place (window), ==, "2 of 2");
  g_assert_true (is_said (window, "names are alike"));
  g_assert_false (can_do (window, "duplicates.next"));
  gtk_widget_activate_action (GTK_WIDGET (window), "duplicates.previous", NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "duplicates.apart", NULL);
  app_wait (is_only_one, window);
  app_wait_for_text (first, "distinct-from", "2");
  g_assert_true (is_said (window, "names are alike"));
  gtk_widget_activate_action (GTK_WIDGET (window), "duplicates.merge", NULL);
  app_wait (shows_none, window);
  app_wait (is_removed, fourth);

  /* Both come back, one step at a time. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_wait (is_only_one, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_wait (is_first_of_two, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  app_wait (is_only_one, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window_none (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) first = add_person (self, "1", "name", "Anna Bos", NULL);
  AjDuplicatesWindow *window = show_window (self);
  g_autoptr (AjRecord) second = NULL;

  app_wait (shows_none, window);
  /* One that comes while it is open is shown. */
  second = add_person (self, "2", "name", "Anna Bos", NULL);
  app_wait (shows_a_pair, window);
  g_assert_true (is_said (window, "the same name"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window_closed_at_once (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) first = add_person (self, "1", "name", "Anna Bos", NULL);
  g_autoptr (AjRecord) second = add_person (self, "2", "name", "Anna Bos", NULL);
  AjDuplicatesWindow *window = show_window (self);

  gtk_window_destroy (GTK_WINDOW (window));
  window = show_window (self);
  app_wait (shows_a_pair, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "duplicates.merge", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  app_settle ();
  g_assert_cmpuint (count_windows (), ==, 1);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/merging/" name, AppFixture, NULL, app_fixture_set_up, function,                    \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("form", test_form);
  ADD ("form-same", test_form_same);
  ADD ("dialog", test_dialog);
  ADD ("dialog-gone", test_dialog_gone);
  ADD ("window", test_window);
  ADD ("window-none", test_window_none);
  ADD ("window-closed-at-once", test_window_closed_at_once);
  return g_test_run ();
}
