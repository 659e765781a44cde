/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for the whole network: in every file from the beginning, and followed. */
#include "aj-jobs-fixture.h"
#include "aj-network-settings.h"
#include "aj-network.h"

static void
count_cb (AjNetworkSettings *settings, guint *n_times)
{
  *n_times += 1;
}

static void
wait_for (guint *n_times, guint wanted)
{
  gint64 deadline = g_get_monotonic_time () + JOBS_DEADLINE_SECONDS * G_USEC_PER_SEC;

  while (*n_times < wanted && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (*n_times, ==, wanted);
}

static void
test_new_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjNetworkSettings) settings = aj_network_settings_load (self->store, &error);
  g_autoptr (GPtrArray) problems = aj_store_check (self->store, NULL);

  g_assert_no_error (error);
  g_assert_true (aj_network_settings_is_known (settings));
  g_assert_null (aj_network_settings_get_name (settings));
  g_assert_null (aj_network_settings_get_organiser (settings).name);
  g_assert_null (aj_network_settings_get_organiser (settings).mail);
  g_assert_cmpint (aj_network_settings_get_retention_months (settings), ==, 24);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Whoever holds it hears of what is changed, also of what is taken back. */
static void
test_follow (Fixture *self, gconstpointer data)
{
  g_autoptr (AjNetworkSettings) settings = aj_network_settings_new (self->store);
  guint n_times = 0;

  g_signal_connect (settings, "changed", G_CALLBACK (count_cb), &n_times);
  g_assert_false (aj_network_settings_is_known (settings));
  g_assert_cmpint (aj_network_settings_get_retention_months (settings), ==, 24);
  wait_for (&n_times, 1);
  g_assert_true (aj_network_settings_is_known (settings));
  fixture_set (self, "network", AJ_NETWORK_ID, "name", "Oost", "organiser-name", "Secretariaat",
               "organiser-mail", "secretariaat@netwerk.example", "retention-months", "18", NULL);
  wait_for (&n_times, 2);
  g_assert_cmpstr (aj_network_settings_get_name (settings), ==, "Oost");
  g_assert_cmpstr (aj_network_settings_get_organiser (settings).name, ==, "Secretariaat");
  g_assert_cmpstr (aj_network_settings_get_organiser (settings).mail, ==,
                   "secretariaat@netwerk.example");
  g_assert_cmpint (aj_network_settings_get_retention_months (settings), ==, 18);
  g_assert_true (aj_store_undo (self->store, NULL, NULL));
  wait_for (&n_times, 3);
  g_assert_null (aj_network_settings_get_organiser (settings).mail);
  /* What concerns something else is no change. */
  fixture_add (self, "group", "name", "Expertteam", NULL);
  fixture_set (self, "network", AJ_NETWORK_ID, "name", "Midden", NULL);
  wait_for (&n_times, 4);
}

/* There is one, and it stays. */
static void
test_single (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) again = aj_edit_new (self->store, "Again");
  g_autoptr (AjEdit) other = aj_edit_new (self->store, "Other");
  g_autoptr (AjEdit) removal = aj_edit_new (self->store, "Remove");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (aj_values_get_id (aj_edit_add (again, &aj_network_record_type)), ==,
                   AJ_NETWORK_ID);
  g_assert_false (aj_edit_commit (again, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE);
  g_clear_error (&error);
  aj_edit_add_with_id (other, &aj_network_record_type, "another");
  g_assert_false (aj_edit_commit (other, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_clear_error (&error);
  aj_edit_remove (removal, &aj_network_record_type, AJ_NETWORK_ID);
  g_assert_false (aj_edit_commit (removal, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_assert_cmpint (fixture_count (self, "network"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/network-settings/new-file", Fixture, NULL, fixture_set_up, test_new_file,
              fixture_tear_down);
  g_test_add ("/network-settings/follow", Fixture, NULL, fixture_set_up, test_follow,
              fixture_tear_down);
  g_test_add ("/network-settings/single", Fixture, NULL, fixture_set_up, test_single,
              fixture_tear_down);
  return g_test_run ();
}
