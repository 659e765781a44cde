/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-interventions-page.h"

#include "aj-intervention-kinds.h"
#include "aj-intervention.h"
#include "aj-loan.h"
#include "aj-report-window.h"
#include "aj-rollout-dialog.h"
#include "aj-rollout-picture.h"
#include "aj-rollout.h"
#include "aj-view-switch.h"

struct _AjInterventionsPage
{
  AjRecordsPage parent_instance;

  AjRolloutPicture *picture; /* (unowned): a child */
  GtkWidget *list_switch;    /* (unowned): in the browser */
  GtkWidget *picture_switch; /* (unowned): above the picture */

  char *view;         /* (owned): how rollouts and loans are shown: "list", "timeline" or "map" */
  gboolean is_active; /* the page is in front */
};

G_DEFINE_FINAL_TYPE (AjInterventionsPage, aj_interventions_page, AJ_TYPE_RECORDS_PAGE)

typedef enum
{
  PROP_VIEW = 1,
} AjInterventionsPageProperty;

static GParamSpec *properties[PROP_VIEW + 1];

static gboolean
has_timeline (AjInterventionsPage *self)
{
  const AjRecordKind *kind = aj_records_page_get_kind (AJ_RECORDS_PAGE (self));

  return kind != NULL &&
         (kind->type == &aj_rollout_record_type || kind->type == &aj_loan_record_type);
}

static void
update_view (AjInterventionsPage *self)
{
  AjRecordsPage *page = AJ_RECORDS_PAGE (self);
  gboolean shown = has_timeline (self) && !g_str_equal (self->view, "list");
  gboolean has_map = has_timeline (self) &&
                     aj_records_page_get_kind (page)->type == &aj_rollout_record_type;

  gtk_widget_set_visible (self->list_switch, has_timeline (self));
  aj_view_switch_set_available (AJ_VIEW_SWITCH (self->list_switch), "map", has_map);
  aj_view_switch_set_available (AJ_VIEW_SWITCH (self->picture_switch), "map", has_map);
  aj_rollout_picture_set_map (self->picture, g_str_equal (self->view, "map"));
  if (shown)
    aj_rollout_picture_set_record_type (self->picture, aj_records_page_get_kind (page)->type);
  aj_rollout_picture_set_active (self->picture, shown && self->is_active);
  aj_records_page_show_picture (page, shown ? GTK_WIDGET (self->picture) : NULL);
}

/* The switch stays where it is, but there are two of it: who used the one finds the focus on the other. */
static void
set_view (AjInterventionsPage *self, const char *view)
{
  gboolean focused = aj_records_page_has_focus_in_list (AJ_RECORDS_PAGE (self));

  if (g_strcmp0 (self->view, view) == 0)
    return;
  g_free (self->view);
  self->view = g_strdup (view);
  if (aj_records_page_get_kind (AJ_RECORDS_PAGE (self)) != NULL)
    update_view (self);
  if (focused && has_timeline (self))
    aj_view_switch_focus (AJ_VIEW_SWITCH (g_str_equal (view, "list") ? self->list_switch
                                                                     : self->picture_switch),
                          view);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
kind_changed (AjRecordsPage *page)
{
  update_view (AJ_INTERVENTIONS_PAGE (page));
}

/* (nullable): the intervention in view. */
static AjRecord *
get_intervention (gpointer page)
{
  AjRecord *record = aj_records_page_get_record (AJ_RECORDS_PAGE (page));

  return record != NULL && AJ_IS_INTERVENTION (record) ? record : NULL;
}

static void
record_changed (AjRecordsPage *page)
{
  AjRecord *record = aj_records_page_get_record (page);

  aj_rollout_picture_select (AJ_INTERVENTIONS_PAGE (page)->picture,
                             record != NULL ? aj_record_get_id (record) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "interventions.roll-out",
                                 get_intervention (page) != NULL &&
                                     !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (page))));
}

static void
roll_out_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *intervention = get_intervention (widget);

  if (intervention != NULL)
    aj_rollout_dialog_show (widget, aj_page_get_services (AJ_PAGE (widget)), intervention);
}

static void
show_report_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *intervention = get_intervention (widget);

  aj_report_window_show_rollouts (GTK_WINDOW (gtk_widget_get_root (widget)),
                                  aj_page_get_services (AJ_PAGE (widget)),
                                  intervention != NULL ? aj_record_get_id (intervention) : NULL);
}

static gboolean
page_search (AjPage *page)
{
  if (has_timeline (AJ_INTERVENTIONS_PAGE (page)))
    set_view (AJ_INTERVENTIONS_PAGE (page), "list");
  return AJ_PAGE_CLASS (aj_interventions_page_parent_class)->search (page);
}

static void
set_active (AjInterventionsPage *self, gboolean active)
{
  self->is_active = active;
  update_view (self);
}

static void
page_activated (AjPage *page)
{
  set_active (AJ_INTERVENTIONS_PAGE (page), TRUE);
}

static void
page_deactivated (AjPage *page)
{
  set_active (AJ_INTERVENTIONS_PAGE (page), FALSE);
  AJ_PAGE_CLASS (aj_interventions_page_parent_class)->deactivated (page);
}

static void
aj_interventions_page_constructed (GObject *object)
{
  AjInterventionsPage *self = AJ_INTERVENTIONS_PAGE (object);
  AjRecordsPage *page = AJ_RECORDS_PAGE (object);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));

  G_OBJECT_CLASS (aj_interventions_page_parent_class)->constructed (object);

  self->list_switch = aj_view_switch_new ("interventions.view");
  aj_record_browser_add_beside_search (aj_records_page_get_browser (page), self->list_switch);
  self->picture = aj_rollout_picture_new (services);
  self->picture_switch = aj_view_switch_new ("interventions.view");
  aj_rollout_picture_add_above (self->picture, self->picture_switch);
  g_signal_connect_swapped (self->picture, "opened", G_CALLBACK (aj_records_page_open), self);
  aj_records_page_add_picture (page, GTK_WIDGET (self->picture));
  g_settings_bind (aj_services_get_settings (services), "rollouts-view", self, "view",
                   G_SETTINGS_BIND_DEFAULT);
  aj_records_page_begin (page);
}

static void
aj_interventions_page_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  switch ((AjInterventionsPageProperty) prop_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, AJ_INTERVENTIONS_PAGE (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_interventions_page_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  switch ((AjInterventionsPageProperty) prop_id)
    {
    case PROP_VIEW:
      set_view (AJ_INTERVENTIONS_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_interventions_page_finalize (GObject *object)
{
  g_free (AJ_INTERVENTIONS_PAGE (object)->view);
  G_OBJECT_CLASS (aj_interventions_page_parent_class)->finalize (object);
}

static void
aj_interventions_page_class_init (AjInterventionsPageClass *klass)
{
  AjPageClass *page_class = AJ_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AjRecordsPageClass *records_class = AJ_RECORDS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aj_interventions_page_constructed;
  G_OBJECT_CLASS (klass)->get_property = aj_interventions_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = aj_interventions_page_set_property;
  G_OBJECT_CLASS (klass)->finalize = aj_interventions_page_finalize;
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "list",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  page_class->activated = page_activated;
  page_class->deactivated = page_deactivated;
  page_class->search = page_search;
  records_class->get_kinds = aj_intervention_kinds_get;
  records_class->kind_changed = kind_changed;
  records_class->record_changed = record_changed;
  gtk_widget_class_install_property_action (widget_class, "interventions.view", "view");
  gtk_widget_class_install_action (widget_class, "interventions.roll-out", NULL,
                                   roll_out_activated_cb);
  gtk_widget_class_install_action (widget_class, "interventions.show-report", NULL,
                                   show_report_activated_cb);
}

static void
aj_interventions_page_init (AjInterventionsPage *self)
{
}
