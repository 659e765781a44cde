/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "aj-drive-private.h"

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define COMPONENT  "org.a11y.atspi.Component"
#define ROOT_PATH  "/org/a11y/atspi/accessible/root"
#define CACHE_PATH "/org/a11y/atspi/cache"
/* Each item of org.a11y.atspi.Cache.GetItems: itself, application, parent, index, number of children, interfaces, name,
 * role, description, states. */
#define ITEMS_TYPE G_VARIANT_TYPE ("(a((so)(so)(so)iiassusau))")
/* AtspiCoordType: relative to the window. GTK 4 knows no place on the screen. */
#define COORDINATES_OF_WINDOW 1

/* Nodes */

static AjDriveNode *
node_new (const char *path)
{
  AjDriveNode *node = g_new0 (AjDriveNode, 1);

  node->path = g_strdup (path);
  node->name = g_strdup ("");
  node->children = g_ptr_array_new ();
  return node;
}

void
aj_drive_node_free (gpointer data)
{
  AjDriveNode *node = data;

  g_free (node->path);
  g_free (node->name);
  g_ptr_array_unref (node->children);
  g_free (node);
}

const char *
aj_drive_role_to_string (AjDriveRole role)
{
  static const struct
  {
    AjDriveRole role;
    const char *name;
  } names[] = {
    { AJ_DRIVE_ROLE_ANY, "widget" },
    { AJ_DRIVE_ROLE_ALERT, "alert" },
    { AJ_DRIVE_ROLE_CHECK_BOX, "check box" },
    { AJ_DRIVE_ROLE_CHECK_MENU_ITEM, "check menu item" },
    { AJ_DRIVE_ROLE_COLUMN_HEADER, "column header" },
    { AJ_DRIVE_ROLE_COMBO_BOX, "combo box" },
    { AJ_DRIVE_ROLE_DIALOG, "dialog" },
    { AJ_DRIVE_ROLE_FILLER, "filler" },
    { AJ_DRIVE_ROLE_FRAME, "frame" },
    { AJ_DRIVE_ROLE_IMAGE, "image" },
    { AJ_DRIVE_ROLE_LABEL, "label" },
    { AJ_DRIVE_ROLE_LIST, "list" },
    { AJ_DRIVE_ROLE_LIST_ITEM, "list item" },
    { AJ_DRIVE_ROLE_MENU, "menu" },
    { AJ_DRIVE_ROLE_MENU_ITEM, "menu item" },
    { AJ_DRIVE_ROLE_PAGE_TAB, "page tab" },
    { AJ_DRIVE_ROLE_PAGE_TAB_LIST, "page tab list" },
    { AJ_DRIVE_ROLE_PANEL, "panel" },
    { AJ_DRIVE_ROLE_PASSWORD_TEXT, "password text" },
    { AJ_DRIVE_ROLE_PROGRESS_BAR, "progress bar" },
    { AJ_DRIVE_ROLE_BUTTON, "button" },
    { AJ_DRIVE_ROLE_RADIO_BUTTON, "radio button" },
    { AJ_DRIVE_ROLE_RADIO_MENU_ITEM, "radio menu item" },
    { AJ_DRIVE_ROLE_SCROLL_PANE, "scroll pane" },
    { AJ_DRIVE_ROLE_SPIN_BUTTON, "spin button" },
    { AJ_DRIVE_ROLE_TABLE, "table" },
    { AJ_DRIVE_ROLE_TABLE_CELL, "table cell" },
    { AJ_DRIVE_ROLE_TEXT, "text" },
    { AJ_DRIVE_ROLE_TOGGLE_BUTTON, "toggle button" },
    { AJ_DRIVE_ROLE_WINDOW, "window" },
    { AJ_DRIVE_ROLE_ENTRY, "entry" },
    { AJ_DRIVE_ROLE_TABLE_ROW, "table row" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].role == role)
      return names[i].name;
  return NULL;
}

char *
aj_drive_node_describe (AjDriveNode *node)
{
  const char *role = aj_drive_role_to_string (node->role);

  if (role)
    return g_strdup_printf ("%s “%s”", role, node->name);
  return g_strdup_printf ("role %u “%s”", (guint) node->role, node->name);
}

const char *
aj_drive_node_get_name (AjDriveNode *node)
{
  return node->name;
}

AjDriveRole
aj_drive_node_get_role (AjDriveNode *node)
{
  return node->role;
}

gboolean
aj_drive_node_has_state (AjDriveNode *node, AjDriveState state)
{
  return (node->states >> state) & 1;
}

AjDriveNode *
aj_drive_node_get_parent (AjDriveNode *node)
{
  return node->parent;
}

AjDriveNode *
aj_drive_node_get_toplevel (AjDriveNode *node)
{
  while (node->parent && node->parent->parent)
    node = node->parent;
  return node;
}

gboolean
aj_drive_node_is_inside (AjDriveNode *node, AjDriveNode *ancestor)
{
  for (node = node->parent; node; node = node->parent)
    if (node == ancestor)
      return TRUE;
  return FALSE;
}

gboolean
aj_drive_node_exists (AjDrive *drive, AjDriveNode *node)
{
  return node->seen == drive->walk && node->known == drive->walk;
}

gboolean
aj_drive_node_update (AjDrive *drive, AjDriveNode *node)
{
  return aj_drive_refresh (drive) && aj_drive_node_exists (drive, node);
}

gboolean
aj_drive_node_measure (AjDrive *drive, AjDriveNode *node, AjDriveRect *rect)
{
  g_autoptr (GVariant) extents = aj_drive_call (drive, node->path, COMPONENT, "GetExtents",
                                                g_variant_new ("(u)", COORDINATES_OF_WINDOW));
  g_autoptr (GVariant) contains = NULL;
  gboolean is_mapped = FALSE;

  *rect = (AjDriveRect){ 0 };
  if (!extents)
    return FALSE;
  g_variant_get (extents, "((iiii))", &rect->x, &rect->y, &rect->width, &rect->height);
  if (rect->width <= 0 || rect->height <= 0)
    return FALSE;
  /* A page that was left keeps its extents and all its states; but what is not mapped contains no point. */
  contains = aj_drive_call (drive, node->path, COMPONENT, "Contains",
                            g_variant_new ("(iiu)", rect->x + rect->width / 2,
                                           rect->y + rect->height / 2, COORDINATES_OF_WINDOW));
  if (contains)
    g_variant_get (contains, "(b)", &is_mapped);
  return is_mapped;
}

/* Walking. GTK puts a widget into its cache only once somebody has asked for it. So first all are asked for, the
 * questions of a whole level under way at once; then a single answer from the cache tells everything about all. */

typedef struct
{
  AjDrive *drive;
  GPtrArray *next;
  guint *open;
  gboolean failed;
} Walk;

typedef struct
{
  Walk *walk;
  AjDriveNode *node;
} Question;

static AjDriveNode *
meet_node (AjDrive *drive, const char *path)
{
  AjDriveNode *node = g_hash_table_lookup (drive->nodes, path);

  if (!node)
    {
      node = node_new (path);
      g_hash_table_insert (drive->nodes, node->path, node);
    }
  return node;
}

static gboolean
is_deep (AjDriveNode *node)
{
  for (; node; node = node->parent)
    if (node->is_deep)
      return TRUE;
  return FALSE;
}

static void
add_child (Walk *walk, AjDriveNode *node, AjDriveNode *child)
{
  /* Moved while walking: the first place counts. */
  if (child->seen == walk->drive->walk)
    return;
  child->seen = walk->drive->walk;
  child->parent = node;
  child->long_children = 0;
  g_ptr_array_set_size (child->children, 0);
  g_ptr_array_add (node->children, child);
  g_ptr_array_add (walk->next, child);
}

static void
add_children (Walk *walk, AjDriveNode *node, GVariant *answer)
{
  g_autoptr (GVariantIter) iter = NULL;
  const char *bus_name;
  const char *path;
  gboolean is_skipped;

  g_variant_get (answer, "(a(so))", &iter);
  is_skipped = g_variant_iter_n_children (iter) > AJ_DRIVE_LONG_LIST && !is_deep (node);
  node->long_children = is_skipped ? (guint) g_variant_iter_n_children (iter) : 0;
  while (g_variant_iter_next (iter, "(&s&o)", &bus_name, &path))
    {
      AjDriveNode *known = g_hash_table_lookup (walk->drive->nodes, path);

      if (!is_skipped)
        add_child (walk, node, meet_node (walk->drive, path));
      else if (known && known->is_held)
        add_child (walk, node, known);
    }
}

static void
children_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                               NULL);

  (*question->walk->open)--;
  /* A widget that went in the meantime answers with an error, which is as good as no children. */
  if (answer)
    add_children (question->walk, question->node, answer);
  else if (question->node->parent == NULL)
    question->walk->failed = TRUE;
}

static gboolean
walk_tree (AjDrive *drive)
{
  g_autoptr (GPtrArray) level = g_ptr_array_new ();
  guint open = 0;
  Walk walk = { drive, NULL, &open, FALSE };

  drive->walk++;
  drive->root = meet_node (drive, ROOT_PATH);
  drive->root->seen = drive->walk;
  g_ptr_array_set_size (drive->root->children, 0);
  g_ptr_array_add (level, drive->root);
  g_main_context_push_thread_default (drive->context);
  while (level->len > 0 && !walk.failed)
    {
      walk.next = g_ptr_array_new ();
      for (guint i = 0; i < level->len; i++)
        {
          Question *question = g_new (Question, 1);

          *question = (Question){ &walk, level->pdata[i] };
          open++;
          g_dbus_connection_call (drive->bus, drive->bus_name, question->node->path, ACCESSIBLE,
                                  "GetChildren", NULL, G_VARIANT_TYPE ("(a(so))"),
                                  G_DBUS_CALL_FLAGS_NONE, AJ_DRIVE_CALL_TIMEOUT, NULL, children_cb,
                                  question);
        }
      while (open > 0)
        g_main_context_iteration (drive->context, TRUE);
      g_ptr_array_unref (level);
      level = walk.next;
    }
  g_main_context_pop_thread_default (drive->context);
  return !walk.failed;
}

/* GTK 4.8 names a button with a mnemonic "_Save Save", and one that could have had it "Undo Undo"; a person sees "Save"
 * and "Undo". */
static char *
clean_name (AjDriveRole role, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", 2);
  g_autofree char *plain = g_strjoinv ("", parts);
  gsize half = strlen (plain) / 2;

  if (role == AJ_DRIVE_ROLE_LABEL || plain[half] != ' ' || strlen (plain) != 2 * half + 1 ||
      strncmp (plain, plain + half + 1, half) != 0)
    return g_strdup (name);
  return g_strndup (plain, half);
}

static void
read_item (AjDrive *drive, GVariant *item)
{
  g_autoptr (GVariantIter) interfaces = NULL;
  g_autoptr (GVariantIter) states = NULL;
  const char *path;
  const char *name;
  const char *interface;
  guint32 role;
  guint32 word;
  AjDriveNode *node;

  g_variant_get (item, "((s&o)(so)(so)iias&su&sau)", NULL, &path, NULL, NULL, NULL, NULL, NULL,
                 NULL, &interfaces, &name, &role, NULL, &states);
  node = g_hash_table_lookup (drive->nodes, path);
  if (!node || node->seen != drive->walk)
    return;
  node->known = drive->walk;
  node->role = (AjDriveRole) role;
  g_free (node->name);
  node->name = clean_name (node->role, name);
  node->states = 0;
  for (guint i = 0; i < 2 && g_variant_iter_next (states, "u", &word); i++)
    node->states |= (guint64) word << (32 * i);
  node->has_text = FALSE;
  while (g_variant_iter_next (interfaces, "&s", &interface))
    node->has_text |= g_str_equal (interface, "org.a11y.atspi.Text");
}

static void
put_in_order (AjDrive *drive, AjDriveNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      AjDriveNode *child = node->children->pdata[i];

      if (child->known == drive->walk)
        g_ptr_array_add (drive->order, child);
      put_in_order (drive, child);
    }
}

static void
count_windows (AjDrive *drive)
{
  for (guint i = 0; i < drive->root->children->len; i++)
    {
      AjDriveNode *window = drive->root->children->pdata[i];

      if (!window->is_counted)
        drive->windows++;
      window->is_counted = TRUE;
    }
}

gboolean
aj_drive_refresh (AjDrive *drive)
{
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) items = NULL;

  if (!aj_drive_is_running (drive) || !drive->bus_name || !walk_tree (drive))
    return FALSE;
  answer = aj_drive_call (drive, CACHE_PATH, "org.a11y.atspi.Cache", "GetItems", NULL);
  if (!answer)
    return FALSE;
  if (!g_variant_is_of_type (answer, ITEMS_TYPE))
    aj_drive_fail (drive, "the accessibility cache answers %s", g_variant_get_type_string (answer));
  items = g_variant_get_child_value (answer, 0);
  for (gsize i = 0; i < g_variant_n_children (items); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (items, i);

      read_item (drive, item);
    }
  g_ptr_array_set_size (drive->order, 0);
  put_in_order (drive, drive->root);
  count_windows (drive);
  return TRUE;
}

void
aj_drive_forget (AjDrive *drive)
{
  /* The nodes stay, for a test may still hold them; no walk will meet them again. */
  drive->walk++;
  g_ptr_array_set_size (drive->order, 0);
  if (drive->root)
    g_ptr_array_set_size (drive->root->children, 0);
}

/* Printing */

static void
print_node (AjDrive *drive, AjDriveNode *node, guint depth, GString *text)
{
  static const struct
  {
    AjDriveState state;
    const char *name;
  } states[] = {
    { AJ_DRIVE_STATE_ACTIVE, "active" },     { AJ_DRIVE_STATE_CHECKED, "checked" },
    { AJ_DRIVE_STATE_EXPANDED, "expanded" }, { AJ_DRIVE_STATE_FOCUSABLE, "focusable" },
    { AJ_DRIVE_STATE_FOCUSED, "focused" },   { AJ_DRIVE_STATE_PRESSED, "pressed" },
    { AJ_DRIVE_STATE_SELECTED, "selected" }, { AJ_DRIVE_STATE_READ_ONLY, "read-only" },
  };
  g_autofree char *description = aj_drive_node_describe (node);
  AjDriveRect rect;

  g_string_append_printf (text, "%*s%s", (int) depth * 2, "", description);
  if (node->has_text)
    {
      g_autofree char *content = aj_drive_get_text (drive, node);

      if (g_strcmp0 (content, node->name) != 0)
        g_string_append_printf (text, " = “%s”", content);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (aj_drive_node_has_state (node, states[i].state))
      g_string_append_printf (text, " %s", states[i].name);
  if (!aj_drive_node_has_state (node, AJ_DRIVE_STATE_SENSITIVE))
    g_string_append (text, " insensitive");
  if (aj_drive_node_measure (drive, node, &rect))
    g_string_append_printf (text, " %dx%d+%d+%d", rect.width, rect.height, rect.x, rect.y);
  else
    g_string_append (text, " not-shown");
  if (node->long_children > 0)
    g_string_append_printf (text, " (%u children)", node->long_children);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < node->children->len; i++)
    if (aj_drive_node_exists (drive, node->children->pdata[i]))
      print_node (drive, node->children->pdata[i], depth + 1, text);
}

char *
aj_drive_dump (AjDrive *drive)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!aj_drive_refresh (drive))
    return g_strdup ("The program does not answer.\n");
  for (guint i = 0; i < drive->root->children->len; i++)
    print_node (drive, drive->root->children->pdata[i], 0, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
