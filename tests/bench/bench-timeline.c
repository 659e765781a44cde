/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-timeline: scrolls a timeline of 5,000 bars and zooms, and prints how long the processor works on a frame, from its
 * beginning until it is painted, whatever else the machine does: against the time there is for a frame, against a timeline of
 * 500 bars, and against a widget that is empty, as large, and painted as a whole as often. */
#include <stdlib.h>
#include <time.h>

#include <adwaita.h>

#include "aj-timeline.h"

#define N_SMALL    500
#define N_LARGE    5000
#define N_FRAMES   240
#define N_ZOOMS    40
#define FRAME_MS   (1000.0 / 60)
#define GOAL       1.0
#define GOAL_MORE  1.5
#define GOAL_EMPTY 6.0
/* A step, not a motion. */
#define GOAL_ZOOM 2.0
/* The slowest frames count, but for one in twenty. */
#define SHARE 0.95

typedef struct
{
  GtkWidget *window;
  GtkWidget *child;
  GArray *figures; /* (owned) (element-type double): milliseconds */
  double began;
  gboolean painted;
} Stage;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

static double
get_share (GArray *figures, double share)
{
  g_array_sort (figures, compare_doubles);
  return g_array_index (figures, double, (guint) (figures->len * share));
}

/* Milliseconds of work, all in all. */
static double
get_spent (void)
{
  return (double) clock () * 1000 / CLOCKS_PER_SEC;
}

static void
began_cb (GdkFrameClock *frame_clock, Stage *stage)
{
  stage->began = get_spent ();
}

static void
painted_cb (GdkFrameClock *frame_clock, Stage *stage)
{
  double spent = get_spent () - stage->began;

  g_array_append_val (stage->figures, spent);
  stage->painted = TRUE;
}

static void
wait_for_frame (Stage *stage)
{
  stage->painted = FALSE;
  while (!stage->painted)
    g_main_context_iteration (NULL, TRUE);
}

static Stage
stage_new (GtkWidget *content, GtkWidget *child)
{
  Stage stage = { .window = adw_window_new (), .child = child };

  stage.figures = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_window_set_default_size (GTK_WINDOW (stage.window), 1180, 780);
  adw_window_set_content (ADW_WINDOW (stage.window), content);
  return stage;
}

/* Until it is there, and nothing of that counts. */
static void
stage_show (Stage *stage)
{
  GdkFrameClock *frame_clock;

  gtk_widget_realize (stage->window);
  frame_clock = gtk_widget_get_frame_clock (stage->window);
  g_signal_connect (frame_clock, "before-paint", G_CALLBACK (began_cb), stage);
  g_signal_connect (frame_clock, "after-paint", G_CALLBACK (painted_cb), stage);
  gtk_window_present (GTK_WINDOW (stage->window));
  for (int i = 0; i < 20; i++)
    {
      gtk_widget_queue_draw (stage->child);
      wait_for_frame (stage);
    }
  g_array_set_size (stage->figures, 0);
}

static void
stage_end (Stage *stage)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (stage->window);

  g_signal_handlers_disconnect_by_data (frame_clock, stage);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_array_unref (stage->figures);
}

/* Another grey each time, or the toolkit would see that there is nothing to paint. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  static gboolean is_dark;

  is_dark = !is_dark;
  cairo_set_source_rgb (cr, is_dark ? 0.8 : 0.9, 0.9, 0.9);
  cairo_paint (cr);
}

static double
measure_empty (void)
{
  GtkWidget *empty = gtk_drawing_area_new ();
  Stage stage = stage_new (empty, empty);
  double figure;

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (empty), draw_cb, NULL, NULL);
  stage_show (&stage);
  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_widget_queue_draw (empty);
      wait_for_frame (&stage);
    }
  figure = get_share (stage.figures, 0.5);
  stage_end (&stage);
  return figure;
}

static GListModel *
make_bars (guint n_bars)
{
  static const AjMapClass states[] = {
    { "Agreed", AJ_MAP_TONE_WAIT, AJ_MAP_MARK_RING, FALSE },
    { "Running", AJ_MAP_TONE_ACCENT, AJ_MAP_MARK_HALF, FALSE },
    { "Done", AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE },
    { "Stopped", AJ_MAP_TONE_BAD, AJ_MAP_MARK_CROSS, TRUE },
  };
  GListStore *store = g_list_store_new (AJ_TYPE_TIMELINE_BAR);
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
  AjDate origin = aj_date_new (2026, 1, 1);

  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *id = g_strdup_printf ("bar %u", i);
      g_autofree char *row = g_strdup_printf ("Gemeente %u", i / 10);
      AjTimelineFacts facts = { .id = id,
                                .row = row,
                                .row_label = row,
                                .title = "Echt-Nep in de wijk",
                                .state = &states[i % G_N_ELEMENTS (states)],
                                .kind = i % 6 == 5 ? AJ_TIMELINE_KIND_MILESTONE
                                                   : AJ_TIMELINE_KIND_SPAN,
                                .movable = TRUE,
                                .stretchable = TRUE };

      facts.days.first = origin + (AjDate) (i * 37 % 700);
      facts.days.last = facts.days.first + 14 + (AjDate) (i % 40);
      g_ptr_array_add (bars, aj_timeline_bar_new (&facts, NULL));
    }
  g_list_store_splice (store, 0, 0, bars->pdata, bars->len);
  return G_LIST_MODEL (store);
}

static void
scroll (GtkAdjustment *adjustment, double by)
{
  double upper = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment) + by;

  gtk_adjustment_set_value (adjustment, value > upper ? 0 : value);
}

typedef struct
{
  double median;
  double slow;
  double zoom; /* the median of frames that look at it from nearer or farther */
} Figures;

static Figures
measure_timeline (guint n_bars)
{
  g_autoptr (GListModel) bars = make_bars (n_bars);
  AjTimeline *timeline = aj_timeline_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Stage stage = stage_new (scrolled, GTK_WIDGET (timeline));
  Figures figures;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (timeline));
  aj_timeline_set_today (timeline, aj_date_new (2026, 3, 1));
  aj_timeline_set_model (timeline, bars);
  stage_show (&stage);
  for (int i = 0; i < N_FRAMES; i++)
    {
      scroll (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (timeline)), 20);
      scroll (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (timeline)), 30);
      wait_for_frame (&stage);
    }
  figures.median = get_share (stage.figures, 0.5);
  figures.slow = get_share (stage.figures, SHARE);
  g_array_set_size (stage.figures, 0);
  for (int i = 0; i < N_ZOOMS; i++)
    {
      g_action_group_activate_action (aj_timeline_get_actions (timeline),
                                      i / 8 % 2 == 0 ? "zoom-out" : "zoom-in", NULL);
      wait_for_frame (&stage);
    }
  figures.zoom = get_share (stage.figures, 0.5);
  stage_end (&stage);
  return figures;
}

int
main (void)
{
  double empty;
  Figures small, large;

  adw_init ();
  empty = measure_empty ();
  small = measure_timeline (N_SMALL);
  large = measure_timeline (N_LARGE);
  g_print ("RATIO\ttimeline: scrolling %d bars, of a frame\t%.3f\t%.1f\t%.1f ms, one in twenty is "
           "slower\n",
           N_LARGE, large.slow / FRAME_MS, GOAL, large.slow);
  g_print ("RATIO\ttimeline: the same against %d bars\t%.3f\t%.1f\t%.1f ms against %.1f ms\n",
           N_SMALL, large.median / small.median, GOAL_MORE, large.median, small.median);
  g_print (
      "RATIO\ttimeline: the same against an empty widget\t%.3f\t%.1f\t%.1f ms against %.1f ms\n",
      large.median / empty, GOAL_EMPTY, large.median, empty);
  g_print ("RATIO\ttimeline: zooming %d bars, of a frame\t%.3f\t%.1f\t%.1f ms\n", N_LARGE,
           large.zoom / FRAME_MS, GOAL_ZOOM, large.zoom);
  return 0;
}
