/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who was at the meetings of a year, from the command line. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-08-01"

static char *
add (Cli *self, const char *type, const char *a, const char *b, const char *c, const char *d)
{
  cli_do (self, "--now", NOW, "add", type, a, b, c, d, NULL);
  return cli_get_added_id (self);
}

static void
set_up (Cli *self, gconstpointer data)
{
  static const char *const days[] = { "2026-01-08", "2026-03-12", "2026-05-21", "2026-09-10" };

  cli_set_up_empty (self, data);
  g_free (add (self, "group", "name=Expertteam", NULL, NULL, NULL));
  g_free (add (self, "person", "name=Anna", NULL, NULL, NULL));
  g_free (add (self, "organisation", "name=Politie", "kind=police", NULL, NULL));
  g_free (add (self, "district", "name=Twente", NULL, NULL, NULL));
  g_free (add (self, "organisation", "name=Saxion", "kind=education", "district=Twente", NULL));
  g_free (
      add (self, "membership", "group=Expertteam", "person=Anna", "organisation=Politie", NULL));
  g_free (add (self, "membership", "group=Expertteam", "organisation=Saxion", NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *start = g_strdup_printf ("starts-at=%sT10:00", days[i]);
      g_autofree char *end = g_strdup_printf ("ends-at=%sT12:00", days[i]);
      g_autofree char *id = add (self, "meeting", "group=Expertteam", start, end, NULL);
      g_autofree char *meeting = g_strconcat ("meeting=", id, NULL);

      g_free (add (self, "attendance", meeting, "person=Anna",
                   i == 1 ? "presence=excused" : "presence=absent", NULL));
      g_free (add (self, "attendance", meeting, "organisation=Saxion", "presence=present", NULL));
    }
}

static void
test_text (Cli *self, gconstpointer data)
{
  cli_do (self, "--now", NOW, "group", "occupancy", "Expertteam", NULL);
  g_assert_nonnull (strstr (self->out, "Organisation  District  8 Jan  12 Mar  21 May  Present"));
  g_assert_nonnull (strstr (self->out, "Politie                 x      /       x           0/3"));
  g_assert_nonnull (strstr (self->out, "Saxion        Twente    +      +       +           3/3"));
  g_assert_nonnull (strstr (self->out, "Twente: present 3 of 3 times\n"));
  g_assert_nonnull (strstr (self->out, "In no district: present 0 of 3 times"));
  g_assert_nonnull (strstr (self->out, "Politie was not there 3 times in a row.\n"));
  cli_do (self, "--now", NOW, "group", "occupancy", "Expertteam", "--year", "2025", NULL);
  g_assert_cmpstr (self->out, ==, "The group has had no meetings in this year yet.\n");
}

static void
test_json (Cli *self, gconstpointer data)
{
  JsonObject *answer = json_node_get_object (
      cli_ask (self, "--now", NOW, "group", "occupancy", "Expertteam", NULL));
  JsonObject *row = json_array_get_object_element (json_object_get_array_member (answer, "rows"),
                                                   1);
  JsonArray *cells = json_object_get_array_member (row, "meetings");

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "meetings")), ==,
                    3);
  g_assert_cmpstr (json_object_get_string_member (row, "name"), ==, "Politie");
  g_assert_cmpstr (json_object_get_string_member (row, "type"), ==, "organisation");
  g_assert_cmpint (json_object_get_int_member (row, "streak"), ==, 3);
  g_assert_cmpstr (json_array_get_string_element (cells, 1), ==, "excused");
  g_assert_cmpint (json_object_get_int_member (row, "absent"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "warnings")), ==,
                    1);
}

static void
test_refused (Cli *self, gconstpointer data)
{
  cli_run (self, "group", "occupancy", "Nooit", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: group occupancy: *Nooit*");
  cli_run (self, "group", "occupancy", "Expertteam", "--year", "x", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: group occupancy: This is not a year (x)*");
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/occupancy/text", Cli, NULL, set_up, test_text, cli_tear_down);
  g_test_add ("/cli/occupancy/json", Cli, NULL, set_up, test_json, cli_tear_down);
  g_test_add ("/cli/occupancy/refused", Cli, NULL, set_up, test_refused, cli_tear_down);
  return g_test_run ();
}
