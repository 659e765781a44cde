/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-limits-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-calendar-error.h"

#define MAX_LINE  (256 * 1024)
#define MAX_DEPTH 8
/* Each takes three kilobytes as soon as it is read. */
#define MAX_RULES       10000
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Lines as they are and as they are meant: a line end before a blank is a fold and goes, so a word may be cut anywhere. */
typedef struct
{
  char head[8]; /* how the line that is meant begins, in capitals */
  gsize n_head;
  gsize physical; /* how long the line that stands there is */
  int depth;
  guint n_rules;
  gboolean is_broken; /* something ends that never began, of which libical tells the terminal */
  guint line;         /* of the physical line, from 1 */
  guint start;        /* of the line that is meant */
  GArray *begins;     /* (borrowed) */
} Scan;

static gboolean
has_mark (const char *text, gsize length)
{
  return length >= strlen (BYTE_ORDER_MARK) &&
         memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0;
}

static gboolean
end_line (Scan *scan)
{
  if (scan->n_head >= 6 && strncmp (scan->head, "BEGIN:", 6) == 0)
    {
      scan->depth++;
      g_array_append_val (scan->begins, scan->start);
    }
  else if (scan->n_head >= 4 && strncmp (scan->head, "END:", 4) == 0)
    {
      scan->is_broken = scan->is_broken || scan->depth == 0;
      scan->depth = MAX (scan->depth - 1, 0);
    }
  else if (scan->n_head >= 5 &&
           (strncmp (scan->head, "RRULE", 5) == 0 || strncmp (scan->head, "EXRUL", 5) == 0))
    scan->n_rules++;
  scan->n_head = 0;
  scan->start = scan->line;
  return scan->depth <= MAX_DEPTH && scan->n_rules <= MAX_RULES;
}

static gboolean
scan_lines (Scan *scan, const char *text, gsize length)
{
  for (gsize i = has_mark (text, length) ? strlen (BYTE_ORDER_MARK) : 0; i < length; i++)
    {
      if (text[i] == '\r' || text[i] == '\n')
        {
          if (text[i] == '\r' && i + 1 < length && text[i + 1] == '\n')
            i++;
          scan->physical = 0;
          scan->line++;
          if (i + 1 < length && (text[i + 1] == ' ' || text[i + 1] == '\t'))
            i++;
          else if (!end_line (scan))
            return FALSE;
          continue;
        }
      if (++scan->physical > MAX_LINE)
        return FALSE;
      if (scan->n_head < sizeof scan->head)
        scan->head[scan->n_head++] = g_ascii_toupper (text[i]);
    }
  return end_line (scan);
}

void
aj_calendar_limits_refuse (GError **error)
{
  g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_LIMIT,
                       _ ("This calendar is larger, or built deeper, than a calendar should "
                          "be, so it was not read. Ask the sender for a smaller one."));
}

gboolean
aj_calendar_limits_check (const char *text, gsize length, GArray *begins, GError **error)
{
  Scan scan = { .line = 1, .start = 1, .begins = begins };

  if (length > AJ_CALENDAR_MAX_BYTES || !scan_lines (&scan, text, length))
    {
      aj_calendar_limits_refuse (error);
      return FALSE;
    }
  if (scan.is_broken)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_INVALID,
                           _ ("This is not a calendar. Choose a file that ends in .ics."));
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_INVALID,
                           _ ("This calendar is not written in UTF-8, so its letters cannot be "
                              "told. Ask the sender to save it as UTF-8."));
      return FALSE;
    }
  return TRUE;
}
