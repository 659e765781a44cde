/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-agenda.h"
#include "aj-meeting-facts.h"
#include "aj-record-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_AGENDA_ROW (aj_agenda_row_get_type ())

/**
 * AjAgendaRow:
 *
 * An item of an agenda: from when until when, what, and by whom. It can be dragged to another place, or moved there with
 * Alt+Up and Alt+Down; a menu has the same, and keeps it for later. Papers are added with Ctrl+Shift+A (a file) and
 * Ctrl+Shift+L (a link), or dropped on it; opened, it shows them.
 *
 * Signals: "moved" (the key of the row that was dropped on it, and so takes its place), "stepped" (1: a place further,
 * -1: a place back), "put-off" (it is for a later meeting), "mail" (the speaker is to be mailed about the appointment),
 * "noted" (that mail is out).
 */
G_DECLARE_FINAL_TYPE (AjAgendaRow, aj_agenda_row, AJ, AGENDA_ROW, AjRecordRow)

GtkWidget *aj_agenda_row_new (AjServices *services, AjRecord *item);
/* By whom: the id of a person, and how others introduce them, both nullable. It is seen with what is shown next. */
void aj_agenda_row_show_speaker (AjAgendaRow *self, const char *id, const char *speaker);
/* What can be done about the appointment of who speaks. */
typedef enum
{
  AJ_AGENDA_STEP_NONE,
  AJ_AGENDA_STEP_MAIL,      /* mail it */
  AJ_AGENDA_STEP_NOTE_SENT, /* it is out: note so */
  AJ_AGENDA_STEP_ADDRESS,   /* fill in where to mail it to */
} AjAgendaStep;

/* What is not in order with the appointment of who speaks, or spoke; @note is nullable. It is seen with what is shown next. */
void aj_agenda_row_show_appointment (AjAgendaRow *self, const char *note, AjAgendaStep step);
/* What its meeting has of it, and when it is spoken about; @slot (nullable): not known. */
void aj_agenda_row_show (AjAgendaRow *self, AjMeetingFacts *facts, const AjAgendaSlot *slot);

G_END_DECLS
