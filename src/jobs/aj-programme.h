/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-csv-writer.h"
#include "aj-document.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* The programme of an edition of the action day: what takes place, for who wants to come; or what became different in it
 * since a day. Drafts and what was cancelled are no part of it, nor is what only who is invited may come to, unless that
 * is asked for. Whom to ask for something, remarks and numbers of people are not for the public, so never. */

typedef enum
{
  AJ_PROGRAMME_BY_DISTRICT, /* and in each by municipality */
  AJ_PROGRAMME_BY_MUNICIPALITY,
  AJ_PROGRAMME_BY_TARGET, /* what is for several stands under each of them */
  AJ_PROGRAMME_BY_TIME,
  AJ_PROGRAMME_N_GROUPINGS,
} AjProgrammeGrouping;

/* For scripts: "district"; and what it is called, translated: "By district". */
const char *aj_programme_grouping_get_code (AjProgrammeGrouping self);
const char *aj_programme_grouping_get_label (AjProgrammeGrouping self);

/* Borrowed for the call only. */
typedef struct
{
  const char *edition;      /* its id */
  const char *municipality; /* (nullable): its id; only what is there */
  AjProgrammeGrouping grouping;
  gboolean with_closed;
  /* Only what became different from the beginning of this day on; AJ_DATE_NONE: the whole programme. */
  AjDate since;
} AjProgrammeRequest;

/* As many activities as are drawn; a document of more is refused with AJ_ERROR_LIMIT. A table has no limit. */
#define AJ_PROGRAMME_MAX_DRAWN 10000

/* (transfer full): in the reader's language. Waits. */
AjDocument *aj_programme_load (AjStore *store, const AjProgrammeRequest *request, GError **error);
/* The same without waiting. */
void aj_programme_load_async (AjStore *store,
                              const AjProgrammeRequest *request,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* (transfer full) */
AjDocument *aj_programme_load_finish (AjStore *store, GAsyncResult *result, GError **error);

/* Writes it as a table with a row for each activity, whole or not at all, by municipality and time. For programs
 * (AJ_CSV_PLAIN) with names of fields and codes, else with what people read. It is written as it is read, so any number
 * takes no more memory than the names that are referred to; with @since, than what became different. @n_written
 * (nullable) receives the number of rows. Waits. */
gboolean aj_programme_save_table (AjStore *store,
                                  const AjProgrammeRequest *request,
                                  AjCsvStyle style,
                                  const char *path,
                                  guint *n_written,
                                  GError **error);
/* The same without waiting; cancelling leaves what was at @path. */
void aj_programme_save_table_async (AjStore *store,
                                    const AjProgrammeRequest *request,
                                    AjCsvStyle style,
                                    const char *path,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean aj_programme_save_table_finish (AjStore *store,
                                         GAsyncResult *result,
                                         guint *n_written,
                                         GError **error);

G_END_DECLS
