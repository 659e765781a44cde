/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-decision-row.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-decision.h"
#include "aj-feedback.h"
#include "aj-minutes-job.h"
#include "aj-text.h"

/* Of a long one the beginning says enough; the rest is in the row when it is opened. */
#define MAX_TITLE 240

struct _AjDecisionRow
{
  AjRecordRow parent_instance;

  GtkCheckButton *check; /* (unowned): before the title */
};

G_DEFINE_FINAL_TYPE (AjDecisionRow, aj_decision_row, AJ_TYPE_RECORD_ROW)

static gboolean
is_carried_out (AjRecord *record)
{
  return g_strcmp0 (aj_record_get_text (record, "state"), AJ_DECISION_CARRIED_OUT) == 0;
}

static void
check_toggled_cb (AjDecisionRow *self)
{
  AjRecordRow *row = AJ_RECORD_ROW (self);
  AjRecord *record = aj_record_row_get_record (row);
  const gboolean active = gtk_check_button_get_active (self->check);
  g_autoptr (AjEdit) edit = NULL;

  if (!aj_record_is_loaded (record) || active == is_carried_out (record))
    return;
  edit = aj_minutes_job_set_carried_out (aj_services_get_store (aj_record_row_get_services (row)),
                                         aj_record_get_values (record), active);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
show_check (AjDecisionRow *self, const char *title)
{
  AjRecordRow *row = AJ_RECORD_ROW (self);
  AjRecord *record = aj_record_row_get_record (row);
  /* Translators: a box to tick; a decision. */
  g_autofree char *name = g_strdup_printf (_ ("Carried out: %s"), title);

  aj_accessible_set_name (GTK_WIDGET (self->check), name);
  gtk_check_button_set_active (self->check, is_carried_out (record));
  gtk_widget_set_sensitive (GTK_WIDGET (self->check),
                            aj_record_is_loaded (record) &&
                                !aj_store_is_read_only (
                                    aj_services_get_store (aj_record_row_get_services (row))));
}

static void
aj_decision_row_update (AjRecordRow *row)
{
  AjRecord *record = aj_record_row_get_record (row);
  const AjValues *values = aj_record_get_values (record);
  g_autofree char *whole = aj_record_display (record, "text");
  g_autofree char *title = aj_text_truncate_utf16 (whole, MAX_TITLE);
  g_autofree char *state = aj_record_display (record, "state");
  g_autofree char *number = values != NULL ? aj_decision_dup_number (values) : NULL;
  /* Translators: under a decision: its number ("2026-7") and what became of it. */
  g_autofree char *text = number != NULL
                              ? g_strdup_printf (_ ("Decision %1$s · %2$s"), number, state)
                              : g_strdup (state);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), title, text);

  aj_record_row_show (row, title, text, name);
  show_check (AJ_DECISION_ROW (row), title);
}

static void
aj_decision_row_follow (AjRecordRow *row)
{
  aj_record_row_follow_field (row, 0, NULL);
}

static char *
aj_decision_row_describe_removal (AjRecordRow *row)
{
  const AjValues *values = aj_record_get_values (aj_record_row_get_record (row));
  g_autofree char *number = values != NULL ? aj_decision_dup_number (values) : NULL;

  /* Translators: the number of a decision. */
  return g_strdup_printf (_ ("Remove decision %s"), number != NULL ? number : "–");
}

static void
aj_decision_row_class_init (AjDecisionRowClass *klass)
{
  static const char *const fields[] = { "text", "explanation", "state", "replaced-by", NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  row_class->fields = fields;
  row_class->follow = aj_decision_row_follow;
  row_class->update = aj_decision_row_update;
  row_class->describe_removal = aj_decision_row_describe_removal;
}

static void
aj_decision_row_init (AjDecisionRow *self)
{
  GtkWidget *check = gtk_check_button_new ();

  self->check = GTK_CHECK_BUTTON (check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _ ("It is carried out"));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
aj_decision_row_new (AjServices *services, AjRecord *record)
{
  AjDecisionRow *self = g_object_new (AJ_TYPE_DECISION_ROW, NULL);

  aj_record_row_set_record (AJ_RECORD_ROW (self), services, record);
  return GTK_WIDGET (self);
}
