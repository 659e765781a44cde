/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-standing-row.h"

#include <glib/gi18n-lib.h>

struct _AjStandingRow
{
  AjRecordRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AjStandingRow, aj_standing_row, AJ_TYPE_RECORD_ROW)

static void
aj_standing_row_follow (AjRecordRow *row)
{
}

static void
aj_standing_row_update (AjRecordRow *row)
{
  const AjValues *item = aj_record_get_values (aj_record_row_get_record (row));
  const char *name = item != NULL ? aj_values_get_text (item, "name") : NULL;
  g_autofree char *minutes = NULL, *text = NULL;
  guint n;

  if (name == NULL)
    return;
  n = (guint) aj_values_get_integer (item, "minutes");
  minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", n), n);
  text = aj_values_get_boolean (item, "at-end")
             /* Translators: minutes, and the place of an item on every agenda. */
             ? g_strdup_printf ("%s · %s", minutes, _ ("at the end"))
             : g_strdup (minutes);
  aj_record_row_show (row, name, text, name);
}

static char *
aj_standing_row_describe_removal (AjRecordRow *row)
{
  /* Translators: a line of history; what stood on every agenda. */
  return g_strdup_printf (_ ("Remove standing item “%s”"),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
aj_standing_row_class_init (AjStandingRowClass *klass)
{
  static const char *const fields[] = { "name", "minutes", "kind", "at-end", "position", NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  row_class->fields = fields;
  row_class->follow = aj_standing_row_follow;
  row_class->update = aj_standing_row_update;
  row_class->describe_removal = aj_standing_row_describe_removal;
}

static void
aj_standing_row_init (AjStandingRow *self)
{
}

GtkWidget *
aj_standing_row_new (AjServices *services, AjRecord *item)
{
  AjStandingRow *self = g_object_new (AJ_TYPE_STANDING_ROW, NULL);

  aj_record_row_set_record (AJ_RECORD_ROW (self), services, item);
  return GTK_WIDGET (self);
}
