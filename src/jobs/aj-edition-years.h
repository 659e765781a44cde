/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-coverage.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* What the editions of an action day came to over the years: one, the one before it, and so on, at most so many. */
#define AJ_EDITION_YEARS_MAX 20

/* (transfer full) (element-type AjCoverage): the latest first, each concluded. @edition_id (nullable) is that of the latest;
 * without, or when it is not there, there are none. Editions that come after each other in a circle are told once. Waits. */
GPtrArray *aj_edition_years_load (AjStore *store, const char *edition_id, GError **error);
/* The same without waiting. */
void aj_edition_years_load_async (AjStore *store,
                                  const char *edition_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) */
GPtrArray *aj_edition_years_load_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
