/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents: those of a meeting, what there is to read of one, and the knowledge base they make. */
#include "aj-agenda-item.h"
#include "aj-app-fixture.h"
#include "aj-document-view.h"
#include "aj-document-window.h"
#include "aj-line-entry.h"
#include "aj-panes-fixture.h"
#include "aj-paper-note.h"
#include "aj-paper-row.h"
#include "aj-paper.h"
#include "aj-papers-group.h"
#include "aj-record-place.h"
#include "aj-report-window.h"

#include <string.h>

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      return buttons->pdata[i];
  return NULL;
}

static const char *
get_label (GtkWidget *note)
{
  return gtk_label_get_label (GTK_LABEL (app_find (note, GTK_TYPE_LABEL)));
}

/* A link, then a file, which goes before it; what leads to no page of the web is not offered. */
static void
test_note (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) paper = app_fixture_add (self, &aj_paper_record_type, "name", "Plan", NULL,
                                                NULL);
  GtkWidget *note = aj_paper_note_new (self->services, paper);

  app_fixture_show (self, note);
  g_assert_cmpstr (get_label (note), ==, "Nothing to read yet: give a link, or add a file.");
  g_assert_false (gtk_widget_get_visible (find_button (note, "Open")));
  app_fixture_change (self, paper, "link", "file:///etc/passwd", "Anna");
  g_assert_cmpstr (get_label (note), ==, "file:///etc/passwd");
  g_assert_false (gtk_widget_get_visible (find_button (note, "Open")));
  app_fixture_change (self, paper, "link", "https://plan.example", "Anna");
  g_assert_cmpstr (get_label (note), ==, "https://plan.example");
  g_assert_true (gtk_widget_get_visible (find_button (note, "Open")));
  g_assert_nonnull (find_button (note, "Add a File…"));
  app_fixture_change (self, paper, "file", "plan.pdf", "Anna");
  g_assert_cmpstr (get_label (note), ==, "plan.pdf");
  g_assert_nonnull (find_button (note, "Another File…"));
  app_assert_named (note);
}

typedef struct
{
  AdwToastOverlay *overlay;
  const char *text;
} Awaited;

static gboolean
says (Awaited *awaited)
{
  g_autoptr (GPtrArray) labels = app_find_all (GTK_WIDGET (awaited->overlay), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), awaited->text) != NULL)
      return TRUE;
  return FALSE;
}

/* A file that is not there any more is told, and where it belongs. */
static void
test_missing_file (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) paper = app_fixture_add (self, &aj_paper_record_type, "name", "Plan", "file",
                                                "weg.pdf");
  GtkWidget *note = aj_paper_note_new (self->services, paper);
  Awaited awaited = { self->overlay, "“weg.pdf” is not in the folder" };

  app_fixture_show (self, note);
  g_signal_emit_by_name (find_button (note, "Open"), "clicked");
  app_wait (says, &awaited);
}

static GtkWidget *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (AJ_IS_DOCUMENT_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
has_text (const char *text)
{
  GtkWidget *window = find_window ();
  g_autoptr (GPtrArray) labels = window != NULL ? app_find_all (window, GTK_TYPE_LABEL) : NULL;

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL)
      return TRUE;
  return FALSE;
}

/* It follows what is added while it is read. */
static void
test_knowledge (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) first = app_fixture_add (self, &aj_paper_record_type, "name", "Draaiboek",
                                                "theme", "Actiedag");
  g_autoptr (AjRecord) second = NULL;

  app_fixture_show (self, gtk_label_new ("page"));
  aj_report_window_show_knowledge (self->window, self->services);
  app_wait (has_text, (gpointer) "Draaiboek");
  second = app_fixture_add (self, &aj_paper_record_type, "name", "Handreiking", "theme", "Jeugd");
  app_wait (has_text, (gpointer) "Handreiking");
  app_assert_named (find_window ());
  gtk_window_destroy (GTK_WINDOW (find_window ()));
}

/* A document is seen by itself, whether a meeting discussed it or not. */
static void
test_place (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) paper = app_fixture_add (self, &aj_paper_record_type, "name", "Plan", NULL,
                                                NULL);
  g_autofree char *id = NULL;

  g_assert_null (aj_record_place_find (aj_record_get_values (paper), &id));
}

static void
type (GtkWidget *group, const char *text)
{
  GtkWidget *entry = app_find (group, AJ_TYPE_LINE_ENTRY);

  aj_line_entry_set_text (AJ_LINE_ENTRY (entry), text);
  g_signal_emit_by_name (entry, "accepted");
}

/* The papers of a meeting, added where its agenda is made. */
static void
test_group (PanesFixture *self, gconstpointer data)
{
  GtkWidget *group;

  panes_fixture_show (self, "agenda");
  group = app_find (self->view, AJ_TYPE_PAPERS_GROUP);
  app_settle ();
  type (group, "Zonder link");
  panes_fixture_await_label (self, "A link begins with https:// – what stands around it is the "
                                   "title.");
  type (group, "handreiking https://voorbeeld.example/h");
  panes_fixture_await_rows (self, "Papers", "Handreiking");
  panes_fixture_await_label (self, "https://voorbeeld.example/h");
  type (group, "https://voorbeeld.example/plan");
  panes_fixture_await_rows (self, "Papers", "Handreiking | voorbeeld.example/plan");
  app_assert_named (self->view);
  g_assert_true (aj_store_undo (self->app.store, NULL, NULL));
  panes_fixture_await_rows (self, "Papers", "Handreiking");
}

static GtkWidget *
show_item (PanesFixture *self)
{
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                                             aj_record_get_id (self->group), "meeting",
                                             aj_record_get_id (self->meeting), "name", "Jeugd",
                                             NULL);

  panes_fixture_show (self, "agenda");
  panes_fixture_await_rows (self, "Agenda", "Jeugd");
  return panes_fixture_find_row (self, "Agenda", "Jeugd");
}

static gboolean
has_focused_line (GtkWidget *row)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (row));
  GtkWidget *line = app_find (row, AJ_TYPE_LINE_ENTRY);

  return focus != NULL && line != NULL && gtk_widget_is_ancestor (focus, line);
}

/* One step at the item puts the cursor where the link goes; the paper stands at the item and not with the meeting, until it is
 * moved there. */
static void
test_item (PanesFixture *self, gconstpointer data)
{
  GtkWidget *row = show_item (self);
  GtkWidget *group;

  panes_fixture_await_label (self, "15 minutes · discussion");
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_activate_action (row, "agenda.add-link", NULL));
  app_wait (has_focused_line, row);
  group = app_find (row, AJ_TYPE_PAPERS_GROUP);
  type (group, "handreiking https://voorbeeld.example/h");
  panes_fixture_await_label (self, "15 minutes · discussion · 1 paper");
  panes_fixture_await_rows (self, "Papers", "Handreiking");
  app_assert_named (self->view);
  row = panes_fixture_find_row (self, "Papers", "Handreiking");
  g_assert_true (gtk_widget_is_ancestor (row, group));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  panes_fixture_await_label (self, "For which item");
  app_assert_named (self->view);
  g_assert_true (gtk_widget_activate_action (row, "paper.move", "s", ""));
  panes_fixture_await_label (self, "15 minutes · discussion");
  g_assert_null (app_find (group, AJ_TYPE_PAPER_ROW));
  g_assert_true (aj_store_undo (self->app.store, NULL, NULL));
  panes_fixture_await_label (self, "15 minutes · discussion · 1 paper");
  g_assert_nonnull (app_find (group, AJ_TYPE_PAPER_ROW));
}

static void
drop (GtkWidget *widget, GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) target = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_DROP_TARGET (target) ||
          !gdk_content_formats_contain_gtype (
              gtk_drop_target_get_formats (GTK_DROP_TARGET (target)), G_VALUE_TYPE (value)))
        continue;
      g_signal_emit_by_name (target, "drop", value, 1.0, 1.0, &taken);
      g_assert_true (taken);
      return;
    }
  g_assert_not_reached ();
}

/* A file out of a folder and a link out of a browser, let go above the item. */
static void
test_dropped (PanesFixture *self, gconstpointer data)
{
  GtkWidget *row = show_item (self);
  g_autofree char *path = g_build_filename (self->app.folder, "Plan_van_aanpak.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) page = g_file_new_for_uri ("https://voorbeeld.example/plan");
  g_auto (GValue) files = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;
  GSList list = { page, NULL };

  g_assert_true (g_file_set_contents (path, "%PDF", -1, NULL));
  g_value_init (&files, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&files, gdk_file_list_new_from_array (&file, 1));
  drop (row, &files);
  panes_fixture_await_label (self, "15 minutes · discussion · 1 paper");
  g_value_take_boxed (&files, gdk_file_list_new_from_list (&list));
  drop (row, &files);
  panes_fixture_await_label (self, "15 minutes · discussion · 2 papers");
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_static_string (&text, "Draaiboek https://voorbeeld.example/draaiboek");
  drop (row, &text);
  panes_fixture_await_label (self, "15 minutes · discussion · 3 papers");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  panes_fixture_await_rows (self, "Papers", "Draaiboek | Plan van aanpak | voorbeeld.example/plan");
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/app/papers/" name, AppFixture, NULL, app_fixture_set_up, function,                 \
              app_fixture_tear_down)
  ADD ("note", test_note);
  ADD ("missing-file", test_missing_file);
  ADD ("knowledge", test_knowledge);
  ADD ("place", test_place);
  panes_fixture_add_test ("/app/papers/group", test_group);
  panes_fixture_add_test ("/app/papers/item", test_item);
  panes_fixture_add_test ("/app/papers/dropped", test_dropped);
  return g_test_run ();
}
