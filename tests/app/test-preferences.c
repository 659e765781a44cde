/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window with preferences: when what is written there counts. */
#include "aj-app-fixture.h"
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
  GtkWindow *window = GTK_WINDOW (aj_preferences_window_new (settings));
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

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/app/preferences/own-name", AppFixture, NULL, app_fixture_set_up, test_own_name,
              app_fixture_tear_down);
  return g_test_run ();
}
