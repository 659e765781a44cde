/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-drafts.h"

#include "aj-form-file.h"
#include "aj-form-sheet.h"
#include "aj-numbered-file.h"

static void
clear_attachments (gpointer array)
{
  g_array_unref (array);
}

/* (transfer full) (element-type utf8 GArray<AjMailAttachment>): by municipality, borrowed from @written. */
static GHashTable *
attach (GPtrArray *written)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, clear_attachments);

  for (guint i = 0; i < written->len; i++)
    {
      const AjWrittenForm *form = written->pdata[i];
      const AjMailAttachment attachment = {
        .file_name = form->name,
        .type = form->format == AJ_FORM_FORMAT_SHEET ? AJ_FORM_SHEET_TYPE : AJ_FORM_FILE_TYPE,
        .bytes = form->bytes,
      };
      GArray *attachments = g_hash_table_lookup (all, form->municipality);

      if (attachments == NULL)
        {
          attachments = g_array_new (FALSE, FALSE, sizeof (AjMailAttachment));
          g_hash_table_insert (all, form->municipality, attachments);
        }
      g_array_append_val (attachments, attachment);
    }
  return all;
}

GPtrArray *
aj_form_drafts_make (AjChaseBook *book,
                     GPtrArray *items,
                     GPtrArray *written,
                     AjDate today,
                     const AjMailSender *sender)
{
  g_autoptr (GHashTable) attachments = attach (written);

  return aj_chase_mail_write_all (book, items, FALSE, today, sender, attachments);
}

void
aj_form_drafts_free (AjFormDrafts *self)
{
  g_clear_pointer (&self->mails, g_ptr_array_unref);
  g_clear_pointer (&self->written, g_ptr_array_unref);
  g_clear_pointer (&self->book, aj_chase_book_free);
  g_free (self);
}

/* Drafts that are being made. */
typedef struct
{
  AjFormDraftsRequest request; /* its texts owned */
  AjFormBook *forms_book;      /* (owned) (nullable): once it is read */
  AjFormDrafts *drafts;        /* (owned) (nullable) */
  AjFormProgress progress;     /* (nullable) */
  gpointer progress_data;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *self = data;

  g_clear_pointer (&self->drafts, aj_form_drafts_free);
  g_clear_pointer (&self->forms_book, aj_form_book_free);
  g_free ((char *) self->request.edition);
  g_strfreev ((GStrv) self->request.municipalities);
  g_free ((char *) self->request.sender.organiser.name);
  g_free ((char *) self->request.sender.organiser.mail);
  g_free ((char *) self->request.sender.network);
  g_free (self);
}

static Loading *
loading_new (const AjFormDraftsRequest *request, AjFormProgress progress, gpointer progress_data)
{
  Loading *self = g_new0 (Loading, 1);

  self->request.edition = g_strdup (request->edition);
  self->request.municipalities = (const char *const *) g_strdupv ((GStrv) request->municipalities);
  self->request.today = request->today;
  self->request.sender.organiser.name = g_strdup (request->sender.organiser.name);
  self->request.sender.organiser.mail = g_strdup (request->sender.organiser.mail);
  self->request.sender.network = g_strdup (request->sender.network);
  self->progress = progress;
  self->progress_data = progress_data;
  self->drafts = g_new0 (AjFormDrafts, 1);
  return self;
}

/* How far it is, on its way to whoever waits. */
typedef struct
{
  GTask *task; /* (owned) */
  guint n_written;
  guint n_all;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->task);
  g_free (news);
}

static gboolean
tell_cb (gpointer data)
{
  News *news = data;
  Loading *self = g_task_get_task_data (news->task);

  if (!g_task_get_completed (news->task))
    self->progress (news->n_written, news->n_all, self->progress_data);
  return G_SOURCE_REMOVE;
}

/* In the thread that writes. */
static void
written_cb (guint n_written, guint n_all, gpointer task)
{
  Loading *self = g_task_get_task_data (task);
  g_autoptr (GSource) source = NULL;
  News *news;

  if (self->progress == NULL)
    return;
  news = g_new0 (News, 1);
  news->task = g_object_ref (task);
  news->n_written = n_written;
  news->n_all = n_all;
  /* Invoking it would call it right here while the other thread is not in its loop. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, news, news_free);
  g_source_attach (source, g_task_get_context (task));
}

/* (transfer container) (element-type utf8): those whose form is written. */
static GPtrArray *
list_municipalities (Loading *self, AjFormPurpose purpose)
{
  GPtrArray *ids;

  if (self->request.municipalities == NULL)
    return aj_form_book_list (self->forms_book, purpose);
  ids = g_ptr_array_new ();
  for (guint i = 0; self->request.municipalities[i] != NULL; i++)
    g_ptr_array_add (ids, (gpointer) self->request.municipalities[i]);
  return ids;
}

/* (transfer full) (element-type AjChaseItem): who is written to about its form. */
static GPtrArray *
list_items (Loading *self, GPtrArray *municipalities, AjFormPurpose purpose)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_chase_item_free);
  gboolean is_of_all = self->request.municipalities == NULL;

  for (guint i = 0; i < municipalities->len; i++)
    {
      const char *id = municipalities->pdata[i];
      AjChaseItem *item = purpose == AJ_FORM_LOOK_BACK
                              ? aj_chase_book_make_look_back (self->drafts->book, id,
                                                              self->request.today)
                              : aj_chase_book_make_item (self->drafts->book, id,
                                                         self->request.today);

      if (item != NULL && is_of_all && item->round == AJ_CHASE_LAST_CALL)
        g_clear_pointer (&item, aj_chase_item_free);
      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items;
}

static void
make_in_thread (GTask *task, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  Loading *self = task_data;
  AjFormDrafts *drafts = self->drafts;
  AjFormRequest request = { .purpose = AJ_FORM_REGISTER,
                            .organiser = self->request.sender.organiser,
                            .today = self->request.today };
  g_autoptr (GPtrArray) municipalities = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) items = NULL;
  GError *error = NULL;

  if (self->request.municipalities == NULL)
    request.purpose = aj_form_book_get_purpose (self->forms_book, request.today);
  municipalities = list_municipalities (self, request.purpose);
  forms = aj_form_writer_make (self->forms_book, &request, municipalities);
  drafts->n_forms = forms->len;
  drafts->written = aj_form_writer_write (forms, AJ_FORM_FORMAT_SHEET | AJ_FORM_FORMAT_FILE,
                                          cancellable, written_cb, task, &error);
  if (drafts->written == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  items = list_items (self, municipalities, request.purpose);
  drafts->mails = aj_form_drafts_make (drafts->book, items, drafts->written, request.today,
                                       &self->request.sender);
  g_task_return_pointer (task, g_steal_pointer (&self->drafts),
                         (GDestroyNotify) aj_form_drafts_free);
}

static void
chase_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->drafts->book = aj_chase_book_load_finish (AJ_STORE (source), result, &error);
  if (self->drafts->book != NULL)
    g_task_run_in_thread (task, make_in_thread);
  else
    g_task_return_error (task, error);
}

static void
forms_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  self->forms_book = aj_form_book_load_finish (AJ_STORE (source), result, &error);
  if (self->forms_book != NULL)
    aj_chase_book_load_async (AJ_STORE (source), self->request.edition, cancellable, chase_read_cb,
                              g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
aj_form_drafts_load_async (AjStore *store,
                           const AjFormDraftsRequest *request,
                           GCancellable *cancellable,
                           AjFormProgress progress,
                           gpointer progress_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_form_drafts_load_async);
  g_task_set_task_data (task, loading_new (request, progress, progress_data), loading_free);
  aj_form_book_load_async (store, request->edition, cancellable, forms_read_cb, task);
}

AjFormDrafts *
aj_form_drafts_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_form_drafts_save (AjFormDrafts *self,
                     const char *folder,
                     GCancellable *cancellable,
                     GError **error)
{
  if (!aj_form_writer_save (self->written, folder, error))
    return FALSE;
  for (self->n_saved = 0; self->n_saved < self->mails->len; self->n_saved++)
    {
      const AjChaseMail *mail = self->mails->pdata[self->n_saved];
      g_autofree char *name = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      name = aj_numbered_file_write (folder, mail->file_name, mail->bytes, AJ_OUTPUT_FILE_PRIVATE,
                                     error);
      if (name == NULL)
        return FALSE;
    }
  return TRUE;
}
