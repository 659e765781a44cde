/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-output-file.h"

G_BEGIN_DECLS

/* Files in a folder of somebody's, where two that are to have one name both stay. */

/* Writes @bytes as @name in @folder, and with a number behind the stem, as "uitnodiging (2).ics", while that name is taken. A
 * file that holds just these bytes is as good as written: writing the same again leaves one. (transfer full): the name it
 * has; NULL on failure, with an error of AJ_OUTPUT_FILE_ERROR. Waits for the disk. */
char *aj_numbered_file_write (
    const char *folder, const char *name, GBytes *bytes, AjOutputFileFlags flags, GError **error);

G_END_DECLS
