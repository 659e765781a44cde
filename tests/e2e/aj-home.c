/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-home.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW "2026-11-22"

/* Settings in a file, so that they outlive the program; the font and the stillness of headless.sh stay. */
static char **
make_environment (const char *folder)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *settings = g_build_filename (g_get_user_config_dir (), "gtk-4.0", "settings.ini",
                                                NULL);
  g_autofree char *config = g_build_filename (folder, "config", NULL);
  g_autofree char *toolkit = g_build_filename (config, "gtk-4.0", NULL);
  g_autofree char *copy = g_build_filename (toolkit, "settings.ini", NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_cmpint (g_mkdir_with_parents (toolkit, 0700), ==, 0);
  if (g_file_get_contents (settings, &text, &length, NULL))
    g_assert_true (g_file_set_contents (copy, text, (gssize) length, NULL));
  g_ptr_array_add (list, g_strdup ("GSETTINGS_BACKEND=keyfile"));
  g_ptr_array_add (list, g_strconcat ("XDG_CONFIG_HOME=", config, NULL));
  g_ptr_array_add (list, g_strconcat ("XDG_DATA_HOME=", folder, "/data", NULL));
  g_ptr_array_add (list, g_strconcat ("XDG_CACHE_HOME=", folder, "/cache", NULL));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

AjHome *
aj_home_new (void)
{
  AjHome *home = g_new0 (AjHome, 1);
  g_autoptr (GError) error = NULL;

  home->folder = g_dir_make_tmp ("aanjager-home-XXXXXX", &error);
  g_assert_no_error (error);
  home->data = g_build_filename (home->folder, "data", "aanjager",
                                 "Voorbeeld Oost-Nederland.aanjager", NULL);
  home->environment = make_environment (home->folder);
  home->drive = aj_drive_new ();
  return home;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
aj_home_free (AjHome *home)
{
  aj_drive_free (home->drive);
  remove_tree (home->folder);
  g_strfreev (home->environment);
  g_free (home->folder);
  g_free (home->data);
  g_free (home);
}

void
aj_home_start_drive (AjHome *home, AjDrive *drive, const char *option, const char *file)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "app", "aanjager",
                                                    NULL);
  const char *argv[6] = { program, "--now", NOW };
  guint n = 3;

  if (option != NULL)
    argv[n++] = option;
  if (file != NULL)
    argv[n++] = file;
  aj_drive_start (drive, argv, (const char *const *) home->environment);
}

void
aj_home_start (AjHome *home, const char *option, const char *file)
{
  aj_home_start_drive (home, home->drive, option, file);
}

char *
aj_home_run (AjHome *home, const char *first_argument, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;
  int status;
  va_list arguments;

  g_ptr_array_add (argv,
                   g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "aanjager-cli", NULL));
  g_ptr_array_add (argv, g_strdup ("--data"));
  g_ptr_array_add (argv, g_strdup (home->data));
  va_start (arguments, first_argument);
  for (const char *argument = first_argument; argument != NULL;
       argument = va_arg (arguments, const char *))
    g_ptr_array_add (argv, g_strdup (argument));
  va_end (arguments);
  g_ptr_array_add (argv, NULL);
  for (guint i = 0; home->environment[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (home->environment[i], "=", 2);

      environment = g_environ_setenv (environment, pair[0], pair[1], TRUE);
    }
  g_spawn_sync (NULL, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL, &output,
                &errors, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("the command line: %s\n%s", error->message, errors);
  return output;
}

char *
aj_home_dup_path (AjHome *home, const char *name)
{
  return g_build_filename (home->folder, name, NULL);
}

static AjDriveNode *
find_list (AjHome *home)
{
  return aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LIST, "Meetings");
}

AjDriveNode *
aj_home_find_meeting (AjHome *home, const char *pattern)
{
  return aj_drive_find_in (home->drive, find_list (home), AJ_DRIVE_ROLE_LIST_ITEM, pattern);
}

void
aj_home_wait_meetings (AjHome *home, guint n_meetings)
{
  aj_drive_wait_count (home->drive, find_list (home), AJ_DRIVE_ROLE_LIST_ITEM, "?*", n_meetings);
}

/* By hand, line by line: another reader than the one the program has. (tests/calendar reads files with three libraries.) */
void
aj_home_assert_calendar (AjHome *home, const char *path, const char *const *starts)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) identities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  guint n_events = 0, n_starts = 0;
  gboolean in_event = FALSE;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpstr (lines[0], ==, "BEGIN:VCALENDAR");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_equal (lines[i], "BEGIN:VEVENT") || g_str_equal (lines[i], "END:VEVENT"))
        in_event = g_str_has_prefix (lines[i], "BEGIN");
      if (g_str_equal (lines[i], "BEGIN:VEVENT"))
        n_events++;
      if (in_event && g_str_has_prefix (lines[i], "UID:"))
        g_assert_true (g_hash_table_add (identities, lines[i]));
      if (in_event && g_str_has_prefix (lines[i], "DTSTART;TZID="))
        {
          g_assert_nonnull (starts[n_starts]);
          g_assert_cmpstr (strrchr (lines[i], ':') + 1, ==, starts[n_starts++]);
        }
    }
  g_assert_null (starts[n_starts]);
  g_assert_cmpuint (n_events, ==, n_starts);
  g_assert_cmpuint (g_hash_table_size (identities), ==, n_events);
}

void
aj_home_add_mail_program (AjHome *home)
{
  static const char associations[] = "[Default Applications]\n"
                                     "message/rfc822=aanjager-test-mail.desktop\n"
                                     "[Added Associations]\n"
                                     "message/rfc822=aanjager-test-mail.desktop;\n";
  g_autofree char *applications = aj_home_dup_path (home, "data/applications");
  g_autofree char *entry = g_build_filename (applications, "aanjager-test-mail.desktop", NULL);
  g_autofree char *list = aj_home_dup_path (home, "config/mimeapps.list");
  g_autofree char *mails = aj_home_dup_path (home, "mails");
  g_autofree char *script = aj_home_dup_path (home, "mail-program");
  /* A mail is there when it is there whole. */
  g_autofree char *code =
      g_strdup_printf ("#!/bin/sh\nset -e\nnew=$(mktemp %s/new.XXXXXX)\ncp \"$1\" \"$new\"\n"
                       "mv \"$new\" %s/\"$(basename \"$1\")\"\n",
                       home->folder, mails);
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Mail\n"
                                           "Exec=%s %%f\nMimeType=message/rfc822;\n",
                                           script);

  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (mails, 0700), ==, 0);
  g_assert_true (g_file_set_contents (script, code, -1, NULL));
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  g_assert_true (g_file_set_contents (entry, text, -1, NULL));
  g_assert_true (g_file_set_contents (list, associations, -1, NULL));
}

static guint
count_mails (AjHome *home)
{
  g_autofree char *mails = aj_home_dup_path (home, "mails");
  g_autoptr (GDir) dir = g_dir_open (mails, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

void
aj_home_wait_mails (AjHome *home, guint n_mails)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (count_mails (home) < n_mails)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (20 * 1000);
    }
  g_assert_cmpuint (count_mails (home), ==, n_mails);
}
