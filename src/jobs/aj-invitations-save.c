/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-invitations.h"

/* What the other thread is told. */
typedef struct
{
  AjInvitations *invitations; /* (borrowed) */
  char *folder;               /* (owned) */
  char *name;                 /* (owned) (nullable) */
  char *mail;                 /* (owned) (nullable) */
  gint64 stamp;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->folder);
  g_free (saving->name);
  g_free (saving->mail);
  g_free (saving);
}

static gboolean
save_letters (const Saving *saving, const AjOrganiser *organiser, gssize *n_saved, GError **error)
{
  static const AjCalendarMethod methods[] = { AJ_CALENDAR_CANCEL, AJ_CALENDAR_REQUEST };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autofree char *name = NULL;

      if (!aj_invitations_needs (saving->invitations, methods[i]))
        continue;
      name = aj_invitations_save (saving->invitations, methods[i], saving->folder, organiser,
                                  saving->stamp, error);
      if (name == NULL)
        return FALSE;
      (*n_saved)++;
    }
  return TRUE;
}

static gboolean
save_of_speakers (const Saving *saving,
                  const AjOrganiser *organiser,
                  gssize *n_saved,
                  GError **error)
{
  AjSpeakers *speakers = aj_invitations_get_speakers (saving->invitations);
  GArray *owed = aj_speakers_get_owed (speakers);

  for (guint i = 0; i < owed->len; i++)
    {
      g_autofree char *name = aj_speakers_save (speakers, &g_array_index (owed, AjSpeakerLetter, i),
                                                saving->folder, organiser, saving->stamp, error);

      if (name == NULL)
        return FALSE;
      (*n_saved)++;
    }
  return TRUE;
}

static void
save_all_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  const AjOrganiser organiser = { saving->name, saving->mail };
  GError *error = NULL;
  gssize n_saved = 0;

  if (save_letters (saving, &organiser, &n_saved, &error) &&
      save_of_speakers (saving, &organiser, &n_saved, &error))
    g_task_return_int (task, n_saved);
  else
    g_task_return_error (task, error);
}

void
aj_invitations_save_all_async (AjInvitations *self,
                               const char *folder,
                               const AjOrganiser *organiser,
                               gint64 stamp,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->invitations = self;
  saving->folder = g_strdup (folder);
  saving->name = g_strdup (organiser->name);
  saving->mail = g_strdup (organiser->mail);
  saving->stamp = stamp;
  g_task_set_source_tag (task, aj_invitations_save_all_async);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_all_in_thread);
}

guint
aj_invitations_save_all_finish (GAsyncResult *result, GError **error)
{
  gssize n_saved = g_task_propagate_int (G_TASK (result), error);

  return n_saved > 0 ? (guint) n_saved : 0;
}
