/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-group-json.h"

static void
set_date (JsonObject *object, const char *member, AjDate date)
{
  g_autofree char *text = aj_date_to_iso (date);

  json_object_set_string_member (object, member, text);
}

/* The id and the name; both null when there is no such record. */
static void
set_named (JsonObject *object, const char *member, const AjValues *values)
{
  g_autofree char *name_member = g_strconcat (member, "-name", NULL);

  json_object_set_string_member (object, member, values != NULL ? aj_values_get_id (values) : NULL);
  json_object_set_string_member (object, name_member,
                                 values != NULL ? aj_values_get_text (values, "name") : NULL);
}

static JsonObject *
sitter_to_json (const AjSitter *sitter)
{
  JsonObject *object = json_object_new ();

  set_named (object, "group", sitter->group);
  json_object_set_string_member (object, "membership", aj_values_get_id (sitter->membership));
  json_object_set_string_member (object, "seat",
                                 sitter->seat != NULL ? aj_values_get_id (sitter->seat) : NULL);
  json_object_set_string_member (object, "name", aj_sitter_get_name (sitter));
  set_named (object, "person", sitter->person);
  set_named (object, "organisation", sitter->organisation);
  set_named (object, "district", sitter->district);
  json_object_set_string_member (object, "role", aj_values_get_text (sitter->membership, "role"));
  set_date (object, "from", sitter->days.first);
  set_date (object, "until", sitter->days.last);
  return object;
}

static JsonArray *
sitters_to_json (GArray *sitters)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sitters->len; i++)
    json_array_add_object_element (array, sitter_to_json (&g_array_index (sitters, AjSitter, i)));
  return array;
}

/* Those in @seat; in none, when it is NULL. */
static void
add_sitters_of (GArray *sitters, const AjValues *seat, JsonArray *array)
{
  for (guint i = 0; i < sitters->len; i++)
    {
      const AjSitter *sitter = &g_array_index (sitters, AjSitter, i);

      if (sitter->seat == seat)
        json_array_add_object_element (array, sitter_to_json (sitter));
    }
}

static JsonObject *
seat_to_json (AjRoster *roster, const AjComposition *composition, const AjGroupSeat *seat)
{
  JsonObject *object = json_object_new ();
  JsonArray *sitters = json_array_new ();
  g_autofree char *name = aj_group_book_describe_seat (aj_roster_get_book (roster), seat->seat);

  set_named (object, "group", seat->group);
  json_object_set_string_member (object, "seat", aj_values_get_id (seat->seat));
  json_object_set_string_member (object, "seat-name", name);
  json_object_set_int_member (object, "taken", seat->n_taken);
  json_object_set_int_member (object, "empty", seat->n_empty);
  add_sitters_of (composition->sitters, seat->seat, sitters);
  json_object_set_array_member (object, "sitters", sitters);
  return object;
}

static void
add_seats (AjRoster *roster, const AjRosterGroup *group, gboolean only_empty, JsonArray *array)
{
  GArray *seats = group->composition->seats;

  for (guint i = 0; i < seats->len; i++)
    {
      const AjGroupSeat *seat = &g_array_index (seats, AjGroupSeat, i);

      if (seat->n_empty > 0 || !only_empty)
        json_array_add_object_element (array, seat_to_json (roster, group->composition, seat));
    }
}

static JsonArray *
districts_to_json (AjRoster *roster, gboolean only_empty)
{
  GPtrArray *districts = aj_group_book_get_districts (aj_roster_get_book (roster));
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < districts->len; i++)
    {
      const AjValues *lead = aj_roster_get_lead (roster, districts->pdata[i]);
      JsonObject *object;

      if (lead != NULL && only_empty)
        continue;
      object = json_object_new ();
      set_named (object, "district", districts->pdata[i]);
      set_named (object, "lead", lead);
      json_array_add_object_element (array, object);
    }
  return array;
}

JsonObject *
aj_cli_group_seats_to_json (AjRoster *roster, const AjRosterGroup *group, gboolean only_empty)
{
  GPtrArray *groups = aj_roster_get_groups (roster);
  JsonObject *object = json_object_new ();
  JsonArray *seats = json_array_new ();
  JsonArray *others = json_array_new ();

  set_date (object, "on", aj_roster_get_date (roster));
  for (guint i = 0; i < groups->len; i++)
    {
      const AjRosterGroup *each = groups->pdata[i];

      if (group != NULL && each != group)
        continue;
      add_seats (roster, each, only_empty, seats);
      if (!only_empty)
        add_sitters_of (each->composition->sitters, NULL, others);
    }
  json_object_set_array_member (object, "seats", seats);
  json_object_set_array_member (object, "without-seat", others);
  if (group == NULL)
    json_object_set_array_member (object, "districts", districts_to_json (roster, only_empty));
  return object;
}

JsonObject *
aj_cli_group_members_to_json (AjRoster *roster, const AjRosterGroup *group)
{
  const AjComposition *composition = group->composition;
  JsonObject *object = json_object_new ();
  JsonArray *empty = json_array_new ();

  set_date (object, "on", aj_roster_get_date (roster));
  set_named (object, "group", group->group);
  json_object_set_array_member (object, "members", sitters_to_json (composition->sitters));
  add_seats (roster, group, TRUE, empty);
  json_object_set_array_member (object, "empty", empty);
  json_object_set_array_member (object, "earlier", sitters_to_json (composition->earlier));
  json_object_set_array_member (object, "later", sitters_to_json (composition->later));
  return object;
}
