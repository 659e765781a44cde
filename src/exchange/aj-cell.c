/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-sheet-private.h"

#include <math.h>
#include <string.h>

#include "aj-date.h"

/* 9999-12-31, the last day that a spreadsheet knows. */
#define LAST_DAY      2958465.0
#define MINUTES_A_DAY 1440
#define LENGTH_OF_DAY 10 /* "2026-10-08" */
#define MOST_TIME     64 /* of characters that are looked at of a time */

AjCellKind
aj_cell_kind_of_builtin (guint id)
{
  if (id == 9 || id == 10)
    return AJ_CELL_PERCENT;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
      id == 57 || id == 58)
    return AJ_CELL_DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 ||
      id == 56)
    return AJ_CELL_TIME;
  return id == 22 ? AJ_CELL_MOMENT : AJ_CELL_NUMBER;
}

/* "[h]", "[mm]": time that has passed, which may be more than a day. */
static gboolean
is_elapsed (const char *p)
{
  char letter = g_ascii_tolower (p[1]);

  if (*p != '[' || (letter != 'h' && letter != 'm' && letter != 's'))
    return FALSE;
  for (p++; g_ascii_tolower (*p) == letter; p++)
    ;
  return *p == ']';
}

/* Past what is shown as it stands, and past colours and languages; "[h]" counts hours and stays. */
static const char *
skip_literal (const char *p)
{
  const char *end;

  if (*p == '\\' || *p == '_' || *p == '*')
    return p[1] != '\0' ? p + 2 : p + 1;
  if (*p == '"')
    {
      end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);
    }
  if (*p == '[' && !is_elapsed (p))
    {
      end = strchr (p, ']');
      return end != NULL ? end + 1 : p + strlen (p);
    }
  return p;
}

AjCellKind
aj_cell_kind_of_code (const char *code)
{
  gboolean has_day = FALSE, has_month = FALSE, has_hour = FALSE, is_percent = FALSE;

  if (g_ascii_strcasecmp (code, "General") == 0)
    return AJ_CELL_NUMBER;
  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *next = skip_literal (p);

      if (next != p)
        {
          p = next;
          continue;
        }
      switch (g_ascii_tolower (*p))
        {
        case 'd':
        case 'y':
          has_day = TRUE;
          break;
        case 'm':
          has_month = TRUE;
          break;
        case 'h':
        case 's':
        case '[':
          has_hour = TRUE;
          break;
        case '%':
          is_percent = TRUE;
          break;
        default:
          break;
        }
      p++;
    }
  if (has_hour)
    return has_day ? AJ_CELL_MOMENT : AJ_CELL_TIME;
  if (has_day || has_month)
    return AJ_CELL_DATE;
  return is_percent ? AJ_CELL_PERCENT : AJ_CELL_NUMBER;
}

static void
append_plain (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.15g", number));
}

/* Spreadsheets have a 29 February 1900, which was none, so days before it count from one later. */
static AjDate
to_date (double day, gboolean is_1904)
{
  AjDate whole = (AjDate) day;

  if (is_1904)
    return aj_date_new (1904, 1, 1) + whole;
  return aj_date_new (1899, 12, whole >= 60 ? 30 : 31) + whole;
}

static void
append_date (GString *out, AjDate date)
{
  g_autofree char *text = aj_date_to_iso (date);

  if (text != NULL)
    g_string_append (out, text);
}

static void
append_moment (GString *out, double number, AjCellKind kind, gboolean is_1904)
{
  double day = floor (number);
  int minute = (int) lround ((number - day) * MINUTES_A_DAY);

  /* A second before midnight is written as midnight. */
  if (minute == MINUTES_A_DAY && kind != AJ_CELL_DATE)
    {
      day++;
      minute = 0;
    }
  if (kind != AJ_CELL_TIME)
    append_date (out, to_date (day, is_1904));
  if (kind == AJ_CELL_MOMENT)
    g_string_append_c (out, ' ');
  if (kind != AJ_CELL_DATE)
    g_string_append_printf (out, "%02d:%02d", minute / 60, minute % 60);
}

static gboolean
is_digits (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && n < 15 && text[n] == '\0';
}

void
aj_cell_append_number (GString *out, const char *text, AjCellKind kind, gboolean is_1904)
{
  g_autofree char *point = NULL;
  char *end = NULL;
  double number;

  if (kind == AJ_CELL_NUMBER && is_digits (text))
    {
      g_string_append (out, text);
      return;
    }
  /* Some programs write numbers as their language does. */
  point = g_strdelimit (g_strdup (text), ",", '.');
  number = g_ascii_strtod (point, &end);
  if (end == point || *end != '\0' || !isfinite (number))
    g_string_append (out, text);
  else if (kind == AJ_CELL_PERCENT)
    {
      append_plain (out, number * 100);
      g_string_append_c (out, '%');
    }
  else if (kind == AJ_CELL_NUMBER || number < 0 || number > LAST_DAY)
    append_plain (out, number);
  else
    append_moment (out, number, kind, is_1904);
}

/* "PT09H30M00S", as OpenDocument has it. FALSE when it is not. */
static gboolean
append_duration (GString *out, const char *text)
{
  guint64 hours, minutes;
  char *end = NULL;

  if (!g_str_has_prefix (text, "PT") || strlen (text) > MOST_TIME)
    return FALSE;
  hours = g_ascii_strtoull (text + 2, &end, 10);
  if (*end != 'H')
    return FALSE;
  minutes = g_ascii_strtoull (end + 1, &end, 10);
  if (*end != 'M')
    return FALSE;
  g_string_append_printf (out, "%02" G_GUINT64_FORMAT ":%02" G_GUINT64_FORMAT, hours, minutes);
  return TRUE;
}

void
aj_cell_append_iso (GString *out, const char *text)
{
  g_autofree char *day = g_strndup (text, LENGTH_OF_DAY);
  const char *rest = text + strlen (day);
  AjDate date;

  if (append_duration (out, text))
    return;
  if (!aj_date_parse_iso (day, &date) || (*rest != '\0' && *rest != 'T'))
    {
      g_string_append (out, text);
      return;
    }
  g_string_append (out, day);
  /* Midnight is what a day is written as. */
  if (*rest == 'T' && strlen (rest) >= 6 && !g_str_has_prefix (rest, "T00:00"))
    g_string_append_printf (out, " %.5s", rest + 1);
}
