/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-intervention-use.h"

#include <glib/gi18n-lib.h>

#include "aj-activity.h"
#include "aj-rollout.h"

/* What was no more than planned was not used; what was stopped after it began was. */
static gboolean
was_used (const AjValues *rollout, AjDate today)
{
  AjPhase phase = aj_rollout_get_phase (rollout);
  AjDate start = aj_values_get_date (rollout, "starts-on");

  if (phase == AJ_PHASE_STOPPED)
    return start != AJ_DATE_NONE && start <= today;
  return phase >= AJ_PHASE_RUNNING;
}

/* (transfer full) (nullable): "64 people reached". */
static char *
describe_reach (gint64 reach, gboolean is_expected)
{
  if (reach < 0)
    return NULL;
  if (is_expected)
    return g_strdup_printf (ngettext ("%'u person expected", "%'u people expected", (gulong) reach),
                            (guint) reach);
  return g_strdup_printf (ngettext ("%'u person reached", "%'u people reached", (gulong) reach),
                          (guint) reach);
}

/* (transfer full): "Rollout: done · 2 March 2026 · 64 people reached"; NULL parts are left out. */
static char *
join (const char *what, AjDate date, gint64 reach, gboolean is_expected)
{
  g_autofree char *day = date != AJ_DATE_NONE ? aj_date_format_plain (date) : NULL;
  g_autofree char *people = describe_reach (reach, is_expected);
  GString *text = g_string_new (what);

  if (day != NULL)
    g_string_append_printf (text, " · %s", day);
  if (people != NULL)
    g_string_append_printf (text, " · %s", people);
  return g_string_free (text, FALSE);
}

static void
add_rollouts (GPtrArray *lines, AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);

  for (guint i = 0; i < rollouts->len; i++)
    {
      const AjValues *rollout = rollouts->pdata[i];
      AjDate start = aj_values_get_date (rollout, "starts-on");
      g_autofree char *what = NULL, *text = NULL;

      if (g_strcmp0 (aj_values_get_text (rollout, "intervention"), intervention) != 0 ||
          !was_used (rollout, today))
        continue;
      /* Translators: how far a rollout is: "running". */
      what = g_strdup_printf (_ ("Rollout: %s"),
                              aj_phase_get_label (aj_rollout_get_phase (rollout)));
      text = join (what, start, aj_rollout_sum_reach (rollout), FALSE);
      g_ptr_array_add (lines, aj_intervention_line_new (aj_rollout_facts_get_place (facts, rollout),
                                                        text, &aj_rollout_record_type,
                                                        aj_values_get_id (rollout), start));
    }
}

static void
add_activities (GPtrArray *lines, AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  GPtrArray *mentions = aj_rollout_facts_get_mentions (facts, intervention);

  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      const AjInterventionMention *mention = mentions->pdata[i];
      const char *place = aj_rollout_facts_get_name (facts, mention->municipality);
      /* Translators: an activity of an action day. */
      g_autofree char *what = g_strdup_printf (_ ("Activity: %s"), mention->name);
      g_autofree char *text = join (what, mention->date, mention->reach, mention->is_expected);

      if (place != NULL && mention->date <= today)
        g_ptr_array_add (lines, aj_intervention_line_new (place, text, &aj_activity_record_type,
                                                          mention->id, mention->date));
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const AjInterventionLine *first = *(const AjInterventionLine *const *) a;
  const AjInterventionLine *second = *(const AjInterventionLine *const *) b;
  int order = g_utf8_collate (first->place, second->place);

  if (order != 0)
    return order;
  if (first->date != second->date)
    return first->date > second->date ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

GPtrArray *
aj_intervention_use_list (AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (aj_intervention_line_free);

  add_rollouts (lines, facts, intervention, today);
  add_activities (lines, facts, intervention, today);
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

guint
aj_intervention_use_count_places (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const AjInterventionLine *line = lines->pdata[i];
      const AjInterventionLine *before = i > 0 ? lines->pdata[i - 1] : NULL;

      n += before == NULL || !g_str_equal (before->place, line->place);
    }
  return n;
}
