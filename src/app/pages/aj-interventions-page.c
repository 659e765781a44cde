/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-interventions-page.h"

#include <glib/gi18n-lib.h>

#include "aj-comparison-window.h"
#include "aj-feedback.h"
#include "aj-intervention-kinds.h"
#include "aj-intervention.h"
#include "aj-loan-notice.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-report-window.h"
#include "aj-rollout-calendar-saver.h"
#include "aj-rollout-dialog.h"
#include "aj-rollout-picture.h"
#include "aj-rollout.h"
#include "aj-timeline-saver.h"
#include "aj-tour-dialog.h"
#include "aj-tour-job.h"
#include "aj-tour-move-dialog.h"
#include "aj-tour.h"

struct _AjInterventionsPage
{
  AjRecordsPage parent_instance;

  AjRolloutPicture *picture; /* (unowned): a child */
  AjLoanNotice *notice;      /* (unowned): above the list */
  gboolean is_active;        /* the page is in front */
};

G_DEFINE_FINAL_TYPE (AjInterventionsPage, aj_interventions_page, AJ_TYPE_RECORDS_PAGE)

static const char *const *
get_views (AjRecordsPage *page)
{
  static const char *const of_rollouts[] = { "timeline", "map", "board", NULL };
  static const char *const of_loans[] = { "timeline", NULL };
  const AjRecordType *type = aj_records_page_get_kind (page)->type;

  if (type == &aj_rollout_record_type)
    return of_rollouts;
  return type == &aj_loan_record_type ? of_loans : NULL;
}

static void
update_active (AjInterventionsPage *self)
{
  aj_rollout_picture_set_active (
      self->picture,
      self->is_active && !g_str_equal (aj_records_page_get_view (AJ_RECORDS_PAGE (self)), "list"));
}

static GtkWidget *
show_view (AjRecordsPage *page, const char *view)
{
  AjInterventionsPage *self = AJ_INTERVENTIONS_PAGE (page);

  update_active (self);
  if (g_str_equal (view, "list"))
    return NULL;
  aj_rollout_picture_show (self->picture, aj_records_page_get_kind (page)->type, view);
  return GTK_WIDGET (self->picture);
}

/* (nullable): the intervention in view. */
static AjRecord *
get_intervention (gpointer page)
{
  AjRecord *record = aj_records_page_get_record (AJ_RECORDS_PAGE (page));

  return record != NULL && AJ_IS_INTERVENTION (record) ? record : NULL;
}

static void
record_changed (AjRecordsPage *page)
{
  AjRecord *record = aj_records_page_get_record (page);

  gboolean writable = !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (page)));

  aj_rollout_picture_select (AJ_INTERVENTIONS_PAGE (page)->picture,
                             record != NULL ? aj_record_get_id (record) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "interventions.roll-out",
                                 get_intervention (page) != NULL && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "interventions.plan-tour", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "interventions.move-tour", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "interventions.cancel-tour", writable);
}

static void
roll_out_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *intervention = get_intervention (widget);

  if (intervention != NULL)
    aj_rollout_dialog_show (widget, aj_page_get_services (AJ_PAGE (widget)), intervention);
}

/* Of the thing in view; else the dialog asks of which. */
static void
plan_tour_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *record = aj_records_page_get_record (AJ_RECORDS_PAGE (widget));

  aj_tour_dialog_show (widget, aj_page_get_services (AJ_PAGE (widget)),
                       record != NULL && AJ_IS_MATERIAL (record) ? record : NULL);
}

/* (nullable): the tour in view. */
static AjRecord *
get_tour (gpointer page)
{
  AjRecord *record = aj_records_page_get_record (AJ_RECORDS_PAGE (page));

  return record != NULL && AJ_IS_TOUR (record) ? record : NULL;
}

static void
move_tour_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *tour = get_tour (widget);

  if (tour != NULL)
    aj_tour_move_dialog_show (widget, aj_page_get_services (AJ_PAGE (widget)), tour);
}

/* A page and the tour that was in view when it was asked. */
typedef struct
{
  GtkWidget *page; /* (owned) */
  char *tour;      /* (owned) */
} Cancelling;

static void
cancel_tour_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Cancelling *cancelling = user_data;
  g_autoptr (GtkWidget) page = cancelling->page;
  g_autofree char *tour = cancelling->tour;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRolloutFacts) facts = aj_rollout_facts_load_finish (AJ_STORE (source), result,
                                                                   &error);
  g_autoptr (AjEdit) edit = NULL;

  g_free (cancelling);
  if (facts == NULL)
    {
      aj_feedback_error (page, error);
      return;
    }
  edit = aj_tour_job_cancel (AJ_STORE (source), facts, tour);
  if (edit != NULL)
    aj_feedback_commit (page, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
  else
    aj_feedback_say (page, _ ("Every stop of the tour was handed over or cancelled already."));
}

static void
cancel_tour_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *tour = get_tour (widget);
  Cancelling *cancelling;

  if (tour == NULL)
    return;
  cancelling = g_new0 (Cancelling, 1);
  cancelling->page = g_object_ref (widget);
  cancelling->tour = g_strdup (aj_record_get_id (tour));
  aj_rollout_facts_load_async (aj_page_get_store (AJ_PAGE (widget)), NULL, cancel_tour_cb,
                               cancelling);
}

static void
show_slips_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *record = aj_records_page_get_record (AJ_RECORDS_PAGE (widget));
  const char *id = record != NULL ? aj_record_get_id (record) : NULL;

  if (record == NULL || !(AJ_IS_TOUR (record) || AJ_IS_LOAN (record)))
    return;
  aj_report_window_show_slips (GTK_WINDOW (gtk_widget_get_root (widget)),
                               aj_page_get_services (AJ_PAGE (widget)),
                               AJ_IS_LOAN (record) ? id : NULL, AJ_IS_TOUR (record) ? id : NULL);
}

static void
show_report_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *intervention = get_intervention (widget);

  aj_report_window_show_rollouts (GTK_WINDOW (gtk_widget_get_root (widget)),
                                  aj_page_get_services (AJ_PAGE (widget)),
                                  intervention != NULL ? aj_record_get_id (intervention) : NULL);
}

/* Of the thing in view, or else of all that the list shows. */
static void
save_calendar_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  const AjRecordType *type = aj_records_page_get_kind (AJ_RECORDS_PAGE (widget))->type;
  AjRecord *record = aj_records_page_get_record (AJ_RECORDS_PAGE (widget));
  const AjRolloutCalendarRequest request = {
    .with_rollouts = type == &aj_rollout_record_type,
    .with_loans = type != &aj_rollout_record_type,
    .material = record != NULL && AJ_IS_MATERIAL (record) ? aj_record_get_id (record) : NULL,
  };

  aj_rollout_calendar_saver_save (widget, aj_page_get_services (AJ_PAGE (widget)), &request);
}

static void
save_timeline_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_timeline_saver_save (widget, aj_page_get_services (AJ_PAGE (widget)),
                          aj_records_page_get_kind (AJ_RECORDS_PAGE (widget))->type,
                          aj_rollout_picture_get_days (AJ_INTERVENTIONS_PAGE (widget)->picture));
}

static void
print_timeline_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_timeline_saver_print (widget, aj_page_get_services (AJ_PAGE (widget)),
                           aj_records_page_get_kind (AJ_RECORDS_PAGE (widget))->type,
                           aj_rollout_picture_get_days (AJ_INTERVENTIONS_PAGE (widget)->picture));
}

static void
show_trainers_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_report_window_show_trainers (GTK_WINDOW (gtk_widget_get_root (widget)),
                                  aj_page_get_services (AJ_PAGE (widget)));
}

static void
compare_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *intervention = get_intervention (widget);

  if (intervention != NULL)
    aj_comparison_window_show (GTK_WINDOW (gtk_widget_get_root (widget)),
                               aj_page_get_services (AJ_PAGE (widget)), intervention);
}

static void
set_active (AjInterventionsPage *self, gboolean active)
{
  self->is_active = active;
  aj_loan_notice_set_active (self->notice, active);
  update_active (self);
}

static void
page_activated (AjPage *page)
{
  set_active (AJ_INTERVENTIONS_PAGE (page), TRUE);
}

static void
page_deactivated (AjPage *page)
{
  set_active (AJ_INTERVENTIONS_PAGE (page), FALSE);
  AJ_PAGE_CLASS (aj_interventions_page_parent_class)->deactivated (page);
}

static void
aj_interventions_page_constructed (GObject *object)
{
  AjInterventionsPage *self = AJ_INTERVENTIONS_PAGE (object);
  AjRecordsPage *page = AJ_RECORDS_PAGE (object);
  GtkWidget *picture_switch;

  G_OBJECT_CLASS (aj_interventions_page_parent_class)->constructed (object);

  self->notice = AJ_LOAN_NOTICE (aj_loan_notice_new (aj_page_get_services (AJ_PAGE (self))));
  aj_records_page_add_notice (page, GTK_WIDGET (self->notice));
  picture_switch = aj_view_switch_new ("interventions");
  self->picture = aj_rollout_picture_new (aj_page_get_services (AJ_PAGE (self)));
  aj_rollout_picture_add_above (self->picture, picture_switch);
  g_signal_connect_swapped (self->picture, "opened", G_CALLBACK (aj_records_page_open), self);
  aj_records_page_add_picture (page, GTK_WIDGET (self->picture));
  aj_records_page_add_views (page, "interventions", "rollouts-view",
                             AJ_VIEW_SWITCH (picture_switch));
  aj_records_page_begin (page);
}

static void
aj_interventions_page_class_init (AjInterventionsPageClass *klass)
{
  AjPageClass *page_class = AJ_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AjRecordsPageClass *records_class = AJ_RECORDS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aj_interventions_page_constructed;
  page_class->activated = page_activated;
  page_class->deactivated = page_deactivated;
  records_class->get_kinds = aj_intervention_kinds_get;
  records_class->record_changed = record_changed;
  records_class->get_views = get_views;
  records_class->show_view = show_view;
  gtk_widget_class_install_action (widget_class, "interventions.roll-out", NULL,
                                   roll_out_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.plan-tour", NULL,
                                   plan_tour_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.move-tour", NULL,
                                   move_tour_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.cancel-tour", NULL,
                                   cancel_tour_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.show-slips", NULL,
                                   show_slips_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.show-report", NULL,
                                   show_report_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.save-calendar", NULL,
                                   save_calendar_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.save-timeline", NULL,
                                   save_timeline_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.print-timeline", NULL,
                                   print_timeline_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.show-trainers", NULL,
                                   show_trainers_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.compare", NULL,
                                   compare_activated_cb);
}

static void
aj_interventions_page_init (AjInterventionsPage *self)
{
}
