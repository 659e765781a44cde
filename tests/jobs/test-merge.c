/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-jobs-fixture.h"
#include "aj-merge.h"
#include "aj-organisation.h"
#include "aj-person.h"

static AjValues *
get_values (Fixture *self, const char *type, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, aj_record_type_lookup (type), id,
                                                      &error);

  g_assert_no_error (error);
  return aj_values_ref (aj_record_get_values (record));
}

static guint64
bit (const char *type, const char *field)
{
  return G_GUINT64_CONSTANT (1) << aj_record_type_find (aj_record_type_lookup (type), field);
}

static void
merge_choosing (
    Fixture *self, const char *type, const char *first, const char *second, guint64 chosen)
{
  g_autoptr (AjValues) a = get_values (self, type, first);
  g_autoptr (AjValues) b = get_values (self, type, second);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjEdit) edit = aj_merge_prepare (self->store, a, b, chosen, &error);

  g_assert_no_error (error);
  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
}

/* As somebody does who takes what is proposed. */
static void
merge (Fixture *self, const char *type, const char *first, const char *second)
{
  g_autoptr (AjValues) a = get_values (self, type, first);
  g_autoptr (AjValues) b = get_values (self, type, second);

  merge_choosing (self, type, first, second, aj_merge_list_likely (a, b));
}

static void
assert_text (
    Fixture *self, const char *type, const char *id, const char *field, const char *expected)
{
  g_autoptr (AjValues) values = get_values (self, type, id);

  g_assert_cmpstr (aj_values_get_text (values, field), ==, expected);
}

static void
assert_gone (Fixture *self, const char *type, const char *id)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_store_load_record (self->store, aj_record_type_lookup (type), id, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

static void
assert_sound (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = aj_store_check (self->store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* (transfer full): all there is, as text, to compare the whole of two moments. */
static char *
dump (Fixture *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      g_autoptr (AjQuery) query = aj_query_new (*type);
      g_autoptr (GPtrArray) records = NULL;

      aj_query_order_by (query, "id", FALSE);
      records = aj_store_fetch (self->store, query, NULL);
      for (guint i = 0; i < records->len; i++)
        {
          g_string_append_printf (text, "%s %s", (*type)->name,
                                  aj_record_get_id (records->pdata[i]));
          for (guint j = 0; j < (*type)->n_fields; j++)
            {
              const AjValues *values = aj_record_get_values (records->pdata[i]);
              g_autofree char *value = aj_field_format (&(*type)->fields[j],
                                                        aj_values_peek (values, j));

              g_string_append_printf (text, " %s=%s", (*type)->fields[j].name, value);
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
undo_and_redo (Fixture *self, const char *before, const char *label)
{
  g_autofree char *after = dump (self);
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  g_autofree char *once_more = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_store_undo (self->store, &undone, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, label);
  again = dump (self);
  g_assert_cmpstr (again, ==, before);
  g_assert_true (aj_store_redo (self->store, NULL, &error));
  g_assert_no_error (error);
  once_more = dump (self);
  g_assert_cmpstr (once_more, ==, after);
}

static void
test_fields (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Anna Bakker", "mail", "anna@a.example",
                                   "notes", "Kent iedereen", NULL);
  const char *second = fixture_add (self, "person", "name", "A. Bakker", "mail", "anna@b.example",
                                    "phone", "053", "notes", "Belt graag", NULL);
  g_autofree char *before = dump (self);
  g_autoptr (AjValues) a = get_values (self, "person", first);
  g_autoptr (AjValues) b = get_values (self, "person", second);

  g_assert_cmpuint (aj_merge_list_choices (a, b), ==,
                    bit ("person", "name") | bit ("person", "mail") | bit ("person", "phone"));
  g_assert_cmpuint (aj_merge_list_likely (a, b), ==, bit ("person", "phone"));
  merge_choosing (self, "person", first, second, bit ("person", "phone") | bit ("person", "mail"));
  assert_text (self, "person", first, "name", "Anna Bakker");
  assert_text (self, "person", first, "mail", "anna@b.example");
  assert_text (self, "person", first, "phone", "053");
  assert_text (self, "person", first, "notes", "Kent iedereen\n\nBelt graag");
  assert_text (self, "person", first, "merged-from", second);
  assert_gone (self, "person", second);
  assert_sound (self);
  undo_and_redo (self, before, "Merge Anna Bakker and A. Bakker");
}

/* Whether it has that reference, and cannot be without it. */
static gboolean
needs (const AjRecordType *type, const char *field)
{
  int index = aj_record_type_find (type, field);

  return index >= 0 && type->fields[index].required &&
         type->fields[index].kind == AJ_FIELD_REFERENCE;
}

/* A record of every type with every reference to a person or an organisation that it can have, to the second. Whatever
 * field comes later is here of itself. */
static GPtrArray *
add_referrers (Fixture *self, const char *target, const char *id)
{
  GPtrArray *added = g_ptr_array_new ();
  const char *group = fixture_add (self, "group", "name", target, NULL);
  const char *somebody = fixture_add (self, "person", "name", "Iemand", NULL);
  const char *cycle = fixture_add (self, "cycle", "group", group, NULL);
  const char *edition = fixture_add (self, "edition", "name", "Actiedag", "starts-on", "2026-10-08",
                                     NULL);
  const char *place = fixture_add (self, "municipality", "name", target, "code", target, NULL);
  const char *intervention = fixture_add (self, "intervention", "name", target, NULL);
  const char *rollout = fixture_add (self, "rollout", "intervention", intervention, "municipality",
                                     place, NULL);
  const char *material = fixture_add (self, "material", "name", target, NULL);
  const char *meeting = fixture_add (self, "meeting", "group", group, "starts-at",
                                     "2026-01-01T10:00", "ends-at", "2026-01-01T12:00", NULL);

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    for (guint i = 0; i < (*type)->n_fields; i++)
      {
        const AjField *field = &(*type)->fields[i];
        g_autofree char *name = NULL;
        g_autoptr (AjEdit) edit = NULL;
        g_autoptr (GError) error = NULL;
        AjValues *values;

        if (field->kind != AJ_FIELD_REFERENCE || strcmp (field->target, target) != 0)
          continue;
        edit = aj_edit_new (self->store, "Add");
        values = aj_edit_add (edit, *type);
        name = g_strdup_printf ("%s.%s", (*type)->name, field->name);
        for (guint j = 0; j < (*type)->n_fields; j++)
          {
            const AjField *other = &(*type)->fields[j];

            if (!other->required || !aj_values_is_empty (values, other->name) ||
                other->kind == AJ_FIELD_REFERENCE)
              continue;
            if (other->kind == AJ_FIELD_DATE)
              aj_values_set_text (values, other->name, "2026-01-01");
            else if (other->kind == AJ_FIELD_WALL_TIME)
              aj_values_set_text (values, other->name,
                                  strcmp (other->name, "ends-at") == 0 ? "2026-01-01T12:00"
                                                                       : "2026-01-01T10:00");
            else if (other->kind == AJ_FIELD_CHOICE)
              aj_values_set_text (values, other->name, other->choices[0].code);
            else if (other->kind == AJ_FIELD_INTEGER)
              aj_values_set_integer (values, other->name, MAX (other->min, 1));
            else if (strcmp (other->name, "zone") == 0)
              aj_values_set_text (values, other->name, "Europe/Amsterdam");
            else
              aj_values_set_text (values, other->name, name);
          }
        if (aj_record_type_find (*type, "group") >= 0)
          aj_values_set_text (values, "group", group);
        if (aj_record_type_find (*type, "cycle") >= 0)
          aj_values_set_text (values, "cycle", cycle);
        if (aj_record_type_find (*type, "edition") >= 0)
          aj_values_set_text (values, "edition", edition);
        if (needs (*type, "intervention"))
          aj_values_set_text (values, "intervention", intervention);
        if (needs (*type, "rollout"))
          aj_values_set_text (values, "rollout", rollout);
        if (needs (*type, "material"))
          aj_values_set_text (values, "material", material);
        if (needs (*type, "person"))
          aj_values_set_text (values, "person", somebody);
        if (strcmp ((*type)->name, "loan") == 0)
          aj_values_set_text (values, "until", "2026-01-01");
        /* What is done on an action day is done somewhere, and so is what is rolled out or lent. */
        if (needs (*type, "municipality") || strcmp ((*type)->name, "rollout") == 0 ||
            strcmp ((*type)->name, "loan") == 0)
          aj_values_set_text (values, "municipality", place);
        /* An attendance is somebody's at a meeting. */
        if (strcmp ((*type)->name, "attendance") == 0)
          {
            aj_values_set_text (values, "person", somebody);
            aj_values_set_text (values, "meeting", meeting);
          }
        /* A function is somebody's, and says what or where. */
        if (strcmp ((*type)->name, "position") == 0)
          {
            aj_values_set_text (values, "person", somebody);
            aj_values_set_text (values, "function", name);
          }
        aj_values_set_text (values, field->name, id);
        aj_edit_commit (edit, &error);
        g_assert_no_error (error);
        g_ptr_array_add (added, (gpointer) *type);
        g_ptr_array_add (added, (gpointer) field);
        g_ptr_array_add (added, (gpointer) g_intern_string (aj_values_get_id (values)));
      }
  return added;
}

static void
check_every_reference (Fixture *self, const char *target, const char *first, const char *second)
{
  g_autoptr (GPtrArray) added = add_referrers (self, target, second);
  g_autofree char *before = dump (self);
  g_autofree char *label = g_strdup_printf ("Merge %s and %s", "Een", "Twee");

  g_assert_cmpuint (added->len, >=, 12);
  merge (self, target, first, second);
  for (guint i = 0; i < added->len; i += 3)
    {
      const AjRecordType *type = added->pdata[i];
      const AjField *field = added->pdata[i + 1];

      assert_text (self, type->name, added->pdata[i + 2], field->name, first);
    }
  assert_gone (self, target, second);
  assert_sound (self);
  undo_and_redo (self, before, label);
}

static void
test_every_reference_to_a_person (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);

  check_every_reference (self, "person", first, fixture_add (self, "person", "name", "Twee", NULL));
}

static void
test_every_reference_to_an_organisation (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "organisation", "name", "Een", "kind", "police", NULL);

  check_every_reference (self, "organisation", first,
                         fixture_add (self, "organisation", "name", "Twee", "kind", "police",
                                      NULL));
}

/* Who sat twice in a group with the same role and days sits once; other days are another time. */
static void
test_twins (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);
  const char *second = fixture_add (self, "person", "name", "Twee", NULL);
  const char *group = fixture_add (self, "group", "name", "Groep", NULL);
  const char *kept = fixture_add (self, "membership", "group", group, "person", first, "role",
                                  "lead", "from", "2025-01-01", "notes", "Eerste", NULL);
  const char *twin = fixture_add (self, "membership", "group", group, "person", second, "role",
                                  "lead", "from", "2025-01-01", "notes", "Tweede", NULL);
  const char *other = fixture_add (self, "membership", "group", group, "person", second, "role",
                                   "lead", "from", "2023-01-01", "until", "2024-12-31", NULL);
  const char *role = fixture_add (self, "membership", "group", group, "person", second, "role",
                                  "chair", "from", "2025-01-01", NULL);
  g_autofree char *before = dump (self);

  merge (self, "person", first, second);
  assert_gone (self, "membership", twin);
  assert_text (self, "membership", kept, "notes", "Eerste\n\nTweede");
  assert_text (self, "membership", other, "person", first);
  assert_text (self, "membership", role, "person", first);
  g_assert_cmpint (fixture_count (self, "membership"), ==, 3);
  undo_and_redo (self, before, "Merge Een and Twee");
}

/* Two contacts of one day are one only when they tell the same. */
static void
test_contacts (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);
  const char *second = fixture_add (self, "person", "name", "Twee", NULL);

  fixture_add (self, "contact", "date", "2026-01-05", "person", first, "summary", "Gebeld", NULL);
  fixture_add (self, "contact", "date", "2026-01-05", "person", second, "summary", "Gebeld", NULL);
  fixture_add (self, "contact", "date", "2026-01-05", "person", second, "summary", "Later", NULL);
  merge (self, "person", first, second);
  g_assert_cmpint (fixture_count (self, "contact"), ==, 2);
}

/* Seats are kept, for memberships hold on to them. */
static void
test_seats (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "organisation", "name", "Een", "kind", "police", NULL);
  const char *second = fixture_add (self, "organisation", "name", "Twee", "kind", "police", NULL);
  const char *group = fixture_add (self, "group", "name", "Groep", NULL);
  const char *of_first = fixture_add (self, "seat", "group", group, "organisation", first, NULL);
  const char *of_second = fixture_add (self, "seat", "group", group, "organisation", second, NULL);
  const char *sitter = fixture_add (self, "membership", "group", group, "organisation", second,
                                    "seat", of_second, NULL);

  merge (self, "organisation", first, second);
  assert_text (self, "seat", of_first, "organisation", first);
  assert_text (self, "seat", of_second, "organisation", first);
  assert_text (self, "membership", sitter, "seat", of_second);
  assert_sound (self);
}

/* Nobody succeeds or stands in for themselves, whichever way round it was. */
static void
test_pointing_at_each_other (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);
  const char *second = fixture_add (self, "person", "name", "Twee", "successor", first, "left-on",
                                    "2025-12-31", NULL);
  g_autoptr (AjValues) a = NULL;
  g_autoptr (AjValues) b = NULL;
  g_autofree char *before = NULL;

  fixture_set (self, "person", first, "deputy", second, NULL);
  before = dump (self);
  a = get_values (self, "person", first);
  b = get_values (self, "person", second);
  g_assert_cmpuint (aj_merge_list_choices (a, b), ==,
                    bit ("person", "name") | bit ("person", "left-on"));
  /* One of them goes on. */
  g_assert_cmpuint (aj_merge_list_likely (a, b), ==, 0);
  merge (self, "person", first, second);
  assert_text (self, "person", first, "deputy", NULL);
  assert_text (self, "person", first, "successor", NULL);
  assert_text (self, "person", first, "left-on", NULL);
  undo_and_redo (self, before, "Merge Een and Twee");
}

/* It is the first who left: what goes on is the likely one again. */
static void
test_left_first (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", "left-on", "2025-12-31", NULL);
  const char *second = fixture_add (self, "person", "name", "Een", NULL);

  merge (self, "person", first, second);
  assert_text (self, "person", first, "left-on", NULL);
}

/* Who refers to the second in two ways refers to the first in two ways. */
static void
test_two_references (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);
  const char *second = fixture_add (self, "person", "name", "Twee", NULL);
  const char *third = fixture_add (self, "person", "name", "Drie", "deputy", second, "successor",
                                   second, NULL);

  merge (self, "person", first, second);
  assert_text (self, "person", third, "deputy", first);
  assert_text (self, "person", third, "successor", first);
}

static void
test_memory (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);
  const char *second = fixture_add (self, "person", "name", "Een", NULL);
  const char *third = fixture_add (self, "person", "name", "Een", NULL);
  const char *other = fixture_add (self, "person", "name", "Een", NULL);
  g_autofree char *both = g_strconcat (second, " ", third, NULL);
  g_autoptr (AjValues) a = get_values (self, "person", second);
  g_autoptr (AjValues) b = get_values (self, "person", other);
  g_autoptr (AjEdit) edit = aj_merge_keep_apart (self->store, a, b);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (aj_edit_get_label (edit), ==, "Keep Een and Een apart");
  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
  assert_text (self, "person", second, "distinct-from", other);
  merge (self, "person", second, third);
  merge (self, "person", first, second);
  assert_text (self, "person", first, "merged-from", both);
  /* Whom the second was not, the first is not either. */
  assert_text (self, "person", first, "distinct-from", other);
}

/* A second thought: two that were kept apart are one after all. */
static void
test_memory_of_each_other (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);
  const char *second = fixture_add (self, "person", "name", "Een", NULL);
  g_autoptr (AjValues) a = get_values (self, "person", first);
  g_autoptr (AjValues) b = get_values (self, "person", second);
  g_autoptr (AjEdit) edit = aj_merge_keep_apart (self->store, b, a);

  g_assert_true (aj_edit_commit (edit, NULL));
  merge (self, "person", first, second);
  assert_text (self, "person", first, "distinct-from", NULL);
}

static void
test_notes (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *first;
    const char *second;
    const char *joined;
  } cases[] = {
    { "", "", NULL },
    { "A", "", "A" },
    { "", "B", "B" },
    { "A", "A", "A" },
    { "A en B", "A", "A en B" },
    { "A", "A en B", "A en B" },
    { "A", "B", "A\n\nB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *first = fixture_add (self, "person", "name", "Een", "notes", cases[i].first,
                                       NULL);
      const char *second = fixture_add (self, "person", "name", "Twee", "notes", cases[i].second,
                                        NULL);

      merge (self, "person", first, second);
      assert_text (self, "person", first, "notes", cases[i].joined);
    }
}

static void
test_forgotten (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);
  const char *second = fixture_add (self, "person", "name", "Vergeten", "forgotten-on",
                                    "2026-01-01", NULL);
  g_autoptr (AjValues) a = get_values (self, "person", first);
  g_autoptr (AjValues) b = get_values (self, "person", second);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late_error = NULL;
  Waiter waiter = { NULL };

  g_assert_null (aj_merge_prepare (self->store, a, b, 0, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  aj_merge_prepare_async (self->store, b, a, 0, NULL, waiter_ready_cb, &waiter);
  g_assert_null (aj_merge_prepare_finish (self->store, waiter_wait (&waiter), &late_error));
  g_assert_error (late_error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_object_unref (waiter.result);
}

/* The same as waiting does. */
static void
test_without_waiting (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);
  const char *second = fixture_add (self, "person", "name", "Twee", NULL);
  const char *third = fixture_add (self, "person", "name", "Drie", "deputy", second, NULL);
  g_autoptr (AjValues) a = get_values (self, "person", first);
  g_autoptr (AjValues) b = get_values (self, "person", second);
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  aj_merge_prepare_async (self->store, a, b, 0, NULL, waiter_ready_cb, &waiter);
  edit = aj_merge_prepare_finish (self->store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
  assert_text (self, "person", third, "deputy", first);
  g_object_unref (waiter.result);
}

/* What is gone meanwhile is said. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Een", NULL);
  const char *second = fixture_add (self, "person", "name", "Twee", NULL);
  g_autoptr (AjValues) a = get_values (self, "person", first);
  g_autoptr (AjValues) b = get_values (self, "person", second);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late_error = NULL;
  Waiter waiter = { NULL };

  fixture_remove (self, "person", second);
  g_assert_null (aj_merge_prepare (self->store, a, b, 0, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  aj_merge_prepare_async (self->store, a, b, 0, NULL, waiter_ready_cb, &waiter);
  g_assert_null (aj_merge_prepare_finish (self->store, waiter_wait (&waiter), &late_error));
  g_assert_error (late_error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_object_unref (waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/merge/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fields", test_fields);
  ADD ("every-reference-to-a-person", test_every_reference_to_a_person);
  ADD ("every-reference-to-an-organisation", test_every_reference_to_an_organisation);
  ADD ("twins", test_twins);
  ADD ("contacts", test_contacts);
  ADD ("seats", test_seats);
  ADD ("pointing-at-each-other", test_pointing_at_each_other);
  ADD ("left-first", test_left_first);
  ADD ("two-references", test_two_references);
  ADD ("memory", test_memory);
  ADD ("memory-of-each-other", test_memory_of_each_other);
  ADD ("notes", test_notes);
  ADD ("forgotten", test_forgotten);
  ADD ("without-waiting", test_without_waiting);
  ADD ("gone", test_gone);
  return g_test_run ();
}
