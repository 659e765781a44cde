/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the map of tiles looks: whether all has its place, and can be read. */
#include <math.h>

#include "aj-app-fixture.h"
#include "aj-map-fixture.h"
#include "aj-tile-map.h"
#include "aj-tile.h"

/* WCAG 2.1, 1.4.3: what letters of ordinary size need. */
#define LEAST_CONTRAST 4.5

typedef struct
{
  AppFixture base;
  AjTileMap *map;
} LookFixture;

static void
set_up (LookFixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->base, data);
  self->map = aj_tile_map_new ();
  app_fixture_show (&self->base, GTK_WIDGET (self->map));
}

static void
tear_down (LookFixture *self, gconstpointer data)
{
  app_fixture_tear_down (&self->base, data);
}

static void
assert_placed (LookFixture *self, int width, int height)
{
  g_autoptr (GPtrArray) tiles = app_find_all (GTK_WIDGET (self->map), AJ_TYPE_TILE);
  int side = gtk_widget_get_width (tiles->pdata[0]);

  g_assert_cmpint (side, >=, 20);
  for (guint i = 0; i < tiles->len; i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (tiles->pdata[i], GTK_WIDGET (self->map), &bounds));
      g_assert_cmpfloat (bounds.size.width, ==, side);
      g_assert_cmpfloat (bounds.size.height, ==, side);
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, width);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height);
    }
}

/* From a small window to a screen of 4K all tiles are equal and inside, and there are four hundred of them. */
static void
test_sizes (LookFixture *self, gconstpointer data)
{
  static const int widths[] = { 320, 360, 800, 1200, 1920, 3840 };
  static const guint numbers[] = { 1, 13, 94, 400 };

  for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
    {
      g_autoptr (AjMapState) many = map_fixture_new_many (numbers[n]);

      aj_tile_map_set_state (self->map, many);
      app_settle ();
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          int least, height, width;

          gtk_widget_measure (GTK_WIDGET (self->map), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                              NULL, NULL);
          width = MAX (least, widths[i]);
          gtk_widget_measure (GTK_WIDGET (self->map), GTK_ORIENTATION_VERTICAL, width, &height,
                              NULL, NULL, NULL);
          gtk_widget_allocate (GTK_WIDGET (self->map), width, height, -1, NULL);
          assert_placed (self, width, height);
        }
      gtk_widget_queue_resize (GTK_WIDGET (self->map));
      app_settle ();
    }
}

static double
get_light (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * get_light (color->red) + 0.7152 * get_light (color->green) +
         0.0722 * get_light (color->blue);
}

/* The colour of the ground of a tile, as it comes out over that of the page. */
static GdkRGBA
find_ground (GtkWidget *tile)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (tile);
  int width = gtk_widget_get_width (tile), height = gtk_widget_get_height (tile);
  g_autofree guchar *pixels = g_malloc0 ((gsize) (width * height * 4));
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  const guchar *pixel;
  GdkRGBA under;
  float rest;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (tile)),
                                         node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  /* Under the outline, above the name, beside the stripes. */
  pixel = pixels + (gsize) (3 * width + width / 2) * 4;
  g_assert_cmpuint (pixel[3], >, 240);
  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (tile),
                                                 "view_bg_color", &under));
  rest = 1 - pixel[3] / 255.0f;
  return (GdkRGBA){ pixel[2] / 255.0f + rest * under.red, pixel[1] / 255.0f + rest * under.green,
                    pixel[0] / 255.0f + rest * under.blue, 1 };
}

static double
get_contrast (GtkWidget *tile)
{
  GdkRGBA ground = find_ground (tile), ink;
  double light, dark;

  gtk_style_context_get_color (gtk_widget_get_style_context (tile), &ink);
  ink.red = ink.red * ink.alpha + ground.red * (1 - ink.alpha);
  ink.green = ink.green * ink.alpha + ground.green * (1 - ink.alpha);
  ink.blue = ink.blue * ink.alpha + ground.blue * (1 - ink.alpha);
  light = MAX (get_luminance (&ground), get_luminance (&ink));
  dark = MIN (get_luminance (&ground), get_luminance (&ink));
  return (light + 0.05) / (dark + 0.05);
}

static AjMapState *
make_tones (void)
{
  AjMapState *map = aj_map_state_new ("Tones");

  for (guint i = 0; i < AJ_MAP_N_TONES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tone %u", i);
      AjMapClass class = { name, (AjMapTone) i, AJ_MAP_MARK_NONE, FALSE };
      AjMapTile tile = { .id = name,
                         .name = name,
                         .count = -1,
                         .has_tile = TRUE,
                         .column = (int) i % 4,
                         .row = (int) i / 4 };

      tile.state = aj_map_state_add_class (map, &class);
      aj_map_state_add_tile (map, &tile);
    }
  aj_map_state_settle (map);
  return map;
}

/* Names can be read on every ground, in light and in dark. */
static void
test_contrast (LookFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) tones = make_tones ();
  g_autoptr (GPtrArray) tiles = NULL;

  aj_tile_map_set_state (self->map, tones);
  tiles = app_find_all (GTK_WIDGET (self->map), AJ_TYPE_TILE);
  for (int dark = 0; dark <= 1; dark++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                               : ADW_COLOR_SCHEME_FORCE_LIGHT);
      app_settle ();
      for (guint i = 0; i < tiles->len; i++)
        g_assert_cmpfloat (get_contrast (tiles->pdata[i]), >=, LEAST_CONTRAST);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  app_settle ();
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/tile-look/" name, LookFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("sizes", test_sizes);
  ADD ("contrast", test_contrast);
  return g_test_run ();
}
