/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* Two interventions side by side, for who has to choose: what the catalogue says of each, and what came of it so far.
 * Where they differ is said in words, and where only one of them says something. */

/* @intervention and @other are ids of interventions that are there. @other is nullable: then it says that one is to be
 * chosen. (transfer full) */
AjDocument *
aj_rollout_comparison_make (AjRolloutFacts *facts, const char *intervention, const char *other);

G_END_DECLS
