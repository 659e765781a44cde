/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-forget.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/* A network in which somebody has left traces everywhere, and the eyes to look for them. */

#define FORGET_NEUTRAL "Forgotten person"
#define FORGET_LABEL   "Forgot a person"

/* All that Zoë was ever called and reached at, as it must not be found any more, in any case and without its accents. */
extern const char *const forget_traces[];

/* Zoë, with a past: another name, other addresses, functions, a seat, contacts, an edit of her own. */
typedef struct
{
  char *zoe;
  char *group;
  char *organisation;
  char *membership;
  char *position;
  char *contact;
  char *other_contact;
  char *colleague;
} ForgetWorld;

void forget_world_make (StoreFixture *self, ForgetWorld *world);
void forget_world_clear (ForgetWorld *world);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ForgetWorld, forget_world_clear)

/* (transfer full): a file as it is, read by another process: to open and close it in this one would let go of its locks. */
char *forget_read_aside (const char *path, gsize *size);
/* The first of @wanted that stands in the file or what lies beside it, whatever its case; NULL. */
const char *forget_find_trace (const char *path, const char *const *wanted);
void forget_assert_no_trace (const char *path);

/* (transfer full): the id of a new record with the fields that follow in pairs, up to NULL. */
char *forget_add_record (AjStore *store, const AjRecordType *type, const char *label, ...)
    G_GNUC_NULL_TERMINATED;
gboolean
forget_try (AjStore *store, const char *id, AjForgetFlags flags, gboolean *wiped, GError **error);
void forget_now (AjStore *store, const char *id);

G_END_DECLS
