/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-field-row.h"

struct _AjRecordForm
{
  GtkBox parent_instance;

  const AjRecordType *type;
  GPtrArray *rows; /* (owned) (element-type AjFieldRow): borrowed, they are children */
};

G_DEFINE_FINAL_TYPE (AjRecordForm, aj_record_form, GTK_TYPE_BOX)

static void
add_row (AjRecordForm *self, AdwPreferencesGroup *group, const char *field)
{
  GtkWidget *row = aj_field_row_new (self->type, field);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_group (AjRecordForm *self, const AjRecordFormGroup *described)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (described->title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (described->title));
  if (described->fields != NULL)
    {
      for (guint i = 0; described->fields[i] != NULL; i++)
        add_row (self, ADW_PREFERENCES_GROUP (group), described->fields[i]);
    }
  else
    {
      for (guint i = 0; i < self->type->n_fields; i++)
        if (!self->type->fields[i].internal)
          add_row (self, ADW_PREFERENCES_GROUP (group), self->type->fields[i].name);
    }
  aj_accessible_name_lists (group, described->title != NULL
                                       ? _ (described->title)
                                       : aj_record_type_get_label (self->type));
  gtk_box_append (GTK_BOX (self), group);
}

static void
aj_record_form_dispose (GObject *object)
{
  g_ptr_array_set_size (AJ_RECORD_FORM (object)->rows, 0);
  G_OBJECT_CLASS (aj_record_form_parent_class)->dispose (object);
}

static void
aj_record_form_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_RECORD_FORM (object)->rows);
  G_OBJECT_CLASS (aj_record_form_parent_class)->finalize (object);
}

static void
aj_record_form_class_init (AjRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_record_form_finalize;
}

static void
aj_record_form_init (AjRecordForm *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

AjRecordForm *
aj_record_form_new (const AjRecordType *type, const AjRecordFormGroup *groups, guint n_groups)
{
  static const AjRecordFormGroup everything = { NULL, NULL };
  AjRecordForm *self = g_object_new (AJ_TYPE_RECORD_FORM, NULL);

  self->type = type;
  if (groups == NULL)
    add_group (self, &everything);
  for (guint i = 0; groups != NULL && i < n_groups; i++)
    add_group (self, &groups[i]);
  return self;
}

void
aj_record_form_set_services (AjRecordForm *self, AjServices *services)
{
  for (guint i = 0; i < self->rows->len; i++)
    aj_field_row_set_services (g_ptr_array_index (self->rows, i), services);
}

void
aj_record_form_set_record (AjRecordForm *self, AjRecord *record)
{
  for (guint i = 0; i < self->rows->len; i++)
    aj_field_row_set_record (g_ptr_array_index (self->rows, i), record);
}

static AjFieldRow *
find_row (AjRecordForm *self, const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AjFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *name = NULL;

      g_object_get (row, "field", &name, NULL);
      if (field == NULL || g_str_equal (name, field))
        return row;
    }
  return NULL;
}

gboolean
aj_record_form_focus_field (AjRecordForm *self, const char *field)
{
  AjFieldRow *row = find_row (self, field);

  /* An entry selects its text when it takes the focus. */
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
aj_record_form_save (AjRecordForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    aj_field_row_save (g_ptr_array_index (self->rows, i));
}
