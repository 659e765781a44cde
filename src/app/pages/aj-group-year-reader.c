/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-year-reader.h"

#include <string.h>

/* What is read is known by the id of the group and the year behind it: "6e65… 2027". */
static void
load_async (AjStore *store,
            const char *id,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  const char *space = strrchr (id, ' ');
  g_autofree char *group = g_strndup (id, (gsize) (space - id));

  aj_group_year_load_async (store, group, (int) g_ascii_strtoll (space + 1, NULL, 10), cancellable,
                            callback, user_data);
}

static gpointer
load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return aj_group_year_load_finish (store, result, error);
}

static gboolean
is_concerned (gpointer result, AjChanges *changes)
{
  return aj_group_year_is_concerned (result, changes);
}

static const AjLiveReaderKind kind = {
  .load_async = load_async,
  .load_finish = load_finish,
  .is_concerned = is_concerned,
  .free = (GDestroyNotify) aj_group_year_unref,
  .fails_without_record = TRUE,
};

AjLiveReader *
aj_group_year_reader_new (AjStore *store)
{
  return aj_live_reader_new (store, &kind);
}

void
aj_group_year_reader_set (AjLiveReader *self, const char *group_id, int year)
{
  g_autofree char *id = group_id != NULL ? g_strdup_printf ("%s %d", group_id, year) : NULL;

  aj_live_reader_set_id (self, id);
}
