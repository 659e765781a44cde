/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-likeness.h"

#include <string.h>

#include "aj-text.h"

/* More words than a name has: what is longer is compared by these. */
#define MAX_WORDS 12
/* A word this long may hold one typing mistake. */
#define LONG_WORD 5
/* The longest word that is looked into. */
#define MAX_LETTERS 32

struct _AjLikeness
{
  char *key;          /* (owned) */
  GPtrArray *words;   /* (owned) (element-type utf8): in order */
  GPtrArray *telling; /* (owned): the same without those that say little; borrowed from @words */
};

static gint
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What many organisations have in their name and others leave out. */
static gboolean
says_little (const char *word)
{
  static const char *const words[] = { "gemeente", "stichting", "vereniging", "bv", "nv",
                                       "b",        "n",         "v",          "de", "het",
                                       "van",      "der",       "den",        "en", "in",
                                       "voor",     "te",        "the",        "of", NULL };

  return g_strv_contains (words, word);
}

/* "Jansen-Bakker" and "Jansen, Anna" are two words, and so is "B.V.". */
static void
split (AjLikeness *self, const char *name)
{
  g_autofree char *folded = aj_text_fold (name);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && g_unichar_isalnum (c))
        g_string_append_unichar (word, c);
      else if (word->len > 0)
        {
          if (self->words->len < MAX_WORDS)
            g_ptr_array_add (self->words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
      if (c == 0)
        break;
    }
}

AjLikeness *
aj_likeness_new (const char *name)
{
  AjLikeness *self = g_new0 (AjLikeness, 1);
  g_autoptr (GString) key = g_string_new (NULL);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->telling = g_ptr_array_new ();
  split (self, name);
  g_ptr_array_sort (self->words, compare_words);
  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = self->words->pdata[i];

      g_string_append_printf (key, "%s%s", i > 0 ? " " : "", word);
      if (!says_little (word))
        g_ptr_array_add (self->telling, self->words->pdata[i]);
    }
  self->key = g_strdup (key->str);
  return self;
}

void
aj_likeness_free (AjLikeness *self)
{
  g_ptr_array_unref (self->telling);
  g_ptr_array_unref (self->words);
  g_free (self->key);
  g_free (self);
}

const char *
aj_likeness_get_key (const AjLikeness *self)
{
  return self->key;
}

static glong
take_letters (const char *word, gunichar *letters)
{
  glong n = 0;

  for (const char *p = word; *p != '\0' && n < MAX_LETTERS; p = g_utf8_next_char (p))
    letters[n++] = g_utf8_get_char (p);
  return n;
}

/* One letter too much, too little or another, or two that changed places. */
static gboolean
is_slip (const char *a, const char *b)
{
  gunichar left[MAX_LETTERS], right[MAX_LETTERS];
  glong n_left = take_letters (a, left);
  glong n_right = take_letters (b, right);
  glong head = 0, tail = 0, least;

  if (strpbrk (a, "0123456789") != NULL || strpbrk (b, "0123456789") != NULL)
    return FALSE;
  least = MIN (n_left, n_right);
  if (least < LONG_WORD || ABS (n_left - n_right) > 1)
    return FALSE;
  while (head < least && left[head] == right[head])
    head++;
  while (tail < least - head && left[n_left - 1 - tail] == right[n_right - 1 - tail])
    tail++;
  if (MAX (n_left, n_right) - head - tail <= 1)
    return TRUE;
  return n_left == n_right && n_left - head - tail == 2 && left[head] == right[head + 1] &&
         left[head + 1] == right[head];
}

/* What is in one and not in the other; both are in order. */
static void
subtract (GPtrArray *a, GPtrArray *b, GPtrArray *only_a, GPtrArray *only_b)
{
  guint i = 0, j = 0;

  while (i < a->len || j < b->len)
    {
      int order = i == a->len ? 1 : j == b->len ? -1 : strcmp (a->pdata[i], b->pdata[j]);

      if (order <= 0)
        {
          if (order < 0)
            g_ptr_array_add (only_a, a->pdata[i]);
          i++;
        }
      if (order >= 0)
        {
          if (order > 0)
            g_ptr_array_add (only_b, b->pdata[j]);
          j++;
        }
    }
}

static gboolean
is_letter (const char *word)
{
  return *g_utf8_next_char (word) == '\0';
}

static gboolean
is_initial_of (const char *initial, const char *word)
{
  return is_letter (initial) && g_str_has_prefix (word, initial);
}

/* Every word of one that the other has not stands for a word of the other: as its initial, or as a slip. */
static gboolean
stand_for_each_other (GPtrArray *only_a, GPtrArray *only_b)
{
  guint n_slips = 0;

  if (only_a->len != only_b->len)
    return FALSE;
  for (guint i = 0; i < only_a->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < only_b->len && !found; j++)
        {
          const char *left = only_a->pdata[i];
          const char *right = only_b->pdata[j];

          if (is_initial_of (left, right) || is_initial_of (right, left))
            found = TRUE;
          else if (is_slip (left, right))
            {
              found = TRUE;
              n_slips++;
            }
          if (found)
            g_ptr_array_remove_index (only_b, j);
        }
      if (!found)
        return FALSE;
    }
  return n_slips <= 1;
}

static gboolean
is_initial_of_any (const char *word, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (is_initial_of (word, others->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Names of which one has a word more, "Anna M. Jansen": an initial may be missing. */
static void
drop_initials (GPtrArray *words, GPtrArray *others)
{
  for (guint i = words->len; i > 0 && words->len > others->len; i--)
    if (is_letter (words->pdata[i - 1]) && !is_initial_of_any (words->pdata[i - 1], others))
      g_ptr_array_remove_index (words, i - 1);
}

static gboolean
has_long_word (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (g_utf8_strlen (words->pdata[i], -1) > 1)
      return TRUE;
  return FALSE;
}

gboolean
aj_likeness_people (const AjLikeness *a, const AjLikeness *b)
{
  g_autoptr (GPtrArray) only_a = g_ptr_array_new ();
  g_autoptr (GPtrArray) only_b = g_ptr_array_new ();

  if (a->words->len == 0 || b->words->len == 0)
    return FALSE;
  if (strcmp (a->key, b->key) == 0)
    return TRUE;
  subtract (a->words, b->words, only_a, only_b);
  drop_initials (only_a, only_b);
  drop_initials (only_b, only_a);
  if (only_a->len == a->words->len && (a->words->len > 1 || b->words->len > 1))
    return FALSE;
  return has_long_word (a->words) && has_long_word (b->words) &&
         stand_for_each_other (only_a, only_b);
}

gboolean
aj_likeness_organisations (const AjLikeness *a, const AjLikeness *b)
{
  g_autoptr (GPtrArray) only_a = g_ptr_array_new ();
  g_autoptr (GPtrArray) only_b = g_ptr_array_new ();

  if (a->words->len == 0 || b->words->len == 0)
    return FALSE;
  if (strcmp (a->key, b->key) == 0)
    return TRUE;
  if (a->telling->len == 0 || b->telling->len == 0)
    return FALSE;
  subtract (a->telling, b->telling, only_a, only_b);
  if (only_a->len == 0 && only_b->len == 0)
    return TRUE;
  return only_a->len == 1 && only_b->len == 1 && is_slip (only_a->pdata[0], only_b->pdata[0]);
}
