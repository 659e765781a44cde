/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend.h"

#include "aj-backend-forget.h"
#include "aj-error.h"
#include "aj-history-private.h"
#include "aj-search-index.h"

void
aj_message_free (AjMessage *self)
{
  g_clear_pointer (&self->changes, aj_changes_unref);
  g_free (self->undo.undo_label);
  g_free (self->undo.redo_label);
  g_free (self);
}

AjBackend *
aj_backend_new (const char *path, AjStoreOpenFlags flags, const char *author)
{
  AjBackend *self = g_new0 (AjBackend, 1);

  self->path = g_strdup (path);
  self->flags = flags;
  self->author = g_strdup (author);
  g_mutex_init (&self->beside);
  for (guint i = 0; i < G_N_ELEMENTS (self->refused); i++)
    self->refused[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
aj_backend_free (AjBackend *self)
{
  g_clear_pointer (&self->rows, aj_rows_free);
  g_clear_pointer (&self->db, aj_db_close);
  for (guint i = 0; i < G_N_ELEMENTS (self->refused); i++)
    g_array_unref (self->refused[i]);
  g_free (self->path);
  g_free (self->author);
  g_strfreev (self->earlier);
  g_mutex_clear (&self->beside);
  g_free (self);
}

AjBackend *
aj_backend_open_beside (AjBackend *self, GError **error)
{
  AjDb *db = aj_db_open_beside (self->db, error);
  AjBackend *reader;

  if (db == NULL)
    return NULL;
  reader = aj_backend_new (self->path, AJ_STORE_OPEN_READ_ONLY, "");
  reader->db = db;
  reader->rows = aj_rows_new (db);
  return reader;
}

void
aj_backend_set_tell (AjBackend *self, AjBackendTell tell, gpointer user_data)
{
  self->tell = tell;
  self->tell_data = user_data;
}

static AjDbOpenFlags
to_db_flags (AjStoreOpenFlags flags)
{
  AjDbOpenFlags db_flags = AJ_DB_OPEN_DEFAULT;

  if (flags & AJ_STORE_OPEN_CREATE)
    db_flags |= AJ_DB_OPEN_CREATE;
  if (flags & AJ_STORE_OPEN_READ_ONLY)
    db_flags |= AJ_DB_OPEN_READ_ONLY;
  if (flags & AJ_STORE_OPEN_EXCLUSIVE)
    db_flags |= AJ_DB_OPEN_EXCLUSIVE;
  return db_flags;
}

/* What could not be wiped when it was forgotten. Whoever is in the way now leaves it to the next one who opens the file. */
static void
pay_debts (AjBackend *self)
{
  g_autoptr (GError) error = NULL;

  if (!aj_db_is_read_only (self->db) && !aj_backend_wipe (self, &error))
    g_debug ("cannot wipe the file: %s", error->message);
}

/* On a medium that cannot be written, or in a folder of somebody else, what is there can be read all the same. */
static AjDb *
open_db (AjBackend *self, GError **error)
{
  AjDbOpenFlags flags = to_db_flags (self->flags);
  g_autoptr (GError) local_error = NULL;
  AjDb *db = aj_db_open (self->path, flags, self->author, &local_error);

  if (db == NULL && (self->flags & AJ_STORE_OPEN_OR_READ) != 0 &&
      g_error_matches (local_error, AJ_STORE_ERROR, AJ_STORE_ERROR_READ_ONLY))
    return aj_db_open (self->path, flags | AJ_DB_OPEN_READ_ONLY, self->author, error);
  if (db == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return db;
}

gboolean
aj_backend_open (AjBackend *self, gpointer data, GError **error)
{
  g_autoptr (AjDb) db = open_db (self, error);

  if (db == NULL)
    return FALSE;
  self->db = g_steal_pointer (&db);
  self->rows = aj_rows_new (self->db);
  /* First the version, then the edits: what comes in between is then looked at once too often, never missed. */
  if (!aj_search_index_ensure (self->db, error) ||
      !aj_db_get_data_version (self->db, &self->data_version, error) ||
      !aj_backend_get_newest (self, &self->seen, error))
    return FALSE;
  pay_debts (self);
  aj_backend_tell (self, NULL);
  return TRUE;
}

gboolean
aj_backend_set_author (AjBackend *self, gpointer data, GError **error)
{
  g_free (self->author);
  self->author = g_strdup (data);
  aj_backend_forget_refused (self);
  aj_backend_tell (self, NULL);
  return TRUE;
}

gboolean
aj_backend_set_earlier_authors (AjBackend *self, gpointer names, GError **error)
{
  g_strfreev (self->earlier);
  self->earlier = g_strdupv (names);
  aj_backend_forget_refused (self);
  aj_backend_tell (self, NULL);
  return TRUE;
}

/* First the name of today, then those before it; NULL at the end. */
static const char *
get_own_name (AjBackend *self, guint index)
{
  if (index == 0)
    return self->author;
  return self->earlier != NULL ? self->earlier[index - 1] : NULL;
}

gboolean
aj_backend_is_own (AjBackend *self, const char *author)
{
  for (guint i = 0; get_own_name (self, i) != NULL; i++)
    if (g_strcmp0 (get_own_name (self, i), author) == 0)
      return TRUE;
  return FALSE;
}

void
aj_backend_tell (AjBackend *self, AjChanges *changes)
{
  AjMessage *message = g_new0 (AjMessage, 1);
  g_autoptr (GError) error = NULL;
  gint64 revision, undone_by;

  message->changes = changes != NULL ? aj_changes_ref (changes) : NULL;
  /* The change is made and told in any case; what can be undone is then found out with the next one. */
  if (!aj_backend_find_undo (self, &revision, &message->undo.undo_label, &error) ||
      !aj_backend_find_redo (self, &revision, &undone_by, &message->undo.redo_label, &error))
    g_debug ("cannot tell what can be undone: %s", error->message);
  self->tell (self->tell_data, message);
}

gboolean
aj_backend_get_newest (AjBackend *self, gint64 *revision, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (
      self->db, "SELECT COALESCE (MAX (\"revision\"), 0) FROM \"edit\"", "read the history", error);

  if (statement == NULL)
    return FALSE;
  if (aj_statement_step (statement, &local_error))
    *revision = aj_statement_get_integer (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

void
aj_backend_forget_refused (AjBackend *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->refused); i++)
    g_array_set_size (self->refused[i], 0);
}

static gboolean
is_refused (GArray *refused, gint64 revision)
{
  for (guint i = 0; i < refused->len; i++)
    if (g_array_index (refused, gint64, i) == revision)
      return TRUE;
  return FALSE;
}

/* Steps to the first row whose number in @column is not among @refused; FALSE without an error when there is none. */
static gboolean
step_to_candidate (AjStatement *statement, GArray *refused, int column, GError **error)
{
  while (aj_statement_step (statement, error))
    if (!is_refused (refused, aj_statement_get_integer (statement, column)))
      return TRUE;
  return FALSE;
}

/* The newest that @author can take back, when it is newer than @revision. */
static gboolean
find_undo_of (AjBackend *self, const char *author, gint64 *revision, char **label, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->db,
                     "SELECT \"revision\", \"label\" FROM \"edit\""
                     " WHERE \"kind\" = 'edit' AND \"author\" = ?1 AND \"undone_by\" IS NULL"
                     " ORDER BY \"revision\" DESC",
                     "look for what can be undone", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, author);
  if (step_to_candidate (statement, self->refused[FALSE], 0, &local_error) &&
      aj_statement_get_integer (statement, 0) > *revision)
    {
      *revision = aj_statement_get_integer (statement, 0);
      aj_set_string (label, aj_statement_get_text (statement, 1));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_backend_find_undo (AjBackend *self, gint64 *revision, char **label, GError **error)
{
  *revision = 0;
  *label = NULL;
  for (guint i = 0; get_own_name (self, i) != NULL; i++)
    if (!find_undo_of (self, get_own_name (self, i), revision, label, error))
      {
        g_clear_pointer (label, g_free);
        return FALSE;
      }
  return TRUE;
}

/* The newest edit of @author, whatever became of it, when it is newer than @revision. */
static gboolean
find_newest_edit_of (AjBackend *self, const char *author, gint64 *revision, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->db,
                     "SELECT \"revision\" FROM \"edit\" WHERE \"kind\" = 'edit' AND \"author\" = ?1"
                     " ORDER BY \"revision\" DESC LIMIT 1",
                     "look for what can be redone", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, author);
  if (aj_statement_step (statement, &local_error))
    *revision = MAX (*revision, aj_statement_get_integer (statement, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The newest undo of @author after @newest_edit, when it is newer than @undone_by. */
static gboolean
find_redo_of (AjBackend *self,
              const char *author,
              gint64 newest_edit,
              gint64 *revision,
              gint64 *undone_by,
              char **label,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->db,
                     "SELECT e.\"revision\", e.\"label\", u.\"revision\" FROM \"edit\" u"
                     " JOIN \"edit\" e ON e.\"revision\" = u.\"target\""
                     " AND e.\"undone_by\" = u.\"revision\""
                     " WHERE u.\"revision\" > ?1 AND u.\"kind\" = 'undo' AND u.\"author\" = ?2"
                     " ORDER BY u.\"revision\" DESC",
                     "look for what can be redone", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_integer (statement, 1, newest_edit);
  aj_statement_bind_text (statement, 2, author);
  if (step_to_candidate (statement, self->refused[TRUE], 2, &local_error) &&
      aj_statement_get_integer (statement, 2) > *undone_by)
    {
      *revision = aj_statement_get_integer (statement, 0);
      aj_set_string (label, aj_statement_get_text (statement, 1));
      *undone_by = aj_statement_get_integer (statement, 2);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_backend_find_redo (
    AjBackend *self, gint64 *revision, gint64 *undone_by, char **label, GError **error)
{
  gint64 newest_edit = 0;

  *revision = 0;
  *undone_by = 0;
  *label = NULL;
  for (guint i = 0; get_own_name (self, i) != NULL; i++)
    if (!find_newest_edit_of (self, get_own_name (self, i), &newest_edit, error))
      return FALSE;
  for (guint i = 0; get_own_name (self, i) != NULL; i++)
    if (!find_redo_of (self, get_own_name (self, i), newest_edit, revision, undone_by, label,
                       error))
      {
        g_clear_pointer (label, g_free);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_newer_body (AjDb *db, gpointer user_data, GError **error)
{
  AjBackend *self = user_data;
  g_autoptr (AjChanges) changes = NULL;
  gint64 newest;

  if (!aj_backend_get_newest (self, &newest, error))
    return FALSE;
  if (newest == self->seen)
    return TRUE;
  changes = aj_backend_read_changes (self, self->seen, error);
  if (changes == NULL)
    return FALSE;
  self->seen = newest;
  aj_backend_forget_refused (self);
  aj_backend_tell (self, changes);
  return TRUE;
}

gboolean
aj_backend_follow (AjBackend *self, gpointer data, GError **error)
{
  gint64 version;

  if (!aj_db_get_data_version (self->db, &version, error))
    return FALSE;
  if (version == self->data_version)
    return TRUE;
  if (!aj_db_read (self->db, read_newer_body, self, error))
    return FALSE;
  self->data_version = version;
  return TRUE;
}

gboolean
aj_backend_backup (AjBackend *self, gpointer backup_request, GError **error)
{
  AjBackupRequest *request = backup_request;

  return aj_db_backup (self->db, request->path, request->replace, request->progress,
                       request->progress_data, request->cancellable, error);
}
