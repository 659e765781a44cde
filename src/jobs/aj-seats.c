/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-seats.h"

gboolean
aj_seat_is_held_in (const AjValues *seat, const AjDateRange *days)
{
  AjDateRange held = { aj_values_get_date (seat, "from"), aj_values_get_date (seat, "until") };

  return aj_date_range_overlaps (&held, days);
}

gboolean
aj_seat_is_held_on (const AjValues *seat, AjDate date)
{
  AjDateRange day = { date, date };

  return aj_seat_is_held_in (seat, &day);
}

const char *
aj_seat_get_unnamed (const AjValues *seat)
{
  return aj_values_is_empty (seat, "person") ? aj_values_get_text (seat, "organisation") : NULL;
}

static gboolean
have_person (GPtrArray *seats, const char *person, AjDate date)
{
  for (guint i = 0; person != NULL && i < seats->len; i++)
    if (g_strcmp0 (aj_values_get_text (seats->pdata[i], "person"), person) == 0 &&
        aj_seat_is_held_on (seats->pdata[i], date))
      return TRUE;
  return FALSE;
}

gboolean
aj_seats_have_unnamed (GPtrArray *seats, const char *organisation, AjDate date)
{
  for (guint i = 0; organisation != NULL && i < seats->len; i++)
    if (g_strcmp0 (aj_seat_get_unnamed (seats->pdata[i]), organisation) == 0 &&
        aj_seat_is_held_on (seats->pdata[i], date))
      return TRUE;
  return FALSE;
}

const char *
aj_seats_find_chair (GPtrArray *seats, AjDate date)
{
  for (guint i = 0; i < seats->len; i++)
    {
      const AjValues *seat = seats->pdata[i];

      if (g_strcmp0 (aj_values_get_text (seat, "role"), "chair") == 0 &&
          aj_seat_is_held_on (seat, date) && !aj_values_is_empty (seat, "person"))
        return aj_values_get_text (seat, "person");
    }
  return NULL;
}

/* The person, else the organisation. */
static const char *
get_holder (const AjValues *seat)
{
  const char *person = aj_values_get_text (seat, "person");

  return person != NULL ? person : aj_seat_get_unnamed (seat);
}

/* (element-type utf8): borrowed. */
static GHashTable *
list_holders (GPtrArray *seats)
{
  GHashTable *holders = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < seats->len; i++)
    {
      const char *holder = get_holder (seats->pdata[i]);

      if (holder != NULL)
        g_hash_table_add (holders, (char *) holder);
    }
  return holders;
}

GHashTable *
aj_seats_index_shared (GPtrArray *seats, GPtrArray *all, const char *group_id)
{
  GHashTable *shared = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                              (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) holders = list_holders (seats);

  for (guint i = 0; i < all->len; i++)
    {
      const char *holder = get_holder (all->pdata[i]);
      char *group = (char *) aj_values_get_text (all->pdata[i], "group");
      GPtrArray *of_group;

      if (holder == NULL || group == NULL || !g_hash_table_contains (holders, holder) ||
          g_strcmp0 (group, group_id) == 0)
        continue;
      of_group = g_hash_table_lookup (shared, group);
      if (of_group == NULL)
        {
          of_group = g_ptr_array_new ();
          g_hash_table_insert (shared, group, of_group);
        }
      g_ptr_array_add (of_group, all->pdata[i]);
    }
  return shared;
}

gboolean
aj_seats_are_taken (GPtrArray *seats, GPtrArray *others, const AjValues *meeting, AjDate date)
{
  if (have_person (seats, aj_values_get_text (meeting, "chair"), date))
    return TRUE;
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (aj_seat_is_held_on (others->pdata[i], date) &&
        have_person (seats, aj_values_get_text (others->pdata[i], "person"), date))
      return TRUE;
  return FALSE;
}
