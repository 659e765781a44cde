/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-headings.h"

#include <string.h>

#include "aj-form-head.h"
#include "aj-membership.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-person.h"

static void
test_found (void)
{
  static const struct
  {
    const AjRecordType *type;
    const char *heading;
    const char *field; /* NULL: none */
  } cases[] = {
    { &aj_person_record_type, "name", "name" },
    { &aj_person_record_type, " NAAM: ", "name" },
    { &aj_person_record_type, "Role mailbox, not one person", "role-mailbox" },
    { &aj_person_record_type, "role_mailbox", "role-mailbox" },
    { &aj_person_record_type, "E-mailadres", "mail" },
    { &aj_person_record_type, "e-mail", "mail" },
    { &aj_person_record_type, "Bedrijf", "organisation" },
    { &aj_person_record_type, "kleur", NULL },
    { &aj_person_record_type, "", NULL },
    { &aj_person_record_type, "forgotten-on", NULL }, /* the program keeps that itself */
    { &aj_municipality_record_type, "gemeente", "name" },
    { &aj_municipality_record_type, "Gemeentecode", "code" },
    /* The list of Statistics Netherlands. */
    { &aj_municipality_record_type, "Gemeentenaam", "name" },
    { &aj_municipality_record_type, "GemeentecodeGM", "code" },
    { &aj_municipality_record_type, "Provincienaam", "province" },
    { &aj_municipality_record_type, "ProvinciecodePV", NULL },
    { &aj_municipality_record_type, "school_region", "school-region" },
    { &aj_organisation_record_type, "gemeentenaam", "municipality" },
    { &aj_organisation_record_type, "gemeente", "municipality" },
    { &aj_membership_record_type, "t/m", "until" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int found = aj_heading_find_field (cases[i].type, cases[i].heading);

      g_test_message ("%s", cases[i].heading);
      if (cases[i].field == NULL)
        g_assert_cmpint (found, ==, AJ_HEADING_UNKNOWN);
      else
        g_assert_cmpstr (cases[i].type->fields[found].name, ==, cases[i].field);
    }
  g_assert_cmpint (aj_heading_find_field (&aj_person_record_type, "ID"), ==, AJ_HEADING_ID);
}

static char *
read_translations (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "nl.po", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* (transfer full): as po/nl.po has it; NULL when it stands there with a context, or on several lines. */
static char *
find_dutch (const char *translations, const char *label)
{
  g_autofree char *entry = g_strdup_printf ("\n\nmsgid \"%s\"\nmsgstr \"", label);
  g_autofree char *noted = g_strdup_printf ("\nmsgid \"%s\"\nmsgstr \"", label);
  const char *found = strstr (translations, entry);

  if (found == NULL)
    found = strstr (translations, noted);
  g_assert_nonnull (found);
  found = strstr (found, "msgstr \"") + strlen ("msgstr \"");
  return g_strndup (found, strcspn (found, "\""));
}

static void
assert_dutch (const AjRecordType *type, const char *translations)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      g_autofree char *label = field->internal ? NULL : find_dutch (translations, field->label);

      if (field->internal)
        continue;
      g_test_message ("%s.%s: %s", type->name, field->name, label);
      g_assert_cmpint (aj_heading_find_field (type, label), ==, (int) i);
      for (const AjChoice *choice = field->choices; choice != NULL && choice->code != NULL;
           choice++)
        {
          g_autofree char *word = find_dutch (translations, choice->label);

          g_test_message ("%s: %s", choice->code, word);
          g_assert_cmpstr (aj_heading_find_choice (field, word), ==, choice->code);
          g_assert_cmpstr (aj_heading_find_choice (field, choice->code), ==, choice->code);
          g_assert_cmpstr (aj_heading_find_choice (field, choice->label), ==, choice->code);
        }
    }
}

/* What the Dutch program writes over its columns and in them, the English one reads. */
static void
test_dutch (void)
{
  g_autofree char *translations = read_translations ();

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    assert_dutch (*type, translations);
  assert_dutch (aj_form_get_row_type (), translations);
  assert_dutch (aj_form_get_head_type (), translations);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/headings/found", test_found);
  g_test_add_func ("/jobs/headings/dutch", test_dutch);
  return g_test_run ();
}
