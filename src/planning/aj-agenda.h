/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"
#include "aj-values.h"

G_BEGIN_DECLS

/* An agenda is a list of items (element-type AjValues) in its order; what follows from that. */

/* From when until when an item is spoken about. */
typedef struct
{
  AjWallTime start;
  AjWallTime end;
} AjAgendaSlot;

/* (element-type AjAgendaSlot) (transfer full): one for each item, from the start of the meeting on. Who dropped out of it
 * (carried over, dropped) takes no time. Empty when the meeting has no start. */
GArray *aj_agenda_time (const AjValues *meeting, GPtrArray *items);
/* How many minutes the items take together. */
gint64 aj_agenda_count_minutes (GPtrArray *items);
/* How many minutes the meeting is too short for them; below zero: what is left. */
gint64 aj_agenda_count_excess (const AjValues *meeting, GPtrArray *items);
/* (transfer full): the same as a sentence, "It does not fit: 20 minutes too long."; said also when it fits. */
char *aj_agenda_describe_excess (gint64 excess);
/* Whether an item is still part of the meeting: open or dealt with. */
gboolean aj_agenda_is_kept (const AjValues *item);

/* (transfer full): what is to be spoken about, out of a line that may end with how long: "Phishing 45m", "Phishing 45 min".
 * @minutes: -1 when it says nothing. "" when nothing is left. */
char *aj_agenda_parse_line (const char *line, int *minutes);
/* (nullable): the kind of an item that says so itself, in Dutch or English: "Gastspreker Sanne de Wit: AI", "Besluit: begroting". */
const char *aj_agenda_guess_kind (const char *name);

/* Standing items that come at the end have a place from here on, so that what is added comes before them. */
#define AJ_AGENDA_END 1000000

/* The place of a new item: behind all others, but before those at the end. */
gint64 aj_agenda_get_next_position (GPtrArray *items, gboolean at_end);
/* (element-type gint64) (transfer full): the places that the items must have so that the one at @from stands at @to, and all
 * others stay as they stand. Those that need not change keep theirs. */
GArray *aj_agenda_move (GPtrArray *items, guint from, guint to);

G_END_DECLS
