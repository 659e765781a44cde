/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-function-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-accessible.h"
#include "aj-career.h"
#include "aj-dialog.h"
#include "aj-draft-row.h"
#include "aj-person.h"
#include "aj-position.h"

struct _AjFunctionDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  GtkLabel *outcome_label;

  GtkWidget *origin;    /* (nullable): weak */
  AjServices *services; /* (owned) */
  AjRecord *record;     /* (owned): the person */
  AjValues *next;       /* (owned): the person as they will be */
  AjValues *terms;      /* (owned): holds the day, as the first of a function */
  AjDraftRow *rows[3];  /* (unowned): children */
};

G_DEFINE_FINAL_TYPE (AjFunctionDialog, aj_function_dialog, ADW_TYPE_WINDOW)

static const char *
find_fault (AjFunctionDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    if (aj_draft_row_get_fault (self->rows[i]) != NULL)
      return aj_draft_row_get_fault (self->rows[i]);
  return NULL;
}

static void
update (AjFunctionDialog *self)
{
  const AjValues *person = aj_record_get_values (self->record);
  AjDate date = aj_values_get_date (self->terms, "from");
  const char *fault = find_fault (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *last = aj_date_format_plain (date != AJ_DATE_NONE ? date - 1 : AJ_DATE_NONE);
  g_autofree char *outcome = NULL;
  gboolean is_good = person != NULL && fault == NULL &&
                     aj_career_check (person, self->next, date, &error);

  if (is_good)
    /* Translators: somebody's last day in what they do now. */
    outcome = g_strdup_printf (_ ("What they do now becomes an earlier function, until %s."), last);
  else
    outcome = g_strdup (fault != NULL ? fault : error != NULL ? error->message : "");
  gtk_label_set_text (self->outcome_label, outcome);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "function.change", is_good);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjFunctionDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!aj_dialog_conclude (GTK_WINDOW (self), self->origin, source, result, &error))
    gtk_label_set_text (self->outcome_label, error->message);
}

static void
change_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjFunctionDialog *self = AJ_FUNCTION_DIALOG (widget);
  const AjValues *person = aj_record_get_values (self->record);
  g_autoptr (AjEdit) edit = NULL;

  if (person == NULL)
    return;
  edit = aj_career_prepare (aj_services_get_store (self->services), person, self->next,
                            aj_values_get_date (self->terms, "from"));
  gtk_widget_action_set_enabled (widget, "function.change", FALSE);
  aj_dialog_commit (GTK_WINDOW (self), edit, committed_cb);
}

static void
add_row (AjFunctionDialog *self,
         guint index,
         const AjRecordType *type,
         const char *field,
         AjValues *draft)
{
  GtkWidget *row = aj_draft_row_new (type, field);

  self->rows[index] = AJ_DRAFT_ROW (row);
  aj_draft_row_set_services (self->rows[index], self->services);
  aj_draft_row_set_draft (self->rows[index], draft);
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
}

static void
aj_function_dialog_dispose (GObject *object)
{
  AjFunctionDialog *self = AJ_FUNCTION_DIALOG (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    if (self->rows[i] != NULL)
      aj_draft_row_set_draft (self->rows[i], NULL);
  memset (self->rows, 0, sizeof self->rows);
  g_clear_weak_pointer (&self->origin);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_FUNCTION_DIALOG);
  G_OBJECT_CLASS (aj_function_dialog_parent_class)->dispose (object);
}

static void
aj_function_dialog_finalize (GObject *object)
{
  AjFunctionDialog *self = AJ_FUNCTION_DIALOG (object);

  aj_values_unref (self->next);
  aj_values_unref (self->terms);
  G_OBJECT_CLASS (aj_function_dialog_parent_class)->finalize (object);
}

static void
aj_function_dialog_class_init (AjFunctionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_function_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_function_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-function-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjFunctionDialog, group);
  gtk_widget_class_bind_template_child (widget_class, AjFunctionDialog, outcome_label);
  gtk_widget_class_install_action (widget_class, "function.change", NULL, change_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "function.change", NULL);
}

static void
aj_function_dialog_init (AjFunctionDialog *self)
{
  self->terms = aj_values_new_empty (&aj_position_record_type, NULL, 0);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AjFunctionDialog *
aj_function_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *person)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (origin));
  AjFunctionDialog *self = g_object_new (AJ_TYPE_FUNCTION_DIALOG, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->origin, origin);
  self->services = g_object_ref (services);
  self->record = g_object_ref (person);
  self->next = aj_values_copy (aj_record_get_values (person));
  aj_values_set_date (self->terms, "from", aj_services_get_today (services));
  add_row (self, 0, &aj_person_record_type, "function", self->next);
  add_row (self, 1, &aj_person_record_type, "organisation", self->next);
  add_row (self, 2, &aj_position_record_type, "from", self->terms);
  aj_accessible_name_lists (GTK_WIDGET (self->group), _ ("Another function"));
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[0]));
  return self;
}
