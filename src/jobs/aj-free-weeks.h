/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* Whether a thing is free in a week, as far as Monday to Friday are concerned. */
typedef enum
{
  AJ_FREE_WEEK_FREE,
  AJ_FREE_WEEK_PARTLY,    /* on some of the days */
  AJ_FREE_WEEK_TRAVELS,   /* nobody has it, but it is brought or fetched */
  AJ_FREE_WEEK_TAKEN,     /* somebody has it, or it is away */
  AJ_FREE_WEEK_NOT_THERE, /* not yet, or not any more */
  AJ_N_FREE_WEEK_STATES,
} AjFreeWeekState;

typedef struct
{
  AjDateRange days; /* Monday to Sunday */
  AjFreeWeekState state;
  AjDateRange free;     /* the most days in a row that it is free; AJ_DATE_NONE: on none */
  const AjValues *loan; /* (nullable): the first that is in the way; borrowed of the facts */
} AjFreeWeek;

/* (transfer full) (element-type AjFreeWeek): of @n_weeks, from the week of @today on. What should have been back counts as
 * away until @today. */
GArray *
aj_free_weeks_list (AjRolloutFacts *facts, const char *material, AjDate today, guint n_weeks);
/* "taken", in the language of the messages. */
const char *aj_free_week_state_get_label (AjFreeWeekState self);
/* A sign that tells the states apart without a colour: "●". */
const char *aj_free_week_state_get_mark (AjFreeWeekState self);
/* (transfer full): "Week 41, 5 October to 11 October: taken, Deventer". */
char *aj_free_week_describe (AjRolloutFacts *facts, const AjFreeWeek *self);

G_END_DECLS
