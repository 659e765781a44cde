/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* What whoever brings a thing takes along on paper: a page for each loan, with what it is, from where to where, whom to ring,
 * when, what to look over, and lines to sign when it is handed over and when it comes back. Those who are to be rung
 * are in it by name, phone and mail. */

/* (transfer full): of one @loan, or of all stops of a @tour that did not come back yet, of all when they all did; the other
 * is NULL. NULL with AJ_MODEL_ERROR_RULE when nothing is handed over: it was cancelled, or the thing is away. */
AjDocument *
aj_handover_slips_make (AjRolloutFacts *facts, const char *loan, const char *tour, GError **error);

G_END_DECLS
