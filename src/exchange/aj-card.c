/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-card.h"

#include <string.h>

#include "aj-text.h"

static const char *const field_names[AJ_CARD_N_FIELDS] = {
  "id", "name", "function", "organisation", "mail", "phone", "mobile", "role-mailbox", "notes",
};

AjCard *
aj_card_new (guint line)
{
  AjCard *self = g_new0 (AjCard, 1);

  self->line = line;
  return self;
}

void
aj_card_free (AjCard *self)
{
  for (guint i = 0; i < AJ_CARD_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self->fault);
  g_free (self);
}

void
aj_card_set (AjCard *self, AjCardField field, const char *text)
{
  g_return_if_fail (field < AJ_CARD_N_FIELDS);

  g_free (self->fields[field]);
  self->fields[field] = g_strdup (aj_text_or_null (text));
}

static gboolean
has_line (const char *text, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

void
aj_card_add_note (AjCard *self, const char *line)
{
  const char *notes = self->fields[AJ_CARD_NOTES];
  char *longer;

  if (aj_text_or_null (line) == NULL || (notes != NULL && has_line (notes, line)))
    return;
  longer = notes != NULL ? g_strdup_printf ("%s\n%s", notes, line) : g_strdup (line);
  g_free (self->fields[AJ_CARD_NOTES]);
  self->fields[AJ_CARD_NOTES] = longer;
}

void
aj_card_add_more (AjCard *self, const char *label, const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);
  g_autofree char *line = g_strdup_printf ("%s: %s", label, clean);

  if (*clean != '\0')
    aj_card_add_note (self, line);
}

const char *
aj_card_get_field_name (AjCardField field)
{
  g_return_val_if_fail (field < AJ_CARD_N_FIELDS, NULL);

  return field_names[field];
}

/* What begins a Dutch family name that has more words than one. */
static gboolean
is_prefix (const char *word)
{
  static const char *const prefixes[] = { "van", "de", "der", "den", "het", "ter", "ten",
                                          "te",  "in", "op",  "aan", "von", "zu",  "la",
                                          "le",  "el", "al",  "di",  "da",  "dos", "'t",
                                          "’t",  "'s", "’s",  "bin", "du",  NULL };
  g_autofree char *folded = aj_text_fold (word);

  return g_strv_contains (prefixes, folded);
}

void
aj_card_split_name (const char *name, char **given, char **family)
{
  g_autofree char *clean = aj_text_clean_line (name);
  const char *cut = strrchr (clean, ' ');

  /* The first word is a given name whatever it is: "In Kim" has a family name too. */
  for (const char *space = strchr (clean, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      g_autofree char *word = g_strndup (space + 1, strcspn (space + 1, " "));

      if (is_prefix (word) && space[1 + strlen (word)] != '\0')
        {
          cut = space;
          break;
        }
    }
  *given = cut != NULL ? g_strndup (clean, (gsize) (cut - clean)) : g_strdup ("");
  *family = g_strdup (cut != NULL ? cut + 1 : clean);
}
