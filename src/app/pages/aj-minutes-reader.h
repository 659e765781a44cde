/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-minutes-book.h"

G_BEGIN_DECLS

#define AJ_TYPE_MINUTES_READER (aj_minutes_reader_get_type ())

/**
 * AjMinutesReader:
 *
 * The minutes of the meeting that is looked at, read when they are needed and again when something they tell of changes.
 *
 * Signals: "changed" (there is another book, or none any more), "failed" (why it could not be read, a GError).
 */
G_DECLARE_FINAL_TYPE (AjMinutesReader, aj_minutes_reader, AJ, MINUTES_READER, GObject)

AjMinutesReader *aj_minutes_reader_new (AjStore *store);
/* NULL: none. The book of the one before is gone at once. */
void aj_minutes_reader_set_meeting (AjMinutesReader *self, const char *id);
/* Whether anybody looks; at first nobody does. Nothing is read while nobody does. */
void aj_minutes_reader_set_active (AjMinutesReader *self, gboolean active);
/* (transfer none) (nullable): NULL while it is read for the first time. */
AjMinutesBook *aj_minutes_reader_get_book (AjMinutesReader *self);

G_END_DECLS
