/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-app-fixture.h"
#include "aj-cycle.h"
#include "aj-field-editor.h"
#include "aj-field-row.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-record-form.h"
#include "aj-record-chooser.h"

static AjFieldRow *
show_row (AppFixture *self, AjRecord *record, const char *field)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = aj_field_row_new (aj_record_get_record_type (record), field);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  aj_field_row_set_services (AJ_FIELD_ROW (row), self->services);
  aj_field_row_set_record (AJ_FIELD_ROW (row), record);
  app_fixture_show (self, group);
  return AJ_FIELD_ROW (row);
}

static GtkEditable *
get_entry (AjFieldRow *row, guint index)
{
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (row), GTK_TYPE_ENTRY);

  return g_ptr_array_index (entries, index);
}

static void
type (AjFieldRow *row, const char *text)
{
  gtk_editable_set_text (get_entry (row, 0), text);
}

static void
press_enter (AjFieldRow *row)
{
  g_signal_emit_by_name (get_entry (row, 0), "activate");
}

static AjRecord *
add_person (AppFixture *self)
{
  return app_fixture_add (self, &aj_person_record_type, "name", "Jan de Vries", "phone", "0570 1");
}

static gboolean
has_fault (gpointer row)
{
  return gtk_widget_has_css_class (row, "error");
}

static void
test_typed_text_is_stored (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "phone");
  g_autofree char *label = NULL;

  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, "0570 1");
  type (row, "  0570   22 ");
  g_assert_cmpstr (aj_record_get_text (person, "phone"), ==, "0570 1");
  press_enter (row);
  app_wait_for_text (person, "phone", "0570 22");
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, "0570 22");
  g_object_get (self->store, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Change Phone of Jan de Vries");
}

/* What has no title is called in history by what it is of, where. */
static void
test_label_without_title (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) what = app_fixture_add (self, aj_record_type_lookup ("intervention"), "name",
                                               "Echt-Nep", NULL, NULL);
  g_autoptr (AjRecord) town = app_fixture_add (self, aj_record_type_lookup ("municipality"), "name",
                                               "Deventer", "code", "GM0150");
  g_autoptr (AjRecord) rollout = app_fixture_add (self, aj_record_type_lookup ("rollout"),
                                                  "intervention", aj_record_get_id (what),
                                                  "municipality", aj_record_get_id (town));
  AjFieldRow *row = show_row (self, rollout, "partners");
  g_autofree char *label = NULL;

  type (row, "Halt");
  press_enter (row);
  app_wait_for_text (rollout, "partners", "Halt");
  g_object_get (self->store, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Change Partners of Echt-Nep · Deventer");
}

static void
test_undo_shows (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "phone");
  g_autoptr (GError) error = NULL;

  type (row, "0570 22");
  press_enter (row);
  app_wait_for_text (person, "phone", "0570 22");
  app_settle ();
  aj_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
  app_wait_for_text (person, "phone", "0570 1");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, "0570 1");
}

static void
undo_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ++*(int *) user_data;
}

/* Ctrl+Z is the entry's own while something is typed, and the window's before and after. */
static void
test_undo_key_reaches_the_window (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "phone");
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) undo = g_simple_action_new ("undo", NULL);
  int asked = 0;

  g_signal_connect (undo, "activate", G_CALLBACK (undo_asked_cb), &asked);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (undo));
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (actions));
  type (row, "0570 22");
  g_assert_false (app_press (GTK_WIDGET (get_entry (row, 0)), GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_cmpint (asked, ==, 0);
  press_enter (row);
  app_wait_for_text (person, "phone", "0570 22");
  app_settle ();
  g_assert_true (app_press (GTK_WIDGET (get_entry (row, 0)), GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_cmpint (asked, ==, 1);
}

static void
test_wrong_text_stays (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "mail");
  GtkEditable *entry = get_entry (row, 0);

  type (row, "jan at deventer");
  press_enter (row);
  app_settle ();
  g_assert_true (has_fault (row));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "jan at deventer");
  g_assert_null (aj_record_get_text (person, "mail"));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (
      entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "“jan at deventer” is not a mail address. Write it like name@municipality.nl.");
  type (row, "jan@deventer.nl");
  press_enter (row);
  app_wait_for_text (person, "mail", "jan@deventer.nl");
  app_settle ();
  g_assert_false (has_fault (row));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
}

/* What only the store can know is said in the row as well. */
static void
test_taken_name_is_said (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) second = app_fixture_add (self, &aj_group_record_type, "name",
                                                 "Werkgroep Jeugd", NULL, NULL);
  AjFieldRow *row = show_row (self, second, "name");

  g_object_unref (
      app_fixture_add (self, &aj_group_record_type, "name", "Werkgroep MKB", NULL, NULL));
  type (row, "Werkgroep MKB");
  press_enter (row);
  app_wait (has_fault, row);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, "Werkgroep MKB");
  g_assert_cmpstr (aj_record_get_text (second, "name"), ==, "Werkgroep Jeugd");
}

static void
test_required_field_stays_filled (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "name");

  type (row, " ");
  press_enter (row);
  g_assert_true (has_fault (row));
  g_assert_cmpstr (aj_record_get_text (person, "name"), ==, "Jan de Vries");
}

static gboolean
has_no_fault (gpointer row)
{
  return !has_fault (row);
}

/* What was refused and then came true by what another field brought along: that it was refused is not said any longer. */
static void
test_refused_comes_true (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) what = app_fixture_add (self, aj_record_type_lookup ("intervention"), "name",
                                               "Echt-Nep", NULL, NULL);
  g_autoptr (AjRecord) town = app_fixture_add (self, aj_record_type_lookup ("municipality"), "name",
                                               "Deventer", "code", "GM0150");
  g_autoptr (AjRecord) rollout = app_fixture_add (self, aj_record_type_lookup ("rollout"),
                                                  "intervention", aj_record_get_id (what),
                                                  "municipality", aj_record_get_id (town));
  AjFieldRow *row = show_row (self, rollout, "phase");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Stop");
  g_autoptr (GError) error = NULL;
  AjValues *after;

  /* The last one: stopped, which wants a reason. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN)), 6);
  app_wait (has_fault, row);
  after = aj_edit_change (edit, rollout);
  aj_values_set_text (after, "stop-reason", "No trainer");
  aj_values_set_text (after, "phase", "stopped");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  app_wait (has_no_fault, row);
}

static void
test_escape_brings_back (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "mail");
  GtkWidget *entry = GTK_WIDGET (get_entry (row, 0));

  g_assert_false (app_press (entry, GDK_KEY_Escape, 0));
  type (row, "jan");
  press_enter (row);
  g_assert_true (has_fault (row));
  g_assert_true (app_press (entry, GDK_KEY_Escape, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (has_fault (row));
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_dialog () != NULL;
}

/* @data: the answer. */
static void
test_typing_is_protected (AppFixture *self, gconstpointer data)
{
  const char *answer = data;
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "phone");

  type (row, "mine");
  app_fixture_change (self, person, "phone", "theirs", "Bert");
  app_wait_for_text (person, "phone", "theirs");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, "mine");
  press_enter (row);
  app_wait (is_asked, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), answer);
  app_wait_for_text (person, "phone", answer);
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, answer);
}

static void
test_follows_others (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "phone");

  app_fixture_change (self, person, "phone", "0570 99", "Bert");
  app_wait_for_text (person, "phone", "0570 99");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, "0570 99");
}

static void
test_leaving_saves (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  g_autoptr (AjRecord) other = app_fixture_add (self, &aj_person_record_type, "name", "Els", NULL,
                                                NULL);
  AjFieldRow *row = show_row (self, person, "phone");

  type (row, "1");
  aj_field_row_set_record (row, other);
  app_wait_for_text (person, "phone", "1");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, "");
  type (row, "2");
  adw_toast_overlay_set_child (self->overlay, NULL);
  app_wait_for_text (other, "phone", "2");
}

static void
test_dates_as_people_type_them (AppFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *stored;
    const char *shown;
  } cases[] = {
    { "12-3", "2026-03-12", "Thu 12 Mar 2026" },
    { "2027-01-31", "2027-01-31", "Sun 31 Jan 2027" },
    { "do 2 apr", "2026-04-02", "Thu 2 Apr 2026" },
    { "", NULL, "" },
  };
  g_autoptr (AjRecord) group = app_fixture_add (self, &aj_group_record_type, "name", "Expertteam",
                                                NULL, NULL);
  AjFieldRow *row = show_row (self, group, "active-from");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (row, cases[i].typed);
      press_enter (row);
      app_wait_for_text (group, "active-from", cases[i].stored);
      app_settle ();
      g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, cases[i].shown);
    }
  type (row, "30-2");
  press_enter (row);
  g_assert_true (has_fault (row));
}

static AjRecord *
add_meeting (AppFixture *self)
{
  g_autoptr (AjRecord) group = app_fixture_add (self, &aj_group_record_type, "name", "Expertteam",
                                                NULL, NULL);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *values = aj_edit_add (edit, &aj_meeting_record_type);
  g_autofree char *id = g_strdup (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;

  aj_values_set_text (values, "group", aj_record_get_id (group));
  aj_values_set_text (values, "starts-at", "2026-03-12T10:00");
  aj_values_set_text (values, "ends-at", "2026-03-12T12:00");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return aj_store_load_record (self->store, &aj_meeting_record_type, id, &error);
}

static void
test_moment_has_two_parts (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) meeting = add_meeting (self);
  AjFieldRow *row = show_row (self, meeting, "starts-at");

  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 0)), ==, "Thu 12 Mar 2026");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 1)), ==, "10:00");
  gtk_editable_set_text (get_entry (row, 0), "19-3");
  gtk_editable_set_text (get_entry (row, 1), "9.30");
  press_enter (row);
  app_wait_for_text (meeting, "starts-at", "2026-03-19T09:30");
  app_wait_for_text (meeting, "ends-at", "2026-03-19T11:30");
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row, 1)), ==, "09:30");
  gtk_editable_set_text (get_entry (row, 1), "");
  press_enter (row);
  g_assert_true (has_fault (row));
  gtk_test_accessible_assert_property (get_entry (row, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Start, time");
}

static void
test_choice_and_switch_save_at_once (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  g_autoptr (AjRecord) group = app_fixture_add (self, &aj_group_record_type, "name", "Expertteam",
                                                NULL, NULL);
  AjFieldRow *row = show_row (self, group, "target-group");
  GtkDropDown *drop_down = GTK_DROP_DOWN (app_find (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN));

  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  gtk_drop_down_set_selected (drop_down, 2);
  app_wait_for_text (group, "target-group", "youth");
  app_settle ();
  gtk_drop_down_set_selected (drop_down, 0);
  app_wait_for_text (group, "target-group", NULL);

  row = show_row (self, person, "role-mailbox");
  gtk_switch_set_active (GTK_SWITCH (app_find (GTK_WIDGET (row), GTK_TYPE_SWITCH)), TRUE);
  app_settle ();
  g_assert_true (aj_record_get_boolean (person, "role-mailbox"));
}

static gboolean
has_room (gpointer view)
{
  return gtk_widget_get_height (view) >= 12;
}

/* Whatever was there before, nothing most of all, there is room for the line and the cursor. */
static void
test_note_is_seen (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  g_autoptr (AjRecord) other = app_fixture_add (self, &aj_person_record_type, "name", "Anna",
                                                "notes", "Belt terug");
  AjFieldRow *row = show_row (self, person, "notes");
  GtkWidget *view = app_find (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW);

  app_settle ();
  g_assert_true (has_room (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Een regel", -1);
  app_settle ();
  g_assert_true (has_room (view));
  aj_field_row_set_record (row, other);
  app_settle ();
  g_assert_true (has_room (view));
}

/* In a page that became narrow the lines are more than they were. */
static void
test_note_in_a_narrow_page (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = app_fixture_add (
      self, &aj_person_record_type, "name", "Anna", "notes",
      "A text that takes one line in a wide page, and several of them in one that is narrow.");
  GtkWidget *row = GTK_WIDGET (show_row (self, person, "notes"));
  GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *view = app_find (row, GTK_TYPE_TEXT_VIEW);
  int height;

  gtk_widget_set_halign (group, GTK_ALIGN_START);
  gtk_widget_set_size_request (group, 700, -1);
  app_settle ();
  height = gtk_widget_get_height (view);
  gtk_widget_set_size_request (group, 220, -1);
  app_settle ();
  g_assert_cmpint (gtk_widget_get_width (view), <, 400);
  g_assert_cmpint (gtk_widget_get_height (view), >, height);
}

static void
test_note_keeps_its_lines (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "notes");
  GtkTextView *view = GTK_TEXT_VIEW (app_find (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "een\ntwee\n", -1);
  aj_field_row_save (row);
  app_wait_for_text (person, "notes", "een\ntwee");
  app_settle ();
  g_assert_false (gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (view)));
}

static void
test_removed_record_is_closed (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "phone");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (row)));
  aj_edit_remove (edit, &aj_person_record_type, aj_record_get_id (person));
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  app_settle ();
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (row)));
  aj_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
  app_settle ();
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (row)));
}

/* Every field of every type can be shown, is named, and goes when its form goes. */
static void
test_forms_of_all_types (AppFixture *self, gconstpointer data)
{
  for (const AjRecordType *const *types = aj_record_types_all (); *types != NULL; types++)
    {
      AjRecordForm *form = g_object_ref_sink (aj_record_form_new (*types, NULL, 0));
      g_autoptr (AjRecord) record = aj_store_ref_record (self->store, *types, "nobody");

      aj_record_form_set_services (form, self->services);
      aj_record_form_set_record (form, record);
      app_fixture_show (self, GTK_WIDGET (form));
      app_assert_named (GTK_WIDGET (form));
      adw_toast_overlay_set_child (self->overlay, NULL);
      app_settle ();
      app_assert_finalize (form);
    }
}

#define ADD(name, data, function)                                                                  \
  g_test_add ("/app/field-row/" name, AppFixture, data, app_fixture_set_up, function,              \
              app_fixture_tear_down)

/* Undo took a person away while the row held text that could not be saved: saving it then crashed. */
static void
test_wrong_text_of_a_removed_record (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add_person (self);
  AjFieldRow *row = show_row (self, person, "mail");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");
  g_autoptr (GError) error = NULL;

  type (row, "jan@@deventer");
  press_enter (row);
  app_settle ();
  g_assert_true (has_fault (row));
  aj_edit_remove (edit, &aj_person_record_type, aj_record_get_id (person));
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  aj_field_row_save (row);
  app_settle ();
  g_assert_null (aj_field_row_get_record (row) != NULL ? aj_record_get_values (person) : NULL);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("typed-text-is-stored", NULL, test_typed_text_is_stored);
  ADD ("label-without-title", NULL, test_label_without_title);
  ADD ("undo-shows", NULL, test_undo_shows);
  ADD ("undo-key-reaches-the-window", NULL, test_undo_key_reaches_the_window);
  ADD ("wrong-text-stays", NULL, test_wrong_text_stays);
  ADD ("taken-name-is-said", NULL, test_taken_name_is_said);
  ADD ("required-field-stays-filled", NULL, test_required_field_stays_filled);
  ADD ("escape-brings-back", NULL, test_escape_brings_back);
  ADD ("typing-is-protected/theirs", "theirs", test_typing_is_protected);
  ADD ("typing-is-protected/mine", "mine", test_typing_is_protected);
  ADD ("follows-others", NULL, test_follows_others);
  ADD ("leaving-saves", NULL, test_leaving_saves);
  ADD ("dates-as-people-type-them", NULL, test_dates_as_people_type_them);
  ADD ("moment-has-two-parts", NULL, test_moment_has_two_parts);
  ADD ("choice-and-switch-save-at-once", NULL, test_choice_and_switch_save_at_once);
  ADD ("note-is-seen", NULL, test_note_is_seen);
  ADD ("refused-comes-true", NULL, test_refused_comes_true);
  ADD ("note-in-a-narrow-page", NULL, test_note_in_a_narrow_page);
  ADD ("note-keeps-its-lines", NULL, test_note_keeps_its_lines);
  ADD ("removed-record-is-closed", NULL, test_removed_record_is_closed);
  ADD ("wrong-text-of-a-removed-record", NULL, test_wrong_text_of_a_removed_record);
  ADD ("forms-of-all-types", NULL, test_forms_of_all_types);
  return g_test_run ();
}
