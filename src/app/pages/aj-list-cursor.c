/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-list-cursor.h"

struct _AjListCursor
{
  GObject parent_instance;

  AjList *list;                  /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  AjRecord *shown;               /* (owned) (nullable): the one in view, while it is followed */
  char *wanted;                  /* (owned) (nullable): id to select when the list has it */
  gboolean being_made;           /* what is wanted is still being stored */
};

G_DEFINE_FINAL_TYPE (AjListCursor, aj_list_cursor, G_TYPE_OBJECT)

enum
{
  SIGNAL_MOVED,
  SIGNAL_REVEAL,
  SIGNAL_ARRIVED,
  SIGNAL_LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_wanted (AjListCursor *self, AjRecord *record)
{
  return record != NULL && g_strcmp0 (aj_record_get_id (record), self->wanted) == 0;
}

static void
follow_shown (AjListCursor *self)
{
  g_autoptr (AjRecord) shown = g_steal_pointer (&self->shown);

  if (shown != NULL && aj_record_is_loaded (shown))
    g_signal_emit (self, signals[SIGNAL_LOST], 0, shown);
}

static void
selected_changed_cb (GtkSingleSelection *selection, GParamSpec *pspec, AjListCursor *self)
{
  AjRecord *selected = aj_list_cursor_get_selected (self);

  if (self->shown == selected)
    return;
  follow_shown (self);
  selected = aj_list_cursor_get_selected (self);
  /* While the list goes along with a record, that record stays in view. */
  if (self->wanted == NULL || is_wanted (self, selected))
    aj_list_cursor_show (self, selected);
}

/* Unlike a list that fills, a person who selects something has chosen: nothing else is waited for. */
static void
selection_made_cb (GtkSelectionModel *model, guint position, guint n_items, AjListCursor *self)
{
  if (self->wanted == NULL || is_wanted (self, aj_list_cursor_get_selected (self)))
    return;
  aj_list_cursor_stop_wanting (self);
  selected_changed_cb (self->selection, NULL, self);
}

static void
list_changed_cb (GListModel *list, guint position, guint removed, guint added, AjListCursor *self)
{
  if (self->wanted == NULL || !aj_list_cursor_select (self, self->wanted))
    return;
  aj_list_cursor_stop_wanting (self);
  g_signal_emit (self, signals[SIGNAL_ARRIVED], 0);
}

/* The list has what it is to have, and not what was waited for: it was removed meanwhile. */
static void
loading_changed_cb (AjList *list, GParamSpec *pspec, AjListCursor *self)
{
  if (aj_list_is_loading (list) || self->wanted == NULL || self->being_made ||
      aj_list_find (list, self->wanted) != GTK_INVALID_LIST_POSITION)
    return;
  aj_list_cursor_stop_wanting (self);
  selected_changed_cb (self->selection, NULL, self);
}

static void
aj_list_cursor_dispose (GObject *object)
{
  AjListCursor *self = AJ_LIST_CURSOR (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (aj_list_cursor_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, GType argument)
{
  return g_signal_new (name, AJ_TYPE_LIST_CURSOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, argument != G_TYPE_NONE ? 1 : 0, argument);
}

static void
aj_list_cursor_class_init (AjListCursorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_list_cursor_dispose;
  signals[SIGNAL_MOVED] = new_signal ("moved", AJ_TYPE_RECORD);
  signals[SIGNAL_REVEAL] = new_signal ("reveal", G_TYPE_UINT);
  signals[SIGNAL_ARRIVED] = new_signal ("arrived", G_TYPE_NONE);
  signals[SIGNAL_LOST] = new_signal ("lost", AJ_TYPE_RECORD);
}

static void
aj_list_cursor_init (AjListCursor *self)
{
}

AjListCursor *
aj_list_cursor_new (AjList *list)
{
  AjListCursor *self = g_object_new (AJ_TYPE_LIST_CURSOR, NULL);

  self->list = g_object_ref (list);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (list)));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selected_changed_cb), self, 0);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_made_cb),
                           self, 0);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_AFTER);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (loading_changed_cb), self, 0);
  return self;
}

GtkSelectionModel *
aj_list_cursor_get_model (AjListCursor *self)
{
  g_return_val_if_fail (AJ_IS_LIST_CURSOR (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}

AjRecord *
aj_list_cursor_get_selected (AjListCursor *self)
{
  g_return_val_if_fail (AJ_IS_LIST_CURSOR (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

gboolean
aj_list_cursor_select (AjListCursor *self, const char *id)
{
  guint position;

  g_return_val_if_fail (AJ_IS_LIST_CURSOR (self) && id != NULL, FALSE);

  position = aj_list_find (self->list, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, position);
  return TRUE;
}

void
aj_list_cursor_want (AjListCursor *self, const char *id, gboolean being_made)
{
  g_return_if_fail (AJ_IS_LIST_CURSOR (self) && id != NULL);

  g_free (self->wanted);
  self->wanted = g_strdup (id);
  self->being_made = being_made;
}

void
aj_list_cursor_stop_wanting (AjListCursor *self)
{
  g_return_if_fail (AJ_IS_LIST_CURSOR (self));

  self->being_made = FALSE;
  g_clear_pointer (&self->wanted, g_free);
}

gboolean
aj_list_cursor_is_wanting (AjListCursor *self)
{
  g_return_val_if_fail (AJ_IS_LIST_CURSOR (self), FALSE);

  return self->wanted != NULL;
}

void
aj_list_cursor_show (AjListCursor *self, AjRecord *record)
{
  g_return_if_fail (AJ_IS_LIST_CURSOR (self));

  g_set_object (&self->shown, record);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, record);
}

void
aj_list_cursor_leave (AjListCursor *self)
{
  g_return_if_fail (AJ_IS_LIST_CURSOR (self));

  g_clear_object (&self->shown);
}
