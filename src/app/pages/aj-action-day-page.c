/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-action-day-page.h"

#include <glib/gi18n.h>

#include "aj-activity-table.h"
#include "aj-activity.h"
#include "aj-chase-window.h"
#include "aj-drop-down.h"
#include "aj-edition-chooser.h"
#include "aj-edition-map.h"
#include "aj-edition-starter.h"
#include "aj-edition-view.h"
#include "aj-edition.h"
#include "aj-error.h"
#include "aj-feedback.h"
#include "aj-fold.h"
#include "aj-forms-saver.h"
#include "aj-live-reader.h"
#include "aj-map-view.h"
#include "aj-participation-view.h"
#include "aj-participation.h"
#include "aj-programme-window.h"
#include "aj-returns-opener.h"
#include "aj-slim-bin.h"
#include "aj-view-switch.h"
#include "aj-waiting.h"

#define SETTING         "action-day-subject"
#define VIEW_SETTING    "action-day-view"
#define ACTIVITIES_VIEW "activities"

struct _AjActionDayPage
{
  AjPage parent_instance;

  /* Template */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkStack *list_stack;
  GtkStack *detail_stack;
  GtkWidget *title;
  AjEditionChooser *chooser;
  GtkStack *view_stack;
  GtkDropDown *subject_drop_down;
  AjViewSwitch *map_switch;
  AjMapView *map_view;
  AjActivityTable *activity_table;
  AjEditionView *edition_view;
  AjParticipationView *participation_view;
  AdwStatusPage *error_page;

  AjLiveReader *reader;        /* (owned): of the edition that is shown */
  AjChaseOutbox *chase_outbox; /* (owned): drafts that nobody said are out */
  char *municipality;          /* (owned) (nullable): that is opened */
  char *activity;              /* (owned) (nullable): to be opened when it comes */
  AjEditionMapSubject subject;
  char *view;                      /* (owned): "map", "table" or "activities" */
  AjViewSwitch *activities_switch; /* (unowned): a child */
  gboolean filling;
  gboolean in_front;
  gboolean focus_map; /* as soon as it is there */
};

G_DEFINE_FINAL_TYPE (AjActionDayPage, aj_action_day_page, AJ_TYPE_PAGE)

typedef enum
{
  PROP_VIEW = 1,
} AjActionDayPageProperty;

static GParamSpec *properties[PROP_VIEW + 1];

static gpointer
load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return aj_edition_facts_load_finish (store, result, error);
}

static gboolean
is_concerned (gpointer result, AjChanges *changes)
{
  return aj_edition_facts_are_concerned (result, changes);
}

static const AjLiveReaderKind reader_kind = {
  .load_async = aj_edition_facts_load_async,
  .load_finish = load_finish,
  .is_concerned = is_concerned,
  .free = (GDestroyNotify) aj_edition_facts_free,
};

static AjEditionFacts *
get_facts (AjActionDayPage *self)
{
  return aj_live_reader_get_result (self->reader);
}

static const AjCoverageLine *
get_line (AjActionDayPage *self)
{
  AjEditionFacts *facts = get_facts (self);

  return facts != NULL
             ? aj_coverage_look_up (aj_edition_facts_get_coverage (facts), self->municipality)
             : NULL;
}

static void
show_detail (AjActionDayPage *self)
{
  AjEditionFacts *facts = get_facts (self);
  const AjCoverageLine *line = get_line (self);

  aj_participation_view_show (self->participation_view, facts, line);
  aj_edition_view_show (self->edition_view, facts);
  gtk_stack_set_visible_child_name (self->detail_stack, facts == NULL  ? "nothing"
                                                        : line != NULL ? "municipality"
                                                                       : "edition");
  if (line != NULL && self->activity != NULL)
    {
      aj_participation_view_reveal (self->participation_view, self->activity);
      g_clear_pointer (&self->activity, g_free);
    }
}

static void
show_map (AjActionDayPage *self)
{
  AjEditionFacts *facts = get_facts (self);
  g_autoptr (AjMapState) map = NULL;

  if (facts == NULL)
    return;
  map = aj_edition_map_draw (facts, self->subject,
                             aj_services_get_today (aj_page_get_services (AJ_PAGE (self))));
  aj_map_view_set_state (self->map_view, map);
  aj_map_view_mark (self->map_view, self->municipality);
}

static gboolean
shows_activities (AjActionDayPage *self)
{
  return g_str_equal (self->view, ACTIVITIES_VIEW);
}

static void
show_list (AjActionDayPage *self)
{
  gboolean has_editions = aj_edition_chooser_has_editions (self->chooser);
  const char *name = has_editions ? get_facts (self) != NULL ? "map" : "loading"
                     : aj_edition_chooser_is_loading (self->chooser) ? "loading"
                                                                     : "none";

  gtk_stack_set_visible_child_name (self->list_stack, name);
}

static void
facts_changed_cb (AjActionDayPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action-day.chase", get_facts (self) != NULL);
  show_list (self);
  show_map (self);
  aj_activity_table_show (self->activity_table, get_facts (self));
  show_detail (self);
  if (self->focus_map && get_facts (self) != NULL)
    {
      self->focus_map = FALSE;
      gtk_widget_grab_focus (GTK_WIDGET (aj_map_view_get_map (self->map_view)));
    }
}

static void
reading_failed_cb (AjActionDayPage *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, markup);
  gtk_stack_set_visible_child_name (self->list_stack, "error");
}

/* Before the page is made nobody can have chosen anything. */
static void
edition_changed_cb (AjActionDayPage *self)
{
  gboolean has_editions = aj_edition_chooser_has_editions (self->chooser);

  if (self->reader == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), has_editions);
  gtk_widget_set_visible (self->title, !has_editions);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action-day.overview", has_editions);
  aj_live_reader_set_id (self->reader, aj_edition_chooser_get_edition (self->chooser));
  show_list (self);
  show_detail (self);
}

static void
subject_selected_cb (AjActionDayPage *self)
{
  GSettings *settings;

  if (self->filling || self->reader == NULL)
    return;
  self->subject = gtk_drop_down_get_selected (self->subject_drop_down);
  settings = aj_services_get_settings (aj_page_get_services (AJ_PAGE (self)));
  g_settings_set_string (settings, SETTING, aj_edition_map_get_code (self->subject));
  show_map (self);
}

static gboolean
is_focus_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
update_view (AjActionDayPage *self)
{
  gtk_stack_set_visible_child_name (self->view_stack,
                                    shows_activities (self) ? ACTIVITIES_VIEW : "map");
  aj_map_view_set_table (self->map_view, g_str_equal (self->view, "table"));
  aj_activity_table_set_active (self->activity_table, self->in_front && shows_activities (self));
}

/* Whoever pressed a button finds the cursor on the same one in the other view. */
static void
set_view (AjActionDayPage *self, const char *view)
{
  gboolean focused = is_focus_in (GTK_WIDGET (self->view_stack));

  if (!aj_set_string (&self->view, view))
    return;
  update_view (self);
  if (focused)
    aj_view_switch_focus (shows_activities (self) ? self->activities_switch : self->map_switch,
                          view);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
open_municipality (AjActionDayPage *self, const char *id)
{
  aj_set_string (&self->municipality, id);
  aj_map_view_mark (self->map_view, id);
  show_detail (self);
}

static void
opened_cb (AjActionDayPage *self, const char *id)
{
  open_municipality (self, id);
  aj_fold_turn_to (self->leaflet, self->detail_pane);
}

static void
started_cb (const char *id, gpointer user_data)
{
  AjActionDayPage *self = user_data;

  self->focus_map = TRUE;
  if (shows_activities (self))
    set_view (self, "map");
  open_municipality (self, NULL);
  aj_edition_chooser_choose (self->chooser, id);
}

static void
new_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (widget);

  aj_edition_starter_show (widget, aj_page_get_services (AJ_PAGE (self)), get_facts (self),
                           started_cb, self);
}

/* (nullable): the id of the edition that is shown. */
static const char *
get_edition_id (AjActionDayPage *self)
{
  AjEditionFacts *facts = get_facts (self);

  return facts != NULL ? aj_values_get_id (aj_edition_facts_get_edition (facts)) : NULL;
}

static void
take_in_forms_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_returns_opener_choose (widget, aj_page_get_services (AJ_PAGE (widget)),
                            get_edition_id (AJ_ACTION_DAY_PAGE (widget)));
}

/* Forms that are dropped are of the edition that is shown. */
static AjServices *
get_drop_place (GtkWidget *widget, const char **edition_id)
{
  *edition_id = get_edition_id (AJ_ACTION_DAY_PAGE (widget));
  return aj_page_get_services (AJ_PAGE (widget));
}

static void
remove_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (widget);
  AjEditionFacts *facts = get_facts (self);
  const AjValues *edition = facts != NULL ? aj_edition_facts_get_edition (facts) : NULL;
  g_autofree char *label = NULL;
  g_autoptr (AjEdit) edit = NULL;

  if (edition == NULL)
    return;
  /* Translators: a line of history; an edition of the action day. */
  label = g_strdup_printf (_ ("Remove %s"), aj_values_get_text (edition, "name"));
  edit = aj_edit_new (aj_page_get_store (AJ_PAGE (self)), label);
  aj_edit_remove_values (edit, edition);
  aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
chase_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (widget);
  AjEditionFacts *facts = get_facts (self);

  if (facts != NULL)
    aj_chase_window_show (GTK_WINDOW (gtk_widget_get_root (widget)),
                          aj_page_get_services (AJ_PAGE (self)), self->chase_outbox,
                          aj_values_get_id (aj_edition_facts_get_edition (facts)));
}

static void
write_forms_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (widget);
  const char *edition = get_edition_id (self);

  if (edition != NULL)
    aj_forms_saver_save (widget, aj_page_get_services (AJ_PAGE (self)), self->chase_outbox,
                         edition);
}

static void
overview_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (widget);

  open_municipality (self, NULL);
  aj_fold_turn_to (self->leaflet, self->detail_pane);
}

static void
register_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (widget);

  if (get_line (self) == NULL)
    {
      aj_feedback_say (widget, _ ("Choose a municipality first: an activity is somewhere."));
      return;
    }
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  aj_participation_view_focus_line (self->participation_view);
}

/* Where one came from: the line of an activity, or the tile of a municipality. */
static void
focus_list (AjActionDayPage *self)
{
  if (shows_activities (self))
    aj_activity_table_focus_list (self->activity_table);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->map_view), GTK_DIR_TAB_FORWARD);
}

/* What is handed out of the edition that is shown. */
static void
report_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (widget);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  AjEditionFacts *facts = get_facts (self);

  if (facts == NULL)
    aj_feedback_say (widget, _ ("There is no edition to tell of yet."));
  else if (g_str_equal (name, "action-day.programme"))
    aj_programme_window_show (window, services, facts);
  else if (g_str_equal (name, "action-day.coverage"))
    aj_programme_window_show_coverage (window, services, facts);
  else
    aj_programme_window_show_organisations (window, services, facts);
}

static gboolean
go_back (AjPage *page)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (page);

  if (!aj_fold_turn_back (self->leaflet, self->list_pane) && !is_focus_in (self->detail_pane))
    return FALSE;
  focus_list (self);
  return TRUE;
}

static gboolean
search (AjPage *page)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (page);

  if (get_facts (self) == NULL)
    return FALSE;
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  set_view (self, ACTIVITIES_VIEW);
  aj_activity_table_focus_search (self->activity_table);
  return TRUE;
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  go_back (AJ_PAGE (widget));
}

/* What was found is shown where it belongs: an activity and a participation in their edition and at their municipality. */
static void
show_part (AjActionDayPage *self, const AjValues *values)
{
  aj_edition_chooser_choose (self->chooser, aj_values_get_text (values, "edition"));
  if (aj_values_get_record_type (values) == &aj_activity_record_type)
    aj_set_string (&self->activity, aj_values_get_id (values));
  open_municipality (self, aj_values_get_text (values, "municipality"));
  aj_fold_turn_to (self->leaflet, self->detail_pane);
}

static void
activity_opened_cb (AjActionDayPage *self, AjRecord *activity)
{
  show_part (self, aj_record_get_values (activity));
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjActionDayPage) self = user_data;
  g_autoptr (GPtrArray) records = aj_store_fetch_finish (AJ_STORE (source), result, NULL);
  const AjValues *values = records != NULL && records->len > 0
                               ? aj_record_get_values (records->pdata[0])
                               : NULL;

  if (values != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    show_part (self, values);
}

static gboolean
page_show_record (AjPage *page, const AjRecordType *type, const char *id)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (page);
  g_autoptr (AjQuery) query = NULL;

  if (type == &aj_edition_record_type)
    {
      aj_edition_chooser_choose (self->chooser, id);
      overview_activated_cb (GTK_WIDGET (self), NULL, NULL);
      return TRUE;
    }
  if (type != &aj_activity_record_type && type != &aj_participation_record_type)
    return FALSE;
  query = aj_query_new (type);
  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, id);
  aj_store_fetch_async (aj_page_get_store (page), query, NULL, fetched_cb, g_object_ref (self));
  return TRUE;
}

static void
page_activated (AjPage *page)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (page);

  self->in_front = TRUE;
  update_view (self);
  aj_live_reader_set_active (self->reader, TRUE);
  /* The day may have turned since. */
  facts_changed_cb (self);
}

static void
page_deactivated (AjPage *page)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (page);

  self->in_front = FALSE;
  aj_activity_table_set_active (self->activity_table, FALSE);
  aj_live_reader_set_active (self->reader, FALSE);
}

static void
recall_subject (AjActionDayPage *self)
{
  GSettings *settings = aj_services_get_settings (aj_page_get_services (AJ_PAGE (self)));
  g_autofree char *code = g_settings_get_string (settings, SETTING);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  for (guint i = 0; i < AJ_EDITION_MAP_N_SUBJECTS; i++)
    {
      gtk_string_list_append (names, aj_edition_map_get_label (i));
      if (g_str_equal (code, aj_edition_map_get_code (i)))
        self->subject = i;
    }
  gtk_drop_down_set_model (self->subject_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->subject_drop_down, self->subject);
  self->filling = FALSE;
}

static void
aj_action_day_page_constructed (GObject *object)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (object);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));

  G_OBJECT_CLASS (aj_action_day_page_parent_class)->constructed (object);

  aj_edition_view_set_services (self->edition_view, services);
  aj_participation_view_set_services (self->participation_view, services);
  aj_activity_table_set_services (self->activity_table, services);
  self->reader = aj_live_reader_new (aj_services_get_store (services), &reader_kind);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (facts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (reading_failed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action-day.new",
                                 !aj_store_is_read_only (aj_services_get_store (services)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action-day.remove",
                                 !aj_store_is_read_only (aj_services_get_store (services)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action-day.chase", FALSE);
  recall_subject (self);
  g_settings_bind (aj_services_get_settings (services), VIEW_SETTING, self, "view",
                   G_SETTINGS_BIND_DEFAULT);
  aj_edition_chooser_set_store (self->chooser, aj_services_get_store (services));
}

static void
aj_action_day_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjActionDayPageProperty) prop_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, AJ_ACTION_DAY_PAGE (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_action_day_page_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch ((AjActionDayPageProperty) prop_id)
    {
    case PROP_VIEW:
      set_view (AJ_ACTION_DAY_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_action_day_page_dispose (GObject *object)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->chase_outbox);
  g_clear_pointer (&self->municipality, g_free);
  g_clear_pointer (&self->activity, g_free);
  g_clear_pointer (&self->view, g_free);
  G_OBJECT_CLASS (aj_action_day_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_ACTIVITY_TABLE);
  g_type_ensure (AJ_TYPE_EDITION_CHOOSER);
  g_type_ensure (AJ_TYPE_EDITION_VIEW);
  g_type_ensure (AJ_TYPE_MAP_VIEW);
  g_type_ensure (AJ_TYPE_PARTICIPATION_VIEW);
  g_type_ensure (AJ_TYPE_SLIM_BIN);
  g_type_ensure (AJ_TYPE_VIEW_SWITCH);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-action-day-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, subject_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, title);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, map_switch);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, activity_table);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, map_view);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, edition_view);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, participation_view);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, error_page);
  gtk_widget_class_bind_template_callback (widget_class, edition_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activity_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
aj_action_day_page_class_init (AjActionDayPageClass *klass)
{
  AjPageClass *page_class = AJ_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = aj_action_day_page_constructed;
  object_class->get_property = aj_action_day_page_get_property;
  object_class->set_property = aj_action_day_page_set_property;
  object_class->dispose = aj_action_day_page_dispose;
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "map",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  page_class->activated = page_activated;
  page_class->deactivated = page_deactivated;
  page_class->show_record = page_show_record;
  page_class->go_back = go_back;
  page_class->search = search;
  gtk_widget_class_install_property_action (widget_class, "action-day.view", "view");
  gtk_widget_class_install_action (widget_class, "action-day.new", NULL, new_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.remove", NULL, remove_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.take-in-forms", NULL,
                                   take_in_forms_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.chase", NULL, chase_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.write-forms", NULL,
                                   write_forms_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.overview", NULL,
                                   overview_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.register", NULL,
                                   register_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.programme", NULL, report_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.coverage", NULL, report_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.organisations", NULL,
                                   report_activated_cb);
  bind_template (widget_class);
}

static void
aj_action_day_page_init (AjActionDayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = g_strdup ("map");
  self->chase_outbox = aj_chase_outbox_new ();
  self->activities_switch = AJ_VIEW_SWITCH (aj_view_switch_new ("action-day"));
  aj_activity_table_add_beside_search (self->activity_table, GTK_WIDGET (self->activities_switch));
  aj_drop_down_set_up (self->subject_drop_down);
  aj_drop_down_set_name (self->subject_drop_down, _ ("What the map shows"));
  aj_page_add_shortcut (AJ_PAGE (self), "<Control>n", "action-day.register", NULL);
  aj_returns_opener_take_drops (GTK_WIDGET (self), get_drop_place);
}
