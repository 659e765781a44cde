/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-cli-fixture.h"

static void
write_file (Cli *self, const char *name, const char *text)
{
  g_autofree char *path = cli_get_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
read_file (Cli *self, const char *name)
{
  g_autofree char *path = cli_get_path (self, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static gint64
get_count (JsonNode *answer, const char *member)
{
  return json_object_get_int_member (json_node_get_object (answer), member);
}

static JsonObject *
get_row (JsonNode *answer, guint index)
{
  JsonArray *rows = json_object_get_array_member (json_node_get_object (answer), "rows");

  return json_array_get_object_element (rows, index);
}

static guint
count_records (Cli *self, const char *type)
{
  return json_array_get_length (json_node_get_array (cli_ask (self, "list", type, NULL)));
}

static const char *const types[] = { "district", "municipality", "organisation",  "person",
                                     "position", "edition",      "participation", "activity",
                                     "contact",  "group",        "seat",          "membership",
                                     "cycle",    "meeting" };

/* Every type, out and in again: into the same file nothing changes, into an empty one all of it is there. */
static void
test_round_trip (Cli *self, gconstpointer data)
{
  g_autofree char *file = g_strdup (self->file);
  guint counts[G_N_ELEMENTS (types)];

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *name = g_strconcat (types[i], ".csv", NULL);
      JsonNode *answer = cli_ask (self, "csv", "export", types[i], "--output", name,
                                  "--with-personal", NULL);

      counts[i] = (guint) get_count (answer, "written");
      g_assert_cmpint (get_count (answer, "left-out"), ==, 0);
      answer = cli_ask (self, "csv", "import", types[i], name, NULL);
      g_test_message ("%s", types[i]);
      g_assert_cmpint (get_count (answer, "same"), ==, counts[i]);
      g_assert_cmpint (get_count (answer, "taken"), ==, 0);
    }
  cli_run_bare (self, "new", "other.aanjager", "--example", "empty", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_free (self->file);
  self->file = cli_get_path (self, "other.aanjager");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *name = g_strconcat (types[i], ".csv", NULL);

      cli_do (self, "csv", "import", types[i], name, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *name = g_strconcat (types[i], ".csv", NULL);
      g_autofree char *before = read_file (self, name);
      g_autofree char *after = NULL;

      cli_do (self, "csv", "export", types[i], "--output", "again.csv", "--with-personal", NULL);
      after = read_file (self, "again.csv");
      g_assert_cmpuint (count_records (self, types[i]), ==, counts[i]);
      /* A lead who was made along with the district has an id of that moment. */
      if (!g_str_equal (types[i], "person"))
        g_assert_cmpstr (before, ==, after);
    }
}

static void
test_verdicts (Cli *self, gconstpointer data)
{
  JsonNode *answer;
  JsonObject *row;

  cli_do (self, "add", "organisation", "name=Saxion", "kind=education", NULL);
  cli_do (self, "add", "person", "name=Anna Jansen", "mail=anna@saxion.example", NULL);
  write_file (self, "p.csv",
              "Naam;E-mail;Organisatie;Kleur\r\nAnna Jansen;anna@saxion.example;Saxion;rood\r\n"
              "Jo Smit;;Nieuw BV;\r\n");
  answer = cli_ask (self, "csv", "import", "person", "p.csv", "--dry-run", NULL);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (answer), "stored"));
  g_assert_cmpint (get_count (answer, "new"), ==, 1);
  g_assert_cmpint (get_count (answer, "changed"), ==, 1);
  row = get_row (answer, 0);
  g_assert_cmpstr (json_object_get_string_member (row, "verdict"), ==, "changed");
  g_assert_cmpint (json_object_get_int_member (row, "line"), ==, 2);
  g_assert_cmpuint (count_records (self, "person"), ==, 1);

  cli_do (self, "csv", "import", "person", "p.csv", NULL);
  g_assert_nonnull (strstr (self->out, "Added along: Organisation “Nieuw BV”\n"));
  g_assert_nonnull (strstr (self->out, "Columns that are not imported: Kleur\n"));
  g_assert_true (g_str_has_suffix (self->out, "1 new, 1 changed\n"));
  g_assert_cmpuint (count_records (self, "person"), ==, 2);
  /* One import, one undo. */
  cli_do (self, "undo", NULL);
  g_assert_cmpuint (count_records (self, "person"), ==, 1);
  g_assert_cmpuint (count_records (self, "organisation"), ==, 1);
}

/* The register of another region, as Statistics Netherlands calls its columns: it comes in with its districts, a later one
 * changes what is another, and a municipality that is not in it stays. */
static void
test_register (Cli *self, gconstpointer data)
{
  JsonNode *answer;

  write_file (self, "register.csv",
              "Gemeentecode;GemeentecodeGM;Gemeentenaam;Provinciecode;Provincienaam;District;"
              "Inwoners;Vakantieregio;Breedtegraad\r\n"
              "344;GM0344;Utrecht;26;Utrecht;Utrecht-Stad;376.435;midden;52,0907\r\n"
              "307;GM0307;Amersfoort;26;Utrecht;Oost-Utrecht;161000;Midden;\r\n"
              "313;GM0313;Bunschoten;26;Utrecht;Oost-Utrecht;;;\r\n");
  answer = cli_ask (self, "csv", "import", "municipality", "register.csv", NULL);
  g_assert_cmpint (get_count (answer, "new"), ==, 3);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (answer), "stored"));
  g_assert_cmpuint (count_records (self, "municipality"), ==, 3);
  g_assert_cmpuint (count_records (self, "district"), ==, 2);
  cli_do (self, "--json", "list", "municipality", "--where", "code=GM0344", NULL);
  g_assert_nonnull (strstr (self->out, "376435"));

  write_file (self, "later.csv", "code,name,district\n344,Utrecht,Utrecht\n307,Amersfoort,\n");
  answer = cli_ask (self, "csv", "import", "municipality", "later.csv", NULL);
  g_assert_cmpint (get_count (answer, "changed"), ==, 1);
  g_assert_cmpint (get_count (answer, "same"), ==, 1);
  g_assert_cmpuint (count_records (self, "municipality"), ==, 3);
  g_assert_cmpuint (count_records (self, "district"), ==, 3);
  cli_do (self, "undo", NULL);
  cli_do (self, "undo", NULL);
  g_assert_cmpuint (count_records (self, "municipality"), ==, 0);
  g_assert_cmpuint (count_records (self, "district"), ==, 0);
}

/* A script does not import half a file without having said so. */
static void
test_refused (Cli *self, gconstpointer data)
{
  write_file (self, "p.csv", "name,mail\nJo Smit,jo\nEls Mol,els@x.example\n");
  cli_run (self, "csv", "import", "person", "p.csv", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_nonnull (strstr (self->out, "“jo” is not a mail address."));
  g_assert_cmpstr (self->err, ==,
                   "aanjager-cli: csv import: 1 row is refused, so nothing was stored (p.csv). "
                   "Correct them, or add --partly to import the others.\n");
  g_assert_cmpuint (count_records (self, "person"), ==, 0);
  cli_run (self, "csv", "import", "person", "p.csv", "--dry-run", NULL);
  g_assert_cmpint (self->status, ==, 1);
  cli_do (self, "csv", "import", "person", "p.csv", "--partly", NULL);
  g_assert_cmpuint (count_records (self, "person"), ==, 1);
}

static void
test_doubtful (Cli *self, gconstpointer data)
{
  write_file (self, "p.csv", "name,mail\nJo Smit,info@x.example\nEls Mol,info@x.example\n");
  cli_run (self, "csv", "import", "person", "p.csv", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_nonnull (strstr (self->out, "new, left out"));
  g_assert_nonnull (strstr (self->err, "1 row is doubtful"));
  cli_do (self, "csv", "import", "person", "p.csv", "--partly", NULL);
  g_assert_cmpuint (count_records (self, "person"), ==, 1);
  cli_do (self, "csv", "import", "person", "p.csv", "--doubtful", NULL);
  g_assert_cmpuint (count_records (self, "person"), ==, 2);
}

static void
test_formats (Cli *self, gconstpointer data)
{
  static const struct
  {
    const char *format;
    const char *begin;
  } cases[] = {
    { "csv", "name,function,organisation," },
    { "excel", "\xef\xbb\xbfName," },
    { "outlook-nl", "Voornaam,Middelste naam,Achternaam," },
    { "outlook-en", "First Name," },
    { "vcard", "BEGIN:VCARD\r\nVERSION:4.0\r\n" },
    { "vcard3", "BEGIN:VCARD\r\nVERSION:3.0\r\n" },
  };
  g_autofree char *cards = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      cli_do (self, "csv", "export", "person", "-o", "x", "--format", cases[i].format, NULL);
      text = read_file (self, "x");
      g_assert_true (g_str_has_prefix (text, cases[i].begin));
    }
  cli_do (self, "csv", "export", "person", "-o", "x.vcf", NULL);
  cards = read_file (self, "x.vcf");
  g_assert_true (g_str_has_prefix (cards, "BEGIN:VCARD\r\nVERSION:4.0\r\n"));
  cli_do (self, "csv", "import", "person", "x.vcf", NULL);
  g_assert_null (strstr (self->out, "new"));
}

static void
test_without_personal (Cli *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  JsonNode *answer;

  cli_do (self, "add", "person", "name=Anna Jansen", "mail=anna@x.example", NULL);
  answer = cli_ask (self, "csv", "export", "person", "-o", "x.csv", NULL);
  g_assert_cmpint (get_count (answer, "left-out"), ==, 1);
  text = read_file (self, "x.csv");
  g_assert_null (strstr (text, "Anna"));
  g_assert_null (strstr (text, "notes"));
  cli_do (self, "csv", "export", "person", "-o", "x.csv", NULL);
  g_assert_nonnull (strstr (self->out, "--with-personal"));
  cli_do (self, "csv", "export", "person", "-o", "x.csv", "--with-personal", NULL);
  g_free (text);
  text = read_file (self, "x.csv");
  g_assert_nonnull (strstr (text, "anna@x.example"));
}

/* Notes of what is not a person may name one. */
static void
test_notes_left_out (Cli *self, gconstpointer data)
{
  g_autofree char *shared = NULL;
  g_autofree char *whole = NULL;

  cli_do (self, "add", "organisation", "name=Bieb", "kind=library",
          "notes=Contact: Anna de Vries, 06-12345678", NULL);
  cli_do (self, "csv", "export", "organisation", "-o", "x.csv", NULL);
  shared = read_file (self, "x.csv");
  g_assert_nonnull (strstr (shared, "Bieb"));
  g_assert_null (strstr (shared, "Anna"));
  cli_do (self, "csv", "export", "organisation", "-o", "x.csv", "--with-personal", NULL);
  whole = read_file (self, "x.csv");
  g_assert_nonnull (strstr (whole, "Anna de Vries"));
}

static void
test_wrong (Cli *self, gconstpointer data)
{
  cli_run (self, "csv", "export", "person", NULL);
  cli_assert_refused (self, 2, "*--output FILE*");
  cli_run (self, "csv", "export", "kleur", "-o", "x", NULL);
  cli_assert_refused (self, 2, "*no record type*");
  cli_run (self, "csv", "export", "person", "-o", "x", "--format", "xlsx", NULL);
  cli_assert_refused (self, 2, "*no such format*");
  cli_run (self, "csv", "export", "group", "-o", "x.vcf", NULL);
  cli_assert_refused (self, 2, "*Only people*");
  cli_run (self, "csv", "export", "group", "-o", "nowhere/x.csv", NULL);
  cli_assert_refused (self, 1, "*folder*");
  cli_run (self, "csv", "import", "person", "nowhere.csv", NULL);
  cli_assert_refused (self, 1, "*nowhere.csv*");
  /* The file that is read is what is wrong, not the one it was to go into. */
  g_assert_null (strstr (self->err, ".aanjager"));
  write_file (self, "x.csv", "PK\x03\x04");
  cli_run (self, "csv", "import", "person", "x.csv", NULL);
  cli_assert_refused (self, 1, "*x.csv*");
  write_file (self, "x.csv", "name,mail\n");
  cli_do (self, "csv", "import", "person", "x.csv", NULL);
  g_assert_cmpstr (self->out, ==, "There are no rows in this file.\n");
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/csv/round-trip", Cli, NULL, cli_set_up_example, test_round_trip, cli_tear_down);
  g_test_add ("/cli/csv/verdicts", Cli, NULL, cli_set_up_empty, test_verdicts, cli_tear_down);
  g_test_add ("/cli/csv/register", Cli, NULL, cli_set_up_empty, test_register, cli_tear_down);
  g_test_add ("/cli/csv/refused", Cli, NULL, cli_set_up_empty, test_refused, cli_tear_down);
  g_test_add ("/cli/csv/doubtful", Cli, NULL, cli_set_up_empty, test_doubtful, cli_tear_down);
  g_test_add ("/cli/csv/formats", Cli, NULL, cli_set_up_example, test_formats, cli_tear_down);
  g_test_add ("/cli/csv/notes-left-out", Cli, NULL, cli_set_up_example, test_notes_left_out,
              cli_tear_down);
  g_test_add ("/cli/csv/without-personal", Cli, NULL, cli_set_up_example, test_without_personal,
              cli_tear_down);
  g_test_add ("/cli/csv/wrong", Cli, NULL, cli_set_up_empty, test_wrong, cli_tear_down);
  return g_test_run ();
}
