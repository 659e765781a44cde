/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-values.h"

#include <math.h>

#include "aj-district.h"
#include "aj-meeting.h"
#include "aj-municipality.h"
#include "aj-person.h"

#define N_THREADS 4
#define N_ROUNDS  20000

static void
test_new (void)
{
  g_autoptr (AjValues) a = aj_values_new (&aj_meeting_record_type, NULL);
  g_autoptr (AjValues) b = aj_values_new (&aj_meeting_record_type, NULL);
  g_autoptr (AjValues) named = aj_values_new (&aj_meeting_record_type, "m1");
  g_autoptr (AjValues) empty = aj_values_new_empty (&aj_meeting_record_type, "m2", 7);

  g_assert_true (g_uuid_string_is_valid (aj_values_get_id (a)));
  g_assert_cmpstr (aj_values_get_id (a), !=, aj_values_get_id (b));
  g_assert_cmpstr (aj_values_get_id (named), ==, "m1");
  g_assert_cmpint (aj_values_get_revision (named), ==, 0);
  g_assert_true (aj_values_get_record_type (named) == &aj_meeting_record_type);

  /* The initial values of the table, and nothing else. */
  g_assert_cmpstr (aj_values_get_text (named, "state"), ==, "planned");
  g_assert_cmpstr (aj_values_get_text (named, "zone"), ==, "Europe/Amsterdam");
  g_assert_false (aj_values_is_empty (named, "sequence"));
  g_assert_true (aj_values_is_empty (named, "theme"));

  g_assert_cmpint (aj_values_get_revision (empty), ==, 7);
  for (guint i = 0; i < aj_meeting_record_type.n_fields; i++)
    g_assert_cmpint (aj_values_peek (empty, i)->kind, ==, AJ_VALUE_NONE);
}

static void
test_empty_getters (void)
{
  g_autoptr (AjValues) meeting = aj_values_new_empty (&aj_meeting_record_type, "m", 0);
  g_autoptr (AjValues) place = aj_values_new_empty (&aj_municipality_record_type, "p", 0);
  AjWallTime time = { 5, 5 };

  g_assert_null (aj_values_get_text (meeting, "theme"));
  g_assert_cmpint (aj_values_get_integer (meeting, "sequence"), ==, 0);
  g_assert_cmpfloat (aj_values_get_real (place, "latitude"), ==, 0.0);
  g_assert_cmpint (aj_values_get_date (meeting, "pattern-date"), ==, AJ_DATE_NONE);
  g_assert_false (aj_values_get_wall_time (meeting, "starts-at", &time));
  g_assert_cmpint (time.minute, ==, 5);
  g_assert_cmpint (aj_values_get_time (meeting, "starts-at"), ==, -1);
}

static void
test_getters (void)
{
  const AjDate day = aj_date_new (2026, 3, 12);
  const AjWallTime start = { day, 600 };
  g_autoptr (AjValues) meeting = aj_values_new (&aj_meeting_record_type, "m");
  g_autoptr (AjValues) place = aj_values_new (&aj_municipality_record_type, "p");
  g_autoptr (AjValues) person = aj_values_new (&aj_person_record_type, "q");
  g_autoptr (AjValues) cycle = aj_values_new (aj_record_type_lookup ("cycle"), "c");
  AjWallTime read;

  aj_values_set_wall_time (meeting, "starts-at", &start);
  g_assert_cmpstr (aj_values_get_text (meeting, "starts-at"), ==, "2026-03-12T10:00");
  g_assert_true (aj_values_get_wall_time (meeting, "starts-at", &read));
  g_assert_cmpint (aj_wall_time_compare (&read, &start), ==, 0);

  aj_values_set_date (meeting, "pattern-date", day);
  g_assert_cmpstr (aj_values_get_text (meeting, "pattern-date"), ==, "2026-03-12");
  g_assert_cmpint (aj_values_get_date (meeting, "pattern-date"), ==, day);
  aj_values_set_date (meeting, "pattern-date", AJ_DATE_NONE);
  g_assert_true (aj_values_is_empty (meeting, "pattern-date"));

  aj_values_set_time (cycle, "start", 570);
  g_assert_cmpstr (aj_values_get_text (cycle, "start"), ==, "09:30");
  g_assert_cmpint (aj_values_get_time (cycle, "start"), ==, 570);
  aj_values_set_time (cycle, "start", -1);
  g_assert_true (aj_values_is_empty (cycle, "start"));

  aj_values_set_real (place, "latitude", 51.92);
  g_assert_cmpfloat (aj_values_get_real (place, "latitude"), ==, 51.92);
  aj_values_set_integer (place, "population", G_MAXINT64);
  g_assert_cmpint (aj_values_get_integer (place, "population"), ==, G_MAXINT64);

  aj_values_set_boolean (person, "role-mailbox", 17);
  g_assert_cmpint (aj_values_get_integer (person, "role-mailbox"), ==, 1);
  g_assert_true (aj_values_get_boolean (person, "role-mailbox"));
  aj_values_clear (person, "role-mailbox");
  g_assert_true (aj_values_is_empty (person, "role-mailbox"));
  g_assert_false (aj_values_get_boolean (person, "role-mailbox"));
}

/* A value of another kind than its field, as a damaged file may hold, is read as none. */
static void
test_wrong_kind (void)
{
  g_autoptr (AjValues) meeting = aj_values_new (&aj_meeting_record_type, "m");
  g_autoptr (GError) error = NULL;
  const AjField *failed = NULL;

  aj_values_set_integer (meeting, "group", 5);
  g_assert_null (aj_values_get_text (meeting, "group"));
  aj_values_set_text (meeting, "sequence", "five");
  g_assert_cmpint (aj_values_get_integer (meeting, "sequence"), ==, 0);
  aj_values_set_text (meeting, "pattern-date", "someday");
  g_assert_cmpint (aj_values_get_date (meeting, "pattern-date"), ==, AJ_DATE_NONE);

  g_assert_false (aj_values_check (meeting, &failed, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT);
  g_assert_cmpstr (failed->name, ==, "group");
}

static void
test_text_is_cleaned (void)
{
  g_autoptr (AjValues) meeting = aj_values_new (&aj_meeting_record_type, "m");

  aj_values_set_text (meeting, "theme",
                      " Safe\n \xE2\x80\xAE"
                      "online\t ");
  g_assert_cmpstr (aj_values_get_text (meeting, "theme"), ==, "Safe online");
  aj_values_set_text (meeting, "notes", "\none\r\n\ttwo \n");
  g_assert_cmpstr (aj_values_get_text (meeting, "notes"), ==, "one\n\ttwo");
  /* From itself. */
  aj_values_set_text (meeting, "theme", aj_values_get_text (meeting, "theme") + 5);
  g_assert_cmpstr (aj_values_get_text (meeting, "theme"), ==, "online");

  aj_values_set_text (meeting, "theme", " \t\n");
  g_assert_true (aj_values_is_empty (meeting, "theme"));
  aj_values_set_text (meeting, "notes", NULL);
  g_assert_true (aj_values_is_empty (meeting, "notes"));
}

static void
test_copy (void)
{
  g_autoptr (AjValues) first = aj_values_new (&aj_meeting_record_type, "m");
  g_autoptr (AjValues) second = NULL;

  aj_values_set_revision (first, 4);
  aj_values_set_text (first, "theme", "Phishing");
  second = aj_values_copy (first);
  g_assert_cmpstr (aj_values_get_id (second), ==, "m");
  g_assert_cmpint (aj_values_get_revision (second), ==, 4);
  g_assert_cmpuint (aj_values_diff (first, second), ==, 0);

  aj_values_set_text (second, "theme", "Sextortion");
  g_assert_cmpstr (aj_values_get_text (first, "theme"), ==, "Phishing");
  /* The copy lives on without what it was copied from. */
  g_clear_pointer (&first, aj_values_unref);
  g_assert_cmpstr (aj_values_get_text (second, "zone"), ==, "Europe/Amsterdam");
}

static guint64
bit (const AjRecordType *type, const char *field)
{
  return G_GUINT64_CONSTANT (1) << aj_record_type_find (type, field);
}

static void
test_diff (void)
{
  const AjRecordType *type = &aj_meeting_record_type;
  g_autoptr (AjValues) a = aj_values_new (type, "m");
  g_autoptr (AjValues) b = aj_values_copy (a);

  aj_values_set_text (b, "theme", "Phishing");
  aj_values_set_integer (b, "sequence", 1);
  aj_values_clear (b, "zone");
  /* Set to what it was is no difference; nor is another revision. */
  aj_values_set_text (b, "state", "planned");
  aj_values_set_revision (b, 9);
  g_assert_cmpuint (aj_values_diff (a, b), ==,
                    bit (type, "theme") | bit (type, "sequence") | bit (type, "zone"));
  g_assert_cmpuint (aj_values_diff (b, a), ==, aj_values_diff (a, b));

  g_assert_true (aj_values_differ (a, b, "theme"));
  g_assert_false (aj_values_differ (a, b, "state"));
  g_assert_true (aj_values_differ (NULL, b, "theme"));
  g_assert_true (aj_values_differ (a, NULL, "state"));
  g_assert_false (aj_values_differ (a, NULL, "theme"));
  g_assert_false (aj_values_differ (NULL, NULL, "theme"));
}

/* The number of fields fits the bits. */
static void
test_diff_last_field (void)
{
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      g_autoptr (AjValues) a = aj_values_new_empty (*type, "a", 0);
      g_autoptr (AjValues) b = aj_values_new_empty (*type, "a", 0);
      g_auto (AjValue) value = AJ_VALUE_INIT;
      guint last = (*type)->n_fields - 1;

      aj_value_set_text (&value, "x");
      aj_values_set (b, last, &value);
      g_assert_cmpuint (aj_values_diff (a, b), ==, G_GUINT64_CONSTANT (1) << last);
    }
}

#define expect_refusal(pattern) g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*" pattern "*")

/* A state that somebody else may be reading cannot be changed under them. */
static void
test_guards (void)
{
  g_autoptr (AjValues) values = aj_values_new (&aj_municipality_record_type, "p");
  g_autoptr (AjValues) reader = aj_values_ref (values);
  const AjDate day = aj_date_new (2026, 3, 12);
  g_auto (AjValue) value = AJ_VALUE_INIT;

  g_assert_true (reader == values);
  aj_value_set_text (&value, "Ede");
  for (guint i = 0; i < 7; i++)
    expect_refusal ("g_atomic_ref_count_compare");
  aj_values_set_text (values, "name", "Ede");
  aj_values_set_integer (values, "population", 1);
  aj_values_set_real (values, "latitude", 1.0);
  aj_values_set_date (values, "valid-from", day);
  aj_values_clear (values, "name");
  aj_values_set (values, 1, &value);
  aj_values_set_revision (values, 1);
  g_test_assert_expected_messages ();
  g_assert_true (aj_values_is_empty (values, "name"));
  g_assert_cmpint (aj_values_get_revision (values), ==, 0);

  /* Alone again. */
  g_clear_pointer (&reader, aj_values_unref);
  aj_values_set_text (values, "name", "Ede");
  g_assert_cmpstr (aj_values_get_text (values, "name"), ==, "Ede");
}

static void
test_unknown_field (void)
{
  g_autoptr (AjValues) values = aj_values_new (&aj_municipality_record_type, "p");
  g_autoptr (AjValues) other = aj_values_new (&aj_person_record_type, "q");

  expect_refusal ("municipality has no field mayor");
  g_assert_null (aj_values_get_text (values, "mayor"));
  expect_refusal ("municipality has no field mayor");
  aj_values_set_text (values, "mayor", "x");
  expect_refusal ("index < self->type->n_fields");
  g_assert_cmpint (aj_values_peek (values, 1000)->kind, ==, AJ_VALUE_NONE);
  expect_refusal ("a->type == b->type");
  g_assert_cmpuint (aj_values_diff (values, other), ==, G_MAXUINT64);
  g_test_assert_expected_messages ();
}

static gpointer
share_thread (gpointer data)
{
  const AjValues *values = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (AjValues) mine = aj_values_ref (values);
      g_autoptr (AjValues) copy = i % 16 == 0 ? aj_values_copy (mine) : NULL;

      g_assert_cmpstr (aj_values_get_text (mine, "theme"), ==, "Phishing");
      if (copy != NULL)
        aj_values_set_text (copy, "theme", "Sextortion");
    }
  return NULL;
}

/* References, and the texts that copies share, are counted by all threads at once. */
static void
test_threads (void)
{
  g_autoptr (AjValues) values = aj_values_new (&aj_meeting_record_type, "m");
  GThread *threads[N_THREADS];

  aj_values_set_text (values, "theme", "Phishing");
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("share", share_thread, values);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  /* Nobody holds it any more, or this would be refused. */
  aj_values_set_text (values, "theme", "Deepfakes");
  g_assert_cmpstr (aj_values_get_text (values, "theme"), ==, "Deepfakes");
}

static void
test_check (void)
{
  g_autoptr (AjValues) values = aj_values_new (&aj_municipality_record_type, "p");
  g_autoptr (GError) required = NULL;
  g_autoptr (GError) range = NULL;
  g_autoptr (GError) rule = NULL;
  const AjField *failed = NULL;

  aj_values_set_text (values, "code", "GM0228");
  g_assert_false (aj_values_check (values, &failed, &required));
  g_assert_error (required, AJ_MODEL_ERROR, AJ_MODEL_ERROR_REQUIRED);
  g_assert_cmpstr (failed->name, ==, "name");

  aj_values_set_text (values, "name", "Ede");
  g_assert_true (aj_values_check (values, &failed, NULL));
  g_assert_null (failed);

  aj_values_set_real (values, "longitude", NAN);
  g_assert_false (aj_values_check (values, &failed, NULL));
  g_assert_cmpstr (failed->name, ==, "longitude");
  aj_values_set_real (values, "longitude", 180.5);
  g_assert_false (aj_values_check (values, NULL, &range));
  g_assert_error (range, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RANGE);

  /* A rule over several fields is nobody's alone. */
  aj_values_set_real (values, "longitude", 5.66);
  aj_values_set_integer (values, "tile-row", 3);
  failed = &aj_municipality_record_type.fields[0];
  g_assert_false (aj_values_check (values, &failed, &rule));
  g_assert_error (rule, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_assert_null (failed);
}

static void
test_days (void)
{
  static const struct
  {
    const char *from;
    const char *until;
    const char *day;
    gboolean exists;
    gboolean is_over;
  } cases[] = {
    { NULL, NULL, "2026-03-01", TRUE, FALSE },
    { "2026-03-01", NULL, "2026-02-28", FALSE, FALSE },
    { "2026-03-01", NULL, "2026-03-01", TRUE, FALSE },
    { NULL, "2026-03-01", "2026-03-01", TRUE, FALSE },
    { NULL, "2026-03-01", "2026-03-02", FALSE, TRUE },
    { "2026-01-01", "2026-12-31", "2025-12-31", FALSE, FALSE },
    { "2026-01-01", "2026-12-31", "2026-06-01", TRUE, FALSE },
    { "2026-01-01", "2026-12-31", "2027-01-01", FALSE, TRUE },
  };
  g_autoptr (AjValues) district = aj_values_new (&aj_district_record_type, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) values = aj_values_new (&aj_municipality_record_type, NULL);
      AjDate day;

      aj_values_set_text (values, "valid-from", cases[i].from);
      aj_values_set_text (values, "valid-until", cases[i].until);
      g_assert_true (aj_date_parse_iso (cases[i].day, &day));
      g_assert_cmpint (aj_values_exist_on (values, day), ==, cases[i].exists);
      g_assert_cmpint (aj_values_are_over (values, day), ==, cases[i].is_over);
    }
  /* What has no days is always there. */
  g_assert_true (aj_values_exist_on (district, aj_date_new (1, 1, 1)));
  g_assert_false (aj_values_are_over (district, aj_date_new (9999, 12, 31)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/values/new", test_new);
  g_test_add_func ("/values/empty-getters", test_empty_getters);
  g_test_add_func ("/values/getters", test_getters);
  g_test_add_func ("/values/wrong-kind", test_wrong_kind);
  g_test_add_func ("/values/text-is-cleaned", test_text_is_cleaned);
  g_test_add_func ("/values/copy", test_copy);
  g_test_add_func ("/values/diff", test_diff);
  g_test_add_func ("/values/diff-last-field", test_diff_last_field);
  g_test_add_func ("/values/guards", test_guards);
  g_test_add_func ("/values/unknown-field", test_unknown_field);
  g_test_add_func ("/values/threads", test_threads);
  g_test_add_func ("/values/check", test_check);
  g_test_add_func ("/values/days", test_days);
  return g_test_run ();
}
