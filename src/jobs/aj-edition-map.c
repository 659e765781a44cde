/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-edition-map.h"

#include <glib/gi18n-lib.h>

#include "aj-municipality-tile.h"

static const struct
{
  const char *code;
  const char *label;
} subjects[AJ_EDITION_MAP_N_SUBJECTS] = {
  [AJ_EDITION_MAP_ANSWER] = { "answer", N_ ("Answer") },
  [AJ_EDITION_MAP_NUMBER] = { "number", N_ ("Number") },
  [AJ_EDITION_MAP_TARGET + AJ_TARGET_BUSINESS] = { "for-business", N_ ("Business") },
  [AJ_EDITION_MAP_TARGET + AJ_TARGET_YOUTH] = { "for-youth", N_ ("Youth") },
  [AJ_EDITION_MAP_TARGET + AJ_TARGET_ELDERLY] = { "for-elderly", N_ ("Elderly") },
  [AJ_EDITION_MAP_TARGET + AJ_TARGET_RESIDENTS] = { "for-residents", N_ ("Residents") },
};

/* How each standing looks, also in black and white. */
static const struct
{
  AjMapTone tone;
  AjMapMark mark;
  gboolean hatched;
} looks[AJ_N_STANDINGS] = {
  [AJ_STANDING_OUT] = { AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, TRUE },
  [AJ_STANDING_OPEN] = { AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, FALSE },
  [AJ_STANDING_INVITED] = { AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_DOTS, FALSE },
  [AJ_STANDING_REMINDED] = { AJ_MAP_TONE_WAIT, AJ_MAP_MARK_TRIANGLE, FALSE },
  [AJ_STANDING_REGISTERED] = { AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE },
  [AJ_STANDING_DECLINED] = { AJ_MAP_TONE_BAD, AJ_MAP_MARK_DASH, FALSE },
  [AJ_STANDING_NO_NEED] = { AJ_MAP_TONE_7, AJ_MAP_MARK_HALF, FALSE },
};

/* From so many activities on; the first is for none. */
static const guint steps[] = { 0, 1, 2, 4, 8 };

/* Whether a municipality has what a map of numbers asks for. */
typedef enum
{
  HAS_OUT,
  HAS_DECLINED,
  HAS_NOTHING,
  HAS_ELSE, /* something, but not for these */
  HAS_IT,
  N_HAS,
} Has;

const char *
aj_edition_map_get_code (AjEditionMapSubject subject)
{
  g_return_val_if_fail (subject < AJ_EDITION_MAP_N_SUBJECTS, NULL);

  return subjects[subject].code;
}

const char *
aj_edition_map_get_label (AjEditionMapSubject subject)
{
  g_return_val_if_fail (subject < AJ_EDITION_MAP_N_SUBJECTS, NULL);

  return _ (subjects[subject].label);
}

static void
add_class (AjMapState *map, const char *label, AjMapTone tone, AjMapMark mark, gboolean hatched)
{
  AjMapClass class = { label, tone, mark, hatched };

  aj_map_state_add_class (map, &class);
}

static void
begin_answer (AjMapState *map)
{
  for (guint i = 0; i < AJ_N_STANDINGS; i++)
    add_class (map, aj_standing_get_label (i), looks[i].tone, looks[i].mark, looks[i].hatched);
}

/* Who does nothing because that was not asked, and who said so. */
static void
add_absent (AjMapState *map)
{
  add_class (map, aj_standing_get_label (AJ_STANDING_OUT), AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE,
             TRUE);
  add_class (map, aj_standing_get_label (AJ_STANDING_DECLINED), AJ_MAP_TONE_8, AJ_MAP_MARK_CROSS,
             FALSE);
}

static void
begin_number (AjMapState *map)
{
  static const AjMapTone tones[] = { AJ_MAP_TONE_BAD, AJ_MAP_TONE_4, AJ_MAP_TONE_3, AJ_MAP_TONE_2,
                                     AJ_MAP_TONE_1 };
  static const AjMapMark marks[] = { AJ_MAP_MARK_NONE, AJ_MAP_MARK_RING, AJ_MAP_MARK_HALF,
                                     AJ_MAP_MARK_DISC, AJ_MAP_MARK_SQUARE };

  add_absent (map);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *label = NULL;

      if (i + 1 == G_N_ELEMENTS (steps))
        /* Translators: of activities: so many or more. */
        label = g_strdup_printf (_ ("%u or more"), steps[i]);
      else if (steps[i + 1] == steps[i] + 1)
        label = steps[i] == 0 ? g_strdup (_ ("none")) : g_strdup_printf ("%u", steps[i]);
      else
        /* Translators: of activities: from so many to so many. */
        label = g_strdup_printf (_ ("%1$u to %2$u"), steps[i], steps[i + 1] - 1);
      add_class (map, label, tones[i], marks[i], FALSE);
    }
}

static void
begin_target (AjMapState *map, AjTarget target)
{
  /* Translators: %s is a target group: youth. */
  g_autofree char *has_else = g_strdup_printf (_ ("activities, but nothing for %s"),
                                               aj_target_get_label (target));
  /* Translators: %s is a target group: youth. */
  g_autofree char *has_it = g_strdup_printf (_ ("something for %s"), aj_target_get_label (target));

  add_absent (map);
  add_class (map, _ ("no activities yet"), AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, FALSE);
  add_class (map, has_else, AJ_MAP_TONE_WAIT, AJ_MAP_MARK_DASH, FALSE);
  add_class (map, has_it, AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE);
}

static guint
find_step (guint number)
{
  guint step = 0;

  while (step + 1 < G_N_ELEMENTS (steps) && number >= steps[step + 1])
    step++;
  return step;
}

static guint
judge_target (const AjCoverageLine *line, AjTarget target)
{
  if (line->standing == AJ_STANDING_OUT)
    return HAS_OUT;
  if (line->standing == AJ_STANDING_DECLINED)
    return HAS_DECLINED;
  if (line->count.n_activities == 0)
    return HAS_NOTHING;
  return line->count.n_for[target] > 0 ? HAS_IT : HAS_ELSE;
}

static guint
judge (const AjCoverageLine *line, AjEditionMapSubject subject)
{
  if (subject == AJ_EDITION_MAP_ANSWER)
    return line->standing;
  if (subject == AJ_EDITION_MAP_NUMBER)
    return line->standing == AJ_STANDING_OUT ? HAS_OUT
           : line->standing == AJ_STANDING_DECLINED
               ? HAS_DECLINED
               : HAS_NOTHING + find_step (line->count.n_activities);
  return judge_target (line, subject - AJ_EDITION_MAP_TARGET);
}

/* What the card says: how far it is, since when, and what there is. */
static void
describe (const AjCoverageLine *line, AjEditionMapSubject subject, GPtrArray *lines)
{
  AjDate asked = aj_coverage_line_get_asked_on (line);
  guint n = line->count.n_activities;

  if (subject != AJ_EDITION_MAP_ANSWER)
    g_ptr_array_add (lines, g_strdup (aj_standing_get_label (line->standing)));
  if (n > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u activity", "%u activities", n), n));
  if (asked != AJ_DATE_NONE && aj_standing_is_waited_for (line->standing))
    {
      g_autofree char *day = aj_date_format_short (asked);

      /* Translators: a date. */
      g_ptr_array_add (lines, g_strdup_printf (_ ("Last asked: %s"), day));
    }
}

/* How many activities the map is about; -1: what it is coloured for says that there are none. */
static gint64
get_count (const AjCoverageLine *line, AjEditionMapSubject subject)
{
  guint n = line->count.n_activities;

  if (subject == AJ_EDITION_MAP_ANSWER)
    return line->standing == AJ_STANDING_REGISTERED ? (gint64) n : -1;
  if (subject >= AJ_EDITION_MAP_TARGET)
    n = line->count.n_for[subject - AJ_EDITION_MAP_TARGET];
  return n > 0 ? (gint64) n : -1;
}

static char *
make_count_label (AjEditionMapSubject subject)
{
  if (subject < AJ_EDITION_MAP_TARGET)
    return g_strdup (_ ("Activities"));
  /* Translators: heading of a column; %s is a target group: youth. */
  return g_strdup_printf (_ ("Activities for %s"),
                          aj_target_get_label (subject - AJ_EDITION_MAP_TARGET));
}

static void
add_tile (AjMapState *map,
          AjEditionFacts *facts,
          const AjCoverageLine *line,
          AjEditionMapSubject subject)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *district = aj_values_get_text (line->municipality, "district");
  AjMapTile tile = aj_municipality_tile_make (line->municipality,
                                              aj_edition_facts_get_district_name (facts, district));
  g_autofree char *text = NULL;

  tile.state = judge (line, subject);
  tile.count = get_count (line, subject);
  if (line->standing == AJ_STANDING_REMINDED && subject == AJ_EDITION_MAP_ANSWER)
    /* Translators: how often somebody was reminded; as short as can be. */
    tile.text = text = g_strdup_printf (_ ("%u×"), aj_coverage_line_get_round (line));
  describe (line, subject, lines);
  aj_municipality_tile_describe (line->municipality, lines);
  aj_municipality_tile_add (map, &tile, lines);
}

AjMapState *
aj_edition_map_draw (AjEditionFacts *facts, AjEditionMapSubject subject, AjDate today)
{
  const AjValues *edition = aj_edition_facts_get_edition (facts);
  GPtrArray *lines = aj_coverage_get_lines (aj_edition_facts_get_coverage (facts));
  AjMapState *map = aj_map_state_new (aj_values_get_text (edition, "name"));
  g_autofree char *day = aj_date_format_long (today);
  /* Translators: the day of which a map shows how things are. */
  g_autofree char *note = g_strdup_printf (_ ("As of %s"), day);
  g_autofree char *count_label = make_count_label (subject);

  aj_map_state_set_note (map, note);
  aj_map_state_set_class_title (map, aj_edition_map_get_label (subject));
  aj_map_state_set_count_label (map, count_label);
  if (subject == AJ_EDITION_MAP_ANSWER)
    begin_answer (map);
  else if (subject == AJ_EDITION_MAP_NUMBER)
    begin_number (map);
  else
    begin_target (map, subject - AJ_EDITION_MAP_TARGET);
  for (guint i = 0; i < lines->len; i++)
    add_tile (map, facts, lines->pdata[i], subject);
  aj_map_state_settle (map);
  return map;
}
