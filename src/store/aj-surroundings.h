/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_SURROUNDINGS (aj_surroundings_get_type ())

/**
 * AjSurroundings:
 *
 * A record, every record that refers to it, and what those refer to in turn, so that all of it can be called by name; if
 * wished also its history. As the store had it at one moment; never changes.
 */
typedef struct _AjSurroundings AjSurroundings;

typedef enum
{
  AJ_SURROUNDINGS_DEFAULT = 0,
  AJ_SURROUNDINGS_HISTORY =
      1 << 0, /* what was changed of the record, and of what refers or once referred to it */
  AJ_SURROUNDINGS_ORGANISATIONS =
      1 << 1, /* of whoever is met, and so is called by a name, also the organisation they are of */
} AjSurroundingsFlags;

GType aj_surroundings_get_type (void);
AjSurroundings *aj_surroundings_ref (AjSurroundings *self);
void aj_surroundings_unref (AjSurroundings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjSurroundings, aj_surroundings_unref)

/* AJ_STORE_ERROR_NOT_FOUND when there is no such record. Waits. */
AjSurroundings *aj_store_read_surroundings (AjStore *self,
                                            const AjRecordType *type,
                                            const char *id,
                                            AjSurroundingsFlags flags,
                                            GError **error);
void aj_store_read_surroundings_async (AjStore *self,
                                       const AjRecordType *type,
                                       const char *id,
                                       AjSurroundingsFlags flags,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* (transfer full) */
AjSurroundings *
aj_store_read_surroundings_finish (AjStore *self, GAsyncResult *result, GError **error);

const AjValues *aj_surroundings_get_record (AjSurroundings *self);
/* Whether it is only in history. */
gboolean aj_surroundings_is_removed (AjSurroundings *self);
/* (element-type AjValues) (transfer none): those of @type whose @field refers to the record, in the order of the type. */
GPtrArray *aj_surroundings_list (AjSurroundings *self, const AjRecordType *type, const char *field);
/* (element-type AjHistoryEntry) (transfer none): newest first, each with the changes that are about the record; empty unless
 * it was wished. */
GPtrArray *aj_surroundings_get_history (AjSurroundings *self);

/* (transfer full): what people call a record that was met: its title, else what it refers to and its day. The one in the
 * middle is left out of that: it is what all of this is about. */
char *aj_surroundings_describe (AjSurroundings *self, const AjValues *values);
/* (transfer full): a field as people read it, a reference by what it refers to is called; "" for no value. */
char *aj_surroundings_display (AjSurroundings *self, const AjValues *values, const AjField *field);
/* (nullable): any record that was met. */
const AjValues *
aj_surroundings_look_up (AjSurroundings *self, const AjRecordType *type, const char *id);

G_END_DECLS
