/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the two children of a wrap box stand, by its width. */
#include "aj-app-fixture.h"
#include "aj-wrap-box.h"

typedef struct
{
  const char *name;
  int first;  /* natural width; the least is 20 */
  int second; /* width */
  int width;
  gboolean beside;
} Case;

static const Case cases[] = {
  { "room-for-both", 200, 100, 400, TRUE },
  { "exactly-all", 200, 100, 312, TRUE },
  { "first-keeps-half", 1000, 88, 200, TRUE },
  { "first-would-have-less-than-half", 1000, 89, 200, FALSE },
  { "first-wants-less-than-half", 80, 110, 202, TRUE },
  { "first-gets-less-than-it-wants", 80, 111, 202, FALSE },
};

/* A drawing area asks for the width it is given; in a scrolled window it asks for less as well. */
static GtkWidget *
make_first (int natural)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), natural);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 10);
  g_object_set (scrolled, "child", area, "hscrollbar-policy", GTK_POLICY_EXTERNAL,
                "vscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-width", TRUE,
                "min-content-width", 20, NULL);
  return scrolled;
}

static GtkWidget *
make_second (int width)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_set_size_request (area, width, 10);
  return area;
}

static void
test_place (gconstpointer data)
{
  const Case *c = data;
  GtkWidget *box = g_object_ref_sink (g_object_new (AJ_TYPE_WRAP_BOX, NULL));
  GtkWidget *first = make_first (c->first);
  GtkWidget *second = make_second (c->second);
  GtkAllocation at = { 0, 0, c->width, 0 };
  int minimum, natural;

  gtk_widget_set_parent (first, box);
  gtk_widget_set_parent (second, box);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, MAX (20, c->second));
  g_assert_cmpint (natural, ==, c->first + 12 + c->second);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, c->width, &minimum, &at.height, NULL, NULL);
  g_assert_cmpint (at.height, ==, c->beside ? 10 : 26);
  gtk_widget_size_allocate (box, &at, -1);
  gtk_widget_get_allocation (second, &at);
  g_assert_cmpint (at.x, ==, c->beside ? c->width - c->second : 0);
  g_assert_cmpint (at.y, ==, c->beside ? 0 : 16);
  gtk_widget_get_allocation (first, &at);
  g_assert_cmpint (at.width, ==, c->beside ? c->width - c->second - 12 : c->width);

  /* One that is not visible takes no place. */
  gtk_widget_set_visible (second, FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, c->first);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, c->width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 10);
  g_assert_finalize_object (box);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/wrap-box/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_place);
    }
  return g_test_run ();
}
