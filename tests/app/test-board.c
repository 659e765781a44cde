/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards in columns: gone through and moved by key, marked wherever they go, and thousands of them. */
#include "aj-app-fixture.h"
#include "aj-board-column.h"
#include "aj-board.h"

typedef struct
{
  AppFixture base;
  AjBoard *board;
  char *moved; /* (owned) (nullable): what was asked for: "b > 2" */
} Fixture;

static void
moved_cb (AjBoard *board, AjBoardCard *card, guint column, Fixture *self)
{
  g_free (self->moved);
  self->moved = g_strdup_printf ("%s > %u", aj_board_card_get (card)->id, column);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const AjMapClass classes[] = {
    { "Idea", AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_DOTS, FALSE },
    { "Agreed", AJ_MAP_TONE_WAIT, AJ_MAP_MARK_RING, FALSE },
    { "Running", AJ_MAP_TONE_ACCENT, AJ_MAP_MARK_TRIANGLE, FALSE },
    { "Done", AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE },
  };

  app_fixture_set_up (&self->base, data);
  self->board = aj_board_new (classes, G_N_ELEMENTS (classes));
  aj_board_set_name (self->board, "Board");
  aj_board_set_movable (self->board, TRUE);
  g_signal_connect (self->board, "moved", G_CALLBACK (moved_cb), self);
  app_fixture_show (&self->base, GTK_WIDGET (self->board));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->moved);
  app_fixture_tear_down (&self->base, data);
}

/* "a 0, b 0, c 2": ids and their columns. */
static void
show (Fixture *self, const char *text)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 3);
      const AjBoardFacts facts = {
        .id = words[0],
        .column = (guint) g_ascii_strtoull (words[1], NULL, 10),
        .title = words[0],
        .note = words[2],
      };

      g_ptr_array_add (cards, aj_board_card_new (&facts));
    }
  aj_board_set_cards (self->board, cards);
  app_settle ();
}

/* (nullable): where the cursor is. */
static AjBoardCard *
get_focused (Fixture *self)
{
  g_autoptr (GPtrArray) columns = app_find_all (GTK_WIDGET (self->board), AJ_TYPE_BOARD_COLUMN);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->base.window));

  for (guint i = 0; focus != NULL && i < columns->len; i++)
    if (gtk_widget_is_ancestor (focus, columns->pdata[i]))
      return aj_board_column_get_marked (columns->pdata[i]);
  return NULL;
}

static void
assert_focused (Fixture *self, const char *id)
{
  AjBoardCard *card;

  app_settle ();
  card = get_focused (self);
  g_assert_nonnull (card);
  g_assert_cmpstr (aj_board_card_get (card)->id, ==, id);
}

static void
press (Fixture *self, guint key, GdkModifierType state)
{
  app_press (gtk_root_get_focus (GTK_ROOT (self->base.window)), key, state);
}

static guint
count_marked (Fixture *self)
{
  g_autoptr (GPtrArray) columns = app_find_all (GTK_WIDGET (self->board), AJ_TYPE_BOARD_COLUMN);
  guint count = 0;

  for (guint i = 0; i < columns->len; i++)
    count += aj_board_column_get_marked (columns->pdata[i]) != NULL;
  return count;
}

/* The arrows go over a column without cards, and stay at about the same height. */
static void
test_arrows (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = app_find_all (GTK_WIDGET (self->board), AJ_TYPE_BOARD_COLUMN);

  show (self, "a 0, b 0, c 0, d 2, e 2");
  app_assert_named (GTK_WIDGET (self->board));
  aj_board_column_focus (columns->pdata[0], 2);
  assert_focused (self, "c");
  press (self, GDK_KEY_Right, 0);
  assert_focused (self, "e");
  g_assert_cmpuint (count_marked (self), ==, 1);
  press (self, GDK_KEY_Right, 0);
  assert_focused (self, "e");
  press (self, GDK_KEY_Left, 0);
  assert_focused (self, "b");
}

/* Moved by key, the cursor comes along once it is there, and not before. */
static void
test_move (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = app_find_all (GTK_WIDGET (self->board), AJ_TYPE_BOARD_COLUMN);

  show (self, "a 0, b 0, c 1");
  aj_board_column_focus (columns->pdata[0], 1);
  assert_focused (self, "b");
  press (self, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpstr (self->moved, ==, "b > 1");
  show (self, "a 0 news, b 0, c 1");
  assert_focused (self, "b");
  show (self, "a 0 news, c 1, b 1");
  assert_focused (self, "b");
  g_assert_cmpuint (count_marked (self), ==, 1);
  press (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpstr (self->moved, ==, "b > 0");
  /* There is nothing before the first column. */
  g_clear_pointer (&self->moved, g_free);
  aj_board_column_focus (columns->pdata[0], 0);
  press (self, GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_null (self->moved);
}

/* Who went elsewhere meanwhile, or was refused, is not called back by a card that comes later. */
static void
test_does_not_steal (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = app_find_all (GTK_WIDGET (self->board), AJ_TYPE_BOARD_COLUMN);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new ();

  g_object_ref (self->board);
  app_fixture_show (&self->base, box);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->board));
  g_object_unref (self->board);
  gtk_widget_set_vexpand (GTK_WIDGET (self->board), TRUE);
  show (self, "a 0, b 1");
  aj_board_column_focus (columns->pdata[0], 0);
  assert_focused (self, "a");
  press (self, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpstr (self->moved, ==, "a > 1");
  gtk_widget_grab_focus (entry);
  show (self, "b 1, a 1");
  g_assert_null (get_focused (self));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->base.window)), entry));
}

/* Going back by Tab puts the cursor on a card without marking it: that card is meant. */
static void
test_after_tab (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = app_find_all (GTK_WIDGET (self->board), AJ_TYPE_BOARD_COLUMN);

  show (self, "a 0, b 1");
  aj_board_column_focus (columns->pdata[0], 0);
  assert_focused (self, "a");
  aj_board_column_focus (columns->pdata[1], 0);
  assert_focused (self, "b");
  aj_board_mark (self->board, NULL);
  press (self, GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_cmpstr (self->moved, ==, "b > 0");
}

/* A card is dropped on another column, and not on its own. */
static void
test_drop (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = app_find_all (GTK_WIDGET (self->board), AJ_TYPE_BOARD_COLUMN);
  const AjBoardFacts facts = { .id = "a", .column = 0, .title = "a" };
  g_autoptr (AjBoardCard) card = aj_board_card_new (&facts);

  show (self, "a 0");
  g_assert_false (app_drop_object (columns->pdata[0], card));
  g_assert_null (self->moved);
  g_assert_true (app_drop_object (columns->pdata[2], card));
  g_assert_cmpstr (self->moved, ==, "a > 2");
  aj_board_set_movable (self->board, FALSE);
  g_assert_false (app_drop_object (columns->pdata[2], card));
}

/* What can only be read is not moved. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = app_find_all (GTK_WIDGET (self->board), AJ_TYPE_BOARD_COLUMN);

  aj_board_set_movable (self->board, FALSE);
  show (self, "a 0, b 1");
  aj_board_column_focus (columns->pdata[0], 0);
  press (self, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_null (self->moved);
}

/* The mark stays with a card that says something else, or that somebody else moved; and goes with one that is gone. */
static void
test_mark (Fixture *self, gconstpointer data)
{
  show (self, "a 0, b 0, c 1");
  g_assert_true (aj_board_mark (self->board, "b"));
  g_assert_false (aj_board_mark (self->board, "nobody"));
  g_assert_cmpuint (count_marked (self), ==, 0);
  g_assert_true (aj_board_mark (self->board, "b"));
  show (self, "a 0, b 0 late, c 1");
  g_assert_cmpuint (count_marked (self), ==, 1);
  show (self, "a 0, c 1, b 3 late");
  g_assert_cmpuint (count_marked (self), ==, 1);
  show (self, "a 0, c 1");
  g_assert_cmpuint (count_marked (self), ==, 0);
}

/* Whatever order they come in, and whatever they say, a card is found by its id, and one that is gone is not. */
static void
test_find (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = { "a", "b", "c", "d" };

  show (self, "a 0, b 0, c 0, d 1");
  show (self, "c 0, a 0 late, b 0, d 0");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (aj_board_mark (self->board, ids[i]));
      g_assert_cmpuint (count_marked (self), ==, 1);
    }
  show (self, "b 0, c 1");
  g_assert_false (aj_board_mark (self->board, "a"));
  g_assert_false (aj_board_mark (self->board, "d"));
  g_assert_true (aj_board_mark (self->board, "c"));
}

/* Of thousands only some become widgets. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) widgets = NULL;
  g_autoptr (GPtrArray) columns = app_find_all (GTK_WIDGET (self->board), AJ_TYPE_BOARD_COLUMN);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%scard%u %u", i > 0 ? ", " : "", i, i % 4);
  show (self, text->str);
  widgets = app_find_all (GTK_WIDGET (self->board), GTK_TYPE_LABEL);
  g_assert_cmpuint (widgets->len, <, 4 * 3 * 250);
  g_assert_cmpuint (aj_board_column_get_n_cards (columns->pdata[3]), ==, 1250);
  aj_board_column_focus (columns->pdata[3], 1249);
  assert_focused (self, "card4999");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/board/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("arrows", test_arrows);
  ADD ("move", test_move);
  ADD ("does-not-steal", test_does_not_steal);
  ADD ("after-tab", test_after_tab);
  ADD ("drop", test_drop);
  ADD ("read-only", test_read_only);
  ADD ("mark", test_mark);
  ADD ("find", test_find);
  ADD ("many", test_many);
  return g_test_run ();
}
