/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-contact.h"
#include "aj-example.h"
#include "aj-jobs-fixture.h"
#include "aj-municipality.h"
#include "aj-network-map.h"

/* The last day of the second quarter. */
#define TODAY (aj_date_new (2026, 6, 30))

static AjMapState *
draw_on (Fixture *self, AjNetworkSubject subject, const char *group, AjDate date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjNetworkFacts) facts = aj_network_facts_load (self->store, subject, &error);

  g_assert_no_error (error);
  return aj_network_map_draw (facts, group, date);
}

static AjMapState *
draw (Fixture *self, AjNetworkSubject subject)
{
  return draw_on (self, subject, NULL, TODAY);
}

static const AjMapTile *
get_tile (AjMapState *map, const char *id)
{
  int index = aj_map_state_find (map, id);

  g_assert_cmpint (index, >=, 0);
  return aj_map_state_get_tile (map, (guint) index);
}

static const char *
get_label (AjMapState *map, const char *id)
{
  return aj_map_state_get_class (map, get_tile (map, id)->state)->label;
}

/* Colour and pattern and mark together are those of no other state, and the mark and the pattern alone are enough where
 * there are no more states than marks. */
static void
assert_told_apart (AjMapState *map)
{
  for (guint i = 0; i < aj_map_state_get_n_classes (map); i++)
    for (guint k = 0; k < i; k++)
      {
        const AjMapClass *one = aj_map_state_get_class (map, i);
        const AjMapClass *other = aj_map_state_get_class (map, k);

        g_assert_true (one->mark != other->mark || one->hatched != other->hatched ||
                       (i - k >= 7 && one->tone != other->tone));
      }
}

static const char *
add_municipality (Fixture *self, const char *name, const char *district, const char *region)
{
  g_autofree char *code = g_strdup_printf ("GM%s", name);

  return fixture_add (self, "municipality", "name", name, "code", code, "district", district,
                      "school-region", region, NULL);
}

static void
test_districts (Fixture *self, gconstpointer data)
{
  const char *twente = fixture_add (self, "district", "name", "Twente", NULL);
  const char *rijnmond = fixture_add (self, "district", "name", "Rijnmond", NULL);
  const char *almelo = add_municipality (self, "Almelo", twente, NULL);
  const char *urk = add_municipality (self, "Urk", NULL, NULL);
  g_autoptr (AjMapState) map = draw (self, AJ_NETWORK_DISTRICTS);

  g_assert_cmpstr (aj_map_state_get_title (map), ==, "Municipalities by District");
  g_assert_cmpstr (aj_map_state_get_note (map), ==, "As of Tuesday 30 June 2026");
  g_assert_cmpuint (aj_map_state_get_n_classes (map), ==, 3);
  g_assert_cmpuint (aj_map_state_count_class (map, 0), ==, 0);
  g_assert_cmpstr (get_label (map, almelo), ==, "Twente");
  g_assert_cmpstr (get_tile (map, almelo)->district, ==, "Twente");
  g_assert_cmpstr (get_label (map, urk), ==, "In no district");
  g_assert_null (get_tile (map, urk)->district);
  assert_told_apart (map);

  /* The state for who has none is only there when somebody has. */
  fixture_set (self, "municipality", urk, "district", rijnmond, NULL);
  g_clear_pointer (&map, aj_map_state_unref);
  map = draw (self, AJ_NETWORK_DISTRICTS);
  g_assert_cmpuint (aj_map_state_get_n_classes (map), ==, 2);
  g_assert_cmpstr (get_label (map, urk), ==, "Rijnmond");
}

/* Who has neither coordinates nor a tile gets no made-up place, and its card tells what to do. */
static void
test_no_place (Fixture *self, gconstpointer data)
{
  const char *known = add_municipality (self, "Almelo", NULL, NULL);
  const char *tiled = add_municipality (self, "Borne", NULL, NULL);
  const char *unknown = add_municipality (self, "Nergens", NULL, NULL);
  g_autoptr (AjMapState) map = NULL;

  fixture_set (self, "municipality", known, "latitude", "52.35", "longitude", "6.66", NULL);
  fixture_set (self, "municipality", tiled, "tile-column", "3", "tile-row", "4", NULL);
  map = draw (self, AJ_NETWORK_DISTRICTS);
  g_assert_false (get_tile (map, known)->is_apart);
  g_assert_null (get_tile (map, known)->lines[0]);
  g_assert_false (get_tile (map, tiled)->is_apart);
  g_assert_null (get_tile (map, tiled)->lines[0]);
  g_assert_true (get_tile (map, unknown)->is_apart);
  g_assert_cmpstr (get_tile (map, unknown)->lines[0], ==,
                   "Place unknown: fill in its latitude and longitude.");
}

/* With more districts than there are colours and marks, none looks like another. */
static void
test_many_districts (Fixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) map = NULL;

  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *name = g_strdup_printf ("District %02u", i);

      add_municipality (self, name, fixture_add (self, "district", "name", name, NULL), NULL);
    }
  map = draw (self, AJ_NETWORK_DISTRICTS);
  g_assert_cmpuint (aj_map_state_get_n_classes (map), ==, 25);
  assert_told_apart (map);
}

static void
test_school_regions (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *region;
    const char *label;
  } cases[] = {
    { "noord", "North" }, { "midden", "Middle" }, { "zuid", "South" }, { NULL, "Not known" }
  };
  const char *ids[G_N_ELEMENTS (cases)];
  g_autoptr (AjMapState) map = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ids[i] = add_municipality (self, cases[i].label, NULL, cases[i].region);
  map = draw (self, AJ_NETWORK_SCHOOL_REGIONS);
  g_assert_cmpuint (aj_map_state_get_n_classes (map), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (get_label (map, ids[i]), ==, cases[i].label);
  assert_told_apart (map);
}

static void
add_contact (Fixture *self, const char *date, const char *field, const char *id)
{
  fixture_add (self, "contact", "date", date, "way", "mail", "summary", "Called", field, id, NULL);
}

static void
test_contact (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *date; /* NULL: never */
    const char *label;
    int n_this_year;
  } cases[] = {
    { "2026-06-30", "Since 1 April 2026", 1 },
    { "2026-04-01", "Since 1 April 2026", 1 },
    { "2026-03-31", "Earlier in 2026", 1 },
    { "2026-01-01", "Earlier in 2026", 1 },
    { "2025-12-31", "Before 2026", 0 },
    { NULL, "Never", 0 },
    /* What is to come has not been. */
    { "2026-07-01", "Never", 0 },
  };
  const char *ids[G_N_ELEMENTS (cases)];
  g_autoptr (AjMapState) map = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Town %u", i);

      ids[i] = add_municipality (self, name, NULL, NULL);
      if (cases[i].date != NULL)
        add_contact (self, cases[i].date, "municipality", ids[i]);
    }
  map = draw (self, AJ_NETWORK_CONTACT);
  g_assert_cmpstr (aj_map_state_get_count_label (map), ==, "Contacts in 2026");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (get_label (map, ids[i]), ==, cases[i].label);
      g_assert_cmpint (get_tile (map, ids[i])->count, ==, cases[i].n_this_year);
    }
  g_assert_cmpstr (get_tile (map, ids[0])->lines[0], ==, "Last contact: Tue 30 Jun 2026");
  assert_told_apart (map);
}

/* On another day the quarter and the year are those of that day, and what is said of them is true whenever it is read. */
static void
test_contact_on_another_day (Fixture *self, gconstpointer data)
{
  const char *ede = add_municipality (self, "Ede", NULL, NULL);
  g_autoptr (AjMapState) before = NULL;
  g_autoptr (AjMapState) then = NULL;
  g_autoptr (AjMapState) later = NULL;

  add_contact (self, "2026-05-01", "municipality", ede);
  before = draw_on (self, AJ_NETWORK_CONTACT, NULL, aj_date_new (2026, 4, 30));
  g_assert_cmpstr (get_label (before, ede), ==, "Never");
  then = draw_on (self, AJ_NETWORK_CONTACT, NULL, aj_date_new (2026, 12, 31));
  g_assert_cmpstr (get_label (then, ede), ==, "Earlier in 2026");
  later = draw_on (self, AJ_NETWORK_CONTACT, NULL, aj_date_new (2027, 1, 1));
  g_assert_cmpstr (get_label (later, ede), ==, "Before 2027");
  g_assert_cmpstr (aj_map_state_get_count_label (later), ==, "Contacts in 2027");
  g_assert_cmpint (get_tile (later, ede)->count, ==, 0);
}

/* Contact with an organisation there, or with somebody of it, is contact with the municipality; one that names several of
 * them counts once. */
static void
test_contact_through_others (Fixture *self, gconstpointer data)
{
  const char *ede = add_municipality (self, "Ede", NULL, NULL);
  const char *epe = add_municipality (self, "Epe", NULL, NULL);
  const char *school = fixture_add (self, "organisation", "name", "School", "kind", "education",
                                    "municipality", ede, NULL);
  const char *person = fixture_add (self, "person", "name", "Jan", "organisation", school, NULL);
  g_autoptr (AjMapState) map = NULL;

  add_contact (self, "2026-02-01", "organisation", school);
  add_contact (self, "2026-05-01", "person", person);
  fixture_add (self, "contact", "date", "2026-05-02", "way", "visit", "summary", "Met", "person",
               person, "organisation", school, "municipality", epe, NULL);
  map = draw (self, AJ_NETWORK_CONTACT);
  g_assert_cmpint (get_tile (map, ede)->count, ==, 3);
  g_assert_cmpstr (get_label (map, ede), ==, "Since 1 April 2026");
  g_assert_cmpint (get_tile (map, epe)->count, ==, 1);
  g_assert_cmpstr (get_tile (map, epe)->lines[0], ==, "Last contact: Sat 2 May 2026");
}

static void
test_group (Fixture *self, gconstpointer data)
{
  const char *ede = add_municipality (self, "Ede", NULL, NULL);
  const char *epe = add_municipality (self, "Epe", NULL, NULL);
  const char *town_hall = fixture_add (self, "organisation", "name", "Gemeente Ede", "kind",
                                       "municipality", "municipality", ede, NULL);
  const char *group = fixture_add (self, "group", "name", "Team", "kind", "expert-team", NULL);
  g_autoptr (AjMapState) map = NULL;

  fixture_add (self, "membership", "group", group, "organisation", town_hall, "from", "2026-01-01",
               "until", "2026-06-30", NULL);
  map = draw_on (self, AJ_NETWORK_GROUP, group, TODAY);
  g_assert_cmpstr (aj_map_state_get_title (map), ==, "Municipalities in Team");
  g_assert_cmpstr (get_label (map, ede), ==, "Takes part");
  g_assert_cmpstr (get_tile (map, ede)->text, ==, "1");
  g_assert_cmpstr (get_tile (map, ede)->lines[0], ==, "Gemeente Ede");
  g_assert_cmpstr (get_label (map, epe), ==, "Does not take part");
  assert_told_apart (map);

  g_clear_pointer (&map, aj_map_state_unref);
  map = draw_on (self, AJ_NETWORK_GROUP, group, TODAY + 1);
  g_assert_cmpstr (get_label (map, ede), ==, "Does not take part");

  /* A group that was removed meanwhile has nobody in it. */
  g_clear_pointer (&map, aj_map_state_unref);
  map = draw_on (self, AJ_NETWORK_GROUP, "gone", TODAY);
  g_assert_cmpuint (aj_map_state_count_class (map, 2), ==, 2);
}

/* One who sits for all municipalities of a district does so for each of them; a school of the district does not. */
static void
test_group_through_district (Fixture *self, gconstpointer data)
{
  const char *twente = fixture_add (self, "district", "name", "Twente", NULL);
  const char *borne = add_municipality (self, "Borne", twente, NULL);
  const char *almelo = add_municipality (self, "Almelo", twente, NULL);
  const char *ede = add_municipality (self, "Ede", NULL, NULL);
  const char *all = fixture_add (self, "organisation", "name", "Gemeenten Twente", "kind",
                                 "municipality", "district", twente, NULL);
  const char *hall = fixture_add (self, "organisation", "name", "Gemeente Borne", "kind",
                                  "municipality", "municipality", borne, NULL);
  const char *school = fixture_add (self, "organisation", "name", "School", "kind", "education",
                                    "district", twente, NULL);
  const char *group = fixture_add (self, "group", "name", "Team", "kind", "expert-team", NULL);
  g_autoptr (AjMapState) map = NULL;

  fixture_add (self, "membership", "group", group, "organisation", school, NULL);
  map = draw_on (self, AJ_NETWORK_GROUP, group, TODAY);
  g_assert_cmpuint (aj_map_state_count_class (map, 2), ==, 3);

  fixture_add (self, "membership", "group", group, "organisation", all, NULL);
  fixture_add (self, "membership", "group", group, "organisation", hall, NULL);
  g_clear_pointer (&map, aj_map_state_unref);
  map = draw_on (self, AJ_NETWORK_GROUP, group, TODAY);
  g_assert_cmpstr (get_label (map, borne), ==, "Takes part");
  g_assert_cmpint (get_tile (map, borne)->count, ==, 1);
  g_assert_cmpstr (get_label (map, almelo), ==, "Through its district");
  g_assert_cmpint (get_tile (map, almelo)->count, ==, 0);
  g_assert_cmpstr (get_tile (map, almelo)->lines[0], ==, "Gemeenten Twente");
  g_assert_cmpstr (get_label (map, ede), ==, "Does not take part");
}

/* Two became one on 1 January: on each day only those that there are. */
static void
test_mergers (Fixture *self, gconstpointer data)
{
  const char *old = add_municipality (self, "Haaren", NULL, NULL);
  const char *new = add_municipality (self, "Nieuwstad", NULL, NULL);
  g_autoptr (AjMapState) before = NULL;
  g_autoptr (AjMapState) after = NULL;
  g_autofree char *name = NULL;

  fixture_set (self, "municipality", old, "valid-until", "2025-12-31", NULL);
  fixture_set (self, "municipality", new, "valid-from", "2026-01-01", NULL);
  before = draw_on (self, AJ_NETWORK_DISTRICTS, NULL, aj_date_new (2025, 12, 31));
  after = draw_on (self, AJ_NETWORK_DISTRICTS, NULL, aj_date_new (2026, 1, 1));
  name = aj_map_state_dup_name (before);
  g_assert_cmpstr (name, ==, "Municipalities by District. As of Wednesday 31 December 2025");
  g_assert_cmpuint (aj_map_state_get_n_tiles (before), ==, 1);
  g_assert_cmpint (aj_map_state_find (before, old), ==, 0);
  g_assert_cmpuint (aj_map_state_get_n_tiles (after), ==, 1);
  g_assert_cmpint (aj_map_state_find (after, new), ==, 0);
}

/* What was of a municipality is of the one that it went into, by way of a third one too, from that day on; two that went
 * into each other by mistake hold up nothing. */
static void
test_heirs (Fixture *self, gconstpointer data)
{
  const char *ede = add_municipality (self, "Ede", NULL, NULL);
  const char *epe = add_municipality (self, "Epe", NULL, NULL);
  const char *elst = add_municipality (self, "Elst", NULL, NULL);
  const char *hall = fixture_add (self, "organisation", "name", "Gemeente Ede", "kind",
                                  "municipality", "municipality", ede, NULL);
  const char *group = fixture_add (self, "group", "name", "Team", "kind", "expert-team", NULL);
  g_autoptr (AjMapState) before = NULL;
  g_autoptr (AjMapState) after = NULL;
  g_autoptr (AjMapState) seats = NULL;
  g_autoptr (AjMapState) round = NULL;

  add_contact (self, "2025-11-01", "organisation", hall);
  add_contact (self, "2026-05-01", "municipality", epe);
  fixture_add (self, "membership", "group", group, "organisation", hall, NULL);
  fixture_set (self, "municipality", ede, "valid-until", "2025-12-31", "merged-into", epe, NULL);
  fixture_set (self, "municipality", epe, "valid-until", "2026-05-31", "merged-into", elst, NULL);

  before = draw_on (self, AJ_NETWORK_CONTACT, NULL, aj_date_new (2025, 12, 31));
  g_assert_cmpstr (get_label (before, ede), ==, "Since 1 October 2025");
  g_assert_cmpstr (get_label (before, epe), ==, "Never");
  after = draw (self, AJ_NETWORK_CONTACT);
  g_assert_cmpstr (get_label (after, elst), ==, "Since 1 April 2026");
  g_assert_cmpint (get_tile (after, elst)->count, ==, 1);
  seats = draw_on (self, AJ_NETWORK_GROUP, group, TODAY);
  g_assert_cmpstr (get_label (seats, elst), ==, "Takes part");

  fixture_set (self, "municipality", elst, "valid-until", "2026-06-01", "merged-into", ede, NULL);
  round = draw (self, AJ_NETWORK_CONTACT);
  g_assert_cmpuint (aj_map_state_get_n_tiles (round), ==, 0);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  for (guint subject = AJ_NETWORK_DISTRICTS; subject <= AJ_NETWORK_GROUP; subject++)
    {
      g_autoptr (AjMapState) map = draw (self, (AjNetworkSubject) subject);

      g_assert_cmpuint (aj_map_state_get_n_tiles (map), ==, 0);
    }
}

static void
test_example (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMapState) map = NULL;
  guint n = 0;

  g_assert_true (aj_example_fill (self->store, AJ_EXAMPLE_DEFAULT, &error));
  g_assert_no_error (error);
  map = draw (self, AJ_NETWORK_DISTRICTS);
  g_assert_cmpuint (aj_map_state_get_n_tiles (map), ==, 76);
  g_assert_cmpuint (aj_map_state_get_n_classes (map), ==, 5);
  for (guint i = 0; i < 5; i++)
    n += aj_map_state_count_class (map, i);
  g_assert_cmpuint (n, ==, 76);
}

/* Without waiting comes the same as with it. */
static void
test_async (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_example_fill (self->store, AJ_EXAMPLE_DEFAULT, &error));
  g_assert_no_error (error);
  for (guint subject = AJ_NETWORK_DISTRICTS; subject <= AJ_NETWORK_GROUP; subject++)
    {
      g_autoptr (AjRecord) group = fixture_find (self, "group", "name", "Expertteam Cyber");
      g_autoptr (AjMapState) waited = draw_on (self, (AjNetworkSubject) subject,
                                               aj_record_get_id (group), TODAY);
      g_autoptr (AjNetworkFacts) facts = NULL;
      g_autoptr (AjMapState) map = NULL;
      Waiter waiter = { NULL };

      aj_network_facts_load_async (self->store, (AjNetworkSubject) subject, NULL, waiter_ready_cb,
                                   &waiter);
      facts = aj_network_facts_load_finish (self->store, waiter_wait (&waiter), &error);
      g_clear_object (&waiter.result);
      g_assert_no_error (error);
      map = aj_network_map_draw (facts, aj_record_get_id (group), TODAY);
      g_assert_cmpuint (aj_map_state_get_n_tiles (map), ==, 76);
      for (guint i = 0; i < 76; i++)
        {
          g_autofree char *one = aj_map_state_describe (map, i);
          g_autofree char *other = aj_map_state_describe (waited, i);

          g_assert_cmpstr (one, ==, other);
        }
    }
}

static void
test_async_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  g_cancellable_cancel (cancellable);
  aj_network_facts_load_async (self->store, AJ_NETWORK_GROUP, cancellable, waiter_ready_cb,
                               &waiter);
  g_assert_null (aj_network_facts_load_finish (self->store, waiter_wait (&waiter), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&waiter.result);
}

static void
changed_cb (AjStore *store, AjChanges *changes, gpointer user_data)
{
  guint *concerned = user_data;

  for (guint subject = AJ_NETWORK_DISTRICTS; subject <= AJ_NETWORK_GROUP; subject++)
    if (aj_network_facts_are_concerned ((AjNetworkSubject) subject, changes))
      *concerned |= 1u << subject;
}

static void
test_concerned (Fixture *self, gconstpointer data)
{
  static const guint all = 1u << AJ_NETWORK_DISTRICTS | 1u << AJ_NETWORK_SCHOOL_REGIONS |
                           1u << AJ_NETWORK_CONTACT | 1u << AJ_NETWORK_GROUP;
  guint concerned = 0;
  const char *ede;

  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &concerned);
  ede = add_municipality (self, "Ede", NULL, NULL);
  g_assert_cmphex (concerned, ==, all);
  concerned = 0;
  add_contact (self, "2026-06-01", "municipality", ede);
  g_assert_cmphex (concerned, ==, 1u << AJ_NETWORK_CONTACT);
  concerned = 0;
  fixture_add (self, "person", "name", "Jan", NULL);
  g_assert_cmphex (concerned, ==, 1u << AJ_NETWORK_CONTACT | 1u << AJ_NETWORK_GROUP);
  g_signal_handlers_disconnect_by_data (self->store, &concerned);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/network-map/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("districts", test_districts);
  ADD ("districts/many", test_many_districts);
  ADD ("no-place", test_no_place);
  ADD ("school-regions", test_school_regions);
  ADD ("contact", test_contact);
  ADD ("contact/another-day", test_contact_on_another_day);
  ADD ("contact/through-others", test_contact_through_others);
  ADD ("group", test_group);
  ADD ("group/through-district", test_group_through_district);
  ADD ("mergers", test_mergers);
  ADD ("mergers/heirs", test_heirs);
  ADD ("empty", test_empty);
  ADD ("example", test_example);
  ADD ("async", test_async);
  ADD ("async/cancelled", test_async_cancelled);
  ADD ("concerned", test_concerned);
  return g_test_run ();
}
