/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opening a mail that was written to a file (.eml) in the mail program, as a draft that nobody has sent. */

/* Puts the file in a folder that only its owner can read, and opens it from there. @name is that of the file; while an older
 * one has it, a number comes behind it. Takes away those that a mail program has long read. */
void aj_mail_file_open_async (GtkWindow *window,
                              const char *name,
                              GBytes *bytes,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* FALSE without an error when there is no mail program that opens such files: one that would show them as text does not
 * count. */
gboolean aj_mail_file_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
