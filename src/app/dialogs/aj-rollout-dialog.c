/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-draft-row.h"
#include "aj-feedback.h"
#include "aj-rollout-job.h"
#include "aj-rollout.h"
#include "aj-town-picker.h"

static const char *const asked[] = { "starts-on", "ends-on", "phase", "lead" };

struct _AjRolloutDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *start_group;
  AjTownPicker *towns;
  GtkLabel *outcome_label;
  GtkLabel *fault_label;

  AjServices *services;                   /* (owned) */
  GtkWidget *origin;                      /* (nullable): weak */
  AjRecord *record;                       /* (owned): the intervention */
  AjValues *draft;                        /* (owned): what all of them begin as */
  AjDraftRow *rows[G_N_ELEMENTS (asked)]; /* (unowned): children */
  AjRolloutFacts *facts;                  /* (owned) (nullable): until they were read */
  GCancellable *cancellable;              /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjRolloutDialog, aj_rollout_dialog, ADW_TYPE_WINDOW)

static gboolean
is_sound (AjRolloutDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (aj_draft_row_get_fault (self->rows[i]) != NULL)
      return FALSE;
  return self->facts != NULL;
}

static AjEdit *
make_edit (AjRolloutDialog *self, GPtrArray *chosen, guint *n_begun, guint *n_passed_over)
{
  AjRolloutStart start = {
    .intervention = aj_record_get_id (self->record),
    .phase = aj_rollout_get_phase (self->draft),
    .starts_on = aj_values_get_date (self->draft, "starts-on"),
    .ends_on = aj_values_get_date (self->draft, "ends-on"),
    .lead = aj_values_get_text (self->draft, "lead"),
  };

  return aj_rollout_job_begin (aj_services_get_store (self->services), self->facts, &start, chosen,
                               n_begun, n_passed_over);
}

/* (transfer full) */
static char *
describe_outcome (guint n_begun, guint n_passed_over)
{
  g_autofree char *begun = g_strdup_printf (ngettext ("In %u municipality.",
                                                      "In %u municipalities.", n_begun),
                                            n_begun);
  g_autofree char *passed_over = NULL;

  if (n_begun == 0 && n_passed_over == 0)
    return g_strdup (_ ("Tick where it is rolled out."));
  if (n_passed_over == 0)
    return g_steal_pointer (&begun);
  passed_over = g_strdup_printf (
      ngettext ("In %u municipality it is under way already; that one is passed over.",
                "In %u municipalities it is under way already; those are passed over.",
                n_passed_over),
      n_passed_over);
  return g_strdup_printf ("%s %s", begun, passed_over);
}

static void
update (AjRolloutDialog *self)
{
  g_autoptr (GPtrArray) chosen = aj_town_picker_list_ticked (self->towns);
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *outcome = NULL;
  guint n_begun = 0, n_passed_over = 0;

  if (self->facts != NULL)
    edit = make_edit (self, chosen, &n_begun, &n_passed_over);
  outcome = describe_outcome (n_begun, n_passed_over);
  gtk_label_set_text (self->outcome_label, outcome);
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rollout.begin",
                                 edit != NULL && is_sound (self));
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjRolloutDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (aj_dialog_conclude (GTK_WINDOW (self), self->origin, source, result, &error))
    return;
  gtk_label_set_text (self->fault_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rollout.begin", TRUE);
}

static void
begin_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRolloutDialog *self = AJ_ROLLOUT_DIALOG (widget);
  g_autoptr (GPtrArray) chosen = aj_town_picker_list_ticked (self->towns);
  guint n_begun, n_passed_over;
  g_autoptr (AjEdit) edit = make_edit (self, chosen, &n_begun, &n_passed_over);

  if (edit == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "rollout.begin", FALSE);
  aj_dialog_commit (GTK_WINDOW (self), edit, committed_cb);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjRolloutDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (facts == NULL)
    {
      gtk_label_set_text (self->fault_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->fault_label), TRUE);
      return;
    }
  self->facts = facts;
  aj_town_picker_set_facts (self->towns, facts, aj_services_get_today (self->services));
  update (self);
}

static void
aj_rollout_dialog_dispose (GObject *object)
{
  AjRolloutDialog *self = AJ_ROLLOUT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (self->rows[i] != NULL)
      aj_draft_row_set_draft (self->rows[i], NULL);
  memset (self->rows, 0, sizeof self->rows);
  g_clear_weak_pointer (&self->origin);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_ROLLOUT_DIALOG);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_rollout_dialog_parent_class)->dispose (object);
}

static void
aj_rollout_dialog_finalize (GObject *object)
{
  AjRolloutDialog *self = AJ_ROLLOUT_DIALOG (object);

  g_object_unref (self->cancellable);
  aj_values_unref (self->draft);
  aj_rollout_facts_unref (self->facts);
  G_OBJECT_CLASS (aj_rollout_dialog_parent_class)->finalize (object);
}

static void
aj_rollout_dialog_class_init (AjRolloutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_rollout_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_rollout_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-rollout-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjRolloutDialog, start_group);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutDialog, towns);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutDialog, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, AjRolloutDialog, fault_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "rollout.begin", NULL, begin_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "rollout.begin", NULL);
}

static void
aj_rollout_dialog_init (AjRolloutDialog *self)
{
  g_type_ensure (AJ_TYPE_TOWN_PICKER);
  self->cancellable = g_cancellable_new ();
  self->draft = aj_values_new (&aj_rollout_record_type, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_rows (AjRolloutDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      GtkWidget *row = aj_draft_row_new (&aj_rollout_record_type, asked[i]);

      self->rows[i] = AJ_DRAFT_ROW (row);
      aj_draft_row_set_services (self->rows[i], self->services);
      aj_draft_row_set_draft (self->rows[i], self->draft);
      g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->start_group, row);
    }
  aj_accessible_name_lists (GTK_WIDGET (self->start_group), _ ("How it begins"));
}

AjRolloutDialog *
aj_rollout_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *intervention)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (origin));
  AjRolloutDialog *self = g_object_new (AJ_TYPE_ROLLOUT_DIALOG, NULL);
  /* Translators: an intervention. */
  g_autofree char *title = g_strdup_printf (_ ("Roll Out %s"), aj_record_get_title (intervention));

  g_set_weak_pointer (&self->origin, origin);
  self->services = g_object_ref (services);
  self->record = g_object_ref (intervention);
  gtk_window_set_title (GTK_WINDOW (self), title);
  add_rows (self);
  update (self);
  aj_rollout_facts_load_async (aj_services_get_store (services), self->cancellable, loaded_cb,
                               g_object_ref (self));
  aj_dialog_set_parent (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[0]));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
