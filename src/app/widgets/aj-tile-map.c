/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tile-map-private.h"

#include <adwaita.h>
#include <math.h>

#include "aj-accessible.h"
#include "aj-ink.h"
#include "aj-text-scale.h"
#include "aj-tile.h"

#define MIN_TILE     20
#define NATURAL_TILE 41
#define MAX_TILE     108
/* Where it is too low for tiles of this size, it scrolls. */
#define LOW_TILE 38
/* Letters in the line with names of districts: a part of its height, and how much smaller they may get. */
#define LABEL_SHARE  0.7
#define LABEL_SHRINK 0.78

#define CARD_DELAY_MS 350
/* What tiles below this size have less of: air, and room for names of districts. */
#define SMALL_TILE 36

G_DEFINE_FINAL_TYPE (AjTileMap, aj_tile_map, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

guint
aj_tile_map_count (AjTileMap *self)
{
  return self->map != NULL ? aj_map_state_get_n_tiles (self->map) : 0;
}

const char *
aj_tile_map_get_id (AjTileMap *self, guint index)
{
  return aj_map_state_get_tile (self->map, index)->id;
}

/* Where the cursor is, or would begin. */
int
aj_tile_map_get_cursor (AjTileMap *self)
{
  int index = self->map != NULL ? aj_map_state_find (self->map, self->current) : -1;

  return index < 0 && aj_tile_map_count (self) > 0 ? 0 : index;
}

static AjMapMeasure
get_measure (AjTileMap *self, int tile)
{
  double scale = aj_text_scale_get (GTK_WIDGET (self));

  if (tile < SMALL_TILE)
    return (AjMapMeasure){ tile, 4, round (14 * scale) };
  return (AjMapMeasure){ tile, 6, round (CLAMP (tile * 0.34, 16, 26) * scale) };
}

static void
get_size (AjTileMap *self, int tile, int *width, int *height)
{
  AjMapMeasure measure = get_measure (self, tile);
  double across = 0, down = 0;

  if (self->plan != NULL)
    aj_map_plan_get_size (self->plan, &measure, &across, &down);
  *width = (int) ceil (across);
  *height = (int) ceil (down);
}

/* The largest tile with which the map fits; -1: any height. */
static int
fit (AjTileMap *self, int width, int height)
{
  int low = MIN_TILE, high = MAX_TILE;

  while (low < high)
    {
      int tile = (low + high + 1) / 2;
      int across, down;

      get_size (self, tile, &across, &down);
      if (across <= width && (height < 0 || down <= height))
        low = tile;
      else
        high = tile - 1;
    }
  return low;
}

static void
aj_tile_map_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  AjTileMap *self = AJ_TILE_MAP (widget);
  int tile = for_size < 0 ? NATURAL_TILE : fit (self, for_size, -1);
  int other;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      get_size (self, MIN_TILE, minimum, &other);
      get_size (self, NATURAL_TILE, natural, &other);
      return;
    }
  get_size (self, MIN (tile, LOW_TILE), &other, minimum);
  get_size (self, tile, &other, natural);
}

static GtkSizeRequestMode
aj_tile_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

GdkRectangle
aj_tile_map_get_rect (AjTileMap *self, guint index)
{
  AjMapRect rect = aj_map_plan_get_tile (self->plan, &self->measure, index);

  return (GdkRectangle){ (int) rect.x + self->left, (int) rect.y, (int) rect.width,
                         (int) rect.height };
}

static void
place_card (AjTileMap *self)
{
  GdkRectangle rect;

  if (self->shown < 0 || (guint) self->shown >= aj_tile_map_count (self))
    return;
  rect = aj_tile_map_get_rect (self, (guint) self->shown);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &rect);
}

static void
aj_tile_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AjTileMap *self = AJ_TILE_MAP (widget);
  int tile = fit (self, width, height);
  int across, down;

  get_size (self, tile, &across, &down);
  self->measure = get_measure (self, tile);
  self->left = MAX (0, (width - across) / 2);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      GdkRectangle rect = aj_tile_map_get_rect (self, i);

      gtk_widget_size_allocate (self->tiles->pdata[i], &rect, -1);
    }
  if (gtk_widget_should_layout (self->band))
    gtk_widget_size_allocate (self->band, &self->dragged, -1);
  place_card (self);
  gtk_popover_present (GTK_POPOVER (self->card));
}

static void
snapshot_outlines (AjTileMap *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  g_autoptr (GArray) strokes = aj_map_plan_list_strokes (self->plan, &self->measure);
  float half = self->measure.tile < SMALL_TILE ? 0.5f : 1;

  for (guint i = 0; i < strokes->len; i++)
    {
      const AjMapStroke *stroke = &g_array_index (strokes, AjMapStroke, i);
      graphene_rect_t rect;

      graphene_rect_init (&rect, (float) stroke->x1 - half, (float) stroke->y1 - half,
                          (float) (stroke->x2 - stroke->x1) + 2 * half,
                          (float) (stroke->y2 - stroke->y1) + 2 * half);
      gtk_snapshot_append_color (snapshot, color, &rect);
    }
}

/* A name that is a little too long is written a little smaller; only then it is cut off. */
static PangoLayout *
lay_out_label (AjTileMap *self, const AjMapLabel *label)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), label->name);
  g_autoptr (PangoFontDescription) font = NULL;
  double letter = label->rect.height * LABEL_SHARE;
  int width;

  font = pango_font_description_copy (
      pango_context_get_font_description (pango_layout_get_context (layout)));
  pango_font_description_set_absolute_size (font, letter * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > label->rect.width)
    {
      letter *= MAX (LABEL_SHRINK, (label->rect.width - 1) / width);
      pango_font_description_set_absolute_size (font, letter * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
    }
  pango_layout_set_width (layout, (int) (label->rect.width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
snapshot_label (AjTileMap *self,
                GtkSnapshot *snapshot,
                const AjMapLabel *label,
                const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = lay_out_label (self, label);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) label->rect.x,
                                                          (float) (label->rect.y +
                                                                   label->rect.height - height)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
aj_tile_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AjTileMap *self = AJ_TILE_MAP (widget);
  GdkRGBA color;

  if (self->plan != NULL)
    {
      /* Strokes that cross would show through each other. */
      color = aj_ink_get_solid (widget);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) self->left, 0));
      snapshot_outlines (self, snapshot, &color);
      for (guint i = 0; i < aj_map_plan_get_n_labels (self->plan); i++)
        {
          AjMapLabel label = aj_map_plan_get_label (self->plan, &self->measure, i);

          snapshot_label (self, snapshot, &label, &color);
        }
      gtk_snapshot_restore (snapshot);
    }
  GTK_WIDGET_CLASS (aj_tile_map_parent_class)->snapshot (widget, snapshot);
}

void
aj_tile_map_hide_card (AjTileMap *self)
{
  g_clear_handle_id (&self->show_id, g_source_remove);
  self->shown = -1;
  gtk_popover_popdown (GTK_POPOVER (self->card));
}

static void
show_card (AjTileMap *self, int index)
{
  self->shown = index;
  aj_map_card_fill (self->card, self->map, (guint) index);
  place_card (self);
  gtk_popover_popup (GTK_POPOVER (self->card));
}

/* What opened meanwhile, as a file dialog, is not covered. */
static gboolean
is_in_front (AjTileMap *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root));
}

static void
show_card_cb (gpointer user_data)
{
  AjTileMap *self = user_data;

  self->show_id = 0;
  if (is_in_front (self))
    show_card (self, self->wanted);
}

/* Not at once, or crossing the map would flicker; but once it is there it follows. */
void
aj_tile_map_show_card (AjTileMap *self, guint index)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->shown >= 0)
    {
      if (self->shown != (int) index)
        show_card (self, (int) index);
      return;
    }
  if (self->show_id != 0 && self->wanted == (int) index)
    return;
  g_clear_handle_id (&self->show_id, g_source_remove);
  self->wanted = (int) index;
  self->show_id = g_timeout_add_once (CARD_DELAY_MS, show_card_cb, self);
}

/* The tile at a place, or -1. */
int
aj_tile_map_find_at (AjTileMap *self, double x, double y)
{
  for (guint i = 0; i < aj_tile_map_count (self); i++)
    {
      GdkRectangle rect = aj_tile_map_get_rect (self, i);

      if (x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height)
        return (int) i;
    }
  return -1;
}

void
aj_tile_map_show_selection (AjTileMap *self)
{
  for (guint i = 0; i < self->tiles->len; i++)
    aj_tile_set_selected (self->tiles->pdata[i],
                          g_hash_table_contains (self->selected, aj_tile_map_get_id (self, i)));
}

void
aj_tile_map_tell_selection (AjTileMap *self)
{
  aj_tile_map_show_selection (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

void
aj_tile_map_toggle (AjTileMap *self, guint index)
{
  const char *id = aj_tile_map_get_id (self, index);

  if (!g_hash_table_remove (self->selected, id))
    g_hash_table_add (self->selected, g_strdup (id));
  aj_tile_map_tell_selection (self);
}

void
aj_tile_map_select_alone (AjTileMap *self, int index)
{
  g_hash_table_remove_all (self->selected);
  if (index >= 0)
    g_hash_table_add (self->selected, g_strdup (aj_tile_map_get_id (self, (guint) index)));
  aj_tile_map_tell_selection (self);
}

void
aj_tile_map_select_all (AjTileMap *self)
{
  for (guint i = 0; i < aj_tile_map_count (self); i++)
    g_hash_table_add (self->selected, g_strdup (aj_tile_map_get_id (self, i)));
  aj_tile_map_tell_selection (self);
}

/* What is open is all that is selected, unless several are. */
static void
select_open (AjTileMap *self, int index)
{
  if (g_hash_table_size (self->selected) > 1)
    return;
  if (index < 0 ? g_hash_table_size (self->selected) == 0
                : g_hash_table_contains (self->selected, aj_tile_map_get_id (self, (guint) index)))
    return;
  aj_tile_map_select_alone (self, index);
}

static void
note_current (AjTileMap *self, guint index)
{
  g_free (self->current);
  self->current = g_strdup (aj_tile_map_get_id (self, index));
}

gboolean
aj_tile_map_go_to (AjTileMap *self, int index)
{
  if (index < 0)
    return FALSE;
  note_current (self, (guint) index);
  return gtk_widget_grab_focus (self->tiles->pdata[index]);
}

void
aj_tile_map_open (AjTileMap *self, guint index)
{
  g_autofree char *id = g_strdup (aj_tile_map_get_id (self, index));

  aj_tile_map_hide_card (self);
  select_open (self, (int) index);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, id);
}

static void
tile_opened_cb (AjTileMap *self, AjTile *tile)
{
  note_current (self, aj_tile_get_index (tile));
  aj_tile_map_open (self, aj_tile_get_index (tile));
}

static void
tile_toggled_cb (AjTileMap *self, AjTile *tile)
{
  aj_tile_map_toggle (self, aj_tile_get_index (tile));
}

/* Tab comes in at the cursor and goes out again. */
static gboolean
aj_tile_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AjTileMap *self = AJ_TILE_MAP (widget);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return aj_tile_map_go_to (self, aj_tile_map_get_cursor (self));
}

static gboolean
aj_tile_map_grab_focus (GtkWidget *widget)
{
  AjTileMap *self = AJ_TILE_MAP (widget);

  return aj_tile_map_go_to (self, aj_tile_map_get_cursor (self));
}

static void
aj_tile_map_set_focus_child (GtkWidget *widget, GtkWidget *focus)
{
  AjTileMap *self = AJ_TILE_MAP (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (aj_tile_map_parent_class)->set_focus_child (widget, focus);
  if (!AJ_IS_TILE (focus))
    return;
  note_current (self, aj_tile_get_index (AJ_TILE (focus)));
  if (GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    aj_tile_map_show_card (self, aj_tile_get_index (AJ_TILE (focus)));
}

/* Whoever opens something else looks at that. */
static void
root_is_active_cb (AjTileMap *self)
{
  if (!is_in_front (self))
    aj_tile_map_hide_card (self);
}

static void
aj_tile_map_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aj_tile_map_parent_class)->root (widget);
  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active",
                             G_CALLBACK (root_is_active_cb), widget, G_CONNECT_SWAPPED);
}

static void
aj_tile_map_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), root_is_active_cb, widget);
  GTK_WIDGET_CLASS (aj_tile_map_parent_class)->unroot (widget);
}

static void
aj_tile_map_unmap (GtkWidget *widget)
{
  aj_tile_map_hide_card (AJ_TILE_MAP (widget));
  GTK_WIDGET_CLASS (aj_tile_map_parent_class)->unmap (widget);
}

static void
aj_tile_map_dispose (GObject *object)
{
  AjTileMap *self = AJ_TILE_MAP (object);

  for (guint i = 0; self->tiles != NULL && i < self->tiles->len; i++)
    gtk_widget_unparent (self->tiles->pdata[i]);
  g_clear_pointer (&self->tiles, g_ptr_array_unref);
  g_clear_pointer (&self->band, gtk_widget_unparent);
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
  g_clear_pointer (&self->plan, aj_map_plan_free);
  g_clear_pointer (&self->map, aj_map_state_unref);
  g_clear_pointer (&self->before, g_hash_table_unref);
  G_OBJECT_CLASS (aj_tile_map_parent_class)->dispose (object);
}

static void
aj_tile_map_finalize (GObject *object)
{
  AjTileMap *self = AJ_TILE_MAP (object);

  g_hash_table_unref (self->selected);
  g_string_free (self->typed, TRUE);
  g_free (self->current);
  G_OBJECT_CLASS (aj_tile_map_parent_class)->finalize (object);
}

static void
aj_tile_map_class_init (AjTileMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_tile_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_tile_map_finalize;
  widget_class->measure = aj_tile_map_measure;
  widget_class->size_allocate = aj_tile_map_size_allocate;
  widget_class->get_request_mode = aj_tile_map_get_request_mode;
  widget_class->snapshot = aj_tile_map_snapshot;
  widget_class->focus = aj_tile_map_focus;
  widget_class->grab_focus = aj_tile_map_grab_focus;
  widget_class->set_focus_child = aj_tile_map_set_focus_child;
  widget_class->root = aj_tile_map_root;
  widget_class->unroot = aj_tile_map_unroot;
  widget_class->unmap = aj_tile_map_unmap;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass),
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "tile-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
aj_tile_map_init (AjTileMap *self)
{
  self->tiles = g_ptr_array_new ();
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->typed = g_string_new (NULL);
  self->shown = -1;
  self->measure = get_measure (self, NATURAL_TILE);
  self->band = g_object_new (ADW_TYPE_BIN, "css-name", "rubberband", "can-target", FALSE, NULL);
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
  gtk_widget_set_visible (self->band, FALSE);
  self->card = aj_map_card_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  aj_tile_map_add_keys (self);
  aj_tile_map_add_pointer (self);
}

AjTileMap *
aj_tile_map_new (void)
{
  return g_object_new (AJ_TYPE_TILE_MAP, NULL);
}

/* As many children as tiles, before the band, which is drawn over them. */
static void
make_tiles (AjTileMap *self)
{
  while (self->tiles->len > aj_tile_map_count (self))
    gtk_widget_unparent (g_ptr_array_steal_index (self->tiles, self->tiles->len - 1));
  while (self->tiles->len < aj_tile_map_count (self))
    {
      GtkWidget *tile = GTK_WIDGET (aj_tile_new ());

      g_signal_connect_swapped (tile, "opened", G_CALLBACK (tile_opened_cb), self);
      g_signal_connect_swapped (tile, "toggled", G_CALLBACK (tile_toggled_cb), self);
      gtk_widget_insert_before (tile, GTK_WIDGET (self), self->band);
      g_ptr_array_add (self->tiles, tile);
    }
  for (guint i = 0; i < self->tiles->len; i++)
    aj_tile_set (self->tiles->pdata[i], self->map, i);
}

/* Who is no longer there is no longer selected. */
static gboolean
drop_gone (gpointer id, gpointer value, gpointer map)
{
  return aj_map_state_find (map, id) < 0;
}

/* Where the cursor was on a municipality that is there no longer, it is on one near there. */
static void
keep_cursor (AjTileMap *self, int before)
{
  int last = (int) aj_tile_map_count (self) - 1;

  if (before >= 0 && last >= 0 && aj_map_state_find (self->map, self->current) < 0)
    note_current (self, (guint) MIN (before, last));
}

void
aj_tile_map_set_state (AjTileMap *self, AjMapState *map)
{
  gboolean focused = AJ_IS_TILE (gtk_widget_get_focus_child (GTK_WIDGET (self)));
  int before = self->map != NULL ? aj_map_state_find (self->map, self->current) : -1;
  g_autofree char *name = aj_map_state_dup_name (map);

  aj_map_state_ref (map);
  aj_tile_map_hide_card (self);
  g_clear_pointer (&self->plan, aj_map_plan_free);
  g_clear_pointer (&self->map, aj_map_state_unref);
  self->map = map;
  self->plan = aj_map_plan_new (map);
  aj_accessible_set_name (GTK_WIDGET (self), name);
  keep_cursor (self, before);
  make_tiles (self);
  if (g_hash_table_foreach_remove (self->selected, drop_gone, map) > 0)
    aj_tile_map_tell_selection (self);
  else
    aj_tile_map_show_selection (self);
  if (focused)
    aj_tile_map_go_to (self, aj_tile_map_get_cursor (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

AjMapState *
aj_tile_map_get_state (AjTileMap *self)
{
  return self->map;
}

const char *
aj_tile_map_get_current (AjTileMap *self)
{
  return self->current;
}

void
aj_tile_map_mark (AjTileMap *self, const char *id)
{
  int index = self->map != NULL ? aj_map_state_find (self->map, id) : -1;

  if (index >= 0)
    note_current (self, (guint) index);
  select_open (self, index);
}

GPtrArray *
aj_tile_map_list_selected (AjTileMap *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < aj_tile_map_count (self); i++)
    if (g_hash_table_contains (self->selected, aj_tile_map_get_id (self, i)))
      g_ptr_array_add (ids, (gpointer) aj_tile_map_get_id (self, i));
  return ids;
}

void
aj_tile_map_select (AjTileMap *self, const char *const *ids)
{
  g_hash_table_remove_all (self->selected);
  for (guint i = 0; ids[i] != NULL; i++)
    if (self->map != NULL && aj_map_state_find (self->map, ids[i]) >= 0)
      g_hash_table_add (self->selected, g_strdup (ids[i]));
  aj_tile_map_tell_selection (self);
}
