/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* What is done around every meeting, so many days before or after it. */

/* A step that most groups have, to begin with. */
typedef struct
{
  const char *name; /* translated with gettext when it is stored */
  int days;         /* from the meeting: before it below zero */
  const char *role; /* (nullable): of aj_task_roles */
} AjUsualStep;

/* An item that most agendas have. */
typedef struct
{
  const char *name; /* likewise */
  int minutes;
  gboolean at_end;
} AjUsualItem;

/* In the order of the days, and of the agenda. */
const AjUsualStep *aj_checklist_get_usual_steps (guint *n_steps);
const AjUsualItem *aj_checklist_get_usual_items (guint *n_items);

/* The farthest that a step may lie from its meeting, in days: a year. */
#define AJ_CHECKLIST_MAX_DAYS 366

/* (transfer full): what is to be done, out of a line that may end with the days: "Agenda out -14", "Minutes +7". A minus may be
 * written as any dash; without a sign it is part of the words. @days is set only when they are there, which is what is given
 * back in @has_days. "" when nothing is left. */
char *aj_checklist_parse_line (const char *line, int *days, gboolean *has_days);
/* (transfer full): "14 days before", "on the day", "7 days after". */
char *aj_checklist_format_days (int days);

/* (transfer full) (nullable): why people do not work on @date (aj-working-days.h), and what the working day before it is:
 * "Saturday; the working day before is Fri 13 Mar 2026"; NULL when they do. A step keeps its day, so many days from its meeting,
 * and who does it is told of that one. */
char *aj_checklist_explain_day (AjDate date);

G_END_DECLS
