/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* A store in a folder of its own, in which it is ten o'clock on 15 January 2026. */
typedef struct
{
  char *folder;
  char *path;
  AjClock *clock;
  AjStore *store;
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);

/* Adds one record in an edit of its own; pairs of field and text, then NULL. (transfer none): its id, which lives as
 * long as the test. */
const char *fixture_add (Fixture *self, const char *type, ...) G_GNUC_NULL_TERMINATED;
/* Whether that changed anything. */
gboolean fixture_set (Fixture *self, const char *type, const char *id, ...) G_GNUC_NULL_TERMINATED;
void fixture_remove (Fixture *self, const char *type, const char *id);
/* The number of records of a type. */
gint64 fixture_count (Fixture *self, const char *type);
/* (transfer full): the first record in which @field is @text. */
AjRecord *fixture_find (Fixture *self, const char *type, const char *field, const char *text);
/* The meetings of a group by start: (transfer full) (element-type AjRecord). */
GPtrArray *fixture_meetings (Fixture *self, const char *group);

/* After which waiting is in vain, however busy the machine is. */
#define JOBS_DEADLINE_SECONDS 120

/* Waits for a callback: its result, no longer than that. */
typedef struct
{
  GAsyncResult *result;
} Waiter;

void waiter_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data);
/* (transfer none) */
GAsyncResult *waiter_wait (Waiter *self);

G_END_DECLS
