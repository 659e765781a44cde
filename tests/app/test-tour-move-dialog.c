/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tour moved in the window: in its dialog, and by dragging a stop of it. */
#include "aj-loan.h"
#include "aj-timeline.h"
#include "aj-tour-fixture.h"
#include "aj-tour-move-dialog.h"
#include "aj-tour.h"

static gboolean
has_move_dialog (gpointer data)
{
  return (*(GtkWindow **) data = tour_find_window (AJ_TYPE_TOUR_MOVE_DIALOG)) != NULL;
}

static gboolean
has_no_move_dialog (gpointer data)
{
  return !has_move_dialog (data);
}

static gboolean
is_movable (gpointer data)
{
  return tour_is_enabled (*(GtkWidget **) data, "move.apply");
}

static gboolean
is_proposed (gpointer data)
{
  return tour_is_told (*(GtkWidget **) data, "is no working day");
}

/* (transfer full): those that were not handed over or cancelled. */
static GPtrArray *
list_planned (TourFixture *self)
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
assert_days (TourFixture *self, const char *first, const char *second)
{
  g_autoptr (GPtrArray) loans = list_planned (self);

  g_assert_cmpuint (loans->len, ==, 2);
  g_assert_cmpstr (aj_record_get_text (loans->pdata[0], "from"), ==, first);
  g_assert_cmpstr (aj_record_get_text (loans->pdata[1], "from"), ==, second);
}

/* The move dialog of a tour along two, from 2 and from 10 March. */
static GtkWidget *
open_move_dialog (TourFixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_tour_record_type);
  g_autoptr (GPtrArray) tours = NULL;
  GtkWindow *dialog = NULL;

  tour_type_towns (self, "Hengelo, Deventer");
  app_wait (tour_is_planned, self);
  tour_make (self);
  app_wait (tour_has_no_dialog, self);
  assert_days (self, "2026-03-02", "2026-03-10");
  tours = aj_store_fetch (self->base.store, query, NULL);
  g_assert_true (
      aj_page_show_record (self->page, &aj_tour_record_type, aj_record_get_id (tours->pdata[0])));
  app_wait (tour_shows_tour, self);
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
test_move (TourFixture *self, gconstpointer data)
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

static gboolean
is_missed (gpointer data)
{
  return tour_is_told (*(GtkWidget **) data, "Not in the time asked for: week 11");
}

static gboolean
is_not_missed (gpointer data)
{
  return !is_missed (data) && is_movable (data);
}

/* What was asked for a week stays in it, and is told where it cannot; what would be in the past is told too. */
static void
test_asked (TourFixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_move_dialog (self);
  GtkWindow *found = NULL;
  g_autoptr (GPtrArray) loans = list_planned (self);
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Ask");
  g_autoptr (GError) error = NULL;

  gtk_window_close (GTK_WINDOW (dialog));
  app_wait (has_no_move_dialog, &found);
  aj_values_set_text (aj_edit_change (edit, loans->pdata[1]), "asked-week", "2026-W11");
  aj_values_set_text (aj_edit_change (edit, loans->pdata[1]), "until", "2026-03-12");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.move-tour", NULL);
  app_wait (has_move_dialog, &found);
  dialog = GTK_WIDGET (found);
  app_wait (is_movable, &dialog);
  type_day (dialog, "16-3-2026");
  app_wait (is_missed, &dialog);
  type_day (dialog, "12-2-2026");
  app_wait (is_not_missed, &dialog);
  g_assert_true (tour_is_told (dialog, "It would begin in the past, on 12 February 2026."));
  type_day (dialog, "3-3-2026");
  app_wait (is_not_missed, &dialog);
  g_assert_false (tour_is_told (dialog, "in the past"));
  gtk_widget_activate_action (dialog, "move.apply", NULL);
  app_wait (has_no_move_dialog, &found);
  assert_days (self, "2026-03-03", "2026-03-11");
}

/* Somebody is first with one stop: that is told, and the next try moves what is left, on the day that was asked. */
static void
test_move_conflict (TourFixture *self, gconstpointer data)
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
find_offer (TourFixture *self)
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
  return app_find (GTK_WIDGET (((TourFixture *) self)->page), AJ_TYPE_TIMELINE) != NULL;
}

/* Moved into the next stop of its own tour, nothing is refused: the rest is offered to go along, as one step. */
static void
test_drag (TourFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);
  g_autoptr (GPtrArray) loans = NULL;
  g_autoptr (AjTimelineBar) bar = NULL;
  g_autoptr (GError) error = NULL;
  AjTimelineFacts facts = { .row = "row", .row_label = "Cargo bike", .title = "Hengelo" };
  gboolean taken = TRUE;

  tour_type_towns (self, "Hengelo, Deventer");
  app_wait (tour_is_planned, self);
  tour_make (self);
  app_wait (tour_has_no_dialog, self);
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
  g_test_add ("/app/tour-move-dialog/" name, TourFixture, NULL, tour_set_up, function,             \
              tour_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("move", test_move);
  ADD ("asked", test_asked);
  ADD ("move-conflict", test_move_conflict);
  ADD ("drag", test_drag);
  return g_test_run ();
}
