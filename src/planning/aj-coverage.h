/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-activity.h"

G_BEGIN_DECLS

/* Who takes part in an edition of the action day, who has answered, and what was registered: counted, not kept, so that a
 * hundred thousand activities take no more memory than ten. */
typedef struct _AjCoverage AjCoverage;

/* How far it is with a municipality. */
typedef enum
{
  AJ_STANDING_OUT,        /* it does not take part in this edition */
  AJ_STANDING_OPEN,       /* not invited */
  AJ_STANDING_INVITED,    /* waiting for an answer */
  AJ_STANDING_REMINDED,   /* likewise, and reminded */
  AJ_STANDING_REGISTERED, /* it said so, or something is registered there */
  AJ_STANDING_DECLINED,
  AJ_STANDING_NO_NEED, /* it need not be asked */
  AJ_N_STANDINGS,
} AjStanding;

/* One municipality, or all of a district, or all. */
typedef struct
{
  guint n_asked;    /* municipalities that take part and have to answer */
  guint n_answered; /* of those */
  guint n_no_need;  /* that take part and need not be asked; not among those */
  guint n_on_time;  /* of those: by the deadline; all of them when there is none */
  guint n_activities;
  guint n_for[AJ_N_TARGETS]; /* an activity may be for several */
  guint n_held;
  guint n_told; /* of those: it is known how many people came */
  gint64 expected_reach;
  gint64 actual_reach;
} AjCoverageCount;

typedef struct
{
  AjValues *municipality;  /* (owned) */
  AjValues *participation; /* (owned) (nullable) */
  AjStanding standing;
  AjCoverageCount count;
} AjCoverageLine;

typedef struct
{
  const char *id;   /* (nullable): of the district; NULL for municipalities without one */
  GPtrArray *lines; /* (element-type AjCoverageLine) */
  AjCoverageCount count;
} AjCoverageDistrict;

/* (transfer full) (nullable): why more take part than are asked: "1 municipality need not be asked, and is not counted". */
char *aj_coverage_count_describe_no_need (const AjCoverageCount *self);

AjCoverage *aj_coverage_new (AjValues *edition);
void aj_coverage_free (AjCoverage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCoverage, aj_coverage_free)

/* Takes in a municipality, a participation or an activity; those of another edition are passed over. Municipalities come
 * first: what is said of one that was not taken in is passed over as well, and so is one that does not exist on the first
 * day of the edition. */
void aj_coverage_add (AjCoverage *self, const AjValues *values);
/* Once, when all was taken in: works out how far it is with each, and what districts come to. */
void aj_coverage_conclude (AjCoverage *self);

AjValues *aj_coverage_get_edition (AjCoverage *self);
/* (element-type AjCoverageLine): in the order in which the municipalities came, also those that do not take part. */
GPtrArray *aj_coverage_get_lines (AjCoverage *self);
/* (nullable): of a municipality, by its id. */
const AjCoverageLine *aj_coverage_look_up (AjCoverage *self, const char *municipality);
/* (element-type AjCoverageDistrict): in the order in which they came up. */
GPtrArray *aj_coverage_get_districts (AjCoverage *self);
const AjCoverageCount *aj_coverage_get_total (AjCoverage *self);
/* All activities of the edition, also drafts, those that were cancelled, and those in a municipality that is not counted. */
guint aj_coverage_get_n_registered (AjCoverage *self);

/* Whether it is in this edition and did not say that it does nothing. */
gboolean aj_standing_takes_part (AjStanding self);
/* Whether it takes part and waits for nothing but its answer, or its invitation. */
gboolean aj_standing_is_waited_for (AjStanding self);
/* What scripts read: "reminded"; what it is called, translated. */
const char *aj_standing_get_code (AjStanding self);
const char *aj_standing_get_label (AjStanding self);

/* The day on which it was last asked; AJ_DATE_NONE when it never was. */
AjDate aj_coverage_line_get_asked_on (const AjCoverageLine *line);
/* How often it was reminded. */
guint aj_coverage_line_get_round (const AjCoverageLine *line);
/* Whether there is something of which it is not known yet how it was. */
gboolean aj_coverage_line_has_to_tell (const AjCoverageLine *line);

G_END_DECLS
