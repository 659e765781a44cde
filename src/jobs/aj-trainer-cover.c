/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-trainer-cover.h"

#include <glib/gi18n-lib.h>

#include "aj-district.h"
#include "aj-intervention.h"
#include "aj-rollout.h"
#include "aj-training.h"

/* What is known of one place before it is judged. */
typedef struct
{
  const char *id;          /* (borrowed): of the municipality or district */
  const AjValues *best;    /* (borrowed) (nullable): the valid training that holds longest */
  const AjValues *past;    /* (borrowed) (nullable): the one that ran out last */
  const AjValues *rollout; /* (borrowed) (nullable): the latest that was not stopped */
  gboolean trains;
} Finding;

static gboolean
is_of (const AjValues *record, const char *intervention)
{
  return intervention == NULL ||
         g_strcmp0 (aj_values_get_text (record, "intervention"), intervention) == 0;
}

static gboolean
is_valid (const AjValues *training, AjDate today)
{
  AjDate trained_on = aj_values_get_date (training, "trained-on");

  return aj_values_exist_on (training, today) &&
         (trained_on == AJ_DATE_NONE || trained_on <= today);
}

/* What says no last day holds for ever. */
static AjDate
get_last_day (const AjValues *training)
{
  AjDate last = aj_values_get_date (training, "valid-until");

  return last != AJ_DATE_NONE ? last : G_MAXINT32;
}

static Finding *
take_finding (GHashTable *findings, const char *id)
{
  Finding *finding = g_hash_table_lookup (findings, id);

  if (finding == NULL)
    {
      finding = g_new0 (Finding, 1);
      finding->id = id;
      g_hash_table_insert (findings, (char *) id, finding);
    }
  return finding;
}

static void
take_training (GHashTable *findings, const AjValues *training, AjDate today)
{
  const char *place = aj_values_get_text (training, "municipality");
  AjDate last = get_last_day (training);
  Finding *finding;

  if (place == NULL)
    return;
  finding = take_finding (findings, place);
  if (!is_valid (training, today))
    {
      if (last < today && (finding->past == NULL || last > get_last_day (finding->past)))
        finding->past = training;
      return;
    }
  finding->trains |= g_strcmp0 (aj_values_get_text (training, "level"), "trains") == 0;
  if (finding->best == NULL || last > get_last_day (finding->best))
    finding->best = training;
}

/* They come by their first day, so the latest is the last. */
static void
take_rollout (GHashTable *findings, const AjValues *rollout)
{
  const char *place = aj_values_get_text (rollout, "municipality");

  if (place == NULL)
    place = aj_values_get_text (rollout, "district");
  if (place != NULL && aj_rollout_get_phase (rollout) != AJ_PHASE_STOPPED)
    take_finding (findings, place)->rollout = rollout;
}

/* Whether somebody may give it in one of the municipalities of a district. */
static gboolean
has_in_district (AjRolloutFacts *facts, GHashTable *findings, const char *district)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, findings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Finding *finding = value;
      const AjValues *place = aj_rollout_facts_get (facts, finding->id);

      if (finding->best != NULL && place != NULL &&
          g_strcmp0 (aj_values_get_text (place, "district"), district) == 0)
        return TRUE;
    }
  return FALSE;
}

static AjTrainerPlace *
place_new (AjRolloutFacts *facts, const Finding *finding, const AjValues *record, const char *text)
{
  AjTrainerPlace *place = g_new0 (AjTrainerPlace, 1);

  place->line = aj_intervention_line_new (aj_rollout_facts_get_name (facts, finding->id), text,
                                          aj_values_get_record_type (record),
                                          aj_values_get_id (record), AJ_DATE_NONE);
  place->trains = finding->trains;
  return place;
}

static void
place_free (gpointer data)
{
  aj_intervention_line_free (((AjTrainerPlace *) data)->line);
  g_free (data);
}

static AjTrainerPlace *
make_able (AjRolloutFacts *facts, const Finding *finding, AjDate today)
{
  AjDate last = aj_values_get_date (finding->best, "valid-until");
  gboolean ends = last != AJ_DATE_NONE &&
                  last <= aj_date_add_months (today, AJ_TRAINER_COVER_MONTHS);
  const char *able = finding->trains ? _ ("Can do it themselves, and train others")
                                     : _ ("Can do it themselves");
  g_autofree char *day = last != AJ_DATE_NONE ? aj_date_format_plain (last) : NULL;
  /* Translators: "Can do it themselves" and the last day on which that is so. */
  g_autofree char *text = day != NULL ? g_strdup_printf (_ ("%1$s, until %2$s"), able, day)
                                      : g_strdup (able);
  AjTrainerPlace *place = place_new (facts, finding, finding->best, text);

  place->cover = ends ? AJ_COVER_ENDS : AJ_COVER_HAS;
  return place;
}

static AjTrainerPlace *
make_unable (AjRolloutFacts *facts, const Finding *finding)
{
  g_autofree char *day = NULL, *text = NULL;
  AjTrainerPlace *place;

  if (finding->past != NULL)
    {
      day = aj_date_format_plain (aj_values_get_date (finding->past, "valid-until"));
      text = g_strdup_printf (_ ("There is a rollout, and nobody may give it since %s"), day);
    }
  place = place_new (facts, finding, finding->rollout,
                     text != NULL ? text : _ ("There is a rollout, and nobody was trained"));
  place->cover = AJ_COVER_LACKS;
  return place;
}

/* (nullable): nothing holds for it. */
static AjTrainerPlace *
judge (AjRolloutFacts *facts, GHashTable *findings, const Finding *finding, AjDate today)
{
  const AjValues *record = aj_rollout_facts_get (facts, finding->id);

  if (record == NULL || aj_values_are_over (record, today))
    return NULL;
  if (finding->best != NULL)
    return make_able (facts, finding, today);
  if (finding->rollout == NULL || (aj_values_get_record_type (record) == &aj_district_record_type &&
                                   has_in_district (facts, findings, finding->id)))
    return NULL;
  return make_unable (facts, finding);
}

/* Where something is to be done comes first. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  static const int ranks[] = { [AJ_COVER_LACKS] = 0, [AJ_COVER_ENDS] = 1, [AJ_COVER_HAS] = 2 };
  const AjTrainerPlace *first = *(const AjTrainerPlace *const *) a;
  const AjTrainerPlace *second = *(const AjTrainerPlace *const *) b;

  if (first->cover != second->cover)
    return ranks[first->cover] - ranks[second->cover];
  return g_utf8_collate (first->line->place, second->line->place);
}

GPtrArray *
aj_trainer_cover_list (AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);
  GPtrArray *trainings = aj_rollout_facts_get_trainings (facts);
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);
  g_autoptr (GHashTable) findings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < trainings->len; i++)
    if (is_of (trainings->pdata[i], intervention))
      take_training (findings, trainings->pdata[i], today);
  for (guint i = 0; i < rollouts->len; i++)
    if (is_of (rollouts->pdata[i], intervention))
      take_rollout (findings, rollouts->pdata[i]);
  g_hash_table_iter_init (&iter, findings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AjTrainerPlace *place = judge (facts, findings, value, today);

      if (place != NULL)
        g_ptr_array_add (places, place);
    }
  g_ptr_array_sort (places, compare_places);
  return places;
}

/* (transfer full): the places of which something holds, "Deventer, Zwolle (trains others)"; NULL: none. */
static char *
join_places (GPtrArray *places, AjCover cover)
{
  GString *text = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const AjTrainerPlace *place = places->pdata[i];

      if (place->cover != cover)
        continue;
      if (text == NULL)
        text = g_string_new (NULL);
      else
        g_string_append (text, ", ");
      if (place->trains)
        /* Translators: a municipality where somebody may train others. */
        g_string_append_printf (text, _ ("%s (trains others)"), place->line->place);
      else
        g_string_append (text, place->line->place);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static void
begin_table (AjDocument *document)
{
  const char *headings[] = { _ ("Intervention"), _ ("Can do it themselves"),
                             _ ("Runs out within three months"),
                             _ ("Rollout, but nobody may give it"), NULL };

  aj_document_begin_table (document, _ ("Who Can Give It"), headings);
}

static void
add_row (AjDocument *document, const AjValues *intervention, GPtrArray *places)
{
  g_autofree char *able = join_places (places, AJ_COVER_HAS);
  g_autofree char *ending = join_places (places, AJ_COVER_ENDS);
  g_autofree char *lacking = join_places (places, AJ_COVER_LACKS);

  aj_document_add_row (document, (const char *[]){ aj_values_get_text (intervention, "name"), able,
                                                   ending, lacking, NULL });
}

/* FALSE: there is nothing to tell of any. */
static gboolean
add_rows (AjDocument *document, AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  GPtrArray *interventions = aj_rollout_facts_get_interventions (facts);
  gboolean begun = FALSE;

  for (guint i = 0; i < interventions->len; i++)
    {
      const char *id = aj_values_get_id (interventions->pdata[i]);
      g_autoptr (GPtrArray) places = aj_trainer_cover_list (facts, id, today);

      if (places->len == 0 || (intervention != NULL && !g_str_equal (id, intervention)))
        continue;
      if (!begun)
        begin_table (document);
      begun = TRUE;
      add_row (document, interventions->pdata[i], places);
    }
  return begun;
}

char *
aj_trainer_cover_describe_homeless (AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  GPtrArray *trainings = aj_rollout_facts_get_trainings (facts);
  guint n = 0;

  for (guint i = 0; i < trainings->len; i++)
    n += is_of (trainings->pdata[i], intervention) && is_valid (trainings->pdata[i], today) &&
         aj_values_is_empty (trainings->pdata[i], "municipality");
  if (n == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%u training that is valid says no municipality, and counts nowhere.",
                "%u trainings that are valid say no municipality, and count nowhere.", n),
      n);
}

AjDocument *
aj_trainer_cover_make_report (AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  AjDocument *document = aj_document_new (_ ("Which Municipalities Can Do It Themselves"), NULL);
  g_autofree char *homeless = aj_trainer_cover_describe_homeless (facts, intervention, today);

  aj_document_add_paragraph (
      document, _ ("Where somebody was trained for an intervention, and still may give it. No "
                   "people are named here, so that it can be handed out."));
  if (!add_rows (document, facts, intervention, today))
    aj_document_add_paragraph (document, _ ("Nobody was trained yet, and nothing is rolled out."));
  aj_document_add_paragraph (document, homeless);
  return document;
}
