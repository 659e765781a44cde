/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-subject.h"

#include "aj-group.h"

struct _AjMeetingSubject
{
  GObject parent_instance;

  AjStore *store;                /* (owned) */
  AjRecord *meeting;             /* (owned) (nullable) */
  AjRecord *group;               /* (owned) (nullable) */
  GSignalGroup *meeting_signals; /* (owned) */
  GSignalGroup *group_signals;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjMeetingSubject, aj_meeting_subject, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (AjMeetingSubject *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
meeting_changed_cb (AjMeetingSubject *self)
{
  const char *id = self->meeting != NULL ? aj_record_get_text (self->meeting, "group") : NULL;

  if (self->group == NULL || g_strcmp0 (aj_record_get_id (self->group), id) != 0)
    {
      g_clear_object (&self->group);
      if (id != NULL)
        self->group = aj_store_ref_record (self->store, &aj_group_record_type, id);
      g_signal_group_set_target (self->group_signals, self->group);
    }
  emit_changed (self);
}

static void
aj_meeting_subject_dispose (GObject *object)
{
  AjMeetingSubject *self = AJ_MEETING_SUBJECT (object);

  g_clear_object (&self->meeting_signals);
  g_clear_object (&self->group_signals);
  g_clear_object (&self->meeting);
  g_clear_object (&self->group);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_meeting_subject_parent_class)->dispose (object);
}

static void
aj_meeting_subject_class_init (AjMeetingSubjectClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_meeting_subject_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_MEETING_SUBJECT, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_meeting_subject_init (AjMeetingSubject *self)
{
  self->meeting_signals = g_signal_group_new (AJ_TYPE_RECORD);
  g_signal_group_connect_swapped (self->meeting_signals, "notify", G_CALLBACK (meeting_changed_cb),
                                  self);
  self->group_signals = g_signal_group_new (AJ_TYPE_RECORD);
  g_signal_group_connect_swapped (self->group_signals, "notify::title", G_CALLBACK (emit_changed),
                                  self);
}

AjMeetingSubject *
aj_meeting_subject_new (AjStore *store)
{
  AjMeetingSubject *self = g_object_new (AJ_TYPE_MEETING_SUBJECT, NULL);

  self->store = g_object_ref (store);
  return self;
}

gboolean
aj_meeting_subject_set_meeting (AjMeetingSubject *self, AjRecord *meeting)
{
  g_return_val_if_fail (AJ_IS_MEETING_SUBJECT (self), FALSE);

  if (!g_set_object (&self->meeting, meeting))
    return FALSE;
  /* Widgets that are told now listen to the record themselves; so later changes reach them before they are told of those. */
  g_signal_group_set_target (self->meeting_signals, NULL);
  meeting_changed_cb (self);
  g_signal_group_set_target (self->meeting_signals, meeting);
  return TRUE;
}

AjRecord *
aj_meeting_subject_get_meeting (AjMeetingSubject *self)
{
  g_return_val_if_fail (AJ_IS_MEETING_SUBJECT (self), NULL);

  return self->meeting;
}

AjRecord *
aj_meeting_subject_get_group (AjMeetingSubject *self)
{
  g_return_val_if_fail (AJ_IS_MEETING_SUBJECT (self), NULL);

  return self->group;
}

const char *
aj_meeting_subject_get_group_name (AjMeetingSubject *self)
{
  g_return_val_if_fail (AJ_IS_MEETING_SUBJECT (self), "");

  return self->group != NULL ? aj_record_get_title (self->group) : "";
}

gboolean
aj_meeting_subject_is_loaded (AjMeetingSubject *self)
{
  g_return_val_if_fail (AJ_IS_MEETING_SUBJECT (self), FALSE);

  return self->meeting != NULL && aj_record_is_loaded (self->meeting);
}
