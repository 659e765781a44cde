/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting.h"
#include "aj-minutes.h"

/* A planned meeting of two hours, as the store keeps it. */
static AjValues *
make_meeting (void)
{
  AjValues *meeting = aj_values_new (&aj_meeting_record_type, "m1");

  aj_values_set_text (meeting, "group", "g1");
  aj_values_set_text (meeting, "starts-at", "2026-03-12T10:00");
  aj_values_set_text (meeting, "ends-at", "2026-03-12T12:00");
  aj_values_set_text (meeting, "pattern-date", "2026-03-12");
  aj_values_set_text (meeting, "reason", "rule");
  aj_values_prepare (NULL, meeting);
  return meeting;
}

/* The meeting after an edit that sets @field; NULL empties it. */
static AjValues *
change (const AjValues *before, const char *field, const char *text)
{
  AjValues *after = aj_values_copy (before);
  int index = aj_record_type_find (&aj_meeting_record_type, field);
  g_auto (AjValue) value = AJ_VALUE_INIT;

  g_assert_true (aj_field_parse (&aj_meeting_record_type.fields[index], text, &value, NULL));
  aj_values_set (after, (guint) index, &value);
  aj_values_follow (before, after, G_GUINT64_CONSTANT (1) << index);
  aj_values_prepare (before, after);
  return after;
}

static void
test_new (void)
{
  g_autoptr (AjValues) meeting = make_meeting ();
  g_autoptr (AjValues) brought = aj_values_new (&aj_meeting_record_type, "m2");
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_values_check (meeting, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (aj_values_get_text (meeting, "uid"), ==, "m1");
  g_assert_cmpint (aj_values_get_integer (meeting, "sequence"), ==, 0);
  g_assert_false (aj_meeting_is_handed_out (meeting));

  /* One that comes with an identity keeps it. */
  aj_values_set_text (brought, "uid", "040000008200E00074C5B7101A82E008");
  aj_values_prepare (NULL, brought);
  g_assert_cmpstr (aj_values_get_text (brought, "uid"), ==, "040000008200E00074C5B7101A82E008");
}

static void
test_uid_for_life (void)
{
  g_autoptr (AjValues) meeting = make_meeting ();
  g_autoptr (AjValues) brought = change (meeting, "uid", "from-elsewhere");
  g_autoptr (AjValues) emptied = change (brought, "uid", NULL);

  g_assert_cmpstr (aj_values_get_text (brought, "uid"), ==, "from-elsewhere");
  /* Emptied by mistake, it once became another one than its guests hold. */
  g_assert_cmpstr (aj_values_get_text (emptied, "uid"), ==, "from-elsewhere");
}

/* What was held has minutes, so that nobody has to say both. */
static void
test_minutes_tell_of_it (void)
{
  static const struct
  {
    const char *state, *minutes;
    const char *wanted;
  } cases[] = {
    { AJ_MEETING_PLANNED, AJ_MINUTES_COMMENT, AJ_MEETING_HELD },
    { AJ_MEETING_CONFIRMED, AJ_MINUTES_FIXED, AJ_MEETING_HELD },
    { AJ_MEETING_PLANNED, AJ_MINUTES_CONCEPT, AJ_MEETING_PLANNED },
    { AJ_MEETING_CANCELLED, AJ_MINUTES_COMMENT, AJ_MEETING_CANCELLED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) before = make_meeting ();
      g_autoptr (AjValues) after = NULL;
      g_autoptr (AjValues) back = NULL;
      g_autoptr (AjValues) later = NULL;

      aj_values_set_text (before, "state", cases[i].state);
      after = change (before, "minutes-state", cases[i].minutes);
      g_assert_cmpstr (aj_values_get_text (after, "state"), ==, cases[i].wanted);
      g_assert_cmpint (aj_values_get_integer (after, "sequence"), ==, 0);
      /* Said otherwise afterwards, that stands. */
      back = change (after, "state", AJ_MEETING_PLANNED);
      later = change (back, "notes", "Nog iets");
      g_assert_cmpstr (aj_values_get_text (later, "state"), ==, AJ_MEETING_PLANNED);
    }
}

static void
test_keep_length (void)
{
  static const struct
  {
    const char *start, *end; /* before */
    const char *new_start;
    const char *new_end;
  } cases[] = {
    { "2026-03-12T10:00", "2026-03-12T12:00", "2026-03-12T13:30", "2026-03-12T15:30" },
    { "2026-03-12T10:00", "2026-03-12T12:00", "2026-03-19T10:00", "2026-03-19T12:00" },
    { "2026-03-12T10:00", "2026-03-12T12:00", "2026-02-12T09:00", "2026-02-12T11:00" },
    /* Over midnight, and the end of a month and a year. */
    { "2026-03-12T10:00", "2026-03-12T12:00", "2026-12-31T23:00", "2027-01-01T01:00" },
    { "2026-12-31T23:00", "2027-01-01T01:00", "2026-12-31T10:00", "2026-12-31T12:00" },
    { "2026-03-12T10:00", "2026-03-14T16:00", "2028-02-28T10:00", "2028-03-01T16:00" },
    /* Over both changes of the clock: as long on the wall as it was, whatever the sun did. */
    { "2026-03-12T10:00", "2026-03-12T12:00", "2026-03-29T01:30", "2026-03-29T03:30" },
    { "2026-03-28T22:00", "2026-03-29T06:00", "2026-04-04T22:00", "2026-04-05T06:00" },
    { "2026-10-01T22:00", "2026-10-02T06:00", "2026-10-24T22:00", "2026-10-25T06:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) before = make_meeting ();
      g_autoptr (AjValues) after = NULL;

      aj_values_set_text (before, "starts-at", cases[i].start);
      aj_values_set_text (before, "ends-at", cases[i].end);
      after = change (before, "starts-at", cases[i].new_start);
      g_assert_cmpstr (aj_values_get_text (after, "ends-at"), ==, cases[i].new_end);
      g_assert_true (aj_values_check (after, NULL, NULL));
    }
}

static void
test_length_left_alone (void)
{
  g_autoptr (AjValues) meeting = make_meeting ();
  g_autoptr (AjValues) longer = change (meeting, "ends-at", "2026-03-12T16:00");
  g_autoptr (AjValues) both = aj_values_copy (meeting);
  g_autoptr (AjValues) elsewhere = change (meeting, "place", "Zwolle");

  g_assert_cmpstr (aj_values_get_text (longer, "starts-at"), ==, "2026-03-12T10:00");
  g_assert_cmpstr (aj_values_get_text (longer, "ends-at"), ==, "2026-03-12T16:00");
  g_assert_cmpstr (aj_values_get_text (elsewhere, "ends-at"), ==, "2026-03-12T12:00");

  aj_values_set_text (both, "starts-at", "2026-03-12T09:00");
  aj_values_set_text (both, "ends-at", "2026-03-12T09:45");
  aj_values_prepare (meeting, both);
  g_assert_cmpstr (aj_values_get_text (both, "ends-at"), ==, "2026-03-12T09:45");
}

/* An hour later and an hour shorter: once the end, set to what it was, moved along as if it had been left alone. */
static void
test_end_stays (void)
{
  g_autoptr (AjValues) meeting = make_meeting ();
  g_autoptr (AjValues) shorter = aj_values_copy (meeting);
  guint64 set = G_GUINT64_CONSTANT (1)
                    << aj_record_type_find (&aj_meeting_record_type, "starts-at") |
                G_GUINT64_CONSTANT (1) << aj_record_type_find (&aj_meeting_record_type, "ends-at");

  aj_values_set_text (shorter, "starts-at", "2026-03-12T11:00");
  aj_values_follow (meeting, shorter, set);
  aj_values_prepare (meeting, shorter);
  g_assert_cmpstr (aj_values_get_text (shorter, "ends-at"), ==, "2026-03-12T12:00");
}

/* Moved to where its end has no date any more, it is refused rather than wrapped round. */
static void
test_length_leaves_calendar (void)
{
  g_autoptr (AjValues) meeting = make_meeting ();
  g_autoptr (AjValues) last = change (meeting, "starts-at", "9999-12-31T23:00");
  const AjField *failed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_values_check (last, &failed, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_REQUIRED);
  g_assert_cmpstr (failed->name, ==, "ends-at");
}

static void
test_explain_move (void)
{
  static const struct
  {
    const char *reason, *detail; /* before */
    const char *new_start;
    const char *new_reason;
    gboolean detail_stays;
  } cases[] = {
    { "rule", NULL, "2026-03-19T10:00", "hand", FALSE },
    { "school-holiday", "meivakantie Noord", "2026-03-26T10:00", "hand", FALSE },
    { "conflict", "2026-03-12", "2026-03-26T10:00", "hand", FALSE },
    /* Back to the date of the rhythm: somebody chose it, against what had moved it away. */
    { "hand", "was ill", "2026-03-12T10:00", "hand", FALSE },
    { "hand", NULL, "2026-03-12T15:00", "hand", FALSE },
    { "school-holiday", "meivakantie Noord", "2026-03-12T10:00", "against-advice", TRUE },
    { "clash", "Werkgroep Jeugd", "2026-03-12T10:00", "against-advice", TRUE },
    { "conflict", "meivakantie Noord", "2026-03-12T10:00", "against-advice", TRUE },
    /* Nothing was said that somebody could choose against. */
    { "rule", NULL, "2026-03-12T10:00", "rule", FALSE },
    /* Another hour is no other date. */
    { "rule", "x", "2026-03-05T15:00", "rule", TRUE },
    { "rule", "last", "2026-03-12T10:00", "rule", TRUE },
    { "rule", "last", "2026-03-19T10:00", "hand", FALSE },
    { "public-holiday", "Pinksteren", "2026-03-05T09:00", "public-holiday", TRUE },
    /* One that never had a reason has none to lose. */
    { NULL, NULL, "2026-03-26T10:00", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) before = make_meeting ();
      g_autoptr (AjValues) after = NULL;

      g_test_message ("case %u", i);
      aj_values_set_text (before, "starts-at", "2026-03-05T10:00");
      aj_values_set_text (before, "ends-at", "2026-03-05T12:00");
      aj_values_set_text (before, "reason", cases[i].reason);
      aj_values_set_text (before, "reason-detail", cases[i].detail);
      after = change (before, "starts-at", cases[i].new_start);
      g_assert_cmpstr (aj_values_get_text (after, "reason"), ==, cases[i].new_reason);
      g_assert_cmpstr (aj_values_get_text (after, "reason-detail"), ==,
                       cases[i].detail_stays ? cases[i].detail : NULL);
    }
}

/* Planning again moves a meeting and says why in the same edit. */
static void
test_move_with_reason (void)
{
  static const struct
  {
    const char *field, *text;
  } own[] = {
    { "reason", "school-holiday" },
    { "reason-detail", "herfstvakantie Zuid" },
    { "pattern-date", "2026-03-19" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autoptr (AjValues) before = make_meeting ();
      g_autoptr (AjValues) after = aj_values_copy (before);

      aj_values_set_text (after, "starts-at", "2026-03-26T10:00");
      aj_values_set_text (after, own[i].field, own[i].text);
      aj_values_prepare (before, after);
      g_assert_cmpstr (aj_values_get_text (after, own[i].field), ==, own[i].text);
      g_assert_cmpstr (aj_values_get_text (after, "reason"), !=, "hand");
    }
}

static void
test_sequence (void)
{
  static const struct
  {
    const char *field, *text;
    gint64 sequence; /* from 3 */
  } cases[] = {
    { "starts-at", "2026-03-19T10:00", 4 },
    { "ends-at", "2026-03-12T12:30", 4 },
    { "zone", "Europe/London", 4 },
    { "place", "Zwolle", 4 },
    { "place", NULL, 4 },
    { "online-link", "https://meet.example/1", 4 },
    { "state", "cancelled", 4 },
    /* What moves nobody. */
    { "state", "confirmed", 3 },
    { "state", "held", 3 },
    { "theme", "Phishing", 3 },
    { "notes", "Bring cake", 3 },
    { "description", "About phishing", 3 },
    { "chair", "p1", 3 },
    { "cycle", "c1", 3 },
    { "group", "g2", 3 },
    { "reason-detail", "x", 3 },
    { "handed-out-at", "2026-01-02T08:00", 3 },
    { "handed-out-sequence", "3", 3 },
    /* Set to what it was. */
    { "place", "Arnhem", 3 },
    { "starts-at", "2026-03-12T10:00", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) before = make_meeting ();
      g_autoptr (AjValues) after = NULL;

      aj_values_set_integer (before, "sequence", 3);
      aj_values_set_text (before, "place", "Arnhem");
      after = change (before, cases[i].field, cases[i].text);
      g_assert_cmpint (aj_values_get_integer (after, "sequence"), ==, cases[i].sequence);
      g_assert_cmpint (aj_meeting_calls_for_update (before, after), ==, cases[i].sequence == 4);
    }
}

/* One edit is one version, however much of the meeting it changes. */
static void
test_sequence_once (void)
{
  g_autoptr (AjValues) before = make_meeting ();
  g_autoptr (AjValues) after = aj_values_copy (before);

  aj_values_set_text (after, "starts-at", "2026-04-09T13:00");
  aj_values_set_text (after, "place", "Zwolle");
  aj_values_set_text (after, "state", "confirmed");
  aj_values_prepare (before, after);
  g_assert_cmpint (aj_values_get_integer (after, "sequence"), ==, 1);
}

static void
test_never_falls (void)
{
  static const struct
  {
    const char *sequence; /* set by the edit; NULL empties it */
    const char *place;    /* likewise, unless it is "Arnhem" */
    gint64 expected;      /* from 5 */
  } cases[] = {
    { "0", "Arnhem", 5 },  { NULL, "Arnhem", 5 }, { "4", "Zwolle", 6 },
    { NULL, "Zwolle", 6 }, { "9", "Arnhem", 9 },  { "9", "Zwolle", 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) before = make_meeting ();
      g_autoptr (AjValues) after = NULL;

      aj_values_set_integer (before, "sequence", 5);
      aj_values_set_integer (before, "handed-out-sequence", 5);
      aj_values_set_text (before, "place", "Arnhem");
      after = aj_values_copy (before);
      if (cases[i].sequence != NULL)
        aj_values_set_integer (after, "sequence", g_ascii_strtoll (cases[i].sequence, NULL, 10));
      else
        aj_values_clear (after, "sequence");
      aj_values_clear (after, "handed-out-sequence");
      aj_values_set_text (after, "place", cases[i].place);
      aj_values_prepare (before, after);
      g_assert_cmpint (aj_values_get_integer (after, "sequence"), ==, cases[i].expected);
      /* It went out, and nothing makes that undone. */
      g_assert_true (aj_meeting_is_handed_out (after));
      g_assert_cmpint (aj_values_get_integer (after, "handed-out-sequence"), ==, 5);
    }
}

/* Undo puts back what was, under a number of its own: who holds the moved meeting must take it. */
static void
test_undo_is_newer (void)
{
  g_autoptr (AjValues) before = make_meeting ();
  g_autoptr (AjValues) moved = change (before, "starts-at", "2026-03-19T10:00");
  g_autoptr (AjValues) undone = aj_values_copy (before);

  aj_values_prepare (moved, undone);
  g_assert_cmpint (aj_values_get_integer (moved, "sequence"), ==, 1);
  g_assert_cmpint (aj_values_get_integer (undone, "sequence"), ==, 2);
  g_assert_cmpstr (aj_values_get_text (undone, "starts-at"), ==, "2026-03-12T10:00");
  g_assert_cmpstr (aj_values_get_text (undone, "ends-at"), ==, "2026-03-12T12:00");
  g_assert_cmpstr (aj_values_get_text (undone, "reason"), ==, "rule");
}

static void
test_outdated (void)
{
  g_autoptr (AjValues) meeting = make_meeting ();
  g_autoptr (AjValues) sent = NULL;
  g_autoptr (AjValues) themed = NULL;
  g_autoptr (AjValues) moved = NULL;
  g_autoptr (AjValues) sent_again = NULL;
  g_autoptr (AjValues) held = NULL;
  g_autoptr (AjValues) cancelled = NULL;

  g_assert_false (aj_meeting_is_outdated (meeting));
  sent = change (meeting, "handed-out-sequence", "0");
  g_assert_true (aj_meeting_is_handed_out (sent));
  g_assert_false (aj_meeting_is_outdated (sent));
  themed = change (sent, "theme", "Phishing");
  g_assert_false (aj_meeting_is_outdated (themed));
  moved = change (themed, "starts-at", "2026-03-19T10:00");
  g_assert_true (aj_meeting_is_outdated (moved));
  sent_again = change (moved, "handed-out-sequence", "1");
  g_assert_false (aj_meeting_is_outdated (sent_again));

  /* Who was there needs no update, who is not to come does. */
  held = change (moved, "state", AJ_MEETING_HELD);
  g_assert_false (aj_meeting_is_outdated (held));
  g_assert_false (aj_meeting_is_open (held));
  cancelled = change (moved, "state", AJ_MEETING_CANCELLED);
  g_assert_true (aj_meeting_is_outdated (cancelled));
  g_assert_false (aj_meeting_is_open (cancelled));
  g_assert_true (aj_meeting_is_open (moved));

  /* Moved before it ever went out: nobody holds anything. */
  g_clear_pointer (&moved, aj_values_unref);
  moved = change (meeting, "starts-at", "2026-03-19T10:00");
  g_assert_false (aj_meeting_is_handed_out (moved));
  g_assert_false (aj_meeting_is_outdated (moved));
}

static void
test_check (void)
{
  static const struct
  {
    const char *field, *text;
    const char *failed; /* NULL: several fields together */
    int code;           /* -1: good */
  } cases[] = {
    { "ends-at", "2026-03-12T10:01", NULL, -1 },
    { "ends-at", "2026-03-14T09:00", NULL, -1 },
    { "ends-at", "2026-03-12T10:00", NULL, AJ_MODEL_ERROR_RULE },
    { "ends-at", "2026-03-12T09:59", NULL, AJ_MODEL_ERROR_RULE },
    { "ends-at", "2026-03-11T12:00", NULL, AJ_MODEL_ERROR_RULE },
    { "ends-at", NULL, "ends-at", AJ_MODEL_ERROR_REQUIRED },
    { "starts-at", NULL, "starts-at", AJ_MODEL_ERROR_REQUIRED },
    { "group", NULL, "group", AJ_MODEL_ERROR_REQUIRED },
    { "state", NULL, "state", AJ_MODEL_ERROR_REQUIRED },
    { "zone", NULL, "zone", AJ_MODEL_ERROR_REQUIRED },
    { "zone", "Europe/Atlantis", "zone", AJ_MODEL_ERROR_FORMAT },
    { "zone", "UTC", NULL, -1 },
    { "theme", NULL, NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) meeting = make_meeting ();
      const AjField *failed = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u: %s", i, cases[i].field);
      aj_values_set_text (meeting, cases[i].field, cases[i].text);
      if (aj_values_check (meeting, &failed, &error))
        {
          g_assert_cmpint (cases[i].code, ==, -1);
          continue;
        }
      g_assert_true (g_error_matches (error, AJ_MODEL_ERROR, cases[i].code));
      g_assert_cmpstr (failed != NULL ? failed->name : NULL, ==, cases[i].failed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting/new", test_new);
  g_test_add_func ("/meeting/uid-for-life", test_uid_for_life);
  g_test_add_func ("/meeting/minutes-tell-of-it", test_minutes_tell_of_it);
  g_test_add_func ("/meeting/keep-length", test_keep_length);
  g_test_add_func ("/meeting/end-stays", test_end_stays);
  g_test_add_func ("/meeting/length-left-alone", test_length_left_alone);
  g_test_add_func ("/meeting/length-leaves-calendar", test_length_leaves_calendar);
  g_test_add_func ("/meeting/explain-move", test_explain_move);
  g_test_add_func ("/meeting/move-with-reason", test_move_with_reason);
  g_test_add_func ("/meeting/sequence", test_sequence);
  g_test_add_func ("/meeting/sequence-once", test_sequence_once);
  g_test_add_func ("/meeting/never-falls", test_never_falls);
  g_test_add_func ("/meeting/undo-is-newer", test_undo_is_newer);
  g_test_add_func ("/meeting/outdated", test_outdated);
  g_test_add_func ("/meeting/check", test_check);
  return g_test_run ();
}
