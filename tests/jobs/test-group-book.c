/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-composition-table.h"
#include "aj-composition.h"
#include "aj-csv-table.h"
#include "aj-example.h"
#include "aj-group-mail.h"
#include "aj-jobs-fixture.h"
#include "aj-text.h"

#define TODAY (aj_date_new (2026, 1, 15))

typedef struct
{
  Fixture base;
  AjGroupBook *book; /* (owned) (nullable) */
} Book;

static void
tear_down (Book *self, gconstpointer data)
{
  g_clear_pointer (&self->book, aj_group_book_unref);
  fixture_tear_down (&self->base, data);
}

static void
set_up (Book *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
}

static AjGroupBook *
load (Book *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->book, aj_group_book_unref);
  self->book = aj_group_book_load (self->base.store, &error);
  g_assert_no_error (error);
  return self->book;
}

static void
load_example (Book *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_example_fill (self->base.store, AJ_EXAMPLE_DEFAULT, &error));
  g_assert_no_error (error);
  load (self);
}

/* (transfer full): "name, name" */
static char *
list_names (GArray *sitters)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sitters->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            aj_sitter_get_name (&g_array_index (sitters, AjSitter, i)));
  return g_string_free (text, FALSE);
}

static AjComposition *
compose (Book *self, const char *group, AjDate date)
{
  g_autoptr (AjRecord) record = fixture_find (&self->base, "group", "name", group);

  return aj_composition_new (self->book, aj_record_get_id (record), date);
}

/* (transfer full): where nobody sits, in all groups: "group: seat\n" */
static char *
list_empty (Book *self, AjDate date)
{
  GPtrArray *groups = aj_group_book_get_groups (self->book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (AjComposition) composition =
          aj_composition_new (self->book, aj_values_get_id (groups->pdata[i]), date);

      for (guint j = 0; j < composition->seats->len; j++)
        {
          AjGroupSeat *seat = &g_array_index (composition->seats, AjGroupSeat, j);
          g_autofree char *words = aj_group_book_describe_seat (self->book, seat->seat);

          if (seat->n_empty > 0)
            g_string_append_printf (text, "%s: %s %u\n",
                                    aj_values_get_text (groups->pdata[i], "name"), words,
                                    seat->n_empty);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_example_empty (Book *self, gconstpointer data)
{
  g_autofree char *empty = NULL;

  load_example (self);
  empty = list_empty (self, TODAY);
  g_assert_cmpstr (empty, ==,
                   "Werkgroep MKB: Gemeenten 1\n"
                   "Werkgroep Ouderen en minder digitaal vaardigen: Gemeenten 2\n"
                   "Werkgroep Ouderen en minder digitaal vaardigen: Police 1\n"
                   "Werkgroep Ouderen en minder digitaal vaardigen: Library 1\n"
                   "Districtelijke werkgroep Gelderland-Midden: Education · Gelderland-Midden 1\n"
                   "Districtelijke werkgroep Gelderland-Zuid: Education · Gelderland-Zuid 1\n"
                   "Districtelijke werkgroep IJsselland: Education · IJsselland 1\n"
                   "Districtelijke werkgroep Noord- en Oost-Gelderland: "
                   "Education · Noord- en Oost-Gelderland 1\n"
                   "Learning community MKB: ondernemers: Ondernemers 3\n");
}

/* "Who was in the MKB group last year?" */
static void
test_example_last_year (Book *self, gconstpointer data)
{
  g_autoptr (AjComposition) then = NULL;
  g_autoptr (AjComposition) now = NULL;
  g_autofree char *names_then = NULL;
  g_autofree char *earlier_now = NULL;

  load_example (self);
  then = compose (self, "Werkgroep MKB", aj_date_new (2025, 12, 31));
  names_then = list_names (then->sitters);
  g_assert_true (g_str_has_prefix (names_then, "Aanjager MKB, Politie-eenheid Oost-Nederland, "));
  g_assert_null (strstr (names_then, "Coördinator"));
  now = compose (self, "Werkgroep MKB", TODAY);
  earlier_now = list_names (now->earlier);
  g_assert_cmpstr (earlier_now, ==, "Aanjager MKB");
  g_assert_cmpuint (now->sitters->len, ==, 7);
  g_assert_cmpuint (now->later->len, ==, 0);
}

/* "Who sits for education in Twente?" */
static void
test_example_education (Book *self, gconstpointer data)
{
  g_autoptr (AjComposition) composition = NULL;
  g_autofree char *district = aj_text_fold ("Twente");
  g_autofree char *kind = aj_text_fold ("Education");
  guint n_found = 0;

  load_example (self);
  composition = compose (self, "Districtelijke werkgroep Twente", TODAY);
  for (guint i = 0; i < composition->sitters->len; i++)
    {
      AjSitter *sitter = &g_array_index (composition->sitters, AjSitter, i);
      g_autofree char *words = aj_sitter_fold (sitter, self->book);

      if (strstr (words, district) == NULL || strstr (words, kind) == NULL)
        continue;
      g_assert_cmpstr (aj_sitter_get_name (sitter), ==, "Hogeschool Saxion");
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_example_leads (Book *self, gconstpointer data)
{
  g_autoptr (AjGroupMail) mail = NULL;
  g_autofree char *addresses = NULL;
  g_autoptr (AjRecord) lead = NULL;

  load_example (self);
  mail = aj_group_mail_new_for_leads (self->book, TODAY, TODAY);
  addresses = g_strjoinv (" ", mail->addresses);
  g_assert_cmpstr (addresses, ==,
                   "gelderland-midden@district.example gelderland-zuid@district.example "
                   "ijsselland@district.example noordoost-gelderland@district.example "
                   "twente@district.example");
  g_assert_cmpuint (g_strv_length (mail->without), ==, 0);

  /* Who left leads nothing, from the day after the last. */
  lead = fixture_find (&self->base, "person", "name", "Districtstrekker Twente");
  fixture_set (&self->base, "person", aj_record_get_id (lead), "left-on", "2026-01-14", NULL);
  load (self);
  g_clear_pointer (&mail, aj_group_mail_free);
  mail = aj_group_mail_new_for_leads (self->book, TODAY, TODAY);
  g_assert_cmpuint (g_strv_length (mail->addresses), ==, 4);
  g_assert_cmpstr (mail->without[0], ==, "Twente");
  g_clear_pointer (&mail, aj_group_mail_free);
  mail = aj_group_mail_new_for_leads (self->book, TODAY - 1, TODAY);
  g_assert_cmpuint (g_strv_length (mail->addresses), ==, 5);
}

static void
test_mail (Book *self, gconstpointer data)
{
  Fixture *fixture = &self->base;
  const char *group = fixture_add (fixture, "group", "name", "Team", "kind", "platform", NULL);
  const char *school = fixture_add (fixture, "organisation", "name", "School", "kind", "education",
                                    "mail", "Post@school.example", NULL);
  const char *silent = fixture_add (fixture, "organisation", "name", "Silent", "kind", "business",
                                    NULL);
  const char *person = fixture_add (fixture, "person", "name", "Own", "mail", "own@x.example",
                                    "organisation", school, NULL);
  const char *second = fixture_add (fixture, "person", "name", "Theirs", "organisation", school,
                                    NULL);
  g_autoptr (AjGroupMail) mail = NULL;
  g_autofree char *addresses = NULL;

  fixture_add (fixture, "membership", "group", group, "person", person, NULL);
  fixture_add (fixture, "membership", "group", group, "person", second, NULL);
  fixture_add (fixture, "membership", "group", group, "organisation", school, NULL);
  fixture_add (fixture, "membership", "group", group, "organisation", silent, NULL);
  fixture_add (fixture, "membership", "group", group, "person", person, "until", "2026-01-14",
               NULL);
  load (self);
  mail = aj_group_mail_new (self->book, group, TODAY);
  addresses = g_strjoinv (" ", mail->addresses);
  g_assert_cmpstr (addresses, ==, "own@x.example Post@school.example");
  g_assert_cmpuint (g_strv_length (mail->without), ==, 1);
  g_assert_cmpstr (mail->without[0], ==, "Silent");
}

/* The first and the last day count, and leaving altogether ends a membership. */
static void
test_dates (Book *self, gconstpointer data)
{
  Fixture *fixture = &self->base;
  const char *group = fixture_add (fixture, "group", "name", "Team", "kind", "platform", NULL);
  const char *first = fixture_add (fixture, "person", "name", "First", NULL);
  const char *second = fixture_add (fixture, "person", "name", "Second", "left-on", "2026-01-15",
                                    NULL);
  const struct
  {
    AjDate date;
    const char *sitters, *earlier, *later;
  } cases[] = {
    { TODAY - 1, "Second", "", "First" },
    { TODAY, "First, Second", "", "" },
    { TODAY + 1, "", "First, Second", "" },
  };

  fixture_add (fixture, "membership", "group", group, "person", first, "from", "2026-01-15",
               "until", "2026-01-15", NULL);
  fixture_add (fixture, "membership", "group", group, "person", second, NULL);
  load (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjComposition) composition = aj_composition_new (self->book, group, cases[i].date);
      g_autofree char *sitters = list_names (composition->sitters);
      g_autofree char *earlier = list_names (composition->earlier);
      g_autofree char *later = list_names (composition->later);

      g_assert_cmpstr (sitters, ==, cases[i].sitters);
      g_assert_cmpstr (earlier, ==, cases[i].earlier);
      g_assert_cmpstr (later, ==, cases[i].later);
    }
}

/* For whom: the membership says, else the person, else a function of the time. */
static void
test_for_whom (Book *self, gconstpointer data)
{
  Fixture *fixture = &self->base;
  const char *district = fixture_add (fixture, "district", "name", "East", NULL);
  const char *town = fixture_add (fixture, "municipality", "code", "GM1", "name", "Town",
                                  "district", district, NULL);
  const char *group = fixture_add (fixture, "group", "name", "Team", "kind", "platform", NULL);
  const char *school = fixture_add (fixture, "organisation", "name", "School", "kind", "education",
                                    "municipality", town, NULL);
  const char *police = fixture_add (fixture, "organisation", "name", "Police", "kind", "police",
                                    NULL);
  const char *person = fixture_add (fixture, "person", "name", "A", NULL);
  g_autoptr (AjComposition) now = NULL;
  g_autoptr (AjComposition) before = NULL;
  AjSitter *sitter;

  fixture_add (fixture, "seat", "group", group, "kind", "education", "district", district, NULL);
  fixture_add (fixture, "position", "person", person, "organisation", police, "until", "2025-12-31",
               NULL);
  fixture_add (fixture, "position", "person", person, "organisation", school, "from", "2026-01-01",
               NULL);
  fixture_add (fixture, "membership", "group", group, "person", person, NULL);
  load (self);
  now = aj_composition_new (self->book, group, TODAY);
  sitter = &g_array_index (now->sitters, AjSitter, 0);
  g_assert_cmpstr (aj_values_get_text (sitter->organisation, "name"), ==, "School");
  g_assert_cmpstr (aj_values_get_text (sitter->district, "name"), ==, "East");
  g_assert_nonnull (sitter->seat);
  g_assert_cmpuint (now->n_empty, ==, 0);
  before = aj_composition_new (self->book, group, aj_date_new (2025, 12, 31));
  sitter = &g_array_index (before->sitters, AjSitter, 0);
  g_assert_cmpstr (aj_values_get_text (sitter->organisation, "name"), ==, "Police");
  g_assert_null (sitter->seat);
  g_assert_cmpuint (before->n_empty, ==, 1);
}

static void
test_ended (Book *self, gconstpointer data)
{
  Fixture *fixture = &self->base;
  const char *group = fixture_add (fixture, "group", "name", "Team", "kind", "platform",
                                   "active-until", "2026-01-15", NULL);
  g_autoptr (AjComposition) last = NULL;
  g_autoptr (AjComposition) after = NULL;

  fixture_add (fixture, "seat", "group", group, "kind", "police", "places", "2", NULL);
  load (self);
  last = aj_composition_new (self->book, group, TODAY);
  after = aj_composition_new (self->book, group, TODAY + 1);
  g_assert_cmpuint (last->n_empty, ==, 2);
  g_assert_cmpuint (after->n_empty, ==, 0);
  g_assert_false (aj_group_is_ended (aj_group_book_look_up (self->book, group), TODAY));
  g_assert_true (aj_group_is_ended (aj_group_book_look_up (self->book, group), TODAY + 1));
}

static void
test_table (Book *self, gconstpointer data)
{
  Fixture *fixture = &self->base;
  const char *group = fixture_add (fixture, "group", "name", "Team", "kind", "platform", NULL);
  const char *person = fixture_add (fixture, "person", "name", "=1+1", NULL);
  g_autoptr (AjComposition) composition = NULL;
  g_autoptr (GPtrArray) table = NULL;
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fixture_add (fixture, "seat", "group", group, "kind", "police", NULL);
  fixture_add (fixture, "membership", "group", group, "person", person, "from", "2026-01-01", NULL);
  load (self);
  composition = aj_composition_new (self->book, group, TODAY);
  table = aj_composition_to_table (composition, self->book);
  text = aj_csv_table_to_text (table);
  g_assert_cmpstr (text, ==,
                   "Seat\tName\tOrganisation\tRole\tFrom\tUntil (last day)\n"
                   "\t'=1+1\t\tMember\t2026-01-01\t\n"
                   "Police\t(empty)\t\t\t\t\n");
  bytes = aj_csv_table_to_bytes (table, AJ_CSV_EXCEL);
  csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (csv, "'=1+1"));
  g_assert_nonnull (strstr (csv, "(empty)"));
}

/* Of a large address book only those are read who have to do with a group, however many those are. */
static void
test_large (Book *self, gconstpointer data)
{
  enum
  {
    N_PEOPLE = 1200
  };
  Fixture *fixture = &self->base;
  const char *group = fixture_add (fixture, "group", "name", "Team", "kind", "platform", NULL);
  const char *school = fixture_add (fixture, "organisation", "name", "School", "kind", "education",
                                    NULL);
  const char *stranger = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (fixture->store, "Add many");
  g_autoptr (AjComposition) composition = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      AjValues *person = aj_edit_add (edit, aj_record_type_lookup ("person"));
      AjValues *position = aj_edit_add (edit, aj_record_type_lookup ("position"));
      AjValues *membership;
      g_autofree char *name = g_strdup_printf ("Person %04u", i);

      aj_values_set_text (person, "name", name);
      aj_values_set_text (position, "person", aj_values_get_id (person));
      aj_values_set_text (position, "organisation", school);
      if (i % 2 == 0)
        continue;
      membership = aj_edit_add (edit, aj_record_type_lookup ("membership"));
      aj_values_set_text (membership, "person", aj_values_get_id (person));
      aj_values_set_text (membership, "group", group);
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  stranger = fixture_add (fixture, "person", "name", "Stranger", NULL);
  load (self);
  composition = aj_composition_new (self->book, group, TODAY);
  g_assert_cmpuint (composition->sitters->len, ==, N_PEOPLE / 2);
  for (guint i = 0; i < composition->sitters->len; i++)
    {
      const AjSitter *sitter = &g_array_index (composition->sitters, AjSitter, i);

      g_assert_cmpstr (aj_values_get_text (sitter->organisation, "name"), ==, "School");
    }
  g_assert_null (aj_group_book_look_up (self->book, stranger));
}

typedef struct
{
  Book *book;
  int concerned; /* -1: nothing was heard */
  int in_general;
} Watch;

static void
changed_cb (AjStore *store, AjChanges *changes, gpointer user_data)
{
  Watch *watch = user_data;

  watch->concerned = aj_group_book_is_concerned (watch->book->book, changes);
  watch->in_general = aj_group_book_is_concerned (NULL, changes);
}

static void
assert_concerned (Watch *watch, gboolean concerned, gboolean in_general)
{
  g_assert_cmpint (watch->concerned, ==, concerned);
  g_assert_cmpint (watch->in_general, ==, in_general);
  watch->concerned = watch->in_general = -1;
}

/* What makes a book outdated, and what has to do with no group. */
static void
test_concerned (Book *self, gconstpointer data)
{
  Fixture *fixture = &self->base;
  const char *group = fixture_add (fixture, "group", "name", "Team", "kind", "platform", NULL);
  const char *member = fixture_add (fixture, "person", "name", "Member", NULL);
  const char *stranger = fixture_add (fixture, "person", "name", "Stranger", NULL);
  const char *school = fixture_add (fixture, "organisation", "name", "School", "kind", "education",
                                    NULL);
  Watch watch = { self, -1, -1 };

  fixture_add (fixture, "membership", "group", group, "person", member, NULL);
  load (self);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &watch);
  fixture_set (fixture, "group", group, "name", "Team 2", NULL);
  assert_concerned (&watch, TRUE, TRUE);
  fixture_set (fixture, "person", member, "name", "Member 2", NULL);
  assert_concerned (&watch, TRUE, TRUE);
  fixture_set (fixture, "person", stranger, "name", "Stranger 2", NULL);
  assert_concerned (&watch, FALSE, TRUE);
  fixture_set (fixture, "organisation", school, "name", "School 2", NULL);
  assert_concerned (&watch, FALSE, TRUE);
  fixture_add (fixture, "position", "person", stranger, "organisation", school, NULL);
  assert_concerned (&watch, FALSE, TRUE);
  fixture_add (fixture, "position", "person", member, "organisation", school, NULL);
  assert_concerned (&watch, TRUE, TRUE);
  fixture_add (fixture, "contact", "date", "2026-01-15", "summary", "Hello", "person", member,
               NULL);
  assert_concerned (&watch, FALSE, FALSE);
  g_signal_handlers_disconnect_by_data (fixture->store, &watch);
}

static void
test_without_waiting (Book *self, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (GError) error = NULL;

  load_example (self);
  g_clear_pointer (&self->book, aj_group_book_unref);
  aj_group_book_load_async (self->base.store, NULL, waiter_ready_cb, &waiter);
  self->book = aj_group_book_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_group_book_get_groups (self->book)->len, ==, 13);
  g_assert_cmpuint (aj_group_book_get_districts (self->book)->len, ==, 5);
  g_object_unref (waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/group-book/" name, Book, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("example-empty", test_example_empty);
  ADD ("example-last-year", test_example_last_year);
  ADD ("example-education", test_example_education);
  ADD ("example-leads", test_example_leads);
  ADD ("mail", test_mail);
  ADD ("dates", test_dates);
  ADD ("for-whom", test_for_whom);
  ADD ("ended", test_ended);
  ADD ("table", test_table);
  ADD ("large", test_large);
  ADD ("concerned", test_concerned);
  ADD ("without-waiting", test_without_waiting);
  return g_test_run ();
}
