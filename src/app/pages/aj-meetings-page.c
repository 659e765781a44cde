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
#include "aj-list.h"
#include "aj-meeting-next.h"
#include "aj-meeting-row.h"
#include "aj-meeting-view.h"
#include "aj-meeting.h"

/* A meeting of a new kind is first put two weeks ahead, at an hour most people can make. */
#define NEW_MEETING_DAYS_AHEAD 14
#define NEW_MEETING_START      (10 * 60)
#define NEW_MEETING_MINUTES    120

struct _AjMeetingsPage
{
  AjPage parent_instance;

  int year;
  int first_year;                /* the one that the page began with */
  AjList *meetings;              /* (owned) */
  AjList *cycles;                /* (owned) */
  AjRecord *cycle;               /* (owned) (nullable): the first; planning begins with its group */
  GtkSingleSelection *selection; /* (owned) */
  AjMeetingView *view;           /* (borrowed): in the detail bin */
  char *wanted;                  /* (owned) (nullable): id to select when the list has it */
  AjRecord *shown;               /* (owned) (nullable): the one in view, while it is followed */
  gboolean focus_wanted;
  GPtrArray *rows; /* (owned): of the GtkListItem that are bound; borrowed */
  guint mark_id;
  gboolean focus_list;  /* what was planned is to be looked at with the keyboard */
  gboolean choose_next; /* a newly shown year begins at the meeting that is next */

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkButton *year_button;
  AjGroupFilter *group_filter;
  GtkStack *list_stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  AdwBin *detail_bin;
  AdwSplitButton *save_button;
  AdwSplitButton *narrow_save_button;
};

G_DEFINE_FINAL_TYPE (AjMeetingsPage, aj_meetings_page, AJ_TYPE_PAGE)

static AjRecord *
get_selected (AjMeetingsPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

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

static void
show_state (AjMeetingsPage *self)
{
  const char *error = aj_list_get_error (self->meetings);
  const char *name = "list";
  g_autofree char *title = NULL;

  if (error != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error, -1);

      adw_status_page_set_description (self->error_page, markup);
      name = "error";
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->meetings)) == 0)
    {
      if (aj_list_is_loading (self->meetings))
        name = "loading";
      else if (!aj_group_filter_has_groups (self->group_filter))
        name = "no-groups";
      else
        name = "empty";
    }
  /* Translators: a year. */
  title = g_strdup_printf (_ ("No Meetings in %d Yet"), self->year);
  adw_status_page_set_title (self->empty_page, title);
  gtk_stack_set_visible_child_name (self->list_stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.export", g_str_equal (name, "list"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.export-separately",
                                 g_str_equal (name, "list"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.new",
                                 aj_group_filter_has_groups (self->group_filter) &&
                                     !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (self))));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.plan",
                                 aj_group_filter_has_groups (self->group_filter) &&
                                     !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (self))));
}

static void
show_year (AjMeetingsPage *self)
{
  g_autofree char *text = g_strdup_printf ("%d", self->year);
  g_autoptr (AjQuery) query = make_query (self);

  gtk_button_set_label (self->year_button, text);
  self->choose_next = TRUE;
  /* Whoever looks elsewhere leaves the meeting in view behind. */
  g_clear_object (&self->shown);
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
has_groups_changed_cb (AjGroupFilter *filter, GParamSpec *pspec, AjMeetingsPage *self)
{
  show_state (self);
}

static gboolean
select_record (AjMeetingsPage *self, const char *id)
{
  guint position = aj_list_find (self->meetings, id);

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  return TRUE;
}

static void
list_changed_cb (GListModel *list, guint position, guint removed, guint added, AjMeetingsPage *self)
{
  if (self->wanted != NULL && select_record (self, self->wanted))
    {
      g_clear_pointer (&self->wanted, g_free);
      if (self->focus_wanted)
        aj_meeting_view_focus_theme (self->view);
      self->focus_wanted = FALSE;
    }
  show_state (self);
}

static void
list_state_changed_cb (AjList *list, GParamSpec *pspec, AjMeetingsPage *self)
{
  show_state (self);
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

/* Somebody moved the meeting in view to another year, or gave it to another group: the list goes along, so that the
 * cursor does not find itself in the next meeting. */
static gboolean
follow_shown (AjMeetingsPage *self)
{
  g_autoptr (AjRecord) shown = g_steal_pointer (&self->shown);
  AjWallTime start;

  if (shown == NULL || !aj_record_is_loaded (shown) || belongs_here (self, shown) ||
      !aj_record_get_wall_time (shown, "starts-at", &start))
    return FALSE;
  g_free (self->wanted);
  self->wanted = g_strdup (aj_record_get_id (shown));
  if (aj_group_filter_get_group (self->group_filter) != NULL)
    aj_group_filter_set_group (self->group_filter, aj_record_get_text (shown, "group"));
  set_year (self, aj_date_get_year (start.date));
  return TRUE;
}

static void
selected_changed_cb (GtkSingleSelection *selection, GParamSpec *pspec, AjMeetingsPage *self)
{
  AjRecord *selected = get_selected (self);

  if (self->shown == selected || follow_shown (self))
    return;
  /* While the list goes along with a meeting, that meeting stays in view. */
  if (self->wanted != NULL &&
      (selected == NULL || !g_str_equal (aj_record_get_id (selected), self->wanted)))
    return;
  g_set_object (&self->shown, selected);
  aj_meeting_view_set_record (self->view, selected);
}

static void
show_detail (AjMeetingsPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

static void
row_activated_cb (GtkListView *list, guint position, AjMeetingsPage *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_detail (self);
}

/* Which meeting is next can change with any of them: asked once after a burst of changes, for all rows in view. */
static void
mark_next_cb (gpointer user_data)
{
  AjMeetingsPage *self = user_data;
  AjDate today = aj_services_get_today (aj_page_get_services (AJ_PAGE (self)));
  guint next = aj_meeting_next_find (G_LIST_MODEL (self->meetings), today);

  self->mark_id = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->rows, i);

      aj_meeting_row_set_is_next (AJ_MEETING_ROW (gtk_list_item_get_child (item)),
                                  gtk_list_item_get_position (item) == next);
    }
  if (self->choose_next && self->wanted == NULL && next != GTK_INVALID_LIST_POSITION)
    {
      self->choose_next = FALSE;
      gtk_single_selection_set_selected (self->selection, next);
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", next);
    }
  if (self->focus_list && gtk_widget_grab_focus (GTK_WIDGET (self->list_view)))
    self->focus_list = FALSE;
}

static void
mark_next_soon (AjMeetingsPage *self)
{
  if (self->mark_id == 0)
    self->mark_id = g_idle_add_once (mark_next_cb, self);
}

static void
item_record_changed_cb (AjRecord *record, GParamSpec *pspec, AjMeetingsPage *self)
{
  mark_next_soon (self);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AjMeetingsPage *self)
{
  gtk_list_item_set_child (item, aj_meeting_row_new (aj_page_get_services (AJ_PAGE (self))));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AjMeetingsPage *self)
{
  AjRecord *record = gtk_list_item_get_item (item);

  aj_meeting_row_set_record (AJ_MEETING_ROW (gtk_list_item_get_child (item)), record);
  g_signal_connect (record, "notify", G_CALLBACK (item_record_changed_cb), self);
  g_ptr_array_add (self->rows, item);
  mark_next_soon (self);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AjMeetingsPage *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), item_record_changed_cb,
                                        self);
  g_ptr_array_remove_fast (self->rows, item);
  aj_meeting_row_set_record (AJ_MEETING_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
new_meeting_made_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjMeetingsPage) self = user_data;

  if (error != NULL)
    {
      g_clear_pointer (&self->wanted, g_free);
      return;
    }
  show_detail (self);
  if (self->wanted != NULL && select_record (self, self->wanted))
    {
      g_clear_pointer (&self->wanted, g_free);
      aj_meeting_view_focus_theme (self->view);
    }
  else
    {
      self->focus_wanted = TRUE;
    }
}

/* The group in view; with all groups in view, that of the meeting in view, else one that has a cycle, else the first. */
static char *
choose_group (AjMeetingsPage *self)
{
  AjRecord *selected = get_selected (self);
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
  AjServices *services = aj_page_get_services (AJ_PAGE (self));
  GSettings *settings = aj_services_get_settings (services);
  AjDate today = aj_services_get_today (services);
  g_autofree char *group = choose_group (self);
  g_autofree char *place = g_settings_get_string (settings, "default-place");
  g_autofree char *zone = g_settings_get_string (settings, "default-zone");
  g_autoptr (AjEdit) edit = aj_edit_new (aj_services_get_store (services), _ ("New meeting"));
  AjValues *meeting = aj_edit_add (edit, &aj_meeting_record_type);
  AjWallTime start = { today + NEW_MEETING_DAYS_AHEAD, NEW_MEETING_START };
  AjWallTime end;

  while (aj_date_get_weekday (start.date) > AJ_WEEKDAY_FRIDAY)
    start.date++;
  end = aj_wall_time_add_minutes (&start, NEW_MEETING_MINUTES);
  aj_values_set_text (meeting, "group", group);
  aj_values_set_wall_time (meeting, "starts-at", &start);
  aj_values_set_wall_time (meeting, "ends-at", &end);
  aj_values_set_text (meeting, "place", place);
  if (aj_zone_is_known (zone))
    aj_values_set_text (meeting, "zone", zone);
  g_free (self->wanted);
  self->wanted = g_strdup (aj_values_get_id (meeting));
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
  mark_next_soon (self);
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
export_meetings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (widget);

  aj_calendar_saver_save_cycle (widget, aj_page_get_services (AJ_PAGE (self)),
                                aj_group_filter_get_record (self->group_filter), self->year);
}

static void
export_separately (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (widget);

  aj_calendar_saver_save_separately (widget, aj_page_get_services (AJ_PAGE (self)),
                                     aj_group_filter_get_record (self->group_filter), self->year);
}

static void
previous_year (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_year (AJ_MEETINGS_PAGE (widget), AJ_MEETINGS_PAGE (widget)->year - 1);
}

static void
next_year (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_year (AJ_MEETINGS_PAGE (widget), AJ_MEETINGS_PAGE (widget)->year + 1);
}

static void
this_year (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_year (AJ_MEETINGS_PAGE (widget),
            aj_date_get_year (aj_services_get_today (aj_page_get_services (AJ_PAGE (widget)))));
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
  AjRecord *meeting = get_selected (self);

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

static gboolean
aj_meetings_page_show_record (AjPage *page, const AjRecordType *type, const char *id)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (page);

  if (type != &aj_meeting_record_type)
    return FALSE;
  if (!select_record (self, id))
    {
      g_free (self->wanted);
      self->wanted = g_strdup (id);
    }
  show_detail (self);
  return TRUE;
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
      self->wanted != NULL || aj_date_get_year (next) == self->year)
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
  g_autoptr (AjQuery) cycles = NULL;

  G_OBJECT_CLASS (aj_meetings_page_parent_class)->constructed (object);

  find_year (self, year, group);
  self->view = AJ_MEETING_VIEW (aj_meeting_view_new (services));
  adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->view));
  g_object_bind_property (self->leaflet, "folded", self->view, "folded", G_BINDING_SYNC_CREATE);

  aj_group_filter_set_store (self->group_filter, aj_services_get_store (services), TRUE);
  aj_group_filter_set_group (self->group_filter, group);
  g_signal_connect_object (self->group_filter, "notify::has-groups",
                           G_CALLBACK (has_groups_changed_cb), self, 0);

  cycles = aj_query_new (&aj_cycle_record_type);
  aj_query_limit (cycles, 1);
  self->cycles = aj_list_new (aj_services_get_store (services), cycles);
  g_signal_connect_object (self->cycles, "items-changed", G_CALLBACK (cycles_changed_cb), self, 0);
  self->meetings = aj_list_new (aj_services_get_store (services), NULL);
  g_signal_connect_object (self->meetings, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_AFTER);
  g_signal_connect_object (self->meetings, "notify::loading", G_CALLBACK (list_state_changed_cb),
                           self, 0);
  g_signal_connect_object (self->meetings, "notify::error", G_CALLBACK (list_state_changed_cb),
                           self, 0);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->meetings)));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selected_changed_cb), self, 0);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  show_year (self);
}

static void
aj_meetings_page_dispose (GObject *object)
{
  AjMeetingsPage *self = AJ_MEETINGS_PAGE (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_handle_id (&self->mark_id, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->meetings);
  g_clear_object (&self->cycles);
  g_clear_object (&self->cycle);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->wanted, g_free);
  /* GTK takes out a child that is bound to the template, and AdwBin would do it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_MEETINGS_PAGE);
  G_OBJECT_CLASS (aj_meetings_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "meetings.new", NULL, new_meeting);
  gtk_widget_class_install_action (widget_class, "meetings.new-group", NULL, new_group);
  gtk_widget_class_install_action (widget_class, "meetings.plan", NULL, plan_cycle);
  gtk_widget_class_install_action (widget_class, "meetings.export", NULL, export_meetings);
  gtk_widget_class_install_action (widget_class, "meetings.export-separately", NULL,
                                   export_separately);
  gtk_widget_class_install_action (widget_class, "meetings.previous-year", NULL, previous_year);
  gtk_widget_class_install_action (widget_class, "meetings.next-year", NULL, next_year);
  gtk_widget_class_install_action (widget_class, "meetings.this-year", NULL, this_year);
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

  g_type_ensure (AJ_TYPE_GROUP_FILTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-meetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, year_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingsPage, group_filter);
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
  aj_page_add_shortcut (page, "<Control>t", "meetings.this-year", NULL);
}

static void
aj_meetings_page_init (AjMeetingsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_accessible_name_split_button (self->save_button);
  aj_accessible_name_split_button (self->narrow_save_button);
  add_shortcuts (AJ_PAGE (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), self);
  gtk_list_view_set_factory (self->list_view, factory);
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
