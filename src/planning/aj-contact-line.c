/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-contact-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-contact-words.h"
#include "aj-contact.h"
#include "aj-text.h"

typedef struct
{
  AjContactLine *line; /* (borrowed): what is read so far */
  GArray *words;       /* (borrowed) (element-type AjContactWord) */
  GPtrArray *people;   /* (borrowed) (element-type AjValues) */
  AjDate today;
  guint at;         /* the next word */
  guint kept_from;  /* words of a name that is nobody's, which stay in the text; */
  guint kept_until; /* none when the same */
  gboolean has_day;
  gboolean has_way;
  gboolean has_who;
  gboolean is_stopped; /* a mark said that the rest is what it was about */
} Reading;

static gboolean
is_at_end (Reading *self)
{
  return self->at >= self->words->len;
}

/* With a dash that stands alone behind them. */
static gboolean
take (Reading *self, guint n_words)
{
  const AjContactWord *next;

  self->at += n_words;
  self->is_stopped = g_array_index (self->words, AjContactWord, self->at - 1).has_stop;
  if (is_at_end (self) || self->is_stopped)
    return TRUE;
  next = &g_array_index (self->words, AjContactWord, self->at);
  if (*next->plain == '\0' && next->has_stop)
    {
      self->at++;
      self->is_stopped = TRUE;
    }
  return TRUE;
}

static gboolean
take_day (Reading *self)
{
  AjDate day = self->today;
  gboolean slip = FALSE;
  guint n = self->has_day
                ? 0
                : aj_contact_words_read_day (self->words, self->at, self->today, &day, &slip);

  if (n == 0)
    return FALSE;
  self->has_day = TRUE;
  self->line->date = day;
  if (slip)
    self->line->fault = AJ_CONTACT_LINE_WEEKDAY;
  else if (day > self->today)
    self->line->fault = AJ_CONTACT_LINE_FUTURE;
  return take (self, n);
}

static gboolean
take_way (Reading *self)
{
  guint n = self->has_way ? 0 : aj_contact_words_read_way (self->words, self->at, &self->line->way);

  if (n == 0)
    return FALSE;
  self->has_way = TRUE;
  return take (self, n);
}

static void
set_who (Reading *self, const AjValues *person, guint from, guint n_words)
{
  AjContactLine *line = self->line;

  self->has_who = TRUE;
  line->is_shared = person == NULL;
  line->person = person != NULL ? g_strdup (aj_values_get_id (person)) : NULL;
  line->name = person != NULL ? g_strdup (aj_values_get_text (person, "name"))
                              : aj_contact_words_dup (self->words, from, n_words);
}

/* "met Anna en Bart": the log has room for one, so the words stay as well. */
static gboolean
keep_words (Reading *self, guint n_words)
{
  self->kept_from = self->at;
  self->kept_until = self->at + n_words;
  return take (self, n_words);
}

/* "met Piet", whom nobody knows here. */
static gboolean
take_stranger (Reading *self)
{
  guint n = aj_contact_words_read_name (self->words, self->at + 1);

  if (n == 0)
    return FALSE;
  self->has_who = TRUE;
  self->line->name = aj_contact_words_dup (self->words, self->at + 1, n);
  return keep_words (self, n + 1);
}

static gboolean
take_who_after_word (Reading *self)
{
  const gboolean is_with = aj_contact_words_is_with (self->words, self->at);
  const AjValues *person = NULL;
  guint n;

  if (!is_with && !aj_contact_words_is_towards (self->words, self->at))
    return FALSE;
  n = aj_contact_words_read_person (self->words, self->at + 1, self->people, &person);
  if (n == 0)
    return is_with && take_stranger (self);
  set_who (self, person, self->at + 1, n);
  if (person == NULL)
    return keep_words (self, n + 1);
  if (aj_contact_words_is_and (self->words, self->at + n + 1))
    return keep_words (self, n + 2 + aj_contact_words_read_name (self->words, self->at + n + 2));
  return take (self, n + 1);
}

/* "belde Anna over …", "Anna gebeld over …": a name alone is one only where the line is plain about it. */
static gboolean
take_bare_name (Reading *self)
{
  const AjValues *person = NULL;
  guint n = aj_contact_words_read_person (self->words, self->at, self->people, &person);
  const guint after = self->at + n;
  const char *way;
  gboolean is_plain;

  if (n == 0 || person == NULL)
    return FALSE;
  is_plain = self->has_way
                 ? after >= self->words->len || aj_contact_words_is_about (self->words, after) ||
                       g_array_index (self->words, AjContactWord, after - 1).has_stop
                 : aj_contact_words_read_way (self->words, after, &way) > 0;
  if (!is_plain)
    return FALSE;
  set_who (self, person, self->at, n);
  return take (self, n);
}

static gboolean
take_who (Reading *self)
{
  return !self->has_who && (take_who_after_word (self) || take_bare_name (self));
}

/* "… over de actiedag met Anna": somebody who is named in what it was about; at its end the words say no more. */
static void
look_for_who (Reading *self)
{
  for (guint i = self->at; !self->has_who && i < self->words->len; i++)
    {
      const AjValues *person = NULL;
      guint n;

      if (!aj_contact_words_is_with (self->words, i))
        continue;
      n = aj_contact_words_read_person (self->words, i + 1, self->people, &person);
      if (n == 0)
        continue;
      set_who (self, person, i + 1, n);
      if (person != NULL && i > self->at && i + 1 + n == self->words->len)
        g_array_set_size (self->words, i);
    }
}

static void
set_what (Reading *self, guint first)
{
  g_autoptr (GString) what = g_string_new (NULL);
  guint from = self->at;

  if (self->kept_until > self->kept_from)
    {
      g_autofree char *kept = aj_contact_words_dup (self->words, self->kept_from,
                                                    self->kept_until - self->kept_from);

      g_string_append (what, kept);
    }
  else if (from > 0 && aj_contact_words_is_about (self->words, from))
    {
      from++;
    }
  /* Who only says how and with whom has said all there is. */
  if (from >= self->words->len && what->len == 0)
    from = first;
  if (from < self->words->len)
    {
      const AjContactWord *word = &g_array_index (self->words, AjContactWord, from);
      const AjContactWord *last = &g_array_index (self->words, AjContactWord, self->words->len - 1);

      g_string_append (what, what->len > 0 ? " " : "");
      g_string_append_len (what, word->start, last->end - word->start);
    }
  self->line->what = what->len > 0 && self->at > 0 ? aj_contact_words_begin_sentence (what->str)
                                                   : g_strdup (what->str);
}

static gboolean
take_next (Reading *self)
{
  return !is_at_end (self) && !self->is_stopped &&
         (take_day (self) || take_way (self) || take_who (self));
}

/* "ik heb", when something follows that the log has a place for. */
static gboolean
take_after_opening (Reading *self)
{
  const guint before = self->at;
  const guint n = self->is_stopped ? 0 : aj_contact_words_read_opening (self->words, before);

  self->at += n;
  if (n > 0 && take_next (self))
    return TRUE;
  self->at = before;
  return FALSE;
}

static void
read_line (Reading *self)
{
  guint first = 0;

  while (take_next (self) || take_after_opening (self))
    if (self->has_day && !self->has_way && !self->has_who)
      first = self->at;
  look_for_who (self);
  set_what (self, first);
  if (*self->line->what == '\0' && self->line->fault == AJ_CONTACT_LINE_NO_FAULT)
    self->line->fault = AJ_CONTACT_LINE_EMPTY;
}

AjContactLine *
aj_contact_line_new (const char *text, AjDate today, GPtrArray *people)
{
  AjContactLine *self = g_new0 (AjContactLine, 1);
  g_autofree char *line = aj_text_clean_line (text);
  g_autoptr (GArray) words = aj_contact_words_split (line);
  Reading reading = { .line = self, .words = words, .people = people, .today = today };

  self->date = today;
  self->way = "other";
  read_line (&reading);
  return self;
}

void
aj_contact_line_free (AjContactLine *self)
{
  g_free (self->person);
  g_free (self->name);
  g_free (self->what);
  g_free (self);
}

static const char *
get_way_label (const char *way)
{
  const AjRecordType *type = &aj_contact_record_type;

  return aj_field_get_choice_label (&type->fields[aj_record_type_find (type, "way")], way);
}

static char *
describe_who (const AjContactLine *self)
{
  if (self->name == NULL)
    return NULL;
  if (self->person != NULL)
    /* Translators: with whom a contact was. */
    return g_strdup_printf (_ ("with %s"), self->name);
  if (self->is_shared)
    /* Translators: the name that was typed, which several people have. */
    return g_strdup_printf (_ ("several are called %s: type the surname too"), self->name);
  /* Translators: the name that was typed, which nobody of the organisation has. */
  return g_strdup_printf (_ ("%s is not known here, and stays in the text"), self->name);
}

static char *
describe_fault (const AjContactLine *self)
{
  g_autofree char *day = aj_date_format_long (self->date);

  switch (self->fault)
    {
    case AJ_CONTACT_LINE_FUTURE:
      /* Translators: a date in full. */
      return g_strdup_printf (_ ("That day is still to come: %s."), day);
    case AJ_CONTACT_LINE_WEEKDAY:
      /* Translators: a date in full, with its weekday. */
      return g_strdup_printf (_ ("That day is %s: the weekday or the date is wrong."), day);
    case AJ_CONTACT_LINE_NO_FAULT:
    case AJ_CONTACT_LINE_EMPTY:
    default:
      return g_strdup ("");
    }
}

char *
aj_contact_line_to_text (const AjContactLine *self)
{
  g_autofree char *day = aj_date_format_short (self->date);
  g_autofree char *who = describe_who (self);
  g_autoptr (GString) text = NULL;

  if (self->fault != AJ_CONTACT_LINE_NO_FAULT)
    return describe_fault (self);
  text = g_string_new (day);
  g_string_append_printf (text, " · %s", get_way_label (self->way));
  if (who != NULL)
    g_string_append_printf (text, " · %s", who);
  g_string_append_printf (text, " · %s", self->what);
  return g_strdup (text->str);
}
