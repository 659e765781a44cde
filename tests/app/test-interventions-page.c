/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-app-fixture.h"

#include <string.h>

#include "aj-board-column.h"
#include "aj-board.h"
#include "aj-draft-row.h"
#include "aj-intervention-kinds.h"
#include "aj-interventions-page.h"
#include "aj-intervention.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "aj-new-record-dialog.h"
#include "aj-record-browser.h"
#include "aj-record-detail.h"
#include "aj-rollout-dialog.h"
#include "aj-rollout.h"
#include "aj-timeline.h"
#include "aj-tour-dialog.h"
#include "aj-town-picker.h"

typedef struct
{
  AppFixture base;
  AjRecord *town;         /* (owned) */
  AjRecord *intervention; /* (owned) */
  AjRecord *bike;         /* (owned) */
  AjPage *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AppFixture *base = &self->base;

  app_fixture_set_up (base, data);
  self->town = app_fixture_add (base, &aj_municipality_record_type, "name", "Deventer", "code",
                                "GM0150");
  self->intervention = app_fixture_add (base, &aj_intervention_record_type, "name", "Echt-Nep",
                                        NULL, NULL);
  self->bike = app_fixture_add (base, &aj_material_record_type, "name", "Cargo bike", NULL, NULL);
  self->page = AJ_PAGE (
      g_object_new (AJ_TYPE_INTERVENTIONS_PAGE, "services", base->services, NULL));
  app_fixture_show (base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->town);
  g_object_unref (self->intervention);
  g_object_unref (self->bike);
  app_fixture_tear_down (&self->base, data);
}

static AjRecord *
get_record (gpointer page)
{
  return aj_record_detail_get_record (AJ_RECORD_DETAIL (app_find (page, AJ_TYPE_RECORD_DETAIL)));
}

static gboolean
has_record (gpointer page)
{
  return get_record (page) != NULL;
}

/* And what is in it. */
static gboolean
has_read_record (gpointer page)
{
  return has_record (page) && aj_record_is_loaded (get_record (page));
}

static void
show_kind (Fixture *self, const AjRecordType *type)
{
  g_autoptr (GPtrArray) all = app_find_all (GTK_WIDGET (self->page), GTK_TYPE_DROP_DOWN);
  guint n_kinds;
  const AjRecordKind *kinds = aj_intervention_kinds_get (&n_kinds);
  const AjRecordKind *kind = aj_record_kind_find (kinds, n_kinds, type);

  for (guint i = 0; i < all->len; i++)
    if (gtk_widget_has_css_class (all->pdata[i], "title-switcher"))
      gtk_drop_down_set_selected (all->pdata[i], (guint) (kind - kinds));
}

static GtkWindow *
find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static AjNewRecordDialog *
find_dialog (Fixture *self)
{
  return (AjNewRecordDialog *) find_window (AJ_TYPE_NEW_RECORD_DIALOG);
}

static gboolean
has_tour_dialog (gpointer data)
{
  return find_window (AJ_TYPE_TOUR_DIALOG) != NULL;
}

static gboolean
has_no_tour_dialog (gpointer data)
{
  return find_window (AJ_TYPE_TOUR_DIALOG) == NULL;
}

static gboolean
has_dialog (gpointer self)
{
  return find_dialog (self) != NULL;
}

static gboolean
has_no_dialog (gpointer self)
{
  return find_dialog (self) == NULL;
}

/* Every kind says what belongs there, and "new" leads somewhere: to the record, or to what it has to be asked. */
static void
test_every_kind (Fixture *self, gconstpointer data)
{
  guint n_kinds;
  const AjRecordKind *kinds = aj_intervention_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_test_message ("%s", kinds[i].type->name);
      show_kind (self, kinds[i].type);
      app_settle ();
      app_assert_named (GTK_WIDGET (self->page));
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "records.new", NULL));
      if (kinds[i].new_action != NULL)
        {
          app_wait (has_tour_dialog, NULL);
          app_settle ();
          app_assert_named (GTK_WIDGET (find_window (AJ_TYPE_TOUR_DIALOG)));
          gtk_window_close (find_window (AJ_TYPE_TOUR_DIALOG));
          app_wait (has_no_tour_dialog, NULL);
          continue;
        }
      if (kinds[i].asked == NULL)
        {
          app_wait (has_record, self->page);
          continue;
        }
      app_wait (has_dialog, self);
      app_assert_named (GTK_WIDGET (find_dialog (self)));
      gtk_window_close (GTK_WINDOW (find_dialog (self)));
      app_wait (has_no_dialog, self);
    }
}

static void
fill_draft (AjNewRecordDialog *dialog, guint row, const char *text)
{
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (dialog), AJ_TYPE_DRAFT_ROW);
  GtkWidget *entry = app_find (rows->pdata[row], GTK_TYPE_TEXT);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* What is asked is asked with the editors of the fields; what is wrong is said there, and the dialog stays. */
static void
test_goal_by_dialog (Fixture *self, gconstpointer data)
{
  AjNewRecordDialog *dialog;
  g_autoptr (GPtrArray) texts = NULL;

  show_kind (self, aj_record_type_lookup ("reach-goal"));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "records.new", NULL);
  app_wait (has_dialog, self);
  dialog = find_dialog (self);
  fill_draft (dialog, 0, "300 seniors");
  texts = app_find_all (GTK_WIDGET (dialog), GTK_TYPE_TEXT);
  /* Not complete: nothing happens. */
  g_signal_emit_by_name (texts->pdata[0], "activate");
  app_settle ();
  g_assert_true (has_dialog (self));
  fill_draft (dialog, 1, "300");
  g_signal_emit_by_name (texts->pdata[0], "activate");
  app_wait (has_no_dialog, self);
  app_wait (has_read_record, self->page);
  g_assert_cmpstr (aj_record_get_title (get_record (self->page)), ==, "300 seniors");
  g_assert_cmpint (aj_record_get_integer (get_record (self->page), "number"), ==, 300);
}

static AjTimeline *
show_timeline (Fixture *self, const AjRecordType *type)
{
  show_kind (self, type);
  g_object_set (self->page, "view", "timeline", NULL);
  app_settle ();
  return AJ_TIMELINE (app_find (GTK_WIDGET (self->page), AJ_TYPE_TIMELINE));
}

typedef struct
{
  AjTimeline *timeline;
  AjTimelineBar *bar;
  AjDate first, last;
} Move;

/* As long as nothing was read yet, there is nothing to move. */
static gboolean
is_taken (gpointer data)
{
  Move *wanted = data;
  gboolean taken = FALSE;

  g_signal_emit_by_name (wanted->timeline, "moved", wanted->bar, wanted->first, wanted->last,
                         &taken);
  return taken;
}

static void
move (AjTimeline *timeline, AjRecord *record, GListModel *bars, AjDate first, AjDate last)
{
  for (guint i = 0; i < g_list_model_get_n_items (bars); i++)
    {
      g_autoptr (AjTimelineBar) bar = g_list_model_get_item (bars, i);
      Move wanted = { timeline, bar, first, last };

      if (!g_str_equal (aj_timeline_bar_get (bar)->id, aj_record_get_id (record)))
        continue;
      app_wait (is_taken, &wanted);
      return;
    }
  g_assert_not_reached ();
}

static GListModel *
make_bars (AjRecord *record, const char *from, const char *until)
{
  GListStore *bars = g_list_store_new (AJ_TYPE_TIMELINE_BAR);
  AjTimelineFacts facts = {
    .id = aj_record_get_id (record),
    .row = "row",
    .row_label = "Deventer",
    .title = "Echt-Nep",
    .days = { aj_record_get_date (record, from), aj_record_get_date (record, until) },
    .movable = TRUE,
  };
  g_autoptr (AjTimelineBar) bar = aj_timeline_bar_new (&facts, NULL);

  g_list_store_append (bars, bar);
  return G_LIST_MODEL (bars);
}

/* Moved in the picture is moved: one edit, whose undo brings it back. */
static void
test_move_rollout (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) rollout = app_fixture_add_whole (
      &self->base, &aj_rollout_record_type, "intervention", aj_record_get_id (self->intervention),
      "municipality", aj_record_get_id (self->town), "starts-on", "2026-03-02", "ends-on",
      "2026-03-20", NULL);
  AjTimeline *timeline = show_timeline (self, &aj_rollout_record_type);
  g_autoptr (GListModel) bars = make_bars (rollout, "starts-on", "ends-on");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (timeline);
  app_assert_named (GTK_WIDGET (self->page));
  move (timeline, rollout, bars, aj_date_new (2026, 3, 9), aj_date_new (2026, 3, 27));
  app_wait_for_text (rollout, "starts-on", "2026-03-09");
  g_assert_cmpstr (aj_record_get_text (rollout, "ends-on"), ==, "2026-03-27");
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  app_wait_for_text (rollout, "starts-on", "2026-03-02");
}

/* Where another has it, it cannot go: that is said, and it stays where it was. */
static void
test_move_loan_refused (Fixture *self, gconstpointer data)
{
  const char *bike = aj_record_get_id (self->bike);
  const char *town = aj_record_get_id (self->town);
  g_autoptr (AjRecord) first = app_fixture_add_whole (&self->base, &aj_loan_record_type, "material",
                                                      bike, "municipality", town, "from",
                                                      "2026-03-02", "until", "2026-03-06", NULL);
  g_autoptr (AjRecord) second = app_fixture_add_whole (&self->base, &aj_loan_record_type,
                                                       "material", bike, "municipality", town,
                                                       "from", "2026-03-16", "until", "2026-03-20",
                                                       "handover-at", "2026-03-16T09:00", NULL);
  AjTimeline *timeline = show_timeline (self, &aj_loan_record_type);
  g_autoptr (GListModel) bars = make_bars (second, "from", "until");

  move (timeline, second, bars, aj_date_new (2026, 3, 5), aj_date_new (2026, 3, 9));
  app_settle ();
  g_assert_cmpstr (aj_record_get_text (second, "from"), ==, "2026-03-16");
  move (timeline, second, bars, aj_date_new (2026, 3, 23), aj_date_new (2026, 3, 27));
  app_wait_for_text (second, "from", "2026-03-23");
  /* The appointment goes along. */
  g_assert_cmpstr (aj_record_get_text (second, "handover-at"), ==, "2026-03-23T09:00");
}

/* Stretched at its beginning it ends when it did. */
static void
test_stretch_beginning (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) loan = app_fixture_add_whole (&self->base, &aj_loan_record_type, "material",
                                                     aj_record_get_id (self->bike), "municipality",
                                                     aj_record_get_id (self->town), "from",
                                                     "2026-03-16", "until", "2026-03-20",
                                                     "return-at", "2026-03-20T16:00", NULL);
  AjTimeline *timeline = show_timeline (self, &aj_loan_record_type);
  g_autoptr (GListModel) bars = make_bars (loan, "from", "until");

  move (timeline, loan, bars, aj_date_new (2026, 3, 12), aj_date_new (2026, 3, 20));
  app_wait_for_text (loan, "from", "2026-03-12");
  g_assert_cmpstr (aj_record_get_text (loan, "until"), ==, "2026-03-20");
  g_assert_cmpstr (aj_record_get_text (loan, "return-at"), ==, "2026-03-20T16:00");
}

static gboolean
has_reason_dialog (gpointer data)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        *(GtkWidget **) data = window;
    }
  return *(GtkWidget **) data != NULL;
}

static void
move_card (AjBoard *board, AjRecord *rollout, AjPhase phase)
{
  const AjBoardFacts facts = { .id = aj_record_get_id (rollout), .title = "Echt-Nep" };
  g_autoptr (AjBoardCard) card = aj_board_card_new (&facts);

  g_signal_emit_by_name (board, "moved", card, (guint) phase);
}

typedef struct
{
  Fixture *fixture;
  const char *id;
  AjPhase phase;
} Card;

static gboolean
is_on_board (gpointer data)
{
  Card *card = data;
  GtkWidget *board = app_find (GTK_WIDGET (card->fixture->page), AJ_TYPE_BOARD);
  g_autoptr (GPtrArray) columns = NULL;

  if (board == NULL)
    return FALSE;
  columns = app_find_all (board, AJ_TYPE_BOARD_COLUMN);
  return aj_board_column_find (columns->pdata[card->phase], card->id) != GTK_INVALID_LIST_POSITION;
}

/* Until it is shown, with the card in the column of that phase. */
static AjBoard *
wait_for_board (Fixture *self, AjRecord *rollout, AjPhase phase)
{
  Card card = { self, aj_record_get_id (rollout), phase };

  app_wait (is_on_board, &card);
  return AJ_BOARD (app_find (GTK_WIDGET (self->page), AJ_TYPE_BOARD));
}

/* On the board a rollout gets to another phase, and the day that belongs to it is filled in; what is stopped says why first. */
static void
test_board (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) rollout = app_fixture_add_whole (&self->base, &aj_rollout_record_type,
                                                        "intervention",
                                                        aj_record_get_id (self->intervention),
                                                        "municipality",
                                                        aj_record_get_id (self->town), NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = NULL;
  AjBoard *board;

  show_kind (self, &aj_rollout_record_type);
  g_object_set (self->page, "view", "board", NULL);
  board = wait_for_board (self, rollout, AJ_PHASE_IDEA);
  app_assert_named (GTK_WIDGET (self->page));
  move_card (board, rollout, AJ_PHASE_RUNNING);
  app_wait_for_text (rollout, "phase", "running");
  g_assert_cmpint (aj_record_get_date (rollout, "starts-on"), ==,
                   aj_services_get_today (self->base.services));
  wait_for_board (self, rollout, AJ_PHASE_RUNNING);
  move_card (board, rollout, AJ_PHASE_STOPPED);
  app_wait (has_reason_dialog, &dialog);
  app_assert_named (dialog);
  /* Without a reason it is not. */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  app_settle ();
  g_assert_cmpstr (aj_record_get_text (rollout, "phase"), ==, "running");
  dialog = NULL;
  move_card (board, rollout, AJ_PHASE_STOPPED);
  app_wait (has_reason_dialog, &dialog);
  gtk_editable_set_text (GTK_EDITABLE (app_find (dialog, ADW_TYPE_ENTRY_ROW)), "No trainer");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  app_wait_for_text (rollout, "phase", "stopped");
  g_assert_cmpstr (aj_record_get_text (rollout, "stop-reason"), ==, "No trainer");
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  app_wait_for_text (rollout, "phase", "running");
}

/* Where a picture needs all the room, it is the picture that is seen, and not the place of a record that nobody chose. */
static void
test_picture_is_in_front (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) rollout = app_fixture_add_whole (&self->base, &aj_rollout_record_type,
                                                        "intervention",
                                                        aj_record_get_id (self->intervention),
                                                        "municipality",
                                                        aj_record_get_id (self->town), NULL);
  AdwLeaflet *leaflet;

  gtk_widget_set_size_request (GTK_WIDGET (self->base.window), 1000, -1);
  g_assert_true (aj_page_show_record (self->page, &aj_intervention_record_type,
                                      aj_record_get_id (self->intervention)));
  app_wait (has_record, self->page);
  show_kind (self, &aj_rollout_record_type);
  app_settle ();
  g_object_set (self->page, "view", "board", NULL);
  wait_for_board (self, rollout, AJ_PHASE_IDEA);
  leaflet = ADW_LEAFLET (app_find (GTK_WIDGET (self->page), ADW_TYPE_LEAFLET));
  g_assert_true (adw_leaflet_get_folded (leaflet));
}

/* Loans have no board and no map: they are shown in time. */
static void
test_view_of_another_kind (Fixture *self, gconstpointer data)
{
  show_kind (self, &aj_rollout_record_type);
  g_object_set (self->page, "view", "board", NULL);
  show_kind (self, &aj_loan_record_type);
  app_settle ();
  g_assert_cmpstr (aj_records_page_get_view (AJ_RECORDS_PAGE (self->page)), ==, "timeline");
  show_kind (self, &aj_intervention_record_type);
  g_assert_cmpstr (aj_records_page_get_view (AJ_RECORDS_PAGE (self->page)), ==, "list");
  show_kind (self, &aj_rollout_record_type);
  g_assert_cmpstr (aj_records_page_get_view (AJ_RECORDS_PAGE (self->page)), ==, "board");
  g_assert_true (aj_page_search (self->page));
  g_assert_cmpstr (aj_records_page_get_view (AJ_RECORDS_PAGE (self->page)), ==, "list");
}

static gboolean
says_count (gpointer page)
{
  g_autoptr (GPtrArray) labels = app_find_all (page, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), "64 of 300 people reached"))
      return gtk_widget_get_mapped (labels->pdata[i]);
  return FALSE;
}

/* How far a goal is follows from the rollouts, and goes along when one of them counts who came. */
static void
test_goal_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) rollout = app_fixture_add_whole (
      &self->base, &aj_rollout_record_type, "intervention", aj_record_get_id (self->intervention),
      "municipality", aj_record_get_id (self->town), "starts-on", "2026-02-02", NULL);
  g_autoptr (AjEdit) make = aj_edit_new (self->base.store, "Goal");
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Count");
  AjValues *goal = aj_edit_add (make, aj_record_type_lookup ("reach-goal"));
  g_autofree char *id = g_strdup (aj_values_get_id (goal));
  g_autoptr (GError) error = NULL;

  aj_values_set_text (goal, "name", "300 seniors");
  aj_values_set_integer (goal, "number", 300);
  aj_edit_commit (make, &error);
  g_assert_no_error (error);
  g_assert_true (aj_page_show_record (self->page, aj_record_type_lookup ("reach-goal"), id));
  app_wait (has_read_record, self->page);
  app_settle ();
  g_assert_false (says_count (self->page));
  aj_values_set_integer (aj_edit_change (edit, rollout), "reach-elderly", 64);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  app_wait (says_count, self->page);
}

/* A new one without a title has its first field to begin with. */
static void
test_new_without_title (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) rollout = app_fixture_add_whole (&self->base, &aj_rollout_record_type,
                                                        "intervention",
                                                        aj_record_get_id (self->intervention),
                                                        "municipality",
                                                        aj_record_get_id (self->town), NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "records.show-new", "(ss)",
                                             "rollout", aj_record_get_id (rollout)));
  app_wait (has_record, self->page);
  app_settle ();
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->base.window)),
                              app_find (GTK_WIDGET (self->page), AJ_TYPE_RECORD_DETAIL)));
}

static AjRolloutDialog *
find_rollout_dialog (void)
{
  return (AjRolloutDialog *) find_window (AJ_TYPE_ROLLOUT_DIALOG);
}

static gboolean
has_towns (gpointer dialog)
{
  return app_find (dialog, GTK_TYPE_CHECK_BUTTON) != NULL;
}

static gboolean
has_no_rollout_dialog (gpointer data)
{
  return find_rollout_dialog () == NULL;
}

static gint64
count (Fixture *self, const char *type)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup (type));
  g_autoptr (GPtrArray) all = aj_store_fetch (self->base.store, query, NULL);

  return all->len;
}

/* An intervention goes to several municipalities in one go, and one undo takes it back. */
static void
test_roll_out (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) other = app_fixture_add_whole (&self->base, &aj_municipality_record_type,
                                                      "name", "Zwolle", "code", "GM0193", NULL);
  g_autoptr (AjRecord) step = app_fixture_add_whole (&self->base,
                                                     aj_record_type_lookup ("intervention-step"),
                                                     "intervention",
                                                     aj_record_get_id (self->intervention), "name",
                                                     "Book a room", NULL);
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (GError) error = NULL;
  AjRolloutDialog *dialog;

  g_assert_true (aj_page_show_record (self->page, &aj_intervention_record_type,
                                      aj_record_get_id (self->intervention)));
  app_wait (has_record, self->page);
  app_settle ();
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.roll-out", NULL);
  dialog = find_rollout_dialog ();
  g_assert_nonnull (dialog);
  app_wait (has_towns, dialog);
  app_assert_named (GTK_WIDGET (dialog));
  /* Nothing is ticked: there is nothing to do. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rollout.begin", NULL);
  app_settle ();
  g_assert_false (has_no_rollout_dialog (NULL));
  gtk_widget_activate_action (app_find (GTK_WIDGET (dialog), AJ_TYPE_TOWN_PICKER),
                              "towns.tick-found", NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rollout.begin", NULL);
  app_wait (has_no_rollout_dialog, NULL);
  app_settle ();
  g_assert_cmpint (count (self, "rollout"), ==, 2);
  g_assert_cmpint (count (self, "rollout-task"), ==, 2);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_cmpint (count (self, "rollout"), ==, 0);
}

/* What has no title is called by what it is, where; also when that is read later. */
static void
test_names (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) rollout = app_fixture_add_whole (&self->base, &aj_rollout_record_type,
                                                        "intervention",
                                                        aj_record_get_id (self->intervention),
                                                        "municipality",
                                                        aj_record_get_id (self->town), NULL);
  g_autoptr (AjRecord) evaluation = app_fixture_add_whole (&self->base,
                                                           aj_record_type_lookup ("evaluation"),
                                                           "rollout", aj_record_get_id (rollout),
                                                           "date", "2026-03-01", NULL);
  g_autoptr (GPtrArray) labels = NULL;
  gboolean found = FALSE;

  g_assert_true (aj_page_show_record (self->page, aj_record_get_record_type (evaluation),
                                      aj_record_get_id (evaluation)));
  app_wait (has_record, self->page);
  app_settle ();
  labels = app_find_all (app_find (GTK_WIDGET (self->page), AJ_TYPE_RECORD_DETAIL), GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    found |= g_str_equal (gtk_label_get_text (labels->pdata[i]), "Echt-Nep · Deventer");
  g_assert_true (found);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/interventions-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("every-kind", test_every_kind);
  ADD ("goal-by-dialog", test_goal_by_dialog);
  ADD ("move-rollout", test_move_rollout);
  ADD ("move-loan-refused", test_move_loan_refused);
  ADD ("stretch-beginning", test_stretch_beginning);
  ADD ("board", test_board);
  ADD ("picture-is-in-front", test_picture_is_in_front);
  ADD ("view-of-another-kind", test_view_of_another_kind);
  ADD ("goal-counts", test_goal_counts);
  ADD ("new-without-title", test_new_without_title);
  ADD ("roll-out", test_roll_out);
  ADD ("names", test_names);
  return g_test_run ();
}
