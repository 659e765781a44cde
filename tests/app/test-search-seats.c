/* SPDX-License-Identifier: GPL-3.0-or-later */

/* “Who sits for education in Twente?”, asked from anywhere: who does, which seat is empty, and where Enter leads. */
#include "aj-app-fixture.h"
#include "aj-district.h"
#include "aj-group-view.h"
#include "aj-group.h"
#include "aj-membership.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-search-results.h"
#include "aj-search-window.h"
#include "aj-seat.h"
#include "aj-window.h"

#include <string.h>

typedef struct
{
  AppFixture app;
  AjWindow *window;
  AjRecord *school; /* (owned) */
  AjRecord *group;  /* (owned) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjRecord) district = NULL;
  g_autoptr (GError) error = NULL;
  AjValues *seat;

  app_fixture_set_up (&self->app, data);
  district = app_fixture_add (&self->app, &aj_district_record_type, "name", "Twente", NULL, NULL);
  self->school = app_fixture_add (&self->app, &aj_organisation_record_type, "name", "ROC", "kind",
                                  "education");
  self->group = app_fixture_add (&self->app, &aj_group_record_type, "name", "Werkgroep MKB", "kind",
                                 "working-group");
  edit = aj_edit_new (self->app.store, "Add a seat");
  seat = aj_edit_add (edit, &aj_seat_record_type);
  aj_values_set_text (seat, "group", aj_record_get_id (self->group));
  aj_values_set_text (seat, "kind", "education");
  aj_values_set_text (seat, "district", aj_record_get_id (district));
  aj_values_set_text (aj_edit_change (edit, self->school), "district", aj_record_get_id (district));
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  self->window = aj_window_new (NULL, aj_services_get_settings (self->app.services));
  gtk_window_present (GTK_WINDOW (self->window));
  aj_window_set_services (self->window, self->app.services);
  app_settle ();
}

static GtkWidget *
peek_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_SEARCH_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->school);
  g_clear_object (&self->group);
  if (peek_window () != NULL)
    gtk_window_destroy (GTK_WINDOW (peek_window ()));
  gtk_window_destroy (GTK_WINDOW (self->window));
  app_settle ();
  app_fixture_tear_down (&self->app, data);
}

static GtkWidget *
get_entry (void)
{
  return app_find (peek_window (), GTK_TYPE_SEARCH_ENTRY);
}

/* "Who Sits Where: ROC, Membership, Werkgroep MKB | …": as a screen reader says the rows, ">" before the one that is marked. */
static char *
describe (void)
{
  g_autoptr (GPtrArray) rows = app_find_all (peek_window (), AJ_TYPE_SEARCH_ROW);
  g_autoptr (GPtrArray) results = app_find_all (peek_window (), AJ_TYPE_SEARCH_RESULTS);
  AjSearchRow *marked = aj_search_results_get_marked (results->pdata[0]);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len && gtk_widget_get_visible (rows->pdata[i]); i++)
    {
      GtkWidget *heading = aj_search_row_get_heading (rows->pdata[i]);
      GtkWidget *label = heading != NULL ? app_find (heading, GTK_TYPE_LABEL) : NULL;

      g_string_append (text, i > 0 ? " | " : "");
      if (label != NULL)
        g_string_append_printf (text, "%s: ", gtk_label_get_text (GTK_LABEL (label)));
      g_string_append (text, rows->pdata[i] == marked ? "> " : "");
      g_string_append (text, aj_search_row_get_name (rows->pdata[i]));
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_described (gpointer expected)
{
  g_autofree char *text = describe ();

  return g_str_equal (text, expected);
}

static void
await (const char *expected)
{
  gint64 deadline = g_get_monotonic_time () + APP_DEADLINE_SECONDS * G_USEC_PER_SEC;
  g_autofree char *found = NULL;

  while (!is_described ((gpointer) expected) && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  found = describe ();
  g_assert_cmpstr (found, ==, expected);
}

static void
search (Fixture *self, const char *text)
{
  if (peek_window () == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search-all", NULL);
      app_settle ();
    }
  gtk_editable_set_text (GTK_EDITABLE (get_entry ()), text);
}

static void
press_enter (void)
{
  g_signal_emit_by_name (get_entry (), "activate");
}

static gboolean
is_group_shown (gpointer data)
{
  Fixture *self = data;
  g_autoptr (GPtrArray) views = app_find_all (GTK_WIDGET (self->window), AJ_TYPE_GROUP_VIEW);

  return peek_window () == NULL && views->len == 1 && gtk_widget_get_mapped (views->pdata[0]);
}

static void
add_members (Fixture *self, guint n_members)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add members");
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= n_members; i++)
    {
      AjValues *person = aj_edit_add (edit, &aj_person_record_type);
      AjValues *membership = aj_edit_add (edit, &aj_membership_record_type);
      g_autofree char *name = g_strdup_printf ("Lid %02u", i);

      aj_values_set_text (person, "name", name);
      aj_values_set_text (person, "organisation", aj_record_get_id (self->school));
      aj_values_set_text (membership, "group", aj_record_get_id (self->group));
      aj_values_set_text (membership, "person", aj_values_get_id (person));
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* The seat that nobody takes, then, once somebody does, who; what is shown follows what was changed. */
static void
test_education_in_twente (Fixture *self, gconstpointer data)
{
  const char *const empty = "Who Sits Where: > No education member in Twente, Seat, Werkgroep MKB";

  search (self, "education twente");
  await (empty);
  app_assert_named (peek_window ());
  search (self, "onderwijs twen");
  await (empty);
  press_enter ();
  app_wait (is_group_shown, self);

  add_members (self, 1);
  search (self, "education twente");
  await ("Who Sits Where: > Lid 01, Membership, Werkgroep MKB · Education · Twente · ROC");
  /* Enter waits for the answer. */
  search (self, "roc twente");
  press_enter ();
  app_wait (is_group_shown, self);
}

/* Behind what is called like that, and before what only mentions it. */
static void
test_place (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) other = app_fixture_add (&self->app, &aj_organisation_record_type, "name",
                                                "Bieb", "kind", "library");

  add_members (self, 1);
  app_fixture_change (&self->app, other, "notes", "Werkt met het ROC samen", "Anna");
  search (self, "roc");
  await ("Organisations: > ROC, Organisation, Education · Twente"
         " | Bieb, Organisation, Notes: Werkt met het ROC samen"
         " | Who Sits Where: Lid 01, Membership, Werkgroep MKB · Education · Twente · ROC");
  app_fixture_change (&self->app, other, "notes", "Over lid 01 van het ROC", "Anna");
  search (self, "lid roc");
  await ("Who Sits Where: > Lid 01, Membership, Werkgroep MKB · Education · Twente · ROC"
         " | Organisations: Bieb, Organisation, Notes: Over lid 01 van het ROC");
  search (self, "werkgroep mkb");
  await ("Groups: > Werkgroep MKB, Group, Working group");
}

static void
test_more (Fixture *self, gconstpointer data)
{
  add_members (self, 7);
  search (self, "education twente");
  await ("Who Sits Where: > Lid 01, Membership, Werkgroep MKB · Education · Twente · ROC"
         " | Lid 02, Membership, Werkgroep MKB · ROC · Education · Twente | Lid 03, Membership, "
         "Werkgroep MKB · ROC · Education · Twente"
         " | Lid 04, Membership, Werkgroep MKB · ROC · Education · Twente | Lid 05, Membership, "
         "Werkgroep MKB · ROC · Education · Twente"
         " | Show more, Who Sits Where");
  g_assert_true (app_press (get_entry (), GDK_KEY_Page_Down, 0));
  press_enter ();
  await ("Who Sits Where: Lid 01, Membership, Werkgroep MKB · Education · Twente · ROC"
         " | Lid 02, Membership, Werkgroep MKB · ROC · Education · Twente | Lid 03, Membership, "
         "Werkgroep MKB · ROC · Education · Twente"
         " | Lid 04, Membership, Werkgroep MKB · ROC · Education · Twente | Lid 05, Membership, "
         "Werkgroep MKB · ROC · Education · Twente"
         " | > Lid 06, Membership, Werkgroep MKB · ROC · Education · Twente | Lid 07, Membership, "
         "Werkgroep MKB · ROC · Education · Twente");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/search-seats/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("education-in-twente", test_education_in_twente);
  ADD ("place", test_place);
  ADD ("more", test_more);
  return g_test_run ();
}
