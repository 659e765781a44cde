/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The programme of an action day: what stands in it and under what, as text, as a page of the web and as a table; and what
 * became different since a day. */
#include "aj-programme.h"

#include <string.h>

#include "aj-error.h"
#include "aj-jobs-fixture.h"

typedef struct
{
  Fixture base;
  const char *edition;
  const char *almelo;
  const char *zwolle;
  const char *rozendaal;
  AjProgrammeRequest request;
} World;

static const char *
add_activity (World *self, const char *municipality, const char *name, const char *from)
{
  return fixture_add (&self->base, "activity", "edition", self->edition, "municipality",
                      municipality, "name", name, "from", from, NULL);
}

static void
set_up (World *self, gconstpointer data)
{
  const char *twente, *ijsselland;

  fixture_set_up (&self->base, data);
  twente = fixture_add (&self->base, "district", "name", "Twente", NULL);
  ijsselland = fixture_add (&self->base, "district", "name", "IJsselland", NULL);
  self->almelo = fixture_add (&self->base, "municipality", "name", "Almelo", "code", "GM0141",
                              "district", twente, NULL);
  self->zwolle = fixture_add (&self->base, "municipality", "name", "Zwolle", "code", "GM0193",
                              "district", ijsselland, NULL);
  self->rozendaal = fixture_add (&self->base, "municipality", "name", "Rozendaal", "code", "GM0277",
                                 NULL);
  self->edition = fixture_add (&self->base, "edition", "name", "Echt Niet Vandaag 2026",
                               "starts-on", "2026-10-08", NULL);
  self->request = (AjProgrammeRequest){ .edition = self->edition, .since = AJ_DATE_NONE };
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static char *
read_text (World *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjDocument) document = aj_programme_load (self->base.store, &self->request, &error);

  g_assert_no_error (error);
  return aj_document_to_text (document);
}

static void
assert_text (World *self, const char *expected)
{
  g_autofree char *text = read_text (self);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_empty (World *self, gconstpointer data)
{
  add_activity (self, self->zwolle, "Concept", NULL);
  {
    g_autoptr (AjRecord) draft = fixture_find (&self->base, "activity", "name", "Concept");

    fixture_set (&self->base, "activity", aj_record_get_id (draft), "state", "draft", NULL);
  }
  assert_text (self, "Programme of Echt Niet Vandaag 2026\n"
                     "===================================\n\n"
                     "Thursday 8 October 2026\n\n"
                     "There is nothing in the programme yet.\n");
}

/* Everything that is for everybody is said, and nothing else. */
static void
test_district (World *self, gconstpointer data)
{
  const char *library = fixture_add (&self->base, "organisation", "name", "Bibliotheek Zwolle",
                                     "kind", "library", NULL);
  const char *person = fixture_add (&self->base, "person", "name", "Anna de Vries", NULL);

  fixture_add (&self->base, "activity", "edition", self->edition, "municipality", self->zwolle,
               "name", "Escape box", "from", "10:00", "until", "12:00", "organisation", library,
               "partners", "Politie", "for-youth", "true", "for-residents", "true", "place",
               "Stadkamer", "address", "Zeven Alleetjes 1, Zwolle", "link",
               "https://voorbeeld.example/escape", "contact", person, "remarks", "Bel Anna",
               "expected-reach", "200", "worked", "Veel", NULL);
  add_activity (self, self->zwolle, "Lezing", "09:30");
  add_activity (self, self->almelo, "Markt", NULL);
  add_activity (self, self->rozendaal, "Koffie", NULL);
  fixture_add (&self->base, "activity", "edition", self->edition, "municipality", self->almelo,
               "name", "Besloten", "access", "closed", NULL);
  fixture_add (&self->base, "activity", "edition", self->edition, "municipality", self->almelo,
               "name", "Vervallen", "state", "cancelled", NULL);
  assert_text (self, "Programme of Echt Niet Vandaag 2026\n"
                     "===================================\n\n"
                     "Thursday 8 October 2026\n\n"
                     "4 activities\n\n"
                     "1 activity is for who is invited, and does not stand here.\n\n"
                     "IJsselland\n"
                     "----------\n"
                     "Zwolle\n"
                     "......\n"
                     "Lezing\n"
                     "from 09:30\n\n"
                     "Escape box\n"
                     "10:00–12:00\n"
                     "Stadkamer, Zeven Alleetjes 1, Zwolle\n"
                     "By Bibliotheek Zwolle, with Politie\n"
                     "For youth, residents\n\n"
                     "https://voorbeeld.example/escape\n\n"
                     "Twente\n"
                     "------\n"
                     "Almelo\n"
                     "......\n"
                     "Markt\n"
                     "all day\n\n"
                     "In no district\n"
                     "--------------\n"
                     "Rozendaal\n"
                     ".........\n"
                     "Koffie\n"
                     "all day\n");
}

static void
assert_order (World *self, const char *const *parts)
{
  g_autofree char *text = read_text (self);
  const char *at = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_error ("“%s” does not come in its turn in:\n%s", parts[i], text);
      at = found + strlen (parts[i]);
    }
}

static void
test_groupings (World *self, gconstpointer data)
{
  static const char *const by_municipality[] = { "\nAlmelo\n------\nMarkt\n", "\nZwolle\n------\n",
                                                 NULL };
  static const char *const by_time[] = {
    "\nThursday 8 October 2026, all day\n--------------------------------\nMarkt\n",
    "Thursday 8 October 2026, morning\n",
    "Lezing\n",
    "Zwolle\n",
    "Thursday 8 October 2026, evening\n",
    "Avond\n",
    "Friday 9 October 2026, afternoon\n",
    "Na\n",
    "Friday 9 October 2026, from 13:00\n",
    NULL
  };
  static const char *const by_target[] = { "\nFor youth\n---------\nLezing\n",
                                           "\nFor residents\n-------------\nLezing\n",
                                           "\nNo target group said\n", "Markt\n", NULL };
  const char *lecture = add_activity (self, self->zwolle, "Lezing", "09:30");
  const char *late = add_activity (self, self->zwolle, "Na", "13:00");

  fixture_set (&self->base, "activity", lecture, "for-youth", "true", "for-residents", "true",
               NULL);
  fixture_set (&self->base, "activity", late, "date", "2026-10-09", NULL);
  add_activity (self, self->almelo, "Markt", NULL);
  add_activity (self, self->almelo, "Avond", "19:00");
  self->request.grouping = AJ_PROGRAMME_BY_MUNICIPALITY;
  assert_order (self, by_municipality);
  self->request.grouping = AJ_PROGRAMME_BY_TIME;
  assert_order (self, by_time);
  self->request.grouping = AJ_PROGRAMME_BY_TARGET;
  assert_order (self, by_target);
}

/* One municipality, and with what is only for who is invited. */
static void
test_narrow (World *self, gconstpointer data)
{
  static const char *const parts[] = { "Programme of Echt Niet Vandaag 2026 in Zwolle\n",
                                       "1 activity\n", "Besloten\nall day\nfor who is invited\n",
                                       NULL };
  add_activity (self, self->almelo, "Markt", NULL);
  fixture_add (&self->base, "activity", "edition", self->edition, "municipality", self->zwolle,
               "name", "Besloten", "access", "closed", NULL);
  self->request.municipality = self->zwolle;
  self->request.with_closed = TRUE;
  assert_order (self, parts);
}

static void
set_since (World *self)
{
  self->request.since = aj_date_new (2026, 1, 15);
}

/* The clock of a store stands still. */
static void
go_on_at (World *self, const char *moment)
{
  g_autoptr (GError) error = NULL;

  aj_store_close (self->base.store);
  g_object_unref (self->base.store);
  g_object_unref (self->base.clock);
  self->base.clock = aj_clock_new_from_string (moment, "Europe/Amsterdam");
  self->base.store = aj_store_open (self->base.path, AJ_STORE_OPEN_DEFAULT, "Test",
                                    self->base.clock, &error);
  g_assert_no_error (error);
}

static void
test_changes (World *self, gconstpointer data)
{
  const char *moved, *gone, *removed, *closed, *noted;
  static const char *const parts[] = {
    "Changes in the programme of Echt Niet Vandaag 2026\n",
    "What became different since Friday 16 January 2026.\n",
    "\nNew\n---\nErbij\n.....\nall day\nAlmelo\n",
    "\nChanged\n-------\nVerzet\n......\n13:00–15:00\nZwolle\n",
    "- Time: now 13:00–15:00, was from 10:00\n",
    "- Organisation: now Politie\n",
    "\nNo longer in the programme\n--------------------------\nBesloten\n",
    "- No longer for everybody, or no longer here\n",
    "Vervallen\n",
    "- Cancelled\n",
    "Weg\n",
    "- Withdrawn\n",
    NULL,
  };
  const char *police = fixture_add (&self->base, "organisation", "name", "Politie", "kind",
                                    "police", NULL);
  g_autofree char *text = NULL;

  moved = add_activity (self, self->zwolle, "Verzet", "10:00");
  gone = add_activity (self, self->zwolle, "Vervallen", NULL);
  removed = add_activity (self, self->zwolle, "Weg", NULL);
  closed = add_activity (self, self->almelo, "Besloten", NULL);
  noted = add_activity (self, self->almelo, "Hetzelfde", NULL);
  go_on_at (self, "2026-01-16T10:00");
  fixture_set (&self->base, "activity", moved, "from", "11:00", NULL);
  fixture_set (&self->base, "activity", moved, "from", "13:00", "until", "15:00", "organisation",
               police, NULL);
  fixture_set (&self->base, "activity", gone, "state", "cancelled", NULL);
  fixture_remove (&self->base, "activity", removed);
  fixture_set (&self->base, "activity", closed, "access", "closed", NULL);
  /* What is nobody's business, and what was changed and changed back, is no change. */
  fixture_set (&self->base, "activity", noted, "remarks", "Bel Anna", "name", "Anders", NULL);
  fixture_set (&self->base, "activity", noted, "name", "Hetzelfde", NULL);
  add_activity (self, self->almelo, "Erbij", NULL);
  {
    const char *brief = add_activity (self, self->almelo, "Vergissing", NULL);

    fixture_remove (&self->base, "activity", brief);
  }
  self->request.since = aj_date_new (2026, 1, 16);
  assert_order (self, parts);
  text = read_text (self);
  g_assert_null (strstr (text, "Hetzelfde"));
  g_assert_null (strstr (text, "Vergissing"));
  g_assert_null (strstr (text, "Bel Anna"));

  self->request.since = aj_date_new (2026, 1, 17);
  g_clear_pointer (&text, g_free);
  text = read_text (self);
  g_assert_nonnull (strstr (text, "Nothing became different since Saturday 17 January 2026."));
  set_since (self);
  g_clear_pointer (&text, g_free);
  text = read_text (self);
  g_assert_nonnull (strstr (text, "Hetzelfde"));
  g_assert_null (strstr (text, "Vervallen"));
}

static char *
save (World *self, AjCsvStyle style, guint expected)
{
  g_autofree char *path = g_build_filename (self->base.folder, "programme.csv", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  guint n_written = 0;

  aj_programme_save_table (self->base.store, &self->request, style, path, &n_written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_written, ==, expected);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* For programs, and for people; text never becomes a formula. */
static void
test_table (World *self, gconstpointer data)
{
  const char *id = add_activity (self, self->zwolle, "=HYPERLINK(\"https://kwaad.example\")",
                                 "10:00");
  g_autofree char *expected = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *excel = NULL;
  g_autofree char *changes = NULL;

  fixture_set (&self->base, "activity", id, "for-youth", "true", "remarks", "Geheim", NULL);
  plain = save (self, AJ_CSV_PLAIN, 1);
  expected = g_strdup_printf (
      "district,date,from,until,name,kind,municipality,place,address,organisation,partners,"
      "for-business,for-youth,for-elderly,for-residents,access,link,id\r\n"
      "IJsselland,2026-10-08,10:00,,\"'=HYPERLINK(\"\"https://kwaad.example\"\")\",information,"
      "Zwolle,,,,,,true,,,public,,%s\r\n",
      id);
  g_assert_cmpstr (plain, ==, expected);
  excel = save (self, AJ_CSV_EXCEL, 1);
  g_assert_true (g_str_has_prefix (excel, "\xef\xbb\xbf"));
  g_assert_nonnull (strstr (excel, "For youth"));
  g_assert_nonnull (strstr (excel, "for everybody"));
  g_assert_null (strstr (excel, "Geheim"));
  set_since (self);
  changes = save (self, AJ_CSV_PLAIN, 1);
  g_assert_true (g_str_has_prefix (changes, "change,district,"));
  g_assert_nonnull (strstr (changes, "\r\nnew,IJsselland,"));
}

/* What somebody wrote is no part of the page, and only what is a page of the web is a link. */
static void
test_html (World *self, gconstpointer data)
{
  g_autoptr (AjDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *html = NULL;
  g_autofree char *part = NULL;

  fixture_add (&self->base, "activity", "edition", self->edition, "municipality", self->zwolle,
               "name", "<script>alert(1)</script>", "place", "<img src=x>", "link",
               "javascript:alert(1)", NULL);
  fixture_add (&self->base, "activity", "edition", self->edition, "municipality", self->zwolle,
               "name", "Goed", "link", "https://voorbeeld.example/?a=1&b=2", NULL);
  document = aj_programme_load (self->base.store, &self->request, &error);
  g_assert_no_error (error);
  html = aj_document_to_html (document, NULL);
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "<img"));
  g_assert_null (strstr (html, "href=\"javascript"));
  g_assert_nonnull (strstr (html, "href=\"https://voorbeeld.example/?a=1&amp;b=2\""));
  g_assert_nonnull (strstr (html, "<h4>Goed</h4>"));
  part = aj_document_to_html_part (document);
  g_assert_true (g_str_has_prefix (part, "<div lang=\""));
  g_assert_true (g_str_has_suffix (part, "</div>\n"));
  g_assert_nonnull (strstr (part, "<h2>Programme of Echt Niet Vandaag 2026</h2>"));
  g_assert_nonnull (strstr (part, "<h5>Goed</h5>"));
  g_assert_null (strstr (part, "<style"));
}

/* Without waiting it is the same; an edition that is gone is told. */
static void
test_async (World *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->base.folder, "programme.csv", NULL);
  g_autoptr (AjDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *waited = NULL;
  Waiter waiter = { NULL };
  guint n_written = 0;

  add_activity (self, self->zwolle, "Lezing", "09:30");
  for (guint i = 0; i < 2; i++)
    {
      if (i == 1)
        set_since (self);
      aj_programme_load_async (self->base.store, &self->request, NULL, waiter_ready_cb, &waiter);
      document = aj_programme_load_finish (self->base.store, waiter_wait (&waiter), &error);
      g_clear_object (&waiter.result);
      g_assert_no_error (error);
      text = aj_document_to_text (document);
      waited = read_text (self);
      g_assert_cmpstr (text, ==, waited);
      g_clear_pointer (&document, aj_document_unref);
      g_clear_pointer (&text, g_free);
      g_clear_pointer (&waited, g_free);
      aj_programme_save_table_async (self->base.store, &self->request, AJ_CSV_PLAIN, path, NULL,
                                     waiter_ready_cb, &waiter);
      aj_programme_save_table_finish (self->base.store, waiter_wait (&waiter), &n_written, &error);
      g_clear_object (&waiter.result);
      g_assert_no_error (error);
      g_assert_cmpuint (n_written, ==, 1);
    }
  self->request.edition = "gone";
  self->request.since = AJ_DATE_NONE;
  g_assert_null (aj_programme_load (self->base.store, &self->request, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

/* What nobody reads is not drawn, and said; a table has no end. */
static void
test_limit (World *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Add");
  g_autoptr (AjDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;

  for (guint i = 0; i <= AJ_PROGRAMME_MAX_DRAWN; i++)
    {
      AjValues *activity = aj_edit_add (edit, aj_record_type_lookup ("activity"));
      g_autofree char *name = g_strdup_printf ("Activiteit %u", i);

      aj_values_set_text (activity, "edition", self->edition);
      aj_values_set_text (activity, "municipality", self->zwolle);
      aj_values_set_text (activity, "name", name);
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  document = aj_programme_load (self->base.store, &self->request, &error);
  g_assert_null (document);
  g_assert_error (error, AJ_ERROR, AJ_ERROR_LIMIT);
  table = save (self, AJ_CSV_PLAIN, AJ_PROGRAMME_MAX_DRAWN + 1);
}

#define ADD(path, func) g_test_add (path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/jobs/programme/empty", test_empty);
  ADD ("/jobs/programme/district", test_district);
  ADD ("/jobs/programme/groupings", test_groupings);
  ADD ("/jobs/programme/narrow", test_narrow);
  ADD ("/jobs/programme/changes", test_changes);
  ADD ("/jobs/programme/table", test_table);
  ADD ("/jobs/programme/html", test_html);
  ADD ("/jobs/programme/async", test_async);
  ADD ("/jobs/programme/limit", test_limit);
  return g_test_run ();
}
