/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-task-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-checklist.h"
#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-minutes-job.h"
#include "aj-phrase.h"
#include "aj-task.h"

struct _AjTaskRow
{
  AjRecordRow parent_instance;

  GtkWidget *check; /* (unowned): a prefix */
  GtkWidget *late;  /* (unowned): a suffix */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (AjTaskRow, aj_task_row, AJ_TYPE_RECORD_ROW)

/* (transfer full) (nullable): that nobody works on the day that follows from the meeting; who chose a day meant it. */
static char *
explain_day (const AjValues *task, AjDate due)
{
  if (due == AJ_DATE_NONE || !aj_task_is_open (task) || aj_values_is_empty (task, "days") ||
      aj_values_get_boolean (task, "pinned"))
    return NULL;
  return aj_checklist_explain_day (due);
}

/* (transfer full): "Sat 14 Feb 2026 · 14 days before · Anna", and then why that is no day to work. */
static char *
describe (AjRecordRow *row, const AjValues *task)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AjDate due = aj_values_get_date (task, "due");
  g_autofree char *day = due != AJ_DATE_NONE ? aj_date_format_short (due) : NULL;
  g_autofree char *why = explain_day (task, due);
  g_autofree char *days = NULL;

  aj_phrase_append (text, " · ", day);
  if (aj_values_get_boolean (task, "pinned"))
    /* Translators: a day that does not go along when the meeting moves. */
    aj_phrase_append (text, " · ", _ ("on this day, whatever the meeting does"));
  else if (!aj_values_is_empty (task, "days"))
    {
      days = aj_checklist_format_days ((int) aj_values_get_integer (task, "days"));
      aj_phrase_append (text, " · ", days);
    }
  aj_phrase_append (text, " · ", aj_record_row_get_other_title (row, 0));
  if (why != NULL)
    g_string_append_printf (text, "\n%s", why);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_state (AjTaskRow *self, const AjValues *task)
{
  AjServices *services = aj_record_row_get_services (AJ_RECORD_ROW (self));
  gboolean is_open = aj_task_is_open (task);

  self->is_showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !is_open);
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (self->check, !aj_store_is_read_only (aj_services_get_store (services)));
  gtk_widget_set_visible (self->late, aj_task_is_overdue (task, aj_services_get_today (services)));
  if (is_open)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
}

static void
aj_task_row_update (AjRecordRow *row)
{
  AjTaskRow *self = AJ_TASK_ROW (row);
  const AjValues *task = aj_record_get_values (aj_record_row_get_record (row));
  const char *name = task != NULL ? aj_values_get_text (task, "name") : NULL;
  g_autofree char *text = NULL;

  if (name == NULL)
    return;
  text = describe (row, task);
  show_state (self, task);
  aj_record_row_show (row, name, text, name);
  /* Translators: a box to tick; what is to be done. */
  aj_accessible_set_name (self->check, name);
  aj_accessible_describe (GTK_WIDGET (self), text);
}

static void
aj_task_row_follow (AjRecordRow *row)
{
  aj_record_row_follow_field (row, 0, "assignee");
}

static char *
aj_task_row_describe_removal (AjRecordRow *row)
{
  /* Translators: what was to be done. */
  return g_strdup_printf (_ ("Remove “%s”"),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* A step that its cycle asks for is remembered as not wanted here, or it would come back with the next that is brought. */
static void
aj_task_row_fill_removal (AjRecordRow *row, AjEdit *edit)
{
  AjRecord *task = aj_record_row_get_record (row);

  if (aj_record_get_text (task, "step") != NULL)
    aj_values_set_text (aj_edit_change (edit, task), "state", AJ_TASK_DROPPED);
  else
    aj_edit_remove_values (edit, aj_record_get_values (task));
}

static void
toggled_cb (AjTaskRow *self)
{
  AjRecordRow *row = AJ_RECORD_ROW (self);
  AjRecord *task = aj_record_row_get_record (row);
  gboolean is_done = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
  g_autoptr (AjEdit) edit = NULL;

  if (self->is_showing || !aj_record_is_loaded (task))
    return;
  edit = aj_minutes_job_set_done (aj_services_get_store (aj_record_row_get_services (row)),
                                  aj_record_get_values (task), is_done);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
aj_task_row_class_init (AjTaskRowClass *klass)
{
  static const char *const fields[] = { "name", "days",  "due",   "pinned", "assignee",
                                        "role", "state", "notes", NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  row_class->fields = fields;
  row_class->follow = aj_task_row_follow;
  row_class->update = aj_task_row_update;
  row_class->describe_removal = aj_task_row_describe_removal;
  row_class->fill_removal = aj_task_row_fill_removal;
}

static void
aj_task_row_init (AjTaskRow *self)
{
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->check);
  self->late = gtk_label_new (_ ("late"));
  gtk_widget_set_valign (self->late, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->late, "tag");
  gtk_widget_add_css_class (self->late, "tag-error");
  gtk_widget_set_visible (self->late, FALSE);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->late);
}

GtkWidget *
aj_task_row_new (AjServices *services, AjRecord *task)
{
  AjTaskRow *self = g_object_new (AJ_TYPE_TASK_ROW, NULL);

  aj_record_row_set_record (AJ_RECORD_ROW (self), services, task);
  return GTK_WIDGET (self);
}
