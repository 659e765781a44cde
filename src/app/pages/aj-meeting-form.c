/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-form.h"

#include "aj-duty-hints.h"
#include "aj-field-row.h"

#define N_ROWS 12

struct _AjMeetingForm
{
  AjMeetingPane parent_instance;

  AjDutyHints *hints;    /* (owned) (nullable): once it was set up */
  gboolean theme_wanted; /* the cursor is to go to the theme as soon as there is one to type in */
};

G_DEFINE_FINAL_TYPE (AjMeetingForm, aj_meeting_form, AJ_TYPE_MEETING_PANE)

/* The ids of the rows in the template. */
static const char *const row_names[N_ROWS] = {
  "theme_row", "state_row", "starts_row", "ends_row", "zone_row",        "place_row",
  "link_row",  "group_row", "chair_row",  "host_row", "description_row", "notes_row",
};

static GtkWidget *
get_row (AjMeetingForm *self, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), AJ_TYPE_MEETING_FORM, name));
}

static void
focus_wanted_theme (AjMeetingForm *self)
{
  AjMeetingSubject *subject = aj_meeting_pane_get_subject (AJ_MEETING_PANE (self));

  if (!self->theme_wanted || !aj_meeting_subject_is_loaded (subject))
    return;
  self->theme_wanted = FALSE;
  gtk_widget_child_focus (get_row (self, "theme_row"), GTK_DIR_TAB_FORWARD);
}

static void
aj_meeting_form_set_up (AjMeetingPane *pane)
{
  AjMeetingForm *self = AJ_MEETING_FORM (pane);

  for (guint i = 0; i < N_ROWS; i++)
    aj_field_row_set_services (AJ_FIELD_ROW (get_row (self, row_names[i])),
                               aj_meeting_pane_get_services (pane));
  self->hints = aj_duty_hints_new (aj_meeting_pane_get_services (pane));
  aj_editor_row_set_hint (AJ_EDITOR_ROW (get_row (self, "chair_row")),
                          aj_duty_hints_get_button (self->hints, AJ_DUTY_CHAIR));
  aj_editor_row_set_hint (AJ_EDITOR_ROW (get_row (self, "host_row")),
                          aj_duty_hints_get_button (self->hints, AJ_DUTY_HOST));
  aj_duty_hints_set_active (self->hints, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
aj_meeting_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aj_meeting_form_parent_class)->map (widget);
  if (AJ_MEETING_FORM (widget)->hints != NULL)
    aj_duty_hints_set_active (AJ_MEETING_FORM (widget)->hints, TRUE);
}

static void
aj_meeting_form_unmap (GtkWidget *widget)
{
  if (AJ_MEETING_FORM (widget)->hints != NULL)
    aj_duty_hints_set_active (AJ_MEETING_FORM (widget)->hints, FALSE);
  GTK_WIDGET_CLASS (aj_meeting_form_parent_class)->unmap (widget);
}

static void
aj_meeting_form_show_meeting (AjMeetingPane *pane)
{
  AjMeetingForm *self = AJ_MEETING_FORM (pane);
  AjRecord *meeting = aj_meeting_pane_get_meeting (pane);

  for (guint i = 0; i < N_ROWS; i++)
    aj_field_row_set_record (AJ_FIELD_ROW (get_row (self, row_names[i])), meeting);
  if (!aj_meeting_subject_is_loaded (aj_meeting_pane_get_subject (pane)))
    {
      aj_duty_hints_set_meeting (self->hints, NULL);
      return;
    }
  aj_duty_hints_set_meeting (self->hints, meeting);
  gtk_widget_set_visible (get_row (self, "zone_row"),
                          g_strcmp0 (aj_record_get_text (meeting, "zone"), "Europe/Amsterdam") !=
                              0);
  focus_wanted_theme (self);
}

static void
aj_meeting_form_dispose (GObject *object)
{
  g_clear_object (&AJ_MEETING_FORM (object)->hints);
  gtk_widget_dispose_template (GTK_WIDGET (object), AJ_TYPE_MEETING_FORM);
  G_OBJECT_CLASS (aj_meeting_form_parent_class)->dispose (object);
}

static void
aj_meeting_form_class_init (AjMeetingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_meeting_form_dispose;
  widget_class->map = aj_meeting_form_map;
  widget_class->unmap = aj_meeting_form_unmap;
  AJ_MEETING_PANE_CLASS (klass)->set_up = aj_meeting_form_set_up;
  AJ_MEETING_PANE_CLASS (klass)->show_meeting = aj_meeting_form_show_meeting;
  g_type_ensure (AJ_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-meeting-form.ui");
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, row_names[i], FALSE, 0);
}

static void
aj_meeting_form_init (AjMeetingForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
aj_meeting_form_focus_theme (AjMeetingForm *self)
{
  g_return_if_fail (AJ_IS_MEETING_FORM (self));

  self->theme_wanted = TRUE;
  focus_wanted_theme (self);
}
