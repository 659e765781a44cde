/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-template.h"
#include "aj-meeting-facts.h"

G_BEGIN_DECLS

#define AJ_TYPE_FACTS_READER (aj_facts_reader_get_type ())

/**
 * AjFactsReader:
 *
 * The facts of the meeting that is looked at, and what its group's cycle asks for around every meeting: read when they are
 * needed, and again when something they tell of changes. All who show a side of one meeting share one.
 *
 * Signals: "changed" (there are other facts, or none any more), "failed" (why they could not be read, a GError).
 */
G_DECLARE_FINAL_TYPE (AjFactsReader, aj_facts_reader, AJ, FACTS_READER, GObject)

AjFactsReader *aj_facts_reader_new (AjStore *store);
/* NULL: none. The facts of the one before are gone at once. */
void aj_facts_reader_set_meeting (AjFactsReader *self, const char *id);
/* Whether anybody looks; at first nobody does. Nothing is read while nobody does. */
void aj_facts_reader_set_active (AjFactsReader *self, gboolean active);
/* (transfer none) (nullable): NULL while they are read for the first time. */
AjMeetingFacts *aj_facts_reader_get_facts (AjFactsReader *self);
/* (transfer none) (nullable): there whenever the facts are, and of the same moment or a later one. */
AjCycleTemplate *aj_facts_reader_get_template (AjFactsReader *self);

G_END_DECLS
