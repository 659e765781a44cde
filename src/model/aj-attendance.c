/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-attendance.h"

#include <glib/gi18n-lib.h>

#include "aj-minutes.h"

static const AjChoice invited_as[] = {
  { AJ_INVITED_SEAT, N_ ("member") },
  { AJ_INVITED_GUEST, N_ ("guest") },
  { AJ_INVITED_SPEAKER, N_ ("speaker") },
  { NULL },
};

static const AjChoice answers[] = {
  { AJ_ANSWER_YES, N_ ("yes") },
  { AJ_ANSWER_NO, N_ ("no") },
  { AJ_ANSWER_MAYBE, N_ ("maybe") },
  { AJ_ANSWER_SENDS, N_ ("sends somebody") },
  { NULL },
};

static const AjChoice presences[] = {
  { AJ_PRESENCE_PRESENT, N_ ("present") },
  { AJ_PRESENCE_ABSENT, N_ ("absent") },
  { AJ_PRESENCE_EXCUSED, N_ ("excused") },
  { NULL },
};

const AjChoice aj_sent_methods[] = {
  { AJ_SENT_REQUEST, N_ ("invitation") },
  { AJ_SENT_CANCEL, N_ ("cancellation") },
  { NULL },
};

static const AjField fields[] = {
  { "meeting", AJ_FIELD_REFERENCE, N_ ("Meeting"), .target = "meeting", .required = TRUE },
  { "person", AJ_FIELD_REFERENCE, N_ ("Person"), .target = "person" },
  { "organisation", AJ_FIELD_REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "seat", AJ_FIELD_REFERENCE, N_ ("Takes the seat"), .target = "seat" },
  { "invited-as", AJ_FIELD_CHOICE, N_ ("Invited as"), .choices = invited_as, .required = TRUE,
    .initial = AJ_INVITED_SEAT },
  { "answer", AJ_FIELD_CHOICE, N_ ("Answer"), .choices = answers },
  { "substitute", AJ_FIELD_TEXT, N_ ("Who comes instead"), .searchable = TRUE, .personal = TRUE },
  { "comment", AJ_FIELD_TEXT, N_ ("Remark"), .max = 2000, .personal = TRUE, .about = "person" },
  { "presence", AJ_FIELD_CHOICE, N_ ("Presence"), .choices = presences },
  /* The version of the meeting that the answer is to: that of when it was noted down. */
  { "answer-sequence", AJ_FIELD_INTEGER, N_ ("Version answered"), .min = 0, .max = G_MAXINT32,
    .internal = TRUE },
  /* By which an answer that comes in is known to be older than the one that is here (RFC 5546, 2.1.5). */
  { "answer-stamp", AJ_FIELD_INTEGER, N_ ("Moment of the answer"), .min = 0, .max = G_MAXINT64,
    .internal = TRUE },
  { "proposed-starts-at", AJ_FIELD_WALL_TIME, N_ ("Proposed start"), .internal = TRUE },
  { "proposed-ends-at", AJ_FIELD_WALL_TIME, N_ ("Proposed end"), .internal = TRUE },
  { "sent-sequence", AJ_FIELD_INTEGER, N_ ("Version sent"), .min = 0, .max = G_MAXINT32,
    .internal = TRUE, .monotonic = TRUE },
  { "sent-method", AJ_FIELD_CHOICE, N_ ("What was sent"), .choices = aj_sent_methods,
    .internal = TRUE },
  { "sent-at", AJ_FIELD_WALL_TIME, N_ ("Sent"), .internal = TRUE },
  { "sent-mail", AJ_FIELD_TEXT, N_ ("Sent to"), .max = 254, .internal = TRUE, .personal = TRUE,
    .about = "person" },
  { "sent-starts-at", AJ_FIELD_WALL_TIME, N_ ("Start that was sent"), .internal = TRUE },
};

static gboolean
attendance_check (const AjValues *values, GError **error)
{
  if (!aj_values_is_empty (values, "person") || !aj_values_is_empty (values, "organisation"))
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       _ ("Say who comes: a person or an organisation."));
  return FALSE;
}

/* An answer is to the meeting as it was told, and says nothing of a later version (RFC 5546, 2.1.4). Who brings back an
 * earlier one, as undo does, says to which version that was. */
static void
attendance_derive (const AjValues *owner, const AjValues *before, AjValues *self)
{
  /* A proposal without an answer is to the version that it was made of as well. */
  if (aj_values_is_empty (self, "answer") && !aj_values_is_empty (self, "proposed-starts-at"))
    {
      if (aj_values_is_empty (self, "answer-sequence"))
        aj_values_set_integer (self, "answer-sequence", aj_values_get_integer (owner, "sequence"));
    }
  else if (aj_values_is_empty (self, "answer"))
    aj_values_clear (self, "answer-sequence");
  else if (before == NULL || (aj_values_differ (before, self, "answer") &&
                              !aj_values_differ (before, self, "answer-sequence") &&
                              !aj_values_differ (before, self, "answer-stamp")))
    aj_values_set_integer (self, "answer-sequence", aj_values_get_integer (owner, "sequence"));
}

static gboolean
attendance_check_change (const AjValues *owner,
                         const AjValues *before,
                         const AjValues *after,
                         GError **error)
{
  static const char *const fixed[] = { "meeting", "person", "presence", NULL };

  return aj_minutes_check_change (owner, before, after, fixed, error);
}

/* Whose calendar holds the meeting can be told that it is off only while that is known. */
static gboolean
attendance_check_removal (const AjValues *values, GError **error)
{
  if (g_strcmp0 (aj_values_get_text (values, "sent-method"), AJ_SENT_REQUEST) != 0)
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       _ ("An invitation was sent, so it is in their calendar. Do not invite them "
                          "any more instead, so that a cancellation can be sent."));
  return FALSE;
}

/* Somebody is at a meeting once, whatever they are invited as. */
static const char *const once_for[] = { "person", "organisation", NULL };

static const char *const identity[] = { "meeting", "person", "organisation", NULL };

const AjRecordType aj_attendance_record_type = {
  .name = "attendance",
  .label = N_ ("Attendance"),
  .plural_label = N_ ("Attendance"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "person" }, { "organisation" } }, .in_what = { "meeting" } },
  .order_field = "invited-as",
  .owner_field = "meeting",
  .once_for = once_for,
  .identity = identity,
  .check = attendance_check,
  .derive = attendance_derive,
  .check_change = attendance_check_change,
  .check_removal = attendance_check_removal,
  .get_type = aj_attendance_get_type,
};

AJ_DEFINE_RECORD (AjAttendance, aj_attendance)
