/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-window.h"

#include <glib/gi18n.h>

#include "aj-backup-saver.h"
#include "aj-calendar-saver.h"
#include "aj-example.h"
#include "aj-feedback.h"
#include "aj-history-window.h"
#include "aj-import-opener.h"
#include "aj-leaving.h"
#include "aj-page.h"
#include "aj-progress-frame.h"
#include "aj-record-place.h"
#include "aj-search-window.h"
#include "aj-undoing.h"
#include "aj-welcome.h"

/* Before this, showing that a file is being opened would only flicker. */
#define SAY_OPENING_AFTER_MS 600

struct _AjWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;         /* (owned) */
  AjServices *services;        /* (owned) (nullable) */
  GSignalGroup *store_signals; /* (owned) */
  AjPage *page;                /* (borrowed) (nullable): the one in front, in page_stack */
  int page_index;              /* its place in the table, when there is one */
  guint opening_id;
  AjWindowLeft left; /* (nullable): while the file is being left */
  gpointer left_data;

  /* Template widgets */
  AdwToastOverlay *toast_overlay;
  AjProgressFrame *progress;
  GtkWidget *read_only_bar;
  GtkStack *stack;
  GtkStack *start_stack;
  AdwStatusPage *failure_page;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkListBox *page_list;
  GtkStack *page_stack;
  GtkLabel *file_label;
  GtkMenuButton *menu_button;
  GtkMenuButton *start_menu_button;
};

G_DEFINE_FINAL_TYPE (AjWindow, aj_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_actions (AjWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AjStore *store = self->services != NULL ? aj_services_get_store (self->services) : NULL;
  gboolean can_undo = FALSE, can_redo = FALSE;

  if (store != NULL)
    g_object_get (store, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (widget, "win.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "win.redo", can_redo);
  gtk_widget_action_set_enabled (widget, "win.backup", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.export-calendar", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.take-in-answers", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.history", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.search-all", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-page", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.toggle-sidebar", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.search",
                                 self->page != NULL && aj_page_can_search (self->page));
}

static void
fill_sidebar (AjWindow *self)
{
  guint n_pages;
  const AjPageInfo *pages = aj_page_table_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->page_list, aj_page_info_new_row (&pages[i]));
}

/* The page in front brings the way back to a sidebar that cannot be seen. */
static void
tell_folded (AjWindow *self)
{
  gboolean hidden = adw_leaflet_get_folded (self->leaflet) ||
                    !gtk_widget_get_visible (self->sidebar);

  if (self->page != NULL)
    g_object_set (self->page, "folded", hidden, NULL);
}

static AjPage *
get_page (AjWindow *self, const AjPageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, info->name);

  if (page == NULL)
    {
      page = g_object_new (info->get_type (), "services", self->services, NULL);
      gtk_stack_add_titled (self->page_stack, page, info->name, _ (info->title));
    }
  return AJ_PAGE (page);
}

static void
show_page_at (AjWindow *self, guint index)
{
  guint n_pages;
  const AjPageInfo *pages = aj_page_table_get (&n_pages);
  AjPage *page;
  g_autofree char *title = NULL;

  if (index >= n_pages || self->services == NULL)
    return;
  page = get_page (self, &pages[index]);
  if (self->page != NULL && self->page != page)
    aj_page_deactivate (self->page);
  self->page = page;
  self->page_index = (int) index;
  tell_folded (self);
  gtk_stack_set_visible_child (self->page_stack, GTK_WIDGET (page));
  gtk_list_box_select_row (self->page_list,
                           gtk_list_box_get_row_at_index (self->page_list, (int) index));
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  g_settings_set_string (self->settings, "last-page", pages[index].name);
  /* Translators: the name of a page, as in "Meetings – Aanjager". */
  title = g_strdup_printf (_ ("%s – Aanjager"), _ (pages[index].title));
  gtk_window_set_title (GTK_WINDOW (self), title);
  aj_page_activate (page);
  update_actions (self);
}

void
aj_window_show_page (AjWindow *self, const char *name)
{
  guint n_pages;
  const AjPageInfo *pages = aj_page_table_get (&n_pages);
  guint index = 0;

  g_return_if_fail (AJ_IS_WINDOW (self));

  for (guint i = 0; i < n_pages; i++)
    if (g_str_equal (pages[i].name, name))
      index = i;
  show_page_at (self, index);
}

gboolean
aj_window_show_record (AjWindow *self, const AjRecordType *type, const char *id)
{
  guint n_pages;
  const AjPageInfo *pages = aj_page_table_get (&n_pages);

  g_return_val_if_fail (AJ_IS_WINDOW (self), FALSE);

  for (guint i = 0; self->services != NULL && i < n_pages; i++)
    if (aj_page_show_record (get_page (self, &pages[i]), type, id))
      {
        show_page_at (self, i);
        return TRUE;
      }
  return FALSE;
}

/* Tab and the arrow keys pass over the pages; only Enter or a click opens one, and the mark stays with what is open. */
static void
page_row_selected_cb (GtkListBox *list, GtkListBoxRow *row, AjWindow *self)
{
  GtkListBoxRow *open = gtk_list_box_get_row_at_index (list, self->page_index);

  if (self->page != NULL && row != open)
    gtk_list_box_select_row (list, open);
}

static void
page_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, AjWindow *self)
{
  show_page_at (self, (guint) gtk_list_box_row_get_index (row));
}

static void
stop_opening (AjWindow *self)
{
  g_clear_handle_id (&self->opening_id, g_source_remove);
  aj_progress_frame_end (self->progress);
}

static void
forget_pages (AjWindow *self)
{
  GtkWidget *child;

  if (self->page != NULL)
    aj_page_deactivate (self->page);
  self->page = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack))) != NULL)
    gtk_stack_remove (self->page_stack, child);
}

static void
show_file_name (AjWindow *self)
{
  AjStore *store = aj_services_get_store (self->services);
  g_autofree char *base = g_path_get_basename (aj_store_get_path (store));
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = NULL;

  if (g_str_has_suffix (name, ".aanjager"))
    name[strlen (name) - strlen (".aanjager")] = '\0';
  if (aj_store_is_read_only (store))
    /* Translators: the name of the open file. */
    text = g_strdup_printf (_ ("%s\nRead-only: nothing can be changed"), name);
  else
    text = g_strdup_printf (_ ("%s\nEvery change is saved at once"), name);
  gtk_label_set_label (self->file_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_label), aj_store_get_path (store));
  gtk_widget_set_visible (self->read_only_bar, aj_store_is_read_only (store));
}

void
aj_window_set_services (AjWindow *self, AjServices *services)
{
  g_autoptr (AjServices) before = NULL;
  g_autofree char *last_page = NULL;

  g_return_if_fail (AJ_IS_WINDOW (self));

  stop_opening (self);
  forget_pages (self);
  before = g_steal_pointer (&self->services);
  self->services = services != NULL ? g_object_ref (services) : NULL;
  g_signal_group_set_target (self->store_signals,
                             services != NULL ? aj_services_get_store (services) : NULL);
  if (before != NULL)
    aj_store_close (aj_services_get_store (before));
  update_actions (self);
  if (services == NULL)
    return;
  show_file_name (self);
  last_page = g_settings_get_string (self->settings, "last-page");
  aj_window_show_page (self, last_page);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

AjServices *
aj_window_get_services (AjWindow *self)
{
  g_return_val_if_fail (AJ_IS_WINDOW (self), NULL);

  return self->services;
}

void
aj_window_show_welcome (AjWindow *self)
{
  g_return_if_fail (AJ_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->start_stack, "welcome");
  gtk_stack_set_visible_child_name (self->stack, "start");
}

static gboolean
say_opening_cb (gpointer user_data)
{
  AjWindow *self = user_data;

  self->opening_id = 0;
  aj_progress_frame_begin (self->progress, _ ("Opening the file…"), NULL);
  return G_SOURCE_REMOVE;
}

void
aj_window_show_opening (AjWindow *self, const char *path)
{
  g_return_if_fail (AJ_IS_WINDOW (self));

  g_clear_handle_id (&self->opening_id, g_source_remove);
  self->opening_id = g_timeout_add (SAY_OPENING_AFTER_MS, say_opening_cb, self);
}

void
aj_window_show_failure (AjWindow *self, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (AJ_IS_WINDOW (self));

  stop_opening (self);
  if (self->services != NULL)
    {
      aj_window_tell_error (self, error);
      return;
    }
  text = g_strdup_printf ("%s\n\n%s", error->message, name);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->failure_page, markup);
  gtk_stack_set_visible_child_name (self->start_stack, "failure");
  gtk_stack_set_visible_child_name (self->stack, "start");
}

/* The widget that feedback starts from: the overlay around it is the window's own. */
static GtkWidget *
get_feedback_widget (AjWindow *self)
{
  return GTK_WIDGET (self->stack);
}

void
aj_window_tell_error (AjWindow *self, const GError *error)
{
  g_return_if_fail (AJ_IS_WINDOW (self));

  aj_feedback_error (get_feedback_widget (self), error);
}

/* Wherever in the window a file is dropped. */
static AjServices *
get_import_place (GtkWidget *widget, const AjRecordType **type)
{
  AjWindow *self = AJ_WINDOW (gtk_widget_get_root (widget));

  *type = self->page != NULL ? aj_page_get_import_type (self->page) : NULL;
  return self->services;
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  aj_undoing_undo (get_feedback_widget (self), aj_services_get_store (self->services));
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  aj_undoing_redo (get_feedback_widget (self), aj_services_get_store (self->services));
}

static void
backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  aj_backup_saver_save (get_feedback_widget (self), self->services);
}

static void
export_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  aj_calendar_saver_save_all (get_feedback_widget (self), self->services);
}

static void
take_in_answers (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  aj_import_opener_choose_answers (get_feedback_widget (self), self->services);
}

static void
show_history (GtkWidget *widget, const char *action, GVariant *parameter)
{
  aj_history_window_show (GTK_WINDOW (widget), AJ_WINDOW (widget)->services);
}

static void
example_filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  aj_progress_frame_end (self->progress);
  if (!aj_example_fill_finish (AJ_STORE (source), result, &error))
    aj_feedback_error (get_feedback_widget (self), error);
}

static void
fill_example (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  if (self->services == NULL)
    return;
  aj_progress_frame_begin (self->progress, _ ("Filling in the example network…"), NULL);
  aj_example_fill_async (aj_services_get_store (self->services), AJ_EXAMPLE_DEFAULT, NULL,
                         example_filled_cb, g_object_ref (self));
}

static void
show_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  gtk_widget_set_visible (self->sidebar, TRUE);
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  tell_folded (self);
}

/* F10, wherever the menu is: on the page to start with, or in a sidebar that is out of sight. */
static void
open_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  if (self->services == NULL)
    {
      gtk_menu_button_popup (self->start_menu_button);
      return;
    }
  show_sidebar (widget, NULL, NULL);
  gtk_menu_button_popup (self->menu_button);
}

static void
toggle_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet,
                          adw_leaflet_get_visible_child (self->leaflet) == self->sidebar
                              ? ADW_NAVIGATION_DIRECTION_FORWARD
                              : ADW_NAVIGATION_DIRECTION_BACK);
  else
    gtk_widget_set_visible (self->sidebar, !gtk_widget_get_visible (self->sidebar));
  tell_folded (self);
}

static void
place_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjWindow) self = user_data;
  g_autofree char *id = NULL;
  g_autoptr (AjValues) part = NULL;
  const AjRecordType *type = aj_record_place_find_finish (result, &id, &part);

  if (type != NULL && aj_window_show_record (self, type, id))
    aj_page_show_part (self->page, part);
}

/* What has no place of its own is seen where it belongs: a seat in its group. */
static void
show_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);
  const char *name, *id;
  const AjRecordType *type;

  g_variant_get (parameter, "(&s&s)", &name, &id);
  type = aj_record_type_lookup (name);
  if (self->services != NULL && type != NULL && !aj_window_show_record (self, type, id))
    aj_record_place_find_async (aj_services_get_store (self->services), type, id, place_found_cb,
                                g_object_ref (self));
}

static void
show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_page_at (AJ_WINDOW (widget), g_variant_get_uint32 (parameter));
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  if (self->page != NULL)
    aj_page_search (self->page);
}

static void
search_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  aj_search_window_show (GTK_WINDOW (widget), AJ_WINDOW (widget)->services);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjWindow *self = AJ_WINDOW (widget);

  if (self->page != NULL && !aj_page_go_back (self->page) && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
can_undo_changed_cb (AjStore *store, GParamSpec *pspec, AjWindow *self)
{
  update_actions (self);
}

/* A hidden sidebar would leave a folded window with nothing to go back to. */
static void
folded_changed_cb (AdwLeaflet *leaflet, GParamSpec *pspec, AjWindow *self)
{
  if (adw_leaflet_get_folded (leaflet))
    gtk_widget_set_visible (self->sidebar, TRUE);
  tell_folded (self);
}

/* To the page and the row for which the person stayed. */
static void
show_row (AjWindow *self, AjFieldRow *row)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (row), AJ_TYPE_PAGE);

  if (page != NULL && gtk_widget_get_parent (page) == GTK_WIDGET (self->page_stack))
    aj_window_show_page (self,
                         gtk_stack_page_get_name (gtk_stack_get_page (self->page_stack, page)));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
leaving_answered_cb (gboolean may_leave, AjFieldRow *unsaved, gpointer user_data)
{
  AjWindow *self = user_data;
  AjWindowLeft left = g_steal_pointer (&self->left);

  if (left == NULL)
    return;
  aj_progress_frame_end (self->progress);
  if (!may_leave && unsaved != NULL)
    show_row (self, unsaved);
  left (self, may_leave, self->left_data);
}

void
aj_window_leave (AjWindow *self, AjWindowLeft left, gpointer user_data)
{
  g_return_if_fail (AJ_IS_WINDOW (self));

  stop_opening (self);
  if (self->services == NULL || self->left != NULL)
    {
      left (self, self->services == NULL, user_data);
      return;
    }
  self->left = left;
  self->left_data = user_data;
  aj_progress_frame_begin (self->progress, _ ("Saving…"), NULL);
  aj_leaving_ask (GTK_WINDOW (self), self->services, leaving_answered_cb, self);
}

static void
may_close_cb (AjWindow *self, gboolean may_leave, gpointer user_data)
{
  if (!may_leave)
    return;
  aj_window_set_services (self, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
aj_window_close_request (GtkWindow *window)
{
  AjWindow *self = AJ_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  if (self->services == NULL)
    return GTK_WINDOW_CLASS (aj_window_parent_class)->close_request (window);
  /* It goes by itself once all is saved. */
  aj_window_leave (self, may_close_cb, NULL);
  return TRUE;
}

static void
aj_window_dispose (GObject *object)
{
  AjWindow *self = AJ_WINDOW (object);
  AjWindowLeft left = g_steal_pointer (&self->left);

  if (left != NULL)
    left (self, FALSE, self->left_data);
  g_clear_handle_id (&self->opening_id, g_source_remove);
  if (self->page_stack != NULL)
    forget_pages (self);
  g_clear_object (&self->store_signals);
  if (self->services != NULL)
    aj_store_close (aj_services_get_store (self->services));
  g_clear_object (&self->services);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_WINDOW);
  G_OBJECT_CLASS (aj_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup);
  gtk_widget_class_install_action (widget_class, "win.export-calendar", NULL, export_calendar);
  gtk_widget_class_install_action (widget_class, "win.take-in-answers", NULL, take_in_answers);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "win.fill-example", NULL, fill_example);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.show-page", "u", show_page);
  gtk_widget_class_install_action (widget_class, "win.show-record", "(ss)", show_record);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.search-all", NULL, search_all);
  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "win.open-menu", NULL, open_menu);

  /* Bindings rather than accelerators: an entry that has typing of its own to undo comes first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.export-calendar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.toggle-sidebar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.search-all",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, 0, "win.open-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "win.go-back", NULL);
  for (guint i = 0; i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.show-page",
                                         "u", i);
}

static void
aj_window_class_init (AjWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = aj_window_close_request;

  g_type_ensure (AJ_TYPE_PROGRESS_FRAME);
  g_type_ensure (AJ_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/veiligheidsnetwerkon/Aanjager/aj-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, start_stack);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, failure_page);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, file_label);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AjWindow, start_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, page_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_row_selected_cb);
  install_actions (widget_class);
}

static void
aj_window_init (AjWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store_signals = g_signal_group_new (AJ_TYPE_STORE);
  g_signal_group_connect (self->store_signals, "notify::can-undo", G_CALLBACK (can_undo_changed_cb),
                          self);
  g_signal_group_connect (self->store_signals, "notify::can-redo", G_CALLBACK (can_undo_changed_cb),
                          self);
  g_signal_connect (self->leaflet, "notify::folded", G_CALLBACK (folded_changed_cb), self);
  aj_import_opener_take_drops (GTK_WIDGET (self->stack), get_import_place);
  fill_sidebar (self);
  update_actions (self);
}

AjWindow *
aj_window_new (GtkApplication *application, GSettings *settings)
{
  AjWindow *self = g_object_new (AJ_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}
