/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

/* (transfer full): that @lines (element-type AjCoverageLine) were asked on @today, by @way (of a contact): who was not asked
 * before is invited, who was is reminded once more. Each gets a line in the log of contact, signed @author. */
AjEdit *aj_edition_job_note_asked (AjStore *store,
                                   AjEditionFacts *facts,
                                   GPtrArray *lines,
                                   const char *way,
                                   AjDate today,
                                   const char *author);

G_END_DECLS
