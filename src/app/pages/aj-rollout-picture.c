/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-picture.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-board.h"
#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-intervention.h"
#include "aj-loan.h"
#include "aj-map-view.h"
#include "aj-municipality.h"
#include "aj-public-holidays.h"
#include "aj-reason-dialog.h"
#include "aj-record-chooser.h"
#include "aj-rollout-job.h"
#include "aj-rollout-pictures.h"
#include "aj-rollout-reader.h"
#include "aj-rollout.h"
#include "aj-timeline.h"
#include "aj-tour-drag.h"

typedef enum
{
  FORM_TIMELINE,
  FORM_LOANS, /* a timeline as well */
  FORM_MAP,
  FORM_BOARD,
} Form;

struct _AjRolloutPicture
{
  AdwBin parent_instance;

  /* Template */
  GtkBox *bar;
  GtkWidget *time_box;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  AjTimeline *timeline;     /* (unowned): in the scroller */
  AjMapView *map_view;      /* (unowned): in the stack */
  AjBoard *board;           /* (unowned): in the stack */
  AjRecordChooser *chooser; /* (unowned): above the map and the board: of which intervention */

  AjServices *services;    /* (owned) */
  AjRolloutReader *reader; /* (owned) */
  Form form;               /* what is to be shown */
  char *selected;          /* (owned) (nullable): an id that is to be marked once it is there */
};

G_DEFINE_FINAL_TYPE (AjRolloutPicture, aj_rollout_picture, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
shows_loans (AjRolloutPicture *self)
{
  return self->form == FORM_LOANS;
}

static void
show_empty (AjRolloutPicture *self)
{
  adw_status_page_set_title (self->empty_page,
                             shows_loans (self) ? _ ("No Loans Yet") : _ ("No Rollouts Yet"));
  gtk_button_set_label (self->empty_button,
                        shows_loans (self) ? _ ("New Loan") : _ ("New Rollout"));
  adw_status_page_set_description (
      self->empty_page, shows_loans (self)
                            ? _ ("Where each thing is on which days. Two loans of one thing never "
                                 "overlap.")
                        : self->form == FORM_BOARD
                            ? _ ("Which intervention runs in which municipality, from the first "
                                 "idea to what was learned.")
                            : _ ("A rollout is shown here as soon as it has a first day."));
}

/* What is drawn, as it was worked out. */
typedef struct
{
  Form form;
  GListModel *bars; /* (owned) (nullable): of the timeline */
  GPtrArray *cards; /* (owned) (nullable): of the board */
  AjMapState *map;  /* (owned) (nullable) */
  gboolean is_empty;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  g_clear_object (&drawing->bars);
  g_clear_pointer (&drawing->cards, g_ptr_array_unref);
  g_clear_pointer (&drawing->map, aj_map_state_unref);
  g_free (drawing);
}

static gpointer
draw (AjRolloutFacts *facts, const AjRolloutQuestion *question)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->form = question->form;
  switch (drawing->form)
    {
    case FORM_MAP:
      drawing->map = aj_rollout_pictures_make_map (facts, question->id, question->today);
      break;
    case FORM_BOARD:
      drawing->cards = aj_rollout_pictures_list_cards (facts, question->id, question->today);
      drawing->is_empty = aj_rollout_facts_get_rollouts (facts)->len == 0;
      break;
    case FORM_TIMELINE:
    case FORM_LOANS:
    default:
      drawing->bars = drawing->form == FORM_LOANS ? aj_rollout_pictures_list_loans (facts)
                                                  : aj_rollout_pictures_list_rollouts (facts);
      drawing->is_empty = g_list_model_get_n_items (drawing->bars) == 0;
    }
  return drawing;
}

static const AjRolloutReaderKind drawing_kind = { .work = draw, .free = drawing_free };

static void
show_timeline (AjRolloutPicture *self, const Drawing *drawing)
{
  aj_timeline_set_model (self->timeline, drawing->bars);
  if (self->selected != NULL && aj_timeline_mark (self->timeline, self->selected))
    g_clear_pointer (&self->selected, g_free);
  gtk_stack_set_visible_child_name (self->stack, drawing->is_empty ? "empty" : "timeline");
}

static void
show_board (AjRolloutPicture *self, const Drawing *drawing)
{
  aj_board_set_movable (self->board,
                        !aj_store_is_read_only (aj_services_get_store (self->services)));
  aj_board_set_cards (self->board, drawing->cards);
  if (self->selected != NULL && aj_board_mark (self->board, self->selected))
    g_clear_pointer (&self->selected, g_free);
  if (drawing->is_empty)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->board));
}

static void
show_drawing (AjRolloutPicture *self)
{
  const Drawing *drawing = aj_rollout_reader_get_result (self->reader);

  if (drawing->map != NULL)
    {
      aj_map_view_set_state (self->map_view, drawing->map);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->map_view));
    }
  else if (drawing->cards != NULL)
    show_board (self, drawing);
  else
    show_timeline (self, drawing);
}

/* The timeline is of all interventions. */
static void
update (AjRolloutPicture *self)
{
  gboolean is_timeline = self->form == FORM_TIMELINE || self->form == FORM_LOANS;

  gtk_widget_set_visible (self->time_box, is_timeline);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), !is_timeline);
  aj_rollout_reader_ask (self->reader,
                         is_timeline ? NULL : aj_record_chooser_get_id (self->chooser), self->form);
}

static void
open_rollout (AjRolloutPicture *self, const AjRecordType *type, const char *id)
{
  g_autoptr (AjRecord) record = aj_store_ref_record (aj_services_get_store (self->services), type,
                                                     id);

  g_signal_emit (self, signals[SIGNAL_OPENED], 0, record);
}

/* (nullable): what is rolled out there, the newest that still goes on before the newest of all. */
static const AjValues *
find_rollout_in (AjRolloutPicture *self, const char *municipality)
{
  AjRolloutFacts *facts = aj_rollout_reader_get_facts (self->reader);
  const char *intervention = aj_record_chooser_get_id (self->chooser);
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);
  const AjValues *found = NULL;

  for (guint i = 0; i < rollouts->len; i++)
    {
      const AjValues *rollout = rollouts->pdata[i];

      if (g_strcmp0 (aj_values_get_text (rollout, "municipality"), municipality) == 0 &&
          (intervention == NULL ||
           g_strcmp0 (aj_values_get_text (rollout, "intervention"), intervention) == 0) &&
          (found == NULL || aj_rollout_is_open (rollout) || !aj_rollout_is_open (found)))
        found = rollout;
    }
  return found;
}

/* Where nothing runs, the municipality itself is what there is to see. */
static void
town_opened_cb (AjRolloutPicture *self, const char *id)
{
  const AjValues *rollout = aj_rollout_reader_get_facts (self->reader) != NULL
                                ? find_rollout_in (self, id)
                                : NULL;

  if (rollout != NULL)
    open_rollout (self, &aj_rollout_record_type, aj_values_get_id (rollout));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)",
                                aj_municipality_record_type.name, id);
}

static void
activated_cb (AjRolloutPicture *self, AjTimelineBar *bar)
{
  g_autofree char *id = aj_rollout_pictures_dup_record_id (bar);

  open_rollout (self, shows_loans (self) ? &aj_loan_record_type : &aj_rollout_record_type, id);
}

/* (nullable): the one that a bar stands for, as it was read. */
static const AjValues *
find_values (AjRolloutPicture *self, const char *id)
{
  AjRolloutFacts *facts = aj_rollout_reader_get_facts (self->reader);
  GPtrArray *all;

  if (facts == NULL)
    return NULL;
  all = shows_loans (self) ? aj_rollout_facts_get_loans (facts)
                           : aj_rollout_facts_get_rollouts (facts);
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (aj_values_get_id (all->pdata[i]), id))
      return all->pdata[i];
  return NULL;
}

static void
moved_done_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjRolloutPicture) self = user_data;

  if (error != NULL && self->timeline != NULL)
    aj_timeline_snap_back (self->timeline);
}

/* Both days are what the person wants; what hangs on them goes along. */
static void
set_days (
    AjValues *after, const AjValues *before, const char *from, const char *until, AjDateRange days)
{
  const AjRecordType *type = aj_values_get_record_type (before);
  guint64 both = G_GUINT64_CONSTANT (1) << aj_record_type_find (type, from) |
                 G_GUINT64_CONSTANT (1) << aj_record_type_find (type, until);

  aj_values_set_date (after, from, days.first);
  aj_values_set_date (after, until, days.last);
  aj_values_follow (before, after, both);
}

static gboolean
moved_cb (AjRolloutPicture *self, AjTimelineBar *bar, AjDate first, AjDate last)
{
  const AjTimelineFacts *shown = aj_timeline_bar_get (bar);
  const AjValues *before = find_values (self, shown->id);
  AjStore *store = aj_services_get_store (self->services);
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *label = NULL;
  g_autofree char *day = NULL;

  if (before == NULL || aj_store_is_read_only (store))
    return FALSE;
  if (shows_loans (self) && aj_tour_drag_offer (GTK_WIDGET (self), self->services,
                                                aj_rollout_reader_get_facts (self->reader), before,
                                                &(AjDateRange){ first, last }))
    return FALSE;
  day = aj_date_format_day_month (first);
  label = shows_loans (self)
              /* Translators: a thing, who has it, and a day. */
              ? g_strdup_printf (_ ("%1$s in %2$s from %3$s"), shown->row_label, shown->title, day)
              /* Translators: an intervention, a place, and a day. */
              : g_strdup_printf (_ ("%1$s in %2$s from %3$s"), shown->title, shown->row_label, day);
  edit = aj_edit_new (store, label);
  set_days (aj_edit_change_values (edit, before), before, shows_loans (self) ? "from" : "starts-on",
            shows_loans (self) ? "until" : "ends-on", (AjDateRange){ first, last });
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, moved_done_cb,
                      g_object_ref (self));
  return TRUE;
}

/* A rollout that is to get to another phase. */
typedef struct
{
  AjRolloutPicture *picture; /* (owned) */
  char *id;                  /* (owned): of the rollout */
} Stopping;

static void
stopping_free (gpointer data)
{
  Stopping *stopping = data;

  g_object_unref (stopping->picture);
  g_free (stopping->id);
  g_free (stopping);
}

static void
set_phase (AjRolloutPicture *self, const char *id, AjPhase phase, const char *reason)
{
  AjRolloutFacts *facts = aj_rollout_reader_get_facts (self->reader);
  const AjValues *rollout = find_values (self, id);
  g_autoptr (AjEdit) edit = NULL;

  if (rollout == NULL || self->services == NULL)
    return;
  edit = aj_rollout_job_set_phase (aj_services_get_store (self->services), facts, rollout, phase,
                                   reason, aj_services_get_today (self->services));
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
stop_reason_cb (const char *reason, gpointer user_data)
{
  Stopping *stopping = user_data;

  set_phase (stopping->picture, stopping->id, AJ_PHASE_STOPPED, reason);
}

/* Why one was stopped is asked before it is, for whoever thinks of it again. */
static void
card_moved_cb (AjRolloutPicture *self, AjBoardCard *card, guint column)
{
  const AjBoardFacts *facts = aj_board_card_get (card);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  Stopping *stopping;

  if (column != AJ_PHASE_STOPPED)
    {
      set_phase (self, facts->id, column, NULL);
      return;
    }
  name = aj_board_card_describe (card);
  /* Translators: a dialog; what is stopped: "Echt-Nep, Deventer, 3 March to 5 May 2026". */
  title = g_strdup_printf (_ ("%s: whoever thinks of it again reads why it was stopped."), name);
  stopping = g_new (Stopping, 1);
  *stopping = (Stopping){ g_object_ref (self), g_strdup (facts->id) };
  aj_reason_dialog_ask (GTK_WIDGET (self),
                        &(AjReasonQuestion){ .title = _ ("Stop the Rollout?"),
                                             .text = title,
                                             .label = _ ("Why"),
                                             .accept = _ ("_Stop It") },
                        stop_reason_cb, stopping, stopping_free);
}

static void
card_activated_cb (AjRolloutPicture *self, AjBoardCard *card)
{
  open_rollout (self, &aj_rollout_record_type, aj_board_card_get (card)->id);
}

static gboolean
is_day_off (AjDate day, gpointer user_data)
{
  AjPublicHoliday holiday;

  return aj_public_holiday_find (day, &holiday) && holiday.kind == AJ_PUBLIC_HOLIDAY_FREE;
}

static void
failed_cb (AjRolloutPicture *self, GError *error)
{
  aj_feedback_error (GTK_WIDGET (self), error);
}

static void
aj_rollout_picture_dispose (GObject *object)
{
  AjRolloutPicture *self = AJ_ROLLOUT_PICTURE (object);

  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (self->reader, self);
  g_clear_object (&self->reader);
  g_clear_object (&self->services);
  g_clear_pointer (&self->selected, g_free);
  self->timeline = NULL;
  self->map_view = NULL;
  self->board = NULL;
  self->chooser = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_ROLLOUT_PICTURE);
  G_OBJECT_CLASS (aj_rollout_picture_parent_class)->dispose (object);
}

static void
aj_rollout_picture_class_init (AjRolloutPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_rollout_picture_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, AJ_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-rollout-picture.ui");
  gtk_widget_class_bind_template_child (widget_class, AjRolloutPicture, bar);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutPicture, time_box);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutPicture, stack);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutPicture, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutPicture, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutPicture, empty_button);
}

static AjBoard *
make_board (AjRolloutPicture *self)
{
  AjMapClass classes[AJ_N_PHASES];
  AjBoard *board;

  for (AjPhase phase = 0; phase < AJ_N_PHASES; phase++)
    classes[phase] = aj_phase_get_class (phase);
  board = aj_board_new (classes, AJ_N_PHASES);
  aj_board_set_name (board, _ ("Rollouts by phase"));
  g_signal_connect_object (board, "activated", G_CALLBACK (card_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "moved", G_CALLBACK (card_moved_cb), self, G_CONNECT_SWAPPED);
  return board;
}

static void
aj_rollout_picture_init (AjRolloutPicture *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->timeline = aj_timeline_new ();
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->timeline));
  self->map_view = aj_map_view_new ();
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->map_view));
  self->board = make_board (self);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->board));
  self->chooser = aj_record_chooser_new (&aj_intervention_record_type);
  gtk_box_append (self->bar, GTK_WIDGET (self->chooser));
  gtk_widget_set_hexpand (GTK_WIDGET (self->chooser), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->chooser), GTK_ALIGN_START);
  g_signal_connect_object (self->map_view, "opened", G_CALLBACK (town_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  aj_timeline_set_day_off_func (self->timeline, is_day_off, NULL, NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline",
                                  aj_timeline_get_actions (self->timeline));
  g_signal_connect_object (self->timeline, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

AjRolloutPicture *
aj_rollout_picture_new (AjServices *services)
{
  AjRolloutPicture *self = g_object_new (AJ_TYPE_ROLLOUT_PICTURE, NULL);

  self->services = g_object_ref (services);
  self->reader = aj_rollout_reader_new (services, &drawing_kind);
  aj_record_chooser_set_services (self->chooser, services);
  aj_record_chooser_set_none_text (self->chooser, _ ("All interventions"));
  aj_accessible_set_name (aj_record_chooser_get_button (self->chooser),
                          _ ("Of which intervention"));
  aj_timeline_set_today (self->timeline, aj_services_get_today (services));
  g_signal_connect_swapped (self->reader, "changed", G_CALLBACK (show_drawing), self);
  g_signal_connect_swapped (self->reader, "failed", G_CALLBACK (failed_cb), self);
  return self;
}

void
aj_rollout_picture_show (AjRolloutPicture *self, const AjRecordType *type, const char *view)
{
  self->form = type == &aj_loan_record_type  ? FORM_LOANS
               : g_str_equal (view, "map")   ? FORM_MAP
               : g_str_equal (view, "board") ? FORM_BOARD
                                             : FORM_TIMELINE;
  aj_timeline_set_name (self->timeline,
                        shows_loans (self) ? _ ("Loans in time") : _ ("Rollouts in time"));
  show_empty (self);
  update (self);
}

AjDateRange
aj_rollout_picture_get_days (AjRolloutPicture *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    return aj_timeline_get_view (self->timeline);
  return (AjDateRange){ AJ_DATE_NONE, AJ_DATE_NONE };
}

void
aj_rollout_picture_set_active (AjRolloutPicture *self, gboolean active)
{
  aj_rollout_reader_set_active (self->reader, active);
}

void
aj_rollout_picture_select (AjRolloutPicture *self, const char *id)
{
  gboolean on_timeline = id != NULL && aj_timeline_mark (self->timeline, id);
  gboolean on_board = aj_board_mark (self->board, id);

  g_clear_pointer (&self->selected, g_free);
  if (id != NULL && !(self->form == FORM_BOARD ? on_board : on_timeline))
    self->selected = g_strdup (id);
}

void
aj_rollout_picture_add_above (AjRolloutPicture *self, GtkWidget *widget)
{
  gtk_box_append (self->bar, widget);
}
