/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* How an edition of the action day is covered, as it is printed: how far it is from its goal, the map, each district with
 * how many municipalities were to answer, did, and did in time, where there is nothing and for whom, and the same numbers
 * of the editions before. No names of people are in it. */

/* (transfer full): in the reader's language, as of @today. Waits. */
AjDocument *
aj_coverage_report_load (AjStore *store, const char *edition, AjDate today, GError **error);
/* The same without waiting. */
void aj_coverage_report_load_async (AjStore *store,
                                    const char *edition,
                                    AjDate today,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* (transfer full) */
AjDocument *aj_coverage_report_load_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
