/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-checklist.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-text.h"

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

/* Those among them that the program knows of, and what gettext makes of each only when the program is in Dutch; a test holds
 * that to the translation. */
static const struct
{
  const char *name;
  const char *dutch;
} known_steps[AJ_N_KNOWN_STEPS] = {
  [AJ_KNOWN_STEP_INVITATION] = { "Send the invitation", "Uitnodiging versturen" },
  [AJ_KNOWN_STEP_AGENDA] = { "Send the agenda and papers", "Agenda en stukken versturen" },
  [AJ_KNOWN_STEP_MINUTES_COMMENT] = { "Send the minutes for comment",
                                      "Verslag ter reactie versturen" },
  [AJ_KNOWN_STEP_MINUTES_FIXED] = { "Fix the minutes", "Verslag vaststellen" },
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

gboolean
aj_checklist_is_known (const char *name, AjKnownStep step)
{
  g_autofree char *folded = name != NULL ? aj_text_fold (name) : NULL;
  g_autofree char *english = aj_text_fold (known_steps[step].name);
  g_autofree char *dutch = aj_text_fold (known_steps[step].dutch);

  return folded != NULL && (g_str_equal (folded, english) || g_str_equal (folded, dutch));
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
