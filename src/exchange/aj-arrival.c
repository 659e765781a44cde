/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-arrival.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-decode.h"
#include "aj-error.h"
#include "aj-gmime-private.h"
#include "aj-text.h"

/* A mail of so many parts, or with so many that hold others, is no answer to an invitation. */
#define MAX_LINES      200000
#define MAX_SEPARATORS 2000
#define MAX_CONTAINERS 100
#define MAX_CALENDARS  10
/* What one line of the head of a mail or a part may hold, its continuations with it. */
#define MAX_HEADER (64 * 1024)

#define OUTLOOK_MARK  "\xd0\xcf\x11\xe0"
#define TNEF_MARK     "\x78\x9f\x3e\x22"
#define CALENDAR_MARK "BEGIN:VCALENDAR"

/* A mail while it is gone through. */
typedef struct
{
  AjArrival *arrival;     /* (borrowed) */
  GHashTable *seen;       /* (borrowed): calendars without what only a relay changes */
  GMimeMessage *message;  /* (borrowed): the one that is looked at, which may lie in another */
  gboolean has_tnef;      /* what Outlook wraps up for Outlook */
  gboolean has_message;   /* a mail that Outlook attached in a form of its own */
  gboolean is_unreadable; /* something in it is encrypted or sealed */
} Search;

static void
calendar_free (gpointer data)
{
  AjArrivedCalendar *calendar = data;

  g_free (calendar->text);
  g_free (calendar->sender_mail);
  g_free (calendar->sender_name);
  g_strfreev (calendar->recipients);
  g_free (calendar);
}

void
aj_arrival_free (AjArrival *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->calendars);
  g_free (self);
}

/* @text is taken. */
static AjArrivedCalendar *
add_text (AjArrival *self, char *text)
{
  AjArrivedCalendar *calendar = g_new0 (AjArrivedCalendar, 1);

  calendar->text = text;
  g_ptr_array_add (self->calendars, calendar);
  return calendar;
}

static gboolean
ends_with (const char *text, const char *end)
{
  gsize length = text != NULL ? strlen (text) : 0;

  return length >= strlen (end) && g_ascii_strcasecmp (text + length - strlen (end), end) == 0;
}

gboolean
aj_arrival_is_likely (const char *path)
{
  static const char *const ends[] = { ".ics", ".eml", ".msg", ".dat" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends_with (path, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_mark (const char *bytes, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (bytes, mark, strlen (mark)) == 0;
}

/* Where the text begins, behind a byte order mark and white space. */
static gsize
skip_blank (const char *bytes, gsize length)
{
  gsize at = has_mark (bytes, length, "\xef\xbb\xbf") ? 3 : 0;

  while (at < length && g_ascii_isspace (bytes[at]))
    at++;
  return at;
}

static gboolean
begins_like_calendar (const char *bytes, gsize length)
{
  gsize at = skip_blank (bytes, length);

  return length - at >= strlen (CALENDAR_MARK) &&
         g_ascii_strncasecmp (bytes + at, CALENDAR_MARK, strlen (CALENDAR_MARK)) == 0;
}

/* "Name: …", or the line that a mailbox puts before each mail. */
static gboolean
begins_like_mail (const char *bytes, gsize length)
{
  gsize at = skip_blank (bytes, length);
  gsize start = at;

  if (has_mark (bytes + at, length - at, "From "))
    return TRUE;
  while (at < length && bytes[at] > ' ' && bytes[at] != ':' && bytes[at] != 0x7f)
    at++;
  return at > start && at < length && bytes[at] == ':';
}

static gboolean
fail (const AjArrival *self, AjErrorCode code, const char *sentence, GError **error)
{
  /* Translators: the name of a file, and a whole sentence about it. */
  g_set_error (error, AJ_ERROR, (int) code, _ ("%s: %s"), self->name, sentence);
  return FALSE;
}

static gboolean
fail_outlook (const AjArrival *self, GError **error)
{
  return fail (self, AJ_ERROR_INVALID,
               _ ("Outlook saved this in a form of its own that holds no calendar. Save the answer "
                  "as .eml (in the new Outlook or on the web: Download as EML), or enter it by "
                  "hand."),
               error);
}

static gboolean
fail_tnef (const AjArrival *self, GError **error)
{
  return fail (
      self, AJ_ERROR_INVALID,
      _ ("This is a package (winmail.dat) that only Outlook opens. Ask the sender to answer "
         "again as HTML or plain text, or enter the answer by hand."),
      error);
}

/* What could be taken apart into very much. What looks like a separator or a container need not be one, so no more than
 * this can be. */
typedef struct
{
  guint n_lines;
  guint n_separators;
  guint n_containers;
  gsize header; /* how long the line is with its continuations; 0 where it can be none of a head */
} Scan;

static guint
count_word (const char *line, gsize length, const char *word)
{
  gsize n_word = strlen (word);
  guint count = 0;

  for (gsize i = 0; i + n_word <= length; i++)
    if (g_ascii_tolower (line[i]) == word[0] && g_ascii_strncasecmp (line + i, word, n_word) == 0)
      count++;
  return count;
}

/* FALSE when it goes beyond what a mail may be. */
static gboolean
scan_line (Scan *self, const char *line, gsize length)
{
  gboolean continues = length > 0 && (line[0] == ' ' || line[0] == '\t');

  self->n_lines++;
  if (has_mark (line, length, "--"))
    self->n_separators++;
  self->n_containers += count_word (line, length, "boundary");
  self->n_containers += count_word (line, length, "message/");
  if (!continues)
    self->header = memchr (line, ':', MIN (length, 80)) != NULL ? length : 0;
  else if (self->header > 0)
    self->header += length;
  return self->n_lines <= MAX_LINES && self->n_separators <= MAX_SEPARATORS &&
         self->n_containers <= MAX_CONTAINERS && self->header <= MAX_HEADER;
}

static gboolean
check_mail (const AjArrival *self, const char *bytes, gsize length, GError **error)
{
  Scan scan = { 0 };

  for (gsize at = 0; at < length;)
    {
      const char *end = memchr (bytes + at, '\n', length - at);
      gsize n_line = end != NULL ? (gsize) (end - bytes) - at : length - at;

      if (!scan_line (&scan, bytes + at, n_line))
        return fail (self, AJ_ERROR_LIMIT,
                     _ ("This mail is built in more parts than a mail should be, so it was not "
                        "read. Save only the answer itself."),
                     error);
      at += n_line + 1;
    }
  return TRUE;
}

/* A calendar without its folds, line ends and blanks at the end of lines, which differ between two copies in one mail. */
static char *
make_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\r')
        continue;
      if (*p == '\n')
        {
          if (p[1] == ' ' || p[1] == '\t')
            {
              p++;
              continue;
            }
          while (key->len > 0 && (key->str[key->len - 1] == ' ' || key->str[key->len - 1] == '\n'))
            g_string_truncate (key, key->len - 1);
        }
      g_string_append_c (key, *p);
    }
  return g_string_free (key, FALSE);
}

static void
take_sender (AjArrivedCalendar *self, GMimeMessage *message)
{
  InternetAddressList *from = g_mime_message_get_from (message);
  InternetAddress *first = from != NULL && internet_address_list_length (from) > 0
                               ? internet_address_list_get_address (from, 0)
                               : NULL;
  g_autofree char *mail = NULL;
  g_autofree char *name = NULL;

  if (first == NULL || !INTERNET_ADDRESS_IS_MAILBOX (first) ||
      internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (first)) == NULL)
    return;
  mail = aj_text_clean_line (internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (first)));
  if (!aj_text_is_mail_address (mail))
    return;
  self->sender_mail = g_utf8_strdown (mail, -1);
  if (internet_address_get_name (first) != NULL)
    name = aj_text_clean_line (internet_address_get_name (first));
  if (aj_text_or_null (name) != NULL)
    self->sender_name = g_steal_pointer (&name);
}

static void
add_recipients (GStrvBuilder *mails, GMimeMessage *message, GMimeAddressType type)
{
  InternetAddressList *list = g_mime_message_get_addresses (message, type);

  for (int i = 0; list != NULL && i < internet_address_list_length (list); i++)
    {
      InternetAddress *one = internet_address_list_get_address (list, i);
      const char *address = INTERNET_ADDRESS_IS_MAILBOX (one)
                                ? internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (one))
                                : NULL;
      g_autofree char *mail = address != NULL ? aj_text_clean_line (address) : NULL;
      g_autofree char *small = NULL;

      if (mail == NULL || !aj_text_is_mail_address (mail))
        continue;
      small = g_utf8_strdown (mail, -1);
      g_strv_builder_add (mails, small);
    }
}

/* A mail that went out in reality may have them anywhere. */
static void
take_recipients (AjArrivedCalendar *self, GMimeMessage *message)
{
  g_autoptr (GStrvBuilder) mails = g_strv_builder_new ();

  add_recipients (mails, message, GMIME_ADDRESS_TYPE_TO);
  add_recipients (mails, message, GMIME_ADDRESS_TYPE_CC);
  add_recipients (mails, message, GMIME_ADDRESS_TYPE_BCC);
  self->recipients = g_strv_builder_end (mails);
}

static void
add_calendar (Search *self, const char *bytes, gsize length, const char *charset)
{
  g_autofree char *text = NULL;
  gsize decoded;

  /* What the mail says of it is worth less than that it is UTF-8. */
  if (!g_utf8_validate_len (bytes, length, NULL) && charset != NULL)
    text = g_convert (bytes, (gssize) length, "UTF-8", charset, NULL, NULL, NULL);
  if (text == NULL)
    text = aj_decode_text (self->arrival->name, bytes, length, &decoded, NULL);
  if (text != NULL && self->arrival->calendars->len < MAX_CALENDARS &&
      g_hash_table_add (self->seen, make_key (text)))
    {
      AjArrivedCalendar *calendar = add_text (self->arrival, g_steal_pointer (&text));

      take_sender (calendar, self->message);
      take_recipients (calendar, self->message);
    }
}

/* (transfer full): what stands in a part, base64 and quoted-printable taken away. */
static GByteArray *
get_content (GMimePart *part)
{
  GMimeDataWrapper *wrapper = g_mime_part_get_content (part);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GByteArray *content = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));

  if (wrapper != NULL)
    g_mime_data_wrapper_write_to_stream (wrapper, stream);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  return content;
}

static gboolean
is_calendar_type (GMimeContentType *type)
{
  return g_mime_content_type_is_type (type, "text", "calendar") ||
         g_mime_content_type_is_type (type, "text", "x-vcalendar") ||
         g_mime_content_type_is_type (type, "application", "ics");
}

static void
take_part (Search *self, GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  const char *name = g_mime_part_get_filename (part);
  g_autoptr (GByteArray) content = get_content (part);
  const char *bytes = (const char *) content->data;

  if (g_mime_content_type_is_type (type, "application", "pkcs7-mime") ||
      g_mime_content_type_is_type (type, "application", "x-pkcs7-mime"))
    self->is_unreadable = TRUE;
  if (content->len == 0)
    return;
  if (has_mark (bytes, content->len, TNEF_MARK))
    self->has_tnef = TRUE;
  else if (has_mark (bytes, content->len, OUTLOOK_MARK) && ends_with (name, ".msg"))
    self->has_message = TRUE;
  else if (is_calendar_type (type) || ends_with (name, ".ics") ||
           begins_like_calendar (bytes, content->len))
    add_calendar (self, bytes, content->len,
                  g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset"));
}

static void search_message (Search *self, GMimeMessage *message);

static void
found_part_cb (GMimeObject *parent, GMimeObject *object, gpointer user_data)
{
  Search *self = user_data;

  if (GMIME_IS_MULTIPART_ENCRYPTED (object))
    self->is_unreadable = TRUE;
  if (GMIME_IS_PART (object))
    take_part (self, GMIME_PART (object));
  else if (GMIME_IS_MESSAGE_PART (object))
    search_message (self, g_mime_message_part_get_message (GMIME_MESSAGE_PART (object)));
}

/* (nullable) @message */
static void
search_message (Search *self, GMimeMessage *message)
{
  GMimeMessage *outer = self->message;

  if (message == NULL)
    return;
  self->message = message;
  g_mime_message_foreach (message, found_part_cb, self);
  self->message = outer;
}

static gboolean
explain_nothing (const Search *self, GError **error)
{
  if (self->has_tnef)
    return fail_tnef (self->arrival, error);
  if (self->has_message)
    return fail_outlook (self->arrival, error);
  if (self->is_unreadable)
    return fail (
        self->arrival, AJ_ERROR_INVALID,
        _ ("This mail is encrypted or sealed, so no answer can be read from it. Open it in "
           "your mail program and save the calendar in it as .ics."),
        error);
  return fail (self->arrival, AJ_ERROR_INVALID,
               _ ("There is no answer to an invitation in this mail. Choose the mail that their "
                  "calendar program made when they answered."),
               error);
}

static gboolean
read_mail (AjArrival *self, const char *bytes, gsize length, GError **error)
{
  gsize start = skip_blank (bytes, length);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { .arrival = self, .seen = seen };
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;
  g_autoptr (GMimeMessage) message = NULL;

  if (!check_mail (self, bytes, length, error))
    return FALSE;
  aj_gmime_init ();
  stream = g_mime_stream_mem_new_with_buffer (bytes + start, length - start);
  parser = g_mime_parser_new_with_stream (stream);
  if (has_mark (bytes + start, length - start, "From "))
    g_mime_parser_set_format (parser, GMIME_FORMAT_MBOX);
  message = g_mime_parser_construct_message (parser, NULL);
  search_message (&search, message);
  return self->calendars->len > 0 || explain_nothing (&search, error);
}

static gboolean
read_calendar (AjArrival *self, const char *bytes, gsize length, GError **error)
{
  gsize decoded;
  char *text = aj_decode_text (self->name, bytes, length, &decoded, error);

  if (text == NULL)
    return FALSE;
  if (begins_like_calendar (text, strlen (text)))
    {
      add_text (self, text);
      return TRUE;
    }
  g_free (text);
  return fail (
      self, AJ_ERROR_INVALID,
      _ ("This is neither a calendar (.ics) nor a saved mail (.eml). Save the answer as one "
         "of these."),
      error);
}

AjArrival *
aj_arrival_read (const char *name, const char *bytes, gsize length, GError **error)
{
  g_autoptr (AjArrival) self = g_new0 (AjArrival, 1);
  gboolean done;

  self->name = g_strdup (name);
  self->calendars = g_ptr_array_new_with_free_func (calendar_free);
  if (length > AJ_ARRIVAL_MAX_BYTES)
    done = fail (self, AJ_ERROR_LIMIT,
                 _ ("This file is larger than an answer should be, so it was not read. Save the "
                    "answer without what is attached to it."),
                 error);
  else if (has_mark (bytes, length, OUTLOOK_MARK))
    done = fail_outlook (self, error);
  else if (has_mark (bytes, length, TNEF_MARK))
    done = fail_tnef (self, error);
  else if (!begins_like_calendar (bytes, length) && begins_like_mail (bytes, length))
    done = read_mail (self, bytes, length, error);
  else
    done = read_calendar (self, bytes, length, error);
  return done ? g_steal_pointer (&self) : NULL;
}

AjArrival *
aj_arrival_read_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = aj_decode_read_file (path, error);

  return bytes != NULL ? aj_arrival_read (name, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), error)
                       : NULL;
}
