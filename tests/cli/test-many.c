/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-cli-fixture.h"
#include "aj-edit.h"
#include "aj-organisation.h"

#define N_WRITERS 8
#define N_RECORDS 10000

/* Eight programs write to one file at once: each is done, and nothing is lost. */
static void
test_writers (Cli *self, gconstpointer data)
{
  GSubprocess *writers[N_WRITERS];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=District %u", i);

      writers[i] = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, cli_get_program (),
                                     "--data", self->file, "add", "district", name, NULL);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_assert_true (g_subprocess_wait_check (writers[i], NULL, &error));
      g_assert_no_error (error);
      g_object_unref (writers[i]);
    }
  g_assert_cmpuint (json_array_get_length (
                        json_node_get_array (cli_ask (self, "list", "district", NULL))),
                    ==, N_WRITERS);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (cli_ask (self, "history", NULL))),
                    ==, N_WRITERS);
  cli_do (self, "check", NULL);
}

/* All want the same name: one has it, the others are told. */
static void
test_rivals (Cli *self, gconstpointer data)
{
  GSubprocess *writers[N_WRITERS];
  guint n_done = 0;

  for (guint i = 0; i < N_WRITERS; i++)
    writers[i] = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                       G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                   NULL, cli_get_program (), "--data", self->file, "add",
                                   "district", "name=Twente", NULL);
  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_assert_true (g_subprocess_wait (writers[i], NULL, NULL));
      n_done += g_subprocess_get_exit_status (writers[i]) == 0 ? 1 : 0;
      g_object_unref (writers[i]);
    }
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_cmpuint (json_array_get_length (
                        json_node_get_array (cli_ask (self, "list", "district", NULL))),
                    ==, 1);
}

static void
fill (Cli *self)
{
  g_autoptr (AjClock) clock = aj_clock_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) store = aj_store_open (self->file, AJ_STORE_OPEN_DEFAULT, "Test", clock,
                                             &error);
  g_autoptr (AjEdit) edit = NULL;

  g_assert_no_error (error);
  edit = aj_edit_new (store, "Fill");
  for (guint i = 0; i < N_RECORDS; i++)
    {
      AjValues *values = aj_edit_add (edit, &aj_organisation_record_type);
      g_autofree char *name = g_strdup_printf ("Organisatie %05u", i);

      aj_values_set_text (values, "name", name);
      aj_values_set_text (values, "kind", i % 2 == 0 ? "library" : "police");
    }
  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
  aj_store_close (store);
}

static void
test_long_list (Cli *self, gconstpointer data)
{
  JsonArray *records;

  fill (self);
  records = json_node_get_array (cli_ask (self, "list", "organisation", NULL));
  g_assert_cmpuint (json_array_get_length (records), ==, N_RECORDS);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (records,
                                                                                 N_RECORDS - 1),
                                                  "name"),
                   ==, "Organisatie 09999");
  cli_do (self, "list", "organisation", NULL);
  g_assert_cmpuint (cli_count_lines (self->out), ==, N_RECORDS + 1);
  records = json_node_get_array (
      cli_ask (self, "list", "organisation", "--where", "kind=police", NULL));
  g_assert_cmpuint (json_array_get_length (records), ==, N_RECORDS / 2);
  cli_do (self, "search", "organisatie", "04711", NULL);
  g_assert_nonnull (strstr (self->out, "Organisatie 04711"));
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/many/writers", Cli, NULL, cli_set_up_empty, test_writers, cli_tear_down);
  g_test_add ("/cli/many/rivals", Cli, NULL, cli_set_up_empty, test_rivals, cli_tear_down);
  g_test_add ("/cli/many/long-list", Cli, NULL, cli_set_up_empty, test_long_list, cli_tear_down);
  return g_test_run ();
}
