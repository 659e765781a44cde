/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Content lines of RFC 5545 (3.1), appended to a buffer: CR LF, at most 75 octets, never cut inside a character, no
 * blank at the end of a line (relays of mail strip it). They are written here and not by libical, because 3.0 cannot
 * put a comma in a category or an X- property, and lets line breaks in an address begin a property of their own. */

/* What aj_text_clean_line() or, with @is_block, aj_text_clean_block() makes of @text, but NULL when nothing is left. Most
 * text is clean, for the store cleans what it is given; that is seen at a glance, and @text itself comes back. Otherwise
 * the result is in @owned, which must be free to take it and is for the caller to free. */
const char *aj_content_line_clean (const char *text, gboolean is_block, char **owned);

/* @value is made here and needs no escaping: dates, numbers, words of the standard. */
void aj_content_line_append (GString *lines, const char *name, const char *value);
/* A TEXT value, escaped (3.3.11), cleaned first. Nothing is written when nothing is left. */
void
aj_content_line_append_text (GString *lines, const char *name, const char *text, gboolean is_block);
/* A web address; TRUE when it was written. Only http and https are, in ASCII, without anything that could end the
 * line; see aj_content_line_dup_address(). */
gboolean aj_content_line_append_address (GString *lines, const char *name, const char *address);
/* NAME;CN="…":mailto:…; @common_name is nullable. FALSE, and nothing written, when @mail is no mail address. */
gboolean aj_content_line_append_mailbox (GString *lines,
                                         const char *name,
                                         const char *common_name,
                                         const char *mail);

/* (nullable): the web address as a URI, signs beyond ASCII percent-encoded; NULL when it is none that is safe to open. */
char *aj_content_line_dup_address (const char *address);

G_END_DECLS
