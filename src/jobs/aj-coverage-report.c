/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-coverage-report.h"

#include <glib/gi18n-lib.h>

#include "aj-edition-facts.h"
#include "aj-edition-map.h"
#include "aj-edition-years.h"
#include "aj-edition.h"

/* A report while it is drawn. */
typedef struct
{
  AjDocument *document;
  AjEditionFacts *facts;
  AjCoverage *coverage;
  GPtrArray *years; /* (element-type AjCoverage): those before */
} Drawing;

static char *
make_number (gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

static char *
make_share (guint part, guint whole)
{
  /* Translators: so many of so many. */
  return g_strdup_printf (_ ("%1$u of %2$u"), part, whole);
}

static const char *
get_name (Drawing *self, const char *district)
{
  const char *name = aj_edition_facts_get_district_name (self->facts, district);

  return name != NULL ? name : _ ("In no district");
}

static char *
describe_goal (const AjValues *edition, const AjCoverageCount *total)
{
  gint64 goal = aj_values_get_integer (edition, "goal");

  if (goal == 0)
    return g_strdup_printf (ngettext ("%u activity", "%u activities", total->n_activities),
                            total->n_activities);
  /* Translators: how many activities there are, and how many are the goal. */
  return g_strdup_printf (ngettext ("%1$u activity; the goal is %2$u",
                                    "%1$u activities; the goal is %2$u", total->n_activities),
                          total->n_activities, (guint) goal);
}

static void
add_reach (AjDocument *document, const AjCoverageCount *total)
{
  g_autofree char *expected = make_number (total->expected_reach);
  g_autofree char *actual = make_number (total->actual_reach);
  g_autofree char *item = NULL;

  /* Translators: a number of people. */
  item = g_strdup_printf (_ ("Expected reach: %s"), expected);
  if (total->expected_reach > 0)
    aj_document_add_item (document, item);
  if (total->n_held == 0)
    return;
  g_free (item);
  item = g_strdup_printf (
      /* Translators: how many activities were held, and a number of people. */
      ngettext ("%1$u activity was held; people reached: %2$s",
                "%1$u activities were held; people reached: %2$s", total->n_held),
      total->n_held, actual);
  aj_document_add_item (document, item);
}

static void
add_days (Drawing *self, AjDate today)
{
  const AjValues *edition = aj_edition_facts_get_edition (self->facts);
  g_autofree char *first = aj_date_format_long (aj_values_get_date (edition, "starts-on"));
  g_autofree char *last = aj_date_format_long (aj_values_get_date (edition, "ends-on"));
  g_autofree char *deadline = aj_date_format_long (aj_values_get_date (edition, "deadline"));
  g_autofree char *day = aj_date_format_long (today);
  g_autofree char *note = g_strdup_printf (_ ("As of %s"), day);
  /* Translators: the first and the last day. */
  g_autofree char *days = g_strdup_printf (_ ("%1$s to %2$s"), first, last);
  /* Translators: a day. */
  g_autofree char *until = g_strdup_printf (_ ("Registering until %s"), deadline);

  aj_document_add_paragraph (self->document, aj_edition_is_one_day (edition) ? first : days);
  if (*deadline != '\0')
    aj_document_add_paragraph (self->document, until);
  aj_document_add_paragraph (self->document, note);
}

static void
add_sum (Drawing *self)
{
  const AjCoverageCount *total = aj_coverage_get_total (self->coverage);
  g_autofree char *goal = describe_goal (aj_edition_facts_get_edition (self->facts), total);
  g_autofree char *answered = g_strdup_printf (
      /* Translators: how many of how many municipalities. */
      ngettext ("%1$u of %2$u municipality has answered",
                "%1$u of %2$u municipalities have answered", total->n_asked),
      total->n_answered, total->n_asked);
  g_autofree char *on_time = g_strdup_printf (
      /* Translators: a number of municipalities. */
      ngettext ("%u of these answered on time", "%u of these answered on time", total->n_on_time),
      total->n_on_time);
  g_autofree char *no_need = aj_coverage_count_describe_no_need (total);

  aj_document_add_item (self->document, goal);
  aj_document_add_item (self->document, answered);
  if (no_need != NULL)
    aj_document_add_item (self->document, no_need);
  if (!aj_values_is_empty (aj_edition_facts_get_edition (self->facts), "deadline"))
    aj_document_add_item (self->document, on_time);
  add_reach (self->document, total);
}

static void
add_maps (Drawing *self, AjDate today)
{
  static const struct
  {
    AjEditionMapSubject subject;
    const char *heading;
  } maps[] = {
    { AJ_EDITION_MAP_ANSWER, N_ ("Who Has Answered") },
    { AJ_EDITION_MAP_NUMBER, N_ ("How Many Activities") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (AjMapState) map = aj_edition_map_draw (self->facts, maps[i].subject, today);

      aj_document_add_heading (self->document, 1, _ (maps[i].heading));
      aj_document_add_map (self->document, map,
                           _ ("A map with a tile for each municipality. What it shows stands in "
                              "the tables of this document."));
    }
}

/* @with_actual: once something was held. */
static void
add_district_row (AjDocument *document,
                  const char *name,
                  const AjCoverageCount *count,
                  gboolean with_actual)
{
  g_autofree char *asked = g_strdup_printf ("%u", count->n_asked);
  g_autofree char *answered = g_strdup_printf ("%u", count->n_answered);
  g_autofree char *on_time = g_strdup_printf ("%u", count->n_on_time);
  g_autofree char *activities = g_strdup_printf ("%u", count->n_activities);
  g_autofree char *reach = make_number (with_actual ? count->actual_reach : count->expected_reach);

  aj_document_add_row (document,
                       (const char *[]){ name, asked, answered, on_time, activities, reach, NULL });
}

static void
add_districts (Drawing *self)
{
  GPtrArray *districts = aj_coverage_get_districts (self->coverage);
  const AjCoverageCount *total = aj_coverage_get_total (self->coverage);
  gboolean with_actual = total->n_held > 0;
  const char *headings[] = { _ ("District"),
                             _ ("Expected"),
                             _ ("Answered"),
                             _ ("On time"),
                             _ ("Activities"),
                             with_actual ? _ ("Actual reach") : _ ("Expected reach"),
                             NULL };

  aj_document_add_heading (self->document, 1, _ ("By District"));
  aj_document_begin_table (self->document, _ ("By District"), headings);
  for (guint i = 0; i < districts->len; i++)
    {
      const AjCoverageDistrict *district = districts->pdata[i];

      add_district_row (self->document, get_name (self, district->id), &district->count,
                        with_actual);
    }
  add_district_row (self->document, _ ("Together"), total, with_actual);
}

/* Of a district, in how many of the municipalities that take part there is something for a target group. */
static void
count_targets (const AjCoverageDistrict *district, guint *n_taking_part, guint *n_with)
{
  *n_taking_part = 0;
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    n_with[target] = 0;
  for (guint i = 0; i < district->lines->len; i++)
    {
      const AjCoverageLine *line = district->lines->pdata[i];

      if (!aj_standing_takes_part (line->standing))
        continue;
      (*n_taking_part)++;
      for (guint target = 0; target < AJ_N_TARGETS; target++)
        n_with[target] += line->count.n_for[target] > 0;
    }
}

static void
add_targets (Drawing *self)
{
  GPtrArray *districts = aj_coverage_get_districts (self->coverage);
  const char *headings[AJ_N_TARGETS + 2] = { _ ("District") };

  for (guint target = 0; target < AJ_N_TARGETS; target++)
    headings[target + 1] = aj_target_get_label (target);
  aj_document_add_heading (self->document, 1, _ ("For Whom There Is Something"));
  aj_document_add_paragraph (self->document,
                             _ ("In how many of the municipalities that take part."));
  aj_document_begin_table (self->document, _ ("For Whom There Is Something"), headings);
  for (guint i = 0; i < districts->len; i++)
    {
      const AjCoverageDistrict *district = districts->pdata[i];
      const char *row[AJ_N_TARGETS + 2] = { get_name (self, district->id) };
      char *shares[AJ_N_TARGETS];
      guint n_taking_part, n_with[AJ_N_TARGETS];

      count_targets (district, &n_taking_part, n_with);
      for (guint target = 0; target < AJ_N_TARGETS; target++)
        row[target + 1] = shares[target] = make_share (n_with[target], n_taking_part);
      if (n_taking_part > 0)
        aj_document_add_row (self->document, row);
      for (guint target = 0; target < AJ_N_TARGETS; target++)
        g_free (shares[target]);
    }
}

/* (transfer full): for whom there is nothing: "youth, business"; "" when there is something for each. */
static char *
list_missing (const AjCoverageCount *count)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint target = 0; target < AJ_N_TARGETS; target++)
    if (count->n_for[target] == 0)
      g_strv_builder_add (missing, aj_target_get_label (target));
  all = g_strv_builder_end (missing);
  return g_strjoinv (", ", all);
}

/* Who declined is no longer expected to do anything. */
static const char *
describe_nothing (const AjCoverageLine *line, const char *missing)
{
  if (line->count.n_activities > 0)
    return missing;
  return line->standing == AJ_STANDING_DECLINED ? "–" : _ ("anybody yet");
}

/* Who takes part without doing anything, or said that it will not; then for whom those that do something have nothing. */
static void
add_white_spots (Drawing *self)
{
  GPtrArray *districts = aj_coverage_get_districts (self->coverage);
  const char *headings[] = { _ ("Municipality"), _ ("District"), _ ("State"), _ ("Nothing for"),
                             NULL };
  guint n_rows = 0;

  aj_document_add_heading (self->document, 1, _ ("White Spots"));
  for (guint i = 0; i < districts->len; i++)
    {
      const AjCoverageDistrict *district = districts->pdata[i];

      for (guint j = 0; j < district->lines->len; j++)
        {
          const AjCoverageLine *line = district->lines->pdata[j];
          g_autofree char *missing = list_missing (&line->count);

          if (line->standing == AJ_STANDING_OUT || *missing == '\0')
            continue;
          if (n_rows++ == 0)
            aj_document_begin_table (self->document, _ ("White Spots"), headings);
          aj_document_add_row (self->document,
                               (const char *[]){ aj_values_get_text (line->municipality, "name"),
                                                 get_name (self, district->id),
                                                 aj_standing_get_label (line->standing),
                                                 describe_nothing (line, missing), NULL });
        }
    }
  if (n_rows == 0)
    aj_document_add_paragraph (self->document, _ ("There is something for everybody everywhere."));
}

static void
add_year (AjDocument *document, AjCoverage *coverage)
{
  const AjCoverageCount *total = aj_coverage_get_total (coverage);
  g_autofree char *answered = make_share (total->n_answered, total->n_asked);
  g_autofree char *activities = g_strdup_printf ("%u", total->n_activities);
  g_autofree char *held = g_strdup_printf ("%u", total->n_held);
  g_autofree char *expected = make_number (total->expected_reach);
  g_autofree char *actual = make_number (total->actual_reach);

  aj_document_add_row (document,
                       (const char *[]){
                           aj_values_get_text (aj_coverage_get_edition (coverage), "name"),
                           answered, activities, held, expected, actual, NULL });
}

static void
add_year_targets (AjDocument *document, AjCoverage *coverage)
{
  const AjCoverageCount *total = aj_coverage_get_total (coverage);
  const char *row[AJ_N_TARGETS + 2] = {
    aj_values_get_text (aj_coverage_get_edition (coverage), "name"),
  };
  char *numbers[AJ_N_TARGETS];

  for (guint target = 0; target < AJ_N_TARGETS; target++)
    row[target + 1] = numbers[target] = g_strdup_printf ("%u", total->n_for[target]);
  aj_document_add_row (document, row);
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    g_free (numbers[target]);
}

static void
add_years (Drawing *self)
{
  const char *headings[] = { _ ("Edition"), _ ("Answered"),       _ ("Activities"),
                             _ ("Held"),    _ ("Expected reach"), _ ("Actual reach"),
                             NULL };
  const char *target_headings[AJ_N_TARGETS + 2] = { _ ("Edition") };

  if (self->years->len == 0)
    return;
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    target_headings[target + 1] = aj_target_get_label (target);
  aj_document_add_heading (self->document, 1, _ ("Over the Years"));
  aj_document_begin_table (self->document, _ ("Over the Years"), headings);
  add_year (self->document, self->coverage);
  for (guint i = 0; i < self->years->len; i++)
    add_year (self->document, self->years->pdata[i]);
  aj_document_add_heading (self->document, 2, _ ("Activities by Target Group"));
  aj_document_begin_table (self->document, _ ("Activities by Target Group"), target_headings);
  add_year_targets (self->document, self->coverage);
  for (guint i = 0; i < self->years->len; i++)
    add_year_targets (self->document, self->years->pdata[i]);
}

static AjDocument *
draw (AjEditionFacts *facts, GPtrArray *years, AjDate today)
{
  const AjValues *edition = aj_edition_facts_get_edition (facts);
  /* Translators: the name of an edition of the action day. */
  g_autofree char *title = g_strdup_printf (_ ("Coverage of %s"),
                                            aj_values_get_text (edition, "name"));
  Drawing self = {
    .document = aj_document_new (title, NULL),
    .facts = facts,
    .coverage = aj_edition_facts_get_coverage (facts),
    .years = years,
  };

  add_days (&self, today);
  add_sum (&self);
  if (aj_coverage_get_lines (self.coverage)->len > 0)
    add_maps (&self, today);
  add_districts (&self);
  add_targets (&self);
  add_white_spots (&self);
  add_years (&self);
  return self.document;
}

AjDocument *
aj_coverage_report_load (AjStore *store, const char *edition, AjDate today, GError **error)
{
  g_autoptr (AjEditionFacts) facts = aj_edition_facts_load (store, edition, error);
  g_autoptr (GPtrArray) years = NULL;

  if (facts == NULL)
    return NULL;
  years = aj_edition_years_load (
      store, aj_values_get_text (aj_edition_facts_get_edition (facts), "previous"), error);
  return years != NULL ? draw (facts, years, today) : NULL;
}

typedef struct
{
  AjEditionFacts *facts; /* (owned) (nullable) */
  AjDate today;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  aj_edition_facts_free (reading->facts);
  g_free (reading);
}

static void
years_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) years = aj_edition_years_load_finish (AJ_STORE (source), result, &error);

  if (years != NULL)
    g_task_return_pointer (task, draw (reading->facts, years, reading->today),
                           (GDestroyNotify) aj_document_unref);
  else
    g_task_return_error (task, error);
}

static void
facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->facts = aj_edition_facts_load_finish (AJ_STORE (source), result, &error);
  if (reading->facts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  aj_edition_years_load_async (AJ_STORE (source),
                               aj_values_get_text (aj_edition_facts_get_edition (reading->facts),
                                                   "previous"),
                               g_task_get_cancellable (task), years_read_cb, g_object_ref (task));
}

void
aj_coverage_report_load_async (AjStore *store,
                               const char *edition,
                               AjDate today,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->today = today;
  g_task_set_source_tag (task, aj_coverage_report_load_async);
  g_task_set_task_data (task, reading, reading_free);
  aj_edition_facts_load_async (store, edition, cancellable, facts_read_cb, g_object_ref (task));
}

AjDocument *
aj_coverage_report_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
