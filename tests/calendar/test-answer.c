/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers as calendars write them, and as nobody should. */
#include "aj-calendar-answer.h"

#include <string.h>

#define HEAD(method) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:" method "\r\n"
#define TAIL         "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:one\r\n" lines "END:VEVENT\r\n"
#define REPLY(lines) HEAD ("REPLY") EVENT (lines) TAIL
#define ANNA         "ATTENDEE;PARTSTAT=ACCEPTED;CN=Anna:mailto:anna@stad.example\r\n"
/* 2026-03-12T09:00:00Z */
#define MORNING G_GINT64_CONSTANT (1773306000)

typedef struct
{
  GPtrArray *problems;
  GPtrArray *answers;
  GError *error;
} World;

static void
set_up (World *self, gconstpointer data)
{
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

static void
clear (World *self)
{
  g_ptr_array_set_size (self->problems, 0);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_error (&self->error);
}

static void
tear_down (World *self, gconstpointer data)
{
  clear (self);
  g_ptr_array_unref (self->problems);
}

static const AjCalendarAnswer *
read_from (World *self, const char *text, const char *sender, guint n_expected)
{
  clear (self);
  self->answers = aj_calendar_answer_read (text, sender, self->problems, &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpuint (self->answers->len, ==, n_expected);
  return self->answers->pdata[0];
}

static const AjCalendarAnswer *
read_one (World *self, const char *text)
{
  const AjCalendarAnswer *answer = read_from (self, text, NULL, 1);

  g_assert_cmpstr (answer->uid, ==, "one");
  return answer;
}

/* Whose answer it is and what they say, in every way of writing that down. */
static void
test_who (World *self, gconstpointer data)
{
  const struct
  {
    const char *lines;
    const char *mail;
    const char *name;
    AjParticipation participation;
  } cases[] = {
    { REPLY (ANNA), "anna@stad.example", "Anna", AJ_PARTICIPATION_ACCEPTED },
    { REPLY ("ATTENDEE;PARTSTAT=DECLINED:MAILTO:Anna@Stad.Example\r\n"), "anna@stad.example", NULL,
      AJ_PARTICIPATION_DECLINED },
    { REPLY ("ATTENDEE;partstat=tentative;CN=\"Bakker, A.\":mailto:a%2Bb@stad.example\r\n"),
      "a+b@stad.example", "Bakker, A.", AJ_PARTICIPATION_TENTATIVE },
    { REPLY ("ATTENDEE;PARTSTAT=ACCEPTED;EMAIL=\"anna@stad.example\":urn:uuid:1\r\n"),
      "anna@stad.example", NULL, AJ_PARTICIPATION_ACCEPTED },
    { REPLY ("ATTENDEE;PARTSTAT=ACCEPTED:invalid:nomail\r\n"), NULL, NULL,
      AJ_PARTICIPATION_ACCEPTED },
    { REPLY ("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:anna@stad.example\r\n"), "anna@stad.example",
      NULL, AJ_PARTICIPATION_UNKNOWN },
    { REPLY ("ATTENDEE:mailto:anna@stad.example\r\n"), "anna@stad.example", NULL,
      AJ_PARTICIPATION_UNKNOWN },
    { REPLY ("SUMMARY:Accepted: Jeugd\r\n"), NULL, NULL, AJ_PARTICIPATION_UNKNOWN },
    /* Folded with tabs, and with lone line feeds. */
    { HEAD ("REPLY") "BEGIN:VEVENT\nUID:one\nATTENDEE;PARTSTAT=\n\tACCEPTED;CN=An\n na:mail\n\tto:"
                     "anna@stad.example\nEND:VEVENT\n" TAIL,
      "anna@stad.example", "Anna", AJ_PARTICIPATION_ACCEPTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AjCalendarAnswer *answer;

      g_test_message ("case %u", i);
      answer = read_one (self, cases[i].lines);
      g_assert_cmpstr (answer->mail, ==, cases[i].mail);
      g_assert_cmpstr (answer->name, ==, cases[i].name);
      g_assert_cmpint (answer->participation, ==, cases[i].participation);
      g_assert_false (answer->has_proposal);
    }
}

/* Of which version, when, and of which meeting in a series. */
static void
test_versions (World *self, gconstpointer data)
{
  const struct
  {
    const char *lines;
    gint64 sequence;
    gint64 stamp;
    gboolean is_instance;
    gint64 instance;
  } cases[] = {
    { ANNA, -1, 0, FALSE, 0 },
    { ANNA "SEQUENCE:3\r\nDTSTAMP:20260312T090000Z\r\n", 3, MORNING, FALSE, 0 },
    { ANNA "SEQUENCE:0\r\n", 0, 0, FALSE, 0 },
    { ANNA "SEQUENCE:0\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:4\r\n", 4, 0, FALSE, 0 },
    { ANNA "X-MICROSOFT-CDO-APPT-SEQUENCE:4\r\n", 4, 0, FALSE, 0 },
    { ANNA "SEQUENCE:2\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:4\r\n", 2, 0, FALSE, 0 },
    { ANNA "X-MICROSOFT-CDO-APPT-SEQUENCE:many\r\n", -1, 0, FALSE, 0 },
    { ANNA "DTSTAMP:soon\r\n", -1, 0, FALSE, 0 },
    { ANNA "RECURRENCE-ID:20260312T090000Z\r\n", -1, 0, TRUE, MORNING },
    { ANNA "RECURRENCE-ID;TZID=Europe/Amsterdam:20260312T100000\r\n", -1, 0, TRUE, MORNING },
    { ANNA "RECURRENCE-ID;TZID=W. Europe Standard Time:20260312T100000\r\n", -1, 0, TRUE, MORNING },
    { ANNA "RECURRENCE-ID;TZID=\"w. europe standard time\":20260312T100000\r\n", -1, 0, TRUE,
      MORNING },
    { ANNA "RECURRENCE-ID:20260312T100000\r\n", -1, 0, TRUE, G_MININT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD ("REPLY") "BEGIN:VEVENT\r\nUID:one\r\n",
                                           cases[i].lines, "END:VEVENT\r\n" TAIL, NULL);
      const AjCalendarAnswer *answer = read_one (self, text);

      g_test_message ("case %u", i);
      g_assert_cmpint (answer->sequence, ==, cases[i].sequence);
      g_assert_cmpint (answer->stamp, ==, cases[i].stamp);
      g_assert_cmpint (answer->is_instance, ==, cases[i].is_instance);
      if (cases[i].is_instance)
        g_assert_cmpint (answer->instance, ==, cases[i].instance);
    }
}

static void
test_remarks (World *self, gconstpointer data)
{
  const AjCalendarAnswer *answer;

  answer = read_one (self, REPLY (ANNA "COMMENT;LANGUAGE=nl-NL:\\n\r\nCOMMENT:Ik kom\\, later\\n"
                                       "Anna\\n\r\n"));
  g_assert_cmpstr (answer->comment, ==, "Ik kom, later\nAnna");
  answer = read_one (self, REPLY (ANNA "COMMENT:\r\n"));
  g_assert_null (answer->comment);
  answer = read_one (self, REPLY ("ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY=\"mailto:S@stad.example\":"
                                  "mailto:anna@stad.example\r\n"));
  g_assert_cmpstr (answer->sent_by, ==, "s@stad.example");
}

#define TO                                                                                         \
  "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:els@x.example\":mailto:dirk@x.example\r\n"
#define FROM "DELEGATED-FROM=\"mailto:dirk@x.example\":mailto:els@x.example\r\n"

/* Somebody else comes: said by the one, by the other, or by both. */
static void
test_delegation (World *self, gconstpointer data)
{
  const char *const texts[] = {
    REPLY (TO "ATTENDEE;CN=Els;PARTSTAT=ACCEPTED;" FROM),
    REPLY ("ATTENDEE;CN=Els;PARTSTAT=NEEDS-ACTION;" FROM TO),
    REPLY ("ATTENDEE;CN=Els;PARTSTAT=ACCEPTED;" FROM),
    REPLY ("ATTENDEE;CN=Els;PARTSTAT=ACCEPTED;" FROM "ATTENDEE:mailto:dirk@x.example\r\n"),
  };
  const AjCalendarAnswer *answer;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("case %u", i);
      answer = read_one (self, texts[i]);
      g_assert_cmpstr (answer->mail, ==, "dirk@x.example");
      g_assert_cmpint (answer->participation, ==, AJ_PARTICIPATION_DELEGATED);
      g_assert_cmpstr (answer->substitute_mail, ==, "els@x.example");
      g_assert_cmpstr (answer->substitute_name, ==, "Els");
    }
  answer = read_one (self, REPLY (TO));
  g_assert_null (answer->substitute_name);
  g_assert_cmpstr (answer->substitute_mail, ==, "els@x.example");
  /* Whoever was sent will not come after all. */
  answer = read_one (self, REPLY ("ATTENDEE;CN=Els;PARTSTAT=DECLINED;" FROM));
  g_assert_cmpstr (answer->mail, ==, "dirk@x.example");
  g_assert_cmpint (answer->participation, ==, AJ_PARTICIPATION_UNKNOWN);
}

/* Of a calendar that names everybody, only what the sender says; without a sender, what all said. */
static void
test_many (World *self, gconstpointer data)
{
  const char *text = REPLY (ANNA "ATTENDEE;PARTSTAT=DECLINED:mailto:bert@dorp.example\r\n"
                                 "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:carl@dorp.example\r\n");
  const AjCalendarAnswer *answer = read_from (self, text, "bert@dorp.example", 1);

  g_assert_cmpstr (answer->mail, ==, "bert@dorp.example");
  read_from (self, text, NULL, 2);
  read_from (self, text, "collega@stad.example", 2);
  answer = read_from (self, HEAD ("REPLY") EVENT (ANNA) EVENT (ANNA) TAIL, NULL, 2);
  answer = read_from (self, HEAD ("REQUEST") EVENT (ANNA) TAIL REPLY (ANNA), NULL, 1);
  g_assert_cmpstr (answer->mail, ==, "anna@stad.example");
}

static void
test_proposals (World *self, gconstpointer data)
{
  const AjCalendarAnswer *answer = read_one (
      self, HEAD ("COUNTER") EVENT (ANNA "DTSTART;TZID=W. Europe Standard Time:20260312T100000\r\n"
                                         "DTEND:20260312T110000Z\r\n") TAIL);

  g_assert_true (answer->has_proposal);
  g_assert_cmpint (answer->start, ==, MORNING);
  g_assert_cmpint (answer->end, ==, MORNING + 7200);
  answer = read_one (self, HEAD ("counter")
                               EVENT (ANNA "DTSTART:20260312T090000Z\r\nDURATION:PT1H\r\n") TAIL);
  g_assert_cmpint (answer->end, ==, MORNING + 3600);
  /* A proposal that is not clear is none, and is said. */
  answer = read_one (self, HEAD ("COUNTER") EVENT (ANNA "DTSTART:20260312T090000\r\n") TAIL);
  g_assert_false (answer->has_proposal);
  g_assert_cmpuint (self->problems->len, ==, 1);
  answer = read_one (self, HEAD ("COUNTER") EVENT (ANNA "DTSTART;VALUE=DATE:20260312\r\n") TAIL);
  g_assert_false (answer->has_proposal);
}

/* A proposal that names everybody is one, by the sender or by nobody known, and never that of all. */
static void
test_proposal_of_one (World *self, gconstpointer data)
{
  const char *text = HEAD ("COUNTER")
      EVENT (ANNA "ATTENDEE;PARTSTAT=TENTATIVE:mailto:bert@dorp.example\r\n"
                  "DTSTART:20260312T090000Z\r\nDURATION:PT1H\r\n") TAIL;
  const AjCalendarAnswer *answer = read_from (self, text, NULL, 1);

  g_assert_null (answer->mail);
  g_assert_true (answer->has_proposal);
  answer = read_from (self, text, "bert@dorp.example", 1);
  g_assert_cmpstr (answer->mail, ==, "bert@dorp.example");
}

static char *
repeat (const char *before, const char *text, guint times, const char *after)
{
  GString *repeated = g_string_new (before);

  while (times-- > 0)
    g_string_append (repeated, text);
  g_string_append (repeated, after);
  return g_string_free (repeated, FALSE);
}

#define ZONE(rules)                                                                                \
  "BEGIN:VTIMEZONE\r\nTZID:x\r\n" rules                                                            \
  "END:VTIMEZONE\r\n" EVENT (ANNA "RECURRENCE-ID;TZID=x:20260312T100000\r\n") TAIL
#define OBSERVANCE(rule)                                                                           \
  "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"        \
  "RRULE:" rule "\r\nEND:STANDARD\r\n"

#define DATED(start, rule)                                                                         \
  "BEGIN:STANDARD\r\nDTSTART:" start "\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"              \
  "RRULE:" rule "\r\nEND:STANDARD\r\n"

#define ZONE_HEAD                                                                                  \
  "BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"                     \
  "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
#define ZONE_TAIL                                                                                  \
  "END:STANDARD\r\nEND:VTIMEZONE\r\n" EVENT (ANNA "RECURRENCE-ID;TZID=x:20260312T100000\r\n") TAIL

static void
assert_refused (World *self, const char *text)
{
  clear (self);
  self->answers = aj_calendar_answer_read (text, NULL, self->problems, &self->error);
  g_assert_null (self->answers);
  g_assert_error (self->error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_LIMIT);
}

/* A zone that no clock keeps: each of these took seconds to minutes. Refused by what it says, before it is worked out. */
static void
test_hostile_zones (World *self, gconstpointer data)
{
  static const char *const never[] = {
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-31",
    "FREQ=YEARLY;BYMONTH=2;BYDAY=5MO",
    "FREQ=YEARLY;BYMONTH=2;BYDAY=5MO;BYSETPOS=366",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYSETPOS=1",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU;BYMONTHDAY=1",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=SU",
    "FREQ=YEARLY;BYMONTHDAY=30",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYHOUR=1,2,3",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYMINUTE=1,2,3",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYSECOND=1,2,3",
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
  };
  static const struct
  {
    const char *text;
    guint times;
  } many[] = {
    { "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n", 500 },
    { "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n", 2 },
    { "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n", 20000 },
    { "RDATE:20000326T020000\r\n", 60000 },
    { "END:STANDARD\r\n" OBSERVANCE ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU") "BEGIN:STANDARD\r\n", 50 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_autofree char *rule = g_strdup_printf ("RRULE:%s\r\n", never[i]);
      g_autofree char *text = repeat (HEAD ("REPLY") ZONE_HEAD, rule, 1, ZONE_TAIL);

      g_test_message ("%s", never[i]);
      assert_refused (self, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      g_autofree char *text = repeat (HEAD ("REPLY") ZONE_HEAD, many[i].text, many[i].times,
                                      ZONE_TAIL);

      g_test_message ("%u times %s", many[i].times, many[i].text);
      assert_refused (self, text);
    }
  assert_refused (self, HEAD ("REPLY") ZONE (DATED ("19700230T000000", "FREQ=YEARLY")));
  assert_refused (self, HEAD ("REPLY") ZONE (DATED ("19700131T000000", "FREQ=YEARLY;BYMONTH=2")));
}

/* The ways in which programs say when clocks change; and what is known by its name is that, whatever is said of it. */
static void
test_zones (World *self, gconstpointer data)
{
  static const char *const rules[] = {
    "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "FREQ=YEARLY;BYMINUTE=0;BYHOUR=3;BYDAY=-1SU;BYMONTH=10",
    "FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYMONTHDAY=25,26,27,28,29,30,31",
    "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=25;UNTIL=20300101T000000Z",
    "FREQ=YEARLY",
  };
  const AjCalendarAnswer *answer;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *rule = g_strdup_printf ("RRULE:%s\r\n", rules[i]);
      g_autofree char *text = repeat (HEAD ("REPLY") ZONE_HEAD, rule, 1, ZONE_TAIL);

      g_test_message ("%s", rules[i]);
      answer = read_one (self, text);
      g_assert_cmpint (answer->instance, ==, MORNING);
    }
  answer = read_one (
      self,
      HEAD ("COUNTER") "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\n" OBSERVANCE (
          "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30") "END:VTIMEZONE\r\n" EVENT (ANNA
                                                                            "DTSTART;TZID=W. "
                                                                            "Europe Standard "
                                                                            "Time:"
                                                                            "20260312T100000\r\n"
                                                                            "DURATION:PT1H\r\n")
          TAIL);
  g_assert_cmpint (answer->start, ==, MORNING);
  /* Nobody proposes that, and a zone is not worked out so far. */
  answer = read_one (
      self, HEAD ("COUNTER") "BEGIN:VTIMEZONE\r\nTZID:x\r\n" OBSERVANCE (
                "FREQ=YEARLY") "END:VTIMEZONE\r\n" EVENT (ANNA "DTSTART;TZID=x:25000312T100000\r\n"
                                                               "DURATION:PT1H\r\n") TAIL);
  g_assert_false (answer->has_proposal);
}

/* What would take minutes or all memory is refused before it does. */
static void
test_refused (World *self, gconstpointer data)
{
  g_autofree char *zones = repeat (HEAD ("REPLY") "BEGIN:VTIMEZONE\r\nTZID:x\r\n",
                                   OBSERVANCE ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), 100,
                                   "END:VTIMEZONE\r\n" TAIL);
  g_autofree char *large = repeat (HEAD ("REPLY") "BEGIN:VEVENT\r\n", "X-A:b\r\n", 400000,
                                   "END:VEVENT\r\n" TAIL);
  g_autofree char *ends = repeat (HEAD ("REPLY"), "END:VEVENT\r\n", 1000, TAIL);
  const struct
  {
    const char *text;
    AjCalendarErrorCode code;
    const char *message;
  } cases[] = {
    { "", AJ_CALENDAR_ERROR_INVALID, "This is not a calendar*" },
    { HEAD ("REPLY") TAIL, AJ_CALENDAR_ERROR_INVALID, "There is no answer in this calendar*" },
    { HEAD ("REPLY") "BEGIN:VEVENT\r\n" ANNA "END:VEVENT\r\n" TAIL, AJ_CALENDAR_ERROR_INVALID,
      "An answer does not say which meeting*" },
    { HEAD ("REQUEST") EVENT (ANNA) TAIL, AJ_CALENDAR_ERROR_INVALID, "This is an invitation*" },
    { HEAD ("PUBLISH") EVENT ("") TAIL, AJ_CALENDAR_ERROR_INVALID, "*no answer to an invitation*" },
    { "BEGIN:VCALENDAR\r\n" EVENT (ANNA) TAIL, AJ_CALENDAR_ERROR_INVALID, "*no answer*" },
    { REPLY (ANNA "RRULE:FREQ=SECONDLY;BYMONTHDAY=31;BYMONTH=2\r\n"), AJ_CALENDAR_ERROR_LIMIT,
      "*more often than once a day*" },
    { HEAD ("REPLY") ZONE (OBSERVANCE ("FREQ=HOURLY")), AJ_CALENDAR_ERROR_LIMIT, "*" },
    { HEAD ("REPLY") ZONE (OBSERVANCE ("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU")),
      AJ_CALENDAR_ERROR_LIMIT, "*" },
    { HEAD ("REPLY") ZONE (OBSERVANCE ("FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7")),
      AJ_CALENDAR_ERROR_LIMIT, "*" },
    { HEAD ("REPLY") ZONE (OBSERVANCE ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1,2,3,4,5,6,7")),
      AJ_CALENDAR_ERROR_LIMIT, "*" },
    { zones, AJ_CALENDAR_ERROR_LIMIT, "*" },
    { large, AJ_CALENDAR_ERROR_LIMIT, "*" },
    { ends, AJ_CALENDAR_ERROR_INVALID, "This is not a calendar*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      clear (self);
      self->answers = aj_calendar_answer_read (cases[i].text, NULL, self->problems, &self->error);
      g_assert_null (self->answers);
      g_assert_error (self->error, AJ_CALENDAR_ERROR, (int) cases[i].code);
      g_assert_true (g_pattern_match_simple (cases[i].message, self->error->message));
    }
}

/* Very many are read up to a number, and the rest is said. */
static void
test_full (World *self, gconstpointer data)
{
  g_autofree char *events = repeat (HEAD ("REPLY"), EVENT (ANNA), 10000, TAIL);
  g_autofree char *people = repeat (HEAD ("REPLY") "BEGIN:VEVENT\r\nUID:one\r\n",
                                    "ATTENDEE;PARTSTAT=ACCEPTED;" FROM, 20000,
                                    "END:VEVENT\r\n" TAIL);

  read_from (self, events, NULL, AJ_CALENDAR_MAX_ANSWERS);
  g_assert_cmpuint (self->problems->len, ==, 1);
  read_from (self, people, NULL, AJ_CALENDAR_MAX_ANSWERS);
}

/* A real answer with its bytes changed and cut at random: an answer or a sentence, and nothing else. */
static void
test_damaged (World *self, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "answers",
                                                 "apple-tentative.ics", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *damaged = g_strndup (text, length);

      for (gint32 n = g_rand_int_range (random, 1, 12); n > 0; n--)
        damaged[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int_range (random, 0,
                                                                                          128);
      clear (self);
      self->answers = aj_calendar_answer_read (damaged, "chloe@school.example", self->problems,
                                               &self->error);
      g_assert_true ((self->answers == NULL) == (self->error != NULL));
    }
}

#define ADD(name, function) g_test_add ("/answer/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("who", test_who);
  ADD ("versions", test_versions);
  ADD ("remarks", test_remarks);
  ADD ("delegation", test_delegation);
  ADD ("many", test_many);
  ADD ("proposals", test_proposals);
  ADD ("proposal-of-one", test_proposal_of_one);
  ADD ("hostile-zones", test_hostile_zones);
  ADD ("zones", test_zones);
  ADD ("refused", test_refused);
  ADD ("full", test_full);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
