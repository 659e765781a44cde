/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meetings-page.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-calendar-saver.h"
#include "aj-cycle-dialog.h"
#include "aj-cycle.h"
#include "aj-feedback.h"
#include "aj-group-filter.h"
#include "aj-group.h"
#include "aj-list-cursor.h"
#include "aj-meeting-new.h"
#include "aj-meeting-next.h"
#include "aj-meeting-rows.h"
#include "aj-meeting-view.h"
#include "aj-meeting.h"
#include "aj-owed-window.h"
#include "aj-roster-window.h"
#include "aj-waiting.h"

struct _AjMeetingsPage
{
  AjPage parent_instance;

  int year;
  int first_year;        /* the one that the page began with */
  AjList *meetings;      /* (owned) */
  AjList *cycles;        /* (owned) */
  AjRecord *cycle;       /* (owned) (nullable): the first; planning begins with its group */
  AjListCursor *cursor;  /* (owned) */
  AjMeetingView *view;   /* (borrowed): in the detail bin */
  AjMeetingRows *rows;   /* (owned) */
  GCancellable *seeking; /* (owned) (nullable): a meeting to show, not in the list */
  gboolean focus_wanted;
  gboolean focus_list;  /* what was planned is to be looked at with the keyboard */
  gboolean choose_next; /* a newly shown year begins at the meeting to look at first */

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkButton *year_button;
  AjGroupFilter *group_filter;
  AdwSplitButton *plan_button;
  AdwSplitButton *narrow_plan_button;
  GtkWidget *narrow_bar;
  GtkStack *list_stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  AdwBin *detail_bin;
  AdwSplitButton *save_button;
  AdwSplitButton *narrow_save_button;
};

G_DEFINE_FINAL_TYPE (AjMeetingsPage, aj_meetings_page, AJ_TYPE_PAGE)

static AjQuery *
make_query (AjMeetingsPage *self)
{
  AjQuery *query = aj_query_new (&aj_meeting_record_type);
  const char *group = aj_group_filter_get_group (self->group_filter);
  g_autofree char *first = g_strdup_printf ("%04d-01-01T00:00", self->year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31T23:59", self->year);

  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, first);
  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_MOST, last);
  if (group != NULL)
    aj_query_where_text (query, "group", AJ_QUERY_EQUAL, group);
  aj_query_order_by (query, "starts-at", FALSE);
  return query;
}

/* The name of the child of the list's stack. */
static const char *
find_state (AjMeetingsPage *self)
{
  if (aj_list_get_error (self->meetings) != NULL)
    return "error";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->meetings)) > 0)
    return "list";
  if (aj_list_is_loading (self->meetings))
    return "loading";
  return aj_group_filter_has_groups (self->group_filter) ? "empty" : "no-groups";
}

static void
enable_actions (AjMeetingsPage *self, gboolean has_meetings)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_add = aj_group_filter_has_groups (self->group_filter) &&
                     !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (self)));

  gtk_widget_action_set_enabled (widget, "meetings.export", has_meetings);
  gtk_widget_action_set_enabled (widget, "meetings.export-separately", has_meetings);
  gtk_widget_action_set_enabled (widget, "meetings.roster", has_meetings);
  gtk_widget_action_set_enabled (widget, "meetings.new", can_add);
  gtk_widget_action_set_enabled (widget, "meetings.plan", can_add);
}

static void
show_state (AjMeetingsPage *self)
{
  const char *name = find_state (self);
  gboolean is_empty = g_str_equal (name, "empty") || g_str_equal (name, "no-groups");
  /* Translators: a year. */
  g_autofree char *title = g_strdup_printf (_ ("No Meetings in %d Yet"), self->year);

  if (g_str_equal (name, "error"))
    {
      g_autofree char *markup = g_markup_escape_text (aj_list_get_error (self->meetings), -1);

      adw_status_page_set_description (self->error_page, markup);
    }
  adw_status_page_set_title (self->empty_page, title);
  gtk_stack_set_visible_child_name (self->list_stack, name);
  /* The empty list says itself what to do first. */
  gtk_widget_set_visible (GTK_WIDGET (self->plan_button), !is_empty);
  gtk_widget_set_visible (self->narrow_bar, !is_empty);
  /* The last one was removed: there is nothing to look at beside the list. */
  if (is_empty && !aj_list_cursor_is_wanting (self->cursor))
    adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  enable_actions (self, g_str_equal (name, "list"));
}

static void
show_year (AjMeetingsPage *self)
{
  g_autofree char *text = g_strdup_printf ("%d", self->year);
  g_autoptr (AjQuery) query = make_query (self);

  gtk_button_set_label (self->year_button, text);
  self->choose_next = TRUE;
  /* Whoever looks elsewhere leaves the meeting in view behind. */
  aj_list_cursor_leave (self->cursor);
  aj_list_set_query (self->meetings, query);
  show_state (self);
}

static void
set_year (AjMeetingsPage *self, int year)
{
  AjServices *services = aj_page_get_services (AJ_PAGE (self));

  if (year < AJ_DATE_MIN_YEAR || year > AJ_DATE_MAX_YEAR || year == self->year)
    return;
  self->year = year;
  g_settings_set_int (aj_services_get_settings (services), "meetings-year",
                      year == aj_date_get_year (aj_services_get_today (services)) ? 0 : year);
  show_year (self);
}

static void
group_changed_cb (AjGroupFilter *filter, GParamSpec *pspec, AjMeetingsPage *self)
{
  AjServices *services = aj_page_get_services (AJ_PAGE (self));
  const char *group = aj_group_filter_get_group (filter);

  if (self->meetings == NULL)
    return;
  g_settings_set_string (aj_services_get_settings (services), "meetings-group",
                         group != NULL ? group : "");
  show_year (self);
}

static void
reveal_cb (AjListCursor *cursor, guint position, AjMeetingsPage *self)
{
  self->choose_next = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
arrived_cb (AjListCursor *cursor, AjMeetingsPage *self)
{
  if (self->focus_wanted)
    aj_meeting_view_focus_theme (self->view);
  self->focus_wanted = FALSE;
}

static void
moved_cb (AjListCursor *cursor, AjRecord *meeting, AjMeetingsPage *self)
{
  aj_meeting_view_set_record (self->view, meeting);
}

/* Whether the list in view is a list of such meetings. */
static gboolean
belongs_here (AjMeetingsPage *self, AjRecord *meeting)
{
  const char *group = aj_group_filter_get_group (self->group_filter);
  AjWallTime start;

  return aj_record_get_wall_time (meeting, "starts-at", &start) &&
         aj_date_get_year (start.date) == self->year &&
         (group == NULL || g_strcmp0 (aj_record_get_text (meeting, "group"), group) == 0);
}

/* Turns to the year of the meeting, and to its group when only one is in view, to select it there. */
static void
go_to (AjMeetingsPage *self, AjRecord *meeting)
{
  AjWallTime start;

  if (!aj_record_get_wall_time (meeting, "starts-at", &start))
    return;
  aj_list_cursor_want (self->cursor, aj_record_get_id (meeting), FALSE);
  if (aj_group_filter_get_group (self->group_filter) != NULL)
    aj_group_filter_set_group (self->group_filter, aj_record_get_text (meeting, "group"));
  set_year (self, aj_date_get_year (start.date));
}

/* Somebody moved the meeting in view to another year, or gave it to another group: the list goes along, so that the
 * cursor does not find itself in the next meeting. */
static void
lost_cb (AjListCursor *cursor, AjRecord *meeting, AjMeetingsPage *self)
{
  if (!belongs_here (self, meeting))
    go_to (self, meeting);
}

/* A person who selects something no longer waits for what was looked for. */
static void
selection_made_cb (GtkSelectionModel *model, guint position, guint n_items, AjMeetingsPage *self)
{
  g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
}

static void
show_detail (AjMeetingsPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

static void
row_activated_cb (GtkListView *list, guint position, AjMeetingsPage *self)
{
  gtk_selection_model_select_item (aj_list_cursor_get_model (self->cursor), position, TRUE);
  show_detail (self);
}

static void
marked_cb (AjMeetingRows *rows, guint first, AjMeetingsPage *self)
{
  /* What is still in view is the list of before. */
  if (aj_list_is_loading (self->meetings))
    return;
  if (self->choose_next && !aj_list_cursor_is_wanting (self->cursor) && self->seeking == NULL &&
      first != GTK_INVALID_LIST_POSITION)
    {
      self->choose_next = FALSE;
      gtk_selection_model_select_item (aj_list_cursor_get_model (self->cursor), first, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", first);
    }
  if (self->focus_list && gtk_widget_grab_focus (GTK_WIDGET (self->list_view)))
    self->focus_list = FALSE;
}

static void
new_meeting_made_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjMeetingsPage) self = user_data;

  if (error != NULL)
    {
      aj_list_cursor_stop_wanting (self->cursor);
      return;
    }
  show_detail (self);
  /* The list may have it already. */
  if (aj_list_cursor_is_wanting (self->cursor))
    self->focus_wanted = TRUE;
  else
    aj_meeting_view_focus_theme (self->view);
}

/* The group in view; with all groups in view, that of the meeting in view, else one that has a cycle, else the first. */
static char *
choose_group (AjMeetingsPage *self)
{
  AjRecord *selected = aj_list_cursor_get_selected (self->cursor);
  char *group = g_strdup (aj_group_filter_get_group (self->group_filter));

  if (group == NULL && selected != NULL)
    group = g_strdup (aj_record_get_text (selected, "group"));
  if (group == NULL && self->cycle != NULL)
    group = g_strdup (aj_record_get_text (self->cycle, "group"));
  return group != NULL ? group : aj_group_filter_dup_first (self->group_filter);
}

static void
new_meeting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (widget);
  g_autofree char *group = choose_group (self);
  AjValues *meeting = NULL;
  g_autoptr (AjEdit) edit = aj_meeting_new_edit (aj_page_get_services (AJ_PAGE (self)), group,
                                                 &meeting);
  AjWallTime start;

  aj_list_cursor_want (self->cursor, aj_values_get_id (meeting), TRUE);
  if (aj_values_get_wall_time (meeting, "starts-at", &start))
    set_year (self, aj_date_get_year (start.date));
  aj_feedback_commit (widget, edit, AJ_COMMIT_QUIET, new_meeting_made_cb, g_object_ref (self));
}

static void
new_group (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (AjEdit) edit = aj_edit_new (aj_page_get_store (AJ_PAGE (widget)), _ ("New group"));
  AjValues *group = aj_edit_add (edit, &aj_group_record_type);

  aj_values_set_text (group, "name", _ ("Expert team"));
  aj_values_set_text (group, "kind", "expert-team");
  aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
cycle_planned_cb (const char *group, int year, const char *sentence, gpointer user_data)
{
  AjMeetingsPage *self = user_data;

  self->focus_list = TRUE;
  aj_meetings_page_show_cycle (self, group, year);
  aj_meeting_rows_mark_soon (self->rows);
  if (sentence != NULL)
    aj_feedback_offer_undo (GTK_WIDGET (self), sentence);
}

static void
plan_cycle (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (widget);
  g_autofree char *group = choose_group (self);

  aj_cycle_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)),
                        aj_page_get_services (AJ_PAGE (self)), group, self->year, cycle_planned_cb,
                        self);
}

static void
show_roster (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (widget);
  g_autofree char *group = choose_group (self);

  if (group != NULL)
    aj_roster_window_show (GTK_WINDOW (gtk_widget_get_root (widget)),
                           aj_page_get_services (AJ_PAGE (self)), group, self->year);
}

static void
show_owed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  aj_owed_window_show (GTK_WINDOW (gtk_widget_get_root (widget)),
                       aj_page_get_services (AJ_PAGE (widget)));
}

static void
export_meetings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (widget);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));
  AjRecord *group = aj_group_filter_get_record (self->group_filter);

  if (g_str_equal (action, "meetings.export"))
    aj_calendar_saver_save_cycle (widget, services, group, self->year);
  else
    aj_calendar_saver_save_separately (widget, services, group, self->year);
}

static void
change_year (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (widget);

  if (g_str_equal (action, "meetings.this-year"))
    set_year (self,
              aj_date_get_year (aj_services_get_today (aj_page_get_services (AJ_PAGE (self)))));
  else
    set_year (self, self->year + (g_str_equal (action, "meetings.next-year") ? 1 : -1));
}

static void
show_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_navigate (AJ_MEETINGS_PAGE (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
remove_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (widget);
  AjRecord *meeting = aj_list_cursor_get_selected (self->cursor);

  if (meeting != NULL && gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (widget)),
                                                 GTK_WIDGET (self->list_view)))
    aj_meeting_view_remove (widget, aj_page_get_services (AJ_PAGE (self)), meeting);
}

static gboolean
aj_meetings_page_go_back (AjPage *page)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (page);

  return adw_leaflet_get_folded (self->leaflet) &&
         adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
sought_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMeetingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = aj_store_fetch_finish (AJ_STORE (source), result, &error);
  AjRecord *meeting;

  if (self->list_view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->seeking);
  if (found == NULL)
    {
      aj_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  if (found->len == 0)
    {
      aj_feedback_say (GTK_WIDGET (self), _ ("This meeting does not exist any more."));
      return;
    }
  meeting = g_ptr_array_index (found, 0);
  /* The list may have it by now; else it is in view at once, and the list comes when it comes. */
  if (!aj_list_cursor_select (self->cursor, aj_record_get_id (meeting)))
    {
      go_to (self, meeting);
      aj_list_cursor_show (self->cursor, meeting);
    }
  show_detail (self);
}

/* Looks for a meeting that the list does not hold. */
static void
seek (AjMeetingsPage *self, const char *id)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_meeting_record_type);

  g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
  self->seeking = g_cancellable_new ();
  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, id);
  aj_store_fetch_async (aj_page_get_store (AJ_PAGE (self)), query, self->seeking, sought_cb,
                        g_object_ref (self));
}

static gboolean
aj_meetings_page_show_record (AjPage *page, const AjRecordType *type, const char *id)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (page);

  if (type != &aj_meeting_record_type)
    return FALSE;
  if (aj_list_cursor_select (self->cursor, id))
    show_detail (self);
  else
    seek (self, id);
  return TRUE;
}

static void
aj_meetings_page_show_part (AjPage *page, const AjValues *part)
{
  aj_meeting_view_show_part (AJ_MEETINGS_PAGE (page)->view, part);
}

static void
cycles_changed_cb (
    GListModel *cycles, guint position, guint removed, guint added, AjMeetingsPage *self)
{
  g_clear_object (&self->cycle);
  self->cycle = g_list_model_get_item (cycles, 0);
}

static void
next_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMeetingsPage) self = user_data;
  AjDate next = aj_meeting_next_fetch_finish (AJ_STORE (source), result, NULL);

  /* Whoever turned a page meanwhile chose a year. */
  if (self->list_view == NULL || next == AJ_DATE_NONE || self->year != self->first_year ||
      aj_list_cursor_is_wanting (self->cursor) || aj_date_get_year (next) == self->year)
    return;
  self->year = aj_date_get_year (next);
  show_year (self);
}

/* Without a year that somebody chose, the one with the next meeting: late in the year that is the year to come. */
static void
find_year (AjMeetingsPage *self, int chosen, const char *group)
{
  AjServices *services = aj_page_get_services (AJ_PAGE (self));

  self->first_year = self->year = chosen != 0 ? chosen
                                              : aj_date_get_year (aj_services_get_today (services));
  if (chosen == 0)
    aj_meeting_next_fetch_async (aj_services_get_store (services), *group != '\0' ? group : NULL,
                                 aj_services_get_today (services), NULL, next_found_cb,
                                 g_object_ref (self));
}

static void
aj_meetings_page_constructed (GObject *object)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (object);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));
  GSettings *settings = aj_services_get_settings (services);
  g_autofree char *group = g_settings_get_string (settings, "meetings-group");
  int year = g_settings_get_int (settings, "meetings-year");
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (AjQuery) cycles = NULL;

  G_OBJECT_CLASS (aj_meetings_page_parent_class)->constructed (object);

  find_year (self, year, group);
  self->view = AJ_MEETING_VIEW (aj_meeting_view_new (services));
  adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->view));
  g_object_bind_property (self->leaflet, "folded", self->view, "folded", G_BINDING_SYNC_CREATE);

  aj_group_filter_set_store (self->group_filter, aj_services_get_store (services), TRUE);
  aj_group_filter_set_group (self->group_filter, group);
  g_signal_connect_object (self->group_filter, "notify::has-groups", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);

  cycles = aj_query_new (&aj_cycle_record_type);
  aj_query_limit (cycles, 1);
  self->cycles = aj_list_new (aj_services_get_store (services), cycles);
  g_signal_connect_object (self->cycles, "items-changed", G_CALLBACK (cycles_changed_cb), self, 0);
  self->meetings = aj_list_new (aj_services_get_store (services), NULL);
  self->cursor = aj_list_cursor_new (self->meetings);
  g_signal_connect_object (self->cursor, "moved", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (self->cursor, "reveal", G_CALLBACK (reveal_cb), self, 0);
  g_signal_connect_object (self->cursor, "arrived", G_CALLBACK (arrived_cb), self, 0);
  g_signal_connect_object (self->cursor, "lost", G_CALLBACK (lost_cb), self, 0);
  g_signal_connect_object (self->meetings, "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->meetings, "notify::loading", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meetings, "notify::error", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  self->rows = aj_meeting_rows_new (services, G_LIST_MODEL (self->meetings));
  g_signal_connect_object (self->meetings, "notify::loading",
                           G_CALLBACK (aj_meeting_rows_mark_soon), self->rows, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "marked", G_CALLBACK (marked_cb), self, 0);
  factory = aj_meeting_rows_make_factory (self->rows);
  gtk_list_view_set_factory (self->list_view, factory);
  g_signal_connect_object (aj_list_cursor_get_model (self->cursor), "selection-changed",
                           G_CALLBACK (selection_made_cb), self, 0);
  gtk_list_view_set_model (self->list_view, aj_list_cursor_get_model (self->cursor));
  show_year (self);
}

static void
aj_meetings_page_dispose (GObject *object)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
  g_clear_object (&self->rows);
  g_clear_object (&self->cursor);
  g_clear_object (&self->meetings);
  g_clear_object (&self->cycles);
  g_clear_object (&self->cycle);
  /* GTK takes out a child that is bound to the template, and AdwBin would do it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_MEETINGS_PAGE);
  G_OBJECT_CLASS (aj_meetings_page_parent_class)->dispose (object);
}

static void
switch_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (widget);

  if (self->view != NULL)
    aj_meeting_view_step_pane (self->view, g_variant_get_int32 (parameter) > 0);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "meetings.new", NULL, new_meeting);
  gtk_widget_class_install_action (widget_class, "meetings.new-group", NULL, new_group);
  gtk_widget_class_install_action (widget_class, "meetings.plan", NULL, plan_cycle);
  gtk_widget_class_install_action (widget_class, "meetings.roster", NULL, show_roster);
  gtk_widget_class_install_action (widget_class, "meetings.export", NULL, export_meetings);
  gtk_widget_class_install_action (widget_class, "meetings.export-separately", NULL,
                                   export_meetings);
  gtk_widget_class_install_action (widget_class, "meetings.invitations", NULL, show_owed);
  gtk_widget_class_install_action (widget_class, "meetings.previous-year", NULL, change_year);
  gtk_widget_class_install_action (widget_class, "meetings.next-year", NULL, change_year);
  gtk_widget_class_install_action (widget_class, "meetings.this-year", NULL, change_year);
  gtk_widget_class_install_action (widget_class, "meetings.switch", "i", switch_pane);
  gtk_widget_class_install_action (widget_class, "meetings.show-list", NULL, show_list);
  gtk_widget_class_install_action (widget_class, "meetings.remove-selected", NULL, remove_selected);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "meetings.remove-selected",
                                       NULL);
}

static void
aj_meetings_page_class_init (AjMeetingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aj_meetings_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = aj_meetings_page_dispose;
  AJ_PAGE_CLASS (klass)->go_back = aj_meetings_page_go_back;
  AJ_PAGE_CLASS (klass)->show_record = aj_meetings_page_show_record;
  AJ_PAGE_CLASS (klass)->show_part = aj_meetings_page_show_part;

  g_type_ensure (AJ_TYPE_GROUP_FILTER);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-meetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, year_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, group_filter);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, narrow_plan_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, detail_bin);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, narrow_save_button);
  gtk_widget_class_bind_template_callback (widget_class, group_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  install_actions (widget_class);
}

static void
add_shortcuts (AjPage *page)
{
  aj_page_add_shortcut (page, "<Control>n", "meetings.new", NULL);
  aj_page_add_shortcut (page, "<Control><Shift>n", "meetings.plan", NULL);
  aj_page_add_shortcut (page, "<Control>e", "meetings.export", NULL);
  aj_page_add_shortcut (page, "<Alt>Left", "meetings.previous-year", NULL);
  aj_page_add_shortcut (page, "<Alt>Right", "meetings.next-year", NULL);
  aj_page_add_early_shortcut (page, "<Control>Page_Up", "meetings.switch",
                              g_variant_new_int32 (-1));
  aj_page_add_early_shortcut (page, "<Control>Page_Down", "meetings.switch",
                              g_variant_new_int32 (1));
  aj_page_add_shortcut (page, "<Control>t", "meetings.this-year", NULL);
}

static void
aj_meetings_page_init (AjMeetingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_accessible_name_split_button (self->save_button);
  aj_accessible_name_split_button (self->narrow_save_button);
  aj_accessible_name_split_button (self->plan_button);
  aj_accessible_name_split_button (self->narrow_plan_button);
  add_shortcuts (AJ_PAGE (self));
}

int
aj_meetings_page_get_year (AjMeetingsPage *self)
{
  g_return_val_if_fail (AJ_IS_MEETINGS_PAGE (self), 0);

  return self->year;
}

const char *
aj_meetings_page_get_group (AjMeetingsPage *self)
{
  g_return_val_if_fail (AJ_IS_MEETINGS_PAGE (self), NULL);

  return aj_group_filter_get_group (self->group_filter);
}

void
aj_meetings_page_show_cycle (AjMeetingsPage *self, const char *group, int year)
{
  g_return_if_fail (AJ_IS_MEETINGS_PAGE (self));

  set_year (self, year);
  aj_group_filter_set_group (self->group_filter, group);
}
