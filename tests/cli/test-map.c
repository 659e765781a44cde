/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map of the municipalities, as a picture and as a table, from the command line. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-03-12"

static void
make_world (Cli *self)
{
  static const char *const words[][6] = {
    { "add", "district", "name=Gooi" },
    { "add", "municipality", "name=Laren", "code=GM0417", "district=Gooi",
      "valid-until=2026-12-31" },
    { "add", "municipality", "name=Hilversum", "code=GM0402", "school-region=midden" },
    { "add", "contact", "date=2026-03-01", "way=phone", "municipality=Laren", "summary=Hello" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    cli_do (self, "--now", NOW, words[i][0], words[i][1], words[i][2], words[i][3], words[i][4],
            words[i][5], NULL);
}

static JsonObject *
ask (Cli *self, const char *subject, const char *day)
{
  return json_node_get_object (cli_ask (self, "--now", NOW, "map", subject, "--on", day, NULL));
}

/* (nullable): what is said of a municipality. */
static JsonObject *
find (JsonObject *map, const char *name)
{
  JsonArray *array = json_object_get_array_member (map, "municipalities");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (object, "name"), name))
        return object;
    }
  return NULL;
}

static void
test_table (Cli *self, gconstpointer data)
{
  JsonObject *map;

  make_world (self);
  map = ask (self, "districts", NOW);
  g_assert_cmpstr (json_object_get_string_member (map, "on"), ==, NOW);
  g_assert_cmpstr (json_object_get_string_member (find (map, "Laren"), "district"), ==, "Gooi");
  g_assert_true (json_object_get_null_member (find (map, "Hilversum"), "district"));
  map = ask (self, "contact", NOW);
  g_assert_cmpint (json_object_get_int_member (find (map, "Laren"), "count"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (find (map, "Hilversum"), "count"), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (find (map, "Laren"), "last-contact"), ==,
                   "2026-03-01");
  g_assert_true (json_object_get_null_member (find (map, "Hilversum"), "last-contact"));
  map = ask (self, "contact", "2026-02-28");
  g_assert_true (json_object_get_null_member (find (map, "Laren"), "last-contact"));
  /* What there is on the day. */
  g_assert_nonnull (find (ask (self, "districts", "2026-12-31"), "Laren"));
  g_assert_null (find (ask (self, "districts", "2027-01-01"), "Laren"));
  cli_do (self, "--now", NOW, "map", "contact", NULL);
  g_assert_cmpuint (cli_count_lines (self->out), ==, 3);
  g_assert_nonnull (strstr (self->out, "\nHilversum "));
  g_assert_nonnull (strstr (self->out, "\nLaren "));
}

static void
test_group (Cli *self, gconstpointer data)
{
  JsonObject *map;

  make_world (self);
  cli_do (self, "add", "organisation", "name=Gemeente Laren", "kind=municipality",
          "municipality=Laren", NULL);
  cli_do (self, "add", "group", "name=Team", "kind=platform", NULL);
  cli_do (self, "add", "membership", "group=Team", "organisation=Gemeente Laren", NULL);
  map = ask (self, "group:Team", NOW);
  g_assert_cmpint (json_object_get_int_member (find (map, "Laren"), "count"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (find (map, "Hilversum"), "count"), ==, 0);
}

static JsonObject *
ask_edition (Cli *self, const char *by)
{
  return json_node_get_object (
      cli_ask (self, "--now", NOW, "map", "--edition", "2026", "--by", by, NULL));
}

static gint64
get_count (JsonObject *map, const char *name)
{
  return json_object_get_int_member (find (map, name), "count");
}

/* Of an edition of the action day: how far each municipality is, how much there is, and whom for. */
static void
test_edition (Cli *self, gconstpointer data)
{
  JsonObject *map;
  g_autofree char *path = cli_get_path (self, "edition.svg");
  g_autofree char *content = NULL;

  make_world (self);
  cli_do (self, "edition", "begin", "--on", "2026-10-08", NULL);
  cli_do (self, "add", "activity", "edition=2026", "municipality=Laren", "name=Quiz",
          "for-youth=true", NULL);
  cli_do (self, "add", "activity", "edition=2026", "municipality=Laren", "name=Markt",
          "for-residents=true", NULL);
  map = ask_edition (self, "state");
  g_assert_cmpstr (json_object_get_string_member (map, "title"), ==, "Action day 2026");
  g_assert_cmpstr (json_object_get_string_member (find (map, "Laren"), "standing"), ==,
                   "registered");
  g_assert_cmpstr (json_object_get_string_member (find (map, "Hilversum"), "standing"), ==,
                   "not-invited");
  map = ask_edition (self, "activities");
  g_assert_cmpint (get_count (map, "Laren"), ==, 2);
  g_assert_cmpint (get_count (map, "Hilversum"), ==, 0);
  map = ask_edition (self, "youth");
  g_assert_cmpint (get_count (map, "Laren"), ==, 1);
  map = ask_edition (self, "business");
  g_assert_cmpint (get_count (map, "Laren"), ==, 0);
  /* The latest, by how far it is, when nothing more is said. */
  cli_do (self, "map", "--by", "state", NULL);
  g_assert_nonnull (strstr (self->out, "registered"));
  cli_do (self, "map", "--edition", "2026", "--output", path, NULL);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (g_strstr_len (content, 100, "<svg"));
}

static void
test_pictures (Cli *self, gconstpointer data)
{
  static const struct
  {
    const char *name, *sign;
  } pictures[] = { { "map.pdf", "%PDF-" }, { "map.SVG", "<svg" }, { "map.png", "PNG" } };

  make_world (self);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = cli_get_path (self, pictures[i].name);
      g_autofree char *content = NULL;
      gsize length = 0;

      cli_do (self, "map", "school-regions", "--output", path, NULL);
      g_assert_true (g_str_has_prefix (self->out, "Written to "));
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_nonnull (g_strstr_len (content, 100, pictures[i].sign));
    }
}

static void
test_refused (Cli *self, gconstpointer data)
{
  cli_do (self, "map", "districts", NULL);
  g_assert_cmpstr (self->out, ==, "There are none.\n");
  cli_run (self, "map", "districts", "--output", "map.svg", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: map: There is nothing to save*");
  make_world (self);
  cli_run (self, "map", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: map: Say what the map is about*");
  cli_run (self, "map", "districts", "--edition", "2026", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: map: Say what the map is about*");
  cli_run (self, "map", "--edition", "2026", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: map: *2026*");
  cli_run (self, "map", "--by", "state", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: map: *no action day yet*");
  cli_run (self, "map", "--by", "weather", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: map: There is no such map of an edition (weather)*");
  cli_run (self, "map", "--by", "state", "--on", NOW, NULL);
  cli_assert_refused (self, 2, "aanjager-cli: map: *leave out --on*");
  cli_run (self, "map", "weather", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: map: There is no such map (weather)*");
  cli_run (self, "map", "group:Nobody", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: map: *there is none*Nobody*");
  cli_run (self, "map", "districts", "--on", "2026-02-30", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: map: This is not a date (2026-02-30)*");
  cli_run (self, "map", "districts", "--output", "map.doc", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: map: Choose a file with a name*");
  cli_run (self, "map", "districts", "--output", "nowhere/map.svg", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: map: *");
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/map/table", Cli, NULL, cli_set_up_empty, test_table, cli_tear_down);
  g_test_add ("/cli/map/group", Cli, NULL, cli_set_up_empty, test_group, cli_tear_down);
  g_test_add ("/cli/map/edition", Cli, NULL, cli_set_up_empty, test_edition, cli_tear_down);
  g_test_add ("/cli/map/pictures", Cli, NULL, cli_set_up_empty, test_pictures, cli_tear_down);
  g_test_add ("/cli/map/refused", Cli, NULL, cli_set_up_empty, test_refused, cli_tear_down);
  return g_test_run ();
}
