/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-meeting-facts.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_PAPERS_GROUP (aj_papers_group_get_type ())

/**
 * AjPapersGroup:
 *
 * The papers of a meeting, or of one item of its agenda, each opened with one click; with a line to paste a link in, and a
 * button that adds a file. Files and links can be dropped on it.
 */
G_DECLARE_FINAL_TYPE (AjPapersGroup, aj_papers_group, AJ, PAPERS_GROUP, AdwPreferencesGroup)

/* @facts: (nullable): none. @item_id: (nullable): those of no item of the agenda. */
void aj_papers_group_show (AjPapersGroup *self,
                           AjServices *services,
                           AjMeetingFacts *facts,
                           const char *item_id);
/* Puts the cursor where a link is typed. */
void aj_papers_group_focus_line (AjPapersGroup *self);

G_END_DECLS
