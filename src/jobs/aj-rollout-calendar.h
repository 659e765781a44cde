/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-calendar-error.h"
#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* Calendars of rollouts and of loans: whole days that leave one free; handing over and bringing back are appointments. */
typedef struct
{
  gboolean with_rollouts;
  gboolean with_loans;
  const char *municipality; /* (nullable): its id; only what is there */
  const char *material;     /* (nullable): its id; only loans of it */
} AjRolloutCalendarRequest;

/* (transfer full): what a calendar program calls the calendar: "Loans in Deventer". */
char *aj_rollout_calendar_dup_name (AjRolloutFacts *facts, const AjRolloutCalendarRequest *request);

/* Writes them to a calendar file (METHOD:PUBLISH), whole or not at all. What was stopped or cancelled says so, for who had it
 * already; what has no day yet is left out, and counted in @n_left_out. @n_written: how many rollouts and loans. @stamp: seconds
 * since 1970. Fails with AJ_CALENDAR_ERROR_EMPTY when there is nothing to write, or with AJ_OUTPUT_FILE_ERROR. */
gboolean aj_rollout_calendar_write (AjRolloutFacts *facts,
                                    const AjRolloutCalendarRequest *request,
                                    const char *path,
                                    gint64 stamp,
                                    guint *n_written,
                                    guint *n_left_out,
                                    GError **error);

G_END_DECLS
