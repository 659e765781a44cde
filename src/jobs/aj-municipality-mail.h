/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-mail.h"

G_BEGIN_DECLS

/* To whom a mail to several municipalities goes. @municipalities (element-type AjValues). Where somebody was chosen to be asked
 * in @contacts (nullable) (element-type utf8 utf8: a person by municipality), that is who, if they have an address and have not
 * left on @date. Else it is the people of its own organisations who have not left on @date, of what it has become by then when
 * it is over; else the mailboxes of those organisations; else that of what all municipalities of its district have together.
 * One for which there is no address at all is named among those without. (transfer full): waits. */
AjGroupMail *aj_municipality_mail_load (
    AjStore *store, GPtrArray *municipalities, GHashTable *contacts, AjDate date, GError **error);
/* The same without waiting. */
void aj_municipality_mail_load_async (AjStore *store,
                                      GPtrArray *municipalities,
                                      GHashTable *contacts,
                                      AjDate date,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* (transfer full) */
AjGroupMail *
aj_municipality_mail_load_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
