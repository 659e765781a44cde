/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-move-dialog.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-doubt-bar.h"
#include "aj-draft-row.h"
#include "aj-error.h"
#include "aj-loan.h"
#include "aj-tour-doubt.h"
#include "aj-tour-job.h"
#include "aj-tour-reason.h"

struct _AjTourMoveDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *day_group;
  AdwPreferencesGroup *stop_group;
  GtkListBox *stop_list;
  GtkLabel *fault_label;
  GtkButton *proposal_button;
  AjDoubtBar *doubt_bar;
  AjDraftRow *from_row; /* (unowned): in the group */

  AjServices *services;  /* (owned) */
  GtkWidget *origin;     /* (nullable): weak */
  AjRecord *record;      /* (owned): the tour */
  AjValues *draft;       /* (owned): a loan, for its first day */
  AjRolloutFacts *facts; /* (owned) (nullable): until they were read */
  AjTourPlan *plan;      /* (owned) (nullable): for the day that is filled in */
  AjDate proposal;       /* when it cannot be that day */
  char *refusal;         /* (owned) (nullable): why it was not stored, until another day is asked */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjTourMoveDialog, aj_tour_move_dialog, ADW_TYPE_WINDOW)

static void
show_fault (AjTourMoveDialog *self, const char *sentence)
{
  gtk_label_set_text (self->fault_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), sentence != NULL);
}

static void
show_proposal (AjTourMoveDialog *self)
{
  g_autofree char *day = aj_date_format_plain (self->proposal);
  /* Translators: a date. */
  g_autofree char *label = g_strdup_printf (_ ("Begin on %s"), day);

  gtk_button_set_label (self->proposal_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->proposal_button), self->proposal != AJ_DATE_NONE);
}

/* (transfer full): "Mon 5 Oct 2026 – Fri 9 Oct 2026". */
static char *
describe_days (AjDate first, AjDate last)
{
  g_autofree char *from = aj_date_format_short (first);
  g_autofree char *until = aj_date_format_short (last);

  /* Translators: two days. */
  return first == last ? g_steal_pointer (&from) : g_strdup_printf (_ ("%1$s – %2$s"), from, until);
}

/* (transfer full) (nullable): why it would stand there. */
static char *
describe_reason (AjTourMoveDialog *self, const AjValues *loan, const AjTourLeg *leg)
{
  AjTourWish wish = aj_tour_job_get_wish (loan);

  return aj_tour_reason_describe (self->facts, aj_services_get_holidays (self->services),
                                  aj_values_get_text (loan, "material"), &wish, leg);
}

static void
add_stop (AjTourMoveDialog *self, const AjValues *loan, const AjTourLeg *leg)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *reason = leg != NULL ? describe_reason (self, loan, leg) : NULL;
  g_autofree char *now = describe_days (aj_values_get_date (loan, "from"),
                                        aj_values_get_date (loan, "until"));
  g_autofree char *then = leg != NULL ? describe_days (leg->days.first, leg->days.last) : NULL;
  /* Translators: when something is, and when it will be. */
  g_autofree char *line = then != NULL ? g_strdup_printf (_ ("%1$s → %2$s"), now, then)
                                       : g_strdup (now);
  g_autofree char *text = reason != NULL ? g_strdup_printf ("%s\n%s", line, reason)
                                         : g_strdup (line);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 aj_rollout_facts_get_place (self->facts, loan));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_list_box_append (self->stop_list, row);
}

static void
show_stops (AjTourMoveDialog *self)
{
  g_autoptr (GPtrArray) stops = aj_tour_job_list_open (self->facts,
                                                       aj_record_get_id (self->record));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->stop_list, 0)) != NULL)
    gtk_list_box_remove (self->stop_list, GTK_WIDGET (row));
  for (guint i = 0; i < stops->len; i++)
    add_stop (self, stops->pdata[i],
              self->plan != NULL ? &g_array_index (self->plan->legs, AjTourLeg, i) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stop_group), stops->len > 0);
}

static void
update_doubt (AjTourMoveDialog *self)
{
  AjDate proposal = AJ_DATE_NONE;
  g_autofree char *doubt = self->plan == NULL
                               ? NULL
                               : aj_tour_doubt_move (self->facts, aj_record_get_id (self->record),
                                                     self->plan,
                                                     aj_services_get_today (self->services),
                                                     &proposal);

  aj_doubt_bar_show (self->doubt_bar, doubt, proposal);
}

static void
update (AjTourMoveDialog *self)
{
  AjDate day = aj_values_get_date (self->draft, "from");
  g_autoptr (GError) error = NULL;
  const char *fault;

  g_clear_pointer (&self->plan, aj_tour_plan_free);
  self->proposal = AJ_DATE_NONE;
  if (self->facts != NULL && day != AJ_DATE_NONE)
    self->plan = aj_tour_job_plan_move (self->facts, aj_services_get_holidays (self->services),
                                        aj_record_get_id (self->record), NULL, day, &self->proposal,
                                        &error);
  fault = error != NULL ? error->message : aj_draft_row_get_fault (self->from_row);
  show_fault (self, fault != NULL ? fault : self->refusal);
  show_proposal (self);
  update_doubt (self);
  if (self->facts != NULL)
    show_stops (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "move.apply", self->plan != NULL);
}

static void
day_changed_cb (AjTourMoveDialog *self)
{
  g_clear_pointer (&self->refusal, g_free);
  update (self);
}

static void
proposal_taken_cb (AjTourMoveDialog *self, int day)
{
  aj_values_set_date (self->draft, "from", day);
  aj_draft_row_set_draft (self->from_row, self->draft);
  day_changed_cb (self);
}

static void
use_proposal_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjTourMoveDialog *self = AJ_TOUR_MOVE_DIALOG (widget);

  if (self->proposal != AJ_DATE_NONE)
    proposal_taken_cb (self, self->proposal);
}

static void load (AjTourMoveDialog *self);

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjTourMoveDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (aj_dialog_conclude (GTK_WINDOW (self), self->origin, source, result, &error))
    return;
  aj_set_string (&self->refusal, error->message);
  show_fault (self, self->refusal);
  /* Somebody was first: what is thought out next knows of it. */
  load (self);
}

static void
apply_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjTourMoveDialog *self = AJ_TOUR_MOVE_DIALOG (widget);
  g_autoptr (AjEdit) edit = NULL;

  if (self->plan == NULL)
    return;
  edit = aj_tour_job_move (aj_services_get_store (self->services), self->facts,
                           aj_record_get_id (self->record), NULL, self->plan);
  gtk_widget_action_set_enabled (widget, "move.apply", FALSE);
  aj_dialog_commit (GTK_WINDOW (self), edit, committed_cb);
}

/* It begins where it is, so that one sees what is there before anything moves. */
static void
fill_day (AjTourMoveDialog *self)
{
  g_autoptr (GPtrArray) stops = aj_tour_job_list_open (self->facts,
                                                       aj_record_get_id (self->record));

  if (stops->len == 0)
    return;
  aj_values_set_date (self->draft, "from", aj_values_get_date (stops->pdata[0], "from"));
  aj_draft_row_set_draft (self->from_row, self->draft);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjTourMoveDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load_finish (AJ_STORE (source), result, &error);
  gboolean is_first = self->facts == NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (facts == NULL)
    {
      show_fault (self, error->message);
      return;
    }
  g_clear_pointer (&self->facts, aj_rollout_facts_unref);
  self->facts = facts;
  /* It was removed meanwhile. */
  if (aj_rollout_facts_get (facts, aj_record_get_id (self->record)) == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (is_first)
    fill_day (self);
  update (self);
  if (is_first)
    gtk_widget_grab_focus (GTK_WIDGET (self->from_row));
}

static void
load (AjTourMoveDialog *self)
{
  aj_rollout_facts_load_async (aj_services_get_store (self->services), self->cancellable, loaded_cb,
                               g_object_ref (self));
}

static void
aj_tour_move_dialog_dispose (GObject *object)
{
  AjTourMoveDialog *self = AJ_TOUR_MOVE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->from_row != NULL)
    aj_draft_row_set_draft (self->from_row, NULL);
  self->from_row = NULL;
  g_clear_weak_pointer (&self->origin);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_TOUR_MOVE_DIALOG);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_tour_move_dialog_parent_class)->dispose (object);
}

static void
aj_tour_move_dialog_finalize (GObject *object)
{
  AjTourMoveDialog *self = AJ_TOUR_MOVE_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->plan, aj_tour_plan_free);
  aj_values_unref (self->draft);
  g_free (self->refusal);
  aj_rollout_facts_unref (self->facts);
  G_OBJECT_CLASS (aj_tour_move_dialog_parent_class)->finalize (object);
}

static void
aj_tour_move_dialog_class_init (AjTourMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_tour_move_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_tour_move_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-tour-move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjTourMoveDialog, day_group);
  gtk_widget_class_bind_template_child (widget_class, AjTourMoveDialog, stop_group);
  gtk_widget_class_bind_template_child (widget_class, AjTourMoveDialog, stop_list);
  gtk_widget_class_bind_template_child (widget_class, AjTourMoveDialog, fault_label);
  gtk_widget_class_bind_template_child (widget_class, AjTourMoveDialog, proposal_button);
  gtk_widget_class_bind_template_child (widget_class, AjTourMoveDialog, doubt_bar);
  gtk_widget_class_bind_template_callback (widget_class, proposal_taken_cb);
  gtk_widget_class_install_action (widget_class, "move.apply", NULL, apply_activated_cb);
  gtk_widget_class_install_action (widget_class, "move.use-proposal", NULL,
                                   use_proposal_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "move.apply",
                                       NULL);
}

static void
aj_tour_move_dialog_init (AjTourMoveDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->draft = aj_values_new (&aj_loan_record_type, NULL);
  self->proposal = AJ_DATE_NONE;
  g_type_ensure (AJ_TYPE_DOUBT_BAR);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AjTourMoveDialog *
aj_tour_move_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *tour)
{
  AjTourMoveDialog *self = g_object_new (AJ_TYPE_TOUR_MOVE_DIALOG, NULL);
  GtkWidget *row = aj_draft_row_new (&aj_loan_record_type, "from");

  g_set_weak_pointer (&self->origin, origin);
  self->services = g_object_ref (services);
  self->record = g_object_ref (tour);
  self->from_row = AJ_DRAFT_ROW (row);
  aj_draft_row_set_services (self->from_row, services);
  aj_draft_row_set_draft (self->from_row, self->draft);
  g_signal_connect_object (row, "changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->day_group, row);
  adw_preferences_group_set_title (self->day_group, aj_record_get_title (tour));
  aj_accessible_name_lists (GTK_WIDGET (self->day_group), _ ("New first day"));
  update (self);
  load (self);
  aj_dialog_set_parent (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (origin)));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
