/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tour planned in the window: municipalities found and ticked, the order, the weeks, and what is stored. */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-interventions-page.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-municipality.h"
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

static gboolean
has_dialog (gpointer data)
{
  Fixture *self = data;
  GListModel *toplevels = gtk_window_get_toplevels ();

  self->dialog = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (AJ_IS_TOUR_DIALOG (window))
        self->dialog = AJ_TOUR_DIALOG (window);
    }
  return self->dialog != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
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
  app_settle ();
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
  app_settle ();
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

static gboolean
is_planned (gpointer data)
{
  g_autoptr (GPtrArray) rows = list_rows (data);

  for (guint i = 0; i < rows->len; i++)
    if (*adw_action_row_get_subtitle (rows->pdata[i]) == '\0')
      return FALSE;
  return TRUE;
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
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_settle ();
  g_assert_true (has_dialog (self));
  type_towns (self, "Hengelo, Apeldoorn, Deventer");
  app_wait (is_planned, self);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_wait (has_no_dialog, self);
  app_settle ();
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 3);
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 1);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 0);
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 0);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *best = NULL;

  type_towns (self, "Hengelo, Apeldoorn, Deventer");
  app_wait (is_planned, self);
  rows = list_rows (self);
  best = g_strdup (adw_preferences_row_get_title (rows->pdata[2]));
  gtk_widget_activate_action (rows->pdata[2], "stop.step", "i", -1);
  app_settle ();
  app_wait (is_planned, self);
  g_ptr_array_unref (rows);
  rows = list_rows (self);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[1]), ==, best);
  /* Past the beginning there is nothing. */
  gtk_widget_activate_action (rows->pdata[1], "stop.step", "i", -1);
  gtk_widget_activate_action (rows->pdata[1], "stop.step", "i", -1);
  app_settle ();
  app_wait (is_planned, self);
  g_ptr_array_unref (rows);
  rows = list_rows (self);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==, best);
  g_signal_emit_by_name (rows->pdata[0], "dropped", rows->pdata[2]);
  app_settle ();
  app_wait (is_planned, self);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.best-order", NULL);
  app_settle ();
  app_wait (is_planned, self);
  /* Taken out, it is unticked too. */
  g_ptr_array_unref (rows);
  rows = list_rows (self);
  gtk_widget_activate_action (rows->pdata[0], "stop.remove", NULL);
  app_settle ();
  app_wait (is_planned, self);
  g_ptr_array_unref (rows);
  rows = list_rows (self);
  g_assert_cmpuint (rows->len, ==, 2);
}

/* Who asked for a week comes in it, also when it was typed just before the tour is made. */
static void
test_week (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);
  g_autoptr (GPtrArray) loans = NULL;
  g_autofree char *wanted = NULL;
  GtkWidget *entry;

  type_towns (self, "Hengelo, Deventer");
  app_wait (is_planned, self);
  rows = list_rows (self);
  entry = app_find (rows->pdata[0], GTK_TYPE_ENTRY);
  wanted = g_strdup (aj_tour_stop_row_get_id (rows->pdata[0]));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "54");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_settle ();
  g_assert_true (has_dialog (self));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "21");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_wait (has_no_dialog, self);
  app_settle ();
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
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_settle ();
  g_assert_true (has_dialog (self));
  app_wait (is_planned, self);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_wait (has_no_dialog, self);
  app_settle ();
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 2);
}

static gboolean
has_move_dialog (gpointer data)
{
  GtkWindow **found = data;
  GListModel *toplevels = gtk_window_get_toplevels ();

  *found = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (AJ_IS_TOUR_MOVE_DIALOG (window))
        *found = window;
    }
  return *found != NULL;
}

static gboolean
has_no_move_dialog (gpointer data)
{
  return !has_move_dialog (data);
}

static gboolean
has_stops (gpointer data)
{
  g_autoptr (GPtrArray) rows = app_find_all (*(GtkWidget **) data, ADW_TYPE_ACTION_ROW);

  return rows->len >= 2;
}

/* The first day of each, in order. */
static void
assert_days (Fixture *self, const char *first, const char *second)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);
  g_autoptr (GPtrArray) loans = NULL;

  aj_query_where_text (query, "state", AJ_QUERY_EQUAL, AJ_LOAN_PLANNED);
  loans = aj_store_fetch (self->base.store, query, NULL);
  g_assert_cmpuint (loans->len, ==, first != NULL ? 2 : 0);
  if (first == NULL)
    return;
  g_assert_cmpstr (aj_record_get_text (loans->pdata[0], "from"), ==, first);
  g_assert_cmpstr (aj_record_get_text (loans->pdata[1], "from"), ==, second);
}

/* The whole tour moves in its dialog, which says why a day cannot be and proposes one; the rest is cancelled at once. */
static void
test_move (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = NULL;
  GtkWidget *day;
  g_autoptr (GError) error = NULL;

  type_towns (self, "Hengelo, Deventer");
  app_wait (is_planned, self);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_wait (has_no_dialog, self);
  app_settle ();
  assert_days (self, "2026-03-02", "2026-03-10");
  {
    g_autoptr (AjQuery) query = aj_query_new (&aj_tour_record_type);
    g_autoptr (GPtrArray) tours = aj_store_fetch (self->base.store, query, NULL);

    g_assert_true (
        aj_page_show_record (self->page, &aj_tour_record_type, aj_record_get_id (tours->pdata[0])));
  }
  app_settle ();
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.move-tour", NULL);
  app_wait (has_move_dialog, &dialog);
  app_wait (has_stops, &dialog);
  app_settle ();
  app_assert_named (GTK_WIDGET (dialog));
  day = app_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT);
  gtk_editable_set_text (GTK_EDITABLE (day), "7-3-2026");
  app_settle ();
  /* A Saturday: nothing moves, until the proposal is taken. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "move.apply", NULL);
  app_settle ();
  assert_days (self, "2026-03-02", "2026-03-10");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "move.use-proposal", NULL);
  app_settle ();
  gtk_widget_activate_action (GTK_WIDGET (dialog), "move.apply", NULL);
  app_wait (has_no_move_dialog, &dialog);
  app_settle ();
  assert_days (self, "2026-03-09", "2026-03-17");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.cancel-tour", NULL);
  app_settle ();
  assert_days (self, NULL, NULL);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  assert_days (self, "2026-03-02", "2026-03-10");
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
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_wait (has_no_dialog, self);
  app_settle ();
  loans = aj_store_fetch (self->base.store, query, NULL);
  g_assert_true (
      aj_page_show_record (self->page, &aj_loan_record_type, aj_record_get_id (loans->pdata[0])));
  g_object_set (self->page, "view", "timeline", NULL);
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
  app_wait_for_text (loans->pdata[1], "from", "2026-03-11");
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
  ADD ("move", test_move);
  ADD ("drag", test_drag);
  return g_test_run ();
}
