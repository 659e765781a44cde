/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* Who did what in an edition of an action day and in those before it, gathered as it is read. */
typedef struct _AjActivityRecord AjActivityRecord;

/* Editions, the latest first, that are looked back on. */
#define AJ_ACTIVITY_RECORD_MAX_YEARS 20

/* What one organisation did in one edition. */
typedef struct
{
  guint n_done;          /* activities that it registered */
  guint n_joined;        /* that it was a partner in */
  guint n_held;          /* of both */
  gint64 expected_reach; /* of both */
  gint64 actual_reach;
  GHashTable *places; /* (owned) (element-type utf8): ids of municipalities */
  GPtrArray *titles;  /* (owned) (element-type utf8): "Escape box (Zwolle)", each once */
  GHashTable *seen;   /* (owned) (element-type utf8): the same, borrowed from it */
} AjActivityYear;

/* One organisation, or a name that is none that is known. */
typedef struct
{
  char *name;            /* (owned) */
  AjActivityYear *years; /* (owned): one for each edition */
} AjActivityDoer;

AjActivityRecord *aj_activity_record_load (AjStore *store, const char *edition, GError **error);
void aj_activity_record_load_async (AjStore *store,
                                    const char *edition,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AjActivityRecord *
aj_activity_record_load_finish (AjStore *store, GAsyncResult *result, GError **error);
void aj_activity_record_free (AjActivityRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjActivityRecord, aj_activity_record_free)

/* (element-type AjValues): the latest first. */
GPtrArray *aj_activity_record_get_editions (AjActivityRecord *self);
/* (element-type AjActivityDoer): who did most in the latest first, then who did most in all. */
GPtrArray *aj_activity_record_get_doers (AjActivityRecord *self);

/* What it did or joined. */
guint aj_activity_year_get_n (const AjActivityYear *self);

G_END_DECLS
