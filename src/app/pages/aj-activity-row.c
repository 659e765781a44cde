/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-row.h"

#include <glib/gi18n.h>

#include "aj-activity-line.h"
#include "aj-activity.h"
#include "aj-text.h"

struct _AjActivityRow
{
  AjRecordRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AjActivityRow, aj_activity_row, AJ_TYPE_RECORD_ROW)

static void
append_part (GString *text, const char *part)
{
  if (aj_text_or_null (part) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
aj_activity_row_follow (AjRecordRow *row)
{
  aj_record_row_follow_field (row, 0, "organisation");
}

static void
aj_activity_row_update (AjRecordRow *row)
{
  AjRecord *record = aj_record_row_get_record (row);
  const AjValues *activity = aj_record_get_values (record);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *time = NULL;
  g_autofree char *targets = NULL;
  g_autofree char *state = NULL;
  g_autofree char *name = NULL;

  if (activity == NULL)
    return;
  time = aj_activity_line_dup_time (activity);
  targets = aj_activity_line_dup_targets (activity);
  state = aj_record_display (record, "state");
  append_part (text, time);
  append_part (text, aj_record_row_get_other_title (row, 0));
  append_part (text, aj_values_get_text (activity, "place"));
  append_part (text, targets);
  append_part (text, state);
  name = g_strdup_printf (_ ("%s, %s"), aj_values_get_text (activity, "name"), text->str);
  aj_record_row_show (row, aj_values_get_text (activity, "name"), text->str, name);
}

static char *
aj_activity_row_describe_removal (AjRecordRow *row)
{
  /* Translators: a line of history; the title of an activity. */
  return g_strdup_printf (_ ("Remove activity “%s”"),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
aj_activity_row_class_init (AjActivityRowClass *klass)
{
  static const char *const fields[] = {
    "name",          "organisation",   "for-business", "for-youth", "for-elderly",
    "for-residents", "date",           "from",         "until",     "place",
    "address",       "kind",           "access",       "partners",  "intervention",
    "contact",       "expected-reach", "actual-reach", "link",      "state",
    "remarks",       "worked",         NULL,
  };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  row_class->fields = fields;
  row_class->follow = aj_activity_row_follow;
  row_class->update = aj_activity_row_update;
  row_class->describe_removal = aj_activity_row_describe_removal;
}

static void
aj_activity_row_init (AjActivityRow *self)
{
}

GtkWidget *
aj_activity_row_new (AjServices *services, AjRecord *activity)
{
  AjActivityRow *self = g_object_new (AJ_TYPE_ACTIVITY_ROW, NULL);

  aj_record_row_set_record (AJ_RECORD_ROW (self), services, activity);
  return GTK_WIDGET (self);
}
