/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-year-speakers.h"

#include "aj-meeting.h"
#include "aj-plain-facts.h"

static gboolean
has (const AjValues *values, const char *field, const char *text)
{
  return g_strcmp0 (aj_values_get_text (values, field), text) == 0;
}

void
year_speakers_set_up (YearSpeakers *self,
                      Fixture *base,
                      const char *group,
                      const char *meeting,
                      const char *const *people,
                      guint n_people)
{
  self->base = base;
  for (guint i = 0; i < YEAR_N_ITEMS; i++)
    {
      g_autofree char *position = g_strdup_printf ("%u", i + 1);

      self->items[i] = fixture_add (base, "agenda-item", "group", group, "meeting", meeting, "name",
                                    "Phishing", "minutes", "20", "position", position, "speaker",
                                    people[i % n_people], NULL);
    }
}

void
year_speakers_send (YearSpeakers *self,
                    AjInvitations *invitations,
                    CalendarPost *post,
                    const char *folder,
                    const AjOrganiser *organiser,
                    gint64 now)
{
  AjSpeakers *speakers = aj_invitations_get_speakers (invitations);
  GArray *owed = aj_speakers_get_owed (speakers);

  for (guint i = 0; i < owed->len; i++)
    {
      const AjSpeakerLetter *letter = &g_array_index (owed, AjSpeakerLetter, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *name = aj_speakers_save (speakers, letter, folder, organiser, now, &error);
      g_autofree char *path = NULL;

      g_assert_no_error (error);
      path = g_build_filename (folder, name, NULL);
      calendar_post_deliver (post, path, letter->letter.mail);
    }
}

static void
assert_slot (YearSpeakers *self,
             const CalendarClientEntry *held,
             const AjValues *meeting,
             const AjValues *item)
{
  gint64 minutes = 0;
  const char *zone = aj_values_get_text (meeting, "zone");
  const char *place = aj_values_get_text (meeting, "place");
  AjWallTime start, end;
  gint64 from, until;

  for (guint i = 0; i < YEAR_N_ITEMS; i++)
    {
      g_autoptr (AjRecord) record = fixture_find (self->base, "agenda-item", "id", self->items[i]);
      const AjValues *other = aj_record_get_values (record);

      if (has (other, "meeting", aj_values_get_id (meeting)) && has (other, "state", "open") &&
          aj_values_get_integer (other, "position") < aj_values_get_integer (item, "position"))
        minutes += aj_values_get_integer (other, "minutes");
    }
  g_assert_true (aj_values_get_wall_time (meeting, "starts-at", &start));
  start = aj_wall_time_add_minutes (&start, minutes);
  end = aj_wall_time_add_minutes (&start, aj_values_get_integer (item, "minutes"));
  g_assert_true (aj_wall_time_to_unix (&start, zone, &from));
  g_assert_true (aj_wall_time_to_unix (&end, zone, &until));
  g_assert_cmpint (held->start, ==, from);
  /* The hour that clocks skip or repeat. */
  if (until > from)
    g_assert_cmpint (held->end, ==, until);
  g_assert_cmpstr (held->place, ==, place != NULL ? place : "");
}

guint
year_speakers_check (YearSpeakers *self, CalendarPost *post, guint n_mailboxes)
{
  g_autoptr (PlainFacts) plain = plain_facts_load (self->base->store);
  guint n_held = 0;

  for (guint i = 0; i < YEAR_N_ITEMS; i++)
    {
      g_autoptr (AjRecord) record = fixture_find (self->base, "agenda-item", "id", self->items[i]);
      const AjValues *item = aj_record_get_values (record);
      const char *person = aj_values_get_text (item, "speaker");
      const char *id = aj_values_get_text (item, "meeting");
      gboolean is_on = person != NULL && id != NULL && has (item, "state", "open") &&
                       !has (plain_facts_get_meeting (plain, id), "state", AJ_MEETING_CANCELLED) &&
                       !plain_facts_is_invited (plain, person, id);
      g_autofree char *mail = is_on ? plain_facts_dup_mail (plain, person) : NULL;

      for (guint m = 0; m < n_mailboxes; m++)
        {
          const CalendarClientEntry *held = calendar_post_get_held (post, m, self->items[i]);

          g_assert_cmpint (held != NULL, ==, is_on && calendar_post_find (post, mail) == m);
          if (held == NULL)
            continue;
          assert_slot (self, held, plain_facts_get_meeting (plain, id), item);
          n_held++;
        }
    }
  return n_held;
}
