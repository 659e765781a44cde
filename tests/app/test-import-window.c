/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview of an import in its window: what needs a look first, cells that can be corrected, and nothing stored before
 * it is accepted. */
#include "aj-app-fixture.h"
#include "aj-import-cell.h"
#include "aj-import-line.h"
#include "aj-import-opener.h"
#include "aj-import-window.h"
#include "aj-network-page.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-window.h"

typedef struct
{
  AppFixture app;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) saxion = NULL;
  g_autoptr (AjRecord) anna = NULL;

  app_fixture_set_up (&self->app, data);
  saxion = app_fixture_add (&self->app, &aj_organisation_record_type, "name", "Hogeschool Saxion",
                            "kind", "education");
  anna = app_fixture_add (&self->app, &aj_person_record_type, "name", "Anna Jansen", "mail",
                          "anna@saxion.example");
  self->path = g_build_filename (self->app.folder, "people.csv", NULL);
  app_fixture_show (&self->app, gtk_label_new ("Behind the window"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->path);
  app_fixture_tear_down (&self->app, data);
}

static AjImportWindow *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_IMPORT_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* What is to be seen and can be read. */
static gboolean
shows (const char *pattern)
{
  g_autoptr (GPtrArray) labels = app_find_all (GTK_WIDGET (find_window ()), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_pattern_match_simple (pattern, gtk_label_get_text (labels->pdata[i])))
      return TRUE;
  return FALSE;
}

static gboolean
is_read (gpointer data)
{
  return find_window () != NULL && !shows ("Reading*") &&
         (app_find (GTK_WIDGET (find_window ()), AJ_TYPE_IMPORT_LINE) != NULL ||
          app_find (GTK_WIDGET (find_window ()), ADW_TYPE_STATUS_PAGE) != NULL);
}

static void
open_text (Fixture *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, text, -1, &error);
  g_assert_no_error (error);
  aj_import_window_show (gtk_widget_get_first_child (GTK_WIDGET (self->app.overlay)),
                         self->app.services, &aj_person_record_type, self->path);
  app_wait (is_read, NULL);
  app_settle ();
}

static gboolean
is_closed (gpointer data)
{
  return find_window () == NULL;
}

static void
close_window (void)
{
  gtk_window_close (GTK_WINDOW (find_window ()));
  app_wait (is_closed, NULL);
}

static AdwExpanderRow *
get_line (const char *title)
{
  g_autoptr (GPtrArray) lines = app_find_all (GTK_WIDGET (find_window ()), AJ_TYPE_IMPORT_LINE);

  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (lines->pdata[i]), title))
      return lines->pdata[i];
  g_error ("no line %s", title);
}

static GtkCheckButton *
get_check (const char *title)
{
  return GTK_CHECK_BUTTON (app_find (GTK_WIDGET (get_line (title)), GTK_TYPE_CHECK_BUTTON));
}

/* Of a line that is opened. */
static AjImportCell *
get_cell (const char *title, guint column)
{
  g_autoptr (GPtrArray) cells = NULL;

  adw_expander_row_set_expanded (get_line (title), TRUE);
  app_settle ();
  cells = app_find_all (GTK_WIDGET (get_line (title)), AJ_TYPE_IMPORT_CELL);
  return cells->pdata[column];
}

static void
type_in (AjImportCell *cell, const char *text)
{
  GtkWidget *entry = app_find (GTK_WIDGET (cell), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  app_settle ();
}

static gint64
count_people (Fixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_person_record_type);

  return aj_store_count (self->app.store, query, NULL);
}

#define MIXED                                                                                      \
  "Naam;E-mail;Organisatie;Functie;Kleur\n"                                                        \
  "Anna Jansen;anna@saxion.example;Hogeschool Saxion;Lector;rood\n"                                \
  "Jo Smit;jo at x;;;\n"                                                                           \
  "Els Mol;els@x.example;Nieuw BV;;\n"                                                             \
  "Tom Kok;tom@x.example;;;\n"

static void
test_preview (Fixture *self, gconstpointer data)
{
  open_text (self, MIXED);
  g_assert_true (shows ("2 new, 1 changed, 1 refused"));
  g_assert_true (shows ("_Import 3") || shows ("Import 3"));
  g_assert_true (shows ("Columns that are not imported: Kleur"));
  g_assert_true (shows ("Nieuw BV"));
  g_assert_true (shows ("To Look At"));
  g_assert_true (shows ("Function: Lector*"));
  g_assert_true (shows ("*is not a mail address*"));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_check ("Jo Smit"))));
  g_assert_true (gtk_check_button_get_active (get_check ("Tom Kok")));
  adw_expander_row_set_expanded (get_line ("Jo Smit"), TRUE);
  app_settle ();
  app_assert_named (GTK_WIDGET (find_window ()));
  g_assert_cmpint (count_people (self), ==, 1);
  close_window ();
  g_assert_cmpint (count_people (self), ==, 1);
}

/* A refused row is mended on the spot, another left out; then all of it is one step of undo. */
static void
test_correct_and_accept (Fixture *self, gconstpointer data)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  open_text (self, MIXED);
  type_in (get_cell ("Jo Smit", 1), "jo@x.example");
  g_assert_true (shows ("3 new, 1 changed"));
  g_assert_true (gtk_check_button_get_active (get_check ("Jo Smit")));
  gtk_check_button_set_active (get_check ("Tom Kok"), FALSE);
  app_settle ();
  g_assert_true (shows ("Import 3"));
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "import.accept", NULL);
  app_wait (is_closed, NULL);
  g_assert_cmpint (count_people (self), ==, 3);
  g_assert_true (aj_store_undo (self->app.store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Import people.csv: 2 new, 1 changed, 1 more added for them");
  g_assert_cmpint (count_people (self), ==, 1);
}

static gboolean
can_accept (gpointer data)
{
  return app_find (GTK_WIDGET (find_window ()), AJ_TYPE_IMPORT_LINE) != NULL &&
         gtk_widget_is_sensitive (app_find (GTK_WIDGET (find_window ()), AJ_TYPE_IMPORT_LINE));
}

/* What takes too long is stopped: nothing is stored, the preview is there again, and can be stored after all. */
static void
test_stop (Fixture *self, gconstpointer data)
{
  g_autofree char *label = NULL;

  open_text (self, MIXED);
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "import.accept", NULL);
  g_assert_false (can_accept (NULL));
  gtk_window_close (GTK_WINDOW (find_window ()));
  app_wait (can_accept, NULL);
  app_settle ();
  g_assert_cmpint (count_people (self), ==, 1);
  g_object_get (self->app.store, "undo-label", &label, NULL);
  g_assert_false (label != NULL && g_str_has_prefix (label, "Import"));
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "import.accept", NULL);
  app_wait (is_closed, NULL);
  g_assert_cmpint (count_people (self), ==, 3);
}

/* What is typed when the button is pressed counts. */
static void
test_typing (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  open_text (self, "name,mail\nJo Smit,jo at x\nEls Mol,\n");
  entry = app_find (GTK_WIDGET (get_cell ("Jo Smit", 1)), GTK_TYPE_ENTRY);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "jo@x.example");
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "import.accept", NULL);
  app_wait (is_closed, NULL);
  g_assert_cmpint (count_people (self), ==, 3);
}

static void
test_suggestion (Fixture *self, gconstpointer data)
{
  AjImportCell *cell;

  open_text (self, "name,organisation\nJo Smit,Hogeschool Saxxion\n");
  cell = get_cell ("Jo Smit", 1);
  g_assert_true (shows ("Use “Hogeschool Saxion”"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell), "cell.take-suggestion", NULL));
  app_settle ();
  g_assert_false (shows ("Use “*"));
  g_assert_false (shows ("Add what is not there yet"));
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "import.accept", NULL);
  app_wait (is_closed, NULL);
}

static void
test_before (Fixture *self, gconstpointer data)
{
  open_text (self, "name,mail,function\nAnna J. Jansen,anna@saxion.example,Lector\n");
  get_cell ("Anna J. Jansen", 0);
  g_assert_true (shows ("Name · was “Anna Jansen”"));
  g_assert_true (shows ("Function · was empty"));
  g_assert_true (shows ("Name: Anna Jansen → Anna J. Jansen*"));
  close_window ();
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  AdwExpanderRow *row;
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *entry;

  open_text (self, "name,organisation\nJo Smit,Nieuw BV\nEls Mol,Bibliotheek Zwolle\n");
  rows = app_find_all (GTK_WIDGET (find_window ()), ADW_TYPE_EXPANDER_ROW);
  row = rows->pdata[0];
  adw_expander_row_set_expanded (row, TRUE);
  app_settle ();
  g_assert_true (shows ("Nieuw BV"));
  g_assert_true (shows ("Organisation · Business"));
  g_assert_true (shows ("Organisation · Library"));
  g_assert_true (shows ("Nieuw BV, Bibliotheek Zwolle"));

  /* As many, but others. */
  entry = app_find (GTK_WIDGET (get_cell ("Jo Smit", 1)), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Klus & Zn");
  g_signal_emit_by_name (entry, "activate");
  app_settle ();
  g_assert_true (shows ("Klus & Zn"));
  g_assert_true (shows ("Klus & Zn, Bibliotheek Zwolle"));
  g_assert_false (shows ("Nieuw BV"));
  gtk_switch_set_active (GTK_SWITCH (app_find (GTK_WIDGET (row), GTK_TYPE_SWITCH)), FALSE);
  app_settle ();
  g_assert_true (shows ("2 refused"));
  g_assert_true (shows ("Organisation: there is none called “Klus & Zn”.*"));
  close_window ();
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  open_text (self, "name,mail\nAnna Jansen,anna@saxion.example\n");
  g_assert_true (shows ("Nothing New"));
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "import.show-rows", NULL);
  app_settle ();
  g_assert_true (shows ("There Already"));
  close_window ();

  open_text (self, "name,mail\n");
  g_assert_true (shows ("No Rows in This File"));
  close_window ();

  open_text (self, "PK\x03\x04");
  g_assert_true (shows ("This File Cannot Be Imported"));
  close_window ();

  open_text (self, "name,mail\nJo,jo\n");
  g_assert_true (shows ("Nothing can be imported as it is.*"));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (find_window ()), "import.accept", NULL) &&
                  is_closed (NULL));
  close_window ();
}

static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("name\n");
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) buttons = NULL;

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (text, "Persoon %u\n", i);
  open_text (self, text->str);
  lines = app_find_all (GTK_WIDGET (find_window ()), AJ_TYPE_IMPORT_LINE);
  g_assert_cmpuint (lines->len, ==, 50);
  g_assert_true (shows ("Show 70 More"));
  buttons = app_find_all (GTK_WIDGET (find_window ()), GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_button_get_label (buttons->pdata[i]) != NULL &&
        g_str_has_prefix (gtk_button_get_label (buttons->pdata[i]), "_Show 70"))
      g_signal_emit_by_name (buttons->pdata[i], "clicked");
  app_settle ();
  g_assert_true (shows ("Show 20 More"));
  g_assert_true (shows ("Import 120"));
  close_window ();
}

/* Everything fits in the width of a telephone. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  int minimum;

  open_text (self, MIXED "Een naam die nergens ophoudt omdat niemand hem ooit heeft ingekort;mis;"
                         "Organisatie die ook nog eens heel erg lang heet;;\n");
  get_cell ("Jo Smit", 1);
  gtk_widget_measure (GTK_WIDGET (find_window ()), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  close_window ();
}

/* The window goes while the file is read. */
static void
test_close_early (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, MIXED, -1, &error);
  g_assert_no_error (error);
  aj_import_window_show (gtk_widget_get_first_child (GTK_WIDGET (self->app.overlay)),
                         self->app.services, &aj_person_record_type, self->path);
  gtk_window_close (GTK_WINDOW (find_window ()));
  app_wait (is_closed, NULL);
  app_settle ();
}

static AjServices *drop_services; /* (nullable) */

static AjServices *
take_people (GtkWidget *widget, const AjRecordType **type)
{
  *type = &aj_person_record_type;
  return drop_services;
}

static AjServices *
take_cards (GtkWidget *widget, const AjRecordType **type)
{
  return drop_services;
}

/* A file is dropped where its kind is in view; address cards are people wherever they are dropped. */
static void
test_drop (Fixture *self, gconstpointer data)
{
  GtkWidget *people = gtk_label_new ("People");
  g_autofree char *cards = g_build_filename (self->app.folder, "people.VCF", NULL);
  const char *one[] = { self->path, NULL };
  const char *two[] = { self->path, cards, NULL };
  const char *card[] = { cards, NULL };

  g_assert_true (g_file_set_contents (self->path, "name\nJo Smit\n", -1, NULL));
  g_assert_true (g_file_set_contents (cards, "BEGIN:VCARD\nFN:Els Mol\nEND:VCARD\n", -1, NULL));
  app_fixture_show (&self->app, people);
  drop_services = self->app.services;
  aj_import_opener_take_drops (people, take_people);
  g_assert_true (app_drop_files (people, one));
  app_wait (is_read, NULL);
  g_assert_nonnull (get_line ("Jo Smit"));
  close_window ();
  g_assert_true (app_drop_files (people, two));
  app_settle ();
  g_assert_null (find_window ());
  g_assert_true (app_drop_files (people, card));
  app_wait (is_read, NULL);
  g_assert_nonnull (get_line ("Els Mol"));
  close_window ();

  aj_import_opener_open (people, self->app.services, &aj_organisation_record_type, cards);
  app_wait (is_read, NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (find_window ())), ==, "Import People");
  close_window ();
}

/* Where no table belongs, only cards are taken; where no file is open, nothing. */
static void
test_drop_elsewhere (Fixture *self, gconstpointer data)
{
  GtkWidget *place = gtk_label_new ("Meetings");
  g_autofree char *cards = g_build_filename (self->app.folder, "people.vcf", NULL);
  const char *one[] = { self->path, NULL };
  const char *card[] = { cards, NULL };

  g_assert_true (g_file_set_contents (cards, "BEGIN:VCARD\nFN:Els Mol\nEND:VCARD\n", -1, NULL));
  app_fixture_show (&self->app, place);
  drop_services = self->app.services;
  aj_import_opener_take_drops (place, take_cards);
  g_assert_true (app_drop_files (place, one));
  app_settle ();
  g_assert_null (find_window ());
  g_assert_true (app_drop_files (place, card));
  app_wait (is_read, NULL);
  close_window ();
  drop_services = NULL;
  g_assert_false (app_drop_files (place, card));
  g_assert_null (find_window ());
}

/* On the program's own window: the rows are what the list in front shows. */
static void
test_drop_on_window (Fixture *self, gconstpointer data)
{
  AjWindow *window = aj_window_new (NULL, aj_services_get_settings (self->app.services));
  GtkWidget *stack;
  const char *one[] = { self->path, NULL };

  g_assert_true (g_file_set_contents (self->path, "name\nTwente\n", -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  aj_window_set_services (window, self->app.services);
  stack = app_find (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
                    GTK_TYPE_STACK);
  aj_window_show_page (window, "meetings");
  app_settle ();
  g_assert_true (app_drop_files (stack, one));
  app_settle ();
  g_assert_null (find_window ());
  aj_window_show_page (window, "network");
  app_settle ();
  g_assert_true (gtk_widget_activate_action (app_find (stack, AJ_TYPE_NETWORK_PAGE),
                                             "records.switch", "i", 1));
  app_settle ();
  g_assert_true (app_drop_files (stack, one));
  app_wait (is_read, NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (find_window ())), ==, "Import Organisations");
  close_window ();
  gtk_window_destroy (GTK_WINDOW (window));
  app_settle ();
}

#define ADD(name, function)                                                                        \
  g_test_add ("/import-window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("preview", test_preview);
  ADD ("correct-and-accept", test_correct_and_accept);
  ADD ("stop", test_stop);
  ADD ("typing", test_typing);
  ADD ("suggestion", test_suggestion);
  ADD ("before", test_before);
  ADD ("missing", test_missing);
  ADD ("nothing", test_nothing);
  ADD ("many", test_many);
  ADD ("narrow", test_narrow);
  ADD ("close-early", test_close_early);
  ADD ("drop", test_drop);
  ADD ("drop-elsewhere", test_drop_elsewhere);
  ADD ("drop-on-window", test_drop_on_window);
  return g_test_run ();
}
