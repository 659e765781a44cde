/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-filter.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-group.h"
#include "aj-list.h"

/* Names of groups are long: the button may cut them, the list shows more. */
#define BUTTON_CHARS 17
#define LIST_CHARS   48

struct _AjGroupFilter
{
  GtkWidget parent_instance;

  char *group;    /* (owned) (nullable): what was asked for, also before the list has it */
  AjList *groups; /* (owned) (nullable) */
  gboolean with_all;
  gboolean is_following; /* the selection changes because the list does */

  GtkWidget *drop_down; /* (owned): a child */
};

G_DEFINE_FINAL_TYPE (AjGroupFilter, aj_group_filter, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_GROUP = 1,
  PROP_HAS_GROUPS,
} AjGroupFilterProperty;

static GParamSpec *properties[PROP_HAS_GROUPS + 1];

static char *
get_item_text (gpointer item)
{
  if (item == NULL)
    return NULL;
  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  return g_strdup (aj_record_get_title (item));
}

/* The list of groups shifts and loads under the selection: whoever was chosen stays chosen. */
static void
select_group (AjGroupFilter *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->groups == NULL)
    return;
  if (self->group == NULL)
    position = 0;
  else if ((position = aj_list_find (self->groups, self->group)) != GTK_INVALID_LIST_POSITION)
    position += self->with_all ? 1 : 0;
  else
    return;
  self->is_following = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), position);
  self->is_following = FALSE;
}

/* A group of another file, or one that was removed, is none of these: all are in view again. */
static void
loading_changed_cb (AjGroupFilter *self)
{
  if (!aj_list_is_loading (self->groups) && self->group != NULL &&
      aj_list_get_error (self->groups) == NULL &&
      aj_list_find (self->groups, self->group) == GTK_INVALID_LIST_POSITION)
    aj_group_filter_set_group (self, NULL);
}

/* The drop-down chooses something by itself when its list fills or shrinks: between these two, that is not the person. */
static void
groups_change_cb (AjGroupFilter *self)
{
  self->is_following = TRUE;
}

static void
groups_changed_cb (AjGroupFilter *self)
{
  self->is_following = FALSE;
  loading_changed_cb (self);
  select_group (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_GROUPS]);
}

static void
selected_changed_cb (GtkDropDown *drop_down, GParamSpec *pspec, AjGroupFilter *self)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  const char *id = AJ_IS_RECORD (item) ? aj_record_get_id (item) : NULL;

  if (self->is_following || g_strcmp0 (id, self->group) == 0)
    return;
  g_free (self->group);
  self->group = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}

/* What takes the focus, and needs the name, is the list's own widget around the label. */
static void
show_text (GtkLabel *label, const char *text)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (label));

  gtk_label_set_label (label, text);
  if (row != NULL)
    aj_accessible_set_name (row, text);
}

static void
title_changed_cb (AjRecord *record, GParamSpec *pspec, GtkLabel *label)
{
  show_text (label, aj_record_get_title (record));
}

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);
  int max_width_chars = GPOINTER_TO_INT (user_data);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_width_chars);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GObject *object = gtk_list_item_get_item (item);
  g_autofree char *text = get_item_text (object);

  show_text (GTK_LABEL (label), text);
  if (AJ_IS_RECORD (object))
    g_signal_connect_object (object, "notify::title", G_CALLBACK (title_changed_cb), label, 0);
}

static void
unbind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GObject *object = gtk_list_item_get_item (item);

  g_signal_handlers_disconnect_by_func (object, title_changed_cb, gtk_list_item_get_child (item));
}

static void
aj_group_filter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AjGroupFilter *self = AJ_GROUP_FILTER (object);

  switch ((AjGroupFilterProperty) prop_id)
    {
    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;
    case PROP_HAS_GROUPS:
      g_value_set_boolean (value, aj_group_filter_has_groups (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_group_filter_dispose (GObject *object)
{
  AjGroupFilter *self = AJ_GROUP_FILTER (object);

  g_clear_object (&self->groups);
  if (self->drop_down != NULL)
    g_signal_handlers_disconnect_by_data (self->drop_down, self);
  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_group_filter_parent_class)->dispose (object);
}

static void
aj_group_filter_finalize (GObject *object)
{
  g_free (AJ_GROUP_FILTER (object)->group);
  G_OBJECT_CLASS (aj_group_filter_parent_class)->finalize (object);
}

static void
aj_group_filter_class_init (AjGroupFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = aj_group_filter_get_property;
  object_class->dispose = aj_group_filter_dispose;
  object_class->finalize = aj_group_filter_finalize;
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  properties[PROP_HAS_GROUPS] = g_param_spec_boolean ("has-groups", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkListItemFactory *
make_factory (int max_width_chars)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb),
                    GINT_TO_POINTER (max_width_chars));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_item_cb), NULL);
  return factory;
}

static void
aj_group_filter_init (AjGroupFilter *self)
{
  g_autoptr (GtkListItemFactory) button_factory = make_factory (BUTTON_CHARS);
  g_autoptr (GtkListItemFactory) list_factory = make_factory (LIST_CHARS);

  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), button_factory);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop_down), list_factory);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  aj_accessible_set_name (self->drop_down, _ ("Group"));
  /* The button inside is what the focus reaches. */
  aj_accessible_set_name (gtk_widget_get_first_child (self->drop_down), _ ("Group"));
  g_signal_connect (self->drop_down, "notify::selected-item", G_CALLBACK (selected_changed_cb),
                    self);
}

void
aj_group_filter_set_store (AjGroupFilter *self, AjStore *store, gboolean with_all)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_group_record_type);
  g_autoptr (GListStore) models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkFlattenListModel) items = NULL;

  g_return_if_fail (AJ_IS_GROUP_FILTER (self));
  g_return_if_fail (self->groups == NULL);

  self->with_all = with_all;
  self->groups = aj_list_new (store, query);
  g_signal_connect_object (self->groups, "items-changed", G_CALLBACK (groups_change_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->groups, "items-changed", G_CALLBACK (groups_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->groups, "notify::loading", G_CALLBACK (loading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (with_all)
    {
      g_autoptr (GtkStringList) all = gtk_string_list_new (
          (const char *[]){ _ ("All groups"), NULL });
      g_list_store_append (models, all);
    }
  g_list_store_append (models, self->groups);
  items = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (models)));
  self->is_following = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (items));
  self->is_following = FALSE;
}

const char *
aj_group_filter_get_group (AjGroupFilter *self)
{
  g_return_val_if_fail (AJ_IS_GROUP_FILTER (self), NULL);

  return self->group;
}

void
aj_group_filter_set_group (AjGroupFilter *self, const char *id)
{
  g_return_if_fail (AJ_IS_GROUP_FILTER (self));

  if (id != NULL && *id == '\0')
    id = NULL;
  if (g_strcmp0 (id, self->group) == 0)
    return;
  g_free (self->group);
  self->group = g_strdup (id);
  select_group (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}

AjRecord *
aj_group_filter_get_record (AjGroupFilter *self)
{
  gpointer item;

  g_return_val_if_fail (AJ_IS_GROUP_FILTER (self), NULL);

  item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down));
  return AJ_IS_RECORD (item) ? item : NULL;
}

char *
aj_group_filter_dup_first (AjGroupFilter *self)
{
  g_autoptr (AjRecord) group = NULL;

  g_return_val_if_fail (AJ_IS_GROUP_FILTER (self), NULL);

  if (!aj_group_filter_has_groups (self))
    return NULL;
  group = g_list_model_get_item (G_LIST_MODEL (self->groups), 0);
  return g_strdup (aj_record_get_id (group));
}

gboolean
aj_group_filter_has_groups (AjGroupFilter *self)
{
  g_return_val_if_fail (AJ_IS_GROUP_FILTER (self), FALSE);

  return self->groups != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->groups)) > 0;
}
