/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* What is read of a record: how, when it is read again, and how it is let go of. */
typedef struct
{
  void (*load_async) (AjStore *store,
                      const char *id,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  /* (transfer full); NULL with an error. */
  gpointer (*load_finish) (AjStore *store, GAsyncResult *result, GError **error);
  /* Whether a commit may have made what was read outdated. */
  gboolean (*is_concerned) (gpointer result, AjChanges *changes);
  GDestroyNotify free;
  /* (nullable): for what takes long to read. Begins to make what is so after @changes of what was read and answers as
   * load_async() does, or begins nothing and returns FALSE: then it is read again. */
  gboolean (*follow_async) (AjStore *store,
                            gpointer result,
                            AjChanges *changes,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
  /* Whether it is a failure that the record is not there any more; else whoever lists it says so. */
  gboolean fails_without_record;
} AjLiveReaderKind;

#define AJ_TYPE_LIVE_READER (aj_live_reader_get_type ())

/**
 * AjLiveReader:
 *
 * Something about the record that is looked at: read when it is needed, and again when a commit changes what it tells of. All
 * who show a side of one record share one.
 *
 * Signals: "changed" (there is another result, or none any more), "failed" (why it could not be read, a GError).
 */
G_DECLARE_FINAL_TYPE (AjLiveReader, aj_live_reader, AJ, LIVE_READER, GObject)

/* @kind must stay. */
AjLiveReader *aj_live_reader_new (AjStore *store, const AjLiveReaderKind *kind);
/* NULL: none. What was read of the one before is gone at once. */
void aj_live_reader_set_id (AjLiveReader *self, const char *id);
/* Whether anybody looks; at first nobody does. Nothing is read while nobody does. */
void aj_live_reader_set_active (AjLiveReader *self, gboolean active);
/* (transfer none) (nullable): NULL while it is read for the first time. */
gpointer aj_live_reader_get_result (AjLiveReader *self);

G_END_DECLS
