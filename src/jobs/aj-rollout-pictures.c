/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-pictures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-board-card.h"
#include "aj-document.h"
#include "aj-loan.h"
#include "aj-municipality-tile.h"
#include "aj-public-holidays.h"
#include "aj-timeline-bar.h"
#include "aj-timeline-plan.h"

/* Between the id of a loan and the day of a journey to it or from it, in the id of a bar. */
#define JOURNEY "#"

static const struct
{
  AjMapTone tone;
  AjMapMark mark;
  gboolean hatched;
} looks[AJ_N_PHASES] = {
  [AJ_PHASE_IDEA] = { AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_DOTS, FALSE },
  [AJ_PHASE_AGREED] = { AJ_MAP_TONE_WAIT, AJ_MAP_MARK_RING, FALSE },
  [AJ_PHASE_PREPARING] = { AJ_MAP_TONE_WAIT, AJ_MAP_MARK_HALF, FALSE },
  [AJ_PHASE_RUNNING] = { AJ_MAP_TONE_ACCENT, AJ_MAP_MARK_TRIANGLE, FALSE },
  [AJ_PHASE_DONE] = { AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE },
  [AJ_PHASE_EVALUATED] = { AJ_MAP_TONE_GOOD, AJ_MAP_MARK_DISC, FALSE },
  [AJ_PHASE_STOPPED] = { AJ_MAP_TONE_BAD, AJ_MAP_MARK_CROSS, TRUE },
};

AjMapClass
aj_phase_get_class (AjPhase self)
{
  return (AjMapClass){ aj_phase_get_label (self), looks[self].tone, looks[self].mark,
                       looks[self].hatched };
}

/* What was stopped goes on no longer, though nobody may have said when it ended. */
static AjDateRange
get_days (const AjValues *rollout)
{
  AjDateRange days = { aj_values_get_date (rollout, "starts-on"),
                       aj_values_get_date (rollout, "ends-on") };

  if (days.last == AJ_DATE_NONE && aj_rollout_get_phase (rollout) == AJ_PHASE_STOPPED)
    days.last = days.first;
  return days;
}

static AjTimelineBar *
make_rollout_bar (AjRolloutFacts *facts, const AjValues *rollout)
{
  AjMapClass state = aj_phase_get_class (aj_rollout_get_phase (rollout));
  const char *place = aj_rollout_facts_get_place (facts, rollout);
  AjTimelineFacts bar = {
    .id = aj_values_get_id (rollout),
    .row = place,
    .row_label = place,
    .title = aj_rollout_facts_get_subject (facts, rollout),
    .days = get_days (rollout),
    .state = &state,
    .kind = AJ_TIMELINE_KIND_SPAN,
    .movable = aj_rollout_is_open (rollout),
    .stretchable = aj_rollout_is_open (rollout),
  };

  return aj_timeline_bar_new (&bar, NULL);
}

GListModel *
aj_rollout_pictures_list_rollouts (AjRolloutFacts *facts)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);
  GListStore *bars = g_list_store_new (AJ_TYPE_TIMELINE_BAR);

  for (guint i = 0; i < rollouts->len; i++)
    {
      g_autoptr (AjTimelineBar) bar = NULL;

      if (aj_values_is_empty (rollouts->pdata[i], "starts-on"))
        continue;
      bar = make_rollout_bar (facts, rollouts->pdata[i]);
      g_list_store_append (bars, bar);
    }
  return G_LIST_MODEL (bars);
}

static gboolean
has_text (const AjValues *loan, const char *field, const char *text)
{
  return g_strcmp0 (aj_values_get_text (loan, field), text) == 0;
}

/* The label is that of the state, or of what is the matter. */
static AjMapClass
get_loan_class (const AjValues *loan)
{
  const AjRecordType *type = &aj_loan_record_type;
  const AjField *state = aj_record_type_get_field (type, "state", NULL);
  const char *label = aj_field_get_choice_label (state, aj_values_get_text (loan, "state"));

  if (has_text (loan, "kind", AJ_LOAN_AWAY))
    return (AjMapClass){ aj_field_get_choice_label (aj_record_type_get_field (type, "kind", NULL),
                                                    AJ_LOAN_AWAY),
                         AJ_MAP_TONE_BAD, AJ_MAP_MARK_CROSS, TRUE };
  if (has_text (loan, "state", AJ_LOAN_OUT))
    return (AjMapClass){ label, AJ_MAP_TONE_ACCENT, AJ_MAP_MARK_TRIANGLE, FALSE };
  if (has_text (loan, "state", AJ_LOAN_RETURNED))
    return (AjMapClass){ label, AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE };
  return (AjMapClass){ label, AJ_MAP_TONE_WAIT, AJ_MAP_MARK_RING, FALSE };
}

static AjTimelineBar *
make_loan_bar (AjRolloutFacts *facts, const AjValues *loan)
{
  AjMapClass state = get_loan_class (loan);
  const char *material = aj_values_get_text (loan, "material");
  const char *place = aj_rollout_facts_get_place (facts, loan);
  AjTimelineFacts bar = {
    .id = aj_values_get_id (loan),
    .row = material,
    .row_label = aj_rollout_facts_get_subject (facts, loan),
    .title = *place != '\0' ? place : state.label,
    .days = { aj_values_get_date (loan, "from"), aj_loan_get_last_day (loan) },
    .state = &state,
    .kind = AJ_TIMELINE_KIND_SPAN,
    .movable = has_text (loan, "state", AJ_LOAN_PLANNED),
    .stretchable = has_text (loan, "state", AJ_LOAN_PLANNED),
  };

  return aj_timeline_bar_new (&bar, NULL);
}

/* Days on which a thing is brought to a loan, or fetched from it. */
typedef struct
{
  const AjValues *loan;
  AjDateRange days;
} Journey;

static void
add_journey (GArray *journeys, const AjValues *loan, AjDate first, AjDate last)
{
  Journey journey = { loan, { first, last } };

  if (first != AJ_DATE_NONE && last != AJ_DATE_NONE && first <= last)
    g_array_append_val (journeys, journey);
}

static int
compare_journeys (gconstpointer a, gconstpointer b)
{
  const Journey *left = a, *right = b;
  int order = g_strcmp0 (aj_values_get_text (left->loan, "material"),
                         aj_values_get_text (right->loan, "material"));

  if (order == 0 && left->days.first != right->days.first)
    order = left->days.first < right->days.first ? -1 : 1;
  return order;
}

/* (transfer full) (element-type Journey): from one loan to the next it is one. */
static GArray *
list_journeys (AjRolloutFacts *facts)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Journey));
  GArray *journeys = g_array_new (FALSE, FALSE, sizeof (Journey));

  for (guint i = 0; i < loans->len; i++)
    {
      const AjValues *loan = loans->pdata[i];
      AjDate last = aj_loan_get_last_day (loan);

      if (!aj_loan_counts (loan))
        continue;
      add_journey (all, loan, aj_values_get_date (loan, "leaves-on"),
                   aj_values_get_date (loan, "from") - 1);
      if (last != AJ_DATE_NONE)
        add_journey (all, loan, last + 1, aj_values_get_date (loan, "back-on"));
    }
  g_array_sort (all, compare_journeys);
  for (guint i = 0; i < all->len; i++)
    {
      Journey *next = &g_array_index (all, Journey, i);
      Journey *before = journeys->len > 0 ? &g_array_index (journeys, Journey, journeys->len - 1)
                                          : NULL;

      if (before != NULL &&
          has_text (before->loan, "material", aj_values_get_text (next->loan, "material")) &&
          next->days.first <= before->days.last)
        before->days.last = MAX (before->days.last, next->days.last);
      else
        g_array_append_val (journeys, *next);
    }
  return journeys;
}

/* Called as the loan: what is written behind it is then where the thing is, for behind the loan itself there is no room. */
static AjTimelineBar *
make_journey_bar (AjRolloutFacts *facts, const Journey *journey)
{
  g_autofree char *day = aj_date_to_iso (journey->days.first);
  g_autofree char *id = g_strconcat (aj_values_get_id (journey->loan), JOURNEY, day, NULL);
  AjMapClass state = { _ ("on its way"), AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_DOTS, TRUE };
  const char *place = aj_rollout_facts_get_place (facts, journey->loan);
  AjTimelineFacts bar = {
    .id = id,
    .row = aj_values_get_text (journey->loan, "material"),
    .row_label = aj_rollout_facts_get_subject (facts, journey->loan),
    .title = *place != '\0' ? place : state.label,
    .days = journey->days,
    .state = &state,
    .kind = AJ_TIMELINE_KIND_SPAN,
  };

  return aj_timeline_bar_new (&bar, NULL);
}

char *
aj_rollout_pictures_dup_record_id (AjTimelineBar *bar)
{
  const char *id = aj_timeline_bar_get (bar)->id;
  const char *end = strstr (id, JOURNEY);

  return end != NULL ? g_strndup (id, (gsize) (end - id)) : g_strdup (id);
}

static void
take_bar (GListStore *bars, AjTimelineBar *bar)
{
  g_list_store_append (bars, bar);
  g_object_unref (bar);
}

GListModel *
aj_rollout_pictures_list_loans (AjRolloutFacts *facts)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);
  g_autoptr (GArray) journeys = list_journeys (facts);
  GListStore *bars = g_list_store_new (AJ_TYPE_TIMELINE_BAR);

  for (guint i = 0; i < loans->len; i++)
    if (aj_loan_counts (loans->pdata[i]))
      take_bar (bars, make_loan_bar (facts, loans->pdata[i]));
  for (guint i = 0; i < journeys->len; i++)
    take_bar (bars, make_journey_bar (facts, &g_array_index (journeys, Journey, i)));
  return G_LIST_MODEL (bars);
}

/* How far a phase has got; one that was stopped has got nowhere, but more than none. */
static guint
rank (AjPhase phase)
{
  return phase == AJ_PHASE_STOPPED ? 1 : (guint) phase + 2;
}

/* (element-type utf8 guint) (transfer full): the rank of the furthest one by municipality. Those of a district as a whole are of
 * each municipality in it. */
static GHashTable *
rank_municipalities (AjRolloutFacts *facts, const char *intervention)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);

  for (guint i = 0; i < rollouts->len; i++)
    {
      const AjValues *rollout = rollouts->pdata[i];
      const char *place = aj_values_get_text (rollout, "municipality");
      guint present, own = rank (aj_rollout_get_phase (rollout));

      if (intervention != NULL && !has_text (rollout, "intervention", intervention))
        continue;
      if (place == NULL)
        place = aj_values_get_text (rollout, "district");
      present = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, place));
      g_hash_table_insert (ranks, (char *) place, GUINT_TO_POINTER (MAX (present, own)));
    }
  return ranks;
}

static guint
find_rank (GHashTable *ranks, const AjValues *town)
{
  const char *district = aj_values_get_text (town, "district");
  guint own = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, aj_values_get_id (town)));
  guint shared = district != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (ranks, district)) : 0;

  return MAX (own, shared);
}

/* Of so many days at most it is asked whether each is free. */
#define MAX_DAYS 3700

/* (transfer full) (nullable) (element-type AjDate) */
static GArray *
list_days_off (AjDateRange days)
{
  GArray *off;

  if (days.first == AJ_DATE_NONE || days.last == AJ_DATE_NONE || days.last - days.first > MAX_DAYS)
    return NULL;
  off = g_array_new (FALSE, FALSE, sizeof (AjDate));
  for (AjDate day = days.first; day <= days.last; day++)
    {
      AjPublicHoliday holiday;

      if (aj_public_holiday_find (day, &holiday) && holiday.kind == AJ_PUBLIC_HOLIDAY_FREE)
        g_array_append_val (off, day);
    }
  return off;
}

/* Of @days what lies between the first and the last bar; all of that where nothing does. */
static AjDateRange
narrow (AjDateRange days, AjDateRange all)
{
  AjDateRange both = { days.first != AJ_DATE_NONE ? MAX (days.first, all.first) : all.first,
                       days.last != AJ_DATE_NONE && days.last < all.last ? days.last : all.last };

  return both.first <= both.last ? both : all;
}

static GPtrArray *
take_bars (GListModel *model)
{
  GPtrArray *bars = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (bars, g_list_model_get_item (model, i));
  g_object_unref (model);
  return bars;
}

AjTimelinePaper *
aj_rollout_pictures_make_paper (AjRolloutFacts *facts,
                                const AjRecordType *type,
                                AjDateRange days,
                                AjDate today)
{
  gboolean of_loans = type == &aj_loan_record_type;
  AjTimelinePaper paper = { .title = of_loans ? _ ("Loans in Time") : _ ("Rollouts in Time"),
                            .today = today };
  g_autofree char *note = aj_document_describe_printed (today);
  g_autoptr (GPtrArray) bars = take_bars (of_loans ? aj_rollout_pictures_list_loans (facts)
                                                   : aj_rollout_pictures_list_rollouts (facts));
  g_autoptr (GArray) days_off = NULL;

  paper.note = note;
  paper.bars = bars;
  paper.days = narrow (days, aj_timeline_find_range (bars));
  paper.days_off = days_off = list_days_off (paper.days);
  return aj_timeline_paper_copy (&paper);
}

AjMapState *
aj_rollout_pictures_make_map (AjRolloutFacts *facts, const char *intervention, AjDate day)
{
  static const AjMapClass none = { N_ ("Nothing yet"), AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, FALSE };
  const char *name = aj_rollout_facts_get_name (facts, intervention);
  AjMapState *map = aj_map_state_new (name != NULL ? name : _ ("Rollouts by municipality"));
  g_autoptr (GHashTable) ranks = rank_municipalities (facts, intervention);
  GPtrArray *towns = aj_rollout_facts_get_municipalities (facts);
  AjMapClass first = none;
  guint classes[AJ_N_PHASES + 2] = { 0 };

  first.label = _ (none.label);
  classes[0] = aj_map_state_add_class (map, &first);
  for (AjPhase phase = 0; phase < AJ_N_PHASES; phase++)
    {
      AjMapClass class = aj_phase_get_class (phase);

      classes[rank (phase)] = aj_map_state_add_class (map, &class);
    }
  for (guint i = 0; i < towns->len; i++)
    {
      const char *district = aj_values_get_text (towns->pdata[i], "district");
      AjMapTile tile;

      if (!aj_values_exist_on (towns->pdata[i], day))
        continue;
      tile = aj_municipality_tile_make (towns->pdata[i],
                                        aj_rollout_facts_get_name (facts, district));
      tile.state = classes[find_rank (ranks, towns->pdata[i])];
      tile.count = -1;
      aj_map_state_add_tile (map, &tile);
    }
  aj_map_state_set_class_title (map, _ ("Phase"));
  aj_map_state_settle (map);
  return map;
}

/* (transfer full) (nullable): when it is, or was to be. */
static char *
describe_days (const AjValues *rollout, AjDate today)
{
  AjDateRange days = get_days (rollout);
  AjPhase phase = aj_rollout_get_phase (rollout);
  g_autofree char *first = aj_date_format_short (days.first);
  g_autofree char *last = aj_date_format_short (days.last);

  if (phase < AJ_PHASE_RUNNING && days.first != AJ_DATE_NONE && days.first < today)
    /* Translators: of a rollout that is late; a date. */
    return g_strdup_printf (_ ("was to start %s"), first);
  if (phase == AJ_PHASE_RUNNING && days.last != AJ_DATE_NONE && days.last < today)
    /* Translators: of a rollout that is late; a date. */
    return g_strdup_printf (_ ("was to end %s"), last);
  if (days.first == AJ_DATE_NONE && days.last == AJ_DATE_NONE)
    return NULL;
  return aj_timeline_describe_days (&days);
}

static AjBoardCard *
make_card (AjRolloutFacts *facts, const AjValues *rollout, gboolean is_of_one, AjDate today)
{
  const char *place = aj_rollout_facts_get_place (facts, rollout);
  const char *district = aj_rollout_facts_get_district (facts, rollout);
  g_autofree char *days = describe_days (rollout, today);
  const AjBoardFacts card = {
    .id = aj_values_get_id (rollout),
    .column = aj_rollout_get_phase (rollout),
    .title = is_of_one ? place : aj_rollout_facts_get_subject (facts, rollout),
    .subtitle = !is_of_one                         ? place
                : g_strcmp0 (district, place) != 0 ? district
                                                   : NULL,
    .note = days,
  };

  return aj_board_card_new (&card);
}

GPtrArray *
aj_rollout_pictures_list_cards (AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rollouts->len; i++)
    if (intervention == NULL ||
        g_strcmp0 (aj_values_get_text (rollouts->pdata[i], "intervention"), intervention) == 0)
      g_ptr_array_add (cards, make_card (facts, rollouts->pdata[i], intervention != NULL, today));
  return cards;
}
