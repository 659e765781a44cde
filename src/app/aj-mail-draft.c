/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mail-draft.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"

/* Who has no address is named up to here; a long list helps nobody in a toast. */
#define MAX_NAMED 3

typedef struct
{
  GtkWidget *from; /* (nullable): weak */
  char *addresses; /* (owned): as people paste them */
  guint n_addresses;
  char *missing; /* (owned): a sentence, or "" */
  AjMailtoField field;
} Draft;

static void
draft_free (Draft *draft)
{
  g_clear_weak_pointer (&draft->from);
  g_free (draft->addresses);
  g_free (draft->missing);
  g_free (draft);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)

/* The first sentence, and who or what is missing. */
static void
tell (Draft *draft, const char *sentence)
{
  g_autofree char *text = *draft->missing != '\0'
                              ? g_strdup_printf ("%s %s", sentence, draft->missing)
                              : g_strdup (sentence);

  aj_feedback_say (draft->from, text);
}

static void
copy_addresses (Draft *draft)
{
  g_autofree char *sentence =
      draft->field == AJ_MAILTO_BCC
          ? g_strdup_printf (
                ngettext ("%u address copied. Paste it in the field Bcc of a new mail.",
                          "%u addresses copied. Paste them in the field Bcc of a new mail, so that "
                          "nobody gets those of the others.",
                          draft->n_addresses),
                draft->n_addresses)
          : g_strdup_printf (
                ngettext ("%u address copied. Paste it in the field To of a new mail.",
                          "%u addresses copied. Paste them in the field To of a new mail.",
                          draft->n_addresses),
                draft->n_addresses);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (draft->from), draft->addresses);
  tell (draft, sentence);
}

/* The draft itself is what people look at then; what it cannot show is said. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Draft) draft = user_data;
  gboolean is_shown = gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL);

  if (draft->from == NULL)
    return;
  if (!is_shown)
    copy_addresses (draft);
  else if (draft->field == AJ_MAILTO_BCC && draft->n_addresses > 1)
    tell (draft,
          _ ("A draft is opened in your mail program. The addresses are in Bcc, so that nobody "
             "gets those of the others."));
  else
    tell (draft, _ ("A draft is opened in your mail program."));
}

/* @mail, what is @missing (taken) and the text (nullable), which goes when it makes the address too long. */
static void
open_draft (GtkWidget *from,
            const AjGroupMail *mail,
            AjMailtoField field,
            const char *subject,
            const char *body,
            char *missing)
{
  const char *const *addresses = (const char *const *) mail->addresses;
  g_autofree char *whole = aj_mailto_build_with_text (addresses, field, subject, body);
  g_autofree char *uri = whole != NULL ? g_steal_pointer (&whole)
                                       : aj_mailto_build (addresses, field, subject);
  g_autoptr (Draft) draft = g_new0 (Draft, 1);

  g_set_weak_pointer (&draft->from, from);
  draft->addresses = aj_mailto_join (addresses);
  draft->n_addresses = g_strv_length (mail->addresses);
  draft->missing = missing;
  draft->field = field;
  if (draft->n_addresses == 0)
    tell (draft, _ ("There is no mail address to write to."));
  else if (uri == NULL)
    copy_addresses (draft);
  else
    gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (from)), uri, GDK_CURRENT_TIME, NULL,
                       shown_cb, g_steal_pointer (&draft));
}

void
aj_mail_draft_open (GtkWidget *from,
                    const AjGroupMail *mail,
                    AjMailtoField field,
                    const char *subject)
{
  open_draft (from, mail, field, subject, NULL, aj_group_mail_describe_missing (mail, MAX_NAMED));
}

void
aj_mail_draft_open_with_text (GtkWidget *from,
                              const AjGroupMail *mail,
                              AjMailtoField field,
                              const char *subject,
                              const char *body,
                              const char *remark)
{
  open_draft (from, mail, field, subject, body, g_strdup (remark));
}
