/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edition-facts.h"
#include "aj-map-state.h"

G_BEGIN_DECLS

/* What a map of an action day shows of each municipality. */
typedef enum
{
  AJ_EDITION_MAP_ANSWER, /* how far it is */
  AJ_EDITION_MAP_NUMBER, /* how many activities */
  AJ_EDITION_MAP_TARGET, /* as many of these as there are targets: who has something for them */
  AJ_EDITION_MAP_N_SUBJECTS = AJ_EDITION_MAP_TARGET + AJ_N_TARGETS,
} AjEditionMapSubject;

/* "answer", "number", "for-youth": for scripts and settings. */
const char *aj_edition_map_get_code (AjEditionMapSubject subject);
/* Translated: "Answer", "Number", "For youth". */
const char *aj_edition_map_get_label (AjEditionMapSubject subject);

/* (transfer full): settled. Pure; the texts are in the language of the messages. */
AjMapState *aj_edition_map_draw (AjEditionFacts *facts, AjEditionMapSubject subject, AjDate today);

G_END_DECLS
