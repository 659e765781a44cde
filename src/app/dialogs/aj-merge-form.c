/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-merge-form.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-merge.h"
#include "aj-record-line.h"

struct _AjMergeForm
{
  AdwBin parent_instance;

  AjServices *services;   /* (owned) (nullable) */
  const AjValues *first;  /* (owned) (nullable) */
  const AjValues *second; /* (owned) (nullable) */
  /* (owned) (element-type GtkCheckButton): for field i the button of the second's value, or NULL; children */
  GPtrArray *checks;
};

G_DEFINE_FINAL_TYPE (AjMergeForm, aj_merge_form, ADW_TYPE_BIN)

static GtkWidget *
make_row (GtkWidget *child)
{
  GtkWidget *row = adw_preferences_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
make_columns (GtkWidget *left, GtkWidget *right)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (columns), left);
  gtk_box_append (GTK_BOX (columns), right);
  return columns;
}

static GtkWidget *
make_line (AjMergeForm *self, const AjValues *values)
{
  AjStore *store = aj_services_get_store (self->services);
  g_autoptr (AjRecord) record = aj_store_ref_record (store, aj_values_get_record_type (values),
                                                     aj_values_get_id (values));
  GtkWidget *line = aj_record_line_new ();

  aj_record_line_set_record (AJ_RECORD_LINE (line), store, record);
  return line;
}

/* A reference is called by the title of what it refers to, which may still have to come. */
static void
show_value (AjMergeForm *self, GtkLabel *label, const AjValues *values, guint index)
{
  const AjField *field = &aj_values_get_record_type (values)->fields[index];
  const AjValue *value = aj_values_peek (values, index);
  g_autofree char *text = NULL;

  if (field->kind == AJ_FIELD_REFERENCE && value->kind == AJ_VALUE_TEXT)
    {
      AjRecord *record = aj_store_ref_record (aj_services_get_store (self->services),
                                              aj_record_type_lookup (field->target),
                                              value->as.text);

      g_object_bind_property (record, "title", label, "label", G_BINDING_SYNC_CREATE);
      g_object_set_data_full (G_OBJECT (label), "record", record, g_object_unref);
      return;
    }
  text = aj_field_display (field, value);
  if (*text == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
  /* Translators: a field that is not filled in. */
  gtk_label_set_text (label, *text != '\0' ? text : C_ ("value", "Nothing"));
}

static void
label_changed_cb (GtkLabel *label, GParamSpec *pspec, GtkWidget *check)
{
  const AjField *field = g_object_get_data (G_OBJECT (check), "field");
  /* Translators: a field and what stands in it, as a screen reader says them: "Phone: 053". */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), aj_field_get_label (field),
                                           gtk_label_get_text (label));

  aj_accessible_set_name (check, name);
}

static GtkWidget *
make_check (AjMergeForm *self, const AjValues *values, guint index)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* A hyphen that is only there because the line ended would be read as part of a mail address. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  g_object_set_data (G_OBJECT (check), "field",
                     (gpointer) &aj_values_get_record_type (values)->fields[index]);
  g_signal_connect_object (label, "notify::label", G_CALLBACK (label_changed_cb), check, 0);
  show_value (self, GTK_LABEL (label), values, index);
  label_changed_cb (GTK_LABEL (label), NULL, check);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  return check;
}

static GtkWidget *
make_choice (AjMergeForm *self, guint index, gboolean second)
{
  const AjField *field = &aj_values_get_record_type (self->first)->fields[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (aj_field_get_label (field));
  GtkWidget *left = make_check (self, self->first, index);
  GtkWidget *right = make_check (self, self->second, index);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_check_button_set_group (GTK_CHECK_BUTTON (right), GTK_CHECK_BUTTON (left));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (second ? right : left), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), make_columns (left, right));
  gtk_widget_add_css_class (box, "merge-choice");
  self->checks->pdata[index] = right;
  return make_row (box);
}

static GtkWidget *
make_heading (AjMergeForm *self)
{
  GtkWidget *columns = make_columns (make_line (self, self->first), make_line (self, self->second));

  gtk_widget_add_css_class (columns, "merge-choice");
  return make_row (columns);
}

static gboolean
has_notes (const AjValues *values)
{
  return aj_record_type_find (aj_values_get_record_type (values), "notes") >= 0 &&
         !aj_values_is_empty (values, "notes");
}

static const char *
describe (AjMergeForm *self, guint64 choices)
{
  if (has_notes (self->first) && has_notes (self->second))
    return choices == 0 ? _ ("They say the same. The notes of both are kept.")
                        : _ ("Choose what holds. The notes of both are kept.");
  return choices == 0 ? _ ("They say the same.") : _ ("Choose what holds.");
}

static void
fill (AjMergeForm *self)
{
  const AjRecordType *type = aj_values_get_record_type (self->first);
  guint64 choices = aj_merge_list_choices (self->first, self->second);
  guint64 likely = aj_merge_list_likely (self->first, self->second);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), describe (self, choices));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_heading (self));
  g_ptr_array_set_size (self->checks, (int) type->n_fields);
  for (guint i = 0; i < type->n_fields; i++)
    if ((choices & (G_GUINT64_CONSTANT (1) << i)) != 0)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_choice (self, i,
                                              (likely & (G_GUINT64_CONSTANT (1) << i)) != 0));
  aj_accessible_name_lists (group, _ ("What they say"));
  adw_bin_set_child (ADW_BIN (self), group);
}

static void
aj_merge_form_dispose (GObject *object)
{
  AjMergeForm *self = AJ_MERGE_FORM (object);

  g_ptr_array_set_size (self->checks, 0);
  g_clear_pointer (&self->first, aj_values_unref);
  g_clear_pointer (&self->second, aj_values_unref);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_merge_form_parent_class)->dispose (object);
}

static void
aj_merge_form_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_MERGE_FORM (object)->checks);
  G_OBJECT_CLASS (aj_merge_form_parent_class)->finalize (object);
}

static void
aj_merge_form_class_init (AjMergeFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_merge_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_merge_form_finalize;
}

static void
aj_merge_form_init (AjMergeForm *self)
{
  self->checks = g_ptr_array_new ();
}

void
aj_merge_form_set_services (AjMergeForm *self, AjServices *services)
{
  g_set_object (&self->services, services);
}

void
aj_merge_form_set_pair (AjMergeForm *self, const AjValues *first, const AjValues *second)
{
  g_ptr_array_set_size (self->checks, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->first, aj_values_unref);
  g_clear_pointer (&self->second, aj_values_unref);
  if (first == NULL || second == NULL)
    return;
  self->first = aj_values_ref (first);
  self->second = aj_values_ref (second);
  fill (self);
}

guint64
aj_merge_form_get_from_second (AjMergeForm *self)
{
  guint64 from_second = 0;

  for (guint i = 0; i < self->checks->len; i++)
    if (self->checks->pdata[i] != NULL && gtk_check_button_get_active (self->checks->pdata[i]))
      from_second |= G_GUINT64_CONSTANT (1) << i;
  return from_second;
}
