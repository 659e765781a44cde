/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-intervention-use.h"

#include <glib/gi18n-lib.h>

#include "aj-activity.h"
#include "aj-name-ranks.h"
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

/* One time that it was used, before anything is written of it. */
typedef struct
{
  const char *place; /* (borrowed) */
  guint rank;        /* of the place, by its name */
  AjDate date;
  const AjValues *rollout;              /* (borrowed) (nullable) */
  const AjInterventionMention *mention; /* (borrowed) (nullable): else */
} Use;

static void
add_rollouts (GArray *uses, AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);

  for (guint i = 0; i < rollouts->len; i++)
    {
      const AjValues *rollout = rollouts->pdata[i];
      Use use = { .place = aj_rollout_facts_get_place (facts, rollout),
                  .date = aj_values_get_date (rollout, "starts-on"),
                  .rollout = rollout };

      if (g_strcmp0 (aj_values_get_text (rollout, "intervention"), intervention) == 0 &&
          was_used (rollout, today))
        g_array_append_val (uses, use);
    }
}

static void
add_activities (GArray *uses, AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  GPtrArray *mentions = aj_rollout_facts_get_mentions (facts, intervention);

  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      const AjInterventionMention *mention = mentions->pdata[i];
      Use use = { .place = aj_rollout_facts_get_name (facts, mention->municipality),
                  .date = mention->date,
                  .mention = mention };

      if (use.place != NULL && mention->date <= today)
        g_array_append_val (uses, use);
    }
}

/* Gives how many places there are. */
static guint
rank_places (GArray *uses)
{
  g_autoptr (GPtrArray) names = g_ptr_array_sized_new (uses->len);
  g_autoptr (GHashTable) ranks = NULL;

  for (guint i = 0; i < uses->len; i++)
    g_ptr_array_add (names, (char *) g_array_index (uses, Use, i).place);
  ranks = aj_name_ranks_new (names);
  for (guint i = 0; i < uses->len; i++)
    {
      Use *use = &g_array_index (uses, Use, i);

      use->rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, use->place));
    }
  return g_hash_table_size (ranks);
}

static const char *
get_id (const Use *use)
{
  return use->rollout != NULL ? aj_values_get_id (use->rollout) : use->mention->id;
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const Use *first = a;
  const Use *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->date != second->date)
    return first->date > second->date ? -1 : 1;
  return g_strcmp0 (get_id (first), get_id (second));
}

static AjInterventionLine *
make_line (const Use *use)
{
  const AjInterventionMention *mention = use->mention;
  g_autofree char *what = NULL, *text = NULL;

  if (use->rollout != NULL)
    {
      /* Translators: how far a rollout is: "running". */
      what = g_strdup_printf (_ ("Rollout: %s"),
                              aj_phase_get_label (aj_rollout_get_phase (use->rollout)));
      text = join (what, use->date, aj_rollout_sum_reach (use->rollout), FALSE);
      return aj_intervention_line_new (use->place, text, &aj_rollout_record_type, get_id (use),
                                       use->date);
    }
  /* Translators: an activity of an action day. */
  what = g_strdup_printf (_ ("Activity: %s"), mention->name);
  text = join (what, use->date, mention->reach, mention->is_expected);
  return aj_intervention_line_new (use->place, text, &aj_activity_record_type, get_id (use),
                                   use->date);
}

GPtrArray *
aj_intervention_use_list (AjRolloutFacts *facts,
                          const char *intervention,
                          AjDate today,
                          guint limit,
                          AjInterventionUseCount *count)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (aj_intervention_line_free);
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));

  add_rollouts (uses, facts, intervention, today);
  add_activities (uses, facts, intervention, today);
  count->n_uses = uses->len;
  count->n_places = rank_places (uses);
  g_array_sort (uses, compare_uses);
  for (guint i = 0; i < MIN (uses->len, limit); i++)
    g_ptr_array_add (lines, make_line (&g_array_index (uses, Use, i)));
  return lines;
}
