/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-app-fixture.h"
#include "aj-group.h"
#include "aj-organisation.h"
#include "aj-record-chooser.h"
#include "aj-record-finder.h"
#include "aj-record-maker.h"

static void
add_organisation (AppFixture *self, const char *name)
{
  g_object_unref (
      app_fixture_add (self, &aj_organisation_record_type, "name", name, "kind", "police"));
}

static AjRecordFinder *
show_finder (AppFixture *self)
{
  AjRecordFinder *finder = aj_record_finder_new (&aj_organisation_record_type);

  aj_record_finder_set_services (finder, self->services);
  app_fixture_show (self, GTK_WIDGET (finder));
  aj_record_finder_start (finder);
  return finder;
}

static guint
count_found (AjRecordFinder *finder)
{
  g_autoptr (GPtrArray) views = app_find_all (GTK_WIDGET (finder), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (g_ptr_array_index (views, 0));

  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static gboolean
found_one (gpointer finder)
{
  return count_found (finder) == 1;
}

static gboolean
found_three (gpointer finder)
{
  return count_found (finder) == 3;
}

static gboolean
found_none (gpointer finder)
{
  return count_found (finder) == 0;
}

static void
search (AjRecordFinder *finder, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (app_find (GTK_WIDGET (finder), GTK_TYPE_SEARCH_ENTRY)),
                         text);
}

static void
press_enter (AjRecordFinder *finder)
{
  g_signal_emit_by_name (app_find (GTK_WIDGET (finder), GTK_TYPE_SEARCH_ENTRY), "activate");
}

static void
picked_cb (AjRecordFinder *finder, const char *id, char **picked)
{
  g_free (*picked);
  *picked = g_strdup (id != NULL ? id : "none");
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
add_three (AppFixture *self)
{
  add_organisation (self, "Politie Oost");
  add_organisation (self, "Bibliotheek Zoë");
  add_organisation (self, "Openbaar Ministerie");
}

static void
test_search_narrows (AppFixture *self, gconstpointer data)
{
  AjRecordFinder *finder;
  g_autofree char *picked = NULL;
  g_autoptr (AjRecord) record = NULL;

  add_three (self);
  finder = show_finder (self);
  g_signal_connect (finder, "picked", G_CALLBACK (picked_cb), &picked);
  app_wait (found_three, finder);
  search (finder, "ZOE");
  app_wait (found_one, finder);
  press_enter (finder);
  app_wait (is_set, &picked);
  record = aj_store_load_record (self->store, &aj_organisation_record_type, picked, NULL);
  g_assert_cmpstr (aj_record_get_title (record), ==, "Bibliotheek Zoë");
}

static void
test_what_was_typed_can_be_made (AppFixture *self, gconstpointer data)
{
  AjRecordFinder *finder;
  g_autofree char *picked = NULL;
  g_autoptr (AjRecord) record = NULL;

  add_three (self);
  finder = show_finder (self);
  g_signal_connect (finder, "picked", G_CALLBACK (picked_cb), &picked);
  app_wait (found_three, finder);
  search (finder, "  Halt   Twente ");
  app_wait (found_none, finder);
  press_enter (finder);
  app_wait (is_set, &picked);
  record = aj_store_load_record (self->store, &aj_organisation_record_type, picked, NULL);
  g_assert_cmpstr (aj_record_get_title (record), ==, "Halt Twente");
}

/* Enter once took the record at the top of the list that stood there before the text was looked for. */
static void
test_enter_means_what_is_typed (AppFixture *self, gconstpointer data)
{
  AjRecordFinder *finder;
  g_autofree char *picked = NULL;
  g_autoptr (AjRecord) record = NULL;

  add_three (self);
  finder = show_finder (self);
  g_signal_connect (finder, "picked", G_CALLBACK (picked_cb), &picked);
  app_wait (found_three, finder);
  search (finder, "politie");
  press_enter (finder);
  app_wait (is_set, &picked);
  record = aj_store_load_record (self->store, &aj_organisation_record_type, picked, NULL);
  g_assert_cmpstr (aj_record_get_title (record), ==, "Politie Oost");
}

static void
test_enter_makes_what_is_typed (AppFixture *self, gconstpointer data)
{
  AjRecordFinder *finder;
  g_autofree char *picked = NULL;
  g_autoptr (AjRecord) record = NULL;

  add_three (self);
  finder = show_finder (self);
  g_signal_connect (finder, "picked", G_CALLBACK (picked_cb), &picked);
  search (finder, "Halt Twente");
  press_enter (finder);
  app_wait (is_set, &picked);
  record = aj_store_load_record (self->store, &aj_organisation_record_type, picked, NULL);
  g_assert_cmpstr (aj_record_get_title (record), ==, "Halt Twente");
}

static void
test_controls_are_named (AppFixture *self, gconstpointer data)
{
  AjRecordFinder *finder;

  add_three (self);
  finder = show_finder (self);
  aj_record_finder_set_allow_none (finder, TRUE);
  app_wait (found_three, finder);
  app_assert_named (GTK_WIDGET (finder));
}

static void
chosen_cb (AjRecordChooser *chooser, int *chosen)
{
  ++*chosen;
}

/* Opens the popover for real, picks with Enter, and follows the record's name afterwards. */
static void
test_chooser (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) organisation = app_fixture_add (self, &aj_organisation_record_type, "name",
                                                       "Politie", "kind", "police");
  AjRecordChooser *chooser = aj_record_chooser_new (&aj_organisation_record_type);
  GtkWidget *button = aj_record_chooser_get_button (chooser);
  AjRecordFinder *finder;
  int chosen = 0;

  aj_record_chooser_set_services (chooser, self->services);
  app_fixture_show (self, GTK_WIDGET (chooser));
  g_signal_connect (chooser, "chosen", G_CALLBACK (chosen_cb), &chosen);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "None");
  aj_record_chooser_open (chooser);
  app_settle ();
  finder = AJ_RECORD_FINDER (app_find (GTK_WIDGET (chooser), AJ_TYPE_RECORD_FINDER));
  app_wait (found_one, finder);
  app_settle ();
  press_enter (finder);
  g_assert_cmpint (chosen, ==, 1);
  g_assert_cmpstr (aj_record_chooser_get_id (chooser), ==, aj_record_get_id (organisation));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Politie");
  app_fixture_change (self, organisation, "name", "Politie Oost", "Bert");
  app_settle ();
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Politie Oost");
  g_object_ref (chooser);
  adw_toast_overlay_set_child (self->overlay, NULL);
  app_settle ();
  app_assert_finalize (chooser);
}

static void
made_cb (const char *id, gpointer data)
{
  *(char **) data = g_strdup (id);
}

static void
test_names_are_numbered (AppFixture *self, gconstpointer data)
{
  static const char *const names[] = { "New group", "New group 2", "New group 3" };
  AjRecordWish wish = { .type = &aj_group_record_type, .name = "New group", .numbered = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = NULL;
      g_autoptr (AjRecord) group = NULL;

      aj_record_maker_make (GTK_WIDGET (self->overlay), self->store, &wish, made_cb, &id);
      app_wait (is_set, &id);
      group = aj_store_load_record (self->store, &aj_group_record_type, id, NULL);
      g_assert_cmpstr (aj_record_get_title (group), ==, names[i]);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/record-finder/" name, AppFixture, NULL, app_fixture_set_up, function,          \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("search-narrows", test_search_narrows);
  ADD ("what-was-typed-can-be-made", test_what_was_typed_can_be_made);
  ADD ("enter-means-what-is-typed", test_enter_means_what_is_typed);
  ADD ("enter-makes-what-is-typed", test_enter_makes_what_is_typed);
  ADD ("controls-are-named", test_controls_are_named);
  ADD ("chooser", test_chooser);
  ADD ("names-are-numbered", test_names_are_numbered);
  return g_test_run ();
}
