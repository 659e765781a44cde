/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* Why two records may well be one. */
typedef enum
{
  AJ_DUPLICATE_SAME_MAIL,
  AJ_DUPLICATE_SAME_NAME,
  AJ_DUPLICATE_LIKE_NAME,
} AjDuplicateReason;

typedef struct
{
  const AjValues *first; /* (borrowed): the one that holds more, or was there first */
  const AjValues *second;
  AjDuplicateReason reason;
} AjDuplicate;

/* (element-type AjDuplicate): the pairs among @records (element-type AjValues, all people or all organisations) that may
 * well be one, the surest first. People: the same mail address, or a like name at the same organisation. Role mailboxes
 * are a pair only by their address, for the same name at two addresses is two mailboxes; and so are those who left and
 * those who came after them. Organisations: a like name of the same kind and not in two municipalities. Other types
 * have none. Pairs that were said to be two (the distinct_field of their type) are none, and who was forgotten is nobody's
 * double. Of very many at one organisation only those of the same name are found. */
GArray *aj_duplicates_find (GPtrArray *records);

/* The reason as a code for scripts ("same-mail"), and as half a sentence for people, with a capital and no full stop. */
const char *aj_duplicate_reason_get_code (AjDuplicateReason reason);
const char *aj_duplicate_reason_describe (AjDuplicateReason reason);

G_END_DECLS
