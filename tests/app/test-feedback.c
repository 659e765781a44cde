/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told in a toast, in a window that is hardly wide enough for one. */
#include <glib/gi18n.h>
#include <locale.h>

#include "aj-app-fixture.h"
#include "aj-feedback.h"

static gboolean
is_there (gpointer overlay)
{
  return app_find (overlay, GTK_TYPE_BUTTON) != NULL &&
         gtk_widget_get_mapped (app_find (overlay, GTK_TYPE_BUTTON));
}

static void
assert_within (AdwToastOverlay *overlay, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (overlay), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                     gtk_widget_get_width (GTK_WIDGET (overlay)));
}

/* In Dutch the button is three times as long, and stood half outside; the cross was not there at all. */
static void
test_small_window (AppFixture *self, gconstpointer data)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) buttons = NULL;

  if (setlocale (LC_ALL, "nl_NL.UTF-8") == NULL)
    {
      g_test_skip ("there is no Dutch locale here");
      return;
    }
  g_assert_cmpstr (_ ("_Undo"), !=, "_Undo");
  gtk_window_set_default_size (self->window, 360, 400);
  app_fixture_show (self, place);
  aj_feedback_offer_undo (place, "6 bijeenkomsten gepland");
  app_wait (is_there, self->overlay);
  app_settle ();
  buttons = app_find_all (GTK_WIDGET (self->overlay), GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 2);
  for (guint i = 0; i < buttons->len; i++)
    assert_within (self->overlay, buttons->pdata[i]);
  setlocale (LC_ALL, "C");
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  bindtextdomain (GETTEXT_PACKAGE, AJ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add ("/app/feedback/small-window", AppFixture, NULL, app_fixture_set_up, test_small_window,
              app_fixture_tear_down);
  return g_test_run ();
}
