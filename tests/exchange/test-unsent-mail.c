/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-unsent-mail.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include <string.h>

#include "aj-gmime-private.h"

#define CALENDAR "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nX:é\r\nEND:VCALENDAR\r\n"
/* Not text, and no line of it ends as text does. */
#define PDF "%PDF-1.7\n\0\r\xff=_aanjager_draft\n--=_aanjager_draft--\n"

static const AjMailbox recipients[] = {
  { "Vries, Anna de; \"Annie\"", "a.devries@gemeente.example" },
  { "Zoë Ökumenisch", "zoe@saxion.example" },
  { NULL, "naamloos@politie.example" },
  { "Again", "A.DEVRIES@gemeente.example" },
  { "Kwaad", "x@y.example\r\nBcc: z@kwaad.example" },
  { "Kwaad\r\nBcc: z@kwaad.example", "regel@kwaad.example" },
  { "Nobody", NULL },
};

/* (transfer full): the file, and where it lies. */
static GBytes *
write_mail (const AjUnsentMail *mail, char **path)
{
  GBytes *bytes = aj_unsent_mail_write (mail);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, &size);
  g_close (g_file_open_tmp ("unsent-mail-XXXXXX.eml", path, &error), NULL);
  g_assert_no_error (error);
  g_file_set_contents (*path, data, (gssize) size, &error);
  g_assert_no_error (error);
  return bytes;
}

static GBytes *
write_whole (char **path)
{
  g_autoptr (GBytes) calendar = g_bytes_new_static (CALENDAR, strlen (CALENDAR));
  g_autoptr (GBytes) pdf = g_bytes_new_static (PDF, sizeof PDF - 1);
  const AjMailAttachment attachments[] = {
    { "2026-03-12 Überteam - uitnodiging.ics", "text/calendar", "REQUEST", calendar },
    { "../a\r\ngenda.pdf", "application/pdf", NULL, pdf },
  };
  const AjUnsentMail mail = {
    .from = { "Secretariaat Oost", "secretariaat@netwerk.example" },
    .to = recipients,
    .n_to = G_N_ELEMENTS (recipients),
    .subject = "Uitnodiging: café\r\nBcc: z@kwaad.example",
    .body = "Beste allemaal,\n\nTot dan — en neem koffie mee.\n.\nFrom hier\n",
    .attachments = attachments,
    .n_attachments = G_N_ELEMENTS (attachments),
  };

  return write_mail (&mail, path);
}

/* (transfer full): what python's email module reads. */
static JsonNode *
read_with_python (const char *path)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "read-mail.py", NULL);
  g_autoptr (GSubprocess) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  JsonNode *node;

  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/usr/bin/python3", script,
                             path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (reader, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (reader));
  node = json_from_string (output, &error);
  g_assert_no_error (error);
  return node;
}

static void
assert_text (JsonObject *object, const char *member, const char *expected)
{
  g_assert_cmpstr (json_object_get_string_member (object, member), ==, expected);
}

static void
assert_mailbox (
    JsonObject *mail, const char *header, guint i, const char *name, const char *address)
{
  JsonObject *mailbox = json_array_get_object_element (json_object_get_array_member (mail, header),
                                                       i);

  assert_text (mailbox, "name", name);
  assert_text (mailbox, "mail", address);
}

static void
assert_part (JsonObject *mail,
             guint i,
             const char *type,
             const char *method,
             const char *name,
             const char *content,
             gsize length)
{
  JsonObject *part = json_array_get_object_element (json_object_get_array_member (mail, "parts"),
                                                    i);
  gsize size;
  g_autofree guchar *data = g_base64_decode (json_object_get_string_member (part, "base64"), &size);

  assert_text (part, "type", type);
  assert_text (part, "method", method);
  assert_text (part, "encoding", "base64");
  assert_text (part, "file", name);
  assert_text (part, "disposition", *name != '\0' ? "attachment" : "");
  g_assert_cmpmem (data, size, content, length);
}

static void
test_python (void)
{
  static const char body[] =
      "Beste allemaal,\r\n\r\nTot dan — en neem koffie mee.\r\n.\r\nFrom hier\r\n";
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = write_whole (&path);
  g_autoptr (JsonNode) node = read_with_python (path);
  JsonObject *mail = json_node_get_object (node);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (mail, "defects")), ==, 0);
  assert_text (mail, "unsent", "1");
  assert_text (mail, "type", "multipart/mixed");
  assert_text (mail, "subject", "Uitnodiging: café Bcc: z@kwaad.example");
  assert_mailbox (mail, "from", 0, "Secretariaat Oost", "secretariaat@netwerk.example");
  assert_mailbox (mail, "reply-to", 0, "Secretariaat Oost", "secretariaat@netwerk.example");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (mail, "to")), ==, 4);
  assert_mailbox (mail, "to", 0, "Vries, Anna de; \"Annie\"", "a.devries@gemeente.example");
  assert_mailbox (mail, "to", 1, "Zoë Ökumenisch", "zoe@saxion.example");
  assert_mailbox (mail, "to", 2, "", "naamloos@politie.example");
  assert_mailbox (mail, "to", 3, "Kwaad Bcc: z@kwaad.example", "regel@kwaad.example");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (mail, "parts")), ==, 3);
  assert_part (mail, 0, "text/plain", "", "", body, strlen (body));
  assert_part (mail, 1, "text/calendar", "REQUEST", "2026-03-12 Überteam - uitnodiging.ics",
               CALENDAR, strlen (CALENDAR));
  assert_part (mail, 2, "application/pdf", "", "a genda.pdf", PDF, sizeof PDF - 1);
  g_remove (path);
}

/* Whom the others are not to know of; who stands in To already is not hidden as well. */
static void
test_bcc (void)
{
  static const AjMailbox to[] = { { "Secretariaat", "agenda@netwerk.example" } };
  static const AjMailbox bcc[] = { { "Anna", "anna@stad.example" },
                                   { "Nog eens", "AGENDA@netwerk.example" },
                                   { "Kwaad\r\nTo: z@kwaad.example", "bert@stad.example" } };
  AjUnsentMail draft = { .from = to[0], .to = to, .n_to = 1, .bcc = bcc, .n_bcc = 3 };
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = write_mail (&draft, &path);
  g_autoptr (JsonNode) node = read_with_python (path);
  JsonObject *mail = json_node_get_object (node);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (mail, "to")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (mail, "bcc")), ==, 2);
  assert_mailbox (mail, "bcc", 0, "Anna", "anna@stad.example");
  assert_mailbox (mail, "bcc", 1, "Kwaad To: z@kwaad.example", "bert@stad.example");
  g_remove (path);
  /* Nobody but those is somebody as well. */
  draft.n_to = 0;
  g_bytes_unref (g_steal_pointer (&bytes));
  bytes = aj_unsent_mail_write (&draft);
  g_assert_nonnull (bytes);
}

/* Nothing but what a draft needs: no date, no address that is hidden, no line of anybody's making. */
static void
test_headers (void)
{
  static const char *const expected[] = { "X-Unsent", "From",         "Reply-To",    "To",
                                          "Subject",  "MIME-Version", "Content-Type" };
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = write_whole (&path);
  g_autoptr (JsonNode) node = read_with_python (path);
  JsonArray *headers = json_object_get_array_member (json_node_get_object (node), "headers");
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (json_array_get_length (headers), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        found |= g_str_equal (json_array_get_string_element (headers, j), expected[i]);
      g_assert_true (found);
    }
  for (gsize i = 0; i < size; i++)
    {
      g_assert_cmpint (data[i] & 0x80, ==, 0);
      g_assert_true (data[i] != '\n' || (i > 0 && data[i - 1] == '\r'));
      g_assert_true (data[i] != '\r' || (i + 1 < size && data[i + 1] == '\n'));
    }
  g_remove (path);
}

/* By the library that wrote it, as a program that takes a mail in does. */
static void
test_gmime (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = write_whole (&path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (data, size);
  g_autoptr (GMimeParser) parser = g_mime_parser_new_with_stream (stream);
  g_autoptr (GMimeMessage) message = g_mime_parser_construct_message (parser, NULL);
  GMimeMultipart *parts;
  GMimeObject *calendar;

  g_assert_nonnull (message);
  g_assert_cmpstr (g_mime_message_get_subject (message), ==,
                   "Uitnodiging: café Bcc: z@kwaad.example");
  g_assert_cmpint (internet_address_list_length (g_mime_message_get_to (message)), ==, 4);
  g_assert_cmpint (internet_address_list_length (g_mime_message_get_bcc (message)), ==, 0);
  g_assert_null (g_mime_message_get_date (message));
  g_assert_null (g_mime_message_get_message_id (message));
  parts = GMIME_MULTIPART (g_mime_message_get_mime_part (message));
  g_assert_cmpint (g_mime_multipart_get_count (parts), ==, 3);
  calendar = g_mime_multipart_get_part (parts, 1);
  g_assert_cmpstr (g_mime_object_get_content_type_parameter (calendar, "method"), ==, "REQUEST");
  g_assert_cmpstr (g_mime_part_get_filename (GMIME_PART (calendar)), ==,
                   "2026-03-12 Überteam - uitnodiging.ics");
  g_remove (path);
}

static void
test_nobody (void)
{
  const AjUnsentMail nobody = { .from = { NULL, "a@b.example" }, .subject = "x", .body = "y" };
  const AjUnsentMail none = { .to = &recipients[4], .n_to = 1, .subject = "x" };

  g_assert_null (aj_unsent_mail_write (&nobody));
  g_assert_null (aj_unsent_mail_write (&none));
}

/* Whoever has not filled in a mailbox lets the mail program say who writes. */
static void
test_without_sender (void)
{
  const AjUnsentMail mail = { .from = { "Secretariaat", "no address" },
                              .to = recipients,
                              .n_to = 1 };
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = write_mail (&mail, &path);
  g_autoptr (JsonNode) node = read_with_python (path);
  JsonObject *read = json_node_get_object (node);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (read, "from")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (read, "reply-to")), ==, 0);
  assert_text (read, "subject", "");
  assert_part (read, 0, "text/plain", "", "", "\r\n", 2);
  g_remove (path);
}

/* Four hundred people fill many lines, none of which is longer than mail allows (RFC 5322, 2.1.1). */
static void
test_many (void)
{
  enum
  {
    N = 400
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree AjMailbox *to = g_new0 (AjMailbox, N);
  g_autofree char *path = NULL;
  g_autofree char *subject = g_strnfill (2000, 'x');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  gsize size, width = 0;
  const char *data;

  for (guint i = 0; i < N; i++)
    {
      g_ptr_array_add (texts, g_strdup_printf ("Persoon Nummer %u van Ëlders", i));
      to[i].name = texts->pdata[texts->len - 1];
      g_ptr_array_add (texts, g_strdup_printf ("persoon.%u@gemeente.example", i));
      to[i].mail = texts->pdata[texts->len - 1];
    }
  bytes = write_mail (&(const AjUnsentMail){ .to = to, .n_to = N, .subject = subject, .body = "" },
                      &path);
  data = g_bytes_get_data (bytes, &size);
  for (gsize i = 0; i < size; i++)
    {
      width = data[i] == '\n' ? 0 : width + 1;
      g_assert_cmpuint (width, <=, 999);
    }
  node = read_with_python (path);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (node), "to")),
                    ==, N);
  assert_mailbox (json_node_get_object (node), "to", N - 1, "Persoon Nummer 399 van Ëlders",
                  "persoon.399@gemeente.example");
  g_remove (path);
}

/* (transfer full): of signs that mean something in a mail, and of bytes that are no text. */
static char *
make_hostile (GRand *random)
{
  static const char signs[] = "\r\n\t \"\\<>,;:@=?_()[]{}%.-'\x01\x7f\x80\xc3\xa9\xe2\x80\xa8\xff"
                              "aZ0";
  GString *text = g_string_new (NULL);

  for (gint32 n = g_rand_int_range (random, 0, 120); n > 0; n--)
    g_string_append_c (text, signs[g_rand_int_range (random, 0, sizeof signs - 1)]);
  if (g_rand_int_range (random, 0, 3) == 0)
    g_string_append (text, "\r\nBcc: z@kwaad.example\r\n\r\n--=_aanjager_draft");
  return g_string_free (text, FALSE);
}

/* Whatever somebody is called or writes: the same headers, one recipient, two parts. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5322);
  g_autoptr (GBytes) calendar = g_bytes_new_static (CALENDAR, strlen (CALENDAR));

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = make_hostile (random);
      g_autofree char *other = make_hostile (random);
      g_autofree char *subject = make_hostile (random);
      g_autofree char *body = make_hostile (random);
      g_autofree char *file = make_hostile (random);
      const AjMailbox to[] = { { name, "a@b.example" }, { "x", other } };
      const AjMailAttachment attachment = { file, "text/calendar", "REQUEST", calendar };
      const AjUnsentMail mail = { .from = { name, "s@n.example" },
                                  .to = to,
                                  .n_to = G_N_ELEMENTS (to),
                                  .subject = subject,
                                  .body = body,
                                  .attachments = &attachment,
                                  .n_attachments = 1 };
      g_autoptr (GBytes) bytes = aj_unsent_mail_write (&mail);
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);
      g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (data, size);
      g_autoptr (GMimeParser) parser = g_mime_parser_new_with_stream (stream);
      g_autoptr (GMimeMessage) message = g_mime_parser_construct_message (parser, NULL);

      g_assert_nonnull (message);
      /* All but Content-Type, which GMime keeps with the content. */
      g_assert_cmpint (g_mime_header_list_get_count (
                           g_mime_object_get_header_list (GMIME_OBJECT (message))),
                       ==, 6);
      g_assert_cmpint (internet_address_list_length (g_mime_message_get_to (message)), ==, 1);
      g_assert_cmpint (internet_address_list_length (g_mime_message_get_bcc (message)), ==, 0);
      g_assert_cmpint (g_mime_multipart_get_count (
                           GMIME_MULTIPART (g_mime_message_get_mime_part (message))),
                       ==, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  aj_gmime_init ();
  g_test_add_func ("/unsent-mail/python", test_python);
  g_test_add_func ("/unsent-mail/bcc", test_bcc);
  g_test_add_func ("/unsent-mail/headers", test_headers);
  g_test_add_func ("/unsent-mail/gmime", test_gmime);
  g_test_add_func ("/unsent-mail/nobody", test_nobody);
  g_test_add_func ("/unsent-mail/without-sender", test_without_sender);
  g_test_add_func ("/unsent-mail/many", test_many);
  g_test_add_func ("/unsent-mail/random", test_random);
  return g_test_run ();
}
