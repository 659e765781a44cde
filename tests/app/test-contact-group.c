/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The log of contact: one line to type, and what was, on the record it was with. */
#include "aj-app-fixture.h"
#include "aj-contact-entry.h"
#include "aj-contact-group.h"
#include "aj-contact-row.h"
#include "aj-contact.h"
#include "aj-forget.h"
#include "aj-municipality.h"
#include "aj-network-kinds.h"
#include "aj-network-page.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-record-detail.h"

#include <string.h>

typedef struct
{
  AppFixture app;
  AjRecord *zwolle;
  AjRecord *police;
  AjRecord *anna;
  GtkWidget *group;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->app, data);
  self->zwolle = app_fixture_add (&self->app, &aj_municipality_record_type, "name", "Zwolle",
                                  "code", "GM0193");
  self->police = app_fixture_add (&self->app, &aj_organisation_record_type, "name", "Politie",
                                  "kind", "police");
  app_fixture_change (&self->app, self->police, "municipality", aj_record_get_id (self->zwolle),
                      "Anna");
  self->anna = app_fixture_add (&self->app, &aj_person_record_type, "name", "Anna Jansen",
                                "organisation", aj_record_get_id (self->police));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->zwolle);
  g_clear_object (&self->police);
  g_clear_object (&self->anna);
  app_fixture_tear_down (&self->app, data);
}

static void
show (Fixture *self, AjRecord *record)
{
  const AjRecordKind *kind = aj_network_kind_lookup (aj_record_get_record_type (record));

  self->group = aj_contact_group_new (self->app.services, kind->contact_paths, record);
  app_fixture_show (&self->app, self->group);
  app_settle ();
}

static GtkEditable *
get_entry (GtkWidget *root)
{
  return GTK_EDITABLE (app_find (root, ADW_TYPE_ENTRY_ROW));
}

static const char *
get_hint (Fixture *self)
{
  g_autoptr (GPtrArray) labels = app_find_all (self->group, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (labels, i), "line-hint"))
      return gtk_label_get_text (g_ptr_array_index (labels, i));
  return NULL;
}

static void
type (Fixture *self, const char *text)
{
  gtk_editable_set_text (get_entry (self->group), text);
}

static void
press_enter (Fixture *self)
{
  g_signal_emit_by_name (get_entry (self->group), "entry-activated");
}

/* "What / when · how | …", newest first. */
static char *
describe_log (GtkWidget *root)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = app_find_all (root, AJ_TYPE_CONTACT_ROW);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s / %s", i > 0 ? " | " : "",
                            adw_preferences_row_get_title (rows->pdata[i]),
                            adw_expander_row_get_subtitle (rows->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
await_log (Fixture *self, const char *expected)
{
  gint64 deadline = g_get_monotonic_time () + APP_DEADLINE_SECONDS * G_USEC_PER_SEC;
  g_autofree char *found = describe_log (self->group);

  while (!g_str_equal (found, expected) && g_get_monotonic_time () < deadline)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      g_free (found);
      found = describe_log (self->group);
    }
  g_assert_cmpstr (found, ==, expected);
}

/* The author's name is the account's where no other is set. */
static void
assert_log_begins (Fixture *self, const char *expected)
{
  g_autofree char *log = describe_log (self->group);

  g_assert_true (g_str_has_prefix (log, expected));
}

/* (transfer full): the id. */
static char *
add_contact (Fixture *self, const char *date, const char *what, const char *field, AjRecord *with)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  AjValues *values = aj_edit_add (edit, &aj_contact_record_type);
  char *id = g_strdup (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;

  aj_values_set_text (values, "date", date);
  aj_values_set_text (values, "summary", what);
  aj_values_set_text (values, field, aj_record_get_id (with));
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return id;
}

static void
note_contact (Fixture *self, const char *date, const char *what, const char *field, AjRecord *with)
{
  g_free (add_contact (self, date, what, field, with));
}

static guint
count_rows (Fixture *self)
{
  g_autoptr (GPtrArray) rows = app_find_all (self->group, AJ_TYPE_CONTACT_ROW);

  return rows->len;
}

/* What is typed is told as it will be stored, and stored so; the cursor stays for the next line. */
static void
test_line (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (AjRecord) contact = NULL;
  GtkWidget *focus;

  g_settings_set_string (aj_services_get_settings (self->app.services), "own-name", "Bea");
  show (self, self->police);
  g_assert_cmpstr (get_hint (self), ==, "For example: yesterday called Anna about the action day");
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (self->group)));
  focus = gtk_window_get_focus (self->app.window);
  type (self, "gisteren gebeld met Anna over de actiedag");
  g_assert_cmpstr (get_hint (self), ==, "Sat 28 Feb 2026 · Phone · with Anna Jansen · De actiedag");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (self->group)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_hint (self));
  press_enter (self);
  await_log (self, "De actiedag / Sat 28 Feb 2026 · Phone · with Anna Jansen · by Bea");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self->group)), ==, "");
  g_assert_true (gtk_window_get_focus (self->app.window) == focus);
  type (self, "mail: cijfers gestuurd");
  press_enter (self);
  await_log (self, "Cijfers gestuurd / Sun 1 Mar 2026 · Mail · by Bea | "
                   "De actiedag / Sat 28 Feb 2026 · Phone · with Anna Jansen · by Bea");
  rows = app_find_all (self->group, AJ_TYPE_CONTACT_ROW);
  contact = g_object_ref (aj_record_row_get_record (g_ptr_array_index (rows, 1)));
  g_assert_cmpstr (aj_record_get_text (contact, "organisation"), ==,
                   aj_record_get_id (self->police));
  g_assert_cmpstr (aj_record_get_text (contact, "person"), ==, aj_record_get_id (self->anna));
  /* One step of undo each. */
  g_assert_true (aj_store_undo (self->app.store, NULL, NULL));
  await_log (self, "De actiedag / Sat 28 Feb 2026 · Phone · with Anna Jansen · by Bea");
  app_assert_named (self->group);
  g_settings_reset (aj_services_get_settings (self->app.services), "own-name");
}

/* What cannot be is told, and stays to be mended. */
static void
test_faults (Fixture *self, gconstpointer data)
{
  show (self, self->police);
  type (self, "12-12-2026 gebeld");
  g_assert_cmpstr (get_hint (self), ==, "That day is still to come: Saturday 12 December 2026.");
  press_enter (self);
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self->group)), ==, "12-12-2026 gebeld");
  await_log (self, "");
  type (self, "");
  press_enter (self);
  app_settle ();
  await_log (self, "");
}

/* A store that cannot take it: the words come back. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  show (self, self->police);
  aj_store_close (self->app.store);
  type (self, "gebeld over de zaal");
  press_enter (self);
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self->group)), ==, "gebeld over de zaal");
}

/* Enter before it is known who works there. */
static void
test_fast_enter (Fixture *self, gconstpointer data)
{
  const AjRecordKind *kind = aj_network_kind_lookup (&aj_organisation_record_type);

  self->group = aj_contact_group_new (self->app.services, kind->contact_paths, self->police);
  app_fixture_show (&self->app, self->group);
  type (self, "gebeld met Anna over de zaal");
  press_enter (self);
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self->group)), ==, "");
  assert_log_begins (self, "De zaal / Sun 1 Mar 2026 · Phone · with Anna Jansen · by ");
}

/* Somebody who came to work there while the log was open, and one who left. */
static void
test_people_come_and_go (Fixture *self, gconstpointer data)
{
  GtkWidget *elsewhere = gtk_entry_new ();
  g_autoptr (AjRecord) bart = NULL;

  show (self, self->police);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), elsewhere);
  type (self, "gebeld met Bart");
  g_assert_nonnull (strstr (get_hint (self), "Bart is not known here"));
  bart = app_fixture_add (&self->app, &aj_person_record_type, "name", "Bart Bos", "organisation",
                          aj_record_get_id (self->police));
  gtk_widget_grab_focus (elsewhere);
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (self->group)));
  app_settle ();
  g_assert_nonnull (strstr (get_hint (self), "with Bart Bos"));
  app_fixture_change (&self->app, bart, "left-on", "2026-01-31", "Anna");
  type (self, "gebeld met Bart over");
  g_assert_nonnull (strstr (get_hint (self), "Bart is not known here"));
}

/* A municipality shows what was with its organisations too, and says with which. */
static void
test_municipality (Fixture *self, gconstpointer data)
{
  note_contact (self, "2026-02-01", "Politie belde", "organisation", self->police);
  note_contact (self, "2026-02-03", "Wethouder komt", "municipality", self->zwolle);
  show (self, self->zwolle);
  await_log (self, "Wethouder komt / Tue 3 Feb 2026 · Mail | "
                   "Politie belde / Sun 1 Feb 2026 · Mail · Politie");
  type (self, "gebeld met Anna over de zaal");
  press_enter (self);
  app_settle ();
  assert_log_begins (self, "De zaal / Sun 1 Mar 2026 · Phone · Politie · with Anna Jansen · by ");
  app_fixture_change (&self->app, self->police, "municipality", NULL, "Anna");
  app_settle ();
  g_assert_cmpuint (count_rows (self), ==, 2);
}

/* What is noted with a person is in the log of their organisation. */
static void
test_person (Fixture *self, gconstpointer data)
{
  show (self, self->anna);
  type (self, "gisteren gebeld met Anna over de flyers");
  g_assert_cmpstr (get_hint (self), ==, "Sat 28 Feb 2026 · Phone · with Anna Jansen · De flyers");
  press_enter (self);
  app_settle ();
  assert_log_begins (self, "De flyers / Sat 28 Feb 2026 · Phone · Politie · by ");
  show (self, self->police);
  assert_log_begins (self, "De flyers / Sat 28 Feb 2026 · Phone · with Anna Jansen · by ");
}

/* What was typed but not stored is there again. */
static void
test_draft (Fixture *self, gconstpointer data)
{
  show (self, self->police);
  type (self, "gebeld over");
  show (self, self->anna);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self->group)), ==, "");
  show (self, self->police);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self->group)), ==, "gebeld over");
  type (self, "");
  show (self, self->anna);
  show (self, self->police);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self->group)), ==, "");
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (buttons, i)) &&
        g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      return g_ptr_array_index (buttons, i);
  return NULL;
}

static void
test_long_log (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 230; i++)
    {
      AjValues *values = aj_edit_add (edit, &aj_contact_record_type);

      aj_values_set_date (values, "date", aj_date_new (2026, 1, 1) - (AjDate) i);
      aj_values_set_text (values, "summary", "Gebeld");
      aj_values_set_text (values, "organisation", aj_record_get_id (self->police));
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  show (self, self->police);
  g_assert_cmpuint (count_rows (self), ==, 5);
  g_signal_emit_by_name (find_button (self->group, "Show 100 More"), "clicked");
  app_settle ();
  g_assert_cmpuint (count_rows (self), ==, 100);
  g_signal_emit_by_name (find_button (self->group, "Show 100 More"), "clicked");
  g_signal_emit_by_name (find_button (self->group, "Show All 230"), "clicked");
  app_settle ();
  g_assert_cmpuint (count_rows (self), ==, 230);
  g_assert_null (find_button (self->group, "Show All 230"));
}

static void
test_edit_and_remove (Fixture *self, gconstpointer data)
{
  GtkWidget *row;
  g_autoptr (AjRecord) contact = NULL;

  note_contact (self, "2026-02-01", "Gebeld", "organisation", self->police);
  show (self, self->police);
  await_log (self, "Gebeld / Sun 1 Feb 2026 · Mail");
  row = app_find (self->group, AJ_TYPE_CONTACT_ROW);
  contact = g_object_ref (aj_record_row_get_record (AJ_RECORD_ROW (row)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_settle ();
  app_assert_named (self->group);
  app_fixture_change (&self->app, contact, "way", "phone", "Bea");
  await_log (self, "Gebeld / Sun 1 Feb 2026 · Phone");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_signal_emit_by_name (find_button (row, "Remove"), "clicked");
  await_log (self, "");
  g_assert_true (aj_store_undo (self->app.store, NULL, NULL));
  await_log (self, "Gebeld / Sun 1 Feb 2026 · Phone");
}

static gboolean
has_text (gpointer data)
{
  gpointer *context = data;
  g_autoptr (GPtrArray) labels = app_find_all (context[0], GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)) &&
        g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), context[1]))
      return TRUE;
  return FALSE;
}

static gboolean
has_part (gpointer root, const char *part)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)) &&
        strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), part) != NULL)
      return TRUE;
  return FALSE;
}

static void
await_text (gpointer root, const char *text)
{
  gpointer context[] = { root, (gpointer) text };

  app_wait_until (has_text, context, text);
}

/* Beneath the name of the record, from the same lines. */
static void
test_last_contact (Fixture *self, gconstpointer data)
{
  AjPage *page = AJ_PAGE (
      g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->app.services, NULL));

  app_fixture_show (&self->app, GTK_WIDGET (page));
  aj_page_activate (page);
  aj_page_show_record (page, &aj_organisation_record_type, aj_record_get_id (self->police));
  await_text (page, "Police · Zwolle");
  note_contact (self, "2026-02-01", "Gebeld", "organisation", self->police);
  await_text (page, "Police · Zwolle · last contact Sun 1 Feb 2026");
  note_contact (self, "2026-02-05", "Gemaild", "organisation", self->police);
  await_text (page, "Police · Zwolle · last contact Thu 5 Feb 2026");
  g_assert_true (aj_store_undo (self->app.store, NULL, NULL));
  await_text (page, "Police · Zwolle · last contact Sun 1 Feb 2026");
}

static gboolean
is_read_in_view (gpointer root)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);
  graphene_rect_t bounds;

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = labels->pdata[i];
      GtkWidget *viewport = gtk_widget_get_ancestor (label, GTK_TYPE_VIEWPORT);

      if (gtk_widget_has_css_class (label, "line-hint"))
        return gtk_widget_compute_bounds (label, viewport, &bounds) && bounds.origin.y >= 0 &&
               bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (viewport);
    }
  return FALSE;
}

/* How a line is read comes into view with it, however many lines that takes. */
static void
test_in_view (Fixture *self, gconstpointer data)
{
  AjPage *page = AJ_PAGE (
      g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->app.services, NULL));
  GtkEditable *entry;
  g_autoptr (GString) line = g_string_new ("gisteren gebeld over");

  gtk_window_set_default_size (self->app.window, 360, 400);
  app_fixture_show (&self->app, GTK_WIDGET (page));
  aj_page_activate (page);
  aj_page_show_record (page, &aj_organisation_record_type, aj_record_get_id (self->police));
  await_text (page, "Police · Zwolle");
  app_settle ();
  g_assert_false (is_read_in_view (page));
  self->group = app_find (GTK_WIDGET (page), AJ_TYPE_CONTACT_GROUP);
  g_assert_true (aj_contact_group_focus_entry (AJ_CONTACT_GROUP (self->group)));
  app_wait (is_read_in_view, page);
  entry = get_entry (self->group);
  for (guint i = 0; i < 20; i++)
    g_string_append (line, " de actiedag");
  gtk_editable_set_text (entry, line->str);
  app_settle ();
  g_assert_true (is_read_in_view (page));
}

/* Of who was forgotten while in view neither a log nor a line to type is left. */
static void
test_forgotten (Fixture *self, gconstpointer data)
{
  AjPage *page = AJ_PAGE (
      g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->app.services, NULL));
  const char *const ids[] = { aj_record_get_id (self->anna), NULL };
  const AjForgetting what = {
    .type = &aj_person_record_type,
    .ids = ids,
    .name = "Forgotten person",
    .label = "Forgot 1 person",
    .date_field = "forgotten-on",
    .end_field = "left-on",
  };
  g_autoptr (GError) error = NULL;

  note_contact (self, "2026-02-01", "Gebeld", "person", self->anna);
  app_fixture_show (&self->app, GTK_WIDGET (page));
  aj_page_activate (page);
  aj_page_show_record (page, &aj_person_record_type, ids[0]);
  await_text (page, "Politie · last contact Sun 1 Feb 2026");
  g_assert_true (aj_store_forget (self->app.store, &what, NULL, &error));
  g_assert_no_error (error);
  await_text (page, "Forgotten person");
  app_settle ();
  g_assert_null (app_find (GTK_WIDGET (page), AJ_TYPE_CONTACT_GROUP));
  g_assert_false (has_part (page, "last contact"));
}

static gboolean
is_opened (gpointer page)
{
  g_autoptr (GPtrArray) rows = app_find_all (page, AJ_TYPE_CONTACT_ROW);

  return rows->len == 9 && adw_expander_row_get_expanded (rows->pdata[8]);
}

/* A line that was searched for is opened where it is seen, however far down. */
static void
test_reveal (Fixture *self, gconstpointer data)
{
  AjPage *page = AJ_PAGE (
      g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->app.services, NULL));
  g_autofree char *oldest = add_contact (self, "2025-01-01", "Gebeld", "organisation",
                                         self->police);

  for (guint i = 1; i < 9; i++)
    note_contact (self, "2026-02-01", "Gemaild", "organisation", self->police);
  app_fixture_show (&self->app, GTK_WIDGET (page));
  aj_page_activate (page);
  g_assert_true (aj_page_show_record (page, &aj_contact_record_type, oldest));
  app_wait (is_opened, page);
}

static void
test_is_freed (Fixture *self, gconstpointer data)
{
  g_autoptr (GObject) held = NULL;

  note_contact (self, "2026-02-01", "Gebeld", "organisation", self->police);
  show (self, self->police);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (app_find (self->group, AJ_TYPE_CONTACT_ROW)),
                                 TRUE);
  app_settle ();
  held = g_object_ref (G_OBJECT (self->group));
  adw_toast_overlay_set_child (self->app.overlay, NULL);
  app_settle ();
  app_assert_finalize (g_steal_pointer (&held));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/contact-group/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("line", test_line);
  ADD ("faults", test_faults);
  ADD ("refused", test_refused);
  ADD ("fast-enter", test_fast_enter);
  ADD ("people-come-and-go", test_people_come_and_go);
  ADD ("municipality", test_municipality);
  ADD ("person", test_person);
  ADD ("draft", test_draft);
  ADD ("long-log", test_long_log);
  ADD ("edit-and-remove", test_edit_and_remove);
  ADD ("last-contact", test_last_contact);
  ADD ("in-view", test_in_view);
  ADD ("forgotten", test_forgotten);
  ADD ("reveal", test_reveal);
  ADD ("is-freed", test_is_freed);
  return g_test_run ();
}
