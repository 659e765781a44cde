/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "aj-drive-private.h"

#include <X11/extensions/XTest.h>

#define WHEEL_UP   4
#define WHEEL_DOWN 5
/* A widget that is still out of sight after so many turns of the wheel will not come. */
#define MAX_TURNS     200
#define BETWEEN_MOVES (12 * G_TIME_SPAN_MILLISECOND)
#define DRAG_MOVES    12

typedef struct
{
  int x;
  int y;
} Point;

static void
move_to (AjDrive *drive, Point point)
{
  XTestFakeMotionEvent (drive->display, DefaultScreen (drive->display), point.x, point.y,
                        CurrentTime);
  XSync (drive->display, False);
}

static void
send_button (AjDrive *drive, guint button, gboolean down)
{
  XTestFakeButtonEvent (drive->display, button, down, CurrentTime);
  XSync (drive->display, False);
}

static gboolean
rects_equal (const AjDriveRect *a, const AjDriveRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/* Waits until two looks in a row find the widget at the same place: no animation moves it any more. */
static AjDriveRect
measure_at_rest (AjDrive *drive, AjDriveNode *node)
{
  g_autofree char *description = aj_drive_node_describe (node);
  gint64 end = aj_drive_get_end (drive);
  AjDriveRect last = { 0 };
  AjDriveRect rect;

  while (!aj_drive_node_measure (drive, node, &rect) || !rects_equal (&rect, &last))
    {
      last = rect;
      aj_drive_pause (drive, end, "%s to stand still", description);
    }
  return rect;
}

static AjDrivePlace
locate (AjDrive *drive, AjDriveNode *node)
{
  g_autofree char *description = aj_drive_node_describe (node);
  gint64 end = aj_drive_get_end (drive);
  AjDrivePlace place;

  while (!aj_drive_locate (drive, node, &place))
    aj_drive_pause (drive, end, "the window of %s", description);
  return place;
}

static Point
to_screen (const AjDrivePlace *place, Point point)
{
  return (Point){ place->x + point.x * place->scale, place->y + point.y * place->scale };
}

/* The nearest ancestor in the same window that does not hold the point: what has to be scrolled. */
static AjDriveNode *
find_clipper (
    AjDrive *drive, AjDriveNode *node, const AjDrivePlace *place, Point point, AjDriveRect *rect)
{
  for (AjDriveNode *up = node; up != place->popover && up->parent && up->parent->parent;)
    {
      up = up->parent;
      if (aj_drive_node_measure (drive, up, rect) &&
          (point.y < rect->y || point.y >= rect->y + rect->height))
        return up;
    }
  return NULL;
}

/* The point of @node on the screen, after scrolling it into sight. */
static Point
aim (AjDrive *drive, AjDriveNode *node, double fx, double fy)
{
  g_autofree char *description = aj_drive_node_describe (node);

  aj_drive_need_shown (drive, node);
  for (guint i = 0; i < MAX_TURNS; i++)
    {
      AjDriveRect rect = measure_at_rest (drive, node);
      AjDrivePlace place = locate (drive, node);
      Point point = { rect.x + (int) (rect.width * fx), rect.y + (int) (rect.height * fy) };
      AjDriveRect clip;
      AjDriveNode *clipper = find_clipper (drive, node, &place, point, &clip);
      guint button = clipper && point.y < clip.y ? WHEEL_UP : WHEEL_DOWN;

      if (!clipper)
        return to_screen (&place, point);
      move_to (drive,
               to_screen (&place, (Point){ clip.x + clip.width / 2, clip.y + clip.height / 2 }));
      send_button (drive, button, TRUE);
      send_button (drive, button, FALSE);
      g_usleep (BETWEEN_MOVES);
    }
  aj_drive_fail (drive, "%s cannot be scrolled into sight", description);
}

void
aj_drive_send_click (
    AjDrive *drive, AjDriveNode *node, double x, double y, guint button, guint times)
{
  Point point = aim (drive, node, x, y);

  /* A hand comes from somewhere. Where a popover has closed under a pointer that stood still, GTK 4.8 takes no click
   * before it has seen the pointer move; the questions make sure that it has. */
  move_to (drive, (Point){ point.x - 1, point.y - 1 });
  aj_drive_node_is_shown (drive, node);
  move_to (drive, point);
  aj_drive_node_is_shown (drive, node);
  for (guint i = 0; i < times; i++)
    {
      send_button (drive, button, TRUE);
      send_button (drive, button, FALSE);
    }
}

static void
count_click (AjDrive *drive, const char *what, AjDriveNode *node)
{
  g_autofree char *description = aj_drive_node_describe (node);

  aj_drive_step (drive, "%s %s", what, description);
}

void
aj_drive_click (AjDrive *drive, AjDriveNode *node)
{
  aj_drive_click_at (drive, node, 0.5, 0.5);
}

void
aj_drive_click_at (AjDrive *drive, AjDriveNode *node, double x, double y)
{
  count_click (drive, "click", node);
  /* Nobody clicks what is greyed still. */
  if (node->role == AJ_DRIVE_ROLE_BUTTON)
    aj_drive_wait_state (drive, node, AJ_DRIVE_STATE_SENSITIVE, TRUE);
  aj_drive_send_click (drive, node, x, y, 1, 1);
}

void
aj_drive_click_secondary (AjDrive *drive, AjDriveNode *node)
{
  count_click (drive, "secondary click", node);
  aj_drive_send_click (drive, node, 0.5, 0.5, 3, 1);
}

void
aj_drive_double_click (AjDrive *drive, AjDriveNode *node)
{
  count_click (drive, "double click", node);
  aj_drive_send_click (drive, node, 0.5, 0.5, 1, 2);
}

void
aj_drive_drag (AjDrive *drive, AjDriveNode *from, AjDriveNode *to)
{
  Point start;
  Point stop;

  count_click (drive, "drag", from);
  /* Aiming may scroll: the target first, and both must then be in sight. */
  stop = aim (drive, to, 0.5, 0.5);
  start = aim (drive, from, 0.5, 0.5);
  move_to (drive, start);
  send_button (drive, 1, TRUE);
  for (int i = 1; i <= DRAG_MOVES; i++)
    {
      g_usleep (BETWEEN_MOVES);
      move_to (drive, (Point){ start.x + (stop.x - start.x) * i / DRAG_MOVES,
                               start.y + (stop.y - start.y) * i / DRAG_MOVES });
    }
  /* The target answers the pointer before it can take the drop. */
  aj_drive_wait_rest (drive);
  send_button (drive, 1, FALSE);
}

void
aj_drive_scroll (AjDrive *drive, AjDriveNode *node, int notches)
{
  guint button = notches < 0 ? WHEEL_UP : WHEEL_DOWN;

  move_to (drive, aim (drive, node, 0.5, 0.5));
  for (int i = 0; i < ABS (notches); i++)
    {
      send_button (drive, button, TRUE);
      send_button (drive, button, FALSE);
      g_usleep (BETWEEN_MOVES);
    }
}
