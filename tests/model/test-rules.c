/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-values.h"

/* A record of each type that passes, as "field=value" words. */
static const struct
{
  const char *type;
  const char *fields[6];
} good[] = {
  { "municipality", { "code=GM0228", "name=Ede" } },
  { "person", { "name=Zoë de Wit" } },
  { "organisation", { "name=Politie", "kind=police" } },
  { "group", { "name=Expertteam" } },
  { "membership", { "group=g1", "person=p1" } },
  { "cycle", { "group=g1" } },
  { "district", { "name=Twente" } },
  { "intervention", { "name=Echt-Nep" } },
  { "intervention-step", { "intervention=i1", "name=Room booked", "days=-28" } },
  { "rollout", { "intervention=i1", "municipality=m1" } },
  { "training", { "intervention=i1", "person=p1" } },
  { "evaluation", { "rollout=r1", "date=2026-05-01" } },
  { "reach-goal", { "name=Seniors", "number=300" } },
  { "material", { "name=Cargo bike" } },
  { "loan", { "material=b1", "municipality=m1", "from=2026-05-04", "until=2026-05-08" } },
};

typedef struct
{
  const char *type;
  const char *fields[4]; /* on top of the good one; "field=" empties */
  int code;              /* -1: good */
  const char *failed;    /* NULL: several fields together */
} RuleCase;

static const RuleCase cases[] = {
  { "municipality", { "code=" }, AJ_MODEL_ERROR_REQUIRED, "code" },
  { "municipality", { "name=" }, AJ_MODEL_ERROR_REQUIRED, "name" },
  { "municipality", { "code=GM0228GM0228GM022" }, AJ_MODEL_ERROR_TOO_LONG, "code" },
  { "municipality", { "valid-from=2026-01-01", "valid-until=2026-01-01" }, -1, NULL },
  { "municipality",
    { "valid-from=2026-01-02", "valid-until=2026-01-01" },
    AJ_MODEL_ERROR_RULE,
    NULL },
  { "municipality", { "valid-from=2026-01-02" }, -1, NULL },
  { "municipality", { "valid-until=2026-01-01" }, -1, NULL },
  { "municipality", { "tile-column=0", "tile-row=0" }, -1, NULL },
  { "municipality", { "tile-column=4" }, AJ_MODEL_ERROR_RULE, NULL },
  { "municipality", { "tile-row=4" }, AJ_MODEL_ERROR_RULE, NULL },
  { "municipality", { "tile-column=100", "tile-row=4" }, AJ_MODEL_ERROR_RANGE, "tile-column" },
  { "municipality", { "latitude=90", "longitude=-180" }, -1, NULL },
  { "municipality", { "latitude=90.01" }, AJ_MODEL_ERROR_RANGE, "latitude" },
  { "municipality", { "population=-1" }, AJ_MODEL_ERROR_RANGE, "population" },
  { "municipality", { "population=930.299" }, -1, NULL },
  { "municipality", { "school-region=Zuid" }, -1, NULL },
  { "person", { "name=" }, AJ_MODEL_ERROR_REQUIRED, "name" },
  { "person", { "mail=zoe@ede.example" }, -1, NULL },
  { "person", { "mail=zoe" }, AJ_MODEL_ERROR_FORMAT, "mail" },
  { "person", { "mail=zoe@ede.example, a@b.nl" }, AJ_MODEL_ERROR_FORMAT, "mail" },
  { "person", { "role-mailbox=ja" }, -1, NULL },
  /* Only a person's address was checked once. */
  { "organisation", { "mail=info@politie" }, AJ_MODEL_ERROR_FORMAT, "mail" },
  { "organisation", { "mail=info@politie.example" }, -1, NULL },
  { "organisation", { "kind=" }, AJ_MODEL_ERROR_REQUIRED, "kind" },
  { "group", { "mail=team" }, AJ_MODEL_ERROR_FORMAT, "mail" },
  { "group", { "kind=" }, AJ_MODEL_ERROR_REQUIRED, "kind" },
  { "group", { "active-from=2026-05-01", "active-until=2026-05-01" }, -1, NULL },
  { "group", { "active-from=2026-05-02", "active-until=2026-05-01" }, AJ_MODEL_ERROR_RULE, NULL },
  { "group", { "active-until=2026-05-01" }, -1, NULL },
  { "membership", { "person=" }, AJ_MODEL_ERROR_RULE, NULL },
  { "membership", { "person=", "organisation=o1" }, -1, NULL },
  { "membership", { "organisation=o1" }, -1, NULL },
  { "membership", { "group=" }, AJ_MODEL_ERROR_REQUIRED, "group" },
  { "membership", { "role=" }, AJ_MODEL_ERROR_REQUIRED, "role" },
  { "membership", { "from=2026-05-01", "until=2026-05-01" }, -1, NULL },
  { "membership", { "from=2026-05-02", "until=2026-05-01" }, AJ_MODEL_ERROR_RULE, NULL },
  { "cycle", { "group=" }, AJ_MODEL_ERROR_REQUIRED, "group" },
  { "cycle", { "nth=1" }, -1, NULL },
  { "cycle", { "nth=5" }, -1, NULL },
  { "cycle", { "nth=-1" }, -1, NULL },
  { "cycle", { "nth=0" }, AJ_MODEL_ERROR_RULE, NULL },
  { "cycle", { "nth=6" }, AJ_MODEL_ERROR_RANGE, "nth" },
  { "cycle", { "nth=-2" }, AJ_MODEL_ERROR_RANGE, "nth" },
  { "cycle", { "every-months=13" }, AJ_MODEL_ERROR_RANGE, "every-months" },
  { "cycle", { "count=0" }, AJ_MODEL_ERROR_RANGE, "count" },
  { "cycle", { "minutes=1440" }, -1, NULL },
  { "cycle", { "minutes=1441" }, AJ_MODEL_ERROR_RANGE, "minutes" },
  { "cycle", { "start=" }, AJ_MODEL_ERROR_REQUIRED, "start" },
  { "cycle", { "start=23.59" }, -1, NULL },
  { "cycle", { "zone=Europe/Atlantis" }, AJ_MODEL_ERROR_FORMAT, "zone" },
  { "cycle", { "zone=" }, AJ_MODEL_ERROR_REQUIRED, "zone" },
  { "intervention", { "evidence=strong-indications", "state=ended" }, -1, NULL },
  { "intervention-step", { "days=" }, AJ_MODEL_ERROR_REQUIRED, "days" },
  { "rollout", { "municipality=" }, AJ_MODEL_ERROR_RULE, NULL },
  { "rollout", { "municipality=", "district=d1" }, -1, NULL },
  { "rollout", { "phase=stopped" }, AJ_MODEL_ERROR_RULE, NULL },
  { "rollout", { "phase=stopped", "stop-reason=No trainers" }, -1, NULL },
  { "rollout", { "phase=running" }, AJ_MODEL_ERROR_RULE, NULL },
  { "rollout", { "phase=evaluated" }, AJ_MODEL_ERROR_RULE, NULL },
  { "rollout", { "phase=running", "starts-on=2026-05-04" }, -1, NULL },
  { "rollout", { "starts-on=2026-05-04", "ends-on=2026-05-03" }, AJ_MODEL_ERROR_RULE, NULL },
  { "rollout", { "goal-elderly=-1" }, AJ_MODEL_ERROR_RANGE, "goal-elderly" },
  { "training", { "trained-on=2026-05-04", "valid-until=2026-05-03" }, AJ_MODEL_ERROR_RULE, NULL },
  { "evaluation", { "score=11" }, AJ_MODEL_ERROR_RANGE, "score" },
  { "evaluation", { "score=0" }, AJ_MODEL_ERROR_RANGE, "score" },
  { "reach-goal", { "number=0" }, AJ_MODEL_ERROR_RANGE, "number" },
  { "reach-goal", { "from=2026-05-04", "until=2026-05-03" }, AJ_MODEL_ERROR_RULE, NULL },
  { "material", { "transport-days=31" }, AJ_MODEL_ERROR_RANGE, "transport-days" },
  { "loan", { "municipality=" }, AJ_MODEL_ERROR_RULE, NULL },
  { "loan", { "municipality=", "organisation=o1" }, -1, NULL },
  { "loan", { "until=" }, AJ_MODEL_ERROR_RULE, NULL },
  { "loan", { "municipality=", "until=", "kind=away" }, -1, NULL },
  { "loan", { "until=2026-05-03" }, AJ_MODEL_ERROR_RULE, NULL },
  { "loan", { "handed-over-on=2026-05-04", "returned-on=2026-05-03" }, AJ_MODEL_ERROR_RULE, NULL },
};

static void
set_word (AjValues *values, const char *word)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *sign = strchr (word, '=');
  g_autofree char *name = g_strndup (word, (gsize) (sign - word));
  int index = aj_record_type_find (type, name);
  const AjField *field;
  g_auto (AjValue) value = AJ_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (index, >=, 0);
  field = &type->fields[index];
  if (!aj_field_parse (field, sign + 1, &value, &error))
    g_error ("%s: %s", word, error->message);
  aj_values_set (values, (guint) index, &value);
}

static AjValues *
make_good (const char *type)
{
  AjValues *values = aj_values_new (aj_record_type_require (type, NULL), "r1");

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    for (guint j = 0; g_str_equal (good[i].type, type) && good[i].fields[j] != NULL; j++)
      set_word (values, good[i].fields[j]);
  aj_values_prepare (NULL, values);
  return values;
}

/* What a new record starts with is what it needs, but for the few fields only a person knows. */
static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (AjValues) values = make_good (good[i].type);
      g_autoptr (GError) error = NULL;

      g_assert_true (aj_values_check (values, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RuleCase *c = &cases[i];
      g_autoptr (AjValues) values = make_good (c->type);
      const AjField *failed = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s with %s", c->type, c->fields[0]);
      for (guint j = 0; c->fields[j] != NULL; j++)
        set_word (values, c->fields[j]);
      if (aj_values_check (values, &failed, &error))
        {
          g_assert_cmpint (c->code, ==, -1);
          continue;
        }
      g_assert_true (g_error_matches (error, AJ_MODEL_ERROR, c->code));
      g_assert_cmpstr (failed != NULL ? failed->name : NULL, ==, c->failed);
      /* A sentence that ends. */
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/good", test_good);
  g_test_add_func ("/rules/cases", test_rules);
  return g_test_run ();
}
