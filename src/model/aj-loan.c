/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-loan.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"
#include "aj-week.h"
#include "aj-working-days.h"

/* How far ahead a free time is looked for. */
#define LOOK_AHEAD_DAYS 731
/* A week without its year is the one nearest the loan. */
#define HALF_A_YEAR 182

static const AjChoice kinds[] = {
  { AJ_LOAN_LENT, N_ ("lent") },
  { AJ_LOAN_AWAY, N_ ("damaged or away") },
  { NULL },
};

static const AjChoice states[] = {
  { AJ_LOAN_PLANNED, N_ ("planned") },
  { AJ_LOAN_OUT, N_ ("handed over") },
  { AJ_LOAN_RETURNED, N_ ("returned") },
  { AJ_LOAN_CANCELLED, N_ ("cancelled") },
  { NULL },
};

static const AjField fields[] = {
  { "material", AJ_FIELD_REFERENCE, N_ ("Material"), .target = "material", .required = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = kinds, .required = TRUE,
    .initial = AJ_LOAN_LENT },
  { "municipality", AJ_FIELD_REFERENCE, N_ ("Municipality"), .target = "municipality" },
  { "organisation", AJ_FIELD_REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "rollout", AJ_FIELD_REFERENCE, N_ ("For the rollout"), .target = "rollout", .loose = TRUE },
  { "tour", AJ_FIELD_REFERENCE, N_ ("Part of the tour"), .target = "tour", .loose = TRUE },
  { "from", AJ_FIELD_DATE, N_ ("First day"), .required = TRUE },
  { "until", AJ_FIELD_DATE, N_ ("Last day") },
  { "asked-week", AJ_FIELD_TEXT, N_ ("Week asked for"), .max = 40, .form = AJ_FORM_WEEK },
  { "transport-before", AJ_FIELD_INTEGER, N_ ("Working days to bring it"), .min = 0, .max = 30 },
  { "transport-after", AJ_FIELD_INTEGER, N_ ("Working days to fetch it"), .min = 0, .max = 30 },
  /* With the transport. */
  { "leaves-on", AJ_FIELD_DATE, N_ ("Leaves on"), .internal = TRUE },
  { "back-on", AJ_FIELD_DATE, N_ ("Back on"), .internal = TRUE },
  { "state", AJ_FIELD_CHOICE, N_ ("State"), .choices = states, .required = TRUE,
    .initial = AJ_LOAN_PLANNED },
  { "place", AJ_FIELD_TEXT, N_ ("Place"), .searchable = TRUE },
  { "contact", AJ_FIELD_REFERENCE, N_ ("Contact"), .target = "person" },
  { "handover-at", AJ_FIELD_WALL_TIME, N_ ("Handover") },
  { "return-at", AJ_FIELD_WALL_TIME, N_ ("Return") },
  { "zone", AJ_FIELD_TEXT, N_ ("Time zone"), .max = 64, .form = AJ_FORM_ZONE, .required = TRUE,
    .initial = "Europe/Amsterdam" },
  { "handed-over-on", AJ_FIELD_DATE, N_ ("Handed over on") },
  { "returned-on", AJ_FIELD_DATE, N_ ("Returned on") },
  { "condition", AJ_FIELD_TEXT, N_ ("How it came back"), .max = 2000, .multiline = TRUE,
    .searchable = TRUE },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
  { "sequence", AJ_FIELD_INTEGER, N_ ("Calendar version"), .min = 0, .max = G_MAXINT32,
    .internal = TRUE, .monotonic = TRUE, .initial = "0" },
};

static gboolean
has_state (const AjValues *loan, const char *state)
{
  return g_strcmp0 (aj_values_get_text (loan, "state"), state) == 0;
}

static gboolean
is_away (const AjValues *loan)
{
  return g_strcmp0 (aj_values_get_text (loan, "kind"), AJ_LOAN_AWAY) == 0;
}

gboolean
aj_loan_counts (const AjValues *loan)
{
  return !has_state (loan, AJ_LOAN_CANCELLED);
}

AjDate
aj_loan_get_last_day (const AjValues *loan)
{
  AjDate until = aj_values_get_date (loan, "until");
  AjDate returned = aj_values_get_date (loan, "returned-on");

  if (!has_state (loan, AJ_LOAN_RETURNED) || returned == AJ_DATE_NONE)
    return until;
  /* One that came back late keeps the day that was agreed on: that it is late must not be refused because of whoever has it
   * next. One that came back before it began, or that was moved since, took its first day at least. */
  if (until != AJ_DATE_NONE)
    returned = MIN (until, returned);
  return MAX (returned, aj_values_get_date (loan, "from"));
}

gboolean
aj_loan_is_late (const AjValues *loan, AjDate today)
{
  AjDate until = aj_values_get_date (loan, "until");

  return has_state (loan, AJ_LOAN_OUT) && until != AJ_DATE_NONE && until < today;
}

/* From the day on which it leaves, or with the last one on which it is there. */
static AjDate
leaves_on (const AjValues *loan)
{
  return aj_date_add_working_days (aj_values_get_date (loan, "from"),
                                   -(int) aj_values_get_integer (loan, "transport-before"));
}

static AjDate
back_on (const AjValues *loan)
{
  return aj_date_add_working_days (aj_loan_get_last_day (loan),
                                   (int) aj_values_get_integer (loan, "transport-after"));
}

/* @first starts no later. */
static gboolean
runs_into (const AjValues *first, const AjValues *second)
{
  AjDate last = aj_loan_get_last_day (first);

  return last == AJ_DATE_NONE || back_on (first) >= aj_values_get_date (second, "from") ||
         leaves_on (second) <= last;
}

gboolean
aj_loans_clash (const AjValues *first, const AjValues *second)
{
  if (!aj_loan_counts (first) || !aj_loan_counts (second))
    return FALSE;
  return aj_values_get_date (first, "from") <= aj_values_get_date (second, "from")
             ? runs_into (first, second)
             : runs_into (second, first);
}

static const AjValues *
find_clash (const AjValues *loan, GPtrArray *loans)
{
  for (guint i = 0; i < loans->len; i++)
    {
      const AjValues *other = loans->pdata[i];

      if (g_strcmp0 (aj_values_get_id (other), aj_values_get_id (loan)) != 0 &&
          aj_loans_clash (loan, other))
        return other;
    }
  return NULL;
}

AjDate
aj_loan_find_free (const AjValues *wanted, GPtrArray *loans, AjDate earliest)
{
  g_autoptr (AjValues) tried = aj_values_copy (wanted);
  AjDate until = aj_values_get_date (wanted, "until");
  int length = until == AJ_DATE_NONE ? 0 : (int) (until - aj_values_get_date (wanted, "from"));
  AjDate limit = earliest + LOOK_AHEAD_DAYS;

  for (AjDate day = earliest; day <= limit;)
    {
      const AjValues *clash;
      AjDate last;

      aj_values_set_date (tried, "from", day);
      if (until != AJ_DATE_NONE)
        aj_values_set_date (tried, "until", day + length);
      clash = find_clash (tried, loans);
      if (clash == NULL)
        return day;
      last = aj_loan_get_last_day (clash);
      if (last == AJ_DATE_NONE)
        return AJ_DATE_NONE;
      /* Past what is in the way, then day by day while only the journey does not fit. */
      day = MAX (day + 1, last + 1);
    }
  return AJ_DATE_NONE;
}

static void
move_moment (AjValues *loan, const char *field, int days)
{
  AjWallTime time;

  if (days == 0 || !aj_values_get_wall_time (loan, field, &time))
    return;
  time.date += days;
  aj_values_set_wall_time (loan, field, &time);
}

/* A moved loan is as long as it was, and its appointments go along. */
static void
loan_follow (const AjValues *before, AjValues *after, guint64 set)
{
  AjDate old_from = aj_values_get_date (before, "from");
  AjDate old_until = aj_values_get_date (before, "until");
  AjDate from = aj_values_get_date (after, "from");
  AjDate until;

  if (old_from == AJ_DATE_NONE || from == AJ_DATE_NONE)
    return;
  if (aj_values_was_set (after, set, "from") && !aj_values_was_set (after, set, "until") &&
      old_until != AJ_DATE_NONE)
    aj_values_set_date (after, "until", from + (old_until - old_from));
  if (aj_values_was_set (after, set, "from") && !aj_values_was_set (after, set, "handover-at"))
    move_moment (after, "handover-at", (int) (from - old_from));
  until = aj_values_get_date (after, "until");
  if (old_until != AJ_DATE_NONE && until != AJ_DATE_NONE &&
      !aj_values_was_set (after, set, "return-at"))
    move_moment (after, "return-at", (int) (until - old_until));
}

/* Whether who has it in a calendar must be told (RFC 5545, 3.8.7.4). */
static gboolean
calls_for_update (const AjValues *before, const AjValues *after)
{
  static const char *const shown[] = {
    "material",    "kind",      "from", "until", "returned-on",
    "handover-at", "return-at", "zone", "place", "municipality"
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (aj_values_differ (before, after, shown[i]))
      return TRUE;
  /* Who has it is said only where no municipality is. */
  if (aj_values_is_empty (after, "municipality") &&
      aj_values_differ (before, after, "organisation"))
    return TRUE;
  return aj_loan_counts (before) != aj_loan_counts (after);
}

static gboolean
is_new_day (const AjValues *before, const AjValues *after, const char *field)
{
  return !aj_values_is_empty (after, field) && aj_values_differ (before, after, field);
}

static void
settle_week (AjValues *self)
{
  const char *text = aj_values_get_text (self, "asked-week");
  AjDate from = aj_values_get_date (self, "from");
  AjDateRange days;
  g_autofree char *iso = NULL;

  if (text == NULL || from == AJ_DATE_NONE || !aj_weeks_parse (text, from - HALF_A_YEAR, &days))
    return;
  iso = aj_weeks_to_iso (&days);
  aj_values_set_text (self, "asked-week", iso);
}

AjDateRange
aj_loan_get_asked (const AjValues *loan)
{
  const char *text = aj_values_get_text (loan, "asked-week");
  AjDateRange days = { AJ_DATE_NONE, AJ_DATE_NONE };

  if (text != NULL)
    aj_weeks_parse (text, aj_values_get_date (loan, "from") - HALF_A_YEAR, &days);
  return days;
}

/* Who says on which day it went or came back says that it did; who says something else later means that. */
static void
loan_prepare (const AjValues *before, AjValues *after)
{
  gboolean said = before != NULL && aj_values_differ (before, after, "state");

  settle_week (after);
  if (!said && aj_loan_counts (after))
    {
      if (is_new_day (before, after, "returned-on"))
        aj_values_set_text (after, "state", AJ_LOAN_RETURNED);
      else if (is_new_day (before, after, "handed-over-on") &&
               aj_values_is_empty (after, "returned-on"))
        aj_values_set_text (after, "state", AJ_LOAN_OUT);
    }
  if (before != NULL && calls_for_update (before, after))
    aj_values_set_integer (after, "sequence", aj_values_get_integer (after, "sequence") + 1);
}

/* What is lent has to be brought and fetched, for as long as the thing takes; what is away is simply not there. */
static void
take_transport (const AjValues *owner, const AjValues *before, AjValues *self, const char *field)
{
  gboolean is_another = before != NULL && !aj_values_differ (before, self, field) &&
                        (aj_values_differ (before, self, "material") ||
                         aj_values_differ (before, self, "kind"));

  if (is_away (self))
    aj_values_set_integer (self, field, 0);
  else if (aj_values_is_empty (self, field) || is_another)
    aj_values_set_integer (self, field, aj_values_get_integer (owner, "transport-days"));
}

static void
loan_derive (const AjValues *owner, const AjValues *before, AjValues *self)
{
  take_transport (owner, before, self, "transport-before");
  take_transport (owner, before, self, "transport-after");
  aj_values_set_date (self, "leaves-on", leaves_on (self));
  if (aj_values_is_empty (self, "until"))
    aj_values_clear (self, "back-on");
  else
    aj_values_set_date (self, "back-on", back_on (self));
}

static gboolean
loan_check (const AjValues *values, GError **error)
{
  const char *sentence = NULL;

  if (!is_away (values) && aj_values_is_empty (values, "municipality") &&
      aj_values_is_empty (values, "organisation"))
    sentence = _ ("Say who has it: a municipality or an organisation.");
  else if (!is_away (values) && aj_values_is_empty (values, "until"))
    sentence = _ ("Say until when it is lent. Only what is damaged or away may stay open.");
  if (sentence != NULL)
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE, sentence);
      return FALSE;
    }
  return aj_check_order (values, "from", "until", _ ("A loan cannot end before it begins."),
                         error) &&
         aj_check_order (values, "handed-over-on", "returned-on",
                         _ ("A thing cannot come back before it was handed over."), error);
}

/* (transfer full): "from 4 to 9 May 2026". */
static char *
describe_days (const AjValues *loan)
{
  g_autofree char *first = aj_date_format_plain (aj_values_get_date (loan, "from"));
  AjDate last = aj_loan_get_last_day (loan);
  g_autofree char *until = aj_date_format_plain (last);

  if (last == AJ_DATE_NONE)
    /* Translators: a date; in "It is taken …". */
    return g_strdup_printf (_ ("from %s until further notice"), first);
  /* Translators: two dates; in "It is taken …". */
  return g_strdup_printf (_ ("from %1$s until %2$s"), first, until);
}

static gboolean
share_days (const AjValues *first, const AjValues *second)
{
  AjDateRange left = { aj_values_get_date (first, "from"), aj_loan_get_last_day (first) };
  AjDateRange right = { aj_values_get_date (second, "from"), aj_loan_get_last_day (second) };

  return aj_date_range_overlaps (&left, &right);
}

/* The first day on which it can be had for that long, and is still there; AJ_DATE_NONE: none. */
static AjDate
find_proposal (const AjValues *owner, const AjValues *loan, GPtrArray *loans)
{
  AjDate from = aj_values_get_date (loan, "from");
  AjDate day = aj_loan_find_free (loan, loans, from);

  if (day == AJ_DATE_NONE ||
      aj_values_are_over (owner, aj_values_get_date (loan, "until") + (day - from)))
    return AJ_DATE_NONE;
  return day;
}

static void
explain_clash (const AjValues *owner,
               const AjValues *loan,
               const AjValues *other,
               GPtrArray *loans,
               GError **error)
{
  const char *name = aj_values_get_text (owner, "name");
  g_autofree char *days = describe_days (other);
  AjDate free = is_away (loan) ? AJ_DATE_NONE : find_proposal (owner, loan, loans);
  g_autofree char *proposal = aj_date_format_plain (free);
  g_autofree char *sentence = NULL;

  if (is_away (loan))
    /* Translators: the name of a thing, and "from 4 May until 9 May 2026". */
    sentence = g_strdup_printf (_ ("“%1$s” is promised %2$s. Cancel or move that first."), name,
                                days);
  else if (share_days (loan, other))
    /* Translators: the name of a thing, and "from 4 May until 9 May 2026". */
    sentence = g_strdup_printf (_ ("“%1$s” is taken %2$s."), name, days);
  else
    /* Translators: the name of a thing, and "from 4 May until 9 May 2026". */
    sentence = g_strdup_printf (_ ("“%1$s” is taken %2$s, and has to travel."), name, days);
  if (is_away (loan))
    g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE, sentence);
  else if (free == AJ_DATE_NONE)
    /* Translators: a sentence, and what to do. */
    g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE, _ ("%s Choose other days."), sentence);
  else
    g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                 /* Translators: a sentence, and a date. */
                 _ ("%1$s For this long it is free from %2$s."), sentence, proposal);
}

/* The later one is to give way: so it is the one for which another time is proposed. */
static gboolean
loan_check_parts (const AjValues *owner, GPtrArray *loans, GPtrArray *changed, GError **error)
{
  for (guint i = 0; i < changed->len; i++)
    {
      const AjValues *clash = find_clash (changed->pdata[i], loans);

      if (clash == NULL)
        continue;
      explain_clash (owner, changed->pdata[i], clash, loans, error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_there (const AjValues *owner, const AjValues *loan)
{
  AjDate last = aj_loan_get_last_day (loan);

  return aj_values_exist_on (owner, aj_values_get_date (loan, "from")) &&
         (last == AJ_DATE_NONE || aj_values_exist_on (owner, last));
}

/* What somebody has does not go with the thing; and a thing is lent while it is there. A loan that is not given other days is
 * left alone, also when the thing goes earlier than was thought. */
static gboolean
loan_check_change (const AjValues *owner,
                   const AjValues *before,
                   const AjValues *after,
                   GError **error)
{
  if (after == NULL && owner == NULL && has_state (before, AJ_LOAN_OUT))
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("Somebody has it. Note that it came back first."));
      return FALSE;
    }
  if (after == NULL || owner == NULL || !aj_loan_counts (after) || is_there (owner, after) ||
      (before != NULL && !aj_values_differ (before, after, "material") &&
       !aj_values_differ (before, after, "from") && !aj_values_differ (before, after, "until")))
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
               /* Translators: the name of a thing on loan. */
               _ ("“%s” is not there on those days. Choose other days, or change from when until "
                  "when it is there."),
               aj_values_get_text (owner, "name"));
  return FALSE;
}

static const char *const found_by[] = { "material", "municipality", "organisation", NULL };

static const char *const identity[] = { "material", "municipality", "organisation", "from", NULL };

const AjRecordType aj_loan_record_type = {
  .name = "loan",
  .label = N_ ("Loan"),
  .plural_label = N_ ("Loans"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "material" } }, .in_what = { "municipality", "organisation", "from" } },
  .order_field = "from",
  .owner_field = "material",
  .identity = identity,
  .found_by = found_by,
  .get_type = aj_loan_get_type,
  .follow = loan_follow,
  .prepare = loan_prepare,
  .derive = loan_derive,
  .check = loan_check,
  .check_change = loan_check_change,
  .check_parts = loan_check_parts,
};

AJ_DEFINE_RECORD (AjLoan, aj_loan)
