/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-meeting-facts.h"

G_BEGIN_DECLS

#define AJ_TYPE_PROPOSAL_GROUP (aj_proposal_group_get_type ())

/**
 * AjProposalGroup:
 *
 * The other times that were proposed for a meeting: move it there, or leave it and tell whoever proposed it, for which the
 * action "invitations.mail" opens a mail. Invisible when there are none.
 */
G_DECLARE_FINAL_TYPE (AjProposalGroup, aj_proposal_group, AJ, PROPOSAL_GROUP, AdwPreferencesGroup)

/* @facts: (nullable) */
void aj_proposal_group_show (AjProposalGroup *self, AjStore *store, AjMeetingFacts *facts);

G_END_DECLS
