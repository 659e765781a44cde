/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-programme.h"

G_BEGIN_DECLS

/* What a programme is made of, as it is read: the edition, the names of what its activities refer to, then the activities,
 * each handed on at once and not kept. */
typedef struct _AjProgrammeFacts AjProgrammeFacts;

/* An activity that belongs in the programme, or of a request with a day, that did or does. */
typedef struct
{
  const AjValues *now; /* (nullable): as it is; NULL: it was removed */
  const AjValues
      *then; /* (nullable): as it was on that day; NULL: it was not there, or there is no day */
} AjProgrammeEntry;

typedef gboolean (*AjProgrammeTakeFunc) (AjProgrammeFacts *facts,
                                         const AjProgrammeEntry *entry,
                                         gpointer user_data,
                                         GError **error);

AjProgrammeFacts *aj_programme_facts_new (AjStore *store,
                                          const AjProgrammeRequest *request,
                                          AjProgrammeTakeFunc take,
                                          gpointer user_data);
void aj_programme_facts_free (AjProgrammeFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjProgrammeFacts, aj_programme_facts_free)

/* Reads it all; @take is called for each activity, by municipality and time. Waits. */
gboolean aj_programme_facts_read (AjProgrammeFacts *self, GError **error);
/* The same without waiting; @take may be called on another thread, one call at a time. @self must stay until the answer. */
void aj_programme_facts_read_async (AjProgrammeFacts *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean
aj_programme_facts_read_finish (AjProgrammeFacts *self, GAsyncResult *result, GError **error);

const AjProgrammeRequest *aj_programme_facts_get_request (AjProgrammeFacts *self);
/* (nullable): until it was read. */
const AjValues *aj_programme_facts_get_edition (AjProgrammeFacts *self);
/* (nullable): what they are called. */
const char *aj_programme_facts_get_municipality (AjProgrammeFacts *self, const AjValues *activity);
const char *aj_programme_facts_get_district (AjProgrammeFacts *self, const AjValues *activity);
const char *aj_programme_facts_get_organisation (AjProgrammeFacts *self, const AjValues *activity);
/* (nullable): of the municipality that alone was asked for. */
const char *aj_programme_facts_get_only (AjProgrammeFacts *self);
/* How many would belong in the programme and are only for who is invited; 0 when those were asked for, or what became different.
 * Once all is read. */
guint aj_programme_facts_get_n_closed (AjProgrammeFacts *self);

/* Whether an activity in this state (nullable) belongs in the programme that was asked for. */
gboolean aj_programme_facts_shows (AjProgrammeFacts *self, const AjValues *activity);

/* What became of an activity since the day. */
typedef enum
{
  AJ_PROGRAMME_NEW,
  AJ_PROGRAMME_CHANGED,
  AJ_PROGRAMME_GONE, /* cancelled, removed, or no longer for everybody */
  AJ_PROGRAMME_SAME, /* for whoever comes */
} AjProgrammeChange;

AjProgrammeChange aj_programme_facts_judge (AjProgrammeFacts *self, const AjProgrammeEntry *entry);

/* The fields whose changes matter to who comes; ends with NULL. */
extern const char *const aj_programme_told_fields[];

G_END_DECLS
