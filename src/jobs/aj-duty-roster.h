/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-group-year.h"
#include "aj-rotation.h"

G_BEGIN_DECLS

#define AJ_TYPE_DUTY_ROSTER (aj_duty_roster_get_type ())

/**
 * AjDutyRoster:
 *
 * Who chairs and who hosts a group's meetings of a year, and who is proposed where nobody does yet. Worked out once, never
 * changed.
 *
 * Proposed is who leads a district: any, or of a group of one district that one. Only meetings that are still to come are
 * dealt out; who did it before, in this group, comes later.
 */
typedef struct _AjDutyRoster AjDutyRoster;

/* A meeting of the year. All borrowed from the roster. */
typedef struct
{
  const AjValues *meeting;
  AjDate date;
  gboolean is_open;                       /* whether anybody may still be put there */
  const AjValues *taken[AJ_N_DUTIES];     /* (nullable): who does it */
  const AjValues *proposed[AJ_N_DUTIES];  /* (nullable): who could, where nobody does */
  AjRotationVerdict verdict[AJ_N_DUTIES]; /* why nobody is proposed, where nobody is */
} AjDutyLine;

/* Somebody beside one meeting. */
typedef struct
{
  const AjValues *person; /* borrowed from the roster */
  AjDate last; /* the latest day on which they do it at another meeting; AJ_DATE_NONE for never */
  gboolean is_away;
} AjDutyCandidate;

GType aj_duty_roster_get_type (void);
AjDutyRoster *aj_duty_roster_new (AjGroupYear *year);
AjDutyRoster *aj_duty_roster_ref (AjDutyRoster *self);
void aj_duty_roster_unref (AjDutyRoster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjDutyRoster, aj_duty_roster_unref)

/* (transfer none) */
AjGroupYear *aj_duty_roster_get_year (AjDutyRoster *self);
/* (element-type AjDutyLine) (transfer none): by date. */
GArray *aj_duty_roster_get_lines (AjDutyRoster *self);
/* (nullable) */
const AjDutyLine *aj_duty_roster_find (AjDutyRoster *self, const char *meeting_id);
/* How many places the roster has somebody to propose for. */
guint aj_duty_roster_count_proposed (AjDutyRoster *self);
/* (element-type AjValues) (transfer none): who may be asked, by name. */
GPtrArray *aj_duty_roster_get_leads (AjDutyRoster *self);
/* (element-type AjValues) (transfer full): who may chair or host: those, then who stands in the roster, then who else sits in the
 * group on the day of a meeting; each once. */
GPtrArray *aj_duty_roster_list_people (AjDutyRoster *self);
/* (element-type AjDutyCandidate) (transfer full): who may be asked for a meeting: who is there first, then who did it longest ago. */
GArray *aj_duty_roster_list_candidates (AjDutyRoster *self, const AjDutyLine *line, AjDuty duty);
/* (element-type AjValues) (transfer full): when in the year those who may chair or host are away, by their first day. */
GPtrArray *aj_duty_roster_list_absences (AjDutyRoster *self);

/* The field of a meeting that says who does it: "chair". */
const char *aj_duty_get_field (AjDuty duty);
/* (transfer full): when somebody did it last, in words: "last chaired Thu 12 Mar 2026", "never chaired", "away". */
char *
aj_duty_candidate_describe (AjDutyRoster *self, const AjDutyCandidate *candidate, AjDuty duty);
/* (nullable): why nobody is proposed, as a sentence; NULL where somebody is, or where there is nothing to propose. */
const char *aj_duty_line_describe_gap (const AjDutyLine *line, AjDuty duty);
/* Whether who does it is known to be away on the day. */
gboolean aj_duty_roster_is_away (AjDutyRoster *self, const AjDutyLine *line, AjDuty duty);

/* What is done with a roster, each one edit, to be committed by whoever asked for it; all (transfer full). */

/* Puts everybody who is proposed where they are proposed. */
AjEdit *aj_duty_roster_fill (AjDutyRoster *self, AjStore *store);
/* Empties the places of @duty at the meetings that are still to come, so that they can be dealt out anew. */
AjEdit *aj_duty_roster_clear (AjDutyRoster *self, AjStore *store, AjDuty duty);
/* @person_id: NULL for nobody. */
AjEdit *aj_duty_roster_put (
    AjDutyRoster *self, AjStore *store, const AjDutyLine *line, AjDuty duty, const char *person_id);
/* Who does it at one meeting does it at the other. NULL, with AJ_MODEL_ERROR_RULE, when somebody cannot. */
AjEdit *aj_duty_roster_swap (AjDutyRoster *self,
                             AjStore *store,
                             const AjDutyLine *first,
                             const AjDutyLine *second,
                             AjDuty duty,
                             GError **error);
/* Why they cannot swap, as a sentence (transfer full) (nullable): NULL when they can. */
char *aj_duty_roster_describe_bar (AjDutyRoster *self,
                                   const AjDutyLine *first,
                                   const AjDutyLine *second,
                                   AjDuty duty);
/* Somebody is away from @first to @last, both included; @last may be AJ_DATE_NONE, until further notice. */
AjEdit *
aj_duty_roster_add_absence (AjStore *store, const AjValues *person, AjDate first, AjDate last);

G_END_DECLS
