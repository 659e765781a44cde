/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every group on one day: what is found in it, and what is said of its gaps. */
#include "aj-roster.h"

#include "aj-example.h"
#include "aj-jobs-fixture.h"
#include "aj-membership.h"
#include "aj-roster-keeper.h"
#include "aj-seat-search.h"
#include "aj-seat.h"

#define TODAY (aj_date_new (2026, 1, 15))

typedef struct
{
  Fixture base;
  AjRoster *roster; /* (owned) (nullable) */
} World;

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_clear_pointer (&self->roster, aj_roster_unref);
  fixture_tear_down (&self->base, data);
}

static void
load (World *self, AjDate date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjGroupBook) book = aj_group_book_load (self->base.store, &error);

  g_assert_no_error (error);
  g_clear_pointer (&self->roster, aj_roster_unref);
  self->roster = aj_roster_new (book, date, TODAY);
}

static void
load_example (World *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_example_fill (self->base.store, AJ_EXAMPLE_DEFAULT, &error));
  g_assert_no_error (error);
  load (self, TODAY);
}

/* (transfer full): "name in group\n" */
static char *
list_sitters (World *self, const char *searched)
{
  g_auto (GStrv) words = aj_roster_split_words (searched);
  g_autoptr (GArray) found = aj_roster_list_sitters (self->roster, (const char *const *) words,
                                                     NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const AjSitter *sitter = &g_array_index (found, AjSitter, i);

      g_string_append_printf (text, "%s in %s\n", aj_sitter_get_name (sitter),
                              aj_values_get_text (sitter->group, "name"));
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): "sentence (group)\n" */
static char *
list_empty (World *self, const char *searched)
{
  g_auto (GStrv) words = aj_roster_split_words (searched);
  g_autoptr (GArray) found = aj_roster_list_empty (self->roster, (const char *const *) words);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const AjGroupSeat *seat = &g_array_index (found, AjGroupSeat, i);
      g_autofree char *sentence = aj_roster_describe_empty (self->roster, seat);

      g_string_append_printf (text, "%s (%s)\n", sentence,
                              aj_values_get_text (seat->group, "name"));
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): "name\n" */
static char *
list_groups (World *self, const char *searched)
{
  g_auto (GStrv) words = aj_roster_split_words (searched);
  GPtrArray *groups = aj_roster_get_groups (self->roster);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    if (aj_roster_group_fits (groups->pdata[i], (const char *const *) words))
      g_string_append_printf (text, "%s\n",
                              aj_values_get_text (((const AjRosterGroup *) groups->pdata[i])->group,
                                                  "name"));
  return g_string_free (text, FALSE);
}

/* (transfer full): "name\n" */
static char *
list_districts (World *self, const char *searched)
{
  g_auto (GStrv) words = aj_roster_split_words (searched);
  g_autoptr (GPtrArray) found = aj_roster_list_districts (self->roster,
                                                          (const char *const *) words);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s\n", aj_values_get_text (found->pdata[i], "name"));
  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *typed, *words;
  } cases[] = {
    { "", "" },
    { "  ", "" },
    { "Education Twente", "education|twente" },
    { "\tZOË  van\n", "zoe|van" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = aj_roster_split_words (cases[i].typed);
      g_autofree char *joined = g_strjoinv ("|", words);

      g_assert_cmpstr (joined, ==, cases[i].words);
    }
}

/* "Who sits for education in Twente?": the seat for that comes first, then where else that school sits. */
static void
test_education_in_twente (World *self, gconstpointer data)
{
  g_autofree char *sitters = NULL;
  g_autofree char *groups = NULL;
  g_autofree char *empty = NULL;

  load_example (self);
  sitters = list_sitters (self, "education TWENTE");
  g_assert_cmpstr (sitters, ==,
                   "Hogeschool Saxion in Districtelijke werkgroep Twente\n"
                   "Hogeschool Saxion in Expertteam Cyber\n"
                   "Hogeschool Saxion in Projectgroep Incident Response\n"
                   "Hogeschool Saxion in Werkgroep Jeugd\n"
                   "Hogeschool Saxion in Werkgroep MKB\n"
                   "Hogeschool Saxion in Learning community MKB: ondernemers\n"
                   "Hogeschool Saxion in Learning community MKB: professionals\n");
  groups = list_groups (self, "education twente");
  g_assert_true (g_str_has_prefix (groups, "Expertteam Cyber\n"));
  empty = list_empty (self, "education twente");
  g_assert_cmpstr (empty, ==, "");
}

/* (transfer full): "title / about\n", and "+" for more. */
static char *
search_seats (World *self, const char *text, const AjRecordType *type, guint limit)
{
  g_autoptr (AjSeatAnswer) answer = aj_seat_search (self->roster, text, type, limit);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < answer->hits->len; i++)
    {
      const AjSeatHit *hit = answer->hits->pdata[i];

      g_string_append_printf (found, "%s / %s\n", hit->title, hit->about);
    }
  g_string_append (found, answer->has_more ? "+" : "");
  return g_string_free (found, FALSE);
}

/* The search of everything answers with who sits and which seats are empty, in either language. */
static void
test_seat_search (World *self, gconstpointer data)
{
  static const struct
  {
    const char *text, *found;
  } cases[] = {
    { "education twente",
      "Hogeschool Saxion / Districtelijke werkgroep Twente · Education · Twente\n"
      "Hogeschool Saxion / Expertteam Cyber · Education · Twente\n+" },
    { "Onderwijs TWENTE",
      "Hogeschool Saxion / Districtelijke werkgroep Twente · Education · Twente\n"
      "Hogeschool Saxion / Expertteam Cyber · Education · Twente\n+" },
    { "education ijssel",
      "No education member in IJsselland / Districtelijke werkgroep IJsselland\n" },
    { "ijsselland onderwijs",
      "No education member in IJsselland / Districtelijke werkgroep IJsselland\n" },
    { "expertteam politie", "Politie-eenheid Oost-Nederland / Expertteam Cyber · Police\n" },
    /* The group is meant, which is found by its name. */
    { "expertteam cyber", "" },
    { "atlantis", "" },
    { " ", "" },
  };

  load_example (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search_seats (self, cases[i].text, NULL, 2);

      g_test_message ("searched: %s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Whose seat it is comes first, then the gaps, then who fits in another way; what has ended is passed over. */
static void
test_seat_search_order (World *self, gconstpointer data)
{
  const char *school = fixture_add (&self->base, "organisation", "name", "ROC", "kind", "education",
                                    NULL);
  const char *group = fixture_add (&self->base, "group", "name", "B", "kind", "working-group",
                                   NULL);
  const char *ended = fixture_add (&self->base, "group", "name", "A", "kind", "working-group",
                                   "active-until", "2026-01-14", NULL);
  const char *anna = fixture_add (&self->base, "person", "name", "Anna", "organisation", school,
                                  NULL);
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;
  g_autofree char *members = NULL;
  g_autofree char *seats = NULL;

  fixture_add (&self->base, "seat", "group", group, "kind", "education", "places", "3", NULL);
  fixture_add (&self->base, "membership", "group", group, "person", anna, NULL);
  fixture_add (&self->base, "membership", "group", ended, "person", anna, NULL);
  group = fixture_add (&self->base, "group", "name", "C", "kind", "working-group", NULL);
  fixture_add (&self->base, "membership", "group", group, "organisation", school, "role", "guest",
               NULL);
  load (self, TODAY);
  all = search_seats (self, "education", NULL, 5);
  g_assert_cmpstr (all, ==,
                   "Anna / B · Education · ROC\n"
                   "No education member / B · 2 of 3 places empty\n"
                   "ROC / C · Guest · Education\n");
  one = search_seats (self, "education", NULL, 1);
  g_assert_cmpstr (one, ==, "Anna / B · Education · ROC\n+");
  members = search_seats (self, "education", &aj_membership_record_type, 5);
  g_assert_cmpstr (members, ==, "Anna / B · Education · ROC\nROC / C · Guest · Education\n");
  seats = search_seats (self, "education", &aj_seat_record_type, 5);
  g_assert_cmpstr (seats, ==, "No education member / B · 2 of 3 places empty\n");
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GPtrArray *got = user_data;
  g_autoptr (GError) error = NULL;
  AjRoster *roster = aj_roster_keeper_get_finish (AJ_ROSTER_KEEPER (source), result, &error);

  g_assert_no_error (error);
  g_ptr_array_add (got, roster);
}

static void
await_rosters (GPtrArray *got, guint n_rosters)
{
  gint64 deadline = g_get_monotonic_time () + JOBS_DEADLINE_SECONDS * G_USEC_PER_SEC;

  while (got->len < n_rosters && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpuint (got->len, ==, n_rosters);
}

/* Read once, whoever asks, and again only after a change that it tells of. */
static void
test_keeper (World *self, gconstpointer data)
{
  g_autoptr (AjRosterKeeper) keeper = aj_roster_keeper_new (self->base.store);
  g_autoptr (GPtrArray) got = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_roster_unref);

  g_assert_null (aj_roster_keeper_peek (keeper));
  aj_roster_keeper_get_async (keeper, NULL, got_cb, got);
  aj_roster_keeper_get_async (keeper, NULL, got_cb, got);
  await_rosters (got, 2);
  g_assert_true (got->pdata[0] == got->pdata[1]);
  g_assert_true (aj_roster_keeper_peek (keeper) == got->pdata[0]);
  g_assert_cmpuint (aj_roster_get_groups (got->pdata[0])->len, ==, 0);

  /* Somebody who has to do with no group. */
  fixture_add (&self->base, "person", "name", "Anna", NULL);
  g_assert_true (aj_roster_keeper_peek (keeper) == got->pdata[0]);

  fixture_add (&self->base, "group", "name", "B", "kind", "working-group", NULL);
  g_assert_null (aj_roster_keeper_peek (keeper));
  aj_roster_keeper_get_async (keeper, NULL, got_cb, got);
  /* What is being read may not have this one. */
  fixture_add (&self->base, "group", "name", "C", "kind", "working-group", NULL);
  await_rosters (got, 3);
  g_assert_cmpuint (aj_roster_get_groups (got->pdata[2])->len, ==, 2);
}

static void
test_search (World *self, gconstpointer data)
{
  g_autofree char *empty = NULL;
  g_autofree char *by_purpose = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *districts = NULL;

  load_example (self);
  empty = list_empty (self, "education ijssel");
  g_assert_cmpstr (empty, ==,
                   "No education member in IJsselland (Districtelijke werkgroep IJsselland)\n");
  by_purpose = list_groups (self, "portefeuillehouders landelijke");
  g_assert_cmpstr (by_purpose, ==, "Platform Cyberburgemeesters Oost-Nederland\n");
  nobody = list_sitters (self, "atlantis");
  g_assert_cmpstr (nobody, ==, "");
  districts = list_districts (self, "twente");
  g_assert_cmpstr (districts, ==, "Twente\n");
}

static void
test_districts (World *self, gconstpointer data)
{
  const char *anna = fixture_add (&self->base, "person", "name", "Anna", NULL);
  const char *gone = fixture_add (&self->base, "person", "name", "Gone", "left-on", "2026-01-15",
                                  NULL);
  g_autofree char *all = NULL;
  g_autofree char *found = NULL;
  g_autofree char *before = NULL;

  fixture_add (&self->base, "district", "name", "A", "lead", anna, NULL);
  fixture_add (&self->base, "district", "name", "B", "lead", gone, NULL);
  fixture_add (&self->base, "district", "name", "C", NULL);
  load (self, TODAY + 1);
  all = list_districts (self, "");
  g_assert_cmpstr (all, ==, "B\nC\nA\n");
  found = list_districts (self, "anna");
  g_assert_cmpstr (found, ==, "A\n");
  load (self, TODAY);
  before = list_districts (self, "");
  g_assert_cmpstr (before, ==, "C\nA\nB\n");
}

/* Groups that have ended come last, and have no empty seats. */
static void
test_ended (World *self, gconstpointer data)
{
  const char *ended = fixture_add (&self->base, "group", "name", "A", "kind", "expert-team",
                                   "active-until", "2026-01-14", NULL);
  const char *running = fixture_add (&self->base, "group", "name", "B", "kind", "platform", NULL);
  g_autofree char *groups = NULL;
  g_autofree char *empty = NULL;

  fixture_add (&self->base, "seat", "group", ended, "kind", "police", NULL);
  fixture_add (&self->base, "seat", "group", running, "kind", "police", NULL);
  load (self, TODAY);
  groups = list_groups (self, "");
  g_assert_cmpstr (groups, ==, "B\nA\n");
  empty = list_empty (self, "");
  g_assert_cmpstr (empty, ==, "No police member (B)\n");
  g_assert_true (aj_roster_find (self->roster, ended)->is_ended);
  g_assert_false (aj_roster_find (self->roster, running)->is_ended);
  g_assert_null (aj_roster_find (self->roster, "nothing"));
  g_assert_null (aj_roster_find (self->roster, NULL));
}

/* Whatever a seat asks, its gap can be said in a sentence. */
static void
test_sentences (World *self, gconstpointer data)
{
  Fixture *fixture = &self->base;
  const char *group = fixture_add (fixture, "group", "name", "G", NULL);
  const char *district = fixture_add (fixture, "district", "name", "Twente", NULL);
  const char *school = fixture_add (fixture, "organisation", "name", "Saxion", "kind", "education",
                                    NULL);
  g_autofree char *empty = NULL;

  fixture_add (fixture, "seat", "group", group, "role", "chair", NULL);
  fixture_add (fixture, "seat", "group", group, "kind", "municipality", NULL);
  fixture_add (fixture, "seat", "group", group, "kind", "education", "district", district, NULL);
  fixture_add (fixture, "seat", "group", group, "organisation", school, NULL);
  fixture_add (fixture, "seat", "group", group, "district", district, NULL);
  fixture_add (fixture, "seat", "group", group, "name", "Vice", "kind", "police", "role", "guest",
               NULL);
  load (self, TODAY);
  empty = list_empty (self, "");
  g_assert_cmpstr (empty, ==,
                   "No chair (G)\n"
                   "No municipal member (G)\n"
                   "No education member in Twente (G)\n"
                   "Nobody from Saxion (G)\n"
                   "No member from Twente (G)\n"
                   "Nobody in the seat “Vice” (G)\n");
}

/* Each kind of organisation and each role that there is has a sentence of its own. */
static void
test_all_choices (World *self, gconstpointer data)
{
  static const char *const fields[] = { "kind", "role" };
  const AjRecordType *type = aj_record_type_lookup ("seat");
  const char *group = fixture_add (&self->base, "group", "name", "G", NULL);
  const char *district = fixture_add (&self->base, "district", "name", "Twente", NULL);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GHashTable) sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const *no_words = (const char *const[]){ NULL };
  guint n_seats = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const AjField *field = &type->fields[aj_record_type_find (type, fields[i])];

      for (const AjChoice *choice = field->choices; choice->code != NULL; choice++, n_seats++)
        fixture_add (&self->base, "seat", "group", group, fields[i], choice->code, NULL);
    }
  for (const AjChoice *kind = type->fields[aj_record_type_find (type, "kind")].choices;
       kind->code != NULL; kind++, n_seats++)
    fixture_add (&self->base, "seat", "group", group, "kind", kind->code, "district", district,
                 NULL);
  load (self, TODAY);
  found = aj_roster_list_empty (self->roster, no_words);
  g_assert_cmpuint (found->len, ==, n_seats);
  for (guint i = 0; i < found->len; i++)
    {
      char *sentence = aj_roster_describe_empty (self->roster,
                                                 &g_array_index (found, AjGroupSeat, i));

      g_assert_cmpstr (sentence, !=, "");
      g_hash_table_add (sentences, sentence);
    }
  g_assert_cmpuint (g_hash_table_size (sentences), ==, n_seats);
}

/* What is to begin is there to be filled, but not on days when nobody knew of it. */
static void
test_not_begun (World *self, gconstpointer data)
{
  const char *group = fixture_add (&self->base, "group", "name", "Ouderen", "kind", "working-group",
                                   "active-from", "2026-03-01", NULL);
  g_autofree char *today = NULL;
  g_autofree char *before = NULL;
  g_autofree char *empty = NULL;

  fixture_add (&self->base, "seat", "group", group, "kind", "police", NULL);
  load (self, TODAY);
  today = list_groups (self, "");
  g_assert_cmpstr (today, ==, "Ouderen\n");
  load (self, TODAY - 1);
  before = list_groups (self, "");
  empty = list_empty (self, "");
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (empty, ==, "");
}

/* Leads rotate: on an earlier day the one leads who led the group then, not whose name stands there now. */
static void
test_earlier_lead (World *self, gconstpointer data)
{
  const char *anna = fixture_add (&self->base, "person", "name", "Anna", NULL);
  const char *bert = fixture_add (&self->base, "person", "name", "Bert", NULL);
  const char *district = fixture_add (&self->base, "district", "name", "Twente", "lead", bert,
                                      NULL);
  const char *group = fixture_add (&self->base, "group", "name", "Groep", "kind", "district-group",
                                   "district", district, NULL);
  const AjValues *values;

  fixture_add (&self->base, "membership", "group", group, "person", anna, "role", "lead", "until",
               "2025-12-31", NULL);
  load (self, aj_date_new (2025, 12, 31));
  values = aj_group_book_look_up (aj_roster_get_book (self->roster), district);
  g_assert_cmpstr (aj_values_get_id (aj_roster_get_lead (self->roster, values)), ==, anna);
  /* By then Anna led it no more, and nothing says that Bert did. */
  load (self, TODAY - 1);
  values = aj_group_book_look_up (aj_roster_get_book (self->roster), district);
  g_assert_null (aj_roster_get_lead (self->roster, values));
  load (self, TODAY);
  values = aj_group_book_look_up (aj_roster_get_book (self->roster), district);
  g_assert_cmpstr (aj_values_get_id (aj_roster_get_lead (self->roster, values)), ==, bert);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/roster/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/roster/words", test_words);
  ADD ("education-in-twente", test_education_in_twente);
  ADD ("search", test_search);
  ADD ("seat-search", test_seat_search);
  ADD ("seat-search-order", test_seat_search_order);
  ADD ("keeper", test_keeper);
  ADD ("districts", test_districts);
  ADD ("ended", test_ended);
  ADD ("not-begun", test_not_begun);
  ADD ("earlier-lead", test_earlier_lead);
  ADD ("sentences", test_sentences);
  ADD ("all-choices", test_all_choices);
  return g_test_run ();
}
