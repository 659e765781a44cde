/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"

G_BEGIN_DECLS

/* Two or more municipalities that become one on a day: either one of them, which takes the others in, or a new one. What
 * belongs to the old ones stays theirs: nothing is moved, for it was so when it was written down. */
typedef struct
{
  GPtrArray *old; /* (element-type AjValues): those that go */
  const AjValues
      *stays; /* (nullable): the one that takes them in, as it is; NULL: a new one comes */
  const AjValues *result; /* what there is from then on: @stays as it is to be, or the new one */
  AjDate date;            /* its first day as one */
} AjMerger;

/* The day on which municipalities usually become one: 1 January of the next year. */
AjDate aj_merger_get_usual_date (AjDate today);
/* (transfer full): what may be told beforehand of what comes of them. A new one has the district, school region, place on the
 * map and so on of the largest, and neither a name nor a code yet. Who lives where adds up, when it is known of all.
 * @old and @stays as in AjMerger. */
AjValues *aj_merger_propose (GPtrArray *old, const AjValues *stays);
/* Why it cannot be, as a sentence with AJ_MODEL_ERROR_RULE. @known (element-type AjValues) are all municipalities there
 * are. */
gboolean aj_merger_check (const AjMerger *self, GPtrArray *known, GError **error);
/* (transfer full): "Merge Laren and Blaricum into Gooi on 1 January 2027". */
char *aj_merger_describe (const AjMerger *self);
/* (transfer full): the one edit, to be committed by whoever asked for it; aj_merger_check() has passed. */
AjEdit *aj_merger_prepare (const AjMerger *self, AjStore *store);

/* (transfer none): the id of what the municipality @id has become by @date: itself, or the one that it went into, and so on.
 * Old records keep the municipality they were made for, so who counts by municipality asks this. @municipalities
 * (element-type utf8 AjValues): by id; those that never went into another one may be left out. */
const char *aj_merger_find_heir (GHashTable *municipalities, const char *id, AjDate date);

G_END_DECLS
