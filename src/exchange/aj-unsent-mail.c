/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-unsent-mail.h"

#include "aj-gmime-private.h"
#include "aj-text.h"

/* In no text of base64, so in no part. */
#define BOUNDARY "=_aanjager_draft"

static gboolean
add_mailbox (GMimeMessage *message, GMimeAddressType type, const AjMailbox *mailbox)
{
  g_autofree char *name = NULL;
  g_autoptr (InternetAddress) address = NULL;

  if (mailbox->mail == NULL || !aj_text_is_mail_address (mailbox->mail))
    return FALSE;
  name = mailbox->name != NULL ? aj_text_clean_line (mailbox->name) : NULL;
  address = internet_address_mailbox_new (aj_text_or_null (name), mailbox->mail);
  internet_address_set_charset (address, "UTF-8");
  internet_address_list_add (g_mime_message_get_addresses (message, type), address);
  return TRUE;
}

/* Two people may share a mailbox. */
static void
add_recipients (GMimeMessage *message,
                GMimeAddressType type,
                const AjMailbox *mailboxes,
                gsize n_mailboxes,
                GHashTable *known)
{
  for (gsize i = 0; i < n_mailboxes; i++)
    {
      g_autofree char *key = mailboxes[i].mail != NULL ? g_utf8_casefold (mailboxes[i].mail, -1)
                                                       : NULL;

      if (key != NULL && !g_hash_table_contains (known, key) &&
          add_mailbox (message, type, &mailboxes[i]))
        g_hash_table_add (known, g_steal_pointer (&key));
    }
}

/* The part keeps what it was given alive. Line ends stay as they are in it. */
static void
set_content (GMimePart *part, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (data, size);
  g_autoptr (GMimeDataWrapper) content =
      g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  g_mime_part_set_content (part, content);
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_BASE64);
}

static void
add_body (GMimeMultipart *multipart, const char *body)
{
  g_autoptr (GMimePart) part = g_mime_part_new_with_type ("text", "plain");
  g_autofree char *clean = aj_text_clean_block (body != NULL ? body : "");
  g_autoptr (GString) text = g_string_new (clean);
  g_autoptr (GBytes) bytes = NULL;

  /* Of text the line ends are CRLF, also beneath base64 (RFC 2045, 6.8). */
  g_string_append_c (text, '\n');
  g_string_replace (text, "\n", "\r\n", 0);
  bytes = g_bytes_new (text->str, text->len);
  set_content (part, bytes);
  g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "UTF-8");
  g_mime_multipart_add (multipart, GMIME_OBJECT (part));
}

static void
set_charset_of (GMimeParamList *parameters, const char *name)
{
  g_mime_param_set_charset (g_mime_param_list_get_parameter (parameters, name), "UTF-8");
}

/* A calendar file is an attachment as any other: a mail program that found it in the place of the text would take the draft
 * for an invitation that came in. */
static void
add_attachment (GMimeMultipart *multipart, const AjMailAttachment *attachment)
{
  g_autoptr (GMimeContentType) type = g_mime_content_type_parse (NULL, attachment->type);
  g_autoptr (GMimePart) part = g_mime_part_new_with_type (g_mime_content_type_get_media_type (type),
                                                          g_mime_content_type_get_media_subtype (
                                                              type));
  g_autofree char *name = aj_text_to_file_name (attachment->file_name);

  set_content (part, attachment->bytes);
  if (attachment->method != NULL)
    {
      g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "method", attachment->method);
      g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "UTF-8");
    }
  g_mime_object_set_disposition (GMIME_OBJECT (part), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename (part, name);
  set_charset_of (g_mime_content_disposition_get_parameters (
                      g_mime_object_get_content_disposition (GMIME_OBJECT (part))),
                  "filename");
  set_charset_of (g_mime_content_type_get_parameters (
                      g_mime_object_get_content_type (GMIME_OBJECT (part))),
                  "name");
  g_mime_multipart_add (multipart, GMIME_OBJECT (part));
}

static GBytes *
write_out (GMimeMessage *message)
{
  g_autoptr (GMimeFormatOptions) options = g_mime_format_options_new ();
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GByteArray *bytes = g_byte_array_new ();

  g_mime_format_options_set_newline_format (options, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_stream_mem_set_byte_array (GMIME_STREAM_MEM (stream), bytes);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_object_write_to_stream (GMIME_OBJECT (message), options, stream);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
aj_unsent_mail_write (const AjUnsentMail *mail)
{
  g_autoptr (GMimeMessage) message = NULL;
  g_autoptr (GMimeMultipart) multipart = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *subject = aj_text_clean_line (mail->subject != NULL ? mail->subject : "");

  aj_gmime_init ();
  message = g_mime_message_new (FALSE);
  g_mime_object_set_header (GMIME_OBJECT (message), "X-Unsent", "1", NULL);
  if (add_mailbox (message, GMIME_ADDRESS_TYPE_FROM, &mail->from))
    add_mailbox (message, GMIME_ADDRESS_TYPE_REPLY_TO, &mail->from);
  add_recipients (message, GMIME_ADDRESS_TYPE_TO, mail->to, mail->n_to, known);
  add_recipients (message, GMIME_ADDRESS_TYPE_BCC, mail->bcc, mail->n_bcc, known);
  if (g_hash_table_size (known) == 0)
    return NULL;
  g_mime_message_set_subject (message, subject, "UTF-8");
  multipart = g_mime_multipart_new_with_subtype ("mixed");
  g_mime_multipart_set_boundary (multipart, BOUNDARY);
  add_body (multipart, mail->body);
  for (gsize i = 0; i < mail->n_attachments; i++)
    add_attachment (multipart, &mail->attachments[i]);
  g_mime_message_set_mime_part (message, GMIME_OBJECT (multipart));
  return write_out (message);
}
