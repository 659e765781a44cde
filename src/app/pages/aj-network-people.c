/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network-people.h"

#include "aj-due-window.h"
#include "aj-forget-dialog.h"
#include "aj-report-window.h"
#include "aj-person.h"

static AjRecord *
get_person (AjNetworkPage *page)
{
  AjRecord *record = aj_records_page_get_record (AJ_RECORDS_PAGE (page));

  return record != NULL && AJ_IS_PERSON (record) ? record : NULL;
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

static void
report_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *person = get_person (AJ_NETWORK_PAGE (widget));

  if (person != NULL)
    aj_report_window_show_person (get_window (widget), aj_page_get_services (AJ_PAGE (widget)),
                                  aj_record_get_id (person));
}

static void
forget_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *person = get_person (AJ_NETWORK_PAGE (widget));
  const char *ids[] = { person != NULL ? aj_record_get_id (person) : NULL, NULL };

  if (person != NULL)
    aj_forget_dialog_show (widget, aj_page_get_services (AJ_PAGE (widget)), ids);
}

static void
look_over_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_due_window_show (get_window (widget), aj_page_get_services (AJ_PAGE (widget)));
}

void
aj_network_people_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "people.report", NULL, report_activated_cb);
  gtk_widget_class_install_action (page_class, "people.forget", NULL, forget_activated_cb);
  gtk_widget_class_install_action (page_class, "people.look-over", NULL, look_over_activated_cb);
}

void
aj_network_people_update (AjNetworkPage *page)
{
  AjRecord *person = get_person (page);
  gboolean writable = !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (page)));

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "people.report", person != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "people.forget",
                                 person != NULL && writable && !aj_person_is_forgotten (person));
}
