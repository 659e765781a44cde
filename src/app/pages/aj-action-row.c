/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-action-row.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-minutes-job.h"
#include "aj-phrase.h"
#include "aj-task.h"

struct _AjActionRow
{
  AjRecordRow parent_instance;

  AjDate agreed_on;      /* AJ_DATE_NONE: not told */
  GtkCheckButton *check; /* (unowned): before the title */
};

G_DEFINE_FINAL_TYPE (AjActionRow, aj_action_row, AJ_TYPE_RECORD_ROW)

static gboolean
has_state (AjRecord *record, const char *state)
{
  return g_strcmp0 (aj_record_get_text (record, "state"), state) == 0;
}

static void
check_toggled_cb (AjActionRow *self)
{
  AjRecordRow *row = AJ_RECORD_ROW (self);
  AjRecord *record = aj_record_row_get_record (row);
  const gboolean done = gtk_check_button_get_active (self->check);
  g_autoptr (AjEdit) edit = NULL;

  if (!aj_record_is_loaded (record) || done == has_state (record, AJ_TASK_DONE))
    return;
  edit = aj_minutes_job_set_done (aj_services_get_store (aj_record_row_get_services (row)),
                                  aj_record_get_values (record), done);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
append_due (AjActionRow *self, GString *text)
{
  AjRecordRow *row = AJ_RECORD_ROW (self);
  AjRecord *record = aj_record_row_get_record (row);
  g_autofree char *day = aj_date_format_short (aj_record_get_date (record, "due"));
  g_autofree char *overdue = NULL;

  if (*day == '\0')
    return;
  /* Translators: a day that is over: "Thu 12 Mar 2026 (overdue)". */
  overdue = g_strdup_printf (_ ("%s (overdue)"), day);
  aj_phrase_append (text, " · ",
                    aj_task_is_overdue (aj_record_get_values (record),
                                        aj_services_get_today (aj_record_row_get_services (row)))
                        ? overdue
                        : day);
}

static void
append_meeting (AjActionRow *self, GString *text)
{
  g_autofree char *day = aj_date_format_day_month (self->agreed_on);
  g_autofree char *from = NULL;

  if (*day == '\0')
    return;
  /* Translators: the day of a meeting that agreed on something. */
  from = g_strdup_printf (_ ("agreed on %s"), day);
  aj_phrase_append (text, " · ", from);
}

static void
show_check (AjActionRow *self)
{
  AjRecordRow *row = AJ_RECORD_ROW (self);
  AjRecord *record = aj_record_row_get_record (row);
  const gboolean done = has_state (record, AJ_TASK_DONE);

  gtk_check_button_set_active (self->check, done);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check),
                            aj_record_is_loaded (record) &&
                                !aj_store_is_read_only (
                                    aj_services_get_store (aj_record_row_get_services (row))));
  if (aj_record_is_loaded (record) && !aj_task_is_open (aj_record_get_values (record)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
}

static void
aj_action_row_update (AjRecordRow *row)
{
  AjActionRow *self = AJ_ACTION_ROW (row);
  AjRecord *record = aj_record_row_get_record (row);
  g_autofree char *title = aj_record_display (record, "name");
  g_autofree char *state = aj_record_display (record, "state");
  g_autofree char *check_name = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const char *who = aj_record_row_get_other_title (row, 0);

  if (aj_record_is_loaded (record))
    {
      aj_phrase_append (text, " · ", who != NULL ? who : _ ("nobody named"));
      append_due (self, text);
      append_meeting (self, text);
      if (!has_state (record, AJ_TASK_OPEN))
        aj_phrase_append (text, " · ", state);
    }
  name = g_strdup_printf (_ ("%s, %s"), title, text->str);
  aj_record_row_show (row, title, text->str, name);
  /* Translators: a box to tick; what is to be done. */
  check_name = g_strdup_printf (_ ("Done: %s"), title);
  aj_accessible_set_name (GTK_WIDGET (self->check), check_name);
  show_check (self);
}

static void
aj_action_row_follow (AjRecordRow *row)
{
  aj_record_row_follow_field (row, 0, "assignee");
}

static char *
aj_action_row_describe_removal (AjRecordRow *row)
{
  /* Translators: what was to be done. */
  return g_strdup_printf (_ ("Remove action point “%s”"),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
aj_action_row_class_init (AjActionRowClass *klass)
{
  static const char *const fields[] = { "name", "assignee", "due", "state", "notes", NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  row_class->fields = fields;
  row_class->follow = aj_action_row_follow;
  row_class->update = aj_action_row_update;
  row_class->describe_removal = aj_action_row_describe_removal;
}

static void
aj_action_row_init (AjActionRow *self)
{
  GtkWidget *check = gtk_check_button_new ();

  self->check = GTK_CHECK_BUTTON (check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _ ("It is done"));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
aj_action_row_new (AjServices *services, AjRecord *record, AjDate agreed_on)
{
  AjActionRow *self = g_object_new (AJ_TYPE_ACTION_ROW, NULL);

  self->agreed_on = agreed_on;
  aj_record_row_set_record (AJ_RECORD_ROW (self), services, record);
  return GTK_WIDGET (self);
}
