/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-edit-private.h"

#include "aj-backend.h"
#include "aj-store-private.h"

struct _AjEdit
{
  GObject parent_instance;
  AjStore *store; /* (owned) */
  char *label;    /* (owned) */
  gboolean undoable;
  gboolean overwrite;
  gboolean committed;
  gint64 revision;
  GPtrArray *steps;     /* (owned) (element-type AjStep): in the order they were asked for */
  GHashTable *by_key;   /* (owned): "type/id" -> borrowed AjStep */
  GPtrArray *conflicts; /* (owned) (element-type AjConflict) */
};

G_DEFINE_FINAL_TYPE (AjEdit, aj_edit, G_TYPE_OBJECT)

AjConflict *
aj_conflict_new (AjConflictCause cause,
                 const AjRecordType *type,
                 const char *id,
                 const AjField *field,
                 const AjValue *mine,
                 const AjValue *theirs)
{
  AjConflict *self = g_new0 (AjConflict, 1);

  self->cause = cause;
  self->type = type;
  self->id = g_strdup (id);
  self->field = field;
  if (mine != NULL)
    aj_value_copy (mine, &self->mine);
  if (theirs != NULL)
    aj_value_copy (theirs, &self->theirs);
  return self;
}

void
aj_conflict_free (AjConflict *self)
{
  aj_value_clear (&self->mine);
  aj_value_clear (&self->theirs);
  g_free (self->author);
  g_free (self->id);
  g_free (self);
}

static void
aj_edit_finalize (GObject *object)
{
  AjEdit *self = AJ_EDIT (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  G_OBJECT_CLASS (aj_edit_parent_class)->finalize (object);
}

static void
aj_edit_class_init (AjEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_edit_finalize;
}

static void
aj_edit_init (AjEdit *self)
{
  self->undoable = TRUE;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_step_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_conflict_free);
}

AjEdit *
aj_edit_new (AjStore *store, const char *label)
{
  AjEdit *self;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (AJ_TYPE_EDIT, NULL);
  self->store = g_object_ref (store);
  self->label = g_strdup (label);
  return self;
}

void
aj_edit_set_label (AjEdit *self, const char *label)
{
  g_return_if_fail (AJ_IS_EDIT (self));
  g_return_if_fail (label != NULL);

  g_free (self->label);
  self->label = g_strdup (label);
}

const char *
aj_edit_get_label (AjEdit *self)
{
  g_return_val_if_fail (AJ_IS_EDIT (self), NULL);

  return self->label;
}

void
aj_edit_set_undoable (AjEdit *self, gboolean undoable)
{
  g_return_if_fail (AJ_IS_EDIT (self));

  self->undoable = undoable;
}

static AjStep *
find_step (AjEdit *self, const AjRecordType *type, const char *id)
{
  g_autofree char *key = g_strconcat (type->name, "/", id, NULL);

  return g_hash_table_lookup (self->by_key, key);
}

static AjStep *
append_step (AjEdit *self, AjStepKind kind, const AjRecordType *type, const char *id)
{
  AjStep *step = g_new0 (AjStep, 1);

  step->kind = kind;
  step->type = type;
  step->id = g_strdup (id);
  g_ptr_array_add (self->steps, step);
  g_hash_table_insert (self->by_key, g_strconcat (type->name, "/", id, NULL), step);
  return step;
}

static void
drop_step (AjEdit *self, AjStep *step)
{
  g_autofree char *key = g_strconcat (step->type->name, "/", step->id, NULL);

  g_hash_table_remove (self->by_key, key);
  g_ptr_array_remove (self->steps, step);
}

static AjValues *
add_values (AjEdit *self, const AjRecordType *type, AjValues *values)
{
  const char *id = aj_values_get_id (values);
  AjStep *step = find_step (self, type, id);

  if (step == NULL)
    {
      step = append_step (self, AJ_STEP_ADD, type, id);
    }
  else
    {
      /* It was removed or changed before in this edit: the new one takes its place, of the record that was seen. */
      step->replaces |= step->kind != AJ_STEP_ADD;
      step->kind = AJ_STEP_ADD;
      g_clear_pointer (&step->after, aj_values_unref);
    }
  step->after = values;
  return values;
}

AjValues *
aj_edit_add (AjEdit *self, const AjRecordType *type)
{
  g_return_val_if_fail (AJ_IS_EDIT (self) && !self->committed, NULL);
  g_return_val_if_fail (type != NULL, NULL);

  return add_values (self, type, aj_values_new (type, NULL));
}

AjValues *
aj_edit_add_once (AjEdit *self, const AjRecordType *type)
{
  AjValues *values = aj_edit_add (self, type);

  g_return_val_if_fail (values != NULL && type->once_for != NULL, values);

  find_step (self, type, aj_values_get_id (values))->joins = TRUE;
  return values;
}

AjValues *
aj_edit_add_with_id (AjEdit *self, const AjRecordType *type, const char *id)
{
  g_return_val_if_fail (AJ_IS_EDIT (self) && !self->committed, NULL);
  g_return_val_if_fail (type != NULL, NULL);
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  return add_values (self, type, aj_values_new (type, id));
}

AjValues *
aj_edit_change_values (AjEdit *self, const AjValues *base)
{
  const AjRecordType *type;
  AjStep *step;

  g_return_val_if_fail (AJ_IS_EDIT (self) && !self->committed, NULL);
  g_return_val_if_fail (base != NULL, NULL);

  type = aj_values_get_record_type (base);
  step = find_step (self, type, aj_values_get_id (base));
  if (step == NULL)
    step = append_step (self, AJ_STEP_CHANGE, type, aj_values_get_id (base));
  if (step->base == NULL && step->kind != AJ_STEP_ADD)
    step->base = aj_values_ref (base);
  if (step->after == NULL)
    {
      /* Until now it was to be removed, or only guarded. */
      step->kind = AJ_STEP_CHANGE;
      step->after = aj_values_copy (step->base);
    }
  return step->after;
}

AjValues *
aj_edit_change (AjEdit *self, AjRecord *record)
{
  g_return_val_if_fail (AJ_IS_RECORD (record), NULL);
  g_return_val_if_fail (aj_record_is_loaded (record), NULL);

  return aj_edit_change_values (self, aj_record_get_values (record));
}

/* (transfer none) (nullable): the step of the removal; NULL when there is nothing left to remove. */
static AjStep *
remove_by_id (AjEdit *self, const AjRecordType *type, const char *id)
{
  AjStep *step = find_step (self, type, id);

  if (step == NULL)
    return append_step (self, AJ_STEP_REMOVE, type, id);
  if (step->kind == AJ_STEP_ADD && !step->replaces)
    {
      drop_step (self, step);
      return NULL;
    }
  step->kind = AJ_STEP_REMOVE;
  g_clear_pointer (&step->after, aj_values_unref);
  return step;
}

void
aj_edit_remove_values (AjEdit *self, const AjValues *base)
{
  AjStep *step;

  g_return_if_fail (AJ_IS_EDIT (self) && !self->committed);
  g_return_if_fail (base != NULL);

  step = remove_by_id (self, aj_values_get_record_type (base), aj_values_get_id (base));
  if (step != NULL && step->base == NULL)
    step->base = aj_values_ref (base);
}

void
aj_edit_remove (AjEdit *self, const AjRecordType *type, const char *id)
{
  g_return_if_fail (AJ_IS_EDIT (self) && !self->committed);
  g_return_if_fail (type != NULL && id != NULL);

  remove_by_id (self, type, id);
}

void
aj_edit_guard (AjEdit *self, const AjValues *base)
{
  const AjRecordType *type;
  AjStep *step;

  g_return_if_fail (AJ_IS_EDIT (self) && !self->committed);
  g_return_if_fail (base != NULL);

  type = aj_values_get_record_type (base);
  step = find_step (self, type, aj_values_get_id (base));
  if (step == NULL)
    step = append_step (self, AJ_STEP_GUARD, type, aj_values_get_id (base));
  /* Of a record that the edit itself makes, nobody else can have seen anything. */
  if (step->base == NULL && (step->kind != AJ_STEP_ADD || step->replaces))
    step->base = aj_values_ref (base);
  step->guarded = TRUE;
}

gboolean
aj_edit_is_empty (AjEdit *self)
{
  g_return_val_if_fail (AJ_IS_EDIT (self), TRUE);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const AjStep *step = g_ptr_array_index (self->steps, i);

      if (step->kind != AJ_STEP_GUARD &&
          (step->kind != AJ_STEP_CHANGE || aj_values_diff (step->base, step->after) != 0))
        return FALSE;
    }
  return TRUE;
}

static void
write_request_free (AjWriteRequest *request)
{
  g_free (request->label);
  g_ptr_array_unref (request->steps);
  g_ptr_array_unref (request->conflicts);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjWriteRequest, write_request_free)

static AjWriteRequest *
make_request (AjEdit *self)
{
  AjWriteRequest *request = g_new0 (AjWriteRequest, 1);

  request->label = g_strdup (self->label);
  request->at = aj_clock_get_unix (aj_store_get_clock (self->store));
  request->undoable = self->undoable;
  request->overwrite = self->overwrite;
  request->steps = g_ptr_array_ref (self->steps);
  request->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_conflict_free);
  return request;
}

static void
take_answer (AjEdit *self, AjWriteRequest *request, gboolean written)
{
  g_ptr_array_unref (self->conflicts);
  self->conflicts = g_ptr_array_ref (request->conflicts);
  self->committed = written;
  self->revision = request->revision;
}

gboolean
aj_edit_commit (AjEdit *self, GError **error)
{
  g_autoptr (AjWriteRequest) request = NULL;
  gboolean written;

  g_return_val_if_fail (AJ_IS_EDIT (self) && !self->committed, FALSE);

  request = make_request (self);
  self->committed = TRUE;
  written = aj_worker_run (aj_store_get_worker (self->store), aj_backend_write, request, error);
  take_answer (self, request, written);
  return written;
}

static void
commit_done (gpointer data, const GError *error)
{
  GTask *task = data;

  take_answer (g_task_get_source_object (task), g_task_get_task_data (task), error == NULL);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_error_copy (error));
}

static gboolean
write_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return aj_backend_write (backend, g_task_get_task_data (task), error);
}

void
aj_edit_commit_async (AjEdit *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_EDIT (self) && !self->committed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_edit_commit_async);
  /* What was written is written, even when it is cancelled right after. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, make_request (self), (GDestroyNotify) write_request_free);
  /* Until the answer is there, nothing may be added to it. */
  self->committed = TRUE;
  aj_worker_push (aj_store_get_worker (self->store), write_for_task, g_object_ref (task),
                  g_object_unref, cancellable, commit_done);
}

gboolean
aj_edit_commit_finish (AjEdit *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gint64
aj_edit_get_revision (AjEdit *self)
{
  g_return_val_if_fail (AJ_IS_EDIT (self), 0);

  return self->revision;
}

GPtrArray *
aj_edit_get_conflicts (AjEdit *self)
{
  g_return_val_if_fail (AJ_IS_EDIT (self), NULL);

  return self->conflicts;
}

void
aj_edit_set_overwrite (AjEdit *self, gboolean overwrite)
{
  g_return_if_fail (AJ_IS_EDIT (self));

  self->overwrite = overwrite;
}
