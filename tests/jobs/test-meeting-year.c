/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A year of moves, cancellations, joins, leaves, guests, speakers, other addresses and answers, in random order. Whenever all
 * that is owed was written and sent, what each calendar holds that takes the files as RFC 5546 says is the meetings of those
 * who read it, or just the items about which they come to speak, and nobody else holds anything. What is stored as an answer is
 * what each said last of the version that is, however late, often and disorderly the answers came in. */
#include <glib/gstdio.h>

#include "aj-answers.h"
#include "aj-attendance-job.h"
#include "aj-attendance.h"
#include "aj-calendar-post.h"
#include "aj-jobs-fixture.h"
#include "aj-known-answers.h"
#include "aj-meeting-mail.h"
#include "aj-meeting.h"
#include "aj-numbered-file.h"
#include "aj-owed-invitations.h"
#include "aj-plain-facts.h"
#include "aj-year-speakers.h"

#define N_MEMBERS  5
#define N_PEOPLE   7 /* with those who may be guests */
#define N_MEETINGS 3
#define N_STEPS    120
#define N_SEEDS    4

/* The addresses that somebody may have, the first at first. */
static const char *const addresses[N_PEOPLE][2] = {
  { "p0@stad.example", "P0@Elders.example" }, { "p1@stad.example", "p1@elders.example" },
  { "P2@Stad.example", "p2@elders.example" }, { "p3@stad.example", "p3@elders.example" },
  { "p4@stad.example", "p3@stad.example" },   { "gast5@hogeschool.example", "g5@thuis.example" },
  { "gast6@bedrijf.example", NULL },
};

/* Most read their two addresses in one calendar. Of person 3 the other one is elsewhere; person 4 may come to read the first
 * one of theirs. */
static const char *const mailboxes[][3] = {
  { "p0@stad.example", "p0@elders.example" },
  { "p1@stad.example", "p1@elders.example" },
  { "p2@stad.example", "p2@elders.example" },
  { "p3@stad.example" },
  { "p3@elders.example" },
  { "p4@stad.example" },
  { "gast5@hogeschool.example", "g5@thuis.example" },
  { "gast6@bedrijf.example" },
};
#define N_MAILBOXES G_N_ELEMENTS (mailboxes)

typedef struct
{
  Fixture base;
  GRand *random;
  CalendarPost *post;
  char *folder; /* (owned): of what is written */
  AjMailTexts *texts;
  const char *group;
  const char *people[N_PEOPLE];
  const char *meetings[N_MEETINGS];
  YearSpeakers speakers;
  KnownAnswers *known; /* what should be stored */
  GPtrArray *sent;     /* (element-type SentAnswer) */
  gint64 now;
  /* Something went out that was not marked so: until all is, nobody comes or goes. */
  gboolean is_unmarked;
  /* The status when it was last written to them: who said yes to a plan need not be asked again when it is certain. */
  const char *told[N_MAILBOXES][N_MEETINGS];
  guint n_undone;
  guint n_stored;
  guint n_spoken;
} World;

static const AjMailSender sender = { { "Secretariaat", "secretariaat@netwerk.example" },
                                     "Netwerk Oost" };

static guint
pick (World *self, guint n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

static void
set_up (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  self->random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  self->post = calendar_post_new ();
  self->folder = g_build_filename (self->base.folder, "sent", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  self->texts = aj_mail_texts_load (self->base.store, &error);
  g_assert_no_error (error);
  self->sent = g_ptr_array_new_with_free_func ((GDestroyNotify) sent_answer_free);
  self->known = known_answers_new ();
  self->now = aj_clock_get_unix (self->base.clock);
  self->group = fixture_add (&self->base, "group", "name", "Expertteam, \"Cyber\"", NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Persoon %u", i);

      self->people[i] = fixture_add (&self->base, "person", "name", name, "mail", addresses[i][0],
                                     NULL);
      if (i < N_MEMBERS)
        fixture_add (&self->base, "membership", "group", self->group, "person", self->people[i],
                     NULL);
    }
  for (guint i = 0; i < N_MAILBOXES; i++)
    calendar_post_add (self->post, mailboxes[i]);
  for (guint j = 0; j < N_MEETINGS; j++)
    {
      g_autofree char *start = g_strdup_printf ("2026-%02u-12T10:00", 3 + 2 * j);
      g_autofree char *end = g_strdup_printf ("2026-%02u-12T12:00", 3 + 2 * j);

      self->meetings[j] = fixture_add (&self->base, "meeting", "group", self->group, "starts-at",
                                       start, "ends-at", end, NULL);
    }
  year_speakers_set_up (&self->speakers, &self->base, self->group, self->meetings[0],
                        self->people + N_MEMBERS, N_PEOPLE - N_MEMBERS);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_ptr_array_unref (self->sent);
  known_answers_free (self->known);
  aj_mail_texts_unref (self->texts);
  calendar_post_free (self->post);
  g_free (self->folder);
  g_rand_free (self->random);
  fixture_tear_down (&self->base, data);
}

static AjMeetingFacts *
load_facts (World *self, guint meeting)
{
  g_autoptr (GError) error = NULL;
  AjMeetingFacts *facts = aj_meeting_facts_load (self->base.store, NULL, self->meetings[meeting],
                                                 &error);

  g_assert_no_error (error);
  return facts;
}

static gboolean
has (const AjValues *values, const char *field, const char *text)
{
  return g_strcmp0 (aj_values_get_text (values, field), text) == 0;
}

/* What a calendar is told of a plan, and of what is certain. */
static const char *
get_status (const AjValues *meeting)
{
  return has (meeting, "state", AJ_MEETING_CONFIRMED) ? "CONFIRMED" : "TENTATIVE";
}

/* @recipients: (transfer full); @skipped: the mailbox that it does not come to. Some get it twice. */
static void
deliver (World *self, AjInvitations *invitations, const char *path, GStrv recipients, guint skipped)
{
  const AjValues *values = aj_meeting_facts_get_meeting (aj_invitations_get_facts (invitations));
  guint meeting = 0;

  while (!g_str_equal (self->meetings[meeting], aj_values_get_id (values)))
    meeting++;
  for (guint i = 0; recipients[i] != NULL; i++)
    {
      guint mailbox = calendar_post_find (self->post, recipients[i]);

      if (mailbox == skipped)
        continue;
      self->told[mailbox][meeting] = get_status (values);
      for (guint n = pick (self, 10) == 0 ? 2 : 1; n > 0; n--)
        calendar_post_deliver (self->post, path, recipients[i]);
    }
  g_strfreev (recipients);
}

/* (transfer full): to whom a calendar file is to be mailed. */
static GStrv
list_owed (AjInvitations *invitations, gboolean is_cancel)
{
  GArray *owed = aj_invitations_get_owed (invitations);
  g_autoptr (GStrvBuilder) mails = g_strv_builder_new ();

  for (guint i = 0; i < owed->len; i++)
    {
      const AjOwedLetter *letter = &g_array_index (owed, AjOwedLetter, i);

      if ((letter->kind == AJ_LETTER_CANCEL) == is_cancel)
        g_strv_builder_add (mails, letter->mail);
    }
  return g_strv_builder_end (mails);
}

static void
send_file (World *self, AjInvitations *invitations, AjCalendarMethod method, guint skipped)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (!aj_invitations_needs (invitations, method))
    return;
  name = aj_invitations_save (invitations, method, self->folder, &sender.organiser, self->now,
                              &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, name, NULL);
  deliver (self, invitations, path, list_owed (invitations, method == AJ_CALENDAR_CANCEL), skipped);
}

static void
send_draft (World *self, AjInvitations *invitations, AjLetterKind kind, guint skipped)
{
  const AjMeetingMailRequest request = { .use = aj_meeting_mail_get_use (kind),
                                         .stamp = self->now };
  g_autoptr (AjMeetingMail) mail = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (!aj_meeting_mail_is_owed (invitations, request.use))
    return;
  mail = aj_meeting_mail_write (invitations, self->texts, &sender, &request, &error);
  g_assert_no_error (error);
  name = aj_numbered_file_write (self->folder, mail->file_name, mail->bytes, AJ_OUTPUT_FILE_PRIVATE,
                                 &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, name, NULL);
  deliver (self, invitations, path, calendar_client_list_recipients (path), skipped);
}

/* All that is owed of one meeting, as files or as mails, in whichever order, with some time between the two. */
static void
send_one (World *self, AjInvitations *invitations, guint skipped)
{
  gboolean is_backwards = pick (self, 2) == 0;
  gboolean as_drafts = pick (self, 2) == 0;

  for (guint i = 0; i < 3; i++)
    {
      guint n = is_backwards ? 2 - i : i;

      if (as_drafts)
        send_draft (self, invitations,
                    (const AjLetterKind[]){ AJ_LETTER_CANCEL, AJ_LETTER_UPDATE,
                                            AJ_LETTER_REQUEST }[n],
                    skipped);
      else if (n < 2)
        send_file (self, invitations, n == 0 ? AJ_CALENDAR_CANCEL : AJ_CALENDAR_REQUEST, skipped);
      self->now += pick (self, 120);
    }
}

static void
note_sent (World *self, GPtrArray *all)
{
  g_autoptr (AjEdit) note = aj_invitations_note_all_sent (all, self->base.store, self->now);
  g_autoptr (GError) error = NULL;

  if (note != NULL)
    aj_edit_commit (note, &error);
  g_assert_no_error (error);
}

static void
check_answers (World *self)
{
  g_autoptr (PlainFacts) plain = plain_facts_load (self->base.store);

  known_answers_check (self->known, plain);
}

static void
assert_held (const CalendarClientEntry *entry, const AjValues *meeting)
{
  const char *zone = aj_values_get_text (meeting, "zone");
  const char *place = aj_values_get_text (meeting, "place");
  AjWallTime start, end;
  gint64 from, until;

  g_assert_true (aj_values_get_wall_time (meeting, "starts-at", &start));
  g_assert_true (aj_values_get_wall_time (meeting, "ends-at", &end));
  g_assert_true (aj_wall_time_to_unix (&start, zone, &from));
  g_assert_true (aj_wall_time_to_unix (&end, zone, &until));
  g_assert_cmpint (entry->start, ==, from);
  if (until > from)
    g_assert_cmpint (entry->end, ==, until);
  g_assert_cmpstr (entry->place, ==, place != NULL ? place : "");
  g_assert_cmpint (entry->sequence, ==, aj_values_get_integer (meeting, "sequence"));
}

/* Whether somebody who is invited reads that mailbox. */
static gboolean
is_expected (World *self, PlainFacts *plain, guint mailbox, guint meeting)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *mail = plain_facts_dup_mail (plain, self->people[i]);

      if (calendar_post_find (self->post, mail) == mailbox &&
          plain_facts_is_invited (plain, self->people[i], self->meetings[meeting]))
        return TRUE;
    }
  return FALSE;
}

/* What the program says of itself. */
static void
check_counts (World *self, guint meeting, gboolean is_on)
{
  g_autoptr (AjMeetingFacts) facts = load_facts (self, meeting);
  g_autoptr (AjInvitations) invitations = aj_invitations_new (facts);
  const AjInvitationCounts *counts = aj_invitations_get_counts (invitations);

  g_assert_cmpuint (aj_invitations_get_owed (invitations)->len, ==, 0);
  g_assert_null (aj_invitations_describe (invitations));
  g_assert_cmpuint (counts->n_old + counts->n_gone + counts->n_stuck, ==, 0);
  g_assert_cmpuint (counts->n_current, ==, is_on ? counts->n_invited : 0);
}

static void
check_calendars (World *self)
{
  g_autoptr (PlainFacts) plain = plain_facts_load (self->base.store);

  for (guint j = 0; j < N_MEETINGS; j++)
    {
      const AjValues *meeting = plain_facts_get_meeting (plain, self->meetings[j]);
      gboolean is_on = !has (meeting, "state", AJ_MEETING_CANCELLED);

      check_counts (self, j, is_on);
      for (guint i = 0; i < N_MAILBOXES; i++)
        {
          const CalendarClientEntry *held = calendar_post_get_held (self->post, i,
                                                                    self->meetings[j]);

          g_assert_cmpint (held != NULL, ==, is_on && is_expected (self, plain, i, j));
          if (held == NULL)
            continue;
          assert_held (held, meeting);
          g_assert_cmpstr (held->status, ==, self->told[i][j]);
        }
    }
}

/* Writes and sends all that is owed, and says so. */
static void
send_all (World *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = aj_owed_invitations_load (self->base.store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      send_one (self, all->pdata[i], G_MAXUINT);
      year_speakers_send (&self->speakers, all->pdata[i], self->post, self->folder,
                          &sender.organiser, self->now);
    }
  note_sent (self, all);
  self->is_unmarked = FALSE;
  check_calendars (self);
  self->n_spoken += year_speakers_check (&self->speakers, self->post, N_MAILBOXES);
  check_answers (self);
}

/* Mails of one meeting go out, but for one that does not come through; so none is marked as sent, and all are owed still. */
static void
send_unmarked (World *self)
{
  g_autoptr (AjMeetingFacts) facts = load_facts (self, pick (self, N_MEETINGS));
  g_autoptr (AjInvitations) invitations = aj_invitations_new (facts);

  if (aj_invitations_get_owed (invitations)->len == 0)
    return;
  send_one (self, invitations, pick (self, N_MAILBOXES));
  self->is_unmarked = TRUE;
}

/* What may happen in a year: each is one change, or none (FALSE). */

static gboolean
change_place (World *self)
{
  static const char *const places[] = { "", "Deventer", "Almelo, zaal 3; boven\\achter", "Zwolle" };

  return fixture_set (&self->base, "meeting", self->meetings[pick (self, N_MEETINGS)], "place",
                      places[pick (self, G_N_ELEMENTS (places))], NULL);
}

/* Also to when the clocks change. */
static gboolean
move (World *self)
{
  static const char *const starts[] = { "2026-03-29T02:30", "2026-03-28T23:00", "2026-10-25T02:30",
                                        "2026-10-25T00:30" };
  g_autofree char *start = g_strdup_printf ("2026-%02u-%02uT%02u:00", 2 + pick (self, 10),
                                            1 + pick (self, 28), 8 + pick (self, 12));
  guint odd = pick (self, 12);

  return fixture_set (&self->base, "meeting", self->meetings[pick (self, N_MEETINGS)], "starts-at",
                      odd < G_N_ELEMENTS (starts) ? starts[odd] : start, NULL);
}

/* A plan becomes certain and back, is off and on again. */
static gboolean
change_state (World *self)
{
  static const char *const states[] = { AJ_MEETING_PLANNED, AJ_MEETING_CONFIRMED,
                                        AJ_MEETING_PLANNED, AJ_MEETING_CONFIRMED,
                                        AJ_MEETING_CANCELLED };

  return fixture_set (&self->base, "meeting", self->meetings[pick (self, N_MEETINGS)], "state",
                      states[pick (self, G_N_ELEMENTS (states))], NULL);
}

static gboolean
leave (World *self, const AjValues *membership, const char *day)
{
  AjDate from = aj_values_get_date (membership, "from");
  AjDate last;

  g_assert_true (aj_date_parse_iso (day, &last));
  if (aj_values_is_empty (membership, "until") && (from == AJ_DATE_NONE || from <= last))
    return fixture_set (&self->base, "membership", aj_values_get_id (membership), "until", day,
                        NULL);
  fixture_remove (&self->base, "membership", aj_values_get_id (membership));
  return TRUE;
}

static gboolean
join_or_leave (World *self)
{
  const char *person = self->people[pick (self, N_MEMBERS)];
  g_autoptr (PlainFacts) plain = plain_facts_load (self->base.store);
  const AjValues *membership = plain_facts_get_membership (plain, person);
  g_autofree char *day = g_strdup_printf ("2026-%02u-%02u", 2 + pick (self, 10),
                                          1 + pick (self, 28));

  if (membership != NULL)
    return leave (self, membership, day);
  fixture_add (&self->base, "membership", "group", self->group, "person", person, "from",
               pick (self, 3) == 0 ? day : "", NULL);
  return TRUE;
}

static const AjInvitee *
find_guest (AjMeetingFacts *facts, const char *person)
{
  GArray *invitees = aj_meeting_facts_get_invitees (facts);

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);

      if (g_str_equal (aj_values_get_id (one->person), person) && aj_attendance_job_is_guest (one))
        return one;
    }
  return NULL;
}

static gboolean
add_or_remove_guest (World *self)
{
  const char *person = self->people[N_MEMBERS + pick (self, N_PEOPLE - N_MEMBERS)];
  g_autoptr (AjMeetingFacts) facts = load_facts (self, pick (self, N_MEETINGS));
  const AjInvitee *guest = find_guest (facts, person);
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  edit = guest != NULL
             ? aj_attendance_job_remove_guest (self->base.store, guest)
             : aj_attendance_job_add_guest (self->base.store, facts, "person", person, "Gast");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return TRUE;
}

/* An item goes to another place, meeting or speaker, is dropped, waits, or takes longer. */
static gboolean
change_item (World *self)
{
  static const char *const fields[] = { "position", "meeting", "speaker", "state", "minutes" };
  guint field = pick (self, G_N_ELEMENTS (fields));
  guint item = pick (self, YEAR_N_ITEMS);
  /* No two have the same. */
  g_autofree char *number = g_strdup_printf ("%u", 10 * (1 + pick (self, 5)) + item);
  const char *const texts[] = {
    number,
    pick (self, 4) == 0 ? "" : self->meetings[pick (self, N_MEETINGS)],
    pick (self, 4) == 0 ? "" : self->people[N_MEMBERS - 1 + pick (self, 3)],
    pick (self, 3) == 0 ? "dropped" : "open",
    number,
  };

  return fixture_set (&self->base, "agenda-item", self->speakers.items[item], fields[field],
                      texts[field], NULL);
}

static gboolean
change_address (World *self)
{
  guint person = pick (self, N_PEOPLE);
  const char *address = addresses[person][pick (self, 2)];

  return address != NULL &&
         fixture_set (&self->base, "person", self->people[person], "mail", address, NULL);
}

/* Whoever reads a mailbox answers what their calendar holds. */
static void
answer (World *self)
{
  static const struct
  {
    const char *participation;
    const char *answer;
  } answers[] = { { "ACCEPTED", AJ_ANSWER_YES },
                  { "DECLINED", AJ_ANSWER_NO },
                  { "TENTATIVE", AJ_ANSWER_MAYBE },
                  { "DELEGATED", AJ_ANSWER_SENDS } };
  const char *meeting = self->meetings[pick (self, N_MEETINGS)];
  const CalendarClientEntry *entry = calendar_post_get_held (self->post, pick (self, N_MAILBOXES),
                                                             meeting);
  guint said = pick (self, 4);
  CalendarReply file = { .style = pick (self, CALENDAR_N_STYLES), .stamp = self->now };
  g_autofree char *stem = g_strdup_printf ("%s/in-%u", self->base.folder, self->sent->len);
  const CalendarClientSelf *who;
  SentAnswer *sent;

  if (entry == NULL)
    return;
  if (said == 3)
    file.style = CALENDAR_STYLE_THUNDERBIRD;
  if (pick (self, 6) == 0)
    {
      said = 2;
      file.style = CALENDAR_STYLE_EXCHANGE;
      file.proposal = entry->start + (1 + pick (self, 200)) * 3600;
    }
  file.participation = answers[said].participation;
  who = entry->selfs->pdata[pick (self, entry->selfs->len)];
  sent = g_new0 (SentAnswer, 1);
  sent->meeting = meeting;
  sent->mail = g_strdup (who->mail);
  sent->name = g_strdup (who->name);
  sent->sequence = entry->sequence;
  sent->stamp = self->now;
  sent->answer = answers[said].answer;
  sent->path = calendar_client_answer (entry, who, &file, stem);
  g_ptr_array_add (self->sent, sent);
}

/* Accepts one of the proposals of those who are invited. */
static void
accept_one (World *self, AjAnswers *answers)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (answers));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AjAnswerRow) row = g_list_model_get_item (G_LIST_MODEL (answers), i);

      if (aj_answer_row_get_verdict (row) != AJ_ANSWER_VERDICT_PROPOSAL ||
          !aj_answer_row_get_wanted (row))
        continue;
      aj_answers_set_decision (answers, row, AJ_ANSWER_DECISION_ACCEPT);
      return;
    }
}

/* Some of what was ever sent comes in, in any order, some of it twice, and is stored as it stands. */
static gboolean
take_in (World *self)
{
  g_autoptr (PlainFacts) plain = plain_facts_load (self->base.store);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (AjAnswers) answers = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  for (guint n = pick (self, 7); n > 0 && self->sent->len > 0; n--)
    {
      /* The newest most of the time. */
      guint back = pick (self, 3) == 0 ? pick (self, self->sent->len) : pick (self, 5);
      const SentAnswer *sent =
          self->sent->pdata[self->sent->len - 1 - MIN (back, self->sent->len - 1)];

      g_ptr_array_add (paths, sent->path);
      known_answers_take (self->known, plain, sent);
    }
  g_ptr_array_add (paths, NULL);
  answers = aj_answers_load (self->base.store, (const char *const *) paths->pdata, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_answers_get_problems (answers)->len, ==, 0);
  if (!self->is_unmarked && pick (self, 2) == 0)
    accept_one (self, answers);
  self->n_stored += aj_answers_count_wanted (answers);
  edit = aj_answers_make_edit (answers);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  check_answers (self);
  return aj_edit_get_revision (edit) != 0;
}

typedef gboolean (*Happening) (World *self);

/* Does something, and takes it back where that is allowed. */
static void
do_and_undo (World *self, Happening something)
{
  g_autoptr (KnownAnswers) before = known_answers_copy (self->known);
  g_autoptr (GError) error = NULL;

  if (!something (self))
    return;
  /* What went out meanwhile, went out. */
  if (pick (self, 2) == 0)
    send_all (self);
  if (aj_store_undo (self->base.store, NULL, &error))
    {
      known_answers_free (self->known);
      self->known = g_steal_pointer (&before);
      self->n_undone++;
    }
  check_answers (self);
}

/* One thing after another. */
static void
go_on (World *self)
{
  /* The first two also between what is written and what is noted: they change nothing about who is invited. */
  static const Happening happenings[] = {
    take_in,        change_place,        move,        change_state, join_or_leave,
    change_address, add_or_remove_guest, change_item, change_item
  };
  Happening something = happenings[pick (self, self->is_unmarked ? 2 : G_N_ELEMENTS (happenings))];
  guint what = pick (self, 16);

  self->now += pick (self, 600);
  if (what < 2)
    send_all (self);
  else if (what < 3)
    send_unmarked (self);
  else if (what < 8)
    answer (self);
  else if (what < 11)
    take_in (self);
  else if (what < 12 && !self->is_unmarked)
    do_and_undo (self, something);
  else
    something (self);
}

static void
test_year (World *self, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    go_on (self);
  send_all (self);
  calendar_post_check_with_python (self->post, self->base.folder);
  g_assert_cmpuint (self->n_undone, >, 0);
  g_assert_cmpuint (self->n_stored, >, 0);
  g_assert_cmpuint (self->n_spoken, >, 0);
  g_test_message ("%u answers stored of %u sent, %u steps taken back, %u speak", self->n_stored,
                  self->sent->len, self->n_undone, self->n_spoken);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/meeting-year/%u", seed);

      g_test_add (path, World, GUINT_TO_POINTER (seed), set_up, test_year, tear_down);
    }
  return g_test_run ();
}
