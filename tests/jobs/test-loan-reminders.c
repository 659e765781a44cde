/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be handed over, fetched or asked for soon, and noting that it is done. */
#include <string.h>

#include "aj-jobs-fixture.h"
#include "aj-loan-reminders.h"
#include "aj-loan.h"

typedef struct
{
  Fixture base;
  const char *deventer, *zwolle, *bike, *stand, *anna;
} World;

static void
set_up (World *self, gconstpointer data)
{
  Fixture *base = &self->base;

  fixture_set_up (base, data);
  self->deventer = fixture_add (base, "municipality", "name", "Deventer", "code", "GM0150", NULL);
  self->zwolle = fixture_add (base, "municipality", "name", "Zwolle", "code", "GM0193", NULL);
  self->bike = fixture_add (base, "material", "name", "Bike", "transport-days", "0", NULL);
  self->stand = fixture_add (base, "material", "name", "Stand", "transport-days", "0", NULL);
  self->anna = fixture_add (base, "person", "name", "Anna Smit", "mail", "anna@zwolle.example",
                            NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static const char *
lend (World *self,
      const char *thing,
      const char *town,
      const char *from,
      const char *until,
      const char *state)
{
  return fixture_add (&self->base, "loan", "material", thing, "municipality", town, "from", from,
                      "until", until, "state", state, NULL);
}

static AjRolloutFacts *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load (self->base.store, &error);

  g_assert_no_error (error);
  return facts;
}

static AjDate
get_today (World *self)
{
  return aj_clock_get_today (self->base.clock);
}

static void
assert_reminders (World *self, const char *expected)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (GArray) reminders = aj_loan_reminders_list (facts, get_today (self));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reminders->len; i++)
    {
      const AjLoanReminder *reminder = &g_array_index (reminders, AjLoanReminder, i);
      g_autofree char *line = aj_loan_reminder_describe (facts, reminder);

      g_string_append_printf (text, "%s: %s\n",
                              aj_rollout_facts_get_subject (facts, reminder->loan), line);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* It is Thursday 15 January 2026. */
static void
test_list (World *self, gconstpointer data)
{
  assert_reminders (self, "");
  lend (self, self->bike, self->deventer, "2026-01-05", "2026-01-09", AJ_LOAN_OUT);
  lend (self, self->bike, self->zwolle, "2026-01-14", "2026-01-20", AJ_LOAN_PLANNED);
  lend (self, self->bike, self->deventer, "2026-01-22", "2026-01-23", AJ_LOAN_PLANNED);
  /* Eight days on, over already, back already, and cancelled. */
  lend (self, self->stand, self->deventer, "2026-01-23", "2026-01-24", AJ_LOAN_PLANNED);
  lend (self, self->stand, self->deventer, "2026-01-02", "2026-01-03", AJ_LOAN_PLANNED);
  lend (self, self->stand, self->deventer, "2026-01-05", "2026-01-06", AJ_LOAN_RETURNED);
  lend (self, self->stand, self->deventer, "2026-01-19", "2026-01-20", AJ_LOAN_CANCELLED);
  lend (self, self->stand, self->zwolle, "2026-01-12", "2026-01-16", AJ_LOAN_OUT);
  assert_reminders (self, "Bike: Not back from Deventer, was to be on Fri 9 Jan 2026\n"
                          "Bike: To Zwolle on Wed 14 Jan 2026\n"
                          "Stand: Back from Zwolle on Fri 16 Jan 2026\n"
                          "Bike: To Deventer on Thu 22 Jan 2026\n");
}

/* Handed over to the next: then the one before brought it back by then; and undo takes both back. */
static void
test_done (World *self, gconstpointer data)
{
  const char *first = lend (self, self->bike, self->deventer, "2026-01-05", "2026-01-09",
                            AJ_LOAN_OUT);
  const char *second = lend (self, self->bike, self->zwolle, "2026-01-14", "2026-01-20",
                             AJ_LOAN_PLANNED);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AjRolloutFacts) facts = load (self);
      g_autoptr (GArray) reminders = aj_loan_reminders_list (facts, get_today (self));
      const AjValues *loan = g_array_index (reminders, AjLoanReminder, 1).loan;
      g_autoptr (AjEdit) edit = aj_loan_job_hand_over (self->base.store, facts, loan,
                                                       get_today (self));
      g_autoptr (GError) error = NULL;
      g_autoptr (AjRecord) before = NULL;
      g_autoptr (AjRecord) after = NULL;

      g_assert_cmpstr (aj_values_get_id (loan), ==, second);
      g_assert_true (aj_edit_commit (edit, &error));
      g_assert_no_error (error);
      before = aj_store_load_record (self->base.store, &aj_loan_record_type, first, &error);
      after = aj_store_load_record (self->base.store, &aj_loan_record_type, second, &error);
      g_assert_cmpstr (aj_record_get_text (before, "state"), ==, AJ_LOAN_RETURNED);
      g_assert_cmpstr (aj_record_get_text (before, "returned-on"), ==, "2026-01-15");
      g_assert_cmpstr (aj_record_get_text (after, "state"), ==, AJ_LOAN_OUT);
      g_assert_cmpstr (aj_record_get_text (after, "handed-over-on"), ==, "2026-01-15");
      assert_reminders (self, "Bike: Back from Zwolle on Tue 20 Jan 2026\n");
      g_assert_true (aj_store_undo (self->base.store, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_back (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GArray) reminders = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  lend (self, self->bike, self->deventer, "2026-01-05", "2026-01-09", AJ_LOAN_OUT);
  facts = load (self);
  reminders = aj_loan_reminders_list (facts, get_today (self));
  edit = aj_loan_job_take_back (self->base.store, facts,
                                g_array_index (reminders, AjLoanReminder, 0).loan,
                                get_today (self));
  g_assert_cmpstr (aj_edit_get_label (edit), ==, "Came back: Bike, Deventer");
  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
  assert_reminders (self, "");
}

static void
test_mail (World *self, gconstpointer data)
{
  const char *loan = lend (self, self->bike, self->zwolle, "2026-01-19", "2026-01-20",
                           AJ_LOAN_PLANNED);
  g_autoptr (AjRolloutFacts) without = load (self);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GArray) reminders = NULL;
  g_autofree char *subject = NULL, *body = NULL;
  const AjLoanReminder *reminder;

  g_assert_null (aj_loan_get_mail (without, aj_rollout_facts_get_loans (without)->pdata[0]));
  fixture_set (&self->base, "loan", loan, "contact", self->anna, "place", "Library", "handover-at",
               "2026-01-19T09:30", NULL);
  facts = load (self);
  reminders = aj_loan_reminders_list (facts, get_today (self));
  reminder = &g_array_index (reminders, AjLoanReminder, 0);
  g_assert_cmpstr (aj_loan_get_mail (facts, reminder->loan), ==, "anna@zwolle.example");
  subject = aj_loan_reminder_make_subject (facts, reminder);
  body = aj_loan_reminder_make_body (facts, reminder);
  g_assert_cmpstr (subject, ==, "Bike comes to you on 19 January 2026");
  g_assert_nonnull (strstr (body, "brought to you on Monday 19 January 2026, 09:30."));
  g_assert_nonnull (strstr (body, "Place: Library"));
}

#define ADD(name, test) g_test_add ("/loan-reminders/" name, World, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("done", test_done);
  ADD ("back", test_back);
  ADD ("mail", test_mail);
  return g_test_run ();
}
