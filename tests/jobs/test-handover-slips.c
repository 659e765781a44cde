/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is taken along on paper to hand a thing over. */
#include <string.h>

#include "aj-field.h"
#include "aj-handover-slips.h"
#include "aj-jobs-fixture.h"

typedef struct
{
  Fixture base;
  const char *bike, *tour, *away;
  const char *loans[3];
} World;

static void
set_up (World *self, gconstpointer data)
{
  Fixture *base = &self->base;
  const char *towns[3], *keeper, *anna;

  fixture_set_up (base, data);
  towns[0] = fixture_add (base, "municipality", "name", "Deventer", "code", "GM0150", NULL);
  towns[1] = fixture_add (base, "municipality", "name", "Zwolle", "code", "GM0193", NULL);
  towns[2] = fixture_add (base, "municipality", "name", "Ede", "code", "GM0228", NULL);
  keeper = fixture_add (base, "person", "name", "Bert Bos", "phone", "0570 123456", NULL);
  anna = fixture_add (base, "person", "name", "Anna Smit", "mobile", "06 12345678", "mail",
                      "anna@zwolle.example", NULL);
  self->bike = fixture_add (base, "material", "name", "Cargo bike", "municipality", towns[0],
                            "place", "Depot", "contact", keeper, "notes", "Two keys, one charger",
                            NULL);
  self->tour = fixture_add (base, "tour", "name", "Spring", "material", self->bike, NULL);
  self->loans[0] = fixture_add (base, "loan", "material", self->bike, "tour", self->tour,
                                "municipality", towns[1], "from", "2026-03-02", "until",
                                "2026-03-04", "place", "Library", "contact", anna, "handover-at",
                                "2026-03-02T09:00", NULL);
  self->loans[1] = fixture_add (base, "loan", "material", self->bike, "tour", self->tour,
                                "municipality", towns[2], "from", "2026-03-06", "until",
                                "2026-03-10", NULL);
  self->loans[2] = fixture_add (base, "loan", "material", self->bike, "municipality", towns[2],
                                "from", "2026-05-04", "until", "2026-05-06", NULL);
  self->away = fixture_add (base, "loan", "material", self->bike, "kind", "away", "from",
                            "2026-06-01", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjDocument *
make (World *self, const char *loan, const char *tour, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AjRolloutFacts) facts = aj_rollout_facts_load (self->base.store, &failure);

  g_assert_no_error (failure);
  return aj_handover_slips_make (facts, loan, tour, error);
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  while ((text = strstr (text, words)) != NULL)
    {
      n++;
      text += strlen (words);
    }
  return n;
}

static void
test_tour (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjDocument) document = make (self, NULL, self->tour, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = aj_document_to_text (document);
  assert_says (text, "Handover of Spring");
  assert_says (text, "Zwolle, 2 March 2026");
  assert_says (text, "Goes to: Zwolle, Library");
  assert_says (text, "Contact there: Anna Smit, 06 12345678, anna@zwolle.example");
  assert_says (text, "Handover: Monday 2 March 2026, 09:00");
  assert_says (text, "Return: Wednesday 4 March 2026");
  assert_says (text, "Transport: 1 working day, leaves on Friday 27 February 2026");
  /* The tour begins and ends where the thing stands, and goes from one to the next between. */
  assert_says (text, "Comes from: Deventer, Depot");
  assert_says (text, "Contact there: Bert Bos, 0570 123456");
  assert_says (text, "Then goes to: Ede");
  assert_says (text, "Comes from: Zwolle, Library");
  assert_says (text, "Then goes to: Deventer, Depot");
  assert_says (text, "Two keys, one charger");
  g_assert_cmpuint (count (text, "Who receives it"), ==, 2);
  /* What came back needs no slip. */
  fixture_set (&self->base, "loan", self->loans[0], "state", "returned", NULL);
  g_clear_pointer (&document, aj_document_unref);
  document = make (self, NULL, self->tour, &error);
  g_clear_pointer (&text, g_free);
  text = aj_document_to_text (document);
  g_assert_cmpuint (count (text, "Who receives it"), ==, 1);
}

static void
test_loan (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjDocument) document = make (self, self->loans[2], NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = aj_document_to_text (document);
  assert_says (text, "Handover of Cargo bike");
  assert_says (text, "Ede, 4 May 2026");
  assert_says (text, "Comes from: Deventer, Depot");
  g_assert_null (strstr (text, "Part of the tour"));
}

/* The program pdftotext tells what stands on which page: each slip has one, whole. */
static void
test_pages (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjDocument) document = make (self, NULL, self->tour, &error);
  g_autoptr (GBytes) pdf = aj_document_to_pdf (document, NULL, &error);
  g_autofree char *path = g_build_filename (self->base.folder, "slips.pdf", NULL);
  g_auto (GStrv) pages = NULL;
  g_autofree char *text = NULL;
  int status;

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL,
                (char *[]){ (char *) "pdftotext", (char *) "-layout", path, (char *) "-", NULL },
                NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  if (g_error_matches (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, 3);
  g_assert_cmpstr (pages[2], ==, "");
  for (guint i = 0; i < 2; i++)
    {
      assert_says (pages[i], "Goes to");
      assert_says (pages[i], "What to Look Over");
      assert_says (pages[i], "Who takes it back");
    }
  assert_says (pages[0], "anna@zwolle.example");
}

static void
test_nothing (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (make (self, self->away, NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_clear_error (&error);
  fixture_set (&self->base, "loan", self->loans[2], "state", "cancelled", NULL);
  g_assert_null (make (self, self->loans[2], NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
}

#define ADD(name, test) g_test_add ("/handover-slips/" name, World, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tour", test_tour);
  ADD ("loan", test_loan);
  ADD ("pages", test_pages);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
