/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-column-titles.h"

#include "aj-accessible.h"

/* Of a view: the column that was sorted by last with a key, and which way. */
#define SORTED_COLUMN "aj-sorted-column"
#define SORTED_ORDER  "aj-sorted-order"

static void
sort (GtkColumnView *view, GtkColumnViewColumn *column)
{
  GObject *object = G_OBJECT (view);
  gboolean again = g_object_get_data (object, SORTED_COLUMN) == column &&
                   GPOINTER_TO_INT (g_object_get_data (object, SORTED_ORDER)) == GTK_SORT_ASCENDING;
  GtkSortType order = again ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;

  g_object_set_data (object, SORTED_COLUMN, column);
  g_object_set_data (object, SORTED_ORDER, GINT_TO_POINTER (order));
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (view, column, order);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkColumnViewColumn *column)
{
  GtkWidget *title = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space &&
       keyval != GDK_KEY_KP_Space))
    return FALSE;
  sort (GTK_COLUMN_VIEW (gtk_widget_get_ancestor (title, GTK_TYPE_COLUMN_VIEW)), column);
  return TRUE;
}

static void
name_title (GtkColumnViewColumn *column, GParamSpec *pspec, GtkWidget *title)
{
  aj_accessible_set_name (title, gtk_column_view_column_get_title (column));
}

static void
let_in (GtkWidget *title, GtkColumnViewColumn *column)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (title, TRUE);
  g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  name_title (column, NULL, title);
  g_signal_connect_object (column, "notify::title", G_CALLBACK (name_title), title, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), column, 0);
  gtk_widget_add_controller (title, keys);
}

void
aj_column_titles_make_reachable (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  guint position = 0;

  gtk_widget_set_can_focus (header, TRUE);
  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL;
       title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, position++);

      if (column != NULL)
        let_in (title, column);
    }
}
