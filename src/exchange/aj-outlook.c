/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-outlook.h"

#include <string.h>

#include "aj-text.h"

#define N_LANGUAGES 2

/* What a column is to us. Of several for one field the first that is filled in counts. */
typedef enum
{
  PART_GIVEN,
  PART_MIDDLE,
  PART_FAMILY,
  PART_FIELD,
} Part;

typedef struct
{
  const char *names[N_LANGUAGES];
  Part part;
  AjCardField field;
  gboolean is_written;
} Column;

/* In the order in which Outlook has them. */
static const Column columns[] = {
  { { "First Name", "Voornaam" }, PART_GIVEN, AJ_CARD_NAME, TRUE },
  { { "Middle Name", "Middelste naam" }, PART_MIDDLE, AJ_CARD_NAME, TRUE },
  /* Not Outlook's: how lists of Dutch names are kept. */
  { { "Surname Prefix", "Tussenvoegsel" }, PART_MIDDLE, AJ_CARD_NAME, FALSE },
  { { "Last Name", "Achternaam" }, PART_FAMILY, AJ_CARD_NAME, TRUE },
  { { "Company", "Bedrijf" }, PART_FIELD, AJ_CARD_ORGANISATION, TRUE },
  { { "Job Title", "Functie" }, PART_FIELD, AJ_CARD_FUNCTION, TRUE },
  { { "Business Phone", "Telefoon op werk" }, PART_FIELD, AJ_CARD_PHONE, TRUE },
  { { "Business Phone 2", "Telefoon op werk 2" }, PART_FIELD, AJ_CARD_PHONE, FALSE },
  { { "Company Main Phone", "Hoofdtelefoon bedrijf" }, PART_FIELD, AJ_CARD_PHONE, FALSE },
  { { "Primary Phone", "Hoofdtelefoon" }, PART_FIELD, AJ_CARD_PHONE, FALSE },
  { { "Mobile Phone", "Mobiele telefoon" }, PART_FIELD, AJ_CARD_MOBILE, TRUE },
  { { "E-mail Address", "E-mailadres" }, PART_FIELD, AJ_CARD_MAIL, TRUE },
  { { "E-mail 2 Address", "E-mailadres 2" }, PART_FIELD, AJ_CARD_MAIL, FALSE },
  { { "E-mail 3 Address", "E-mailadres 3" }, PART_FIELD, AJ_CARD_MAIL, FALSE },
  { { "Notes", "Notities" }, PART_FIELD, AJ_CARD_NOTES, TRUE },
};

/* What Outlook makes out of the other columns. */
static const char *const derived[] = {
  "Initials",
  "Initialen",
  "E-mail Type",
  "E-mail Display Name",
  "E-mail 2 Type",
  "E-mail 2 Display Name",
  "E-mail 3 Type",
  "E-mail 3 Display Name",
  "E-mailtype",
  "E-mailtype 2",
  "E-mailtype 3",
  "Weergavenaam voor e-mail",
  "E-mail, weergegeven naam 2",
  "E-mail, weergegeven naam 3",
};

/* What Outlook writes where nobody filled anything in: dates, importance and the like. */
static const char *const blanks[] = {
  "0/0/00", "0-0-00",      "0.0.00",
  "Normal", "Normaal",     "False",
  "Onwaar", "Unspecified", "Niet-gespecificeerd",
};

static gboolean
is_called (const Column *column, const char *name)
{
  for (guint l = 0; l < N_LANGUAGES; l++)
    if (g_ascii_strcasecmp (name, column->names[l]) == 0)
      return TRUE;
  return FALSE;
}

/* The place of a column in the file, or -1. */
static int
find (AjCsv *csv, const Column *column)
{
  for (guint i = 0; i < aj_csv_get_n_columns (csv); i++)
    if (is_called (column, aj_csv_get_column_name (csv, i)))
      return (int) i;
  return -1;
}

gboolean
aj_outlook_reads (const char *heading)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (is_called (&columns[i], heading))
      return TRUE;
  return FALSE;
}

static gboolean
is_among (const char *text, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
aj_outlook_fills_by_itself (AjCsv *csv, guint column)
{
  if (is_among (aj_csv_get_column_name (csv, column), derived, G_N_ELEMENTS (derived)))
    return TRUE;
  for (guint row = 0; row < aj_csv_get_n_rows (csv); row++)
    {
      const char *text = aj_text_or_null (aj_csv_get (csv, row, column));

      if (text != NULL && !is_among (text, blanks, G_N_ELEMENTS (blanks)))
        return FALSE;
    }
  return TRUE;
}

gboolean
aj_outlook_recognises (AjCsv *csv)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if ((columns[i].part == PART_GIVEN || columns[i].part == PART_FAMILY) &&
        find (csv, &columns[i]) >= 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_card (const AjCard *card, const char *text)
{
  for (guint i = 0; i < AJ_CARD_N_FIELDS; i++)
    if (g_strcmp0 (card->fields[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* Of what somebody has more than one, the first has the field; the others go into the notes, under the name that they
 * have in the file. Behind all fields, since the notes are one of them. */
static void
keep_others (AjCard *card, AjCsv *csv, guint row, const int *places)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = NULL;

      if (places[i] < 0 || columns[i].part != PART_FIELD || columns[i].field == AJ_CARD_NOTES)
        continue;
      text = aj_csv_unguard (aj_csv_get (csv, row, (guint) places[i]));
      if (!is_of_card (card, text))
        aj_card_add_more (card, aj_csv_get_column_name (csv, (guint) places[i]), text);
    }
}

static AjCard *
read_row (AjCsv *csv, guint row, const int *places)
{
  AjCard *card = aj_card_new (aj_csv_get_line (csv, row));
  g_autoptr (GString) name = g_string_new (NULL);

  card->fault = g_strdup (aj_csv_get_fault (csv, row));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = NULL;

      if (places[i] < 0)
        continue;
      text = aj_csv_unguard (aj_csv_get (csv, row, (guint) places[i]));
      if (columns[i].part == PART_FIELD && card->fields[columns[i].field] == NULL)
        aj_card_set (card, columns[i].field, text);
      else if (columns[i].part != PART_FIELD && aj_text_or_null (text) != NULL)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", g_strstrip (text));
    }
  aj_card_set (card, AJ_CARD_NAME, name->str);
  keep_others (card, csv, row, places);
  return card;
}

GPtrArray *
aj_outlook_read (AjCsv *csv)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_card_free);
  int places[G_N_ELEMENTS (columns)];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    places[i] = find (csv, &columns[i]);
  for (guint row = 0; row < aj_csv_get_n_rows (csv); row++)
    g_ptr_array_add (cards, read_row (csv, row, places));
  return cards;
}

void
aj_outlook_add_names (AjCsvWriter *writer, AjOutlookLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].is_written)
      aj_csv_writer_add_raw (writer, columns[i].names[language]);
}

void
aj_outlook_add_card (AjCsvWriter *writer, const AjCard *card)
{
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  if (card->fields[AJ_CARD_ROLE_MAILBOX] != NULL)
    family = g_strdup (card->fields[AJ_CARD_NAME]);
  else
    aj_card_split_name (card->fields[AJ_CARD_NAME] != NULL ? card->fields[AJ_CARD_NAME] : "",
                        &given, &family);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (!columns[i].is_written)
        continue;
      if (columns[i].part == PART_FIELD)
        aj_csv_writer_add_text (writer, card->fields[columns[i].field]);
      else
        aj_csv_writer_add_text (writer, columns[i].part == PART_GIVEN    ? given
                                        : columns[i].part == PART_FAMILY ? family
                                                                         : NULL);
    }
}
