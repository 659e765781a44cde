/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mail-places.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-text.h"

/* The most that is looked for behind a brace; what is longer is a sentence. */
#define MAX_WORD 40

static const struct
{
  const char *word;
  const char *
      dutch; /* which gettext knows only when the program is in Dutch; a test holds it to the translation */
  const char *label;
  const char *sample;
} places[AJ_MAIL_N_PLACES] = {
  [AJ_MAIL_PLACE_MEETING] = { NC_ ("place in a mail", "meeting"), "bijeenkomst",
                              N_ ("The group and the theme"), N_ ("Expert team: Young People") },
  [AJ_MAIL_PLACE_GROUP] = { NC_ ("place in a mail", "group"), "groep", N_ ("The group"),
                            N_ ("Expert team") },
  [AJ_MAIL_PLACE_THEME] = { NC_ ("place in a mail", "theme"), "thema", N_ ("The theme"),
                            N_ ("Young People") },
  [AJ_MAIL_PLACE_DATE] = { NC_ ("place in a mail", "date"), "datum", N_ ("The day"),
                           N_ ("Thursday 12 March 2026") },
  [AJ_MAIL_PLACE_TIME] = { NC_ ("place in a mail", "time"), "tijd", N_ ("From when until when"),
                           "10:00–12:00" },
  [AJ_MAIL_PLACE_PLACE] = { NC_ ("place in a mail", "place"), "plaats", N_ ("The place"),
                            N_ ("Town hall of Deventer") },
  [AJ_MAIL_PLACE_LINK] = { NC_ ("place in a mail", "link"), "link",
                           N_ ("The link to take part online"), "https://netwerk.example/12" },
  [AJ_MAIL_PLACE_OLD_DATE] = { NC_ ("place in a mail", "old date"), "oude datum",
                               N_ ("The day on which it was before"),
                               N_ ("Thursday 5 March 2026") },
  [AJ_MAIL_PLACE_AGENDA] = { NC_ ("place in a mail", "agenda"), "agenda",
                             N_ ("The items of the agenda, with their times"),
                             N_ ("10:00  Opening\n10:10  What young people meet online") },
  [AJ_MAIL_PLACE_NAME] = { NC_ ("place in a mail", "name"), "naam",
                           N_ ("The name of whom it goes to, or “all”"), "Anna de Vries" },
  [AJ_MAIL_PLACE_ITEM] = { NC_ ("place in a mail", "item"), "onderwerp",
                           N_ ("What the speaker speaks about"),
                           N_ ("What young people meet online") },
  [AJ_MAIL_PLACE_PROPOSAL] = { NC_ ("place in a mail", "proposal"), "voorstel",
                               N_ ("The time that was proposed"),
                               N_ ("Friday 13 March 2026, 14:00") },
  [AJ_MAIL_PLACE_EDITION] = { NC_ ("place in a mail", "edition"), "editie",
                              N_ ("The name of the action day"), N_ ("Action day 2026") },
  [AJ_MAIL_PLACE_MUNICIPALITY] = { NC_ ("place in a mail", "municipality"), "gemeente",
                                   N_ ("The municipality"), "Deventer" },
  [AJ_MAIL_PLACE_MUNICIPALITIES] = { NC_ ("place in a mail", "municipalities"), "gemeenten",
                                     N_ ("The municipalities that have not answered"),
                                     "– Deventer\n– Zwolle" },
  [AJ_MAIL_PLACE_DISTRICT] = { NC_ ("place in a mail", "district"), "district", N_ ("The district"),
                               "IJsselland" },
  [AJ_MAIL_PLACE_DEADLINE] = { NC_ ("place in a mail", "deadline"), "uiterste dag",
                               N_ ("The last day to register"), N_ ("Thursday 24 September 2026") },
  [AJ_MAIL_PLACE_LAST_TIME] = { NC_ ("place in a mail", "last time"), "vorige keer",
                                N_ ("What the municipality did last time"),
                                N_ ("“Safe online at the library” and “Lecture for shops”") },
  [AJ_MAIL_PLACE_FORM] = { NC_ ("place in a mail", "form"), "formulier",
                           N_ ("The form that is attached"), "Deventer.xlsx" },
  [AJ_MAIL_PLACE_ORGANISER] = { NC_ ("place in a mail", "organiser"), "organisator",
                                N_ ("The name of the organiser"), N_ ("Secretariat") },
  [AJ_MAIL_PLACE_NETWORK] = { NC_ ("place in a mail", "network"), "netwerk",
                              N_ ("The name of the network"), N_ ("Safety network") },
};

const char *
aj_mail_place_get_word (AjMailPlace place)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "place in a mail", places[place].word);
}

const char *
aj_mail_place_get_label (AjMailPlace place)
{
  return _ (places[place].label);
}

const char *
aj_mail_place_get_sample (AjMailPlace place)
{
  return _ (places[place].sample);
}

gboolean
aj_mail_place_find (const char *word, AjMailPlace *place)
{
  g_autofree char *folded = aj_text_fold (word);

  for (guint i = 0; i < AJ_MAIL_N_PLACES; i++)
    if (g_str_equal (folded, places[i].word) || g_str_equal (folded, places[i].dutch))
      {
        *place = (AjMailPlace) i;
        return TRUE;
      }
  return FALSE;
}

/* (transfer full) (nullable): the word in the braces that begin @text; NULL when they hold none. */
static char *
read_word (const char *text)
{
  const char *end = text[0] == '{' ? strpbrk (text + 1, "{}\n") : NULL;
  g_autofree char *inside = NULL;

  if (end == NULL || *end != '}' || end - text > MAX_WORD)
    return NULL;
  inside = g_strndup (text + 1, (gsize) (end - text - 1));
  return aj_text_or_null (inside) != NULL ? aj_text_clean_line (inside) : NULL;
}

static void
note_unknown (GPtrArray *unknown, const char *word)
{
  if (unknown != NULL && !g_ptr_array_find_with_equal_func (unknown, word, g_str_equal, NULL))
    g_ptr_array_add (unknown, g_strdup (word));
}

/* FALSE when the line is to be left out. */
static gboolean
append_line (GString *filled,
             const char *line,
             const char *const values[AJ_MAIL_N_PLACES],
             GPtrArray *unknown)
{
  guint n_places = 0, n_filled = 0;

  for (const char *p = line; *p != '\0';)
    {
      g_autofree char *word = read_word (p);
      AjMailPlace place;

      if (word != NULL && aj_mail_place_find (word, &place))
        {
          n_places++;
          n_filled += aj_text_or_null (values[place]) != NULL ? 1 : 0;
          g_string_append (filled, values[place] != NULL ? values[place] : "");
          p = strchr (p, '}') + 1;
          continue;
        }
      if (word != NULL)
        note_unknown (unknown, word);
      g_string_append_c (filled, *p++);
    }
  return n_places == 0 || n_filled > 0;
}

/* Whether the last line of what is filled in so far is blank, so that another one would be one too many. */
static gboolean
ends_blank (const GString *filled)
{
  return filled->len == 0 || g_str_has_suffix (filled->str, "\n\n");
}

char *
aj_mail_places_fill (const char *text,
                     const char *const values[AJ_MAIL_N_PLACES],
                     GPtrArray *unknown)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) filled = g_string_new (NULL);
  gboolean is_left_out = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize before = filled->len;

      /* Of the blank lines around a line that is left out one is enough. */
      if (is_left_out && *lines[i] == '\0' && ends_blank (filled))
        continue;
      is_left_out = !append_line (filled, lines[i], values, unknown);
      if (is_left_out)
        g_string_truncate (filled, before);
      else
        g_string_append_c (filled, '\n');
    }
  return g_strchomp (g_strdup (filled->str));
}
