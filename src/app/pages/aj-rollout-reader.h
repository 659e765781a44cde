/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-rollout-facts.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* What is asked of the facts. */
typedef struct
{
  const char *id; /* (nullable): of what */
  AjDate today;
  guint form; /* for who works it out: in which form */
} AjRolloutQuestion;

typedef struct
{
  /* (transfer full): what there is to show. On another thread: @facts and @question are all that it may look at. */
  gpointer (*work) (AjRolloutFacts *facts, const AjRolloutQuestion *question);
  /* Of what it gives, also on another thread. */
  GDestroyNotify free;
  /* With the activities of action days that name an intervention, of which there may be very many. */
  gboolean is_whole;
} AjRolloutReaderKind;

#define AJ_TYPE_ROLLOUT_READER (aj_rollout_reader_get_type ())

/**
 * AjRolloutReader:
 *
 * What is worked out of the AjRolloutFacts for one who shows it, again when a commit changes what they tell. All who read
 * through the same services share the facts, which are read once, and only while anybody looks. There may be a hundred
 * thousand rollouts: so they are worked out, and let go of, where the main loop does not wait for it.
 *
 * Signals: "changed" (there is another result), "failed" (why it could not be read, a GError).
 */
G_DECLARE_FINAL_TYPE (AjRolloutReader, aj_rollout_reader, AJ, ROLLOUT_READER, GObject)

/* @kind must stay. */
AjRolloutReader *aj_rollout_reader_new (AjServices *services, const AjRolloutReaderKind *kind);
/* What is to be worked out, of today; what was before stays until the answer is there. */
void aj_rollout_reader_ask (AjRolloutReader *self, const char *id, guint form);
/* Whether anybody looks; at first nobody does. */
void aj_rollout_reader_set_active (AjRolloutReader *self, gboolean active);
/* (transfer none) (nullable): NULL until it is worked out for the first time. */
gpointer aj_rollout_reader_get_result (AjRolloutReader *self);
/* (transfer none) (nullable): what the result was made of. */
AjRolloutFacts *aj_rollout_reader_get_facts (AjRolloutReader *self);

G_END_DECLS
