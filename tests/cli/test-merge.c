/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two that are one, municipalities that become one, and who takes over from whom, from the command line. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-03-12"

/* Adds a record and returns its id. (transfer full) */
static char *
add (Cli *self, const char *type, const char *first, const char *second, const char *third)
{
  cli_do (self, "--now", NOW, "add", type, first, second, third, NULL);
  return cli_get_added_id (self);
}

static JsonObject *
show (Cli *self, const char *type, const char *id)
{
  return json_node_get_object (cli_ask (self, "show", type, id, NULL));
}

static guint
count (Cli *self, const char *type, const char *where)
{
  JsonNode *list = where != NULL ? cli_ask (self, "list", type, "--where", where, NULL)
                                 : cli_ask (self, "list", type, NULL);

  return json_array_get_length (json_node_get_array (list));
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static guint
count_edits (Cli *self)
{
  return json_array_get_length (json_node_get_array (cli_ask (self, "history", NULL)));
}

typedef struct
{
  char *anna;  /* (owned): of whom more is known */
  char *other; /* (owned): has the same address, and sits in the team */
} Pair;

static void
pair_clear (Pair *self)
{
  g_free (self->anna);
  g_free (self->other);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static void
make_pair (Cli *self, Pair *pair)
{
  pair->anna = add (self, "person", "name=Anna Vos", "mail=anna@politie.example", "function=Agent");
  pair->other = add (self, "person", "name=A. Vos", "mail=anna@politie.example",
                     "mobile=0612345678");
  cli_do (self, "set", "person", pair->anna, "phone=0531234567", NULL);
  g_free (add (self, "group", "name=Team", "kind=platform", NULL));
  g_free (add (self, "membership", "group=Team", "person=A. Vos", "role=chair"));
}

static void
test_duplicates (Cli *self, gconstpointer data)
{
  g_auto (Pair) pair = { NULL };
  JsonArray *array;
  JsonObject *found;

  cli_do (self, "person", "duplicates", NULL);
  g_assert_cmpstr (self->out, ==, "There are none.\n");
  make_pair (self, &pair);
  array = json_node_get_array (cli_ask (self, "person", "duplicates", NULL));
  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  found = json_array_get_object_element (array, 0);
  g_assert_cmpstr (get_text (found, "reason"), ==, "same-mail");
  g_assert_cmpstr (get_text (json_object_get_object_member (found, "keep"), "id"), ==, pair.anna);
  g_assert_cmpstr (get_text (json_object_get_object_member (found, "other"), "id"), ==, pair.other);
  cli_do (self, "person", "duplicates", NULL);
  g_assert_nonnull (strstr (self->out, "They have the same mail address"));
  g_assert_nonnull (strstr (self->out, pair.anna));
  g_assert_nonnull (strstr (self->out, pair.other));
  cli_do (self, "organisation", "duplicates", NULL);
  g_assert_cmpstr (self->out, ==, "There are none.\n");
}

/* One edit, which one undo takes back whole. */
static void
test_merge_people (Cli *self, gconstpointer data)
{
  g_auto (Pair) pair = { NULL };
  JsonObject *answer, *left;
  guint n_edits;

  make_pair (self, &pair);
  n_edits = count_edits (self);
  answer = json_node_get_object (cli_ask (self, "person", "merge", "Anna Vos", "A. Vos", NULL));
  g_assert_cmpstr (get_text (answer, "type"), ==, "person");
  g_assert_cmpstr (get_text (answer, "id"), ==, pair.anna);
  g_assert_true (json_object_get_boolean_member (answer, "changed"));
  g_assert_cmpuint (count_edits (self), ==, n_edits + 1);
  g_assert_cmpuint (count (self, "person", NULL), ==, 1);
  left = show (self, "person", pair.anna);
  g_assert_cmpstr (get_text (left, "name"), ==, "Anna Vos");
  g_assert_cmpstr (get_text (left, "function"), ==, "Agent");
  g_assert_cmpstr (get_text (left, "mobile"), ==, "0612345678");
  g_assert_cmpuint (count (self, "membership", "person=Anna Vos"), ==, 1);
  cli_do (self, "undo", NULL);
  g_assert_cmpuint (count (self, "person", NULL), ==, 2);
  g_assert_cmpuint (count (self, "membership", "person=A. Vos"), ==, 1);
  g_assert_null (get_text (show (self, "person", pair.anna), "mobile"));
  cli_do (self, "redo", NULL);
  g_assert_cmpuint (count (self, "person", NULL), ==, 1);
}

static void
test_take (Cli *self, gconstpointer data)
{
  g_auto (Pair) pair = { NULL };
  JsonObject *left;

  make_pair (self, &pair);
  cli_do (self, "person", "merge", pair.anna, pair.other, "--take", "name", "--take", "mail", NULL);
  g_assert_cmpstr (self->out, ==, "Merge Anna Vos and A. Vos\n");
  left = show (self, "person", pair.anna);
  g_assert_cmpstr (get_text (left, "name"), ==, "A. Vos");
  g_assert_cmpstr (get_text (left, "function"), ==, "Agent");
}

static void
test_apart (Cli *self, gconstpointer data)
{
  g_auto (Pair) pair = { NULL };

  make_pair (self, &pair);
  cli_do (self, "person", "apart", pair.anna, pair.other, NULL);
  g_assert_cmpstr (self->out, ==, "Keep Anna Vos and A. Vos apart\n");
  cli_do (self, "person", "duplicates", NULL);
  g_assert_cmpstr (self->out, ==, "There are none.\n");
  cli_do (self, "person", "apart", pair.anna, pair.other, NULL);
  g_assert_cmpstr (self->out, ==, "It was so already.\n");
  cli_do (self, "undo", NULL);
  cli_do (self, "person", "duplicates", NULL);
  g_assert_nonnull (strstr (self->out, pair.anna));
}

static void
test_organisations (Cli *self, gconstpointer data)
{
  g_autofree char *kept = add (self, "organisation", "name=Hogeschool Saxion", "kind=education",
                               NULL);
  g_autofree char *other = add (self, "organisation", "name=Hogeschool Saxion ", "kind=education",
                                "mail=info@saxion.example");
  g_autofree char *of_other = g_strconcat ("organisation=", other, NULL);
  JsonArray *pairs;

  g_free (add (self, "person", "name=Anna", of_other, NULL));
  pairs = json_node_get_array (cli_ask (self, "organisation", "duplicates", NULL));
  g_assert_cmpuint (json_array_get_length (pairs), ==, 1);
  cli_do (self, "organisation", "merge", kept, other, NULL);
  g_assert_cmpstr (get_text (show (self, "organisation", kept), "mail"), ==, "info@saxion.example");
  g_assert_cmpuint (count (self, "organisation", NULL), ==, 1);
  g_assert_cmpstr (get_text (show (self, "person", "Anna"), "organisation"), ==, kept);
  cli_do (self, "undo", NULL);
  g_assert_cmpuint (count (self, "organisation", NULL), ==, 2);
  cli_do (self, "organisation", "apart", kept, other, NULL);
  pairs = json_node_get_array (cli_ask (self, "organisation", "duplicates", NULL));
  g_assert_cmpuint (json_array_get_length (pairs), ==, 0);
}

/* Nothing changes. */
static void
test_merge_refused (Cli *self, gconstpointer data)
{
  static const struct
  {
    const char *words[5];
    int status;
    const char *pattern;
  } cases[] = {
    { { "Anna Vos" }, 2, "aanjager-cli: person merge: Something is missing*" },
    { { "Anna Vos", "Nobody" }, 1, "*there is none*Nobody*" },
    { { "Nobody", "Anna Vos" }, 1, "*there is none*Nobody*" },
    { { "Twin", "Anna Vos" }, 1, "*more than one is called “Twin”*" },
    { { "Anna Vos", "Anna Vos" }, 2, "*twice the same one (Anna Vos)*" },
    { { "Anna Vos", "A. Vos", "--take", "shoe-size" }, 2, "*no field “shoe-size”*" },
    { { "Anna Vos", "A. Vos", "--take", "merged-from" },
      2,
      "*keeps this field itself (merged-from)*" },
    { { "Anna Vos", "Team" }, 1, "*there is none*Team*" },
  };
  g_auto (Pair) pair = { NULL };
  guint n_edits;

  make_pair (self, &pair);
  g_free (add (self, "person", "name=Twin", NULL, NULL));
  g_free (add (self, "person", "name=Twin", NULL, NULL));
  n_edits = count_edits (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *words = cases[i].words;

      cli_run (self, "person", "merge", words[0], words[1], words[2], words[3], NULL);
      cli_assert_refused (self, cases[i].status, cases[i].pattern);
    }
  cli_run (self, "person", "apart", "Anna Vos", "Anna Vos", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: person apart: *twice the same one*");
  g_assert_cmpuint (count_edits (self), ==, n_edits);
  cli_do (self, "person", "forget", pair.other, NULL);
  cli_run (self, "person", "merge", "Anna Vos", pair.other, NULL);
  cli_assert_refused (self, 1, "*Somebody who was forgotten cannot be merged*");
}

static void
make_municipalities (Cli *self)
{
  g_free (add (self, "district", "name=Gooi", NULL, NULL));
  g_free (add (self, "municipality", "name=Laren", "code=GM0417", "population=11000"));
  g_free (add (self, "municipality", "name=Blaricum", "code=GM0376", "population=12000"));
  g_free (add (self, "municipality", "name=Hilversum", "code=GM0402", "population=90000"));
  cli_do (self, "set", "municipality", "Blaricum", "district=Gooi", NULL);
}

/* The names of what there is on a day, with a | between them. (transfer full) */
static char *
list_on (Cli *self, const char *day)
{
  JsonArray *array = json_node_get_array (
      cli_ask (self, "list", "municipality", "--on", day, "--sort", "name", NULL));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                            get_text (json_array_get_object_element (array, i), "name"));
  return g_string_free (names, FALSE);
}

static void
assert_list_on (Cli *self, const char *day, const char *expected)
{
  g_autofree char *names = list_on (self, day);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_merge_municipalities (Cli *self, gconstpointer data)
{
  JsonObject *left;
  guint n_edits;

  make_municipalities (self);
  n_edits = count_edits (self);
  cli_do (self, "municipality", "merge", "Hilversum", "Laren", "GM0376", "--on", "2027-01-01",
          NULL);
  g_assert_cmpstr (self->out, ==, "Merge Laren and Blaricum into Hilversum on 1 January 2027\n");
  g_assert_cmpuint (count_edits (self), ==, n_edits + 1);
  left = show (self, "municipality", "Hilversum");
  g_assert_cmpint (json_object_get_int_member (left, "population"), ==, 113000);
  g_assert_cmpstr (get_text (show (self, "municipality", "Laren"), "valid-until"), ==,
                   "2026-12-31");
  assert_list_on (self, "2026-12-31", "Blaricum|Hilversum|Laren");
  assert_list_on (self, "2027-01-01", "Hilversum");
  cli_do (self, "undo", NULL);
  assert_list_on (self, "2027-01-01", "Blaricum|Hilversum|Laren");
}

static void
test_new_municipality (Cli *self, gconstpointer data)
{
  JsonObject *answer, *left;

  make_municipalities (self);
  answer = json_node_get_object (cli_ask (self, "municipality", "merge", "Laren", "Blaricum",
                                          "--on", "2027-01-01", "--new", "name=Gooimeren", "--new",
                                          "code=GM9001", NULL));
  g_assert_cmpstr (get_text (answer, "type"), ==, "municipality");
  left = show (self, "municipality", "Gooimeren");
  g_assert_cmpstr (get_text (left, "code"), ==, "GM9001");
  g_assert_cmpstr (get_text (left, "valid-from"), ==, "2027-01-01");
  g_assert_cmpint (json_object_get_int_member (left, "population"), ==, 23000);
  g_assert_nonnull (get_text (left, "district"));
  assert_list_on (self, "2026-12-31", "Blaricum|Hilversum|Laren");
  assert_list_on (self, "2027-01-01", "Gooimeren|Hilversum");
  cli_do (self, "undo", NULL);
  g_assert_cmpuint (count (self, "municipality", NULL), ==, 3);
}

static void
test_municipalities_refused (Cli *self, gconstpointer data)
{
  static const struct
  {
    const char *words[8];
    int status;
    const char *pattern;
  } cases[] = {
    { { "Laren", "Blaricum" }, 2, "*The first day as one is missing*" },
    { { "Laren", "Blaricum", "--on", "2027-13-01" }, 2, "*This is not a date (2027-13-01)*" },
    { { "Laren", "--on", "2027-01-01" }, 2, "*Something is missing*" },
    { { "Laren", "Laren", "--on", "2027-01-01" }, 2, "*given twice (Laren)*" },
    { { "Laren", "Nowhere", "--on", "2027-01-01" }, 1, "*there is none*Nowhere*" },
    { { "Laren", "Blaricum", "--on", "2027-01-01", "--new", "name=Gooi" },
      1,
      "*Fill in the code*" },
    { { "Laren", "Blaricum", "--on", "2027-01-01", "--new", "shoe=4" }, 2, "*no field “shoe”*" },
  };
  guint n_edits;

  make_municipalities (self);
  n_edits = count_edits (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *w = cases[i].words;

      cli_run (self, "municipality", "merge", w[0], w[1], w[2], w[3], w[4], w[5], NULL);
      cli_assert_refused (self, cases[i].status, cases[i].pattern);
    }
  cli_run (self, "municipality", "merge", "Laren", "Blaricum", "--on", "2027-01-01", "--new",
           "name=Gooi", "--new", "code=GM0402", NULL);
  cli_assert_refused (self, 1, "*Code GM0402 is that of Hilversum*");
  g_assert_cmpuint (count_edits (self), ==, n_edits);
  cli_do (self, "municipality", "merge", "Hilversum", "Laren", "--on", "2027-01-01", NULL);
  cli_run (self, "municipality", "merge", "Blaricum", "Laren", "--on", "2028-01-01", NULL);
  cli_assert_refused (self, 1, "*Laren already goes into another municipality*");
}

static void
test_municipality_mail (Cli *self, gconstpointer data)
{
  JsonObject *answer;

  make_municipalities (self);
  g_free (
      add (self, "organisation", "name=Gemeente Laren", "kind=municipality", "municipality=Laren"));
  cli_do (self, "set", "organisation", "Gemeente Laren", "mail=info@laren.example", NULL);
  answer = json_node_get_object (cli_ask (self, "municipality", "mail", "Laren", NULL));
  g_assert_cmpstr (get_text (answer, "mailto"), ==, "mailto:?bcc=info@laren.example");
  cli_run (self, "municipality", "mail", "Laren", "Hilversum", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "info@laren.example\n");
  g_assert_cmpstr (self->err, ==,
                   "aanjager-cli: municipality mail: 1 has no address: Hilversum.\n");
  /* All there are on the day. */
  cli_do (self, "set", "municipality", "Hilversum", "valid-from=2027-01-01", NULL);
  cli_run (self, "municipality", "mail", "--on", "2026-03-12", NULL);
  g_assert_cmpstr (self->err, ==, "aanjager-cli: municipality mail: 1 has no address: Blaricum.\n");
  cli_run (self, "municipality", "mail", "Laren", "Laren", NULL);
  cli_assert_refused (self, 2, "*given twice (Laren)*");
  cli_run (self, "municipality", "mail", "Nowhere", NULL);
  cli_assert_refused (self, 1, "*there is none*Nowhere*");
}

static void
test_hand_over (Cli *self, gconstpointer data)
{
  JsonObject *answer;

  g_free (add (self, "person", "name=Anna", NULL, NULL));
  g_free (add (self, "person", "name=Bea", NULL, NULL));
  g_free (add (self, "group", "name=Team", "kind=platform", NULL));
  g_free (add (self, "membership", "group=Team", "person=Anna", "role=chair"));
  g_free (add (self, "district", "name=Twente", "lead=Anna", NULL));
  cli_run (self, "person", "hand-over", "Anna", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: person hand-over: *Say so first*");
  cli_do (self, "set", "person", "Anna", "left-on=2026-06-30", "successor=Bea", NULL);
  cli_do (self, "person", "hand-over", "Anna", NULL);
  g_assert_cmpstr (self->out, ==, "Bea takes over from Anna: Team and the lead of Twente.\n");
  g_assert_cmpuint (count (self, "membership", "person=Bea"), ==, 1);
  g_assert_cmpuint (count (self, "membership", "until=2026-06-30"), ==, 1);
  g_assert_cmpuint (count (self, "district", "lead=Bea"), ==, 1);
  answer = json_node_get_object (cli_ask (self, "person", "hand-over", "Anna", NULL));
  g_assert_false (json_object_get_boolean_member (answer, "changed"));
  cli_do (self, "person", "hand-over", "Anna", NULL);
  g_assert_cmpstr (self->out, ==, "There is nothing left to hand over.\n");
  cli_do (self, "undo", NULL);
  g_assert_cmpuint (count (self, "membership", "person=Bea"), ==, 0);
  g_assert_cmpuint (count (self, "district", "lead=Anna"), ==, 1);
  cli_run (self, "person", "hand-over", "Nobody", NULL);
  cli_assert_refused (self, 1, "*there is none*Nobody*");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Cli *self, gconstpointer data);
  } tests[] = {
    { "/cli/merge/duplicates", test_duplicates },
    { "/cli/merge/people", test_merge_people },
    { "/cli/merge/take", test_take },
    { "/cli/merge/apart", test_apart },
    { "/cli/merge/organisations", test_organisations },
    { "/cli/merge/refused", test_merge_refused },
    { "/cli/merge/municipalities", test_merge_municipalities },
    { "/cli/merge/new-municipality", test_new_municipality },
    { "/cli/merge/municipalities-refused", test_municipalities_refused },
    { "/cli/merge/municipality-mail", test_municipality_mail },
    { "/cli/merge/hand-over", test_hand_over },
  };

  cli_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Cli, NULL, cli_set_up_empty, tests[i].test, cli_tear_down);
  return g_test_run ();
}
