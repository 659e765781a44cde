/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-agenda.h"
#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_AGENDA_ROW (aj_agenda_row_get_type ())

/**
 * AjAgendaRow:
 *
 * An item of an agenda: from when until when, what, and by whom. It can be dragged to another place, or moved there with
 * Alt+Up and Alt+Down; a menu has the same, and keeps it for later.
 *
 * Signals: "moved" (the key of the row that was dropped on it, and so takes its place), "stepped" (1: a place further,
 * -1: a place back), "put-off" (it is for a later meeting).
 */
G_DECLARE_FINAL_TYPE (AjAgendaRow, aj_agenda_row, AJ, AGENDA_ROW, AjRecordRow)

GtkWidget *aj_agenda_row_new (AjServices *services, AjRecord *item);
/* By whom: the id of a person, and how others introduce them, both nullable. It is seen with the slot that follows. */
void aj_agenda_row_show_speaker (AjAgendaRow *self, const char *id, const char *speaker);
/* When it is spoken about; @slot (nullable): not known. */
void aj_agenda_row_show_slot (AjAgendaRow *self, const AjAgendaSlot *slot);

G_END_DECLS
