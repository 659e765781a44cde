/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) (element-type utf8 guint): the place of each of @names (element-type utf8) in the order of the language, for
 * putting in order many things that have few names: each is looked at once, which g_utf8_collate() does again every time.
 * Names that the language does not tell apart have one place. Borrows the names. */
GHashTable *aj_name_ranks_new (GPtrArray *names);

G_END_DECLS
