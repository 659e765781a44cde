/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "aj-cli-fixture.h"

static gint64
count (Cli *self, const char *type)
{
  return json_array_get_length (json_node_get_array (cli_ask (self, "list", type, NULL)));
}

static void
test_new (Cli *self, gconstpointer data)
{
  GStatBuf facts;
  JsonObject *records;

  cli_run_bare (self, "--json", "new", self->file, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (json_parser_load_from_data (self->parser, self->out, -1, NULL));
  records = json_object_get_object_member (json_node_get_object (
                                               json_parser_get_root (self->parser)),
                                           "records");
  g_assert_cmpint (json_object_get_int_member (records, "district"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (records, "meeting"), ==, 6);
  g_assert_cmpint (g_stat (self->file, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
  g_assert_cmpint (count (self, "district"), ==, 5);
}

static void
test_new_empty (Cli *self, gconstpointer data)
{
  g_assert_cmpint (count (self, "district"), ==, 0);
  g_assert_cmpint (count (self, "group"), ==, 0);
  cli_do (self, "list", "group", NULL);
  g_assert_cmpstr (self->out, !=, "");
}

/* What stands there stays, whatever it is. */
static void
test_new_refuses (Cli *self, gconstpointer data)
{
  static const char *const texts[] = { "", "dear diary" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (g_file_set_contents (self->file, texts[i], -1, NULL));
      cli_run_bare (self, "new", self->file, NULL);
      cli_assert_refused (self, 1, "aanjager-cli: new: *network.aanjager*");
      g_assert_true (g_file_get_contents (self->file, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_no_file (Cli *self, gconstpointer data)
{
  cli_run (self, "list", "group", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: list: *network.aanjager*aanjager-cli new FILE");
  g_assert_false (g_file_test (self->file, G_FILE_TEST_EXISTS));
}

static void
test_foreign_file (Cli *self, gconstpointer data)
{
  static const char *const texts[] = { "", "dear diary", "SQLite format 3" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (g_file_set_contents (self->file, texts[i], -1, NULL));
      cli_run (self, "list", "group", NULL);
      cli_assert_refused (self, 1, "aanjager-cli: list: *");
      g_assert_true (g_file_get_contents (self->file, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* Without --data: the file the application opens when nobody chose another. */
static void
test_default_file (Cli *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (self, "aanjager");
  g_autofree char *path = g_build_filename (folder, "network.aanjager", NULL);

  cli_run_bare (self, "list", "group", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: list: *aanjager/network.aanjager*");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  cli_run_bare (self, "new", path, NULL);
  g_assert_cmpint (self->status, ==, 0);
  cli_run_bare (self, "list", "group", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->out, "Expertteam Cyber"));
}

/* Options that every command knows may stand behind it, and the last counts. */
static void
test_data_behind (Cli *self, gconstpointer data)
{
  cli_run_bare (self, "--data", "nowhere", "list", "group", "--data", self->file, "--json", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (json_parser_load_from_data (self->parser, self->out, -1, NULL));
}

static void
test_check (Cli *self, gconstpointer data)
{
  JsonNode *answer;

  cli_do (self, "check", NULL);
  answer = cli_ask (self, "check", NULL);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (answer), "problems")),
                    ==, 0);
}

/* The middle of the file is overwritten: it says so, and does not touch it. */
static void
test_check_damaged (Cli *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (self->file, &text, &length, NULL));
  memset (text + length / 4, 'x', length / 2);
  g_assert_true (g_file_set_contents (self->file, text, (gssize) length, NULL));
  cli_run (self, "check", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  g_assert_true (g_str_has_prefix (self->err, "aanjager-cli: check: "));
}

static void
test_backup (Cli *self, gconstpointer data)
{
  g_autofree char *copy = cli_get_path (self, "copy.aanjager");
  gint64 n_groups = count (self, "group");

  cli_do (self, "backup", copy, NULL);
  cli_do (self, "add", "group", "name=Later", "kind=platform", NULL);
  cli_run_bare (self, "--data", copy, "--json", "list", "group", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (json_parser_load_from_data (self->parser, self->out, -1, NULL));
  g_assert_cmpint (json_array_get_length (
                       json_node_get_array (json_parser_get_root (self->parser))),
                   ==, n_groups);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  cli_ask (self, "backup", copy, NULL);
  cli_run_bare (self, "--data", copy, "show", "group", "Later", NULL);
  g_assert_cmpint (self->status, ==, 0);
}

/* Another network, or a thesis, was replaced without a word. */
static void
test_backup_replaces_nothing (Cli *self, gconstpointer data)
{
  g_autofree char *other = cli_get_path (self, "other.aanjager");
  g_autofree char *thesis = cli_get_path (self, "thesis.txt");
  g_autofree char *text = NULL;

  cli_run_bare (self, "new", other, "--example", "empty", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (g_file_set_contents (thesis, "My thesis", -1, NULL));
  cli_run (self, "backup", other, NULL);
  cli_assert_refused (self, 1, "aanjager-cli: backup: *other.aanjager*Choose another name*");
  cli_run (self, "backup", thesis, NULL);
  cli_assert_refused (self, 1, "aanjager-cli: backup: *thesis.txt*Choose another name*");
  g_assert_true (g_file_get_contents (thesis, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "My thesis");
  cli_run_bare (self, "--data", other, "show", "group", "Expertteam Cyber", NULL);
  g_assert_cmpint (self->status, ==, 1);
}

static void
test_backup_refuses (Cli *self, gconstpointer data)
{
  g_autofree char *linked = cli_get_path (self, "link.aanjager");

  cli_run (self, "backup", self->file, NULL);
  cli_assert_refused (self, 1, "aanjager-cli: backup: *");
  g_assert_cmpint (symlink (self->file, linked), ==, 0);
  cli_run (self, "backup", linked, NULL);
  cli_assert_refused (self, 1, "aanjager-cli: backup: *");
  cli_run (self, "backup", "none/copy.aanjager", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: backup: *");
  cli_do (self, "check", NULL);
}

/* A file of somebody else, or on a disk that is mounted for reading, could not even be listed. */
static void
test_read_only (Cli *self, gconstpointer data)
{
  static const int modes[] = { 0444, 0644 };
  g_autofree char *elsewhere = g_dir_make_tmp ("aanjager-cli-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (elsewhere, "copy.aanjager", NULL);
  g_autofree char *calendar = g_build_filename (elsewhere, "all.ics", NULL);

  cli_do (self, "cycle", "plan", "--group", "Expertteam Cyber", "--year", "2027", NULL);
  /* What root starts from here on heeds what files may be written, as everybody does. */
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (self->file, modes[i]), ==, 0);
      g_assert_cmpint (count (self, "meeting"), ==, 12);
      cli_do (self, "check", NULL);
      cli_do (self, "history", NULL);
      cli_do (self, "search", "expertteam", NULL);
      cli_do (self, "cycle", "plan", "--group", "Expertteam Cyber", "--year", "2028", "--dry-run",
              NULL);
      cli_do (self, "backup", copy, NULL);
      cli_do (self, "calendar", "export", "all", "--output", calendar, NULL);
      g_assert_cmpint (g_unlink (copy), ==, 0);
      g_assert_cmpint (g_unlink (calendar), ==, 0);
      cli_run (self, "add", "district", "name=Overkant", NULL);
      cli_assert_refused (self, 1, "aanjager-cli: add: *may not be written*");
      cli_run (self, "undo", NULL);
      cli_assert_refused (self, 1, "aanjager-cli: undo: *may not be written*");
    }
  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);
  g_assert_cmpint (g_rmdir (elsewhere), ==, 0);
  cli_do (self, "add", "district", "name=Overkant", NULL);
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli/file/" name, Cli, NULL, set_up, function, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("new", cli_set_up, test_new);
  ADD ("new-empty", cli_set_up_empty, test_new_empty);
  ADD ("new-refuses", cli_set_up, test_new_refuses);
  ADD ("no-file", cli_set_up, test_no_file);
  ADD ("foreign-file", cli_set_up, test_foreign_file);
  ADD ("default-file", cli_set_up, test_default_file);
  ADD ("data-behind", cli_set_up_example, test_data_behind);
  ADD ("check", cli_set_up_example, test_check);
  ADD ("check-damaged", cli_set_up_example, test_check_damaged);
  ADD ("backup", cli_set_up_example, test_backup);
  ADD ("backup-replaces-nothing", cli_set_up_example, test_backup_replaces_nothing);
  ADD ("backup-refuses", cli_set_up_example, test_backup_refuses);
  ADD ("read-only", cli_set_up_example, test_read_only);
  return g_test_run ();
}
