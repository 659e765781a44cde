/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-position-row.h"

#include <glib/gi18n-lib.h>

#include "aj-text.h"

struct _AjPositionRow
{
  AjRecordRow parent_instance;

  gboolean of_person; /* it is seen from the person, and leads to the organisation */
};

G_DEFINE_FINAL_TYPE (AjPositionRow, aj_position_row, AJ_TYPE_RECORD_ROW)

static void
aj_position_row_follow (AjRecordRow *row)
{
  aj_record_row_follow_field (row, 0, AJ_POSITION_ROW (row)->of_person ? "organisation" : "person");
}

/* Seen from a person it is the function that is looked for, seen from an organisation the person. */
static void
aj_position_row_update (AjRecordRow *row)
{
  gboolean of_person = AJ_POSITION_ROW (row)->of_person;
  const char *function = aj_text_or_null (
      aj_record_get_text (aj_record_row_get_record (row), "function"));
  const char *other = aj_record_row_get_other_title (row, 0);
  const char *first = of_person && function != NULL ? function : other;
  const char *second = of_person && function != NULL ? other : of_person ? NULL : function;
  const char *title = first != NULL ? first : "";
  g_autofree char *time = aj_record_row_show_time (row);
  g_autoptr (GString) subtitle = g_string_new (second);

  if (*time != '\0')
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", time);
  aj_record_row_show (row, title, subtitle->str, title);
}

static char *
aj_position_row_describe_removal (AjRecordRow *row)
{
  /* Translators: a function that somebody had, or whose it was. */
  return g_strdup_printf (_ ("Remove function: %s"),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
aj_position_row_class_init (AjPositionRowClass *klass)
{
  static const char *const fields[] = {
    "function", "organisation", "from", "until", "notes", NULL
  };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  row_class->fields = fields;
  row_class->can_open = TRUE;
  row_class->follow = aj_position_row_follow;
  row_class->update = aj_position_row_update;
  row_class->describe_removal = aj_position_row_describe_removal;
}

static void
aj_position_row_init (AjPositionRow *self)
{
}

GtkWidget *
aj_position_row_new (AjServices *services, AjRecord *position, const char *from)
{
  AjPositionRow *self = g_object_new (AJ_TYPE_POSITION_ROW, NULL);

  self->of_person = g_str_equal (from, "person");
  aj_record_row_set_record (AJ_RECORD_ROW (self), services, position);
  return GTK_WIDGET (self);
}
