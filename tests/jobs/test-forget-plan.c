/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes and what stays, said beforehand and then done. */
#include <string.h>

#include "aj-forget-plan.h"
#include "aj-group-book.h"
#include "aj-jobs-fixture.h"

static AjForgetPlan *
load (Fixture *self, const char *const *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjForgetPlan) waited = aj_forget_plan_load (self->store, ids, &error);
  AjForgetPlan *plan;
  Waiter waiter = { NULL };

  g_assert_no_error (error);
  aj_forget_plan_load_async (self->store, ids, NULL, waiter_ready_cb, &waiter);
  plan = aj_forget_plan_load_finish (self->store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_object_unref (waiter.result);
  g_assert_cmpuint (aj_forget_plan_get_n_people (plan), ==, aj_forget_plan_get_n_people (waited));
  g_assert_cmpuint (aj_forget_plan_get_n_mentions (plan), ==,
                    aj_forget_plan_get_n_mentions (waited));
  return plan;
}

static AjForgetPlan *
load_one (Fixture *self, const char *id)
{
  const char *const ids[] = { id, NULL };

  return load (self, ids);
}

static void
assert_text (AjForgetPlan *plan, AjForgetFlags flags, const char *const *parts, gboolean there)
{
  g_autoptr (AjDocument) document = aj_forget_plan_to_document (plan, flags);
  g_autofree char *text = aj_document_to_text (document);

  for (guint i = 0; parts[i] != NULL; i++)
    if ((strstr (text, parts[i]) != NULL) != there)
      g_error ("“%s” %s in:\n%s", parts[i], there ? "is missing" : "stands", text);
}

static void
assert_done (AjForgetPlan *plan, Fixture *self, AjForgetFlags flags)
{
  g_autoptr (GError) error = NULL;
  gboolean wiped = FALSE;
  Waiter waiter = { NULL };

  aj_forget_plan_run_async (plan, self->store, flags, waiter_ready_cb, &waiter);
  g_assert_true (aj_forget_plan_run_finish (self->store, waiter_wait (&waiter), &wiped, &error));
  g_assert_no_error (error);
  g_assert_true (wiped);
  g_object_unref (waiter.result);
}

static void
assert_field (
    Fixture *self, const char *type, const char *id, const char *field, const char *expected)
{
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, aj_record_type_lookup (type), id,
                                                      NULL);
  g_autofree char *text = aj_record_display (record, field);

  g_assert_cmpstr (text, ==, expected);
}

typedef struct
{
  const char *group;
  const char *halt;
  const char *zoe;
  const char *contact;
} World;

static World
make_world (Fixture *self)
{
  World world = { NULL };

  world.group = fixture_add (self, "group", "name", "Werkgroep MKB", "kind", "working-group",
                             "notes", "Bel Zoë Zwart.", NULL);
  world.halt = fixture_add (self, "organisation", "name", "Halt", "kind", "support", "mail",
                            "info@halt.example", NULL);
  world.zoe = fixture_add (self, "person", "name", "Zoë Zwart", "mail", "info@halt.example",
                           "mobile", "06-98765432", "organisation", world.halt, NULL);
  fixture_add (self, "membership", "group", world.group, "person", world.zoe, "role", "chair",
               "from", "2025-01-01", "notes", "Wil stoppen", NULL);
  fixture_add (self, "position", "person", world.zoe, "function", "Quilter", NULL);
  world.contact = fixture_add (self, "contact", "person", world.zoe, "date", "2026-01-12",
                               "summary", "Belde over haar zus", NULL);
  return world;
}

static void
test_one (Fixture *self, gconstpointer data)
{
  static const char *const said[] = {
    "Forget Zoë Zwart?\n",
    "This cannot be undone.",
    "- Name, Mail, Mobile\n",
    "- Functions: Function\n",
    "- Seats in Groups: Notes\n",
    "- Log of Contact: What\n",
    "- The same in 4 changes of the history, before and after\n",
    "- 1 mention in the texts of others: […] comes in its place\n",
    "- That somebody was there, as “Forgotten person”\n",
    "- Functions: 1, with their days and organisations\n",
    "- Log of Contact: 1, with their days and organisations\n",
    "- What others have as their own too, as the number of an office\n",
    "\nWerkgroep MKB  Chair  Wed 1 Jan 2025\n",
    "From today on this person sits in no group",
    "\nGroup Werkgroep MKB, Notes  Bel Zoë Zwart.\n",
    "Lists, mails and calendar files",
    NULL,
  };
  static const char *const silent[] = { "look like copies", "as you wish", NULL };
  World world = make_world (self);
  g_autoptr (AjForgetPlan) plan = load_one (self, world.zoe);
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (aj_forget_plan_get_n_mentions (plan), ==, 1);
  g_assert_cmpuint (aj_forget_plan_get_copies (plan)->len, ==, 0);
  assert_text (plan, AJ_FORGET_DEFAULT, said, TRUE);
  assert_text (plan, AJ_FORGET_DEFAULT, silent, FALSE);
  assert_done (plan, self, AJ_FORGET_DEFAULT);
  assert_field (self, "person", world.zoe, "name", "Forgotten person");
  assert_field (self, "person", world.zoe, "mail", "");
  assert_field (self, "person", world.zoe, "forgotten-on", "Thu 15 Jan 2026");
  assert_field (self, "group", world.group, "notes", "Bel […].");
  assert_field (self, "contact", world.contact, "summary", "[…]");
  assert_field (self, "organisation", world.halt, "mail", "info@halt.example");
  sentence = aj_forget_plan_describe_done (plan, AJ_FORGET_DEFAULT, TRUE);
  g_assert_cmpstr (sentence, ==, "1 person forgotten. What others have as their own too is left.");
}

/* Who sits nowhere any more is not told to leave. */
static void
test_nowhere (Fixture *self, gconstpointer data)
{
  static const char *const silent[] = { "From today on", NULL };
  const char *group = fixture_add (self, "group", "name", "Team", "kind", "platform", NULL);
  const char *person = fixture_add (self, "person", "name", "Anna", NULL);
  g_autoptr (AjForgetPlan) plan = NULL;

  fixture_add (self, "membership", "group", group, "person", person, "until", "2026-01-15", NULL);
  plan = load_one (self, person);
  assert_text (plan, AJ_FORGET_DEFAULT, silent, FALSE);
}

/* What is known to be left is never said to be gone. */
static void
test_says_what_is_left (Fixture *self, gconstpointer data)
{
  const char *person = fixture_add (self, "person", "name", "Quirina Vos", NULL);
  const char *two[] = { person, fixture_add (self, "person", "name", "Pim Bos", NULL), NULL };
  g_autoptr (AjForgetPlan) nowhere = load_one (self, person);
  g_autoptr (AjForgetPlan) both = load (self, two);
  g_autoptr (AjForgetPlan) mentioned = NULL;
  g_autofree char *gone = aj_forget_plan_describe_done (nowhere, AJ_FORGET_KEEP_MENTIONS, TRUE);
  g_autofree char *gone_both = aj_forget_plan_describe_done (both, AJ_FORGET_DEFAULT, TRUE);
  g_autofree char *cleaned = NULL;
  g_autofree char *kept = NULL;

  fixture_add (self, "group", "name", "Team", "kind", "platform", "notes", "Bel Quirina Vos", NULL);
  mentioned = load_one (self, person);
  cleaned = aj_forget_plan_describe_done (mentioned, AJ_FORGET_DEFAULT, TRUE);
  kept = aj_forget_plan_describe_done (mentioned, AJ_FORGET_KEEP_MENTIONS, TRUE);
  g_assert_cmpstr (gone, ==,
                   "1 person forgotten. Nothing recognisable of this person is left in the data "
                   "file.");
  g_assert_cmpstr (gone_both, ==,
                   "2 people forgotten. Nothing recognisable of these people is left in the data "
                   "file.");
  g_assert_cmpstr (cleaned, ==, gone);
  g_assert_cmpstr (kept, ==,
                   "1 person forgotten. 1 mention in the texts of others is left, as you wished.");
}

static void
test_keep_mentions (Fixture *self, gconstpointer data)
{
  static const char *const said[] = { "- 1 mention in the texts of others, as you wish\n", NULL };
  static const char *const silent[] = { "comes in its place", NULL };
  World world = make_world (self);
  g_autoptr (AjForgetPlan) plan = load_one (self, world.zoe);

  assert_text (plan, AJ_FORGET_KEEP_MENTIONS, said, TRUE);
  assert_text (plan, AJ_FORGET_KEEP_MENTIONS, silent, FALSE);
  assert_done (plan, self, AJ_FORGET_KEEP_MENTIONS);
  assert_field (self, "person", world.zoe, "name", "Forgotten person");
  assert_field (self, "group", world.group, "notes", "Bel Zoë Zwart.");
}

/* Nobody who was forgotten sits anywhere any more, so their seat is empty again. */
static void
test_leaves_seat (Fixture *self, gconstpointer data)
{
  World world = make_world (self);
  const char *district = fixture_add (self, "district", "name", "Twente", "lead", world.zoe, NULL);
  g_autoptr (AjForgetPlan) plan = load_one (self, world.zoe);
  g_autoptr (AjGroupBook) book = NULL;
  const AjValues *values;

  assert_done (plan, self, AJ_FORGET_DEFAULT);
  book = aj_group_book_load (self->store, NULL);
  values = aj_group_book_look_up (book, district);
  g_assert_nonnull (aj_group_book_get_lead (book, values, aj_date_new (2026, 1, 15), AJ_DATE_NONE));
  g_assert_null (aj_group_book_get_lead (book, values, aj_date_new (2026, 1, 16), AJ_DATE_NONE));
}

/* Several at once, also somebody who was removed; the many are not all named. */
static void
test_several (Fixture *self, gconstpointer data)
{
  static const char *const said[] = {
    "Forget 15 people?\n",
    "- Person 00\n",
    "- Person 11\n",
    "- and 3 more\n",
    "- Name, Mail\n",
    "- Seats in Groups: 1, with their days and organisations\n",
    "From today on these people",
    NULL,
  };
  static const char *const silent[] = { "Person 12", NULL };
  const char *ids[16] = { NULL };
  const char *group = fixture_add (self, "group", "name", "Team", "kind", "platform", NULL);
  g_autoptr (AjForgetPlan) plan = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %02u", i);

      ids[i] = fixture_add (self, "person", "name", name, "mail", "shared@halt.example", NULL);
    }
  fixture_add (self, "membership", "group", group, "person", ids[3], NULL);
  fixture_remove (self, "person", ids[14]);
  plan = load (self, ids);
  assert_text (plan, AJ_FORGET_DEFAULT, said, TRUE);
  assert_text (plan, AJ_FORGET_DEFAULT, silent, FALSE);
  assert_done (plan, self, AJ_FORGET_DEFAULT);
  for (guint i = 0; i < 14; i++)
    assert_field (self, "person", ids[i], "name", "Forgotten person");
  sentence = aj_forget_plan_describe_done (plan, AJ_FORGET_DEFAULT, FALSE);
  g_assert_true (g_str_has_prefix (sentence, "15 people forgotten. Somebody else is busy"));
}

static void
test_copies (Fixture *self, gconstpointer data)
{
  static const char *const said[] = { "look like copies of it", "what is a copy",
                                      "- test.before.aanjager\n", NULL };
  g_autofree char *copy = g_build_filename (self->folder, "test.before.aanjager", NULL);
  const char *person = fixture_add (self, "person", "name", "Anna", NULL);
  g_autoptr (AjForgetPlan) plan = NULL;

  g_assert_true (g_file_set_contents (copy, "x", 1, NULL));
  plan = load_one (self, person);
  assert_text (plan, AJ_FORGET_DEFAULT, said, TRUE);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  const char *person = fixture_add (self, "person", "name", "Anna", NULL);
  const char *const ids[] = { person, NULL };
  const char *const nobody[] = { person, "nobody", NULL };
  g_autoptr (AjForgetPlan) plan = load_one (self, person);
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  g_assert_null (aj_forget_plan_load (self->store, nobody, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_done (plan, self, AJ_FORGET_DEFAULT);
  g_assert_null (aj_forget_plan_load (self->store, ids, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_clear_error (&error);
  aj_forget_plan_load_async (self->store, ids, NULL, waiter_ready_cb, &waiter);
  g_assert_null (aj_forget_plan_load_finish (self->store, waiter_wait (&waiter), &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_object_unref (waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/forget-plan/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one", test_one);
  ADD ("nowhere", test_nowhere);
  ADD ("keep-mentions", test_keep_mentions);
  ADD ("says-what-is-left", test_says_what_is_left);
  ADD ("leaves-seat", test_leaves_seat);
  ADD ("several", test_several);
  ADD ("copies", test_copies);
  ADD ("refused", test_refused);
  return g_test_run ();
}
