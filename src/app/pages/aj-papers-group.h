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
 * The papers of a meeting, each opened with one click; with a line to paste a link in, and a button that adds a file.
 */
G_DECLARE_FINAL_TYPE (AjPapersGroup, aj_papers_group, AJ, PAPERS_GROUP, AdwPreferencesGroup)

/* @facts: (nullable): none. */
void aj_papers_group_show (AjPapersGroup *self, AjServices *services, AjMeetingFacts *facts);

G_END_DECLS
