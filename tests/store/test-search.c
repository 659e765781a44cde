/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search.h"

#include <string.h>

#include "aj-contact.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "store-fixture.h"

#define LIMIT 5

static GPtrArray *
search (AjStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = aj_store_search (store, text, NULL, LIMIT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (groups);
  return groups;
}

/* "person: Anna, Bart; group: Team+" with + for more. */
static char *
describe (GPtrArray *groups)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const AjSearchGroup *group = groups->pdata[i];

      g_string_append_printf (all, "%s%s: ", i > 0 ? "; " : "", group->type->name);
      for (guint n = 0; n < group->hits->len; n++)
        {
          g_autofree char *title = aj_search_hit_dup_title (group->hits->pdata[n]);

          g_string_append_printf (all, "%s%s", n > 0 ? " | " : "", title);
        }
      g_string_append (all, group->has_more ? "+" : "");
    }
  return g_string_free (all, FALSE);
}

static void
assert_found (AjStore *store, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) groups = search (store, text);
  g_autofree char *found = describe (groups);

  g_test_message ("searched: %s", text);
  g_assert_cmpstr (found, ==, expected);
}

static void
add_people (AjStore *store, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_free (add_person (store, names[i]));
}

static void
test_folding (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = {
    "Zoë Renée",          "Søren Łukasz", "Straße",      "İbrahim",
    "👩‍💻 Bouwer", "Ærø Œuvre",    "Þór ﬁets ①②", NULL
  };
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "zoe", "person: Zoë Renée" },
    { "ZOË", "person: Zoë Renée" },
    { "zoe\314\210", "person: Zoë Renée" },
    { "renee", "person: Zoë Renée" },
    { "nee", "person: Zoë Renée" },
    { "soren", "person: Søren Łukasz" },
    { "lukasz", "person: Søren Łukasz" },
    { "strasse", "person: Straße" },
    { "ß", "person: Straße" },
    { "ibrahim", "person: İbrahim" },
    { "👩", "person: 👩‍💻 Bouwer" },
    { "👩‍💻", "person: 👩‍💻 Bouwer" },
    { "aero", "person: Ærø Œuvre" },
    { "oeuvre", "person: Ærø Œuvre" },
    { "fiets", "person: Þór ﬁets ①②" },
    { "12", "person: Þór ﬁets ①②" },
    { "🦉", "" },
    { "zoé", "person: Zoë Renée" },
  };

  add_people (self->store, names);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (self->store, cases[i].text, cases[i].found);
}

static void
test_keys (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = { "Jan Janssen", "Anja de Wit", "Bart Quist", "C.X. Vos-Qx",
                                       NULL };
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "q", "person: Bart Quist | C.X. Vos-Qx" },
    { "x", "person: C.X. Vos-Qx" },
    { "qx", "person: C.X. Vos-Qx" },
    { "x.", "person: C.X. Vos-Qx" },
    { "-", "person: C.X. Vos-Qx" },
    { "ja", "person: Jan Janssen | Anja de Wit" },
    { "jan", "person: Jan Janssen" },
    { "nja", "person: Anja de Wit" },
    { "anssen", "person: Jan Janssen" },
    { "janssens", "" },
    { "jansse", "person: Jan Janssen" },
    /* A word as a whole, not two that touch. */
    { "njanssen", "" },
    { "wit anja", "person: Anja de Wit" },
    { "an ja", "person: Anja de Wit | Jan Janssen" },
    { "jan wit", "" },
    { "de d e", "person: Anja de Wit" },
    { "  jan   janssen ", "person: Jan Janssen" },
    { "jan\njanssen", "person: Jan Janssen" },
    { "", "" },
    { " \t\n", "" },
  };

  add_people (self->store, names);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (self->store, cases[i].text, cases[i].found);
}

/* What means something to FTS5, LIKE or SQL means only itself. */
static void
test_syntax (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = { "a OR b",    "say \"hello\"",       "50% af_slag*",
                                       "NEAR(x y)", "it's {col}: ^x + -y", NULL };
  static const char *const nothing[] = { "c OR d",  "NEAR/2",  "hel*", "5_%",  "grams:a",
                                         "a AND b", "\"say\"", "';--", "NOT x" };

  add_people (self->store, names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *expected = g_strconcat ("person: ", names[i], NULL);

      assert_found (self->store, names[i], expected);
    }
  assert_found (self->store, "\"", "person: say \"hello\"");
  assert_found (self->store, "*", "person: 50% af_slag*");
  assert_found (self->store, "%", "person: 50% af_slag*");
  assert_found (self->store, "^x", "person: it's {col}: ^x + -y");
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    assert_found (self->store, nothing[i], "");
}

static void
test_order (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = { "Eelco Zuid",     "Bea van Zuiden", "Zuidema",
                                       "Cor Middelzuid", "zuid, Adri",     NULL };
  g_autofree char *elsewhere = add_person (self->store, "Aad");
  g_autofree char *group = add_group (self->store, "Zuid");

  add_people (self->store, names);
  set_field (self->store, &aj_person_record_type, elsewhere, "notes", "werkt in Zuid");
  assert_found (self->store, "zuid",
                "group: Zuid; person: zuid, Adri | Zuidema | Bea van Zuiden | Eelco Zuid |"
                " Cor Middelzuid+");
  assert_found (self->store, "ui",
                "person: Bea van Zuiden | Cor Middelzuid | Eelco Zuid | zuid, Adri | Zuidema+;"
                " group: Zuid");
}

/* What is over comes after what is not. */
static void
test_over (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = { "Vos A", "Vos B", "Vos C", NULL };
  g_autofree char *group = add_group (self->store, "Team");
  g_autofree char *past = add_meeting (self->store, group, "Thema", "2026-01-12T10:00");
  g_autofree char *left = add_person (self->store, "Vos 0");
  g_autofree char *later = add_meeting (self->store, group, "Thema", "2026-09-12T10:00");
  g_autofree char *next = add_meeting (self->store, group, "Thema", "2026-03-02T08:00");
  g_autoptr (GPtrArray) groups = NULL;
  const AjSearchGroup *found;

  add_people (self->store, names);
  set_field (self->store, &aj_person_record_type, left, "left-on", "2026-03-01");
  assert_found (self->store, "vos", "person: Vos A | Vos B | Vos C | Vos 0");
  set_field (self->store, &aj_person_record_type, left, "left-on", "2026-03-02");
  assert_found (self->store, "vos", "person: Vos 0 | Vos A | Vos B | Vos C");

  groups = search (self->store, "thema");
  found = groups->pdata[0];
  g_assert_cmpuint (found->hits->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const AjSearchHit *hit = found->hits->pdata[i];
      const char *const expected[] = { next, later, past };

      g_assert_cmpstr (aj_values_get_id (hit->values), ==, expected[i]);
    }
}

static void
test_has_more (StoreFixture *self, gconstpointer data)
{
  for (guint i = 0; i < LIMIT; i++)
    {
      g_autofree char *name = g_strdup_printf ("Persoon %u", i);

      g_free (add_person (self->store, name));
    }
  assert_found (self->store, "soon",
                "person: Persoon 0 | Persoon 1 | Persoon 2 | Persoon 3 | Persoon 4");
  g_free (add_person (self->store, "Persoon 5"));
  assert_found (self->store, "soon",
                "person: Persoon 0 | Persoon 1 | Persoon 2 | Persoon 3 | Persoon 4+");
}

static void
test_snippet (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_person (self->store, "Anna Bos");
  static const struct
  {
    const char *text;
    const char *found; /* NULL: in the title */
  } cases[] = {
    { "anna", NULL },
    { "incident", "Notes: …op de dag over het Íncident in Zwolle, daarna over iets anders" },
    { "anna incident", "Notes: …op de dag over het Íncident in Zwolle, daarna over iets anders" },
    { "voorzitter", "Function: Voorzitter" },
    { "begin", "Notes: Begin: Anna sprak op de dag over het Íncident in Zwolle, daarna over iets "
               "anders" },
  };

  set_field (self->store, &aj_person_record_type, id, "notes",
             "Begin: Anna sprak op de dag\nover het Íncident in Zwolle, daarna\tover iets anders");
  set_field (self->store, &aj_person_record_type, id, "function", "Voorzitter");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) groups = search (self->store, cases[i].text);
      g_autofree char *found = NULL;

      g_assert_cmpuint (groups->len, ==, 1);
      found = aj_search_hit_dup_found (
          g_ptr_array_index (((const AjSearchGroup *) groups->pdata[0])->hits, 0));
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* A telephone number is found however it was written and is typed, by the whole of it, its beginning or its middle. */
static void
test_phones (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *stored, *text;
    gboolean found;
  } cases[] = {
    { "06-1234 5678", "0612345678", TRUE },
    { "06-1234 5678", "06-12345678", TRUE },
    { "06-1234 5678", "06 - 12345678", TRUE },
    { "06-1234 5678", "06 1234 5678", TRUE },
    { "06-1234 5678", "06 12 34 56 78", TRUE },
    { "06-1234 5678", "+31612345678", TRUE },
    { "06-1234 5678", "+31 6 1234 5678", TRUE },
    { "06-1234 5678", "+31 (0)6-12345678", TRUE },
    { "06-1234 5678", "0031612345678", TRUE },
    { "06-1234 5678", "31612345678", TRUE },
    { "06-1234 5678", "12345678", TRUE },
    { "06-1234 5678", "345678", TRUE },
    { "06-1234 5678", "06123", TRUE },
    { "06-1234 5678", "06-123", TRUE },
    { "06-1234 5678", "+316123", TRUE },
    { "06-1234 5678", "0612345679", FALSE },
    { "06-1234 5678", "+316123456789", FALSE },
    { "06-1234 5678", "+31 53", FALSE },
    { "+31612345678", "0612345678", TRUE },
    { "+31612345678", "06-1234 5678", TRUE },
    { "+31612345678", "06-12", TRUE },
    { "+31612345678", "061", TRUE },
    { "+31612345678", "+31 6 12345678", TRUE },
    { "+31612345678", "12345678", TRUE },
    { "+31 (0)6 12 34 56 78", "0612345678", TRUE },
    { "0031 6 12345678", "06-12345678", TRUE },
    { "053-4876543 tst. 12", "0534876543", TRUE },
    { "053-4876543 tst. 12", "+31 53 487 65 43", TRUE },
    { "werk 053-4876543/06-12345678", "0612345678", TRUE },
    { "+49 172 1234567", "0172 1234567", TRUE },
    { "+49 172 1234567", "0049172-1234567", TRUE },
    { "12345678", "1234-5678", TRUE },
    /* No number of somebody: a day, and what only reads like one. */
    { "2026-03-12", "2026-03-12", TRUE },
    { "06-1234 5678", "06-1234 x", FALSE },
  };
  g_autofree char *id = add_person (self->store, "Anna Bos");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;
      g_autoptr (GPtrArray) groups = NULL;

      set_field (self->store, &aj_person_record_type, id, "mobile", cases[i].stored);
      g_test_message ("stored: %s, searched: %s", cases[i].stored, cases[i].text);
      groups = search (self->store, cases[i].text);
      g_assert_cmpuint (groups->len, ==, cases[i].found ? 1 : 0);
      if (!cases[i].found)
        continue;
      expected = g_strdup_printf ("Mobile: %s", cases[i].stored);
      found = aj_search_hit_dup_found (
          g_ptr_array_index (((const AjSearchGroup *) groups->pdata[0])->hits, 0));
      g_assert_cmpstr (found, ==, expected);
    }
}

/* Also of who is no person, and in what somebody wrote down; a list that is searched finds the same. */
static void
test_phones_elsewhere (StoreFixture *self, gconstpointer data)
{
  g_autofree char *person = add_person (self->store, "Anna Bos");
  g_autofree char *other = add_person (self->store, "Bea Vos");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *organisation = aj_edit_add (edit, &aj_organisation_record_type);
  g_autoptr (AjQuery) query = aj_query_new (&aj_person_record_type);

  aj_values_set_text (organisation, "name", "ROC");
  aj_values_set_text (organisation, "kind", "education");
  aj_values_set_text (organisation, "phone", "053 487 65 43");
  store_commit (edit);
  set_field (self->store, &aj_person_record_type, person, "notes",
             "Liever op 06-1234 5678, na vijven.");
  set_field (self->store, &aj_person_record_type, other, "mobile", "06-8765 4321");
  assert_found (self->store, "+31534876543", "organisation: ROC");
  assert_found (self->store, "+31612345678", "person: Anna Bos");
  aj_query_search (query, "+31 6 1234 5678");
  g_assert_cmpint (aj_store_count (self->store, query, NULL), ==, 1);
  aj_query_search (query, "06 8765 4321");
  g_assert_cmpint (aj_store_count (self->store, query, NULL), ==, 1);
}

/* What is emphasised, between brackets: the beginnings of words, or else the first place. */
static void
test_ranges (void)
{
  static const struct
  {
    const char *text;
    const char *searched;
    const char *marked;
  } cases[] = {
    { "Anna Jansen", "ja", "Anna [Ja]nsen" },
    { "Anna Jansen", "an", "[An]na Jansen" },
    { "Anna Jansen", "nn", "A[nn]a Jansen" },
    { "Anna Jansen", "jansen anna", "[Anna] [Jansen]" },
    { "Anna Jansen", "ann anna", "[Anna] Jansen" },
    { "Anna Jansen", "an na", "[Anna] Jansen" },
    { "Anna Jansen", "x", "Anna Jansen" },
    { "Anna Jansen", "", "Anna Jansen" },
    { "Zoë Renée", "zoe", "[Zoë] Renée" },
    { "Zoe\xCC\x88 R", "zoe", "[Zoe\xCC\x88] R" },
    { "Straße 1", "stras", "[Straß]e 1" },
    { "Straße 1", "sse", "Stra[ße] 1" },
    { "…incident in Ede", "inc", "…[inc]ident in Ede" },
    { "(Ede) ede-ede", "ede", "([Ede]) [ede]-[ede]" },
    { "aaaa", "aa", "[aa]aa" },
    { "Mobiel 06-1234 5678 (privé)", "0612345678", "Mobiel [06-1234 5678] (privé)" },
    { "06-1234 5678", "+31612", "[06-12]34 5678" },
    { "06-1234 5678", "06 1234 5678", "[06-1234 5678]" },
    { "06-1234 5678", "3456", "06-12[34 56]78" },
    { "+31 6 1234 5678", "0612", "[+31 6 12]34 5678" },
    { "+31 6 1234 5678", "12345678", "+31 6 [1234 5678]" },
    { "+31612345678", "06-1234 5678", "[+31612345678]" },
    { "Zaal 3, 2026-03-12", "2026-03-12", "Zaal 3, [2026-03-12]" },
    { "", "a", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ranges = aj_search_find_ranges (cases[i].text, cases[i].searched);
      g_autoptr (GString) marked = g_string_new (cases[i].text);

      for (guint r = ranges->len; r > 0; r--)
        {
          const AjSearchRange *range = &g_array_index (ranges, AjSearchRange, r - 1);

          g_string_insert_c (marked, range->end, ']');
          g_string_insert_c (marked, range->start, '[');
        }
      g_assert_cmpstr (marked->str, ==, cases[i].marked);
    }
}

/* One kind alone, as who wants to see more of it asks. */
static void
test_one_type (StoreFixture *self, gconstpointer data)
{
  g_autofree char *person = add_person (self->store, "Zuidema");
  g_autofree char *group = add_group (self->store, "Zuid");
  g_autoptr (GPtrArray) groups = aj_store_search (self->store, "zuid", &aj_group_record_type, LIMIT,
                                                  NULL);
  g_autofree char *found = describe (groups);

  g_assert_cmpstr (found, ==, "group: Zuid");
}

/* Records without a title are called by what they refer to. */
static void
test_names (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expertteam");
  g_autofree char *person = add_person (self->store, "Anna Bos");
  g_autofree char *meeting = add_meeting (self->store, group, "", "2026-03-12T10:00");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *membership = aj_edit_add (edit, &aj_membership_record_type);
  AjValues *contact = aj_edit_add (edit, &aj_contact_record_type);

  aj_values_set_text (membership, "group", group);
  aj_values_set_text (membership, "person", person);
  aj_values_set_text (membership, "notes", "vervangt eenhoorn");
  aj_values_set_text (contact, "person", person);
  aj_values_set_text (contact, "date", "2026-03-01");
  aj_values_set_text (contact, "summary", "Over de eenhoorn");
  store_commit (edit);
  set_field (self->store, &aj_meeting_record_type, meeting, "notes", "eenhoorn");
  assert_found (self->store, "eenhoorn",
                "meeting: Expertteam, Thu 12 Mar 2026, 10:00; contact: Anna Bos, Sun 1 Mar 2026;"
                " membership: Anna Bos, Expertteam");
}

/* The index is right inside every edit, whoever makes it. */
static void
test_follows (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_person (self->store, "Anna Bos");
  g_autoptr (AjStore) other = store_open_again (self, "Bart");

  assert_found (other, "bos", "person: Anna Bos");
  set_field (self->store, &aj_person_record_type, id, "name", "Anna Vos");
  assert_found (other, "bos", "");
  assert_found (other, "vos", "person: Anna Vos");
  store_undo (self->store, NULL);
  assert_found (other, "bos", "person: Anna Bos");
  store_redo (self->store, NULL);
  assert_found (self->store, "vos", "person: Anna Vos");
  set_field (other, &aj_person_record_type, id, "notes", "uil");
  assert_found (self->store, "uil", "person: Anna Vos");
  remove_record (self->store, &aj_person_record_type, id);
  assert_found (other, "vos", "");
  assert_found (other, "uil", "");
  store_undo (self->store, NULL);
  assert_found (other, "uil", "person: Anna Vos");
  set_field (other, &aj_person_record_type, id, "notes", "");
  assert_found (self->store, "uil", "");
  aj_store_close (other);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = aj_store_search_finish (AJ_STORE (source), result, &error);
  GString *answers = user_data;
  g_autofree char *found = groups != NULL ? describe (groups) : g_strdup (error->message);

  if (error != NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_string_append_printf (answers, "%s/", error != NULL ? "cancelled" : found);
}

static void
test_async (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_person (self->store, "Anna Bos");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) answers = g_string_new (NULL);

  aj_store_search_async (self->store, "anna", NULL, LIMIT, cancellable, searched_cb, answers);
  g_cancellable_cancel (cancellable);
  aj_store_search_async (self->store, "bos", NULL, LIMIT, NULL, searched_cb, answers);
  assert_eventually (answers->len >= strlen ("cancelled/person: Anna Bos/"));
  g_assert_nonnull (strstr (answers->str, "cancelled/"));
  g_assert_nonnull (strstr (answers->str, "person: Anna Bos/"));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GPtrArray **hits = user_data;
  g_autoptr (GError) error = NULL;

  *hits = aj_store_list_recent_finish (AJ_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
assert_recent (AjStore *store, guint limit, const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autoptr (GPtrArray) hits = NULL;

  aj_store_list_recent_async (store, limit, NULL, listed_cb, &hits);
  assert_eventually (hits != NULL);
  for (guint i = 0; i < hits->len; i++)
    {
      g_autofree char *title = aj_search_hit_dup_title (hits->pdata[i]);

      g_string_append_printf (titles, "%s%s", i > 0 ? " | " : "", title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_recent (StoreFixture *self, gconstpointer data)
{
  g_autofree char *anna = add_person (self->store, "Anna");
  g_autofree char *bart = add_person (self->store, "Bart");
  g_autofree char *group = add_group (self->store, "Team");

  assert_recent (self->store, 5, "Team | Bart | Anna");
  set_field (self->store, &aj_person_record_type, anna, "notes", "uil");
  assert_recent (self->store, 2, "Anna | Team");
  remove_record (self->store, &aj_person_record_type, bart);
  assert_recent (self->store, 5, "Anna | Team");
  store_undo (self->store, NULL);
  assert_recent (self->store, 5, "Bart | Anna | Team");
}

/* Every word in one of the fields: said plainly, letter by letter. */
static gboolean
is_expected (const char *const *fields, guint n_fields, GStrv words)
{
  for (guint w = 0; words[w] != NULL; w++)
    {
      gboolean found = FALSE;

      for (guint f = 0; f < n_fields; f++)
        found |= strstr (fields[f], words[w]) != NULL;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* A small alphabet, so that runs of letters repeat everywhere. */
static char *
make_text (GRand *random, int max_words)
{
  GString *text = g_string_new (NULL);

  for (int w = g_rand_int_range (random, 1, max_words + 1); w > 0; w--)
    {
      for (int n = g_rand_int_range (random, 1, 9); n > 0; n--)
        g_string_append_unichar (text, "aab.-"[g_rand_int_range (random, 0, 5)]);
      if (w > 1)
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

#define N_ORGANISATIONS 120
#define N_SEARCHES      400

/* Against a plain model: the same records, whether they are searched for all over or in a list. */
static void
test_model (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260302);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  g_autoptr (GError) error = NULL;
  char *texts[N_ORGANISATIONS][2];

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      AjValues *values = aj_edit_add (edit, &aj_organisation_record_type);

      texts[i][0] = make_text (random, 3);
      texts[i][1] = make_text (random, 6);
      aj_values_set_text (values, "name", texts[i][0]);
      aj_values_set_text (values, "notes", texts[i][1]);
      aj_values_set_text (values, "kind", "business");
    }
  store_commit (edit);
  for (guint i = 0; i < N_SEARCHES; i++)
    {
      g_autofree char *text = make_text (random, 3);
      g_auto (GStrv) words = g_strsplit (text, " ", -1);
      g_autoptr (AjQuery) query = aj_query_new (&aj_organisation_record_type);
      g_autoptr (GPtrArray) groups = aj_store_search (self->store, text, NULL, N_ORGANISATIONS,
                                                      &error);
      gint64 n_expected = 0;
      gint64 n_found;

      g_assert_no_error (error);
      aj_query_search (query, text);
      for (guint n = 0; n < N_ORGANISATIONS; n++)
        n_expected += is_expected ((const char *const *) texts[n], 2, words);
      n_found = groups->len == 0 ? 0
                                 : (gint64) ((const AjSearchGroup *) groups->pdata[0])->hits->len;
      g_test_message ("searched: %s", text);
      g_assert_cmpint (n_found, ==, n_expected);
      g_assert_cmpint (aj_store_count (self->store, query, NULL), ==, n_expected);
    }
  for (guint i = 0; i < N_ORGANISATIONS; i++)
    for (guint n = 0; n < 2; n++)
      g_free (texts[i][n]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/search/folding", test_folding);
  store_fixture_add ("/store/search/keys", test_keys);
  store_fixture_add ("/store/search/syntax", test_syntax);
  store_fixture_add ("/store/search/order", test_order);
  store_fixture_add ("/store/search/over", test_over);
  store_fixture_add ("/store/search/has-more", test_has_more);
  store_fixture_add ("/store/search/snippet", test_snippet);
  store_fixture_add ("/store/search/phones", test_phones);
  store_fixture_add ("/store/search/phones-elsewhere", test_phones_elsewhere);
  g_test_add_func ("/store/search/ranges", test_ranges);
  store_fixture_add ("/store/search/one-type", test_one_type);
  store_fixture_add ("/store/search/names", test_names);
  store_fixture_add ("/store/search/follows", test_follows);
  store_fixture_add ("/store/search/async", test_async);
  store_fixture_add ("/store/search/recent", test_recent);
  store_fixture_add ("/store/search/model", test_model);
  return g_test_run ();
}
