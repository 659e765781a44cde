/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-query.h"

G_BEGIN_DECLS

/**
 * AjNameBook:
 *
 * What people call the records that those of one type refer to. Filled once, then read: names from ids for
 * who writes a table, ids from names for who reads one.
 */
typedef struct _AjNameBook AjNameBook;

/* For the references of @type. */
AjNameBook *aj_name_book_new (const AjRecordType *type);
void aj_name_book_free (AjNameBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjNameBook, aj_name_book_free)

/* (element-type AjQuery) (transfer full): what it is to be filled from. */
GPtrArray *aj_name_book_list_queries (AjNameBook *self);
/* A record of any type; of one that is not referred to, nothing is kept. */
void aj_name_book_add (AjNameBook *self, const AjValues *values);

typedef enum
{
  AJ_NAME_FOUND_NONE,
  AJ_NAME_FOUND_ONE,
  AJ_NAME_FOUND_MANY,
} AjNameFound;

/* What somebody means with @text as a reference to a record of @target: its id, its title, or what no two share. @id
 * (transfer none) receives the id of the one. */
AjNameFound
aj_name_book_find (AjNameBook *self, const AjRecordType *target, const char *text, const char **id);
/* (transfer none) (nullable): the title of a record that may be referred to. */
const char *aj_name_book_get_title (AjNameBook *self, const AjRecordType *target, const char *id);
/* Whether that title is the name of a person, and not of a role. */
gboolean aj_name_book_is_personal (AjNameBook *self, const AjRecordType *target, const char *id);
/* (transfer none) (nullable): a title that @text may well be a slip of, for a question. Gives up after very many
 * questions, so that a file full of unknown names takes no longer than one of known ones. */
const char *aj_name_book_suggest (AjNameBook *self, const AjRecordType *target, const char *text);

/* A code of a municipality as the register has it: "GM0193" for "193", which is what spreadsheets make of it. Other texts
 * and fields as they are. (transfer full) */
char *aj_name_book_dup_code (const AjRecordType *type, const AjField *field, const char *text);

G_END_DECLS
