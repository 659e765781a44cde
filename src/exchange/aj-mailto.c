/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mailto.h"

#include <string.h>

#include "aj-text.h"

/* What RFC 6068 lets stand in an address besides letters, digits and "-._~"; "&", "=" and "+" divide or are misread. */
#define ADDRESS_SIGNS "!$*'@"

static void
append_addresses (GString *text, const char *const *addresses)
{
  gboolean is_first = TRUE;

  for (guint i = 0; addresses[i] != NULL; i++)
    {
      if (!aj_text_is_mail_address (addresses[i]))
        continue;
      if (!is_first)
        g_string_append_c (text, ',');
      g_string_append_uri_escaped (text, addresses[i], ADDRESS_SIGNS, FALSE);
      is_first = FALSE;
    }
}

/* Behind the addresses; @text is cleaned. */
static void
append_field (GString *uri, const char *name, const char *text)
{
  if (aj_text_or_null (text) == NULL)
    return;
  g_string_append_printf (uri, "%c%s=", strchr (uri->str, '?') != NULL ? '&' : '?', name);
  g_string_append_uri_escaped (uri, text, NULL, FALSE);
}

char *
aj_mailto_build_with_text (const char *const *addresses,
                           AjMailtoField field,
                           const char *subject,
                           const char *body)
{
  g_autoptr (GString) text = g_string_new (field == AJ_MAILTO_TO ? "mailto:" : "mailto:?bcc=");
  gsize n_before = text->len;
  g_autofree char *line = subject != NULL ? aj_text_clean_line (subject) : NULL;
  g_autofree char *block = body != NULL ? aj_text_clean_block (body) : NULL;
  g_autoptr (GString) lines = g_string_new (block);

  append_addresses (text, addresses);
  if (text->len == n_before)
    return NULL;
  append_field (text, "subject", line);
  /* RFC 6068, 5: a line ends with %0D%0A. */
  g_string_replace (lines, "\n", "\r\n", 0);
  append_field (text, "body", lines->str);
  return text->len <= AJ_MAILTO_MAX_LENGTH ? g_strdup (text->str) : NULL;
}

char *
aj_mailto_build (const char *const *addresses, AjMailtoField field, const char *subject)
{
  return aj_mailto_build_with_text (addresses, field, subject, NULL);
}

char *
aj_mailto_join (const char *const *addresses)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; addresses[i] != NULL; i++)
    if (aj_text_is_mail_address (addresses[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", addresses[i]);
  return g_strdup (text->str);
}
