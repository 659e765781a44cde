/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is owed what of an item of an agenda, in every state of meeting, speaker, calendar and address. */
#include "aj-appointment.h"

#include "aj-agenda-item.h"
#include "aj-meeting.h"

#define MAIL     "anna@stad.example"
#define OLD_MAIL "anna@vroeger.example"
#define STAMP    G_GINT64_CONSTANT (1767603600) /* 2026-01-05T09:00:00Z */

typedef struct
{
  const char *name;
  const char *changes[9]; /* of the meeting ("state") or the item, in pairs */
  const char *sent;       /* "request", "cancel" or NULL: of 10:15 to 10:45, version 4 */
  const char *sent_mail;
  const char *mail;
  gboolean is_invited;
  const char *owed; /* letters in order: R(equest), U(pdate), C(ancel) */
  gint64 sequence;  /* of what is sent next */
  gboolean is_old;
  gboolean is_stuck;
} Case;

static const Case cases[] = {
  { "new", { NULL }, NULL, NULL, MAIL, FALSE, "R", 0, FALSE, FALSE },
  { "agreed", { "briefing", "agreed" }, NULL, NULL, MAIL, FALSE, "R", 0, FALSE, FALSE },
  { "asked", { "briefing", "asked" }, NULL, NULL, MAIL, FALSE, "", 0, FALSE, FALSE },
  { "declined", { "briefing", "declined" }, NULL, NULL, MAIL, FALSE, "", 0, FALSE, FALSE },
  { "invited", { NULL }, NULL, NULL, MAIL, TRUE, "", 0, FALSE, FALSE },
  { "nobody", { "speaker", "" }, NULL, NULL, NULL, FALSE, "", 0, FALSE, FALSE },
  { "concept", { "state", "concept" }, NULL, NULL, MAIL, FALSE, "", 0, FALSE, FALSE },
  { "held", { "state", "held" }, NULL, NULL, MAIL, FALSE, "", 0, FALSE, FALSE },
  { "cancelled", { "state", "cancelled" }, NULL, NULL, MAIL, FALSE, "", 0, FALSE, FALSE },
  { "no-mail", { NULL }, NULL, NULL, NULL, FALSE, "", 0, FALSE, TRUE },

  { "current", { NULL }, "request", MAIL, MAIL, FALSE, "", 4, FALSE, FALSE },
  { "current-case", { NULL }, "request", "ANNA@Stad.example", MAIL, FALSE, "", 4, FALSE, FALSE },
  { "current-asked", { "briefing", "asked" }, "request", MAIL, MAIL, FALSE, "", 4, FALSE, FALSE },
  { "renamed", { "name", "Anders" }, "request", MAIL, MAIL, FALSE, "", 4, FALSE, FALSE },
  { "start",
    { "sent-starts-at", "2026-03-12T10:10" },
    "request",
    MAIL,
    MAIL,
    FALSE,
    "U",
    5,
    TRUE,
    FALSE },
  { "end",
    { "sent-ends-at", "2026-03-12T10:40" },
    "request",
    MAIL,
    MAIL,
    FALSE,
    "U",
    5,
    TRUE,
    FALSE },
  { "day",
    { "sent-starts-at", "2026-03-05T10:15", "sent-ends-at", "2026-03-05T10:45" },
    "request",
    MAIL,
    MAIL,
    FALSE,
    "U",
    5,
    TRUE,
    FALSE },
  { "place", { "place", "Zwolle" }, "request", MAIL, MAIL, FALSE, "U", 5, TRUE, FALSE },
  { "no-place", { "place", "" }, "request", MAIL, MAIL, FALSE, "U", 5, TRUE, FALSE },
  { "link",
    { "online-link", "https://a.example" },
    "request",
    MAIL,
    MAIL,
    FALSE,
    "U",
    5,
    TRUE,
    FALSE },
  { "zone", { "zone", "Europe/London" }, "request", MAIL, MAIL, FALSE, "U", 5, TRUE, FALSE },
  { "old-concept",
    { "state", "concept", "place", "Zwolle" },
    "request",
    MAIL,
    MAIL,
    FALSE,
    "U",
    5,
    TRUE,
    FALSE },
  { "old-held",
    { "state", "held", "place", "Zwolle" },
    "request",
    MAIL,
    MAIL,
    FALSE,
    "",
    5,
    TRUE,
    FALSE },
  { "old-without-mail", { "place", "Zwolle" }, "request", MAIL, NULL, FALSE, "", 5, TRUE, TRUE },
  { "current-without-mail", { NULL }, "request", MAIL, NULL, FALSE, "", 5, FALSE, FALSE },

  { "other-mail", { NULL }, "request", OLD_MAIL, MAIL, FALSE, "CR", 6, FALSE, FALSE },
  { "replaced", { "sent-to", "bert" }, "request", OLD_MAIL, MAIL, FALSE, "CR", 6, FALSE, FALSE },
  { "replaced-shared", { "sent-to", "bert" }, "request", MAIL, MAIL, FALSE, "U", 5, FALSE, FALSE },
  { "replaced-without-mail",
    { "sent-to", "bert" },
    "request",
    OLD_MAIL,
    NULL,
    FALSE,
    "C",
    5,
    FALSE,
    TRUE },
  { "replaced-asked",
    { "sent-to", "bert", "briefing", "asked" },
    "request",
    OLD_MAIL,
    MAIL,
    FALSE,
    "C",
    5,
    FALSE,
    FALSE },
  { "replaced-by-nobody", { "speaker", "" }, "request", MAIL, NULL, FALSE, "C", 5, FALSE, FALSE },
  { "dropped", { "item-state", "dropped" }, "request", MAIL, MAIL, FALSE, "C", 5, FALSE, FALSE },
  { "dealt-with", { "item-state", "done" }, "request", MAIL, MAIL, FALSE, "", 4, FALSE, FALSE },
  { "said-no", { "briefing", "declined" }, "request", MAIL, MAIL, FALSE, "C", 5, FALSE, FALSE },
  { "invited-since", { NULL }, "request", MAIL, MAIL, TRUE, "C", 5, FALSE, FALSE },
  { "meeting-cancelled",
    { "state", "cancelled" },
    "request",
    MAIL,
    MAIL,
    FALSE,
    "C",
    5,
    FALSE,
    FALSE },
  { "waits", { "slot", "" }, "request", MAIL, MAIL, FALSE, "C", 5, FALSE, FALSE },
  { "told", { "item-state", "dropped" }, "cancel", MAIL, MAIL, FALSE, "", 5, FALSE, FALSE },
  { "back", { NULL }, "cancel", MAIL, MAIL, FALSE, "R", 5, FALSE, FALSE },
};

static void
set (AjValues *meeting, AjValues *item, const char *field, const char *text)
{
  AjValues *values = aj_record_type_find (&aj_agenda_item_record_type, field) >= 0 &&
                             g_strcmp0 (field, "state") != 0
                         ? item
                         : meeting;

  if (g_str_equal (field, "item-state"))
    aj_values_set_text (item, "state", text);
  else if (*text == '\0')
    aj_values_clear (values, field);
  else
    aj_values_set_text (values, field, text);
}

static AjValues *
make_meeting (void)
{
  AjValues *meeting = aj_values_new (&aj_meeting_record_type, "meeting");

  aj_values_set_text (meeting, "state", AJ_MEETING_PLANNED);
  aj_values_set_text (meeting, "starts-at", "2026-03-12T10:00");
  aj_values_set_text (meeting, "ends-at", "2026-03-12T12:00");
  aj_values_set_text (meeting, "zone", "Europe/Amsterdam");
  aj_values_set_text (meeting, "place", "Deventer");
  return meeting;
}

static AjValues *
make_item (const Case *c)
{
  AjValues *item = aj_values_new (&aj_agenda_item_record_type, "item");

  aj_values_set_text (item, "name", "Phishing");
  aj_values_set_text (item, "speaker", "anna");
  aj_values_set_text (item, "state", AJ_AGENDA_OPEN);
  if (c->sent == NULL)
    return item;
  aj_values_set_text (item, "sent-method", c->sent);
  aj_values_set_integer (item, "sent-sequence", 4);
  aj_values_set_text (item, "sent-to", "anna");
  aj_values_set_text (item, "sent-mail", c->sent_mail);
  aj_values_set_text (item, "sent-starts-at", "2026-03-12T10:15");
  aj_values_set_text (item, "sent-ends-at", "2026-03-12T10:45");
  aj_values_set_text (item, "sent-zone", "Europe/Amsterdam");
  aj_values_set_text (item, "sent-place", "Deventer");
  return item;
}

/* Noting all that is owed leaves nothing owed. */
static void
assert_settled (const AjAppointment *appointment, const AjLetter *letters, guint n)
{
  g_autoptr (AjValues) noted = aj_values_copy (appointment->item);
  AjAppointment after = *appointment;
  AjLetter left[AJ_INVITATION_MAX_LETTERS];

  for (guint i = 0; i < n; i++)
    aj_appointment_note (appointment, &letters[i], STAMP, noted);
  after.item = noted;
  g_assert_cmpuint (aj_appointment_list_owed (&after, left), ==, 0);
  g_assert_false (aj_appointment_is_old (&after) && n > 0);
  if (n > 0)
    {
      /* By the clock of where it is held. */
      g_assert_cmpstr (aj_values_get_text (noted, "sent-at"), ==,
                       g_str_equal (aj_values_get_text (appointment->meeting, "zone"),
                                    "Europe/London")
                           ? "2026-01-05T09:00"
                           : "2026-01-05T10:00");
      g_assert_cmpint (aj_values_get_integer (noted, "sent-sequence"), ==,
                       aj_appointment_get_sequence (appointment, letters[n - 1].kind));
    }
}

static void
test_owed (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (AjValues) meeting = make_meeting ();
  g_autoptr (AjValues) item = make_item (c);
  AjAgendaSlot slot = { .start = { .minute = 615 }, .end = { .minute = 645 } };
  AjAppointment appointment = { meeting, item, &slot, c->mail, c->is_invited };
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];
  g_autoptr (GString) owed = g_string_new (NULL);
  guint n;

  g_assert_true (aj_wall_time_parse ("2026-03-12T10:15", &slot.start));
  g_assert_true (aj_wall_time_parse ("2026-03-12T10:45", &slot.end));
  for (guint i = 0; c->changes[i] != NULL; i += 2)
    if (g_str_equal (c->changes[i], "slot"))
      appointment.slot = NULL;
    else
      set (meeting, item, c->changes[i], c->changes[i + 1]);
  n = aj_appointment_list_owed (&appointment, letters);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (owed, "RUC"[letters[i].kind]);
      g_assert_cmpstr (letters[i].mail, ==,
                       letters[i].kind == AJ_LETTER_CANCEL ? c->sent_mail : c->mail);
    }
  g_assert_cmpstr (owed->str, ==, c->owed);
  g_assert_cmpint (aj_appointment_get_sequence (&appointment, AJ_LETTER_REQUEST), ==, c->sequence);
  if (n == 2)
    g_assert_cmpint (aj_appointment_get_sequence (&appointment, AJ_LETTER_CANCEL), ==,
                     c->sequence - 1);
  g_assert_cmpint (aj_appointment_is_old (&appointment), ==, c->is_old);
  g_assert_cmpint (aj_appointment_is_stuck (&appointment), ==, c->is_stuck);
  assert_settled (&appointment, letters, n);
}

/* What has no length has that of a new item, for a calendar holds nothing that lasts no time. */
static void
test_slot (void)
{
  AjAgendaSlot time, slot;

  g_assert_true (aj_wall_time_parse ("2026-03-12T23:50", &time.start));
  time.end = time.start;
  aj_appointment_get_slot (&time, &slot);
  g_assert_cmpint (aj_wall_time_minutes_between (&slot.start, &slot.end), ==,
                   AJ_APPOINTMENT_MINUTES);
  time.end = aj_wall_time_add_minutes (&time.start, 5);
  aj_appointment_get_slot (&time, &slot);
  g_assert_cmpint (aj_wall_time_minutes_between (&slot.start, &slot.end), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/planning/appointment/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_owed);
    }
  g_test_add_func ("/planning/appointment/slot", test_slot);
  return g_test_run ();
}
