/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-row.h"

#include <glib/gi18n.h>

#include "aj-meeting-date.h"
#include "aj-feedback.h"
#include "aj-meeting-drag.h"
#include "aj-meeting-subject.h"
#include "aj-meeting-text.h"
#include "aj-meeting.h"
#include "aj-text.h"

struct _AjMeetingRow
{
  GtkBox parent_instance;

  AjServices *services;      /* (owned) */
  AjMeetingSubject *subject; /* (owned) */
  const char *tag_class;     /* (nullable) */
  gboolean is_next;
  guint n_late;         /* steps of the preparation */
  gboolean drag_failed; /* the drag under way reached nobody */

  /* Template widgets */
  GtkLabel *day;
  GtkLabel *month;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *state_tag;
  GtkLabel *decide_tag;
  GtkLabel *late_tag;
  GtkLabel *outdated_tag;
  GtkLabel *next_mark;
};

G_DEFINE_FINAL_TYPE (AjMeetingRow, aj_meeting_row, GTK_TYPE_BOX)

static void
show_day (AjMeetingRow *self, AjRecord *meeting)
{
  AjWallTime start;
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;
  gboolean is_past;

  if (!aj_record_get_wall_time (meeting, "starts-at", &start))
    return;
  day = g_strdup_printf ("%d", aj_date_get_day (start.date));
  /* Translators: under the number of the day in a list: "Thu Mar", in Dutch "do mrt". */
  month = g_strdup_printf (C_ ("weekday month", "%s %s"),
                           aj_weekday_get_short_name (aj_date_get_weekday (start.date)),
                           aj_month_get_short_name (aj_date_get_month (start.date)));
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->month, month);
  is_past = start.date < aj_services_get_today (self->services);
  if (is_past)
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
}

/* Of what is cancelled nothing is to be prepared any more. */
static void
show_late (AjMeetingRow *self, AjRecord *meeting)
{
  gboolean is_late = self->n_late > 0 &&
                     g_strcmp0 (aj_record_get_text (meeting, "state"), AJ_MEETING_CANCELLED) != 0;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->late_tag), is_late);
  if (!is_late)
    return;
  /* Translators: tag on a meeting: how many steps of its preparation are late. */
  label = g_strdup_printf (ngettext ("%u late", "%u late", self->n_late), self->n_late);
  gtk_label_set_label (self->late_tag, label);
}

/* The state always, and beside it whatever wants somebody. */
static void
show_tags (AjMeetingRow *self, AjRecord *meeting)
{
  AjMeetingTag tag = aj_meeting_text_state_tag (meeting);
  const AjValues *values = aj_record_get_values (meeting);

  gtk_widget_set_visible (GTK_WIDGET (self->decide_tag), aj_meeting_date_is_to_decide (values));
  show_late (self, meeting);
  gtk_widget_set_visible (GTK_WIDGET (self->outdated_tag), aj_meeting_is_outdated (values));
  if (self->tag_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state_tag), self->tag_class);
  self->tag_class = tag.css_class;
  gtk_widget_set_visible (GTK_WIDGET (self->state_tag), tag.label != NULL);
  if (tag.label == NULL)
    return;
  gtk_label_set_label (self->state_tag, tag.label);
  gtk_widget_add_css_class (GTK_WIDGET (self->state_tag), tag.css_class);
}

/* What a screen reader says of the row: what the eye sees, one thing after the other. */
static void
name_row (AjMeetingRow *self, AjRecord *meeting, const char *title)
{
  const char *group = aj_meeting_subject_get_group_name (self->subject);
  g_autofree char *when = aj_meeting_text_when (meeting);
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkLabel *tags[] = { self->next_mark, self->state_tag, self->decide_tag, self->late_tag,
                       self->outdated_tag };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *name = NULL;

  g_strv_builder_add_many (parts, title, when, NULL);
  if (!g_str_equal (title, group) && *group != '\0')
    g_strv_builder_add (parts, group);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (tags[i])))
      g_strv_builder_add (parts, gtk_label_get_label (tags[i]));
  if (gtk_widget_get_visible (GTK_WIDGET (self->subtitle)))
    g_strv_builder_add (parts, gtk_label_get_label (self->subtitle));
  words = g_strv_builder_end (parts);
  name = g_strjoinv (", ", words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* What takes the keyboard focus is the list's own row around it. */
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
show_meeting (AjMeetingRow *self)
{
  AjRecord *meeting = aj_meeting_subject_get_meeting (self->subject);
  const char *group = aj_meeting_subject_get_group_name (self->subject);
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;

  if (!aj_meeting_subject_is_loaded (self->subject))
    {
      gtk_label_set_label (self->title, "");
      gtk_label_set_label (self->subtitle, "");
      gtk_label_set_label (self->day, "");
      gtk_label_set_label (self->month, "");
      gtk_widget_set_visible (GTK_WIDGET (self->state_tag), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->decide_tag), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->late_tag), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->outdated_tag), FALSE);
      return;
    }
  title = aj_meeting_text_title (meeting, group);
  reason = aj_meeting_date_to_text (aj_record_get_values (meeting));
  show_day (self, meeting);
  show_tags (self, meeting);
  gtk_label_set_label (self->title, title);
  if (*reason != '\0' && aj_record_get_text (meeting, "theme") != NULL && *group != '\0')
    {
      /* Translators: under a meeting's theme: the group, then why it stands on its date. */
      g_autofree char *both = g_strdup_printf (_ ("%s · %s"), group, reason);
      gtk_label_set_label (self->subtitle, both);
    }
  else
    {
      /* The group is the title already when there is no theme. */
      const char *fallback = g_str_equal (title, group) ? "" : group;

      gtk_label_set_label (self->subtitle, *reason != '\0' ? reason : fallback);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle),
                          *gtk_label_get_label (self->subtitle) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->next_mark), self->is_next);
  name_row (self, meeting, title);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, AjMeetingRow *self)
{
  const char *group = aj_meeting_subject_get_group_name (self->subject);
  g_autoptr (GError) error = NULL;
  GdkContentProvider *content;

  self->drag_failed = FALSE;
  if (!aj_meeting_subject_is_loaded (self->subject))
    return NULL;
  content = aj_meeting_drag_new_content (self->services,
                                         aj_meeting_subject_get_meeting (self->subject),
                                         aj_text_or_null (group), &error);
  if (content == NULL)
    aj_feedback_error (GTK_WIDGET (self), error);
  return content;
}

static gboolean
drag_cancel_cb (GtkDragSource *source,
                GdkDrag *drag,
                GdkDragCancelReason reason,
                AjMeetingRow *self)
{
  self->drag_failed = TRUE;
  return FALSE;
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, AjMeetingRow *self)
{
  if (!self->drag_failed && aj_meeting_subject_is_loaded (self->subject))
    aj_meeting_drag_note (GTK_WIDGET (self), self->services,
                          aj_meeting_subject_get_meeting (self->subject));
}

static void
aj_meeting_row_dispose (GObject *object)
{
  AjMeetingRow *self = AJ_MEETING_ROW (object);

  g_clear_object (&self->subject);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_MEETING_ROW);
  G_OBJECT_CLASS (aj_meeting_row_parent_class)->dispose (object);
}

static void
aj_meeting_row_class_init (AjMeetingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_meeting_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "meetingrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-meeting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMeetingRow, day);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingRow, month);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingRow, title);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingRow, state_tag);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingRow, decide_tag);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingRow, late_tag);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingRow, outdated_tag);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingRow, next_mark);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
}

static void
aj_meeting_row_init (AjMeetingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aj_meeting_row_new (AjServices *services)
{
  AjMeetingRow *self = g_object_new (AJ_TYPE_MEETING_ROW, NULL);

  self->services = g_object_ref (services);
  self->subject = aj_meeting_subject_new (aj_services_get_store (services));
  g_signal_connect_object (self->subject, "changed", G_CALLBACK (show_meeting), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
aj_meeting_row_set_record (AjMeetingRow *self, AjRecord *meeting)
{
  g_return_if_fail (AJ_IS_MEETING_ROW (self));

  /* A list lets go of its rows after they were disposed of. */
  if (self->subject != NULL)
    aj_meeting_subject_set_meeting (self->subject, meeting);
}

void
aj_meeting_row_set_is_next (AjMeetingRow *self, gboolean is_next)
{
  g_return_if_fail (AJ_IS_MEETING_ROW (self));

  if (self->is_next == is_next)
    return;
  self->is_next = is_next;
  show_meeting (self);
  if (is_next)
    gtk_widget_add_css_class (GTK_WIDGET (self), "next");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "next");
}

void
aj_meeting_row_set_n_late (AjMeetingRow *self, guint n_late)
{
  g_return_if_fail (AJ_IS_MEETING_ROW (self));

  if (self->n_late == n_late)
    return;
  self->n_late = n_late;
  show_meeting (self);
}
