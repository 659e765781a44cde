/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A mail to several people as a mailto: address (RFC 6068), which opens as a draft in whatever mail program there is. */

/* The longest that every mail program and desktop takes: what is longer is cut off or not opened at all. */
#define AJ_MAILTO_MAX_LENGTH 2000

typedef enum
{
  AJ_MAILTO_TO,  /* everybody sees everybody */
  AJ_MAILTO_BCC, /* nobody sees anybody */
} AjMailtoField;

/* (nullable) (transfer full): @addresses (NULL-terminated) and @subject (nullable) as one such address, percent-encoded. What
 * is no mail address is left out, for it could add header fields of its own. NULL when none is left, or when it gets longer
 * than AJ_MAILTO_MAX_LENGTH. */
char *aj_mailto_build (const char *const *addresses, AjMailtoField field, const char *subject);
/* The same with a text (nullable), of which the lines are kept. */
char *aj_mailto_build_with_text (const char *const *addresses,
                                 AjMailtoField field,
                                 const char *subject,
                                 const char *body);
/* (transfer full): the addresses as people paste them in the field of a mail program: with "; " between them, which
 * Outlook takes, and the others as well. */
char *aj_mailto_join (const char *const *addresses);

G_END_DECLS
