/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-drive.h"

G_BEGIN_DECLS

/**
 * AjHome:
 *
 * A home of its own for the real program and the command line: data, settings and a place to save in, kept from one start
 * to the next and gone at the end. It is Sunday 22 November 2026 there.
 */
typedef struct
{
  AjDrive *drive;
  char *folder; /* for what the test saves */
  char *data;   /* where the program keeps its data file when nobody says otherwise */
  char **environment;
} AjHome;

AjHome *aj_home_new (void);
void aj_home_free (AjHome *home);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjHome, aj_home_free)

/* Starts the program; @option and @file are nullable. */
void aj_home_start (AjHome *home, const char *option, const char *file);
/* The same with a driver of its own, for a second window on a file. */
void aj_home_start_drive (AjHome *home, AjDrive *drive, const char *option, const char *file);
/* Runs the command line on the data file, which must succeed; (transfer full): what it printed. */
char *aj_home_run (AjHome *home, const char *first_argument, ...) G_GNUC_NULL_TERMINATED;
/* Before the program is started: a mail program that keeps the drafts it is given in a folder. */
void aj_home_add_mail_program (AjHome *home);
/* Waits until it was given so many drafts, and checks that it was not given more. */
void aj_home_wait_mails (AjHome *home, guint n_mails);
/* (transfer full) */
char *aj_home_dup_path (AjHome *home, const char *name);

/* Waits until so many meetings are in the list of the page Meetings. */
void aj_home_wait_meetings (AjHome *home, guint n_meetings);
/* (transfer none): the row in the list of meetings whose name fits; waits for it. */
AjDriveNode *aj_home_find_meeting (AjHome *home, const char *pattern);
/* Checks the calendar file at @path: as many appointments as @starts has ("20270114T100000"), in this order of time, each
 * with an identity of its own. */
void aj_home_assert_calendar (AjHome *home, const char *path, const char *const *starts);

G_END_DECLS
