/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-coverage.h"

#include <glib/gi18n-lib.h>

#include "aj-edition.h"
#include "aj-municipality.h"
#include "aj-participation.h"

struct _AjCoverage
{
  AjValues *edition;    /* (owned) */
  GPtrArray *lines;     /* (owned) (element-type AjCoverageLine) */
  GHashTable *by_id;    /* (owned) (element-type utf8 AjCoverageLine): of the municipality */
  GPtrArray *districts; /* (owned) (element-type AjCoverageDistrict) */
  AjCoverageCount total;
  guint n_registered; /* activities, whether they count or not */
};

/* The codes are the states of a participation, but for the first, of which there is none. */
static const struct
{
  const char *code;
  const char *label;
} standings[AJ_N_STANDINGS] = {
  [AJ_STANDING_OUT] = { "out", N_ ("not in this edition") },
  [AJ_STANDING_OPEN] = { AJ_PARTICIPATION_OPEN, N_ ("not invited") },
  [AJ_STANDING_INVITED] = { AJ_PARTICIPATION_INVITED, N_ ("invited") },
  [AJ_STANDING_REMINDED] = { AJ_PARTICIPATION_REMINDED, N_ ("reminded") },
  [AJ_STANDING_REGISTERED] = { AJ_PARTICIPATION_REGISTERED, N_ ("registered") },
  [AJ_STANDING_DECLINED] = { AJ_PARTICIPATION_DECLINED, N_ ("does not take part") },
  [AJ_STANDING_NO_NEED] = { AJ_PARTICIPATION_NO_NEED, N_ ("need not be asked") },
};

static void
line_free (gpointer data)
{
  AjCoverageLine *self = data;

  aj_values_unref (self->municipality);
  g_clear_pointer (&self->participation, aj_values_unref);
  g_free (self);
}

static void
district_free (gpointer data)
{
  AjCoverageDistrict *self = data;

  g_ptr_array_unref (self->lines);
  g_free (self);
}

AjCoverage *
aj_coverage_new (AjValues *edition)
{
  AjCoverage *self;

  g_return_val_if_fail (edition != NULL, NULL);

  self = g_new0 (AjCoverage, 1);
  self->edition = aj_values_ref (edition);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->districts = g_ptr_array_new_with_free_func (district_free);
  return self;
}

void
aj_coverage_free (AjCoverage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->districts);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->lines);
  aj_values_unref (self->edition);
  g_free (self);
}

static void
add_municipality (AjCoverage *self, const AjValues *municipality)
{
  AjCoverageLine *line;

  if (!aj_values_exist_on (municipality, aj_values_get_date (self->edition, "starts-on")))
    return;
  line = g_new0 (AjCoverageLine, 1);
  line->municipality = aj_values_ref (municipality);
  g_ptr_array_add (self->lines, line);
  g_hash_table_insert (self->by_id, (char *) aj_values_get_id (line->municipality), line);
}

static gboolean
is_of_edition (AjCoverage *self, const AjValues *values)
{
  return g_strcmp0 (aj_values_get_text (values, "edition"), aj_values_get_id (self->edition)) == 0;
}

/* (nullable): the line that a record of the edition is about. */
static AjCoverageLine *
find_line (AjCoverage *self, const AjValues *values)
{
  const char *municipality = aj_values_get_text (values, "municipality");

  return municipality != NULL ? g_hash_table_lookup (self->by_id, municipality) : NULL;
}

static void
add_activity (AjCoverageLine *line, const AjValues *activity)
{
  AjCoverageCount *count = &line->count;

  if (!aj_activity_counts (activity))
    return;
  count->n_activities++;
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    if (aj_values_get_boolean (activity, aj_target_get_field (target)))
      count->n_for[target]++;
  if (g_strcmp0 (aj_values_get_text (activity, "state"), AJ_ACTIVITY_HELD) == 0)
    {
      count->n_held++;
      count->n_told += !aj_values_is_empty (activity, "actual-reach");
    }
  count->expected_reach += aj_values_get_integer (activity, "expected-reach");
  count->actual_reach += aj_values_get_integer (activity, "actual-reach");
}

void
aj_coverage_add (AjCoverage *self, const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  AjCoverageLine *line;

  g_return_if_fail (self != NULL);

  if (type == &aj_municipality_record_type)
    {
      add_municipality (self, values);
      return;
    }
  if (!is_of_edition (self, values))
    return;
  self->n_registered += type == &aj_activity_record_type;
  line = find_line (self, values);
  if (line == NULL)
    return;
  if (type == &aj_activity_record_type)
    add_activity (line, values);
  else if (type == &aj_participation_record_type && line->participation == NULL)
    line->participation = aj_values_ref (values);
}

static AjStanding
find_standing (const AjCoverageLine *line)
{
  const char *state;

  /* Whatever was said, it does something. */
  if (line->count.n_activities > 0)
    return AJ_STANDING_REGISTERED;
  if (line->participation == NULL)
    return AJ_STANDING_OUT;
  state = aj_values_get_text (line->participation, "state");
  for (guint i = 0; i < AJ_N_STANDINGS; i++)
    if (g_strcmp0 (standings[i].code, state) == 0)
      return i;
  return AJ_STANDING_OPEN;
}

/* What was registered without the day being noted was registered in time, for all that is known. */
static gboolean
is_on_time (AjCoverage *self, const AjCoverageLine *line)
{
  AjDate deadline = aj_values_get_date (self->edition, "deadline");
  AjDate answered = line->participation != NULL
                        ? aj_values_get_date (line->participation, "answered-on")
                        : AJ_DATE_NONE;

  return deadline == AJ_DATE_NONE || answered == AJ_DATE_NONE || answered <= deadline;
}

static void
count_answer (AjCoverage *self, AjCoverageLine *line)
{
  line->count.n_asked = line->standing != AJ_STANDING_OUT && line->standing != AJ_STANDING_NO_NEED;
  line->count.n_no_need = line->standing == AJ_STANDING_NO_NEED;
  line->count.n_answered = line->standing == AJ_STANDING_REGISTERED ||
                           line->standing == AJ_STANDING_DECLINED;
  line->count.n_on_time = line->count.n_answered > 0 && is_on_time (self, line);
}

static void
add_count (AjCoverageCount *sum, const AjCoverageCount *count)
{
  sum->n_asked += count->n_asked;
  sum->n_no_need += count->n_no_need;
  sum->n_answered += count->n_answered;
  sum->n_on_time += count->n_on_time;
  sum->n_activities += count->n_activities;
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    sum->n_for[target] += count->n_for[target];
  sum->n_held += count->n_held;
  sum->n_told += count->n_told;
  sum->expected_reach += count->expected_reach;
  sum->actual_reach += count->actual_reach;
}

static AjCoverageDistrict *
take_district (AjCoverage *self, const char *id)
{
  AjCoverageDistrict *district;

  for (guint i = 0; i < self->districts->len; i++)
    {
      district = self->districts->pdata[i];
      if (g_strcmp0 (district->id, id) == 0)
        return district;
    }
  district = g_new0 (AjCoverageDistrict, 1);
  district->id = id;
  district->lines = g_ptr_array_new ();
  g_ptr_array_add (self->districts, district);
  return district;
}

void
aj_coverage_conclude (AjCoverage *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      AjCoverageLine *line = self->lines->pdata[i];
      AjCoverageDistrict *district;

      line->standing = find_standing (line);
      count_answer (self, line);
      district = take_district (self, aj_values_get_text (line->municipality, "district"));
      g_ptr_array_add (district->lines, line);
      add_count (&district->count, &line->count);
      add_count (&self->total, &line->count);
    }
}

char *
aj_coverage_count_describe_no_need (const AjCoverageCount *self)
{
  if (self->n_no_need == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u municipality need not be asked, and is not counted here",
                                    "%u municipalities need not be asked, and are not counted here",
                                    self->n_no_need),
                          self->n_no_need);
}

AjValues *
aj_coverage_get_edition (AjCoverage *self)
{
  return self->edition;
}

GPtrArray *
aj_coverage_get_lines (AjCoverage *self)
{
  return self->lines;
}

const AjCoverageLine *
aj_coverage_look_up (AjCoverage *self, const char *municipality)
{
  return municipality != NULL ? g_hash_table_lookup (self->by_id, municipality) : NULL;
}

GPtrArray *
aj_coverage_get_districts (AjCoverage *self)
{
  return self->districts;
}

const AjCoverageCount *
aj_coverage_get_total (AjCoverage *self)
{
  return &self->total;
}

guint
aj_coverage_get_n_registered (AjCoverage *self)
{
  return self->n_registered;
}

gboolean
aj_standing_takes_part (AjStanding self)
{
  return self != AJ_STANDING_OUT && self != AJ_STANDING_DECLINED;
}

gboolean
aj_standing_is_waited_for (AjStanding self)
{
  return self == AJ_STANDING_OPEN || self == AJ_STANDING_INVITED || self == AJ_STANDING_REMINDED;
}

const char *
aj_standing_get_code (AjStanding self)
{
  g_return_val_if_fail (self < AJ_N_STANDINGS, NULL);

  return standings[self].code;
}

const char *
aj_standing_get_label (AjStanding self)
{
  g_return_val_if_fail (self < AJ_N_STANDINGS, NULL);

  return _ (standings[self].label);
}

AjDate
aj_coverage_line_get_asked_on (const AjCoverageLine *line)
{
  AjDate invited, reminded;

  if (line->participation == NULL)
    return AJ_DATE_NONE;
  invited = aj_values_get_date (line->participation, "invited-on");
  reminded = aj_values_get_date (line->participation, "reminded-on");
  return reminded == AJ_DATE_NONE || (invited != AJ_DATE_NONE && invited > reminded) ? invited
                                                                                     : reminded;
}

guint
aj_coverage_line_get_round (const AjCoverageLine *line)
{
  return line->participation != NULL ? (guint) aj_values_get_integer (line->participation, "round")
                                     : 0;
}

gboolean
aj_coverage_line_has_to_tell (const AjCoverageLine *line)
{
  return line->count.n_told < line->count.n_activities;
}
