/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-report.h"

#include <glib/gi18n-lib.h>

#include "aj-evaluation.h"
#include "aj-intervention-use.h"
#include "aj-intervention.h"
#include "aj-loan.h"
#include "aj-rollout-pictures.h"

/* More is no page any more, and nobody asks them all. */
#define MAX_USES 200

typedef struct
{
  AjRolloutFacts *facts;
  AjDocument *document;
  const char *intervention; /* (nullable): its id */
  AjDate today;
} Drawing;

static gboolean
refers_to (const AjValues *values, const char *field, const char *id)
{
  return id == NULL || g_strcmp0 (aj_values_get_text (values, field), id) == 0;
}

/* (transfer full): "" when nothing is said. */
static char *
make_number (gint64 number)
{
  return number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

/* "Owner: Politie"; nothing for an empty field. */
static void
add_fact (Drawing *self, const AjValues *values, const char *field)
{
  g_autofree char *text = aj_values_display (values, field);
  g_autofree char *line = NULL;
  const char *label;

  if (*text == '\0')
    return;
  label = aj_field_get_label (
      aj_record_type_get_field (aj_values_get_record_type (values), field, NULL));
  /* What asks is answered. */
  line = g_str_has_suffix (label, "?")
             ? g_strdup_printf ("%s %s", label, text)
             /* Translators: what a field is called, and what is filled in there. */
             : g_strdup_printf (_ ("%1$s: %2$s"), label, text);
  aj_document_add_item (self->document, line);
}

static void
add_sheet (Drawing *self, const AjValues *intervention)
{
  static const char *const fields[] = { "owner", "form",     "purpose",     "evidence", "people",
                                        "cost",  "material", "preparation", "state" };
  g_autofree char *targets = aj_intervention_describe_targets (intervention);
  const char *link = aj_values_get_text (intervention, "link");

  aj_document_add_paragraph (self->document, aj_values_get_text (intervention, "summary"));
  if (*targets != '\0')
    {
      g_autofree char *line = g_strdup_printf (_ ("For %s"), targets);

      aj_document_add_item (self->document, line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_fact (self, intervention, fields[i]);
  if (link != NULL)
    aj_document_add_link (self->document, link, link);
}

static void
add_goals (Drawing *self)
{
  GPtrArray *goals = aj_rollout_facts_get_goals (self->facts);
  const char *headings[] = { _ ("Goal"), _ ("Reached"), _ ("To be reached"), _ ("Until"), NULL };
  gboolean begun = FALSE;

  for (guint i = 0; i < goals->len; i++)
    {
      const AjValues *goal = goals->pdata[i];
      g_autofree char *reached = NULL, *number = NULL, *until = NULL;

      if (self->intervention != NULL && !refers_to (goal, "intervention", self->intervention))
        continue;
      if (!begun)
        {
          aj_document_add_heading (self->document, 1, _ ("Goals of Reach"));
          aj_document_begin_table (self->document, _ ("Goals of Reach"), headings);
        }
      begun = TRUE;
      reached = make_number (aj_rollout_facts_count_reach (self->facts, goal));
      number = make_number (aj_values_get_integer (goal, "number"));
      until = aj_date_format_short (aj_values_get_date (goal, "until"));
      aj_document_add_row (self->document, (const char *[]){ aj_values_get_text (goal, "name"),
                                                             reached, number, until, NULL });
    }
}

static void
add_rollout_row (Drawing *self, const AjValues *rollout)
{
  g_autofree char *from = aj_date_format_short (aj_values_get_date (rollout, "starts-on"));
  g_autofree char *until = aj_date_format_short (aj_values_get_date (rollout, "ends-on"));
  g_autofree char *goal = make_number (aj_rollout_sum_goal (rollout));
  g_autofree char *reach = make_number (aj_rollout_sum_reach (rollout));

  aj_document_add_row (self->document,
                       (const char *[]){ aj_rollout_facts_get_place (self->facts, rollout),
                                         aj_phase_get_label (aj_rollout_get_phase (rollout)), from,
                                         until, goal, reach, NULL });
}

static void
add_rollouts_of (Drawing *self, const char *intervention, const char *name)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (self->facts);
  const char *headings[] = {
    _ ("Where"),          _ ("Phase"), _ ("First day"), _ ("Last day"), _ ("Goal"),
    _ ("People reached"), NULL
  };
  gboolean begun = FALSE;

  for (guint i = 0; i < rollouts->len; i++)
    {
      if (!refers_to (rollouts->pdata[i], "intervention", intervention))
        continue;
      if (!begun)
        {
          aj_document_add_heading (self->document, self->intervention != NULL ? 1 : 2, name);
          aj_document_begin_table (self->document, name, headings);
        }
      begun = TRUE;
      add_rollout_row (self, rollouts->pdata[i]);
    }
  if (!begun && self->intervention != NULL)
    {
      aj_document_add_heading (self->document, 1, name);
      aj_document_add_paragraph (self->document, _ ("Not rolled out anywhere yet."));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *left = aj_rollout_facts_get_name (user_data, *(const char *const *) a);
  const char *right = aj_rollout_facts_get_name (user_data, *(const char *const *) b);

  return g_utf8_collate (left != NULL ? left : "", right != NULL ? right : "");
}

/* (element-type utf8) (transfer container): the interventions that are rolled out somewhere, by name. */
static GPtrArray *
list_interventions (Drawing *self)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (self->facts);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < rollouts->len; i++)
    {
      const char *id = aj_values_get_text (rollouts->pdata[i], "intervention");

      if (g_hash_table_add (seen, (char *) id))
        g_ptr_array_add (ids, (char *) id);
    }
  g_ptr_array_sort_with_data (ids, compare_names, self->facts);
  return ids;
}

static void
add_rollouts (Drawing *self)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (self->intervention != NULL)
    {
      add_rollouts_of (self, self->intervention, _ ("Rollouts"));
      return;
    }
  ids = list_interventions (self);
  aj_document_add_heading (self->document, 1, _ ("Rollouts"));
  if (ids->len == 0)
    aj_document_add_paragraph (self->document, _ ("Nothing is rolled out yet."));
  for (guint i = 0; i < ids->len; i++)
    add_rollouts_of (self, ids->pdata[i], aj_rollout_facts_get_name (self->facts, ids->pdata[i]));
}

/* Whom to ask how it went. */
static void
add_users (Drawing *self)
{
  const char *headings[] = { _ ("Where"), _ ("What"), NULL };
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *places = NULL, *rest = NULL;
  AjInterventionUseCount count;

  if (self->intervention == NULL)
    return;
  lines = aj_intervention_use_list (self->facts, self->intervention, self->today, MAX_USES, &count);
  if (lines->len == 0)
    return;
  places = g_strdup_printf (ngettext ("In %u place.", "In %u places.", count.n_places),
                            count.n_places);
  aj_document_add_heading (self->document, 1, _ ("Who Used It"));
  aj_document_add_paragraph (self->document, places);
  aj_document_begin_table (self->document, _ ("Who Used It"), headings);
  for (guint i = 0; i < lines->len; i++)
    {
      const AjInterventionLine *line = lines->pdata[i];

      aj_document_add_row (self->document, (const char *[]){ line->place, line->text, NULL });
    }
  if (count.n_uses == lines->len)
    return;
  rest = g_strdup_printf (ngettext ("And %u time more.", "And %u times more.",
                                    count.n_uses - lines->len),
                          count.n_uses - lines->len);
  aj_document_add_paragraph (self->document, rest);
}

static void
add_evaluation (Drawing *self, const AjValues *rollout, const AjValues *evaluation)
{
  static const char *const fields[] = { "as-planned", "score",   "helped",
                                        "hindered",   "lessons", "conditions" };
  g_autofree char *day = aj_date_format_plain (aj_values_get_date (evaluation, "date"));
  const char *what = aj_rollout_facts_get_name (self->facts,
                                                aj_values_get_text (rollout, "intervention"));
  const char *place = aj_rollout_facts_get_place (self->facts, rollout);
  g_autofree char *heading = self->intervention != NULL
                                 /* Translators: a place and a date. */
                                 ? g_strdup_printf (_ ("%1$s, %2$s"), place, day)
                                 /* Translators: an intervention, a place and a date. */
                                 : g_strdup_printf (_ ("%1$s in %2$s, %3$s"), what, place, day);

  aj_document_add_heading (self->document, 2, heading);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_fact (self, evaluation, fields[i]);
}

static void
add_evaluations (Drawing *self)
{
  GPtrArray *evaluations = aj_rollout_facts_get_evaluations (self->facts);
  gboolean begun = FALSE;

  for (guint i = 0; i < evaluations->len; i++)
    {
      const AjValues *evaluation = evaluations->pdata[i];
      const AjValues *rollout = aj_rollout_facts_get_rollout_of (self->facts, evaluation);

      if (rollout == NULL || !refers_to (rollout, "intervention", self->intervention))
        continue;
      if (!begun)
        aj_document_add_heading (self->document, 1, _ ("What Was Learned"));
      begun = TRUE;
      add_evaluation (self, rollout, evaluation);
    }
}

static void
add_map (Drawing *self)
{
  g_autoptr (AjMapState) map = aj_rollout_pictures_make_map (self->facts, self->intervention,
                                                             self->today);
  g_autofree char *name = aj_map_state_dup_name (map);

  if (aj_map_state_get_n_tiles (map) == 0)
    return;
  aj_document_add_heading (self->document, 1, _ ("On the Map"));
  aj_document_add_map (self->document, map, name);
}

/* Whether it is still of use to know where it was. */
static gboolean
is_ahead (Drawing *self, const AjValues *loan)
{
  AjDate last = aj_loan_get_last_day (loan);

  return aj_loan_counts (loan) &&
         (last == AJ_DATE_NONE || last >= self->today || aj_loan_is_late (loan, self->today));
}

static void
add_loan_row (Drawing *self, const AjValues *loan)
{
  const char *material = aj_values_get_text (loan, "material");
  g_autofree char *from = aj_date_format_short (aj_values_get_date (loan, "from"));
  g_autofree char *until = aj_date_format_short (aj_loan_get_last_day (loan));
  g_autofree char *state = aj_values_display (loan, "state");
  const char *place = aj_rollout_facts_get_place (self->facts, loan);
  g_autofree char *away = *place == '\0' ? aj_values_display (loan, "kind") : NULL;

  aj_document_add_row (self->document,
                       (const char *[]){ aj_rollout_facts_get_name (self->facts, material),
                                         away != NULL ? away : place, from, until,
                                         aj_loan_is_late (loan, self->today) ? _ ("not back yet")
                                                                             : state,
                                         NULL });
}

static void
add_loans (Drawing *self)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (self->facts);
  const char *headings[] = { _ ("Material"), _ ("Where"), _ ("First day"),
                             _ ("Last day"), _ ("State"), NULL };
  gboolean begun = FALSE;

  if (self->intervention != NULL)
    return;
  for (guint i = 0; i < loans->len; i++)
    {
      if (!is_ahead (self, loans->pdata[i]))
        continue;
      if (!begun)
        {
          aj_document_add_heading (self->document, 1, _ ("Material on Loan"));
          aj_document_begin_table (self->document, _ ("Material on Loan"), headings);
        }
      begun = TRUE;
      add_loan_row (self, loans->pdata[i]);
    }
}

AjDocument *
aj_rollout_report_make (AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  const AjValues *sheet = aj_rollout_facts_get (facts, intervention);
  Drawing self = { .facts = facts, .intervention = intervention, .today = today };

  g_return_val_if_fail (intervention == NULL || sheet != NULL, NULL);

  self.document = aj_document_new (sheet != NULL ? aj_values_get_text (sheet, "name")
                                                 : _ ("Interventions and Where They Run"),
                                   NULL);
  if (sheet != NULL)
    add_sheet (&self, sheet);
  add_goals (&self);
  add_rollouts (&self);
  add_users (&self);
  add_evaluations (&self);
  add_map (&self);
  add_loans (&self);
  return self.document;
}
