/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-search FOLDER: how long the store takes to answer each key of somebody who searches among 100,000 records, against
 * the time a frame stays on the screen, also where all titles begin alike; and how long it takes to store a change, against
 * the same among 1,000. The files are made in FOLDER. */
#include <stdlib.h>
#include <string.h>

#include "aj-edit.h"
#include "aj-person.h"
#include "aj-search.h"
#include "large-network.h"

#define N_LARGE 100000
#define N_SMALL 1000
/* As the window asks. */
#define LIMIT    5
#define FRAME_MS 16.0
#define N_ROUNDS 25
#define N_EDITS  200
/* A change writes the index too, whose size shows a little in the depth of its trees. */
#define COMMIT_GOAL 1.5

static const char *const keys[] = {
  /* One letter, and the next ones of words that people type. */
  "a",
  "e",
  "n",
  "s",
  "x",
  "q",
  "z",
  "1",
  "@",
  "an",
  "ann",
  "anna",
  "anna j",
  "anna jansen",
  "ja",
  "jan",
  "va",
  "van",
  "van d",
  "van den berg",
  "de",
  "de v",
  "en",
  "er",
  "st",
  "te",
  "ie",
  "ij",
  /* Many have it. */
  "expertteam",
  "netwerk.example",
  "bibliotheek",
  "stadhuis",
  "stadhuis ede",
  "overleg",
  "veiligheid",
  "digitale",
  "coordinator",
  "adviseur digitale",
  /* In the middle of words, and so much in common that much has to be looked through. */
  "igheid",
  "dige",
  "eidin",
  "kgroe",
  "nderne",
  "terrei",
  "org",
  "xamp",
  "ansom",
  "ing",
  "gemee",
  /* Two words that seldom meet, and often. */
  "quist zwolle",
  "anna phishing",
  "de van",
  "in en",
  "het een de",
  "a b",
  "e n",
  "jansen jansen visser",
  "incident ransomware zaal",
  "stichting 4711",
  "zo of",
  "s r",
  /* Accents, marks and capitals. */
  "zoë",
  "ZOE",
  "desiree",
  "Désirée",
  "søren",
  "lukasik",
  "öztürk",
  "patiënten",
  "enquete",
  "mbo-",
  "-",
  ".",
  "n@netwerk",
  /* Nothing, after which everything was looked through that might have been. */
  "qqqq",
  "xyz",
  "eenhoorn",
  "annajansen",
  "veiligheidx",
  "anna eenhoorn",
  "ann ann eenh",
  "dedede",
  "vanvan",
  "inginging",
  "eee",
  "enen",
  "netwexam",
  "stadhuisede",
  "veilzaal",
};

/* Among people who are all called “Persoon 1 van Achternaam1”. */
static const char *const alike_keys[] = {
  "p",
  "pers",
  "perso",
  "persoon",
  "persoonx",
  "persoon9",
  "persoon 9",
  "persoon 99999",
  "achternaam",
  "achternaam1",
  "achternaam99999",
  "achtex",
  "achternaamx",
  "naam77777",
  "van achter",
  "achternaam1 achternaam2",
  "persoon persoon9",
  "persoon 5 achternaam5",
  "zzzz",
};

#define N_ALIKE_PER_EDIT 2000

typedef struct
{
  double ms;
  const char *key;
} Figure;

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static AjStore *
make_store (const char *folder, guint n_records)
{
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-02T09:00", "Europe/Amsterdam");
  g_autofree char *name = g_strdup_printf ("search-%u.aanjager", n_records);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GError *error = NULL;
  AjStore *store = aj_store_open (path, AJ_STORE_OPEN_CREATE, "bench", clock, &error);

  must (store != NULL, error);
  must (large_network_fill (store, n_records, &error), error);
  return store;
}

static AjStore *
make_alike (const char *folder)
{
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-02T09:00", "Europe/Amsterdam");
  g_autofree char *path = g_build_filename (folder, "search-alike.aanjager", NULL);
  GError *error = NULL;
  AjStore *store = aj_store_open (path, AJ_STORE_OPEN_CREATE, "bench", clock, &error);

  must (store != NULL, error);
  for (guint n = 0; n < N_LARGE;)
    {
      g_autoptr (AjEdit) edit = aj_edit_new (store, "Import people");

      for (guint i = 0; i < N_ALIKE_PER_EDIT; i++)
        {
          AjValues *values = aj_edit_add (edit, &aj_person_record_type);
          g_autofree char *name = NULL;

          n++;
          name = g_strdup_printf ("Persoon %u van Achternaam%u", n, n);
          aj_values_set_text (values, "name", name);
        }
      must (aj_edit_commit (edit, &error), error);
    }
  return store;
}

static double
time_search (AjStore *store, const char *key)
{
  const gint64 began = g_get_monotonic_time ();
  GError *error = NULL;
  g_autoptr (GPtrArray) groups = aj_store_search (store, key, NULL, LIMIT, &error);

  must (groups != NULL, error);
  return (double) (g_get_monotonic_time () - began) / 1000.0;
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const Figure *x = a;
  const Figure *y = b;

  return (x->ms > y->ms) - (x->ms < y->ms);
}

/* Each key in turn, so that what else the machine does falls on all of them. Of each key the middle of all rounds. */
static void
measure_keys (AjStore *store, const char *among, const char *const *tried, guint n_keys)
{
  const guint n_all = n_keys * N_ROUNDS;
  g_autofree Figure *rounds = g_new (Figure, n_all); /* those of a key together */
  g_autofree Figure *middles = g_new (Figure, n_keys);

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < n_keys; i++)
      rounds[i * N_ROUNDS + round] = (Figure){ time_search (store, tried[i]), tried[i] };
  for (guint i = 0; i < n_keys; i++)
    {
      qsort (&rounds[i * N_ROUNDS], N_ROUNDS, sizeof *rounds, compare_figures);
      middles[i] = rounds[i * N_ROUNDS + N_ROUNDS / 2];
    }
  qsort (middles, n_keys, sizeof *middles, compare_figures);
  qsort (rounds, n_all, sizeof *rounds, compare_figures);
  if (g_getenv ("BENCH_KEYS") != NULL)
    for (guint i = 0; i < n_keys; i++)
      g_printerr ("%8.2f ms  “%s”\n", middles[i].ms, middles[i].key);
  g_print (
      "RATIO\tsearch: the worst key, %s\t%.3f\t1.0\t%.1f ms of a frame of %.0f ms, \"%s\"; the "
      "middle one %.1f ms; %u keys\n",
      among, middles[n_keys - 1].ms / FRAME_MS, middles[n_keys - 1].ms, FRAME_MS,
      middles[n_keys - 1].key, middles[n_keys / 2].ms, n_keys);
  g_print (
      "RATIO\tsearch: 99 of 100 answers, %s\t%.3f\t1.0\tat most %.1f ms of a frame of %.0f ms; "
      "%u answers, the longest %.1f ms\n",
      among, rounds[n_all * 99 / 100].ms / FRAME_MS, rounds[n_all * 99 / 100].ms, FRAME_MS, n_all,
      rounds[n_all - 1].ms);
}

static double
time_commit (AjStore *store, guint number)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add a person");
  AjValues *values = aj_edit_add (edit, &aj_person_record_type);
  g_autofree char *name = g_strdup_printf ("Janneke Overweg %u", number);
  GError *error = NULL;
  gint64 began;

  aj_values_set_text (values, "name", name);
  aj_values_set_text (values, "function", "coördinator digitale veiligheid");
  aj_values_set_text (values, "notes", "Belt na de zomer terug over de training voor ouderen.");
  began = g_get_monotonic_time ();
  must (aj_edit_commit (edit, &error), error);
  return (double) (g_get_monotonic_time () - began) / 1000.0;
}

/* In turn, so that a busy disk is as busy for both. */
static void
measure_commits (AjStore *small, AjStore *large)
{
  Figure few[N_EDITS], many[N_EDITS], ratios[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      few[i] = (Figure){ time_commit (small, i), NULL };
      many[i] = (Figure){ time_commit (large, i), NULL };
      ratios[i] = (Figure){ many[i].ms / few[i].ms, NULL };
    }
  qsort (few, N_EDITS, sizeof *few, compare_figures);
  qsort (many, N_EDITS, sizeof *many, compare_figures);
  qsort (ratios, N_EDITS, sizeof *ratios, compare_figures);
  g_print ("RATIO\tsearch: storing a change, 100 times the data\t%.3f\t%.1f\t%.2f ms against %.2f "
           "ms; %d pairs\n",
           ratios[N_EDITS / 2].ms, COMMIT_GOAL, many[N_EDITS / 2].ms, few[N_EDITS / 2].ms, N_EDITS);
}

int
main (int argc, char **argv)
{
  g_autoptr (AjStore) small = NULL;
  g_autoptr (AjStore) large = NULL;
  g_autoptr (AjStore) alike = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-search FOLDER\n");
      return 2;
    }
  large = make_store (argv[1], N_LARGE);
  small = make_store (argv[1], N_SMALL);
  alike = make_alike (argv[1]);
  measure_keys (large, "100,000 records", keys, G_N_ELEMENTS (keys));
  measure_keys (alike, "titles that begin alike", alike_keys, G_N_ELEMENTS (alike_keys));
  measure_commits (small, large);
  aj_store_close (large);
  aj_store_close (small);
  aj_store_close (alike);
  return 0;
}
