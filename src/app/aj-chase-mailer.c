/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-chase-mailer.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-mail-draft.h"
#include "aj-mail-file.h"
#include "aj-numbered-file.h"

typedef struct
{
  GtkWidget *from; /* (nullable): weak */
  GObject *owner;  /* (nullable): weak */
  AjChaseMailWritten written;
  GPtrArray *mails; /* (owned) (element-type AjChaseMail) */
  guint n_written;  /* of those, from the first on */
  char *folder;     /* (owned) (nullable): to save in */
} Mailing;

static void
mailing_free (gpointer data)
{
  Mailing *mailing = data;

  g_clear_weak_pointer (&mailing->from);
  g_clear_weak_pointer (&mailing->owner);
  g_ptr_array_unref (mailing->mails);
  g_free (mailing->folder);
  g_free (mailing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mailing, mailing_free)

static Mailing *
mailing_new (GtkWidget *from, GPtrArray *mails, AjChaseMailWritten written, GObject *owner)
{
  Mailing *mailing = g_new0 (Mailing, 1);

  g_set_weak_pointer (&mailing->from, from);
  g_set_weak_pointer (&mailing->owner, owner);
  mailing->written = written;
  mailing->mails = mails;
  return mailing;
}

static const AjChaseMail *
get_next (Mailing *mailing)
{
  return mailing->mails->pdata[mailing->n_written];
}

static void
tell_written (Mailing *mailing, const AjChaseMail *mail)
{
  if (mailing->owner != NULL)
    mailing->written (mail, mailing->owner);
}

/* (nullable): a word in braces that is of no place. */
static const char *
find_unknown (Mailing *mailing)
{
  for (guint i = 0; i < mailing->mails->len; i++)
    {
      const AjChaseMail *mail = mailing->mails->pdata[i];

      if (mail->unknown[0] != NULL)
        return mail->unknown[0];
    }
  return NULL;
}

/* What could not be filled in is worth more than that all went well. */
static void
say_done (Mailing *mailing, const char *sentence)
{
  const char *unknown = find_unknown (mailing);
  g_autofree char *warning = NULL;

  if (unknown != NULL)
    /* Translators: a sentence, and a word in braces. */
    warning = g_strdup_printf (_ ("%1$s “{%2$s}” in it could not be filled in."), sentence,
                               unknown);
  aj_feedback_say (mailing->from, warning != NULL ? warning : sentence);
}

static gboolean
is_shown (Mailing *mailing)
{
  return mailing->from != NULL && gtk_widget_get_root (mailing->from) != NULL;
}

/* As an address with a text, which needs no program that opens drafts. */
static void
open_bare (Mailing *mailing)
{
  const AjChaseMail *mail = get_next (mailing);
  g_autoptr (AjGroupMail) addressees = g_new0 (AjGroupMail, 1);

  addressees->addresses = g_strdupv (mail->addresses);
  addressees->without = g_new0 (char *, 1);
  aj_mail_draft_open_with_text (mailing->from, addressees,
                                mail->is_bcc ? AJ_MAILTO_BCC : AJ_MAILTO_TO, mail->subject,
                                mail->body, "");
  tell_written (mailing, mail);
}

/* There is no program that opens drafts. An address carries nothing that is attached, and who asks for a form must send it. */
static void
help_without_drafts (Mailing *mailing)
{
  if (mailing->mails->len > 1)
    aj_feedback_say (mailing->from, _ ("Your mail program opens no drafts. Save them in a folder "
                                       "instead, with the menu at the top."));
  else if (get_next (mailing)->has_attachments)
    aj_feedback_say (mailing->from, _ ("Your mail program opens no drafts with attachments. Save "
                                       "them in a folder instead: in “Ask Municipalities”, with "
                                       "the menu at the top."));
  else
    open_bare (mailing);
}

static void open_next (Mailing *mailing);

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Mailing) mailing = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_opened = aj_mail_file_open_finish (result, &error);

  if (is_opened)
    {
      tell_written (mailing, get_next (mailing));
      mailing->n_written++;
    }
  if (!is_shown (mailing))
    return;
  if (error != NULL)
    aj_feedback_error (mailing->from, error);
  else if (is_opened)
    open_next (g_steal_pointer (&mailing));
  else
    help_without_drafts (mailing);
}

/* @mailing is taken. */
static void
open_next (Mailing *mailing)
{
  guint n = mailing->mails->len;
  g_autofree char *sentence = NULL;

  if (mailing->n_written < n)
    {
      const AjChaseMail *mail = get_next (mailing);

      aj_mail_file_open_async (GTK_WINDOW (gtk_widget_get_root (mailing->from)), mail->file_name,
                               mail->bytes, opened_cb, mailing);
      return;
    }
  sentence = n == 1 ? g_strdup (_ ("A draft is opened in your mail program."))
                    : g_strdup_printf (ngettext ("%u draft is opened in your mail program.",
                                                 "%u drafts are opened in your mail program.", n),
                                       n);
  say_done (mailing, sentence);
  mailing_free (mailing);
}

void
aj_chase_mailer_open (GtkWidget *from, GPtrArray *mails, AjChaseMailWritten written, GObject *owner)
{
  if (mails->len == 0)
    g_ptr_array_unref (mails);
  else
    open_next (mailing_new (from, mails, written, owner));
}

/* They name people: nobody else on this computer reads them. */
static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Mailing *mailing = data;
  GError *error = NULL;

  while (mailing->n_written < mailing->mails->len)
    {
      const AjChaseMail *mail = get_next (mailing);
      g_autofree char *name = aj_numbered_file_write (mailing->folder, mail->file_name, mail->bytes,
                                                      AJ_OUTPUT_FILE_PRIVATE, &error);

      if (name == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      mailing->n_written++;
    }
  g_task_return_boolean (task, TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Mailing *mailing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  guint n = mailing->n_written;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < n; i++)
    tell_written (mailing, mailing->mails->pdata[i]);
  g_task_propagate_boolean (G_TASK (result), &error);
  if (!is_shown (mailing))
    return;
  if (error != NULL)
    {
      aj_feedback_error (mailing->from, error);
      return;
    }
  sentence = g_strdup_printf (ngettext ("%u draft is saved. Open it to send it.",
                                        "%u drafts are saved. Open them to send them.", n),
                              n);
  say_done (mailing, sentence);
}

static void
folder_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (Mailing) mailing = user_data;
  g_autoptr (GTask) task = NULL;

  if (path == NULL || mailing->from == NULL)
    return;
  mailing->folder = g_strdup (path);
  task = g_task_new (NULL, NULL, saved_cb, NULL);
  g_task_set_source_tag (task, aj_chase_mailer_save);
  g_task_set_task_data (task, g_steal_pointer (&mailing), mailing_free);
  g_task_run_in_thread (task, save_in_thread);
}

void
aj_chase_mailer_save (GtkWidget *from, GPtrArray *mails, AjChaseMailWritten written, GObject *owner)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (from));

  if (mails->len == 0)
    g_ptr_array_unref (mails);
  else
    aj_file_chooser_folder (window, _ ("Save Drafts In"), folder_chosen_cb,
                            mailing_new (from, mails, written, owner));
}
