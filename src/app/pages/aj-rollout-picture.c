/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-picture.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-live-reader.h"
#include "aj-intervention.h"
#include "aj-loan.h"
#include "aj-map-view.h"
#include "aj-municipality.h"
#include "aj-public-holidays.h"
#include "aj-record-chooser.h"
#include "aj-rollout-facts.h"
#include "aj-rollout-pictures.h"
#include "aj-rollout.h"
#include "aj-timeline.h"

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
  AjRecordChooser *chooser; /* (unowned): above the map: of which intervention */

  AjServices *services; /* (owned) */
  AjLiveReader *reader; /* (owned) */
  const AjRecordType *type;
  gboolean is_map;
  char *selected; /* (owned) (nullable): an id that is to be marked once it is there */
};

G_DEFINE_FINAL_TYPE (AjRolloutPicture, aj_rollout_picture, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* There is only one of them, so what it is known by does not matter. */
static void
load_async (AjStore *store,
            const char *id,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  aj_rollout_facts_load_async (store, cancellable, callback, user_data);
}

static gpointer
load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return aj_rollout_facts_load_finish (store, result, error);
}

static gboolean
is_concerned (gpointer result, AjChanges *changes)
{
  return aj_rollout_facts_are_concerned (result, changes);
}

static const AjLiveReaderKind facts_kind = {
  .load_async = load_async,
  .load_finish = load_finish,
  .is_concerned = is_concerned,
  .free = (GDestroyNotify) aj_rollout_facts_free,
};

static gboolean
shows_loans (AjRolloutPicture *self)
{
  return self->type == &aj_loan_record_type;
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
                            : _ ("A rollout is shown here as soon as it has a first day."));
}

static gboolean
shows_map (AjRolloutPicture *self)
{
  return self->is_map && !shows_loans (self);
}

static void
update_map (AjRolloutPicture *self, AjRolloutFacts *facts)
{
  g_autoptr (AjMapState) map = aj_rollout_pictures_make_map (
      facts, aj_record_chooser_get_id (self->chooser), aj_services_get_today (self->services));

  aj_map_view_set_state (self->map_view, map);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->map_view));
}

static void
update_timeline (AjRolloutPicture *self, AjRolloutFacts *facts)
{
  g_autoptr (GListModel) bars = shows_loans (self) ? aj_rollout_pictures_list_loans (facts)
                                                   : aj_rollout_pictures_list_rollouts (facts);

  aj_timeline_set_model (self->timeline, bars);
  if (self->selected != NULL && aj_timeline_mark (self->timeline, self->selected))
    g_clear_pointer (&self->selected, g_free);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (bars) > 0 ? "timeline" : "empty");
}

static void
update (AjRolloutPicture *self)
{
  AjRolloutFacts *facts = aj_live_reader_get_result (self->reader);

  gtk_widget_set_visible (self->time_box, !shows_map (self));
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), shows_map (self));
  if (facts == NULL)
    return;
  if (shows_map (self))
    update_map (self, facts);
  else
    update_timeline (self, facts);
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
  AjRolloutFacts *facts = aj_live_reader_get_result (self->reader);
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
  const AjValues *rollout = aj_live_reader_get_result (self->reader) != NULL
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
  open_rollout (self, self->type, aj_timeline_bar_get (bar)->id);
}

/* (nullable): the one that a bar stands for, as it was read. */
static const AjValues *
find_values (AjRolloutPicture *self, const char *id)
{
  AjRolloutFacts *facts = aj_live_reader_get_result (self->reader);
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
    {
      g_signal_handlers_disconnect_by_data (self->reader, self);
      aj_live_reader_set_active (self->reader, FALSE);
    }
  g_clear_object (&self->reader);
  g_clear_object (&self->services);
  g_clear_pointer (&self->selected, g_free);
  self->timeline = NULL;
  self->map_view = NULL;
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

static void
aj_rollout_picture_init (AjRolloutPicture *self)
{
  self->type = &aj_rollout_record_type;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->timeline = aj_timeline_new ();
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->timeline));
  self->map_view = aj_map_view_new ();
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->map_view));
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
  self->reader = aj_live_reader_new (aj_services_get_store (services), &facts_kind);
  aj_record_chooser_set_services (self->chooser, services);
  aj_record_chooser_set_none_text (self->chooser, _ ("All interventions"));
  aj_accessible_set_name (aj_record_chooser_get_button (self->chooser),
                          _ ("Which intervention the map is about"));
  aj_timeline_set_today (self->timeline, aj_services_get_today (services));
  g_signal_connect_swapped (self->reader, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->reader, "failed", G_CALLBACK (failed_cb), self);
  aj_live_reader_set_id (self->reader, "rollouts");
  aj_rollout_picture_set_record_type (self, &aj_rollout_record_type);
  return self;
}

void
aj_rollout_picture_set_record_type (AjRolloutPicture *self, const AjRecordType *type)
{
  self->type = type;
  aj_timeline_set_name (self->timeline,
                        shows_loans (self) ? _ ("Loans in time") : _ ("Rollouts in time"));
  show_empty (self);
  update (self);
}

void
aj_rollout_picture_set_map (AjRolloutPicture *self, gboolean map)
{
  self->is_map = map;
  update (self);
}

void
aj_rollout_picture_set_active (AjRolloutPicture *self, gboolean active)
{
  aj_live_reader_set_active (self->reader, active);
}

void
aj_rollout_picture_select (AjRolloutPicture *self, const char *id)
{
  g_clear_pointer (&self->selected, g_free);
  if (id != NULL && !aj_timeline_mark (self->timeline, id))
    self->selected = g_strdup (id);
}

void
aj_rollout_picture_add_above (AjRolloutPicture *self, GtkWidget *widget)
{
  gtk_box_append (self->bar, widget);
}
