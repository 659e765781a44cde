/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The municipality's own window: what was done last time, adding, copying and removing, what is checked, and what is in the file. */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-form-activity-page.h"
#include "aj-form-activity-row.h"
#include "aj-form-field-row.h"
#include "aj-form-file.h"
#include "aj-form-window.h"

typedef struct
{
  AppFixture base;
  char *path;
  AjFormWindow *window; /* (unowned) */
} FormFixture;

static AjForm *
make_form (void)
{
  AjForm *form = aj_form_new ();
  AjFormRow *row;

  form->edition_id = g_strdup ("edition");
  form->edition_name = g_strdup ("Echt Niet Vandaag 2026");
  form->starts_on = form->ends_on = aj_date_new (2026, 10, 8);
  form->municipality_id = g_strdup ("place");
  form->municipality_code = g_strdup ("GM0193");
  form->municipality_name = g_strdup ("Zwolle");
  form->reply_mail = g_strdup ("a@netwerk.example");
  row = aj_form_add_row (form);
  row->previous = g_strdup ("old");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_NAME, "Escape box");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_DATE, "2026-10-08");
  row = aj_form_add_row (form);
  row->activity = g_strdup ("known");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_TAKES_PLACE, "true");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_NAME, "Breakfast");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_EXPECTED_REACH, "a lot");
  return form;
}

static void
write_form (FormFixture *self, const AjForm *form)
{
  g_autoptr (GBytes) bytes = aj_form_file_write (form);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static gboolean
is_loaded (gpointer window)
{
  return aj_form_window_get_form (window) != NULL;
}

static void
open_window (FormFixture *self)
{
  self->window = aj_form_window_new (NULL, self->path);
  gtk_window_present (GTK_WINDOW (self->window));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
}

static void
set_up (FormFixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = make_form ();

  app_fixture_set_up (&self->base, NULL);
  self->path = g_build_filename (self->base.folder, "z.aanjager-form", NULL);
  if (data != NULL)
    form->purpose = AJ_FORM_LOOK_BACK;
  write_form (self, form);
  open_window (self);
  app_wait (is_loaded, self->window);
  app_settle ();
}

static void
tear_down (FormFixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  app_settle ();
  g_unlink (self->path);
  g_free (self->path);
  app_fixture_tear_down (&self->base, NULL);
}

static void
do_action (FormFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  app_settle ();
}

static GPtrArray *
get_rows (FormFixture *self)
{
  return aj_form_window_get_form (self->window)->rows;
}

static const char *
get_text (FormFixture *self, guint row, AjFormColumn column)
{
  return ((AjFormRow *) get_rows (self)->pdata[row])->texts[column];
}

/* The nth button to answer whether something takes place. */
static GtkToggleButton *
get_answer (FormFixture *self, guint row, guint index)
{
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (self->window), AJ_TYPE_FORM_ACTIVITY_ROW);
  g_autoptr (GPtrArray) buttons = app_find_all (rows->pdata[row], GTK_TYPE_TOGGLE_BUTTON);

  return buttons->pdata[index];
}

static void
open_row (FormFixture *self, guint index)
{
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (self->window), AJ_TYPE_FORM_ACTIVITY_ROW);

  g_signal_emit_by_name (rows->pdata[index], "activate");
  app_settle ();
}

static AjFormFieldRow *
find_field (FormFixture *self, AjFormColumn column)
{
  const char *label = aj_field_get_label (aj_form_column_get_field (column));
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (self->window), AJ_TYPE_FORM_FIELD_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), label))
      return rows->pdata[i];
  g_error ("no row for %s", label);
}

static void
type_in (FormFixture *self, AjFormColumn column, const char *text)
{
  GtkWidget *entry = app_find (GTK_WIDGET (find_field (self, column)), GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static const char *
get_fault (FormFixture *self, AjFormColumn column)
{
  return aj_editor_row_get_fault (AJ_EDITOR_ROW (find_field (self, column)));
}

/* (transfer full): what is in the file. */
static AjForm *
read_file (FormFixture *self)
{
  g_autoptr (GError) error = NULL;
  AjForm *form = aj_form_file_load (self->path, &error);

  g_assert_no_error (error);
  return form;
}

static gboolean
is_gone (FormFixture *self)
{
  return self->window == NULL;
}

static void
close_window (FormFixture *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
  app_wait (is_gone, self);
}

static GtkWidget *
find_row (FormFixture *self, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (self->window), ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  g_error ("no row “%s”", title);
}

static gboolean
says_mail_is_wrong (FormFixture *self)
{
  g_autoptr (GPtrArray) labels = app_find_all (GTK_WIDGET (self->window), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_visible (labels->pdata[i]) &&
        g_str_has_prefix (gtk_label_get_text (labels->pdata[i]),
                          "“anna at ede” is not a mail address"))
      return gtk_widget_has_css_class (find_row (self, "Your mail address"), "error");
  return FALSE;
}

/* A wrong mail address is told of when it is left, when the form is sent, and when it is opened again; not while it is typed. */
static void
test_mail (FormFixture *self, gconstpointer data)
{
  GtkWidget *mail = find_row (self, "Your mail address");

  gtk_widget_grab_focus (mail);
  gtk_editable_set_text (GTK_EDITABLE (mail), "anna at ede");
  app_settle ();
  g_assert_false (says_mail_is_wrong (self));
  gtk_widget_grab_focus (find_row (self, "Your telephone number"));
  app_settle ();
  g_assert_true (says_mail_is_wrong (self));
  gtk_editable_set_text (GTK_EDITABLE (mail), "anna@ede.example");
  app_settle ();
  g_assert_false (says_mail_is_wrong (self));
  gtk_editable_set_text (GTK_EDITABLE (mail), "anna at ede");
  gtk_toggle_button_set_active (get_answer (self, 0, 0), TRUE);
  /* Of the other one something else is wrong. */
  gtk_toggle_button_set_active (get_answer (self, 1, 1), TRUE);
  do_action (self, "form.send");
  g_assert_true (says_mail_is_wrong (self));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), mail));
}

/* One press says that it is there again, another one takes that back. */
static void
test_again (FormFixture *self, gconstpointer data)
{
  g_autoptr (AjForm) read = NULL;

  app_assert_named (GTK_WIDGET (self->window));
  g_assert_true (aj_form_row_is_open (get_rows (self)->pdata[0]));
  gtk_toggle_button_set_active (get_answer (self, 0, 0), TRUE);
  g_assert_cmpstr (get_text (self, 0, AJ_FORM_COLUMN_TAKES_PLACE), ==, "true");
  gtk_toggle_button_set_active (get_answer (self, 0, 1), TRUE);
  g_assert_cmpstr (get_text (self, 0, AJ_FORM_COLUMN_TAKES_PLACE), ==, "false");
  g_assert_false (gtk_toggle_button_get_active (get_answer (self, 0, 0)));
  gtk_toggle_button_set_active (get_answer (self, 0, 1), FALSE);
  g_assert_true (aj_form_row_is_open (get_rows (self)->pdata[0]));
  gtk_toggle_button_set_active (get_answer (self, 0, 0), TRUE);
  close_window (self);
  read = read_file (self);
  g_assert_cmpuint (aj_form_count (read), ==, 2);
}

/* What is typed is in the form at once, and in the file when the window is closed, also what is not understood. */
static void
test_add (FormFixture *self, gconstpointer data)
{
  g_autoptr (AjForm) read = NULL;
  AjFormRow *row;

  do_action (self, "form.add");
  app_assert_named (GTK_WIDGET (self->window));
  g_assert_cmpuint (get_rows (self)->len, ==, 3);
  g_assert_cmpstr (get_text (self, 2, AJ_FORM_COLUMN_DATE), ==, "2026-10-08");
  g_assert_cmpstr (get_text (self, 2, AJ_FORM_COLUMN_KIND), ==, "information");
  type_in (self, AJ_FORM_COLUMN_NAME, " Tea ");
  type_in (self, AJ_FORM_COLUMN_FROM, "14.30");
  type_in (self, AJ_FORM_COLUMN_DATE, "7 oktober");
  type_in (self, AJ_FORM_COLUMN_EXPECTED_REACH, "many");
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_EXPECTED_REACH), !=, "");
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_DATE), ==, "");
  close_window (self);
  read = read_file (self);
  g_assert_cmpuint (read->rows->len, ==, 3);
  row = read->rows->pdata[2];
  g_assert_cmpstr (row->texts[AJ_FORM_COLUMN_NAME], ==, "Tea");
  g_assert_cmpstr (row->texts[AJ_FORM_COLUMN_FROM], ==, "14:30");
  g_assert_cmpstr (row->texts[AJ_FORM_COLUMN_DATE], ==, "2026-10-07");
  g_assert_cmpstr (row->texts[AJ_FORM_COLUMN_EXPECTED_REACH], ==, "many");
}

/* Until when is wrong without from when, and right again once that is there. */
static void
test_checks (FormFixture *self, gconstpointer data)
{
  open_row (self, 1);
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_EXPECTED_REACH), !=, "");
  type_in (self, AJ_FORM_COLUMN_EXPECTED_REACH, "40");
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_EXPECTED_REACH), ==, "");
  type_in (self, AJ_FORM_COLUMN_UNTIL, "12:00");
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_UNTIL), !=, "");
  type_in (self, AJ_FORM_COLUMN_FROM, "10:00");
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_UNTIL), ==, "");
  type_in (self, AJ_FORM_COLUMN_NAME, "");
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_NAME), !=, "");
  type_in (self, AJ_FORM_COLUMN_CONTACT_MAIL, "anna");
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_CONTACT_MAIL), !=, "");
}

/* A copy is a new one and may be removed; what the form came with may not. A new one without a word is none. */
static void
test_copy_and_remove (FormFixture *self, gconstpointer data)
{
  open_row (self, 1);
  do_action (self, "form.copy");
  g_assert_cmpuint (get_rows (self)->len, ==, 3);
  g_assert_cmpstr (get_text (self, 2, AJ_FORM_COLUMN_NAME), ==, "Breakfast");
  g_assert_null (((AjFormRow *) get_rows (self)->pdata[2])->activity);
  do_action (self, "form.remove");
  g_assert_cmpuint (get_rows (self)->len, ==, 2);
  open_row (self, 1);
  do_action (self, "form.remove");
  g_assert_cmpuint (get_rows (self)->len, ==, 2);
  do_action (self, "form.back");
  do_action (self, "form.add");
  do_action (self, "form.back");
  g_assert_cmpuint (get_rows (self)->len, ==, 2);
}

/* Sending leads to what is to be mended first: to the question in the list, then to the field. */
static void
test_send (FormFixture *self, gconstpointer data)
{
  GtkWidget *focus;

  do_action (self, "form.send");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) ==
                 GTK_WIDGET (get_answer (self, 0, 0)));
  gtk_toggle_button_set_active (get_answer (self, 0, 1), TRUE);
  do_action (self, "form.send");
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_nonnull (focus);
  g_assert_true (
      gtk_widget_is_ancestor (focus,
                              GTK_WIDGET (find_field (self, AJ_FORM_COLUMN_EXPECTED_REACH))));
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_EXPECTED_REACH), !=, "");
}

/* Who declines is asked why; who has an activity after all takes part. */
static void
test_answer (FormFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) checks = app_find_all (GTK_WIDGET (self->window), GTK_TYPE_CHECK_BUTTON);
  AjForm *form = aj_form_window_get_form (self->window);

  g_assert_cmpuint (checks->len, ==, 2);
  gtk_toggle_button_set_active (get_answer (self, 1, 1), TRUE);
  gtk_check_button_set_active (checks->pdata[1], TRUE);
  g_assert_cmpint (form->answer, ==, AJ_FORM_ANSWER_DECLINES);
  g_assert_true (aj_form_check (form, NULL, NULL, NULL));
  gtk_toggle_button_set_active (get_answer (self, 0, 0), TRUE);
  g_assert_cmpint (form->answer, ==, AJ_FORM_ANSWER_TAKES_PART);
}

/* After the day it is asked how it went, and not whether somebody takes part. */
static void
test_look_back (FormFixture *self, gconstpointer data)
{
  g_autoptr (AjForm) read = NULL;

  g_assert_null (app_find (GTK_WIDGET (self->window), GTK_TYPE_CHECK_BUTTON));
  open_row (self, 1);
  type_in (self, AJ_FORM_COLUMN_ACTUAL_REACH, "35");
  close_window (self);
  read = read_file (self);
  g_assert_cmpstr (((AjFormRow *) read->rows->pdata[1])->texts[AJ_FORM_COLUMN_ACTUAL_REACH], ==,
                   "35");
}

/* No more activities than can be read back: a copy is one too. */
static void
test_full (FormFixture *self, gconstpointer data)
{
  open_row (self, 1);
  while (get_rows (self)->len < AJ_FORM_MAX_ROWS)
    aj_form_add_row (aj_form_window_get_form (self->window));
  do_action (self, "form.copy");
  do_action (self, "form.add");
  g_assert_cmpuint (get_rows (self)->len, ==, AJ_FORM_MAX_ROWS);
  g_ptr_array_set_size (get_rows (self), 2);
}

/* What is pasted may be a book; it is too long, and yet the form can be read. */
static void
test_long (FormFixture *self, gconstpointer data)
{
  g_autofree char *book = g_strnfill (AJ_FORM_MAX_TEXT + 100, 'x');
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (self->window), ADW_TYPE_ENTRY_ROW);
  g_autoptr (AjForm) read = NULL;
  GtkWidget *note;

  for (guint i = 0; i < entries->len; i++)
    gtk_editable_set_text (entries->pdata[i], book);
  open_row (self, 1);
  note = app_find (GTK_WIDGET (find_field (self, AJ_FORM_COLUMN_REMARKS)), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), book, -1);
  do_action (self, "form.back");
  open_row (self, 1);
  g_assert_cmpstr (get_fault (self, AJ_FORM_COLUMN_REMARKS), !=, "");
  close_window (self);
  read = read_file (self);
  g_assert_cmpuint (strlen (((AjFormRow *) read->rows->pdata[1])->texts[AJ_FORM_COLUMN_REMARKS]),
                    ==, AJ_FORM_MAX_TEXT);
  g_assert_cmpuint (strlen (read->contact_name), ==, AJ_FORM_MAX_TEXT);
}

/* What is typed after the window was told to close, while it is still written, is not lost. */
static void
test_typed_on (FormFixture *self, gconstpointer data)
{
  g_autoptr (AjForm) read = NULL;

  gtk_toggle_button_set_active (get_answer (self, 0, 0), TRUE);
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_nonnull (self->window);
  gtk_toggle_button_set_active (get_answer (self, 0, 1), TRUE);
  app_wait (is_gone, self);
  read = read_file (self);
  g_assert_cmpstr (((AjFormRow *) read->rows->pdata[0])->texts[AJ_FORM_COLUMN_TAKES_PLACE], ==,
                   "false");
}

static gboolean
says (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return TRUE;
  return FALSE;
}

/* The name of an edition is text, whatever signs are in it. */
static void
test_markup (FormFixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = make_form ();

  close_window (self);
  g_free (form->edition_name);
  form->edition_name = g_strdup ("Veilig & Online <b>");
  write_form (self, form);
  open_window (self);
  app_wait (is_loaded, self->window);
  g_assert_true (says (app_find (GTK_WIDGET (self->window), ADW_TYPE_PREFERENCES_PAGE),
                       "Register for Veilig & Online <b>"));
}

static guint
count_windows (GtkApplication *application)
{
  return g_list_length (gtk_application_get_windows (application));
}

/* (nullable): the window that is last in use. */
static AjFormWindow *
get_front (GtkApplication *application)
{
  GList *windows = gtk_application_get_windows (application);

  return windows != NULL ? windows->data : NULL;
}

static gboolean
is_front_loaded (gpointer application)
{
  return is_loaded (get_front (application));
}

static gboolean
is_empty (gpointer application)
{
  return gtk_application_get_windows (application) == NULL;
}

static gboolean
shows_failure (FormFixture *self)
{
  GtkWidget *page = app_find (GTK_WIDGET (self->window), ADW_TYPE_STATUS_PAGE);

  return page != NULL && gtk_widget_get_mapped (page) &&
         adw_status_page_get_description (ADW_STATUS_PAGE (page)) != NULL;
}

/* A form is in one window: whoever opens it again gets that one, also while it is read or closed. */
static void
test_twice (FormFixture *self, gconstpointer data)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("org.example.Forms",
                                                                G_APPLICATION_NON_UNIQUE);
  g_autofree char *roundabout = g_build_filename (self->base.folder, ".", "z.aanjager-form", NULL);
  g_autofree char *other = g_build_filename (self->base.folder, "o.aanjager-form", NULL);
  g_autoptr (GError) error = NULL;

  close_window (self);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  aj_form_window_open (application, self->path);
  aj_form_window_open (application, self->path);
  g_assert_cmpuint (count_windows (application), ==, 1);
  app_wait (is_front_loaded, application);
  aj_form_window_open (application, roundabout);
  g_assert_cmpuint (count_windows (application), ==, 1);

  self->window = get_front (application);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_toggle_button_set_active (get_answer (self, 0, 0), TRUE);
  gtk_window_close (GTK_WINDOW (self->window));
  aj_form_window_open (application, self->path);
  app_settle ();
  g_assert_cmpuint (count_windows (application), ==, 1);
  close_window (self);
  g_assert_true (is_empty (application));

  /* What cannot be read is read anew. */
  aj_form_window_open (application, other);
  self->window = get_front (application);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  app_wait (shows_failure, self);
  g_assert_cmpint (g_rename (self->path, other), ==, 0);
  aj_form_window_open (application, other);
  g_assert_cmpuint (count_windows (application), ==, 1);
  app_wait (is_front_loaded, application);
  close_window (self);
  g_assert_cmpint (g_rename (other, self->path), ==, 0);
}

/* (nullable): the dialog that asks. */
static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_asked (gpointer user_data)
{
  return find_dialog () != NULL;
}

/* Where nothing can be written, closing asks before it throws anything away. */
static void
test_unsaved (FormFixture *self, gconstpointer data)
{
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  gtk_toggle_button_set_active (get_answer (self, 0, 0), TRUE);
  gtk_window_close (GTK_WINDOW (self->window));
  app_wait (is_asked, self);
  g_assert_nonnull (self->window);
  adw_message_dialog_response (find_dialog (), "leave");
  app_wait (is_gone, self);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
}

/* What is no form says so in the window. */
static void
test_broken (FormFixture *self, gconstpointer data)
{
  close_window (self);
  g_assert_true (g_file_set_contents (self->path, "{ <b>no form", -1, NULL));
  open_window (self);
  app_wait (shows_failure, self);
  g_assert_null (aj_form_window_get_form (self->window));
  close_window (self);
}

#define ADD(NAME, DATA, FUNCTION)                                                                  \
  g_test_add ("/form-window/" NAME, FormFixture, DATA, set_up, FUNCTION, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("again", NULL, test_again);
  ADD ("add", NULL, test_add);
  ADD ("mail", NULL, test_mail);
  ADD ("checks", NULL, test_checks);
  ADD ("copy-and-remove", NULL, test_copy_and_remove);
  ADD ("send", NULL, test_send);
  ADD ("answer", NULL, test_answer);
  ADD ("look-back", "after the day", test_look_back);
  ADD ("unsaved", NULL, test_unsaved);
  ADD ("broken", NULL, test_broken);
  ADD ("full", NULL, test_full);
  ADD ("long", NULL, test_long);
  ADD ("typed-on", NULL, test_typed_on);
  ADD ("markup", NULL, test_markup);
  ADD ("twice", NULL, test_twice);
  return g_test_run ();
}
