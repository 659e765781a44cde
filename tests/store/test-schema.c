/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include <string.h>

#include "aj-record-type.h"
#include "aj-schema.h"

/* Two steps that follow the released ones: a rebuilt table with rows that refer to it, and a new column. */
static const char rebuild_district[] = "CREATE TABLE \"district_new\" (\"id\" TEXT PRIMARY KEY NOT "
                                       "NULL, \"revision\" INTEGER NOT NULL,"
                                       " \"name\" TEXT NOT NULL UNIQUE, \"lead\" TEXT REFERENCES "
                                       "\"person\" (\"id\") DEFERRABLE INITIALLY"
                                       " DEFERRED, \"notes\" TEXT, \"colour\" TEXT) STRICT;"
                                       "INSERT INTO \"district_new\" SELECT \"id\", \"revision\", "
                                       "\"name\", \"lead\", \"notes\", 'blue'"
                                       " FROM \"district\";"
                                       "DROP TABLE \"district\";"
                                       "ALTER TABLE \"district_new\" RENAME TO \"district\";";
static const char add_column[] = "ALTER TABLE \"person\" ADD COLUMN \"nickname\" TEXT;";

static char *
get_column (const AjField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

static const char *
get_sql_type (const AjField *field)
{
  switch (field->kind)
    {
    case AJ_FIELD_INTEGER:
    case AJ_FIELD_BOOLEAN:
      return "INTEGER";
    case AJ_FIELD_REAL:
      return "REAL";
    case AJ_FIELD_TEXT:
    case AJ_FIELD_DATE:
    case AJ_FIELD_TIME:
    case AJ_FIELD_WALL_TIME:
    case AJ_FIELD_CHOICE:
    case AJ_FIELD_REFERENCE:
    default:
      return "TEXT";
    }
}

/* The SQL with "@table", of the record type @type, and "@column" replaced. */
static char *
ask (const char *path, const char *sql, const char *type, const char *column)
{
  g_autoptr (GString) text = g_string_new (sql);
  g_autofree char *table = g_strdelimit (g_strdup (type), "-", '_');

  g_string_replace (text, "@table", table, 0);
  g_string_replace (text, "@column", column, 0);
  return raw_query (path, text->str);
}

static void
check_columns (const char *path, const AjRecordType *type)
{
  g_autoptr (GString) expected = g_string_new ("id|TEXT|1|1\nrevision|INTEGER|1|0");
  g_autofree char *found = ask (
      path, "SELECT name, type, \"notnull\", pk FROM pragma_table_info ('@table')", type->name, "");
  g_auto (GStrv) lines = g_strsplit (found, "\n", -1);

  g_assert_true (g_str_has_prefix (found, expected->str));
  g_assert_cmpuint (g_strv_length (lines), ==, type->n_fields + 2);
  /* In any order: a later step adds its columns at the end, wherever the field stands. */
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      g_autofree char *column = get_column (field);
      g_autofree char *line = g_strdup_printf ("%s|%s|%d|0", column, get_sql_type (field),
                                               (int) field->required);

      if (!g_strv_contains ((const char *const *) lines, line))
        g_error ("no column of \"%s\" is %s; there are: %s", type->name, line, found);
    }
}

static void
check_references (const char *path, const AjRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      g_autofree char *column = get_column (field);
      g_autofree char *target = g_strdelimit (g_strdup (field->target != NULL ? field->target : ""),
                                              "-", '_');
      g_autofree char *expected = field->kind == AJ_FIELD_REFERENCE
                                      ? g_strdup_printf ("%s|id|NO ACTION", target)
                                      : g_strdup ("");
      g_autofree char *found = ask (path,
                                    "SELECT \"table\", \"to\", on_delete FROM "
                                    "pragma_foreign_key_list ('@table') WHERE \"from\" = '@column'",
                                    type->name, column);
      g_autofree char *indexed = ask (
          path,
          "SELECT count (*) > 0 FROM pragma_index_list ('@table') AS l, pragma_index_info (l.name) "
          "AS i WHERE i.seqno = 0 AND i.name = '@column'",
          type->name, column);

      g_assert_cmpstr (found, ==, expected);
      if (field->kind == AJ_FIELD_REFERENCE)
        g_assert_cmpstr (indexed, ==, "1");
    }
}

static void
check_unique (const char *path, const AjRecordType *type)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *found = ask (
      path,
      "SELECT i.name FROM pragma_index_list ('@table') AS l, pragma_index_info (l.name) AS i, "
      "pragma_table_info ('@table') AS c WHERE l.\"unique\" AND l.origin = 'u' AND c.name = i.name "
      "ORDER BY c.cid",
      type->name, "");

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].unique)
      {
        g_autofree char *column = get_column (&type->fields[i]);

        g_string_append_printf (expected, "%s%s", expected->len > 0 ? "\n" : "", column);
      }
  g_assert_cmpstr (found, ==, expected->str);
}

/* The tables are written by hand and the field tables too: here they meet. */
static void
test_tables_match_fields (Fixture *fixture, gconstpointer data)
{
  aj_db_close (db_open (fixture->path, AJ_DB_OPEN_CREATE));
  for (guint i = 0; aj_record_types_all ()[i] != NULL; i++)
    {
      const AjRecordType *type = aj_record_types_all ()[i];
      g_autofree char *strict = ask (fixture->path,
                                     "SELECT strict FROM pragma_table_list ('@table')", type->name,
                                     "");

      g_test_message ("%s", type->name);
      g_assert_cmpstr (strict, ==, "1");
      check_columns (fixture->path, type);
      check_references (fixture->path, type);
      check_unique (fixture->path, type);
    }
}

/* What the two big lists ask for comes from an index alone, in order, without sorting. */
static void
test_indexes (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "SELECT id FROM meeting ORDER BY starts_at, id",
    "SELECT id FROM meeting WHERE starts_at >= '2026-01-01' ORDER BY starts_at, id",
    "SELECT id FROM meeting WHERE \"group\" = 'x' ORDER BY starts_at",
    "SELECT revision FROM edit WHERE author = 'x' ORDER BY revision DESC",
    "SELECT revision FROM change WHERE record = 'x' ORDER BY revision DESC",
  };

  aj_db_close (db_open (fixture->path, AJ_DB_OPEN_CREATE));
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", queries[i], NULL);
      g_autofree char *plan = raw_query (fixture->path, sql);

      g_test_message ("%s: %s", queries[i], plan);
      g_assert_nonnull (strstr (plan, "INDEX"));
      g_assert_null (strstr (plan, "TEMP B-TREE"));
    }
}

static void
test_references_wait_for_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);

  db_run (db, "INSERT INTO municipality (id, revision, code, name, district)"
              " VALUES ('m', 1, 'GM1', 'M', 'd');"
              "INSERT INTO district (id, revision, name, lead) VALUES ('d', 1, 'D', 'p');"
              "INSERT INTO person (id, revision, name) VALUES ('p', 1, 'P');");
  g_assert_cmpint (db_count_districts (db), ==, 1);
}

/* Everything that decides how a file behaves, as text: tables with their columns, references and indexes. */
static char *
get_shape (const char *path)
{
  return raw_query (
      path,
      "SELECT t.name, t.strict, c.name, c.type, c.\"notnull\", c.pk, c.dflt_value, f.\"table\","
      " (SELECT group_concat (x) FROM (SELECT l.origin || l.\"unique\" || i.seqno AS x"
      " FROM pragma_index_list (t.name) AS l, pragma_index_info (l.name) AS i"
      " WHERE i.name = c.name ORDER BY x))"
      " FROM pragma_table_list AS t, pragma_table_info (t.name) AS c"
      " LEFT JOIN pragma_foreign_key_list (t.name) AS f ON f.\"from\" = c.name"
      " WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid");
}

/* The types of record that the file has a table for; later schemas have more. */
static GPtrArray *
list_tables (const char *path)
{
  GPtrArray *tables = g_ptr_array_new ();

  for (guint i = 0; aj_record_types_all ()[i] != NULL; i++)
    {
      const char *name = aj_record_types_all ()[i]->name;
      g_autofree char *found =
          ask (path, "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name = '@table'",
               name, "");

      if (g_str_equal (found, "1"))
        g_ptr_array_add (tables, (char *) name);
    }
  return tables;
}

static char *
count_rows (const char *path, GPtrArray *tables)
{
  g_autofree char *edits = ask (path, "SELECT count (*) FROM edit", "", "");
  GString *counts = g_string_new (edits);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *count = ask (path, "SELECT count (*) FROM \"@table\"", tables->pdata[i], "");

      g_string_append_printf (counts, "|%s", count);
    }
  return g_string_free (counts, FALSE);
}

static void
migrate (Fixture *fixture, const char *name, guint version)
{
  g_autofree char *frozen = g_test_build_filename (G_TEST_DIST, "data", "db", name, NULL);
  g_autofree char *path = fixture_get_path (fixture, name);
  g_autofree char *fresh = fixture_get_path (fixture, "fresh.aanjager");
  g_autoptr (GBytes) bytes = read_bytes (frozen);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows_before = NULL, *rows_after = NULL, *shape = NULL, *fresh_shape = NULL;
  g_autoptr (GPtrArray) problems = NULL, tables = NULL;
  AjDb *db;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_get_integer (path, "PRAGMA user_version"), ==, version);
  tables = list_tables (path);
  g_assert_cmpuint (tables->len, >, 0);
  rows_before = count_rows (path, tables);
  /* A frozen file in which nothing is tests nothing. */
  g_assert_null (strstr (rows_before, "|0"));

  db = db_open (path, AJ_DB_OPEN_DEFAULT);
  problems = aj_db_check_integrity (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  aj_db_close (db);

  aj_db_close (db_open (fresh, AJ_DB_OPEN_CREATE));
  raw_assert_whole (path);
  g_assert_cmpint (raw_get_integer (path, "PRAGMA user_version"), ==, aj_schema_get_head ());
  rows_after = count_rows (path, tables);
  g_assert_cmpstr (rows_after, ==, rows_before);
  shape = get_shape (path);
  fresh_shape = get_shape (fresh);
  g_assert_cmpstr (shape, ==, fresh_shape);
}

/* What was there before it was raised, beside it, for its owner alone. */
static void
check_copy (Fixture *fixture, guint version)
{
  g_autofree char *name = g_strdup_printf ("v%u.before-schema-%u.db", version, version + 1);
  g_autofree char *copy = fixture_get_path (fixture, name);

  g_assert_cmpint (g_file_test (copy, G_FILE_TEST_EXISTS), ==, version < aj_schema_get_head ());
  if (version == aj_schema_get_head ())
    return;
  g_assert_cmpuint (get_mode (copy), ==, 0600);
  g_assert_cmpint (raw_get_integer (copy, "PRAGMA user_version"), ==, version);
  raw_assert_whole (copy);
}

/* Every schema that was ever released, from its frozen file to the newest. */
static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("v%u.db", version);

  migrate (fixture, name, version);
  check_copy (fixture, version);
}

/* What was known by its name says so from schema 7 on, in either language, and also where one meeting calls it otherwise. */
static void
test_known_steps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *frozen = g_test_build_filename (G_TEST_DIST, "data", "db", "v6.db", NULL);
  g_autofree char *path = fixture_get_path (fixture, "v6.db");
  g_autoptr (GBytes) bytes = read_bytes (frozen);
  g_autofree char *steps = NULL, *tasks = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  raw_exec (path, "UPDATE preparation_step SET name = 'Iets anders';"
                  "UPDATE preparation_step SET name = 'uitnodiging Versturen' WHERE id ="
                  " (SELECT min (id) FROM preparation_step);"
                  "UPDATE task SET kind = 'action', step = NULL, name = 'Fix the minutes';"
                  "UPDATE task SET kind = 'preparation', name = 'Allen weten het', step ="
                  " (SELECT min (id) FROM preparation_step) WHERE id ="
                  " (SELECT min (id) FROM task);"
                  "UPDATE task SET kind = 'preparation' WHERE id = (SELECT max (id) FROM task)");
  aj_db_close (db_open (path, AJ_DB_OPEN_DEFAULT));
  steps = raw_query (path, "SELECT group_concat (done_when) FROM preparation_step");
  tasks = raw_query (path, "SELECT group_concat (done_when) FROM"
                           " (SELECT done_when FROM task ORDER BY id)");
  g_assert_cmpstr (steps, ==, "invitation");
  g_assert_cmpstr (tasks, ==, "invitation,minutes-fixed");
}

static gboolean
upgrade (AjDb *db, const char *step, GError **error)
{
  g_auto (GStrv) released = aj_schema_load_steps ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) steps = NULL;

  g_strv_builder_addv (builder, (const char **) released);
  g_strv_builder_add (builder, step);
  g_strv_builder_add (builder, add_column);
  steps = g_strv_builder_end (builder);
  return aj_schema_upgrade (db, (const char *const *) steps, FALSE, error);
}

static char *
get_copy_path (Fixture *fixture, const char *counter)
{
  g_autofree char *name = g_strdup_printf ("Café 100%%41 #1? & co.before-schema-%u%s.aanjager",
                                           aj_schema_get_head () + 1, counter);

  return fixture_get_path (fixture, name);
}

static AjDb *
open_with_data (Fixture *fixture)
{
  AjDb *db = db_open (fixture->path, AJ_DB_OPEN_CREATE);

  db_add_district (db, "d1");
  db_run (db, "INSERT INTO municipality (id, revision, code, name, district)"
              " VALUES ('m', 1, 'GM1', 'M', 'd1')");
  return db;
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = open_with_data (fixture);
  g_autofree char *copy = get_copy_path (fixture, "");
  g_autofree char *second_copy = get_copy_path (fixture, "-2");
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;

  upgrade (db, rebuild_district, &error);
  g_assert_no_error (error);
  /* The municipality still belongs to its district: the rebuild ran without keys, and they are on again. */
  rows = raw_query (fixture->path,
                    "SELECT m.id, d.id, d.colour FROM municipality AS m JOIN district AS d"
                    " ON d.id = m.district");
  g_assert_cmpstr (rows, ==, "m|d1|blue");
  g_assert_cmpint (db_get_integer (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (raw_get_integer (fixture->path, "PRAGMA user_version"), ==,
                   aj_schema_get_head () + 2);
  raw_assert_whole (fixture->path);

  /* One copy for both steps, of the file as it was. */
  g_assert_cmpuint (get_mode (copy), ==, 0600);
  g_assert_cmpint (raw_get_integer (copy, "PRAGMA user_version"), ==, aj_schema_get_head ());
  g_assert_cmpint (raw_get_integer (copy, "SELECT count (*) FROM district"), ==, 1);
  raw_assert_whole (copy);
  g_assert_false (g_file_test (second_copy, G_FILE_TEST_EXISTS));
  /* And it goes on working with the new schema. */
  db_add_district (db, "d2");
}

/* A step that fails anywhere leaves the file, its number and the connection as they were. */
static void
test_failing_step (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int code;
  } cases[] = {
    { "CREATE TABLE half (x TEXT) STRICT; nonsense;", AJ_STORE_ERROR_FAILED },
    { "CREATE TABLE half (x TEXT) STRICT; DELETE FROM district;", AJ_STORE_ERROR_DAMAGED },
    { "CREATE TABLE half (x TEXT) STRICT; INSERT INTO district (id, revision, name)"
      " SELECT 'd9', 1, name FROM district;",
      AJ_STORE_ERROR_NOT_UNIQUE },
  };
  g_autoptr (AjDb) db = open_with_data (fixture);
  g_autofree char *copy = get_copy_path (fixture, "");
  g_autofree char *second_copy = get_copy_path (fixture, "-2");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (upgrade (db, cases[i].sql, &error));
      g_assert_error (error, AJ_STORE_ERROR, cases[i].code);
      g_assert_cmpint (raw_get_integer (fixture->path, "PRAGMA user_version"), ==,
                       aj_schema_get_head ());
      g_assert_cmpint (raw_get_integer (fixture->path,
                                        "SELECT count (*) FROM sqlite_schema WHERE name = 'half'"),
                       ==, 0);
      g_assert_cmpint (db_count_districts (db), ==, 1);
      g_assert_cmpint (db_get_integer (db, "PRAGMA foreign_keys"), ==, 1);
    }
  /* No copy is ever written over. */
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second_copy, G_FILE_TEST_EXISTS));
  db_add_district (db, "d2");
}

/* Without room or leave for the copy nothing is tried. */
static void
test_no_step_without_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = open_with_data (fixture);
  g_autofree char *copy = get_copy_path (fixture, "");
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (log, "somebody has it open", -1, &error);
  g_assert_no_error (error);
  g_assert_false (upgrade (db, rebuild_district, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_IN_USE);
  g_assert_cmpint (raw_get_integer (fixture->path, "PRAGMA user_version"), ==,
                   aj_schema_get_head ());
}

/* The program that still has the file open when a newer one raises it may read, but not write by rules it does not know. */
static void
test_raised_by_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) old = open_with_data (fixture);
  g_autoptr (AjDb) new = db_open (fixture->path, AJ_DB_OPEN_DEFAULT);
  g_autoptr (GError) error = NULL;

  upgrade (new, rebuild_district, &error);
  g_assert_no_error (error);
  g_assert_false (db_try (old, "UPDATE district SET name = 'x'", &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NEWER);
  g_clear_error (&error);
  /* Both at once: the second finds it done. */
  upgrade (new, rebuild_district, &error);
  g_assert_no_error (error);
  db_run (new, "UPDATE district SET name = 'y'");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/schema/tables-match-fields", test_tables_match_fields);
  fixture_add ("/store/schema/indexes", test_indexes);
  fixture_add ("/store/schema/references-wait-for-commit", test_references_wait_for_commit);
  for (guint i = 1; i <= aj_schema_get_head (); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/schema/frozen/%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_frozen,
                  fixture_tear_down);
    }
  fixture_add ("/store/schema/known-steps", test_known_steps);
  fixture_add ("/store/schema/step", test_step);
  fixture_add ("/store/schema/failing-step", test_failing_step);
  fixture_add ("/store/schema/no-step-without-copy", test_no_step_without_copy);
  fixture_add ("/store/schema/raised-by-another", test_raised_by_another);
  return g_test_run ();
}
