/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-calendar-error.h"

G_BEGIN_DECLS

/**
 * AjCalendarFile:
 *
 * A file that is there whole or not at all: written under a hidden name beside the target, brought to
 * the disk, and renamed. Until then, and after any failure, what stood at the path still stands.
 * May be used from any one thread at a time; everything here waits for the disk.
 */
typedef struct _AjCalendarFile AjCalendarFile;

/* A link is followed: what it points to is replaced. The file gets the rights that new files get. Fails with
 * AJ_CALENDAR_ERROR_NOT_FILE, _NOT_FOUND, _READ_ONLY, _FULL or _FAILED. */
AjCalendarFile *aj_calendar_file_open (const char *path, GError **error);
/* Throws away what was not committed. */
void aj_calendar_file_free (AjCalendarFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCalendarFile, aj_calendar_file_free)

/* (transfer none) */
GOutputStream *aj_calendar_file_get_stream (AjCalendarFile *self);
/* Puts the file in its place. Nothing may be written afterwards. */
gboolean aj_calendar_file_commit (AjCalendarFile *self, GError **error);

G_END_DECLS
