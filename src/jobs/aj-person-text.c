/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-person-text.h"

#include <glib/gi18n-lib.h>

#include "aj-contact.h"
#include "aj-membership.h"
#include "aj-position.h"

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const AjPersonPart parts[] = {
  { &aj_position_record_type, "person", N_ ("Functions"),
    FIELDS ("function", "organisation", "from", "until", "notes") },
  { &aj_membership_record_type, "person", N_ ("Seats in Groups"),
    FIELDS ("group", "role", "organisation", "from", "until", "notes") },
  { &aj_contact_record_type, "person", N_ ("Log of Contact"),
    FIELDS ("date", "way", "organisation", "municipality", "summary", "by") },
  { NULL },
};

const AjPersonPart *
aj_person_parts_get (void)
{
  return parts;
}

static gboolean
is_column_empty (GPtrArray *records, const char *field)
{
  for (guint i = 0; i < records->len; i++)
    if (!aj_values_is_empty (records->pdata[i], field))
      return FALSE;
  return TRUE;
}

/* (element-type AjField) (transfer container): the columns in which something stands. */
static GPtrArray *
list_columns (const AjPersonPart *part, GPtrArray *records)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; part->columns[i] != NULL; i++)
    if (!is_column_empty (records, part->columns[i]))
      g_ptr_array_add (columns,
                       (gpointer) aj_record_type_get_field (part->type, part->columns[i], NULL));
  return columns;
}

void
aj_person_text_add_table (AjDocument *document,
                          AjSurroundings *around,
                          const AjPersonPart *part,
                          GPtrArray *records)
{
  g_autoptr (GPtrArray) columns = list_columns (part, records);
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  if (columns->len == 0)
    return;
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (headings, (gpointer) aj_field_get_label (columns->pdata[i]));
  g_ptr_array_add (headings, NULL);
  aj_document_begin_table (document, _ (part->heading), (const char *const *) headings->pdata);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; j < columns->len; j++)
        g_ptr_array_add (cells,
                         aj_surroundings_display (around, records->pdata[i], columns->pdata[j]));
      g_ptr_array_add (cells, NULL);
      aj_document_add_row (document, (const char *const *) cells->pdata);
    }
}

/* "Group Werkgroep MKB, Notes". */
static char *
describe_place (AjSurroundings *around, const AjMention *mention)
{
  const AjValues *record = around != NULL
                               ? aj_surroundings_look_up (around, mention->type, mention->id)
                               : NULL;
  g_autofree char *known = record != NULL ? aj_surroundings_describe (around, record) : NULL;
  const char *title = mention->title != NULL ? mention->title : known;
  const char *type = aj_record_type_get_label (mention->type);

  if (title == NULL || g_str_equal (title, type))
    /* Translators: a kind of record, and a field of it: "Contact, What". */
    return g_strdup_printf (_ ("%s, %s"), type, aj_field_get_label (mention->field));
  /* Translators: a kind of record, its name, and a field of it: "Group Expertteam Cyber, Notes". */
  return g_strdup_printf (_ ("%s %s, %s"), type, title, aj_field_get_label (mention->field));
}

guint
aj_person_text_count_mentions (GPtrArray *mentions, gboolean shared)
{
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++)
    n += ((AjMention *) mentions->pdata[i])->shared == shared;
  return n;
}

void
aj_person_text_add_mentions (AjDocument *document,
                             AjSurroundings *around,
                             GPtrArray *mentions,
                             gboolean shared)
{
  const char *const headings[] = { _ ("Where"), _ ("What it says"), NULL };

  if (aj_person_text_count_mentions (mentions, shared) == 0)
    return;
  aj_document_begin_table (document, _ ("Mentions"), headings);
  for (guint i = 0; i < mentions->len; i++)
    {
      const AjMention *mention = mentions->pdata[i];
      g_autofree char *place = NULL;
      const char *cells[] = { NULL, mention->text, NULL };

      if (mention->shared != shared)
        continue;
      place = describe_place (around, mention);
      cells[0] = place;
      aj_document_add_row (document, cells);
    }
}
