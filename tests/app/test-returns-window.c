/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview of forms that came back, in its window: what needs a look first, cells that can be corrected, and nothing
 * stored before it is accepted. */
#include "aj-activity.h"
#include "aj-app-fixture.h"
#include "aj-edition.h"
#include "aj-import-cell.h"
#include "aj-municipality.h"
#include "aj-return-line.h"
#include "aj-returns-opener.h"
#include "aj-returns-window.h"

typedef struct
{
  AppFixture app;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) zwolle = NULL;
  g_autoptr (AjRecord) kampen = NULL;
  g_autoptr (AjRecord) edition = NULL;

  app_fixture_set_up (&self->app, data);
  zwolle = app_fixture_add (&self->app, &aj_municipality_record_type, "name", "Zwolle", "code",
                            "GM0193");
  kampen = app_fixture_add (&self->app, &aj_municipality_record_type, "name", "Kampen", "code",
                            "GM0166");
  edition = app_fixture_add (&self->app, &aj_edition_record_type, "name", "Echt Niet Vandaag 2026",
                             "starts-on", "2026-10-08");
  self->path = g_build_filename (self->app.folder, "lijst.csv", NULL);
  app_fixture_show (&self->app, gtk_label_new ("Behind the window"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->path);
  app_fixture_tear_down (&self->app, data);
}

static AjReturnsWindow *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_RETURNS_WINDOW (l->data))
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
         (app_find (GTK_WIDGET (find_window ()), AJ_TYPE_RETURN_LINE) != NULL ||
          app_find (GTK_WIDGET (find_window ()), ADW_TYPE_STATUS_PAGE) != NULL);
}

static void
open_text (Fixture *self, const char *text)
{
  const char *const paths[] = { self->path, NULL };
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, text, -1, &error);
  g_assert_no_error (error);
  aj_returns_window_show (gtk_widget_get_first_child (GTK_WIDGET (self->app.overlay)),
                          self->app.services, NULL, paths);
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
  g_autoptr (GPtrArray) lines = app_find_all (GTK_WIDGET (find_window ()), AJ_TYPE_RETURN_LINE);

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

/* Where the cursor is when a line is opened. */
static GtkWidget *
open_line (const char *title)
{
  adw_expander_row_set_expanded (get_line (title), TRUE);
  app_settle ();
  return gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (find_window ())),
                                  AJ_TYPE_IMPORT_CELL);
}

static void
type_in (GtkWidget *cell, const char *text)
{
  GtkWidget *entry = app_find (cell, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  app_settle ();
}

static gboolean
count_cb (const AjValues *values, gpointer count, GError **error)
{
  ++*(guint *) count;
  return TRUE;
}

static guint
count (Fixture *self, const AjRecordType *type)
{
  g_autoptr (AjQuery) query = aj_query_new (type);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (aj_store_each (self->app.store, query, count_cb, &n, &error));
  return n;
}

static const char forms[] = "Titel;Datum;Plaats;Gemeente\n"
                            "Les;8-10-2026;School;Zwolle\n"
                            "Markt;9-10-2026;;Zwolle\n"
                            "Lezing;geen idee;;Kampen\n";

static void
accept (void)
{
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "returns.accept", NULL);
  app_wait (is_closed, NULL);
}

/* What is doubtful comes first and is left out; corrected, it goes along; then all is one change that is undone at once. */
static void
test_correct_and_take (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_text (self, forms);
  g_assert_true (shows ("2 forms of Echt Niet Vandaag 2026"));
  g_assert_true (shows ("3 new, 1 left out, 1 refused"));
  app_assert_named (GTK_WIDGET (find_window ()));
  g_assert_true (gtk_check_button_get_active (get_check ("Les · Zwolle")));
  g_assert_false (gtk_check_button_get_active (get_check ("Markt · Zwolle")));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_check ("Lezing · Kampen"))));
  type_in (open_line ("Markt · Zwolle"), "8-10-2026");
  g_assert_true (gtk_check_button_get_active (get_check ("Markt · Zwolle")));
  type_in (open_line ("Lezing · Kampen"), "do 8 okt");
  g_assert_true (gtk_check_button_get_active (get_check ("Lezing · Kampen")));
  g_assert_true (shows ("5 new"));
  g_assert_cmpuint (count (self, &aj_activity_record_type), ==, 0);
  accept ();
  g_assert_cmpuint (count (self, &aj_activity_record_type), ==, 3);
  g_assert_true (aj_store_undo (self->app.store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (self, &aj_activity_record_type), ==, 0);
}

/* What was likely meant is one click away. */
static void
test_suggestion (Fixture *self, gconstpointer data)
{
  open_text (self, "Titel;Gemeente\nLes;Zwole\n");
  gtk_widget_activate_action (open_line ("Zwole"), "cell.take-suggestion", NULL);
  app_settle ();
  g_assert_true (gtk_check_button_get_active (get_check ("Les · Zwolle")));
  gtk_check_button_set_active (get_check ("Les · Zwolle"), FALSE);
  accept ();
  g_assert_cmpuint (count (self, &aj_activity_record_type), ==, 0);
}

static void
test_nothing_new (Fixture *self, gconstpointer data)
{
  open_text (self, "Titel;Datum;Gemeente\nLes;8-10-2026;Zwolle\n");
  accept ();
  open_text (self, "Titel;Datum;Gemeente\nLes;8-10-2026;Zwolle\n");
  g_assert_true (shows ("Nothing New"));
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "returns.show-rows", NULL);
  app_settle ();
  g_assert_true (shows ("2 the same"));
  close_window ();
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  open_text (self, "Beste Anna,\nwij doen mee.\n");
  g_assert_true (shows ("These Forms Cannot Be Taken In"));
  g_assert_true (shows ("lijst.csv: no table of activities*"));
  close_window ();
}

/* By their names only, for a table says nothing of what it is a table of. */
static void
test_recognised (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) form = g_file_new_for_path ("/nowhere/a.aanjager-form");
  g_autoptr (GFile) table = g_file_new_for_path ("/nowhere/a.csv");
  g_autoptr (GSList) both = g_slist_append (g_slist_append (NULL, form), table);
  g_autoptr (GSList) one = g_slist_append (NULL, form);
  GtkWidget *from = gtk_widget_get_first_child (GTK_WIDGET (self->app.overlay));

  g_assert_false (aj_returns_opener_take (from, self->app.services, both));
  g_assert_true (aj_returns_opener_take (from, self->app.services, one));
  app_wait (is_read, NULL);
  close_window ();
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("/returns-window/correct-and-take", test_correct_and_take);
  ADD ("/returns-window/suggestion", test_suggestion);
  ADD ("/returns-window/nothing-new", test_nothing_new);
  ADD ("/returns-window/unreadable", test_unreadable);
  ADD ("/returns-window/recognised", test_recognised);
  return g_test_run ();
}
