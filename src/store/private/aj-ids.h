/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AjIds:
 *
 * A row of record ids. A hundred thousand UUIDs take 1.6 MB, for each is kept as its 16 bytes; when one
 * of them is something else, all are kept as text.
 */
typedef struct _AjIds AjIds;

AjIds *aj_ids_new (void);
void aj_ids_free (AjIds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjIds, aj_ids_free)

guint aj_ids_get_length (const AjIds *self);
void aj_ids_append (AjIds *self, const char *id);
/* (transfer full) */
char *aj_ids_dup (const AjIds *self, guint index);
/* The index of an id, G_MAXUINT when it is not there. */
guint aj_ids_find (const AjIds *self, const char *id);
/* Puts @n_added ids of @other from @from on in the place of @n_removed here. */
void aj_ids_splice (
    AjIds *self, guint position, guint n_removed, const AjIds *other, guint from, guint n_added);

/* One stretch to replace: so many of the old from @position on by so many of the new from @from on. */
typedef struct
{
  guint position;
  guint n_removed;
  guint from;
  guint n_added;
} AjIdsHunk;

/* (transfer full, element-type AjIdsHunk): what makes @self into @fresh, as little as is worth finding out, in the order
 * of the list. What moved lies within one hunk, so that whoever selected it finds it again. Both are kept in the same form
 * afterwards. */
GArray *aj_ids_diff (AjIds *self, AjIds *fresh);

G_END_DECLS
