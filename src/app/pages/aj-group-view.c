/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-view.h"

#include <glib/gi18n-lib.h>

#include "aj-composition-group.h"
#include "aj-group.h"
#include "aj-occupancy-group.h"
#include "aj-record-form.h"
#include "aj-record-summary.h"
#include "aj-seats-group.h"

struct _AjGroupView
{
  AdwBin parent_instance;

  /* Template */
  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkBox *content;

  AjServices *services;            /* (owned) (nullable) */
  AjRecord *group;                 /* (owned) (nullable) */
  AjRecordSummary *summary;        /* (owned) (nullable): of the group */
  AjRecordForm *form;              /* (unowned) (nullable): a child, with the services */
  AjRecordForm *rest;              /* (unowned) (nullable): likewise */
  AjCompositionGroup *composition; /* (unowned) (nullable): likewise */
  AjSeatsGroup *seats;             /* (unowned) (nullable): likewise */
  AjOccupancyGroup *occupancy;     /* (unowned) (nullable): likewise */
  gboolean focus_wanted;
};

G_DEFINE_FINAL_TYPE (AjGroupView, aj_group_view, ADW_TYPE_BIN)

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const AjRecordFormGroup groups[] = {
  { NULL, FIELDS ("name", "purpose") },
  { N_ ("About This Group"), FIELDS ("kind", "target-group", "district", "mail") },
  { N_ ("Lifetime"), FIELDS ("active-from", "active-until") },
  { NULL, FIELDS ("notes") },
};

static void
update_heading (AjGroupView *self)
{
  const char *subtitle = aj_record_summary_get_subtitle (self->summary);

  gtk_label_set_text (self->title_label, aj_record_summary_get_title (self->summary));
  gtk_label_set_text (self->subtitle_label, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), *subtitle != '\0');
}

static void
focus_if_ready (AjGroupView *self)
{
  if (!self->focus_wanted || self->group == NULL || !aj_record_is_loaded (self->group))
    return;
  self->focus_wanted = FALSE;
  aj_record_form_focus_field (self->form, "name");
}

static void
forget_group (AjGroupView *self)
{
  if (self->group != NULL)
    g_signal_handlers_disconnect_by_data (self->group, self);
  if (self->summary != NULL)
    g_signal_handlers_disconnect_by_data (self->summary, self);
  g_clear_object (&self->summary);
  g_clear_object (&self->group);
}

static void
set_group (AjGroupView *self, const char *id)
{
  AjStore *store = aj_services_get_store (self->services);

  forget_group (self);
  self->group = aj_store_ref_record (store, &aj_group_record_type, id);
  self->summary = aj_record_summary_new (store, self->group);
  aj_record_form_set_record (self->form, self->group);
  aj_record_form_set_record (self->rest, self->group);
  g_signal_connect_swapped (self->summary, "notify", G_CALLBACK (update_heading), self);
  /* After the rows, which can only take the cursor once they have heard of it too. */
  g_signal_connect_data (self->group, "notify::loaded", G_CALLBACK (focus_if_ready), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_heading (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
aj_group_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aj_group_view_parent_class)->map (widget);
  if (AJ_GROUP_VIEW (widget)->occupancy != NULL)
    aj_occupancy_group_set_active (AJ_GROUP_VIEW (widget)->occupancy, TRUE);
}

static void
aj_group_view_unmap (GtkWidget *widget)
{
  if (AJ_GROUP_VIEW (widget)->occupancy != NULL)
    aj_occupancy_group_set_active (AJ_GROUP_VIEW (widget)->occupancy, FALSE);
  GTK_WIDGET_CLASS (aj_group_view_parent_class)->unmap (widget);
}

static void
aj_group_view_dispose (GObject *object)
{
  AjGroupView *self = AJ_GROUP_VIEW (object);

  forget_group (self);
  self->form = NULL;
  self->rest = NULL;
  self->composition = NULL;
  self->seats = NULL;
  self->occupancy = NULL;
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_group_view_parent_class)->dispose (object);
}

static void
aj_group_view_class_init (AjGroupViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_group_view_dispose;
  widget_class->map = aj_group_view_map;
  widget_class->unmap = aj_group_view_unmap;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-group-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AjGroupView, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjGroupView, title_label);
  gtk_widget_class_bind_template_child (widget_class, AjGroupView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, AjGroupView, content);
}

static void
aj_group_view_init (AjGroupView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What tells the group apart, then who sits in it and who should, then who came, then the rest. */
void
aj_group_view_set_services (AjGroupView *self, AjServices *services)
{
  g_return_if_fail (self->services == NULL);

  self->services = g_object_ref (services);
  self->form = aj_record_form_new (&aj_group_record_type, groups, 1);
  self->composition = AJ_COMPOSITION_GROUP (aj_composition_group_new (services));
  self->seats = AJ_SEATS_GROUP (aj_seats_group_new (services));
  self->occupancy = AJ_OCCUPANCY_GROUP (aj_occupancy_group_new (services));
  self->rest = aj_record_form_new (&aj_group_record_type, groups + 1, G_N_ELEMENTS (groups) - 1);
  aj_record_form_set_services (self->form, services);
  aj_record_form_set_services (self->rest, services);
  gtk_box_append (self->content, GTK_WIDGET (self->form));
  gtk_box_append (self->content, GTK_WIDGET (self->composition));
  gtk_box_append (self->content, GTK_WIDGET (self->seats));
  gtk_box_append (self->content, GTK_WIDGET (self->occupancy));
  gtk_box_append (self->content, GTK_WIDGET (self->rest));
}

void
aj_group_view_show (AjGroupView *self, AjRoster *roster, const AjRosterGroup *group)
{
  const char *id = aj_values_get_id (group->group);

  if (self->group == NULL || g_strcmp0 (aj_record_get_id (self->group), id) != 0)
    set_group (self, id);
  aj_composition_group_show (self->composition, roster, group);
  aj_seats_group_show (self->seats, roster, group);
  aj_occupancy_group_show (self->occupancy, id, aj_roster_get_date (roster));
  focus_if_ready (self);
}

void
aj_group_view_reveal (AjGroupView *self, const char *id)
{
  aj_composition_group_reveal (self->composition, id);
}

void
aj_group_view_focus_name (AjGroupView *self)
{
  self->focus_wanted = TRUE;
  focus_if_ready (self);
}

void
aj_group_view_save (AjGroupView *self)
{
  if (self->form == NULL)
    return;
  aj_record_form_save (self->form);
  aj_record_form_save (self->rest);
}
