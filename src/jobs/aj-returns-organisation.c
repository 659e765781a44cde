/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who does it: an organisation that is known, or one that is made along. */
#include "aj-returns-private.h"

#include <glib/gi18n-lib.h>

#include "aj-named-record.h"
#include "aj-organisation.h"
#include "aj-text.h"

/* So many that are made are compared with each other, for all are with each. */
#define MAX_ALIKE 500

static char *
make_key (const char *name)
{
  g_autofree char *folded = aj_text_fold (name);

  return g_strconcat ("organisation ", folded, NULL);
}

static void
note_made (AjReturns *self, const AjValues *made)
{
  AjReturnName name = { made, NULL };

  g_hash_table_insert (self->made_for, (gpointer) made, GUINT_TO_POINTER (0));
  if (self->made_names->len >= MAX_ALIKE)
    return;
  name.likeness = aj_likeness_new (aj_values_get_text (made, "name"));
  g_array_append_val (self->made_names, name);
}

static AjValues *
make_organisation (AjReturns *self, AjReturnRow *row, const char *name)
{
  g_autofree char *key = make_key (name);
  AjValues *made = g_hash_table_lookup (self->made, key);

  if (made != NULL)
    {
      /* Somebody wrote it after all. */
      if (!g_hash_table_contains (self->made_for, made))
        note_made (self, made);
      return made;
    }
  made = aj_values_new (&aj_organisation_record_type, NULL);
  aj_values_set_text (made, "name", name);
  aj_values_set_text (made, "kind",
                      aj_named_record_guess (&aj_organisation_record_type,
                                             aj_record_type_get_field (&aj_organisation_record_type,
                                                                       "kind", NULL),
                                             name));
  aj_values_set_text (made, "municipality", aj_values_get_id (row->place));
  g_hash_table_insert (self->made, g_steal_pointer (&key), made);
  note_made (self, made);
  return made;
}

static void
make_for (AjReturns *self, AjReturnRow *row, AjValues *made)
{
  guint n_rows = GPOINTER_TO_UINT (g_hash_table_lookup (self->made_for, made));

  g_hash_table_insert (self->made_for, made, GUINT_TO_POINTER (n_rows + 1));
  row->made[0] = made;
}

void
aj_returns_leave_organisation (AjReturns *self, AjReturnRow *row)
{
  AjValues *made = row->made[0];

  if (made != NULL)
    g_hash_table_insert (self->made_for, made,
                         GUINT_TO_POINTER (
                             GPOINTER_TO_UINT (g_hash_table_lookup (self->made_for, made)) - 1));
  row->made[0] = NULL;
}

static gboolean
is_for_none (gpointer made, gpointer n_rows, gpointer user_data)
{
  return GPOINTER_TO_UINT (n_rows) == 0;
}

static gboolean
is_forgotten (gpointer name, gpointer made, gpointer made_for)
{
  return !g_hash_table_contains (made_for, made);
}

void
aj_returns_forget_organisations (AjReturns *self, GFunc again, gpointer user_data)
{
  if (g_hash_table_foreach_remove (self->made_for, is_for_none, NULL) == 0)
    return;
  g_hash_table_foreach_remove (self->made_of, is_forgotten, self->made_for);
  for (guint i = self->made_names->len; i > 0; i--)
    if (!g_hash_table_contains (self->made_for,
                                g_array_index (self->made_names, AjReturnName, i - 1).values))
      g_array_remove_index (self->made_names, i - 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      AjReturnRow *row = self->rows->pdata[i];

      if (row->alike != NULL && !g_hash_table_contains (self->made_for, row->alike))
        again (row, user_data);
    }
}

/* (nullable): one that is made along for a row before, and that @name may well be another spelling of. */
static const AjValues *
suggest_made (AjReturns *self, const char *name)
{
  g_autoptr (AjLikeness) likeness = aj_likeness_new (name);
  g_autofree char *key = make_key (name);
  const AjValues *own = g_hash_table_lookup (self->made, key);

  for (guint i = 0; i < self->made_names->len; i++)
    {
      const AjReturnName *made = &g_array_index (self->made_names, AjReturnName, i);

      if (made->values == own)
        return NULL;
      if (aj_likeness_organisations (likeness, made->likeness))
        return made->values;
    }
  return NULL;
}

static void
doubt (AjReturnRow *row, const char *sentence, const char *suggestion)
{
  aj_return_row_add_fault (row, aj_return_row_find_cell (row, AJ_FORM_COLUMN_ORGANISATION),
                           sentence, suggestion);
  row->is_unsure = TRUE;
}

const char *
aj_returns_find_organisation (AjReturns *self, AjReturnRow *row)
{
  const char *name = row->typed->texts[AJ_FORM_COLUMN_ORGANISATION];
  gboolean is_ambiguous = FALSE;
  const AjValues *found;
  const char *meant;
  AjValues *known;
  g_autofree char *sentence = NULL;

  if (name == NULL)
    return aj_returns_book_get_named (self->book, row->form->form->organisation_id) != NULL
               ? row->form->form->organisation_id
               : NULL;
  known = g_hash_table_lookup (self->made_of, name);
  if (known != NULL)
    {
      make_for (self, row, known);
      return aj_values_get_id (known);
    }
  found = aj_returns_book_find_organisation (self->book, name, &is_ambiguous);
  if (found != NULL)
    return aj_values_get_id (found);
  if (is_ambiguous)
    {
      sentence = g_strdup_printf (_ ("Several organisations are called “%s”."), name);
      doubt (row, sentence, NULL);
      return NULL;
    }
  if (aj_returns_book_find_municipality (self->book, name) == row->place)
    return NULL;
  meant = aj_returns_book_suggest_organisation (self->book, name);
  if (meant == NULL)
    row->alike = suggest_made (self, name);
  if (row->alike != NULL)
    meant = aj_values_get_text (row->alike, "name");
  if (meant != NULL)
    {
      /* Translators: two names of organisations. */
      sentence = g_strdup_printf (_ ("“%1$s” is not known. Is it “%2$s”? Else it is added."), name,
                                  meant);
      doubt (row, sentence, meant);
    }
  make_for (self, row, make_organisation (self, row, name));
  if (meant == NULL)
    g_hash_table_insert (self->made_of, g_strdup (name), row->made[0]);
  return aj_values_get_id (row->made[0]);
}
