/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document on screen: what each part is, and a table that fits wherever it stands. */
#include "aj-app-fixture.h"
#include "aj-document-table.h"
#include "aj-document-view.h"

static const char *const headings[] = { "Date", "What", "Who", NULL };

static AjDocument *
make_document (const char *word)
{
  AjDocument *document = aj_document_new ("What we hold", "en");
  const char *const first[] = { "1 March 2026", word, "Anna", NULL };
  const char *const second[] = { "2 March 2026", "", "Bea", NULL };

  aj_document_add_heading (document, 1, "History");
  aj_document_add_paragraph (document, "A paragraph with <b>no</b> markup & all.");
  aj_document_add_item (document, "One");
  aj_document_add_item (document, "Two");
  aj_document_begin_table (document, "Changes", headings);
  aj_document_add_row (document, first);
  aj_document_add_row (document, second);
  return document;
}

static AjDocumentView *
show (AppFixture *self, const char *word, int width)
{
  g_autoptr (AjDocument) document = make_document (word);
  GtkWidget *view = aj_document_view_new ();
  GtkWidget *clamp = adw_clamp_new ();

  aj_document_view_show (AJ_DOCUMENT_VIEW (view), document);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), view);
  app_fixture_show (self, clamp);
  app_settle ();
  return AJ_DOCUMENT_VIEW (view);
}

/* How many labels with this text are to be seen. */
static guint
count_shown (gpointer root, const char *text)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += gtk_widget_get_mapped (labels->pdata[i]) &&
         g_str_equal (gtk_label_get_text (labels->pdata[i]), text);
  return n;
}

static guint
count_roles (gpointer root, GtkAccessibleRole role)
{
  g_autoptr (GPtrArray) all = app_find_all (root, GTK_TYPE_WIDGET);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += gtk_widget_get_mapped (all->pdata[i]) &&
         gtk_accessible_get_accessible_role (all->pdata[i]) == role;
  return n;
}

static void
test_parts (AppFixture *self, gconstpointer data)
{
  AjDocumentView *view = show (self, "Something", 800);
  g_autoptr (AjDocument) other = aj_document_new ("Another", "en");

  g_assert_cmpuint (count_shown (view, "What we hold"), ==, 1);
  g_assert_cmpuint (count_shown (view, "A paragraph with <b>no</b> markup & all."), ==, 1);
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_HEADING), ==, 2);
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_LIST), ==, 1);
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==, 2);
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_TABLE), ==, 1);
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_ROW), ==, 3);
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER), ==, 3);
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_CELL), ==, 6);
  aj_document_view_show (view, other);
  app_settle ();
  g_assert_cmpuint (count_shown (view, "What we hold"), ==, 0);
  g_assert_cmpuint (count_shown (view, "Another"), ==, 1);
}

/* Beside each other, with the headings once; or below each other, each under its own. */
static void
test_widths (AppFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *word;
    int width;
    gboolean wide;
  } cases[] = {
    { "Something", 800, TRUE },
    { "Something", 400, TRUE },
    { "Something", 300, FALSE },
    { "Something that is said in so many words that it takes several lines", 400, TRUE },
    { "Somethingthatissaidinonewordthatgoesonandon", 400, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDocumentView *view = show (self, cases[i].word, cases[i].width);
      GtkWidget *table = app_find (GTK_WIDGET (view), AJ_TYPE_DOCUMENT_TABLE);

      g_test_message ("%s at %d", cases[i].word, cases[i].width);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), ==, cases[i].width);
      g_assert_cmpint (aj_document_table_is_wide (AJ_DOCUMENT_TABLE (table)), ==, cases[i].wide);
      /* What is empty has no heading of its own when it stands below. */
      g_assert_cmpuint (count_shown (view, "Date"), ==, cases[i].wide ? 1 : 2);
      g_assert_cmpuint (count_shown (view, "What"), ==, 1);
      g_assert_cmpuint (count_shown (view, "Bea"), ==, 1);
    }
}

/* No cell runs into the next. */
static void
test_columns (AppFixture *self, gconstpointer data)
{
  AjDocumentView *view = show (self, "Something that is said in so many words that it takes lines",
                               420);
  GtkWidget *table = app_find (GTK_WIDGET (view), AJ_TYPE_DOCUMENT_TABLE);
  g_autoptr (GPtrArray) labels = app_find_all (table, GTK_TYPE_LABEL);
  graphene_rect_t previous = GRAPHENE_RECT_INIT_ZERO;

  for (guint i = 0; i < labels->len; i++)
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (labels->pdata[i]))
        continue;
      g_assert_true (gtk_widget_compute_bounds (labels->pdata[i], table, &bounds));
      g_assert_false (graphene_rect_intersection (&previous, &bounds, NULL));
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 420);
      previous = bounds;
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/document-view/" name, AppFixture, NULL, app_fixture_set_up, function,          \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("parts", test_parts);
  ADD ("widths", test_widths);
  ADD ("columns", test_columns);
  return g_test_run ();
}
