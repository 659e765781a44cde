/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "store-fixture.h"

static void
test_add_change_remove (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");

  assert_stored (self->store, &aj_group_record_type, id, "name", "Expert team");
  assert_stored (self->store, &aj_group_record_type, id, "kind", "working-group");
  set_field (self->store, &aj_group_record_type, id, "kind", "expert-team");
  assert_stored (self->store, &aj_group_record_type, id, "kind", "expert-team");
  assert_stored (self->store, &aj_group_record_type, id, "name", "Expert team");
  remove_record (self->store, &aj_group_record_type, id);
  g_assert_false (is_stored (self->store, &aj_group_record_type, id));
}

static void
test_nothing_changed (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Nothing");
  g_autoptr (AjEdit) empty = aj_edit_new (self->store, "Nothing at all");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, &aj_group_record_type, id,
                                                      &error);

  g_assert_no_error (error);
  aj_values_set_text (aj_edit_change (edit, record), "name", "Expert team");
  g_assert_true (aj_edit_is_empty (edit));
  store_commit (edit);
  g_assert_cmpint (aj_edit_get_revision (edit), ==, 0);
  store_commit (empty);
  history = aj_store_list_history (self->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/edit/add-change-remove", test_add_change_remove);
  store_fixture_add ("/store/edit/nothing-changed", test_nothing_changed);
  return g_test_run ();
}
