/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which round a municipality is that has not answered, when it is asked again, and whom there. */
#include "aj-chase.h"
#include "aj-edition.h"
#include "aj-mail-text.h"
#include "aj-municipality.h"
#include "aj-participation.h"
#include "aj-person.h"
#include "aj-planning-fixture.h"

static AjValues *
make_edition (const char *deadline, gint64 days)
{
  AjValues *edition = aj_values_new (&aj_edition_record_type, "edition-2026");

  aj_values_set_date (edition, "starts-on", aj_test_date ("2026-10-08"));
  aj_values_set_text (edition, "deadline", deadline);
  if (days > 0)
    aj_values_set_integer (edition, "chase-days", days);
  else
    aj_values_clear (edition, "chase-days");
  return edition;
}

static void
add (AjCoverage *coverage,
     const char *name,
     const char *state,
     const char *invited,
     const char *reminded,
     gint64 round)
{
  g_autoptr (AjValues) municipality = aj_values_new (&aj_municipality_record_type, name);
  g_autoptr (AjValues) participation = aj_values_new (&aj_participation_record_type, name);

  aj_values_set_text (municipality, "name", name);
  aj_coverage_add (coverage, municipality);
  aj_values_set_text (participation, "edition", "edition-2026");
  aj_values_set_text (participation, "municipality", name);
  aj_values_set_text (participation, "state", state);
  aj_values_set_text (participation, "invited-on", invited);
  aj_values_set_text (participation, "reminded-on", reminded);
  aj_values_set_integer (participation, "round", round);
  aj_coverage_add (coverage, participation);
}

static void
test_rounds (void)
{
  static const struct
  {
    const char *state;
    gint64 round;
    gboolean has_lead;
    AjChaseRound expected;
  } cases[] = {
    { AJ_PARTICIPATION_OPEN, 0, TRUE, AJ_CHASE_INVITATION },
    { AJ_PARTICIPATION_INVITED, 0, TRUE, AJ_CHASE_REMINDER },
    { AJ_PARTICIPATION_REMINDED, 1, TRUE, AJ_CHASE_BOTH },
    { AJ_PARTICIPATION_REMINDED, 2, TRUE, AJ_CHASE_LAST_CALL },
    /* It is called for again for as long as nobody answers. */
    { AJ_PARTICIPATION_REMINDED, 7, TRUE, AJ_CHASE_LAST_CALL },
    { AJ_PARTICIPATION_REMINDED, 2, FALSE, AJ_CHASE_BOTH },
    { AJ_PARTICIPATION_REMINDED, 7, FALSE, AJ_CHASE_BOTH },
    /* What somebody set by hand. */
    { AJ_PARTICIPATION_REMINDED, 0, TRUE, AJ_CHASE_REMINDER },
    { AJ_PARTICIPATION_OPEN, 2, TRUE, AJ_CHASE_INVITATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) edition = make_edition (NULL, 14);
      g_autoptr (AjCoverage) coverage = aj_coverage_new (edition);

      g_test_message ("case %u", i);
      add (coverage, "Ede", cases[i].state, NULL, NULL, cases[i].round);
      aj_coverage_conclude (coverage);
      g_assert_cmpint (aj_chase_get_round (aj_coverage_look_up (coverage, "Ede"),
                                           cases[i].has_lead),
                       ==, cases[i].expected);
    }
}

/* When it is asked again: not in a weekend nor on a holiday, and rather before the deadline than after it. */
static void
test_due (void)
{
  static const struct
  {
    const char *asked;
    gint64 days;
    const char *deadline;
    const char *due;
  } cases[] = {
    { NULL, 14, NULL, NULL },
    { "2026-06-01", 14, NULL, "2026-06-15" },
    /* A Saturday and a Sunday. */
    { "2026-06-06", 14, NULL, "2026-06-22" },
    { "2026-06-07", 14, NULL, "2026-06-22" },
    /* Ascension Day, Whit Monday and the days of Christmas. */
    { "2026-04-30", 14, NULL, "2026-05-15" },
    { "2026-05-09", 14, NULL, "2026-05-26" },
    { "2026-12-11", 14, NULL, "2026-12-28" },
    /* Liberation Day is not free for everybody. */
    { "2026-04-21", 14, NULL, "2026-05-05" },
    /* Nobody said how long. */
    { "2026-06-01", 0, NULL, "2026-06-15" },
    { "2026-06-01", 1, NULL, "2026-06-02" },
    /* The deadline is the Sunday: the Friday before is better than the Monday after. */
    { "2026-06-06", 14, "2026-06-21", "2026-06-19" },
    { "2026-06-06", 14, "2026-06-20", "2026-06-19" },
    { "2026-06-06", 14, "2026-06-22", "2026-06-22" },
    /* It is over by then anyway. */
    { "2026-06-06", 14, "2026-06-19", "2026-06-22" },
    /* Not on the day it was asked, nor before it. */
    { "2026-06-19", 1, "2026-06-21", "2026-06-22" },
    { "2026-06-01", 14, "2026-06-15", "2026-06-15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) edition = make_edition (cases[i].deadline, cases[i].days);
      g_autoptr (AjCoverage) coverage = aj_coverage_new (edition);
      AjDate due;

      g_test_message ("case %u", i);
      add (coverage, "Ede", AJ_PARTICIPATION_INVITED, cases[i].asked, NULL, 0);
      aj_coverage_conclude (coverage);
      due = aj_chase_get_due_on (edition, aj_coverage_look_up (coverage, "Ede"));
      if (cases[i].due == NULL)
        g_assert_cmpint (due, ==, AJ_DATE_NONE);
      else
        g_assert_cmpint (due, ==, aj_test_date (cases[i].due));
    }
}

static void
add_all (AjCoverage *coverage)
{
  add (coverage, "Aalten", AJ_PARTICIPATION_OPEN, NULL, NULL, 0);
  add (coverage, "Borne", AJ_PARTICIPATION_INVITED, "2026-08-01", NULL, 0);
  add (coverage, "Culemborg", AJ_PARTICIPATION_REMINDED, "2026-07-01", "2026-08-20", 1);
  add (coverage, "Druten", AJ_PARTICIPATION_DECLINED, "2026-07-01", NULL, 0);
  aj_coverage_conclude (coverage);
}

static void
assert_list (AjCoverage *coverage, const char *today, gboolean all, const char *names)
{
  g_autoptr (GPtrArray) chase = aj_chase_list (coverage, aj_test_date (today), all);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < chase->len; i++)
    {
      const AjCoverageLine *line = chase->pdata[i];

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                              aj_values_get_text (line->municipality, "name"));
    }
  g_assert_cmpstr (found->str, ==, names);
}

/* Who was asked is left alone for as long as the edition says; who never was is always first. 15 August is a Saturday. */
static void
test_list (void)
{
  g_autoptr (AjValues) edition = make_edition (NULL, 14);
  g_autoptr (AjCoverage) coverage = aj_coverage_new (edition);

  add_all (coverage);
  assert_list (coverage, "2026-08-15", FALSE, "Aalten");
  assert_list (coverage, "2026-08-17", FALSE, "Aalten Borne");
  assert_list (coverage, "2026-09-02", FALSE, "Aalten Borne");
  assert_list (coverage, "2026-09-03", FALSE, "Aalten Borne Culemborg");
  assert_list (coverage, "2026-08-14", TRUE, "Aalten Borne Culemborg");

  g_assert_cmpint (aj_chase_get_next_day (coverage, aj_test_date ("2026-08-14")), ==,
                   aj_test_date ("2026-08-17"));
  g_assert_cmpint (aj_chase_get_next_day (coverage, aj_test_date ("2026-08-17")), ==,
                   aj_test_date ("2026-09-03"));
  g_assert_cmpint (aj_chase_get_next_day (coverage, aj_test_date ("2026-09-03")), ==, AJ_DATE_NONE);
}

/* On the deadline itself it is not over; only reminders read otherwise afterwards. */
static void
test_deadline (void)
{
  g_autoptr (AjValues) edition = make_edition ("2026-09-24", 14);
  g_autoptr (AjValues) endless = make_edition (NULL, 14);

  g_assert_false (aj_chase_is_late (edition, aj_test_date ("2026-09-24")));
  g_assert_true (aj_chase_is_late (edition, aj_test_date ("2026-09-25")));
  g_assert_false (aj_chase_is_late (endless, aj_test_date ("2026-12-31")));
  g_assert_cmpstr (aj_chase_round_get_use (AJ_CHASE_INVITATION, TRUE), ==,
                   AJ_MAIL_ACTION_DAY_INVITATION);
  g_assert_cmpstr (aj_chase_round_get_use (AJ_CHASE_REMINDER, FALSE), ==,
                   AJ_MAIL_ACTION_DAY_REMINDER);
  g_assert_cmpstr (aj_chase_round_get_use (AJ_CHASE_REMINDER, TRUE), ==, AJ_MAIL_ACTION_DAY_LATE);
  g_assert_cmpstr (aj_chase_round_get_use (AJ_CHASE_BOTH, TRUE), ==, AJ_MAIL_ACTION_DAY_LATE);
  g_assert_cmpstr (aj_chase_round_get_use (AJ_CHASE_LAST_CALL, TRUE), ==,
                   AJ_MAIL_ACTION_DAY_LAST_CALL);
}

typedef struct
{
  const char *id; /* the name as well; the address is made of it, unless it has none */
  const char *function;
  const char *left_on;
  const char *successor;
  const char *deputy;
  const char *mail; /* (nullable); "-" for none */
} Person;

static void
assert_contacts (const Person *people, guint n, guint n_own, const char *chosen, const char *names)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                        (GDestroyNotify) aj_values_unref);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      AjValues *values = aj_values_new (&aj_person_record_type, people[i].id);
      g_autofree char *mail = g_strdup_printf ("%s@stad.example", people[i].id);

      aj_values_set_text (values, "name", people[i].id);
      aj_values_set_text (values, "function", people[i].function);
      aj_values_set_text (values, "left-on", people[i].left_on);
      aj_values_set_text (values, "successor", people[i].successor);
      aj_values_set_text (values, "deputy", people[i].deputy);
      if (g_strcmp0 (people[i].mail, "-") != 0)
        aj_values_set_text (values, "mail", people[i].mail != NULL ? people[i].mail : mail);
      g_hash_table_insert (by_id, (char *) aj_values_get_id (values), values);
      if (i < n_own)
        g_ptr_array_add (own, values);
    }
  contacts = aj_chase_order_contacts (own, by_id, chosen, aj_test_date ("2026-06-01"));
  for (guint i = 0; i < contacts->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", aj_values_get_id (contacts->pdata[i]));
  g_assert_cmpstr (found->str, ==, names);
}

/* Who works on it comes before who does something else, and the mayor last. */
static void
test_contacts_by_function (void)
{
  static const Person people[] = {
    { "burgemeester", "Burgemeester" },
    { "zonder", NULL },
    { "archief", "Archivaris" },
    { "beleid", "Beleidsmedewerker" },
    { "oov", "Adviseur openbare orde en veiligheid" },
    { "digi", "Projectleider digitale weerbaarheid" },
    { "dag", "Coördinator Echt Niet Vandaag" },
    { "stom", "Contactpersoon actiedag", .mail = "-" },
    { "fout", "Contactpersoon actiedag", .mail = "geen adres" },
    { "weg", "Contactpersoon actiedag", .left_on = "2026-05-31" },
    { "laatste", "Contactpersoon actiedag", .left_on = "2026-06-01" },
  };

  assert_contacts (people, G_N_ELEMENTS (people), G_N_ELEMENTS (people), NULL,
                   "dag laatste digi oov beleid archief zonder burgemeester");
}

/* Who was chosen goes before all; then who stands in. Who has left is followed by whoever succeeded. */
static void
test_contacts_chosen (void)
{
  static const Person people[] = {
    { "anna", "Adviseur", .deputy = "dirk" },
    { "bert", "Adviseur", .left_on = "2026-01-31", .successor = "carla" },
    { "carla", "Adviseur", .left_on = "2026-02-28", .successor = "eef" },
    { "gedeeld", "Contactpersoon actiedag", .mail = "ANNA@stad.example" },
    /* Elsewhere. */
    { "dirk", NULL },
    { "eef", NULL, .deputy = "frits" },
    { "frits", NULL, .left_on = "2025-01-01" },
    { "rond", NULL, .left_on = "2025-01-01", .successor = "terug" },
    { "terug", NULL, .left_on = "2025-01-01", .successor = "rond" },
  };

  /* One mailbox is written to once. */
  assert_contacts (people, G_N_ELEMENTS (people), 4, "anna", "anna dirk");
  assert_contacts (people, G_N_ELEMENTS (people), 4, "bert", "eef gedeeld");
  assert_contacts (people, G_N_ELEMENTS (people), 4, "rond", "gedeeld");
  assert_contacts (people, G_N_ELEMENTS (people), 4, "nobody", "gedeeld");
  assert_contacts (people, G_N_ELEMENTS (people), 0, NULL, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/chase/rounds", test_rounds);
  g_test_add_func ("/planning/chase/due", test_due);
  g_test_add_func ("/planning/chase/list", test_list);
  g_test_add_func ("/planning/chase/deadline", test_deadline);
  g_test_add_func ("/planning/chase/contacts-by-function", test_contacts_by_function);
  g_test_add_func ("/planning/chase/contacts-chosen", test_contacts_chosen);
  return g_test_run ();
}
