/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ctrl+Z in an entry takes back what was typed there, and else the last change. */
#include "aj-app-fixture.h"
#include "aj-network-page.h"
#include "aj-organisation.h"
#include "aj-record-browser.h"
#include "aj-record-finder.h"

typedef struct
{
  int undone;
  int redone;
} Asked;

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer asked)
{
  ((Asked *) asked)->undone++;
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer asked)
{
  ((Asked *) asked)->redone++;
}

static GtkWidget *
show_browser (AppFixture *self)
{
  AjPage *page = g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->services, NULL);

  app_fixture_show (self, GTK_WIDGET (page));
  aj_page_activate (page);
  return app_find (GTK_WIDGET (page), AJ_TYPE_RECORD_BROWSER);
}

static GtkWidget *
show_finder (AppFixture *self)
{
  AjRecordFinder *finder = aj_record_finder_new (&aj_organisation_record_type);

  aj_record_finder_set_services (finder, self->services);
  app_fixture_show (self, GTK_WIDGET (finder));
  aj_record_finder_start (finder);
  return GTK_WIDGET (finder);
}

typedef GtkWidget *(*ShowSearch) (AppFixture *self);

static const ShowSearch searches[] = { show_browser, show_finder };

static void
press_undo (GtkEditable *entry)
{
  app_press (GTK_WIDGET (gtk_editable_get_delegate (entry)), GDK_KEY_z, GDK_CONTROL_MASK);
}

static void
press_redo (GtkEditable *entry)
{
  app_press (GTK_WIDGET (gtk_editable_get_delegate (entry)), GDK_KEY_Z,
             GDK_CONTROL_MASK | GDK_SHIFT_MASK);
}

static void
test_search (AppFixture *self, gconstpointer data)
{
  static const GActionEntry entries[] = { { .name = "undo", .activate = undo_cb },
                                          { .name = "redo", .activate = redo_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  Asked asked = { 0 };
  GtkEditable *entry;
  int position = 0;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &asked);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (actions));
  entry = GTK_EDITABLE (app_find (searches[GPOINTER_TO_UINT (data)](self), GTK_TYPE_SEARCH_ENTRY));

  press_undo (entry);
  g_assert_cmpint (asked.undone, ==, 1);
  press_redo (entry);
  g_assert_cmpint (asked.redone, ==, 1);

  /* As typed by a person: text put there by the program cannot be undone. */
  gtk_editable_insert_text (entry, "zwolle", -1, &position);
  press_undo (entry);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpint (asked.undone, ==, 1);
  press_redo (entry);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "zwolle");
  g_assert_cmpint (asked.redone, ==, 1);
  press_redo (entry);
  g_assert_cmpint (asked.redone, ==, 2);

  /* What was wiped by hand comes back. */
  gtk_editable_delete_text (entry, 0, -1);
  press_undo (entry);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "zwolle");
  g_assert_cmpint (asked.undone, ==, 1);
  app_settle ();
}

#define ADD(name, search)                                                                          \
  g_test_add ("/app/undo-keys/" name, AppFixture, GUINT_TO_POINTER (search), app_fixture_set_up,   \
              test_search, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("browser", 0);
  ADD ("finder", 1);
  return g_test_run ();
}
