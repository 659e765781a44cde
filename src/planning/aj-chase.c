/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-chase.h"

#include <glib/gi18n-lib.h>

#include "aj-mail-text.h"
#include "aj-working-days.h"

/* For an edition that does not say how long to wait. */
#define DEFAULT_DAYS 14

static const struct
{
  const char *code;
  const char *label;
  const char *title;
  const char *use;
  const char *late_use;
} rounds[AJ_CHASE_N_ROUNDS] = {
  /* Who was not asked before cannot be too late. */
  [AJ_CHASE_INVITATION] = { "invitation", N_ ("invitation"), N_ ("Invitation"),
                            AJ_MAIL_ACTION_DAY_INVITATION, AJ_MAIL_ACTION_DAY_INVITATION },
  [AJ_CHASE_REMINDER] = { "reminder", N_ ("first reminder"), N_ ("First Reminder"),
                          AJ_MAIL_ACTION_DAY_REMINDER, AJ_MAIL_ACTION_DAY_LATE },
  [AJ_CHASE_BOTH] = { "both", N_ ("reminder to both contacts"), N_ ("Reminder to Both Contacts"),
                      AJ_MAIL_ACTION_DAY_BOTH, AJ_MAIL_ACTION_DAY_LATE },
  [AJ_CHASE_LAST_CALL] = { "last-call", N_ ("last call to the district lead"),
                           N_ ("Last Call to the District Lead"), AJ_MAIL_ACTION_DAY_LAST_CALL,
                           AJ_MAIL_ACTION_DAY_LAST_CALL },
  /* Translators: after an action day: how was it? */
  [AJ_CHASE_LOOK_BACK] = { "look-back", N_ ("looking back"), N_ ("Looking Back"),
                           AJ_MAIL_ACTION_DAY_LOOK_BACK, AJ_MAIL_ACTION_DAY_LOOK_BACK },
};

AjChaseRound
aj_chase_get_round (const AjCoverageLine *line, gboolean has_lead)
{
  guint n_reminders = aj_coverage_line_get_round (line);

  if (line->standing == AJ_STANDING_OPEN)
    return AJ_CHASE_INVITATION;
  if (n_reminders == 0)
    return AJ_CHASE_REMINDER;
  return n_reminders == 1 || !has_lead ? AJ_CHASE_BOTH : AJ_CHASE_LAST_CALL;
}

const char *
aj_chase_round_get_code (AjChaseRound self)
{
  g_return_val_if_fail (self < AJ_CHASE_N_ROUNDS, NULL);

  return rounds[self].code;
}

const char *
aj_chase_round_get_label (AjChaseRound self)
{
  g_return_val_if_fail (self < AJ_CHASE_N_ROUNDS, NULL);

  return _ (rounds[self].label);
}

const char *
aj_chase_round_get_title (AjChaseRound self)
{
  g_return_val_if_fail (self < AJ_CHASE_N_ROUNDS, NULL);

  return _ (rounds[self].title);
}

const char *
aj_chase_round_get_use (AjChaseRound self, gboolean is_late)
{
  g_return_val_if_fail (self < AJ_CHASE_N_ROUNDS, NULL);

  return is_late ? rounds[self].late_use : rounds[self].use;
}

gboolean
aj_chase_is_late (const AjValues *edition, AjDate today)
{
  AjDate deadline = aj_values_get_date (edition, "deadline");

  return deadline != AJ_DATE_NONE && deadline < today;
}

AjDate
aj_chase_get_due_on (const AjValues *edition, const AjCoverageLine *line)
{
  AjDate asked = aj_coverage_line_get_asked_on (line);
  AjDate deadline = aj_values_get_date (edition, "deadline");
  AjDate days = (AjDate) aj_values_get_integer (edition, "chase-days");
  AjDate due, later, sooner;

  if (asked == AJ_DATE_NONE)
    return AJ_DATE_NONE;
  due = asked + (days > 0 ? days : DEFAULT_DAYS);
  later = aj_date_next_working_day (due);
  sooner = aj_date_previous_working_day (due);
  if (deadline != AJ_DATE_NONE && later > deadline && due <= deadline && sooner > asked)
    return sooner;
  return later;
}

AjDate
aj_chase_get_next_day (AjCoverage *coverage, AjDate today)
{
  GPtrArray *lines = aj_coverage_get_lines (coverage);
  AjDate next = AJ_DATE_NONE;

  for (guint i = 0; i < lines->len; i++)
    {
      const AjCoverageLine *line = lines->pdata[i];
      AjDate due = aj_standing_is_waited_for (line->standing)
                       ? aj_chase_get_due_on (aj_coverage_get_edition (coverage), line)
                       : AJ_DATE_NONE;

      if (due != AJ_DATE_NONE && due > today && (next == AJ_DATE_NONE || due < next))
        next = due;
    }
  return next;
}

static int
compare_asked (gconstpointer a, gconstpointer b)
{
  const AjCoverageLine *first = *(const AjCoverageLine *const *) a;
  const AjCoverageLine *second = *(const AjCoverageLine *const *) b;
  AjDate left = aj_coverage_line_get_asked_on (first);
  AjDate right = aj_coverage_line_get_asked_on (second);

  if (left == AJ_DATE_NONE || right == AJ_DATE_NONE)
    {
      if ((left == AJ_DATE_NONE) != (right == AJ_DATE_NONE))
        return left == AJ_DATE_NONE ? -1 : 1;
    }
  else if (left != right)
    return left < right ? -1 : 1;
  return g_utf8_collate (aj_values_get_text (first->municipality, "name"),
                         aj_values_get_text (second->municipality, "name"));
}

GPtrArray *
aj_chase_list (AjCoverage *coverage, AjDate today, gboolean all)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *lines = aj_coverage_get_lines (coverage);

  for (guint i = 0; i < lines->len; i++)
    {
      AjCoverageLine *line = lines->pdata[i];
      AjDate due;

      if (!aj_standing_is_waited_for (line->standing))
        continue;
      due = aj_chase_get_due_on (aj_coverage_get_edition (coverage), line);
      if (all || due == AJ_DATE_NONE || due <= today)
        g_ptr_array_add (found, line);
    }
  g_ptr_array_sort (found, compare_asked);
  return found;
}
