/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-pdf-extras.h"

#include <string.h>

/* The last place of @needle; NULL when there is none. A PDF is full of zero bytes, at which GLib's own stops. */
static const char *
find_last (const char *data, gsize length, const char *needle)
{
  gsize size = strlen (needle);

  for (gsize at = length >= size ? length - size + 1 : 0; at > 0; at--)
    if (memcmp (data + at - 1, needle, size) == 0)
      return data + at - 1;
  return NULL;
}

/* The first place of @needle. */
static const char *
find_next (const char *data, gsize length, const char *needle)
{
  gsize size = strlen (needle);

  for (const char *at = data; (gsize) (at - data) + size <= length; at++)
    {
      at = memchr (at, *needle, length - (gsize) (at - data) - size + 1);
      if (at == NULL || memcmp (at, needle, size) == 0)
        return at;
    }
  return NULL;
}

/* "/Root 12 0 R" in the trailer: 12. */
static guint
read_number (const char *data, gsize length, const char *key)
{
  const char *at = find_last (data, length, key);

  return at != NULL ? (guint) g_ascii_strtoull (at + strlen (key), NULL, 10) : 0;
}

/* What stands between the outer << and >> of an object; NULL when it is not there. */
static char *
dup_object (const char *data, gsize length, guint number)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n<<", number);
  const char *start = find_last (data, length, head);
  const char *end;

  if (start == NULL)
    return NULL;
  start += strlen (head);
  end = g_strstr_len (start, (gssize) (length - (gsize) (start - data)), "endobj");
  if (end == NULL)
    return NULL;
  while (end > start && !(end[0] == '>' && end[-1] == '>'))
    end--;
  return end > start ? g_strndup (start, (gsize) (end - 1 - start)) : NULL;
}

static gboolean
is_language (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  return *text != '\0';
}

/* Text as PDF has it: UTF-16 in hexadecimal digits. */
static void
append_text (GString *whole, const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);

  g_string_append (whole, "<FEFF");
  for (const gunichar2 *unit = units; unit != NULL && *unit != 0; unit++)
    g_string_append_printf (whole, "%04X", *unit);
  g_string_append_c (whole, '>');
}

/* Begins an object anew, behind all others, with what it held; @table tells where it is now. */
static void
begin_object (GString *whole, GString *table, guint number, const char *content)
{
  g_string_append_printf (table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number, whole->len);
  g_string_append_printf (whole, "%u 0 obj\n<<%s", number, content);
}

static void
add_catalogue (GString *whole, GString *table, guint number, const char *held, const char *language)
{
  begin_object (whole, table, number, held);
  if (language != NULL && is_language (language))
    g_string_append_printf (whole, "   /Lang (%s)\n", language);
  if (strstr (held, "/StructTreeRoot") != NULL && strstr (held, "/MarkInfo") == NULL)
    g_string_append (whole, "   /MarkInfo << /Marked true >>\n");
  g_string_append (whole, "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n");
}

/* The next object that is a figure, behind @from; 0 when there is none. In one go through the file, whatever its size. */
static guint
find_figure (const char *data, gsize length, gsize *from)
{
  static const char mark[] = "/S /Figure";
  static const char head[] = " 0 obj\n";
  const char *at = find_next (data + *from, length - *from, mark);
  const char *start;

  if (at == NULL)
    return 0;
  *from = (gsize) (at - data) + strlen (mark);
  start = find_last (data, (gsize) (at - data), head);
  while (start != NULL && start > data && g_ascii_isdigit (start[-1]))
    start--;
  return start != NULL ? (guint) g_ascii_strtoull (start, NULL, 10) : 0;
}

static void
add_alternatives (GString *whole, GString *table, gsize length, const char *alternative)
{
  gsize from = 0;
  guint number;

  while ((number = find_figure (whole->str, length, &from)) > 0)
    {
      g_autofree char *held = dup_object (whole->str, length, number);

      if (held == NULL || strstr (held, "/Type /StructElem") == NULL)
        continue;
      begin_object (whole, table, number, held);
      g_string_append (whole, "   /Alt ");
      append_text (whole, alternative);
      g_string_append (whole, "\n>>\nendobj\n");
    }
}

GBytes *
aj_pdf_add_extras (GBytes *pdf, const char *language, const char *alternative)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  guint root = read_number (data, length, "/Root ");
  guint size = read_number (data, length, "/Size ");
  guint info = read_number (data, length, "/Info ");
  guint previous = read_number (data, length, "startxref\n");
  g_autofree char *catalogue = root > 0 ? dup_object (data, length, root) : NULL;
  g_autoptr (GString) table = g_string_new ("xref\n");
  GString *whole;
  gsize start;

  if (catalogue == NULL || size == 0 || previous == 0 || strstr (catalogue, "/Lang") != NULL)
    return g_bytes_ref (pdf);
  whole = g_string_new_len (data, (gssize) length);
  add_catalogue (whole, table, root, catalogue, language);
  if (alternative != NULL)
    add_alternatives (whole, table, length, alternative);
  start = whole->len;
  g_string_append (whole, table->str);
  g_string_append_printf (whole, "trailer\n<< /Size %u\n   /Root %u 0 R\n", size, root);
  if (info > 0)
    g_string_append_printf (whole, "   /Info %u 0 R\n", info);
  g_string_append_printf (whole, "   /Prev %u\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          previous, start);
  return g_string_free_to_bytes (whole);
}
