/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tabs keep their words and go on to a further line; one of them is always pressed. */
#include "aj-app-fixture.h"
#include "aj-tab-row.h"

static const char *const labels[] = { "Meeting", "Preparation 4/6", "Agenda", "Who Comes 18/25",
                                      "Minutes" };

typedef struct
{
  AjTabRow *row; /* (owned) */
  GtkWidget *tabs[G_N_ELEMENTS (labels)];
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->row = g_object_ref_sink (g_object_new (AJ_TYPE_TAB_ROW, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    self->tabs[i] = aj_tab_row_append (self->row, labels[i]);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->row);
}

/* Gives the row @width and as much height as it then asks for. */
static void
allocate (Fixture *self, int width)
{
  GtkAllocation at = { 0, 0, width, 0 };

  gtk_widget_measure (GTK_WIDGET (self->row), GTK_ORIENTATION_VERTICAL, width, &at.height, NULL,
                      NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->row), &at, -1);
}

static graphene_rect_t
get_bounds (Fixture *self, guint tab)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (self->tabs[tab], GTK_WIDGET (self->row), &bounds));
  return bounds;
}

/* Nothing lies outside, nothing over another, and all are read in order. */
static void
check_places (Fixture *self, int width)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      graphene_rect_t one = get_bounds (self, i);

      g_assert_cmpfloat (one.origin.x + one.size.width, <=, width + 1);
      g_assert_cmpfloat (one.origin.y + one.size.height, <=,
                         gtk_widget_get_height (GTK_WIDGET (self->row)) + 1);
      for (guint j = 0; j < i; j++)
        {
          graphene_rect_t other = get_bounds (self, j);

          g_assert_false (graphene_rect_intersection (&one, &other, NULL));
          g_assert_true (one.origin.y > other.origin.y || one.origin.x > other.origin.x);
        }
    }
}

static void
test_one_line (Fixture *self, gconstpointer data)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (self->row), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);
  allocate (self, natural);
  check_places (self, natural);
  for (guint i = 1; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpfloat (get_bounds (self, i).origin.y, ==, get_bounds (self, 0).origin.y);
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->row), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <, 336);
  allocate (self, 336);
  check_places (self, 336);
  g_assert_cmpfloat (get_bounds (self, G_N_ELEMENTS (labels) - 1).origin.y, >, 0);
  allocate (self, minimum);
  check_places (self, minimum);
}

static void
test_pressed (Fixture *self, gconstpointer data)
{
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->tabs[0])));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[2]), TRUE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->tabs[0])));
  gtk_widget_activate (self->tabs[2]);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->tabs[2])));
  gtk_test_accessible_assert_role (self->row, GTK_ACCESSIBLE_ROLE_TAB_LIST);
  gtk_test_accessible_assert_role (self->tabs[2], GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_state (self->tabs[2], GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (self->tabs[0], GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/tab-row/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("one-line", test_one_line);
  ADD ("narrow", test_narrow);
  ADD ("pressed", test_pressed);
  return g_test_run ();
}
