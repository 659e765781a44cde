/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network-map.h"

#include <glib/gi18n-lib.h>

#include "aj-composition.h"
#include "aj-municipality-tile.h"
#include "aj-municipality.h"

/* Tones that only tell apart, and marks that go with them: together they come round after 24. */
#define N_TONES (AJ_MAP_TONE_8 - AJ_MAP_TONE_1 + 1)
#define N_MARKS (AJ_MAP_N_MARKS - AJ_MAP_MARK_DISC)

/* A picture in the making. */
typedef struct
{
  AjNetworkFacts *facts; /* (borrowed) */
  AjDate date;
  AjMapState *map;            /* (owned) */
  AjComposition *composition; /* (owned) (nullable) */
} Drawing;

/* Puts a municipality in its state. @lines (element-type utf8) (transfer none): what the card says of it; add to them. */
typedef void (*Judge) (Drawing *self,
                       const AjValues *municipality,
                       AjMapTile *tile,
                       GPtrArray *lines);

static const char *
get_district_name (Drawing *self, const AjValues *municipality)
{
  const AjValues *district = aj_network_facts_find_district (self->facts,
                                                             aj_values_get_text (municipality,
                                                                                 "district"));

  return district != NULL ? aj_values_get_text (district, "name") : NULL;
}

static const AjField *
get_region_field (void)
{
  guint index = (guint) aj_record_type_find (&aj_municipality_record_type, "school-region");

  return &aj_municipality_record_type.fields[index];
}

/* What no state says. */
static void
add_region (Drawing *self, const AjValues *municipality, GPtrArray *lines)
{
  const char *region = aj_values_get_text (municipality, "school-region");

  if (region != NULL && aj_network_facts_get_subject (self->facts) != AJ_NETWORK_SCHOOL_REGIONS)
    g_ptr_array_add (
        lines,
        /* Translators: of a municipality: the region by which its schools have holidays. */
        g_strdup_printf (_ ("School holidays: %s"),
                         aj_field_get_choice_label (get_region_field (), region)));
}

static void
add_tile (Drawing *self, const AjValues *municipality, Judge judge)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  AjMapTile tile = aj_municipality_tile_make (municipality, get_district_name (self, municipality));

  judge (self, municipality, &tile, lines);
  add_region (self, municipality, lines);
  aj_municipality_tile_describe (municipality, lines);
  aj_municipality_tile_add (self->map, &tile, lines);
}

static void
add_class (Drawing *self, const char *label, AjMapTone tone, AjMapMark mark, gboolean hatched)
{
  AjMapClass class = { label, tone, mark, hatched };

  aj_map_state_add_class (self->map, &class);
}

/* A state for who has nothing in @field, where there is anybody. */
static void
add_rest (Drawing *self, const char *field, const char *label)
{
  GPtrArray *municipalities = aj_network_facts_get_municipalities (self->facts);

  for (guint i = 0; i < municipalities->len; i++)
    if (aj_values_exist_on (municipalities->pdata[i], self->date) &&
        aj_values_is_empty (municipalities->pdata[i], field))
      {
        add_class (self, label, AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, TRUE);
        return;
      }
}

/* Each district has a colour and a mark of its own, and who is in none comes last. */
static void
begin_districts (Drawing *self)
{
  GPtrArray *districts = aj_network_facts_get_districts (self->facts);

  for (guint i = 0; i < districts->len; i++)
    add_class (self, aj_values_get_text (districts->pdata[i], "name"),
               (AjMapTone) (AJ_MAP_TONE_1 + i % N_TONES),
               (AjMapMark) (AJ_MAP_MARK_DISC + i % N_MARKS), FALSE);
  add_rest (self, "district", _ ("In no district"));
}

static void
judge_district (Drawing *self, const AjValues *municipality, AjMapTile *tile, GPtrArray *lines)
{
  GPtrArray *districts = aj_network_facts_get_districts (self->facts);
  const AjValues *district = aj_network_facts_find_district (self->facts,
                                                             aj_values_get_text (municipality,
                                                                                 "district"));

  if (district == NULL || !g_ptr_array_find (districts, district, &tile->state))
    tile->state = districts->len;
}

static void
begin_regions (Drawing *self)
{
  static const AjMapMark marks[] = { AJ_MAP_MARK_TRIANGLE, AJ_MAP_MARK_DISC, AJ_MAP_MARK_FRAME };
  const AjChoice *choices = get_region_field ()->choices;
  guint n = 0;

  for (; choices[n].code != NULL; n++)
    add_class (self, aj_field_get_choice_label (get_region_field (), choices[n].code),
               (AjMapTone) (AJ_MAP_TONE_1 + n), marks[n % G_N_ELEMENTS (marks)], FALSE);
  add_rest (self, "school-region", _ ("Not known"));
}

static void
judge_region (Drawing *self, const AjValues *municipality, AjMapTile *tile, GPtrArray *lines)
{
  const AjChoice *choices = get_region_field ()->choices;
  const char *region = aj_values_get_text (municipality, "school-region");

  while (choices[tile->state].code != NULL && g_strcmp0 (choices[tile->state].code, region) != 0)
    tile->state++;
}

typedef enum
{
  CONTACT_THIS_QUARTER,
  CONTACT_THIS_YEAR,
  CONTACT_LONGER_AGO,
  CONTACT_NEVER,
} Contact;

static AjDate
get_quarter_start (AjDate date)
{
  return aj_date_new (aj_date_get_year (date), (aj_date_get_month (date) - 1) / 3 * 3 + 1, 1);
}

/* What is said holds on whatever day the map is of, and is read. */
static void
begin_contact (Drawing *self)
{
  int year = aj_date_get_year (self->date);
  g_autofree char *quarter = aj_date_format_plain (get_quarter_start (self->date));
  /* Translators: a date: the last contact with a municipality was on that day or later. */
  g_autofree char *since = g_strdup_printf (_ ("Since %s"), quarter);
  /* Translators: a year: the last contact with a municipality was in that year, before the quarter that it is. */
  g_autofree char *earlier = g_strdup_printf (_ ("Earlier in %d"), year);
  /* Translators: a year: the last contact with a municipality was before it. */
  g_autofree char *before = g_strdup_printf (_ ("Before %d"), year);
  /* Translators: a year: how many contacts there were in it. */
  g_autofree char *count = g_strdup_printf (_ ("Contacts in %d"), year);

  add_class (self, since, AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE);
  add_class (self, earlier, AJ_MAP_TONE_7, AJ_MAP_MARK_HALF, FALSE);
  add_class (self, before, AJ_MAP_TONE_WAIT, AJ_MAP_MARK_DOTS, FALSE);
  add_class (self, _ ("Never"), AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, FALSE);
  aj_map_state_set_count_label (self->map, count);
}

static void
judge_contact (Drawing *self, const AjValues *municipality, AjMapTile *tile, GPtrArray *lines)
{
  guint n_this_year;
  AjDate last = aj_network_facts_find_contact (self->facts, tile->id, self->date, &n_this_year);
  g_autofree char *day = NULL;

  tile->count = n_this_year;
  tile->state = CONTACT_NEVER;
  if (last == AJ_DATE_NONE)
    return;
  tile->state = last >= get_quarter_start (self->date) ? CONTACT_THIS_QUARTER
                : n_this_year > 0                      ? CONTACT_THIS_YEAR
                                                       : CONTACT_LONGER_AGO;
  day = aj_date_format_short (last);
  /* Translators: a date. */
  g_ptr_array_add (lines, g_strdup_printf (_ ("Last contact: %s"), day));
}

typedef enum
{
  GROUP_IN_IT,
  GROUP_THROUGH_DISTRICT,
  GROUP_NOT,
} Part;

static void
begin_group (Drawing *self)
{
  add_class (self, _ ("Takes part"), AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE);
  /* Translators: of municipalities: somebody takes part for all those of the district together. */
  add_class (self, _ ("Through its district"), AJ_MAP_TONE_7, AJ_MAP_MARK_HALF, FALSE);
  add_class (self, _ ("Does not take part"), AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, FALSE);
  aj_map_state_set_count_label (self->map, _ ("Members"));
}

/* Who comes from a municipality sits for it; who sits for municipalities without saying which, for those of the district. */
static Part
get_part (Drawing *self, const AjSitter *sitter, const AjValues *municipality)
{
  const AjValues *organisation = sitter->organisation;
  const char *place = organisation != NULL ? aj_values_get_text (organisation, "municipality")
                                           : NULL;

  if (place != NULL)
    return g_str_equal (aj_network_facts_find_heir (self->facts, place, self->date),
                        aj_values_get_id (municipality))
               ? GROUP_IN_IT
               : GROUP_NOT;
  if (organisation == NULL || sitter->district == NULL ||
      g_strcmp0 (aj_values_get_text (organisation, "kind"), "municipality") != 0)
    return GROUP_NOT;
  return g_strcmp0 (aj_values_get_id (sitter->district),
                    aj_values_get_text (municipality, "district")) == 0
             ? GROUP_THROUGH_DISTRICT
             : GROUP_NOT;
}

static void
judge_group (Drawing *self, const AjValues *municipality, AjMapTile *tile, GPtrArray *lines)
{
  tile->count = 0;
  tile->state = GROUP_NOT;
  for (guint i = 0; self->composition != NULL && i < self->composition->sitters->len; i++)
    {
      const AjSitter *sitter = &g_array_index (self->composition->sitters, AjSitter, i);
      Part part = get_part (self, sitter, municipality);

      if (part == GROUP_NOT)
        continue;
      tile->state = MIN (tile->state, part);
      tile->count += part == GROUP_IN_IT;
      g_ptr_array_add (lines, g_strdup (aj_sitter_get_name (sitter)));
    }
}

static char *
make_title (Drawing *self, const char *group)
{
  AjGroupBook *book = aj_network_facts_get_book (self->facts);
  const AjValues *values = book != NULL ? aj_group_book_look_up (book, group) : NULL;

  switch (aj_network_facts_get_subject (self->facts))
    {
    case AJ_NETWORK_SCHOOL_REGIONS:
      return g_strdup (_ ("Municipalities by School Holiday Region"));
    case AJ_NETWORK_CONTACT:
      return g_strdup (_ ("Last Contact with the Municipalities"));
    case AJ_NETWORK_GROUP:
      if (values == NULL)
        return g_strdup (_ ("Municipalities in a Group"));
      /* Translators: the name of a group. */
      return g_strdup_printf (_ ("Municipalities in %s"), aj_values_get_text (values, "name"));
    case AJ_NETWORK_DISTRICTS:
    default:
      return g_strdup (_ ("Municipalities by District"));
    }
}

static const struct
{
  void (*begin) (Drawing *self);
  Judge judge;
  const char *class_title; /* the title of a column */
} subjects[] = {
  [AJ_NETWORK_DISTRICTS] = { begin_districts, judge_district, N_ ("District") },
  [AJ_NETWORK_SCHOOL_REGIONS] = { begin_regions, judge_region, N_ ("School holiday region") },
  [AJ_NETWORK_CONTACT] = { begin_contact, judge_contact, N_ ("Last contact") },
  [AJ_NETWORK_GROUP] = { begin_group, judge_group, N_ ("In the group") },
};

AjMapState *
aj_network_map_draw (AjNetworkFacts *facts, const char *group, AjDate date)
{
  AjNetworkSubject subject = aj_network_facts_get_subject (facts);
  AjGroupBook *book = aj_network_facts_get_book (facts);
  GPtrArray *municipalities = aj_network_facts_get_municipalities (facts);
  Drawing drawing = { .facts = facts, .date = date };
  g_autofree char *title = make_title (&drawing, group);
  g_autofree char *day = aj_date_format_long (date);
  g_autofree char *note = NULL;

  if (book != NULL && group != NULL)
    drawing.composition = aj_composition_new (book, group, date);
  drawing.map = aj_map_state_new (title);
  /* Translators: the day of which a map shows how things are. */
  note = g_strdup_printf (_ ("As of %s"), day);
  aj_map_state_set_note (drawing.map, note);
  aj_map_state_set_class_title (drawing.map, _ (subjects[subject].class_title));
  subjects[subject].begin (&drawing);
  for (guint i = 0; i < municipalities->len; i++)
    if (aj_values_exist_on (municipalities->pdata[i], date))
      add_tile (&drawing, municipalities->pdata[i], subjects[subject].judge);
  aj_map_state_settle (drawing.map);
  g_clear_pointer (&drawing.composition, aj_composition_free);
  return drawing.map;
}
