/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-job.h"

#include <glib/gi18n-lib.h>

#include "aj-loan.h"
#include "aj-rollout.h"
#include "aj-tour-job-private.h"
#include "aj-tour.h"
#include "aj-week.h"

static int
get_transport_days (const AjValues *material)
{
  return (int) aj_values_get_integer (material, "transport-days");
}

/* What was asked about may be gone by the time it is thought about. */
static gboolean
is_known (AjRolloutFacts *facts, const AjTourRequest *request, GError **error)
{
  const char *sentence = NULL;

  if (aj_rollout_facts_get (facts, request->material) == NULL)
    sentence = _ ("What goes round is not there any more. Choose something else.");
  for (guint i = 0; sentence == NULL && i < request->n_wishes; i++)
    if (aj_rollout_facts_get (facts, request->wishes[i].municipality) == NULL)
      sentence = _ ("A municipality that it goes to is not there any more. Choose anew where it "
                    "goes.");
  if (sentence != NULL)
    g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE, sentence);
  return sentence == NULL;
}

AjTourPlan *
aj_tour_job_plan (AjRolloutFacts *facts,
                  AjHolidays *holidays,
                  const AjTourRequest *request,
                  GError **error)
{
  const AjValues *material = aj_rollout_facts_get (facts, request->material);
  g_auto (AjTourProblem) problem = { NULL };
  AjTourPlan *plan;

  g_return_val_if_fail (request->n_wishes > 0 && request->n_wishes <= AJ_TOUR_MAX_STOPS &&
                            request->days > 0,
                        NULL);

  if (!is_known (facts, request, error) || !aj_tour_problem_check_day (request->starts_on, error))
    return NULL;
  aj_tour_problem_init (&problem, facts, holidays, material, request->starts_on,
                        get_transport_days (material), NULL);
  for (guint i = 0; i < request->n_wishes; i++)
    {
      AjTourStop stop = { .asked = request->wishes[i].asked,
                          .days = request->days,
                          .not_before = AJ_DATE_NONE,
                          .prefers = AJ_DATE_NONE };

      aj_tour_problem_add_stop (&problem, request->wishes[i].municipality, &stop,
                                request->in_holidays);
    }
  plan = request->as_given
             ? aj_tour_plan_in_order (&problem.terms, aj_tour_problem_get_stops (&problem),
                                      request->n_wishes)
             : aj_tour_plan_make (&problem.terms, aj_tour_problem_get_stops (&problem),
                                  request->n_wishes);
  if (plan == NULL)
    aj_tour_problem_explain (facts, material, error);
  return plan;
}

/* A question on its way to another thread. */
typedef struct
{
  AjRolloutFacts *facts;
  AjHolidays *holidays; /* (owned) */
  AjTourRequest request;
  GPtrArray *texts; /* (owned) (element-type utf8): what the request borrows */
  GArray *wishes;   /* (owned) (element-type AjTourWish) */
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->holidays);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->wishes);
  g_free (self);
}

static const char *
keep (Question *self, const char *text)
{
  char *kept = g_strdup (text);

  g_ptr_array_add (self->texts, kept);
  return kept;
}

static Question *
question_new (AjRolloutFacts *facts, AjHolidays *holidays, const AjTourRequest *request)
{
  Question *self = g_new0 (Question, 1);

  self->facts = facts;
  self->holidays = g_object_ref (holidays);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->wishes = g_array_new (FALSE, FALSE, sizeof (AjTourWish));
  self->request = *request;
  self->request.material = keep (self, request->material);
  self->request.name = keep (self, request->name);
  for (guint i = 0; i < request->n_wishes; i++)
    {
      AjTourWish wish = request->wishes[i];

      wish.municipality = keep (self, wish.municipality);
      g_array_append_val (self->wishes, wish);
    }
  self->request.wishes = (const AjTourWish *) (gpointer) self->wishes->data;
  return self;
}

static void
plan_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  AjTourPlan *plan = aj_tour_job_plan (question->facts, question->holidays, &question->request,
                                       &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) aj_tour_plan_free);
  else
    g_task_return_error (task, error);
}

void
aj_tour_job_plan_async (AjRolloutFacts *facts,
                        AjHolidays *holidays,
                        const AjTourRequest *request,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_tour_job_plan_async);
  g_task_set_task_data (task, question_new (facts, holidays, request),
                        (GDestroyNotify) question_free);
  g_task_run_in_thread (task, plan_cb);
}

AjTourPlan *
aj_tour_job_plan_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_tour_job_knows_holidays (AjRolloutFacts *facts,
                            AjHolidays *holidays,
                            const AjTourRequest *request,
                            const AjTourPlan *plan)
{
  for (guint i = 0; i < plan->legs->len; i++)
    {
      const AjTourLeg *leg = &g_array_index (plan->legs, AjTourLeg, i);
      AjSchoolRegion region = aj_tour_problem_get_region (facts,
                                                          request->wishes[leg->stop].municipality);

      if (!aj_holidays_covers (holidays, leg->days.first, region) ||
          !aj_holidays_covers (holidays, leg->days.last, region))
        return FALSE;
    }
  return TRUE;
}

/* (nullable): the last loan there of which it is known where it stood, or with whom that was agreed; of the same thing before
 * that of another. */
static const AjValues *
find_before (AjRolloutFacts *facts, const AjTourRequest *request, const char *municipality)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);
  const AjValues *found = NULL;

  for (guint i = 0; i < loans->len; i++)
    {
      const AjValues *loan = loans->pdata[i];
      gboolean is_own = aj_tour_is (loan, "material", request->material);

      if (!aj_tour_is (loan, "municipality", municipality) || !aj_loan_counts (loan) ||
          (aj_values_is_empty (loan, "place") && aj_values_is_empty (loan, "contact")))
        continue;
      if (found == NULL || (is_own && !aj_tour_is (found, "material", request->material)) ||
          (is_own == aj_tour_is (found, "material", request->material) &&
           aj_values_get_date (loan, "from") > aj_values_get_date (found, "from")))
        found = loan;
    }
  return found;
}

/* (nullable): what it is for there, when that can be one thing only. */
static const char *
find_rollout (AjRolloutFacts *facts, const AjTourRequest *request, const char *municipality)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);
  const char *intervention = aj_values_get_text (aj_rollout_facts_get (facts, request->material),
                                                 "intervention");
  const char *found = NULL;

  for (guint i = 0; intervention != NULL && i < rollouts->len; i++)
    {
      const AjValues *rollout = rollouts->pdata[i];

      if (!aj_rollout_is_open (rollout) || !aj_tour_is (rollout, "intervention", intervention) ||
          !aj_tour_is (rollout, "municipality", municipality))
        continue;
      if (found != NULL)
        return NULL;
      found = aj_values_get_id (rollout);
    }
  return found;
}

/* What was asked is known to the day; what is kept of it are the weeks. */
static void
keep_asked (AjValues *loan, const AjDateRange *asked)
{
  g_autofree char *weeks = NULL;

  if (asked->first == AJ_DATE_NONE || asked->last == AJ_DATE_NONE)
    return;
  weeks = aj_weeks_to_iso (asked);
  aj_values_set_text (loan, "asked-week", weeks);
}

static void
add_loan (AjEdit *edit,
          AjRolloutFacts *facts,
          const AjTourRequest *request,
          const char *tour,
          const AjTourLeg *leg)
{
  const char *municipality = request->wishes[leg->stop].municipality;
  const AjValues *before = find_before (facts, request, municipality);
  AjValues *loan = aj_edit_add (edit, &aj_loan_record_type);

  aj_values_set_text (loan, "material", request->material);
  aj_values_set_text (loan, "municipality", municipality);
  aj_values_set_text (loan, "tour", tour);
  aj_values_set_text (loan, "rollout", find_rollout (facts, request, municipality));
  aj_values_set_date (loan, "from", leg->days.first);
  aj_values_set_date (loan, "until", leg->days.last);
  keep_asked (loan, &request->wishes[leg->stop].asked);
  if (before != NULL)
    {
      aj_values_set_text (loan, "place", aj_values_get_text (before, "place"));
      aj_values_set_text (loan, "contact", aj_values_get_text (before, "contact"));
    }
}

char *
aj_tour_job_dup_name (AjRolloutFacts *facts, const char *material, AjDate first)
{
  g_autofree char *day = aj_date_format_plain (first);

  /* Translators: the name of a thing, and a date: what a tour of it is called. */
  return g_strdup_printf (_ ("%1$s from %2$s"), aj_rollout_facts_get_name (facts, material), day);
}

AjEdit *
aj_tour_job_make (AjStore *store,
                  AjRolloutFacts *facts,
                  const AjTourRequest *request,
                  const AjTourPlan *plan,
                  char **tour)
{
  const char *thing = aj_rollout_facts_get_name (facts, request->material);
  AjDate first = g_array_index (plan->legs, AjTourLeg, 0).days.first;
  g_autofree char *name = aj_tour_job_dup_name (facts, request->material, first);
  g_autofree char *label = g_strdup_printf (
      /* Translators: the name of a thing, and a number. */
      ngettext ("Tour of %1$s along %2$u municipality", "Tour of %1$s along %2$u municipalities",
                plan->legs->len),
      thing, plan->legs->len);
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *record = aj_edit_add (edit, &aj_tour_record_type);

  aj_values_set_text (record, "material", request->material);
  aj_values_set_text (record, "name", request->name);
  if (aj_values_is_empty (record, "name"))
    aj_values_set_text (record, "name", name);
  aj_values_set_date (record, "starts-on", first);
  for (guint i = 0; i < plan->legs->len; i++)
    add_loan (edit, facts, request, aj_values_get_id (record),
              &g_array_index (plan->legs, AjTourLeg, i));
  if (tour != NULL)
    *tour = g_strdup (aj_values_get_id (record));
  return edit;
}
