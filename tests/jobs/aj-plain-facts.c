/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-plain-facts.h"

#include "aj-attendance.h"

/* (transfer full) (element-type AjValues): all of a type. */
static GPtrArray *
list (AjStore *store, const char *type)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup (type));
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  g_autoptr (GError) error = NULL;

  records = aj_store_fetch (store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (all, aj_values_copy (aj_record_get_values (records->pdata[i])));
  return all;
}

PlainFacts *
plain_facts_load (AjStore *store)
{
  PlainFacts *self = g_new0 (PlainFacts, 1);

  self->people = list (store, "person");
  self->memberships = list (store, "membership");
  self->meetings = list (store, "meeting");
  self->attendance = list (store, "attendance");
  return self;
}

void
plain_facts_free (PlainFacts *self)
{
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->memberships);
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->attendance);
  g_free (self);
}

static gboolean
has (const AjValues *values, const char *field, const char *text)
{
  return g_strcmp0 (aj_values_get_text (values, field), text) == 0;
}

static const AjValues *
find (GPtrArray *all, const char *id)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (aj_values_get_id (all->pdata[i]), id))
      return all->pdata[i];
  g_assert_not_reached ();
}

const AjValues *
plain_facts_get_meeting (PlainFacts *self, const char *id)
{
  return find (self->meetings, id);
}

const AjValues *
plain_facts_get_attendance (PlainFacts *self, const char *person, const char *meeting)
{
  const AjValues *found = NULL;

  for (guint i = 0; i < self->attendance->len; i++)
    {
      const AjValues *one = self->attendance->pdata[i];

      if (!has (one, "person", person) || !has (one, "meeting", meeting))
        continue;
      g_assert_null (found);
      found = one;
    }
  return found;
}

const AjValues *
plain_facts_get_membership (PlainFacts *self, const char *person)
{
  for (guint i = 0; i < self->memberships->len; i++)
    if (has (self->memberships->pdata[i], "person", person))
      return self->memberships->pdata[i];
  return NULL;
}

gboolean
plain_facts_is_invited (PlainFacts *self, const char *person, const char *meeting)
{
  const AjValues *attendance = plain_facts_get_attendance (self, person, meeting);
  AjWallTime start;

  if (attendance != NULL && has (attendance, "invited-as", AJ_INVITED_GUEST))
    return TRUE;
  g_assert_true (
      aj_values_get_wall_time (plain_facts_get_meeting (self, meeting), "starts-at", &start));
  for (guint i = 0; i < self->memberships->len; i++)
    {
      const AjValues *one = self->memberships->pdata[i];
      AjDate from = aj_values_get_date (one, "from");
      AjDate until = aj_values_get_date (one, "until");

      if (has (one, "person", person) && (from == AJ_DATE_NONE || from <= start.date) &&
          (until == AJ_DATE_NONE || until >= start.date))
        return TRUE;
    }
  return FALSE;
}

char *
plain_facts_dup_mail (PlainFacts *self, const char *person)
{
  return g_utf8_strdown (aj_values_get_text (find (self->people, person), "mail"), -1);
}
