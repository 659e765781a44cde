/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-membership-row.h"

#include <glib/gi18n-lib.h>

struct _AjMembershipRow
{
  AjRecordRow parent_instance;

  const char *field; /* that names what it leads to */
};

G_DEFINE_FINAL_TYPE (AjMembershipRow, aj_membership_row, AJ_TYPE_RECORD_ROW)

static void
aj_membership_row_follow (AjRecordRow *row)
{
  aj_record_row_follow_field (row, 0, AJ_MEMBERSHIP_ROW (row)->field);
}

static void
aj_membership_row_update (AjRecordRow *row)
{
  const char *other = aj_record_row_get_other_title (row, 0);
  const char *title = other != NULL ? other : "";
  g_autofree char *role = aj_record_display (aj_record_row_get_record (row), "role");
  g_autofree char *time = aj_record_row_show_time (row);
  g_autofree char *text = *time != '\0' ? g_strdup_printf ("%s · %s", role, time) : g_strdup (role);

  aj_record_row_show (row, title, text, title);
}

static char *
aj_membership_row_describe_removal (AjRecordRow *row)
{
  /* Translators: who gave up a seat, or the group it was in. */
  return g_strdup_printf (_ ("Remove membership of %s"),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
aj_membership_row_class_init (AjMembershipRowClass *klass)
{
  static const char *const fields[] = { "role", "from", "until", "notes", NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  row_class->fields = fields;
  row_class->can_open = TRUE;
  row_class->follow = aj_membership_row_follow;
  row_class->update = aj_membership_row_update;
  row_class->describe_removal = aj_membership_row_describe_removal;
}

static void
aj_membership_row_init (AjMembershipRow *self)
{
}

GtkWidget *
aj_membership_row_new (AjServices *services, AjRecord *record, const char *other)
{
  AjMembershipRow *self = g_object_new (AJ_TYPE_MEMBERSHIP_ROW, NULL);

  self->field = other;
  aj_record_row_set_record (AJ_RECORD_ROW (self), services, record);
  return GTK_WIDGET (self);
}
