/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line of text as it may be stored: valid UTF-8 in NFC; control characters (C0, C1, U+2028/2029) and runs of white
 * space become one space; bidirectional embeddings and overrides, zero-width no-break spaces and non-characters are
 * dropped; ends trimmed. Invalid bytes are read as Windows-1252. Never NULL. */
char *aj_text_clean_line (const char *text);
/* The same for text of several lines: line ends (U+2028/2029 too) become \n, tabs and runs of spaces stay, for they
 * indent; white space at the end of a line and blank lines at both ends go. */
char *aj_text_clean_block (const char *text);
/* NULL when @text is NULL or holds nothing but white space, else @text. */
const char *aj_text_or_null (const char *text);
/* For comparing and searching: case and accents away ("Zoë" and "ZOE" are the same). Any bytes are taken. */
char *aj_text_fold (const char *text);
/* Valid UTF-8 cut to at most @units UTF-16 units, never inside a character, "…" at the end when cut. */
char *aj_text_truncate_utf16 (const char *text, gsize units);
gsize aj_text_length_utf16 (const char *text);
/* A file name that every system takes: no separators, controls or reserved signs, no leading dot, at most 120 bytes;
 * "aanjager" when nothing is left. */
char *aj_text_to_file_name (const char *text);
/* A rough test for "name@host.tld": one @, no spaces or controls, a dot in the host. Not RFC 5322 whole. */
gboolean aj_text_is_mail_address (const char *text);
/* In the language of the messages: "Aalten", "Aalten and Borne", "Aalten, Borne and Ede". @names ends with NULL. */
char *aj_text_join_names (const char *const *names);

G_END_DECLS
