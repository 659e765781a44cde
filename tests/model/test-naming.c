/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people call a record, of every type that has no title, whole and when something is missing. */
#include "aj-naming.h"

#include "aj-contact.h"
#include "aj-cycle.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-position.h"
#include "aj-seat.h"

#define MAX_FIELDS 5

typedef struct
{
  const char *field;
  const char *text;
} Filled;

/* References mean "police", "twente", "anna" and the like, each with a capital; "gone" means nothing. */
static AjValues *
find_cb (const AjRecordType *type, const char *id, gpointer user_data)
{
  AjValues *found;
  g_autofree char *title = g_strdup (id);

  g_assert_cmpstr (user_data, ==, "data");
  if (g_str_equal (id, "gone"))
    return NULL;
  title[0] = g_ascii_toupper (title[0]);
  found = aj_values_new (type, id);
  aj_values_set_text (found, type->title_field, title);
  return found;
}

static void
test_table (void)
{
  static const struct
  {
    const AjRecordType *type;
    Filled filled[MAX_FIELDS + 1];
    const char *name;
    const char *own;
  } cases[] = {
    { &aj_group_record_type, { { "name", "Team" } }, "Team", "Team" },
    { &aj_seat_record_type,
      { { "group", "team" }, { "name", "Chair" }, { "organisation", "police" } },
      "Chair, Team",
      "Chair" },
    { &aj_seat_record_type,
      { { "group", "team" },
        { "organisation", "police" },
        { "kind", "police" },
        { "district", "twente" },
        { "role", "chair" } },
      "Police · Police · Twente · Chair, Team",
      "Police · Police · Twente · Chair" },
    { &aj_seat_record_type,
      { { "group", "team" }, { "organisation", "gone" }, { "district", "twente" } },
      "Twente, Team",
      "Twente" },
    { &aj_seat_record_type,
      { { "group", "gone" }, { "kind", "education" } },
      "Education",
      "Education" },
    { &aj_seat_record_type, { { "group", "team" } }, "Team", NULL },
    { &aj_seat_record_type, { { "group", "gone" } }, NULL, NULL },
    { &aj_membership_record_type,
      { { "group", "team" }, { "person", "anna" }, { "organisation", "police" } },
      "Anna, Team",
      "Anna" },
    { &aj_membership_record_type,
      { { "group", "team" }, { "organisation", "police" } },
      "Police, Team",
      "Police" },
    { &aj_position_record_type,
      { { "person", "anna" }, { "function", "adviser" }, { "organisation", "police" } },
      "Anna, adviser",
      "Anna" },
    { &aj_position_record_type,
      { { "person", "anna" }, { "organisation", "police" } },
      "Anna, Police",
      "Anna" },
    { &aj_contact_record_type,
      { { "municipality", "zwolle" }, { "person", "anna" }, { "date", "2026-03-12" } },
      "Zwolle, Thu 12 Mar 2026",
      "Zwolle" },
    { &aj_cycle_record_type, { { "group", "team" } }, "Team", "Team" },
    { &aj_meeting_record_type,
      { { "group", "team" }, { "starts-at", "2026-03-12T10:00" } },
      "Team, Thu 12 Mar 2026, 10:00",
      "Team" },
    { &aj_meeting_record_type,
      { { "group", "team" }, { "starts-at", "2026-03-12T10:00" }, { "theme", "Phishing" } },
      "Phishing",
      "Phishing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) values = aj_values_new (cases[i].type, NULL);
      g_autofree char *name = NULL;
      g_autofree char *own = NULL;

      for (const Filled *each = cases[i].filled; each->field != NULL; each++)
        aj_values_set_text (values, each->field, each->text);
      name = aj_naming_describe (values, find_cb, (gpointer) "data");
      own = aj_naming_describe_own (values, find_cb, (gpointer) "data");
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (own, ==, cases[i].own);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/naming/table", test_table);
  return g_test_run ();
}
