/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search.h"

#include <glib/gi18n-lib.h>

#include "aj-naming.h"
#include "aj-search-words.h"

void
aj_search_hit_free (AjSearchHit *self)
{
  g_clear_pointer (&self->values, aj_values_unref);
  g_clear_pointer (&self->named, g_ptr_array_unref);
  g_free (self->snippet);
  g_free (self);
}

void
aj_search_group_free (AjSearchGroup *self)
{
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_free (self);
}

GArray *
aj_search_find_ranges (const char *text, const char *searched)
{
  g_autoptr (AjSearchWords) words = aj_search_words_new (searched);
  g_autoptr (AjSearchMap) map = aj_search_map_new (text);
  const char *const number[] = { words->number, NULL };

  if (words->number != NULL && aj_search_map_has (map, words->number))
    return aj_search_map_find_ranges (map, number);
  return aj_search_map_find_ranges (map, (const char *const *) words->words);
}

static AjValues *
find_named (const AjRecordType *type, const char *id, gpointer user_data)
{
  const AjSearchHit *self = user_data;

  for (guint i = 0; i < self->named->len; i++)
    {
      const AjValues *named = self->named->pdata[i];

      if (aj_values_get_record_type (named) == type && g_str_equal (aj_values_get_id (named), id))
        return aj_values_ref (named);
    }
  return NULL;
}

char *
aj_search_hit_dup_title (const AjSearchHit *self)
{
  char *name = aj_naming_describe (self->values, find_named, (gpointer) self);

  return name != NULL
             ? name
             : g_strdup (aj_record_type_get_label (aj_values_get_record_type (self->values)));
}

char *
aj_search_hit_dup_found (const AjSearchHit *self)
{
  if (self->field == NULL)
    return NULL;
  /* Translators: the label of a field, and a piece of what stands there. */
  return g_strdup_printf (_ ("%1$s: %2$s"), aj_field_get_label (self->field), self->snippet);
}
