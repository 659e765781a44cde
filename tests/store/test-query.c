/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-contact.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "store-fixture.h"

#define GROUP        (&aj_group_record_type)
#define MUNICIPALITY (&aj_municipality_record_type)
#define PERSON       (&aj_person_record_type)

/* code, name, population ("" is none), latitude */
static const char *const places[][4] = {
  { "1", "Zwolle", "133000", "52.5" }, { "2", "Ærø", "", "" },
  { "3", "Élst", "20000", "-1.5" },    { "4", "50% korting_", "3", "" },
  { "5", "apeldoorn", "168000", "0" }, { "6", "Back\\slash", "0", "" },
};

static void
add_places (AjStore *store)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add places");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      AjValues *values = aj_edit_add_with_id (edit, MUNICIPALITY, places[i][0]);

      aj_values_set_text (values, "code", places[i][0]);
      aj_values_set_text (values, "name", places[i][1]);
      if (*places[i][2] != '\0')
        aj_values_set_integer (values, "population", g_ascii_strtoll (places[i][2], NULL, 10));
      if (*places[i][3] != '\0')
        aj_values_set_real (values, "latitude", g_ascii_strtod (places[i][3], NULL));
    }
  store_commit (edit);
}

static gboolean
append_id_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_string_append (user_data, aj_values_get_id (values));
  return TRUE;
}

/* What the query finds, as the ids one after the other, in every way there is to ask. */
static void
assert_finds (AjStore *store, AjQuery *query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = aj_store_fetch (store, query, &error);
  g_autoptr (GString) fetched = g_string_new (NULL);
  g_autoptr (GString) each = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      g_assert_true (aj_record_is_loaded (g_ptr_array_index (records, i)));
      g_string_append (fetched, aj_record_get_id (g_ptr_array_index (records, i)));
    }
  g_assert_cmpstr (fetched->str, ==, expected);
  g_assert_true (aj_store_each (store, query, append_id_cb, each, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (each->str, ==, expected);
  g_assert_cmpint (aj_store_count (store, query, &error), ==, (gint64) strlen (expected));
  g_assert_no_error (error);
}

/* Whoever asks for no order gets all the same, and is told of as much. */
static void
test_unordered (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  guint sum = 0;

  add_places (self->store);
  aj_query_where_integer (query, "population", AJ_QUERY_AT_LEAST, 20000);
  aj_query_order_by (query, "name", FALSE);
  aj_query_unordered (query);
  found = aj_store_fetch (self->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 3);
  for (guint i = 0; i < found->len; i++)
    sum += (guint) g_ascii_digit_value (*aj_record_get_id (found->pdata[i]));
  g_assert_cmpuint (sum, ==, 1 + 3 + 5);
}

static void
test_conditions (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *field;
    AjQueryOperator comparison;
    gint64 integer;
    const char *expected;
  } cases[] = {
    { "population", AJ_QUERY_EQUAL, 20000, "3" },
    { "population", AJ_QUERY_NOT_EQUAL, 20000, "12456" },
    { "population", AJ_QUERY_LESS, 20000, "46" },
    { "population", AJ_QUERY_AT_MOST, 20000, "346" },
    { "population", AJ_QUERY_MORE, 20000, "15" },
    { "population", AJ_QUERY_AT_LEAST, 20000, "135" },
    { "population", AJ_QUERY_EMPTY, 0, "2" },
    { "population", AJ_QUERY_NOT_EMPTY, 0, "13456" },
    { "latitude", AJ_QUERY_LESS, 1, "35" },
  };

  add_places (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);

      if (cases[i].comparison == AJ_QUERY_EMPTY || cases[i].comparison == AJ_QUERY_NOT_EMPTY)
        aj_query_where_empty (query, cases[i].field, cases[i].comparison);
      else
        aj_query_where_integer (query, cases[i].field, cases[i].comparison, cases[i].integer);
      aj_query_order_by (query, "code", FALSE);
      assert_finds (self->store, query, cases[i].expected);
    }
}

static void
test_text_conditions (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *field;
    AjQueryOperator comparison;
    const char *text;
    const char *expected;
  } cases[] = {
    { "name", AJ_QUERY_EQUAL, "Zwolle", "1" },
    { "name", AJ_QUERY_EQUAL, "zwolle", "" },
    { "name", AJ_QUERY_EQUAL, "' OR 1 = 1 --", "" },
    { "name", AJ_QUERY_NOT_EQUAL, "Zwolle", "23456" },
    { "id", AJ_QUERY_EQUAL, "4", "4" },
    { "id", AJ_QUERY_MORE, "4", "56" },
    { "district", AJ_QUERY_EQUAL, NULL, "123456" },
    { "district", AJ_QUERY_NOT_EQUAL, NULL, "" },
    { "district", AJ_QUERY_NOT_EQUAL, "x", "123456" },
  };

  add_places (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);

      aj_query_where_text (query, cases[i].field, cases[i].comparison, cases[i].text);
      aj_query_order_by (query, "code", FALSE);
      assert_finds (self->store, query, cases[i].expected);
    }
}

static void
test_any_of (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *texts[4];
    const char *expected;
  } cases[] = {
    { "id", { "5", "1", "nowhere" }, "15" },
    { "id", { "3" }, "3" },
    { "id", { "3", "3" }, "3" },
    { "id", { NULL }, "" },
    { "name", { "Zwolle", "Élst" }, "13" },
    { "name", { "1) OR (1 = 1" }, "" },
    { "district", { "x", "y" }, "" },
  };

  add_places (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);
      g_autoptr (AjQuery) narrower = aj_query_new (MUNICIPALITY);

      aj_query_where_any_of (query, cases[i].field, cases[i].texts);
      aj_query_order_by (query, "code", FALSE);
      assert_finds (self->store, query, cases[i].expected);

      /* Among others, each condition keeps its own values. */
      aj_query_where_text (narrower, "code", AJ_QUERY_AT_MOST, "3");
      aj_query_where_any_of (narrower, cases[i].field, cases[i].texts);
      aj_query_where_text (narrower, "code", AJ_QUERY_AT_LEAST, "3");
      aj_query_search (narrower, "st");
      assert_finds (self->store, narrower, strchr (cases[i].expected, '3') != NULL ? "3" : "");
    }
}

/* As many as are allowed, of more than there are. */
static void
test_any_of_many (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);
  g_auto (GStrv) ids = g_new0 (char *, AJ_QUERY_MAX_TEXTS + 1);

  add_places (self->store);
  for (guint i = 0; i < AJ_QUERY_MAX_TEXTS; i++)
    ids[i] = g_strdup_printf ("%u", i + 5);
  aj_query_where_any_of (query, "id", (const char *const *) ids);
  aj_query_order_by (query, "code", FALSE);
  assert_finds (self->store, query, "56");
}

static void
test_search (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "123456" },    { "   ", "123456" }, { NULL, "123456" }, { "zwol", "1" },
    { "ELST", "3" },     { "élst", "3" },     { "aero", "2" },    { "%", "4" },
    { "_", "4" },        { "\\", "6" },       { "50 kort", "4" }, { "kort 50", "4" },
    { "50 zwolle", "" }, { "l", "1356" },     { "nowhere", "" },  { "3 elst", "3" },
    { "' OR '1", "" },
  };

  add_places (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);

      aj_query_search (query, cases[i].text);
      aj_query_order_by (query, "code", FALSE);
      assert_finds (self->store, query, cases[i].expected);
    }
}

static void
test_order (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *field;
    gboolean descending;
    const char *expected;
  } cases[] = {
    { "population", FALSE, "643152" }, /* empty last */
    { "population", TRUE, "513462" },  { "latitude", FALSE, "351246" },
    { "latitude", TRUE, "153642" },    { "id", TRUE, "654321" },
  };

  add_places (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);
      g_autoptr (AjQuery) first = aj_query_new (MUNICIPALITY);
      g_autofree char *three = g_strndup (cases[i].expected, 3);

      aj_query_order_by (query, cases[i].field, cases[i].descending);
      assert_finds (self->store, query, cases[i].expected);
      aj_query_order_by (first, cases[i].field, cases[i].descending);
      aj_query_limit (first, 3);
      assert_finds (self->store, first, three);
    }
}

/* Choices stand as in their table, references as the titles of what they refer to. */
static void
test_order_of_meaning (StoreFixture *self, gconstpointer data)
{
  static const char *const roles[] = { "guest", "member", "chair", "secretary", "lead" };
  g_autofree char *second = add_group (self->store, "B");
  g_autofree char *first = add_group (self->store, "A");
  g_autofree char *person = add_person (self->store, "Zoë");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add seats");
  g_autoptr (AjQuery) by_role = aj_query_new (&aj_membership_record_type);
  g_autoptr (AjQuery) by_group = aj_query_new (&aj_membership_record_type);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const char id[] = { (char) ('1' + i), '\0' };
      AjValues *seat = aj_edit_add_with_id (edit, &aj_membership_record_type, id);

      aj_values_set_text (seat, "group", i < 3 ? second : first);
      aj_values_set_text (seat, "person", person);
      aj_values_set_text (seat, "role", roles[i]);
    }
  store_commit (edit);
  assert_finds (self->store, by_role, "35421");
  aj_query_order_by (by_group, "group", FALSE);
  aj_query_order_by (by_group, "role", TRUE);
  assert_finds (self->store, by_group, "45123");
}

static gboolean
stop_cb (const AjValues *values, gpointer user_data, GError **error)
{
  guint *n_left = user_data;

  if ((*n_left)-- > 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "enough");
  return FALSE;
}

static void
test_each_stops (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);
  g_autoptr (GError) error = NULL;
  guint n_left = 2;

  add_places (self->store);
  g_assert_false (aj_store_each (self->store, query, stop_cb, &n_left, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  AjStore *store;
  guint n;
} Asking;

/* Whoever writes an export looks up what its records refer to. */
static gboolean
ask_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Asking *asking = user_data;
  g_autoptr (AjRecord) record = aj_store_load_record (asking->store,
                                                      aj_values_get_record_type (values),
                                                      aj_values_get_id (values), error);

  asking->n++;
  return record != NULL;
}

static void
test_each_in_each (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add many");
  g_autoptr (AjQuery) query = aj_query_new (PERSON);
  g_autoptr (GError) error = NULL;
  Asking asking = { self->store, 0 };

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %03u", i);

      aj_values_set_text (aj_edit_add (edit, PERSON), "name", name);
    }
  store_commit (edit);
  g_assert_true (aj_store_each (self->store, query, ask_cb, &asking, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (asking.n, ==, 600);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GPtrArray **records = user_data;
  g_autoptr (GError) error = NULL;

  *records = aj_store_fetch_finish (AJ_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_async (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);
  g_autoptr (GPtrArray) records = NULL;

  add_places (self->store);
  aj_store_fetch_async (self->store, query, NULL, fetched_cb, &records);
  g_assert_null (records);
  assert_eventually (records != NULL);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (places));
}

static gint64
count_found (AjStore *store, const char *text)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_group_record_type);
  g_autoptr (GError) error = NULL;
  gint64 count;

  aj_query_search (query, text);
  count = aj_store_count (store, query, &error);
  g_assert_no_error (error);
  return count;
}

/* A whole letter, pasted: what it begins with is searched for, and nothing fails. */
static void
test_search_long (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team Überwoud");
  g_autoptr (GString) same = g_string_new (NULL);
  g_autoptr (GString) different = g_string_new (NULL);
  g_autofree char *word = g_strnfill (60000, 'w');
  g_autoptr (GString) wide = g_string_new (NULL);

  for (guint i = 0; i < 1200; i++)
    {
      g_string_append (same, "expert TEAM ");
      g_string_append_printf (different, "%u ", i);
      g_string_append (wide, "\360\237\246\211%");
    }
  g_assert_cmpint (count_found (self->store, same->str), ==, 1);
  g_assert_cmpint (count_found (self->store, different->str), ==, 0);
  g_assert_cmpint (count_found (self->store, word), ==, 0);
  g_assert_cmpint (count_found (self->store, wide->str), ==, 0);
  /* Words beyond the sixteenth do not count. */
  g_assert_cmpint (count_found (self->store, "e x p r t a m u b w o d ex xp pe er rt zebra"), ==,
                   1);
  g_assert_cmpint (count_found (self->store, "e x p r t a m u b w o d zebra"), ==, 0);
}

/* id, first day, last day ("" is none) */
static const char *const spans[][3] = {
  { "a", "", "" },
  { "b", "2026-01-01", "" },
  { "c", "", "2025-12-31" },
  { "d", "2024-07-01", "2026-06-30" },
};

static void
add_spans (AjStore *store)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add places");

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      AjValues *values = aj_edit_add_with_id (edit, MUNICIPALITY, spans[i][0]);

      aj_values_set_text (values, "code", spans[i][0]);
      aj_values_set_text (values, "name", spans[i][0]);
      aj_values_set_text (values, "valid-from", spans[i][1]);
      aj_values_set_text (values, "valid-until", spans[i][2]);
    }
  store_commit (edit);
}

/* The query and the rule in the model are one. */
static gboolean
check_exists_cb (const AjValues *values, gpointer user_data, GError **error)
{
  gpointer *context = user_data;
  AjDate *day = context[0];

  if (aj_values_exist_on (values, *day))
    g_string_append (context[1], aj_values_get_id (values));
  return TRUE;
}

static void
test_exist_on (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    int year, month, day;
    const char *expected;
  } cases[] = {
    { 2024, 6, 30, "ac" }, { 2024, 7, 1, "acd" }, { 2025, 12, 31, "acd" },
    { 2026, 1, 1, "abd" }, { 2026, 7, 1, "ab" },  { 9999, 12, 31, "ab" },
  };
  g_autoptr (AjQuery) all = aj_query_new (MUNICIPALITY);

  add_spans (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate day = aj_date_new (cases[i].year, cases[i].month, cases[i].day);
      g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);
      g_autoptr (GString) by_rule = g_string_new (NULL);
      gpointer context[] = { &day, by_rule };

      aj_query_where_exist_on (query, day);
      assert_finds (self->store, query, cases[i].expected);
      g_assert_true (aj_store_each (self->store, all, check_exists_cb, context, NULL));
      g_assert_cmpstr (by_rule->str, ==, cases[i].expected);
    }
}

/* Conditions, search and the place in the row of parameters hold together. */
static void
test_exist_on_and_search (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (MUNICIPALITY);

  add_spans (self->store);
  aj_query_where_text (query, "id", AJ_QUERY_NOT_EQUAL, "a");
  aj_query_where_exist_on (query, aj_date_new (2026, 3, 1));
  aj_query_search (query, "d");
  assert_finds (self->store, query, "d");
}

static void
test_over_last (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) usual = aj_query_new (MUNICIPALITY);
  g_autoptr (AjQuery) back = aj_query_new (MUNICIPALITY);
  g_autoptr (AjQuery) timeless = aj_query_new (GROUP);

  add_spans (self->store);
  aj_query_order_over_last (usual, aj_date_new (2026, 3, 1));
  assert_finds (self->store, usual, "abdc");
  aj_query_order_by (back, "code", TRUE);
  aj_query_order_over_last (back, aj_date_new (2026, 7, 1));
  assert_finds (self->store, back, "badc");
  aj_query_order_over_last (timeless, AJ_DATE_NONE);
  assert_finds (self->store, timeless, "");
}

/* An organisation in Zwolle and one without a place. */
static void
add_organisations (AjStore *store)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add organisations");

  for (guint i = 0; i < 2; i++)
    {
      AjValues *values = aj_edit_add_with_id (edit, &aj_organisation_record_type,
                                              i == 0 ? "o" : "p");

      aj_values_set_text (values, "name", i == 0 ? "Politie" : "Halt");
      aj_values_set_text (values, "kind", "police");
      aj_values_set_text (values, "municipality", i == 0 ? "1" : NULL);
    }
  store_commit (edit);
}

static void
add_contact (
    AjStore *store, const char *id, const char *date, const char *field, const char *target)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add contact");
  AjValues *values = aj_edit_add_with_id (edit, &aj_contact_record_type, id);

  aj_values_set_text (values, "date", date);
  aj_values_set_text (values, "summary", "Gebeld");
  aj_values_set_text (values, field, target);
  store_commit (edit);
}

/* By one reference, or by one of what it refers to, or both; newest first, and of a day what was added last. */
static void
test_paths (StoreFixture *self, gconstpointer data)
{
  static const char *const paths[] = { "municipality", "organisation.municipality", NULL };
  g_autoptr (AjQuery) query = aj_query_new (&aj_contact_record_type);
  g_autoptr (AjQuery) none = aj_query_new (&aj_contact_record_type);
  g_autoptr (AjQuery) late = aj_query_new (&aj_contact_record_type);

  add_places (self->store);
  add_organisations (self->store);
  add_contact (self->store, "d", "2026-02-01", "municipality", "1");
  add_contact (self->store, "b", "2026-02-03", "organisation", "o");
  add_contact (self->store, "c", "2026-02-02", "organisation", "o");
  add_contact (self->store, "a", "2026-02-02", "municipality", "1");
  add_contact (self->store, "e", "2026-02-02", "municipality", "3");
  add_contact (self->store, "f", "2026-02-02", "organisation", "p");
  aj_query_where_leads_to (query, paths, "1");
  aj_query_order_by (query, "date", TRUE);
  aj_query_order_by (query, "added", TRUE);
  assert_finds (self->store, query, "bacd");
  /* A later change leaves the order of a day. */
  set_field (self->store, &aj_contact_record_type, "c", "summary", "Gemaild");
  assert_finds (self->store, query, "bacd");
  aj_query_where_leads_to (none, paths, "2");
  assert_finds (self->store, none, "");
  aj_query_where_text (late, "date", AJ_QUERY_AT_LEAST, "2026-02-02");
  aj_query_where_leads_to (late, paths, "1");
  aj_query_search (late, "gema");
  assert_finds (self->store, late, "c");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/query/conditions", test_conditions);
  store_fixture_add ("/store/query/text-conditions", test_text_conditions);
  store_fixture_add ("/store/query/any-of", test_any_of);
  store_fixture_add ("/store/query/unordered", test_unordered);
  store_fixture_add ("/store/query/any-of-many", test_any_of_many);
  store_fixture_add ("/store/query/search", test_search);
  store_fixture_add ("/store/query/search-long", test_search_long);
  store_fixture_add ("/store/query/order", test_order);
  store_fixture_add ("/store/query/order-of-meaning", test_order_of_meaning);
  store_fixture_add ("/store/query/each-stops", test_each_stops);
  store_fixture_add ("/store/query/each-in-each", test_each_in_each);
  store_fixture_add ("/store/query/async", test_async);
  store_fixture_add ("/store/query/exist-on", test_exist_on);
  store_fixture_add ("/store/query/exist-on-and-search", test_exist_on_and_search);
  store_fixture_add ("/store/query/over-last", test_over_last);
  store_fixture_add ("/store/query/paths", test_paths);
  return g_test_run ();
}
