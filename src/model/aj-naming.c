/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-naming.h"

#include <glib/gi18n-lib.h>

static const char *
get_title (const AjValues *values)
{
  const char *field = aj_values_get_record_type (values)->title_field;

  return field != NULL ? aj_values_get_text (values, field) : NULL;
}

/* A reference by the title of what it means, anything else as people read it. */
static char *
dup_part (const AjValues *values, const char *name, AjNamingFind find, gpointer user_data)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const int index = aj_record_type_find (type, name);
  g_autoptr (AjValues) target = NULL;

  g_return_val_if_fail (index >= 0, NULL);

  if (aj_values_is_empty (values, name))
    return NULL;
  if (type->fields[index].kind != AJ_FIELD_REFERENCE)
    return aj_field_display (&type->fields[index], aj_values_peek (values, (guint) index));
  target = find (aj_record_type_lookup (type->fields[index].target),
                 aj_values_get_text (values, name), user_data);
  if (target == NULL)
    return NULL;
  /* What it refers to may have no name of its own either, as the rollout of an evaluation. */
  return aj_values_get_record_type (target)->title_field != NULL
             ? g_strdup (get_title (target))
             : aj_naming_describe (target, find, user_data);
}

/* NULL when nothing of it is there. */
static char *
join_parts (const AjValues *values, const char *const *names, AjNamingFind find, gpointer user_data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *part = dup_part (values, names[i], find, user_data);

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
aj_naming_describe_own (const AjValues *values, AjNamingFind find, gpointer user_data)
{
  const AjNaming *naming = &aj_values_get_record_type (values)->naming;
  char *who = g_strdup (get_title (values));

  for (guint i = 0; naming->who[i][0] != NULL && who == NULL; i++)
    who = join_parts (values, naming->who[i], find, user_data);
  return who;
}

char *
aj_naming_describe (const AjValues *values, AjNamingFind find, gpointer user_data)
{
  const AjNaming *naming = &aj_values_get_record_type (values)->naming;
  g_autofree char *who = aj_naming_describe_own (values, find, user_data);
  g_autofree char *in_what = NULL;

  if (get_title (values) != NULL)
    return g_steal_pointer (&who);
  for (guint i = 0; naming->in_what[i] != NULL && in_what == NULL; i++)
    in_what = dup_part (values, naming->in_what[i], find, user_data);
  if (who != NULL && in_what != NULL)
    /* Translators: the two things that a record without a name is known by, as a person and a group. */
    return g_strdup_printf (_ ("%1$s, %2$s"), who, in_what);
  return who != NULL ? g_steal_pointer (&who) : g_steal_pointer (&in_what);
}
