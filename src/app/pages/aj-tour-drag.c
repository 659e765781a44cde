/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-drag.h"

#include <glib/gi18n-lib.h>

#include "aj-feedback.h"
#include "aj-loan.h"
#include "aj-tour-job.h"

/* What was offered. */
typedef struct
{
  GtkWidget *widget;    /* (owned) */
  AjServices *services; /* (owned) */
  char *tour;           /* (owned) */
  char *loan;           /* (owned): the first that moves */
  AjDate day;           /* and to which day */
} Offer;

static void
offer_free (gpointer data)
{
  Offer *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->services);
  g_free (self->tour);
  g_free (self->loan);
  g_free (self);
}

/* Somebody may have done something else meanwhile, so it is thought out anew. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Offer *offer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRolloutFacts) facts = aj_rollout_facts_load_finish (AJ_STORE (source), result,
                                                                   &error);
  g_autoptr (AjTourPlan) plan = NULL;
  g_autoptr (AjEdit) edit = NULL;

  if (facts != NULL && aj_rollout_facts_get (facts, offer->tour) != NULL)
    plan = aj_tour_job_plan_move (facts, aj_services_get_holidays (offer->services), offer->tour,
                                  offer->loan, offer->day, NULL, &error);
  if (plan != NULL)
    {
      edit = aj_tour_job_move (AJ_STORE (source), facts, offer->tour, offer->loan, plan);
      aj_feedback_commit (offer->widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
    }
  else if (error != NULL)
    aj_feedback_error (offer->widget, error);
  offer_free (offer);
}

static void
taken_cb (gpointer user_data)
{
  const Offer *offer = user_data;
  Offer *taken = g_new (Offer, 1);

  *taken = (Offer){ g_object_ref (offer->widget), g_object_ref (offer->services),
                    g_strdup (offer->tour), g_strdup (offer->loan), offer->day };
  aj_rollout_facts_load_async (aj_services_get_store (offer->services), NULL, loaded_cb, taken);
}

/* (nullable): the stop after @loan that is in the way of @moved. */
static const AjValues *
find_next_in_way (AjRolloutFacts *facts, const AjValues *loan, const AjValues *moved)
{
  g_autoptr (GPtrArray) open = aj_tour_job_list_open (facts, aj_values_get_text (loan, "tour"));
  guint index;

  if (!g_ptr_array_find (open, loan, &index))
    return NULL;
  for (guint i = index + 1; i < open->len; i++)
    if (aj_loans_clash (moved, open->pdata[i]))
      return open->pdata[i];
  return NULL;
}

gboolean
aj_tour_drag_offer (GtkWidget *widget,
                    AjServices *services,
                    AjRolloutFacts *facts,
                    const AjValues *loan,
                    const AjDateRange *days)
{
  const char *tour = aj_values_get_text (loan, "tour");
  AjDate length = aj_values_get_date (loan, "until") - aj_values_get_date (loan, "from");
  g_autoptr (AjValues) moved = NULL;
  g_autoptr (AjTourPlan) plan = NULL;
  const AjValues *in_way;
  g_autofree char *sentence = NULL;
  Offer *offer;

  if (tour == NULL || days->last - days->first != length)
    return FALSE;
  moved = aj_values_copy (loan);
  aj_values_set_date (moved, "from", days->first);
  aj_values_set_date (moved, "until", days->last);
  in_way = find_next_in_way (facts, loan, moved);
  if (in_way == NULL)
    return FALSE;
  plan = aj_tour_job_plan_move (facts, aj_services_get_holidays (services), tour,
                                aj_values_get_id (loan), days->first, NULL, NULL);
  if (plan == NULL)
    return FALSE;
  offer = g_new (Offer, 1);
  *offer = (Offer){ g_object_ref (widget), g_object_ref (services), g_strdup (tour),
                    g_strdup (aj_values_get_id (loan)), days->first };
  /* Translators: a place. */
  sentence = g_strdup_printf (_ ("The next stop of the tour, %s, is in the way."),
                              aj_rollout_facts_get_place (facts, in_way));
  aj_feedback_offer (widget, sentence, _ ("_Move It Along"), taken_cb, offer, offer_free);
  return TRUE;
}
