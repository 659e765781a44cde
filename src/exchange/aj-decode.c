/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-decode.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aj-error.h"

#define REPLACEMENT "\xef\xbf\xbd"
/* How much is looked at to tell UTF-16 without a mark. */
#define PROBE 4096
#define CHUNK 65536

typedef enum
{
  ENCODING_UTF_8,
  ENCODING_UTF_16_LE,
  ENCODING_UTF_16_BE,
  ENCODING_BINARY,
} Encoding;

static gboolean
fail_large (const char *name, GError **error)
{
  g_autofree char *most = g_format_size_full (AJ_DECODE_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, AJ_ERROR, AJ_ERROR_LIMIT,
               /* Translators: the name of a file, and a size such as "64 MiB". */
               _ ("%s is larger than %s, which is the most that is read. Divide it into parts."),
               name, most);
  return FALSE;
}

static gboolean
fail_file (const char *name, int number, GError **error)
{
  g_set_error (error, AJ_ERROR, number == ENOENT ? AJ_ERROR_NOT_FOUND : AJ_ERROR_INVALID,
               /* Translators: the name of a file, and why the system does not give it. */
               _ ("%s cannot be read: %s"), name, g_strerror (number));
  return FALSE;
}

/* A file may be longer than it says it is: of those of the system some have no length at all. */
static gboolean
read_all (int fd, const char *name, GByteArray *bytes, GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  for (;;)
    {
      gssize got = read (fd, chunk, CHUNK);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return fail_file (name, errno, error);
      if (got == 0)
        return TRUE;
      if (bytes->len + (gsize) got > AJ_DECODE_MAX_BYTES)
        return fail_large (name, error);
      g_byte_array_append (bytes, chunk, (guint) got);
    }
}

GBytes *
aj_decode_read_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct stat status;
  gboolean done;
  /* A pipe without a writer must not hold up the program. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    {
      fail_file (name, errno, error);
      return NULL;
    }
  if (fstat (fd, &status) != 0)
    done = fail_file (name, errno, error);
  else if (S_ISDIR (status.st_mode))
    done = fail_file (name, EISDIR, error);
  else if (status.st_size > (off_t) AJ_DECODE_MAX_BYTES)
    done = fail_large (name, error);
  else
    done = read_all (fd, name, bytes, error);
  close (fd);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
begins_with (const char *bytes, gsize length, const char *mark, gsize n_mark)
{
  return length >= n_mark && memcmp (bytes, mark, n_mark) == 0;
}

/* Text in UTF-16 that is mostly Latin has a zero in every other byte. */
static Encoding
guess (const char *bytes, gsize length)
{
  gsize probed = MIN (length, (gsize) PROBE) & ~(gsize) 1;
  gsize even = 0, odd = 0;

  for (gsize i = 0; i < probed; i += 2)
    {
      even += bytes[i] == '\0';
      odd += bytes[i + 1] == '\0';
    }
  if (even + odd == 0)
    return ENCODING_UTF_8;
  if (odd * 2 > probed / 2 && even * 8 <= odd)
    return ENCODING_UTF_16_LE;
  if (even * 2 > probed / 2 && odd * 8 <= even)
    return ENCODING_UTF_16_BE;
  return (even + odd) * 8 > probed ? ENCODING_BINARY : ENCODING_UTF_8;
}

static Encoding
detect (const char *bytes, gsize length, gsize *mark)
{
  *mark = 0;
  if (begins_with (bytes, length, "\xef\xbb\xbf", 3))
    {
      *mark = 3;
      return ENCODING_UTF_8;
    }
  if (begins_with (bytes, length, "\xff\xfe", 2) || begins_with (bytes, length, "\xfe\xff", 2))
    {
      *mark = 2;
      return bytes[0] == '\xff' ? ENCODING_UTF_16_LE : ENCODING_UTF_16_BE;
    }
  return guess (bytes, length);
}

static gunichar
get_unit (const char *bytes, gsize index, gboolean little)
{
  const guint8 *pair = (const guint8 *) bytes + index * 2;

  return little ? (gunichar) (pair[0] | pair[1] << 8) : (gunichar) (pair[1] | pair[0] << 8);
}

/* By hand: GLib's converters give up at half a pair, and the rest of the file is good. */
static GString *
decode_utf_16 (const char *bytes, gsize length, gboolean little)
{
  GString *text = g_string_sized_new (length);
  gsize n_units = length / 2;

  for (gsize i = 0; i < n_units; i++)
    {
      gunichar unit = get_unit (bytes, i, little);
      gunichar next = i + 1 < n_units ? get_unit (bytes, i + 1, little) : 0;

      if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000)
        {
          g_string_append_unichar (text, 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
          i++;
        }
      else if (unit == 0 || (unit >= 0xd800 && unit < 0xe000))
        g_string_append (text, REPLACEMENT);
      else
        g_string_append_unichar (text, unit);
    }
  if (length % 2 != 0)
    g_string_append (text, REPLACEMENT);
  return text;
}

/* What Windows calls "ANSI" in the Netherlands. Five of its bytes mean nothing, for which Latin-1 has a control. */
static GString *
decode_windows (const char *bytes, gsize length)
{
  gsize written = 0;
  g_autofree char *text = g_convert (bytes, (gssize) length, "UTF-8", "WINDOWS-1252", NULL,
                                     &written, NULL);

  if (text == NULL)
    text = g_convert (bytes, (gssize) length, "UTF-8", "ISO-8859-1", NULL, &written, NULL);
  return g_string_new_len (text != NULL ? text : REPLACEMENT, text != NULL ? (gssize) written : -1);
}

static GString *
decode_bytes (const char *bytes, gsize length)
{
  gsize n_zeros = 0;
  GString *text;
  GString *whole;

  if (g_utf8_validate_len (bytes, length, NULL))
    return g_string_new_len (bytes, (gssize) length);
  for (gsize i = 0; i < length; i++)
    n_zeros += bytes[i] == '\0';
  if (n_zeros == 0)
    return decode_windows (bytes, length);
  /* Zeros are characters to no converter: what stands between them may well be UTF-8. */
  whole = g_string_sized_new (length);
  for (gsize from = 0; from <= length;)
    {
      const char *zero = memchr (bytes + from, '\0', length - from);
      gsize part = zero != NULL ? (gsize) (zero - bytes) - from : length - from;

      if (g_utf8_validate_len (bytes + from, part, NULL))
        text = g_string_new_len (bytes + from, (gssize) part);
      else
        text = decode_windows (bytes + from, part);
      g_string_append_len (whole, text->str, (gssize) text->len);
      g_string_free (text, TRUE);
      if (zero != NULL)
        g_string_append (whole, REPLACEMENT);
      from += part + 1;
    }
  return whole;
}

/* What people send when they were asked for a text file, with what to do about it. */
static const char *
recognise_other (const char *bytes, gsize length)
{
  if (begins_with (bytes, length, "PK\x03\x04", 4) ||
      begins_with (bytes, length, "\xd0\xcf\x11\xe0", 4))
    return _ ("This is a workbook. Open it in Excel and choose Save As, “CSV UTF-8”.");
  if (begins_with (bytes, length, "%PDF", 4))
    return _ ("This is a PDF. Ask for the list as a CSV file or a vCard.");
  return NULL;
}

char *
aj_decode_text (const char *name, const char *bytes, gsize length, gsize *decoded, GError **error)
{
  GString *text;
  Encoding encoding;
  gsize mark;
  const char *other;

  if (length > AJ_DECODE_MAX_BYTES)
    {
      fail_large (name, error);
      return NULL;
    }
  other = recognise_other (bytes, length);
  encoding = detect (bytes, length, &mark);
  if (other == NULL && encoding == ENCODING_BINARY)
    other = _ ("This is not a text file.");
  if (other != NULL)
    {
      /* Translators: the name of a file, and a whole sentence about it. */
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID, _ ("%s: %s"), name, other);
      return NULL;
    }
  if (encoding == ENCODING_UTF_8)
    text = decode_bytes (bytes + mark, length - mark);
  else
    text = decode_utf_16 (bytes + mark, length - mark, encoding == ENCODING_UTF_16_LE);
  *decoded = text->len;
  return g_string_free (text, FALSE);
}
