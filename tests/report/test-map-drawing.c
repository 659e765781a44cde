/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "aj-error.h"
#include "aj-map-drawing.h"
#include "aj-map-mark.h"
#include "aj-map-text.h"
#include "aj-output-file.h"
#include "aj-pdf-extras.h"

#define MARK_SIZE 16

/* @n municipalities in rows of twenty, in districts of thirty and states by turns. */
static AjMapState *
make_map (guint n)
{
  AjMapState *map = aj_map_state_new ("Gemeenten: <één> & \"twee\"");

  for (guint i = 0; i < AJ_MAP_N_MARKS; i++)
    {
      g_autofree char *label = g_strdup_printf ("State %u", i);
      AjMapClass class = { label, (AjMapTone) (i % AJ_MAP_N_TONES), (AjMapMark) i, i == 3 };

      aj_map_state_add_class (map, &class);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);
      g_autofree char *name = g_strdup_printf ("Zwartewaterland %u", i);
      g_autofree char *district = g_strdup_printf ("District %u", i / 30);
      AjMapTile tile = { .id = id,
                         .name = name,
                         .district = i % 31 == 7 ? NULL : district,
                         .state = i % AJ_MAP_N_MARKS,
                         .text = i % 2 == 0 ? "12" : NULL,
                         .count = i,
                         .has_tile = TRUE,
                         .column = (int) i % 20,
                         .row = (int) i / 20 };

      aj_map_state_add_tile (map, &tile);
    }
  aj_map_state_set_note (map, "As of 1 March 2026");
  aj_map_state_set_count_label (map, "Activities");
  aj_map_state_settle (map);
  return map;
}

static char *
render_to_file (const char *folder, const char *name, guint n)
{
  g_autoptr (AjMapState) map = make_map (n);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  aj_map_drawing_save (map, path, "nl", &error);
  g_assert_no_error (error);
  return path;
}

/* What another program says of the file; skips the test when it is not there. */
static char *
ask (const char *program, const char *option, const char *path)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *const argv[] = { program, option, path,
                               strcmp (program, "pdftotext") == 0 ? "-" : NULL, NULL };
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  if (found == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");
  return output;
}

static void
remove_all (const char *folder, const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_pdf (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("aanjager-map-XXXXXX", NULL);
  g_autofree char *path = render_to_file (folder, "map.PDF", n);
  g_autofree char *info = ask ("pdfinfo", "-isodates", path);
  g_autofree char *text = ask ("pdftotext", "-layout", path);
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, NULL);
  g_assert_true (length > 4 && memcmp (bytes, "%PDF", 4) == 0);
  g_assert_nonnull (g_strstr_len (bytes + length - 400, 400, "/Prev"));
  if (info != NULL)
    {
      g_assert_nonnull (strstr (info, "Gemeenten: <één> & \"twee\""));
      g_assert_nonnull (strstr (info, "Tagged:          yes"));
    }
  if (text != NULL)
    {
      g_assert_nonnull (strstr (text, "As of 1 March 2026"));
      g_assert_nonnull (strstr (text, "State 3"));
      g_assert_true ((strstr (text, "Zwartewaterland 0, District 0, State 0, Activities: 0") !=
                      NULL) == (n > 0));
    }
  remove_all (folder, path);
}

/* Whose place is not known stands under words that say so, and it is said in the list. */
static void
test_apart (void)
{
  g_autofree char *folder = g_dir_make_tmp ("aanjager-map-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.pdf", NULL);
  g_autoptr (AjMapState) map = aj_map_state_new ("Map");
  AjMapClass class = { "Here", AJ_MAP_TONE_1, AJ_MAP_MARK_DISC, FALSE };
  AjMapTile ede = { .id = "a", .name = "Ede", .count = -1, .has_tile = TRUE };
  AjMapTile nowhere = { .id = "b", .name = "Nowhere", .count = -1 };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  aj_map_state_add_class (map, &class);
  aj_map_state_add_tile (map, &ede);
  aj_map_state_add_tile (map, &nowhere);
  aj_map_state_settle (map);
  aj_map_drawing_save (map, path, "nl", &error);
  g_assert_no_error (error);
  text = ask ("pdftotext", "-layout", path);
  if (text != NULL)
    {
      const char *heading = strstr (text, "Place Unknown");

      g_assert_nonnull (heading);
      /* On the map it is above the tile, and the other one above it. */
      g_assert_true (strstr (text, "Ede") < heading);
      g_assert_nonnull (strstr (heading, "Nowhere"));
      g_assert_nonnull (strstr (heading, "Nowhere, Here, place unknown"));
    }
  remove_all (folder, path);
}

/* Anything that is no PDF by cairo comes back as it was, and never crashes. */
static void
test_language_of_others (void)
{
  static const char *const texts[] = { "", "%PDF", "/Root 1 0 R /Size 3 startxref\n9",
                                       "\n1 0 obj\n<<endobj /Root 1 0 R /Size 3\nstartxref\n9",
                                       "\n1 0 obj\n<< /A 1 >>\nendobj /Root 99999999999999 0 R" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GBytes) after = aj_pdf_add_extras (bytes, "nl", "Picture");

      g_assert_true (after == bytes);
    }
}

static guint
read_size (const guchar *at)
{
  return (guint) at[0] << 24 | (guint) at[1] << 16 | (guint) at[2] << 8 | at[3];
}

static void
test_png (void)
{
  g_autoptr (AjMapState) map = make_map (76);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = aj_map_drawing_render (map, AJ_DRAWING_PNG, NULL, &error);
  const guchar *data;
  gsize length;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);
  g_assert_cmpuint (length, >, 10000);
  g_assert_cmpint (memcmp (data, "\x89PNG\r\n", 6), ==, 0);
  g_assert_cmpuint (read_size (data + 16), ==, 2525);
  g_assert_cmpuint (read_size (data + 20), ==, 1785);
}

static void
element_cb (GMarkupParseContext *context,
            const char *name,
            const char **keys,
            const char **values,
            gpointer user_data,
            GError **error)
{
  guint *count = user_data;

  if (strcmp (name, "path") == 0 || strcmp (name, "use") == 0)
    (*count)++;
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { .start_element = element_cb };
  g_autoptr (AjMapState) map = make_map (76);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = aj_map_drawing_render (map, AJ_DRAWING_SVG, NULL, &error);
  guint count = 0;
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &count, NULL);
  gsize length;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &length);
  g_markup_parse_context_parse (context, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count, >, 2 * 76);
}

static guint
count_different (const guchar *a, const guchar *b)
{
  guint n = 0;

  for (guint i = 0; i < MARK_SIZE * MARK_SIZE; i++)
    if ((a[i] < 128) != (b[i] < 128))
      n++;
  return n;
}

/* In pure black and white, as a bad copier makes it, no two marks look alike. */
static void
test_marks_differ (void)
{
  guchar drawn[AJ_MAP_N_MARKS][MARK_SIZE * MARK_SIZE];

  for (guint i = 0; i < AJ_MAP_N_MARKS; i++)
    {
      cairo_surface_t *surface;
      cairo_t *cr;
      guint ink = 0;

      memset (drawn[i], 0, sizeof drawn[i]);
      surface = cairo_image_surface_create_for_data (drawn[i], CAIRO_FORMAT_A8, MARK_SIZE,
                                                     MARK_SIZE, MARK_SIZE);
      cr = cairo_create (surface);
      aj_map_mark_draw ((AjMapMark) i, cr, MARK_SIZE);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      for (guint k = 0; k < MARK_SIZE * MARK_SIZE; k++)
        ink += drawn[i][k] >= 128;
      g_assert_true ((ink > 10) == (i != AJ_MAP_MARK_NONE));
      for (guint k = 0; k < i; k++)
        g_assert_cmpuint (count_different (drawn[i], drawn[k]), >=, 10);
    }
}

static void
test_hyphens (void)
{
  static const char *const cases[][2] = {
    { "Zwartewaterland", "Zwarte\u00ADwater\u00ADland" },
    { "Steenwijkerland", "Steen\u00ADwijker\u00ADland" },
    { "Brummen", "Brum\u00ADmen" },
    { "Ommen", "Ommen" },
    { "Beuningen", "Beu\u00ADningen" },
    { "Noordoostpolder", "Noordoost\u00ADpolder" },
    { "Utrechtse Heuvelrug", "Utrechtse Heuvel\u00ADrug" },
    { "Ede", "Ede" },
    { "Edam", "Edam" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = aj_map_text_hyphenate (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_formats (void)
{
  AjDrawingFormat format;
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_drawing_format_from_path ("/tmp/a.b/kaart.Svg", &format, &error));
  g_assert_cmpint (format, ==, AJ_DRAWING_SVG);
  g_assert_false (aj_drawing_format_from_path ("/tmp/a.pdf/kaart", &format, &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
}

/* What cannot be written leaves nothing behind, and says why. */
static void
test_no_folder (void)
{
  g_autoptr (AjMapState) map = make_map (3);
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_map_drawing_save (map, "/nowhere/at/all/map.pdf", "nl", &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/map-drawing/pdf", GUINT_TO_POINTER (76), test_pdf);
  g_test_add_data_func ("/map-drawing/pdf/empty", GUINT_TO_POINTER (0), test_pdf);
  g_test_add_data_func ("/map-drawing/pdf/many", GUINT_TO_POINTER (400), test_pdf);
  g_test_add_func ("/map-drawing/pdf/apart", test_apart);
  g_test_add_func ("/map-drawing/pdf/language-of-others", test_language_of_others);
  g_test_add_func ("/map-drawing/png", test_png);
  g_test_add_func ("/map-drawing/svg", test_svg);
  g_test_add_func ("/map-drawing/marks-differ", test_marks_differ);
  g_test_add_func ("/map-drawing/hyphens", test_hyphens);
  g_test_add_func ("/map-drawing/formats", test_formats);
  g_test_add_func ("/map-drawing/no-folder", test_no_folder);
  return g_test_run ();
}
