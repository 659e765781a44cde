/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-plan SMALL LARGE: reads what the planning dialog needs of the small team in either data file, in turn, and prints
 * how much longer it takes in the large one; and how long the longest pause of the main loop was meanwhile, against one
 * frame. */
#include <stdlib.h>

#include "aj-cycle-facts.h"
#include "aj-group.h"
#include "pauses.h"

#define N_PAIRS    25
#define N_WARM_UP  2
#define GOAL       1.2
#define GOAL_PAUSE 1.0
#define FRAME_MS   (1000.0 / 60)

typedef struct
{
  AjStore *store; /* (owned) */
  char *team;     /* (owned): its id */
  int year;
} File;

typedef struct
{
  double read_ms;
  double pause_ms;
} Figures;

static void
fail (const char *why)
{
  g_printerr ("bench-plan: %s\n", why);
  exit (1);
}

static File
open_file (const char *path, AjClock *clock)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_group_record_type);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;
  File file = { .store = aj_store_open (path, AJ_STORE_OPEN_DEFAULT, "bench", clock, &error) };

  if (file.store == NULL)
    fail (error->message);
  aj_query_where_text (query, "name", AJ_QUERY_EQUAL, "Klein team");
  groups = aj_store_fetch (file.store, query, &error);
  if (groups == NULL || groups->len != 1)
    fail (error != NULL ? error->message : "the data file has no small team");
  file.team = g_strdup (aj_record_get_id (groups->pdata[0]));
  file.year = aj_date_get_year (aj_clock_get_today (clock));
  return file;
}

static void
close_file (File *file)
{
  aj_store_close (file->store);
  g_object_unref (file->store);
  g_free (file->team);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AjCycleFacts **facts = user_data;
  g_autoptr (GError) error = NULL;

  *facts = aj_cycle_facts_load_finish (AJ_STORE (source), result, &error);
  if (*facts == NULL)
    fail (error->message);
}

/* As the dialog does: without waiting, and with the regions it shows. */
static Figures
time_reading (const File *file)
{
  g_autoptr (AjCycleFacts) facts = NULL;
  gint64 start = g_get_monotonic_time ();
  double pause_ms;
  gint64 end;

  pauses_begin ();
  aj_cycle_facts_load_async (file->store, file->team, file->year, NULL, loaded_cb, &facts);
  while (facts == NULL)
    g_main_context_iteration (NULL, TRUE);
  aj_cycle_facts_get_regions (facts, aj_date_new (file->year, 12, 31));
  end = g_get_monotonic_time ();
  pause_ms = pauses_get_longest ();
  if (aj_cycle_facts_get_meetings (facts)->len != 6 || aj_cycle_facts_get_busy (facts)->len != 6)
    fail ("the small team has other meetings than it was given");
  return (Figures){ (double) (end - start) / 1000.0, pause_ms };
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *figures)
{
  qsort (figures, N_PAIRS, sizeof *figures, compare_doubles);
  return figures[N_PAIRS / 2];
}

int
main (int argc, char **argv)
{
  g_autoptr (AjClock) clock = aj_clock_new ("Europe/Amsterdam");
  File small, large;
  double small_ms[N_PAIRS], large_ms[N_PAIRS], ratios[N_PAIRS], pauses[N_PAIRS];

  if (argc != 3)
    {
      g_printerr ("Usage: bench-plan SMALL LARGE\n");
      return 2;
    }
  small = open_file (argv[1], clock);
  large = open_file (argv[2], clock);
  pauses_watch ();
  for (int i = -N_WARM_UP; i < N_PAIRS; i++)
    {
      Figures in_small = time_reading (&small);
      Figures in_large = time_reading (&large);

      if (i < 0)
        continue;
      small_ms[i] = in_small.read_ms;
      large_ms[i] = in_large.read_ms;
      ratios[i] = in_large.read_ms / in_small.read_ms;
      pauses[i] = in_large.pause_ms;
    }
  g_print ("RATIO\tplan: reading for the dialog, 100 times the data\t%.3f\t%.1f\t%.1f ms against "
           "%.1f ms; %d pairs\n",
           median (ratios), GOAL, median (large_ms), median (small_ms), N_PAIRS);
  g_print ("RATIO\tplan: longest pause while it reads, of one frame\t%.3f\t%.1f\t%.2f ms\n",
           median (pauses) / FRAME_MS, GOAL_PAUSE, median (pauses));
  close_file (&small);
  close_file (&large);
  return 0;
}
