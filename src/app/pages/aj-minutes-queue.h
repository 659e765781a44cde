/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MINUTES_QUEUE (aj_minutes_queue_get_type ())

/**
 * AjMinutesQueue:
 *
 * Lines of minutes that were accepted, stored one after the other: the next decision takes its number from what is stored by
 * then. It goes on whatever is looked at meanwhile, and the file is not closed before the last line is stored. What could not
 * be stored is kept for who typed it.
 *
 * Signal: "failed" (the id of the record that a line could not be stored with; the person has been told).
 */
G_DECLARE_FINAL_TYPE (AjMinutesQueue, aj_minutes_queue, AJ, MINUTES_QUEUE, GObject)

/* @widget: where a person is told what went wrong, for as long as it is there. */
AjMinutesQueue *aj_minutes_queue_new (AjServices *services, GtkWidget *widget);
/* @record_id: the item of its agenda that the line is of; or the meeting itself, of none. */
void aj_minutes_queue_push (AjMinutesQueue *self,
                            const char *meeting_id,
                            const char *record_id,
                            const char *text);
/* (transfer full) (nullable): the first line that could not be stored with that record; it is no longer kept here. */
char *aj_minutes_queue_take_failed (AjMinutesQueue *self, const char *record_id);

G_END_DECLS
