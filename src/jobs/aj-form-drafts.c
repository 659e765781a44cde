/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-drafts.h"

#include "aj-form-file.h"
#include "aj-form-sheet.h"
#include "aj-numbered-file.h"

#define N_FORMATS 2

/* A form as it is attached. */
typedef struct
{
  AjMailAttachment attachments[N_FORMATS]; /* the first fills its place in the text */
  char *names[N_FORMATS];                  /* (owned) */
} Attached;

static void
attached_free (Attached *self)
{
  for (guint i = 0; i < N_FORMATS; i++)
    {
      g_clear_pointer (&self->attachments[i].bytes, g_bytes_unref);
      g_free (self->names[i]);
    }
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attached, attached_free)

static Attached *
attach (const AjForm *form, GError **error)
{
  static const struct
  {
    AjFormFormats format;
    const char *suffix;
    const char *type;
  } formats[N_FORMATS] = {
    { AJ_FORM_FORMAT_SHEET, AJ_FORM_SHEET_SUFFIX, AJ_FORM_SHEET_TYPE },
    { AJ_FORM_FORMAT_FILE, AJ_FORM_FILE_SUFFIX, AJ_FORM_FILE_TYPE },
  };
  g_autoptr (Attached) self = g_new0 (Attached, 1);
  g_autofree char *name = aj_form_writer_dup_name (form);

  for (guint i = 0; i < N_FORMATS; i++)
    {
      self->names[i] = g_strconcat (name, formats[i].suffix, NULL);
      self->attachments[i].file_name = self->names[i];
      self->attachments[i].type = formats[i].type;
      self->attachments[i].bytes = aj_form_writer_write (form, formats[i].format, error);
      if (self->attachments[i].bytes == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

/* (transfer full) (element-type utf8 Attached): by municipality. */
static GHashTable *
attach_all (GPtrArray *forms, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                      (GDestroyNotify) attached_free);

  for (guint i = 0; i < forms->len; i++)
    {
      const AjForm *form = forms->pdata[i];
      Attached *attached = attach (form, error);

      if (attached == NULL)
        return NULL;
      g_hash_table_insert (all, form->municipality_id, attached);
    }
  return g_steal_pointer (&all);
}

/* (transfer full) (element-type AjChaseItem) */
static GPtrArray *
list_items (AjChaseBook *book, GPtrArray *forms, AjDate today)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_chase_item_free);

  for (guint i = 0; i < forms->len; i++)
    {
      const AjForm *form = forms->pdata[i];
      g_autoptr (AjChaseItem) item = aj_chase_book_make_item (book, form->municipality_id, today);

      if (item != NULL && item->round != AJ_CHASE_LAST_CALL)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

/* Written once more, with both files. */
static void
attach_both (AjChaseMail *mail, const Attached *attached, const AjMailSender *sender)
{
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (AjMailbox));
  AjUnsentMail unsent = { .from = { sender->organiser.name, sender->organiser.mail },
                          .subject = mail->subject,
                          .body = mail->body,
                          .attachments = attached->attachments,
                          .n_attachments = N_FORMATS };
  GBytes *bytes;

  for (guint i = 0; mail->addresses[i] != NULL; i++)
    {
      const AjMailbox mailbox = { NULL, mail->addresses[i] };

      g_array_append_val (to, mailbox);
    }
  unsent.to = (const AjMailbox *) (gpointer) to->data;
  unsent.n_to = to->len;
  bytes = aj_unsent_mail_write (&unsent);
  if (bytes == NULL)
    return;
  g_clear_pointer (&mail->bytes, g_bytes_unref);
  mail->bytes = bytes;
}

GPtrArray *
aj_form_drafts_make (
    AjChaseBook *book, GPtrArray *forms, AjDate today, const AjMailSender *sender, GError **error)
{
  g_autoptr (GHashTable) attached = attach_all (forms, error);
  g_autoptr (GPtrArray) items = NULL;
  GPtrArray *mails;

  if (attached == NULL)
    return NULL;
  items = list_items (book, forms, today);
  /* The first of the attachments is at the beginning of what is kept. */
  mails = aj_chase_mail_write_all (book, items, FALSE, today, sender, attached);
  for (guint i = 0; i < mails->len; i++)
    {
      AjChaseMail *mail = mails->pdata[i];
      const AjAsked *asked = mail->asked->pdata[0];

      attach_both (mail, g_hash_table_lookup (attached, asked->municipality), sender);
    }
  return mails;
}

gboolean
aj_form_drafts_save (GPtrArray *mails, const char *folder, GError **error)
{
  for (guint i = 0; i < mails->len; i++)
    {
      const AjChaseMail *mail = mails->pdata[i];
      g_autofree char *name = aj_numbered_file_write (folder, mail->file_name, mail->bytes,
                                                      AJ_OUTPUT_FILE_PRIVATE, error);

      if (name == NULL)
        return FALSE;
    }
  return TRUE;
}
