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
    { AJ_REFERENCE_MUNICIPALITIES_MIDDEN, "municipalities-midden-nederland.csv",
      &aj_municipality_record_type },
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
                                             AJ_REFERENCE_ORGANISATIONS,
                                             AJ_REFERENCE_MUNICIPALITIES_MIDDEN };

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

static const char *
get (AjCsv *csv, guint row, const char *column)
{
  return aj_csv_get (csv, row, (guint) aj_csv_find_column (csv, column));
}

/* The unit Midden-Nederland: the province of Utrecht, Flevoland, and Gooi en Vechtstreek. */
static void
test_midden (void)
{
  static const struct
  {
    const char *province;
    guint count;
  } provinces[] = { { "Utrecht", 26 }, { "Flevoland", 6 }, { "Noord-Holland", 7 } };
  g_autoptr (AjCsv) csv = aj_reference_load_table (AJ_REFERENCE_MUNICIPALITIES_MIDDEN, NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = aj_csv_get_n_rows (csv);

  g_assert_cmpuint (n_rows, ==, 39);
  for (guint i = 0; i < G_N_ELEMENTS (provinces); i++)
    {
      guint count = 0;

      for (guint row = 0; row < n_rows; row++)
        count += strcmp (get (csv, row, "province"), provinces[i].province) == 0;
      g_assert_cmpuint (count, ==, provinces[i].count);
    }
  for (guint row = 0; row < n_rows; row++)
    {
      const char *region = get (csv, row, "school_region");
      double latitude = g_ascii_strtod (get (csv, row, "latitude"), NULL);
      double longitude = g_ascii_strtod (get (csv, row, "longitude"), NULL);

      g_assert_true (g_hash_table_add (codes, (char *) get (csv, row, "code")));
      g_assert_true (g_regex_match_simple ("^GM[0-9]{4}$", get (csv, row, "code"), 0, 0));
      g_assert_true (g_str_equal (region, "Noord") || g_str_equal (region, "Midden"));
      g_assert_true (latitude > 51.8 && latitude < 52.8);
      g_assert_true (longitude > 4.8 && longitude < 5.8);
    }
}

/* A municipality of one region is none of the other. */
static void
test_regions_apart (void)
{
  g_autoptr (AjCsv) east = aj_reference_load_table (AJ_REFERENCE_MUNICIPALITIES, NULL);
  g_autoptr (AjCsv) middle = aj_reference_load_table (AJ_REFERENCE_MUNICIPALITIES_MIDDEN, NULL);

  for (guint i = 0; i < aj_csv_get_n_rows (east); i++)
    for (guint j = 0; j < aj_csv_get_n_rows (middle); j++)
      {
        g_assert_cmpstr (get (east, i, "code"), !=, get (middle, j, "code"));
        g_assert_cmpstr (get (east, i, "name"), !=, get (middle, j, "name"));
      }
}

static void
test_find_table (void)
{
  AjReferenceTable table = AJ_REFERENCE_MUNICIPALITIES;

  g_assert_true (aj_reference_find_table ("organisations", &table));
  g_assert_cmpint (table, ==, AJ_REFERENCE_ORGANISATIONS);
  g_assert_false (aj_reference_find_table ("atlantis", &table));
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
  g_test_add_func ("/jobs/reference/midden", test_midden);
  g_test_add_func ("/jobs/reference/regions-apart", test_regions_apart);
  g_test_add_func ("/jobs/reference/find-table", test_find_table);
  g_test_add_func ("/jobs/reference/holidays", test_holidays);
  g_test_add_func ("/jobs/reference/no-example", test_no_example);
  return g_test_run ();
}
