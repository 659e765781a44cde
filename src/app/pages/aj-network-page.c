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
#include "aj-rollout-calendar-saver.h"

struct _AjNetworkPage
{
  AjRecordsPage parent_instance;

  AjDueNotice *due_notice; /* (unowned): a child */
  AjMapPane *map_pane;     /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (AjNetworkPage, aj_network_page, AJ_TYPE_RECORDS_PAGE)

static gboolean
shows (AjNetworkPage *self, const AjRecordType *type)
{
  const AjRecordKind *kind = aj_records_page_get_kind (AJ_RECORDS_PAGE (self));

  return kind != NULL && kind->type == type;
}

static const char *const *
get_views (AjRecordsPage *page)
{
  static const char *const views[] = { "map", "table", NULL };

  return shows (AJ_NETWORK_PAGE (page), &aj_municipality_record_type) ? views : NULL;
}

static GtkWidget *
show_view (AjRecordsPage *page, const char *view)
{
  AjMapPane *map_pane = AJ_NETWORK_PAGE (page)->map_pane;

  if (g_str_equal (view, "list"))
    return NULL;
  aj_map_pane_set_table (map_pane, g_str_equal (view, "table"));
  return GTK_WIDGET (map_pane);
}

static void
kind_changed (AjRecordsPage *page)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (page);

  aj_due_notice_set_wanted (self->due_notice, shows (self, &aj_person_record_type));
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

/* What is rolled out and what is lent in the municipality in view. */
static void
save_calendar_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *record = get_record (widget);
  const AjRolloutCalendarRequest request = {
    .with_rollouts = TRUE,
    .with_loans = TRUE,
    .municipality = record != NULL ? aj_record_get_id (record) : NULL,
  };

  if (record != NULL && shows (AJ_NETWORK_PAGE (widget), &aj_municipality_record_type))
    aj_rollout_calendar_saver_save (widget, aj_page_get_services (AJ_PAGE (widget)), &request);
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

  self->map_pane = g_object_new (AJ_TYPE_MAP_PANE, NULL);
  aj_map_pane_set_services (self->map_pane, services);
  g_signal_connect_swapped (self->map_pane, "opened", G_CALLBACK (aj_records_page_open), self);
  aj_as_of_button_share (aj_record_browser_get_as_of (browser),
                         aj_map_pane_get_as_of (self->map_pane));
  aj_records_page_add_picture (page, GTK_WIDGET (self->map_pane));
  aj_records_page_add_views (page, "network", "municipalities-view",
                             aj_map_pane_get_switch (self->map_pane));
}

static void
aj_network_page_constructed (GObject *object)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (object);

  G_OBJECT_CLASS (aj_network_page_parent_class)->constructed (object);

  self->due_notice = g_object_new (AJ_TYPE_DUE_NOTICE, NULL);
  aj_due_notice_set_services (self->due_notice, aj_page_get_services (AJ_PAGE (self)));
  aj_records_page_add_notice (AJ_RECORDS_PAGE (self), GTK_WIDGET (self->due_notice));
  add_map (self);
  aj_records_page_begin (AJ_RECORDS_PAGE (self));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "network.merge", NULL, merge_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.change-function", NULL,
                                   change_function_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.find-duplicates", NULL,
                                   find_duplicates_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.save-calendar", NULL,
                                   save_calendar_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.save-map", NULL, save_map_activated_cb);
}

static void
aj_network_page_class_init (AjNetworkPageClass *klass)
{
  AjPageClass *page_class = AJ_PAGE_CLASS (klass);
  AjRecordsPageClass *records_class = AJ_RECORDS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aj_network_page_constructed;
  page_class->activated = page_activated;
  page_class->deactivated = page_deactivated;
  page_class->show_record = page_show_record;
  records_class->get_kinds = aj_network_kinds_get;
  records_class->kind_changed = kind_changed;
  records_class->record_changed = record_changed;
  records_class->get_views = get_views;
  records_class->show_view = show_view;
  install_actions (GTK_WIDGET_CLASS (klass));
  aj_network_people_install (GTK_WIDGET_CLASS (klass));
}

static void
aj_network_page_init (AjNetworkPage *self)
{
}
