/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-partner-names.h"

#include <string.h>

#include "aj-text.h"

/* A name has no more such words in it. */
#define MAX_SPAN 6

/* What stands between two signs or words that may end a name. */
typedef struct
{
  const char *start; /* (borrowed) */
  const char *end;
  gboolean is_sure; /* what ends it ends a name */
} Piece;

/* How long the sign or word at @p is that may end a name; 0: there is none. */
static gsize
measure_end (const char *text, const char *p, gboolean *is_sure)
{
  static const char *const words[] = { "en", "and", "&", "+" };

  *is_sure = *p != '\0' && strchr (",;\n", *p) != NULL;
  if (*is_sure)
    return 1;
  if (p == text || !g_ascii_isspace (p[-1]))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (g_ascii_strncasecmp (p, words[i], length) == 0 && g_ascii_isspace (p[length]))
        return length;
    }
  return 0;
}

static void
add_piece (GArray *pieces, const char *start, const char *end, gboolean is_sure)
{
  Piece piece = { start, end, is_sure };

  while (piece.start < piece.end && g_ascii_isspace (*piece.start))
    piece.start++;
  while (piece.start < piece.end && g_ascii_isspace (piece.end[-1]))
    piece.end--;
  if (piece.start < piece.end)
    g_array_append_val (pieces, piece);
  else if (is_sure && pieces->len > 0)
    g_array_index (pieces, Piece, pieces->len - 1).is_sure = TRUE;
}

static GArray *
list_pieces (const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const char *start = text;

  for (const char *p = text; *p != '\0';)
    {
      gboolean is_sure;
      gsize length = measure_end (text, p, &is_sure);

      if (length > 0)
        {
          add_piece (pieces, start, p, is_sure);
          start = p + length;
        }
      p += MAX (length, 1);
    }
  add_piece (pieces, start, text + strlen (text), TRUE);
  return pieces;
}

/* (transfer full): from one piece up to and with another, with what stands between them. */
static char *
dup_span (GArray *pieces, guint first, guint last)
{
  const char *start = g_array_index (pieces, Piece, first).start;
  g_autofree char *span = g_strndup (start,
                                     (gsize) (g_array_index (pieces, Piece, last).end - start));

  return aj_text_clean_line (span);
}

/* The last piece of the longest name that is known and begins with @first; -1: there is none. */
static int
find_known (GArray *pieces, guint first, AjPartnerKnownFunc is_known, gpointer user_data)
{
  guint last = MIN (first + MAX_SPAN, pieces->len) - 1;

  for (int i = (int) last; i >= (int) first; i--)
    {
      g_autofree char *span = dup_span (pieces, first, (guint) i);
      g_autofree char *folded = aj_text_fold (span);

      if (is_known (folded, user_data))
        return i;
    }
  return -1;
}

GPtrArray *
aj_partner_names_split (const char *text, AjPartnerKnownFunc is_known, gpointer user_data)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) pieces = list_pieces (text != NULL ? text : "");

  for (guint i = 0; i < pieces->len;)
    {
      int last = find_known (pieces, i, is_known, user_data);

      if (last < 0)
        for (last = (int) i; !g_array_index (pieces, Piece, last).is_sure &&
                             find_known (pieces, (guint) last + 1, is_known, user_data) < 0;)
          last++;
      g_ptr_array_add (names, dup_span (pieces, i, (guint) last));
      i = (guint) last + 1;
    }
  return names;
}

GPtrArray *
aj_partner_names_list_sure (const char *text, gboolean *is_all)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) pieces = list_pieces (text != NULL ? text : "");
  gboolean is_after = TRUE;

  for (guint i = 0; i < pieces->len; i++)
    {
      if (is_after && g_array_index (pieces, Piece, i).is_sure)
        g_ptr_array_add (names, dup_span (pieces, i, i));
      is_after = g_array_index (pieces, Piece, i).is_sure;
    }
  if (is_all != NULL)
    *is_all = names->len == pieces->len;
  return names;
}
