/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When each item of an agenda is, whether it fits, and where it stands. */
#include "aj-agenda.h"

#include "aj-agenda-item.h"
#include "aj-meeting.h"

static AjValues *
make_meeting (const char *start, const char *end)
{
  AjValues *meeting = aj_values_new (&aj_meeting_record_type, "meeting");

  aj_values_set_text (meeting, "starts-at", start);
  aj_values_set_text (meeting, "ends-at", end);
  return meeting;
}

static void
add (GPtrArray *items, const char *name, gint64 position, gint64 minutes, const char *state)
{
  AjValues *item = aj_values_new (&aj_agenda_item_record_type, name);

  aj_values_set_text (item, "name", name);
  aj_values_set_integer (item, "position", position);
  aj_values_set_integer (item, "minutes", minutes);
  aj_values_set_text (item, "state", state);
  g_ptr_array_add (items, item);
}

static GPtrArray *
make_items (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  add (items, "opening", 10, 5, AJ_AGENDA_DONE);
  add (items, "phishing", 20, 45, AJ_AGENDA_OPEN);
  add (items, "later", 30, 60, AJ_AGENDA_CARRIED);
  add (items, "closing", AJ_AGENDA_END + 10, 10, AJ_AGENDA_OPEN);
  return items;
}

static void
assert_slot (GArray *slots, guint index, const char *start, const char *end)
{
  const AjAgendaSlot *slot = &g_array_index (slots, AjAgendaSlot, index);
  g_autofree char *from = aj_wall_time_to_string (&slot->start);
  g_autofree char *until = aj_wall_time_to_string (&slot->end);

  g_assert_cmpstr (from, ==, start);
  g_assert_cmpstr (until, ==, end);
}

/* What was carried over takes no time; a clock on the wall goes on over midnight, and through a change of the clocks. */
static void
test_time (void)
{
  g_autoptr (AjValues) meeting = make_meeting ("2026-03-28T23:30", "2026-03-29T00:30");
  g_autoptr (GPtrArray) items = make_items ();
  g_autoptr (GArray) slots = aj_agenda_time (meeting, items);

  g_assert_cmpuint (slots->len, ==, 4);
  assert_slot (slots, 0, "2026-03-28T23:30", "2026-03-28T23:35");
  assert_slot (slots, 1, "2026-03-28T23:35", "2026-03-29T00:20");
  assert_slot (slots, 2, "2026-03-29T00:20", "2026-03-29T00:20");
  assert_slot (slots, 3, "2026-03-29T00:20", "2026-03-29T00:30");
  g_assert_cmpint (aj_agenda_count_minutes (items), ==, 60);
  g_assert_cmpint (aj_agenda_count_excess (meeting, items), ==, 0);
}

static void
test_fit (void)
{
  g_autoptr (AjValues) meeting = make_meeting ("2026-03-12T10:00", "2026-03-12T10:50");
  g_autoptr (GPtrArray) items = make_items ();
  g_autoptr (AjValues) without = aj_values_new (&aj_meeting_record_type, "without");
  g_autoptr (GArray) none = aj_agenda_time (without, items);

  g_assert_cmpint (aj_agenda_count_excess (meeting, items), ==, 10);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (aj_agenda_count_excess (without, items), ==, 0);
}

static void
test_next (void)
{
  g_autoptr (GPtrArray) items = make_items ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_assert_cmpint (aj_agenda_get_next_position (items, FALSE), ==, 40);
  g_assert_cmpint (aj_agenda_get_next_position (items, TRUE), ==, AJ_AGENDA_END + 20);
  g_assert_cmpint (aj_agenda_get_next_position (none, FALSE), ==, 10);
}

/* The names in the order that the places give. */
static char *
order (GPtrArray *items, GArray *places)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 last = -1;

  for (guint n = 0; n < items->len; n++)
    {
      guint next = G_MAXUINT;

      for (guint i = 0; i < items->len; i++)
        if (g_array_index (places, gint64, i) > last &&
            (next == G_MAXUINT ||
             g_array_index (places, gint64, i) < g_array_index (places, gint64, next)))
          next = i;
      g_assert_cmpuint (next, !=, G_MAXUINT);
      last = g_array_index (places, gint64, next);
      g_string_append_printf (text, "%s%s", n > 0 ? " " : "",
                              aj_values_get_text (items->pdata[next], "name"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Every move of every item, also among items that have no place or the same: all places differ afterwards, and the others
 * stand as they stood. */
static void
test_move (void)
{
  static const gint64 positions[][5] = {
    { 10, 20, 30, 40, AJ_AGENDA_END + 10 }, { 0, 0, 0, 0, 0 }, { 5, 5, 7, 7, 8 }, { 0, 1, 2, 3, 4 }
  };
  static const char *const names[] = { "a", "b", "c", "d", "e" };

  for (guint set = 0; set < G_N_ELEMENTS (positions); set++)
    for (guint from = 0; from < 5; from++)
      for (guint to = 0; to < 5; to++)
        {
          g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (
              (GDestroyNotify) aj_values_unref);
          g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
          g_autoptr (GArray) places = NULL;
          g_autofree char *result = NULL;
          g_autofree char *expected = NULL;

          for (guint i = 0; i < 5; i++)
            {
              add (items, names[i], positions[set][i], 5, AJ_AGENDA_OPEN);
              if (i != from)
                g_ptr_array_add (wanted, (gpointer) names[i]);
            }
          g_ptr_array_insert (wanted, (int) to, (gpointer) names[from]);
          g_ptr_array_add (wanted, NULL);
          places = aj_agenda_move (items, from, to);
          result = order (items, places);
          expected = g_strjoinv (" ", (char **) wanted->pdata);
          g_assert_cmpstr (result, ==, expected);
        }
}

static void
test_line (void)
{
  static const struct
  {
    const char *line;
    const char *text;
    int minutes;
  } cases[] = {
    { "Phishing 45m", "Phishing", 45 },
    { " Phishing  45 min ", "Phishing", 45 },
    { "Phishing 45'", "Phishing", 45 },
    { "Pauze 15 minuten", "Pauze", 15 },
    { "Windows 11", "Windows 11", -1 },
    { "Phishing 45 mensen", "Phishing 45 mensen", -1 },
    { "45m", "45m", -1 },
    { "Phishing m", "Phishing m", -1 },
    { "Phishing 99999m", "Phishing 99999m", -1 },
    { "  ", "", -1 },
    { "Phishing", "Phishing", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minutes = 0;
      g_autofree char *text = aj_agenda_parse_line (cases[i].line, &minutes);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (minutes, ==, cases[i].minutes);
    }
}

/* Whoever writes what it is has said of what kind it is. */
static void
test_kind (void)
{
  static const struct
  {
    const char *name;
    const char *kind;
  } cases[] = {
    { "Gastspreker Sanne de Wit: AI en fraude", AJ_AGENDA_GUEST_SPEAKER },
    { "GASTSPREKER: AI", AJ_AGENDA_GUEST_SPEAKER },
    { "Guest speaker Anna", AJ_AGENDA_GUEST_SPEAKER },
    { "Besluit: begroting", AJ_AGENDA_DECISION },
    { "Ter besluitvorming: jaarplan", AJ_AGENDA_DECISION },
    { "Ter informatie: cijfers", AJ_AGENDA_INFORMATION },
    { "Besluitenlijst van de vorige keer", NULL },
    { "Besluit nemen over de bakfiets", NULL },
    { "Gastsprekersbeleid", NULL },
    { "Gastspreker", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (aj_agenda_guess_kind (cases[i].name), ==, cases[i].kind);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/agenda/time", test_time);
  g_test_add_func ("/planning/agenda/fit", test_fit);
  g_test_add_func ("/planning/agenda/line", test_line);
  g_test_add_func ("/planning/agenda/kind", test_kind);
  g_test_add_func ("/planning/agenda/next", test_next);
  g_test_add_func ("/planning/agenda/move", test_move);
  return g_test_run ();
}
