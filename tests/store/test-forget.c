/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forget-world.h"

#include <locale.h>
#include <string.h>

#include "aj-contact.h"
#include "aj-group.h"
#include "aj-membership.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-text.h"

static void
test_no_trace (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  const char *const kept[] = { "Anna Zwart", "Gemeente Enschede", NULL };

  forget_world_make (self, &world);
  store_undo (self->store, "New person");
  store_redo (self->store, "New person");
  g_assert_nonnull (forget_find_trace (self->path, forget_traces));

  forget_now (self->store, world.zoe);
  forget_assert_no_trace (self->path);
  assert_store_sound (self->store);
  aj_store_close (self->store);
  g_clear_object (&self->store);
  forget_assert_no_trace (self->path);
  g_assert_nonnull (forget_find_trace (self->path, kept));
  self->store = store_open_again (self, "Anna");
}

static void
test_what_stays (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };

  forget_world_make (self, &world);
  forget_now (self->store, world.zoe);

  assert_stored (self->store, &aj_person_record_type, world.zoe, "name", FORGET_NEUTRAL);
  assert_stored (self->store, &aj_person_record_type, world.zoe, "mail", "");
  assert_stored (self->store, &aj_person_record_type, world.zoe, "forgotten-on", "2026-03-02");
  assert_stored (self->store, &aj_person_record_type, world.zoe, "left-on", "2026-03-02");
  assert_stored (self->store, &aj_person_record_type, world.zoe, "organisation",
                 world.organisation);
  assert_stored (self->store, &aj_membership_record_type, world.membership, "person", world.zoe);
  assert_stored (self->store, &aj_membership_record_type, world.membership, "role", "chair");
  assert_stored (self->store, &aj_membership_record_type, world.membership, "from", "2025-01-01");
  assert_stored (self->store, &aj_membership_record_type, world.membership, "until", "2026-03-02");
  assert_stored (self->store, &aj_position_record_type, world.position, "function", "[…]");
  assert_stored (self->store, &aj_contact_record_type, world.contact, "summary", "[…]");
  assert_stored (self->store, &aj_contact_record_type, world.contact, "date", "2026-01-12");
  assert_stored (self->store, &aj_contact_record_type, world.other_contact, "summary",
                 "Gesproken met […],\nbereikbaar op […] of […].");
  assert_stored (self->store, &aj_contact_record_type, world.other_contact, "by", "");
  assert_stored (self->store, &aj_person_record_type, world.colleague, "notes",
                 "Kent […] van vroeger");
}

static void
test_history (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const AjHistoryEntry *newest;

  forget_world_make (self, &world);
  before = aj_store_list_history (self->store, NULL, NULL);
  forget_now (self->store, world.zoe);
  after = aj_store_list_history (self->store, NULL, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  newest = after->pdata[0];
  g_assert_cmpint (newest->kind, ==, AJ_HISTORY_NOTE);
  g_assert_cmpstr (newest->label, ==, FORGET_LABEL);
}

/* Taking back what was done before brings nothing back, neither at once nor step by step. */
static void
test_undo (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  guint n_undone = 0;

  forget_world_make (self, &world);
  forget_now (self->store, world.zoe);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;

      if (aj_store_undo (self->store, NULL, &error))
        n_undone++;
      else
        g_assert_false (g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED));
      forget_assert_no_trace (self->path);
      if (g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOTHING))
        break;
    }
  g_assert_cmpuint (n_undone, >, 5);
  for (guint i = 0; i < 40 && aj_store_redo (self->store, NULL, NULL); i++)
    ;
  forget_assert_no_trace (self->path);
}

static void
test_removed_before (StoreFixture *self, gconstpointer data)
{
  g_autofree char *zoe = forget_add_record (self->store, &aj_person_record_type,
                                            "New: Zoë Zwartjes", "name", "Zoë Zwartjes", "mail",
                                            "zoe@oud.example", NULL);

  remove_record (self->store, &aj_person_record_type, zoe);
  forget_now (self->store, zoe);
  forget_assert_no_trace (self->path);
  g_assert_true (aj_store_undo (self->store, NULL, NULL));
  assert_stored (self->store, &aj_person_record_type, zoe, "name", FORGET_NEUTRAL);
  assert_stored (self->store, &aj_person_record_type, zoe, "forgotten-on", "2026-03-02");
  forget_assert_no_trace (self->path);
}

static void
test_unknown (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (forget_try (self->store, "nobody", AJ_FORGET_DEFAULT, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

/* Who had left before is left as they left, and what was over or is to come keeps its days. */
static void
test_left_before (StoreFixture *self, gconstpointer data)
{
  g_autofree char *person = add_person (self->store, "Quirina Vos");
  g_autofree char *group = add_group (self->store, "Werkgroep MKB");
  g_autofree char *over = forget_add_record (self->store, &aj_membership_record_type, "New",
                                             "group", group, "person", person, "until",
                                             "2025-06-30", NULL);
  g_autofree char *later = forget_add_record (self->store, &aj_membership_record_type, "New",
                                              "group", group, "person", person, "from",
                                              "2026-09-01", NULL);
  g_autofree char *anna = add_person (self->store, "Anna");
  g_autofree char *of_other = forget_add_record (self->store, &aj_membership_record_type, "New",
                                                 "group", group, "person", anna, NULL);

  set_field (self->store, &aj_person_record_type, person, "left-on", "2025-12-31");
  forget_now (self->store, person);
  assert_stored (self->store, &aj_person_record_type, person, "left-on", "2025-12-31");
  assert_stored (self->store, &aj_membership_record_type, over, "until", "2025-06-30");
  assert_stored (self->store, &aj_membership_record_type, later, "until", "");
  assert_stored (self->store, &aj_membership_record_type, of_other, "until", "");
}

/* A number and a name that others have as well are theirs too. */
static void
test_shared (StoreFixture *self, gconstpointer data)
{
  g_autofree char *organisation = forget_add_record (self->store, &aj_organisation_record_type,
                                                     "New", "name", "Bieb", "kind", "library",
                                                     "phone", "053-1234567", "mail",
                                                     "info@bieb.example", "notes",
                                                     "Bel 053 1234567", NULL);
  g_autofree char *jan = forget_add_record (self->store, &aj_person_record_type, "New", "name",
                                            "Jan de Boer", "phone", "+31 53 123 45 67", "mail",
                                            "info@bieb.example", NULL);
  g_autofree char *namesake = forget_add_record (self->store, &aj_person_record_type, "New", "name",
                                                 "Jan de Boer", "notes", "Jan de Boer senior",
                                                 NULL);
  const char *const jan_alone[] = { jan, NULL };
  g_autoptr (GPtrArray) mentions = NULL;
  guint n_shared = 0;

  mentions = aj_store_find_mentions (self->store, &aj_person_record_type, jan_alone, NULL);
  for (guint i = 0; i < mentions->len; i++)
    n_shared += ((AjMention *) mentions->pdata[i])->shared;
  g_assert_cmpuint (mentions->len, ==, 3);
  g_assert_cmpuint (n_shared, ==, 3);
  forget_now (self->store, jan);
  assert_stored (self->store, &aj_organisation_record_type, organisation, "phone", "053-1234567");
  assert_stored (self->store, &aj_organisation_record_type, organisation, "mail",
                 "info@bieb.example");
  assert_stored (self->store, &aj_organisation_record_type, organisation, "notes",
                 "Bel 053 1234567");
  assert_stored (self->store, &aj_person_record_type, namesake, "name", "Jan de Boer");
  assert_stored (self->store, &aj_person_record_type, namesake, "notes", "Jan de Boer senior");
}

typedef struct
{
  const char *text;
  const char *expected; /* NULL: nothing of it goes */
} MentionCase;

static const MentionCase mention_cases[] = {
  { "met Pim Bos.", "met […]." },
  { "PIM BOS", "[…]" },
  { "Pim  \tBos’ fiets", "[…]’ fiets" },
  { "Pim Bosman en Pims Bos", NULL },
  { "Pim alleen, Bos alleen", NULL },
  { "(pim@bos.example)", "([…])" },
  { "mail: pim@bos.example.", "mail: […]." },
  { "pim@bos.example.com", NULL },
  { "xpim@bos.example", NULL },
  { "bel 06 1234 5678 of 0612345678", "bel […] of […]" },
  { "+31 (0)6-12345678", "[…]" },
  { "tel 0031612345678!", "tel […]!" },
  { "9061234567812", NULL },
  { "Pim Bos Pim Bos", "[…] […]" },
  { "\"Pim Bos\"\nPim Bos", "\"[…]\"\n[…]" },
};

static void
test_mentions (StoreFixture *self, gconstpointer data)
{
  g_autofree char *pim = forget_add_record (self->store, &aj_person_record_type, "New", "name",
                                            "Pim Bos", "mail", "pim@bos.example", "mobile",
                                            "06-12345678", NULL);
  const char *const pim_alone[] = { pim, NULL };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) mentions = NULL;
  guint n_expected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (mention_cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Group %u", i);

      g_ptr_array_add (groups, add_group (self->store, name));
      set_field (self->store, &aj_group_record_type, groups->pdata[i], "purpose",
                 mention_cases[i].text);
      n_expected += mention_cases[i].expected != NULL;
    }
  mentions = aj_store_find_mentions (self->store, &aj_person_record_type, pim_alone, NULL);
  g_assert_cmpuint (mentions->len, ==, n_expected);
  forget_now (self->store, pim);
  for (guint i = 0; i < G_N_ELEMENTS (mention_cases); i++)
    assert_stored (self->store, &aj_group_record_type, groups->pdata[i], "purpose",
                   mention_cases[i].expected != NULL ? mention_cases[i].expected
                                                     : mention_cases[i].text);
}

typedef struct
{
  const char *name;
  const char *field;
  const char *value;
  const char *text;
  const char *expected;
} SpellingCase;

static const SpellingCase spelling_cases[] = {
  { "Anna de Vries", NULL, NULL, "Zie Vries, Anna de.", "Zie […]." },
  { "Anna de Vries", NULL, NULL, "DE VRIES,Anna", "[…]" },
  { "Vries, Anna de", NULL, NULL, "met Anna de Vries", "met […]" },
  { "Anna de Vries", NULL, NULL, "Vries, Anna van", "Vries, Anna van" },
  { "Jürgen Großmann", NULL, NULL, "JÜRGEN GROSSMANN", "[…]" },
  { "Jurgen Grossmann", NULL, NULL, "Jürgen Großmann", "[…]" },
  { "Yıldız Kaya", NULL, NULL, "YILDIZ KAYA", "[…]" },
  { "Pim Bos", "phone", "053-4876543 tst. 12", "bel 053 4876543", "bel […]" },
  { "Pim Bos", "mobile", "06-1234 5678 (privé)", "bel 0612345678", "bel […]" },
  { "Pim Bos", "mobile", "werk 06-11112222/053-1112223", "0611112222, 0531112223", "[…], […]" },
  { "Pim Bos", "mobile", "+49 172 1234567", "0049 172 1234567", "[…]" },
  { "Pim Bos", "mobile", "+49 172 1234567", "0172 1234567", "[…]" },
  { "Pim Bos", "mobile", "0049 (0)172/1234567", "+49172-1234567", "[…]" },
  { "Pim Bos", "mobile", "0172 1234567", "+49 172 1234567", "[…]" },
  { "Pim Bos", "mobile", "+49 172 1234567", "+43 172 1234568", "+43 172 1234568" },
  { "Pim Bos", "function", "Adviseur 2024-2026", "2024-2026", "2024-2026" },
};

/* As people write a name or a number, in one record and in another. */
static void
test_spellings (StoreFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (spelling_cases); i++)
    {
      const SpellingCase *spelling = &spelling_cases[i];
      const char *const traces[] = { spelling->text, NULL };
      gboolean goes = !g_str_equal (spelling->text, spelling->expected);
      g_autofree char *name = g_strdup_printf ("Group %u", i);
      g_autofree char *group = add_group (self->store, name);
      g_autofree char *person = add_person (self->store, spelling->name);

      if (spelling->field != NULL)
        set_field (self->store, &aj_person_record_type, person, spelling->field, spelling->value);
      set_field (self->store, &aj_group_record_type, group, "purpose", spelling->text);
      set_field (self->store, &aj_group_record_type, group, "notes", spelling->text);
      set_field (self->store, &aj_group_record_type, group, "notes", NULL);
      forget_now (self->store, person);
      assert_stored (self->store, &aj_group_record_type, group, "purpose", spelling->expected);
      if (goes)
        g_assert_cmpstr (forget_find_trace (self->path, traces), ==, NULL);
    }
  assert_store_sound (self->store);
}

/* Somebody else whose name is written the other way round keeps it. */
static void
test_namesake_reversed (StoreFixture *self, gconstpointer data)
{
  g_autofree char *anna = add_person (self->store, "Anna de Vries");
  g_autofree char *namesake = add_person (self->store, "Vries, Anna de");

  forget_now (self->store, anna);
  assert_stored (self->store, &aj_person_record_type, namesake, "name", "Vries, Anna de");
}

static void
test_keep_mentions (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  g_autofree char *stays = NULL;

  forget_world_make (self, &world);
  stays = stored (self->store, &aj_contact_record_type, world.other_contact, "summary");
  g_assert_true (forget_try (self->store, world.zoe, AJ_FORGET_KEEP_MENTIONS, NULL, NULL));
  assert_stored (self->store, &aj_contact_record_type, world.other_contact, "summary", stays);
  assert_stored (self->store, &aj_person_record_type, world.zoe, "name", FORGET_NEUTRAL);
}

/* Words that mean something to a pattern, and quotes that JSON escapes. */
static void
test_hostile_names (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = { "A.* (B|C)+ \\E\\Q$^", "Jan \"de\\Muis\" O’Neill",
                                       "[a-z] {2,}",          "\u05d0\u05d1 \u05d2\u05d3",
                                       "İbrahim Ünlü ß",      "❤ ❤" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf ("Eerst\n%s\nlaatst", names[i]);
      g_autofree char *person = add_person (self->store, names[i]);
      g_autofree char *name = g_strdup_printf ("Group %u", i);
      g_autofree char *group = add_group (self->store, name);
      const char *const wanted[] = { names[i], NULL };

      set_field (self->store, &aj_group_record_type, group, "purpose", text);
      set_field (self->store, &aj_group_record_type, group, "purpose", "Niets meer");
      forget_now (self->store, person);
      g_assert_cmpstr (forget_find_trace (self->path, wanted), ==, NULL);
    }
  assert_store_sound (self->store);
}

/* Several at once, among many, also those who share an address with each other. */
static void
test_several (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Many");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  AjForgetting what = { &aj_person_record_type, NULL, FORGET_NEUTRAL,
                        "Forgot 2 people",      NULL, AJ_FORGET_DEFAULT };
  const char *const gone[] = { "Persoon Nummer0007", "persoon0007@", "gedeeld@", "06-00000007",
                               NULL };
  const char *const kept[] = { "Persoon Nummer0017", NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      AjValues *values = aj_edit_add (edit, &aj_person_record_type);
      g_autofree char *name = g_strdup_printf ("Persoon Nummer%04u", i);
      g_autofree char *mail = g_strdup_printf ("persoon%04u@gemeente.example", i);
      g_autofree char *mobile = g_strdup_printf ("06-%08u", i);

      aj_values_set_text (values, "name", name);
      aj_values_set_text (values, "mail", i == 7 || i == 8 ? "gedeeld@gemeente.example" : mail);
      aj_values_set_text (values, "mobile", mobile);
      g_ptr_array_add (ids, g_strdup (aj_values_get_id (values)));
    }
  store_commit (edit);
  {
    const char *const both[] = { ids->pdata[7], ids->pdata[8], NULL };

    what.ids = both;
    g_assert_true (aj_store_forget (self->store, &what, NULL, &error));
  }
  g_assert_no_error (error);
  g_assert_cmpstr (forget_find_trace (self->path, gone), ==, NULL);
  g_assert_nonnull (forget_find_trace (self->path, kept));
}

/* Whoever forgets themselves signs it with nothing, whether or not an organisation stands behind the name. */
static void
test_oneself (StoreFixture *self, gconstpointer data)
{
  g_autofree char *person = NULL;
  const char *const name[] = { "Quirina Vos", NULL };
  const char *const other[] = { "Quirina (Vos)", "Quirina V (os", NULL };

  aj_store_set_author (self->store, "Quirina (Vos)");
  g_free (add_group (self->store, "One"));
  aj_store_set_author (self->store, "Quirina V (os");
  g_free (add_group (self->store, "Two"));
  aj_store_set_author (self->store, "Quirina Vos (Gemeente Enschede)");
  g_free (add_group (self->store, "Three"));
  aj_store_set_author (self->store, "Quirina Vos");
  person = add_person (self->store, "Quirina Vos");
  forget_now (self->store, person);
  g_assert_cmpstr (forget_find_trace (self->path, name), ==, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (other) - 1; i++)
    {
      const char *const one[] = { other[i], NULL };

      g_assert_nonnull (forget_find_trace (self->path, one));
    }
}

/* Later it is about somebody else: what it says today stays. */
static void
test_about_another_now (StoreFixture *self, gconstpointer data)
{
  g_auto (ForgetWorld) world = { NULL };
  g_autofree char *summary = NULL;

  forget_world_make (self, &world);
  set_field (self->store, &aj_contact_record_type, world.contact, "person", world.colleague);
  set_field (self->store, &aj_contact_record_type, world.contact, "summary", "Met Anna besproken");
  forget_now (self->store, world.zoe);
  forget_assert_no_trace (self->path);
  assert_stored (self->store, &aj_contact_record_type, world.contact, "summary",
                 "Met Anna besproken");
  assert_store_sound (self->store);
}

/* As the two were merged: what the second was called stands in history alone. (transfer full): the id of the first. */
static char *
merge_two (StoreFixture *self)
{
  char *first = add_person (self->store, "Quirina Vos");
  g_autofree char *second = forget_add_record (self->store, &aj_person_record_type, "New", "name",
                                               "Q. Bosscher", "mail", "q@bosscher.example", NULL);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Merge");
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, &aj_person_record_type, first,
                                                      &error);

  g_assert_no_error (error);
  aj_values_set_text (aj_edit_change (edit, record), "merged-from", second);
  aj_edit_remove (edit, &aj_person_record_type, second);
  store_commit (edit);
  return first;
}

static void
test_merged (StoreFixture *self, gconstpointer data)
{
  static const char *const traces[] = { "Vos", "Bosscher", NULL };
  g_autofree char *first = merge_two (self);

  g_assert_nonnull (forget_find_trace (self->path, traces));
  forget_now (self->store, first);
  g_assert_null (forget_find_trace (self->path, traces));
  assert_store_sound (self->store);
  /* Not even by undoing the merger. */
  g_assert_true (aj_store_undo (self->store, NULL, NULL));
  g_assert_null (forget_find_trace (self->path, traces));
}

/* Once the merger is undone they are two again, and the other is not forgotten. */
static void
test_merged_and_undone (StoreFixture *self, gconstpointer data)
{
  static const char *const traces[] = { "Vos", NULL };
  static const char *const others[] = { "Bosscher", NULL };
  g_autofree char *first = merge_two (self);

  store_undo (self->store, "Merge");
  forget_now (self->store, first);
  g_assert_null (forget_find_trace (self->path, traces));
  g_assert_nonnull (forget_find_trace (self->path, others));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  store_fixture_add ("/forget/no-trace", test_no_trace);
  store_fixture_add ("/forget/what-stays", test_what_stays);
  store_fixture_add ("/forget/history", test_history);
  store_fixture_add ("/forget/undo", test_undo);
  store_fixture_add ("/forget/removed-before", test_removed_before);
  store_fixture_add ("/forget/left-before", test_left_before);
  store_fixture_add ("/forget/unknown", test_unknown);
  store_fixture_add ("/forget/shared", test_shared);
  store_fixture_add ("/forget/mentions", test_mentions);
  store_fixture_add ("/forget/spellings", test_spellings);
  store_fixture_add ("/forget/namesake-reversed", test_namesake_reversed);
  store_fixture_add ("/forget/keep-mentions", test_keep_mentions);
  store_fixture_add ("/forget/hostile-names", test_hostile_names);
  store_fixture_add ("/forget/several", test_several);
  store_fixture_add ("/forget/oneself", test_oneself);
  store_fixture_add ("/forget/about-another-now", test_about_another_now);
  store_fixture_add ("/forget/merged", test_merged);
  store_fixture_add ("/forget/merged-and-undone", test_merged_and_undone);
  return g_test_run ();
}
