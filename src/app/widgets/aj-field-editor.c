/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field-editor.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget; /* (unowned): a child */
  char *part;        /* (owned) (nullable) */
} Control;

typedef struct
{
  const AjField *field;
  AjServices *services; /* (owned) (nullable) */
  char *title;          /* (owned) */
  GArray *controls;     /* (owned) (element-type Control) */
  GtkWidget *suffix;    /* (owned) (nullable) */
  guint serial;
  gboolean touched;
  gboolean showing;
  gboolean faulty;
} AjFieldEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AjFieldEditor, aj_field_editor, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AjFieldEditorPrivate *
get_private (AjFieldEditor *self)
{
  return aj_field_editor_get_instance_private (self);
}

static void
control_clear (gpointer data)
{
  Control *control = data;

  g_free (control->part);
}

static void
aj_field_editor_dispose (GObject *object)
{
  AjFieldEditorPrivate *priv = get_private (AJ_FIELD_EDITOR (object));

  g_clear_object (&priv->suffix);
  g_clear_object (&priv->services);
  g_array_set_size (priv->controls, 0);
  G_OBJECT_CLASS (aj_field_editor_parent_class)->dispose (object);
}

static void
aj_field_editor_finalize (GObject *object)
{
  AjFieldEditorPrivate *priv = get_private (AJ_FIELD_EDITOR (object));

  g_free (priv->title);
  g_array_unref (priv->controls);
  G_OBJECT_CLASS (aj_field_editor_parent_class)->finalize (object);
}

static gboolean
aj_field_editor_grab_focus (GtkWidget *widget)
{
  AjFieldEditorPrivate *priv = get_private (AJ_FIELD_EDITOR (widget));

  return priv->controls->len > 0 &&
         gtk_widget_grab_focus (g_array_index (priv->controls, Control, 0).widget);
}

static void
aj_field_editor_class_init (AjFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_field_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_field_editor_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = aj_field_editor_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_field_editor_init (AjFieldEditor *self)
{
  AjFieldEditorPrivate *priv = get_private (self);

  priv->controls = g_array_new (FALSE, TRUE, sizeof (Control));
  g_array_set_clear_func (priv->controls, control_clear);
}

static GType
get_editor_type (const AjField *field)
{
  switch (field->kind)
    {
    case AJ_FIELD_TEXT:
      return field->multiline ? aj_field_editor_note_get_type ()
                              : aj_field_editor_entry_get_type ();
    case AJ_FIELD_BOOLEAN:
      return aj_field_editor_switch_get_type ();
    case AJ_FIELD_DATE:
      return aj_field_editor_date_get_type ();
    case AJ_FIELD_WALL_TIME:
      return aj_field_editor_moment_get_type ();
    case AJ_FIELD_CHOICE:
      return aj_field_editor_choice_get_type ();
    case AJ_FIELD_REFERENCE:
      return aj_field_editor_reference_get_type ();
    case AJ_FIELD_INTEGER:
    case AJ_FIELD_REAL:
    case AJ_FIELD_TIME:
    default:
      return aj_field_editor_entry_get_type ();
    }
}

AjFieldEditor *
aj_field_editor_new (const AjField *field)
{
  AjFieldEditor *self = g_object_new (get_editor_type (field), NULL);

  get_private (self)->field = field;
  AJ_FIELD_EDITOR_GET_CLASS (self)->build (self);
  aj_field_editor_set_title (self, aj_field_get_label (field));
  return self;
}

const AjField *
aj_field_editor_get_field (AjFieldEditor *self)
{
  return get_private (self)->field;
}

AjServices *
aj_field_editor_get_services (AjFieldEditor *self)
{
  return get_private (self)->services;
}

void
aj_field_editor_set_services (AjFieldEditor *self, AjServices *services)
{
  if (g_set_object (&get_private (self)->services, services) &&
      AJ_FIELD_EDITOR_GET_CLASS (self)->services_set != NULL)
    AJ_FIELD_EDITOR_GET_CLASS (self)->services_set (self);
}

void
aj_field_editor_show (AjFieldEditor *self, const AjValue *value)
{
  AjFieldEditorPrivate *priv = get_private (self);

  priv->showing = TRUE;
  AJ_FIELD_EDITOR_GET_CLASS (self)->show (self, value);
  priv->showing = FALSE;
  priv->serial++;
  aj_field_editor_settle (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
aj_field_editor_read (AjFieldEditor *self, AjValue *value, GError **error)
{
  return AJ_FIELD_EDITOR_GET_CLASS (self)->read (self, value, error);
}

char *
aj_field_editor_dup_typed (AjFieldEditor *self)
{
  AjFieldEditorPrivate *priv = get_private (self);
  GtkWidget *control = priv->controls->len > 0 ? g_array_index (priv->controls, Control, 0).widget
                                               : NULL;

  return GTK_IS_EDITABLE (control) ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (control)))
                                   : NULL;
}

gboolean
aj_field_editor_is_blank (AjFieldEditor *self)
{
  AjFieldEditorClass *klass = AJ_FIELD_EDITOR_GET_CLASS (self);

  return klass->is_blank != NULL && klass->is_blank (self);
}

void
aj_field_editor_activate (AjFieldEditor *self)
{
  AjFieldEditorClass *klass = AJ_FIELD_EDITOR_GET_CLASS (self);

  if (klass->activate != NULL)
    klass->activate (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

gboolean
aj_field_editor_is_touched (AjFieldEditor *self)
{
  return get_private (self)->touched;
}

guint
aj_field_editor_get_serial (AjFieldEditor *self)
{
  return get_private (self)->serial;
}

void
aj_field_editor_settle (AjFieldEditor *self)
{
  AjFieldEditorClass *klass = AJ_FIELD_EDITOR_GET_CLASS (self);

  get_private (self)->touched = FALSE;
  if (klass->forget_typing != NULL)
    klass->forget_typing (self);
}

static void
name_control (const char *title, const Control *control)
{
  g_autofree char *name = NULL;

  /* Translators: a field and a part of it, as a screen reader says them: "Start, time". */
  name = control->part != NULL ? g_strdup_printf (_ ("%s, %s"), title, control->part)
                               : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
aj_field_editor_set_title (AjFieldEditor *self, const char *title)
{
  AjFieldEditorPrivate *priv = get_private (self);

  g_free (priv->title);
  priv->title = g_strdup (title);
  for (guint i = 0; i < priv->controls->len; i++)
    name_control (title, &g_array_index (priv->controls, Control, i));
}

void
aj_field_editor_set_fault (AjFieldEditor *self, const char *sentence)
{
  AjFieldEditorPrivate *priv = get_private (self);

  if (sentence == NULL && !priv->faulty)
    return;
  priv->faulty = sentence != NULL;
  for (guint i = 0; i < priv->controls->len; i++)
    {
      GtkAccessible *control = GTK_ACCESSIBLE (g_array_index (priv->controls, Control, i).widget);

      gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID,
                                   sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                    : GTK_ACCESSIBLE_INVALID_FALSE,
                                   -1);
      if (sentence != NULL)
        gtk_accessible_update_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
      else
        gtk_accessible_reset_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

void
aj_field_editor_set_editable (AjFieldEditor *self, gboolean editable)
{
  AjFieldEditorPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->controls->len; i++)
    {
      GtkWidget *control = g_array_index (priv->controls, Control, i).widget;

      /* Text that may not be changed may still be read and copied. */
      if (GTK_IS_EDITABLE (control))
        gtk_editable_set_editable (GTK_EDITABLE (control), editable);
      else if (GTK_IS_TEXT_VIEW (control))
        gtk_text_view_set_editable (GTK_TEXT_VIEW (control), editable);
      else
        gtk_widget_set_sensitive (control, editable);
    }
  if (priv->suffix != NULL)
    gtk_widget_set_sensitive (priv->suffix, editable);
}

GtkWidget *
aj_field_editor_get_suffix (AjFieldEditor *self)
{
  return get_private (self)->suffix;
}

void
aj_field_editor_add_control (AjFieldEditor *self, GtkWidget *control, const char *part)
{
  Control added = { control, g_strdup (part) };

  g_array_append_val (get_private (self)->controls, added);
}

void
aj_field_editor_set_suffix (AjFieldEditor *self, GtkWidget *suffix)
{
  g_clear_object (&get_private (self)->suffix);
  get_private (self)->suffix = g_object_ref_sink (suffix);
}

void
aj_field_editor_touch (AjFieldEditor *self)
{
  AjFieldEditorPrivate *priv = get_private (self);

  if (priv->showing)
    return;
  priv->touched = TRUE;
  priv->serial++;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
aj_field_editor_finish (AjFieldEditor *self)
{
  if (!get_private (self)->showing)
    g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}
