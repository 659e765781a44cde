/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-pane.h"

typedef struct
{
  AjServices *services;      /* (owned) */
  AjMeetingSubject *subject; /* (owned) */
  AjLiveReader *reader;      /* (owned) */
  char *progress;
  char *wanted; /* (owned) (nullable): the id of what the cursor goes to once it is there */
} AjMeetingPanePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AjMeetingPane, aj_meeting_pane, ADW_TYPE_BIN)

typedef enum
{
  PROP_PROGRESS = 1,
} AjMeetingPaneProperty;

static GParamSpec *properties[PROP_PROGRESS + 1];

static AjMeetingPanePrivate *
get_private (AjMeetingPane *self)
{
  return aj_meeting_pane_get_instance_private (self);
}

static void
show_meeting (AjMeetingPane *self)
{
  AJ_MEETING_PANE_GET_CLASS (self)->show_meeting (self);
}

static void
show_facts (AjMeetingPane *self)
{
  AJ_MEETING_PANE_GET_CLASS (self)->show_facts (self);
  aj_meeting_pane_rows_shown (self);
}

static void
aj_meeting_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjMeetingPaneProperty) prop_id)
    {
    case PROP_PROGRESS:
      g_value_set_string (value, get_private (AJ_MEETING_PANE (object))->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_meeting_pane_unmap (GtkWidget *widget)
{
  g_clear_pointer (&get_private (AJ_MEETING_PANE (widget))->wanted, g_free);
  GTK_WIDGET_CLASS (aj_meeting_pane_parent_class)->unmap (widget);
}

static void
aj_meeting_pane_dispose (GObject *object)
{
  AjMeetingPanePrivate *private = get_private (AJ_MEETING_PANE (object));

  g_clear_object (&private->subject);
  g_clear_object (&private->reader);
  g_clear_object (&private->services);
  G_OBJECT_CLASS (aj_meeting_pane_parent_class)->dispose (object);
}

static void
aj_meeting_pane_finalize (GObject *object)
{
  g_free (get_private (AJ_MEETING_PANE (object))->progress);
  g_free (get_private (AJ_MEETING_PANE (object))->wanted);
  G_OBJECT_CLASS (aj_meeting_pane_parent_class)->finalize (object);
}

static void
aj_meeting_pane_class_init (AjMeetingPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = aj_meeting_pane_get_property;
  object_class->dispose = aj_meeting_pane_dispose;
  object_class->finalize = aj_meeting_pane_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = aj_meeting_pane_unmap;
  properties[PROP_PROGRESS] = g_param_spec_string ("progress", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
aj_meeting_pane_init (AjMeetingPane *self)
{
}

AjMeetingPane *
aj_meeting_pane_new (const AjMeetingPaneInfo *info,
                     AjServices *services,
                     AjMeetingSubject *subject,
                     AjLiveReader *reader)
{
  AjMeetingPane *self = g_object_new (info->get_type (), NULL);
  AjMeetingPanePrivate *private = get_private (self);

  private->services = g_object_ref (services);
  private->subject = g_object_ref (subject);
  private->reader = g_object_ref (reader);
  if (AJ_MEETING_PANE_GET_CLASS (self)->set_up != NULL)
    AJ_MEETING_PANE_GET_CLASS (self)->set_up (self);
  if (AJ_MEETING_PANE_GET_CLASS (self)->show_meeting != NULL)
    {
      g_signal_connect_object (subject, "changed", G_CALLBACK (show_meeting), self,
                               G_CONNECT_SWAPPED);
      show_meeting (self);
    }
  if (AJ_MEETING_PANE_GET_CLASS (self)->show_facts != NULL)
    {
      g_signal_connect_object (reader, "changed", G_CALLBACK (show_facts), self, G_CONNECT_SWAPPED);
      show_facts (self);
    }
  return self;
}

AjServices *
aj_meeting_pane_get_services (AjMeetingPane *self)
{
  return get_private (self)->services;
}

AjMeetingSubject *
aj_meeting_pane_get_subject (AjMeetingPane *self)
{
  return get_private (self)->subject;
}

AjRecord *
aj_meeting_pane_get_meeting (AjMeetingPane *self)
{
  AjMeetingSubject *subject = get_private (self)->subject;

  return subject != NULL ? aj_meeting_subject_get_meeting (subject) : NULL;
}

AjStore *
aj_meeting_pane_get_store (AjMeetingPane *self)
{
  return aj_services_get_store (get_private (self)->services);
}

static AjMeetingSides *
get_sides (AjMeetingPane *self)
{
  AjLiveReader *reader = get_private (self)->reader;

  return reader != NULL ? aj_live_reader_get_result (reader) : NULL;
}

AjMeetingFacts *
aj_meeting_pane_get_facts (AjMeetingPane *self)
{
  AjMeetingSides *sides = get_sides (self);

  return sides != NULL ? sides->facts : NULL;
}

AjCycleTemplate *
aj_meeting_pane_get_template (AjMeetingPane *self)
{
  AjMeetingSides *sides = get_sides (self);

  return sides != NULL ? sides->template : NULL;
}

const char *
aj_meeting_pane_get_progress (AjMeetingPane *self)
{
  return get_private (self)->progress;
}

void
aj_meeting_pane_set_progress (AjMeetingPane *self, const char *progress)
{
  AjMeetingPanePrivate *private = get_private (self);

  if (g_strcmp0 (private->progress, progress) == 0)
    return;
  g_free (private->progress);
  private->progress = g_strdup (progress);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

/* What has been laid out is scrolled to when it has the cursor. */
static void
reveal_cb (gpointer user_data)
{
  GtkWidget **row = user_data;

  if (*row != NULL && gtk_widget_get_mapped (*row))
    {
      if (ADW_IS_EXPANDER_ROW (*row))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (*row), TRUE);
      gtk_widget_child_focus (*row, GTK_DIR_TAB_FORWARD);
    }
  g_clear_weak_pointer (row);
  g_free (row);
}

void
aj_meeting_pane_rows_shown (AjMeetingPane *self)
{
  AjMeetingPanePrivate *private = get_private (self);
  AjMeetingPaneClass *klass = AJ_MEETING_PANE_GET_CLASS (self);
  GtkWidget *row = private->wanted != NULL && klass->find_part != NULL
                       ? klass->find_part (self, private->wanted)
                       : NULL;
  GtkWidget **shown;

  if (row == NULL)
    return;
  g_clear_pointer (&private->wanted, g_free);
  shown = g_new0 (GtkWidget *, 1);
  g_set_weak_pointer (shown, row);
  g_idle_add_once (reveal_cb, shown);
}

void
aj_meeting_pane_reveal (AjMeetingPane *self, const char *id)
{
  g_return_if_fail (AJ_IS_MEETING_PANE (self));

  g_free (get_private (self)->wanted);
  get_private (self)->wanted = g_strdup (id);
  aj_meeting_pane_rows_shown (self);
}
