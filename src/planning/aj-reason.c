/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-reason.h"

#include <glib/gi18n-lib.h>

#include "aj-cycle-plan.h"
#include "aj-public-holidays.h"

static const char *const codes[] = {
  [AJ_REASON_RULE] = "rule",
  [AJ_REASON_PUBLIC_HOLIDAY] = "public-holiday",
  [AJ_REASON_SCHOOL_HOLIDAY] = "school-holiday",
  [AJ_REASON_NOT_GENERALLY_FREE] = "not-generally-free",
  [AJ_REASON_CLASH] = "clash",
  [AJ_REASON_HAND] = "hand",
  [AJ_REASON_AGAINST_ADVICE] = "against-advice",
  [AJ_REASON_CONFLICT] = "conflict",
};

const char *
aj_reason_get_code (AjReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (codes), NULL);

  return codes[reason];
}

gboolean
aj_reason_parse (const char *code, AjReason *reason)
{
  g_return_val_if_fail (reason != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *reason = (AjReason) i;
        return TRUE;
      }
  return FALSE;
}

/* What the program itself writes into a detail can be translated; what people wrote cannot. */
static char *
translate_part (const char *part)
{
  char *holiday = aj_public_holiday_to_text (part);

  if (holiday != NULL)
    return holiday;
  if (g_str_equal (part, AJ_CYCLE_PLAN_SAME_DAY) || g_str_equal (part, AJ_CYCLE_PLAN_UNNAMED_CLASH))
    return g_strdup (_ (part));
  return g_strdup (part);
}

char *
aj_reason_detail_to_text (const char *detail)
{
  g_auto (GStrv) parts = g_strsplit (detail != NULL ? detail : "", AJ_REASON_DETAIL_SEPARATOR, -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = translate_part (parts[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? AJ_REASON_DETAIL_SEPARATOR : "", part);
    }
  return g_string_free (text, FALSE);
}

static char *
ordinal_to_text (int nth, const char *weekday)
{
  /* Translators: in these five %s is a weekday in full. */
  switch (nth)
    {
    case 1:
      return g_strdup_printf (_ ("first %s"), weekday);
    case 2:
      return g_strdup_printf (_ ("second %s"), weekday);
    case 3:
      return g_strdup_printf (_ ("third %s"), weekday);
    case 4:
      return g_strdup_printf (_ ("fourth %s"), weekday);
    default:
      return g_strdup_printf (_ ("fifth %s"), weekday);
    }
}

static gboolean
is_last_of_month (AjDate date)
{
  return aj_date_get_month (date + 7) != aj_date_get_month (date);
}

/* The rule of the cycle today may be another than the one that put the date there: only what is stored with the date
 * counts, and only as far as the date bears it out. */
static char *
rule_to_text (AjDate pattern, const char *detail)
{
  const char *weekday = aj_weekday_get_name (aj_date_get_weekday (pattern));
  int actual = aj_date_get_nth (pattern);

  if (g_strcmp0 (detail, AJ_REASON_DETAIL_NO_FIFTH) == 0 && actual == 4 &&
      is_last_of_month (pattern))
    /* Translators: both %s are the same weekday in full: this month has only four of them. */
    return g_strdup_printf (_ ("fifth %s does not exist; last %s"), weekday, weekday);
  if (g_strcmp0 (detail, AJ_REASON_DETAIL_LAST) == 0 && is_last_of_month (pattern))
    /* Translators: %s is a weekday in full. */
    return g_strdup_printf (_ ("last %s"), weekday);
  return ordinal_to_text (actual, weekday);
}

static char *
moved_to_text (AjDate pattern, AjDate date, const char *detail)
{
  g_autofree char *from = NULL;

  /* A month holds five of one weekday at most, so four weeks is as far as a date moves. Translators: in these %s says
   * what was in the way, as "Ascension Day". */
  switch ((gint64) date - pattern)
    {
    case 7:
      return g_strdup_printf (_ ("moved a week later: %s"), detail);
    case 14:
      return g_strdup_printf (_ ("moved two weeks later: %s"), detail);
    case 21:
      return g_strdup_printf (_ ("moved three weeks later: %s"), detail);
    case 28:
      return g_strdup_printf (_ ("moved four weeks later: %s"), detail);
    case -7:
      return g_strdup_printf (_ ("moved a week earlier: %s"), detail);
    case -14:
      return g_strdup_printf (_ ("moved two weeks earlier: %s"), detail);
    case -21:
      return g_strdup_printf (_ ("moved three weeks earlier: %s"), detail);
    case -28:
      return g_strdup_printf (_ ("moved four weeks earlier: %s"), detail);
    default:
      from = aj_date_format_short (pattern);
      /* Translators: first a date, then what was in the way there. */
      return g_strdup_printf (_ ("moved from %s: %s"), from, detail);
    }
}

static char *
chosen_to_text (AjReason reason, AjDate pattern, AjDate date, const char *detail)
{
  gboolean conflict = reason == AJ_REASON_CONFLICT;
  g_autofree char *from = NULL;

  if (pattern == date)
    return g_strdup_printf (conflict ? _ ("conflict: %s") : _ ("kept against advice: %s"), detail);
  from = aj_date_format_short (pattern);
  /* Translators: first the date by the rule, then what stands in the way on the new one. */
  return g_strdup_printf (conflict ? _ ("moved from %s; conflict: %s")
                                   : _ ("moved from %s; kept against advice: %s"),
                          from, detail);
}

char *
aj_reason_to_text (AjReason reason, const char *detail, AjDate pattern, AjDate date)
{
  g_autofree char *what = aj_reason_detail_to_text (detail);
  g_autofree char *from = NULL;

  if (aj_date_get_year (date) == 0)
    return g_strdup ("");
  if (aj_date_get_year (pattern) == 0)
    pattern = date;

  switch (reason)
    {
    case AJ_REASON_PUBLIC_HOLIDAY:
    case AJ_REASON_SCHOOL_HOLIDAY:
    case AJ_REASON_NOT_GENERALLY_FREE:
    case AJ_REASON_CLASH:
      if (pattern == date)
        return rule_to_text (pattern, detail);
      return moved_to_text (pattern, date, what);
    case AJ_REASON_HAND:
      if (pattern == date)
        return g_strdup (_ ("chosen by hand"));
      from = aj_date_format_short (pattern);
      return g_strdup_printf (_ ("moved by hand from %s"), from);
    case AJ_REASON_AGAINST_ADVICE:
    case AJ_REASON_CONFLICT:
      return chosen_to_text (reason, pattern, date, what);
    case AJ_REASON_RULE:
    default:
      return rule_to_text (pattern, detail);
    }
}
