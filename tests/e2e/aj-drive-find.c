/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "aj-drive-private.h"

/* A row whose focus cannot be told is taken to have it so long after the click, when the program has nothing to do any more. */
#define UNTOLD_FOCUS (G_TIME_SPAN_SECOND)

#define MOST_LIKELY 30
#define MOST_KEYS   100
/* How long a key takes to move the focus; a busy program may take longer, and at an end it does not move at all. */
#define FOCUS_GRACE (G_TIME_SPAN_SECOND / 2)

gboolean
aj_drive_node_matches (AjDriveNode *node, AjDriveRole role, const char *name)
{
  return (role == AJ_DRIVE_ROLE_ANY || node->role == role) &&
         (!name || g_pattern_match_simple (name, node->name));
}

gboolean
aj_drive_node_is_shown (AjDrive *drive, AjDriveNode *node)
{
  AjDriveRect rect;

  return aj_drive_node_measure (drive, node, &rect);
}

static gboolean
is_match (AjDrive *drive,
          AjDriveNode *node,
          AjDriveNode *parent,
          AjDriveRole role,
          const char *name,
          gboolean shown)
{
  return aj_drive_node_matches (node, role, name) &&
         (!parent || aj_drive_node_is_inside (node, parent)) &&
         (!shown || aj_drive_node_is_shown (drive, node));
}

/* The first match of the last walk. A dialog that stands over its window comes after it in the tree, so the last window
 * is searched first. */
static AjDriveNode *
search (AjDrive *drive, AjDriveNode *parent, AjDriveRole role, const char *name, gboolean shown)
{
  GPtrArray *tops = drive->root->children;

  for (guint t = tops->len; t-- > 0;)
    for (guint i = 0; i < drive->order->len; i++)
      {
        AjDriveNode *node = drive->order->pdata[i];

        if (aj_drive_node_get_toplevel (node) == tops->pdata[t] &&
            is_match (drive, node, parent, role, name, shown))
          return node;
      }
  return NULL;
}

static AjDriveNode *
hold (AjDriveNode *node)
{
  for (AjDriveNode *up = node; up; up = up->parent)
    up->is_held = TRUE;
  return node;
}

/* What there is of the kind, for the message of a failure. */
static char *
list_likely (AjDrive *drive, AjDriveNode *parent, AjDriveRole role)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < drive->order->len && n < MOST_LIKELY; i++)
    {
      AjDriveNode *node = drive->order->pdata[i];

      if (node->name[0] == '\0' || !is_match (drive, node, parent, role, NULL, TRUE))
        continue;
      g_string_append_printf (text, "%s “%s”", n++ > 0 ? "," : "", node->name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static AjDriveNode *
wait_for (AjDrive *drive, AjDriveNode *parent, AjDriveRole role, const char *name, gboolean shown)
{
  const char *kind = aj_drive_role_to_string (role);
  gint64 end = aj_drive_get_end (drive);

  for (;;)
    {
      AjDriveNode *node = aj_drive_refresh (drive) ? search (drive, parent, role, name, shown)
                                                   : NULL;
      g_autofree char *likely = NULL;

      if (node)
        return hold (node);
      if (g_get_monotonic_time () > end)
        likely = list_likely (drive, parent, role);
      aj_drive_pause (drive, end, "%s “%s”%s%s%s; there are:%s", kind ? kind : "widget",
                      name ? name : "*", shown ? " to be shown" : "", parent ? " inside " : "",
                      parent ? parent->name : "", likely ? likely : "");
    }
}

AjDriveNode *
aj_drive_find (AjDrive *drive, AjDriveRole role, const char *name)
{
  return wait_for (drive, NULL, role, name, FALSE);
}

AjDriveNode *
aj_drive_find_shown (AjDrive *drive, AjDriveRole role, const char *name)
{
  return wait_for (drive, NULL, role, name, TRUE);
}

AjDriveNode *
aj_drive_find_in (AjDrive *drive, AjDriveNode *parent, AjDriveRole role, const char *name)
{
  AjDriveNode *node;

  parent->is_deep = TRUE;
  node = wait_for (drive, parent, role, name, TRUE);
  parent->is_deep = FALSE;
  return node;
}

AjDriveNode *
aj_drive_scroll_to (AjDrive *drive, AjDriveNode *list, AjDriveRole role, const char *name)
{
  gint64 end = aj_drive_get_end (drive);
  AjDriveNode *node;

  list->is_deep = TRUE;
  while (!aj_drive_refresh (drive) || !(node = search (drive, list, role, name, TRUE)))
    {
      aj_drive_pause (drive, end, "“%s” to come up while scrolling through %s", name, list->name);
      aj_drive_scroll (drive, list, AJ_DRIVE_NOTCHES);
    }
  list->is_deep = FALSE;
  return hold (node);
}

AjDriveNode *
aj_drive_peek (AjDrive *drive, AjDriveRole role, const char *name)
{
  return aj_drive_refresh (drive) ? search (drive, NULL, role, name, TRUE) : NULL;
}

/* As aj_drive_refresh(), of a program that may be long in answering. */
static void
refresh (AjDrive *drive)
{
  gint64 end = aj_drive_get_end (drive);

  while (!aj_drive_refresh (drive))
    aj_drive_pause (drive, end, "an answer of the program");
}

guint
aj_drive_count (AjDrive *drive, AjDriveNode *parent, AjDriveRole role, const char *name)
{
  guint n = 0;

  if (parent)
    parent->is_deep = TRUE;
  refresh (drive);
  if (parent)
    parent->is_deep = FALSE;
  for (guint i = 0; i < drive->order->len; i++)
    n += is_match (drive, drive->order->pdata[i], parent, role, name, TRUE);
  return n;
}

/* Waits */

void
aj_drive_wait_count (
    AjDrive *drive, AjDriveNode *parent, AjDriveRole role, const char *name, guint count)
{
  const char *kind = aj_drive_role_to_string (role);
  gint64 end = aj_drive_get_end (drive);
  guint n;

  while ((n = aj_drive_count (drive, parent, role, name)) != count)
    aj_drive_pause (drive, end, "%u of %s “%s”; there are %u", count, kind ? kind : "widget",
                    name ? name : "*", n);
}

void
aj_drive_wait_gone (AjDrive *drive, AjDriveRole role, const char *name)
{
  const char *kind = aj_drive_role_to_string (role);
  gint64 end = aj_drive_get_end (drive);

  while (!aj_drive_refresh (drive) || search (drive, NULL, role, name, TRUE))
    aj_drive_pause (drive, end, "%s “%s” to go", kind ? kind : "widget", name ? name : "*");
}

void
aj_drive_wait_state (AjDrive *drive, AjDriveNode *node, AjDriveState state, gboolean set)
{
  g_autofree char *description = aj_drive_node_describe (node);
  gint64 end = aj_drive_get_end (drive);

  while (!aj_drive_node_update (drive, node) || aj_drive_node_has_state (node, state) != set)
    aj_drive_pause (drive, end, "%s to %s state %d", description, set ? "get" : "lose",
                    (int) state);
}

void
aj_drive_wait_text (AjDrive *drive, AjDriveNode *node, const char *text)
{
  g_autofree char *description = aj_drive_node_describe (node);
  gint64 end = aj_drive_get_end (drive);

  for (;;)
    {
      gboolean exists = aj_drive_node_update (drive, node);
      g_autofree char *now = exists ? aj_drive_get_text (drive, node) : NULL;

      if (exists && g_strcmp0 (now, text) == 0)
        return;
      aj_drive_pause (drive, end, "%s to read “%s”; it %s%s%s", description, text,
                      exists ? "reads “" : "has gone", exists ? now : "", exists ? "”" : "");
    }
}

/* An AdwEntryRow: a field that is a row of a list at the same time. */
static gboolean
is_entry_row (AjDriveNode *node)
{
  return node->role == AJ_DRIVE_ROLE_TEXT && node->parent &&
         node->parent->role == AJ_DRIVE_ROLE_LIST;
}

/* AdwEntryRow of libadwaita 1.2 never says that it has the focus; but its pencil goes while it has. */
static gboolean
has_pencil (AjDriveNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      AjDriveNode *child = node->children->pdata[i];

      if ((child->role == AJ_DRIVE_ROLE_IMAGE && g_str_equal (child->name, "GtkImage")) ||
          has_pencil (child))
        return TRUE;
    }
  return FALSE;
}

/* What the last walk found to have the focus. */
static AjDriveNode *
find_focused (AjDrive *drive)
{
  Window top = aj_drive_get_top_window (drive);
  AjDriveNode *row = NULL;
  AjDrivePlace place;

  for (guint i = 0; i < drive->order->len; i++)
    {
      AjDriveNode *node = drive->order->pdata[i];

      /* A window below the top one remembers its own. */
      if (aj_drive_node_has_state (node, AJ_DRIVE_STATE_FOCUSED) &&
          aj_drive_locate (drive, node, &place) && (place.popover || place.window == top))
        return node;
      if (is_entry_row (node) && !has_pencil (node) && aj_drive_node_is_shown (drive, node))
        row = node;
    }
  return row;
}

AjDriveNode *
aj_drive_get_focused (AjDrive *drive)
{
  return aj_drive_refresh (drive) ? find_focused (drive) : NULL;
}

/* The focus may rest on a part, such as the text inside a spin button. */
static gboolean
is_at (AjDriveNode *focused, AjDriveNode *node)
{
  return focused && (focused == node || aj_drive_node_is_inside (focused, node));
}

void
aj_drive_wait_focused (AjDrive *drive, AjDriveNode *node)
{
  g_autofree char *description = aj_drive_node_describe (node);
  gint64 end = aj_drive_get_end (drive);
  gint64 assumed = is_entry_row (node) ? g_get_monotonic_time () + UNTOLD_FOCUS : G_MAXINT64;
  AjDriveNode *focused;

  while (!is_at ((focused = aj_drive_get_focused (drive)), node) &&
         (focused || g_get_monotonic_time () < assumed))
    aj_drive_pause (drive, end, "%s to get the focus; %s has it", description,
                    focused ? focused->name : "nothing");
  if (!focused)
    aj_drive_wait_rest (drive);
}

void
aj_drive_key_to (AjDrive *drive, const char *chord, AjDriveNode *node)
{
  g_autofree char *description = aj_drive_node_describe (node);
  AjDriveNode *focused = aj_drive_get_focused (drive);

  for (guint i = 0; i < MOST_KEYS && !is_at (focused, node); i++)
    {
      AjDriveNode *before = focused;
      gint64 end = g_get_monotonic_time () + FOCUS_GRACE;

      aj_drive_key (drive, chord);
      do
        focused = aj_drive_get_focused (drive);
      while (focused == before && g_get_monotonic_time () < end);
      if (focused == before)
        {
          aj_drive_wait_rest (drive);
          focused = aj_drive_get_focused (drive);
        }
    }
  if (!is_at (focused, node))
    aj_drive_fail (drive, "%s does not lead to %s", chord, description);
}

void
aj_drive_need_shown (AjDrive *drive, AjDriveNode *node)
{
  g_autofree char *description = aj_drive_node_describe (node);
  gint64 end = aj_drive_get_end (drive);

  while (!aj_drive_node_update (drive, node) || !aj_drive_node_is_shown (drive, node))
    aj_drive_pause (drive, end, "%s to be shown", description);
}

/* The gate */

static gboolean
has_real_name (AjDriveNode *node)
{
  return node->name[0] != '\0' && !g_str_has_prefix (node->name, "Gtk") &&
         !g_str_has_prefix (node->name, "Adw") && !g_str_has_prefix (node->name, "Aj");
}

static gboolean
has_named_rows (AjDriveNode *list)
{
  for (guint i = 0; i < list->children->len; i++)
    if (!has_real_name (list->children->pdata[i]))
      return FALSE;
  return list->children->len > 0;
}

static gboolean
is_exempt (AjDriveNode *node)
{
  static const char *const built_in[] = { "AdwToastWidget", "GtkFileChooserWidget", NULL };

  if (node->role == AJ_DRIVE_ROLE_SCROLL_PANE)
    return TRUE;
  if (g_str_equal (node->name, "GtkListBox") && has_named_rows (node))
    return TRUE;
  for (AjDriveNode *up = node->parent; up; up = up->parent)
    if ((up->role == AJ_DRIVE_ROLE_COMBO_BOX && has_real_name (up)) ||
        g_strv_contains (built_in, up->name))
      return TRUE;
  return FALSE;
}

void
aj_drive_assert_names (AjDrive *drive)
{
  g_autoptr (GString) offenders = g_string_new (NULL);
  guint n = 0;

  refresh (drive);
  for (guint i = 0; i < drive->order->len; i++)
    {
      AjDriveNode *node = drive->order->pdata[i];
      g_autofree char *description = NULL;

      if (!aj_drive_node_has_state (node, AJ_DRIVE_STATE_FOCUSABLE) || has_real_name (node) ||
          is_exempt (node) || !aj_drive_node_is_shown (drive, node))
        continue;
      n++;
      description = aj_drive_node_describe (node);
      g_string_append_printf (offenders, "\n   %s", description);
      for (AjDriveNode *up = node->parent; up && up->parent; up = up->parent)
        if (has_real_name (up))
          {
            g_autofree char *where = aj_drive_node_describe (up);
            g_string_append_printf (offenders, " in %s", where);
            break;
          }
    }
  if (n > 0)
    aj_drive_fail (drive, "%u widgets that take the focus have no name:%s", n, offenders->str);
}
