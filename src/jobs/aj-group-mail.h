/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-book.h"

G_BEGIN_DECLS

/* To whom a mail to several goes: the address of the person, else that of their organisation; each address once. */
typedef struct
{
  char **addresses; /* (owned): never NULL, ends with NULL */
  char **without;   /* (owned): the names of who has no address; likewise */
} AjGroupMail;

/* Who sits in the group on @date. */
AjGroupMail *aj_group_mail_new (AjGroupBook *book, const char *group_id, AjDate date);
/* Who leads a district on @date; a district without a lead is named among those without an address. */
AjGroupMail *aj_group_mail_new_for_leads (AjGroupBook *book, AjDate date, AjDate today);
/* (transfer full): a sentence that names who has no address, at most @max_names of them; "" when all have. */
char *aj_group_mail_describe_missing (const AjGroupMail *self, guint max_names);
void aj_group_mail_free (AjGroupMail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjGroupMail, aj_group_mail_free)

G_END_DECLS
