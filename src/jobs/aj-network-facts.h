/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-book.h"

G_BEGIN_DECLS

/* What a map of the municipalities can show. */
typedef enum
{
  AJ_NETWORK_DISTRICTS,
  AJ_NETWORK_SCHOOL_REGIONS,
  AJ_NETWORK_CONTACT, /* how long ago the last one was */
  AJ_NETWORK_GROUP,   /* from which of them somebody sits in a group */
} AjNetworkSubject;

#define AJ_TYPE_NETWORK_FACTS (aj_network_facts_get_type ())

/**
 * AjNetworkFacts:
 *
 * All that one picture of the municipalities is made from, as the store had it at one moment, and no more: a network has
 * few municipalities, but may have a long log of contact. Read once, never changed; what it says of a date is worked out
 * from it without the store.
 */
typedef struct _AjNetworkFacts AjNetworkFacts;

GType aj_network_facts_get_type (void);

AjNetworkFacts *aj_network_facts_ref (AjNetworkFacts *self);
void aj_network_facts_unref (AjNetworkFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjNetworkFacts, aj_network_facts_unref)

/* (transfer full): waits. */
AjNetworkFacts *aj_network_facts_load (AjStore *store, AjNetworkSubject subject, GError **error);
void aj_network_facts_load_async (AjStore *store,
                                  AjNetworkSubject subject,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) */
AjNetworkFacts *aj_network_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error);
/* Whether a commit may have made the facts for @subject outdated. */
gboolean aj_network_facts_are_concerned (AjNetworkSubject subject, AjChanges *changes);

AjNetworkSubject aj_network_facts_get_subject (AjNetworkFacts *self);
/* (element-type AjValues) (transfer none): all there ever were, by name. */
GPtrArray *aj_network_facts_get_municipalities (AjNetworkFacts *self);
/* (element-type AjValues) (transfer none): by name. */
GPtrArray *aj_network_facts_get_districts (AjNetworkFacts *self);
/* (element-type AjValues) (transfer none): by kind and then by name, also those that have ended. */
GPtrArray *aj_network_facts_get_groups (AjNetworkFacts *self);
/* (transfer none): the id of what a municipality has become by @date; see aj_merger_find_heir(). */
const char *
aj_network_facts_find_heir (AjNetworkFacts *self, const char *municipality, AjDate date);
/* (nullable): the district with this id. */
const AjValues *aj_network_facts_find_district (AjNetworkFacts *self, const char *id);
/* Of AJ_NETWORK_CONTACT: the last day of contact with a municipality, one of its organisations or somebody there, up to
 * and including @date, also when they were of one that went into it; AJ_DATE_NONE: never. @n_this_year (nullable): how many contacts there were in the year of @date so
 * far. */
AjDate aj_network_facts_find_contact (AjNetworkFacts *self,
                                      const char *municipality,
                                      AjDate date,
                                      guint *n_this_year);
/* Of AJ_NETWORK_GROUP, else NULL: who sits in all groups. */
AjGroupBook *aj_network_facts_get_book (AjNetworkFacts *self);

G_END_DECLS
