/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network-page.h"

#include "aj-contact.h"
#include "aj-due-notice.h"
#include "aj-function-dialog.h"
#include "aj-map-pane.h"
#include "aj-map-saver.h"
#include "aj-municipality.h"
#include "aj-network-kinds.h"
#include "aj-network-merge.h"
#include "aj-network-people.h"
#include "aj-person.h"
#include "aj-record-place.h"
#include "aj-view-switch.h"

struct _AjNetworkPage
{
  AjRecordsPage parent_instance;

  AjDueNotice *due_notice; /* (unowned): a child */
  AjMapPane *map_pane;     /* (unowned): a child */
  GtkWidget *list_switch;  /* (unowned): in the browser */

  char *view; /* (owned): how municipalities are shown: "list", "map" or "table" */
};

G_DEFINE_FINAL_TYPE (AjNetworkPage, aj_network_page, AJ_TYPE_RECORDS_PAGE)

typedef enum
{
  PROP_VIEW = 1,
} AjNetworkPageProperty;

static GParamSpec *properties[PROP_VIEW + 1];

static gboolean
shows (AjNetworkPage *self, const AjRecordType *type)
{
  const AjRecordKind *kind = aj_records_page_get_kind (AJ_RECORDS_PAGE (self));

  return kind != NULL && kind->type == type;
}

static gboolean
has_map (AjNetworkPage *self)
{
  return shows (self, &aj_municipality_record_type);
}

static void
update_view (AjNetworkPage *self)
{
  gboolean shown = has_map (self) && !g_str_equal (self->view, "list");

  aj_map_pane_set_table (self->map_pane, g_str_equal (self->view, "table"));
  gtk_widget_set_visible (self->list_switch, has_map (self));
  aj_records_page_show_picture (AJ_RECORDS_PAGE (self), shown ? GTK_WIDGET (self->map_pane) : NULL);
}

/* The switch stays where it is, but there are two of it: who used the one finds the focus on the other. */
static void
set_view (AjNetworkPage *self, const char *view)
{
  gboolean focused = aj_records_page_has_focus_in_list (AJ_RECORDS_PAGE (self));

  if (g_strcmp0 (self->view, view) == 0)
    return;
  g_free (self->view);
  self->view = g_strdup (view);
  if (aj_records_page_get_kind (AJ_RECORDS_PAGE (self)) != NULL)
    update_view (self);
  if (focused && has_map (self))
    {
      if (g_str_equal (view, "list"))
        aj_view_switch_focus (AJ_VIEW_SWITCH (self->list_switch), view);
      else
        aj_map_pane_focus_switch (self->map_pane);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
kind_changed (AjRecordsPage *page)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (page);

  aj_due_notice_set_wanted (self->due_notice, shows (self, &aj_person_record_type));
  update_view (self);
}

static void
record_changed (AjRecordsPage *page)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (page);
  AjRecord *record = aj_records_page_get_record (page);
  gboolean writable = !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (self)));

  aj_map_pane_select (self->map_pane, record != NULL ? aj_record_get_id (record) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.merge", writable && record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.change-function",
                                 writable && record != NULL &&
                                     shows (self, &aj_person_record_type));
  aj_network_people_update (self);
}

static AjRecord *
get_record (gpointer page)
{
  return aj_records_page_get_record (AJ_RECORDS_PAGE (page));
}

static void
merge_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *record = get_record (widget);

  if (record != NULL)
    aj_network_merge (widget, aj_page_get_services (AJ_PAGE (widget)), record);
}

static void
change_function_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *record = get_record (widget);

  if (record != NULL && aj_record_is_loaded (record))
    aj_function_dialog_show (widget, aj_page_get_services (AJ_PAGE (widget)), record);
}

static void
find_duplicates_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_network_find_duplicates (widget, aj_page_get_services (AJ_PAGE (widget)),
                              aj_records_page_get_kind (AJ_RECORDS_PAGE (widget))->type);
}

static void
save_map_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (widget);
  g_autofree char *group = NULL;
  AjNetworkSubject subject = aj_map_pane_get_subject (self->map_pane, &group);

  aj_map_saver_save (widget, aj_page_get_services (AJ_PAGE (self)), subject, group,
                     aj_as_of_button_get_day (aj_map_pane_get_as_of (self->map_pane)));
}

/* A line in the log of contact that is to be shown: on whom it was with. */
typedef struct
{
  AjNetworkPage *page; /* (owned) */
  char *id;            /* (owned) */
} ContactWish;

static void
contact_place_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ContactWish *wish = user_data;
  g_autoptr (AjNetworkPage) self = wish->page;
  g_autofree char *id = wish->id;
  g_autofree char *place_id = NULL;
  const AjRecordType *place = aj_record_place_find_finish (result, &place_id, NULL);

  g_free (wish);
  /* The page may have left the window meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL &&
      aj_records_page_show (AJ_RECORDS_PAGE (self), place, place_id))
    aj_record_detail_reveal_contact (aj_records_page_get_detail (AJ_RECORDS_PAGE (self)), id);
}

static gboolean
page_show_record (AjPage *page, const AjRecordType *type, const char *id)
{
  ContactWish *wish;

  if (type != &aj_contact_record_type)
    return aj_records_page_show (AJ_RECORDS_PAGE (page), type, id);
  wish = g_new (ContactWish, 1);
  *wish = (ContactWish){ g_object_ref (AJ_NETWORK_PAGE (page)), g_strdup (id) };
  aj_record_place_find_async (aj_page_get_store (page), type, id, contact_place_found_cb, wish);
  return TRUE;
}

static gboolean
page_search (AjPage *page)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (page);

  if (has_map (self))
    set_view (self, "list");
  return AJ_PAGE_CLASS (aj_network_page_parent_class)->search (page);
}

static void
page_activated (AjPage *page)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (page);

  aj_due_notice_set_wanted (self->due_notice, shows (self, &aj_person_record_type));
}

static void
page_deactivated (AjPage *page)
{
  aj_due_notice_set_wanted (AJ_NETWORK_PAGE (page)->due_notice, FALSE);
  AJ_PAGE_CLASS (aj_network_page_parent_class)->deactivated (page);
}

static void
add_map (AjNetworkPage *self)
{
  AjRecordsPage *page = AJ_RECORDS_PAGE (self);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));
  AjRecordBrowser *browser = aj_records_page_get_browser (page);

  self->list_switch = aj_view_switch_new ("network.view");
  aj_record_browser_add_beside_search (browser, self->list_switch);
  self->map_pane = g_object_new (AJ_TYPE_MAP_PANE, NULL);
  aj_map_pane_set_services (self->map_pane, services);
  g_signal_connect_swapped (self->map_pane, "opened", G_CALLBACK (aj_records_page_open), self);
  aj_as_of_button_share (aj_record_browser_get_as_of (browser),
                         aj_map_pane_get_as_of (self->map_pane));
  aj_records_page_add_picture (page, GTK_WIDGET (self->map_pane));
}

static void
aj_network_page_constructed (GObject *object)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (object);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));

  G_OBJECT_CLASS (aj_network_page_parent_class)->constructed (object);

  self->due_notice = g_object_new (AJ_TYPE_DUE_NOTICE, NULL);
  aj_due_notice_set_services (self->due_notice, services);
  aj_records_page_add_notice (AJ_RECORDS_PAGE (self), GTK_WIDGET (self->due_notice));
  add_map (self);
  g_settings_bind (aj_services_get_settings (services), "municipalities-view", self, "view",
                   G_SETTINGS_BIND_DEFAULT);
  aj_records_page_begin (AJ_RECORDS_PAGE (self));
}

static void
aj_network_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjNetworkPageProperty) prop_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, AJ_NETWORK_PAGE (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_network_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((AjNetworkPageProperty) prop_id)
    {
    case PROP_VIEW:
      set_view (AJ_NETWORK_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_network_page_finalize (GObject *object)
{
  g_free (AJ_NETWORK_PAGE (object)->view);
  G_OBJECT_CLASS (aj_network_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "network.merge", NULL, merge_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.change-function", NULL,
                                   change_function_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.find-duplicates", NULL,
                                   find_duplicates_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.save-map", NULL, save_map_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "network.view", "view");
}

static void
aj_network_page_class_init (AjNetworkPageClass *klass)
{
  AjPageClass *page_class = AJ_PAGE_CLASS (klass);
  AjRecordsPageClass *records_class = AJ_RECORDS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aj_network_page_constructed;
  G_OBJECT_CLASS (klass)->get_property = aj_network_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = aj_network_page_set_property;
  G_OBJECT_CLASS (klass)->finalize = aj_network_page_finalize;
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "list",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  page_class->activated = page_activated;
  page_class->deactivated = page_deactivated;
  page_class->show_record = page_show_record;
  page_class->search = page_search;
  records_class->get_kinds = aj_network_kinds_get;
  records_class->kind_changed = kind_changed;
  records_class->record_changed = record_changed;
  install_actions (GTK_WIDGET_CLASS (klass));
  aj_network_people_install (GTK_WIDGET_CLASS (klass));
}

static void
aj_network_page_init (AjNetworkPage *self)
{
}
