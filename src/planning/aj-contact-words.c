/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-contact-words.h"

#include <string.h>

#include "aj-text.h"

#define DAYS_PER_WEEK 7
/* "do 12 maart 2026" and "Thursday, March 12th, 2026" at most. */
#define MAX_DATE_WORDS 5
/* What aj_date_parse_human() looks back over for a date without a year. */
#define HUMAN_DAYS_BACK 90
#define MAX_PHRASE      4

static AjContactWord *
get_word (GArray *words, guint at)
{
  return at < words->len ? &g_array_index (words, AjContactWord, at) : NULL;
}

static gboolean
is_one_of (GArray *words, guint at, const char *const *list)
{
  return aj_contact_words_is_one_of (words, at, list);
}

static void
word_clear (gpointer word)
{
  g_free (((AjContactWord *) word)->plain);
}

static gboolean
is_mark (char c)
{
  return strchr (",.:;!?()\"'", c) != NULL;
}

/* One word between @start and @end. */
static AjContactWord
make_word (const char *start, const char *end)
{
  AjContactWord word = { .start = start, .end = end };
  const char *first = start;
  const char *last = end;
  g_autofree char *core = NULL;

  while (first < last && is_mark (*first))
    first++;
  while (last > first && is_mark (last[-1]))
    last--;
  core = g_strndup (first, (gsize) (last - first));
  word.plain = aj_text_fold (core);
  word.is_capital = g_unichar_isupper (g_utf8_get_char (core));
  word.has_stop = end[-1] == ':' || end[-1] == ';' || end[-1] == '!';
  /* A dash that stands alone is a stop between two parts. */
  if (strcmp (core, "-") == 0 || strcmp (core, "–") == 0 || strcmp (core, "—") == 0)
    {
      *word.plain = '\0';
      word.has_stop = TRUE;
    }
  return word;
}

GArray *
aj_contact_words_split (const char *line)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (AjContactWord));

  g_array_set_clear_func (words, word_clear);
  for (const char *p = line; *p != '\0';)
    {
      const char *end = p + strcspn (p, " ");

      if (end > p)
        {
          AjContactWord word = make_word (p, end);

          g_array_append_val (words, word);
        }
      p = *end == ' ' ? end + 1 : end;
    }
  return words;
}

gboolean
aj_contact_words_is_one_of (GArray *words, guint at, const char *const *list)
{
  const AjContactWord *word = get_word (words, at);

  return word != NULL && g_strv_contains (list, word->plain);
}

guint
aj_contact_words_match_phrase (GArray *words, guint at, const char *phrase)
{
  g_auto (GStrv) parts = g_strsplit (phrase, " ", MAX_PHRASE);
  guint n_parts = 0;

  for (; parts[n_parts] != NULL; n_parts++)
    {
      const AjContactWord *word = get_word (words, at + n_parts);

      if (word == NULL || strcmp (word->plain, parts[n_parts]) != 0)
        return 0;
    }
  return n_parts;
}

char *
aj_contact_words_dup (GArray *words, guint from, guint n_words)
{
  const AjContactWord *first = get_word (words, from);
  const AjContactWord *last = get_word (words, from + n_words - 1);
  const char *end = last->end;

  while (end > last->start + 1 && strchr (",:;", end[-1]) != NULL)
    end--;
  return g_strndup (first->start, (gsize) (end - first->start));
}

/* A word with a capital further on ("iPad") was written so with reason. */
char *
aj_contact_words_begin_sentence (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  const char *end = rest + strcspn (rest, " ");
  char upper[7] = { 0 };

  for (const char *p = rest; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return g_strdup (text);
  upper[g_unichar_to_utf8 (g_unichar_toupper (first), upper)] = '\0';
  return g_strconcat (upper, rest, NULL);
}

/* Days. */

static const struct
{
  const char *phrase;
  int days_back;
} relative_days[] = {
  { "zo net", 0 },
  { "zo juist", 0 },
  { "zonet", 0 },
  { "zojuist", 0 },
  { "just now", 0 },
  { "vandaag", 0 },
  { "today", 0 },
  { "vanochtend", 0 },
  { "vanmorgen", 0 },
  { "vanmiddag", 0 },
  { "vanavond", 0 },
  { "this morning", 0 },
  { "this afternoon", 0 },
  { "gisteren", 1 },
  { "gister", 1 },
  { "gisterochtend", 1 },
  { "gistermorgen", 1 },
  { "gistermiddag", 1 },
  { "gisteravond", 1 },
  { "yesterday", 1 },
  { "eergisteren", 2 },
  { "eergister", 2 },
  { "the day before yesterday", 2 },
  /* Still to come: told, rather than taken for something else. */
  { "morgen", -1 },
  { "tomorrow", -1 },
  { "overmorgen", -2 },
};

static const char *const weekdays[][8] = {
  { "ma", "maandag", "mon", "monday", NULL },
  { "di", "dinsdag", "tue", "tues", "tuesday", NULL },
  { "wo", "woensdag", "wed", "wednesday", NULL },
  { "do", "donderdag", "thu", "thur", "thurs", "thursday", NULL },
  { "vr", "vrijdag", "fri", "friday", NULL },
  { "za", "zaterdag", "sat", "saturday", NULL },
  { "zo", "zondag", "sun", "sunday", NULL },
};

static const char *const on_words[] = { "op", "on", NULL };
static const char *const last_words[] = { "vorige", "afgelopen", "last", "jl", NULL };
static const char *const week_words[] = { "week", NULL };

int
aj_contact_words_find_weekday (GArray *words, guint at)
{
  for (int i = 0; i < DAYS_PER_WEEK; i++)
    if (is_one_of (words, at, weekdays[i]))
      return AJ_WEEKDAY_MONDAY + i;
  return 0;
}

static guint
read_relative_day (GArray *words, guint at, AjDate today, AjDate *day)
{
  for (guint i = 0; i < G_N_ELEMENTS (relative_days); i++)
    {
      guint taken = aj_contact_words_match_phrase (words, at, relative_days[i].phrase);

      if (taken == 0)
        continue;
      *day = today - relative_days[i].days_back;
      return taken;
    }
  return 0;
}

/* "3 dagen geleden", "een week geleden", "two" is not read. */
static guint
read_days_ago (GArray *words, guint at, AjDate today, AjDate *day)
{
  static const char *const ones[] = { "een", "a", "one", NULL };
  static const char *const days[] = { "dag", "dagen", "day", "days", NULL };
  static const char *const weeks[] = { "week", "weken", "weeks", NULL };
  static const char *const agos[] = { "geleden", "ago", NULL };
  const AjContactWord *word = get_word (words, at);
  guint64 count = 1;

  if (word == NULL || !is_one_of (words, at + 2, agos) ||
      (!is_one_of (words, at, ones) &&
       !g_ascii_string_to_unsigned (word->plain, 10, 1, 366, &count, NULL)))
    return 0;
  if (is_one_of (words, at + 1, weeks))
    count *= DAYS_PER_WEEK;
  else if (!is_one_of (words, at + 1, days))
    return 0;
  *day = today - (AjDate) count;
  return 3;
}

/* "vorige week", "vorige week dinsdag", "last week". */
static guint
read_last_week (GArray *words, guint at, AjDate today, AjDate *day)
{
  int weekday;

  if (!is_one_of (words, at, last_words) || !is_one_of (words, at + 1, week_words))
    return 0;
  weekday = aj_contact_words_find_weekday (words, at + 2);
  if (weekday == 0)
    {
      *day = today - DAYS_PER_WEEK;
      return 2;
    }
  *day = today - (AjDate) aj_date_get_weekday (today) - DAYS_PER_WEEK + weekday;
  return 3;
}

/* The last one up to today; with a word for "last" before it, before today. */
static guint
read_weekday (GArray *words, guint at, AjDate today, AjDate *day)
{
  const guint n_last = is_one_of (words, at, last_words) ? 1 : 0;
  const int weekday = aj_contact_words_find_weekday (words, at + n_last);
  int back;

  if (weekday == 0)
    return 0;
  back = ((int) aj_date_get_weekday (today) - weekday + DAYS_PER_WEEK) % DAYS_PER_WEEK;
  *day = today - (back == 0 && n_last > 0 ? DAYS_PER_WEEK : back);
  return n_last + 1;
}

static gboolean
parse_words (GArray *words, guint at, guint n_words, AjDate first, AjDate *day)
{
  const char *start = get_word (words, at)->start;
  const char *end = get_word (words, at + n_words - 1)->end;
  g_autofree char *text = NULL;

  while (end > start && is_mark (end[-1]))
    end--;
  text = g_strndup (start, (gsize) (end - start));
  return aj_date_parse_human (text, first + HUMAN_DAYS_BACK, day);
}

/* "10.30" is a time of day sooner than a date; with a year it is one. */
static gboolean
looks_like_time (const char *plain)
{
  const char *dot = strchr (plain, '.');

  return dot != NULL && strlen (dot) == strlen (".30") && g_ascii_isdigit (dot[1]);
}

static guint
read_plain_date (GArray *words, guint at, AjDate first, AjDate *day)
{
  if (at >= words->len || looks_like_time (get_word (words, at)->plain))
    return 0;
  for (guint n = MIN (MAX_DATE_WORDS, words->len - at); n > 0; n--)
    if (parse_words (words, at, n, first, day))
      return n;
  return 0;
}

guint
aj_contact_words_read_date (GArray *words, guint at, AjDate first, AjDate *day, gboolean *slip)
{
  guint taken = read_plain_date (words, at, first, day);

  *slip = FALSE;
  if (taken > 0 || aj_contact_words_find_weekday (words, at) == 0)
    return taken;
  taken = read_plain_date (words, at + 1, first, day);
  *slip = taken > 0;
  return taken > 0 ? taken + 1 : 0;
}

guint
aj_contact_words_read_day (GArray *words, guint at, AjDate today, AjDate *day, gboolean *slip)
{
  const guint n_on = is_one_of (words, at, on_words) ? 1 : 0;
  const guint from = at + n_on;
  guint taken;

  *slip = FALSE;
  if (from >= words->len)
    return 0;
  /* What was, was in the year up to today. */
  taken = aj_contact_words_read_date (words, from, aj_date_add_months (today, -12) + 1, day, slip);
  if (taken == 0)
    taken = read_relative_day (words, from, today, day);
  if (taken == 0)
    taken = read_days_ago (words, from, today, day);
  if (taken == 0)
    taken = read_last_week (words, from, today, day);
  if (taken == 0)
    taken = read_weekday (words, from, today, day);
  return taken > 0 ? n_on + taken : 0;
}

/* Ways. */

static const struct
{
  const char *phrase;
  const char *way;
} ways[] = {
  { "gebeld", "phone" },        { "belde", "phone" },        { "bellen", "phone" },
  { "opgebeld", "phone" },      { "teruggebeld", "phone" },  { "nagebeld", "phone" },
  { "telefoon", "phone" },      { "telefonisch", "phone" },  { "telefoontje", "phone" },
  { "tel", "phone" },           { "belletje", "phone" },     { "phone", "phone" },
  { "phoned", "phone" },        { "call", "phone" },         { "called", "phone" },
  { "mail", "mail" },           { "mails", "mail" },         { "mailtje", "mail" },
  { "gemaild", "mail" },        { "mailde", "mail" },        { "mailwisseling", "mail" },
  { "e-mail", "mail" },         { "email", "mail" },         { "ge-e-maild", "mail" },
  { "mailed", "mail" },         { "emailed", "mail" },       { "e-mailed", "mail" },
  { "video call", "online" },   { "online", "online" },      { "teams", "online" },
  { "zoom", "online" },         { "webex", "online" },       { "gevideobeld", "online" },
  { "videobellen", "online" },  { "beeldbellen", "online" }, { "videogesprek", "online" },
  { "langs geweest", "visit" }, { "langsgeweest", "visit" }, { "langs", "visit" },
  { "bezoek", "visit" },        { "bezocht", "visit" },      { "gesproken", "visit" },
  { "sprak", "visit" },         { "ontmoet", "visit" },      { "visit", "visit" },
  { "visited", "visit" },       { "spoke", "visit" },        { "spoken", "visit" },
  { "brief", "letter" },        { "post", "letter" },        { "letter", "letter" },
  { "geappt", "other" },        { "appje", "other" },        { "whatsapp", "other" },
  { "sms", "other" },           { "linkedin", "other" },
};

guint
aj_contact_words_read_way (GArray *words, guint at, const char **way)
{
  static const char *const befores[] = { "per",  "via", "by",      "in",    "op",
                                         "een",  "a",   "net",     "even",  "kort",
                                         "weer", "nog", "briefly", "again", NULL };
  static const char *const afters[] = { "gestuurd", "verstuurd", "gehad",   "geweest",
                                        "contact",  "overleg",   "gesprek", "sent",
                                        "call",     "meeting",   NULL };
  guint from = at;

  while (is_one_of (words, from, befores))
    from++;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      guint taken = aj_contact_words_match_phrase (words, from, ways[i].phrase);

      if (taken == 0)
        continue;
      *way = ways[i].way;
      taken += from - at;
      if (!get_word (words, at + taken - 1)->has_stop && is_one_of (words, at + taken, afters))
        taken++;
      return taken;
    }
  return 0;
}

/* People. */

static const char *const particles[] = { "van", "de", "der", "den", "te", "ten", "ter", "in",
                                         "het", "t",  "la",  "el",  "al", "von", NULL };

static gboolean
is_particle (const char *plain)
{
  return g_strv_contains (particles, plain);
}

/* How many words from @at on are those of the name from its @first on; what stands between may be left out. */
static guint
match_name_from (GArray *words, guint at, GArray *name, guint first)
{
  guint n_taken = 0;
  guint n_telling = 0;

  for (guint i = first; i < name->len; i++)
    {
      const char *plain = g_array_index (name, AjContactWord, i).plain;
      const AjContactWord *word = get_word (words, at + n_taken);

      if (word == NULL)
        break;
      if (strcmp (word->plain, plain) == 0)
        {
          n_taken++;
          n_telling += !is_particle (plain) && strlen (plain) > 1 ? 1 : 0;
          if (word->has_stop)
            break;
        }
      else if (!is_particle (plain))
        break;
    }
  /* "met de" is nobody yet. */
  return n_telling > 0 ? n_taken : 0;
}

/* @whole: all words of the name are there. */
static guint
match_clean_name (GArray *words, guint at, const char *clean_name, gboolean *whole)
{
  g_autoptr (GArray) name = aj_contact_words_split (clean_name);
  guint best = 0;

  for (guint first = 0; first < name->len; first++)
    best = MAX (best, match_name_from (words, at, name, first));
  *whole = best == name->len;
  return best;
}

/* "Jan-Peter Smit-Bos" is called Jan-Peter and Jan, Smit and Smit-Bos. */
static guint
match_name (GArray *words, guint at, const char *full_name, gboolean *whole)
{
  g_autofree char *clean = aj_text_clean_line (full_name);
  guint joined, parted;
  gboolean parted_whole;

  g_strdelimit (clean, ",", ' ');
  joined = match_clean_name (words, at, clean, whole);
  if (strchr (clean, '-') == NULL)
    return joined;
  g_strdelimit (clean, "-", ' ');
  parted = match_clean_name (words, at, clean, &parted_whole);
  *whole = *whole || parted_whole;
  return MAX (joined, parted);
}

guint
aj_contact_words_read_person (GArray *words, guint at, GPtrArray *people, const AjValues **person)
{
  static const char *const titles[] = { "mw", "mevr", "mevrouw", "dhr", "meneer",
                                        "mr", "mrs",  "ms",      NULL };
  const guint n_titles = is_one_of (words, at, titles) ? 1 : 0;
  guint best = 0;
  gboolean best_is_whole = FALSE;

  *person = NULL;
  for (guint i = 0; i < people->len; i++)
    {
      const AjValues *values = people->pdata[i];
      const char *name = aj_values_get_text (values, "name");
      gboolean whole = FALSE;
      guint n = name != NULL ? match_name (words, at + n_titles, name, &whole) : 0;

      if (n == 0 || n < best || (n == best && best_is_whole && !whole))
        continue;
      /* Another who is named as well. */
      *person = n == best && best_is_whole == whole ? NULL : values;
      best = n;
      best_is_whole = whole;
    }
  return best > 0 ? n_titles + best : 0;
}

guint
aj_contact_words_read_name (GArray *words, guint at)
{
  guint taken = 0;

  for (guint i = at; i < words->len; i++)
    {
      const AjContactWord *word = get_word (words, i);

      if (word->is_capital)
        taken = i + 1 - at;
      else if (!is_particle (word->plain))
        break;
      if (word->has_stop)
        break;
    }
  return taken;
}

guint
aj_contact_words_read_opening (GArray *words, guint at)
{
  static const char *const list[] = { "ik", "heb", "wij", "we", "hebben", "i", "have", NULL };
  guint from = at;

  while (is_one_of (words, from, list))
    from++;
  return from - at;
}

gboolean
aj_contact_words_is_with (GArray *words, guint at)
{
  static const char *const list[] = { "met", "with", NULL };

  return is_one_of (words, at, list);
}

gboolean
aj_contact_words_is_towards (GArray *words, guint at)
{
  static const char *const list[] = {
    "aan", "bij", "by", "door", "from", "naar", "to", "van", NULL
  };

  return is_one_of (words, at, list);
}

gboolean
aj_contact_words_is_about (GArray *words, guint at)
{
  static const char *const list[] = { "over",    "about", "re",    "betreft",   "inzake",
                                      "omtrent", "ivm",   "i.v.m", "regarding", NULL };

  return is_one_of (words, at, list);
}

gboolean
aj_contact_words_is_and (GArray *words, guint at)
{
  static const char *const list[] = { "en", "and", "&", "+", NULL };

  return is_one_of (words, at, list);
}
