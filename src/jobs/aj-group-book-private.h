/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-book.h"

G_BEGIN_DECLS

typedef enum
{
  BOOK_GROUPS,
  BOOK_DISTRICTS,
  BOOK_SEATS,
  BOOK_MEMBERSHIPS,
  BOOK_PERSONS,
  BOOK_POSITIONS,
  BOOK_ORGANISATIONS,
  BOOK_MUNICIPALITIES,
  N_BOOK_PARTS,
} BookPart;

struct _AjGroupBook
{
  gatomicrefcount references;
  GPtrArray *parts[N_BOOK_PARTS]; /* (owned) (element-type AjValues) */
  GHashTable *by_id;              /* (owned) (element-type utf8 AjValues) */
  GHashTable *memberships;        /* (owned) (element-type utf8 GPtrArray): by group */
  GHashTable *seats;              /* (owned) (element-type utf8 GPtrArray): by group */
};

/* The place of a record's choice in the table of its field; that of the end when it has none. */
guint book_find_choice (const AjValues *values, const char *name);

G_END_DECLS
