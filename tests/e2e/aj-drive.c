/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "aj-drive-private.h"

#include <errno.h>
#include <locale.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define REGISTRY     "org.a11y.atspi.Registry"
#define ROOT_PATH    "/org/a11y/atspi/accessible/root"
#define PAUSE        (15 * G_TIME_SPAN_MILLISECOND)
#define TRAIL_LENGTH 12
/* How long nothing of the program may run before it is taken to have done all it was told. */
#define REST (150 * G_TIME_SPAN_MILLISECOND)
/* What a Dutch address book and a text in English or Dutch may hold beyond ASCII. */
#define USUAL_LETTERS "ëéèêïíöóôüúûäáàâçñøåßËÉÈÏÖÜÁÇŠšĞğİıŞşćčžŽ’‘”“–—…€"

static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  /* A window that closes between two questions about it is nothing unusual. */
  return 0;
}

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GVariant) answer = NULL;
  const char *address;

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                        "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (address,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                    G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&bus);
}

AjDrive *
aj_drive_new (void)
{
  AjDrive *drive = g_new0 (AjDrive, 1);
  const char *log_dir = g_getenv ("AJ_DRIVE_LOG_DIR");

  /* Messages hold names of widgets in any script. */
  setlocale (LC_CTYPE, "");
  drive->display = XOpenDisplay (NULL);
  if (!drive->display)
    g_error ("no X server: run this test under tests/tools/headless.sh");
  XSetErrorHandler (ignore_error_cb);
  drive->log_dir = log_dir ? g_strdup (log_dir)
                           : g_test_build_filename (G_TEST_BUILT, "e2e", "logs", NULL);
  g_mkdir_with_parents (drive->log_dir, 0755);
  drive->timeout = 60 * G_TIME_SPAN_SECOND;
  drive->context = g_main_context_new ();
  drive->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, aj_drive_node_free);
  drive->order = g_ptr_array_new ();
  drive->bus = connect_to_bus ();
  g_queue_init (&drive->trail);
  aj_drive_prepare_text (drive, USUAL_LETTERS);
  return drive;
}

void
aj_drive_free (AjDrive *drive)
{
  if (!drive)
    return;
  if (aj_drive_is_running (drive))
    aj_drive_kill (drive);
  g_clear_object (&drive->bus);
  g_clear_pointer (&drive->display, XCloseDisplay);
  g_clear_pointer (&drive->order, g_ptr_array_unref);
  g_clear_pointer (&drive->nodes, g_hash_table_unref);
  g_clear_pointer (&drive->context, g_main_context_unref);
  g_clear_pointer (&drive->log_dir, g_free);
  g_clear_pointer (&drive->bus_name, g_free);
  g_queue_clear_full (&drive->trail, g_free);
  g_free (drive);
}

void
aj_drive_set_timeout (AjDrive *drive, double seconds)
{
  drive->timeout = (gint64) (seconds * G_TIME_SPAN_SECOND);
}

gint64
aj_drive_get_end (AjDrive *drive)
{
  return g_get_monotonic_time () + drive->timeout;
}

/* Failing */

static char *
describe_status (int status)
{
  if (WIFSIGNALED (status))
    return g_strdup_printf ("signal %d (%s)", WTERMSIG (status), g_strsignal (WTERMSIG (status)));
  return g_strdup_printf ("status %d", WEXITSTATUS (status));
}

/* The picture and the tree, under a name that tells the test; the path without its ending. */
static char *
save_evidence (AjDrive *drive)
{
  g_autofree char *name = g_strdup_printf ("%s-%d", g_test_get_path (), (int) getpid ());
  g_autofree char *path = NULL;
  g_autofree char *tree_path = NULL;
  g_autofree char *tree = NULL;

  g_strdelimit (name, "/ ", '-');
  path = g_build_filename (drive->log_dir, name + (name[0] == '-'), NULL);
  aj_drive_screenshot (drive, name + (name[0] == '-'));
  if (aj_drive_is_running (drive))
    {
      tree = aj_drive_dump (drive);
      tree_path = g_strconcat (path, ".txt", NULL);
      g_file_set_contents (tree_path, tree, -1, NULL);
      if (g_strcmp0 (g_getenv ("AJ_DRIVE_DUMP"), "1") == 0)
        g_printerr ("%s\n", tree);
    }
  return g_steal_pointer (&path);
}

static void G_GNUC_NORETURN
fail_with (AjDrive *drive, const char *reason)
{
  g_autoptr (GString) message = g_string_new (reason);
  g_autofree char *evidence = save_evidence (drive);

  if (!g_queue_is_empty (&drive->trail))
    g_string_append (message, "\n  The last steps were:");
  for (GList *l = drive->trail.head; l; l = l->next)
    g_string_append_printf (message, "\n   %s", (const char *) l->data);
  g_string_append_printf (message, "\n  See %s.png and .txt", evidence);
  if (aj_drive_is_running (drive))
    kill (drive->pid, SIGKILL);
  g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, g_test_get_path (), message->str);
  /* Not reached: g_assertion_message() aborts, but is not declared to. */
  abort ();
}

void
aj_drive_fail (AjDrive *drive, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  fail_with (drive, reason);
}

void
aj_drive_pause (AjDrive *drive, gint64 end, const char *format, ...)
{
  gboolean is_running = aj_drive_is_running (drive);

  if (!is_running || g_get_monotonic_time () > end)
    {
      g_autofree char *awaited = NULL;
      g_autofree char *status = NULL;
      va_list args;

      va_start (args, format);
      awaited = g_strdup_vprintf (format, args);
      va_end (args);
      status = describe_status (drive->status);
      if (is_running)
        aj_drive_fail (drive, "waited %.0f s for %s", (double) drive->timeout / G_TIME_SPAN_SECOND,
                       awaited);
      else
        aj_drive_fail (drive, "the program ended (%s) while waiting for %s", status, awaited);
    }
  g_usleep (PAUSE);
}

/* Whether each of its threads waits for something else than a processor or a disk. */
static gboolean
is_asleep (AjDrive *drive)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%d/task", (int) drive->pid);
  g_autoptr (GDir) threads = g_dir_open (folder, 0, NULL);
  const char *thread;

  while (threads != NULL && (thread = g_dir_read_name (threads)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, thread, "stat", NULL);
      g_autofree char *text = NULL;
      const char *state;

      /* "12 (name) S …"; one that ended meanwhile has none. */
      if (g_file_get_contents (path, &text, NULL, NULL) &&
          ((state = strrchr (text, ')')) == NULL || !g_str_has_prefix (state, ") S")))
        return FALSE;
    }
  return TRUE;
}

void
aj_drive_wait_rest (AjDrive *drive)
{
  gint64 end = aj_drive_get_end (drive);
  gint64 since = g_get_monotonic_time ();

  while (g_get_monotonic_time () < since + REST)
    {
      /* What was sent has left the X server. */
      XSync (drive->display, False);
      if (!is_asleep (drive))
        since = g_get_monotonic_time ();
      aj_drive_pause (drive, end, "the program to come to rest");
    }
}

/* Counting */

void
aj_drive_step (AjDrive *drive, const char *format, ...)
{
  g_autofree char *step = NULL;
  va_list args;

  va_start (args, format);
  step = g_strdup_vprintf (format, args);
  va_end (args);
  drive->actions++;
  g_queue_push_tail (&drive->trail, g_strdup_printf ("%3u  %s", drive->actions, step));
  g_test_message ("%s", (const char *) g_queue_peek_tail (&drive->trail));
  if (g_queue_get_length (&drive->trail) > TRAIL_LENGTH)
    g_free (g_queue_pop_head (&drive->trail));
}

guint
aj_drive_get_actions (AjDrive *drive)
{
  return drive->actions;
}

guint
aj_drive_get_windows (AjDrive *drive)
{
  aj_drive_refresh (drive);
  return drive->windows;
}

void
aj_drive_reset_actions (AjDrive *drive)
{
  /* Windows that are open by now are no part of the task to come. */
  aj_drive_refresh (drive);
  drive->actions = 0;
  drive->windows = 0;
}

void
aj_drive_assert_actions (AjDrive *drive, guint ceiling)
{
  if (drive->actions > ceiling)
    aj_drive_fail (drive, "%u actions, where at most %u are allowed", drive->actions, ceiling);
}

/* Running */

static void
child_setup_cb (gpointer data)
{
  /* A test that fails by itself must not leave the program behind; and TAP owns the standard output. */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  dup2 (STDERR_FILENO, STDOUT_FILENO);
}

static char **
make_environment (const char *const *changes)
{
  char **env = g_get_environ ();

  for (; changes && *changes; changes++)
    {
      const char *equals = strchr (*changes, '=');
      g_autofree char *name = equals ? g_strndup (*changes, (gsize) (equals - *changes))
                                     : g_strdup (*changes);

      env = equals ? g_environ_setenv (env, name, equals + 1, TRUE)
                   : g_environ_unsetenv (env, name);
    }
  return env;
}

static gboolean
is_program (AjDrive *drive, const char *bus_name)
{
  g_autoptr (GVariant) answer = NULL;
  guint32 pid = 0;

  answer = g_dbus_connection_call_sync (drive->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                        g_variant_new ("(s)", bus_name), G_VARIANT_TYPE ("(u)"),
                                        G_DBUS_CALL_FLAGS_NONE, AJ_DRIVE_CALL_TIMEOUT, NULL, NULL);
  if (answer)
    g_variant_get (answer, "(u)", &pid);
  return pid == (guint32) drive->pid;
}

/* The registry's children are the programs; ours is the one whose connection has the process id. */
static char *
look_up_program (AjDrive *drive)
{
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariantIter) iter = NULL;
  const char *bus_name;

  answer = g_dbus_connection_call_sync (drive->bus, REGISTRY, ROOT_PATH,
                                        "org.a11y.atspi.Accessible", "GetChildren", NULL,
                                        G_VARIANT_TYPE ("(a(so))"), G_DBUS_CALL_FLAGS_NONE,
                                        AJ_DRIVE_CALL_TIMEOUT, NULL, NULL);
  if (!answer)
    return NULL;
  g_variant_get (answer, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&so)", &bus_name, NULL))
    if (is_program (drive, bus_name))
      return g_strdup (bus_name);
  return NULL;
}

void
aj_drive_start (AjDrive *drive, const char *const *argv, const char *const *env)
{
  g_auto (GStrv) full_env = make_environment (env);
  g_autoptr (GError) error = NULL;
  gint64 end = aj_drive_get_end (drive);

  g_assert_false (aj_drive_is_running (drive));
  aj_drive_forget (drive);
  g_spawn_async (NULL, (char **) argv, full_env,
                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH_FROM_ENVP, child_setup_cb, NULL,
                 &drive->pid, &error);
  if (error)
    aj_drive_fail (drive, "%s did not start: %s", argv[0], error->message);
  while (!(drive->bus_name = look_up_program (drive)))
    aj_drive_pause (drive, end, "%s to appear on the accessibility bus", argv[0]);
  while (!aj_drive_refresh (drive) || drive->root->children->len == 0 ||
         aj_drive_get_top_window (drive) == None)
    aj_drive_pause (drive, end, "%s to show its first window", argv[0]);
  drive->windows = 0;
}

gboolean
aj_drive_is_running (AjDrive *drive)
{
  if (drive->pid == 0)
    return FALSE;
  if (waitpid (drive->pid, &drive->status, WNOHANG) == 0)
    return TRUE;
  drive->pid = 0;
  g_clear_pointer (&drive->bus_name, g_free);
  return FALSE;
}

GPid
aj_drive_get_pid (AjDrive *drive)
{
  return drive->pid;
}

int
aj_drive_wait_exit (AjDrive *drive)
{
  gint64 end = aj_drive_get_end (drive);

  while (aj_drive_is_running (drive))
    aj_drive_pause (drive, end, "the program to end");
  return drive->status;
}

void
aj_drive_quit (AjDrive *drive)
{
  g_autofree char *status = NULL;

  aj_drive_key (drive, "ctrl+q");
  aj_drive_wait_exit (drive);
  status = describe_status (drive->status);
  if (drive->status != 0)
    aj_drive_fail (drive, "the program ended with %s", status);
}

void
aj_drive_kill (AjDrive *drive)
{
  if (!aj_drive_is_running (drive))
    return;
  kill (drive->pid, SIGKILL);
  while (waitpid (drive->pid, &drive->status, 0) < 0 && errno == EINTR)
    ;
  drive->pid = 0;
  g_clear_pointer (&drive->bus_name, g_free);
}

GVariant *
aj_drive_call (AjDrive *drive,
               const char *path,
               const char *interface,
               const char *method,
               GVariant *arguments)
{
  if (!drive->bus_name)
    {
      g_variant_unref (g_variant_ref_sink (arguments ? arguments : g_variant_new ("()")));
      return NULL;
    }
  return g_dbus_connection_call_sync (drive->bus, drive->bus_name, path, interface, method,
                                      arguments, NULL, G_DBUS_CALL_FLAGS_NONE,
                                      AJ_DRIVE_CALL_TIMEOUT, NULL, NULL);
}
