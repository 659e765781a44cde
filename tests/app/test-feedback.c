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

static gboolean
says_last (gpointer overlay)
{
  g_autoptr (GPtrArray) labels = app_find_all (overlay, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), "Undone: the third"))
      return gtk_widget_get_mapped (labels->pdata[i]);
  return FALSE;
}

/* Who undoes three things in a row reads of the third at once, and not of the first. */
static void
test_newest_is_said (AppFixture *self, gconstpointer data)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  app_fixture_show (self, place);
  aj_feedback_say (place, "Undone: the first");
  aj_feedback_say (place, "Undone: the second");
  aj_feedback_say (place, "Undone: the third");
  app_settle ();
  g_assert_true (says_last (self->overlay));
}

static int
get_top (AdwToastOverlay *overlay, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (overlay), &bounds));
  return (int) bounds.origin.y;
}

static GtkWidget *
append_bar (GtkWidget *place)
{
  GtkWidget *bar = gtk_action_bar_new ();

  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), gtk_label_new ("Plan"));
  gtk_widget_add_css_class (bar, "bottom-bar");
  gtk_box_append (GTK_BOX (place), bar);
  return bar;
}

static gboolean
is_toast_there (gpointer overlay)
{
  GtkWidget *toast = app_find (overlay, g_type_from_name ("AdwToastWidget"));

  return toast != NULL && gtk_widget_get_mapped (toast);
}

/* A toast stands above the bars at the bottom, however many there are, and low down where there are none. */
static void
test_above_bars (AppFixture *self, gconstpointer data)
{
  for (guint n_bars = 0; n_bars <= 2; n_bars++)
    {
      GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *page = gtk_label_new ("Page");
      GtkWidget *toast;
      graphene_rect_t bounds;
      int height, room;

      gtk_widget_set_vexpand (page, TRUE);
      gtk_box_append (GTK_BOX (place), page);
      for (guint i = 0; i < n_bars; i++)
        append_bar (place);
      gtk_window_set_default_size (self->window, 360, 400);
      app_fixture_show (self, place);
      aj_feedback_offer_undo (place, "Planned");
      app_wait (is_toast_there, self->overlay);
      app_settle ();
      toast = app_find (GTK_WIDGET (self->overlay), g_type_from_name ("AdwToastWidget"));
      g_assert_true (gtk_widget_compute_bounds (toast, GTK_WIDGET (self->overlay), &bounds));
      height = gtk_widget_get_height (GTK_WIDGET (self->overlay));
      room = n_bars == 0 ? height : get_top (self->overlay, gtk_widget_get_next_sibling (page));
      g_assert_cmpint ((int) (bounds.origin.y + bounds.size.height), <=, room);
      g_assert_cmpint ((int) (bounds.origin.y + bounds.size.height), >, room - 60);
      aj_feedback_withdraw_undo (place);
      app_settle ();
    }
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
  g_test_add ("/app/feedback/newest-is-said", AppFixture, NULL, app_fixture_set_up,
              test_newest_is_said, app_fixture_tear_down);
  g_test_add ("/app/feedback/above-bars", AppFixture, NULL, app_fixture_set_up, test_above_bars,
              app_fixture_tear_down);
  return g_test_run ();
}
