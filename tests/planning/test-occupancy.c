/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who was in which seat over a year, and how long nobody was. */
#include "aj-occupancy.h"

/* One letter a meeting: P(resent), E(xcused), A(bsent), V(acant), ?: unknown, -: nothing was kept, a point: not invited. */
static const char letters[] = {
  [AJ_OCCUPANCY_NOT_INVITED] = '.', [AJ_OCCUPANCY_NOT_KEPT] = '-', [AJ_OCCUPANCY_UNKNOWN] = '?',
  [AJ_OCCUPANCY_PRESENT] = 'P',     [AJ_OCCUPANCY_EXCUSED] = 'E',  [AJ_OCCUPANCY_ABSENT] = 'A',
  [AJ_OCCUPANCY_VACANT] = 'V',
};

#define N_MOST 12

static guint
parse (const char *text, AjOccupancyCell *cells)
{
  guint n = 0;

  for (; text[n] != '\0'; n++)
    {
      cells[n] = AJ_OCCUPANCY_NOT_INVITED;
      while (letters[cells[n]] != text[n])
        cells[n]++;
    }
  return n;
}

static void
test_streak (void)
{
  static const struct
  {
    const char *row;
    guint streak;
  } cases[] = {
    { "", 0 },      { "P", 0 },    { "A", 1 },    { "PAEV", 3 },    { "AAAP", 0 },  { "AAA", 3 },
    { "A-A-A", 3 }, { "AA?A", 1 }, { "AA.A", 1 }, { "---", 0 },     { "AAA--", 3 }, { "VVVVVV", 6 },
    { "EEE", 3 },   { "PPP?", 0 }, { "AAA.", 0 }, { "A-P-A-A", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjOccupancyCell row[N_MOST];
      guint n = parse (cases[i].row, row);

      g_assert_cmpuint (aj_occupancy_get_streak (row, n), ==, cases[i].streak);
    }
}

static void
test_counts (void)
{
  AjOccupancyCell row[N_MOST];
  guint n = parse ("APPEAV?-.P", row);
  AjOccupancyCounts counts = { 0 };

  aj_occupancy_count (row, n, 1, &counts);
  g_assert_cmpuint (counts.invited, ==, 8);
  g_assert_cmpuint (counts.present, ==, 3);
  g_assert_cmpuint (counts.excused, ==, 1);
  g_assert_cmpuint (counts.absent, ==, 1);
  g_assert_cmpuint (counts.vacant, ==, 1);
  /* Of a district: of all its rows together. */
  aj_occupancy_count (row, n, 0, &counts);
  g_assert_cmpuint (counts.invited, ==, 17);
}

/* @notes: each a row, a meeting and a letter: "0P1". */
static void
assert_filled (const char *notes, guint n_rows, guint n_meetings, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (notes, " ", -1);
  g_autoptr (GArray) parsed = g_array_new (FALSE, FALSE, sizeof (AjOccupancyNote));
  g_autoptr (GString) text = g_string_new (NULL);
  AjOccupancyCell cells[N_MOST];

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      const char letter[] = { words[i][2], '\0' };
      AjOccupancyNote note = { (guint) (words[i][0] - '0'), (guint) (words[i][1] - '0'), 0 };

      parse (letter, &note.what);
      g_array_append_val (parsed, note);
    }
  aj_occupancy_fill ((const AjOccupancyNote *) (gpointer) parsed->data, parsed->len, n_rows,
                     n_meetings, cells);
  for (guint i = 0; i < n_rows * n_meetings; i++)
    g_string_append_c (text, letters[cells[i]]);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_fill (void)
{
  assert_filled ("", 0, 3, "");
  assert_filled ("", 2, 0, "");
  assert_filled ("", 1, 3, "...");
  assert_filled ("00P 01- 10A 11?", 2, 2, "P-A-");
  assert_filled ("00P 10-", 2, 1, "P?");
  /* A seat that nobody takes is known without anybody noting it, and does not make that it was kept. */
  assert_filled ("00V 10?", 2, 1, "V-");
  /* Of two of one organisation. */
  assert_filled ("00A 00P", 1, 1, "P");
  assert_filled ("00P 00A", 1, 1, "P");
  assert_filled ("00A 00E", 1, 1, "E");
  assert_filled ("00A 00?", 1, 1, "?");
  assert_filled ("00V 00A", 1, 1, "A");
  assert_filled ("00V 00P", 1, 1, "P");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/occupancy/streak", test_streak);
  g_test_add_func ("/planning/occupancy/counts", test_counts);
  g_test_add_func ("/planning/occupancy/fill", test_fill);
  return g_test_run ();
}
