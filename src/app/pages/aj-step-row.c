/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-step-row.h"

#include <glib/gi18n-lib.h>

#include "aj-checklist.h"
#include "aj-phrase.h"

struct _AjStepRow
{
  AjRecordRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AjStepRow, aj_step_row, AJ_TYPE_RECORD_ROW)

static void
aj_step_row_follow (AjRecordRow *row)
{
  aj_record_row_follow_field (row, 0, "assignee");
}

static void
aj_step_row_update (AjRecordRow *row)
{
  AjRecord *step = aj_record_row_get_record (row);
  const AjValues *values = aj_record_get_values (step);
  const char *name = values != NULL ? aj_values_get_text (values, "name") : NULL;
  g_autofree char *days = NULL, *role = NULL, *known = NULL, *done = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (name == NULL)
    return;
  days = aj_checklist_format_days ((int) aj_values_get_integer (values, "days"));
  role = aj_record_display (step, "role");
  known = aj_record_display (step, "done-when");
  aj_phrase_append (text, " · ", days);
  aj_phrase_append (text, " · ", *role != '\0' ? role : aj_record_row_get_other_title (row, 0));
  if (*known != '\0')
    {
      /* Translators: how a step of the checklist is ticked off by itself; %s: "the agenda is out". */
      done = g_strdup_printf (_ ("done when %s"), known);
      aj_phrase_append (text, " · ", done);
    }
  aj_record_row_show (row, name, text->str, name);
}

static char *
aj_step_row_describe_removal (AjRecordRow *row)
{
  /* Translators: a line of history; what every meeting of a cycle was prepared with. */
  return g_strdup_printf (_ ("Remove step “%s” for every meeting"),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
aj_step_row_class_init (AjStepRowClass *klass)
{
  static const char *const fields[] = { "name", "days", "role", "assignee", "done-when", NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  row_class->fields = fields;
  row_class->follow = aj_step_row_follow;
  row_class->update = aj_step_row_update;
  row_class->describe_removal = aj_step_row_describe_removal;
}

static void
aj_step_row_init (AjStepRow *self)
{
}

GtkWidget *
aj_step_row_new (AjServices *services, AjRecord *step)
{
  AjStepRow *self = g_object_new (AJ_TYPE_STEP_ROW, NULL);

  aj_record_row_set_record (AJ_RECORD_ROW (self), services, step);
  return GTK_WIDGET (self);
}
