/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tour planned in the window: municipalities found and ticked, the order, the weeks, and what is stored. */
#include <string.h>

#include "aj-doubt-bar.h"
#include "aj-draft-row.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "aj-tour-fixture.h"
#include "aj-tour-stop-row.h"
#include "aj-tour.h"
#include "aj-town-picker.h"

static const char *
get_line (TourFixture *self)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (app_find (GTK_WIDGET (self->dialog), GTK_TYPE_SEARCH_ENTRY)));
}

static void
assert_stops (TourFixture *self, const char *expected)
{
  g_autoptr (GPtrArray) rows = tour_list_rows (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            adw_preferences_row_get_title (rows->pdata[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
count (TourFixture *self, const AjRecordType *type)
{
  g_autoptr (AjQuery) query = aj_query_new (type);
  g_autoptr (GPtrArray) all = aj_store_fetch (self->base.store, query, NULL);

  return all->len;
}

static void
test_find (TourFixture *self, gconstpointer data)
{
  AjTownPicker *picker = AJ_TOWN_PICKER (app_find (GTK_WIDGET (self->dialog), AJ_TYPE_TOWN_PICKER));
  g_autoptr (GPtrArray) ticked = NULL;

  /* What is not known stays in the line. */
  tour_type_towns (self, " ede, Zutphen ; HENGELO,");
  ticked = aj_town_picker_list_ticked (picker);
  g_assert_cmpuint (ticked->len, ==, 2);
  app_wait (tour_is_planned, self);
  assert_stops (self, "Ede, Hengelo");
  g_assert_cmpstr (get_line (self), ==, "Zutphen");
  /* A beginning is all that begin so, and not those within whose name it stands: Deventer. */
  tour_type_towns (self, "en");
  g_ptr_array_unref (ticked);
  ticked = aj_town_picker_list_ticked (picker);
  g_assert_cmpuint (ticked->len, ==, 3);
  g_assert_cmpstr (get_line (self), ==, "");
  app_assert_named (GTK_WIDGET (self->dialog));
}

static void
test_plan (TourFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Nothing is ticked: there is nothing to do. */
  g_assert_false (tour_is_enabled (GTK_WIDGET (self->dialog), "tour.make"));
  tour_type_towns (self, "Hengelo, Apeldoorn, Deventer");
  g_assert_true (tour_is_told (GTK_WIDGET (self->dialog), "Working it out…"));
  app_wait (tour_is_planned, self);
  g_assert_false (tour_is_told (GTK_WIDGET (self->dialog), "Working it out…"));
  tour_make (self);
  app_wait (tour_has_no_dialog, self);
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 3);
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 1);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 0);
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 0);
}

static const char *
get_title (TourFixture *self, guint index)
{
  g_autoptr (GPtrArray) rows = tour_list_rows (self);

  g_assert_cmpuint (index, <, rows->len);
  return adw_preferences_row_get_title (rows->pdata[index]);
}

static void
step (TourFixture *self, guint index, int delta)
{
  g_autoptr (GPtrArray) rows = tour_list_rows (self);

  gtk_widget_activate_action (rows->pdata[index], "stop.step", "i", delta);
  app_wait (tour_is_planned, self);
}

static void
test_order (TourFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *dropped = NULL;
  GtkWidget *dialog = GTK_WIDGET (self->dialog);

  tour_type_towns (self, "Hengelo, Apeldoorn, Deventer");
  app_wait (tour_is_planned, self);
  g_assert_false (tour_is_enabled (dialog, "tour.best-order"));
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
  rows = tour_list_rows (self);
  dropped = g_strdup_printf ("%s, %s, %s", second, third, first);
  g_signal_emit_by_name (rows->pdata[0], "dropped", rows->pdata[2]);
  app_wait (tour_is_planned, self);
  assert_stops (self, dropped);
  g_assert_true (tour_is_enabled (dialog, "tour.best-order"));
  gtk_widget_activate_action (dialog, "tour.best-order", NULL);
  app_wait (tour_is_planned, self);
  g_assert_false (tour_is_enabled (dialog, "tour.best-order"));
  g_assert_cmpstr (get_title (self, 1), ==, "Deventer");
  /* Taken out, it is unticked too. */
  g_ptr_array_unref (rows);
  rows = tour_list_rows (self);
  gtk_widget_activate_action (rows->pdata[0], "stop.remove", NULL);
  app_wait (tour_is_planned, self);
  g_ptr_array_unref (rows);
  rows = tour_list_rows (self);
  g_assert_cmpuint (rows->len, ==, 2);
  {
    GtkWidget *picker = app_find (dialog, AJ_TYPE_TOWN_PICKER);
    g_autoptr (GPtrArray) ticked = aj_town_picker_list_ticked (AJ_TOWN_PICKER (picker));

    g_assert_cmpuint (ticked->len, ==, 2);
  }
}

/* Who asked for a week comes in it, also when it was typed just before the tour is made. */
static void
test_week (TourFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);
  g_autoptr (GPtrArray) loans = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *told = NULL;
  GtkWidget *entry;

  tour_type_towns (self, "Hengelo, Deventer");
  app_wait (tour_is_planned, self);
  rows = tour_list_rows (self);
  entry = app_find (rows->pdata[0], GTK_TYPE_ENTRY);
  wanted = g_strdup (aj_tour_stop_row_get_id (rows->pdata[0]));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "54");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  g_assert_false (tour_is_enabled (GTK_WIDGET (self->dialog), "tour.make"));
  told = g_strdup_printf ("%s: what is asked for is a week",
                          adw_preferences_row_get_title (rows->pdata[0]));
  g_assert_true (tour_is_told (GTK_WIDGET (self->dialog), told));
  g_assert_true (
      gtk_test_accessible_has_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2025-W41");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  g_assert_false (tour_is_enabled (GTK_WIDGET (self->dialog), "tour.make"));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "21");
  tour_make (self);
  app_wait (tour_has_no_dialog, self);
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
  return tour_is_told (GTK_WIDGET (((TourFixture *) data)->dialog), "is taken from 2 March 2026");
}

/* What was asked is thought out anew: it comes on other days. */
static gboolean
is_later (gpointer data)
{
  g_autoptr (GPtrArray) rows = tour_list_rows (data);

  return strstr (adw_action_row_get_subtitle (rows->pdata[0]), "10 Mar 2026") != NULL;
}

/* Somebody else is first: that is told, and what is thought out next knows of it. */
static void
test_taken_meanwhile (TourFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Somebody else");
  AjValues *loan = aj_edit_add (edit, &aj_loan_record_type);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  tour_type_towns (self, "Hengelo");
  app_wait (tour_is_planned, self);
  rows = tour_list_rows (self);
  aj_values_set_text (loan, "material", aj_record_get_id (self->bike));
  aj_values_set_text (loan, "municipality", aj_tour_stop_row_get_id (rows->pdata[0]));
  aj_values_set_text (loan, "from", "2026-03-02");
  aj_values_set_text (loan, "until", "2026-03-06");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  tour_make (self);
  app_wait (is_refused, self);
  app_wait (is_later, self);
  tour_make (self);
  app_wait (tour_has_no_dialog, self);
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 2);
}

static gboolean
is_gone (gpointer data)
{
  return tour_is_told (GTK_WIDGET (((TourFixture *) data)->dialog), "is not there any more");
}

static void
remove_record (TourFixture *self, const AjRecordType *type, const char *id)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Somebody else");
  g_autoptr (GError) error = NULL;

  aj_edit_remove (edit, type, id);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* What goes round is removed meanwhile: that is told, and nothing is made. */
static void
test_thing_gone (TourFixture *self, gconstpointer data)
{
  tour_type_towns (self, "Hengelo");
  app_wait (tour_is_planned, self);
  remove_record (self, &aj_material_record_type, aj_record_get_id (self->bike));
  app_wait (is_gone, self);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_wait (is_gone, self);
  g_assert_true (tour_has_dialog (self));
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 0);
}

static gboolean
has_one_stop (gpointer data)
{
  g_autoptr (GPtrArray) rows = tour_list_rows (data);

  return rows->len == 1;
}

/* A municipality that is removed meanwhile is no stop any more. */
static void
test_town_gone (TourFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  tour_type_towns (self, "Hengelo, Deventer");
  app_wait (tour_is_planned, self);
  rows = tour_list_rows (self);
  remove_record (self, &aj_municipality_record_type, aj_tour_stop_row_get_id (rows->pdata[0]));
  app_wait (has_one_stop, self);
  app_wait (tour_is_planned, self);
  tour_make (self);
  app_wait (tour_has_no_dialog, self);
  g_assert_cmpint (count (self, &aj_loan_record_type), ==, 1);
}

static const char *
get_subtitle (TourFixture *self, guint index)
{
  g_autoptr (GPtrArray) rows = tour_list_rows (self);

  return adw_action_row_get_subtitle (rows->pdata[index]);
}

/* Each stop says why it is no sooner, to who hears it as well; the weeks that were typed are kept. */
static void
test_reasons (TourFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);
  g_autoptr (GPtrArray) loans = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *entry;

  tour_type_towns (self, "Hengelo");
  app_wait (tour_is_planned, self);
  g_assert_null (strstr (get_subtitle (self, 0), "\n"));
  rows = tour_list_rows (self);
  entry = app_find (rows->pdata[0], GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "12-13");
  g_signal_emit_by_name (entry, "activate");
  app_wait (tour_is_planned, self);
  g_assert_nonnull (strstr (get_subtitle (self, 0), "\nWaits for weeks 12–13, as asked"));
  spoken = g_strdup_printf ("1. Hengelo, %s", get_subtitle (self, 0));
  g_assert_null (
      gtk_test_accessible_check_property (rows->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL, spoken));
  tour_make (self);
  app_wait (tour_has_no_dialog, self);
  loans = aj_store_fetch (self->base.store, query, NULL);
  g_assert_cmpstr (aj_record_get_text (loans->pdata[0], "asked-week"), ==, "2026-W12/2026-W13");
}

/* In view or not. */
static GtkWidget *
find_doubt (TourFixture *self)
{
  g_autoptr (GPtrArray) bars = app_find_all (GTK_WIDGET (self->dialog), AJ_TYPE_DOUBT_BAR);

  g_assert_cmpuint (bars->len, ==, 1);
  return bars->pdata[0];
}

static gboolean
is_doubted (gpointer data)
{
  return gtk_widget_get_visible (find_doubt (data));
}

static gboolean
is_not_doubted (gpointer data)
{
  return !is_doubted (data) && tour_is_planned (data);
}

static void
add_loan (TourFixture *self, const char *municipality)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Lent");
  AjValues *loan = aj_edit_add (edit, &aj_loan_record_type);
  g_autoptr (GError) error = NULL;

  aj_values_set_text (loan, "material", aj_record_get_id (self->bike));
  aj_values_set_text (loan, "municipality", municipality);
  aj_values_set_text (loan, "from", "2026-03-16");
  aj_values_set_text (loan, "until", "2026-03-20");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* The same once more is told before it is made, also to who asks for it at once; one button begins after it. */
static void
test_again (TourFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *spin = app_find (GTK_WIDGET (self->dialog), GTK_TYPE_SPIN_BUTTON);

  tour_type_towns (self, "Hengelo");
  app_wait (is_not_doubted, self);
  rows = tour_list_rows (self);
  add_loan (self, aj_tour_stop_row_get_id (rows->pdata[0]));
  app_settle ();
  /* So long that it comes after the other: wanted before that is known. */
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 14);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
  app_wait (is_doubted, self);
  app_settle ();
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 0);
  g_assert_true (tour_is_told (GTK_WIDGET (self->dialog),
                               "“Cargo bike” goes to all of these from 16 March 2026 until "
                               "20 March 2026 already."));
  app_assert_named (GTK_WIDGET (self->dialog));
  g_signal_emit_by_name (app_find (find_doubt (self), GTK_TYPE_BUTTON), "clicked");
  app_wait (is_not_doubted, self);
  g_assert_true (
      tour_is_told (GTK_WIDGET (self->dialog), "Not on a public holiday: Easter Monday"));
  tour_make (self);
  app_wait (tour_has_no_dialog, self);
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 1);
}

/* In the past it is told as well, and made when that is meant. */
static void
test_past (TourFixture *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (self->dialog);
  g_autoptr (GPtrArray) rows = app_find_all (dialog, AJ_TYPE_DRAFT_ROW);

  tour_type_towns (self, "Hengelo");
  app_wait (is_not_doubted, self);
  gtk_editable_set_text (GTK_EDITABLE (app_find (rows->pdata[1], GTK_TYPE_TEXT)), "9-2-2026");
  app_wait (is_doubted, self);
  g_assert_true (tour_is_told (dialog, "It would begin in the past, on 9 February 2026."));
  tour_make (self);
  app_wait (tour_has_no_dialog, self);
  g_assert_cmpint (count (self, &aj_tour_record_type), ==, 1);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/tour-dialog/" name, TourFixture, NULL, tour_set_up, function, tour_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("find", test_find);
  ADD ("plan", test_plan);
  ADD ("order", test_order);
  ADD ("week", test_week);
  ADD ("reasons", test_reasons);
  ADD ("again", test_again);
  ADD ("past", test_past);
  ADD ("taken-meanwhile", test_taken_meanwhile);
  ADD ("thing-gone", test_thing_gone);
  ADD ("town-gone", test_town_gone);
  return g_test_run ();
}
