/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything searched from one entry: what stands there after each key, and where Enter and Escape lead. */
#include "aj-absence.h"
#include "aj-agenda-item.h"
#include "aj-app-fixture.h"
#include "aj-attendance.h"
#include "aj-contact.h"
#include "aj-cycle.h"
#include "aj-decision.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-municipality.h"
#include "aj-network-page.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-record-detail.h"
#include "aj-record-place.h"
#include "aj-search-results.h"
#include "aj-search-window.h"
#include "aj-seat.h"
#include "aj-task.h"
#include "aj-window.h"

#include <string.h>

static GtkWidget *
peek_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_SEARCH_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_gone (gpointer data)
{
  return peek_window () == NULL;
}

static GtkWidget *
get_entry (void)
{
  return app_find (peek_window (), GTK_TYPE_SEARCH_ENTRY);
}

static const char *
get_page (void)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (app_find (peek_window (), GTK_TYPE_STACK)));
}

static AjSearchResults *
get_results (void)
{
  g_autoptr (GPtrArray) all = app_find_all (peek_window (), AJ_TYPE_SEARCH_RESULTS);

  return g_ptr_array_index (all, 0);
}

static void
append_labels (GString *text, GtkWidget *root)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (labels, i)))
      g_string_append_printf (text, "%s%s", i > 0 ? " / " : "",
                              gtk_label_get_text (g_ptr_array_index (labels, i)));
}

/* "[People] Anna / police | > Bart": headings in brackets, and the row that is marked. Without results, the page. */
static char *
describe (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = app_find_all (peek_window (), AJ_TYPE_SEARCH_ROW);
  AjSearchRow *marked = aj_search_results_get_marked (get_results ());

  if (strcmp (get_page (), "results") != 0)
    return g_string_free (g_string_append (text, get_page ()), FALSE);
  for (guint i = 0; i < rows->len && gtk_widget_get_visible (rows->pdata[i]); i++)
    {
      AjSearchRow *row = rows->pdata[i];
      GtkWidget *heading = gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (row));

      g_string_append (text, i > 0 ? " | " : "");
      if (heading != NULL)
        {
          g_string_append_c (text, '[');
          append_labels (text, heading);
          g_string_append (text, "] ");
        }
      g_string_append (text, row == marked ? "> " : "");
      append_labels (text, GTK_WIDGET (row));
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
type (const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry ()), text);
}

static void
press (guint keyval)
{
  g_assert_true (app_press (get_entry (), keyval, 0));
}

static void
press_enter (void)
{
  g_signal_emit_by_name (get_entry (), "activate");
}

static void
open_window (AppFixture *self)
{
  aj_search_window_show (self->window, self->services);
  app_settle ();
}

static void
close_window (void)
{
  gtk_window_destroy (GTK_WINDOW (peek_window ()));
  app_settle ();
}

static void
add (AppFixture *self, const AjRecordType *record_type, const char *name, const char *notes)
{
  const gboolean is_organisation = record_type == &aj_organisation_record_type;
  g_autoptr (AjRecord) record = app_fixture_add (self, record_type, "name", name,
                                                 is_organisation ? "kind" : "notes",
                                                 is_organisation ? "police" : notes);

  if (is_organisation && notes != NULL)
    app_fixture_change (self, record, "notes", notes, "Anna");
}

static void
show_behind (AppFixture *self)
{
  app_fixture_show (self, gtk_entry_new ());
}

static void
test_typing (AppFixture *self, gconstpointer data)
{
  show_behind (self);
  add (self, &aj_person_record_type, "Anna Jansen", "Vroeg naar het incident in Zwolle");
  add (self, &aj_person_record_type, "Bart", NULL);
  add (self, &aj_organisation_record_type, "Politie", NULL);
  open_window (self);
  await ("[Changed Last] > Politie / Organisation · Police | Bart / Person | Anna Jansen / Person");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (peek_window ())), get_entry ()));
  type ("jans");
  await ("[People] > Anna Jansen");
  type ("inci");
  await ("[People] > Anna Jansen / Notes: Vroeg naar het incident in Zwolle");
  type ("a");
  await ("[People] > Anna Jansen | Bart");
  type ("po");
  await ("[Organisations] > Politie / Police");
  type ("xyz");
  await ("nothing");
  type ("");
  await ("[Changed Last] > Politie / Organisation · Police | Bart / Person | Anna Jansen / Person");
  app_assert_named (peek_window ());
  close_window ();
}

/* What is found stands in bold: in the title, and in the piece where it was found but not in the name of its field. */
static void
test_emphasis (AppFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = NULL;
  g_autofree char *title = NULL;
  g_autofree char *piece = NULL;

  show_behind (self);
  add (self, &aj_person_record_type, "Anna Notermans", "Na het Íncident: notes");
  open_window (self);
  type ("note incident");
  await ("[People] > Anna Notermans / Notes: Na het Íncident: notes");
  labels = app_find_all (GTK_WIDGET (aj_search_results_get_marked (get_results ())),
                         GTK_TYPE_LABEL);
  title = pango_attr_list_to_string (gtk_label_get_attributes (g_ptr_array_index (labels, 0)));
  piece = pango_attr_list_to_string (gtk_label_get_attributes (g_ptr_array_index (labels, 1)));
  g_assert_cmpstr (title, ==, "5 9 weight bold");
  g_assert_cmpstr (piece, ==, "14 23 weight bold\n25 29 weight bold");
  close_window ();
}

static void
test_walking (AppFixture *self, gconstpointer data)
{
  show_behind (self);
  add (self, &aj_person_record_type, "Zuidema", NULL);
  add (self, &aj_person_record_type, "Zuidhof", NULL);
  add (self, &aj_group_record_type, "Zuid", NULL);
  open_window (self);
  type ("zuid");
  await ("[Groups] > Zuid / Working group | [People] Zuidema | Zuidhof");
  press (GDK_KEY_Down);
  await ("[Groups] Zuid / Working group | [People] > Zuidema | Zuidhof");
  press (GDK_KEY_KP_Down);
  press (GDK_KEY_Down);
  await ("[Groups] Zuid / Working group | [People] Zuidema | > Zuidhof");
  press (GDK_KEY_Up);
  await ("[Groups] Zuid / Working group | [People] > Zuidema | Zuidhof");
  press (GDK_KEY_Page_Up);
  await ("[Groups] > Zuid / Working group | [People] Zuidema | Zuidhof");
  press (GDK_KEY_Page_Down);
  await ("[Groups] Zuid / Working group | [People] Zuidema | > Zuidhof");
  /* The cursor never left. */
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (peek_window ())), get_entry ()));
  g_assert_false (app_press (get_entry (), GDK_KEY_Down, GDK_SHIFT_MASK));
  type ("zuidh");
  await ("[People] > Zuidhof");
  close_window ();
}

/* A screen reader, which stays with the entry, is told what is marked. */
static void
test_told (AppFixture *self, gconstpointer data)
{
  GtkAccessible *entry;

  show_behind (self);
  add (self, &aj_person_record_type, "Zuidema", NULL);
  add (self, &aj_person_record_type, "Zuidhof", NULL);
  open_window (self);
  type ("zuid");
  await ("[People] > Zuidema | Zuidhof");
  entry = GTK_ACCESSIBLE (get_entry ());
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Zuidema, Person");
  press (GDK_KEY_Down);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Zuidhof, Person");
  gtk_test_accessible_assert_relation (entry, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                       aj_search_results_get_marked (get_results ()));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (aj_search_results_get_marked (get_results ())),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  type ("zuidz");
  await ("nothing");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Nothing Found");
  g_assert_false (
      gtk_test_accessible_has_relation (entry, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT));
  close_window ();
}

static void
note_marked_cb (AjSearchResults *results, AjSearchRow *row, GString *marked)
{
  g_string_append_printf (marked, "%s/", row != NULL ? aj_search_row_get_name (row) : "-");
}

/* Of keys that follow each other fast only the last is answered, and Enter means what is typed. */
static void
test_late_answers (AppFixture *self, gconstpointer data)
{
  g_autoptr (GString) marked = g_string_new (NULL);

  show_behind (self);
  add (self, &aj_person_record_type, "Zuidema", NULL);
  add (self, &aj_person_record_type, "Zuidhof", NULL);
  open_window (self);
  g_signal_connect (get_results (), "marked", G_CALLBACK (note_marked_cb), marked);
  type ("z");
  type ("zu");
  type ("zuidh");
  await ("[People] > Zuidhof");
  app_settle ();
  g_assert_null (strstr (marked->str, "Zuidema"));
  close_window ();
}

/* The rows stay the same widgets, whatever stands in them. */
static void
test_rows_are_reused (AppFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  show_behind (self);
  add (self, &aj_person_record_type, "Zuidema", NULL);
  add (self, &aj_person_record_type, "Zuidhof", NULL);
  open_window (self);
  type ("zuid");
  await ("[People] > Zuidema | Zuidhof");
  before = app_find_all (peek_window (), AJ_TYPE_SEARCH_ROW);
  type ("hof");
  await ("[People] > Zuidhof");
  type ("z");
  await ("[People] > Zuidema | Zuidhof");
  after = app_find_all (peek_window (), AJ_TYPE_SEARCH_ROW);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (g_ptr_array_index (after, i) == g_ptr_array_index (before, i));
  close_window ();
}

static void
test_more_of_a_kind (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  g_autoptr (GError) error = NULL;

  show_behind (self);
  for (guint i = 1; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("P%u", i);

      aj_values_set_text (aj_edit_add (edit, &aj_person_record_type), "name", name);
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  add (self, &aj_group_record_type, "Groep op", NULL);
  open_window (self);
  type ("p");
  await ("[People] > P1 | P2 | P3 | P4 | P5 | Show more | [Groups] Groep op / Working group");
  for (guint i = 0; i < 5; i++)
    press (GDK_KEY_Down);
  press_enter ();
  await ("[People] P1 | P2 | P3 | P4 | P5 | > P6 | P7 | [Groups] Groep op / Working group");
  app_assert_named (peek_window ());
  /* What is typed next starts over. */
  type ("P");
  app_settle ();
  type ("p");
  await ("[People] > P1 | P2 | P3 | P4 | P5 | Show more | [Groups] Groep op / Working group");
  close_window ();
}

/* More than anybody reads: says so instead. */
static void
test_too_many (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text = NULL;

  show_behind (self);
  for (guint i = 0; i < AJ_SEARCH_RESULTS_MAX + 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("P%04u", i);

      aj_values_set_text (aj_edit_add (edit, &aj_person_record_type), "name", name);
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  open_window (self);
  type ("p");
  await ("[People] > P0000 | P0001 | P0002 | P0003 | P0004 | Show more");
  for (guint n = 5; n < AJ_SEARCH_RESULTS_MAX; n *= 10)
    {
      for (guint i = 0; i < n; i++)
        press (GDK_KEY_Page_Down);
      press_enter ();
      app_settle ();
    }
  rows = app_find_all (peek_window (), AJ_TYPE_SEARCH_ROW);
  g_assert_cmpuint (rows->len, ==, AJ_SEARCH_RESULTS_MAX + 1);
  text = describe ();
  g_assert_true (g_str_has_suffix (text, "Only the first 500 are shown. Type more to find fewer."));
  /* The last line only tells something, and is passed over. */
  for (guint i = 0; i < AJ_SEARCH_RESULTS_MAX; i++)
    app_press (get_entry (), GDK_KEY_Down, 0);
  g_assert_cmpstr (aj_search_row_get_name (aj_search_results_get_marked (get_results ())), ==,
                   "P0499, Person");
  close_window ();
}

static gboolean
says (gpointer text)
{
  g_autoptr (GPtrArray) labels = app_find_all (peek_window (), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)) &&
        g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
      return TRUE;
  return FALSE;
}

static void
test_nothing (AppFixture *self, gconstpointer data)
{
  show_behind (self);
  open_window (self);
  await ("empty");
  type ("x");
  await ("nothing");
  app_wait (says, (gpointer) "Type less of the word, or another one.");
  type ("x y");
  app_wait (says, (gpointer) "Nothing has all of these words. Leave one out.");
  press_enter ();
  app_settle ();
  g_assert_nonnull (peek_window ());
  app_assert_named (peek_window ());
  close_window ();
}

/* Escape, wherever the cursor was in the window behind. */
static void
test_escape_restores_focus (AppFixture *self, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *focus;

  app_fixture_show (self, entry);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "being typed");
  gtk_editable_set_position (GTK_EDITABLE (entry), 5);
  focus = gtk_window_get_focus (self->window);
  g_assert_nonnull (focus);
  open_window (self);
  type ("x");
  g_signal_emit_by_name (get_entry (), "stop-search");
  app_wait (is_gone, NULL);
  g_assert_true (gtk_window_get_focus (self->window) == focus);
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (entry)), ==, 5);
}

/* The window closes while the store still searches. */
static void
test_closed_early (AppFixture *self, gconstpointer data)
{
  show_behind (self);
  add (self, &aj_person_record_type, "Zuidema", NULL);
  aj_search_window_show (self->window, self->services);
  type ("z");
  close_window ();
}

static void
test_store_problem (AppFixture *self, gconstpointer data)
{
  show_behind (self);
  open_window (self);
  await ("empty");
  aj_store_close (self->store);
  type ("z");
  await ("problem");
  close_window ();
}

/* The whole program's window. */
typedef struct
{
  AppFixture app;
  AjWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->app, data);
  self->window = aj_window_new (NULL, aj_services_get_settings (self->app.services));
  gtk_window_present (GTK_WINDOW (self->window));
  aj_window_set_services (self->window, self->app.services);
  app_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  app_settle ();
  app_fixture_tear_down (&self->app, data);
}

static gboolean
shows_record (AjWindow *window, AjRecord *record)
{
  g_autoptr (GPtrArray) details = app_find_all (GTK_WIDGET (window), AJ_TYPE_RECORD_DETAIL);

  for (guint i = 0; i < details->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (details, i)) &&
        aj_record_detail_get_record (g_ptr_array_index (details, i)) == record)
      return TRUE;
  return FALSE;
}

static gboolean
is_record_shown (gpointer data)
{
  gpointer *context = data;

  return shows_record (context[0], context[1]);
}

static void
await_record (Fixture *self, AjRecord *record)
{
  gpointer context[] = { self->window, record };

  app_wait (is_record_shown, context);
}

/* Ctrl+K, a few letters, Enter: also when Enter comes before the answer. */
static void
test_enter_opens (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) anna = app_fixture_add (&self->app, &aj_person_record_type, "name", "Anna",
                                               NULL, NULL);
  g_autoptr (AjRecord) bart = app_fixture_add (&self->app, &aj_person_record_type, "name", "Bart",
                                               NULL, NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search-all", NULL);
  app_settle ();
  type ("ann");
  press_enter ();
  app_wait (is_gone, NULL);
  await_record (self, anna);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search-all", NULL);
  app_settle ();
  type ("bar");
  await ("[People] > Bart");
  press_enter ();
  app_wait (is_gone, NULL);
  await_record (self, bart);
}

/* What has no place of its own leads to where it is seen. */
static void
test_places (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) police = app_fixture_add (&self->app, &aj_organisation_record_type, "name",
                                                 "Politie", "kind", "police");
  g_autoptr (AjRecord) anna = app_fixture_add (&self->app, &aj_person_record_type, "name", "Anna",
                                               NULL, NULL);
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  AjValues *contact = aj_edit_add (edit, &aj_contact_record_type);
  AjValues *position = aj_edit_add (edit, &aj_position_record_type);
  g_autoptr (GError) error = NULL;

  aj_values_set_text (contact, "organisation", aj_record_get_id (police));
  aj_values_set_text (contact, "date", "2026-02-01");
  aj_values_set_text (contact, "summary", "Over de eenhoorn");
  aj_values_set_text (position, "person", aj_record_get_id (anna));
  aj_values_set_text (position, "function", "Wijkagent");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search-all", NULL);
  app_settle ();
  type ("eenhoorn");
  await ("[Log of contact] > Politie, Sun 1 Feb 2026 / What: Over de eenhoorn");
  press_enter ();
  await_record (self, police);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search-all", NULL);
  app_settle ();
  type ("wijkagent");
  await ("[Functions] > Anna, Wijkagent / Function: Wijkagent");
  press_enter ();
  await_record (self, anna);
}

static gboolean
can_be_found (const AjRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].searchable)
      return TRUE;
  return FALSE;
}

/* Every kind that can be found leads somewhere: it is shown by a page, or is seen on a record that is. */
static void
test_every_kind_has_a_place (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const AjRecordType *type;
    const char *field;
    const char *place;
  } cases[] = {
    { &aj_contact_record_type, "organisation", "organisation" },
    { &aj_contact_record_type, "municipality", "municipality" },
    { &aj_contact_record_type, "person", "person" },
    { &aj_position_record_type, "person", "person" },
    { &aj_membership_record_type, "group", "group" },
    { &aj_seat_record_type, "group", "group" },
    { &aj_cycle_record_type, "group", "group" },
    { &aj_absence_record_type, "person", "person" },
    { &aj_agenda_item_record_type, "meeting", "meeting" },
    { &aj_agenda_item_record_type, "group", "group" },
    { &aj_attendance_record_type, "meeting", "meeting" },
    { &aj_task_record_type, "meeting", "meeting" },
    { &aj_decision_record_type, "meeting", "meeting" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) values = aj_values_new (cases[i].type, NULL);
      g_autofree char *id = NULL;
      const AjRecordType *place;

      aj_values_set_text (values, cases[i].field, "x");
      place = aj_record_place_find (values, &id);
      g_assert_nonnull (place);
      g_assert_cmpstr (place->name, ==, cases[i].place);
      g_assert_cmpstr (id, ==, "x");
    }
  for (const AjRecordType *const *each = aj_record_types_all (); *each != NULL; each++)
    {
      gboolean has_place = !can_be_found (*each);

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        has_place |= cases[i].type == *each;
      g_assert_true (has_place || aj_window_show_record (self->window, *each, "x"));
      if (can_be_found (*each))
        g_assert_cmpstr (aj_record_place_get_icon (*each), !=, "text-x-generic-symbolic");
    }
  /* Pages say of what they were asked for here that it is gone. */
  app_settle ();
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/search-window/" name, AppFixture, NULL, app_fixture_set_up, function,          \
              app_fixture_tear_down)
#define ADD_WHOLE(name, function)                                                                  \
  g_test_add ("/app/search-window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("typing", test_typing);
  ADD ("emphasis", test_emphasis);
  ADD ("walking", test_walking);
  ADD ("told", test_told);
  ADD ("late-answers", test_late_answers);
  ADD ("rows-are-reused", test_rows_are_reused);
  ADD ("more-of-a-kind", test_more_of_a_kind);
  ADD ("too-many", test_too_many);
  ADD ("nothing", test_nothing);
  ADD ("escape-restores-focus", test_escape_restores_focus);
  ADD ("closed-early", test_closed_early);
  ADD ("store-problem", test_store_problem);
  ADD_WHOLE ("enter-opens", test_enter_opens);
  ADD_WHOLE ("places", test_places);
  ADD_WHOLE ("every-kind-has-a-place", test_every_kind_has_a_place);
  return g_test_run ();
}
