/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-history.h"
#include "aj-rows.h"

G_BEGIN_DECLS

/* References are looked at when an edit is whole, as the database does at its COMMIT, but with a sentence that says what
 * refers to what. What is to be looked at gathers in a table. */
GHashTable *aj_references_new (void);
/* Notes what a row refers to now and did not before. @before is nullable. */
void aj_references_note_written (GHashTable *self, const AjValues *before, const AjValues *after);
/* Whether all that was noted is there, and nothing refers to what @changes removed. */
gboolean aj_references_check (GHashTable *self, AjChanges *changes, AjRows *rows, GError **error);

G_END_DECLS
