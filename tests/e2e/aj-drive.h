/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AjDrive:
 *
 * Runs a real GTK program and uses it from outside as a person would: it reads the screen through the accessibility
 * bus (AT-SPI) and works the keyboard and the pointer through the XTest extension. Needs an X server and a session bus
 * of its own: run it under tests/tools/headless.sh, with or without a window manager.
 *
 * Nothing here returns an error. What does not happen within the deadline fails the running test: with a message that
 * says what was awaited and what was there instead, and with a picture of the screen and the tree of widgets as files
 * in $AJ_DRIVE_LOG_DIR, or else in tests/e2e/logs of the build folder (AJ_DRIVE_DUMP=1 prints the tree as well). The program is then ended, and with it ends
 * the test program, as g_assert_* would.
 *
 * One action is a click, a press, a key chord, a pick from a list or one field filled in. They are counted, so that a
 * test can hold a task to a ceiling.
 */
typedef struct _AjDrive AjDrive;

/* A widget as the accessibility bus shows it. Belongs to the driver and stays valid as long as it does; when the widget
 * has gone, using it fails the test. */
typedef struct _AjDriveNode AjDriveNode;

/* The numbers of AtspiRole, for what GTK 4 makes of its widgets. */
typedef enum
{
  AJ_DRIVE_ROLE_ANY = 0,
  AJ_DRIVE_ROLE_ALERT = 2,
  AJ_DRIVE_ROLE_CHECK_BOX = 7, /* GtkCheckButton and GtkSwitch */
  AJ_DRIVE_ROLE_CHECK_MENU_ITEM = 8,
  AJ_DRIVE_ROLE_COLUMN_HEADER = 10,
  AJ_DRIVE_ROLE_COMBO_BOX = 11, /* GtkDropDown and AdwComboRow */
  AJ_DRIVE_ROLE_DIALOG = 16,
  AJ_DRIVE_ROLE_FILLER = 20,
  AJ_DRIVE_ROLE_FRAME = 23, /* a window that is not a dialog */
  AJ_DRIVE_ROLE_IMAGE = 27,
  AJ_DRIVE_ROLE_LABEL = 29,
  AJ_DRIVE_ROLE_LIST = 31,
  AJ_DRIVE_ROLE_LIST_ITEM = 32,
  AJ_DRIVE_ROLE_MENU = 33,
  AJ_DRIVE_ROLE_MENU_ITEM = 35,
  AJ_DRIVE_ROLE_PAGE_TAB = 37,
  AJ_DRIVE_ROLE_PAGE_TAB_LIST = 38,
  AJ_DRIVE_ROLE_PANEL = 39,
  AJ_DRIVE_ROLE_PASSWORD_TEXT = 40,
  AJ_DRIVE_ROLE_PROGRESS_BAR = 42,
  AJ_DRIVE_ROLE_BUTTON = 43,
  AJ_DRIVE_ROLE_RADIO_BUTTON = 44,
  AJ_DRIVE_ROLE_RADIO_MENU_ITEM = 45,
  AJ_DRIVE_ROLE_SCROLL_PANE = 49,
  AJ_DRIVE_ROLE_SPIN_BUTTON = 52,
  AJ_DRIVE_ROLE_TABLE = 55,
  AJ_DRIVE_ROLE_TABLE_CELL = 56,
  AJ_DRIVE_ROLE_TEXT = 61, /* GtkEntry, GtkTextView and AdwEntryRow */
  AJ_DRIVE_ROLE_TOGGLE_BUTTON = 62,
  AJ_DRIVE_ROLE_WINDOW = 69,
  AJ_DRIVE_ROLE_ENTRY = 79, /* GtkSearchEntry */
  AJ_DRIVE_ROLE_TABLE_ROW = 90,
} AjDriveRole;

/* The numbers of AtspiStateType. */
typedef enum
{
  AJ_DRIVE_STATE_ACTIVE = 1,
  AJ_DRIVE_STATE_CHECKED = 4,
  AJ_DRIVE_STATE_EDITABLE = 7,
  AJ_DRIVE_STATE_ENABLED = 8,
  AJ_DRIVE_STATE_EXPANDED = 10,
  AJ_DRIVE_STATE_FOCUSABLE = 11,
  AJ_DRIVE_STATE_FOCUSED = 12,
  AJ_DRIVE_STATE_PRESSED = 20,
  AJ_DRIVE_STATE_SELECTED = 23,
  AJ_DRIVE_STATE_SENSITIVE = 24,
  AJ_DRIVE_STATE_SHOWING = 25,
  AJ_DRIVE_STATE_VISIBLE = 30,
  AJ_DRIVE_STATE_READ_ONLY = 43,
} AjDriveState;

/* Running the program: aj-drive.c */

/* Connects to the X server and the accessibility bus, and puts the letters of Western European names on the keyboard. */
AjDrive *aj_drive_new (void);
/* Ends a program that still runs (SIGKILL) and closes the connections. */
void aj_drive_free (AjDrive *drive);
/* How long anything is waited for. A minute at first: waiting costs nothing when it comes, and machines may be busy. */
void aj_drive_set_timeout (AjDrive *drive, double seconds);
/* Makes sure that all of @text can be typed. The keyboard must not change while the program runs: call it before. */
void aj_drive_prepare_text (AjDrive *drive, const char *text);
/* Starts @argv (the program itself, or a wrapper that exec()s it) and waits until it shows a window. @env (nullable):
 * "NAME=value" sets, "NAME" unsets, on top of the environment of the test. Its standard output goes to standard error.
 * A driver can start again once the program has ended. */
void aj_drive_start (AjDrive *drive, const char *const *argv, const char *const *env);
gboolean aj_drive_is_running (AjDrive *drive);
/* Waits until the program has ended by itself; its wait status, as g_spawn_check_wait_status() takes it. */
int aj_drive_wait_exit (AjDrive *drive);
/* Ctrl+Q, and waits; the program must end with status 0. */
void aj_drive_quit (AjDrive *drive);
/* SIGKILL: what a power cut looks like to the program. */
void aj_drive_kill (AjDrive *drive);
GPid aj_drive_get_pid (AjDrive *drive);

/* Actions since the start or the last reset. */
guint aj_drive_get_actions (AjDrive *drive);
/* Windows and dialogs that were seen since the start or the last reset, those already open not counted. */
guint aj_drive_get_windows (AjDrive *drive);
void aj_drive_reset_actions (AjDrive *drive);
/* Fails when there were more actions than @ceiling since the last reset. */
void aj_drive_assert_actions (AjDrive *drive, guint ceiling);
/* Fails the running test as described above: for a test's own checks, where the picture and the tree help. */
void aj_drive_fail (AjDrive *drive, const char *format, ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;

/* Looking: aj-drive-find.c. @name is a pattern (* and ?), NULL is any name. Of a button made with a mnemonic the
 * label without underscore is matched. Lists of more than 60 rows are only looked into by aj_drive_find_in(). */

/* Waits for a widget that exists, wherever it is. */
AjDriveNode *aj_drive_find (AjDrive *drive, AjDriveRole role, const char *name);
/* Waits for a widget that has a place in its window. (It may have to be scrolled to; pointer functions do that.) */
AjDriveNode *aj_drive_find_shown (AjDrive *drive, AjDriveRole role, const char *name);
/* The same inside @parent only, in the order of the tree; looks into long lists as well. */
AjDriveNode *
aj_drive_find_in (AjDrive *drive, AjDriveNode *parent, AjDriveRole role, const char *name);
/* The same, turning the wheel down over @list until the row comes up: GTK shows only rows near the screen. */
AjDriveNode *
aj_drive_scroll_to (AjDrive *drive, AjDriveNode *list, AjDriveRole role, const char *name);
/* What is shown at this moment, or NULL. */
AjDriveNode *aj_drive_peek (AjDrive *drive, AjDriveRole role, const char *name);
/* How many are shown at this moment, inside @parent (nullable). */
guint aj_drive_count (AjDrive *drive, AjDriveNode *parent, AjDriveRole role, const char *name);
/* Waits until so many are. */
void aj_drive_wait_count (
    AjDrive *drive, AjDriveNode *parent, AjDriveRole role, const char *name, guint count);
/* Waits until no such widget is shown. */
void aj_drive_wait_gone (AjDrive *drive, AjDriveRole role, const char *name);
void aj_drive_wait_state (AjDrive *drive, AjDriveNode *node, AjDriveState state, gboolean set);
/* Waits until the text of a field or label is exactly @text. It must not be that already when the step that makes it
 * so starts, or the wait ends too early. */
void aj_drive_wait_text (AjDrive *drive, AjDriveNode *node, const char *text);
/* Waits until typing goes to @node. */
void aj_drive_wait_focused (AjDrive *drive, AjDriveNode *node);
/* What has the keyboard focus at this moment, or NULL. */
AjDriveNode *aj_drive_get_focused (AjDrive *drive);
/* The accessibility gate: fails with a list of the widgets shown that take the keyboard focus and have no name of their
 * own. Exempt is what the toolkit builds itself and gives nobody a chance to name: scrolled windows, the inside of a
 * named drop-down, of a toast and of the file chooser, and the list box around rows that are named. */
void aj_drive_assert_names (AjDrive *drive);

/* A node as it was when last looked at. */
const char *aj_drive_node_get_name (AjDriveNode *node);
AjDriveRole aj_drive_node_get_role (AjDriveNode *node);
gboolean aj_drive_node_has_state (AjDriveNode *node, AjDriveState state);
AjDriveNode *aj_drive_node_get_parent (AjDriveNode *node);
/* Asks the program anew. FALSE when the widget has gone. */
gboolean aj_drive_node_update (AjDrive *drive, AjDriveNode *node);
/* What is written in a field or label; free it. The name for what has no text. */
char *aj_drive_get_text (AjDrive *drive, AjDriveNode *node);
double aj_drive_get_value (AjDrive *drive, AjDriveNode *node);
/* The whole tree, one widget a line; free it. */
char *aj_drive_dump (AjDrive *drive);

/* Doing, through the accessibility bus: aj-drive-act.c. Each is one action. */

/* Does what a click on a button, switch or menu item would; fails when it is not shown or not sensitive. */
void aj_drive_press (AjDrive *drive, AjDriveNode *node);
/* Does the action called @action, such as "win.undo" on a frame. */
void aj_drive_press_action (AjDrive *drive, AjDriveNode *node, const char *action);
/* Puts @text in a field at once, as an assistive technology does. */
void aj_drive_set_text (AjDrive *drive, AjDriveNode *node, const char *text);
/* Selects the nth row of a list view (from 0). */
void aj_drive_select (AjDrive *drive, AjDriveNode *list, int index);

/* Doing, with keyboard and pointer. Each is one action. Keys go to the window on top, which is given the focus. */

/* Clicks in a field, replaces what is in it by typing @text, and waits until it is there. */
void aj_drive_fill (AjDrive *drive, AjDriveNode *field, const char *text);
/* Opens a drop-down or combo row, scrolls to the item @name (pattern) in its list and clicks it. Where the list has a
 * field to search in, @name, then no pattern, is typed there: one action more. */
void aj_drive_choose (AjDrive *drive, AjDriveNode *combo, const char *name);
/* In the file chooser that is open or opening: types the absolute @path and confirms; waits until it has closed, unless
 * it asks whether to replace the file. Two actions. */
void aj_drive_choose_file (AjDrive *drive, const char *path);
/* The same for all that the chooser lists of @folder: goes there, selects all and confirms. Four actions. */
void aj_drive_choose_all (AjDrive *drive, const char *folder);

/* aj-drive-keys.c */

/* Types into what has the focus (see aj_drive_wait_focused()). */
void aj_drive_type (AjDrive *drive, const char *text);
/* "ctrl+z", "ctrl+shift+z", "alt+F4", "F10", "Tab", "Down", "Return", "ctrl+comma": modifiers and a key by the name
 * X gives it. */
void aj_drive_key (AjDrive *drive, const char *chord);
/* The same chord @times times: so many actions. */
void aj_drive_keys (AjDrive *drive, const char *chord, guint times);
/* Presses "Tab", "Down" or the like until @node has the focus; each is an action. */
void aj_drive_key_to (AjDrive *drive, const char *chord, AjDriveNode *node);

/* aj-drive-pointer.c. Waits until the widget stands still, scrolls it into view if needed, and aims at its middle. */
void aj_drive_click (AjDrive *drive, AjDriveNode *node);
/* At a part of its width and height, 0 to 1. */
void aj_drive_click_at (AjDrive *drive, AjDriveNode *node, double x, double y);
void aj_drive_click_secondary (AjDrive *drive, AjDriveNode *node);
void aj_drive_double_click (AjDrive *drive, AjDriveNode *node);
void aj_drive_drag (AjDrive *drive, AjDriveNode *from, AjDriveNode *to);
/* Turns the wheel over @node, @notches down (or, negative, up). No action: reading is free. */
void aj_drive_scroll (AjDrive *drive, AjDriveNode *node, int notches);

/* Windows: aj-drive-window.c. @title is a pattern. */

/* Waits until such a window is on screen and has the focus; gives it the focus where there is no window manager. */
void aj_drive_wait_active (AjDrive *drive, const char *title);
void aj_drive_wait_window_gone (AjDrive *drive, const char *title);
gboolean aj_drive_has_window (AjDrive *drive, const char *title);
/* Brings a window to the front and gives it the focus: one action. */
void aj_drive_activate (AjDrive *drive, const char *title);
/* Asks the window to close, as its close button does: one action. */
void aj_drive_close_window (AjDrive *drive, const char *title);
/* In pixels, without what a window manager draws around it. Fails when the program says that it needs more. */
void aj_drive_resize_window (AjDrive *drive, const char *title, int width, int height);
/* The screen as @name.png in the log folder. */
void aj_drive_screenshot (AjDrive *drive, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjDrive, aj_drive_free)

G_END_DECLS
