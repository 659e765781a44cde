/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-csv.h"
#include "aj-holidays.h"
#include "aj-values.h"

G_BEGIN_DECLS

/* What the program brings along about the regions: the tables of data/reference, compiled in. */
typedef enum
{
  AJ_REFERENCE_MUNICIPALITIES, /* of Oost-Nederland */
  AJ_REFERENCE_ORGANISATIONS,
  AJ_REFERENCE_MUNICIPALITIES_MIDDEN, /* of Midden-Nederland */
  AJ_REFERENCE_INTERVENTIONS,         /* that are known in the country */
} AjReferenceTable;

/* By the word that an example names it with, that of its file; FALSE when there is none. */
gboolean aj_reference_find_table (const char *word, AjReferenceTable *table);

/* (transfer full). The tables are tested, so an error means a damaged program. */
AjCsv *aj_reference_load_table (AjReferenceTable table, GError **error);
/* The record type of a table, by whose fields its columns are named (with _ for -). */
const AjRecordType *aj_reference_get_record_type (AjReferenceTable table);
/* (transfer full): the school holidays that are known. */
AjHolidays *aj_reference_load_holidays (GError **error);
/* (transfer full): the text of an example network, as JSON. */
GBytes *aj_reference_load_example (const char *name, GError **error);

G_END_DECLS
