/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-minute-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-due-words.h"
#include "aj-text.h"

/* How far behind "Actie" its colon may stand: "Actie wethouder van Zwolle: …". */
#define MAX_HEAD_WORDS 6

typedef struct
{
  AjMinuteLine *line; /* (borrowed): what is read so far */
  GArray *words;      /* (borrowed) (element-type AjContactWord) */
  GPtrArray *people;  /* (borrowed) (element-type AjValues) */
  AjDate today;
  AjDate next;
  guint at;         /* the next word */
  guint end;        /* the first that is read already, at the end */
  guint kept_from;  /* words of a name, or of several, that stay in the text; */
  guint kept_until; /* none when the same */
  gboolean has_due;
  gboolean has_who;
  gboolean is_stopped; /* a mark said that the rest is what is to be done */
} Reading;

static const AjContactWord *
get_word (Reading *self, guint at)
{
  return &g_array_index (self->words, AjContactWord, at);
}

/* One that stands alone, or another mark that ends what is said. */
static gboolean
is_dash (Reading *self, guint at)
{
  return *get_word (self, at)->plain == '\0' && get_word (self, at)->has_stop;
}

static void
take (Reading *self, guint n_words)
{
  self->at += n_words;
  self->is_stopped = get_word (self, self->at - 1)->has_stop;
  if (self->at < self->end && !self->is_stopped && is_dash (self, self->at))
    {
      self->at++;
      self->is_stopped = TRUE;
    }
}

/* By when. */

static guint
read_due (Reading *self, guint at, gboolean bare, AjDate *due, gboolean *slip)
{
  return self->has_due
             ? 0
             : aj_due_words_read (self->words, at, self->today, self->next, bare, due, slip);
}

static void
set_due (Reading *self, AjDate due, gboolean slip)
{
  self->has_due = TRUE;
  self->line->due = due;
  if (slip)
    self->line->fault = AJ_MINUTE_LINE_WEEKDAY;
}

static gboolean
take_due (Reading *self)
{
  AjDate due = AJ_DATE_NONE;
  gboolean slip;
  guint n = read_due (self, self->at, TRUE, &due, &slip);

  if (n == 0)
    return FALSE;
  set_due (self, due, slip);
  take (self, n);
  return TRUE;
}

/* Who. */

static void
set_who (Reading *self, const AjValues *person, guint from, guint n_words)
{
  AjMinuteLine *line = self->line;

  self->has_who = TRUE;
  line->is_shared = person == NULL;
  line->person = person != NULL ? g_strdup (aj_values_get_id (person)) : NULL;
  line->name = person != NULL ? g_strdup (aj_values_get_text (person, "name"))
                              : aj_contact_words_dup (self->words, from, n_words);
}

static gboolean
is_before_name (Reading *self, guint at)
{
  static const char *const list[] = { "door", "by", "voor", "for", NULL };

  return aj_contact_words_is_one_of (self->words, at, list);
}

/* "Anna bellen" is what is to be done with Anna, "Anna belt" what she does. */
static gboolean
is_infinitive (Reading *self, guint at)
{
  static const char *const short_ones[] = { "gaan", "staan", "slaan", "doen", "zien", NULL };

  return at < self->end && !aj_contact_words_is_and (self->words, at) &&
         (g_str_has_suffix (get_word (self, at)->plain, "en") ||
          aj_contact_words_is_one_of (self->words, at, short_ones));
}

/* "Anna en Bart": there is room for one, so the words stay as well. */
static void
take_with_others (Reading *self, guint n_words)
{
  guint n_others = aj_contact_words_read_name (self->words, self->at + n_words + 1);

  self->kept_from = self->at;
  self->kept_until = self->at + n_words + (n_others > 0 ? n_others + 1 : 0);
  take (self, self->kept_until - self->at);
}

/* "Actie Piet voor 1 mei: …", whom nobody knows here. */
static gboolean
take_stranger (Reading *self)
{
  const guint n = aj_contact_words_read_name (self->words, self->at);
  AjDate due;
  gboolean slip;

  if (n == 0 || (!get_word (self, self->at + n - 1)->has_stop &&
                 read_due (self, self->at + n, TRUE, &due, &slip) == 0))
    return FALSE;
  self->has_who = TRUE;
  self->line->name = aj_contact_words_dup (self->words, self->at, n);
  self->kept_from = self->at;
  self->kept_until = self->at + n;
  take (self, n);
  return TRUE;
}

static gboolean
take_who (Reading *self)
{
  const guint n_before = is_before_name (self, self->at) ? 1 : 0;
  const AjValues *person = NULL;
  guint n;

  if (self->has_who)
    return FALSE;
  n = aj_contact_words_read_person (self->words, self->at + n_before, self->people, &person);
  if (n == 0)
    return n_before == 0 && take_stranger (self);
  if (!get_word (self, self->at + n_before + n - 1)->has_stop &&
      is_infinitive (self, self->at + n_before + n))
    return FALSE;
  set_who (self, person, self->at + n_before, n);
  self->at += n_before;
  if (person == NULL || aj_contact_words_is_and (self->words, self->at + n))
    take_with_others (self, n);
  else
    take (self, n);
  return TRUE;
}

static gboolean
take_next (Reading *self)
{
  return self->at < self->end && !self->is_stopped && (take_due (self) || take_who (self));
}

/* The end of the line. */

static gboolean
begins_part (Reading *self, guint at)
{
  const char *end = get_word (self, at - 1)->end;

  return end[-1] == ',' || end[-1] == ';';
}

/* "… door Jan", "…, Jan". */
static gboolean
cut_who (Reading *self, guint at)
{
  const guint n_before = is_before_name (self, at) ? 1 : 0;
  const AjValues *person = NULL;
  guint n;

  if (self->has_who || (n_before == 0 && !begins_part (self, at)))
    return FALSE;
  n = aj_contact_words_read_person (self->words, at + n_before, self->people, &person);
  if (n == 0 || person == NULL || at + n_before + n != self->end)
    return FALSE;
  set_who (self, person, at + n_before, n);
  self->end = at;
  return TRUE;
}

/* "… uiterlijk 1 mei", "…, 1 mei". */
static gboolean
cut_due (Reading *self, guint at)
{
  AjDate due = AJ_DATE_NONE;
  gboolean slip;
  guint n = read_due (self, at, begins_part (self, at), &due, &slip);

  if (n == 0 || at + n != self->end)
    return FALSE;
  set_due (self, due, slip);
  self->end = at;
  return TRUE;
}

/* "(Jan, 1 mei)": all of it is read, or it is left alone. */
static gboolean
cut_brackets (Reading *self, guint at)
{
  AjMinuteLine inner = { .due = AJ_DATE_NONE };
  Reading reading = *self;
  gboolean is_read = get_word (self, at)->start[0] == '(' &&
                     get_word (self, self->end - 1)->end[-1] == ')';

  if (!is_read)
    return FALSE;
  reading.line = &inner;
  reading.at = at;
  reading.is_stopped = FALSE;
  while (take_next (&reading))
    ;
  is_read = reading.at == self->end && (inner.person != NULL || inner.name == NULL);
  if (is_read)
    {
      if (inner.person != NULL)
        {
          self->line->person = g_steal_pointer (&inner.person);
          self->line->name = g_steal_pointer (&inner.name);
        }
      if (reading.has_due && !self->has_due)
        set_due (self, inner.due, inner.fault == AJ_MINUTE_LINE_WEEKDAY);
      self->has_who = reading.has_who;
      self->end = at;
    }
  g_free (inner.person);
  g_free (inner.name);
  return is_read;
}

static gboolean
cut_next (Reading *self)
{
  for (guint at = self->at + 1; at < self->end; at++)
    if (cut_brackets (self, at) || cut_due (self, at) || cut_who (self, at))
      return TRUE;
  return FALSE;
}

/* What is left. */

static void
set_text (Reading *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->kept_until > self->kept_from)
    {
      g_autofree char *kept = aj_contact_words_dup (self->words, self->kept_from,
                                                    self->kept_until - self->kept_from);

      g_string_append_printf (text, self->at < self->end ? "%s: " : "%s", kept);
    }
  if (self->at < self->end)
    {
      const char *start = get_word (self, self->at)->start;
      const char *end = get_word (self, self->end - 1)->end;

      while (end > start && self->end < self->words->len && strchr (",;", end[-1]) != NULL)
        end--;
      g_string_append_len (text, start, end - start);
    }
  self->line->text = aj_contact_words_begin_sentence (text->str);
}

static gboolean
has_colon (Reading *self)
{
  for (guint i = 0; i < MIN (self->end, MAX_HEAD_WORDS); i++)
    if (get_word (self, i)->has_stop)
      return TRUE;
  return FALSE;
}

/* "Actie is nodig" is no action point: without a mark, somebody or a day has to follow. */
static gboolean
read_action (Reading *self)
{
  static const char *const names[] = { "action point", "action item", "actie", "actiepunt",
                                       "action",       "ap",          "todo",  "taak" };
  const AjValues *person;
  guint n = 0;

  for (guint i = 0; n == 0 && i < G_N_ELEMENTS (names); i++)
    n = aj_contact_words_match_phrase (self->words, 0, names[i]);
  if (n == 0)
    return FALSE;
  take (self, n);
  self->line->kind = AJ_MINUTE_LINE_ACTION;
  if (!self->is_stopped && !has_colon (self) && self->at < self->end &&
      aj_contact_words_read_person (self->words, self->at, self->people, &person) == 0)
    {
      const guint before = self->at;

      while (take_next (self))
        ;
      if (self->at == before)
        return FALSE;
    }
  self->is_stopped = FALSE;
  while (take_next (self))
    ;
  while (cut_next (self))
    ;
  set_text (self);
  return TRUE;
}

static gboolean
read_decision (Reading *self, const char *text)
{
  static const char *const names[] = { "besluit", "besloten", "decision", "decided", NULL };

  if (*text == '!' && text[1 + strspn (text + 1, " !")] != '\0')
    {
      self->line->text = aj_contact_words_begin_sentence (text + 1 + strspn (text + 1, " !"));
    }
  else if (aj_contact_words_is_one_of (self->words, 0, names) &&
           (get_word (self, 0)->has_stop || (self->end > 1 && is_dash (self, 1))))
    {
      take (self, 1);
      set_text (self);
    }
  else
    {
      return FALSE;
    }
  self->line->kind = AJ_MINUTE_LINE_DECISION;
  return TRUE;
}

static gboolean
is_link (const char *word)
{
  return g_str_has_prefix (word, "http://") || g_str_has_prefix (word, "https://") ||
         g_str_has_prefix (word, "www.");
}

/* What a paper is called by when only its link was typed: without what every link has. */
static char *
make_title (const char *link)
{
  const char *start = strstr (link, "://");
  char *title = g_strdup (start != NULL ? start + strlen ("://") : link);

  if (g_str_has_suffix (title, "/"))
    title[strlen (title) - 1] = '\0';
  return title;
}

/* The link, which may stand anywhere, and the words around it. */
static gboolean
split_link (const char *text, char **link, char **title)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*link == NULL && is_link (words[i]))
      *link = g_str_has_prefix (words[i], "www.") ? g_strconcat ("https://", words[i], NULL)
                                                  : g_strdup (words[i]);
    else
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", words[i]);
  if (*link == NULL)
    return FALSE;
  while (rest->len > 0 && strchr (":,;", rest->str[rest->len - 1]) != NULL)
    g_string_truncate (rest, rest->len - 1);
  *title = rest->len > 0 ? aj_contact_words_begin_sentence (rest->str) : make_title (*link);
  return TRUE;
}

/* A link that stands in what was said is no paper yet. */
static gboolean
read_paper (Reading *self, const char *text)
{
  static const char *const names[] = { "stuk",  "document", "bijlage", "link",
                                       "paper", "kennis",   NULL };
  AjMinuteLine *line = self->line;

  if (self->words->len == 0)
    return FALSE;
  if (aj_contact_words_is_one_of (self->words, 0, names) && get_word (self, 0)->has_stop)
    text = self->words->len > 1 ? get_word (self, 1)->start : "";
  else if (!is_link (text))
    return FALSE;
  if (!split_link (text, &line->link, &line->text))
    return FALSE;
  line->kind = AJ_MINUTE_LINE_PAPER;
  return TRUE;
}

AjMinuteLine *
aj_minute_line_new (const char *text, AjDate today, AjDate next, GPtrArray *people)
{
  AjMinuteLine *self = g_new0 (AjMinuteLine, 1);
  g_autofree char *line = aj_text_clean_line (text);
  g_autoptr (GArray) words = aj_contact_words_split (line);
  Reading reading = {
    .line = self, .words = words, .people = people, .today = today, .next = next, .end = words->len
  };

  self->due = AJ_DATE_NONE;
  if (!read_decision (&reading, line) && !read_action (&reading) && !read_paper (&reading, line))
    {
      self->kind = AJ_MINUTE_LINE_NOTE;
      self->text = g_strdup (line);
    }
  if (*self->text == '\0' && self->fault == AJ_MINUTE_LINE_NO_FAULT)
    self->fault = AJ_MINUTE_LINE_EMPTY;
  return self;
}

void
aj_minute_line_free (AjMinuteLine *self)
{
  g_free (self->text);
  g_free (self->link);
  g_free (self->person);
  g_free (self->name);
  g_free (self);
}

static char *
describe_who (const AjMinuteLine *self)
{
  if (self->name == NULL)
    /* Translators: of an action point: who does it was not typed. */
    return g_strdup (_ ("nobody named"));
  if (self->person != NULL)
    return g_strdup (self->name);
  if (self->is_shared)
    return g_strdup_printf (_ ("several are called %s: type the surname too"), self->name);
  return g_strdup_printf (_ ("%s is not known here, and stays in the text"), self->name);
}

static char *
describe_action (const AjMinuteLine *self)
{
  g_autofree char *day = aj_date_format_short (self->due);
  g_autofree char *who = describe_who (self);

  return g_strdup_printf ("%s · %s · %s · %s", _ ("Action point"), who,
                          /* Translators: of an action point: by when was not typed. */
                          self->due != AJ_DATE_NONE ? day : _ ("no day named"), self->text);
}

char *
aj_minute_line_to_text (const AjMinuteLine *self, const char *number)
{
  g_autofree char *day = NULL;

  if (self->fault == AJ_MINUTE_LINE_EMPTY)
    return g_strdup ("");
  if (self->fault == AJ_MINUTE_LINE_WEEKDAY)
    {
      day = aj_date_format_long (self->due);
      return g_strdup_printf (_ ("That day is %s: the weekday or the date is wrong."), day);
    }
  if (self->kind == AJ_MINUTE_LINE_ACTION)
    return describe_action (self);
  if (self->kind == AJ_MINUTE_LINE_NOTE)
    /* Translators: how a line in the minutes is read: as something that was said. */
    return g_strdup_printf ("%s · %s", _ ("Note"), self->text);
  if (self->kind == AJ_MINUTE_LINE_PAPER)
    return g_strdup_printf ("%s · %s · %s", _ ("Document"), self->text, self->link);
  if (number == NULL)
    return g_strdup_printf ("%s · %s", _ ("Decision"), self->text);
  return g_strdup_printf ("%s %s · %s", _ ("Decision"), number, self->text);
}
