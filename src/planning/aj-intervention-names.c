/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-intervention-names.h"

#include <string.h>

#include "aj-text.h"

/* More words than any name has. */
#define MAX_WORDS 24

/* What stands between two words, the closest first. */
typedef enum
{
  BREAK_TIGHT, /* "Echt-Nep" */
  BREAK_SPACE,
  BREAK_SIGN, /* ends what went before, as a comma does */
} Break;

typedef struct
{
  char *text;   /* (owned): folded */
  Break before; /* what stands before it */
} Word;

/* A name, or a part of a text that may be one: its words as one, and where they meet in it. */
typedef struct
{
  GString *key;  /* (owned) */
  GArray *seams; /* (owned) (element-type Seam) */
} Run;

typedef struct
{
  gsize at;
  Break kind;
} Seam;

typedef struct
{
  char *id; /* (owned) */
  Run run;
  gboolean is_plain; /* an ordinary word, for all one can see */
} Name;

struct _AjInterventionNames
{
  GHashTable *by_key; /* (owned) (element-type utf8 Name) */
  gsize longest;      /* in bytes, of the keys */
};

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->text);
}

static void
run_init (Run *self)
{
  self->key = g_string_new (NULL);
  self->seams = g_array_new (FALSE, FALSE, sizeof (Seam));
}

static void
run_clear (Run *self)
{
  g_string_free (self->key, TRUE);
  g_array_unref (self->seams);
}

static void
run_append (Run *self, const Word *word)
{
  Seam seam = { self->key->len, word->before };

  if (self->key->len > 0)
    g_array_append_val (self->seams, seam);
  g_string_append (self->key, word->text);
}

static void
name_free (gpointer data)
{
  Name *name = data;

  run_clear (&name->run);
  g_free (name->id);
  g_free (name);
}

AjInterventionNames *
aj_intervention_names_new (void)
{
  AjInterventionNames *self = g_new0 (AjInterventionNames, 1);

  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, name_free);
  return self;
}

void
aj_intervention_names_free (AjInterventionNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_free (self);
}

/* A point belongs to "2.0", an apostrophe to "'t". */
static Break
measure (gunichar sign, gunichar next)
{
  if (g_unichar_isspace (sign) && sign != '\n')
    return BREAK_SPACE;
  if (sign == '-' || sign == '_' || sign == '\'' || sign == 0x2019 || sign == 0x2010 ||
      sign == 0x2011)
    return BREAK_TIGHT;
  if (sign == '.' && g_unichar_isdigit (next))
    return BREAK_TIGHT;
  return BREAK_SIGN;
}

/* (element-type Word) */
static GArray *
split (const char *text)
{
  g_autofree char *folded = aj_text_fold (text);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  Break before = BREAK_SIGN;
  const char *p = folded;

  g_array_set_clear_func (words, word_clear);
  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        {
          Word word = { g_strndup (start, (gsize) (p - start)), before };

          g_array_append_val (words, word);
          before = BREAK_TIGHT;
        }
      if (*p != '\0')
        {
          const char *next = g_utf8_next_char (p);

          before = MAX (before, measure (g_utf8_get_char (p), g_utf8_get_char (next)));
          p = next;
        }
    }
  return words;
}

/* One word without a capital, a digit or a sign within it. */
static gboolean
is_plain (const char *name, const Run *run)
{
  if (run->seams->len > 0)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)) ||
        (p > name && g_unichar_isupper (g_utf8_get_char (p)) &&
         !g_unichar_isupper (g_utf8_get_char (g_utf8_prev_char (p)))))
      return FALSE;
  return TRUE;
}

void
aj_intervention_names_add (AjInterventionNames *self, const char *id, const char *name)
{
  g_autoptr (GArray) words = split (name);
  Name *entry = g_new0 (Name, 1);

  run_init (&entry->run);
  for (guint i = 0; i < words->len; i++)
    run_append (&entry->run, &g_array_index (words, Word, i));
  if (entry->run.key->len == 0 || g_hash_table_contains (self->by_key, entry->run.key->str))
    {
      name_free (entry);
      return;
    }
  entry->id = g_strdup (id);
  entry->is_plain = is_plain (name, &entry->run);
  self->longest = MAX (self->longest, entry->run.key->len);
  g_hash_table_insert (self->by_key, entry->run.key->str, entry);
}

/* (nullable): where its words meet there. */
static const Seam *
find_seam (const Run *run, gsize at)
{
  for (guint i = 0; i < run->seams->len; i++)
    if (g_array_index (run->seams, Seam, i).at == at)
      return &g_array_index (run->seams, Seam, i);
  return NULL;
}

/* Whether @written is written as @name is: FALSE when a sign stands within it that the name has not. @is_loose receives
 * whether it is written apart where the name is not. */
static gboolean
is_written_as (const Run *name, const Run *written, gboolean *is_loose)
{
  *is_loose = FALSE;
  for (guint i = 0; i < written->seams->len; i++)
    {
      const Seam *seam = &g_array_index (written->seams, Seam, i);
      const Seam *own = find_seam (name, seam->at);

      if (seam->kind == BREAK_SIGN && (own == NULL || own->kind != BREAK_SIGN))
        return FALSE;
      if (seam->kind == BREAK_SPACE && (own == NULL || own->kind == BREAK_TIGHT))
        *is_loose = TRUE;
    }
  return TRUE;
}

static gboolean
joins_names (const Word *word)
{
  return g_str_equal (word->text, "en") || g_str_equal (word->text, "and");
}

/* What stands before the word at @at, or behind the last; a word that joins names is as good as a sign. */
static Break
look_before (GArray *words, guint at)
{
  const Word *word = &g_array_index (words, Word, at);

  if (word->before == BREAK_SPACE && at > 0 && joins_names (word - 1))
    return BREAK_SIGN;
  return word->before;
}

static Break
look_behind (GArray *words, guint at)
{
  const Word *word;

  if (at == words->len)
    return BREAK_SIGN;
  word = &g_array_index (words, Word, at);
  return word->before == BREAK_SPACE && joins_names (word) ? BREAK_SIGN : word->before;
}

/* Whether the words from @first up to @end may be the name that they read as. */
static gboolean
is_name (const Name *name, const Run *written, GArray *words, guint first, guint end)
{
  Break before = look_before (words, first);
  Break behind = look_behind (words, end);
  gboolean stands_alone = before == BREAK_SIGN && behind == BREAK_SIGN;
  gboolean is_loose;

  if (before == BREAK_TIGHT || behind == BREAK_TIGHT ||
      !is_written_as (&name->run, written, &is_loose))
    return FALSE;
  return stands_alone || !(is_loose || name->is_plain);
}

/* (nullable): the longest name that begins with the word at @first; @end receives the place behind it. */
static const Name *
find_at (AjInterventionNames *self, GArray *words, guint first, guint *end)
{
  const Name *found = NULL;
  Run run;

  run_init (&run);
  for (guint i = first; i < MIN (first + MAX_WORDS, words->len); i++)
    {
      const Name *name;

      run_append (&run, &g_array_index (words, Word, i));
      if (run.key->len > self->longest)
        break;
      name = g_hash_table_lookup (self->by_key, run.key->str);
      if (name == NULL || !is_name (name, &run, words, first, i + 1))
        continue;
      found = name;
      *end = i + 1;
    }
  run_clear (&run);
  return found;
}

GPtrArray *
aj_intervention_names_find (AjInterventionNames *self, const char *text)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_autoptr (GArray) words = split (text != NULL ? text : "");

  for (guint i = 0; i < words->len;)
    {
      guint end = i + 1;
      const Name *name = find_at (self, words, i, &end);

      if (name != NULL && !g_ptr_array_find (ids, name->id, NULL))
        g_ptr_array_add (ids, name->id);
      i = end;
    }
  return ids;
}
