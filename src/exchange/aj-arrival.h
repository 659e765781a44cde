/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is read of one file at most: an answer is a few kilobytes, with a logo below it a few hundred. */
#define AJ_ARRIVAL_MAX_BYTES ((gsize) 10 * 1024 * 1024)

/* A calendar as it came. */
typedef struct
{
  char *text;        /* in UTF-8 */
  char *sender_mail; /* (nullable): whom the mail is from that it stood in, in small letters */
  char *sender_name; /* (nullable) */
  GStrv recipients;  /* (nullable): whom the mail is to, in small letters */
} AjArrivedCalendar;

/**
 * AjArrival:
 *
 * The calendars in a file that came in: a calendar by itself, or those in a saved mail, however it is built. In a mail they
 * are what says it is a calendar, what is attached as one, and what begins like one, also in a mail that is passed on within
 * it; the same calendar twice, as Google sends it, is one. More than ten are not looked at.
 *
 * A mail may be hostile. How large it is, how many parts it can have and how deep they can lie is looked at before it is
 * taken apart.
 */
typedef struct
{
  char *name;           /* of the file, for messages */
  GPtrArray *calendars; /* (element-type AjArrivedCalendar): never none */
} AjArrival;

/* Fails with AJ_ERROR_LIMIT, or with AJ_ERROR_INVALID for a file without a calendar; of what Outlook saves by itself
 * (.msg, winmail.dat) and of a mail that is encrypted, the message says what to do instead. @name says in messages where it
 * came from. */
AjArrival *aj_arrival_read (const char *name, const char *bytes, gsize length, GError **error);
/* The same of a file; AJ_ERROR_NOT_FOUND as well. Waits. */
AjArrival *aj_arrival_read_file (const char *path, GError **error);
void aj_arrival_free (AjArrival *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjArrival, aj_arrival_free)

/* Whether a file by this name may be one, judged by how it ends: .ics, .eml, .msg, .dat. */
gboolean aj_arrival_is_likely (const char *path);

G_END_DECLS
