/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Several ids in one text field, with a space between: for what the program remembers of records that may be gone since. */

/* The most characters of such a field: some five hundred ids. */
#define AJ_ID_TEXT_MAX 20000

/* @text is nullable: none. */
gboolean aj_id_text_has (const char *text, const char *id);
/* (transfer full): with the ids of @more (nullable) that are not there yet. */
char *aj_id_text_add (const char *text, const char *more);
/* (transfer full): without that one. */
char *aj_id_text_remove (const char *text, const char *id);

G_END_DECLS
