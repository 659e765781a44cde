/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-chase.h"
#include "aj-edit.h"
#include "aj-edition-facts.h"

G_BEGIN_DECLS

/* What is done with an edition of the action day: each one edit, to be committed by whoever asked for it. */

/* (transfer full): a new edition from @starts_on to @ends_on (AJ_DATE_NONE: one day). With @previous, it is as that one was:
 * its name, with the other year, its goal, its days between reminders, as many days to register before it, and who takes part
 * and is asked there. Without, every municipality of @municipalities (element-type AjValues) that exists on that day takes
 * part. @edition_id gets the id of the new one. */
AjEdit *aj_edition_job_begin (AjStore *store,
                              AjDate starts_on,
                              AjDate ends_on,
                              AjCoverage *previous,
                              GPtrArray *municipalities,
                              const char **edition_id);

/* (transfer full): whether a municipality takes part. */
AjEdit *aj_edition_job_set_taking_part (AjStore *store,
                                        AjEditionFacts *facts,
                                        const AjCoverageLine *line,
                                        gboolean takes_part);

/* (transfer full): what it answered on @today, or that it need not be asked: a state of a participation. */
AjEdit *aj_edition_job_set_state (AjStore *store,
                                  AjEditionFacts *facts,
                                  const AjCoverageLine *line,
                                  const char *state,
                                  AjDate today);

/* That a municipality was asked. All owned. */
typedef struct
{
  char *municipality; /* its id */
  AjChaseRound round;
  char *person;  /* (nullable): the id of who was asked first; of a last call of the lead */
  char *name;    /* (nullable): of that lead */
  char *also_to; /* (nullable): the name of who was asked as well */
} AjAsked;

AjAsked *aj_asked_copy (const AjAsked *self);
void aj_asked_free (AjAsked *self);

/* (transfer full) (nullable): that those of @asked (element-type AjAsked) were asked on @today, by @way (of a contact). Who was
 * not asked before is invited, who was is reminded once more; each gets a line in the log of contact, signed @author. Who has
 * answered meanwhile, or is asked how it was, has that line only, who has left the edition nothing. NULL when nothing is left to note. */
AjEdit *aj_edition_job_note_asked (AjStore *store,
                                   AjEditionFacts *facts,
                                   GPtrArray *asked,
                                   const char *way,
                                   AjDate today,
                                   const char *author);

/* (transfer full): that @activities (element-type AjValues) were held. */
AjEdit *aj_edition_job_note_held (AjStore *store, GPtrArray *activities);

G_END_DECLS
