/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-succession.h"

#include <glib/gi18n-lib.h>

#include "aj-district.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "aj-seat-job.h"
#include "aj-seat.h"
#include "aj-surroundings.h"
#include "aj-text.h"

struct _AjSuccession
{
  AjSurroundings *of_successor; /* (owned) (nullable) */
  AjSurroundings *surroundings; /* (owned): of the person, whose records these are: */
  GPtrArray *memberships;       /* (owned) (element-type AjValues) */
  GPtrArray *districts;         /* (owned) (element-type AjValues) */
  GPtrArray *meetings;          /* (owned) (element-type AjValues) */
  AjDate last;
};

static const AjValues *
get_person (AjSuccession *self)
{
  return aj_surroundings_get_record (self->surroundings);
}

static gboolean
is_chaired_after (const AjValues *meeting, AjDate last)
{
  AjWallTime start;

  return aj_values_get_wall_time (meeting, "starts-at", &start) && start.date > last &&
         g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) != 0;
}

static void
sort_out (AjSuccession *self)
{
  GPtrArray *memberships = aj_surroundings_list (self->surroundings, &aj_membership_record_type,
                                                 "person");
  GPtrArray *districts = aj_surroundings_list (self->surroundings, &aj_district_record_type,
                                               "lead");
  GPtrArray *meetings = aj_surroundings_list (self->surroundings, &aj_meeting_record_type, "chair");

  for (guint i = 0; i < memberships->len; i++)
    if (!aj_values_are_over (memberships->pdata[i], self->last + 1))
      g_ptr_array_add (self->memberships, memberships->pdata[i]);
  for (guint i = 0; i < districts->len; i++)
    g_ptr_array_add (self->districts, districts->pdata[i]);
  for (guint i = 0; i < meetings->len; i++)
    if (is_chaired_after (meetings->pdata[i], self->last))
      g_ptr_array_add (self->meetings, meetings->pdata[i]);
}

/* Both are taken. */
static AjSuccession *
make (AjSurroundings *surroundings, AjSurroundings *of_successor)
{
  AjSuccession *self = g_new0 (AjSuccession, 1);

  self->surroundings = surroundings;
  self->of_successor = of_successor;
  self->memberships = g_ptr_array_new ();
  self->districts = g_ptr_array_new ();
  self->meetings = g_ptr_array_new ();
  self->last = aj_values_get_date (get_person (self), "left-on");
  if (self->last != AJ_DATE_NONE && of_successor != NULL)
    sort_out (self);
  return self;
}

static const char *
get_successor_id (AjSurroundings *surroundings)
{
  return aj_values_get_text (aj_surroundings_get_record (surroundings), "successor");
}

AjSuccession *
aj_succession_load (AjStore *store, const AjValues *person, GError **error)
{
  g_autoptr (AjSurroundings) surroundings = aj_store_read_surroundings (
      store, &aj_person_record_type, aj_values_get_id (person), AJ_SURROUNDINGS_DEFAULT, error);
  AjSurroundings *of_successor = NULL;

  if (surroundings == NULL)
    return NULL;
  if (get_successor_id (surroundings) != NULL)
    {
      of_successor = aj_store_read_surroundings (store, &aj_person_record_type,
                                                 get_successor_id (surroundings),
                                                 AJ_SURROUNDINGS_DEFAULT, error);
      if (of_successor == NULL)
        return NULL;
    }
  return make (g_steal_pointer (&surroundings), of_successor);
}

static void
successor_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AjSurroundings *of_successor = aj_store_read_surroundings_finish (AJ_STORE (source), result,
                                                                    &error);

  if (of_successor == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           make (aj_surroundings_ref (g_task_get_task_data (task)), of_successor),
                           (GDestroyNotify) aj_succession_free);
}

static void
person_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AjSurroundings *surroundings = aj_store_read_surroundings_finish (AJ_STORE (source), result,
                                                                    &error);

  if (surroundings == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (get_successor_id (surroundings) == NULL)
    {
      g_task_return_pointer (task, make (surroundings, NULL), (GDestroyNotify) aj_succession_free);
      return;
    }
  g_task_set_task_data (task, surroundings, (GDestroyNotify) aj_surroundings_unref);
  aj_store_read_surroundings_async (AJ_STORE (source), &aj_person_record_type,
                                    get_successor_id (surroundings), AJ_SURROUNDINGS_DEFAULT,
                                    g_task_get_cancellable (task), successor_read_cb,
                                    g_object_ref (task));
}

void
aj_succession_load_async (AjStore *store,
                          const AjValues *person,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_succession_load_async);
  aj_store_read_surroundings_async (store, &aj_person_record_type, aj_values_get_id (person),
                                    AJ_SURROUNDINGS_DEFAULT, cancellable, person_read_cb, task);
}

AjSuccession *
aj_succession_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
aj_succession_free (AjSuccession *self)
{
  g_ptr_array_unref (self->memberships);
  g_ptr_array_unref (self->districts);
  g_ptr_array_unref (self->meetings);
  g_clear_pointer (&self->of_successor, aj_surroundings_unref);
  aj_surroundings_unref (self->surroundings);
  g_free (self);
}

gboolean
aj_succession_is_empty (AjSuccession *self)
{
  return self->memberships->len + self->districts->len + self->meetings->len == 0;
}

static const AjValues *
look_up (AjSuccession *self, const AjRecordType *type, const AjValues *values, const char *field)
{
  return aj_surroundings_look_up (self->surroundings, type, aj_values_get_text (values, field));
}

char *
aj_succession_describe (AjSuccession *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->memberships->len; i++)
    {
      const AjValues *group = look_up (self, &aj_group_record_type, self->memberships->pdata[i],
                                       "group");

      if (group != NULL)
        g_ptr_array_add (parts, g_strdup (aj_values_get_text (group, "name")));
    }
  for (guint i = 0; i < self->districts->len; i++)
    g_ptr_array_add (parts,
                     /* Translators: in a list of what somebody does: they lead this district. */
                     g_strdup_printf (_ ("the lead of %s"),
                                      aj_values_get_text (self->districts->pdata[i], "name")));
  if (self->meetings->len > 0)
    g_ptr_array_add (
        parts,
        /* Translators: in a list of what somebody does: they chair so many meetings. */
        g_strdup_printf (ngettext ("the chair of %u meeting", "the chair of %u meetings",
                                   self->meetings->len),
                         self->meetings->len));
  g_ptr_array_add (parts, NULL);
  return aj_text_join_names ((const char *const *) parts->pdata);
}

const AjValues *
aj_succession_get_successor (AjSuccession *self)
{
  return self->of_successor != NULL ? aj_surroundings_get_record (self->of_successor) : NULL;
}

static gboolean
sits_already (AjSuccession *self, const AjValues *membership)
{
  GPtrArray *others = aj_surroundings_list (self->of_successor, &aj_membership_record_type,
                                            "person");

  for (guint i = 0; i < others->len; i++)
    if (!aj_values_differ (others->pdata[i], membership, "group") &&
        !aj_values_differ (others->pdata[i], membership, "role") &&
        aj_values_exist_on (others->pdata[i], self->last + 1))
      return TRUE;
  return FALSE;
}

static void
hand_over_seat (AjSuccession *self, AjEdit *edit, const AjValues *membership)
{
  AjSitter sitter = { .membership = membership,
                      .seat = look_up (self, &aj_seat_record_type, membership, "seat") };

  if (!sits_already (self, membership))
    aj_seat_job_fill_hand_over (edit, &sitter, "person",
                                aj_values_get_id (aj_succession_get_successor (self)),
                                self->last + 1);
  else
    aj_seat_job_fill_end (edit, membership, self->last);
}

AjEdit *
aj_succession_prepare (AjSuccession *self, AjStore *store)
{
  const AjValues *successor = aj_succession_get_successor (self);
  const char *id = aj_values_get_id (successor);
  /* Translators: who comes, and who leaves. */
  g_autofree char *label = g_strdup_printf (_ ("%s takes over from %s"),
                                            aj_values_get_text (successor, "name"),
                                            aj_values_get_text (get_person (self), "name"));
  AjEdit *edit = aj_edit_new (store, label);

  for (guint i = 0; i < self->memberships->len; i++)
    hand_over_seat (self, edit, self->memberships->pdata[i]);
  for (guint i = 0; i < self->districts->len; i++)
    aj_values_set_text (aj_edit_change_values (edit, self->districts->pdata[i]), "lead", id);
  for (guint i = 0; i < self->meetings->len; i++)
    aj_values_set_text (aj_edit_change_values (edit, self->meetings->pdata[i]), "chair", id);
  return edit;
}
