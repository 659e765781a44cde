/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-removal.h"

#include <glib/gi18n-lib.h>

#include "aj-cycle.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-seat.h"

typedef struct
{
  AjGroupBook *book; /* (owned) */
  AjValues *group;   /* (owned) */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *self = data;

  aj_group_book_unref (self->book);
  aj_values_unref (self->group);
  g_free (self);
}

static AjQuery *
make_query (const AjRecordType *type, const AjValues *group)
{
  AjQuery *query = aj_query_new (type);

  aj_query_where_text (query, "group", AJ_QUERY_EQUAL, aj_values_get_id (group));
  return query;
}

/* One is enough to know. */
static AjQuery *
make_meeting_query (const AjValues *group)
{
  AjQuery *query = make_query (&aj_meeting_record_type, group);

  aj_query_limit (query, 1);
  return query;
}

static void
set_meetings_error (const AjValues *group, GError **error)
{
  g_set_error (
      error, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED,
      /* Translators: the name of a group. "Active until" is the label of a field. */
      _ ("%s has meetings, so it stays. Fill in “Active until”, and it moves to the groups "
         "that have ended."),
      aj_values_get_text (group, "name"));
}

static void
remove_all (AjEdit *edit, const AjRecordType *type, GPtrArray *all)
{
  for (guint i = 0; all != NULL && i < all->len; i++)
    aj_edit_remove (edit, type, aj_values_get_id (all->pdata[i]));
}

static AjEdit *
make_edit (AjStore *store, AjGroupBook *book, const AjValues *group, GPtrArray *cycles)
{
  const char *id = aj_values_get_id (group);
  /* Translators: the name of what is removed. */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), aj_values_get_text (group, "name"));
  AjEdit *edit = aj_edit_new (store, label);
  g_autoptr (GPtrArray) seats = aj_group_book_list_seats (book, id);

  for (guint i = 0; i < cycles->len; i++)
    aj_edit_remove (edit, &aj_cycle_record_type, aj_record_get_id (cycles->pdata[i]));
  remove_all (edit, &aj_membership_record_type, aj_group_book_get_memberships (book, id));
  remove_all (edit, &aj_seat_record_type, seats);
  aj_edit_remove (edit, &aj_group_record_type, id);
  return edit;
}

static void
cycles_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Removal *removal = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) cycles = aj_store_fetch_finish (AJ_STORE (source), result, &error);

  if (cycles == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           make_edit (AJ_STORE (source), removal->book, removal->group, cycles),
                           g_object_unref);
}

static void
meetings_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Removal *removal = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) meetings = aj_store_fetch_finish (AJ_STORE (source), result, &error);
  g_autoptr (AjQuery) query = NULL;

  if (meetings != NULL && meetings->len > 0)
    set_meetings_error (removal->group, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  query = make_query (&aj_cycle_record_type, removal->group);
  aj_store_fetch_async (AJ_STORE (source), query, g_task_get_cancellable (task), cycles_fetched_cb,
                        g_object_ref (task));
}

void
aj_group_removal_prepare_async (AjStore *store,
                                AjGroupBook *book,
                                const AjValues *group,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (AjQuery) query = NULL;
  Removal *removal;

  g_return_if_fail (AJ_IS_STORE (store));
  g_return_if_fail (group != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_group_removal_prepare_async);
  removal = g_new0 (Removal, 1);
  removal->book = aj_group_book_ref (book);
  removal->group = aj_values_ref (group);
  g_task_set_task_data (task, removal, removal_free);
  query = make_meeting_query (group);
  aj_store_fetch_async (store, query, cancellable, meetings_fetched_cb, g_steal_pointer (&task));
}

AjEdit *
aj_group_removal_prepare_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
