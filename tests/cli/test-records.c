/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-cli-fixture.h"
#include "aj-record-type.h"

static const char *
get_member (JsonNode *node, const char *name)
{
  JsonNode *member = json_object_get_member (json_node_get_object (node), name);

  g_assert_nonnull (member);
  return json_node_is_null (member) ? NULL : json_node_get_string (member);
}

static void
test_types (Cli *self, gconstpointer data)
{
  JsonArray *types = json_node_get_array (cli_ask (self, "types", NULL));
  guint n_types = 0;

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      JsonObject *object = json_array_get_object_element (types, n_types++);

      g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, (*type)->name);
    }
  g_assert_cmpuint (json_array_get_length (types), ==, n_types);
  cli_do (self, "types", NULL);
  g_assert_cmpuint (cli_count_lines (self->out), ==, n_types + 1);
}

static void
test_fields (Cli *self, gconstpointer data)
{
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      JsonArray *fields = json_node_get_array (cli_ask (self, "fields", (*type)->name, NULL));

      g_assert_cmpuint (json_array_get_length (fields), ==, (*type)->n_fields);
      for (guint i = 0; i < (*type)->n_fields; i++)
        {
          JsonObject *object = json_array_get_object_element (fields, i);
          const AjField *field = &(*type)->fields[i];

          g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, field->name);
          g_assert_cmpint (json_object_get_boolean_member (object, "required"), ==,
                           field->required);
          g_assert_cmpint (json_object_has_member (object, "choices"), ==, field->choices != NULL);
        }
      cli_do (self, "fields", (*type)->name, NULL);
      g_assert_cmpuint (cli_count_lines (self->out), ==, (*type)->n_fields + 1);
    }
}

/* Every type can be listed, and every record shown, in both forms. */
static void
test_list_and_show (Cli *self, gconstpointer data)
{
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      JsonArray *records = json_node_get_array (cli_ask (self, "list", (*type)->name, NULL));
      guint n_records = json_array_get_length (records);
      g_autofree char *id = NULL;
      JsonNode *shown;

      if (n_records > 0)
        id = g_strdup (
            json_object_get_string_member (json_array_get_object_element (records, 0), "id"));
      cli_do (self, "list", (*type)->name, NULL);
      g_assert_cmpuint (cli_count_lines (self->out), ==, n_records + 1);
      if (id == NULL)
        continue;
      g_assert_nonnull (strstr (self->out, id));
      shown = cli_ask (self, "show", (*type)->name, id, NULL);
      g_assert_cmpstr (get_member (shown, "id"), ==, id);
      g_assert_cmpuint (json_object_get_size (json_node_get_object (shown)), ==,
                        (*type)->n_fields + 1);
      cli_do (self, "show", (*type)->name, id, NULL);
      g_assert_nonnull (strstr (self->out, id));
    }
}

static void
test_kinds_in_json (Cli *self, gconstpointer data)
{
  JsonObject *municipality = json_node_get_object (
      cli_ask (self, "show", "municipality", "GM0150", NULL));

  g_assert_cmpstr (json_object_get_string_member (municipality, "name"), ==, "Deventer");
  g_assert_cmpstr (json_object_get_string_member (municipality, "school-region"), ==, "noord");
  g_assert_cmpint (json_object_get_int_member (municipality, "population"), ==, 105000);
  g_assert_cmpfloat (json_object_get_double_member (municipality, "latitude"), ==, 52.27);
  g_assert_true (json_object_get_null_member (municipality, "notes"));
}

/* (transfer full): the first line, with one space between its words. */
static char *
dup_headings (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  g_autoptr (GRegex) gaps = g_regex_new (" +", 0, 0, NULL);

  return g_regex_replace (gaps, line, -1, 0, " ", 0, NULL);
}

/* What people look for first in a list of what surrounds a meeting: when it is, who does it, how it stands. */
static void
test_columns (Cli *self, gconstpointer data)
{
  static const struct
  {
    const char *words[8]; /* that add one */
    const char *headings;
    const char *cells[5];
  } cases[] = {
    { { "task", "group=Expertteam Cyber", "name=Bellen", "due=2026-03-20",
        "assignee=Aanjager MKB" },
      "Due What Who State Group Id",
      { "Fri 20 Mar 2026", "Bellen", "Aanjager MKB", "to do" } },
    { { "agenda-item", "group=Expertteam Cyber", "meeting=2027-03-11", "name=Film",
        "speaker=Aanjager MKB" },
      "Meeting What Kind Length (minutes) Speaker State Group Id",
      { "Expertteam Cyber, Thu 11 Mar 2027, 10:00", "Film", "15", "Aanjager MKB" } },
    { { "attendance", "meeting=2027-03-11", "person=Aanjager MKB", "answer=yes" },
      "Meeting Person Invited as Answer Id",
      { "Expertteam Cyber, Thu 11 Mar 2027, 10:00", "Aanjager MKB", "yes" } },
    { { "decision", "group=Expertteam Cyber", "year=2026", "number=1", "text=Overal HackShield",
        "meeting=2027-03-11" },
      "Year Decision number Decision Group Meeting State Id",
      { "2026", "Overal HackShield", "in force" } },
    { { "document", "name=Handreiking", "meeting=2027-03-11" },
      "Title Discussed at Id",
      { "Handreiking", "Expertteam Cyber, Thu 11 Mar 2027, 10:00" } },
    { { "absence", "person=Aanjager MKB", "from=2027-03-01", "notes=Reis" },
      "Person From Notes Id",
      { "Aanjager MKB", "Mon 1 Mar 2027", "Reis" } },
    { { "preparation-step", "cycle=Expertteam Cyber", "name=Zaal huren", "days=-99", "role=host" },
      "Cycle Days from the meeting What In the role of Id",
      { "Expertteam Cyber", "-99", "Zaal huren" } },
    { { "standing-item", "cycle=Expertteam Cyber", "name=Rondje" },
      "Cycle What Kind Length (minutes) Id",
      { "Expertteam Cyber", "Rondje" } },
    { { "mail-text", "use=agenda", "subject=De agenda", "body=Beste mensen," },
      "For Subject Text Id",
      { "agenda", "De agenda", "Beste mensen," } },
  };

  cli_do (self, "add", "person", "name=Aanjager MKB", NULL);
  cli_do (self, "add", "meeting", "group=Expertteam Cyber", "starts-at=2027-03-11T10:00",
          "ends-at=2027-03-11T12:00", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *words[16] = { "--data", self->file, "add" };
      g_autofree char *headings = NULL;

      for (guint j = 0; cases[i].words[j] != NULL; j++)
        words[j + 3] = cases[i].words[j];
      cli_run_words (self, words);
      g_assert_cmpstr (self->err, ==, "");
      cli_do (self, "list", cases[i].words[0], NULL);
      g_test_message ("%s", self->out);
      headings = dup_headings (self->out);
      g_assert_cmpstr (headings, ==, cases[i].headings);
      for (guint j = 0; cases[i].cells[j] != NULL; j++)
        g_assert_nonnull (strstr (self->out, cases[i].cells[j]));
    }
}

static guint
count_where (Cli *self, const char *type, const char *first, const char *second)
{
  JsonNode *answer = second != NULL
                         ? cli_ask (self, "list", type, "--where", first, "--where", second, NULL)
                         : cli_ask (self, "list", type, "--where", first, NULL);

  return json_array_get_length (json_node_get_array (answer));
}

static void
test_where (Cli *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *by_id = NULL;
  guint n_twente;

  id = g_strdup (get_member (cli_ask (self, "show", "district", "Twente", NULL), "id"));
  by_id = g_strdup_printf ("district=%s", id);
  n_twente = count_where (self, "municipality", "district=Twente", NULL);
  g_assert_cmpuint (n_twente, >, 0);
  g_assert_cmpuint (count_where (self, "municipality", by_id, NULL), ==, n_twente);
  g_assert_cmpuint (count_where (self, "municipality", "district=Twente", "province=Overijssel"),
                    ==, n_twente);
  g_assert_cmpuint (count_where (self, "municipality", "district=Twente", "province=Gelderland"),
                    ==, 0);
  g_assert_cmpuint (count_where (self, "municipality", "name=Deventer", NULL), ==, 1);
  g_assert_cmpuint (count_where (self, "municipality", "population=105000", NULL), ==, 1);
  g_assert_cmpuint (count_where (self, "municipality", "population>=105000", "name=Deventer"), ==,
                    1);
  g_assert_cmpuint (count_where (self, "municipality", "population<=104999", "name=Deventer"), ==,
                    0);
  g_assert_cmpuint (count_where (self, "meeting", "starts-at>=2026-01-01", "starts-at<=2025-12-31"),
                    ==, 0);
  cli_run (self, "list", "municipality", "--where", "name<=Deventer", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: list: Only days, times and numbers*");
  g_assert_cmpuint (count_where (self, "municipality", "latitude=52.27", "name=Deventer"), ==, 1);
  g_assert_cmpuint (count_where (self, "municipality", "latitude=52.28", "name=Deventer"), ==, 0);
  g_assert_cmpuint (count_where (self, "person", "role-mailbox=no", NULL), ==, 0);
  g_assert_cmpuint (count_where (self, "group", "district=", "kind=expert-team"), ==, 1);
}

static void
test_sort_and_limit (Cli *self, gconstpointer data)
{
  JsonArray *most = json_node_get_array (
      cli_ask (self, "list", "municipality", "--sort", "-population", "--limit", "2", NULL));

  g_assert_cmpuint (json_array_get_length (most), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (most, 0), "name"),
                   ==, "Nijmegen");
  most = json_node_get_array (
      cli_ask (self, "list", "municipality", "--sort", "population", "--limit", "1", NULL));
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (most, 0), "name"),
                   ==, "Rozendaal");
  most = json_node_get_array (
      cli_ask (self, "list", "municipality", "--where", "latitude=52.29", "--limit", "1", NULL));
  g_assert_cmpuint (json_array_get_length (most), ==, 1);
}

static void
assert_on (Cli *self, const char *type, const char *name, const char *day, guint expected)
{
  g_autofree char *where = g_strconcat ("name=", name, NULL);
  JsonNode *list = cli_ask (self, "list", type, "--where", where, "--on", day, NULL);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (list)), ==, expected);
}

/* The first and the last day count; who has neither is always there. */
static void
test_on_a_day (Cli *self, gconstpointer data)
{
  cli_do (self, "set", "municipality", "Zwolle", "valid-from=2025-01-01", "valid-until=2026-12-31",
          NULL);
  assert_on (self, "municipality", "Zwolle", "2024-12-31", 0);
  assert_on (self, "municipality", "Zwolle", "2025-01-01", 1);
  assert_on (self, "municipality", "Zwolle", "31-12-2026", 1);
  assert_on (self, "municipality", "Zwolle", "2027-01-01", 0);
  assert_on (self, "municipality", "Deventer", "1950-01-01", 1);
  /* People only have a last day. */
  cli_do (self, "add", "person", "name=Anna", "left-on=2026-06-30", NULL);
  assert_on (self, "person", "Anna", "1950-01-01", 1);
  assert_on (self, "person", "Anna", "2026-06-30", 1);
  assert_on (self, "person", "Anna", "2026-07-01", 0);
  cli_do (self, "list", "municipality", "--on", "2027-01-01", NULL);
  g_assert_null (strstr (self->out, "Zwolle"));
  cli_run (self, "list", "district", "--on", "2026-01-01", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: list: Records of “district” have no first*");
  cli_run (self, "list", "municipality", "--on", "2026-02-30", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: list: This is not a date (2026-02-30)*");
}

static void
test_add_set_remove (Cli *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  JsonNode *shown;

  cli_do (self, "add", "meeting", "group=Expertteam Cyber", "starts-at=2026-03-12T10:00",
          "ends-at=2026-03-12T12:00", "theme=Phishing = niet leuk", NULL);
  id = cli_get_added_id (self);
  shown = cli_ask (self, "show", "meeting", id, NULL);
  g_assert_cmpstr (get_member (shown, "theme"), ==, "Phishing = niet leuk");
  g_assert_cmpstr (get_member (shown, "zone"), ==, "Europe/Amsterdam");
  g_assert_cmpstr (get_member (shown, "state"), ==, "planned");

  cli_do (self, "set", "meeting", id, "starts-at=2026-03-19T10:00", "chair=Districtstrekker Twente",
          NULL);
  shown = cli_ask (self, "show", "meeting", id, NULL);
  g_assert_cmpstr (get_member (shown, "ends-at"), ==, "2026-03-19T12:00");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (shown), "sequence"), ==, 1);
  g_assert_nonnull (get_member (shown, "chair"));
  cli_do (self, "show", "meeting", id, NULL);
  g_assert_nonnull (strstr (self->out, "Districtstrekker Twente ("));

  shown = cli_ask (self, "set", "meeting", id, "chair=", "theme=", NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (shown), "changed"));
  shown = cli_ask (self, "set", "meeting", id, "chair=", NULL);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (shown), "changed"));
  shown = cli_ask (self, "show", "meeting", id, NULL);
  g_assert_null (get_member (shown, "chair"));

  cli_do (self, "remove", "meeting", id, NULL);
  cli_run (self, "show", "meeting", id, NULL);
  cli_assert_refused (self, 1, "aanjager-cli: show: *");
}

/* The log of contact: by whom it was with, as words, and with what was said in the list. */
static void
test_contact (Cli *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  JsonArray *log;
  JsonNode *shown;

  cli_run (self, "add", "contact", "date=2026-03-03", "summary=Niemand", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: add: Say with whom the contact was: *");
  cli_run (self, "add", "contact", "date=2026-03-03", "way=duif", "summary=x",
           "municipality=Zwolle", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: add: How: “duif” *Mail*Phone*");
  cli_do (self, "add", "contact", "date=2026-03-03", "way=phone", "municipality=Zwolle",
          "person=Districtstrekker IJsselland", "summary=Gebeld over\nde actiedag", NULL);
  id = cli_get_added_id (self);
  cli_do (self, "set", "contact", id, "way=visit", "by=Bea", NULL);
  shown = cli_ask (self, "show", "contact", id, NULL);
  g_assert_cmpstr (get_member (shown, "way"), ==, "visit");
  g_assert_cmpstr (get_member (shown, "by"), ==, "Bea");
  g_assert_cmpstr (get_member (shown, "summary"), ==, "Gebeld over\nde actiedag");
  log = json_node_get_array (
      cli_ask (self, "list", "contact", "--where", "municipality=Zwolle", NULL));
  g_assert_cmpuint (json_array_get_length (log), ==, 1);
  cli_do (self, "list", "contact", "--where", "municipality=Zwolle", NULL);
  g_assert_nonnull (strstr (self->out, "Gebeld over de actiedag"));
  g_assert_nonnull (strstr (self->out, "Districtstrekker IJsselland"));
  cli_do (self, "undo", NULL);
  shown = cli_ask (self, "show", "contact", id, NULL);
  g_assert_cmpstr (get_member (shown, "way"), ==, "phone");
}

/* A meeting on a day on which few can come is taken and told of, as in the window; a theme is not about the day. */
static void
test_meeting_on_holiday (Cli *self, gconstpointer data)
{
  g_autofree char *id = NULL;

  cli_do (self, "add", "meeting", "group=Expertteam Cyber", "starts-at=2027-04-22T10:00",
          "ends-at=2027-04-22T12:00", NULL);
  id = cli_get_added_id (self);
  cli_run (self, "set", "meeting", id, "starts-at=2027-04-27T10:00", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->err, ==, "aanjager-cli: set: This day is King’s Day.\n");
  cli_do (self, "set", "meeting", id, "theme=Phishing", NULL);
  cli_run (self, "set", "meeting", id, "starts-at=2027-05-05T10:00", NULL);
  g_assert_cmpstr (self->err, ==,
                   "aanjager-cli: set: This day is Liberation Day (not generally free).\n");
  cli_run (self, "set", "meeting", id, "starts-at=2027-02-24T10:00", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->err, "This day is in the school holidays: voorjaarsvakantie"));
  cli_do (self, "set", "meeting", id, "starts-at=2027-03-11T10:00", NULL);
  cli_run (self, "add", "meeting", "group=Expertteam Cyber", "starts-at=2027-12-25T10:00",
           "ends-at=2027-12-25T12:00", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->err, ==, "aanjager-cli: add: This day is Christmas Day.\n");
}

/* What a person types is taken as well. */
static void
test_lenient_values (Cli *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  JsonNode *shown;

  cli_do (self, "add", "group", "name=Proef", "kind=Working group", "active-from=12-3-2026",
          "district=Twente", NULL);
  id = cli_get_added_id (self);
  shown = cli_ask (self, "show", "group", id, NULL);
  g_assert_cmpstr (get_member (shown, "kind"), ==, "working-group");
  g_assert_cmpstr (get_member (shown, "active-from"), ==, "2026-03-12");
}

static void
test_ambiguous (Cli *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *word = NULL;

  cli_do (self, "add", "organisation", "name=Bieb", "kind=library", NULL);
  id = cli_get_added_id (self);
  cli_do (self, "add", "organisation", "name=Bieb", "kind=library", NULL);
  cli_run (self, "show", "organisation", "Bieb", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: show: *“Bieb”*Give the id of one: *");
  g_assert_nonnull (strstr (self->err, id));
  cli_run (self, "add", "person", "name=A", "organisation=Bieb", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: add: *“Bieb”*(organisation=Bieb)*");
  word = g_strdup_printf ("organisation=%s", id);
  cli_do (self, "add", "person", "name=A", word, NULL);
}

static void
test_search (Cli *self, gconstpointer data)
{
  JsonArray *found = json_node_get_array (cli_ask (self, "search", "EXPERTTEAM", NULL));
  gboolean seen = FALSE;

  for (guint i = 0; i < json_array_get_length (found); i++)
    {
      JsonObject *object = json_array_get_object_element (found, i);

      seen = seen ||
             strcmp (json_object_get_string_member (object, "title"), "Expertteam Cyber") == 0;
      g_assert_nonnull (json_object_get_string_member (object, "id"));
    }
  g_assert_true (seen);
  cli_do (self, "search", "coordinator", "veiligheidsnetwerk", NULL);
  g_assert_nonnull (strstr (self->out, "Coördinator Veiligheidsnetwerk"));
  g_assert_cmpuint (json_array_get_length (
                        json_node_get_array (cli_ask (self, "search", "eenhoorn", NULL))),
                    ==, 0);
  cli_do (self, "search", "eenhoorn", NULL);
}

/* Where it was found is told, when the name does not say so. */
static void
test_search_elsewhere (Cli *self, gconstpointer data)
{
  JsonObject *object;
  g_autofree char *id = NULL;

  cli_do (self, "add", "person", "name=Zoë van Eik", "notes=Sprak over de Eenhoorn van Ede", NULL);
  id = cli_get_added_id (self);
  object = json_array_get_object_element (json_node_get_array (
                                              cli_ask (self, "search", "eenh", "zoe", NULL)),
                                          0);
  g_assert_cmpstr (json_object_get_string_member (object, "type"), ==, "person");
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Zoë van Eik");
  g_assert_cmpstr (json_object_get_string_member (object, "field"), ==, "notes");
  g_assert_cmpstr (json_object_get_string_member (object, "text"), ==,
                   "Sprak over de Eenhoorn van Ede");
  cli_do (self, "search", "EENHOORN", NULL);
  g_assert_nonnull (strstr (self->out, "Notes: Sprak over de Eenhoorn van Ede"));
  object = json_array_get_object_element (json_node_get_array (
                                              cli_ask (self, "search", "van eik", NULL)),
                                          0);
  g_assert_false (json_object_has_member (object, "field"));
}

/* "Who sits for education in Twente?", the same whichever of the two languages it is asked in; a seat that nobody takes is
 * an answer too. */
static void
test_search_seats (Cli *self, gconstpointer data)
{
  static const char *const words[] = { "education", "onderwijs" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      JsonArray *found = json_node_get_array (cli_ask (self, "search", words[i], "twente", NULL));
      JsonObject *object = json_array_get_object_element (found, 0);

      g_assert_cmpstr (json_object_get_string_member (object, "type"), ==, "membership");
      g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Hogeschool Saxion");
      g_assert_cmpstr (json_object_get_string_member (object, "text"), ==,
                       "Districtelijke werkgroep Twente · Education · Twente");
      cli_do (self, "show", "membership", json_object_get_string_member (object, "id"), NULL);
      found = json_node_get_array (cli_ask (self, "search", words[i], "ijssel", NULL));
      g_assert_cmpuint (json_array_get_length (found), ==, 1);
      object = json_array_get_object_element (found, 0);
      g_assert_cmpstr (json_object_get_string_member (object, "type"), ==, "seat");
      g_assert_cmpstr (json_object_get_string_member (object, "title"), ==,
                       "No education member in IJsselland");
    }
  cli_do (self, "search", "education", "ijssel", NULL);
  g_assert_nonnull (strstr (self->out, "No education member in IJsselland"));
  cli_do (self, "search", "--type", "person", "education", "ijssel", NULL);
  g_assert_null (strstr (self->out, "No education member in IJsselland"));
}

static void
test_search_phones (Cli *self, gconstpointer data)
{
  static const char *const typed[] = { "0612345678", "06-12345678", "+31612345678", "12345678" };

  cli_do (self, "add", "person", "name=Zoë van Eik", "mobile=06-1234 5678", NULL);
  cli_do (self, "add", "person", "name=Bo Bos", "mobile=+31612345678", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      cli_do (self, "search", typed[i], NULL);
      g_assert_nonnull (strstr (self->out, "Mobile: 06-1234 5678"));
      g_assert_nonnull (strstr (self->out, "Mobile: +31612345678"));
    }
}

/* The titles of what is found, with a mark before those of another type than the one before. */
static char *
list_titles (JsonArray *found)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  const char *type = "";

  for (guint i = 0; i < json_array_get_length (found); i++)
    {
      JsonObject *object = json_array_get_object_element (found, i);
      const char *own = json_object_get_string_member (object, "type");

      if (strcmp (own, type) != 0)
        g_string_append_printf (titles, "[%s]", own);
      g_string_append_printf (titles, " %s", json_object_get_string_member (object, "title"));
      type = own;
    }
  return g_strdup (titles->str);
}

/* In the order of the windows: kind by kind, the best first, no more of each than was asked. */
static void
test_search_order (Cli *self, gconstpointer data)
{
  static const char *const names[] = { "name=De Eenhoorn", "name=Eenhoorn Ede",
                                       "name=Eenhoorn Aalten" };
  g_autofree char *titles = NULL;
  g_autofree char *limited = NULL;
  g_autofree char *people = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cli_do (self, "add", "organisation", names[i], "kind=business", NULL);
  cli_do (self, "add", "person", "name=Van Eenhoorn", NULL);
  cli_do (self, "add", "person", "name=Bos", "notes=Werkte bij de Eenhoorn", NULL);
  titles = list_titles (json_node_get_array (cli_ask (self, "search", "eenhoorn", NULL)));
  g_assert_cmpstr (
      titles, ==,
      "[organisation] Eenhoorn Aalten Eenhoorn Ede De Eenhoorn[person] Van Eenhoorn Bos");
  limited = list_titles (
      json_node_get_array (cli_ask (self, "search", "eenhoorn", "--limit", "1", NULL)));
  g_assert_cmpstr (limited, ==, "[organisation] Eenhoorn Aalten[person] Van Eenhoorn");
  people = list_titles (
      json_node_get_array (cli_ask (self, "search", "--type", "person", "eenhoorn", NULL)));
  g_assert_cmpstr (people, ==, "[person] Van Eenhoorn Bos");
  cli_do (self, "search", "eenhoorn", "--limit", "2", NULL);
  g_assert_true (strstr (self->out, "Eenhoorn Aalten") < strstr (self->out, "Eenhoorn Ede"));
  g_assert_null (strstr (self->out, "De Eenhoorn"));
  g_assert_nonnull (strstr (self->out, "Notes: Werkte bij de Eenhoorn"));
  /* A head, two of each, and that there is more. */
  g_assert_cmpuint (cli_count_lines (self->out), ==, 6);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/records/" name, Cli, NULL, cli_set_up_example, function, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("types", test_types);
  ADD ("fields", test_fields);
  ADD ("list-and-show", test_list_and_show);
  ADD ("kinds-in-json", test_kinds_in_json);
  g_test_add ("/cli/records/columns", Cli, NULL, cli_set_up_team, test_columns, cli_tear_down);
  ADD ("where", test_where);
  ADD ("sort-and-limit", test_sort_and_limit);
  ADD ("on-a-day", test_on_a_day);
  ADD ("add-set-remove", test_add_set_remove);
  ADD ("contact", test_contact);
  ADD ("meeting-on-holiday", test_meeting_on_holiday);
  ADD ("lenient-values", test_lenient_values);
  ADD ("ambiguous", test_ambiguous);
  ADD ("search", test_search);
  ADD ("search-elsewhere", test_search_elsewhere);
  ADD ("search-order", test_search_order);
  ADD ("search-seats", test_search_seats);
  ADD ("search-phones", test_search_phones);
  return g_test_run ();
}
