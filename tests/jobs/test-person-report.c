/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is held on somebody, all of it and nothing of others. */
#include <string.h>

#include "aj-forget.h"
#include "aj-jobs-fixture.h"
#include "aj-person-report.h"
#include "aj-person.h"

/* (transfer full): as text, read in both forms, which say the same. */
static char *
write_report (Fixture *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjPersonReport) waited = aj_person_report_load (self->store, id, &error);
  g_autoptr (AjPersonReport) report = NULL;
  g_autoptr (AjDocument) first = NULL;
  g_autoptr (AjDocument) second = NULL;
  g_autofree char *text = NULL;
  Waiter waiter = { NULL };

  g_assert_no_error (error);
  aj_person_report_load_async (self->store, id, NULL, waiter_ready_cb, &waiter);
  report = aj_person_report_load_finish (self->store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_object_unref (waiter.result);
  first = aj_person_report_to_document (waited, 24);
  second = aj_person_report_to_document (report, 24);
  text = aj_document_to_text (second);
  {
    g_autofree char *same = aj_document_to_text (first);

    g_assert_cmpstr (text, ==, same);
  }
  return g_steal_pointer (&text);
}

static void
assert_says (const char *text, const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("“%s” is missing in:\n%s", parts[i], text);
}

static void
assert_silent (const char *text, const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (text, parts[i]) != NULL)
      g_error ("“%s” stands in:\n%s", parts[i], text);
}

/* Of every kind something, and somebody else of whom nothing is said. */
static const char *
make_world (Fixture *self)
{
  const char *group = fixture_add (self, "group", "name", "Werkgroep MKB", "kind", "working-group",
                                   "notes", "Bel Zoë Zwart.", NULL);
  const char *halt = fixture_add (self, "organisation", "name", "Halt", "kind", "support", "mail",
                                  "info@halt.example", NULL);
  const char *other = fixture_add (self, "person", "name", "Bea Bos", "mail", "bea@halt.example",
                                   NULL);
  const char *zoe, *contact;

  aj_store_set_author (self->store, "Anna (Halt)");
  zoe = fixture_add (self, "person", "name", "Zoe Zwart", "mail", "info@halt.example", "mobile",
                     "06-98765432", "organisation", halt, "deputy", other, NULL);
  fixture_set (self, "person", zoe, "name", "Zoë Zwart", "reviewed-on", "2026-01-02", NULL);
  fixture_add (self, "position", "person", zoe, "function", "Quilter", "from", "2020-05-01", NULL);
  fixture_add (self, "membership", "group", group, "person", zoe, "role", "chair", "from",
               "2025-01-01", "notes", "Wil stoppen", NULL);
  fixture_add (self, "membership", "group", group, "person", other, "notes", "Secret of Bea", NULL);
  fixture_add (self, "district", "name", "Twente", "lead", zoe, NULL);
  contact = fixture_add (self, "contact", "person", zoe, "date", "2026-01-12", "way", "phone",
                         "summary", "Eerste\nversie", NULL);
  fixture_set (self, "contact", contact, "summary", "Belde over haar zus", NULL);
  fixture_set (self, "contact", contact, "person", other, NULL);
  fixture_set (self, "contact", contact, "summary", "Said by Bea", NULL);
  fixture_add (self, "contact", "person", zoe, "date", "2026-01-13", "way", "mail", "summary",
               "Nog een keer", NULL);
  aj_store_set_author (self->store, "Zoë Zwart (Halt)");
  fixture_add (self, "group", "name", "Signed", "kind", "platform", NULL);
  aj_store_set_author (self->store, "Test");
  return zoe;
}

static void
test_everything (Fixture *self, gconstpointer data)
{
  static const char *const said[] = {
    "What we hold on Zoë Zwart\n=====",
    "Drawn up on Thursday 15 January 2026 by Test.",
    "\nName                   Zoë Zwart\n",
    "\nMobile                 06-98765432\n",
    "\nStands in when absent  Bea Bos\n",
    "Functions\n---------\nFunction  From\nQuilter   Fri 1 May 2020\n",
    "\nWerkgroep MKB  Chair  Wed 1 Jan 2025  Wil stoppen\n",
    "\nTue 13 Jan 2026  Mail  Nog een keer\n",
    "\nDistrict  Twente  District lead\n",
    "\nGroup Werkgroep MKB, Notes  Bel Zoë Zwart.\n",
    "Others have the same, as their own:",
    "\nOrganisation Halt, Mail  info@halt.example\n",
    "The name also stands beside 1 change in the history",
    "\nAdded on Thu 15 Jan 2026",
    " by Anna (Halt): “Add”.",
    "for 24 months",
    "last looked over on Friday 2 January 2026",
    "Autoriteit Persoonsgegevens",
    "No copy lies beside the data file.",
    "Name: from Zoe Zwart to Zoë Zwart",
    "What: from Eerste\n",
    " versie to Belde over haar zus\n",
    "With whom: from Zoë Zwart to somebody else",
    NULL,
  };
  static const char *const silent[] = { "Secret of Bea", "Said by Bea", "bea@halt.example", NULL };
  g_autofree char *text = write_report (self, make_world (self));

  assert_says (text, said);
  assert_silent (text, silent);
}

/* A kind of copy that an upgrade leaves is named. */
static void
test_copies (Fixture *self, gconstpointer data)
{
  static const char *const said[] = { "These lie beside the data file", "- test.old.aanjager\n",
                                      NULL };
  g_autofree char *copy = g_build_filename (self->folder, "test.old.aanjager", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (copy, "x", 1, NULL));
  text = write_report (self, fixture_add (self, "person", "name", "Anna", NULL));
  assert_says (text, said);
}

static void
test_removed (Fixture *self, gconstpointer data)
{
  static const char *const said[] = { "What we hold on Anna", "The person was removed",
                                      "anna@halt.example", NULL };
  const char *person = fixture_add (self, "person", "name", "Anna", "mail", "anna@halt.example",
                                    NULL);
  g_autofree char *text = NULL;

  fixture_remove (self, "person", person);
  text = write_report (self, person);
  assert_says (text, said);
}

static void
test_role_mailbox (Fixture *self, gconstpointer data)
{
  static const char *const said[] = { "mailbox of a role, not of one person", NULL };
  static const char *const silent[] = { "for 24 months", NULL };
  g_autofree char *text = write_report (self, fixture_add (self, "person", "name", "Lead",
                                                           "role-mailbox", "yes", NULL));

  assert_says (text, said);
  assert_silent (text, silent);
}

static void
test_unknown (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  g_assert_null (aj_person_report_load (self->store, "nobody", &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  aj_person_report_load_async (self->store, "nobody", NULL, waiter_ready_cb, &waiter);
  g_assert_null (aj_person_report_load_finish (self->store, waiter_wait (&waiter), &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_object_unref (waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/person-report/" name, Fixture, NULL, fixture_set_up, function,                \
              fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everything", test_everything);
  ADD ("copies", test_copies);
  ADD ("removed", test_removed);
  ADD ("role-mailbox", test_role_mailbox);
  ADD ("unknown", test_unknown);
  return g_test_run ();
}
