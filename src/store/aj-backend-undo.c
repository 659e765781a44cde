/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend.h"

#include <glib/gi18n-lib.h>

#include "aj-culprit.h"
#include "aj-history-private.h"
#include "aj-transaction.h"

/* Undo turns an edit round; redo turns the undo round. Both are the same: bring every record back from what the turned
 * edit left to what it found, unless somebody changed it since. */
typedef struct
{
  AjUndoRequest *request;
  gint64 edit; /* the edit that is undone or redone */
  gint64
      turned; /* the edit whose changes are turned round: that one, its latest redo, or its undo */
} AjTurn;

/* One line of history: each side is NULL, whole, or only the fields that differ. */
typedef struct
{
  const AjRecordType *type;
  char *id;
  AjValues *before;
  AjValues *after;
  guint64 fields;
} AjTurnedChange;

static void
turned_change_free (AjTurnedChange *self)
{
  g_clear_pointer (&self->before, aj_values_unref);
  g_clear_pointer (&self->after, aj_values_unref);
  g_free (self->id);
  g_free (self);
}

static AjTurnedChange *
read_turned_change (AjStatement *statement, GError **error)
{
  AjTurnedChange *change = g_new0 (AjTurnedChange, 1);
  const char *before = aj_statement_get_text (statement, 2);
  const char *after = aj_statement_get_text (statement, 3);

  change->type = aj_record_type_require (aj_statement_get_text (statement, 0), error);
  change->id = g_strdup (aj_statement_get_text (statement, 1));
  if (change->type != NULL && before != NULL)
    change->before = aj_history_from_json (change->type, change->id, 0, before, &change->fields,
                                           error);
  if (change->type != NULL && after != NULL && (before == NULL || change->before != NULL))
    change->after = aj_history_from_json (change->type, change->id, 0, after, &change->fields,
                                          error);
  return change;
}

/* Newest first, so that what was done last is taken back first. */
static GPtrArray *
read_turned_changes (AjBackend *backend, gint64 revision, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (
      (GDestroyNotify) turned_change_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (backend->db,
                     "SELECT \"type\", \"record\", \"before\", \"after\" FROM \"change\""
                     " WHERE \"revision\" = ?1 ORDER BY \"position\" DESC",
                     "read the history", error);

  if (statement == NULL)
    return NULL;
  aj_statement_bind_integer (statement, 1, revision);
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    g_ptr_array_add (changes, read_turned_change (statement, &local_error));
  if (local_error == NULL)
    return g_steal_pointer (&changes);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
set_refused_error (AjBackend *backend,
                   AjTurn *turn,
                   const AjField *field,
                   const AjCulprit *culprit,
                   GError **error)
{
  gboolean own = aj_backend_is_own (backend, culprit->author);
  g_autofree char *author = aj_culprit_name (own ? _ ("You") : culprit->author);
  g_autofree char *when = aj_culprit_format_time (culprit->at);
  /* Translators: a person, what they did, and when; becomes part of the sentences that begin with "“%1$s” cannot be". */
  g_autofree char *what = g_strdup_printf (_ ("%1$s: “%2$s”, %3$s"), author, culprit->label, when);

  if (turn->request->redo)
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT,
                 /* Translators: what was to be redone, and which later change stands in the way. */
                 _ ("“%1$s” cannot be made again: it would overwrite a later change (%2$s)."),
                 turn->request->label, what);
  else if (field != NULL)
    g_set_error (
        error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT,
        /* Translators: what was to be undone, the label of a field, which later change stands in the way. */
        _ ("“%1$s” cannot be undone: it would overwrite a later change of “%2$s” (%3$s). "
           "Change it back by hand where that is right."),
        turn->request->label, aj_field_get_label (field), what);
  else
    g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT,
                 /* Translators: what was to be undone, and which later change stands in the way. */
                 _ ("“%1$s” cannot be undone: it would overwrite a later change (%2$s). Change it "
                    "back by hand where that is right."),
                 turn->request->label, what);
}

/* FALSE with an error when a person changed @field (NULL: anything) of the record since. */
static gboolean
check_not_changed (AjTransaction *self,
                   AjTurn *turn,
                   const AjTurnedChange *change,
                   const AjField *field,
                   GError **error)
{
  guint64 fields = field != NULL ? G_GUINT64_CONSTANT (1) << (field - change->type->fields)
                                 : AJ_ALL_FIELDS;
  g_auto (AjCulprit) culprit = { 0 };
  g_autoptr (GError) local_error = NULL;

  if (aj_backend_find_culprit (self->backend, change->type, change->id, fields, turn->turned, FALSE,
                               &culprit, &local_error))
    set_refused_error (self->backend, turn, field, &culprit, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Whether the record still is as the turned edit left it, in @fields. What the program noted down since is no reason to
 * refuse; @kept receives those fields, and those that only rise. */
static gboolean
check_untouched (AjTransaction *self,
                 AjTurn *turn,
                 const AjTurnedChange *change,
                 const AjValues *present,
                 guint64 *kept,
                 GError **error)
{
  *kept = 0;
  for (guint i = 0; i < change->type->n_fields; i++)
    {
      const AjField *field = &change->type->fields[i];
      guint64 bit = G_GUINT64_CONSTANT (1) << i;

      if ((change->fields & bit) == 0 ||
          (!field->monotonic &&
           aj_value_equal (aj_values_peek (present, i), aj_values_peek (change->after, i))))
        continue;
      if (!field->monotonic && !check_not_changed (self, turn, change, field, error))
        return FALSE;
      *kept |= bit;
    }
  return TRUE;
}

static gboolean
turn_addition (AjTransaction *self,
               AjTurn *turn,
               const AjTurnedChange *change,
               const AjValues *present,
               GError **error)
{
  guint64 kept;

  /* It is gone already, and only a later edit can have done that. */
  if (present == NULL)
    return check_not_changed (self, turn, change, NULL, error);
  return check_untouched (self, turn, change, present, &kept, error) &&
         aj_transaction_remove (self, present, error);
}

static gboolean
turn_removal (AjTransaction *self,
              AjTurn *turn,
              const AjTurnedChange *change,
              const AjValues *present,
              GError **error)
{
  g_autoptr (AjValues) restored = NULL;

  if (present != NULL)
    return check_not_changed (self, turn, change, NULL, error);
  restored = aj_values_copy (change->before);
  return aj_transaction_put (self, NULL, restored, error);
}

static gboolean
turn_change (AjTransaction *self,
             AjTurn *turn,
             const AjTurnedChange *change,
             const AjValues *present,
             GError **error)
{
  g_autoptr (AjValues) restored = NULL;
  guint64 kept;

  if (present == NULL)
    return check_not_changed (self, turn, change, NULL, error);
  if (!check_untouched (self, turn, change, present, &kept, error))
    return FALSE;
  restored = aj_values_copy (present);
  for (guint i = 0; i < change->type->n_fields; i++)
    if (change->fields & ~kept & (G_GUINT64_CONSTANT (1) << i))
      aj_values_set (restored, i, aj_values_peek (change->before, i));
  return aj_transaction_put (self, present, restored, error);
}

static gboolean
turn_one (AjTransaction *self, AjTurn *turn, const AjTurnedChange *change, GError **error)
{
  g_autoptr (AjValues) present = NULL;

  if (!aj_transaction_get (self, change->type, change->id, &present, error))
    return FALSE;
  if (change->before == NULL)
    return turn_addition (self, turn, change, present, error);
  if (change->after == NULL)
    return turn_removal (self, turn, change, present, error);
  return turn_change (self, turn, change, present, error);
}

/* An edit that was undone and redone holds by its latest redo. */
static gboolean
find_latest_redo (AjBackend *backend, gint64 edit, gint64 *revision, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (backend->db,
                     "SELECT COALESCE (MAX (\"revision\"), ?1) FROM \"edit\""
                     " WHERE \"revision\" > ?1 AND \"target\" = ?1 AND \"kind\" = 'redo'",
                     "look for what can be undone", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_integer (statement, 1, edit);
  if (aj_statement_step (statement, &local_error))
    *revision = aj_statement_get_integer (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
find_turned (AjBackend *backend, AjTurn *turn, GError **error)
{
  AjUndoRequest *request = turn->request;

  g_clear_pointer (&request->label, g_free);
  if (request->redo)
    {
      if (!aj_backend_find_redo (backend, &turn->edit, &turn->turned, &request->label, error))
        return FALSE;
    }
  else if (!aj_backend_find_undo (backend, &turn->edit, &request->label, error) ||
           !find_latest_redo (backend, turn->edit, &turn->turned, error))
    return FALSE;

  if (turn->edit != 0)
    return TRUE;
  g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOTHING,
                       request->redo ? _ ("There is nothing to make again.")
                                     : _ ("There is nothing to undo."));
  return FALSE;
}

static gboolean
turn_body (AjTransaction *self, gpointer user_data, GError **error)
{
  AjTurn *turn = user_data;
  g_autoptr (GPtrArray) changes = NULL;

  if (!find_turned (self->backend, turn, error))
    return FALSE;
  self->target = turn->edit;
  self->turned = turn->turned;
  self->label = turn->request->label;
  changes = read_turned_changes (self->backend, turn->turned, error);
  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!turn_one (self, turn, g_ptr_array_index (changes, i), error))
      return FALSE;
  return aj_transaction_mark_undone (self, turn->edit, !turn->request->redo, error);
}

/* Asking again would be refused again, until somebody changes something. */
static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT) ||
         g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED) ||
         g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE) ||
         error->domain == AJ_MODEL_ERROR;
}

static gboolean
find_next (AjBackend *self, gboolean redo, gint64 *edit, char **label, GError **error)
{
  gint64 undone_by;

  return redo ? aj_backend_find_redo (self, edit, &undone_by, label, error)
              : aj_backend_find_undo (self, edit, label, error);
}

/* One step that cannot be taken must not bar the way to all before it. With none left, it begins again at the first. */
static void
pass_over (AjBackend *self, AjTurn *turn)
{
  gboolean redo = turn->request->redo;
  g_autoptr (GError) error = NULL;
  gint64 refused = redo ? turn->turned : turn->edit;
  gint64 edit = 0;

  g_clear_pointer (&turn->request->next, g_free);
  g_array_append_val (self->refused[redo], refused);
  if (!find_next (self, redo, &edit, &turn->request->next, &error))
    g_debug ("cannot tell what comes next: %s", error->message);
  if (edit == 0)
    g_array_set_size (self->refused[redo], 0);
}

static void
refuse (AjBackend *self, AjUndoRequest *request, GError **refusal)
{
  if (request->interactive && request->next != NULL)
    {
      GError *longer = g_error_new (
          (*refusal)->domain, (*refusal)->code,
          request->redo
              /* Translators: the sentence why something cannot be made again, and the change that comes next. */
              ? _ ("%1$s Redo once more makes the step after it again: “%2$s”.")
              /* Translators: the sentence why something cannot be undone, and the change that comes next. */
              : _ ("%1$s Undo once more takes back the step before it: “%2$s”."),
          (*refusal)->message, request->next);

      g_error_free (*refusal);
      *refusal = longer;
    }
  aj_backend_tell (self, NULL);
}

gboolean
aj_backend_undo (AjBackend *self, gpointer undo_request, GError **error)
{
  AjUndoRequest *request = undo_request;
  AjTurn turn = { .request = request };
  GError *refusal = NULL;
  gint64 revision;

  do
    {
      g_autoptr (GError) local_error = NULL;

      turn.edit = 0;
      if (aj_transaction_run (self, request->redo ? AJ_HISTORY_REDO : AJ_HISTORY_UNDO, NULL,
                              request->at, turn_body, &turn, &revision, &local_error))
        {
          g_clear_error (&refusal);
          return TRUE;
        }
      if (turn.edit == 0 || !is_refusal (local_error))
        {
          g_clear_error (&refusal);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      pass_over (self, &turn);
      /* Of several the newest counts: that is the one that was asked for. */
      if (refusal == NULL)
        refusal = g_steal_pointer (&local_error);
    }
  while (request->pass_over && request->next != NULL);
  refuse (self, request, &refusal);
  g_propagate_error (error, refusal);
  return FALSE;
}
