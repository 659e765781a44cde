/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document-view.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-document-label.h"
#include "aj-document-table.h"
#include "aj-map-page.h"

/* Nobody reads on after so many paragraphs, and more widgets would keep the window waiting. */
#define MAX_BLOCKS 1200

struct _AjDocumentView
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AjDocumentView, aj_document_view, GTK_TYPE_WIDGET)

static GtkWidget *
make_heading (const AjBlock *block)
{
  GtkWidget *label = aj_document_label_new (block->text, GTK_ACCESSIBLE_ROLE_HEADING,
                                            block->level == 1 ? "title-4" : "heading");

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  block->level + 1, -1);
  gtk_widget_add_css_class (label, "section");
  return label;
}

static GtkWidget *
make_item (const char *text)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "spacing", 9, NULL);
  GtkWidget *mark = aj_document_label_new ("•", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = aj_document_label_new (text, GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (item), mark);
  gtk_box_append (GTK_BOX (item), label);
  aj_accessible_set_name (item, text);
  return item;
}

static GtkWidget *
make_list (const AjBlock *block)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);

  for (guint i = 0; i < block->rows->len; i++)
    gtk_box_append (GTK_BOX (list), make_item (((GStrv) block->rows->pdata[i])[0]));
  return list;
}

static GtkWidget *
make_paragraph (const AjBlock *block)
{
  GtkWidget *label = aj_document_label_new (block->text, GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  if (block->uri != NULL)
    {
      g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", block->uri,
                                                         block->text);

      gtk_label_set_markup (GTK_LABEL (label), markup);
    }
  return label;
}

/* A map on a sheet of paper as wide as there is room for; in points of the printed page, enlarged. */
#define MAP_WIDTH  480.0
#define MAP_HEIGHT 600.0

static double
measure_map (AjMapState *map)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);
  double height = aj_map_page_draw_figure (cr, map, MAP_WIDTH, MAP_HEIGHT, FALSE, FALSE);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return height;
}

static void
draw_map_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer map)
{
  double scale = MIN (width / MAP_WIDTH, height / measure_map (map));

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  aj_map_page_draw_figure (cr, map, MAP_WIDTH, MAP_HEIGHT, TRUE, FALSE);
}

static GtkWidget *
make_map (const AjBlock *block)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  "content-width", 300, NULL);
  GtkWidget *frame = gtk_aspect_frame_new (0.5f, 0.0f,
                                           (float) (MAP_WIDTH / measure_map (block->map)), FALSE);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_map_cb,
                                  aj_map_state_ref (block->map),
                                  (GDestroyNotify) aj_map_state_unref);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) measure_map (block->map));
  aj_accessible_set_name (area, block->text);
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (frame), area);
  return frame;
}

static GtkWidget *
make_block (const AjBlock *block)
{
  switch (block->kind)
    {
    case AJ_BLOCK_HEADING:
      return make_heading (block);
    case AJ_BLOCK_LIST:
      return make_list (block);
    case AJ_BLOCK_TABLE:
      return aj_document_table_new (block);
    case AJ_BLOCK_MAP:
      return make_map (block);
    case AJ_BLOCK_PARAGRAPH:
    default:
      return make_paragraph (block);
    }
}

static void
clear (AjDocumentView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
aj_document_view_dispose (GObject *object)
{
  clear (AJ_DOCUMENT_VIEW (object));
  G_OBJECT_CLASS (aj_document_view_parent_class)->dispose (object);
}

static void
aj_document_view_class_init (AjDocumentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_document_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "document-view");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
aj_document_view_init (AjDocumentView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
}

GtkWidget *
aj_document_view_new (void)
{
  return g_object_new (AJ_TYPE_DOCUMENT_VIEW, NULL);
}

void
aj_document_view_show (AjDocumentView *self, AjDocument *document)
{
  GPtrArray *blocks = aj_document_get_blocks (document);
  GtkWidget *title = aj_document_label_new (aj_document_get_title (document),
                                            GTK_ACCESSIBLE_ROLE_HEADING, "title-2");

  clear (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  for (guint i = 0; i < MIN (blocks->len, MAX_BLOCKS); i++)
    gtk_widget_set_parent (make_block (blocks->pdata[i]), GTK_WIDGET (self));
  if (blocks->len > MAX_BLOCKS)
    gtk_widget_set_parent (
        aj_document_label_new (_ ("This is the beginning. What you save or print holds all of it."),
                               GTK_ACCESSIBLE_ROLE_LABEL, "dim-label"),
        GTK_WIDGET (self));
}
