/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether an organisation is called so; @folded as aj_text_fold() makes it. */
typedef gboolean (*AjPartnerKnownFunc) (const char *folded, gpointer user_data);

/* Partners as people write them: "Politie, bibliotheek en Halt". A comma, a semicolon or a new line ends a name. "en", "and",
 * "&" and "+" between spaces may do so or belong to it, as in "Hart en Ziel": they end one only where what stands before or
 * behind them is the name of an organisation that is known. A name that is known stays whole whatever is in it.
 *
 * (transfer full) (element-type utf8): the names, as they were written. */
GPtrArray *
aj_partner_names_split (const char *text, AjPartnerKnownFunc is_known, gpointer user_data);

/* (transfer full) (element-type utf8): those that end at a comma, a semicolon or a new line on both sides and have none of the
 * other words in them, so that nobody has to know them. @is_all receives whether that is all of it; nullable. */
GPtrArray *aj_partner_names_list_sure (const char *text, gboolean *is_all);

G_END_DECLS
