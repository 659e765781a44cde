/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search.h"

#include <glib/gi18n-lib.h>

#include "aj-search-words.h"

#define MAX_CHOICES 4

/* What stands for a title: who, and in what; of each the first that is there. A reference by the title of what it points
 * at, anything else as people read it. */
static const struct
{
  const char *type;
  const char *who[MAX_CHOICES + 1];
  const char *in_what[MAX_CHOICES + 1];
} names[] = {
  { "position", { "person" }, { "function", "organisation" } },
  { "contact", { "organisation", "municipality", "person" }, { "date" } },
  { "seat", { "name", "organisation", "kind", "role" }, { "group" } },
  { "membership", { "person", "organisation" }, { "group" } },
  { "cycle", { "group" }, { NULL } },
  { "meeting", { "group" }, { "starts-at" } },
};

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
  g_auto (GStrv) words = aj_search_words_split (searched, NULL);
  g_autoptr (AjSearchMap) map = aj_search_map_new (text);

  return aj_search_map_find_ranges (map, (const char *const *) words);
}

/* (transfer full) (nullable): what the reference points at, by its title. */
static char *
dup_named (const AjSearchHit *self, const AjField *field)
{
  const char *id = aj_values_get_text (self->values, field->name);

  for (guint i = 0; id != NULL && i < self->named->len; i++)
    {
      const AjValues *named = self->named->pdata[i];
      const AjRecordType *type = aj_values_get_record_type (named);

      if (g_str_equal (type->name, field->target) && g_str_equal (aj_values_get_id (named), id) &&
          type->title_field != NULL)
        return g_strdup (aj_values_get_text (named, type->title_field));
    }
  return NULL;
}

static char *
dup_part (const AjSearchHit *self, const char *name)
{
  const AjRecordType *type = aj_values_get_record_type (self->values);
  int index = aj_record_type_find (type, name);

  g_return_val_if_fail (index >= 0, NULL);

  if (aj_values_peek (self->values, (guint) index)->kind == AJ_VALUE_NONE)
    return NULL;
  if (type->fields[index].kind == AJ_FIELD_REFERENCE)
    return dup_named (self, &type->fields[index]);
  return aj_field_display (&type->fields[index], aj_values_peek (self->values, (guint) index));
}

static char *
dup_first_part (const AjSearchHit *self, const char *const *parts)
{
  char *part = NULL;

  for (guint i = 0; parts[i] != NULL && part == NULL; i++)
    part = dup_part (self, parts[i]);
  return part;
}

static char *
join_parts (const AjSearchHit *self, const char *const *who, const char *const *in_what)
{
  g_autofree char *first = dup_first_part (self, who);
  g_autofree char *second = dup_first_part (self, in_what);

  if (first != NULL && second != NULL)
    /* Translators: the two things that a record without a name is known by, as a person and a group. */
    return g_strdup_printf (_ ("%1$s, %2$s"), first, second);
  return first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&second);
}

char *
aj_search_hit_dup_title (const AjSearchHit *self)
{
  const AjRecordType *type = aj_values_get_record_type (self->values);
  const char *title = type->title_field != NULL
                          ? aj_values_get_text (self->values, type->title_field)
                          : NULL;
  char *joined = NULL;

  if (title != NULL)
    return g_strdup (title);
  for (guint i = 0; i < G_N_ELEMENTS (names) && joined == NULL; i++)
    if (g_str_equal (names[i].type, type->name))
      joined = join_parts (self, names[i].who, names[i].in_what);
  return joined != NULL ? joined : g_strdup (aj_record_type_get_label (type));
}

char *
aj_search_hit_dup_found (const AjSearchHit *self)
{
  if (self->field == NULL)
    return NULL;
  /* Translators: the label of a field, and a piece of what stands there. */
  return g_strdup_printf (_ ("%1$s: %2$s"), aj_field_get_label (self->field), self->snippet);
}
