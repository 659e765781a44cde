/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-card.h"
#include "aj-csv-writer.h"
#include "aj-csv.h"

G_BEGIN_DECLS

/* The columns of Outlook's own "Export to a file", which it names in the language it runs in. */

/* Whether the columns are Outlook's, in English or Dutch. */
gboolean aj_outlook_recognises (AjCsv *csv);
/* Whether a column of that name says something of a card. */
gboolean aj_outlook_reads (const char *heading);
/* Whether nobody filled a column in: Outlook writes initials, "0/0/00" and "Normal" of its own accord. */
gboolean aj_outlook_fills_by_itself (AjCsv *csv, guint column);
/* (element-type AjCard) (transfer full): a card for every row. */
GPtrArray *aj_outlook_read (AjCsv *csv);

typedef enum
{
  AJ_OUTLOOK_ENGLISH,
  AJ_OUTLOOK_DUTCH,
} AjOutlookLanguage;

/* The row of names, to be ended. Outlook finds its fields by itself when the language is its own. */
void aj_outlook_add_names (AjCsvWriter *writer, AjOutlookLanguage language);
void aj_outlook_add_card (AjCsvWriter *writer, const AjCard *card);

G_END_DECLS
