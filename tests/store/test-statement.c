/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include <locale.h>
#include <string.h>
#include <unistd.h>

static void
test_error_causes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int code;
    const char *says;
  } cases[] = {
    { "INSERT INTO district (id, revision, name) VALUES ('b', 1, 'District a')",
      AJ_STORE_ERROR_NOT_UNIQUE, "there already" },
    { "INSERT INTO district (id, revision, name) VALUES ('a', 1, 'Other')",
      AJ_STORE_ERROR_NOT_UNIQUE, "there already" },
    { "INSERT INTO municipality (id, revision, code, name) VALUES ('x', 1, 'GM1', 'x'),"
      " ('y', 1, 'GM1', 'y')",
      AJ_STORE_ERROR_NOT_UNIQUE, "there already" },
    { "INSERT INTO district (id, revision, name, lead) VALUES ('b', 1, 'B', 'nobody')",
      AJ_STORE_ERROR_REFERENCED, "refer" },
    { "DELETE FROM district", AJ_STORE_ERROR_REFERENCED, "refer" },
    { "INSERT INTO district (id, revision) VALUES ('b', 1)", AJ_STORE_ERROR_FAILED, "NOT NULL" },
    { "INSERT INTO district (id, revision, name) VALUES ('b', 'one', 'B')", AJ_STORE_ERROR_FAILED,
      "INTEGER" },
    { "INSERT INTO nowhere VALUES (1)", AJ_STORE_ERROR_FAILED, "no such table" },
    /* Text in double quotes is a name, and nothing else. */
    { "UPDATE district SET notes = \"text\"", AJ_STORE_ERROR_FAILED, "no such column" },
  };
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);

  db_add_district (db, "a");
  db_run (db, "INSERT INTO \"group\" (id, revision, name, kind, district)"
              " VALUES ('g', 1, 'G', 'platform', 'a')");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      g_assert_false (db_try (db, cases[i].sql, &error));
      g_assert_error (error, AJ_STORE_ERROR, cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_cmpint (db_count_districts (db), ==, 1);
    }
}

static gboolean
fail_body (AjDb *db, gpointer user_data, GError **error)
{
  g_assert_true (aj_db_exec (db, "INSERT INTO district (id, revision, name) VALUES ('z', 1, 'Z')",
                             "test", error));
  g_assert_cmpint (aj_db_get_changed_rows (db), ==, 1);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a rule");
  return FALSE;
}

static gboolean
nest_body (AjDb *db, gpointer user_data, GError **error)
{
  return db_try (db, "DELETE FROM district", error);
}

static gboolean
read_inside_body (AjDb *db, gpointer user_data, GError **error)
{
  return aj_db_read (db, user_data, NULL, error);
}

static gboolean
count_body (AjDb *db, gpointer user_data, GError **error)
{
  return db_count_districts (db) == 1;
}

static void
test_transactions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (GError) error = NULL;

  db_add_district (db, "a");
  g_assert_false (aj_db_write (db, fail_body, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_assert_cmpint (db_count_districts (db), ==, 1);

  g_assert_true (aj_db_write (db, read_inside_body, count_body, &error));
  g_assert_no_error (error);

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*inside a transaction*");
  g_assert_false (aj_db_write (db, nest_body, NULL, &error));
  g_test_assert_expected_messages ();
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*inside a transaction*");
  g_assert_false (aj_db_read (db, nest_body, NULL, &error));
  g_test_assert_expected_messages ();
  g_clear_error (&error);
  /* Writing on one's own is not possible. */
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*outside aj_db_write*");
  g_assert_false (aj_db_exec (db, "DELETE FROM district", "test", &error));
  g_test_assert_expected_messages ();
  g_assert_cmpint (db_count_districts (db), ==, 1);
}

/* Two connections see one moment each while they read, and each other's commits afterwards. */
static gboolean
snapshot_body (AjDb *db, gpointer user_data, GError **error)
{
  gint64 before = db_count_districts (db);

  db_add_district (user_data, "b");
  return db_count_districts (db) == before;
}

static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (AjDb) other = db_open (fixture->path, AJ_DB_OPEN_DEFAULT);
  g_autoptr (GError) error = NULL;
  gint64 version, later;

  g_assert_true (aj_db_get_data_version (db, &version, &error));
  db_add_district (db, "a");
  g_assert_true (aj_db_get_data_version (db, &later, &error));
  g_assert_cmpint (later, ==, version);
  g_assert_true (aj_db_read (db, snapshot_body, other, &error));
  g_assert_cmpint (db_count_districts (db), ==, 2);
  g_assert_true (aj_db_get_data_version (db, &later, &error));
  g_assert_cmpint (later, !=, version);
}

static gboolean
busy_body (AjDb *db, gpointer user_data, GError **error)
{
  AjDb *other = user_data;
  g_autoptr (GError) local_error = NULL;

  aj_db_set_patience (other, 50);
  g_assert_false (db_try (other, "DELETE FROM district", &local_error));
  g_assert_error (local_error, AJ_STORE_ERROR, AJ_STORE_ERROR_BUSY);
  return TRUE;
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (AjDb) other = db_open (fixture->path, AJ_DB_OPEN_DEFAULT);
  g_autoptr (GError) error = NULL;

  db_add_district (db, "a");
  g_assert_true (aj_db_write (db, busy_body, other, &error));
  g_assert_no_error (error);
  db_run (other, "DELETE FROM district");
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (db, "SELECT ?1, ?2, ?3, ?4, ?5", "test",
                                                     &error);
  AjValue values[3] = { AJ_VALUE_INIT, AJ_VALUE_INIT, AJ_VALUE_INIT };

  aj_value_set_text (&values[0], "Zoë 👩‍💻 'x'; --");
  aj_value_set_integer (&values[1], G_MININT64);
  aj_value_set_real (&values[2], 52.2297);
  for (int i = 0; i < 3; i++)
    aj_statement_bind_value (statement, i + 1, &values[i]);
  aj_statement_bind_text (statement, 4, NULL);
  aj_statement_bind_integer (statement, 5, -1);
  g_assert_true (aj_statement_step (statement, &error));
  for (int i = 0; i < 3; i++)
    {
      g_auto (AjValue) found = AJ_VALUE_INIT;

      aj_statement_get_value (statement, i, &found);
      g_assert_true (aj_value_equal (&found, &values[i]));
      g_assert_false (aj_statement_is_null (statement, i));
      aj_value_clear (&values[i]);
    }
  g_assert_null (aj_statement_get_text (statement, 3));
  g_assert_true (aj_statement_is_null (statement, 3));
  g_assert_cmpint (aj_statement_get_integer (statement, 4), ==, -1);
  /* The end stays the end until it is reset. */
  g_assert_false (aj_statement_step (statement, &error));
  g_assert_false (aj_statement_step (statement, &error));
  g_assert_no_error (error);
  aj_statement_reset (statement);
  g_assert_true (aj_statement_step (statement, &error));
  aj_statement_reset (statement);
  aj_statement_bind_integer (statement, 6, 1);
  g_assert_false (aj_statement_step (statement, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED);
}

static void
test_statements (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (GError) error = NULL;
  AjStatement *first = aj_db_prepare (db, "SELECT ?1", "test", &error);
  AjStatement *second = aj_db_prepare (db, "SELECT ?1", "test", &error);

  /* Nobody steps on what somebody else has in hand. */
  g_assert_true (first != second);
  aj_statement_bind_text (first, 1, "first");
  g_assert_true (aj_statement_step (first, &error));
  aj_statement_bind_text (second, 1, "second");
  g_assert_true (aj_statement_step (second, &error));
  g_assert_cmpstr (aj_statement_get_text (first, 0), ==, "first");
  aj_statement_free (first);
  aj_statement_free (second);
  /* It comes back without what was bound to it. */
  first = aj_db_prepare (db, "SELECT ?1", "test", &error);
  g_assert_true (aj_statement_step (first, &error));
  g_assert_true (aj_statement_is_null (first, 0));
  aj_statement_free (first);
  /* More of them than the cache holds, twice. */
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %u", i % 250);

      g_assert_cmpint (db_get_integer (db, sql), ==, i % 250);
    }
  g_assert_null (aj_db_prepare (db, "SELECT nonsense", "test", &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED);
}

static gpointer
cancel_thread (gpointer data)
{
  g_usleep (50000);
  g_cancellable_cancel (data);
  return NULL;
}

static const char endless[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                              " SELECT count (*) FROM n";

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (db, endless, "test", &error);
  GThread *thread;

  aj_db_set_cancellable (db, cancellable);
  thread = g_thread_new ("cancel", cancel_thread, cancellable);
  g_assert_false (aj_statement_step (statement, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_clear_error (&error);
  g_assert_false (db_try (db, "DELETE FROM district", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  aj_db_set_cancellable (db, NULL);
  db_add_district (db, "a");

  /* In the middle of writing: everything is taken back. */
  g_cancellable_reset (cancellable);
  g_clear_error (&error);
  aj_db_set_cancellable (db, cancellable);
  thread = g_thread_new ("cancel", cancel_thread, cancellable);
  g_assert_false (db_try (db,
                          "DELETE FROM district; WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT"
                          " i + 1 FROM n) INSERT INTO person (id, revision, name)"
                          " SELECT i, 1, 'x' FROM n",
                          &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  aj_db_set_cancellable (db, NULL);
  g_assert_cmpint (db_count_districts (db), ==, 1);
  g_assert_cmpint (db_get_integer (db, "SELECT count (*) FROM person"), ==, 0);
}

static void
test_fold (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text, *folded;
  } cases[] = {
    { "", "" },          { "Zoë", "zoe" },  { "ZOE", "zoe" },         { "Özdemir", "ozdemir" },
    { " a  b ", "a b" }, { "a\nb", "a b" }, { "50% 'x'", "50% 'x'" },
  };
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjStatement) statement = aj_db_prepare (db, "SELECT aj_fold (?1)", "test", &error);

      aj_statement_bind_text (statement, 1, cases[i].text);
      g_assert_true (aj_statement_step (statement, &error));
      g_assert_cmpstr (aj_statement_get_text (statement, 0), ==, cases[i].folded);
    }
  g_assert_cmpint (db_get_integer (db, "SELECT aj_fold (NULL) IS NULL"), ==, 1);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AjDb) db = db_open (fixture->path, AJ_DB_OPEN_CREATE);
  g_autofree char *long_name = g_strnfill (400, 'b');
  const char *const names[] = { "Aalten", "almelo",   "Ärzen",  "Borne", long_name,
                                "Épe",    "Eibergen", "zwolle", "Zwolle" };
  g_autofree char *old = g_strdup (setlocale (LC_COLLATE, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStatement) list = NULL;
  g_autoptr (GString) order = g_string_new (NULL);

  if (setlocale (LC_COLLATE, "nl_NL.UTF-8") == NULL)
    {
      g_test_skip ("the Dutch locale is not installed");
      return;
    }
  db_run (db, "CREATE TEMP TABLE names (name TEXT)");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO names VALUES ('%s')", names[i]);

      db_run (db, sql);
    }
  list = aj_db_prepare (db, "SELECT substr (name, 1, 8) FROM names ORDER BY name COLLATE AJ_LOCALE",
                        "test", &error);
  while (aj_statement_step (list, &error))
    g_string_append_printf (order, "%s ", aj_statement_get_text (list, 0));
  setlocale (LC_COLLATE, old);
  g_assert_no_error (error);
  g_assert_cmpstr (order->str, ==,
                   "Aalten almelo Ärzen bbbbbbbb Borne Eibergen Épe zwolle Zwolle ");
}

static void
test_quote_name (void)
{
  static const char *const cases[][2] = {
    { "starts-at", "\"starts_at\"" },
    { "group", "\"group\"" },
    { "a\"b", "\"a\"\"b\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = aj_db_quote_name (cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/statement/error-causes", test_error_causes);
  fixture_add ("/store/statement/transactions", test_transactions);
  fixture_add ("/store/statement/snapshot", test_snapshot);
  fixture_add ("/store/statement/busy", test_busy);
  fixture_add ("/store/statement/values", test_values);
  fixture_add ("/store/statement/statements", test_statements);
  fixture_add ("/store/statement/cancel", test_cancel);
  fixture_add ("/store/statement/fold", test_fold);
  fixture_add ("/store/statement/order", test_order);
  g_test_add_func ("/store/statement/quote-name", test_quote_name);
  return g_test_run ();
}
