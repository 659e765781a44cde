/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-programme-facts-private.h"

G_BEGIN_DECLS

/* An activity that is kept until it is drawn. */
typedef struct
{
  AjValues *now;            /* (owned) (nullable) */
  AjValues *then;           /* (owned) (nullable) */
  const AjValues *values;   /* (borrowed): of those two, what is said of it */
  const char *district;     /* (borrowed) (nullable): from the facts */
  const char *municipality; /* (borrowed) (nullable): likewise */
} AjProgrammeLine;

AjProgrammeLine *aj_programme_line_new (AjProgrammeFacts *facts, const AjProgrammeEntry *entry);
void aj_programme_line_free (gpointer line);

/* (transfer full): @lines (element-type AjProgrammeLine) are put in order. */
AjDocument *aj_programme_draw_whole (AjProgrammeFacts *facts, GPtrArray *lines);
AjDocument *aj_programme_draw_changes (AjProgrammeFacts *facts, GPtrArray *lines);

/* The order of a table: by municipality, day, time and title. */
int aj_programme_line_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
