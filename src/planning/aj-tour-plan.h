/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "aj-date.h"

G_BEGIN_DECLS

/* In which order an item goes along several places, and when it is where: as short a way as there is, with as many as can be
 * in the weeks they asked for, on days on which it is free and no holiday is. */

/* Most places that one tour has. */
#define AJ_TOUR_MAX_STOPS 100

/* A place on the globe, in degrees; not known where @known is FALSE: then it is no way at all. */
typedef struct
{
  gboolean known;
  double latitude;
  double longitude;
} AjTourPlace;

typedef struct
{
  AjTourPlace place;
  /* The days within which it was asked for, either AJ_DATE_NONE: open. */
  AjDateRange asked;
  /* (nullable) (element-type AjDateRange): days on which it must not stand there: holidays. Borrowed. */
  GArray *avoid;
  int days;          /* that it stays there; 0: as long as the terms say */
  AjDate not_before; /* unless it waits for what it asked, this is kept to; AJ_DATE_NONE: open */
  AjDate
      prefers; /* within the days it asked for, not before this one; AJ_DATE_NONE: as soon as it can */
  gboolean at_once; /* what it asked is not waited for; whether it was met is told all the same */
} AjTourStop;

typedef struct
{
  AjDate starts_on; /* not before this day */
  int days; /* that it stays at each place, at least 1: from a working day on, and until the next one when
                       * the last of them is none */
  int transport_days; /* working days between two places, and from and to home */
  AjTourPlace home;   /* where it comes from, and goes back to */
  GArray *
      taken; /* (nullable) (element-type AjDateRange): days on which it is somewhere else, with transport. Borrowed. */
} AjTourTerms;

/* Why a place has its turn no sooner than it has. */
typedef enum
{
  AJ_TOUR_WAIT_NONE,    /* it has, as soon as it was brought there */
  AJ_TOUR_WAIT_ASKED,   /* the days that it asked for */
  AJ_TOUR_WAIT_AVOIDED, /* days on which it must not stand there */
  AJ_TOUR_WAIT_TAKEN,   /* days on which it is somewhere else */
} AjTourWait;

/* One place of a plan. */
typedef struct
{
  guint stop; /* its index among what was asked */
  AjDateRange days;
  double kilometres; /* as the crow flies, from where it was before */
  gboolean as_asked; /* within the days it was asked for */
  AjTourWait wait;
  AjDateRange
      obstacle; /* which days; when it is not as asked, those in the way of that if there are */
} AjTourLeg;

typedef struct
{
  GArray *legs;      /* (element-type AjTourLeg): in order */
  double kilometres; /* with the way home */
  guint n_missed;    /* of how many the wish was not met */
} AjTourPlan;

/* (transfer full) (nullable): the best plan for @stops. Up to AJ_TOUR_EXACT_STOPS every order is looked at; of more, the best that
 * moving places about leads to. Of two plans the one is better that misses fewer wishes, then the shorter one, then the one
 * that is done first. NULL when one of them finds no days within two years. */
AjTourPlan *aj_tour_plan_make (const AjTourTerms *terms, const AjTourStop *stops, guint n_stops);
#define AJ_TOUR_EXACT_STOPS 8
/* (transfer full) (nullable): the plan with the stops in the order that is given. */
AjTourPlan *
aj_tour_plan_in_order (const AjTourTerms *terms, const AjTourStop *stops, guint n_stops);
void aj_tour_plan_free (AjTourPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjTourPlan, aj_tour_plan_free)

/* Kilometres over the globe between two places; 0 when either is not known. */
double aj_tour_distance (const AjTourPlace *a, const AjTourPlace *b);

G_END_DECLS
