/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* The activities of action days that name an intervention in their text (see aj-intervention-names.h). There may be very many, so
 * that of each only this is kept. */
typedef struct
{
  char *id;           /* (owned) */
  char *name;         /* (owned) */
  char *municipality; /* (owned): its id */
  AjDate date;
  gint64 reach;         /* -1: nobody said */
  gboolean is_expected; /* so many were expected; how many came is not known */
} AjInterventionMention;

typedef struct _AjInterventionMentions AjInterventionMentions;

AjInterventionMentions *aj_intervention_mentions_new (void);
void aj_intervention_mentions_free (AjInterventionMentions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjInterventionMentions, aj_intervention_mentions_free)

/* Every intervention first, and then every activity. */
void aj_intervention_mentions_add_intervention (AjInterventionMentions *self,
                                                const AjValues *intervention);
void aj_intervention_mentions_add_activity (AjInterventionMentions *self, const AjValues *activity);
/* (nullable) (element-type AjInterventionMention): those that count, in no order; NULL: nothing names it. */
GPtrArray *aj_intervention_mentions_get (AjInterventionMentions *self, const char *intervention);

G_END_DECLS
