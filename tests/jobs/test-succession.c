/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-jobs-fixture.h"
#include "aj-person.h"
#include "aj-succession.h"

/* In the fixture it is 15 January 2026. Anna leaves at the end of March, and Bea comes after her. */
typedef struct
{
  Fixture base;
  const char *anna;
  const char *bea;
  const char *team;
  const char *platform;
} World;

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->bea = fixture_add (&self->base, "person", "name", "Bea", NULL);
  self->anna = fixture_add (&self->base, "person", "name", "Anna", "left-on", "2026-03-31",
                            "successor", self->bea, NULL);
  self->team = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->platform = fixture_add (&self->base, "group", "name", "Platform", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjValues *
get_values (World *self, const char *type, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (self->base.store,
                                                      aj_record_type_lookup (type), id, &error);

  g_assert_no_error (error);
  return aj_values_ref (aj_record_get_values (record));
}

static AjSuccession *
load (World *self)
{
  g_autoptr (AjValues) anna = get_values (self, "person", self->anna);
  g_autoptr (GError) error = NULL;
  AjSuccession *succession = aj_succession_load (self->base.store, anna, &error);

  g_assert_no_error (error);
  return succession;
}

static void
assert_described (World *self, const char *expected)
{
  g_autoptr (AjSuccession) succession = load (self);
  g_autofree char *text = aj_succession_describe (succession);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (aj_succession_is_empty (succession), ==, *expected == '\0');
}

static void
hand_over (World *self)
{
  g_autoptr (AjSuccession) succession = load (self);
  g_autoptr (AjEdit) edit = aj_succession_prepare (succession, self->base.store);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (aj_edit_get_label (edit), ==, "Bea takes over from Anna");
  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
assert_text (World *self, const char *type, const char *id, const char *field, const char *text)
{
  g_autoptr (AjValues) values = get_values (self, type, id);

  g_assert_cmpstr (aj_values_get_text (values, field), ==, text);
}

static const char *
add_meeting (World *self, const char *day, const char *state)
{
  g_autofree char *start = g_strconcat (day, "T10:00", NULL);
  g_autofree char *end = g_strconcat (day, "T12:00", NULL);

  return fixture_add (&self->base, "meeting", "group", self->team, "starts-at", start, "ends-at",
                      end, "zone", "Europe/Amsterdam", "chair", self->anna, "state", state, NULL);
}

static void
test_all (World *self, gconstpointer data)
{
  const char *organisation = fixture_add (&self->base, "organisation", "name", "Politie", "kind",
                                          "police", NULL);
  const char *seat = fixture_add (&self->base, "seat", "group", self->team, "kind", "police", NULL);
  const char *membership = fixture_add (&self->base, "membership", "group", self->team, "person",
                                        self->anna, "organisation", organisation, "seat", seat,
                                        "role", "chair", "from", "2024-01-01", NULL);
  const char *district = fixture_add (&self->base, "district", "name", "Twente", "lead", self->anna,
                                      NULL);
  const char *before = add_meeting (self, "2026-03-31", "planned");
  const char *after = add_meeting (self, "2026-04-01", "planned");
  const char *cancelled = add_meeting (self, "2026-05-01", "cancelled");
  g_autoptr (AjRecord) next = NULL;
  g_autoptr (GError) error = NULL;

  assert_described (self, "Expertteam, the lead of Twente and the chair of 1 meeting");
  hand_over (self);
  assert_text (self, "membership", membership, "until", "2026-03-31");
  next = fixture_find (&self->base, "membership", "person", self->bea);
  g_assert_cmpstr (aj_record_get_text (next, "from"), ==, "2026-04-01");
  g_assert_cmpstr (aj_record_get_text (next, "role"), ==, "chair");
  g_assert_cmpstr (aj_record_get_text (next, "seat"), ==, seat);
  g_assert_cmpstr (aj_record_get_text (next, "organisation"), ==, organisation);
  g_assert_null (aj_record_get_text (next, "until"));
  assert_text (self, "district", district, "lead", self->bea);
  assert_text (self, "meeting", before, "chair", self->anna);
  assert_text (self, "meeting", after, "chair", self->bea);
  assert_text (self, "meeting", cancelled, "chair", self->anna);
  assert_described (self, "");

  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  assert_text (self, "membership", membership, "until", NULL);
  assert_text (self, "district", district, "lead", self->anna);
  g_assert_cmpint (fixture_count (&self->base, "membership"), ==, 1);
  assert_described (self, "Expertteam, the lead of Twente and the chair of 1 meeting");
}

/* What ended before, or ends that very day, is nobody's to take over; a term that was agreed holds for the next. */
static void
test_terms (World *self, gconstpointer data)
{
  const char *term = fixture_add (&self->base, "membership", "group", self->platform, "person",
                                  self->anna, "until", "2026-12-31", NULL);
  g_autoptr (AjRecord) next = NULL;

  fixture_add (&self->base, "membership", "group", self->team, "person", self->anna, "until",
               "2026-03-31", NULL);
  assert_described (self, "Platform");
  hand_over (self);
  assert_text (self, "membership", term, "until", "2026-03-31");
  next = fixture_find (&self->base, "membership", "person", self->bea);
  g_assert_cmpstr (aj_record_get_text (next, "until"), ==, "2026-12-31");
  g_assert_cmpint (fixture_count (&self->base, "membership"), ==, 3);
}

/* A seat that was to begin after she left is the successor's from its own beginning. */
static void
test_later (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) next = NULL;

  fixture_add (&self->base, "membership", "group", self->team, "person", self->anna, "from",
               "2026-06-01", NULL);
  hand_over (self);
  g_assert_cmpint (fixture_count (&self->base, "membership"), ==, 1);
  next = fixture_find (&self->base, "membership", "person", self->bea);
  g_assert_cmpstr (aj_record_get_text (next, "from"), ==, "2026-06-01");
}

/* Who sits there already does not sit there twice; another role is another seat. */
static void
test_sits_already (World *self, gconstpointer data)
{
  const char *membership = fixture_add (&self->base, "membership", "group", self->team, "person",
                                        self->anna, NULL);

  fixture_add (&self->base, "membership", "group", self->team, "person", self->bea, NULL);
  fixture_add (&self->base, "membership", "group", self->platform, "person", self->anna, "role",
               "chair", NULL);
  fixture_add (&self->base, "membership", "group", self->platform, "person", self->bea, NULL);
  hand_over (self);
  assert_text (self, "membership", membership, "until", "2026-03-31");
  g_assert_cmpint (fixture_count (&self->base, "membership"), ==, 5);
}

/* Without a last day or a successor there is nothing to hand over. */
static void
test_nothing (World *self, gconstpointer data)
{
  static const char *const fields[] = { "left-on", "successor" };

  fixture_add (&self->base, "membership", "group", self->team, "person", self->anna, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      assert_described (self, "Expertteam");
      fixture_set (&self->base, "person", self->anna, fields[i], "", NULL);
      assert_described (self, "");
      g_assert_true (aj_store_undo (self->base.store, NULL, NULL));
    }
}

static void
test_without_waiting (World *self, gconstpointer data)
{
  g_autoptr (AjValues) anna = get_values (self, "person", self->anna);
  g_autoptr (AjValues) bea = get_values (self, "person", self->bea);
  const AjValues *asked[] = { anna, bea };

  fixture_add (&self->base, "membership", "group", self->team, "person", self->anna, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      Waiter waiter = { NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (AjSuccession) succession = NULL;

      aj_succession_load_async (self->base.store, asked[i], NULL, waiter_ready_cb, &waiter);
      succession = aj_succession_load_finish (self->base.store, waiter_wait (&waiter), &error);
      g_assert_no_error (error);
      g_assert_cmpint (aj_succession_is_empty (succession), ==, i == 1);
      g_assert_true ((aj_succession_get_successor (succession) != NULL) == (i == 0));
      g_object_unref (waiter.result);
    }
}

static void
test_gone (World *self, gconstpointer data)
{
  g_autoptr (AjValues) anna = get_values (self, "person", self->anna);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late_error = NULL;
  Waiter waiter = { NULL };

  fixture_remove (&self->base, "person", self->anna);
  g_assert_null (aj_succession_load (self->base.store, anna, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  aj_succession_load_async (self->base.store, anna, NULL, waiter_ready_cb, &waiter);
  g_assert_null (aj_succession_load_finish (self->base.store, waiter_wait (&waiter), &late_error));
  g_assert_error (late_error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_object_unref (waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/succession/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all", test_all);
  ADD ("terms", test_terms);
  ADD ("later", test_later);
  ADD ("sits-already", test_sits_already);
  ADD ("nothing", test_nothing);
  ADD ("without-waiting", test_without_waiting);
  ADD ("gone", test_gone);
  return g_test_run ();
}
