/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-pages SMALL LARGE: opens the Meetings page over either data file, in turn, and prints how much longer it takes
 * over the large one. From making the page until its window has painted it for the last time and stands still: rows
 * that fill in late count. */
#include <stdlib.h>

#include <adwaita.h>

#include "aj-page.h"
#include "aj-services.h"

#define N_PAIRS   9
#define N_WARM_UP 1
#define GOAL      1.2
/* No frame for so long is standing still; shorter than the blinking of a cursor. */
#define STILL_MS 300

typedef struct
{
  GMainLoop *loop;
  guint still_id;
  gint64 painted;
} Opening;

static gboolean
still_cb (gpointer user_data)
{
  Opening *opening = user_data;

  opening->still_id = 0;
  g_main_loop_quit (opening->loop);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *frame_clock, gpointer user_data)
{
  Opening *opening = user_data;

  opening->painted = g_get_monotonic_time ();
  g_clear_handle_id (&opening->still_id, g_source_remove);
  opening->still_id = g_timeout_add (STILL_MS, still_cb, opening);
}

static GType
find_page (const char *name)
{
  guint n_pages;
  const AjPageInfo *pages = aj_page_table_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (g_str_equal (pages[i].name, name))
      return pages[i].get_type ();
  return G_TYPE_INVALID;
}

/* Milliseconds. */
static double
time_opening (AjServices *services)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Opening opening = { .loop = loop };
  GtkWidget *window = adw_window_new ();
  GdkFrameClock *frame_clock;
  gulong painted_id;
  gint64 start;
  GtkWidget *page;

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  gtk_widget_realize (window);
  frame_clock = gtk_widget_get_frame_clock (window);
  painted_id = g_signal_connect (frame_clock, "after-paint", G_CALLBACK (painted_cb), &opening);

  start = g_get_monotonic_time ();
  page = g_object_new (find_page ("meetings"), "services", services, NULL);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  aj_page_activate (AJ_PAGE (page));
  g_main_loop_run (loop);

  aj_page_deactivate (AJ_PAGE (page));
  g_signal_handler_disconnect (frame_clock, painted_id);
  g_clear_handle_id (&opening.still_id, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (window));
  return (double) (opening.painted - start) / 1000.0;
}

static AjServices *
open_services (const char *path, AjClock *clock, GSettings *settings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) store = aj_store_open (path, AJ_STORE_OPEN_DEFAULT, "bench", clock, &error);

  if (store == NULL)
    {
      g_printerr ("bench-pages: %s\n", error->message);
      exit (1);
    }
  return aj_services_new (store, clock, settings);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *figures, gsize n_figures)
{
  qsort (figures, n_figures, sizeof *figures, compare_doubles);
  return figures[n_figures / 2];
}

int
main (int argc, char **argv)
{
  g_autoptr (AjClock) clock = aj_clock_new ("Europe/Amsterdam");
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (AjServices) small = NULL;
  g_autoptr (AjServices) large = NULL;
  double small_ms[N_PAIRS], large_ms[N_PAIRS], ratios[N_PAIRS];

  if (argc != 3)
    {
      g_printerr ("Usage: bench-pages SMALL LARGE\n");
      return 2;
    }
  adw_init ();
  settings = g_settings_new (AJ_APP_ID);
  small = open_services (argv[1], clock, settings);
  large = open_services (argv[2], clock, settings);

  for (int i = -N_WARM_UP; i < N_PAIRS; i++)
    {
      double small_now = time_opening (small);
      double large_now = time_opening (large);

      if (i < 0)
        continue;
      small_ms[i] = small_now;
      large_ms[i] = large_now;
      ratios[i] = large_now / small_now;
    }
  g_print ("RATIO\tpages: opening Meetings, 100 times the data\t%.3f\t%.1f\t%.0f ms against %.0f "
           "ms; %d pairs\n",
           median (ratios, N_PAIRS), GOAL, median (large_ms, N_PAIRS), median (small_ms, N_PAIRS),
           N_PAIRS);
  return 0;
}
