/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): the data file of who never chose another, "network.aanjager" in the user's data directory. */
char *aj_default_data_path (void);
/* (transfer full): beside it, the file of an example of that name. */
char *aj_example_data_path (const char *example);
/* The folder of @path is made when it is not there (for the owner alone); FALSE when it cannot be. */
gboolean aj_data_path_make_folder (const char *path, GError **error);
/* (transfer full) (nullable): the program's settings; NULL where their schema is not installed, as on a server with
 * only the command line. */
GSettings *aj_open_settings (void);
/* (transfer full): the data file that was opened last, else the default one. @settings is nullable. */
char *aj_get_last_data_path (GSettings *settings);
/* (transfer full): who history names: the own name from the settings, else the real name of the user's account, else
 * the account; with the organisation from the settings, when there is one, in brackets. @settings is nullable. */
char *aj_get_author (GSettings *settings);
/* (transfer full): the names that aj_get_author() gave before, the latest first: who fills in an organisation is still the
 * same person. @settings is nullable. */
GStrv aj_get_earlier_authors (GSettings *settings);
/* From now on @author is one of those. */
void aj_keep_earlier_author (GSettings *settings, const char *author);

G_END_DECLS
