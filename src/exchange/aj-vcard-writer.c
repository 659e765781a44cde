/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-vcard.h"

#include <string.h>

#include "aj-text.h"

/* Octets of a line, without its end. */
#define MAX_LINE 75

/* With a line break before what no longer fits, never inside a character. */
static void
append_folded (GString *text, const char *line)
{
  gsize width = 0;

  for (const char *p = line; *p != '\0';)
    {
      gsize size = (gsize) (g_utf8_next_char (p) - p);

      if (width + size > MAX_LINE)
        {
          g_string_append (text, "\r\n ");
          width = 1;
        }
      g_string_append_len (text, p, (gssize) size);
      width += size;
      p += size;
    }
  g_string_append (text, "\r\n");
}

static void
append_escaped (GString *line, const char *value)
{
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '\\':
      case ',':
      case ';':
        g_string_append_c (line, '\\');
        g_string_append_c (line, *p);
        break;
      case '\n':
        g_string_append (line, "\\n");
        break;
      case '\r':
        break;
      default:
        g_string_append_c (line, *p);
      }
}

static void
append_property (GString *text, const char *name, const char *value)
{
  g_autoptr (GString) line = NULL;

  if (aj_text_or_null (value) == NULL)
    return;
  line = g_string_new (name);
  g_string_append_c (line, ':');
  append_escaped (line, value);
  append_folded (text, line->str);
}

/* The name in parts. A role mailbox has none. */
static void
append_name (GString *text, const AjCard *card)
{
  g_autoptr (GString) line = g_string_new ("N:");
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  if (card->fields[AJ_CARD_ROLE_MAILBOX] != NULL)
    family = g_strdup (card->fields[AJ_CARD_NAME]);
  else
    aj_card_split_name (card->fields[AJ_CARD_NAME] != NULL ? card->fields[AJ_CARD_NAME] : "",
                        &given, &family);
  append_escaped (line, family != NULL ? family : "");
  g_string_append_c (line, ';');
  append_escaped (line, given != NULL ? given : "");
  g_string_append (line, ";;;");
  append_folded (text, line->str);
}

static void
append_id (GString *text, const AjCard *card)
{
  const char *id = card->fields[AJ_CARD_ID];
  g_autofree char *line = NULL;

  if (id == NULL || !g_uuid_string_is_valid (id))
    return;
  line = g_strconcat ("UID:urn:uuid:", id, NULL);
  append_folded (text, line);
}

void
aj_vcard_append (GString *text, const AjCard *card, AjVcardVersion version)
{
  gboolean is_new = version == AJ_VCARD_4;

  g_string_append (text, "BEGIN:VCARD\r\n");
  g_string_append_printf (text, "VERSION:%s\r\n", is_new ? "4.0" : "3.0");
  append_id (text, card);
  if (card->fields[AJ_CARD_ROLE_MAILBOX] != NULL)
    g_string_append (text, is_new ? "KIND:org\r\n" : "X-ABShowAs:COMPANY\r\n");
  append_property (text, "FN", card->fields[AJ_CARD_NAME]);
  append_name (text, card);
  append_property (text, "ORG", card->fields[AJ_CARD_ORGANISATION]);
  append_property (text, "TITLE", card->fields[AJ_CARD_FUNCTION]);
  append_property (text, is_new ? "EMAIL;TYPE=work" : "EMAIL;TYPE=INTERNET,WORK",
                   card->fields[AJ_CARD_MAIL]);
  append_property (text, is_new ? "TEL;TYPE=work,voice" : "TEL;TYPE=WORK,VOICE",
                   card->fields[AJ_CARD_PHONE]);
  append_property (text, is_new ? "TEL;TYPE=cell" : "TEL;TYPE=CELL", card->fields[AJ_CARD_MOBILE]);
  append_property (text, "NOTE", card->fields[AJ_CARD_NOTES]);
  g_string_append (text, "END:VCARD\r\n");
}
