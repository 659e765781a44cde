/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-list.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* An open store in a folder of its own. Anna sits at it, at a fixed time. */
typedef struct
{
  char *folder;
  char *path;
  AjClock *clock;
  AjStore *store;
} StoreFixture;

void store_fixture_set_up (StoreFixture *self, gconstpointer data);
/* Fails when anything still holds the store, or the file is not in order. */
void store_fixture_tear_down (StoreFixture *self, gconstpointer data);
#define store_fixture_add(path, function)                                                          \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

/* (transfer full): another window on the same file. */
AjStore *store_open_again (StoreFixture *self, const char *author);
void store_commit (AjEdit *edit);
/* (transfer full): the id. */
char *add_group (AjStore *store, const char *name);
char *add_person (AjStore *store, const char *name);
char *add_meeting (AjStore *store, const char *group, const char *theme, const char *starts_at);
void set_field (
    AjStore *store, const AjRecordType *type, const char *id, const char *field, const char *text);
void remove_record (AjStore *store, const AjRecordType *type, const char *id);
/* (transfer full) (nullable): what is stored there, in machine form, past any object. */
char *stored (AjStore *store, const AjRecordType *type, const char *id, const char *field);
void assert_stored (AjStore *store,
                    const AjRecordType *type,
                    const char *id,
                    const char *field,
                    const char *expected);
gboolean is_stored (AjStore *store, const AjRecordType *type, const char *id);
void store_undo (AjStore *store, const char *expected_label);
void store_redo (AjStore *store, const char *expected_label);
/* Undo or redo must fail; gives the sentence (transfer full). */
char *store_undo_fails (AjStore *store, int code);
char *store_redo_fails (AjStore *store, int code);
/* Nothing is wrong with the file. */
void assert_store_sound (AjStore *store);

/* Runs the main loop until @condition, at most a minute. */
#define assert_eventually(condition)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 end_ = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;                                   \
                                                                                                   \
    while (!(condition) && g_get_monotonic_time () < end_)                                         \
      if (!g_main_context_iteration (NULL, FALSE))                                                 \
        g_usleep (500);                                                                            \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
