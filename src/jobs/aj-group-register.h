/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* What a group decided and agreed to do, over all its meetings, as it is printed. */

typedef enum
{
  AJ_GROUP_REGISTER_DECISIONS, /* all, newest first */
  AJ_GROUP_REGISTER_ACTIONS,   /* what is still to be done, by the day it is due */
} AjGroupRegister;

/* What it is called, translated: "Decisions". */
const char *aj_group_register_get_title (AjGroupRegister what);

/* (transfer full): in the reader's language. AJ_STORE_ERROR_NOT_FOUND when there is no such group. Waits. */
AjDocument *
aj_group_register_load (AjStore *store, const char *group_id, AjGroupRegister what, GError **error);
/* The same without waiting. */
void aj_group_register_load_async (AjStore *store,
                                   const char *group_id,
                                   AjGroupRegister what,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* (transfer full) */
AjDocument *aj_group_register_load_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
