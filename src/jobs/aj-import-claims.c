/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-private.h"

#include <glib/gi18n-lib.h>

#include "aj-person.h"
#include "aj-text.h"

/* One row while it says which record it is about. */
typedef struct
{
  AjImport *import;
  AjImportRow *row;
  char *refusal; /* (owned) (nullable) */
} Claiming;

/* TRUE when nobody claimed @key before. @key is taken. */
static gboolean
claim (Claiming *self, char *key, AjImportRow **owner)
{
  AjImportRow *row = self->row;

  *owner = g_hash_table_lookup (self->import->claims, key);
  if (*owner != NULL || row->n_claims == AJ_IMPORT_MAX_CLAIMS)
    {
      g_free (key);
      return *owner == NULL;
    }
  g_hash_table_insert (self->import->claims, key, row);
  row->claims[row->n_claims++] = key;
  return TRUE;
}

static void
refuse_for_rival (Claiming *self, AjImportRow *rival)
{
  g_autofree char *sentence = g_strdup_printf (
      /* Translators: a number of a line in the file. */
      _ ("Line %u is about the same one. Leave one of the two out of the file."), rival->line);

  self->row->rival = rival;
  aj_import_add_sentence (&self->refusal, sentence);
}

/* @key is taken. */
static gboolean
claim_or_refuse (Claiming *self, char *key)
{
  AjImportRow *rival;

  if (claim (self, key, &rival))
    return TRUE;
  refuse_for_rival (self, rival);
  return FALSE;
}

/* Two rows with the same name or mail address may well be one. @key is taken. */
static void
claim_softly (Claiming *self, char *key, gboolean is_mail)
{
  AjImportRow *owner;
  g_autofree char *note = NULL;

  if (claim (self, key, &owner))
    return;
  note = g_strdup_printf (is_mail ? _ ("Line %u has the same mail address.")
                                  : _ ("Line %u has the same name."),
                          owner->line);
  self->row->rival = owner;
  self->row->unsure = TRUE;
  aj_import_add_sentence (&self->row->notes, note);
}

static char *
make_key (const char *what, const char *first, const char *second)
{
  g_autofree char *one = aj_text_fold (first);
  g_autofree char *two = aj_text_fold (second);

  return g_strconcat (what, "=", one, "\x1f", two, NULL);
}

static gboolean
claim_uniques (Claiming *self)
{
  AjImportRow *row = self->row;
  const AjRecordType *type = self->import->type;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const AjValue *value = aj_values_peek (row->after, i);
      GSList *others;
      g_autofree char *sentence = NULL;

      if (!field->unique || field->internal || value->kind != AJ_VALUE_TEXT)
        continue;
      others = aj_import_index_list (self->import->index, field->name, value->as.text);
      if (others != NULL && others->data != row->before)
        {
          sentence = g_strdup_printf (
              /* Translators: the label of a field and what was filled in there. */
              _ ("%1$s: there is another one with “%2$s” already."), aj_field_get_label (field),
              value->as.text);
          aj_import_add_sentence (&self->refusal, sentence);
          return FALSE;
        }
      if (!claim_or_refuse (self, make_key (field->name, value->as.text, NULL)))
        return FALSE;
    }
  return TRUE;
}

static void
claim_person (Claiming *self)
{
  const AjValues *after = self->row->after;
  const char *name = aj_values_get_text (after, "name");
  const char *mail = aj_values_get_text (after, "mail");
  const char *organisation = aj_values_get_text (after, "organisation");
  g_autofree char *where = g_strconcat (organisation != NULL ? organisation : "", " ", mail, NULL);

  if (!claim_or_refuse (self, make_key ("who", name, where)) ||
      (mail != NULL && !claim_or_refuse (self, make_key ("address", name, mail))))
    return;
  if (mail != NULL)
    claim_softly (self, make_key ("mail", mail, NULL), TRUE);
  claim_softly (self, make_key ("name", name, NULL), FALSE);
}

/* By all that it refers to, and then by what it is called alone. */
static void
claim_titled (Claiming *self)
{
  const AjRecordType *type = self->import->type;
  const char *title = aj_values_get_text (self->row->after, type->title_field);
  g_autoptr (GString) references = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == AJ_FIELD_REFERENCE)
      {
        const AjValue *value = aj_values_peek (self->row->after, i);

        g_string_append_printf (references, "%s ",
                                value->kind == AJ_VALUE_TEXT ? value->as.text : "");
      }
  if (claim_or_refuse (self, make_key ("who", title, references->str)))
    claim_softly (self, make_key ("name", title, NULL), FALSE);
}

/* No two rows are the same record. */
static void
claim_all (Claiming *self)
{
  AjImportRow *row = self->row;
  const char *id = aj_values_get_id (row->before != NULL ? row->before : row->after);
  char *identity;

  if (!claim_or_refuse (self, make_key ("id", id, NULL)) || !claim_uniques (self) ||
      row->before != NULL || row->has_own_id)
    return;
  if (self->import->type == &aj_person_record_type)
    {
      claim_person (self);
      return;
    }
  if (aj_import_index_goes_by_title (self->import->index))
    {
      claim_titled (self);
      return;
    }
  identity = aj_import_index_dup_identity (self->import->index, row->after);
  if (identity != NULL)
    claim_or_refuse (self, identity);
}

void
aj_import_release (AjImport *self, AjImportRow *row)
{
  for (guint i = 0; i < row->n_claims; i++)
    g_hash_table_remove (self->claims, row->claims[i]);
  row->n_claims = 0;
}

char *
aj_import_claim (AjImport *self, AjImportRow *row)
{
  Claiming claiming = { .import = self, .row = row };

  claim_all (&claiming);
  if (claiming.refusal != NULL)
    aj_import_release (self, row);
  return claiming.refusal;
}
