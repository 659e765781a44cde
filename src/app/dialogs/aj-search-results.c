/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search-results.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-record-place.h"

struct _AjSearchResults
{
  GtkWidget parent_instance;

  GtkWidget *scroller;  /* (owned) */
  GtkListBox *list_box; /* (unowned): in it */
  GPtrArray *rows;      /* (owned) (element-type AjSearchRow): all that were ever needed */
  guint n_rows;         /* of these are in use */
};

G_DEFINE_FINAL_TYPE (AjSearchResults, aj_search_results, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MARKED,
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The next row to be filled. */
static AjSearchRow *
take_row (AjSearchResults *self)
{
  GtkWidget *row;

  if (self->n_rows == self->rows->len)
    {
      row = aj_search_row_new ();
      gtk_list_box_append (self->list_box, row);
      g_ptr_array_add (self->rows, row);
    }
  row = self->rows->pdata[self->n_rows++];
  gtk_widget_set_visible (row, TRUE);
  aj_search_row_set_heading (AJ_SEARCH_ROW (row), NULL, NULL);
  return AJ_SEARCH_ROW (row);
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *heading = aj_search_row_get_heading (AJ_SEARCH_ROW (row));

  if (gtk_list_box_row_get_header (row) != heading)
    gtk_list_box_row_set_header (row, heading);
}

/* Also when it is the row that was marked before: something else stands in it. */
static void
mark (AjSearchResults *self, guint index)
{
  GtkListBoxRow *row = index < self->n_rows ? self->rows->pdata[index] : NULL;

  gtk_list_box_select_row (self->list_box, row);
  g_signal_emit (self, signals[SIGNAL_MARKED], 0, row);
}

static void
finish_filling (AjSearchResults *self, guint index)
{
  for (guint i = self->n_rows; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], FALSE);
  gtk_list_box_invalidate_headers (self->list_box);
  mark (self, index);
}

static void
scroll_to_top (AjSearchResults *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                GTK_SCROLLED_WINDOW (self->scroller)),
                            0);
}

/* With the heading above it, so that whoever goes up sees where a kind begins. */
static void
scroll_to_row (AjSearchResults *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *heading = aj_search_row_get_heading (AJ_SEARCH_ROW (row));
  graphene_rect_t bounds, top;

  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_box), &bounds))
    return;
  if (heading != NULL && gtk_widget_get_parent (heading) != NULL &&
      gtk_widget_compute_bounds (heading, GTK_WIDGET (self->list_box), &top))
    graphene_rect_union (&bounds, &top, &bounds);
  gtk_adjustment_clamp_page (adjustment, (double) bounds.origin.y,
                             (double) (bounds.origin.y + bounds.size.height));
}

static void
row_selected_cb (GtkListBox *list_box, GtkListBoxRow *row, AjSearchResults *self)
{
  g_signal_emit (self, signals[SIGNAL_MARKED], 0, row);
}

static void
row_activated_cb (GtkListBox *list_box, GtkListBoxRow *row, AjSearchResults *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, row);
}

static void
aj_search_results_dispose (GObject *object)
{
  AjSearchResults *self = AJ_SEARCH_RESULTS (object);

  if (self->list_box != NULL)
    g_signal_handlers_disconnect_by_data (self->list_box, self);
  self->list_box = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (aj_search_results_parent_class)->dispose (object);
}

static void
aj_search_results_class_init (AjSearchResultsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_search_results_dispose;
  signals[SIGNAL_MARKED] = g_signal_new ("marked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, AJ_TYPE_SEARCH_ROW);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, AJ_TYPE_SEARCH_ROW);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "search-results");
}

static void
aj_search_results_init (AjSearchResults *self)
{
  GtkWidget *list_box = gtk_list_box_new ();

  self->rows = g_ptr_array_new ();
  self->list_box = GTK_LIST_BOX (list_box);
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list_box, update_header_cb, NULL, NULL);
  gtk_widget_set_valign (list_box, GTK_ALIGN_START);
  aj_accessible_set_name (list_box, _ ("Found"));
  g_signal_connect (list_box, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (list_box, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list_box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
add_group (AjSearchResults *self, const AjSearchGroup *group, const char *searched)
{
  const guint n_shown = group->hits->len;

  for (guint i = 0; i < n_shown; i++)
    {
      AjSearchRow *row = take_row (self);

      aj_search_row_set_hit (row, group->hits->pdata[i], searched);
      if (i == 0)
        aj_search_row_set_heading (row, aj_record_type_get_plural_label (group->type),
                                   aj_record_place_get_icon (group->type));
    }
  if (group->has_more)
    aj_search_row_set_more (take_row (self), group->type, n_shown, n_shown < AJ_SEARCH_RESULTS_MAX);
}

static void
add_seats (AjSearchResults *self, const AjSeatAnswer *seats, const char *searched)
{
  const guint n_shown = seats->hits->len;

  for (guint i = 0; i < n_shown; i++)
    {
      AjSearchRow *row = take_row (self);

      aj_search_row_set_seat (row, seats->hits->pdata[i], searched);
      if (i == 0)
        aj_search_row_set_heading (row, _ ("Who Sits Where"), "aj-groups-symbolic");
    }
  if (seats->has_more)
    aj_search_row_set_more (take_row (self), NULL, n_shown, n_shown < AJ_SEARCH_RESULTS_MAX);
}

void
aj_search_results_show_groups (AjSearchResults *self,
                               GPtrArray *groups,
                               const AjSeatAnswer *seats,
                               const char *searched,
                               guint index)
{
  const guint place = aj_seat_search_get_place (groups);

  self->n_rows = 0;
  for (guint i = 0; i <= groups->len; i++)
    {
      if (i == place && seats != NULL)
        add_seats (self, seats, searched);
      if (i < groups->len)
        add_group (self, groups->pdata[i], searched);
    }
  finish_filling (self, index);
  if (index == 0)
    scroll_to_top (self);
}

void
aj_search_results_show_recent (AjSearchResults *self, GPtrArray *hits)
{
  self->n_rows = 0;
  for (guint i = 0; i < hits->len; i++)
    {
      AjSearchRow *row = take_row (self);

      aj_search_row_set_hit (row, hits->pdata[i], "");
      if (i == 0)
        aj_search_row_set_heading (row, _ ("Changed Last"), "document-open-recent-symbolic");
    }
  finish_filling (self, 0);
  scroll_to_top (self);
}

void
aj_search_results_move (AjSearchResults *self, int n_rows)
{
  AjSearchRow *marked = aj_search_results_get_marked (self);
  const int step = n_rows < 0 ? -1 : 1;
  int index = marked != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (marked)) : -1;
  GtkWidget *target = NULL;

  for (int left = ABS (n_rows); left > 0; left--)
    {
      index += step;
      if (index < 0 || index >= (int) self->n_rows)
        break;
      /* What only tells something is passed over. */
      if (gtk_list_box_row_get_selectable (self->rows->pdata[index]))
        target = self->rows->pdata[index];
      else
        left++;
    }
  if (target == NULL)
    return;
  gtk_list_box_select_row (self->list_box, GTK_LIST_BOX_ROW (target));
  scroll_to_row (self, target);
}

gboolean
aj_search_results_open (AjSearchResults *self)
{
  AjSearchRow *marked = aj_search_results_get_marked (self);

  if (marked == NULL)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, marked);
  return TRUE;
}

AjSearchRow *
aj_search_results_get_marked (AjSearchResults *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);

  return row != NULL ? AJ_SEARCH_ROW (row) : NULL;
}
