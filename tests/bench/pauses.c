/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pauses.h"

#include <time.h>

/* When the main loop last woke, and the longest it was busy since. */
static gint64 woke_at;
static gint64 longest;
/* The same in time that the thread worked, in nanoseconds. */
static gint64 worked_at;
static gint64 most_work;
/* When it last went to sleep. */
static gint64 slept_at;

static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static gint
timed_poll (GPollFD *fds, guint n_fds, gint timeout)
{
  gint answer;

  slept_at = g_get_monotonic_time ();
  longest = MAX (longest, slept_at - woke_at);
  most_work = MAX (most_work, get_work () - worked_at);
  answer = g_poll (fds, n_fds, timeout);
  woke_at = g_get_monotonic_time ();
  worked_at = get_work ();
  return answer;
}

void
pauses_watch (void)
{
  g_main_context_set_poll_func (NULL, timed_poll);
}

void
pauses_begin (void)
{
  woke_at = g_get_monotonic_time ();
  worked_at = get_work ();
  longest = 0;
  most_work = 0;
}

double
pauses_get_longest (void)
{
  return (double) MAX (longest, g_get_monotonic_time () - woke_at) / 1000.0;
}

double
pauses_get_most_work (void)
{
  return (double) MAX (most_work, get_work () - worked_at) / 1e6;
}

static gboolean
woken_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
pauses_wait_until_still (guint ms)
{
  gboolean is_still = FALSE;

  while (!is_still)
    {
      guint timeout = g_timeout_add (ms, woken_cb, &is_still);

      /* What wakes it before that is something to do, also where it dispatches nothing. */
      g_main_context_iteration (NULL, TRUE);
      if (is_still && woke_at - slept_at < (gint64) ms * 900)
        is_still = FALSE;
      else if (!is_still)
        g_source_remove (timeout);
    }
}

gint64
pauses_get_still_since (void)
{
  return slept_at;
}
