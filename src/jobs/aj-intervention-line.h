/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"
#include "aj-record-type.h"

G_BEGIN_DECLS

/* One line of what is known of an intervention: of whom, what of them, and the record that says so. */
typedef struct
{
  char *place;              /* (owned): a municipality, or a district as a whole */
  char *text;               /* (owned) */
  const AjRecordType *type; /* of the record */
  char *id;                 /* (owned): likewise */
  AjDate date;              /* of what it tells; AJ_DATE_NONE when nobody says */
} AjInterventionLine;

AjInterventionLine *aj_intervention_line_new (
    const char *place, const char *text, const AjRecordType *type, const char *id, AjDate date);
/* NULL is let be. */
void aj_intervention_line_free (gpointer self);

G_END_DECLS
