/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* What the network knows, as it is printed or put on a page of the web: the documents that are marked for it, by theme, each
 * with what it is, for whom, where it was discussed, and its link or the name of its file. */

/* What it is called, translated: "Knowledge Base". */
const char *aj_knowledge_base_get_title (void);

/* (transfer full): in the reader's language. Waits. */
AjDocument *aj_knowledge_base_load (AjStore *store, GError **error);
/* The same without waiting. */
void aj_knowledge_base_load_async (AjStore *store,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* (transfer full) */
AjDocument *aj_knowledge_base_load_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
