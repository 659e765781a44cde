/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The places of a list: what stays and what is told when little or very much of what is in them changes. */
#include "aj-app-fixture.h"
#include "aj-group.h"
#include "aj-slot-list.h"

#define N_MANY 3000

typedef struct
{
  AppFixture base;
  AjRecord *a;
  AjRecord *b;
  GListStore *records;
  AjSlotList *list;
  guint n_changes;
  guint position, n_removed, n_added; /* of the last one */
  guint n_told;
} SlotFixture;

static void
items_changed_cb (SlotFixture *self, guint position, guint n_removed, guint n_added)
{
  self->n_changes++;
  self->position = position;
  self->n_removed = n_removed;
  self->n_added = n_added;
}

/* @n records from @position on in the place of @n_removed: all the same one. */
static void
splice (SlotFixture *self, guint position, guint n_removed, AjRecord *record, guint n)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, record);
  g_list_store_splice (self->records, position, n_removed, items->pdata, items->len);
}

static void
set_up (SlotFixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->base, data);
  self->a = app_fixture_add (&self->base, &aj_group_record_type, "name", "A", NULL, NULL);
  self->b = app_fixture_add (&self->base, &aj_group_record_type, "name", "B", NULL, NULL);
  self->records = g_list_store_new (AJ_TYPE_RECORD);
  splice (self, 0, 0, self->a, N_MANY);
  self->list = aj_slot_list_new (G_LIST_MODEL (self->records));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
tear_down (SlotFixture *self, gconstpointer data)
{
  g_clear_object (&self->list);
  g_clear_object (&self->records);
  g_clear_object (&self->a);
  g_clear_object (&self->b);
  app_fixture_tear_down (&self->base, data);
}

/* (transfer full) */
static AjSlot *
get (SlotFixture *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->list), position);
}

static void
told_cb (SlotFixture *self)
{
  self->n_told++;
}

/* All sorted anew: nothing comes or goes, and who holds a place is told of its other record. */
static void
test_many (SlotFixture *self, gconstpointer data)
{
  g_autoptr (AjSlot) slot = get (self, 5);

  g_assert_true (aj_slot_get_record (slot) == self->a);
  g_signal_connect_swapped (slot, "notify::record", G_CALLBACK (told_cb), self);
  splice (self, 0, N_MANY, self->b, N_MANY);
  g_assert_cmpuint (self->n_changes, ==, 0);
  g_assert_cmpuint (self->n_told, ==, 1);
  g_assert_true (aj_slot_get_record (slot) == self->b);
}

/* Who is told lets go of the place it holds, and takes others. */
static void
take_others_cb (AjSlot *slot, GParamSpec *pspec, GPtrArray *held)
{
  SlotFixture *self = g_object_get_data (G_OBJECT (slot), "fixture");

  self->n_told++;
  for (guint i = 0; i < 100; i++)
    g_ptr_array_add (held, get (self, self->n_told * 100 + i));
  g_ptr_array_remove (held, slot);
}

static void
test_many_told (SlotFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 20; i++)
    {
      AjSlot *slot = get (self, i);

      g_object_set_data (G_OBJECT (slot), "fixture", self);
      g_signal_connect (slot, "notify::record", G_CALLBACK (take_others_cb), held);
      g_ptr_array_add (held, slot);
    }
  splice (self, 0, N_MANY, self->b, N_MANY);
  g_assert_cmpuint (self->n_told, ==, 20);
  g_assert_cmpuint (held->len, ==, 20 * 100);
  for (guint i = 0; i < held->len; i++)
    g_assert_true (aj_slot_get_record (held->pdata[i]) == self->b);
}

/* Fewer are left: only the end goes, and what was there is left alone. */
static void
test_fewer (SlotFixture *self, gconstpointer data)
{
  g_autoptr (AjSlot) first = get (self, 0);
  g_autoptr (AjSlot) last = get (self, N_MANY - 1);
  g_autoptr (AjSlot) again = NULL;

  splice (self, 0, N_MANY, self->b, 2000);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_cmpuint (self->position, ==, 2000);
  g_assert_cmpuint (self->n_removed, ==, N_MANY - 2000);
  g_assert_cmpuint (self->n_added, ==, 0);
  g_assert_true (aj_slot_get_record (first) == self->b);
  g_assert_true (aj_slot_get_record (last) == self->a);
  again = get (self, 0);
  g_assert_true (again == first);
  g_assert_null (get (self, 2000));
}

/* A few pass through as they are, and the places after them move along. */
static void
test_few (SlotFixture *self, gconstpointer data)
{
  g_autoptr (AjSlot) before = get (self, 1);
  g_autoptr (AjSlot) gone = get (self, 4);
  g_autoptr (AjSlot) after = get (self, 10);
  g_autoptr (AjSlot) moved = NULL;
  g_autoptr (AjSlot) fresh = NULL;

  splice (self, 4, 1, self->b, 3);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_cmpuint (self->position, ==, 4);
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpuint (self->n_added, ==, 3);
  moved = get (self, 12);
  g_assert_true (moved == after);
  fresh = get (self, 4);
  g_assert_true (fresh != gone);
  g_assert_true (aj_slot_get_record (fresh) == self->b);
  g_assert_true (aj_slot_get_record (before) == self->a);
}

/* Whoever holds a place may outlive the list. */
static void
test_outlive (SlotFixture *self, gconstpointer data)
{
  g_autoptr (AjSlot) slot = get (self, 7);

  g_assert_finalize_object (g_steal_pointer (&self->list));
  splice (self, 0, N_MANY, self->b, N_MANY);
  g_assert_true (aj_slot_get_record (slot) == self->a);
}

#define ADD(path, function) g_test_add (path, SlotFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("/app/slot-list/many", test_many);
  ADD ("/app/slot-list/many-told", test_many_told);
  ADD ("/app/slot-list/fewer", test_fewer);
  ADD ("/app/slot-list/few", test_few);
  ADD ("/app/slot-list/outlive", test_outlive);
  return g_test_run ();
}
