/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* What stands in a store about meetings, read record by record, and who is invited by the letter of it: for comparison with
 * what the jobs make of it. Read once, never changed. */
typedef struct
{
  GPtrArray *people; /* (element-type AjValues): so are the next three */
  GPtrArray *memberships;
  GPtrArray *meetings;
  GPtrArray *attendance;
} PlainFacts;

PlainFacts *plain_facts_load (AjStore *store);
void plain_facts_free (PlainFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainFacts, plain_facts_free)

const AjValues *plain_facts_get_meeting (PlainFacts *self, const char *id);
/* (nullable): there may be one line of a person at a meeting, and no more. */
const AjValues *
plain_facts_get_attendance (PlainFacts *self, const char *person, const char *meeting);
/* Of somebody: (nullable) one of any. */
const AjValues *plain_facts_get_membership (PlainFacts *self, const char *person);
/* Invited is who is a member on the day, and who is a guest. */
gboolean plain_facts_is_invited (PlainFacts *self, const char *person, const char *meeting);
/* (transfer full): the address that somebody has now, in small letters. */
char *plain_facts_dup_mail (PlainFacts *self, const char *person);

G_END_DECLS
