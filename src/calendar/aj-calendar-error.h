/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AJ_CALENDAR_ERROR (aj_calendar_error_quark ())
GQuark aj_calendar_error_quark (void);

/* Causes, each of which calls for another next step of the person at the keyboard. */
typedef enum
{
  AJ_CALENDAR_ERROR_FAILED,    /* none of the below; the message has the system's words */
  AJ_CALENDAR_ERROR_ZONE,      /* the zone is unknown, or its rule cannot be said in a calendar */
  AJ_CALENDAR_ERROR_TIME,      /* the meeting has no usable start or end */
  AJ_CALENDAR_ERROR_ORGANISER, /* an invitation needs a mailbox that it comes from */
  AJ_CALENDAR_ERROR_EMPTY,     /* nothing to write: no file is made */
  AJ_CALENDAR_ERROR_NOT_FOUND, /* the file to read is not there */
  AJ_CALENDAR_ERROR_NOT_FILE,  /* what is to be read is a folder or a device */
  AJ_CALENDAR_ERROR_INVALID,   /* what was to be read is no calendar */
  AJ_CALENDAR_ERROR_LIMIT, /* what was to be read is larger or deeper than any calendar should be */
} AjCalendarErrorCode;

G_END_DECLS
