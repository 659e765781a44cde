/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pauses.h"

/* When the main loop last woke, and the longest it was busy since. */
static gint64 woke_at;
static gint64 longest;
/* When it last went to sleep. */
static gint64 slept_at;

static gint
timed_poll (GPollFD *fds, guint n_fds, gint timeout)
{
  gint answer;

  slept_at = g_get_monotonic_time ();
  longest = MAX (longest, slept_at - woke_at);
  answer = g_poll (fds, n_fds, timeout);
  woke_at = g_get_monotonic_time ();
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
  longest = 0;
}

double
pauses_get_longest (void)
{
  return (double) MAX (longest, g_get_monotonic_time () - woke_at) / 1000.0;
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
