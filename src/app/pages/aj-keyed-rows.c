/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-keyed-rows.h"

#define KEY "aj-key"

const char *
aj_keyed_rows_get_key (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

/* (element-type utf8 GtkWidget): the rows by key; those that are not wanted are gone. */
static GHashTable *
keep_wanted (GtkListBox *box, GPtrArray *keys)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GtkListBoxRow *row;
  int index = 0;

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (wanted, keys->pdata[i]);
  while ((row = gtk_list_box_get_row_at_index (box, index)) != NULL)
    {
      const char *key = aj_keyed_rows_get_key (row);

      if (key != NULL && g_hash_table_contains (wanted, key))
        {
          g_hash_table_insert (rows, g_strdup (key), row);
          index++;
        }
      else
        gtk_list_box_remove (box, GTK_WIDGET (row));
    }
  return rows;
}

/* The cursor goes along. */
static void
move_row (GtkListBox *box, GtkWidget *row, int index)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));

  g_object_ref (row);
  gtk_list_box_remove (box, row);
  gtk_list_box_insert (box, row, index);
  if (has_focus)
    gtk_widget_grab_focus (focus);
  g_object_unref (row);
}

void
aj_keyed_rows_sync (GtkListBox *box,
                    GPtrArray *keys,
                    AjKeyedRowMake make,
                    AjKeyedRowUpdate update,
                    gpointer user_data)
{
  g_autoptr (GHashTable) rows = keep_wanted (box, keys);

  for (guint i = 0; i < keys->len; i++)
    {
      GtkWidget *row = g_hash_table_lookup (rows, keys->pdata[i]);

      if (row == NULL)
        {
          row = make (i, user_data);
          g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (keys->pdata[i]), g_free);
          gtk_list_box_insert (box, row, (int) i);
        }
      else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != (int) i)
        move_row (box, row, (int) i);
      if (update != NULL)
        update (row, i, user_data);
    }
}

GtkListBoxRow *
aj_keyed_rows_find (GtkListBox *box, const char *key)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    if (g_strcmp0 (aj_keyed_rows_get_key (row), key) == 0)
      return row;
  return NULL;
}
