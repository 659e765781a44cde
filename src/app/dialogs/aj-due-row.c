/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-due-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-wrap-box.h"

struct _AjDueRow
{
  GtkListBoxRow parent_instance;

  const AjValues *person; /* (owned) (nullable) */
  gboolean can_keep;

  /* Template widgets */
  GtkCheckButton *check;
  GtkLabel *name_label;
  GtkLabel *why_label;
  GtkButton *keep_button;
  GtkButton *forget_button;
};

G_DEFINE_FINAL_TYPE (AjDueRow, aj_due_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_SELECTED = 1,
} AjDueRowProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

static void
toggled_cb (AjDueRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
aj_due_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjDueRowProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_boolean (value, aj_due_row_get_selected (AJ_DUE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_due_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AJ_TYPE_DUE_ROW);
  G_OBJECT_CLASS (aj_due_row_parent_class)->dispose (object);
}

static void
aj_due_row_finalize (GObject *object)
{
  g_clear_pointer (&AJ_DUE_ROW (object)->person, aj_values_unref);
  G_OBJECT_CLASS (aj_due_row_parent_class)->finalize (object);
}

static void
aj_due_row_class_init (AjDueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AJ_TYPE_WRAP_BOX);
  object_class->dispose = aj_due_row_dispose;
  object_class->finalize = aj_due_row_finalize;
  object_class->get_property = aj_due_row_get_property;

  properties[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                        G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AjDueRow, check);
  gtk_widget_class_bind_template_child (widget_class, AjDueRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AjDueRow, why_label);
  gtk_widget_class_bind_template_child (widget_class, AjDueRow, keep_button);
  gtk_widget_class_bind_template_child (widget_class, AjDueRow, forget_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
aj_due_row_init (AjDueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* In the place of what stands on it, which is the same in every row. */
static void
name_button (GtkButton *button, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  aj_accessible_set_name (GTK_WIDGET (button), name);
}

static void
name_widgets (AjDueRow *self, const char *name)
{
  g_autofree char *choose = g_strdup_printf (_ ("Select %s"), name);
  g_autofree char *keep = g_strdup_printf (_ ("Keep %s"), name);
  g_autofree char *forget = g_strdup_printf (_ ("Forget %s…"), name);

  aj_accessible_set_name (GTK_WIDGET (self->check), choose);
  name_button (self->keep_button, keep);
  name_button (self->forget_button, forget);
}

GtkWidget *
aj_due_row_new (const AjUnused *unused, gboolean writable)
{
  AjDueRow *self = g_object_new (AJ_TYPE_DUE_ROW, NULL);
  const char *name = aj_values_get_text (unused->person, "name");
  const char *id = aj_values_get_id (unused->person);
  g_autofree char *why = aj_unused_describe (unused);
  const char *function = aj_values_get_text (unused->person, "function");
  g_autofree char *title = function != NULL ? g_strdup_printf ("%s · %s", name, function)
                                            : g_strdup (name);

  self->person = aj_values_ref (unused->person);
  self->can_keep = unused->kind != AJ_USE_REMOVED;
  gtk_label_set_text (self->name_label, title);
  gtk_label_set_text (self->why_label, why);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->keep_button), "s", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->forget_button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->keep_button), "due.keep");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->forget_button), "due.forget");
  gtk_widget_set_visible (GTK_WIDGET (self->keep_button), self->can_keep);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), writable);
  name_widgets (self, name);
  return GTK_WIDGET (self);
}

const AjValues *
aj_due_row_get_person (AjDueRow *self)
{
  return self->person;
}

gboolean
aj_due_row_can_keep (AjDueRow *self)
{
  return self->can_keep;
}

gboolean
aj_due_row_get_selected (AjDueRow *self)
{
  return gtk_check_button_get_active (self->check);
}

void
aj_due_row_set_selected (AjDueRow *self, gboolean selected)
{
  gtk_check_button_set_active (self->check, selected);
}
