/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-timeline.h"

#include <glib/gi18n-lib.h>

#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-live-reader.h"
#include "aj-loan.h"
#include "aj-public-holidays.h"
#include "aj-rollout-facts.h"
#include "aj-rollout-pictures.h"
#include "aj-rollout.h"
#include "aj-timeline.h"

struct _AjRolloutTimeline
{
  AdwBin parent_instance;

  /* Template */
  GtkBox *bar;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwStatusPage *empty_page;
  AjTimeline *timeline; /* (unowned): in the scroller */

  AjServices *services; /* (owned) */
  AjLiveReader *reader; /* (owned) */
  const AjRecordType *type;
  char *selected; /* (owned) (nullable): an id that is to be marked once it is there */
};

G_DEFINE_FINAL_TYPE (AjRolloutTimeline, aj_rollout_timeline, ADW_TYPE_BIN)

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
shows_loans (AjRolloutTimeline *self)
{
  return self->type == &aj_loan_record_type;
}

static void
show_empty (AjRolloutTimeline *self)
{
  adw_status_page_set_title (self->empty_page,
                             shows_loans (self) ? _ ("No Loans Yet") : _ ("No Rollouts Yet"));
  adw_status_page_set_description (
      self->empty_page, shows_loans (self)
                            ? _ ("Where each thing is on which days. Two loans of one thing never "
                                 "overlap.")
                            : _ ("A rollout is shown here as soon as it has a first day."));
}

static void
update (AjRolloutTimeline *self)
{
  AjRolloutFacts *facts = aj_live_reader_get_result (self->reader);
  g_autoptr (GListModel) bars = NULL;

  if (facts == NULL)
    return;
  bars = shows_loans (self) ? aj_rollout_pictures_list_loans (facts)
                            : aj_rollout_pictures_list_rollouts (facts);
  aj_timeline_set_model (self->timeline, bars);
  if (self->selected != NULL)
    aj_timeline_mark (self->timeline, self->selected);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (bars) > 0 ? "timeline" : "empty");
}

static void
activated_cb (AjRolloutTimeline *self, AjTimelineBar *bar)
{
  g_autoptr (AjRecord) record = aj_store_ref_record (aj_services_get_store (self->services),
                                                     self->type, aj_timeline_bar_get (bar)->id);

  g_signal_emit (self, signals[SIGNAL_OPENED], 0, record);
}

/* (nullable): the one that a bar stands for. */
static const AjValues *
find_values (AjRolloutTimeline *self, const char *id)
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
  g_autoptr (AjRolloutTimeline) self = user_data;

  if (error != NULL && self->timeline != NULL)
    aj_timeline_snap_back (self->timeline);
}

/* What stays as long as it was is moved; so what hangs on its first day goes along. */
static void
set_days (
    AjValues *after, const AjValues *before, const char *from, const char *until, AjDateRange days)
{
  const AjRecordType *type = aj_values_get_record_type (before);
  guint64 set = 0;

  if (aj_values_get_date (before, from) != days.first)
    set |= G_GUINT64_CONSTANT (1) << aj_record_type_find (type, from);
  if (aj_values_get_date (before, until) != days.last)
    set |= G_GUINT64_CONSTANT (1) << aj_record_type_find (type, until);
  aj_values_set_date (after, from, days.first);
  aj_values_set_date (after, until, days.last);
  aj_values_follow (before, after, set);
}

static gboolean
moved_cb (AjRolloutTimeline *self, AjTimelineBar *bar, AjDate first, AjDate last)
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
failed_cb (AjRolloutTimeline *self, GError *error)
{
  aj_feedback_error (GTK_WIDGET (self), error);
}

static void
aj_rollout_timeline_dispose (GObject *object)
{
  AjRolloutTimeline *self = AJ_ROLLOUT_TIMELINE (object);

  if (self->reader != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->reader, self);
      aj_live_reader_set_active (self->reader, FALSE);
    }
  g_clear_object (&self->reader);
  g_clear_object (&self->services);
  g_clear_pointer (&self->selected, g_free);
  self->timeline = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_ROLLOUT_TIMELINE);
  G_OBJECT_CLASS (aj_rollout_timeline_parent_class)->dispose (object);
}

static void
aj_rollout_timeline_class_init (AjRolloutTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_rollout_timeline_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, AJ_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-rollout-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, AjRolloutTimeline, bar);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutTimeline, stack);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutTimeline, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutTimeline, empty_page);
}

static void
aj_rollout_timeline_init (AjRolloutTimeline *self)
{
  self->type = &aj_rollout_record_type;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->timeline = aj_timeline_new ();
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->timeline));
  aj_timeline_set_day_off_func (self->timeline, is_day_off, NULL, NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline",
                                  aj_timeline_get_actions (self->timeline));
  g_signal_connect_object (self->timeline, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

AjRolloutTimeline *
aj_rollout_timeline_new (AjServices *services)
{
  AjRolloutTimeline *self = g_object_new (AJ_TYPE_ROLLOUT_TIMELINE, NULL);

  self->services = g_object_ref (services);
  self->reader = aj_live_reader_new (aj_services_get_store (services), &facts_kind);
  aj_timeline_set_today (self->timeline, aj_services_get_today (services));
  g_signal_connect_swapped (self->reader, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->reader, "failed", G_CALLBACK (failed_cb), self);
  aj_live_reader_set_id (self->reader, "rollouts");
  aj_rollout_timeline_set_record_type (self, &aj_rollout_record_type);
  return self;
}

void
aj_rollout_timeline_set_record_type (AjRolloutTimeline *self, const AjRecordType *type)
{
  self->type = type;
  aj_timeline_set_name (self->timeline,
                        shows_loans (self) ? _ ("Loans in time") : _ ("Rollouts in time"));
  show_empty (self);
  update (self);
}

void
aj_rollout_timeline_set_active (AjRolloutTimeline *self, gboolean active)
{
  aj_live_reader_set_active (self->reader, active);
}

void
aj_rollout_timeline_select (AjRolloutTimeline *self, const char *id)
{
  g_free (self->selected);
  self->selected = g_strdup (id);
  if (id != NULL)
    aj_timeline_mark (self->timeline, id);
}

void
aj_rollout_timeline_add_above (AjRolloutTimeline *self, GtkWidget *widget)
{
  gtk_box_append (self->bar, widget);
}
