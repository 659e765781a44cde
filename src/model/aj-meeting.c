/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting.h"

#include <glib/gi18n-lib.h>

#include "aj-minutes.h"

static const AjChoice states[] = {
  { AJ_MEETING_CONCEPT, N_ ("concept") },     { AJ_MEETING_PLANNED, N_ ("planned") },
  { AJ_MEETING_CONFIRMED, N_ ("confirmed") }, { AJ_MEETING_HELD, N_ ("held") },
  { AJ_MEETING_CANCELLED, N_ ("cancelled") }, { NULL },
};

static const AjChoice minutes_states[] = {
  { AJ_MINUTES_CONCEPT, N_ ("concept") },
  { AJ_MINUTES_COMMENT, N_ ("sent for comment") },
  { AJ_MINUTES_FIXED, N_ ("fixed") },
  { NULL },
};

/* Why the date is what it is; the texts are made from these by the planning room. */
static const AjChoice reasons[] = {
  { "rule", N_ ("the rhythm of the cycle") },
  { "public-holiday", N_ ("public holiday") },
  { "school-holiday", N_ ("school holiday") },
  { "not-generally-free", N_ ("not generally free") },
  { "clash", N_ ("clash with another meeting") },
  { "hand", N_ ("moved by hand") },
  { "against-advice", N_ ("kept against advice") },
  { "conflict", N_ ("conflict to decide") },
  { NULL },
};

static const AjField fields[] = {
  { "group", AJ_FIELD_REFERENCE, N_ ("Group"), .target = "group", .required = TRUE },
  { "cycle", AJ_FIELD_REFERENCE, N_ ("Cycle"), .target = "cycle" },
  { "theme", AJ_FIELD_TEXT, N_ ("Theme"), .searchable = TRUE },
  { "starts-at", AJ_FIELD_WALL_TIME, N_ ("Start"), .required = TRUE },
  { "ends-at", AJ_FIELD_WALL_TIME, N_ ("End"), .required = TRUE },
  { "zone", AJ_FIELD_TEXT, N_ ("Time zone"), .max = 64, .form = AJ_FORM_ZONE, .required = TRUE,
    .initial = "Europe/Amsterdam" },
  { "place", AJ_FIELD_TEXT, N_ ("Place"), .searchable = TRUE },
  { "online-link", AJ_FIELD_TEXT, N_ ("Online link"), .max = 2000 },
  { "chair", AJ_FIELD_REFERENCE, N_ ("Chair"), .target = "person" },
  { "state", AJ_FIELD_CHOICE, N_ ("State"), .choices = states, .required = TRUE,
    .initial = AJ_MEETING_PLANNED },
  { "description", AJ_FIELD_TEXT, N_ ("Description"), .multiline = TRUE, .searchable = TRUE },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
  { "pattern-date", AJ_FIELD_DATE, N_ ("Date by the cycle"), .internal = TRUE },
  { "reason", AJ_FIELD_CHOICE, N_ ("Reason for the date"), .choices = reasons, .internal = TRUE },
  { "reason-detail", AJ_FIELD_TEXT, N_ ("Detail of the reason"), .internal = TRUE },
  { "uid", AJ_FIELD_TEXT, N_ ("Calendar identity"), .required = TRUE, .unique = TRUE,
    .internal = TRUE },
  { "sequence", AJ_FIELD_INTEGER, N_ ("Calendar version"), .min = 0, .max = G_MAXINT32,
    .internal = TRUE, .monotonic = TRUE, .initial = "0" },
  /* What was last written to a calendar file: when (in the zone of the meeting), and which version. */
  { "handed-out-at", AJ_FIELD_WALL_TIME, N_ ("Last handed out"), .internal = TRUE },
  { "handed-out-sequence", AJ_FIELD_INTEGER, N_ ("Version handed out"), .min = 0, .max = G_MAXINT32,
    .internal = TRUE, .monotonic = TRUE },
  { "host", AJ_FIELD_REFERENCE, N_ ("Host"), .target = "person" },
  { "minutes-state", AJ_FIELD_CHOICE, N_ ("State of the minutes"), .choices = minutes_states,
    .initial = AJ_MINUTES_CONCEPT },
  { "minutes-reason", AJ_FIELD_TEXT, N_ ("Why the minutes were reopened") },
};

static gboolean
has_state (const AjValues *meeting, const char *state)
{
  return g_strcmp0 (aj_values_get_text (meeting, "state"), state) == 0;
}

gboolean
aj_meeting_calls_for_update (const AjValues *before, const AjValues *after)
{
  static const char *const shown[] = { "starts-at", "ends-at", "zone", "place", "online-link" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (aj_values_differ (before, after, shown[i]))
      return TRUE;
  /* Who said yes to a plan said yes to the same when it is certain, and when it was held. */
  return has_state (before, AJ_MEETING_CANCELLED) != has_state (after, AJ_MEETING_CANCELLED);
}

gboolean
aj_meeting_is_open (const AjValues *meeting)
{
  return !has_state (meeting, AJ_MEETING_HELD) && !has_state (meeting, AJ_MEETING_CANCELLED);
}

gboolean
aj_meeting_is_handed_out (const AjValues *meeting)
{
  return !aj_values_is_empty (meeting, "handed-out-sequence");
}

gboolean
aj_meeting_is_outdated (const AjValues *meeting)
{
  return aj_meeting_is_handed_out (meeting) && !has_state (meeting, AJ_MEETING_HELD) &&
         aj_values_get_integer (meeting, "handed-out-sequence") <
             aj_values_get_integer (meeting, "sequence");
}

/* Moving the start alone moves the end along: a moved meeting is as long as it was. */
static void
meeting_follow (const AjValues *before, AjValues *after, guint64 set)
{
  AjWallTime old_start, old_end, start, end;

  if (!aj_values_was_set (after, set, "starts-at") || aj_values_was_set (after, set, "ends-at") ||
      !aj_values_get_wall_time (before, "starts-at", &old_start) ||
      !aj_values_get_wall_time (before, "ends-at", &old_end) ||
      !aj_values_get_wall_time (after, "starts-at", &start))
    return;
  end = aj_wall_time_add_minutes (&start, aj_wall_time_minutes_between (&old_start, &old_end));
  aj_values_set_wall_time (after, "ends-at", &end);
}

/* What a change to another date by hand makes of the reason before it. On the day of the rule, the reason why that day was
 * given up is now what somebody chose against; without one there is nothing to say but the rule, whose detail is no reason
 * against it. */
static const char *
get_reason_by_hand (const AjValues *before, gboolean on_pattern)
{
  const char *reason = aj_values_get_text (before, "reason");

  if (!on_pattern || g_strcmp0 (reason, "hand") == 0)
    return "hand";
  if (g_strcmp0 (reason, "rule") == 0 || aj_values_is_empty (before, "reason-detail"))
    return "rule";
  return "against-advice";
}

/* A date that somebody changed no longer stands where a reason put it, unless the change gives its own. */
static void
explain_move (const AjValues *before, AjValues *after)
{
  AjWallTime old_start, start;
  const char *reason;

  if (aj_values_is_empty (after, "reason") || aj_values_differ (before, after, "reason") ||
      aj_values_differ (before, after, "reason-detail") ||
      aj_values_differ (before, after, "pattern-date") ||
      !aj_values_get_wall_time (before, "starts-at", &old_start) ||
      !aj_values_get_wall_time (after, "starts-at", &start) || old_start.date == start.date)
    return;
  reason = get_reason_by_hand (before, aj_values_get_date (after, "pattern-date") == start.date);
  aj_values_set_text (after, "reason", reason);
  if (g_strcmp0 (reason, "hand") == 0)
    aj_values_clear (after, "reason-detail");
}

/* Minutes that go out are those of a meeting that was held, whether or not somebody had said so. */
static void
hold (const AjValues *before, AjValues *after)
{
  const char *minutes = aj_values_get_text (after, "minutes-state");

  if (aj_values_differ (before, after, "minutes-state") &&
      !aj_values_differ (before, after, "state") &&
      (g_strcmp0 (minutes, AJ_MINUTES_COMMENT) == 0 ||
       g_strcmp0 (minutes, AJ_MINUTES_FIXED) == 0) &&
      aj_meeting_is_open (after))
    aj_values_set_text (after, "state", AJ_MEETING_HELD);
}

static void
meeting_prepare (const AjValues *before, AjValues *after)
{
  if (aj_values_is_empty (after, "uid"))
    aj_values_set_text (after, "uid",
                        before != NULL && !aj_values_is_empty (before, "uid")
                            ? aj_values_get_text (before, "uid")
                            : aj_values_get_id (after));
  if (before == NULL)
    return;
  explain_move (before, after);
  hold (before, after);
  if (aj_meeting_calls_for_update (before, after))
    aj_values_set_integer (after, "sequence", aj_values_get_integer (after, "sequence") + 1);
}

static gboolean
meeting_check (const AjValues *values, GError **error)
{
  AjWallTime start, end;

  if (aj_values_get_wall_time (values, "starts-at", &start) &&
      aj_values_get_wall_time (values, "ends-at", &end) && aj_wall_time_compare (&start, &end) < 0)
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       _ ("A meeting must end after it starts."));
  return FALSE;
}

/* What the minutes say of the meeting itself is fixed with them. */
static gboolean
meeting_check_change (const AjValues *owner,
                      const AjValues *before,
                      const AjValues *after,
                      GError **error)
{
  static const char *const fixed[] = { "theme", "starts-at", "ends-at", "zone",
                                       "place", "chair",     "notes",   NULL };

  if (before == NULL || (after != NULL && !aj_minutes_are_fixed (after)))
    return TRUE;
  return aj_minutes_check_change (before, before, after, fixed, error);
}

/* Whoever took it into a calendar can only be told to take it out again while it is here. */
static gboolean
meeting_check_removal (const AjValues *values, GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *handed_out_day = NULL;
  AjWallTime start, handed_out;

  if (!aj_meeting_is_handed_out (values))
    return TRUE;
  if (aj_values_get_wall_time (values, "starts-at", &start))
    day = aj_date_format_short (start.date);
  if (aj_values_get_wall_time (values, "handed-out-at", &handed_out))
    handed_out_day = aj_date_format_day_month (handed_out.date);
  if (has_state (values, AJ_MEETING_CANCELLED))
    g_set_error (
        error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
        /* Translators: the day of the meeting ("Thu 12 Mar 2026"), and the day it was handed out ("3 March"). */
        _ ("The meeting of %1$s is in a calendar file that was handed out on %2$s. Leave "
           "it here as cancelled, so that an update can be made."),
        day != NULL ? day : "–", handed_out_day != NULL ? handed_out_day : "–");
  else
    g_set_error (
        error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
        /* Translators: the day of the meeting ("Thu 12 Mar 2026"), and the day it was handed out ("3 March"). */
        _ ("The meeting of %1$s is in a calendar file that was handed out on %2$s. Cancel "
           "it instead, so that an update can be made."),
        day != NULL ? day : "–", handed_out_day != NULL ? handed_out_day : "–");
  return FALSE;
}

static const char *const identity[] = { "group", "starts-at", NULL };

const AjRecordType aj_meeting_record_type = {
  .name = "meeting",
  .label = N_ ("Meeting"),
  .plural_label = N_ ("Meetings"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "theme",
  .naming = { .who = { { "group" } }, .in_what = { "starts-at" } },
  .order_field = "starts-at",
  .identity = identity,
  .get_type = aj_meeting_get_type,
  .follow = meeting_follow,
  .prepare = meeting_prepare,
  .check = meeting_check,
  .check_change = meeting_check_change,
  .check_removal = meeting_check_removal,
};

AJ_DEFINE_RECORD (AjMeeting, aj_meeting)
