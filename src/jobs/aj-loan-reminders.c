/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-loan-reminders.h"

#include <glib/gi18n-lib.h>

#include "aj-loan.h"

static gboolean
has_state (const AjValues *loan, const char *state)
{
  return g_strcmp0 (aj_values_get_text (loan, "state"), state) == 0;
}

static gboolean
is_lent (const AjValues *loan)
{
  return g_strcmp0 (aj_values_get_text (loan, "kind"), AJ_LOAN_LENT) == 0;
}

/* Nothing is known to have become of a loan whose days are over: nobody notes that any more. */
static gboolean
remind (const AjValues *loan, AjDate today, AjLoanReminder *reminder)
{
  AjDate from = aj_values_get_date (loan, "from");
  AjDate until = aj_values_get_date (loan, "until");

  *reminder = (AjLoanReminder){ AJ_LOAN_HANDOVER, from, loan };
  if (!is_lent (loan))
    return FALSE;
  if (has_state (loan, AJ_LOAN_PLANNED))
    return from <= today + AJ_LOAN_REMINDER_DAYS && until >= today;
  if (!has_state (loan, AJ_LOAN_OUT) || until > today + AJ_LOAN_REMINDER_DAYS)
    return FALSE;
  reminder->kind = until < today ? AJ_LOAN_LATE : AJ_LOAN_BACK;
  reminder->day = until;
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const AjLoanReminder *left = a, *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (int) left->kind - (int) right->kind;
}

GArray *
aj_loan_reminders_list (AjRolloutFacts *facts, AjDate today)
{
  GArray *reminders = g_array_new (FALSE, FALSE, sizeof (AjLoanReminder));
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);

  for (guint i = 0; i < loans->len; i++)
    {
      AjLoanReminder reminder;

      if (remind (loans->pdata[i], today, &reminder))
        g_array_append_val (reminders, reminder);
    }
  g_array_sort (reminders, compare);
  return reminders;
}

char *
aj_loan_reminder_describe (AjRolloutFacts *facts, const AjLoanReminder *self)
{
  const char *place = aj_rollout_facts_get_place (facts, self->loan);
  g_autofree char *day = aj_date_format_short (self->day);

  switch (self->kind)
    {
    case AJ_LOAN_LATE:
      /* Translators: a place, and a day. */
      return g_strdup_printf (_ ("Not back from %1$s, was to be on %2$s"), place, day);
    case AJ_LOAN_BACK:
      /* Translators: a place, and a day. */
      return g_strdup_printf (_ ("Back from %1$s on %2$s"), place, day);
    case AJ_LOAN_HANDOVER:
    default:
      /* Translators: a place, and a day. */
      return g_strdup_printf (_ ("To %1$s on %2$s"), place, day);
    }
}

/* (transfer full) */
static char *
name_loan (AjRolloutFacts *facts, const AjValues *loan)
{
  /* Translators: the name of a thing, and who has it. */
  return g_strdup_printf (_ ("%1$s, %2$s"), aj_rollout_facts_get_subject (facts, loan),
                          aj_rollout_facts_get_place (facts, loan));
}

static void
note_back (AjEdit *edit, const AjValues *loan, AjDate today)
{
  aj_values_set_date (aj_edit_change_values (edit, loan), "returned-on", today);
  aj_edit_guard (edit, loan);
}

AjEdit *
aj_loan_job_hand_over (AjStore *store, AjRolloutFacts *facts, const AjValues *loan, AjDate today)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);
  g_autofree char *name = name_loan (facts, loan);
  /* Translators: a thing, and who has it. */
  g_autofree char *label = g_strdup_printf (_ ("Handed over: %s"), name);
  AjEdit *edit = aj_edit_new (store, label);

  for (guint i = 0; i < loans->len; i++)
    if (loans->pdata[i] != loan && has_state (loans->pdata[i], AJ_LOAN_OUT) &&
        g_strcmp0 (aj_values_get_text (loans->pdata[i], "material"),
                   aj_values_get_text (loan, "material")) == 0)
      note_back (edit, loans->pdata[i], today);
  aj_values_set_date (aj_edit_change_values (edit, loan), "handed-over-on", today);
  aj_edit_guard (edit, loan);
  return edit;
}

AjEdit *
aj_loan_job_take_back (AjStore *store, AjRolloutFacts *facts, const AjValues *loan, AjDate today)
{
  g_autofree char *name = name_loan (facts, loan);
  /* Translators: a thing, and who had it. */
  g_autofree char *label = g_strdup_printf (_ ("Came back: %s"), name);
  AjEdit *edit = aj_edit_new (store, label);

  note_back (edit, loan, today);
  return edit;
}

const char *
aj_loan_get_mail (AjRolloutFacts *facts, const AjValues *loan)
{
  static const char *const fields[] = { "contact", "organisation" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const AjValues *who = aj_rollout_facts_get (facts, aj_values_get_text (loan, fields[i]));

      if (who != NULL && !aj_values_is_empty (who, "mail"))
        return aj_values_get_text (who, "mail");
    }
  return NULL;
}

char *
aj_loan_reminder_make_subject (AjRolloutFacts *facts, const AjLoanReminder *self)
{
  const char *thing = aj_rollout_facts_get_subject (facts, self->loan);
  g_autofree char *day = aj_date_format_plain (self->day);

  switch (self->kind)
    {
    case AJ_LOAN_LATE:
      /* Translators: the subject of a mail: the name of a thing. */
      return g_strdup_printf (_ ("Bringing back %s"), thing);
    case AJ_LOAN_BACK:
      /* Translators: the subject of a mail: the name of a thing, and a date. */
      return g_strdup_printf (_ ("%1$s goes back on %2$s"), thing, day);
    case AJ_LOAN_HANDOVER:
    default:
      /* Translators: the subject of a mail: the name of a thing, and a date. */
      return g_strdup_printf (_ ("%1$s comes to you on %2$s"), thing, day);
    }
}

/* (transfer full): the day, with the time when one is agreed. */
static char *
describe_moment (const AjLoanReminder *self)
{
  const char *field = self->kind == AJ_LOAN_HANDOVER ? "handover-at" : "return-at";
  g_autofree char *day = aj_date_format_long (self->day);
  g_autofree char *clock = NULL;
  AjWallTime time;

  if (!aj_values_get_wall_time (self->loan, field, &time) || time.date != self->day)
    return g_steal_pointer (&day);
  clock = aj_time_of_day_to_string (time.minute);
  /* Translators: a day and a time. */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, clock);
}

char *
aj_loan_reminder_make_body (AjRolloutFacts *facts, const AjLoanReminder *self)
{
  const char *thing = aj_rollout_facts_get_subject (facts, self->loan);

  const char *place = aj_values_get_text (self->loan, "place");
  g_autofree char *moment = describe_moment (self);
  g_autofree char *what = NULL;

  switch (self->kind)
    {
    case AJ_LOAN_LATE:
      what = g_strdup_printf (
          /* Translators: the name of a thing, and a day. */
          _ ("We had expected %1$s back on %2$s. When can it be fetched?"), thing, moment);
      break;
    case AJ_LOAN_BACK:
      /* Translators: the name of a thing, and a day. */
      what = g_strdup_printf (_ ("%1$s is fetched on %2$s. Does that suit you?"), thing, moment);
      break;
    case AJ_LOAN_HANDOVER:
    default:
      /* Translators: the name of a thing, and a day. */
      what = g_strdup_printf (_ ("%1$s is brought to you on %2$s. Does that suit you?"), thing,
                              moment);
      break;
    }
  return g_strdup_printf ("%s\n\n%s\n%s%s%s",
                          /* Translators: the beginning of a mail. */
                          _ ("Hello,"), what, place != NULL ? _ ("Place:") : "",
                          place != NULL ? " " : "", place != NULL ? place : "");
}
