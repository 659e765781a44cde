/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field-row.h"

#include <glib/gi18n-lib.h>

#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-record-summary.h"

struct _AjFieldRow
{
  AjEditorRow parent_instance;

  char *type_name;  /* (owned): construct-only */
  char *field_name; /* (owned): construct-only */
  const AjRecordType *type;
  guint index;           /* of the field in its table */
  AjFieldEditor *editor; /* (unowned): the row's */

  AjServices *services; /* (owned) (nullable) */
  AjRecord *record;     /* (owned) (nullable) */
  AjValues *base;       /* (owned) (nullable): the record as it was when the person began to type */
  guint saving_serial;  /* what is being saved; 0: nothing */
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (AjFieldRow, aj_field_row, AJ_TYPE_EDITOR_ROW)

typedef enum
{
  PROP_SERVICES = 1,
  PROP_RECORD,
  PROP_RECORD_TYPE,
  PROP_FIELD,
  PROP_EDITABLE,
} AjFieldRowProperty;

static GParamSpec *properties[PROP_EDITABLE + 1];

/* A save under way: the row may be gone, or show another record, when it is done. */
typedef struct
{
  AjFieldRow *row;  /* (nullable): weak */
  AjRecord *record; /* (owned) */
  guint serial;
} Saving;

static void
show_fault (AjFieldRow *self, const char *sentence)
{
  aj_editor_row_show_fault (AJ_EDITOR_ROW (self), sentence);
}

static const AjValue *
get_stored (AjFieldRow *self)
{
  static const AjValue none = AJ_VALUE_INIT;
  const AjValues *values = self->record != NULL ? aj_record_get_values (self->record) : NULL;

  return values != NULL ? aj_values_peek (values, self->index) : &none;
}

static void
show_stored (AjFieldRow *self)
{
  g_clear_pointer (&self->base, aj_values_unref);
  show_fault (self, NULL);
  aj_field_editor_show (self->editor, get_stored (self));
}

/* An entry that loses the cursor by becoming insensitive does not hear of it, and goes on blinking. */
static void
give_up_focus (AjFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

static void
update_editable (AjFieldRow *self)
{
  gboolean there = self->record != NULL && self->services != NULL &&
                   aj_record_is_loaded (self->record) && !aj_record_is_removed (self->record);
  gboolean editable = there && self->editable &&
                      !aj_store_is_read_only (aj_services_get_store (self->services));

  if (!there)
    give_up_focus (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), there);
  aj_field_editor_set_editable (self->editor, editable);
}

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->row);
  g_object_unref (saving->record);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  AjFieldRow *self = saving->row;

  if (self == NULL || self->editor == NULL || self->record != saving->record)
    return;
  self->saving_serial = 0;
  if (aj_field_editor_get_serial (self->editor) != saving->serial)
    {
      /* The person typed on: from here it is a change of what was just saved. */
      if (error == NULL && self->base != NULL)
        {
          aj_values_unref (self->base);
          self->base = aj_values_ref (aj_record_get_values (self->record));
        }
      return;
    }
  /* Cancelled: somebody else changed the field, and the person chose to keep that. */
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_stored (self);
  else
    show_fault (self, error->message);
}

/* The rules of the record, so that what they say appears in the row; the store checks again. */
static gboolean
check (AjFieldRow *self, const AjValue *value, GError **error)
{
  const AjValues *before = aj_record_get_values (self->record);
  g_autoptr (AjValues) after = aj_values_copy (before);

  aj_values_set (after, self->index, value);
  aj_values_follow (before, after, G_GUINT64_CONSTANT (1) << self->index);
  aj_values_prepare (before, after);
  return aj_values_check (after, NULL, error);
}

/* A line of history. What is short enough to say is said. */
static char *
make_label (AjFieldRow *self, const AjField *field, const AjValue *value)
{
  g_autoptr (AjRecordSummary) summary =
      aj_record_summary_new (aj_services_get_store (self->services), self->record);
  const char *name = aj_record_summary_get_title (summary);
  g_autofree char *shown = aj_field_display (field, value);

  if (field->kind == AJ_FIELD_TEXT || field->kind == AJ_FIELD_REFERENCE ||
      field->kind == AJ_FIELD_BOOLEAN || *shown == '\0')
    /* Translators: a field's label, and the person, meeting … it belongs to: "Change Phone of Jan de Vries". */
    return g_strdup_printf (_ ("Change %s of %s"), aj_field_get_label (field), name);
  /* Translators: a field's label, what it belongs to, and its new value: "Change Start of Meeting to Thu 12 Mar 10:00". */
  return g_strdup_printf (_ ("Change %1$s of %2$s to %3$s"), aj_field_get_label (field), name,
                          shown);
}

static void
commit (AjFieldRow *self, const AjValue *value)
{
  const AjField *field = &self->type->fields[self->index];
  g_autofree char *label = make_label (self, field, value);
  /* Moving something is offered back, by whatever door it was moved. */
  AjCommitMode mode = field->kind == AJ_FIELD_WALL_TIME ? AJ_COMMIT_OFFER_UNDO : AJ_COMMIT_QUIET;
  g_autoptr (AjEdit) edit = aj_edit_new (aj_services_get_store (self->services), label);
  Saving *saving = g_new0 (Saving, 1);
  AjValues *changed;

  changed = aj_edit_change_values (edit, self->base);
  aj_values_set (changed, self->index, value);
  aj_values_follow (self->base, changed, G_GUINT64_CONSTANT (1) << self->index);
  g_set_weak_pointer (&saving->row, self);
  saving->record = g_object_ref (self->record);
  saving->serial = aj_field_editor_get_serial (self->editor);
  self->saving_serial = saving->serial;
  aj_feedback_commit (GTK_WIDGET (self), edit, mode, saved_cb, saving);
}

/* FALSE, with a sentence, when what was typed cannot be saved. */
static gboolean
save (AjFieldRow *self, GError **error)
{
  g_auto (AjValue) value = AJ_VALUE_INIT;

  /* Of a record that is gone, by undo for one, there is nothing left to save. */
  if (self->base == NULL || aj_record_get_values (self->record) == NULL ||
      !aj_field_editor_is_touched (self->editor) ||
      self->saving_serial == aj_field_editor_get_serial (self->editor))
    return TRUE;
  if (!aj_field_editor_read (self->editor, &value, error))
    return FALSE;
  if (aj_value_equal (&value, aj_values_peek (self->base, self->index)))
    {
      show_stored (self);
      return TRUE;
    }
  if (!check (self, &value, error))
    return FALSE;
  show_fault (self, NULL);
  commit (self, &value);
  return TRUE;
}

static void
aj_field_row_changed (AjEditorRow *row)
{
  AjFieldRow *self = AJ_FIELD_ROW (row);

  if (self->base != NULL || self->record == NULL || !aj_field_editor_is_touched (self->editor))
    return;
  if (aj_record_is_loaded (self->record))
    self->base = aj_values_ref (aj_record_get_values (self->record));
}

static void
aj_field_row_finished (AjEditorRow *row)
{
  aj_field_row_save (AJ_FIELD_ROW (row));
}

/* Whether what was typed is what is stored by now. */
static gboolean
is_stored (AjFieldRow *self)
{
  g_auto (AjValue) value = AJ_VALUE_INIT;

  return self->saving_serial == 0 && aj_editor_row_get_fault (AJ_EDITOR_ROW (self)) != NULL &&
         aj_field_editor_read (self->editor, &value, NULL) &&
         aj_value_equal (&value, get_stored (self));
}

static void
record_notify_cb (AjFieldRow *self, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "loaded") || g_str_equal (pspec->name, "removed"))
    update_editable (self);
  else if (!g_str_equal (pspec->name, self->field_name))
    return;
  /* What the person is typing is not taken away; saving it will find out about the other change. What was refused and has come
   * true since, by what another field brought along, is no fault any more. */
  if (!aj_field_editor_is_touched (self->editor) || is_stored (self))
    show_stored (self);
}

static gboolean
escape_pressed_cb (GtkEventControllerKey *controller,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   AjFieldRow *self)
{
  if (keyval != GDK_KEY_Escape || !aj_field_editor_is_touched (self->editor))
    return FALSE;
  show_stored (self);
  return TRUE;
}

static void
aj_field_row_constructed (GObject *object)
{
  AjFieldRow *self = AJ_FIELD_ROW (object);
  int index;

  G_OBJECT_CLASS (aj_field_row_parent_class)->constructed (object);

  self->type = aj_record_type_lookup (self->type_name);
  index = self->type != NULL ? aj_record_type_find (self->type, self->field_name) : -1;
  if (index < 0)
    g_error ("there is no field “%s” of “%s”", self->field_name, self->type_name);
  self->index = (guint) index;
  self->editor = aj_editor_row_set_field (AJ_EDITOR_ROW (self), &self->type->fields[index]);
  show_stored (self);
  update_editable (self);
}

static void
aj_field_row_unmap (GtkWidget *widget)
{
  aj_field_row_save (AJ_FIELD_ROW (widget));
  GTK_WIDGET_CLASS (aj_field_row_parent_class)->unmap (widget);
}

static void
aj_field_row_dispose (GObject *object)
{
  AjFieldRow *self = AJ_FIELD_ROW (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_notify_cb, self);
  self->editor = NULL;
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_field_row_parent_class)->dispose (object);
}

static void
aj_field_row_finalize (GObject *object)
{
  AjFieldRow *self = AJ_FIELD_ROW (object);

  g_clear_pointer (&self->base, aj_values_unref);
  g_free (self->type_name);
  g_free (self->field_name);
  G_OBJECT_CLASS (aj_field_row_parent_class)->finalize (object);
}

static void
aj_field_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AjFieldRow *self = AJ_FIELD_ROW (object);

  switch ((AjFieldRowProperty) prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_RECORD_TYPE:
      g_value_set_string (value, self->type_name);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field_name);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_field_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AjFieldRow *self = AJ_FIELD_ROW (object);

  switch ((AjFieldRowProperty) prop_id)
    {
    case PROP_SERVICES:
      aj_field_row_set_services (self, g_value_get_object (value));
      break;
    case PROP_RECORD:
      aj_field_row_set_record (self, g_value_get_object (value));
      break;
    case PROP_RECORD_TYPE:
      self->type_name = g_value_dup_string (value);
      break;
    case PROP_FIELD:
      self->field_name = g_value_dup_string (value);
      break;
    case PROP_EDITABLE:
      if (self->editable == g_value_get_boolean (value))
        break;
      self->editable = g_value_get_boolean (value);
      update_editable (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags plain = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags fixed = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, AJ_TYPE_SERVICES, plain);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, AJ_TYPE_RECORD, plain);
  properties[PROP_RECORD_TYPE] = g_param_spec_string ("record-type", NULL, NULL, NULL, fixed);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, fixed);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, plain);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
aj_field_row_class_init (AjFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = aj_field_row_constructed;
  object_class->dispose = aj_field_row_dispose;
  object_class->finalize = aj_field_row_finalize;
  object_class->get_property = aj_field_row_get_property;
  object_class->set_property = aj_field_row_set_property;
  widget_class->unmap = aj_field_row_unmap;
  AJ_EDITOR_ROW_CLASS (klass)->changed = aj_field_row_changed;
  AJ_EDITOR_ROW_CLASS (klass)->finished = aj_field_row_finished;
  install_properties (object_class);
}

static void
aj_field_row_init (AjFieldRow *self)
{
  GtkEventController *escape = gtk_event_controller_key_new ();

  self->editable = TRUE;
  g_signal_connect (escape, "key-pressed", G_CALLBACK (escape_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), escape);
}

GtkWidget *
aj_field_row_new (const AjRecordType *type, const char *field)
{
  return g_object_new (AJ_TYPE_FIELD_ROW, "record-type", type->name, "field", field, NULL);
}

void
aj_field_row_set_services (AjFieldRow *self, AjServices *services)
{
  g_return_if_fail (AJ_IS_FIELD_ROW (self));

  if (!g_set_object (&self->services, services))
    return;
  aj_field_editor_set_services (self->editor, services);
  update_editable (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVICES]);
}

AjRecord *
aj_field_row_get_record (AjFieldRow *self)
{
  g_return_val_if_fail (AJ_IS_FIELD_ROW (self), NULL);

  return self->record;
}

void
aj_field_row_set_record (AjFieldRow *self, AjRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (AJ_IS_FIELD_ROW (self));

  if (self->record == record)
    return;
  /* The row is about to show something else, so what is wrong with the text is said where it stays in view. */
  if (!save (self, &error))
    aj_feedback_error (GTK_WIDGET (self), error);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_notify_cb, self);
  g_set_object (&self->record, record);
  self->saving_serial = 0;
  if (record != NULL)
    g_signal_connect_swapped (record, "notify", G_CALLBACK (record_notify_cb), self);
  show_stored (self);
  update_editable (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

void
aj_field_row_save (AjFieldRow *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (AJ_IS_FIELD_ROW (self));

  if (self->editor != NULL && !save (self, &error))
    show_fault (self, error->message);
}

gboolean
aj_field_row_is_unsaved (AjFieldRow *self)
{
  g_return_val_if_fail (AJ_IS_FIELD_ROW (self), FALSE);

  return self->editor != NULL && self->base != NULL &&
         aj_record_get_values (self->record) != NULL && aj_field_editor_is_touched (self->editor);
}

const char *
aj_field_row_get_fault (AjFieldRow *self)
{
  g_return_val_if_fail (AJ_IS_FIELD_ROW (self), NULL);

  return aj_editor_row_get_fault (AJ_EDITOR_ROW (self));
}
