/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-dialog.h"

#include <glib/gi18n.h>

#include "aj-cycle.h"
#include "aj-cycle-job.h"
#include "aj-dialog.h"
#include "aj-error.h"
#include "aj-feedback.h"
#include "aj-group-filter.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-planned-row.h"
#include "aj-progress-frame.h"
#include "aj-rhythm-form.h"
#include "aj-waiting.h"

/* From October on, who plans "this year" means the next. */
#define LAST_MONTH_FOR_THIS_YEAR 9
/* Under this width of the window behind it, the dates go under the rhythm instead of beside it. */
#define WIDE_ENOUGH 760
/* And how wide the dialog then is, where there is room. */
#define NARROW_DIALOG 480

struct _AjCycleDialog
{
  AdwWindow parent_instance;

  AjServices *services;      /* (owned) */
  GCancellable *cancellable; /* (owned): of the facts that are being read */
  AjCycleFacts *facts;       /* (owned) (nullable): of the group and year in view */
  AjCyclePlan *plan;         /* (owned) (nullable) */
  GArray *chosen;            /* (owned): of AjPlanAdjustment: what the person decided here */
  AjCyclePlanned planned;
  gpointer planned_data;
  AjValues *begun_with; /* (owned) (nullable): the cycle that the inputs began with */
  gboolean was_ready;   /* dates have been shown: from then on the cursor is the person's */
  gboolean is_filling;  /* the inputs follow the facts, not the person */
  gboolean is_planning; /* what changes in the store is this plan */
  gboolean is_loading;
  gboolean is_stale; /* something changed since the facts that are being read were asked for */

  /* Template widgets */
  AjProgressFrame *progress;
  GtkWidget *title;
  GtkBox *columns;
  GtkWidget *rhythm_pane;
  AjGroupFilter *group_filter;
  GtkSpinButton *year_spin;
  AjRhythmForm *rhythm;
  GtkStack *dates_stack;
  GtkLabel *notes;
  GtkListBox *dates;
  AdwStatusPage *problem_page;
  GtkButton *plan_button;
};

G_DEFINE_FINAL_TYPE (AjCycleDialog, aj_cycle_dialog, ADW_TYPE_WINDOW)

static AjPlanAdjustment *
find_chosen (AjCycleDialog *self, guint ordinal)
{
  for (guint i = 0; i < self->chosen->len; i++)
    if (g_array_index (self->chosen, AjPlanAdjustment, i).ordinal == ordinal)
      return &g_array_index (self->chosen, AjPlanAdjustment, i);
  return NULL;
}

/* (transfer full): what was decided before, and what is decided here, which comes last and holds. */
static GArray *
list_adjustments (AjCycleDialog *self, const AjValues *cycle)
{
  GArray *adjustments = aj_cycle_job_list_adjustments (self->facts, cycle);

  g_array_append_vals (adjustments, self->chosen->data, self->chosen->len);
  return adjustments;
}

static guint
count_actions (GArray *steps, AjReplanAction action)
{
  guint count = 0;

  for (guint i = 0; i < steps->len; i++)
    if (g_array_index (steps, AjCycleStep, i).action == action)
      count++;
  return count;
}

static void
label_button (AjCycleDialog *self, GArray *steps, gboolean has_changes)
{
  guint added = count_actions (steps, AJ_REPLAN_ADD);
  guint changed = added + count_actions (steps, AJ_REPLAN_MOVE) +
                  count_actions (steps, AJ_REPLAN_REMOVE);
  g_autofree char *label = NULL;

  if (changed == added && added > 0)
    label = g_strdup_printf (ngettext ("_Plan %u Meeting", "_Plan %u Meetings", added), added);
  else if (changed > 0)
    label = g_strdup_printf (ngettext ("_Change %u Meeting", "_Change %u Meetings", changed),
                             changed);
  else if (has_changes)
    label = g_strdup (_ ("_Change Rhythm"));
  else
    label = g_strdup (_ ("Nothing to Change"));
  gtk_button_set_label (self->plan_button, label);
}

static void
show_notes (AjCycleDialog *self)
{
  g_autoptr (AjValues) cycle = aj_rhythm_form_dup_cycle (self->rhythm);
  g_auto (GStrv) notes = aj_cycle_job_dup_notes (self->facts, cycle, self->plan);
  g_autofree char *text = g_strjoinv ("\n", notes);

  gtk_label_set_label (self->notes, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *text != '\0');
}

static void replan (AjCycleDialog *self);

static void
row_adjusted_cb (AjPlannedRow *row, AjPlanAdjustment *adjustment, AjCycleDialog *self)
{
  AjPlanAdjustment *present = find_chosen (self, adjustment->ordinal);

  if (present != NULL)
    *present = *adjustment;
  else
    g_array_append_val (self->chosen, *adjustment);
  replan (self);
}

/* The rows are kept from one plan to the next, so that the keyboard stays where it is. */
static void
show_dates (AjCycleDialog *self)
{
  g_autoptr (AjValues) cycle = aj_rhythm_form_dup_cycle (self->rhythm);
  g_autoptr (GArray) steps = aj_cycle_step_list (self->facts, cycle, self->plan);
  gboolean has_changes = aj_cycle_job_has_changes (aj_services_get_store (self->services),
                                                   self->facts, cycle, self->plan);
  guint n_dates = aj_cycle_plan_get_n_dates (self->plan);
  GtkListBoxRow *row;

  for (guint i = 0; i < n_dates; i++)
    {
      row = gtk_list_box_get_row_at_index (self->dates, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (aj_planned_row_new ());
          g_signal_connect (row, "adjusted", G_CALLBACK (row_adjusted_cb), self);
          gtk_list_box_append (self->dates, GTK_WIDGET (row));
        }
      aj_planned_row_set_date (AJ_PLANNED_ROW (row), aj_cycle_plan_get_date (self->plan, i),
                               aj_cycle_step_find (steps, i));
    }
  while ((row = gtk_list_box_get_row_at_index (self->dates, (int) n_dates)) != NULL)
    gtk_list_box_remove (self->dates, GTK_WIDGET (row));
  show_notes (self);
  label_button (self, steps, has_changes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycle.plan", has_changes);
  gtk_stack_set_visible_child_name (self->dates_stack, "dates");
}

static void
show_problem (AjCycleDialog *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem_page, markup);
  gtk_stack_set_visible_child_name (self->dates_stack, "problem");
}

static void
replan (AjCycleDialog *self)
{
  g_autoptr (AjValues) cycle = NULL;
  g_autoptr (GArray) adjustments = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->plan, aj_cycle_plan_free);
  if (self->facts == NULL)
    return;
  cycle = aj_rhythm_form_dup_cycle (self->rhythm);
  adjustments = list_adjustments (self, cycle);
  self->plan = aj_cycle_job_plan (self->facts, cycle, aj_services_get_holidays (self->services),
                                  adjustments, &error);
  if (self->plan != NULL)
    {
      show_dates (self);
      return;
    }
  show_problem (self, error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycle.plan", FALSE);
}

static void
rhythm_changed_cb (AjRhythmForm *form, AjCycleDialog *self)
{
  if (!self->is_filling)
    replan (self);
}

/* What the person filled in stays, also when somebody else changes the cycle meanwhile, and in another year. */
static void
fill_rhythm (AjCycleDialog *self)
{
  GSettings *settings = aj_services_get_settings (self->services);
  g_autofree char *place = g_settings_get_string (settings, "default-place");
  g_autofree char *zone = g_settings_get_string (settings, "default-zone");
  g_autoptr (AjValues) stored = aj_cycle_job_dup_cycle (self->facts, place, zone);
  g_autoptr (AjValues) mine = aj_rhythm_form_dup_cycle (self->rhythm);
  g_autoptr (AjValues) cycle = NULL;

  if (self->begun_with != NULL && g_strcmp0 (aj_values_get_text (self->begun_with, "group"),
                                             aj_cycle_facts_get_group_id (self->facts)) == 0)
    cycle = aj_cycle_job_rebase_cycle (self->facts, self->begun_with, mine);
  else
    cycle = aj_values_copy (stored);
  g_clear_pointer (&self->begun_with, aj_values_unref);
  self->begun_with = g_steal_pointer (&stored);
  self->is_filling = TRUE;
  /* Where nothing is different the cursor stays where it is. */
  if (g_strcmp0 (aj_values_get_id (mine), aj_values_get_id (cycle)) != 0 ||
      aj_values_diff (mine, cycle) != 0)
    aj_rhythm_form_set_cycle (self->rhythm, cycle);
  aj_rhythm_form_set_regions (self->rhythm, aj_cycle_job_get_regions (self->facts, cycle));
  self->is_filling = FALSE;
}

static void
take_facts (AjCycleDialog *self, AjCycleFacts *facts)
{
  gboolean is_first = !self->was_ready;

  g_clear_pointer (&self->facts, aj_cycle_facts_unref);
  self->facts = facts;
  fill_rhythm (self);
  replan (self);
  if (is_first)
    gtk_widget_grab_focus (GTK_WIDGET (self->plan_button));
  self->was_ready = TRUE;
}

static void load_facts (AjCycleDialog *self);

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjCycleDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  AjCycleFacts *facts = aj_cycle_facts_load_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_loading = FALSE;
  if (facts != NULL)
    {
      take_facts (self, facts);
    }
  else
    {
      g_clear_pointer (&self->facts, aj_cycle_facts_unref);
      g_clear_pointer (&self->plan, aj_cycle_plan_free);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycle.plan", FALSE);
      show_problem (self, error);
    }
  if (self->is_stale)
    load_facts (self);
}

/* What is shown stays until the new facts are there. */
static void
load_facts (AjCycleDialog *self)
{
  const char *group = aj_group_filter_get_group (self->group_filter);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_stale = FALSE;
  self->is_loading = group != NULL;
  if (group == NULL)
    return;
  aj_cycle_facts_load_async (aj_services_get_store (self->services), group,
                             gtk_spin_button_get_value_as_int (self->year_spin), self->cancellable,
                             facts_loaded_cb, g_object_ref (self));
}

/* Another group or another year: nothing that is shown holds for it. */
static void
load_subject (AjCycleDialog *self)
{
  g_clear_pointer (&self->facts, aj_cycle_facts_unref);
  g_clear_pointer (&self->plan, aj_cycle_plan_free);
  g_array_set_size (self->chosen, 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycle.plan", FALSE);
  load_facts (self);
}

static gboolean
bear_on_plan (AjChanges *changes)
{
  static const AjRecordType *const types[] = {
    &aj_meeting_record_type,      &aj_cycle_record_type,  &aj_group_record_type,
    &aj_membership_record_type,   &aj_person_record_type, &aj_organisation_record_type,
    &aj_municipality_record_type,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (aj_changes_concern (changes, types[i]))
      return TRUE;
  return FALSE;
}

/* Somebody confirms a meeting or moves one while the plan is looked at. What changes while facts are read is read after
 * them: one who never stops would else never let them be shown. */
static void
store_changed_cb (AjStore *store, AjChanges *changes, AjCycleDialog *self)
{
  if (self->is_planning || !bear_on_plan (changes))
    return;
  if (self->is_loading)
    self->is_stale = TRUE;
  else
    load_facts (self);
}

static void
subject_changed_cb (GObject *object, GParamSpec *pspec, AjCycleDialog *self)
{
  if (self->services != NULL)
    load_subject (self);
}

static char *
describe_outcome (const AjCycleOutcome *outcome)
{
  if (outcome->moved == 0 && outcome->removed == 0)
    return g_strdup_printf (ngettext ("%u meeting planned", "%u meetings planned", outcome->added),
                            outcome->added);
  /* Translators: three numbers of meetings. */
  return g_strdup_printf (_ ("Planned again: %u new, %u moved, %u removed"), outcome->added,
                          outcome->moved, outcome->removed);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjCycleDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  AjCycleOutcome outcome;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  self->is_planning = FALSE;
  aj_dialog_release (GTK_WINDOW (self));
  /* The application ended meanwhile, and nobody is left to be told. */
  if (self->progress == NULL)
    return;
  aj_progress_frame_end (self->progress);
  if (!aj_cycle_job_apply_finish (AJ_STORE (source), result, &outcome, &error))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->columns), TRUE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycle.plan", TRUE);
      aj_feedback_error (GTK_WIDGET (self->columns), error);
      /* Somebody changed a meeting meanwhile: show what there is now. */
      if (g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT))
        load_facts (self);
      return;
    }
  if (outcome.added + outcome.moved + outcome.removed > 0)
    sentence = describe_outcome (&outcome);
  if (parent != NULL)
    self->planned (aj_group_filter_get_group (self->group_filter),
                   gtk_spin_button_get_value_as_int (self->year_spin), sentence,
                   self->planned_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
plan_cycle (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjCycleDialog *self = AJ_CYCLE_DIALOG (widget);
  g_autoptr (AjValues) cycle = aj_rhythm_form_dup_cycle (self->rhythm);

  if (self->plan == NULL)
    return;
  self->is_planning = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns), FALSE);
  gtk_widget_action_set_enabled (widget, "cycle.plan", FALSE);
  aj_dialog_hold (GTK_WINDOW (self));
  aj_progress_frame_begin (self->progress, _ ("Planning…"), NULL);
  aj_cycle_job_apply_async (aj_services_get_store (self->services), self->facts, cycle, self->plan,
                            NULL, planned_cb, g_object_ref (self));
}

static void
aj_cycle_dialog_dispose (GObject *object)
{
  AjCycleDialog *self = AJ_CYCLE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->facts, aj_cycle_facts_unref);
  g_clear_pointer (&self->plan, aj_cycle_plan_free);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_clear_pointer (&self->begun_with, aj_values_unref);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_CYCLE_DIALOG);
  G_OBJECT_CLASS (aj_cycle_dialog_parent_class)->dispose (object);
}

static void
aj_cycle_dialog_class_init (AjCycleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_cycle_dialog_dispose;

  g_type_ensure (AJ_TYPE_GROUP_FILTER);
  g_type_ensure (AJ_TYPE_PROGRESS_FRAME);
  g_type_ensure (AJ_TYPE_RHYTHM_FORM);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-cycle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, rhythm_pane);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, group_filter);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, year_spin);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, rhythm);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, dates_stack);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, problem_page);
  gtk_widget_class_bind_template_child (widget_class, AjCycleDialog, plan_button);
  gtk_widget_class_bind_template_callback (widget_class, rhythm_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_changed_cb);
  gtk_widget_class_install_action (widget_class, "cycle.plan", NULL, plan_cycle);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "cycle.plan",
                                       NULL);
}

static void
aj_cycle_dialog_init (AjCycleDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->chosen = g_array_new (FALSE, FALSE, sizeof (AjPlanAdjustment));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static int
choose_year (AjServices *services, int shown)
{
  AjDate today = aj_services_get_today (services);

  if (shown == aj_date_get_year (today) && aj_date_get_month (today) > LAST_MONTH_FOR_THIS_YEAR)
    return shown + 1;
  return shown;
}

/* libadwaita 1.2 has no breakpoints, and a dialog seldom changes its width. */
static void
fit_to_parent (AjCycleDialog *self, GtkWindow *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));
  gboolean is_wide = width >= WIDE_ENOUGH;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->rhythm_pane, is_wide ? 340 : -1, -1);
  /* Between two buttons that say what they do there is room for three dots of it. */
  gtk_widget_set_visible (self->title, width >= NARROW_DIALOG);
  /* Under each other, what comes out goes first: it is what most people only look at. */
  if (!is_wide)
    gtk_box_reorder_child_after (self->columns, GTK_WIDGET (self->dates_stack), NULL);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               is_wide ? MIN (width - 60, 960) : MIN (width, NARROW_DIALOG),
                               MAX (MIN (height - 40, 700), 294));
}

void
aj_cycle_dialog_show (GtkWindow *parent,
                      AjServices *services,
                      const char *group,
                      int year,
                      AjCyclePlanned planned,
                      gpointer user_data)
{
  AjCycleDialog *self = g_object_new (AJ_TYPE_CYCLE_DIALOG, NULL);

  aj_dialog_set_parent (GTK_WINDOW (self), parent);
  gtk_spin_button_set_value (self->year_spin, choose_year (services, year));
  aj_group_filter_set_store (self->group_filter, aj_services_get_store (services), FALSE);
  aj_group_filter_set_group (self->group_filter, group);
  self->planned = planned;
  self->planned_data = user_data;
  self->services = g_object_ref (services);
  g_signal_connect_object (aj_services_get_store (services), "changed",
                           G_CALLBACK (store_changed_cb), self, 0);
  fit_to_parent (self, parent);
  load_subject (self);
  gtk_window_present (GTK_WINDOW (self));
}
