/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* What the store has that returned forms are compared with. Filled once, then read; it does not change. */
typedef struct _AjReturnsBook AjReturnsBook;

/* @edition_id: NULL for the latest. */
AjReturnsBook *aj_returns_book_new (const char *edition_id);
void aj_returns_book_free (AjReturnsBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjReturnsBook, aj_returns_book_free)

/* What it is to be filled from, one query after another (AjPassNextFunc), and what with (AjPassFunc); @self is the book. */
AjQuery *aj_returns_book_next (gpointer self);
gboolean aj_returns_book_add (const AjValues *values, gpointer self, GError **error);

/* (nullable): NULL when there is none with that id. */
const AjValues *aj_returns_book_get_edition (AjReturnsBook *self);
/* (nullable): by id, code or name, as somebody writes it. */
const AjValues *aj_returns_book_find_municipality (AjReturnsBook *self, const char *text);
/* (nullable): the name of one that @text may well be a slip of. */
const char *aj_returns_book_suggest_municipality (AjReturnsBook *self, const char *text);
/* (nullable): of which the name stands in @text, as a word of its own; of several the longest. */
const AjValues *aj_returns_book_find_municipality_in (AjReturnsBook *self, const char *text);
const AjValues *aj_returns_book_get_municipality (AjReturnsBook *self, const char *id);

/* (nullable): by name; @is_ambiguous receives whether several are called so. */
const AjValues *
aj_returns_book_find_organisation (AjReturnsBook *self, const char *text, gboolean *is_ambiguous);
/* (nullable): the name of one that @text may well be a slip of. Gives up after very many questions. */
const char *aj_returns_book_suggest_organisation (AjReturnsBook *self, const char *text);
/* (nullable): by mail address, or else by name when one person has it. Both nullable. */
const AjValues *
aj_returns_book_find_person (AjReturnsBook *self, const char *mail, const char *name);
/* (nullable): a record that activities refer to, by its id. */
const AjValues *aj_returns_book_get_named (AjReturnsBook *self, const char *id);

/* Whether it was said of this edition which municipalities take part. */
gboolean aj_returns_book_has_participations (AjReturnsBook *self);
/* (nullable): of a municipality, by its id. */
const AjValues *aj_returns_book_get_participation (AjReturnsBook *self, const char *municipality);
/* (nullable): of this edition. */
const AjValues *aj_returns_book_get_activity (AjReturnsBook *self, const char *id);
const AjValues *
aj_returns_book_get_again (AjReturnsBook *self, const char *previous, const char *municipality);
/* (nullable): with that title there, on @date; AJ_DATE_NONE: the only one with it, on any day. Of several
 * on one day, the one that begins @from, at @place; both nullable. */
const AjValues *aj_returns_book_find_activity (AjReturnsBook *self,
                                               const char *municipality,
                                               const char *title,
                                               AjDate date,
                                               const char *from,
                                               const char *place);
/* (element-type AjValues) (nullable) (transfer none): all in a municipality. */
GPtrArray *aj_returns_book_list_activities (AjReturnsBook *self, const char *municipality);
/* Whether there was such an activity in the edition before. */
gboolean aj_returns_book_was_there (AjReturnsBook *self, const char *activity_id);

G_END_DECLS
