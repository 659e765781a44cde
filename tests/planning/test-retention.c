/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has been kept without use for longer than the term, at the edges of every rule. */
#include "aj-district.h"
#include "aj-evaluation.h"
#include "aj-group.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-retention.h"
#include "aj-rollout-trainer.h"
#include "aj-rollout.h"
#include "aj-training.h"

#define MONTHS 24

/* What is known of one person, as texts; NULL is empty. It is 12 March 2026. */
typedef struct
{
  const char *name; /* of the case */
  const char *left_on;
  const char *reviewed_on;
  gboolean is_mailbox;
  const char *forgotten_on;
  const char *seat_from; /* "-": a seat, from no day */
  const char *seat_until;
  const char *group_until;
  const char *function_from; /* "-": likewise */
  const char *function_until;
  gboolean is_lead;
  const char *contact;
  const char *meeting;
  const char *edit;
  /* A rollout that they lead, or give when @gives. */
  const char *phase;
  const char *rollout_from;
  const char *rollout_until;
  gboolean gives;
  const char *evaluated;
  const char *training_until;  /* "-": a training without an end */
  const char *trained_another; /* on that day */
  const char *loan_until;      /* "-": likewise */
  gboolean is_loan_off;
  const char *material_until; /* "-": likewise */
  /* NULL: not due; else what is said of it. */
  const char *expected;
} Case;

static const Case cases[] = {
  { .name = "nothing", .expected = "Never used, as far as is known" },
  { .name = "edit, a day too few", .edit = "2024-03-13" },
  { .name = "edit, the term to the day",
    .edit = "2024-03-12",
    .expected = "Added or changed on Tue 12 Mar 2024" },
  { .name = "reviewed yesterday", .edit = "2020-01-01", .reviewed_on = "2026-03-11" },
  { .name = "reviewed long ago",
    .edit = "2020-01-01",
    .reviewed_on = "2022-01-01",
    .expected = "Looked over on Sat 1 Jan 2022" },
  { .name = "role mailbox", .edit = "2020-01-01", .is_mailbox = TRUE },
  { .name = "forgotten", .edit = "2020-01-01", .forgotten_on = "2021-01-01" },
  { .name = "seat without days", .edit = "2020-01-01", .seat_from = "-" },
  { .name = "seat without end", .edit = "2020-01-01", .seat_from = "2020-01-01" },
  { .name = "seat to come", .edit = "2020-01-01", .seat_from = "2027-01-01" },
  { .name = "seat that ends tomorrow",
    .edit = "2020-01-01",
    .seat_from = "2020-01-01",
    .seat_until = "2026-03-13" },
  { .name = "seat that ended within the term", .seat_from = "-", .seat_until = "2024-03-13" },
  { .name = "seat that ended",
    .seat_from = "-",
    .seat_until = "2024-03-12",
    .expected = "In Team until Tue 12 Mar 2024" },
  { .name = "group that ended",
    .seat_from = "-",
    .group_until = "2023-12-31",
    .expected = "In Team until Sun 31 Dec 2023" },
  { .name = "group that ended after the seat",
    .seat_from = "-",
    .seat_until = "2022-12-31",
    .group_until = "2025-12-31",
    .expected = "In Team until Sat 31 Dec 2022" },
  { .name = "left, though the seat has no end",
    .seat_from = "-",
    .left_on = "2023-06-30",
    .expected = "Left on Fri 30 Jun 2023" },
  { .name = "left before the seat began",
    .seat_from = "2025-01-01",
    .left_on = "2023-06-30",
    .expected = "Left on Fri 30 Jun 2023" },
  { .name = "leaves next month", .edit = "2020-01-01", .left_on = "2026-04-01" },
  { .name = "district lead", .edit = "2020-01-01", .is_lead = TRUE },
  { .name = "district lead who left",
    .is_lead = TRUE,
    .left_on = "2023-06-30",
    .expected = "Left on Fri 30 Jun 2023" },
  { .name = "function that began long ago",
    .function_from = "2019-09-01",
    .expected = "Adviser, last known on Sun 1 Sep 2019" },
  { .name = "function that began within the term", .function_from = "2024-09-01" },
  { .name = "function without days",
    .function_from = "-",
    .expected = "Never used, as far as is known" },
  { .name = "function that ended",
    .function_from = "2019-09-01",
    .function_until = "2022-08-31",
    .expected = "Adviser, last known on Wed 31 Aug 2022" },
  { .name = "function that ended within the term",
    .function_from = "2019-09-01",
    .function_until = "2025-08-31" },
  { .name = "function that ends next year",
    .function_from = "2019-09-01",
    .function_until = "2027-08-31",
    .expected = "Adviser, last known on Sun 1 Sep 2019" },
  { .name = "function to come",
    .edit = "2020-01-01",
    .function_from = "2026-09-01",
    .expected = "Added or changed on Wed 1 Jan 2020" },
  { .name = "contact long ago",
    .edit = "2020-01-01",
    .contact = "2022-02-02",
    .expected = "Last contact on Wed 2 Feb 2022" },
  { .name = "contact within the term", .edit = "2020-01-01", .contact = "2025-02-02" },
  { .name = "meeting long ago",
    .meeting = "2022-02-02",
    .contact = "2022-02-02",
    .expected = "Chaired a meeting on Wed 2 Feb 2022" },
  { .name = "leads a rollout that is under way", .phase = "agreed", .rollout_from = "2020-01-06" },
  { .name = "leads a rollout that ended",
    .phase = "done",
    .rollout_from = "2022-01-03",
    .rollout_until = "2022-02-02",
    .expected = "Took part in a rollout until Wed 2 Feb 2022" },
  { .name = "leads a rollout that ended within the term",
    .phase = "evaluated",
    .rollout_from = "2024-03-13" },
  { .name = "leads a rollout that was stopped before it began",
    .phase = "stopped",
    .expected = "Never used, as far as is known" },
  { .name = "gives a rollout that is under way",
    .phase = "running",
    .rollout_from = "2020-01-06",
    .gives = TRUE },
  { .name = "gave a rollout, and left before",
    .phase = "done",
    .rollout_from = "2022-01-03",
    .rollout_until = "2025-02-02",
    .gives = TRUE,
    .left_on = "2023-06-30",
    .expected = "Left on Fri 30 Jun 2023" },
  { .name = "looked back on a rollout",
    .evaluated = "2022-02-02",
    .expected = "Took part in a rollout until Wed 2 Feb 2022" },
  { .name = "training without an end", .edit = "2020-01-01", .training_until = "-" },
  { .name = "training that is valid today", .edit = "2020-01-01", .training_until = "2026-03-12" },
  { .name = "training that ran out",
    .edit = "2020-01-01",
    .training_until = "2024-03-12",
    .expected = "Trained for an intervention until Tue 12 Mar 2024" },
  { .name = "trained another",
    .trained_another = "2022-02-02",
    .expected = "Trained for an intervention until Wed 2 Feb 2022" },
  { .name = "contact of a loan that is not over",
    .edit = "2020-01-01",
    .loan_until = "2026-05-01" },
  { .name = "contact of a loan that is over",
    .loan_until = "2022-02-02",
    .expected = "Contact for material on loan until Wed 2 Feb 2022" },
  { .name = "contact of a loan that did not happen",
    .loan_until = "2026-05-01",
    .is_loan_off = TRUE,
    .expected = "Never used, as far as is known" },
  { .name = "looks after a thing", .edit = "2020-01-01", .material_until = "-" },
  { .name = "looked after a thing",
    .material_until = "2022-02-02",
    .expected = "Contact for material on loan until Wed 2 Feb 2022" },
  { .name = "meeting to come", .edit = "2020-01-01", .meeting = "2026-05-14" },
};

static void
set_date (AjValues *values, const char *field, const char *text)
{
  aj_values_set_text (values, field, g_strcmp0 (text, "-") == 0 ? NULL : text);
}

static AjDate
read_date (const char *text)
{
  AjDate date = AJ_DATE_NONE;

  g_assert_true (aj_date_parse_iso (text, &date));
  return date;
}

static void
add (AjRetention *retention, AjValues *values)
{
  aj_retention_add (retention, values);
  aj_values_unref (values);
}

static void
add_seat (AjRetention *retention, const Case *one)
{
  AjValues *membership = aj_values_new (&aj_membership_record_type, NULL);
  AjValues *group = aj_values_new (&aj_group_record_type, "team");

  aj_values_set_text (membership, "group", "team");
  aj_values_set_text (membership, "person", "p");
  set_date (membership, "from", one->seat_from);
  set_date (membership, "until", one->seat_until);
  aj_values_set_text (group, "name", "Team");
  set_date (group, "active-until", one->group_until);
  add (retention, membership);
  add (retention, group);
}

static void
add_function (AjRetention *retention, const Case *one)
{
  AjValues *position = aj_values_new (&aj_position_record_type, NULL);

  aj_values_set_text (position, "person", "p");
  aj_values_set_text (position, "function", "Adviser");
  set_date (position, "from", one->function_from);
  set_date (position, "until", one->function_until);
  add (retention, position);
}

/* A record that says of them in @field what they were. */
static AjValues *
say (const AjRecordType *type, const char *field)
{
  AjValues *values = aj_values_new (type, NULL);

  if (field != NULL)
    aj_values_set_text (values, field, "p");
  return values;
}

static void
add_rollout (AjRetention *retention, const Case *one)
{
  AjValues *rollout = say (&aj_rollout_record_type, one->gives ? NULL : "lead");

  if (one->gives)
    {
      AjValues *part = say (&aj_rollout_trainer_record_type, "person");

      aj_values_set_text (part, "rollout", aj_values_get_id (rollout));
      add (retention, part);
    }
  aj_values_set_text (rollout, "phase", one->phase);
  set_date (rollout, "starts-on", one->rollout_from);
  set_date (rollout, "ends-on", one->rollout_until);
  add (retention, rollout);
}

static void
add_training (AjRetention *retention, const char *field, const char *day_field, const char *day)
{
  AjValues *training = say (&aj_training_record_type, field);

  set_date (training, day_field, day);
  add (retention, training);
}

static void
add_loan (AjRetention *retention, const Case *one)
{
  AjValues *loan = say (&aj_loan_record_type, "contact");

  set_date (loan, "until", one->loan_until);
  if (one->is_loan_off)
    aj_values_set_text (loan, "state", AJ_LOAN_CANCELLED);
  add (retention, loan);
}

/* What interventions and their material say. */
static void
add_deeds (AjRetention *retention, const Case *one)
{
  if (one->phase != NULL)
    add_rollout (retention, one);
  if (one->evaluated != NULL)
    {
      AjValues *evaluation = say (&aj_evaluation_record_type, "by");

      set_date (evaluation, "date", one->evaluated);
      add (retention, evaluation);
    }
  if (one->training_until != NULL)
    add_training (retention, "person", "valid-until", one->training_until);
  if (one->trained_another != NULL)
    add_training (retention, "trained-by", "trained-on", one->trained_another);
  if (one->loan_until != NULL)
    add_loan (retention, one);
  if (one->material_until != NULL)
    {
      AjValues *material = say (&aj_material_record_type, "contact");

      set_date (material, "until", one->material_until);
      add (retention, material);
    }
}

static void
add_person (AjRetention *retention, const Case *one)
{
  AjValues *person = aj_values_new (&aj_person_record_type, "p");

  aj_values_set_text (person, "name", "Anna");
  set_date (person, "left-on", one->left_on);
  set_date (person, "reviewed-on", one->reviewed_on);
  set_date (person, "forgotten-on", one->forgotten_on);
  aj_values_set_boolean (person, "role-mailbox", one->is_mailbox);
  add (retention, person);
}

static AjRetention *
make (const Case *one)
{
  AjRetention *retention = aj_retention_new (aj_date_new (2026, 3, 12));

  if (one->seat_from != NULL)
    add_seat (retention, one);
  if (one->contact != NULL)
    aj_retention_note (retention, "p", AJ_USE_CONTACT, read_date (one->contact));
  add_person (retention, one);
  if (one->function_from != NULL)
    add_function (retention, one);
  if (one->is_lead)
    {
      AjValues *district = aj_values_new (&aj_district_record_type, NULL);

      aj_values_set_text (district, "name", "Twente");
      aj_values_set_text (district, "lead", "p");
      add (retention, district);
    }
  add_deeds (retention, one);
  if (one->meeting != NULL)
    aj_retention_note (retention, "p", AJ_USE_MEETING, read_date (one->meeting));
  if (one->edit != NULL)
    aj_retention_note (retention, "p", AJ_USE_EDIT, read_date (one->edit));
  return retention;
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjRetention) retention = make (&cases[i]);
      g_autoptr (GPtrArray) due = aj_retention_list_due (retention, MONTHS);
      g_autofree char *said = due->len > 0 ? aj_unused_describe (due->pdata[0]) : NULL;

      if (g_strcmp0 (said, cases[i].expected) != 0)
        g_error ("%s: “%s”", cases[i].name, said);
      g_assert_cmpuint (due->len, ==, cases[i].expected != NULL);
    }
}

/* Months are counted as people do; one that is too short ends on its last day. */
static void
test_term (void)
{
  static const struct
  {
    const char *used, *today;
    int months;
    gboolean due;
  } edges[] = {
    { "2024-02-29", "2025-02-27", 12, FALSE }, { "2024-02-29", "2025-02-28", 12, TRUE },
    { "2024-02-29", "2028-02-28", 48, FALSE }, { "2024-02-29", "2028-02-29", 48, TRUE },
    { "2023-02-28", "2024-02-27", 12, FALSE }, { "2023-02-28", "2024-02-28", 12, TRUE },
    { "2025-08-31", "2026-02-27", 6, FALSE },  { "2025-08-31", "2026-02-28", 6, TRUE },
    { "2025-12-31", "2026-01-30", 1, FALSE },  { "2025-12-31", "2026-01-31", 1, TRUE },
    { "2026-03-12", "2026-03-12", 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (AjRetention) retention = aj_retention_new (read_date (edges[i].today));
      g_autoptr (GPtrArray) due = NULL;
      const Case person = { .edit = edges[i].used };

      add_person (retention, &person);
      aj_retention_note (retention, "p", AJ_USE_EDIT, read_date (edges[i].used));
      due = aj_retention_list_due (retention, edges[i].months);
      if (due->len != (guint) edges[i].due)
        g_error ("used on %s, seen on %s", edges[i].used, edges[i].today);
    }
}

static void
add_named (AjRetention *retention, const char *id, const char *name, const char *deputy)
{
  AjValues *person = aj_values_new (&aj_person_record_type, id);

  aj_values_set_text (person, "name", name);
  aj_values_set_text (person, "deputy", deputy);
  add (retention, person);
}

/* Who stands in for somebody who is used, is used; who stands in for a stand-in is not. */
static void
test_stand_ins (void)
{
  g_autoptr (AjRetention) retention = aj_retention_new (aj_date_new (2026, 3, 12));
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *said = NULL;

  add_named (retention, "second", "Second", "third");
  add_named (retention, "first", "First", "second");
  add_named (retention, "third", "Third", NULL);
  add_named (retention, "old", "Old", "stand-in");
  add_named (retention, "stand-in", "Stand-in", NULL);
  aj_retention_note (retention, "first", AJ_USE_CONTACT, aj_date_new (2026, 1, 12));
  aj_retention_note (retention, "second", AJ_USE_EDIT, aj_date_new (2020, 1, 1));
  aj_retention_note (retention, "third", AJ_USE_EDIT, aj_date_new (2020, 1, 2));
  aj_retention_note (retention, "old", AJ_USE_CONTACT, aj_date_new (2022, 1, 12));
  aj_retention_note (retention, "stand-in", AJ_USE_EDIT, aj_date_new (2021, 1, 2));
  due = aj_retention_list_due (retention, MONTHS);
  g_assert_cmpuint (due->len, ==, 3);
  g_assert_cmpstr (aj_values_get_id (((AjUnused *) due->pdata[0])->person), ==, "third");
  g_assert_cmpstr (aj_values_get_id (((AjUnused *) due->pdata[1])->person), ==, "old");
  said = aj_unused_describe (due->pdata[2]);
  g_assert_cmpstr (said, ==, "Stood in for somebody until Wed 12 Jan 2022");
}

/* The longest ago comes first, then by name; who was removed is still in history. */
static void
test_order (void)
{
  g_autoptr (AjRetention) retention = aj_retention_new (aj_date_new (2026, 3, 12));
  g_autoptr (AjValues) removed = aj_values_new (&aj_person_record_type, "removed");
  g_autoptr (AjValues) lately = aj_values_new (&aj_person_record_type, "lately");
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *said = NULL;
  static const char *const expected[] = { "never", "b", "a", "removed" };

  aj_values_set_text (removed, "name", "Zora");
  aj_values_set_text (lately, "name", "Zita");
  add_named (retention, "a", "Bea", NULL);
  add_named (retention, "b", "Anna", NULL);
  add_named (retention, "never", "Carel", NULL);
  aj_retention_note (retention, "a", AJ_USE_EDIT, aj_date_new (2020, 1, 1));
  aj_retention_note (retention, "b", AJ_USE_EDIT, aj_date_new (2020, 1, 1));
  aj_retention_note (retention, "nobody", AJ_USE_EDIT, aj_date_new (2020, 1, 1));
  aj_retention_add_removed (retention, removed, aj_date_new (2023, 1, 1));
  aj_retention_add_removed (retention, lately, aj_date_new (2026, 1, 1));
  due = aj_retention_list_due (retention, MONTHS);
  g_assert_cmpuint (due->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < due->len; i++)
    g_assert_cmpstr (aj_values_get_id (((AjUnused *) due->pdata[i])->person), ==, expected[i]);
  said = aj_unused_describe (due->pdata[3]);
  g_assert_cmpstr (said, ==, "Removed on Sun 1 Jan 2023, but still in the history");
}

/* Who was merged into somebody goes with them, and does not come up beside them. */
static void
test_merged (void)
{
  g_autoptr (AjRetention) retention = aj_retention_new (aj_date_new (2026, 3, 12));
  g_autoptr (AjValues) gone = aj_values_new (&aj_person_record_type, "gone");
  g_autoptr (AjValues) longer_gone = aj_values_new (&aj_person_record_type, "longer-gone");
  AjValues *kept = aj_values_new (&aj_person_record_type, "kept");
  g_autoptr (GPtrArray) due = NULL;

  aj_values_set_text (gone, "name", "A. Bos");
  aj_values_set_text (longer_gone, "name", "Anne Bos");
  aj_values_set_text (kept, "name", "Anna Bos");
  aj_values_set_text (kept, "merged-from", "gone longer-gone");
  aj_retention_add_removed (retention, gone, aj_date_new (2020, 1, 1));
  add (retention, kept);
  aj_retention_add_removed (retention, longer_gone, aj_date_new (2020, 1, 1));
  aj_retention_note (retention, "kept", AJ_USE_EDIT, aj_date_new (2020, 1, 1));
  due = aj_retention_list_due (retention, MONTHS);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpstr (aj_values_get_id (((AjUnused *) due->pdata[0])->person), ==, "kept");
}

static void
test_words (void)
{
  static const struct
  {
    int months;
    const char *words;
  } terms[] = { { 1, "1 month" }, { 12, "1 year" }, { 18, "18 months" }, { 24, "2 years" } };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autofree char *words = aj_retention_describe_term (terms[i].months);

      g_assert_cmpstr (words, ==, terms[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retention/rules", test_rules);
  g_test_add_func ("/retention/term", test_term);
  g_test_add_func ("/retention/stand-ins", test_stand_ins);
  g_test_add_func ("/retention/order", test_order);
  g_test_add_func ("/retention/merged", test_merged);
  g_test_add_func ("/retention/words", test_words);
  return g_test_run ();
}
