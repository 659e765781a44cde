/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-coverage.h"
#include "aj-history.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* All that is known of an edition of the action day at one moment, with what was done at the one before. Activities are
 * counted and not kept. */
typedef struct _AjEditionFacts AjEditionFacts;

/* @edition_id is that of an edition. Waits. */
AjEditionFacts *aj_edition_facts_load (AjStore *store, const char *edition_id, GError **error);
void aj_edition_facts_load_async (AjStore *store,
                                  const char *edition_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AjEditionFacts *aj_edition_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error);
void aj_edition_facts_free (AjEditionFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjEditionFacts, aj_edition_facts_free)

/* Whether something changed that it tells. */
gboolean aj_edition_facts_are_concerned (AjEditionFacts *self, AjChanges *changes);

AjValues *aj_edition_facts_get_edition (AjEditionFacts *self);
AjCoverage *aj_edition_facts_get_coverage (AjEditionFacts *self);
/* (nullable): of the edition before, where that is known. */
AjCoverage *aj_edition_facts_get_previous (AjEditionFacts *self);
/* (nullable): a district; NULL for NULL. */
const AjValues *aj_edition_facts_get_district (AjEditionFacts *self, const char *id);
/* (nullable): the name of a district; NULL for NULL. */
const char *aj_edition_facts_get_district_name (AjEditionFacts *self, const char *id);

G_END_DECLS
