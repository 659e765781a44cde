/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-checklist.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-public-holidays.h"
#include "aj-working-days.h"

static const AjUsualStep usual_steps[] = {
  { N_ ("Choose the theme and the place"), -56, "chair" },
  { N_ ("Invite a guest speaker"), -42, "chair" },
  { N_ ("Send the invitation"), -35, NULL },
  { N_ ("Collect agenda items"), -21, NULL },
  { N_ ("Send the agenda and papers"), -14, "chair" },
  { N_ ("Brief the guest speaker"), -7, "chair" },
  { N_ ("Look who comes, and tell the host"), -3, "host" },
  { N_ ("Send the minutes for comment"), 7, NULL },
  { N_ ("Fix the minutes"), 21, "chair" },
};

static const AjUsualItem usual_items[] = {
  { N_ ("Opening and announcements"), 5, FALSE },
  { N_ ("Minutes and action points of the last meeting"), 10, FALSE },
  { N_ ("Round of the districts"), 20, FALSE },
  { N_ ("What else there is, and closing"), 5, TRUE },
};

const AjUsualStep *
aj_checklist_get_usual_steps (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (usual_steps);
  return usual_steps;
}

const AjUsualItem *
aj_checklist_get_usual_items (guint *n_items)
{
  *n_items = G_N_ELEMENTS (usual_items);
  return usual_items;
}

/* 1, -1, or 0 for no sign. Who types a minus may get one of several dashes. */
static int
get_sign (gunichar sign)
{
  switch (sign)
    {
    case '+':
      return 1;
    case '-':
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
    case 0x2012: /* figure dash */
    case 0x2013: /* en dash */
    case 0x2212: /* minus */
      return -1;
    default:
      return 0;
    }
}

static gboolean
parse_days (const char *word, int *days)
{
  int sign = get_sign (g_utf8_get_char (word));
  const char *digits = g_utf8_next_char (word);
  guint64 number;

  if (sign == 0 ||
      !g_ascii_string_to_unsigned (digits, 10, 0, AJ_CHECKLIST_MAX_DAYS, &number, NULL))
    return FALSE;
  *days = sign * (int) number;
  return TRUE;
}

char *
aj_checklist_parse_line (const char *line, int *days, gboolean *has_days)
{
  g_autofree char *text = NULL;
  char *last;

  g_return_val_if_fail (line != NULL && days != NULL && has_days != NULL, NULL);

  text = g_strstrip (g_strdup (line));
  *has_days = FALSE;
  last = strrchr (text, ' ');
  if (last != NULL && parse_days (last + 1, days))
    {
      *has_days = TRUE;
      *last = '\0';
      g_strchomp (text);
    }
  return g_steal_pointer (&text);
}

char *
aj_checklist_format_days (int days)
{
  guint n = (guint) ABS (days);

  if (days == 0)
    /* Translators: when a step of the preparation is done: on the day of the meeting. */
    return g_strdup (_ ("on the day"));
  if (days < 0)
    /* Translators: … before the meeting. */
    return g_strdup_printf (ngettext ("%u day before", "%u days before", n), n);
  /* Translators: … after the meeting. */
  return g_strdup_printf (ngettext ("%u day after", "%u days after", n), n);
}

/* (transfer full): why nobody works then. */
static char *
explain_free (AjDate date)
{
  AjPublicHoliday holiday;

  return aj_public_holiday_find (date, &holiday) && holiday.kind == AJ_PUBLIC_HOLIDAY_FREE
             ? aj_public_holiday_to_text (holiday.name)
             : g_strdup (aj_weekday_get_name (aj_date_get_weekday (date)));
}

char *
aj_checklist_explain_day (AjDate date)
{
  g_autofree char *free_day = NULL;
  g_autofree char *before = NULL;

  if (aj_date_is_working_day (date))
    return NULL;
  free_day = explain_free (date);
  before = aj_date_format_short (aj_date_previous_working_day (date));
  /* Translators: why people do not work on a day, "Saturday" or "Ascension Day", and the last day before it on which they do. */
  return g_strdup_printf (_ ("%1$s; the working day before is %2$s"), free_day, before);
}
