/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-text.h"

#include <string.h>

#include "aj-text.h"

/* Outlook's limit for the name of a calendar. */
#define NAME_UNITS 255
/* Signs that may stand in a URI as they are, beside letters and digits. */
#define URI_SIGNS ":/?#[]@!$&'()*+,;=%"

/* Takes @text. */
static char *
take_or_null (char *text)
{
  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

char *
aj_calendar_text_dup_line (const char *text)
{
  return text != NULL ? take_or_null (aj_text_clean_line (text)) : NULL;
}

char *
aj_calendar_text_dup_block (const char *text)
{
  g_autofree char *block = text != NULL ? aj_text_clean_block (text) : NULL;

  return aj_text_or_null (block) != NULL ? g_steal_pointer (&block) : NULL;
}

char *
aj_calendar_text_dup_category (const char *text)
{
  g_autofree char *line = aj_calendar_text_dup_line (text);
  g_autoptr (GString) category = NULL;

  if (line == NULL || strpbrk (line, ",;\\") == NULL)
    return g_steal_pointer (&line);
  category = g_string_new (NULL);
  for (const char *p = line; *p != '\0'; p++)
    {
      if (strchr (",;\\", *p) == NULL)
        g_string_append_c (category, *p);
      else
        g_string_append (category, " / ");
    }
  return aj_calendar_text_dup_line (category->str);
}

char *
aj_calendar_text_dup_calendar_name (const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ",;\\", ' ');
  g_autofree char *line = aj_calendar_text_dup_line (plain);

  return line != NULL ? aj_text_truncate_utf16 (line, NAME_UNITS) : NULL;
}

char *
aj_calendar_text_dup_common_name (const char *text)
{
  g_autofree char *plain = g_strdup (text);
  char *kept = plain;

  if (plain == NULL)
    return NULL;
  for (const char *p = plain; *p != '\0'; p++)
    if (*p != '"' && *p != '^')
      *kept++ = *p;
  *kept = '\0';
  return aj_calendar_text_dup_line (plain);
}

char *
aj_calendar_text_dup_mailto (const char *mail)
{
  g_autofree char *address = NULL;

  if (!aj_text_is_mail_address (mail))
    return NULL;
  address = g_uri_escape_string (mail, "@!$'*+=/", FALSE);
  return g_strconcat ("mailto:", address, NULL);
}

static gboolean
is_uri_text (const char *text)
{
  while (g_ascii_isalnum (*text) || (*text != '\0' && strchr ("-._~" URI_SIGNS, *text) != NULL))
    text++;
  return *text == '\0';
}

char *
aj_calendar_text_dup_address (const char *address)
{
  g_autofree char *line = aj_calendar_text_dup_line (address);
  g_autofree char *uri = NULL;
  gsize scheme;

  /* Blanks would be escaped as well, but an address with a blank is two things on one line. */
  if (line == NULL || strchr (line, ' ') != NULL)
    return NULL;
  uri = is_uri_text (line) ? g_steal_pointer (&line) : g_uri_escape_string (line, URI_SIGNS, FALSE);
  if (g_ascii_strncasecmp (uri, "https://", 8) == 0)
    scheme = 8;
  else if (g_ascii_strncasecmp (uri, "http://", 7) == 0)
    scheme = 7;
  else
    return NULL;
  if (strchr ("/?#:@", uri[scheme]) != NULL || !g_uri_is_valid (uri, G_URI_FLAGS_ENCODED, NULL))
    return NULL;
  return g_steal_pointer (&uri);
}
