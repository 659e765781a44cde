/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-id-text.h"
#include "aj-surroundings.h"

/* What is written about a record beside what it says. */
#define NOTES "notes"

#define BIT(index) (G_GUINT64_CONSTANT (1) << (index))

static gboolean
is_joined (const AjField *field)
{
  return g_str_equal (field->name, NOTES);
}

static const char *
get_reference (const AjValues *values, guint index)
{
  const AjValue *value = aj_values_peek (values, index);
  const AjField *field = &aj_values_get_record_type (values)->fields[index];

  return field->kind == AJ_FIELD_REFERENCE && value->kind == AJ_VALUE_TEXT ? value->as.text : NULL;
}

/* Whether a field of one of two records refers to the other, or to itself. */
static gboolean
refers_to_pair (const AjValues *values, guint index, const AjValues *first, const AjValues *second)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *id = get_reference (values, index);

  return id != NULL && g_str_equal (type->fields[index].target, type->name) &&
         (g_str_equal (id, aj_values_get_id (first)) ||
          g_str_equal (id, aj_values_get_id (second)));
}

/* As the field will be: a reference to the other is none. */
static void
get_value (const AjValues *values,
           guint index,
           const AjValues *first,
           const AjValues *second,
           AjValue *value)
{
  if (!refers_to_pair (values, index, first, second))
    aj_value_copy (aj_values_peek (values, index), value);
}

guint64
aj_merge_list_choices (const AjValues *first, const AjValues *second)
{
  const AjRecordType *type = aj_values_get_record_type (first);
  guint64 choices = 0;

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_auto (AjValue) a = AJ_VALUE_INIT;
      g_auto (AjValue) b = AJ_VALUE_INIT;

      get_value (first, i, first, second, &a);
      get_value (second, i, first, second, &b);
      if (!type->fields[i].internal && !is_joined (&type->fields[i]) && !aj_value_equal (&a, &b))
        choices |= BIT (i);
    }
  return choices;
}

guint64
aj_merge_list_likely (const AjValues *first, const AjValues *second)
{
  const AjRecordType *type = aj_values_get_record_type (first);
  guint64 choices = aj_merge_list_choices (first, second);
  guint64 likely = 0;

  for (guint i = 0; i < type->n_fields; i++)
    {
      gboolean is_end = g_strcmp0 (type->fields[i].name, type->until_field) == 0;
      const AjValues *empty = is_end ? second : first;
      g_auto (AjValue) value = AJ_VALUE_INIT;

      get_value (empty, i, first, second, &value);
      if ((choices & BIT (i)) != 0 && value.kind == AJ_VALUE_NONE)
        likely |= BIT (i);
    }
  return likely;
}

/* (transfer full) (nullable) */
static char *
join_notes (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return g_strdup (a != NULL ? a : b);
  if (strstr (a, b) != NULL)
    return g_strdup (a);
  return strstr (b, a) != NULL ? g_strdup (b) : g_strconcat (a, "\n\n", b, NULL);
}

static void
set_notes (AjValues *values, const AjValues *other)
{
  g_autofree char *notes = NULL;

  if (aj_record_type_find (aj_values_get_record_type (values), NOTES) < 0)
    return;
  notes = join_notes (aj_values_get_text (values, NOTES), aj_values_get_text (other, NOTES));
  aj_values_set_text (values, NOTES, notes);
}

/* What was merged into either was merged into what is left; what either is not, that is not either. */
static void
set_memory (AjValues *result, const AjValues *second)
{
  const AjRecordType *type = aj_values_get_record_type (result);
  const char *id = aj_values_get_id (second);
  g_autofree char *merged = aj_id_text_add (aj_values_get_text (result, type->merged_field), id);
  g_autofree char *all = aj_id_text_add (merged, aj_values_get_text (second, type->merged_field));
  g_autofree char *others = aj_id_text_add (aj_values_get_text (result, type->distinct_field),
                                            aj_values_get_text (second, type->distinct_field));
  g_autofree char *others_alone = aj_id_text_remove (others, id);
  g_autofree char *distinct = aj_id_text_remove (others_alone, aj_values_get_id (result));

  aj_values_set_text (result, type->merged_field, all);
  aj_values_set_text (result, type->distinct_field, distinct);
}

AjValues *
aj_merge_combine (const AjValues *first, const AjValues *second, guint64 from_second)
{
  const AjRecordType *type = aj_values_get_record_type (first);
  AjValues *result = aj_values_copy (first);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_auto (AjValue) value = AJ_VALUE_INIT;

      get_value ((from_second & BIT (i)) != 0 ? second : first, i, first, second, &value);
      aj_values_set (result, i, &value);
    }
  set_notes (result, second);
  set_memory (result, second);
  return result;
}

/* A merger, once what refers to either is known. */
typedef struct
{
  AjEdit *edit; /* (owned) */
  const AjValues *first;
  const AjValues *second;
  AjSurroundings *of_first;
  AjSurroundings *of_second;
  GHashTable *seen; /* (owned) (element-type AjValues): records that were dealt with; borrowed */
} Merging;

static gboolean
is_referred_to (const AjRecordType *type)
{
  const AjRecordType *const *types = aj_record_types_all ();

  for (guint i = 0; types[i] != NULL; i++)
    for (guint j = 0; j < types[i]->n_fields; j++)
      if (types[i]->fields[j].kind == AJ_FIELD_REFERENCE &&
          g_str_equal (types[i]->fields[j].target, type->name))
        return TRUE;
  return FALSE;
}

static gboolean
say_the_same (const AjValues *a, const AjValues *b)
{
  const AjRecordType *type = aj_values_get_record_type (a);

  for (guint i = 0; i < type->n_fields; i++)
    if (!is_joined (&type->fields[i]) &&
        !aj_value_equal (aj_values_peek (a, i), aj_values_peek (b, i)))
      return FALSE;
  return TRUE;
}

/* (nullable): the record about the first that says what this one will say. */
static const AjValues *
find_twin (Merging *self, const AjValues *repointed, const char *field)
{
  const AjRecordType *type = aj_values_get_record_type (repointed);
  GPtrArray *others;

  /* Others may hold on to what they refer to. */
  if (is_referred_to (type))
    return NULL;
  others = aj_surroundings_list (self->of_first, type, field);
  for (guint i = 0; i < others->len; i++)
    if (!g_str_equal (aj_values_get_id (others->pdata[i]), aj_values_get_id (repointed)) &&
        say_the_same (others->pdata[i], repointed))
      return others->pdata[i];
  return NULL;
}

static void
point_to_first (Merging *self, AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const AjRecordType *target = aj_values_get_record_type (self->first);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == AJ_FIELD_REFERENCE &&
        g_str_equal (type->fields[i].target, target->name) &&
        g_strcmp0 (get_reference (values, i), aj_values_get_id (self->second)) == 0)
      aj_values_set_text (values, type->fields[i].name, aj_values_get_id (self->first));
}

static void
deal_with (Merging *self, const AjValues *referrer, const char *field)
{
  const AjRecordType *type = aj_values_get_record_type (referrer);
  const char *id = aj_values_get_id (referrer);
  g_autoptr (AjValues) repointed = NULL;
  const AjValues *twin;

  /* The two themselves are combined, and who refers twice is met twice. */
  if ((type == aj_values_get_record_type (self->first) &&
       (g_str_equal (id, aj_values_get_id (self->first)) ||
        g_str_equal (id, aj_values_get_id (self->second)))) ||
      !g_hash_table_add (self->seen, (gpointer) id))
    return;
  repointed = aj_values_copy (referrer);
  point_to_first (self, repointed);
  twin = find_twin (self, repointed, field);
  if (twin == NULL)
    {
      point_to_first (self, aj_edit_change_values (self->edit, referrer));
      return;
    }
  set_notes (aj_edit_change_values (self->edit, twin), referrer);
  aj_edit_remove_values (self->edit, referrer);
}

static void
deal_with_all (Merging *self)
{
  const AjRecordType *const *types = aj_record_types_all ();
  const AjRecordType *target = aj_values_get_record_type (self->first);

  for (guint i = 0; types[i] != NULL; i++)
    for (guint j = 0; j < types[i]->n_fields; j++)
      {
        const AjField *field = &types[i]->fields[j];
        GPtrArray *referrers;

        if (field->kind != AJ_FIELD_REFERENCE || !g_str_equal (field->target, target->name))
          continue;
        referrers = aj_surroundings_list (self->of_second, types[i], field->name);
        for (guint k = 0; k < referrers->len; k++)
          deal_with (self, referrers->pdata[k], field->name);
      }
}

static const char *
get_title (const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *title = aj_values_get_text (values, type->title_field);

  return title != NULL ? title : "";
}

static AjEdit *
make_edit (AjStore *store,
           AjSurroundings *of_first,
           AjSurroundings *of_second,
           const AjValues *first,
           const AjValues *second,
           guint64 from_second)
{
  const AjRecordType *type = aj_values_get_record_type (first);
  /* Translators: two people, or two organisations, that turn out to be one. */
  g_autofree char *label = g_strdup_printf (_ ("Merge %s and %s"), get_title (first),
                                            get_title (second));
  g_autoptr (AjValues) result = aj_merge_combine (first, second, from_second);
  Merging merging = { aj_edit_new (store, label), first, second, of_first, of_second, NULL };
  AjValues *changed = aj_edit_change_values (merging.edit, first);

  for (guint i = 0; i < type->n_fields; i++)
    aj_values_set (changed, i, aj_values_peek (result, i));
  merging.seen = g_hash_table_new (g_str_hash, g_str_equal);
  deal_with_all (&merging);
  g_hash_table_unref (merging.seen);
  aj_edit_remove_values (merging.edit, second);
  return merging.edit;
}

/* What was forgotten must not come back under another name. */
static gboolean
check (const AjValues *first, const AjValues *second, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (first);
  gboolean can_be_forgotten = aj_record_type_find (type, "forgotten-on") >= 0;

  if (!can_be_forgotten ||
      (aj_values_is_empty (first, "forgotten-on") && aj_values_is_empty (second, "forgotten-on")))
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       _ ("Somebody who was forgotten cannot be merged with anybody."));
  return FALSE;
}

AjEdit *
aj_merge_prepare (AjStore *store,
                  const AjValues *first,
                  const AjValues *second,
                  guint64 from_second,
                  GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (first);
  g_autoptr (AjSurroundings) of_first = NULL;
  g_autoptr (AjSurroundings) of_second = NULL;

  if (!check (first, second, error))
    return NULL;
  of_first = aj_store_read_surroundings (store, type, aj_values_get_id (first),
                                         AJ_SURROUNDINGS_DEFAULT, error);
  if (of_first != NULL)
    of_second = aj_store_read_surroundings (store, type, aj_values_get_id (second),
                                            AJ_SURROUNDINGS_DEFAULT, error);
  return of_second != NULL ? make_edit (store, of_first, of_second, first, second, from_second)
                           : NULL;
}

typedef struct
{
  const AjValues *first;    /* (owned) */
  const AjValues *second;   /* (owned) */
  AjSurroundings *of_first; /* (owned) (nullable) */
  guint64 from_second;
} Preparing;

static void
preparing_free (Preparing *self)
{
  aj_values_unref (self->first);
  aj_values_unref (self->second);
  g_clear_pointer (&self->of_first, aj_surroundings_unref);
  g_free (self);
}

static void
second_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Preparing *preparing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AjSurroundings) of_second = aj_store_read_surroundings_finish (AJ_STORE (source),
                                                                            result, &error);

  if (of_second == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           make_edit (AJ_STORE (source), preparing->of_first, of_second,
                                      preparing->first, preparing->second, preparing->from_second),
                           g_object_unref);
}

static void
first_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Preparing *preparing = g_task_get_task_data (task);
  GError *error = NULL;

  preparing->of_first = aj_store_read_surroundings_finish (AJ_STORE (source), result, &error);
  if (preparing->of_first == NULL)
    g_task_return_error (task, error);
  else
    aj_store_read_surroundings_async (AJ_STORE (source),
                                      aj_values_get_record_type (preparing->second),
                                      aj_values_get_id (preparing->second), AJ_SURROUNDINGS_DEFAULT,
                                      g_task_get_cancellable (task), second_read_cb,
                                      g_object_ref (task));
}

void
aj_merge_prepare_async (AjStore *store,
                        const AjValues *first,
                        const AjValues *second,
                        guint64 from_second,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Preparing *preparing = g_new0 (Preparing, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, aj_merge_prepare_async);
  preparing->first = aj_values_ref (first);
  preparing->second = aj_values_ref (second);
  preparing->from_second = from_second;
  g_task_set_task_data (task, preparing, (GDestroyNotify) preparing_free);
  if (!check (first, second, &error))
    g_task_return_error (task, error);
  else
    aj_store_read_surroundings_async (store, aj_values_get_record_type (first),
                                      aj_values_get_id (first), AJ_SURROUNDINGS_DEFAULT,
                                      cancellable, first_read_cb, g_object_ref (task));
}

AjEdit *
aj_merge_prepare_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

AjEdit *
aj_merge_keep_apart (AjStore *store, const AjValues *first, const AjValues *second)
{
  const AjRecordType *type = aj_values_get_record_type (first);
  /* Translators: two people, or two organisations, that look alike and are not the same. */
  g_autofree char *label = g_strdup_printf (_ ("Keep %s and %s apart"), get_title (first),
                                            get_title (second));
  g_autofree char *distinct = aj_id_text_add (aj_values_get_text (first, type->distinct_field),
                                              aj_values_get_id (second));
  AjEdit *edit = aj_edit_new (store, label);

  aj_values_set_text (aj_edit_change_values (edit, first), type->distinct_field, distinct);
  return edit;
}
