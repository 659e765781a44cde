/* SPDX-License-Identifier: GPL-3.0-or-later */
/* aj-watch [-t SECONDS] COMMAND…: starts a program and measures its way to a window. Prints one line:
 *
 *   paint-ms 231.4 settled-ms 262.0 peak-kb 95300
 *
 * paint-ms is from just before the program is started until the X server first saw it paint a window large enough to
 * be the main one; settled-ms until the last painting before the window stood still; peak-kb the most memory the
 * process ever held (VmHWM). The program is ended afterwards. Exit status 1 when no window came. */
#include <glib.h>

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>

/* Smaller than this is a tooltip, a helper window or a spinner. */
#define MAIN_WINDOW_SIDE 100
#define PAINTING_AREA    (50 * 50)
#define STILL_US         (700 * 1000)

typedef struct
{
  Display *display;
  int damage_event;
  gint64 painted; /* 0: not yet */
  gint64 settled;
} Watch;

static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  /* A window may be gone before it is asked about. */
  return 0;
}

static gboolean
watch_open (Watch *self)
{
  int error_base;

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL)
    {
      g_printerr ("aj-watch: there is no X server; run it through tests/tools/headless.sh\n");
      return FALSE;
    }
  if (!XDamageQueryExtension (self->display, &self->damage_event, &error_base))
    {
      g_printerr ("aj-watch: this X server cannot tell what is painted (no DAMAGE extension)\n");
      return FALSE;
    }
  XSetErrorHandler (ignore_error_cb);
  XSelectInput (self->display, DefaultRootWindow (self->display), SubstructureNotifyMask);
  XSync (self->display, False);
  return TRUE;
}

static void
watch_mapped (Watch *self, Window window)
{
  XWindowAttributes attributes;

  if (XGetWindowAttributes (self->display, window, &attributes) &&
      attributes.width > MAIN_WINDOW_SIDE && attributes.height > MAIN_WINDOW_SIDE)
    {
      XDamageCreate (self->display, window, XDamageReportRawRectangles);
      XSync (self->display, False);
    }
}

static void
watch_read_events (Watch *self)
{
  while (XPending (self->display) > 0)
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (event.type == MapNotify)
        watch_mapped (self, event.xmap.window);
      else if (event.type == self->damage_event + XDamageNotify)
        {
          XDamageNotifyEvent damage;

          memcpy (&damage, &event, sizeof damage);
          if (damage.area.width * damage.area.height <= PAINTING_AREA)
            continue;
          self->settled = g_get_monotonic_time ();
          if (self->painted == 0)
            self->painted = self->settled;
        }
    }
}

/* Until the window stands still, the program ends, or @limit. */
static void
watch_run (Watch *self, pid_t pid, gint64 limit)
{
  while (g_get_monotonic_time () < limit && waitpid (pid, NULL, WNOHANG) == 0)
    {
      struct pollfd connection = { ConnectionNumber (self->display), POLLIN, 0 };

      watch_read_events (self);
      if (self->painted != 0 && g_get_monotonic_time () - self->settled > STILL_US)
        return;
      poll (&connection, 1, 2);
    }
}

static long
read_peak_kb (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) pid);
  g_autofree char *status = NULL;
  const char *peak;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return 0;
  peak = strstr (status, "VmHWM:");
  return peak == NULL ? 0 : strtol (peak + strlen ("VmHWM:"), NULL, 10);
}

static void
end_program (pid_t pid)
{
  kill (pid, SIGTERM);
  for (int i = 0; i < 200; i++)
    {
      if (waitpid (pid, NULL, WNOHANG) != 0)
        return;
      g_usleep (10 * 1000);
    }
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

int
main (int argc, char **argv)
{
  Watch watch = { 0 };
  gint64 seconds = 30;
  gint64 start;
  long peak;
  pid_t pid;
  int option;

  /* "+": the options after the command are the command's. */
  while ((option = getopt (argc, argv, "+t:")) != -1)
    {
      if (option != 't')
        return 2;
      seconds = g_ascii_strtoll (optarg, NULL, 10);
    }
  if (optind >= argc || !watch_open (&watch))
    return 2;

  start = g_get_monotonic_time ();
  pid = fork ();
  if (pid == -1)
    return 2;
  if (pid == 0)
    {
      execvp (argv[optind], argv + optind);
      _exit (127);
    }

  watch_run (&watch, pid, start + seconds * G_USEC_PER_SEC);
  peak = read_peak_kb (pid);
  end_program (pid);
  if (watch.painted == 0 || peak == 0)
    {
      g_printerr ("aj-watch: %s showed no window\n", argv[optind]);
      return 1;
    }
  printf ("paint-ms %.1f settled-ms %.1f peak-kb %ld\n", (double) (watch.painted - start) / 1000.0,
          (double) (watch.settled - start) / 1000.0, peak);
  return 0;
}
