/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-reader.h"

#include "aj-rollout-facts.h"

static void
load_async (AjStore *store,
            const char *id,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  aj_rollout_facts_load_async (store, cancellable, callback, user_data);
}

static void
load_whole_async (AjStore *store,
                  const char *id,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  aj_rollout_facts_load_whole_async (store, cancellable, callback, user_data);
}

static gpointer
load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return aj_rollout_facts_load_finish (store, result, error);
}

static gboolean
is_concerned (gpointer result, AjChanges *changes)
{
  return aj_rollout_facts_are_concerned (result, changes);
}

const AjLiveReaderKind aj_rollout_reader_kind = {
  .load_async = load_async,
  .load_finish = load_finish,
  .is_concerned = is_concerned,
  .free = (GDestroyNotify) aj_rollout_facts_free,
};

const AjLiveReaderKind aj_rollout_reader_whole_kind = {
  .load_async = load_whole_async,
  .load_finish = load_finish,
  .is_concerned = is_concerned,
  .free = (GDestroyNotify) aj_rollout_facts_free,
};
