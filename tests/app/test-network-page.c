/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-app-fixture.h"

#include <string.h>

#include "aj-district.h"
#include "aj-field-row.h"
#include "aj-group.h"
#include "aj-membership.h"
#include "aj-membership-row.h"
#include "aj-municipality.h"
#include "aj-network-kinds.h"
#include "aj-network-page.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-record-browser.h"
#include "aj-record-detail.h"
#include "aj-record-line.h"

#define MANY 10000

static AjPage *
show_page (AppFixture *self)
{
  AjPage *page = AJ_PAGE (g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->services, NULL));

  app_fixture_show (self, GTK_WIDGET (page));
  aj_page_activate (page);
  return page;
}

static AjRecordBrowser *
get_browser (gpointer page)
{
  return AJ_RECORD_BROWSER (app_find (page, AJ_TYPE_RECORD_BROWSER));
}

static AjRecord *
get_record (gpointer page)
{
  return aj_record_detail_get_record (AJ_RECORD_DETAIL (app_find (page, AJ_TYPE_RECORD_DETAIL)));
}

static guint
count (gpointer page)
{
  return g_list_model_get_n_items (aj_record_browser_get_list (get_browser (page)));
}

static const char *
get_list_state (gpointer page)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (app_find (GTK_WIDGET (get_browser (page)), GTK_TYPE_STACK)));
}

static gboolean
is_empty_said (gpointer page)
{
  return g_str_equal (get_list_state (page), "empty");
}

static gboolean
is_nothing_said (gpointer page)
{
  return g_str_equal (get_list_state (page), "nothing");
}

static gboolean
is_list_shown (gpointer page)
{
  return g_str_equal (get_list_state (page), "list");
}

static gboolean
has_one (gpointer page)
{
  return count (page) == 1;
}

static gboolean
has_none (gpointer page)
{
  return count (page) == 0;
}

static gboolean
has_many (gpointer page)
{
  return count (page) == MANY;
}

static gboolean
has_record (gpointer page)
{
  return get_record (page) != NULL;
}

static gboolean
has_no_record (gpointer page)
{
  return get_record (page) == NULL;
}

static void
show_kind (gpointer page, guint index)
{
  g_autoptr (GPtrArray) all = app_find_all (page, GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < all->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (all, i), "title-switcher"))
      gtk_drop_down_set_selected (g_ptr_array_index (all, i), index);
}

static void
search (gpointer page, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (
                             app_find (GTK_WIDGET (get_browser (page)), GTK_TYPE_SEARCH_ENTRY)),
                         text);
}

/* Each kind says what belongs there, and the first step it offers makes one, ready to be named. */
static void
test_empty_kinds_offer_a_first_step (AppFixture *self, gconstpointer data)
{
  AjPage *page = show_page (self);
  guint n_kinds;
  const AjRecordKind *kinds = aj_network_kinds_get (&n_kinds);

  for (guint i = 1; i < n_kinds; i++)
    {
      show_kind (page, i);
      app_wait (is_empty_said, page);
      app_assert_named (GTK_WIDGET (page));
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "records.new", NULL));
      app_wait (has_one, page);
      app_wait (has_record, page);
      app_settle ();
      g_assert_true (aj_record_get_record_type (get_record (page)) == kinds[i].type);
      g_assert_cmpstr (aj_record_get_title (get_record (page)), ==, kinds[i].new_name);
      g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (self->window))));
      app_assert_named (GTK_WIDGET (page));
    }
}

static gboolean
is_action_of (AjPage *page, const char *action)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (page);
  GType owner;
  const GVariantType *parameter;
  const char *name, *property;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &parameter, &property);
       i++)
    if (g_str_equal (name, action))
      return TRUE;
  return FALSE;
}

/* The letter that chooses a line of a menu, or 0. */
static char
get_mnemonic (const char *label)
{
  const char *sign = strchr (label, '_');

  return sign != NULL ? g_ascii_tolower (sign[1]) : 0;
}

static void
assert_verbs (AjPage *page, const AjRecordVerb *verbs)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  char letters[128] = { 0 };

  for (; verbs != NULL && verbs->label != NULL; verbs++)
    {
      char letter = get_mnemonic (verbs->label);

      g_test_message ("%s: %s", verbs->label, verbs->action);
      g_assert_true (is_action_of (page, verbs->action));
      g_assert_true (g_hash_table_add (seen, (gpointer) verbs->action));
      g_assert_cmpint (letter, >, 0);
      g_assert_cmpint (letters[(guchar) letter]++, ==, 0);
    }
}

static gboolean
has_verb (const AjRecordVerb *verbs, const char *action)
{
  for (; verbs != NULL && verbs->label != NULL; verbs++)
    if (g_str_equal (verbs->action, action))
      return TRUE;
  return FALSE;
}

/* Every line of every menu does something, once, by a letter of its own; every kind comes in and goes out as a table. */
static void
test_verbs (AppFixture *self, gconstpointer data)
{
  AjPage *page = show_page (self);
  guint n_kinds;
  const AjRecordKind *kinds = aj_network_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      assert_verbs (page, kinds[i].list_verbs);
      assert_verbs (page, kinds[i].record_verbs);
      g_assert_true (has_verb (kinds[i].list_verbs, "records.import"));
      g_assert_true (has_verb (kinds[i].list_verbs, "records.export"));
    }
}

static GtkWindow *
find_dialog (AppFixture *self)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == self->window)
        return window;
    }
  return NULL;
}

/* A municipality needs its code, so it is asked for. */
static void
test_new_municipality_asks_for_its_code (AppFixture *self, gconstpointer data)
{
  AjPage *page = show_page (self);
  g_autoptr (GPtrArray) rows = NULL;
  GtkWindow *dialog;

  app_wait (is_empty_said, page);
  gtk_widget_activate_action (GTK_WIDGET (page), "records.new", NULL);
  dialog = find_dialog (self);
  g_assert_nonnull (dialog);
  rows = app_find_all (GTK_WIDGET (dialog), GTK_TYPE_TEXT);
  g_assert_cmpuint (rows->len, ==, 2);
  gtk_editable_set_text (g_ptr_array_index (rows, 0), "Deventer");
  gtk_editable_set_text (g_ptr_array_index (rows, 1), "GM0150");
  g_signal_emit_by_name (g_ptr_array_index (rows, 1), "activate");
  app_wait (has_record, page);
  app_settle ();
  g_assert_cmpstr (aj_record_get_text (get_record (page), "code"), ==, "GM0150");
  g_assert_null (find_dialog (self));
}

static void
test_remove_and_undo (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = app_fixture_add (self, &aj_person_record_type, "name", "Jan", NULL,
                                                 NULL);
  AjPage *page = show_page (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_page_show_record (page, &aj_person_record_type, aj_record_get_id (person)));
  app_wait (has_record, page);
  gtk_widget_activate_action (GTK_WIDGET (page), "records.remove", NULL);
  app_wait (has_no_record, page);
  app_wait (is_empty_said, page);
  aj_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
  app_wait (has_record, page);
  app_wait (has_one, page);
}

static void
test_what_is_referred_to_stays (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) organisation = app_fixture_add (self, &aj_organisation_record_type, "name",
                                                       "Politie", "kind", "police");
  AjPage *page = show_page (self);

  g_object_unref (app_fixture_add (self, &aj_person_record_type, "name", "Jan", "organisation",
                                   aj_record_get_id (organisation)));
  aj_page_show_record (page, &aj_organisation_record_type, aj_record_get_id (organisation));
  app_wait (has_record, page);
  gtk_widget_activate_action (GTK_WIDGET (page), "records.remove", NULL);
  app_settle ();
  g_assert_false (aj_record_is_removed (organisation));
  /* Why is told in a toast. */
  g_assert_nonnull (app_find (GTK_WIDGET (self->overlay), g_type_from_name ("AdwToastWidget")));
}

static AjRecord *
add_seat (AppFixture *self, AjRecord *group, AjRecord *person)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *values = aj_edit_add (edit, &aj_membership_record_type);
  g_autofree char *id = g_strdup (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;

  aj_values_set_text (values, "group", aj_record_get_id (group));
  aj_values_set_text (values, "person", aj_record_get_id (person));
  aj_values_set_text (values, "from", "2025-01-01");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return aj_store_load_record (self->store, &aj_membership_record_type, id, &error);
}

static gboolean
has_seat (gpointer page)
{
  return app_find (page, AJ_TYPE_MEMBERSHIP_ROW) != NULL;
}

static gboolean
has_no_seat (gpointer page)
{
  return !has_seat (page);
}

static gboolean
has_title (gpointer row)
{
  return g_str_equal (adw_preferences_row_get_title (row), "Expertteam");
}

static void
click_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      {
        g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
        return;
      }
  g_error ("no button “%s”", label);
}

static void
show_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_variant_get (parameter, "(ss)", NULL, user_data);
}

/* What the window would be asked to show. */
static void
catch_shown (AppFixture *self, char **shown)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-record", G_VARIANT_TYPE ("(ss)"));

  g_signal_connect (action, "activate", G_CALLBACK (show_record_cb), shown);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (actions));
}

/* The groups of a person lead to the page of the groups. */
static void
test_memberships (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = app_fixture_add (self, &aj_group_record_type, "name", "Expertteam",
                                                NULL, NULL);
  g_autoptr (AjRecord) person = app_fixture_add (self, &aj_person_record_type, "name", "Jan", NULL,
                                                 NULL);
  g_autoptr (AjRecord) seat = add_seat (self, group, person);
  AjPage *page = show_page (self);
  g_autofree char *shown = NULL;
  GtkWidget *row;

  catch_shown (self, &shown);
  g_assert_false (aj_page_show_record (page, &aj_group_record_type, aj_record_get_id (group)));
  aj_page_show_record (page, &aj_person_record_type, aj_record_get_id (person));
  app_wait (has_seat, page);
  row = app_find (GTK_WIDGET (page), AJ_TYPE_MEMBERSHIP_ROW);
  app_wait (has_title, row);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Member · since 1 January 2025");
  app_fixture_change (self, seat, "role", "chair", "Bert");
  app_settle ();
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Chair · since 1 January 2025");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_settle ();
  app_assert_named (GTK_WIDGET (page));
  click_button (row, "Open");
  g_assert_cmpstr (shown, ==, aj_record_get_id (group));
  click_button (row, "Remove");
  app_wait (has_no_seat, page);
}

static gboolean
has_shown (gpointer shown)
{
  return *(char **) shown != NULL;
}

/* A group that is made where a district shows its groups is of that district, and shown on the page of the groups. */
static void
test_new_group_of_a_district (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) district = app_fixture_add (self, &aj_district_record_type, "name", "Twente",
                                                   NULL, NULL);
  AjPage *page = show_page (self);
  g_autofree char *shown = NULL;
  g_autoptr (AjRecord) group = NULL;
  g_autoptr (GPtrArray) buttons = NULL;

  catch_shown (self, &shown);
  aj_page_show_record (page, &aj_district_record_type, aj_record_get_id (district));
  app_wait (has_record, page);
  buttons = app_find_all (GTK_WIDGET (page), GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]), "New group") == 0)
      g_signal_emit_by_name (buttons->pdata[i], "clicked");
  app_wait (has_shown, &shown);
  group = aj_store_load_record (self->store, &aj_group_record_type, shown, NULL);
  g_assert_cmpstr (aj_record_get_title (group), ==, "New group");
  g_assert_cmpstr (aj_record_get_text (group, "district"), ==, aj_record_get_id (district));
}

static void
add_many (AppFixture *self)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add many");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %05u", i);

      aj_values_set_text (aj_edit_add (edit, &aj_person_record_type), "name", name);
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* Only what can be seen is loaded, and a record far down is found and marked. */
static void
test_many_people (AppFixture *self, gconstpointer data)
{
  AjPage *page;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (AjRecord) last = NULL;

  add_many (self);
  page = show_page (self);
  show_kind (page, 2);
  app_wait (has_many, page);
  app_wait (is_list_shown, page);
  app_settle ();
  lines = app_find_all (GTK_WIDGET (page), AJ_TYPE_RECORD_LINE);
  g_assert_cmpuint (lines->len, <, 400);
  search (page, "09999");
  app_wait (has_one, page);
  last = g_list_model_get_item (aj_record_browser_get_list (get_browser (page)), 0);
  aj_page_show_record (page, &aj_person_record_type, aj_record_get_id (last));
  app_wait (has_many, page);
  app_settle ();
  g_assert_true (get_record (page) == last);
  search (page, "nobody is called this");
  app_wait (has_none, page);
  app_wait (is_nothing_said, page);
  /* What is in view stays there while the list is searched. */
  g_assert_true (get_record (page) == last);
}

static void
test_typed_text_is_saved_when_another_is_shown (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) jan = app_fixture_add (self, &aj_person_record_type, "name", "Jan", NULL,
                                              NULL);
  g_autoptr (AjRecord) els = app_fixture_add (self, &aj_person_record_type, "name", "Els", NULL,
                                              NULL);
  AjPage *page = show_page (self);
  GtkWidget *entry;

  aj_page_show_record (page, &aj_person_record_type, aj_record_get_id (jan));
  app_wait (has_record, page);
  app_settle ();
  entry = app_find (app_find (GTK_WIDGET (page), AJ_TYPE_FIELD_ROW), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Jan de Vries");
  aj_page_show_record (page, &aj_person_record_type, aj_record_get_id (els));
  app_wait_for_text (jan, "name", "Jan de Vries");
  g_assert_cmpstr (aj_record_get_title (els), ==, "Els");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Els");
}

static void
test_page_is_freed (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = app_fixture_add (self, &aj_group_record_type, "name", "Expertteam",
                                                NULL, NULL);
  g_autoptr (AjRecord) person = app_fixture_add (self, &aj_person_record_type, "name", "Jan", NULL,
                                                 NULL);
  AjPage *page = g_object_ref (show_page (self));

  g_object_unref (add_seat (self, group, person));
  aj_page_show_record (page, &aj_person_record_type, aj_record_get_id (person));
  app_wait (has_seat, page);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (
                                     app_find (GTK_WIDGET (page), AJ_TYPE_MEMBERSHIP_ROW)),
                                 TRUE);
  app_settle ();
  aj_page_deactivate (page);
  adw_toast_overlay_set_child (self->overlay, NULL);
  app_settle ();
  app_assert_finalize (page);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/network-page/" name, AppFixture, NULL, app_fixture_set_up, function,           \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("empty-kinds-offer-a-first-step", test_empty_kinds_offer_a_first_step);
  ADD ("verbs", test_verbs);
  ADD ("new-municipality-asks-for-its-code", test_new_municipality_asks_for_its_code);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("what-is-referred-to-stays", test_what_is_referred_to_stays);
  ADD ("memberships", test_memberships);
  ADD ("new-group-of-a-district", test_new_group_of_a_district);
  ADD ("many-people", test_many_people);
  ADD ("typed-text-is-saved-when-another-is-shown", test_typed_text_is_saved_when_another_is_shown);
  ADD ("page-is-freed", test_page_is_freed);
  return g_test_run ();
}
