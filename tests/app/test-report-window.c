/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports on screen: what is held on somebody, all of it, as it is now; and what is printed of a meeting and a group. */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-document-printer.h"
#include "aj-document-view.h"
#include "aj-document-window.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-person.h"
#include "aj-report-window.h"

static GtkWidget *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_DOCUMENT_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_said (gpointer text)
{
  g_autoptr (GPtrArray) labels = app_find_all (find_window (), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return TRUE;
  return FALSE;
}

static void
await (const char *text)
{
  app_wait_until (is_said, (gpointer) text, text);
}

static AjRecord *
open_window (AppFixture *self)
{
  AjRecord *person = app_fixture_add (self, &aj_person_record_type, "name", "Anna Zwart", "mail",
                                      "anna@halt.example");

  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_report_window_show_person (self->window, self->services, aj_record_get_id (person));
  await ("What we hold on Anna Zwart");
  return person;
}

static void
close_window (void)
{
  gtk_window_destroy (GTK_WINDOW (find_window ()));
  app_settle ();
}

static void
test_shown (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = open_window (self);

  await ("anna@halt.example");
  await ("Once somebody has had no part in the network for 24 months, we look them over: we keep "
         "them for a reason, or forget them.");
  app_assert_named (find_window ());
  /* What is changed meanwhile, here or elsewhere. */
  app_fixture_change (self, person, "mobile", "06-98765432", "Bea");
  await ("06-98765432");
  close_window ();
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer text)
{
  return *(char **) text != NULL;
}

static void
test_copied (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = open_window (self);
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (find_window (), "document.copy", NULL));
  await ("Copied as text");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (find_window ()), NULL, text_read_cb,
                                 &text);
  app_wait (has_text, &text);
  g_assert_true (g_str_has_prefix (text, "What we hold on Anna Zwart\n====="));
  g_assert_nonnull (strstr (text, "anna@halt.example"));
  close_window ();
}

/* Who is forgotten while they are looked at is shown as forgotten; who never was there, not at all. */
static void
test_problem (AppFixture *self, gconstpointer data)
{
  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_report_window_show_person (self->window, self->services, "nobody");
  await ("This Cannot Be Shown");
  g_assert_false (gtk_widget_get_sensitive (app_find (find_window (), GTK_TYPE_BUTTON)));
  close_window ();
}

static void
test_closed_early (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = app_fixture_add (self, &aj_person_record_type, "name", "Anna",
                                                 "mail", "anna@halt.example");

  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_report_window_show_person (self->window, self->services, aj_record_get_id (person));
  close_window ();
  app_fixture_change (self, person, "mobile", "06-98765432", "Bea");
  app_settle ();
}

static AjRecord *
add_meeting (AppFixture *self)
{
  g_autoptr (AjRecord) group = app_fixture_add (self, &aj_group_record_type, "name", "Expert team",
                                                "kind", "expert-team");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *values = aj_edit_add (edit, &aj_meeting_record_type);
  const char *id = aj_values_get_id (values);
  g_autoptr (GError) error = NULL;

  aj_values_set_text (values, "group", aj_record_get_id (group));
  aj_values_set_text (values, "theme", "Youth");
  aj_values_set_text (values, "starts-at", "2026-03-12T10:00");
  aj_values_set_text (values, "ends-at", "2026-03-12T12:00");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return aj_store_load_record (self->store, &aj_meeting_record_type, id, &error);
}

static void
test_meeting (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) meeting = add_meeting (self);

  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_report_window_show_meeting (self->window, self->services, aj_record_get_id (meeting),
                                 AJ_MEETING_REPORT_AGENDA);
  await ("There is no agenda yet.");
  app_assert_named (find_window ());
  app_fixture_change (self, meeting, "place", "Stadhuis", "Bea");
  await ("Place: Stadhuis");
  close_window ();
  aj_report_window_show_group (self->window, self->services, aj_record_get_text (meeting, "group"),
                               AJ_GROUP_REGISTER_ACTIONS);
  await ("There is nothing left to do.");
  close_window ();
}

/* However long the words are in another language, it fits in the narrowest window. */
static void
test_narrow (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = open_window (self);
  g_autoptr (GPtrArray) labels = app_find_all (find_window (), GTK_TYPE_LABEL);
  guint n_found = 0;
  int least;

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), "Save as PDF…"))
      {
        gtk_label_set_text (labels->pdata[i], "Opslaan als pdf-bestand voor op papier…");
        n_found++;
      }
  g_assert_cmpuint (n_found, ==, 1);
  gtk_widget_measure (find_window (), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  close_window ();
}

/* The printer gets as many pages as the PDF has, and each has something on it. */
static void
test_printed (AppFixture *self, gconstpointer data)
{
  static const char *const headings[] = { "Number", NULL };
  g_autoptr (AjDocument) document = aj_document_new ("Long", "en");
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *path = g_build_filename (self->folder, "print.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int n_pages;

  aj_document_begin_table (document, "Numbers", headings);
  for (guint i = 0; i < 100; i++)
    aj_document_add_row (document, (const char *[]){ "One more", NULL });
  operation = aj_document_printer_new (document, "today");
  /* Whoever shows something else meanwhile takes nothing from the printer. */
  g_clear_pointer (&document, aj_document_unref);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, >, 1);
  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_cmpuint (length, >, 3000);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/report-window/" name, AppFixture, NULL, app_fixture_set_up, function,          \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("shown", test_shown);
  ADD ("copied", test_copied);
  ADD ("problem", test_problem);
  ADD ("closed-early", test_closed_early);
  ADD ("meeting", test_meeting);
  ADD ("narrow", test_narrow);
  ADD ("printed", test_printed);
  return g_test_run ();
}
