/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-next.h"

#include "aj-meeting.h"

/* The first on or after @today, whatever its state; G_MAXUINT when a record on the way is not loaded. */
static guint
find_first_from (GListModel *meetings, AjDate today)
{
  guint low = 0, high = g_list_model_get_n_items (meetings);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (AjRecord) meeting = g_list_model_get_item (meetings, middle);
      AjWallTime start;

      if (!aj_record_get_wall_time (meeting, "starts-at", &start))
        return G_MAXUINT;
      if (start.date < today)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
aj_meeting_next_choose (GListModel *meetings, AjDate today)
{
  guint n_meetings = g_list_model_get_n_items (meetings);
  guint first = find_first_from (meetings, today);

  if (first == G_MAXUINT)
    return G_MAXUINT;
  for (guint i = first; i < n_meetings; i++)
    {
      g_autoptr (AjRecord) meeting = g_list_model_get_item (meetings, i);

      if (!aj_record_is_loaded (meeting))
        return G_MAXUINT;
      if (aj_meeting_is_open (aj_record_get_values (meeting)))
        return i;
    }
  /* G_MAXUINT when there is none before it either. */
  return first - 1;
}

guint
aj_meeting_next_find (GListModel *meetings, AjDate today)
{
  guint chosen = aj_meeting_next_choose (meetings, today);

  return chosen == G_MAXUINT || chosen >= find_first_from (meetings, today) ? chosen : G_MAXUINT;
}

void
aj_meeting_next_fetch_async (AjStore *store,
                             const char *group,
                             AjDate today,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_meeting_record_type);
  g_autofree char *from = aj_date_to_iso (today);

  /* A day is before every time on it, also as text. */
  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, from);
  aj_query_where_text (query, "state", AJ_QUERY_NOT_EQUAL, AJ_MEETING_CANCELLED);
  aj_query_where_text (query, "state", AJ_QUERY_NOT_EQUAL, AJ_MEETING_HELD);
  if (group != NULL)
    aj_query_where_text (query, "group", AJ_QUERY_EQUAL, group);
  aj_query_order_by (query, "starts-at", FALSE);
  aj_query_limit (query, 1);
  aj_store_fetch_async (store, query, cancellable, callback, user_data);
}

AjDate
aj_meeting_next_fetch_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) meetings = aj_store_fetch_finish (store, result, error);
  AjWallTime start;

  if (meetings == NULL || meetings->len == 0 ||
      !aj_record_get_wall_time (meetings->pdata[0], "starts-at", &start))
    return AJ_DATE_NONE;
  return start.date;
}
