/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-page.h"

typedef struct
{
  AjServices *services;                /* (owned) */
  GCancellable *cancellable;           /* (owned) */
  GtkEventController *shortcuts;       /* (owned): in the widget only while the page is in front */
  GtkEventController *early_shortcuts; /* (owned): likewise */
  gboolean folded;
  gboolean active;
} AjPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AjPage, aj_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SERVICES = 1,
  PROP_FOLDED,
} AjPageProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

static AjPagePrivate *
get_private (AjPage *self)
{
  return aj_page_get_instance_private (self);
}

static void
aj_page_dispose (GObject *object)
{
  AjPagePrivate *priv = get_private (AJ_PAGE (object));

  g_cancellable_cancel (priv->cancellable);
  G_OBJECT_CLASS (aj_page_parent_class)->dispose (object);
}

static void
aj_page_finalize (GObject *object)
{
  AjPagePrivate *priv = get_private (AJ_PAGE (object));

  g_clear_object (&priv->services);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->shortcuts);
  g_clear_object (&priv->early_shortcuts);
  G_OBJECT_CLASS (aj_page_parent_class)->finalize (object);
}

static void
aj_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AjPagePrivate *priv = get_private (AJ_PAGE (object));

  switch ((AjPageProperty) prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, priv->services);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, priv->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AjPagePrivate *priv = get_private (AJ_PAGE (object));

  switch ((AjPageProperty) prop_id)
    {
    case PROP_SERVICES:
      priv->services = g_value_dup_object (value);
      break;
    case PROP_FOLDED:
      if (priv->folded == g_value_get_boolean (value))
        break;
      priv->folded = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_page_class_init (AjPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aj_page_dispose;
  object_class->finalize = aj_page_finalize;
  object_class->get_property = aj_page_get_property;
  object_class->set_property = aj_page_set_property;

  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, AJ_TYPE_SERVICES,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                       G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static GtkEventController *
make_shortcuts (GtkPropagationPhase phase)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, phase);
  return controller;
}

static void
aj_page_init (AjPage *self)
{
  AjPagePrivate *priv = get_private (self);

  priv->cancellable = g_cancellable_new ();
  /* Global: the sidebar may have the cursor, and the key is still meant for the page. */
  priv->shortcuts = make_shortcuts (GTK_PHASE_BUBBLE);
  priv->early_shortcuts = make_shortcuts (GTK_PHASE_CAPTURE);
}

static void
add_shortcut (GtkEventController *controller, const char *key, const char *action, GVariant *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key),
                                            gtk_named_action_new (action));
  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

void
aj_page_add_shortcut (AjPage *self, const char *key, const char *action, GVariant *target)
{
  g_return_if_fail (AJ_IS_PAGE (self));

  add_shortcut (get_private (self)->shortcuts, key, action, target);
}

void
aj_page_add_early_shortcut (AjPage *self, const char *key, const char *action, GVariant *target)
{
  g_return_if_fail (AJ_IS_PAGE (self));

  add_shortcut (get_private (self)->early_shortcuts, key, action, target);
}

AjServices *
aj_page_get_services (AjPage *self)
{
  g_return_val_if_fail (AJ_IS_PAGE (self), NULL);

  return get_private (self)->services;
}

AjStore *
aj_page_get_store (AjPage *self)
{
  g_return_val_if_fail (AJ_IS_PAGE (self), NULL);

  return aj_services_get_store (get_private (self)->services);
}

GCancellable *
aj_page_get_cancellable (AjPage *self)
{
  g_return_val_if_fail (AJ_IS_PAGE (self), NULL);

  return get_private (self)->cancellable;
}

void
aj_page_activate (AjPage *self)
{
  AjPagePrivate *priv = get_private (self);

  g_return_if_fail (AJ_IS_PAGE (self));

  if (priv->active)
    return;
  priv->active = TRUE;
  gtk_widget_add_controller (GTK_WIDGET (self), g_object_ref (priv->shortcuts));
  gtk_widget_add_controller (GTK_WIDGET (self), g_object_ref (priv->early_shortcuts));
  if (AJ_PAGE_GET_CLASS (self)->activated != NULL)
    AJ_PAGE_GET_CLASS (self)->activated (self);
}

void
aj_page_deactivate (AjPage *self)
{
  AjPagePrivate *priv = get_private (self);

  g_return_if_fail (AJ_IS_PAGE (self));

  if (!priv->active)
    return;
  priv->active = FALSE;
  gtk_widget_remove_controller (GTK_WIDGET (self), priv->shortcuts);
  gtk_widget_remove_controller (GTK_WIDGET (self), priv->early_shortcuts);
  g_cancellable_cancel (priv->cancellable);
  g_object_unref (priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  if (AJ_PAGE_GET_CLASS (self)->deactivated != NULL)
    AJ_PAGE_GET_CLASS (self)->deactivated (self);
}

gboolean
aj_page_show_record (AjPage *self, const AjRecordType *type, const char *id)
{
  g_return_val_if_fail (AJ_IS_PAGE (self), FALSE);

  return AJ_PAGE_GET_CLASS (self)->show_record != NULL &&
         AJ_PAGE_GET_CLASS (self)->show_record (self, type, id);
}

void
aj_page_show_part (AjPage *self, const AjValues *part)
{
  g_return_if_fail (AJ_IS_PAGE (self));

  if (AJ_PAGE_GET_CLASS (self)->show_part != NULL)
    AJ_PAGE_GET_CLASS (self)->show_part (self, part);
}

gboolean
aj_page_go_back (AjPage *self)
{
  g_return_val_if_fail (AJ_IS_PAGE (self), FALSE);

  return AJ_PAGE_GET_CLASS (self)->go_back != NULL && AJ_PAGE_GET_CLASS (self)->go_back (self);
}

gboolean
aj_page_search (AjPage *self)
{
  g_return_val_if_fail (AJ_IS_PAGE (self), FALSE);

  return AJ_PAGE_GET_CLASS (self)->search != NULL && AJ_PAGE_GET_CLASS (self)->search (self);
}

gboolean
aj_page_can_search (AjPage *self)
{
  g_return_val_if_fail (AJ_IS_PAGE (self), FALSE);

  return AJ_PAGE_GET_CLASS (self)->search != NULL;
}

const AjRecordType *
aj_page_get_import_type (AjPage *self)
{
  AjPageClass *klass;

  g_return_val_if_fail (AJ_IS_PAGE (self), NULL);

  klass = AJ_PAGE_GET_CLASS (self);
  return klass->get_import_type != NULL ? klass->get_import_type (self) : NULL;
}
