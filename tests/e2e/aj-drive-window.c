/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "aj-drive-private.h"

#include <cairo.h>
#include <X11/Xatom.h>
#include <X11/Xutil.h>

/* How long a window manager may take before it is asked to give a new window the focus. */
#define MANAGER_GRACE (G_TIME_SPAN_SECOND / 2)
/* At most so much lies around what the accessibility bus calls a window, both sides together. */
#define BORDER 16

typedef struct
{
  Window id;
  char *title;
  int width;
  int height;
  int shadow_x; /* what the program draws around the window, left and above */
  int shadow_y;
  gboolean is_popover;
} XWindow;

static void
x_window_free (gpointer data)
{
  XWindow *window = data;

  g_free (window->title);
  g_free (window);
}

/* Reading */

static Atom
atom (AjDrive *drive, const char *name)
{
  return XInternAtom (drive->display, name, False);
}

/* A property of 32-bit numbers; FALSE when the window has not got it. */
static gboolean
read_numbers (AjDrive *drive, Window window, const char *name, gulong *numbers, gulong n)
{
  guchar *data = NULL;
  gulong n_items = 0;
  gulong left;
  Atom type;
  int format = 0;

  if (XGetWindowProperty (drive->display, window, atom (drive, name), 0, (long) n, False,
                          AnyPropertyType, &type, &format, &n_items, &left, &data) == Success &&
      format == 32 && n_items >= n)
    memcpy (numbers, data, n * sizeof (gulong));
  else
    n_items = 0;
  g_clear_pointer (&data, XFree);
  return n_items >= n;
}

static char *
read_title (AjDrive *drive, Window window)
{
  guchar *data = NULL;
  gulong n_items = 0;
  gulong left;
  Atom type;
  int format = 0;
  char *title = NULL;

  if (XGetWindowProperty (drive->display, window, atom (drive, "_NET_WM_NAME"), 0, 1024, False,
                          atom (drive, "UTF8_STRING"), &type, &format, &n_items, &left,
                          &data) == Success &&
      data)
    title = g_strndup ((const char *) data, n_items);
  g_clear_pointer (&data, XFree);
  return title ? title : g_strdup ("");
}

static XWindow *
describe_window (AjDrive *drive, Window id)
{
  XWindowAttributes attributes;
  gulong pid = 0;
  gulong extents[4] = { 0 };
  XWindow *window;

  if (!read_numbers (drive, id, "_NET_WM_PID", &pid, 1) || (GPid) pid != drive->pid)
    return NULL;
  if (!XGetWindowAttributes (drive->display, id, &attributes) ||
      attributes.map_state != IsViewable || attributes.class == InputOnly)
    return NULL;
  read_numbers (drive, id, "_GTK_FRAME_EXTENTS", extents, 4);
  window = g_new0 (XWindow, 1);
  window->id = id;
  window->title = read_title (drive, id);
  window->width = attributes.width;
  window->height = attributes.height;
  window->shadow_x = (int) extents[0];
  window->shadow_y = (int) extents[2];
  window->is_popover = attributes.override_redirect;
  return window;
}

/* The program's windows, or else its popovers, from the lowest to the one on top; a window manager wraps each window in
 * a frame of its own. */
static void
collect_windows (AjDrive *drive, Window parent, guint depth, gboolean popovers, GPtrArray *windows)
{
  Window root;
  Window up;
  Window *children = NULL;
  guint n = 0;

  if (!XQueryTree (drive->display, parent, &root, &up, &children, &n))
    return;
  for (guint i = 0; i < n; i++)
    {
      XWindow *window = describe_window (drive, children[i]);

      if (!window && depth > 0)
        collect_windows (drive, children[i], depth - 1, popovers, windows);
      else if (window && window->is_popover == popovers)
        g_ptr_array_add (windows, window);
      else if (window)
        x_window_free (window);
    }
  g_clear_pointer (&children, XFree);
}

static GPtrArray *
list_windows (AjDrive *drive, gboolean popovers)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func (x_window_free);

  collect_windows (drive, DefaultRootWindow (drive->display), 2, popovers, windows);
  return windows;
}

Window
aj_drive_get_top_window (AjDrive *drive)
{
  g_autoptr (GPtrArray) windows = list_windows (drive, FALSE);

  return windows->len > 0 ? ((XWindow *) windows->pdata[windows->len - 1])->id : None;
}

static Window
find_window (AjDrive *drive, const char *title)
{
  g_autoptr (GPtrArray) windows = list_windows (drive, FALSE);

  for (guint i = windows->len; i-- > 0;)
    {
      XWindow *window = windows->pdata[i];

      if (g_pattern_match_simple (title, window->title))
        return window->id;
    }
  return None;
}

static Window
wait_for_window (AjDrive *drive, const char *title)
{
  gint64 end = aj_drive_get_end (drive);
  Window window;

  while ((window = find_window (drive, title)) == None)
    aj_drive_pause (drive, end, "a window “%s”", title);
  return window;
}

gboolean
aj_drive_has_window (AjDrive *drive, const char *title)
{
  return find_window (drive, title) != None;
}

void
aj_drive_wait_window_gone (AjDrive *drive, const char *title)
{
  gint64 end = aj_drive_get_end (drive);

  while (find_window (drive, title) != None)
    aj_drive_pause (drive, end, "the window “%s” to go", title);
}

/* Where the accessibility bus puts a widget, and the same point in the pixels of its X window. The answer says how far
 * their sizes are apart, or -1 when the one cannot be the other. */
static int
fit (XWindow *window, const AjDriveRect *rect, AjDrivePlace *place)
{
  int scale = MAX (1, (window->width + rect->width / 2) / rect->width);
  int rest_x = window->width - 2 * window->shadow_x - rect->width * scale;
  int rest_y = window->height - 2 * window->shadow_y - rect->height * scale;

  /* The border of a window without compositor, and the arrow of a popover, lie around what the bus tells of. */
  place->window = window->id;
  place->scale = scale;
  place->x = window->shadow_x + MAX (0, rest_x / 2) - rect->x * scale;
  place->y = window->shadow_y + MAX (0, rest_y / 2) - rect->y * scale;
  if (ABS (rest_x) > BORDER * scale || ABS (rest_y) > BORDER * scale)
    return -1;
  return ABS (rest_x) + ABS (rest_y);
}

/* A popover is a window of its own, but the bus gives places in it as if it stood on the corner of its parent. */
static gboolean
locate_in_popover (AjDrive *drive, AjDriveNode *node, AjDrivePlace *place)
{
  g_autoptr (GPtrArray) popovers = list_windows (drive, TRUE);
  int best = G_MAXINT;
  AjDriveRect rect;

  for (AjDriveNode *up = node; popovers->len > 0 && up->parent && up->parent->parent;
       up = up->parent)
    {
      if (!aj_drive_node_measure (drive, up, &rect))
        continue;
      for (guint i = popovers->len; i-- > 0;)
        {
          AjDrivePlace found = { .popover = up };
          int distance = fit (popovers->pdata[i], &rect, &found);

          if (distance < 0 || distance >= best)
            continue;
          *place = found;
          best = distance;
        }
    }
  return best < G_MAXINT;
}

/* Two windows may bear the same title, and a dialog need not have one: the size tells as well. */
static gboolean
locate_in_toplevel (AjDrive *drive, AjDriveNode *node, AjDrivePlace *place)
{
  g_autoptr (GPtrArray) windows = list_windows (drive, FALSE);
  AjDriveNode *toplevel = aj_drive_node_get_toplevel (node);
  int best = 0;
  AjDriveRect rect;

  if (!aj_drive_node_measure (drive, toplevel, &rect))
    return FALSE;
  for (guint i = windows->len; i-- > 0;)
    {
      XWindow *window = windows->pdata[i];
      AjDrivePlace found = { 0 };
      int score = fit (window, &rect, &found) >= 0 ? 1 : 0;

      score += g_str_equal (window->title, toplevel->name) ? 2 : 0;
      if (score <= best)
        continue;
      *place = found;
      best = score;
    }
  return best > 0;
}

gboolean
aj_drive_locate (AjDrive *drive, AjDriveNode *node, AjDrivePlace *place)
{
  int x = 0;
  int y = 0;
  Window child;

  *place = (AjDrivePlace){ 0 };
  if ((!locate_in_popover (drive, node, place) && !locate_in_toplevel (drive, node, place)) ||
      !XTranslateCoordinates (drive->display, place->window, DefaultRootWindow (drive->display), 0,
                              0, &x, &y, &child))
    return FALSE;
  place->x += x;
  place->y += y;
  return TRUE;
}

/* Focus */

static gboolean
has_manager (AjDrive *drive)
{
  gulong window = None;

  return read_numbers (drive, DefaultRootWindow (drive->display), "_NET_SUPPORTING_WM_CHECK",
                       &window, 1);
}

static gboolean
has_keyboard (AjDrive *drive, Window window)
{
  Window focus = None;
  int revert;

  XGetInputFocus (drive->display, &focus, &revert);
  /* GTK gives the focus to a window of one pixel inside its own. */
  while (focus != None && focus != PointerRoot && focus != window)
    {
      Window root = None;
      Window parent = None;
      Window *children = NULL;
      guint n;

      if (!XQueryTree (drive->display, focus, &root, &parent, &children, &n))
        return FALSE;
      g_clear_pointer (&children, XFree);
      focus = parent == root ? None : parent;
    }
  return focus == window;
}

static void
send_to_root (AjDrive *drive, Window window, const char *message)
{
  XEvent event = { 0 };

  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.message_type = atom (drive, message);
  event.xclient.format = 32;
  event.xclient.data.l[0] = 2; /* as a pager would: on the user's behalf */
  event.xclient.data.l[1] = CurrentTime;
  XSendEvent (drive->display, DefaultRootWindow (drive->display), False,
              SubstructureRedirectMask | SubstructureNotifyMask, &event);
  XSync (drive->display, False);
}

static void
give_focus (AjDrive *drive, Window window)
{
  if (has_manager (drive))
    {
      send_to_root (drive, window, "_NET_ACTIVE_WINDOW");
      return;
    }
  XSetInputFocus (drive->display, window, RevertToParent, CurrentTime);
  XSync (drive->display, False);
}

/* The program itself must know, too: only then do its keys work. GTK 4.8 tells it of frames only; for a dialog, no
 * frame may be active any more. */
static gboolean
is_told_active (AjDrive *drive, Window window)
{
  g_autofree char *title = read_title (drive, window);
  gboolean is_mute = TRUE;
  gboolean any = FALSE;

  if (!aj_drive_refresh (drive))
    return FALSE;
  for (guint i = 0; i < drive->root->children->len; i++)
    {
      AjDriveNode *node = drive->root->children->pdata[i];
      gboolean is_active = aj_drive_node_has_state (node, AJ_DRIVE_STATE_ACTIVE);
      gboolean is_ours = g_str_equal (node->name, title);

      if (is_ours && is_active)
        return TRUE;
      if (is_ours && node->role == AJ_DRIVE_ROLE_FRAME)
        is_mute = FALSE;
      any |= is_active;
    }
  return is_mute && !any;
}

static void
focus_window (AjDrive *drive, Window window, gint64 end)
{
  gint64 next = has_manager (drive) ? g_get_monotonic_time () + MANAGER_GRACE : 0;

  while (!has_keyboard (drive, window) || !is_told_active (drive, window))
    {
      Window top = aj_drive_get_top_window (drive);
      g_autofree char *title = read_title (drive, window);

      /* A dialog may open or close just now. */
      if (top != window && top != None)
        return;
      if (!has_keyboard (drive, window) && g_get_monotonic_time () > next)
        {
          give_focus (drive, window);
          next = g_get_monotonic_time () + MANAGER_GRACE;
        }
      aj_drive_pause (drive, end, "the window “%s” to get the keyboard", title);
    }
}

void
aj_drive_focus_top (AjDrive *drive)
{
  gint64 end = aj_drive_get_end (drive);
  Window window;

  do
    {
      while ((window = aj_drive_get_top_window (drive)) == None)
        aj_drive_pause (drive, end, "a window to type into");
      focus_window (drive, window, end);
    }
  while (aj_drive_get_top_window (drive) != window);
}

void
aj_drive_wait_active (AjDrive *drive, const char *title)
{
  gint64 end = aj_drive_get_end (drive);

  for (;;)
    {
      Window window = find_window (drive, title);

      if (window != None && window == aj_drive_get_top_window (drive))
        {
          aj_drive_focus_top (drive);
          if (window == aj_drive_get_top_window (drive))
            return;
        }
      aj_drive_pause (drive, end, "the window “%s” to be on top and active", title);
    }
}

void
aj_drive_activate (AjDrive *drive, const char *title)
{
  Window window;

  aj_drive_step (drive, "switch to the window “%s”", title);
  window = wait_for_window (drive, title);
  XRaiseWindow (drive->display, window);
  give_focus (drive, window);
  aj_drive_wait_active (drive, title);
}

void
aj_drive_close_window (AjDrive *drive, const char *title)
{
  XEvent event = { 0 };

  aj_drive_step (drive, "close the window “%s”", title);
  event.xclient.type = ClientMessage;
  event.xclient.window = wait_for_window (drive, title);
  event.xclient.message_type = atom (drive, "WM_PROTOCOLS");
  event.xclient.format = 32;
  event.xclient.data.l[0] = (long) atom (drive, "WM_DELETE_WINDOW");
  event.xclient.data.l[1] = CurrentTime;
  XSendEvent (drive->display, event.xclient.window, False, NoEventMask, &event);
  XSync (drive->display, False);
}

void
aj_drive_resize_window (AjDrive *drive, const char *title, int width, int height)
{
  Window window = wait_for_window (drive, title);
  gint64 end = aj_drive_get_end (drive);
  XWindowAttributes attributes = { 0 };
  XSizeHints hints = { 0 };
  long supplied;

  /* A window manager would keep to the smallest size; without one the program would be cut off in silence. */
  if (XGetWMNormalHints (drive->display, window, &hints, &supplied) && (hints.flags & PMinSize) &&
      (hints.min_width > width || hints.min_height > height))
    aj_drive_fail (drive, "“%s” does not fit in %d by %d; it needs %d by %d", title, width, height,
                   hints.min_width, hints.min_height);
  XResizeWindow (drive->display, window, (guint) width, (guint) height);
  XSync (drive->display, False);
  while (!XGetWindowAttributes (drive->display, window, &attributes) || attributes.width != width ||
         attributes.height != height)
    aj_drive_pause (drive, end, "“%s” to become %d by %d; it is %d by %d", title, width, height,
                    attributes.width, attributes.height);
}

/* Pictures */

void
aj_drive_screenshot (AjDrive *drive, const char *name)
{
  int screen = DefaultScreen (drive->display);
  int width = DisplayWidth (drive->display, screen);
  int height = DisplayHeight (drive->display, screen);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (drive->log_dir, file, NULL);
  XImage *image = XGetImage (drive->display, DefaultRootWindow (drive->display), 0, 0,
                             (guint) width, (guint) height, AllPlanes, ZPixmap);
  cairo_surface_t *surface;

  if (!image)
    return;
  if (image->bits_per_pixel == 32)
    {
      surface = cairo_image_surface_create_for_data ((guchar *) image->data, CAIRO_FORMAT_RGB24,
                                                     width, height, image->bytes_per_line);
      if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
        g_test_message ("no picture could be written to %s", path);
      cairo_surface_destroy (surface);
    }
  XDestroyImage (image);
}
