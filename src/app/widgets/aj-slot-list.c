/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-slot-list.h"

/* A change of fewer records is a small one. */
#define MANY 1000

struct _AjSlot
{
  GObject parent_instance;

  AjSlotList *list; /* (borrowed) (nullable): NULL when its place is no more */
  guint position;
  AjRecord *record; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (AjSlot, aj_slot, G_TYPE_OBJECT)

struct _AjSlotList
{
  GObject parent_instance;

  GListModel *records; /* (owned) */
  GHashTable
      *slots; /* (owned) (element-type guint AjSlot): those that somebody holds, by their place */
};

static void aj_slot_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AjSlotList,
                               aj_slot_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, aj_slot_list_model_init))

typedef enum
{
  PROP_RECORD = 1,
} AjSlotProperty;

static GParamSpec *slot_properties[PROP_RECORD + 1];

static void
aj_slot_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjSlotProperty) prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, AJ_SLOT (object)->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_slot_dispose (GObject *object)
{
  AjSlot *self = AJ_SLOT (object);

  if (self->list != NULL)
    g_hash_table_remove (self->list->slots, GUINT_TO_POINTER (self->position));
  self->list = NULL;
  g_clear_object (&self->record);
  G_OBJECT_CLASS (aj_slot_parent_class)->dispose (object);
}

static void
aj_slot_class_init (AjSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = aj_slot_get_property;
  object_class->dispose = aj_slot_dispose;
  slot_properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, AJ_TYPE_RECORD,
                                                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (slot_properties), slot_properties);
}

static void
aj_slot_init (AjSlot *self)
{
}

AjRecord *
aj_slot_get_record (AjSlot *self)
{
  g_return_val_if_fail (AJ_IS_SLOT (self), NULL);

  return self->record;
}

static void
fill (AjSlot *slot, GListModel *records)
{
  g_autoptr (AjRecord) record = g_list_model_get_item (records, slot->position);

  if (g_set_object (&slot->record, record))
    g_object_notify_by_pspec (G_OBJECT (slot), slot_properties[PROP_RECORD]);
}

/* From @position on, @n_removed places are gone and @n_added are new. */
static void
shift (AjSlotList *self, guint position, guint n_removed, guint n_added)
{
  g_autoptr (GHashTable) before = self->slots;
  GHashTableIter iter;
  gpointer value;

  self->slots = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AjSlot *slot = value;

      if (slot->position >= position && slot->position - position < n_removed)
        {
          slot->list = NULL;
          continue;
        }
      if (slot->position >= position)
        slot->position = slot->position - n_removed + n_added;
      g_hash_table_insert (self->slots, GUINT_TO_POINTER (slot->position), slot);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* The places stay, and get what is there now; at the end there are more or fewer. */
static void
refill (AjSlotList *self, guint position, guint n_removed, guint n_added)
{
  guint n_after = g_list_model_get_n_items (self->records);
  guint n_before = n_after - n_added + n_removed;
  guint n_same = MIN (n_before, n_after);
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  if (n_before != n_after)
    shift (self, n_same, n_before - n_same, n_after - n_same);
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((AjSlot *) value)->position >= position)
      g_ptr_array_add (slots, g_object_ref (value));
  /* Whoever is told may take other places, or let go of some. */
  for (guint i = 0; i < slots->len; i++)
    if (((AjSlot *) slots->pdata[i])->list == self)
      fill (slots->pdata[i], self->records);
}

static void
records_changed_cb (AjSlotList *self, guint position, guint n_removed, guint n_added)
{
  if (MIN (n_removed, n_added) >= MANY)
    refill (self, position, n_removed, n_added);
  else
    shift (self, position, n_removed, n_added);
}

static GType
aj_slot_list_get_item_type (GListModel *model)
{
  return AJ_TYPE_SLOT;
}

static guint
aj_slot_list_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (AJ_SLOT_LIST (model)->records);
}

static gpointer
aj_slot_list_get_item (GListModel *model, guint position)
{
  AjSlotList *self = AJ_SLOT_LIST (model);
  AjSlot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));

  if (position >= g_list_model_get_n_items (self->records))
    return NULL;
  if (slot != NULL)
    return g_object_ref (slot);
  slot = g_object_new (AJ_TYPE_SLOT, NULL);
  slot->list = self;
  slot->position = position;
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);
  fill (slot, self->records);
  return slot;
}

static void
aj_slot_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = aj_slot_list_get_item_type;
  iface->get_n_items = aj_slot_list_get_n_items;
  iface->get_item = aj_slot_list_get_item;
}

static void
aj_slot_list_dispose (GObject *object)
{
  AjSlotList *self = AJ_SLOT_LIST (object);
  GHashTableIter iter;
  gpointer value;

  if (self->records != NULL)
    g_signal_handlers_disconnect_by_func (self->records, records_changed_cb, self);
  g_clear_object (&self->records);
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((AjSlot *) value)->list = NULL;
  g_hash_table_remove_all (self->slots);
  G_OBJECT_CLASS (aj_slot_list_parent_class)->dispose (object);
}

static void
aj_slot_list_finalize (GObject *object)
{
  g_hash_table_unref (AJ_SLOT_LIST (object)->slots);
  G_OBJECT_CLASS (aj_slot_list_parent_class)->finalize (object);
}

static void
aj_slot_list_class_init (AjSlotListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_slot_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_slot_list_finalize;
}

static void
aj_slot_list_init (AjSlotList *self)
{
  self->slots = g_hash_table_new (NULL, NULL);
}

AjSlotList *
aj_slot_list_new (GListModel *records)
{
  AjSlotList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (records), NULL);

  self = g_object_new (AJ_TYPE_SLOT_LIST, NULL);
  self->records = g_object_ref (records);
  g_signal_connect_swapped (records, "items-changed", G_CALLBACK (records_changed_cb), self);
  return self;
}
