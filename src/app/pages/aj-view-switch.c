/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-view-switch.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"

#define MAX_VIEWS 4

struct _AjViewSwitch
{
  GtkWidget parent_instance;

  char *subject;  /* (owned) (nullable) */
  GtkWidget *box; /* (owned): the child */
};

G_DEFINE_FINAL_TYPE (AjViewSwitch, aj_view_switch, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SUBJECT = 1,
} AjViewSwitchProperty;

static GParamSpec *properties[PROP_SUBJECT + 1];

static const struct
{
  const char *subject;
  const char *action;
  const char *name;
  struct
  {
    const char *view;
    const char *icon_name;
    const char *label;
  } views[MAX_VIEWS];
} switches[] = {
  { "network",
    "records.view",
    N_ ("How to show the municipalities"),
    { { "list", "view-list-symbolic", N_ ("As a list") },
      { "map", "aj-tiles-symbolic", N_ ("As a map") },
      { "table", "aj-table-symbolic", N_ ("As a table") } } },
  { "action-day",
    "action-day.view",
    N_ ("What to show of the edition"),
    { { "map", "aj-tiles-symbolic", N_ ("Municipalities on a map") },
      { "table", "aj-table-symbolic", N_ ("Municipalities in a table") },
      { "activities", "view-list-symbolic", N_ ("Activities") } } },
  { "interventions",
    "records.view",
    N_ ("How to show them"),
    { { "list", "view-list-symbolic", N_ ("As a list") },
      { "timeline", "x-office-calendar-symbolic", N_ ("In time") },
      { "map", "aj-tiles-symbolic", N_ ("As a map") },
      { "board", "aj-board-symbolic", N_ ("By phase") } } },
};

static void
add_view (
    AjViewSwitch *self, const char *action, const char *view, const char *icon, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, label);
  aj_accessible_set_name (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", view);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
aj_view_switch_constructed (GObject *object)
{
  AjViewSwitch *self = AJ_VIEW_SWITCH (object);

  G_OBJECT_CLASS (aj_view_switch_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (g_str_equal (switches[i].subject, self->subject))
      {
        aj_accessible_set_name (GTK_WIDGET (self), _ (switches[i].name));
        for (guint k = 0; k < MAX_VIEWS && switches[i].views[k].view != NULL; k++)
          add_view (self, switches[i].action, switches[i].views[k].view,
                    switches[i].views[k].icon_name, _ (switches[i].views[k].label));
      }
}

static void
aj_view_switch_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((AjViewSwitchProperty) prop_id)
    {
    case PROP_SUBJECT:
      AJ_VIEW_SWITCH (object)->subject = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_view_switch_dispose (GObject *object)
{
  AjViewSwitch *self = AJ_VIEW_SWITCH (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_view_switch_parent_class)->dispose (object);
}

static void
aj_view_switch_finalize (GObject *object)
{
  g_free (AJ_VIEW_SWITCH (object)->subject);
  G_OBJECT_CLASS (aj_view_switch_parent_class)->finalize (object);
}

static void
aj_view_switch_class_init (AjViewSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = aj_view_switch_constructed;
  object_class->set_property = aj_view_switch_set_property;
  object_class->dispose = aj_view_switch_dispose;
  object_class->finalize = aj_view_switch_finalize;
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
aj_view_switch_init (AjViewSwitch *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
aj_view_switch_new (const char *subject)
{
  return g_object_new (AJ_TYPE_VIEW_SWITCH, "subject", subject, NULL);
}

static const char *
get_view (GtkWidget *button)
{
  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)),
                               NULL);
}

void
aj_view_switch_focus (AjViewSwitch *self, const char *view)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->box); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_str_equal (get_view (button), view))
      gtk_widget_grab_focus (button);
}

void
aj_view_switch_set_available (AjViewSwitch *self, const char *const *views)
{
  GtkWidget *button = gtk_widget_get_first_child (self->box);

  while ((button = gtk_widget_get_next_sibling (button)) != NULL)
    gtk_widget_set_visible (button, g_strv_contains (views, get_view (button)));
}
