/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-place.h"

#define MAX_FIELDS 3

/* The references to the record that a type is seen on, the first that is filled; none: it is seen by itself. */
static const struct
{
  const char *type;
  const char *icon_name;
  const char *fields[MAX_FIELDS + 1];
} places[] = {
  { "person", "avatar-default-symbolic", { NULL } },
  { "organisation", "aj-organisation-symbolic", { NULL } },
  { "group", "system-users-symbolic", { NULL } },
  { "municipality", "mark-location-symbolic", { NULL } },
  { "district", "view-grid-symbolic", { NULL } },
  { "meeting", "x-office-calendar-symbolic", { NULL } },
  { "contact", "chat-message-new-symbolic", { "organisation", "municipality", "person" } },
  { "position", "x-office-address-book-symbolic", { "person" } },
  { "membership", "contact-new-symbolic", { "group" } },
  { "seat", "contact-new-symbolic", { "group" } },
  { "cycle", "media-playlist-repeat-symbolic", { "group" } },
  { "absence", "weather-clear-night-symbolic", { "person" } },
  { "agenda-item", "view-list-ordered-symbolic", { "meeting", "group" } },
  { "attendance", "contact-new-symbolic", { "meeting" } },
  { "task", "checkbox-checked-symbolic", { "meeting", "group" } },
  { "decision", "emblem-ok-symbolic", { "meeting", "group" } },
  { "edition", "aj-action-day-symbolic", { NULL } },
  { "participation", "aj-action-day-symbolic", { NULL } },
  { "activity", "aj-action-day-symbolic", { NULL } },
  { "document", "emblem-documents-symbolic", { NULL } },
  { "intervention", "aj-intervention-symbolic", { NULL } },
  { "intervention-step", "view-list-symbolic", { NULL } },
  { "rollout", "media-playlist-consecutive-symbolic", { NULL } },
  { "rollout-task", "object-select-symbolic", { NULL } },
  { "rollout-trainer", "system-users-symbolic", { NULL } },
  { "training", "avatar-default-symbolic", { NULL } },
  { "evaluation", "document-edit-symbolic", { NULL } },
  { "reach-goal", "aj-action-day-symbolic", { NULL } },
  { "material", "package-x-generic-symbolic", { NULL } },
  { "loan", "x-office-calendar-symbolic", { NULL } },
  { "tour", "mark-location-symbolic", { NULL } },
};

const char *
aj_record_place_get_icon (const AjRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].type, type->name))
      return places[i].icon_name;
  return "text-x-generic-symbolic";
}

const AjRecordType *
aj_record_place_find (const AjValues *values, char **id)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint f = 0; g_str_equal (places[i].type, type->name) && places[i].fields[f] != NULL; f++)
      {
        const char *field = places[i].fields[f];
        const char *target = aj_values_get_text (values, field);

        if (target == NULL)
          continue;
        *id = g_strdup (target);
        return aj_record_type_lookup (type->fields[aj_record_type_find (type, field)].target);
      }
  return NULL;
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) records = aj_store_fetch_finish (AJ_STORE (source), result, NULL);
  const AjValues *values = records != NULL && records->len > 0
                               ? aj_record_get_values (records->pdata[0])
                               : NULL;

  g_task_return_pointer (task, values != NULL ? aj_values_ref (values) : NULL,
                         (GDestroyNotify) aj_values_unref);
}

void
aj_record_place_find_async (AjStore *store,
                            const AjRecordType *type,
                            const char *id,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  g_autoptr (AjQuery) query = aj_query_new (type);

  g_task_set_source_tag (task, aj_record_place_find_async);
  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, id);
  aj_store_fetch_async (store, query, NULL, fetched_cb, task);
}

const AjRecordType *
aj_record_place_find_finish (GAsyncResult *result, char **id, AjValues **part)
{
  g_autoptr (AjValues) values = g_task_propagate_pointer (G_TASK (result), NULL);
  const AjRecordType *type = values != NULL ? aj_record_place_find (values, id) : NULL;

  if (type != NULL && part != NULL)
    *part = g_steal_pointer (&values);
  return type;
}
