/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-intervention-line.h"
#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* Which municipalities can give an intervention themselves: where somebody was trained for it and still may. Who that is
 * is said nowhere here, for it is handed out. */

/* So many months ahead it is said that nobody may give it any more. */
#define AJ_TRAINER_COVER_MONTHS 3

typedef enum
{
  AJ_COVER_HAS,   /* can do it themselves */
  AJ_COVER_ENDS,  /* can, but not for long */
  AJ_COVER_LACKS, /* it is rolled out there, and nobody may give it, or not any more */
} AjCover;

/* What holds for one place; a district as a whole is one where it is rolled out as such. */
typedef struct
{
  AjInterventionLine *line; /* (owned): of the training that counts, or of the rollout */
  AjCover cover;
  gboolean trains; /* somebody there may train others as well */
} AjTrainerPlace;

/* (transfer full) (element-type AjTrainerPlace): what is to be done first, then by place. */
GPtrArray *aj_trainer_cover_list (AjRolloutFacts *facts, const char *intervention, AjDate today);
/* (transfer full) (nullable): a sentence on valid trainings that say no municipality, and so count nowhere; NULL: there are
 * none. @intervention is nullable: of all. */
char *
aj_trainer_cover_describe_homeless (AjRolloutFacts *facts, const char *intervention, AjDate today);

/* All interventions that somebody was trained for or that are rolled out, or one (nullable). (transfer full): in the reader's
 * language. */
AjDocument *
aj_trainer_cover_make_report (AjRolloutFacts *facts, const char *intervention, AjDate today);

G_END_DECLS
