/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the action day: its first step, the map, and what opens beside it. */
#include "aj-action-day-page.h"
#include "aj-activities-group.h"
#include "aj-activity-row.h"
#include "aj-activity.h"
#include "aj-app-fixture.h"
#include "aj-edition-job.h"
#include "aj-edition-view.h"
#include "aj-edition.h"
#include "aj-example.h"
#include "aj-forms-saver.h"
#include "aj-line-entry.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-participation-view.h"
#include "aj-participation.h"
#include "aj-progress-frame.h"
#include "aj-tile-map.h"

typedef struct
{
  AppFixture base;
  AjPage *page;
  char *edition;
} PageFixture;

/* With the editions of the example, of which the latest is under way. */
static const char as_example[] = "as the example has it";

/* Most cases begin an edition of their own. */
static void
remove_editions (PageFixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_edition_record_type);
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Remove");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = aj_store_fetch (self->base.store, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < editions->len; i++)
    aj_edit_remove_values (edit, aj_record_get_values (editions->pdata[i]));
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
set_up (PageFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  app_fixture_set_up (&self->base, data);
  g_settings_reset (aj_services_get_settings (self->base.services), "action-day-subject");
  aj_example_fill (self->base.store, AJ_EXAMPLE_DEFAULT, &error);
  g_assert_no_error (error);
  if (data != as_example)
    remove_editions (self);
}

static void
tear_down (PageFixture *self, gconstpointer data)
{
  g_free (self->edition);
  app_fixture_tear_down (&self->base, data);
}

static GPtrArray *
list_municipalities (PageFixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = aj_store_fetch (self->base.store, query, &error);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (all, aj_values_ref (aj_record_get_values (records->pdata[i])));
  return all;
}

static void
begin_on (PageFixture *self, AjDate date)
{
  g_autoptr (GPtrArray) municipalities = list_municipalities (self);
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  edit = aj_edition_job_begin (self->base.store, date, AJ_DATE_NONE, NULL, municipalities, &id);
  self->edition = g_strdup (id);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
begin (PageFixture *self)
{
  begin_on (self, aj_date_new (2026, 10, 8));
}

static gboolean
has_map (gpointer page)
{
  GtkWidget *map = app_find (page, AJ_TYPE_TILE_MAP);

  return map != NULL && aj_tile_map_get_state (AJ_TILE_MAP (map)) != NULL;
}

static void
show_page (PageFixture *self)
{
  self->page = g_object_new (AJ_TYPE_ACTION_DAY_PAGE, "services", self->base.services, NULL);
  gtk_window_set_default_size (self->base.window, 1200, 800);
  app_fixture_show (&self->base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_settle ();
}

static void
show_edition (PageFixture *self)
{
  begin (self);
  show_page (self);
  app_wait (has_map, self->page);
}

static AjRecord *
find_municipality (PageFixture *self, const char *name)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  aj_query_where_text (query, "name", AJ_QUERY_EQUAL, name);
  found = aj_store_fetch (self->base.store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

static void
open_municipality (PageFixture *self, const char *name)
{
  g_autoptr (AjRecord) municipality = find_municipality (self, name);

  g_signal_emit_by_name (app_find (GTK_WIDGET (self->page), AJ_TYPE_TILE_MAP), "opened",
                         aj_record_get_id (municipality));
  app_settle ();
}

/* (nullable): a label that is shown somewhere on the page. */
static gboolean
says (PageFixture *self, const char *text)
{
  g_autoptr (GPtrArray) labels = app_find_all (GTK_WIDGET (self->page), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return TRUE;
  return FALSE;
}

static void
test_none (PageFixture *self, gconstpointer data)
{
  show_page (self);
  g_assert_true (says (self, "No Action Day Yet"));
  app_assert_named (GTK_WIDGET (self->page));
}

/* With an edition there is the map, and beside it the edition as a whole. */
static void
test_overview (PageFixture *self, gconstpointer data)
{
  AjMapState *map;

  show_edition (self);
  map = aj_tile_map_get_state (AJ_TILE_MAP (app_find (GTK_WIDGET (self->page), AJ_TYPE_TILE_MAP)));
  g_assert_cmpuint (aj_map_state_get_n_tiles (map), ==, 76);
  g_assert_nonnull (app_find (GTK_WIDGET (self->page), AJ_TYPE_EDITION_VIEW));
  g_assert_true (says (self, "of 76 municipalities have answered"));
  g_assert_true (says (self, "0/11"));
  app_assert_named (GTK_WIDGET (self->page));
}

/* The example shows the edition that is being prepared, with the one before it to choose. */
static void
test_example (PageFixture *self, gconstpointer data)
{
  show_page (self);
  app_wait (has_map, self->page);
  g_assert_true (says (self, "Echt Niet Vandaag 2027"));
  g_assert_true (says (self, "activities, goal 100"));
  g_assert_true (says (self, "of 66 municipalities have answered"));
  app_assert_named (GTK_WIDGET (self->page));
}

static gboolean
is_registered (gpointer data)
{
  return says (data, "registered");
}

static GtkWidget *
get_activity (PageFixture *self)
{
  return app_find (GTK_WIDGET (self->page), AJ_TYPE_ACTIVITY_ROW);
}

static gboolean
has_activity (gpointer data)
{
  return get_activity (data) != NULL;
}

/* A title and Enter: the activity is there, opened, and the municipality has answered. */
static void
test_register (PageFixture *self, gconstpointer data)
{
  GtkWidget *entry;

  show_edition (self);
  open_municipality (self, "Zwolle");
  g_assert_true (says (self, "not invited"));
  entry = app_find (app_find (GTK_WIDGET (self->page), AJ_TYPE_ACTIVITIES_GROUP),
                    AJ_TYPE_LINE_ENTRY);
  aj_line_entry_set_text (AJ_LINE_ENTRY (entry), "Escape box in de bieb");
  g_signal_emit_by_name (entry, "accepted");
  app_wait (is_registered, self);
  app_wait (has_activity, self);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_activity (self))));
  /* The record comes after its row. */
  app_settle ();
  app_assert_named (GTK_WIDGET (self->page));
}

/* (nullable): the button that says that everything was held. */
static GtkWidget *
find_held_button (PageFixture *self)
{
  g_autoptr (GPtrArray) buttons = app_find_all (GTK_WIDGET (self->page), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "All Were _Held") == 0)
      return buttons->pdata[i];
  return NULL;
}

static gboolean
offers_held (gpointer data)
{
  return find_held_button (data) != NULL;
}

static gboolean
offers_no_held (gpointer data)
{
  return find_held_button (data) == NULL;
}

static char *
add_activity (PageFixture *self, const char *municipality, const char *name)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Add");
  g_autoptr (AjRecord) record = find_municipality (self, municipality);
  AjValues *activity = aj_edit_add (edit, &aj_activity_record_type);
  char *id = g_strdup (aj_values_get_id (activity));
  g_autoptr (GError) error = NULL;

  aj_values_set_text (activity, "name", name);
  aj_values_set_text (activity, "edition", self->edition);
  aj_values_set_text (activity, "municipality", aj_record_get_id (record));
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return id;
}

/* Once the day has come, all of a municipality is noted as held in one step, which one undo takes back. */
static void
test_held (PageFixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (AjRecord) record = NULL;
  g_autoptr (AjRecord) other = NULL;
  g_autoptr (GError) error = NULL;

  begin_on (self, aj_date_new (2026, 2, 20));
  first = add_activity (self, "Hattem", "Lezing");
  second = add_activity (self, "Hattem", "Markt");
  show_page (self);
  app_wait (has_map, self->page);
  open_municipality (self, "Hattem");
  app_wait (offers_held, self);
  app_assert_named (GTK_WIDGET (self->page));
  g_signal_emit_by_name (find_held_button (self), "clicked");
  record = aj_store_load_record (self->base.store, &aj_activity_record_type, first, &error);
  other = aj_store_load_record (self->base.store, &aj_activity_record_type, second, &error);
  g_assert_no_error (error);
  app_wait_for_text (record, "state", AJ_ACTIVITY_HELD);
  app_wait_for_text (other, "state", AJ_ACTIVITY_HELD);
  app_wait (offers_no_held, self);
  aj_store_undo (self->base.store, NULL, &error);
  g_assert_no_error (error);
  app_wait_for_text (other, "state", AJ_ACTIVITY_SUBMITTED);
  app_wait (offers_held, self);
}

static gboolean
is_out (gpointer data)
{
  return says (data, "not in this edition");
}

static gboolean
is_open (gpointer data)
{
  return says (data, "not invited");
}

/* One click takes a municipality out of the edition, another one takes it in again. */
static void
test_take_part (PageFixture *self, gconstpointer data)
{
  GtkWidget *view;

  show_edition (self);
  open_municipality (self, "Hattem");
  view = app_find (GTK_WIDGET (self->page), AJ_TYPE_PARTICIPATION_VIEW);
  g_assert_true (gtk_widget_activate_action (view, "participation.leave-out", NULL));
  app_wait (is_out, self);
  g_assert_true (gtk_widget_activate_action (view, "participation.take-part", NULL));
  app_wait (is_open, self);
}

static gboolean
is_invited (gpointer data)
{
  return says (data, "invited on Sun 1 Mar 2026");
}

static gboolean
has_log (gpointer data)
{
  return says (data, "Invited to Action day 2026");
}

/* One click mails what comes next; once the draft is made it is noted, with a line in the log below. */
static void
test_ask (PageFixture *self, gconstpointer data)
{
  show_edition (self);
  open_municipality (self, "Hattem");
  g_assert_true (
      gtk_widget_activate_action (app_find (GTK_WIDGET (self->page), AJ_TYPE_PARTICIPATION_VIEW),
                                  "participation.ask", NULL));
  app_wait (is_invited, self);
  app_wait (has_log, self);
  g_assert_true (says (self, "Mail Reminder 1"));
}

/* Whether it is said anywhere in the window. */
static gboolean
tells (PageFixture *self, const char *part)
{
  g_autoptr (GPtrArray) labels = app_find_all (GTK_WIDGET (self->base.window), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), part) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
tells_of_folder (gpointer data)
{
  return tells (data, "no drafts with attachments");
}

static gboolean
tells_it_is_gone (gpointer data)
{
  return tells (data, "This edition is no longer there.");
}

/* What is removed in the same breath is not asked, and it is said why. */
static void
test_ask_gone (PageFixture *self, gconstpointer data)
{
  GtkWidget *view;

  show_edition (self);
  open_municipality (self, "Hattem");
  view = app_find (GTK_WIDGET (self->page), AJ_TYPE_PARTICIPATION_VIEW);
  remove_editions (self);
  g_assert_true (gtk_widget_activate_action (view, "participation.ask", NULL));
  app_wait (tells_it_is_gone, self);
}

/* Where forms go along with the mails they do with this one too, so here, without a program that opens drafts, there is none. */
static void
test_ask_with_form (PageFixture *self, gconstpointer data)
{
  GSettings *settings = aj_services_get_settings (self->base.services);

  g_settings_set_boolean (settings, "chase-forms", TRUE);
  show_edition (self);
  open_municipality (self, "Hattem");
  g_assert_true (
      gtk_widget_activate_action (app_find (GTK_WIDGET (self->page), AJ_TYPE_PARTICIPATION_VIEW),
                                  "participation.ask", NULL));
  app_wait (tells_of_folder, self);
  app_settle ();
  g_assert_false (is_invited (self));
  g_settings_reset (settings, "chase-forms");
}

static gboolean
has_declined (gpointer data)
{
  return says (data, "does not take part");
}

static void
test_answer (PageFixture *self, gconstpointer data)
{
  show_edition (self);
  open_municipality (self, "Hattem");
  g_assert_true (
      gtk_widget_activate_action (app_find (GTK_WIDGET (self->page), AJ_TYPE_PARTICIPATION_VIEW),
                                  "participation.answer", "s", AJ_PARTICIPATION_DECLINED));
  app_wait (has_declined, self);
}

/* What search finds is opened where it belongs. */
static void
test_show_activity (PageFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjRecord) municipality = NULL;
  g_autoptr (GError) error = NULL;
  AjValues *activity;

  begin (self);
  municipality = find_municipality (self, "Ede");
  edit = aj_edit_new (self->base.store, "Add");
  activity = aj_edit_add (edit, &aj_activity_record_type);
  aj_values_set_text (activity, "name", "Lezing");
  aj_values_set_text (activity, "edition", self->edition);
  aj_values_set_text (activity, "municipality", aj_record_get_id (municipality));
  show_page (self);
  {
    g_autofree char *id = g_strdup (aj_values_get_id (activity));

    aj_edit_commit (edit, &error);
    g_assert_no_error (error);
    g_assert_true (aj_page_show_record (self->page, &aj_activity_record_type, id));
  }
  app_wait (has_activity, self);
  app_wait (is_registered, self);
  g_assert_true (says (self, "Ede"));
}

/* What is asked for before the editions are read is shown all the same, and not the latest of them. */
static void
test_show_at_once (PageFixture *self, gconstpointer data)
{
  g_autofree char *older = NULL;

  begin (self);
  older = g_steal_pointer (&self->edition);
  begin_on (self, aj_date_new (2027, 10, 7));
  self->page = g_object_new (AJ_TYPE_ACTION_DAY_PAGE, "services", self->base.services, NULL);
  g_assert_true (aj_page_show_record (self->page, &aj_edition_record_type, older));
  app_fixture_show (&self->base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_wait (has_map, self->page);
  app_settle ();
  g_assert_true (says (self, "Action day 2026"));
}

#define ADD(path, func) g_test_add (path, PageFixture, NULL, set_up, func, tear_down)

/* (nullable): the dialog that asks. */
static gpointer
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

/* How many of the municipality's participations have the state of who was invited. */
static guint
count_invited (PageFixture *self)
{
  g_autoptr (AjRecord) almelo = find_municipality (self, "Almelo");
  g_autoptr (AjQuery) query = aj_query_new (&aj_participation_record_type);
  g_autoptr (GPtrArray) found = NULL;

  aj_query_where_text (query, "state", AJ_QUERY_EQUAL, AJ_PARTICIPATION_INVITED);
  aj_query_where_text (query, "municipality", AJ_QUERY_EQUAL, aj_record_get_id (almelo));
  found = aj_store_fetch (self->base.store, query, NULL);
  return found->len;
}

static gboolean
is_noted (gpointer user_data)
{
  return count_invited (user_data) == 1;
}

/* With just one municipality, for which there is little to write. */
static void
begin_in (PageFixture *self, AjRecord *municipality)
{
  g_autoptr (GPtrArray) municipalities = g_ptr_array_new ();
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  g_ptr_array_add (municipalities, (gpointer) aj_record_get_values (municipality));
  edit = aj_edition_job_begin (self->base.store, aj_date_new (2026, 10, 8), AJ_DATE_NONE, NULL,
                               municipalities, &id);
  self->edition = g_strdup (id);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* The one municipality that is asked, with an address. (transfer none): its id. */
static const char *
begin_with_address (PageFixture *self)
{
  g_autoptr (AjRecord) almelo = find_municipality (self, "Almelo");
  g_autoptr (AjRecord) office = app_fixture_add (&self->base, &aj_organisation_record_type, "name",
                                                 "Gemeente Almelo", "kind", "municipality");
  const char *id = g_intern_string (aj_record_get_id (almelo));

  app_fixture_change (&self->base, office, "municipality", id, "Test");
  app_fixture_change (&self->base, office, "mail", "info@almelo.example", "Test");
  begin_in (self, almelo);
  show_page (self);
  app_wait (has_map, self->page);
  return id;
}

/* The forms of all and the mails with them are one action, and that they are out is one change. */
static void
test_forms (PageFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->base.folder, "forms", NULL);
  g_autofree char *form = NULL;
  g_autoptr (AjChaseOutbox) outbox = aj_chase_outbox_new ();
  const char *almelo = begin_with_address (self);

  aj_forms_saver_write (GTK_WIDGET (self->page), self->base.services, outbox, self->edition,
                        folder);
  app_wait (is_asked, self);
  form = g_build_filename (folder, "Action day 2026 - Almelo.xlsx", NULL);
  g_assert_true (g_file_test (form, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_invited (self), ==, 0);
  /* Until that is said, the window in which municipalities are asked knows of it as well. */
  g_assert_true (aj_chase_outbox_has (outbox, self->edition, almelo));
  adw_message_dialog_response (find_dialog (), "out");
  app_wait (is_noted, self);
  app_settle ();
  g_assert_false (aj_chase_outbox_has (outbox, self->edition, almelo));
}

static gboolean
has_mail (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".eml"))
      return TRUE;
  return FALSE;
}

/* Who stops it when the mails are there already may send them all the same: that is known. */
static void
test_forms_stopped (PageFixture *self, gconstpointer data)
{
  static const char interface[] =
      "<interface><object class='AjProgressFrame' id='frame'><child>"
      "<object class='GtkLabel' id='from'/></child></object></interface>";
  g_autofree char *folder = g_build_filename (self->base.folder, "forms", NULL);
  g_autoptr (AjChaseOutbox) outbox = aj_chase_outbox_new ();
  const char *almelo = begin_with_address (self);
  g_autoptr (GtkBuilder) builder = NULL;
  gint64 deadline = g_get_monotonic_time () + APP_DEADLINE_SECONDS * G_USEC_PER_SEC;
  GtkWidget *from;

  g_type_ensure (AJ_TYPE_PROGRESS_FRAME);
  builder = gtk_builder_new_from_string (interface, -1);
  from = GTK_WIDGET (gtk_builder_get_object (builder, "from"));
  app_fixture_show (&self->base, GTK_WIDGET (gtk_builder_get_object (builder, "frame")));
  aj_forms_saver_write (from, self->base.services, outbox, self->edition, folder);
  while (!has_mail (folder) && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
  g_assert_true (has_mail (folder));
  g_assert_true (gtk_widget_activate_action (from, "progress.cancel", NULL));
  app_wait (is_asked, self);
  g_assert_true (aj_chase_outbox_has (outbox, self->edition, almelo));
  adw_message_dialog_response (find_dialog (), "later");
  app_settle ();
  g_assert_true (aj_chase_outbox_has (outbox, self->edition, almelo));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("/app/action-day-page/none", test_none);
  ADD ("/app/action-day-page/overview", test_overview);
  g_test_add ("/app/action-day-page/example", PageFixture, as_example, set_up, test_example,
              tear_down);
  ADD ("/app/action-day-page/register", test_register);
  ADD ("/app/action-day-page/held", test_held);
  ADD ("/app/action-day-page/forms", test_forms);
  ADD ("/app/action-day-page/forms-stopped", test_forms_stopped);
  ADD ("/app/action-day-page/take-part", test_take_part);
  ADD ("/app/action-day-page/ask", test_ask);
  ADD ("/app/action-day-page/ask-with-form", test_ask_with_form);
  ADD ("/app/action-day-page/ask-gone", test_ask_gone);
  ADD ("/app/action-day-page/answer", test_answer);
  ADD ("/app/action-day-page/show-activity", test_show_activity);
  ADD ("/app/action-day-page/show-at-once", test_show_at_once);
  return g_test_run ();
}
