/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tile.h"

#include "aj-accessible.h"
#include "aj-ink.h"
#include "aj-map-swatch.h"
#include "aj-map-text.h"
#include "aj-text-scale.h"

/* Of letters; for who has larger ones in general, these are larger as well, where there is room. */
#define SMALLEST 8.0
#define LARGEST  15.0
#define SHARE    0.21
/* A tile without room for letters has a mark alone, in its middle. */
#define SMALLEST_WITH_NAME 25

struct _AjTile
{
  GtkWidget parent_instance;

  AjMapState *map; /* (owned) (nullable) */
  guint index;
  PangoLayout *name; /* (owned) (nullable): as laid out for the size below */
  PangoLayout *text; /* (owned) (nullable) */
  double widest;     /* see aj_map_text_fit() */
  int size;
  guint serial; /* of the letters that they are laid out with */
  double scale; /* likewise */
  gboolean has_name;
  gboolean is_laid_out;
};

G_DEFINE_FINAL_TYPE (AjTile, aj_tile, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  SIGNAL_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
drop_layouts (AjTile *self)
{
  g_clear_object (&self->name);
  g_clear_object (&self->text);
  self->size = 0;
  self->is_laid_out = FALSE;
}

/* Fitting a name is work, and it stays the same whatever the map shows of the municipality. */
static void
lay_out_name (AjTile *self, const AjMapTile *tile, double scale)
{
  AjMapLetters letters = { SHARE * scale, SMALLEST, LARGEST * scale };

  if (self->name != NULL)
    return;
  self->name = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->has_name = self->size >= SMALLEST_WITH_NAME &&
                   aj_map_text_fit (self->name, tile, self->size, &letters, &self->widest);
}

static void
lay_out (AjTile *self, int size)
{
  const AjMapTile *tile = aj_map_state_get_tile (self->map, self->index);
  double scale = aj_text_scale_get (GTK_WIDGET (self));
  g_autoptr (PangoFontDescription) font = NULL;

  if (size != self->size)
    drop_layouts (self);
  self->size = size;
  self->scale = scale;
  self->serial = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  self->is_laid_out = TRUE;
  lay_out_name (self, tile, scale);
  if (tile->text == NULL)
    return;
  self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), tile->text);
  font = pango_font_description_copy (
      pango_context_get_font_description (pango_layout_get_context (self->text)));
  pango_font_description_set_absolute_size (
      font,
      MIN (size * 0.3, CLAMP (size * 0.2 * scale, SMALLEST + 1, LARGEST * scale)) * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (self->text, font);
}

static void
snapshot_layout (AjTile *self, GtkSnapshot *snapshot, PangoLayout *layout, double x, double y)
{
  GdkRGBA color = aj_ink_get (GTK_WIDGET (self));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* Beside the mark at the foot of the tile; alone in a small tile when there is room for one of the two. */
static void
snapshot_text (AjTile *self, GtkSnapshot *snapshot, double inset, double mark)
{
  int width, height;
  double x;

  if (self->text == NULL)
    return;
  pango_layout_get_pixel_size (self->text, &width, &height);
  x = self->size - inset - width;
  if (x < 2 * inset + mark)
    return;
  snapshot_layout (self, snapshot, self->text, x, self->size - inset / 2 - height);
}

static void
snapshot_content (AjTile *self, GtkSnapshot *snapshot, const AjMapClass *class)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double inset = MAX (3, self->size * 0.08);
  double mark = CLAMP (self->size * 0.18, 7, 14);
  double foot = self->size - inset - mark;
  int height;

  if (!self->has_name)
    {
      mark = self->size * 0.46;
      aj_map_swatch_snapshot_mark (widget, snapshot, class->mark, (self->size - mark) / 2,
                                   (self->size - mark) / 2, mark);
      return;
    }
  pango_layout_get_pixel_size (self->name, NULL, &height);
  /* The layout is a little narrower than the tile, and centred in itself. */
  snapshot_layout (self, snapshot, self->name,
                   (self->size - (double) pango_layout_get_width (self->name) / PANGO_SCALE) / 2,
                   MAX (1, (foot - height) / 2));
  aj_map_swatch_snapshot_mark (widget, snapshot, class->mark, inset, foot, mark);
  snapshot_text (self, snapshot, inset, mark);
}

static void
aj_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AjTile *self = AJ_TILE (widget);
  int size = gtk_widget_get_width (widget);
  const AjMapClass *class;

  if (self->map == NULL || size <= 0)
    return;
  class = aj_map_state_get_class (self->map, aj_map_state_get_tile (self->map, self->index)->state);
  if (self->size != size || !self->is_laid_out)
    lay_out (self, size);
  if (class->hatched)
    aj_map_swatch_snapshot_hatch (widget, snapshot);
  snapshot_content (self, snapshot, class);
}

/* Other colours do not change the letters. */
static void
aj_tile_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AjTile *self = AJ_TILE (widget);

  GTK_WIDGET_CLASS (aj_tile_parent_class)->css_changed (widget, change);
  if (self->serial == pango_context_get_serial (gtk_widget_get_pango_context (widget)) &&
      G_APPROX_VALUE (self->scale, aj_text_scale_get (widget), 1e-6))
    return;
  self->widest = 0;
  drop_layouts (self);
}

static void
open_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_OPENED], 0);
}

static void
select_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_TOGGLED], 0);
}

static void
aj_tile_dispose (GObject *object)
{
  AjTile *self = AJ_TILE (object);

  drop_layouts (self);
  g_clear_pointer (&self->map, aj_map_state_unref);
  G_OBJECT_CLASS (aj_tile_parent_class)->dispose (object);
}

static void
aj_tile_class_init (AjTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_tile_dispose;
  widget_class->snapshot = aj_tile_snapshot;
  widget_class->css_changed = aj_tile_css_changed;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* So that assistive technology can do what Enter and Space do. */
  gtk_widget_class_install_action (widget_class, "tile.open", NULL, open_activated_cb);
  gtk_widget_class_install_action (widget_class, "tile.select", NULL, select_activated_cb);
  gtk_widget_class_set_css_name (widget_class, "map-tile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
aj_tile_init (AjTile *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

AjTile *
aj_tile_new (void)
{
  return g_object_new (AJ_TYPE_TILE, NULL);
}

/* What the card says besides is told to who does not see it as well. */
static void
describe (AjTile *self, const AjMapTile *tile)
{
  g_autofree char *lines = tile->lines != NULL ? g_strjoinv ("; ", (char **) tile->lines) : NULL;

  if (lines != NULL && *lines != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    lines, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
is_same_name (AjTile *self, const AjMapTile *tile)
{
  const AjMapTile *before = self->map != NULL ? aj_map_state_get_tile (self->map, self->index)
                                              : NULL;

  return before != NULL && g_strcmp0 (before->name, tile->name) == 0 &&
         g_strcmp0 (before->short_name, tile->short_name) == 0;
}

void
aj_tile_set (AjTile *self, AjMapState *map, guint index)
{
  const AjMapTile *tile = aj_map_state_get_tile (map, index);
  g_autofree char *name = aj_map_state_describe (map, index);

  aj_map_state_ref (map);
  if (!is_same_name (self, tile))
    {
      self->widest = 0;
      g_clear_object (&self->name);
    }
  g_clear_object (&self->text);
  self->is_laid_out = FALSE;
  g_clear_pointer (&self->map, aj_map_state_unref);
  self->map = map;
  self->index = index;
  aj_map_swatch_dress (GTK_WIDGET (self), aj_map_state_get_class (map, tile->state));
  aj_accessible_set_name (GTK_WIDGET (self), name);
  describe (self, tile);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
aj_tile_get_index (AjTile *self)
{
  return self->index;
}

void
aj_tile_set_selected (AjTile *self, gboolean selected)
{
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
