/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-calendar-error.h"

G_BEGIN_DECLS

#define AJ_TYPE_CALENDAR_FILE (aj_calendar_file_get_type ())

/**
 * AjCalendarFile:
 *
 * A stream into a file that is there whole or not at all: written under a hidden name beside the
 * target, brought to the disk, and renamed by the commit. Without one, what stood at the path still
 * stands and nothing else is left behind once the stream is gone. Its errors are sentences of
 * AJ_CALENDAR_ERROR. Everything here waits for the disk; it may be used from any one thread at a time.
 */
G_DECLARE_FINAL_TYPE (AjCalendarFile, aj_calendar_file, AJ, CALENDAR_FILE, GOutputStream)

/* A link is followed: what it points to is replaced. The file gets the rights that new files get. Fails with
 * AJ_CALENDAR_ERROR_NOT_FILE, _NOT_FOUND, _READ_ONLY, _FULL or _FAILED. */
AjCalendarFile *aj_calendar_file_open (const char *path, GError **error);
/* Brings it to the disk and closes it, so that of many files all can be whole before the first is in its place. Nothing may
 * be written afterwards. */
gboolean aj_calendar_file_settle (AjCalendarFile *self, GError **error);
/* Settles it, when that was not done yet, and puts it in its place. Nothing may be written afterwards. */
gboolean aj_calendar_file_commit (AjCalendarFile *self, GError **error);

G_END_DECLS
