/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-data-path.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "aj-example.h"
#include "aj-text.h"

/* More than anybody's name and organisation change. */
#define MAX_EARLIER_NAMES 20

char *
aj_default_data_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "aanjager", "network.aanjager", NULL);
}

char *
aj_example_data_path (const char *example)
{
  const AjExample *known = aj_example_lookup (example, NULL);
  g_autofree char *name = NULL;

  g_return_val_if_fail (known != NULL && known->file != NULL, NULL);

  name = g_strconcat (known->file, ".aanjager", NULL);
  return g_build_filename (g_get_user_data_dir (), "aanjager", name, NULL);
}

gboolean
aj_data_path_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  shown = g_filename_display_name (folder);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               /* Translators: a folder, then the system's reason. */
               _ ("The folder %s cannot be made: %s. Choose another place for the data file."),
               shown, g_strerror (errno));
  return FALSE;
}

GSettings *
aj_open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, AJ_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

char *
aj_get_last_data_path (GSettings *settings)
{
  g_autofree char *last = settings != NULL ? g_settings_get_string (settings, "data-file") : NULL;

  if (aj_text_or_null (last) != NULL)
    return g_steal_pointer (&last);
  return aj_default_data_path ();
}

static char *
dup_line (GSettings *settings, const char *key)
{
  g_autofree char *text = settings != NULL ? g_settings_get_string (settings, key) : NULL;

  return aj_text_or_null (text) != NULL ? aj_text_clean_line (text) : NULL;
}

static char *
dup_account_name (void)
{
  const char *real = g_get_real_name ();

  /* GLib's word for an account without a name. */
  if (aj_text_or_null (real) != NULL && g_strcmp0 (real, "Unknown") != 0)
    return aj_text_clean_line (real);
  return aj_text_clean_line (g_get_user_name ());
}

char *
aj_get_author (GSettings *settings)
{
  g_autofree char *own = dup_line (settings, "own-name");
  g_autofree char *organisation = dup_line (settings, "organisation");
  g_autofree char *name = own != NULL ? g_steal_pointer (&own) : dup_account_name ();

  /* Kept in the data file, where everybody is to read the same. */
  return organisation != NULL ? g_strdup_printf ("%s (%s)", name, organisation)
                              : g_steal_pointer (&name);
}

GStrv
aj_get_earlier_authors (GSettings *settings)
{
  return settings != NULL ? g_settings_get_strv (settings, "earlier-names") : g_new0 (char *, 1);
}

void
aj_keep_earlier_author (GSettings *settings, const char *author)
{
  g_auto (GStrv) before = aj_get_earlier_authors (settings);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) author);
  for (guint i = 0; before[i] != NULL && names->len < MAX_EARLIER_NAMES; i++)
    if (!g_str_equal (before[i], author))
      g_ptr_array_add (names, before[i]);
  g_ptr_array_add (names, NULL);
  g_settings_set_strv (settings, "earlier-names", (const char *const *) names->pdata);
}
