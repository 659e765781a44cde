/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window with preferences: when what is written there counts. */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-field-row.h"
#include "aj-mail-text-editor.h"
#include "aj-preferences-window.h"

static AdwEntryRow *
find_row (GtkWidget *window, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (window, ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);
  g_error ("there is no row “%s”", title);
}

static void
assert_setting (AppFixture *self, const char *key, const char *expected)
{
  g_autofree char *text = g_settings_get_string (aj_services_get_settings (self->services), key);

  g_assert_cmpstr (text, ==, expected);
}

/* Each letter was somebody else in history, and nothing that was done before could be undone. */
static void
test_own_name (AppFixture *self, gconstpointer data)
{
  GSettings *settings = aj_services_get_settings (self->services);
  GtkWindow *window = GTK_WINDOW (aj_preferences_window_new (settings, self->services));
  AdwEntryRow *name, *organisation;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (window);
  app_settle ();
  name = find_row (GTK_WIDGET (window), "Your name");
  organisation = find_row (GTK_WIDGET (window), "Your organisation");
  gtk_widget_grab_focus (GTK_WIDGET (name));
  gtk_editable_set_text (GTK_EDITABLE (name), "An");
  assert_setting (self, "own-name", "");
  gtk_editable_set_text (GTK_EDITABLE (name), " Anke  de Vries");
  gtk_widget_grab_focus (GTK_WIDGET (organisation));
  assert_setting (self, "own-name", "Anke de Vries");
  gtk_editable_set_text (GTK_EDITABLE (organisation), "Gemeente Zwolle");
  g_signal_emit_by_name (organisation, "entry-activated");
  assert_setting (self, "organisation", "Gemeente Zwolle");
  gtk_editable_set_text (GTK_EDITABLE (organisation), "Gemeente Apeldoorn");
  assert_setting (self, "organisation", "Gemeente Zwolle");
  gtk_window_close (window);
  app_settle ();
  g_assert_null (window);
  assert_setting (self, "organisation", "Gemeente Apeldoorn");
  g_settings_reset (settings, "own-name");
  g_settings_reset (settings, "organisation");
}

static AjFieldRow *
find_field (GtkWidget *window, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (window, AJ_TYPE_FIELD_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);
  g_error ("there is no field “%s”", title);
}

static gboolean
is_ready (AjFieldRow *row)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (row));
}

static GtkEditable *
get_entry (GtkWidget *window, const char *title)
{
  AjFieldRow *row = find_field (window, title);

  app_wait (is_ready, row);
  return GTK_EDITABLE (app_find (GTK_WIDGET (row), GTK_TYPE_ENTRY));
}

static gboolean
is_invited_by (AppFixture *self)
{
  AjOrganiser organiser = aj_network_settings_get_organiser (
      aj_services_get_network (self->services));

  return g_strcmp0 (organiser.mail, "secretariaat@netwerk.example") == 0;
}

/* Whoever takes over opens the file, and finds it there. */
static void
test_network (AppFixture *self, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (
      aj_preferences_window_new (aj_services_get_settings (self->services), self->services));
  GtkEditable *mail;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (window);
  app_settle ();
  app_assert_named (GTK_WIDGET (window));
  mail = get_entry (GTK_WIDGET (window), "Mailbox");
  gtk_widget_grab_focus (GTK_WIDGET (mail));
  gtk_editable_set_text (mail, "secretariaat");
  g_signal_emit_by_name (mail, "activate");
  app_settle ();
  g_assert_cmpstr (aj_field_row_get_fault (find_field (GTK_WIDGET (window), "Mailbox")), !=, "");
  g_assert_false (is_invited_by (self));
  gtk_editable_set_text (mail, "secretariaat@netwerk.example");
  /* What is typed last counts as well. */
  gtk_window_close (window);
  app_wait (is_invited_by, self);
  g_assert_null (window);
}

static GtkWidget *
find_action_row (GtkWidget *window, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (window, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  g_error ("there is no row “%s”", title);
}

static gboolean
is_sensitive (GtkWidget *widget)
{
  return gtk_widget_get_sensitive (widget);
}

/* (transfer none): the editor of one kind of mail. */
static GtkWidget *
open_editor (GtkWidget *window, const char *title)
{
  GtkWidget *row = find_action_row (window, title);
  GtkWidget *editor;

  app_wait (is_sensitive, row);
  g_signal_emit_by_name (row, "activated");
  app_settle ();
  editor = app_find (window, AJ_TYPE_MAIL_TEXT_EDITOR);
  g_assert_nonnull (editor);
  return editor;
}

static GtkTextBuffer *
get_body (GtkWidget *editor)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (app_find (editor, GTK_TYPE_TEXT_VIEW)));
}

static char *
dup_body (GtkWidget *editor)
{
  char *text;

  g_object_get (get_body (editor), "text", &text, NULL);
  return text;
}

static gint64
count_own (AppFixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_mail_text_record_type);

  return aj_store_count (self->store, query, NULL);
}

static gboolean
has_one (AppFixture *self)
{
  return count_own (self) == 1;
}

static gboolean
has_none (AppFixture *self)
{
  return count_own (self) == 0;
}

static gboolean
is_shown (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return TRUE;
  return FALSE;
}

/* (nullable): the button in the toast. */
static GtkWidget *
find_undo (GtkWidget *window)
{
  g_autoptr (GPtrArray) buttons = app_find_all (window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "win.undo") == 0)
      return buttons->pdata[i];
  return NULL;
}

static void
test_mail_texts (AppFixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (
      aj_preferences_window_new (aj_services_get_settings (self->services), self->services));
  g_autofree char *body = NULL;
  GtkWidget *editor;

  gtk_window_present (GTK_WINDOW (window));
  app_settle ();
  /* Whoever only looks changes nothing. */
  editor = open_editor (window, "Change of an invitation");
  app_assert_named (editor);
  g_assert_true (gtk_widget_activate_action (editor, "mail-text.back", NULL));
  app_settle ();
  g_assert_cmpint (count_own (self), ==, 0);

  editor = open_editor (window, "Invitation");
  body = dup_body (editor);
  g_assert_nonnull (strstr (body, "You are invited to {meeting}."));
  gtk_text_buffer_set_text (get_body (editor), "Komen jullie naar {zaal}? ", -1);
  g_assert_true (
      gtk_widget_activate_action (editor, "mail-text.insert", "u", (guint32) AJ_MAIL_PLACE_DATE));
  app_settle ();
  g_clear_pointer (&body, g_free);
  body = dup_body (editor);
  g_assert_cmpstr (body, ==, "Komen jullie naar {zaal}? {date}");
  g_assert_true (is_shown (editor, "“{zaal}” is nothing that can be filled in."));
  /* What it comes to stands beneath. */
  g_assert_true (is_shown (editor, "Komen jullie naar {zaal}? Thursday 12 March 2026"));
  g_assert_true (gtk_widget_activate_action (editor, "mail-text.back", NULL));
  app_wait (has_one, self);
  app_settle ();
  g_assert_nonnull (
      strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_action_row (window, "Invitation"))),
              "changed"));

  /* What comes with the program is there again, and that can be undone where it is said. */
  editor = open_editor (window, "Invitation");
  g_assert_true (gtk_widget_activate_action (editor, "mail-text.put-back", NULL));
  g_assert_true (gtk_widget_activate_action (editor, "mail-text.back", NULL));
  app_wait (has_none, self);
  app_settle ();
  g_assert_nonnull (find_undo (window));
  g_assert_true (gtk_widget_activate (find_undo (window)));
  app_wait (has_one, self);

  /* What was written last counts, however the window is left. */
  app_settle ();
  editor = open_editor (window, "Invitation");
  g_assert_true (gtk_widget_activate_action (editor, "mail-text.put-back", NULL));
  gtk_window_close (GTK_WINDOW (window));
  app_wait (has_none, self);
}

static GtkEditable *
get_subject (GtkWidget *editor)
{
  return GTK_EDITABLE (app_find (editor, GTK_TYPE_TEXT));
}

/* A text with a fault in it is not left, and so not lost: not by going back, not by closing the window. */
static void
test_mail_text_refused (AppFixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (
      aj_preferences_window_new (aj_services_get_settings (self->services), self->services));
  g_autofree char *long_text = g_strnfill (20001, 'a');
  g_autofree char *body = NULL;
  GtkWidget *editor;

  gtk_window_present (GTK_WINDOW (window));
  app_settle ();
  editor = open_editor (window, "Invitation");
  gtk_text_buffer_set_text (get_body (editor), "Helemaal opnieuw geschreven", -1);
  gtk_editable_set_text (get_subject (editor), "");
  g_assert_true (gtk_widget_activate_action (editor, "mail-text.back", NULL));
  app_settle ();
  g_assert_true (gtk_widget_get_mapped (editor));
  gtk_window_close (GTK_WINDOW (window));
  app_settle ();
  g_assert_true (gtk_widget_get_mapped (editor));
  body = dup_body (editor);
  g_assert_cmpstr (body, ==, "Helemaal opnieuw geschreven");
  g_assert_cmpint (count_own (self), ==, 0);

  gtk_editable_set_text (get_subject (editor), "Komen jullie?");
  gtk_text_buffer_set_text (get_body (editor), long_text, -1);
  g_assert_true (gtk_widget_activate_action (editor, "mail-text.back", NULL));
  app_settle ();
  g_assert_true (gtk_widget_get_mapped (editor));
  g_assert_cmpint (count_own (self), ==, 0);

  gtk_text_buffer_set_text (get_body (editor), "Helemaal opnieuw geschreven", -1);
  gtk_window_close (GTK_WINDOW (window));
  app_wait (has_one, self);
}

/* A newcomer has no file yet, and so no network. */
static void
test_no_file (AppFixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (
      aj_preferences_window_new (aj_services_get_settings (self->services), NULL));
  g_autoptr (GPtrArray) fields = NULL;

  gtk_window_present (GTK_WINDOW (window));
  app_settle ();
  fields = app_find_all (window, AJ_TYPE_FIELD_ROW);
  g_assert_cmpuint (fields->len, ==, 0);
  g_assert_nonnull (find_row (window, "Your name"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/app/preferences/own-name", AppFixture, NULL, app_fixture_set_up, test_own_name,
              app_fixture_tear_down);
  g_test_add ("/app/preferences/network", AppFixture, NULL, app_fixture_set_up, test_network,
              app_fixture_tear_down);
  g_test_add ("/app/preferences/mail-text-refused", AppFixture, NULL, app_fixture_set_up,
              test_mail_text_refused, app_fixture_tear_down);
  g_test_add ("/app/preferences/mail-texts", AppFixture, NULL, app_fixture_set_up, test_mail_texts,
              app_fixture_tear_down);
  g_test_add ("/app/preferences/no-file", AppFixture, NULL, app_fixture_set_up, test_no_file,
              app_fixture_tear_down);
  return g_test_run ();
}
