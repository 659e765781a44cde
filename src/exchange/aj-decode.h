/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as it arrives: from which program and which year, nobody says. */

/* What is read of one file at most. */
#define AJ_DECODE_MAX_BYTES ((gsize) 64 * 1024 * 1024)

/* The bytes of a file, NULL with AJ_ERROR_LIMIT for one that is larger than that: no more of it is read. Other failures are
 * AJ_ERROR_NOT_FOUND or AJ_ERROR_INVALID. Messages name the file. Waits. */
GBytes *aj_decode_read_file (const char *path, GError **error);

/* (transfer full): the same text in UTF-8, without a byte order mark. UTF-8, UTF-16 of either order with or without a
 * mark, else Windows-1252. What is no character, zero bytes included, becomes U+FFFD, so that who reads on can refuse the
 * part with it. @name says in messages where it came from. Fails with AJ_ERROR_LIMIT, or with AJ_ERROR_INVALID for what is
 * plainly no text: a workbook, a PDF. @decoded receives the length in bytes. */
char *
aj_decode_text (const char *name, const char *bytes, gsize length, gsize *decoded, GError **error);

G_END_DECLS
