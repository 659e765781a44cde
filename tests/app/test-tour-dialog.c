/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tour planned in the window: municipalities found and ticked, the order, the weeks, and what is stored. */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-interventions-page.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "aj-record-detail.h"
#include "aj-timeline.h"
#include "aj-tour-dialog.h"
#include "aj-tour-move-dialog.h"
#include "aj-tour-stop-row.h"
#include "aj-tour.h"
#include "aj-town-picker.h"

typedef struct
{
  AppFixture base;
  AjRecord *bike; /* (owned) */
  AjPage *page;
  AjTourDialog *dialog; /* (unowned) */
} Fixture;

static const struct
{
  const char *name, *code, *longitude;
} towns[] = {
  { "Apeldoorn", "GM0200", "5.97" }, { "Deventer", "GM0150", "6.16" }, { "Ede", "GM0228", "5.67" },
  { "Enschede", "GM0153", "6.90" },  { "Hengelo", "GM0164", "6.79" },
};

static void
add_towns (Fixture *self)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Towns");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    {
      AjValues *town = aj_edit_add (edit, &aj_municipality_record_type);

      aj_values_set_text (town, "name", towns[i].name);
      aj_values_set_text (town, "code", towns[i].code);
      aj_values_set_text (town, "school-region", "noord");
      aj_values_set_real (town, "latitude", 52.25);
      aj_values_set_real (town, "longitude", g_ascii_strtod (towns[i].longitude, NULL));
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static gboolean
has_towns (gpointer dialog)
{
  return app_find (dialog, GTK_TYPE_CHECK_BUTTON) != NULL;
}

/* (nullable) */
static gpointer
find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        found = window;
    }
  return found;
}

static gboolean
has_dialog (gpointer data)
{
  return (((Fixture *) data)->dialog = find_window (AJ_TYPE_TOUR_DIALOG)) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

static gboolean
shows (Fixture *self, const AjRecordType *type)
{
  GtkWidget *detail = app_find (GTK_WIDGET (self->page), AJ_TYPE_RECORD_DETAIL);
  AjRecord *record = detail != NULL ? aj_record_detail_get_record (AJ_RECORD_DETAIL (detail))
                                    : NULL;

  return record != NULL && aj_record_get_record_type (record) == type;
}

static gboolean
shows_bike (gpointer fixture)
{
  return shows (fixture, &aj_material_record_type);
}

static gboolean
shows_tour (gpointer fixture)
{
  return shows (fixture, &aj_tour_record_type);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  AppFixture *base = &self->base;

  app_fixture_set_up (base, data);
  add_towns (self);
  self->bike = app_fixture_add (base, &aj_material_record_type, "name", "Cargo bike", NULL, NULL);
  self->page = AJ_PAGE (
      g_object_new (AJ_TYPE_INTERVENTIONS_PAGE, "services", base->services, NULL));
  app_fixture_show (base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  g_assert_true (
      aj_page_show_record (self->page, &aj_material_record_type, aj_record_get_id (self->bike)));
  app_wait (shows_bike, self);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.plan-tour", NULL);
  app_wait (has_dialog, self);
  app_wait (has_towns, self->dialog);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->bike);
  app_fixture_tear_down (&self->base, data);
}

/* Types in the line and presses Enter. */
static void
type_towns (Fixture *self, const char *text)
{
  GtkWidget *line = app_find (GTK_WIDGET (self->dialog), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (line), text);
  g_signal_emit_by_name (line, "activate");
}

static const char *
get_line (Fixture *self)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (app_find (GTK_WIDGET (self->dialog), GTK_TYPE_SEARCH_ENTRY)));
}

/* The rows as they stand in the list; (transfer container). */
static GPtrArray *
list_rows (Fixture *self)
{
  return app_find_all (GTK_WIDGET (self->dialog), AJ_TYPE_TOUR_STOP_ROW);
}

static void
assert_stops (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) rows = list_rows (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            adw_preferences_row_get_title (rows->pdata[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

/* What was thought out before is taken out of the rows as soon as something else is asked. */
static gboolean
is_planned (gpointer data)
{
  g_autoptr (GPtrArray) rows = list_rows (data);

  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    if (*adw_action_row_get_subtitle (rows->pdata[i]) == '\0')
      return FALSE;
  return TRUE;
}

/* Whether @text is in view in a label. */
static gboolean
is_told (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_enabled (GtkWidget *root, const char *action)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), action) == 0)
      return gtk_widget_is_sensitive (buttons->pdata[i]);
  g_assert_not_reached ();
}

static void
make (Fixture *self)
{
  g_assert_true (is_enabled (GTK_WIDGET (self->dialog), "tour.make"));
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
}

static gint64
count (Fixture *self, const AjRecordType *type)
{
  g_autoptr (AjQuery) query = aj_query_new (type);
  g_autoptr (GPtrArray) all = aj_store_fetch (self->base.store, query, NULL);

  return all->len;
}

static void
test_find (Fixture *self, gconstpointer data)
{
  AjTownPicker *picker = AJ_TOWN_PICKER (app_find (GTK_WIDGET (self->dialog), AJ_TYPE_TOWN_PICKER));
  g_autoptr (GPtrArray) ticked = NULL;

  /* What is not known stays in the line. */
  type_towns (self, " ede, Zutphen ; HENGELO,");
  ticked = aj_town_picker_list_ticked (picker);
  g_assert_cmpuint (ticked->len, ==, 2);
  app_wait (is_planned, self);
  assert_stops (self, "Ede, Hengelo");
  g_assert_cmpstr (get_line (self), ==, "Zutphen");
  /* A beginning is all that begin so, and not those within whose name it stands: Deventer. */
  type_towns (self, "en");
  g_ptr_array_unref (ticked);
  ticked = aj_town_picker_list_ticked (picker);
  g_assert_cmpuint (ticked->len, ==, 3);
  g_assert_cmpstr (get_line (self), ==, "");
  app_assert_named (GTK_WIDGET (self->dialog));
}

static void
test_plan (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Nothing is ticked: there is nothing to do. */
  g_assert_false (is_enabled (GTK_WIDGET (self->dialog), "tour.make"));
  type_towns (self, "Hengelo, Apeldoorn, Deventer");
  g_assert_true (is_told (GTK_WIDGET (self->dialog), "Working it out…"));
  app_wait (is_planned, self);
  g_assert_false (is_told (GTK_WIDGET (self->dialog), "Working it out…"));
  make (self);
  app_wait (has_no_dialog, self);
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 3);
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 1);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 0);
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 0);
}

static const char *
get_title (Fixture *self, guint index)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  g_assert_cmpuint (index, <, rows->len);
  return adw_preferences_row_get_title (rows->pdata[index]);
}

static void
step (Fixture *self, guint index, int delta)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  gtk_widget_activate_action (rows->pdata[index], "stop.step", "i", delta);
  app_wait (is_planned, self);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *dropped = NULL;
  GtkWidget *dialog = GTK_WIDGET (self->dialog);

  type_towns (self, "Hengelo, Apeldoorn, Deventer");
  app_wait (is_planned, self);
  g_assert_false (is_enabled (dialog, "tour.best-order"));
  first = g_strdup (get_title (self, 0));
  second = g_strdup (get_title (self, 1));
  third = g_strdup (get_title (self, 2));
  /* Apeldoorn, Deventer and Hengelo lie on one line: no other way is as short but the same one back. */
  g_assert_cmpstr (second, ==, "Deventer");
  step (self, 2, -1);
  g_assert_cmpstr (get_title (self, 1), ==, third);
  /* Past the beginning there is nothing. */
  step (self, 1, -1);
  step (self, 0, -1);
  g_assert_cmpstr (get_title (self, 0), ==, third);
  /* What is dropped on another one comes where that was. */
  rows = list_rows (self);
  dropped = g_strdup_printf ("%s, %s, %s", second, third, first);
  g_signal_emit_by_name (rows->pdata[0], "dropped", rows->pdata[2]);
  app_wait (is_planned, self);
  assert_stops (self, dropped);
  g_assert_true (is_enabled (dialog, "tour.best-order"));
  gtk_widget_activate_action (dialog, "tour.best-order", NULL);
  app_wait (is_planned, self);
  g_assert_false (is_enabled (dialog, "tour.best-order"));
  g_assert_cmpstr (get_title (self, 1), ==, "Deventer");
  /* Taken out, it is unticked too. */
  g_ptr_array_unref (rows);
  rows = list_rows (self);
  gtk_widget_activate_action (rows->pdata[0], "stop.remove", NULL);
  app_wait (is_planned, self);
  g_ptr_array_unref (rows);
  rows = list_rows (self);
  g_assert_cmpuint (rows->len, ==, 2);
  {
    GtkWidget *picker = app_find (dialog, AJ_TYPE_TOWN_PICKER);
    g_autoptr (GPtrArray) ticked = aj_town_picker_list_ticked (AJ_TOWN_PICKER (picker));

    g_assert_cmpuint (ticked->len, ==, 2);
  }
}

/* Who asked for a week comes in it, also when it was typed just before the tour is made. */
static void
test_week (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);
  g_autoptr (GPtrArray) loans = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *told = NULL;
  GtkWidget *entry;

  type_towns (self, "Hengelo, Deventer");
  app_wait (is_planned, self);
  rows = list_rows (self);
  entry = app_find (rows->pdata[0], GTK_TYPE_ENTRY);
  wanted = g_strdup (aj_tour_stop_row_get_id (rows->pdata[0]));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "54");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  g_assert_false (is_enabled (GTK_WIDGET (self->dialog), "tour.make"));
  told = g_strdup_printf ("%s: what is asked for is a week",
                          adw_preferences_row_get_title (rows->pdata[0]));
  g_assert_true (is_told (GTK_WIDGET (self->dialog), told));
  g_assert_true (
      gtk_test_accessible_has_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2025-W41");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  g_assert_false (is_enabled (GTK_WIDGET (self->dialog), "tour.make"));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "21");
  make (self);
  app_wait (has_no_dialog, self);
  loans = aj_store_fetch (self->base.store, query, NULL);
  for (guint i = 0; i < loans->len; i++)
    {
      AjRecord *loan = loans->pdata[i];

      if (g_strcmp0 (aj_record_get_text (loan, "municipality"), wanted) == 0)
        g_assert_cmpstr (aj_record_get_text (loan, "from"), ==, "2026-05-18");
      else
        g_assert_cmpstr (aj_record_get_text (loan, "from"), ==, "2026-03-02");
    }
  g_assert_cmpuint (loans->len, ==, 2);
}

static gboolean
is_refused (gpointer data)
{
  return is_told (GTK_WIDGET (((Fixture *) data)->dialog), "is taken from 2 March 2026");
}

/* What was asked is thought out anew: it comes on other days. */
static gboolean
is_later (gpointer data)
{
  g_autoptr (GPtrArray) rows = list_rows (data);

  return strstr (adw_action_row_get_subtitle (rows->pdata[0]), "10 Mar 2026") != NULL;
}

/* Somebody else is first: that is told, and what is thought out next knows of it. */
static void
test_taken_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Somebody else");
  AjValues *loan = aj_edit_add (edit, &aj_loan_record_type);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  type_towns (self, "Hengelo");
  app_wait (is_planned, self);
  rows = list_rows (self);
  aj_values_set_text (loan, "material", aj_record_get_id (self->bike));
  aj_values_set_text (loan, "municipality", aj_tour_stop_row_get_id (rows->pdata[0]));
  aj_values_set_text (loan, "from", "2026-03-02");
  aj_values_set_text (loan, "until", "2026-03-06");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  make (self);
  app_wait (is_refused, self);
  app_wait (is_later, self);
  make (self);
  app_wait (has_no_dialog, self);
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 2);
}

static gboolean
is_gone (gpointer data)
{
  return is_told (GTK_WIDGET (((Fixture *) data)->dialog), "is not there any more");
}

static void
remove_record (Fixture *self, const AjRecordType *type, const char *id)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Somebody else");
  g_autoptr (GError) error = NULL;

  aj_edit_remove (edit, type, id);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* What goes round is removed meanwhile: that is told, and nothing is made. */
static void
test_thing_gone (Fixture *self, gconstpointer data)
{
  type_towns (self, "Hengelo");
  app_wait (is_planned, self);
  remove_record (self, &aj_material_record_type, aj_record_get_id (self->bike));
  app_wait (is_gone, self);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_wait (is_gone, self);
  g_assert_true (has_dialog (self));
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 0);
}

static gboolean
has_one_stop (gpointer data)
{
  g_autoptr (GPtrArray) rows = list_rows (data);

  return rows->len == 1;
}

/* A municipality that is removed meanwhile is no stop any more. */
static void
test_town_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  type_towns (self, "Hengelo, Deventer");
  app_wait (is_planned, self);
  rows = list_rows (self);
  remove_record (self, &aj_municipality_record_type, aj_tour_stop_row_get_id (rows->pdata[0]));
  app_wait (has_one_stop, self);
  app_wait (is_planned, self);
  make (self);
  app_wait (has_no_dialog, self);
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 1);
}

static gboolean
has_move_dialog (gpointer data)
{
  return (*(GtkWindow **) data = find_window (AJ_TYPE_TOUR_MOVE_DIALOG)) != NULL;
}

static gboolean
has_no_move_dialog (gpointer data)
{
  return !has_move_dialog (data);
}

static gboolean
is_movable (gpointer data)
{
  return is_enabled (*(GtkWidget **) data, "move.apply");
}

static gboolean
is_proposed (gpointer data)
{
  return is_told (*(GtkWidget **) data, "is no working day");
}

/* (transfer full): those that were not handed over or cancelled. */
static GPtrArray *
list_planned (Fixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);

  aj_query_where_text (query, "state", AJ_QUERY_EQUAL, AJ_LOAN_PLANNED);
  return aj_store_fetch (self->base.store, query, NULL);
}

static gboolean
is_cancelled (gpointer data)
{
  g_autoptr (GPtrArray) loans = list_planned (data);

  return loans->len == 0;
}

/* The first day of each, in order. */
static void
assert_days (Fixture *self, const char *first, const char *second)
{
  g_autoptr (GPtrArray) loans = list_planned (self);

  g_assert_cmpuint (loans->len, ==, 2);
  g_assert_cmpstr (aj_record_get_text (loans->pdata[0], "from"), ==, first);
  g_assert_cmpstr (aj_record_get_text (loans->pdata[1], "from"), ==, second);
}

/* The move dialog of a tour along two, from 2 and from 10 March. */
static GtkWidget *
open_move_dialog (Fixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_tour_record_type);
  g_autoptr (GPtrArray) tours = NULL;
  GtkWindow *dialog = NULL;

  type_towns (self, "Hengelo, Deventer");
  app_wait (is_planned, self);
  make (self);
  app_wait (has_no_dialog, self);
  assert_days (self, "2026-03-02", "2026-03-10");
  tours = aj_store_fetch (self->base.store, query, NULL);
  g_assert_true (
      aj_page_show_record (self->page, &aj_tour_record_type, aj_record_get_id (tours->pdata[0])));
  app_wait (shows_tour, self);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.move-tour", NULL);
  app_wait (has_move_dialog, &dialog);
  app_wait (is_movable, &dialog);
  return GTK_WIDGET (dialog);
}

static void
type_day (GtkWidget *dialog, const char *day)
{
  gtk_editable_set_text (GTK_EDITABLE (app_find (dialog, GTK_TYPE_TEXT)), day);
}

/* The whole tour moves in its dialog, which says why a day cannot be and proposes one; the rest is cancelled at once. */
static void
test_move (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_move_dialog (self);
  GtkWindow *found = NULL;
  g_autoptr (GError) error = NULL;

  app_assert_named (dialog);
  /* A Saturday: nothing moves, until the proposal is taken. */
  type_day (dialog, "7-3-2026");
  app_wait (is_proposed, &dialog);
  g_assert_false (is_movable (&dialog));
  gtk_widget_activate_action (dialog, "move.use-proposal", NULL);
  app_wait (is_movable, &dialog);
  gtk_widget_activate_action (dialog, "move.apply", NULL);
  app_wait (has_no_move_dialog, &found);
  assert_days (self, "2026-03-09", "2026-03-17");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.cancel-tour", NULL);
  app_wait (is_cancelled, self);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  assert_days (self, "2026-03-02", "2026-03-10");
}

/* Somebody is first with one stop: that is told, and the next try moves what is left, on the day that was asked. */
static void
test_move_conflict (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_move_dialog (self);
  GtkWindow *found = NULL;
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);
  g_autoptr (GPtrArray) loans = aj_store_fetch (self->base.store, query, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Somebody else");
  g_autoptr (GError) error = NULL;

  type_day (dialog, "11-3-2026");
  app_wait (is_movable, &dialog);
  aj_values_set_text (aj_edit_change_values (edit, aj_record_get_values (loans->pdata[0])), "state",
                      AJ_LOAN_OUT);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (dialog, "move.apply", NULL);
  g_assert_false (is_movable (&dialog));
  app_wait (is_movable, &dialog);
  g_assert_true (has_move_dialog (&found));
  gtk_widget_activate_action (dialog, "move.apply", NULL);
  app_wait (has_no_move_dialog, &found);
  after = aj_store_fetch (self->base.store, query, NULL);
  g_assert_cmpstr (aj_record_get_text (after->pdata[0], "from"), ==, "2026-03-02");
  g_assert_cmpstr (aj_record_get_text (after->pdata[1], "from"), ==, "2026-03-11");
}

/* (nullable): of a toast. */
static GtkWidget *
find_offer (Fixture *self)
{
  g_autoptr (GPtrArray) buttons = app_find_all (GTK_WIDGET (self->base.overlay), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "_Move It Along") == 0)
      return buttons->pdata[i];
  return NULL;
}

static gboolean
has_offer (gpointer self)
{
  return find_offer (self) != NULL;
}

static gboolean
has_timeline (gpointer self)
{
  return app_find (GTK_WIDGET (((Fixture *) self)->page), AJ_TYPE_TIMELINE) != NULL;
}

/* Moved into the next stop of its own tour, nothing is refused: the rest is offered to go along, as one step. */
static void
test_drag (Fixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);
  g_autoptr (GPtrArray) loans = NULL;
  g_autoptr (AjTimelineBar) bar = NULL;
  g_autoptr (GError) error = NULL;
  AjTimelineFacts facts = { .row = "row", .row_label = "Cargo bike", .title = "Hengelo" };
  gboolean taken = TRUE;

  type_towns (self, "Hengelo, Deventer");
  app_wait (is_planned, self);
  make (self);
  app_wait (has_no_dialog, self);
  loans = aj_store_fetch (self->base.store, query, NULL);
  g_assert_true (
      aj_page_show_record (self->page, &aj_loan_record_type, aj_record_get_id (loans->pdata[0])));
  g_object_set (self->page, "view", "timeline", NULL);
  app_wait (has_timeline, self);
  app_settle ();
  facts.id = aj_record_get_id (loans->pdata[0]);
  facts.days = (AjDateRange){ aj_record_get_date (loans->pdata[0], "from"),
                              aj_record_get_date (loans->pdata[0], "until") };
  bar = aj_timeline_bar_new (&facts, NULL);
  g_signal_emit_by_name (app_find (GTK_WIDGET (self->page), AJ_TYPE_TIMELINE), "moved", bar,
                         facts.days.first + 3, facts.days.last + 3, &taken);
  g_assert_false (taken);
  app_wait (has_offer, self);
  assert_days (self, "2026-03-02", "2026-03-10");
  g_signal_emit_by_name (find_offer (self), "clicked");
  app_wait_for_text (loans->pdata[0], "from", "2026-03-05");
  app_wait_for_text (loans->pdata[1], "from", "2026-03-13");
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  assert_days (self, "2026-03-02", "2026-03-10");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/tour-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("find", test_find);
  ADD ("plan", test_plan);
  ADD ("order", test_order);
  ADD ("week", test_week);
  ADD ("taken-meanwhile", test_taken_meanwhile);
  ADD ("thing-gone", test_thing_gone);
  ADD ("town-gone", test_town_gone);
  ADD ("move", test_move);
  ADD ("move-conflict", test_move_conflict);
  ADD ("drag", test_drag);
  return g_test_run ();
}
