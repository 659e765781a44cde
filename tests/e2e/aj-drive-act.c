/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "aj-drive-private.h"

#define ACTION "org.a11y.atspi.Action"
#define TEXT   "org.a11y.atspi.Text"

static GVariant *
get_property (AjDrive *drive, AjDriveNode *node, const char *interface, const char *property)
{
  g_autoptr (GVariant) answer = aj_drive_call (drive, node->path, "org.freedesktop.DBus.Properties",
                                               "Get", g_variant_new ("(ss)", interface, property));
  GVariant *value = NULL;

  if (answer)
    g_variant_get (answer, "(v)", &value);
  return value;
}

char *
aj_drive_get_text (AjDrive *drive, AjDriveNode *node)
{
  g_autoptr (GVariant) count = node->has_text ? get_property (drive, node, TEXT, "CharacterCount")
                                              : NULL;
  g_autoptr (GVariant) answer = NULL;
  char *text = NULL;

  if (!count)
    return g_strdup (node->name);
  /* GTK 4.8 does not take -1 for the end. */
  answer = aj_drive_call (drive, node->path, TEXT, "GetText",
                          g_variant_new ("(ii)", 0, g_variant_get_int32 (count)));
  if (answer)
    g_variant_get (answer, "(s)", &text);
  return text ? text : g_strdup ("");
}

double
aj_drive_get_value (AjDrive *drive, AjDriveNode *node)
{
  g_autoptr (GVariant) value = get_property (drive, node, "org.a11y.atspi.Value", "CurrentValue");

  if (!value)
    aj_drive_fail (drive, "%s has no value", node->name);
  return g_variant_get_double (value);
}

/* Actions */

static int
find_action (AjDrive *drive, AjDriveNode *node, const char *const *wanted)
{
  g_autoptr (GVariant) count = get_property (drive, node, ACTION, "NActions");
  int n = count ? g_variant_get_int32 (count) : 0;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GVariant) answer = aj_drive_call (drive, node->path, ACTION, "GetName",
                                                   g_variant_new ("(i)", i));
      const char *name = NULL;

      if (answer)
        g_variant_get (answer, "(&s)", &name);
      if (name && g_strv_contains (wanted, name))
        return i;
    }
  return -1;
}

static void
do_action (AjDrive *drive, AjDriveNode *node, int index)
{
  g_autoptr (GVariant) answer = aj_drive_call (drive, node->path, ACTION, "DoAction",
                                               g_variant_new ("(i)", index));
  gboolean done = FALSE;

  if (answer)
    g_variant_get (answer, "(b)", &done);
  /* An action that ends the program may take the answer with it. */
  if (!done && aj_drive_is_running (drive))
    aj_drive_fail (drive, "%s did not do its action", node->name);
}

/* A menu button's own button is a child that bears the same name. */
static AjDriveNode *
find_pressable (AjDrive *drive, AjDriveNode *node, int *index)
{
  const char *const presses[] = { "click", "toggle", "activate", NULL };

  *index = find_action (drive, node, presses);
  if (*index >= 0)
    return node;
  for (guint i = 0; i < node->children->len; i++)
    {
      AjDriveNode *child = node->children->pdata[i];

      if (!g_str_equal (child->name, node->name))
        continue;
      *index = find_action (drive, child, presses);
      if (*index >= 0)
        return child;
    }
  return NULL;
}

void
aj_drive_press (AjDrive *drive, AjDriveNode *node)
{
  g_autofree char *description = aj_drive_node_describe (node);
  AjDriveNode *target;
  int index;

  aj_drive_step (drive, "press %s", description);
  /* On a widget that is not on screen GTK answers "done" and does nothing. */
  aj_drive_need_shown (drive, node);
  target = find_pressable (drive, node, &index);
  if (!target)
    aj_drive_fail (drive, "%s cannot be pressed; click it", description);
  aj_drive_wait_state (drive, target, AJ_DRIVE_STATE_SENSITIVE, TRUE);
  do_action (drive, target, index);
}

void
aj_drive_press_action (AjDrive *drive, AjDriveNode *node, const char *action)
{
  const char *const wanted[] = { action, NULL };
  int index;

  aj_drive_step (drive, "do %s on %s", action, node->name);
  index = find_action (drive, node, wanted);
  if (index < 0)
    aj_drive_fail (drive, "%s has no action %s", node->name, action);
  do_action (drive, node, index);
}

void
aj_drive_set_text (AjDrive *drive, AjDriveNode *node, const char *text)
{
  g_autoptr (GVariant) answer = NULL;

  aj_drive_step (drive, "set %s to “%s”", node->name, text);
  aj_drive_need_shown (drive, node);
  answer = aj_drive_call (drive, node->path, "org.a11y.atspi.EditableText", "SetTextContents",
                          g_variant_new ("(s)", text));
  if (!answer)
    aj_drive_fail (drive, "%s takes no text", node->name);
  aj_drive_wait_text (drive, node, text);
}

void
aj_drive_select (AjDrive *drive, AjDriveNode *list, int index)
{
  g_autoptr (GVariant) answer = NULL;
  gboolean done = FALSE;

  aj_drive_step (drive, "select row %d of %s", index, list->name);
  answer = aj_drive_call (drive, list->path, "org.a11y.atspi.Selection", "SelectChild",
                          g_variant_new ("(i)", index));
  if (answer)
    g_variant_get (answer, "(b)", &done);
  if (!done)
    aj_drive_fail (drive, "%s did not select row %d", list->name, index);
}

/* With keyboard and pointer */

void
aj_drive_fill (AjDrive *drive, AjDriveNode *field, const char *text)
{
  aj_drive_step (drive, "fill %s with “%s”", field->name, text);
  aj_drive_send_click (drive, field, 0.5, 0.5, 1, 1);
  aj_drive_wait_focused (drive, field);
  aj_drive_send_chord (drive, "ctrl+a");
  if (text[0] == '\0')
    aj_drive_send_chord (drive, "BackSpace");
  else
    aj_drive_send_text (drive, text);
  aj_drive_wait_text (drive, field, text);
}

/* Something in the open list: it stands in a popover, for the closed part may show the same. */
static AjDriveNode *
find_in_popover (AjDrive *drive, AjDriveNode *combo, AjDriveRole role, const char *name)
{
  AjDrivePlace place;

  for (guint i = 0; i < drive->order->len; i++)
    {
      AjDriveNode *node = drive->order->pdata[i];

      if (aj_drive_node_matches (node, role, name) && aj_drive_node_is_inside (node, combo) &&
          aj_drive_node_is_shown (drive, node) && aj_drive_locate (drive, node, &place) &&
          place.popover && place.popover != combo)
        return node;
    }
  return NULL;
}

static AjDriveNode *
open_list (AjDrive *drive, AjDriveNode *combo, gint64 end)
{
  AjDriveNode *list;

  aj_drive_send_click (drive, combo, 0.5, 0.5, 1, 1);
  while (!aj_drive_refresh (drive) ||
         !(list = find_in_popover (drive, combo, AJ_DRIVE_ROLE_LIST, NULL)))
    aj_drive_pause (drive, end, "the list of %s to open", combo->name);
  return list;
}

void
aj_drive_choose (AjDrive *drive, AjDriveNode *combo, const char *name)
{
  gint64 end = aj_drive_get_end (drive);
  AjDriveNode *list;
  AjDriveNode *search;
  AjDriveNode *item;

  aj_drive_step (drive, "choose “%s” in %s", name, combo->name);
  combo->is_deep = TRUE;
  list = open_list (drive, combo, end);
  search = find_in_popover (drive, combo, AJ_DRIVE_ROLE_ENTRY, NULL);
  if (search)
    aj_drive_fill (drive, search, name);
  else
    aj_drive_send_chord (drive, "Home");
  while (!aj_drive_refresh (drive) ||
         !(item = find_in_popover (drive, combo, AJ_DRIVE_ROLE_LABEL, name)))
    {
      aj_drive_pause (drive, end, "“%s” to come up in the list of %s", name, combo->name);
      aj_drive_scroll (drive, list, AJ_DRIVE_NOTCHES);
    }
  aj_drive_send_click (drive, item, 0.5, 0.5, 1, 1);
  while (!aj_drive_refresh (drive) || find_in_popover (drive, combo, AJ_DRIVE_ROLE_LIST, NULL))
    aj_drive_pause (drive, end, "the list of %s to close", combo->name);
  combo->is_deep = FALSE;
}

/* The path goes into the name field of a dialog that saves; one that opens has a field for it after Ctrl+L. */
static AjDriveNode *
find_path_field (AjDrive *drive, AjDriveNode *chooser)
{
  for (guint i = 0; i < drive->order->len; i++)
    {
      AjDriveNode *node = drive->order->pdata[i];

      if (node->role == AJ_DRIVE_ROLE_TEXT && aj_drive_node_is_inside (node, chooser) &&
          aj_drive_node_is_shown (drive, node))
        return node;
    }
  return NULL;
}

/* In the chooser that is open or opening: @path typed and confirmed. (transfer none): the chooser. */
static AjDriveNode *
confirm_path (AjDrive *drive, const char *path)
{
  gint64 end = aj_drive_get_end (drive);
  AjDriveNode *chooser = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_FILLER, "GtkFileChooserWidget");
  const char *title = aj_drive_node_get_toplevel (chooser)->name;
  AjDriveNode *field;

  aj_drive_wait_active (drive, title);
  aj_drive_step (drive, "type the path “%s”", path);
  field = find_path_field (drive, chooser);
  if (!field)
    aj_drive_send_chord (drive, "ctrl+l");
  while (!field)
    {
      aj_drive_pause (drive, end, "“%s” to show a field for the path", title);
      field = aj_drive_refresh (drive) ? find_path_field (drive, chooser) : NULL;
    }
  aj_drive_send_click (drive, field, 0.5, 0.5, 1, 1);
  aj_drive_wait_focused (drive, field);
  aj_drive_send_chord (drive, "ctrl+a");
  aj_drive_send_text (drive, path);
  aj_drive_wait_text (drive, field, path);
  aj_drive_step (drive, "confirm with Return");
  aj_drive_send_chord (drive, "Return");
  return chooser;
}

static void
wait_chosen (AjDrive *drive, Window window, const char *path)
{
  gint64 end = aj_drive_get_end (drive);

  while (aj_drive_is_running (drive) && aj_drive_get_top_window (drive) == window)
    aj_drive_pause (drive, end, "the file chooser to take %s", path);
}

/* The chooser is on top by then. */
static Window
wait_chooser (AjDrive *drive)
{
  AjDriveNode *chooser = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_FILLER, "GtkFileChooserWidget");

  aj_drive_wait_active (drive, aj_drive_node_get_toplevel (chooser)->name);
  return aj_drive_get_top_window (drive);
}

void
aj_drive_choose_file (AjDrive *drive, const char *path)
{
  Window window = wait_chooser (drive);

  confirm_path (drive, path);
  wait_chosen (drive, window, path);
}

/* (nullable): the list of files, once it has the cursor. */
static AjDriveNode *
find_file_list (AjDrive *drive, AjDriveNode *chooser)
{
  for (guint i = 0; i < drive->order->len; i++)
    {
      AjDriveNode *node = drive->order->pdata[i];

      if (g_str_equal (node->name, "GtkTreeView") && aj_drive_node_is_inside (node, chooser) &&
          aj_drive_node_is_shown (drive, node) &&
          aj_drive_node_has_state (node, AJ_DRIVE_STATE_FOCUSED))
        return node;
    }
  return NULL;
}

void
aj_drive_choose_all (AjDrive *drive, const char *folder)
{
  gint64 end = aj_drive_get_end (drive);
  g_autofree char *path = g_strconcat (folder, "/", NULL);
  Window window = wait_chooser (drive);
  AjDriveNode *chooser = confirm_path (drive, path);

  while (!aj_drive_refresh (drive) || !find_file_list (drive, chooser))
    aj_drive_pause (drive, end, "the file chooser to go to %s", folder);
  /* It tells nobody when it has read the folder. */
  aj_drive_wait_rest (drive);
  aj_drive_step (drive, "select all of them");
  aj_drive_send_chord (drive, "ctrl+a");
  /* Return would open the one under the cursor alone. */
  aj_drive_press (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "Open"));
  wait_chosen (drive, window, folder);
}
