/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-reference.h"

/* (transfer full): the table as it lies in the source. */
static AjCsv *
load_source (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "reference",
                                            name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AjCsv *csv;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  csv = aj_csv_new (name, text, -1, &error);
  g_assert_no_error (error);
  return csv;
}

static void
test_tables (void)
{
  static const struct
  {
    AjReferenceTable table;
    const char *name;
    const AjRecordType *type;
  } cases[] = {
    { AJ_REFERENCE_MUNICIPALITIES, "municipalities.csv", &aj_municipality_record_type },
    { AJ_REFERENCE_ORGANISATIONS, "organisations.csv", &aj_organisation_record_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCsv) csv = aj_reference_load_table (cases[i].table, &error);
      g_autoptr (AjCsv) source = load_source (cases[i].name);

      g_assert_no_error (error);
      g_assert_true (aj_reference_get_record_type (cases[i].table) == cases[i].type);
      g_assert_cmpuint (aj_csv_get_n_rows (csv), ==, aj_csv_get_n_rows (source));
      g_assert_cmpuint (aj_csv_get_n_rows (csv), >, 0);
      for (guint column = 0; column < aj_csv_get_n_columns (csv); column++)
        {
          g_autofree char *field = g_strdelimit (g_strdup (aj_csv_get_column_name (csv, column)),
                                                 "_", '-');
          g_assert_cmpint (aj_record_type_find (cases[i].type, field), >=, 0);
        }
    }
}

/* Every cell is a value that its field takes. */
static void
test_values (void)
{
  static const AjReferenceTable tables[] = { AJ_REFERENCE_MUNICIPALITIES,
                                             AJ_REFERENCE_ORGANISATIONS };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (AjCsv) csv = aj_reference_load_table (tables[i], NULL);
      const AjRecordType *type = aj_reference_get_record_type (tables[i]);

      for (guint row = 0; row < aj_csv_get_n_rows (csv); row++)
        for (guint column = 0; column < aj_csv_get_n_columns (csv); column++)
          {
            g_autofree char *name = g_strdelimit (g_strdup (aj_csv_get_column_name (csv, column)),
                                                  "_", '-');
            const AjField *field = &type->fields[aj_record_type_find (type, name)];
            g_auto (AjValue) value = AJ_VALUE_INIT;
            g_autoptr (GError) error = NULL;

            aj_field_parse (field, aj_csv_get (csv, row, column), &value, &error);
            g_assert_no_error (error);
            aj_field_check (field, &value, &error);
            g_assert_no_error (error);
          }
    }
}

static void
test_holidays (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjHolidays) holidays = aj_reference_load_holidays (&error);
  g_autofree char *autumn = NULL;

  g_assert_no_error (error);
  autumn = aj_holidays_describe_school (holidays, aj_date_new (2025, 10, 14), AJ_SCHOOL_REGION_ALL,
                                        NULL);
  g_assert_cmpstr (autumn, ==, "herfstvakantie Zuid");
  g_assert_true (aj_holidays_covers (holidays, aj_date_new (2027, 3, 1), AJ_SCHOOL_REGION_ALL));
}

static void
test_no_example (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_reference_load_example ("atlantis", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/reference/tables", test_tables);
  g_test_add_func ("/jobs/reference/values", test_values);
  g_test_add_func ("/jobs/reference/holidays", test_holidays);
  g_test_add_func ("/jobs/reference/no-example", test_no_example);
  return g_test_run ();
}
