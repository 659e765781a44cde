/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-surroundings.h"

G_BEGIN_DECLS

#define AJ_TYPE_PERSON_REPORT (aj_person_report_get_type ())

/**
 * AjPersonReport:
 *
 * All that is held on a person, as the store had it at one moment: their fields, what refers to them, where they are
 * mentioned, their history, and the copies of the file. Never changes.
 */
typedef struct _AjPersonReport AjPersonReport;

GType aj_person_report_get_type (void);
AjPersonReport *aj_person_report_ref (AjPersonReport *self);
void aj_person_report_unref (AjPersonReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjPersonReport, aj_person_report_unref)

/* @id may be of a person who was removed and is only in history. AJ_STORE_ERROR_NOT_FOUND when there is neither. Waits. */
AjPersonReport *aj_person_report_load (AjStore *store, const char *id, GError **error);
void aj_person_report_load_async (AjStore *store,
                                  const char *id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) */
AjPersonReport *aj_person_report_load_finish (AjStore *store, GAsyncResult *result, GError **error);

const AjValues *aj_person_report_get_person (AjPersonReport *self);
/* With the history. */
AjSurroundings *aj_person_report_get_surroundings (AjPersonReport *self);
/* (element-type AjMention) (transfer none) */
GPtrArray *aj_person_report_get_mentions (AjPersonReport *self);
/* (element-type utf8) (transfer none): the names of files beside the data file. */
GPtrArray *aj_person_report_get_copies (AjPersonReport *self);
/* How many changes in the history they signed themselves. */
guint aj_person_report_get_n_signed (AjPersonReport *self);
/* The clock of the store, the day it was drawn up, and who did. */
AjClock *aj_person_report_get_clock (AjPersonReport *self);
AjDate aj_person_report_get_date (AjPersonReport *self);
const char *aj_person_report_get_author (AjPersonReport *self);

/* (transfer full): in the reader's language, to be given to the person as well. @months: the term after which people who
 * are not used are looked over. */
AjDocument *aj_person_report_to_document (AjPersonReport *self, int months);

G_END_DECLS
