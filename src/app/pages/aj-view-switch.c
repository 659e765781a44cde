/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-view-switch.h"

struct _AjViewSwitch
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (AjViewSwitch, aj_view_switch, GTK_TYPE_WIDGET)

static void
aj_view_switch_dispose (GObject *object)
{
  AjViewSwitch *self = AJ_VIEW_SWITCH (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_view_switch_parent_class)->dispose (object);
}

static void
aj_view_switch_class_init (AjViewSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_view_switch_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-view-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, AjViewSwitch, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
aj_view_switch_init (AjViewSwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aj_view_switch_new (void)
{
  return g_object_new (AJ_TYPE_VIEW_SWITCH, NULL);
}

void
aj_view_switch_focus (AjViewSwitch *self, const char *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (child));

      if (g_str_equal (g_variant_get_string (target, NULL), view))
        gtk_widget_grab_focus (child);
    }
}
