/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-sender.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-form-file.h"
#include "aj-mail-draft.h"
#include "aj-mail-file.h"
#include "aj-unsent-mail.h"

typedef struct
{
  GtkWidget *from; /* (nullable): weak */
  char *address;   /* (owned) */
  char *subject;   /* (owned) */
  char *body;      /* (owned) */
} Sending;

static void
sending_free (Sending *sending)
{
  g_clear_weak_pointer (&sending->from);
  g_free (sending->address);
  g_free (sending->subject);
  g_free (sending->body);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

/* (transfer full) */
static char *
make_subject (const AjForm *form)
{
  const char *who = form->organisation_name != NULL ? form->organisation_name
                                                    : form->municipality_name;

  return g_strdup_printf ("%s: %s", form->edition_name, who);
}

/* (transfer full): in words what is in the form, for who reads the mail and does not open it. */
static char *
make_body (const AjForm *form)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = aj_form_count (form);

  if (aj_form_get_answer (form) == AJ_FORM_ANSWER_DECLINES)
    g_string_append (text, _ ("We do not take part this time."));
  else
    g_string_append_printf (text,
                            ngettext ("Our form is attached, with %u activity.",
                                      "Our form is attached, with %u activities.", n),
                            n);
  if (form->contact_name != NULL)
    g_string_append_printf (text, "\n\n%s", form->contact_name);
  if (form->contact_phone != NULL)
    g_string_append_printf (text, "\n%s", form->contact_phone);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The mail without the form. */
static void
open_bare (Sending *sending)
{
  AjGroupMail mail = { 0 };
  char *addresses[] = { sending->address, NULL };
  char *without[] = { NULL };

  mail.addresses = addresses;
  mail.without = without;
  aj_mail_draft_open_with_text (sending->from, &mail, AJ_MAILTO_TO, sending->subject, sending->body,
                                _ ("Your mail program opens no drafts with attachments: attach the "
                                   "file yourself."));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sending) sending = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_opened = aj_mail_file_open_finish (result, &error);

  if (sending->from == NULL || gtk_widget_get_root (sending->from) == NULL)
    return;
  if (error != NULL)
    aj_feedback_error (sending->from, error);
  else if (is_opened)
    aj_feedback_say (sending->from, _ ("A draft is opened in your mail program. Send it there."));
  else
    open_bare (sending);
}

void
aj_form_sender_open (GtkWidget *from, const AjForm *form, const char *path)
{
  g_autoptr (Sending) sending = g_new0 (Sending, 1);
  g_autoptr (GBytes) file = aj_form_file_write (form);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *mail_name = g_strconcat (name, ".eml", NULL);
  const AjMailbox to = { form->reply_name, form->reply_mail };
  const AjMailAttachment attachment = { .file_name = name,
                                        .type = AJ_FORM_FILE_TYPE,
                                        .bytes = file };
  AjUnsentMail mail = { .from = { form->contact_name, form->contact_mail },
                        .to = &to,
                        .n_to = form->reply_mail != NULL ? 1 : 0,
                        .attachments = &attachment,
                        .n_attachments = 1 };

  g_set_weak_pointer (&sending->from, from);
  sending->address = g_strdup (form->reply_mail);
  sending->subject = make_subject (form);
  sending->body = make_body (form);
  mail.subject = sending->subject;
  mail.body = sending->body;
  bytes = aj_unsent_mail_write (&mail);
  if (bytes == NULL)
    {
      aj_feedback_say (from,
                       _ ("This form does not say where to send it. Mail the file to who sent "
                          "it to you."));
      return;
    }
  aj_mail_file_open_async (GTK_WINDOW (gtk_widget_get_root (from)), mail_name, bytes, opened_cb,
                           g_steal_pointer (&sending));
}
