/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where mails lie that are on their way to the mail program. They name people, so none stays for longer than it is needed. */

/* (transfer full): what lies there goes when its owner logs out; but from a sandbox the desktop reaches only what is kept. */
char *aj_mail_folder_dup_path (void);
/* In a sandbox nothing is known of other programs, and the desktop asks which one it is to be. */
gboolean aj_mail_folder_is_sandboxed (void);

/* Takes away those of more than an hour ago, which the mail program has long read. Waits. */
void aj_mail_folder_sweep (void);
/* Takes away all: somebody who may stand in them is forgotten. Waits. */
void aj_mail_folder_empty (void);
/* The same without waiting; what fails is tried again by the next. */
void aj_mail_folder_sweep_soon (void);
void aj_mail_folder_empty_soon (void);

G_END_DECLS
