/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-type.h"

G_BEGIN_DECLS

/* What the columns of a table may be called, and its choices: files travel between programs in two languages. */

/* The index of the field that a heading means: its name ("school-region", "school_region"), or its label in English, Dutch
 * or the language of the program. AJ_HEADING_ID for "id"; AJ_HEADING_UNKNOWN for anything else, and for fields that the
 * program keeps itself. */
#define AJ_HEADING_UNKNOWN (-1)
#define AJ_HEADING_ID      (-2)
int aj_heading_find_field (const AjRecordType *type, const char *heading);

/* The code of the choice that @text means, in either language; NULL for none. */
const char *aj_heading_find_choice (const AjField *field, const char *text);

/* (nullable): what the kind of an organisation is called in Dutch, folded, by its code. */
const char *aj_heading_get_dutch_kind (const char *code);

G_END_DECLS
