/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <X11/Xlib.h>

#include "aj-drive.h"

G_BEGIN_DECLS

/* A list with more rows than this is only walked into when a search names it: GTK keeps some 200 row widgets for every
 * long list, and each costs a question. */
#define AJ_DRIVE_LONG_LIST 60
/* Turns of the wheel at a time in search of a row: less than a screen full, so that none is passed unseen. */
#define AJ_DRIVE_NOTCHES 3

/* Milliseconds in which a program answers, however busy it is. */
#define AJ_DRIVE_CALL_TIMEOUT 30000

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} AjDriveRect;

struct _AjDriveNode
{
  char *path;
  char *name;
  AjDriveRole role;
  guint64 states;
  AjDriveNode *parent; /* NULL at the top */
  GPtrArray *children; /* of AjDriveNode, borrowed, in order */
  guint long_children; /* how many there are, when they were not walked into */
  guint seen;          /* the walk that last met it */
  guint known;         /* the walk that last read its name, role and states */
  gboolean is_held;    /* a test has it, or something in it: walked to even in a long list */
  gboolean is_deep;    /* its descendants are walked whatever their number */
  gboolean has_text;   /* answers org.a11y.atspi.Text */
  gboolean is_counted; /* a window that was counted */
};

struct _AjDrive
{
  GDBusConnection *bus;
  Display *display;
  gint64 timeout;
  char *log_dir;

  GPid pid;
  int status;
  char *bus_name; /* of the program, NULL before it registered and after it ended */

  GMainContext *context;
  GHashTable *nodes; /* path to AjDriveNode, for the driver's whole life */
  AjDriveNode *root;
  GPtrArray *order; /* of AjDriveNode: what the last walk met, in the order of the tree */
  guint walk;

  guint actions;
  guint windows;
  GQueue trail; /* of char *: the last steps, for the message of a failure */
};

/* aj-drive.c */

/* Counts an action and writes down what it was. */
void aj_drive_step (AjDrive *drive, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* One turn of a wait: sleeps a little; fails, naming what was awaited, at @end or when the program has ended. */
void aj_drive_pause (AjDrive *drive, gint64 end, const char *format, ...) G_GNUC_PRINTF (3, 4);
gint64 aj_drive_get_end (AjDrive *drive);
/* Waits until nothing of the program runs for a while: where nothing in its tree tells that it has done what it was told. */
void aj_drive_wait_rest (AjDrive *drive);
/* NULL when the program does not answer. */
GVariant *aj_drive_call (AjDrive *drive,
                         const char *path,
                         const char *interface,
                         const char *method,
                         GVariant *arguments);

/* aj-drive-tree.c */
void aj_drive_node_free (gpointer node);
const char *aj_drive_role_to_string (AjDriveRole role);
/* "button “Save”"; free it. */
char *aj_drive_node_describe (AjDriveNode *node);
/* Reads the whole tree; FALSE when the program did not answer. */
gboolean aj_drive_refresh (AjDrive *drive);
void aj_drive_forget (AjDrive *drive);
gboolean aj_drive_node_exists (AjDrive *drive, AjDriveNode *node);
gboolean aj_drive_node_is_inside (AjDriveNode *node, AjDriveNode *ancestor);
/* Its place in its window, in the window's own units; FALSE when it is not on screen or could not be by scrolling. */
gboolean aj_drive_node_measure (AjDrive *drive, AjDriveNode *node, AjDriveRect *rect);
/* The frame or dialog it is in. */
AjDriveNode *aj_drive_node_get_toplevel (AjDriveNode *node);

/* aj-drive-find.c */
gboolean aj_drive_node_is_shown (AjDrive *drive, AjDriveNode *node);
gboolean aj_drive_node_matches (AjDriveNode *node, AjDriveRole role, const char *name);
/* Fails when it has gone or has no place on screen. */
void aj_drive_need_shown (AjDrive *drive, AjDriveNode *node);

/* aj-drive-keys.c: without counting */
void aj_drive_send_text (AjDrive *drive, const char *text);
void aj_drive_send_chord (AjDrive *drive, const char *chord);

/* aj-drive-pointer.c */
void aj_drive_send_click (
    AjDrive *drive, AjDriveNode *node, double x, double y, guint button, guint times);

/* aj-drive-window.c */

/* The window of the program that is on top, popovers and menus left out; None when there is none. */
Window aj_drive_get_top_window (AjDrive *drive);
/* How the window of a widget stands on the screen: a point (a, b) of the accessibility bus is the pixel
 * (x + a * scale, y + b * scale). */
typedef struct
{
  Window window;
  int x;
  int y;
  int scale;
  AjDriveNode *popover; /* the popover it is in, or NULL */
} AjDrivePlace;

gboolean aj_drive_locate (AjDrive *drive, AjDriveNode *node, AjDrivePlace *place);
/* Waits until the window on top has the keyboard. */
void aj_drive_focus_top (AjDrive *drive);

G_END_DECLS
