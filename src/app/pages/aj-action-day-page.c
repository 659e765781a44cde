/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-action-day-page.h"

#include <glib/gi18n.h>

#include "aj-activity.h"
#include "aj-drop-down.h"
#include "aj-edition-map.h"
#include "aj-edition-starter.h"
#include "aj-edition-view.h"
#include "aj-edition.h"
#include "aj-error.h"
#include "aj-feedback.h"
#include "aj-fold.h"
#include "aj-list.h"
#include "aj-live-reader.h"
#include "aj-map-view.h"
#include "aj-participation-view.h"
#include "aj-participation.h"
#include "aj-slim-bin.h"
#include "aj-waiting.h"

#define SETTING "action-day-subject"

struct _AjActionDayPage
{
  AjPage parent_instance;

  /* Template */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkStack *list_stack;
  GtkStack *detail_stack;
  GtkDropDown *edition_drop_down;
  GtkDropDown *subject_drop_down;
  GtkToggleButton *table_button;
  AjMapView *map_view;
  AjEditionView *edition_view;
  AjParticipationView *participation_view;
  AdwStatusPage *error_page;

  AjList *editions;     /* (owned): the latest first */
  GPtrArray *followed;  /* (owned) (element-type AjRecord): those, for their names */
  AjLiveReader *reader; /* (owned): of the edition that is shown */
  char *edition;        /* (owned) (nullable) */
  char *municipality;   /* (owned) (nullable): that is opened */
  char *activity;       /* (owned) (nullable): to be opened when it comes */
  AjEditionMapSubject subject;
  gboolean filling;
  gboolean focus_map; /* as soon as it is there */
};

G_DEFINE_FINAL_TYPE (AjActionDayPage, aj_action_day_page, AJ_TYPE_PAGE)

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

static void
show_list (AjActionDayPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->editions));
  const char *name = n == 0 ? aj_list_is_loading (self->editions) ? "loading" : "none"
                     : get_facts (self) != NULL ? "map"
                                                : "loading";

  gtk_stack_set_visible_child_name (self->list_stack, name);
}

static void
facts_changed_cb (AjActionDayPage *self)
{
  show_list (self);
  show_map (self);
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

static void
open_edition (AjActionDayPage *self, const char *id)
{
  aj_set_string (&self->edition, id);
  aj_live_reader_set_id (self->reader, id);
}

/* (transfer full) (nullable) */
static AjRecord *
get_edition (AjActionDayPage *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->editions), position);
}

/* The one that was shown stays; else it is the latest. What is asked for while they are being read is shown when it comes. */
static void
choose_edition (AjActionDayPage *self)
{
  g_autoptr (AjRecord) latest = get_edition (self, 0);
  guint position = self->edition != NULL ? aj_list_find (self->editions, self->edition) : G_MAXUINT;

  if (position == G_MAXUINT && self->edition != NULL && aj_list_is_loading (self->editions))
    return;
  if (position == G_MAXUINT)
    {
      open_edition (self, latest != NULL ? aj_record_get_id (latest) : NULL);
      position = 0;
    }
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->edition_drop_down, position);
  self->filling = FALSE;
}

static void
show_names (AjActionDayPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->editions));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AjRecord) edition = get_edition (self, i);
      const char *name = aj_record_get_title (edition);

      gtk_string_list_append (names, name != NULL ? name : "");
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->edition_drop_down, G_LIST_MODEL (names));
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->edition_drop_down), n > 0);
}

static void
editions_changed_cb (AjActionDayPage *self)
{
  show_names (self);
  choose_edition (self);
  show_list (self);
  show_detail (self);
}

/* Names come after the records, which are there as long as somebody holds them, and may change. */
static void
follow_names (AjActionDayPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->editions));

  for (guint i = 0; i < self->followed->len; i++)
    g_signal_handlers_disconnect_by_func (self->followed->pdata[i], editions_changed_cb, self);
  g_ptr_array_set_size (self->followed, 0);
  for (guint i = 0; i < n; i++)
    {
      AjRecord *edition = get_edition (self, i);

      g_ptr_array_add (self->followed, edition);
      g_signal_connect_object (edition, "notify::title", G_CALLBACK (editions_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  editions_changed_cb (self);
}

static void
edition_selected_cb (AjActionDayPage *self)
{
  g_autoptr (AjRecord) edition = NULL;

  if (self->filling || self->editions == NULL)
    return;
  edition = get_edition (self, gtk_drop_down_get_selected (self->edition_drop_down));
  if (edition != NULL)
    open_edition (self, aj_record_get_id (edition));
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

static void
table_toggled_cb (AjActionDayPage *self)
{
  aj_map_view_set_table (self->map_view, gtk_toggle_button_get_active (self->table_button));
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
  open_municipality (self, NULL);
  open_edition (self, id);
  if (aj_list_find (self->editions, id) != G_MAXUINT)
    choose_edition (self);
}

static void
new_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (widget);

  aj_edition_starter_show (widget, aj_page_get_services (AJ_PAGE (self)), get_facts (self),
                           started_cb, self);
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

static gboolean
go_back (AjPage *page)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (page);

  return aj_fold_turn_back (self->leaflet, self->list_pane);
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
  open_edition (self, aj_values_get_text (values, "edition"));
  choose_edition (self);
  if (aj_values_get_record_type (values) == &aj_activity_record_type)
    aj_set_string (&self->activity, aj_values_get_id (values));
  open_municipality (self, aj_values_get_text (values, "municipality"));
  aj_fold_turn_to (self->leaflet, self->detail_pane);
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
      open_edition (self, id);
      choose_edition (self);
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

  aj_live_reader_set_active (self->reader, TRUE);
  /* The day may have turned since. */
  facts_changed_cb (self);
}

static void
page_deactivated (AjPage *page)
{
  aj_live_reader_set_active (AJ_ACTION_DAY_PAGE (page)->reader, FALSE);
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
make_list (AjActionDayPage *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_edition_record_type);

  aj_query_order_by (query, "starts-on", TRUE);
  self->editions = aj_list_new (aj_page_get_store (AJ_PAGE (self)), query);
  g_signal_connect_object (self->editions, "items-changed", G_CALLBACK (follow_names), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editions, "notify::loading", G_CALLBACK (editions_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
aj_action_day_page_constructed (GObject *object)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (object);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));

  G_OBJECT_CLASS (aj_action_day_page_parent_class)->constructed (object);

  aj_edition_view_set_services (self->edition_view, services);
  aj_participation_view_set_services (self->participation_view, services);
  self->reader = aj_live_reader_new (aj_services_get_store (services), &reader_kind);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (facts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (reading_failed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action-day.new",
                                 !aj_store_is_read_only (aj_services_get_store (services)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action-day.remove",
                                 !aj_store_is_read_only (aj_services_get_store (services)));
  recall_subject (self);
  make_list (self);
  follow_names (self);
}

static void
aj_action_day_page_dispose (GObject *object)
{
  AjActionDayPage *self = AJ_ACTION_DAY_PAGE (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->editions);
  g_clear_pointer (&self->followed, g_ptr_array_unref);
  g_clear_pointer (&self->edition, g_free);
  g_clear_pointer (&self->municipality, g_free);
  g_clear_pointer (&self->activity, g_free);
  G_OBJECT_CLASS (aj_action_day_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_EDITION_VIEW);
  g_type_ensure (AJ_TYPE_MAP_VIEW);
  g_type_ensure (AJ_TYPE_PARTICIPATION_VIEW);
  g_type_ensure (AJ_TYPE_SLIM_BIN);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-action-day-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, edition_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, subject_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, map_view);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, edition_view);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, participation_view);
  gtk_widget_class_bind_template_child (widget_class, AjActionDayPage, error_page);
  gtk_widget_class_bind_template_callback (widget_class, edition_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
aj_action_day_page_class_init (AjActionDayPageClass *klass)
{
  AjPageClass *page_class = AJ_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aj_action_day_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = aj_action_day_page_dispose;
  page_class->activated = page_activated;
  page_class->deactivated = page_deactivated;
  page_class->show_record = page_show_record;
  page_class->go_back = go_back;
  gtk_widget_class_install_action (widget_class, "action-day.new", NULL, new_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.remove", NULL, remove_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.overview", NULL,
                                   overview_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.register", NULL,
                                   register_activated_cb);
  gtk_widget_class_install_action (widget_class, "action-day.back", NULL, back_activated_cb);
  bind_template (widget_class);
}

static void
aj_action_day_page_init (AjActionDayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->followed = g_ptr_array_new_with_free_func (g_object_unref);
  aj_drop_down_set_up (self->edition_drop_down);
  aj_drop_down_set_name (self->edition_drop_down, _ ("Edition"));
  aj_drop_down_set_up (self->subject_drop_down);
  aj_drop_down_set_name (self->subject_drop_down, _ ("What the map shows"));
  aj_page_add_shortcut (AJ_PAGE (self), "<Control>n", "action-day.register", NULL);
}
