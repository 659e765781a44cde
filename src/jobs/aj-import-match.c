/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-likeness.h"
#include "aj-person.h"
#include "aj-text.h"

/* Of so many records with one name or address nobody says which is meant. */
#define MAX_CANDIDATES 200

void
aj_import_match_clear (AjImportMatch *self)
{
  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->note, g_free);
}

static gboolean
is_set (AjImportRow *row, guint index)
{
  return (row->set & (G_GUINT64_CONSTANT (1) << index)) != 0;
}

/* Whether a field is filled on both sides, and differs. */
static gboolean
contradicts (const AjValues *given, const AjValues *stored, guint index)
{
  const AjValue *mine = aj_values_peek (given, index);
  const AjValue *theirs = aj_values_peek (stored, index);

  return mine->kind != AJ_VALUE_NONE && theirs->kind != AJ_VALUE_NONE &&
         !aj_value_equal (mine, theirs);
}

/* The one with the same value where no two share it. @unknown receives whether there is such a value that nobody has. */
static const AjValues *
find_by_unique (AjImport *self, AjImportRow *row, const AjValues *given, gboolean *unknown)
{
  *unknown = FALSE;
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const AjField *field = &self->type->fields[i];
      GSList *list;

      if (!field->unique || field->kind != AJ_FIELD_TEXT || !is_set (row, i))
        continue;
      list = aj_import_index_list (self->index, field->name, aj_values_peek (given, i)->as.text);
      if (list != NULL)
        return list->data;
      *unknown = TRUE;
    }
  return NULL;
}

static char *
say_several (const char *text)
{
  return g_strdup_printf (
      /* Translators: a name or a mail address. */
      _ ("Several have “%s”, and nothing here says which is meant. Add the id."), text);
}

/* The only one that fits; @n_fitting receives how many do. */
typedef gboolean (*Fits) (const AjValues *given, const AjValues *stored);

static const AjValues *
pick (GSList *candidates, const AjValues *given, Fits fits, guint *n_fitting)
{
  const AjValues *found = NULL;
  guint n_seen = 0;

  *n_fitting = 0;
  for (GSList *item = candidates; item != NULL && n_seen < MAX_CANDIDATES; item = item->next)
    {
      n_seen++;
      if (!fits (given, item->data))
        continue;
      found = item->data;
      (*n_fitting)++;
    }
  return *n_fitting == 1 ? found : NULL;
}

static gboolean
has_like_name (const AjValues *given, const AjValues *stored)
{
  const char *name = aj_values_get_text (given, "name");
  const char *other = aj_values_get_text (stored, "name");
  g_autoptr (AjLikeness) mine = NULL;
  g_autoptr (AjLikeness) theirs = NULL;

  if (name == NULL || other == NULL || strcmp (name, other) == 0)
    return TRUE;
  mine = aj_likeness_new (name);
  theirs = aj_likeness_new (other);
  return aj_likeness_people (mine, theirs);
}

/* Whether another row bears the name of a person who is there. */
static gboolean
is_in_file (AjImport *self, AjImportRow *row, const AjValues *stored)
{
  g_autofree char *name = aj_text_fold (aj_values_get_text (stored, "name"));
  AjImportRow *other = g_hash_table_lookup (self->coming, name);

  return other != NULL && other != row;
}

/* A mailbox may be shared: then the name tells whose. TRUE when that settled it. */
static gboolean
match_by_mail (AjImport *self, AjImportRow *row, const AjValues *given, AjImportMatch *match)
{
  const char *mail = aj_values_get_text (given, "mail");
  GSList *candidates = mail != NULL ? aj_import_index_list (self->index, "mail", mail) : NULL;
  guint n_fitting;

  if (candidates == NULL)
    return FALSE;
  match->found = pick (candidates, given, has_like_name, &n_fitting);
  if (match->found != NULL)
    return TRUE;
  if (n_fitting > 1)
    match->refusal = say_several (mail);
  else if (candidates->next == NULL && !is_in_file (self, row, candidates->data))
    {
      match->found = candidates->data;
      match->note = g_strdup_printf (
          /* Translators: a mail address, and the name of a person. */
          _ ("%1$s is the address of “%2$s”, whose name would change."), mail,
          aj_values_get_text (match->found, "name"));
    }
  else
    match->note = g_strdup_printf (_ ("Others have the address %s already."), mail);
  return TRUE;
}

static gboolean
is_same (const AjValues *given, const AjValues *stored, const char *field)
{
  return !aj_values_differ (given, stored, field);
}

static gboolean
is_open (const AjValues *given, const AjValues *stored, const char *field)
{
  return !contradicts (given, stored, (guint) aj_record_type_find (&aj_person_record_type, field));
}

static gboolean
is_exactly_there (const AjValues *given, const AjValues *stored)
{
  return is_same (given, stored, "organisation") && is_same (given, stored, "mail");
}

static gboolean
is_of_same_organisation (const AjValues *given, const AjValues *stored)
{
  return is_same (given, stored, "organisation") && is_open (given, stored, "mail");
}

static gboolean
may_be_meant (const AjValues *given, const AjValues *stored)
{
  return is_open (given, stored, "organisation") && is_open (given, stored, "mail");
}

static gboolean
has_other_mail (const AjValues *given, const AjValues *stored)
{
  return is_same (given, stored, "organisation") && !aj_values_is_empty (given, "organisation");
}

/* By name and organisation, the surest first. */
static void
match_person (AjImport *self, const AjValues *given, AjImportMatch *match)
{
  static const Fits degrees[] = { is_exactly_there, is_of_same_organisation, may_be_meant,
                                  has_other_mail };
  const char *name = aj_values_get_text (given, "name");
  GSList *candidates = name != NULL ? aj_import_index_list (self->index, "name", name) : NULL;

  for (guint i = 0; candidates != NULL && i < G_N_ELEMENTS (degrees); i++)
    {
      guint n_fitting;

      match->found = pick (candidates, given, degrees[i], &n_fitting);
      if (n_fitting == 0)
        continue;
      if (match->found == NULL)
        match->refusal = say_several (name);
      else if (degrees[i] == has_other_mail)
        match->note = g_strdup_printf (
            _ ("“%s” of the same organisation has another mail address, which would change."),
            name);
      return;
    }
  if (candidates != NULL)
    match->note = g_strdup_printf (
        _ ("There is somebody called “%s” already, of another organisation or with another mail "
           "address."),
        name);
}

/* None of the references that the row fills in is another one. */
static gboolean
agrees (const AjValues *given, const AjValues *stored)
{
  const AjRecordType *type = aj_values_get_record_type (given);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == AJ_FIELD_REFERENCE && contradicts (given, stored, i))
      return FALSE;
  return TRUE;
}

static const char *
get_title (AjImport *self, const AjValues *given)
{
  const char *title = self->type->title_field != NULL
                          ? aj_values_get_text (given, self->type->title_field)
                          : NULL;

  return title != NULL ? title : "";
}

static GSList *
list_alike (AjImport *self, const AjValues *given)
{
  const char *title = get_title (self, given);

  if (!aj_import_index_goes_by_title (self->index))
    return aj_import_index_list_alike (self->index, given);
  return *title != '\0' ? aj_import_index_list (self->index, self->type->title_field, title) : NULL;
}

/* @is_unknown: the row has a value that no two share and nobody has, so it is another one of that name. */
static void
match_by_identity (AjImport *self, const AjValues *given, gboolean is_unknown, AjImportMatch *match)
{
  GSList *candidates = list_alike (self, given);
  guint n_fitting;

  if (candidates == NULL)
    return;
  if (is_unknown)
    {
      match->note = g_strdup_printf (_ ("There is another one called “%s” already."),
                                     get_title (self, given));
      return;
    }
  if (candidates->next == NULL)
    {
      match->found = candidates->data;
      return;
    }
  match->found = pick (candidates, given, agrees, &n_fitting);
  if (match->found == NULL)
    match->refusal = aj_import_index_goes_by_title (self->index)
                         ? say_several (get_title (self, given))
                         : g_strdup (_ ("Several are there already that are told apart by nothing "
                                        "that stands here. Add the id."));
}

void
aj_import_match (AjImport *self, AjImportRow *row, const AjValues *given, AjImportMatch *match)
{
  gboolean is_unknown;

  if (row->has_own_id)
    match->found = aj_import_index_get (self->index, row->id);
  if (match->found != NULL)
    return;
  match->found = find_by_unique (self, row, given, &is_unknown);
  if (match->found != NULL)
    return;
  if (self->type == &aj_person_record_type)
    {
      if (!match_by_mail (self, row, given, match))
        match_person (self, given, match);
    }
  else
    match_by_identity (self, given, is_unknown, match);
  /* Who gives an id knows what is meant: somebody else of the same name. */
  if (row->has_own_id && match->found == NULL)
    aj_import_match_clear (match);
}
