/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-ids.h"

#include <string.h>

#define UUID_BYTES  16
#define UUID_LENGTH 36

/* Beyond this, finding the least that differs takes longer than showing a little more anew. */
#define MAX_WINDOW 256

struct _AjIds
{
  GByteArray *packed; /* (owned) (nullable): UUID_BYTES each */
  GPtrArray *texts;   /* (owned) (nullable): instead of the above */
};

AjIds *
aj_ids_new (void)
{
  AjIds *self = g_new0 (AjIds, 1);

  self->packed = g_byte_array_new ();
  return self;
}

void
aj_ids_free (AjIds *self)
{
  g_clear_pointer (&self->packed, g_byte_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self);
}

guint
aj_ids_get_length (const AjIds *self)
{
  return self->texts != NULL ? self->texts->len : self->packed->len / UUID_BYTES;
}

static gboolean
is_dash (guint place)
{
  return place == 8 || place == 13 || place == 18 || place == 23;
}

static int
hex_digit (char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  /* Capitals would come back as small letters, and that is another id. */
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static gboolean
pack (const char *id, guint8 *bytes)
{
  guint n = 0;

  for (guint i = 0; i < UUID_LENGTH; i++)
    {
      int digit = hex_digit (id[i]);

      /* The end of a shorter text is neither. */
      if (is_dash (i) ? id[i] != '-' : digit < 0)
        return FALSE;
      if (is_dash (i))
        continue;
      if (n % 2 == 0)
        bytes[n / 2] = (guint8) (digit << 4);
      else
        bytes[n / 2] |= (guint8) digit;
      n++;
    }
  return id[UUID_LENGTH] == '\0';
}

static char *
unpack (const guint8 *bytes)
{
  static const char digits[] = "0123456789abcdef";
  char *id = g_malloc (UUID_LENGTH + 1);
  guint n = 0;

  for (guint i = 0; i < UUID_LENGTH; i++)
    {
      if (is_dash (i))
        {
          id[i] = '-';
          continue;
        }
      id[i] = digits[n % 2 == 0 ? bytes[n / 2] >> 4 : bytes[n / 2] & 0xF];
      n++;
    }
  id[UUID_LENGTH] = '\0';
  return id;
}

static const guint8 *
peek_packed (const AjIds *self, guint index)
{
  return self->packed->data + (gsize) index * UUID_BYTES;
}

static void
use_texts (AjIds *self)
{
  guint length = aj_ids_get_length (self);

  if (self->texts != NULL)
    return;
  self->texts = g_ptr_array_new_full (length + 1, g_free);
  for (guint i = 0; i < length; i++)
    g_ptr_array_add (self->texts, unpack (peek_packed (self, i)));
  g_clear_pointer (&self->packed, g_byte_array_unref);
}

void
aj_ids_append (AjIds *self, const char *id)
{
  guint8 bytes[UUID_BYTES];

  if (self->texts == NULL && pack (id, bytes))
    {
      g_byte_array_append (self->packed, bytes, sizeof bytes);
      return;
    }
  use_texts (self);
  g_ptr_array_add (self->texts, g_strdup (id));
}

char *
aj_ids_dup (const AjIds *self, guint index)
{
  g_return_val_if_fail (index < aj_ids_get_length (self), NULL);

  return self->texts != NULL ? g_strdup (g_ptr_array_index (self->texts, index))
                             : unpack (peek_packed (self, index));
}

guint
aj_ids_find (const AjIds *self, const char *id)
{
  guint length = aj_ids_get_length (self);
  guint8 bytes[UUID_BYTES];

  if (self->texts == NULL && !pack (id, bytes))
    return G_MAXUINT;
  for (guint i = 0; i < length; i++)
    if (self->texts != NULL ? strcmp (g_ptr_array_index (self->texts, i), id) == 0
                            : memcmp (peek_packed (self, i), bytes, sizeof bytes) == 0)
      return i;
  return G_MAXUINT;
}

static void
splice_texts (
    AjIds *self, guint position, guint n_removed, const AjIds *other, guint from, guint n_added)
{
  GPtrArray *spliced = g_ptr_array_new_full (self->texts->len - n_removed + n_added, g_free);
  guint after = position + n_removed;

  for (guint i = 0; i < self->texts->len; i++)
    {
      if (i == position)
        for (guint j = 0; j < n_added; j++)
          g_ptr_array_add (spliced, aj_ids_dup (other, from + j));
      if (i < position || i >= after)
        g_ptr_array_add (spliced, g_steal_pointer (&g_ptr_array_index (self->texts, i)));
    }
  if (position >= self->texts->len)
    for (guint j = 0; j < n_added; j++)
      g_ptr_array_add (spliced, aj_ids_dup (other, from + j));
  g_ptr_array_unref (self->texts);
  self->texts = spliced;
}

static void
splice_packed (
    AjIds *self, guint position, guint n_removed, const AjIds *other, guint from, guint n_added)
{
  guint length = aj_ids_get_length (self);
  gsize tail = (gsize) (length - position - n_removed) * UUID_BYTES;
  guint new_length = length - n_removed + n_added;
  guint8 *data;

  if (new_length > length)
    g_byte_array_set_size (self->packed, new_length * UUID_BYTES);
  data = self->packed->data;
  if (tail > 0)
    memmove (data + (gsize) (position + n_added) * UUID_BYTES,
             data + (gsize) (position + n_removed) * UUID_BYTES, tail);
  if (n_added > 0)
    memcpy (data + (gsize) position * UUID_BYTES, peek_packed (other, from),
            (gsize) n_added * UUID_BYTES);
  g_byte_array_set_size (self->packed, new_length * UUID_BYTES);
}

static void
use_same_form (AjIds *a, AjIds *b)
{
  if ((a->texts != NULL) == (b->texts != NULL))
    return;
  use_texts (a);
  use_texts (b);
}

void
aj_ids_splice (
    AjIds *self, guint position, guint n_removed, const AjIds *other, guint from, guint n_added)
{
  g_return_if_fail ((self->texts != NULL) == (other->texts != NULL));
  g_return_if_fail (position + n_removed <= aj_ids_get_length (self));
  g_return_if_fail (from + n_added <= aj_ids_get_length (other));

  if (self->texts != NULL)
    splice_texts (self, position, n_removed, other, from, n_added);
  else
    splice_packed (self, position, n_removed, other, from, n_added);
}

/* Both are in the same form. */
static gboolean
same (const AjIds *a, guint i, const AjIds *b, guint j)
{
  if (a->texts != NULL)
    return strcmp (g_ptr_array_index (a->texts, i), g_ptr_array_index (b->texts, j)) == 0;
  return memcmp (peek_packed (a, i), peek_packed (b, j), UUID_BYTES) == 0;
}

/* The stretch of each in which they differ. */
typedef struct
{
  const AjIds *old;
  const AjIds *fresh;
  guint head; /* equal at the beginning of both */
  guint n_old;
  guint n_fresh;
} AjWindow;

static gboolean
window_same (const AjWindow *window, guint i, guint j)
{
  return same (window->old, window->head + i, window->fresh, window->head + j);
}

static AjWindow
find_window (const AjIds *old, const AjIds *fresh)
{
  AjWindow window = { .old = old, .fresh = fresh };
  guint n_old = aj_ids_get_length (old);
  guint n_fresh = aj_ids_get_length (fresh);
  guint least = MIN (n_old, n_fresh);
  guint tail = 0;

  while (window.head < least && same (old, window.head, fresh, window.head))
    window.head++;
  while (tail < least - window.head && same (old, n_old - 1 - tail, fresh, n_fresh - 1 - tail))
    tail++;
  window.n_old = n_old - window.head - tail;
  window.n_fresh = n_fresh - window.head - tail;
  return window;
}

/* lengths[i * (n_fresh + 1) + j]: the longest common row of the old from i on and the fresh from j on. */
static guint16 *
measure_common (const AjWindow *window)
{
  gsize width = window->n_fresh + 1;
  guint16 *lengths = g_new0 (guint16, (window->n_old + 1) * width);

  for (guint i = window->n_old; i > 0; i--)
    for (guint j = window->n_fresh; j > 0; j--)
      {
        guint16 *here = &lengths[(i - 1) * width + (j - 1)];

        if (window_same (window, i - 1, j - 1))
          *here = (guint16) (here[width + 1] + 1);
        else
          *here = MAX (here[width], here[1]);
      }
  return lengths;
}

static void
append_difference (
    GArray *hunks, const AjWindow *window, guint i, guint j, guint end_i, guint end_j)
{
  AjIdsHunk hunk = { window->head + i, end_i - i, window->head + j, end_j - j };

  if (hunk.n_removed > 0 || hunk.n_added > 0)
    g_array_append_val (hunks, hunk);
}

static void
find_hunks (const AjWindow *window, GArray *hunks)
{
  g_autofree guint16 *lengths = measure_common (window);
  gsize width = window->n_fresh + 1;
  guint start_i = 0, start_j = 0, i = 0, j = 0;

  while (i < window->n_old && j < window->n_fresh)
    {
      if (window_same (window, i, j))
        {
          append_difference (hunks, window, start_i, start_j, i, j);
          start_i = ++i;
          start_j = ++j;
        }
      else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
        i++;
      else
        j++;
    }
  append_difference (hunks, window, start_i, start_j, window->n_old, window->n_fresh);
}

static gboolean
moves_into (const AjWindow *window, const AjIdsHunk *from, const AjIdsHunk *to)
{
  for (guint i = 0; i < from->n_removed; i++)
    for (guint j = 0; j < to->n_added; j++)
      if (same (window->old, from->position + i, window->fresh, to->from + j))
        return TRUE;
  return FALSE;
}

/* All from the first to the last become the first. */
static void
join_hunks (GArray *hunks, guint first, guint last)
{
  AjIdsHunk *a = &g_array_index (hunks, AjIdsHunk, first);
  const AjIdsHunk *b = &g_array_index (hunks, AjIdsHunk, last);

  a->n_removed = b->position + b->n_removed - a->position;
  a->n_added = b->from + b->n_added - a->from;
  g_array_remove_range (hunks, first + 1, last - first);
}

/* A selection follows an item that goes and comes within one signal, but not one that is gone before it comes. */
static void
join_moves (const AjWindow *window, GArray *hunks)
{
  for (guint i = 0; i < hunks->len; i++)
    for (guint j = hunks->len - 1; j > i; j--)
      {
        const AjIdsHunk *a = &g_array_index (hunks, AjIdsHunk, i);
        const AjIdsHunk *b = &g_array_index (hunks, AjIdsHunk, j);

        if (!moves_into (window, a, b) && !moves_into (window, b, a))
          continue;
        join_hunks (hunks, i, j);
        /* It is wider now, and may reach what it did not. */
        j = hunks->len;
      }
}

GArray *
aj_ids_diff (AjIds *self, AjIds *fresh)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (AjIdsHunk));
  AjWindow window;

  use_same_form (self, fresh);
  window = find_window (self, fresh);
  if (window.n_old > MAX_WINDOW || window.n_fresh > MAX_WINDOW)
    {
      append_difference (hunks, &window, 0, 0, window.n_old, window.n_fresh);
      return hunks;
    }
  find_hunks (&window, hunks);
  join_moves (&window, hunks);
  return hunks;
}
