/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend.h"

#include <glib/gi18n-lib.h>

#include "aj-culprit.h"
#include "aj-edit-private.h"
#include "aj-transaction.h"

void
aj_step_free (AjStep *self)
{
  g_clear_pointer (&self->base, aj_values_unref);
  g_clear_pointer (&self->after, aj_values_unref);
  g_free (self->id);
  g_free (self);
}

static void
note_conflict (AjTransaction *self,
               AjWriteRequest *request,
               const AjStep *step,
               AjConflictCause cause,
               const AjField *field,
               const AjValue *mine,
               const AjValue *theirs)
{
  AjConflict *conflict = aj_conflict_new (cause, step->type, step->id, field, mine, theirs);
  guint64 fields = field != NULL ? G_GUINT64_CONSTANT (1) << (field - step->type->fields) : 0;
  g_auto (AjCulprit) culprit = { 0 };

  /* Who did it is worth telling, but without it the conflict still is one. */
  if (aj_backend_find_culprit (self->backend, step->type, step->id, fields,
                               aj_values_get_revision (step->base), TRUE, &culprit, NULL))
    {
      conflict->author = g_steal_pointer (&culprit.author);
      conflict->at = culprit.at;
    }
  g_ptr_array_add (request->conflicts, conflict);
}

/* Notes where the record is not what it was seen to be. Numbers that only rise say nothing of their own. */
static void
compare_with_seen (AjTransaction *self,
                   AjWriteRequest *request,
                   const AjStep *step,
                   AjConflictCause cause,
                   const AjValues *present)
{
  if (step->base == NULL || request->overwrite)
    return;
  for (guint i = 0; i < step->type->n_fields; i++)
    {
      const AjField *field = &step->type->fields[i];
      const AjValue *seen = aj_values_peek (step->base, i);
      const AjValue *theirs = aj_values_peek (present, i);

      if (!field->monotonic && !aj_value_equal (seen, theirs))
        note_conflict (self, request, step, cause, field, seen, theirs);
    }
}

/* What both changed to something different. A number that only rises is no matter of opinion: the higher one holds. */
static void
merge_field (AjTransaction *self,
             AjWriteRequest *request,
             const AjStep *step,
             guint index,
             const AjValues *present,
             AjValues *merged)
{
  const AjField *field = &step->type->fields[index];
  const AjValue *theirs = aj_values_peek (present, index);
  const AjValue *mine = aj_values_peek (step->after, index);
  gboolean clash = !aj_value_equal (aj_values_peek (step->base, index), theirs) &&
                   !aj_value_equal (mine, theirs);

  if (clash && field->monotonic)
    {
      if (mine->kind == AJ_VALUE_INTEGER && mine->as.integer > theirs->as.integer)
        aj_values_set (merged, index, mine);
      return;
    }
  if (clash && !request->overwrite)
    note_conflict (self, request, step, AJ_CONFLICT_CHANGE, field, mine, theirs);
  aj_values_set (merged, index, mine);
}

/* What the edit set, on top of what is there now. */
static AjValues *
merge (AjTransaction *self, AjWriteRequest *request, const AjStep *step, const AjValues *present)
{
  AjValues *merged = aj_values_copy (present);
  guint64 set = aj_values_diff (step->base, step->after);

  for (guint i = 0; i < step->type->n_fields; i++)
    if (set & (G_GUINT64_CONSTANT (1) << i))
      merge_field (self, request, step, i, present, merged);
  return merged;
}

/* FALSE with an error only; what stands in the way is noted. */
static gboolean
check_guard (AjTransaction *self, AjWriteRequest *request, const AjStep *step, GError **error)
{
  g_autoptr (AjValues) present = NULL;

  if (!step->guarded || step->base == NULL || request->overwrite)
    return TRUE;
  if (!aj_transaction_get (self, step->type, step->id, &present, error))
    return FALSE;
  if (present == NULL)
    note_conflict (self, request, step, AJ_CONFLICT_GUARD, NULL, NULL, NULL);
  else
    compare_with_seen (self, request, step, AJ_CONFLICT_GUARD, present);
  return TRUE;
}

static gboolean
change_record (AjTransaction *self, AjWriteRequest *request, const AjStep *step, GError **error)
{
  g_autoptr (AjValues) present = NULL;
  g_autoptr (AjValues) merged = NULL;
  guint n_conflicts = request->conflicts->len;

  if (!aj_transaction_get (self, step->type, step->id, &present, error))
    return FALSE;
  if (present == NULL)
    {
      /* What the program notes down of a record goes with it. */
      if (aj_values_diff (step->base, step->after) == 0 || !request->undoable)
        return TRUE;
      if (!request->overwrite)
        {
          note_conflict (self, request, step, AJ_CONFLICT_CHANGE, NULL, NULL, NULL);
          return TRUE;
        }
      /* "Keep mine" brings it back, with all that it was. */
      merged = aj_values_copy (step->after);
      return aj_transaction_put (self, NULL, merged, error);
    }
  merged = merge (self, request, step, present);
  /* All conflicts are told at once, and then nothing is written. */
  return request->conflicts->len > n_conflicts || aj_transaction_put (self, present, merged, error);
}

/* What was filled in, on top of what somebody else made of the same. */
static gboolean
join_record (AjTransaction *self,
             AjWriteRequest *request,
             const AjStep *step,
             const AjValues *present,
             GError **error)
{
  g_autoptr (AjValues) blank = aj_values_new (step->type, aj_values_get_id (present));
  const AjStep change = {
    .kind = AJ_STEP_CHANGE,
    .type = step->type,
    .id = (char *) aj_values_get_id (present),
    .base = blank,
    .after = step->after,
  };
  guint n_conflicts = request->conflicts->len;
  g_autoptr (AjValues) merged = merge (self, request, &change, present);

  return request->conflicts->len > n_conflicts || aj_transaction_put (self, present, merged, error);
}

static gboolean
add_record (AjTransaction *self, AjWriteRequest *request, const AjStep *step, GError **error)
{
  g_autoptr (AjValues) present = NULL;
  g_autoptr (AjValues) same = NULL;
  g_autoptr (AjValues) after = aj_values_copy (step->after);

  if (!aj_transaction_get (self, step->type, step->id, &present, error))
    return FALSE;
  if (present != NULL && !step->replaces)
    {
      aj_transaction_refuse_second (step->type, step->id, error);
      return FALSE;
    }
  if (step->joins && !aj_transaction_find_same (self, after, &same, error))
    return FALSE;
  if (same != NULL)
    return join_record (self, request, step, same, error);
  if (present != NULL)
    compare_with_seen (self, request, step, AJ_CONFLICT_REMOVAL, present);
  return aj_transaction_put (self, present, after, error);
}

static gboolean
remove_record (AjTransaction *self, AjWriteRequest *request, const AjStep *step, GError **error)
{
  g_autoptr (AjValues) present = NULL;

  if (!aj_transaction_get (self, step->type, step->id, &present, error))
    return FALSE;
  /* Somebody was quicker: it is gone, as was wished. */
  if (present == NULL)
    return TRUE;
  compare_with_seen (self, request, step, AJ_CONFLICT_REMOVAL, present);
  /* What its type forbids is forbidden, whatever the person would choose. */
  return aj_transaction_remove (self, present, error);
}

static void
set_conflict_error (const AjConflict *conflict, GError **error)
{
  const char *kind = aj_record_type_get_label (conflict->type);
  g_autofree char *author = aj_culprit_name (conflict->author);
  g_autofree char *when = aj_culprit_format_time (conflict->at);

  if (conflict->cause == AJ_CONFLICT_GUARD && conflict->field == NULL)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT,
                 /* Translators: a person, the kind of a record, when. */
                 _ ("%1$s removed something this depends on (%2$s) meanwhile (%3$s). Nothing was "
                    "changed. Look at it again."),
                 author, kind, when);
  else if (conflict->cause == AJ_CONFLICT_GUARD)
    g_set_error (
        error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT,
        /* Translators: a person, the label of a field, the kind of a record, when. */
        _ ("%1$s changed “%2$s” (%3$s) meanwhile (%4$s). Nothing was changed. Look at it again."),
        author, aj_field_get_label (conflict->field), kind, when);
  else if (conflict->cause == AJ_CONFLICT_REMOVAL)
    g_set_error (
        error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT,
        /* Translators: a person, the label of a field, the kind of a record, when. */
        _ ("%1$s changed “%2$s” (%3$s) meanwhile (%4$s). Nothing was removed. Look at it again, "
           "and remove it if it still may go."),
        author, aj_field_get_label (conflict->field), kind, when);
  else if (conflict->field == NULL)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT,
                 /* Translators: a person, the kind of a record, when. */
                 _ ("%1$s removed this record (%2$s) meanwhile (%3$s). Nothing was changed. Choose "
                    "whether to keep yours."),
                 author, kind, when);
  else
    g_set_error (
        error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT,
        /* Translators: a person, the label of a field, the kind of a record, when. */
        _ ("%1$s changed “%2$s” (%3$s) meanwhile (%4$s). Nothing was changed. Choose whose "
           "to keep."),
        author, aj_field_get_label (conflict->field), kind, when);
}

static gboolean
write_body (AjTransaction *self, gpointer user_data, GError **error)
{
  AjWriteRequest *request = user_data;

  /* As long as nothing is written yet, what is there is what others left. */
  for (guint i = 0; i < request->steps->len; i++)
    if (!check_guard (self, request, g_ptr_array_index (request->steps, i), error))
      return FALSE;
  if (request->conflicts->len > 0)
    {
      set_conflict_error (g_ptr_array_index (request->conflicts, 0), error);
      return FALSE;
    }
  /* What goes, goes first: what comes may take its name. */
  for (guint i = 0; i < request->steps->len; i++)
    {
      const AjStep *step = g_ptr_array_index (request->steps, i);

      if (step->kind == AJ_STEP_REMOVE && !remove_record (self, request, step, error))
        return FALSE;
    }
  for (guint i = 0; i < request->steps->len; i++)
    {
      const AjStep *step = g_ptr_array_index (request->steps, i);

      if (step->kind == AJ_STEP_ADD && !add_record (self, request, step, error))
        return FALSE;
      if (step->kind == AJ_STEP_CHANGE && !change_record (self, request, step, error))
        return FALSE;
    }
  if (request->conflicts->len == 0)
    return TRUE;
  set_conflict_error (g_ptr_array_index (request->conflicts, 0), error);
  return FALSE;
}

gboolean
aj_backend_write (AjBackend *self, gpointer write_request, GError **error)
{
  AjWriteRequest *request = write_request;

  return aj_transaction_run (self, request->undoable ? AJ_HISTORY_EDIT : AJ_HISTORY_NOTE,
                             request->label, request->at, write_body, request, &request->revision,
                             error);
}
