/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that are put in another order with the pointer: a row takes those of its own list alone. */
#include "aj-app-fixture.h"
#include "aj-row-drag.h"

static GtkWidget *taken;

static void
dropped_cb (GtkWidget *row, GtkWidget *other)
{
  taken = other;
}

static GtkWidget *
add_row (GtkWidget *list)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  aj_row_drag_add (row, dropped_cb);
  return row;
}

static void
test_own_list (AppFixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new (), *elsewhere = gtk_list_box_new ();
  GtkWidget *first = add_row (list), *second = add_row (list), *stranger = add_row (elsewhere);

  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), elsewhere);
  app_fixture_show (self, box);
  g_assert_true (app_drop_object (first, second));
  g_assert_true (taken == second);
  taken = NULL;
  g_assert_false (app_drop_object (first, first));
  g_assert_null (taken);
  g_assert_false (app_drop_object (first, stranger));
  g_assert_null (taken);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/app/row-drag/own-list", AppFixture, NULL, app_fixture_set_up, test_own_list,
              app_fixture_tear_down);
  return g_test_run ();
}
