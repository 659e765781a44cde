/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cycle-meetings.h"
#include "aj-cycle-template.h"
#include "aj-cycle.h"
#include "aj-edit.h"
#include "aj-meeting.h"

AjValues *
aj_cycle_job_dup_cycle (AjCycleFacts *facts, const char *place, const char *zone)
{
  const AjValues *stored = aj_cycle_facts_get_cycle (facts);
  AjValues *cycle;

  if (stored != NULL)
    return aj_values_copy (stored);
  cycle = aj_values_new (&aj_cycle_record_type, NULL);
  aj_values_set_text (cycle, "group", aj_cycle_facts_get_group_id (facts));
  if (place != NULL)
    aj_values_set_text (cycle, "place", place);
  if (zone != NULL)
    aj_values_set_text (cycle, "zone", zone);
  return cycle;
}

AjValues *
aj_cycle_job_rebase_cycle (AjCycleFacts *facts, const AjValues *base, const AjValues *mine)
{
  const AjValues *stored = aj_cycle_facts_get_cycle (facts);
  AjValues *cycle = aj_values_copy (stored != NULL ? stored : mine);

  for (guint i = 0; i < aj_cycle_record_type.n_fields; i++)
    if (!aj_value_equal (aj_values_peek (mine, i), aj_values_peek (base, i)))
      aj_values_set (cycle, i, aj_values_peek (mine, i));
  return cycle;
}

static AjWeekday
get_weekday (const AjValues *cycle)
{
  static const char *const codes[] = { "monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday",    NULL };
  const char *code = aj_values_get_text (cycle, "weekday");

  for (int i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return (AjWeekday) (AJ_WEEKDAY_MONDAY + i);
  g_return_val_if_reached (AJ_WEEKDAY_MONDAY);
}

AjSchoolRegion
aj_cycle_job_get_regions (AjCycleFacts *facts, const AjValues *cycle)
{
  return aj_cycle_facts_get_regions (facts, aj_cycle_meetings_get_period (facts, cycle).last);
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The month by the rule, counted from the year 0. */
static int
get_month_number (AjCycleFacts *facts, const AjValues *cycle, guint ordinal)
{
  return aj_cycle_facts_get_year (facts) * 12 + (int) aj_values_get_integer (cycle, "first-month") -
         1 + (int) ordinal * (int) aj_values_get_integer (cycle, "every-months");
}

static char *
format_month (int number)
{
  return g_strdup_printf ("%04d-%02d", number / 12, number % 12 + 1);
}

gboolean
aj_cycle_job_find_ordinal (
    AjCycleFacts *facts, const AjValues *cycle, int year, int month, guint *ordinal)
{
  for (guint i = 0; i < aj_values_get_integer (cycle, "count"); i++)
    if (get_month_number (facts, cycle, i) == year * 12 + month - 1)
      {
        *ordinal = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_adjustment (GArray *adjustments, guint ordinal)
{
  for (guint i = 0; i < adjustments->len; i++)
    if (g_array_index (adjustments, AjPlanAdjustment, i).ordinal == ordinal)
      return TRUE;
  return FALSE;
}

static char **
split_left_out (const AjValues *cycle)
{
  const char *text = aj_values_get_text (cycle, "left-out");

  return g_strsplit (text != NULL ? text : "", " ", -1);
}

/* The months that were left out when this was planned before. */
static void
add_left_out (GArray *adjustments, AjCycleFacts *facts, const AjValues *cycle)
{
  g_auto (GStrv) months = split_left_out (cycle);

  for (guint i = 0; i < aj_values_get_integer (cycle, "count"); i++)
    {
      g_autofree char *month = format_month (get_month_number (facts, cycle, i));
      const AjPlanAdjustment adjustment = { .ordinal = i, .taken_out = TRUE };

      if (g_strv_contains ((const char *const *) months, month) && !has_adjustment (adjustments, i))
        g_array_append_val (adjustments, adjustment);
    }
}

/* (transfer full): the months that the plan leaves out, and those of years that it is not about. */
static char *
list_left_out (AjCycleFacts *facts, const AjValues *cycle, const AjCyclePlan *plan)
{
  g_auto (GStrv) known = split_left_out (cycle);
  AjDateRange period = aj_cycle_meetings_get_period (facts, cycle);
  g_autofree char *first = format_month (aj_cycle_facts_get_year (facts) * 12);
  g_autofree char *last = format_month (aj_date_get_year (period.last) * 12 +
                                        aj_date_get_month (period.last) - 1);
  g_autoptr (GPtrArray) months = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; known[i] != NULL; i++)
    if (*known[i] != '\0' && (strcmp (known[i], first) < 0 || strcmp (known[i], last) > 0))
      g_ptr_array_add (months, g_strdup (known[i]));
  for (guint i = 0; i < aj_cycle_plan_get_n_dates (plan); i++)
    if (aj_cycle_plan_get_date (plan, i)->verdict == AJ_VERDICT_TAKEN_OUT)
      g_ptr_array_add (months, format_month (get_month_number (facts, cycle, i)));
  g_ptr_array_sort (months, compare_texts);
  g_ptr_array_add (months, NULL);
  return g_strjoinv (" ", (char **) months->pdata);
}

GArray *
aj_cycle_job_list_adjustments (AjCycleFacts *facts, const AjValues *cycle)
{
  GArray *adjustments = g_array_new (FALSE, FALSE, sizeof (AjPlanAdjustment));
  g_autoptr (GPtrArray) meetings = aj_cycle_meetings_list (facts, cycle);
  gint64 every = MAX (aj_values_get_integer (cycle, "every-months"), 1);

  for (guint i = 0; i < meetings->len; i++)
    {
      const AjValues *meeting = meetings->pdata[i];
      AjDate pattern = aj_values_get_date (meeting, "pattern-date");
      AjPlanAdjustment adjustment = { 0 };
      AjReason reason;
      AjWallTime start;
      gint64 months;

      if (pattern == AJ_DATE_NONE || aj_cycle_meeting_is_fixed (facts, meeting) ||
          !aj_reason_parse (aj_values_get_text (meeting, "reason"), &reason) ||
          (reason != AJ_REASON_HAND && reason != AJ_REASON_AGAINST_ADVICE) ||
          !aj_values_get_wall_time (meeting, "starts-at", &start))
        continue;
      months = (gint64) (aj_date_get_year (pattern) - aj_cycle_facts_get_year (facts)) * 12 +
               aj_date_get_month (pattern) - aj_values_get_integer (cycle, "first-month");
      if (months < 0 || months % every != 0)
        continue;
      adjustment.ordinal = (guint) (months / every);
      /* Also on the day of the rule: what is in its way was there for whoever chose it. */
      adjustment.date = start.date;
      adjustment.keep = TRUE;
      g_array_append_val (adjustments, adjustment);
    }
  add_left_out (adjustments, facts, cycle);
  return adjustments;
}

/* Other groups' meetings, what this group does outside the plan, and what of the plan stays somewhere else in it. */
static GArray *
list_busy (AjCycleFacts *facts, const AjValues *cycle)
{
  GArray *others = aj_cycle_facts_get_busy (facts);
  GPtrArray *own = aj_cycle_facts_get_meetings (facts);
  GArray *busy = g_array_new (FALSE, FALSE, sizeof (AjBusySpan));
  AjDateRange period = aj_cycle_meetings_get_period (facts, cycle);

  g_array_append_vals (busy, others->data, others->len);
  for (guint i = 0; i < own->len; i++)
    {
      const AjValues *meeting = own->pdata[i];
      AjBusySpan span = { .zone = aj_values_get_text (meeting, "zone"),
                          .label = aj_cycle_facts_get_group_name (facts) };

      if ((!aj_cycle_meetings_concern (meeting, cycle, &period) ||
           aj_cycle_meeting_is_fixed_elsewhere (facts, meeting)) &&
          !aj_cycle_meeting_is_cancelled (meeting) &&
          aj_values_get_wall_time (meeting, "starts-at", &span.start) &&
          aj_values_get_wall_time (meeting, "ends-at", &span.end))
        g_array_append_val (busy, span);
    }
  return busy;
}

AjCyclePlan *
aj_cycle_job_plan (AjCycleFacts *facts,
                   const AjValues *cycle,
                   AjHolidays *holidays,
                   GArray *adjustments,
                   GError **error)
{
  g_autoptr (GArray) busy = NULL;
  AjCyclePlanRequest request = { 0 };

  g_return_val_if_fail (facts != NULL && cycle != NULL, NULL);

  if (!aj_values_check (cycle, NULL, error))
    return NULL;
  busy = list_busy (facts, cycle);
  request.year = aj_cycle_facts_get_year (facts);
  request.first_month = (int) aj_values_get_integer (cycle, "first-month");
  request.every_months = (int) aj_values_get_integer (cycle, "every-months");
  request.count = (int) aj_values_get_integer (cycle, "count");
  request.weekday = get_weekday (cycle);
  request.nth = (int) aj_values_get_integer (cycle, "nth");
  request.start_minute = aj_values_get_time (cycle, "start");
  request.length_minutes = (int) aj_values_get_integer (cycle, "minutes");
  request.zone = aj_values_get_text (cycle, "zone");
  request.regions = aj_cycle_job_get_regions (facts, cycle);
  request.avoid_school = aj_values_get_boolean (cycle, "avoid-school-holidays");
  request.avoid_not_free = TRUE;
  request.avoid_clashes = aj_values_get_boolean (cycle, "avoid-clashes");
  request.busy = (const AjBusySpan *) (gpointer) busy->data;
  request.n_busy = busy->len;
  if (adjustments != NULL)
    {
      request.adjustments = (const AjPlanAdjustment *) (gpointer) adjustments->data;
      request.n_adjustments = adjustments->len;
    }
  return aj_cycle_plan_new (&request, holidays, error);
}

/* In time that passes: the others may be in another zone. */
static gboolean
is_during (const AjPlannedDate *planned, const char *zone, const AjBusySpan *span)
{
  gint64 start, end, other_start, other_end;

  return planned->date != AJ_DATE_NONE && aj_wall_time_to_unix (&planned->start, zone, &start) &&
         aj_wall_time_to_unix (&planned->end, zone, &end) &&
         aj_wall_time_to_unix (&span->start, span->zone, &other_start) &&
         aj_wall_time_to_unix (&span->end, span->zone, &other_end) && other_start < end &&
         start < other_end;
}

char **
aj_cycle_job_dup_notes (AjCycleFacts *facts, const AjValues *cycle, const AjCyclePlan *plan)
{
  GArray *elsewhere = aj_cycle_facts_get_elsewhere (facts);
  g_auto (GStrv) of_plan = aj_cycle_plan_dup_notes (plan);
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  g_strv_builder_addv (notes, (const char **) of_plan);
  for (guint i = 0; i < aj_cycle_plan_get_n_dates (plan); i++)
    for (guint j = 0; j < elsewhere->len; j++)
      {
        const AjPlannedDate *planned = aj_cycle_plan_get_date (plan, i);
        const AjSeatElsewhere *other = &g_array_index (elsewhere, AjSeatElsewhere, j);
        g_autofree char *day = NULL;
        g_autofree char *note = NULL;

        if (other->span.label == NULL ||
            !is_during (planned, aj_values_get_text (cycle, "zone"), &other->span))
          continue;
        day = aj_date_format_short (planned->date);
        /* Translators: an organisation, a group, a date. */
        note = g_strdup_printf (_ ("%1$s also has a seat in %2$s, which meets at that time on "
                                   "%3$s."),
                                other->organisation, other->span.label, day);
        g_strv_builder_add (notes, note);
      }
  return g_strv_builder_end (notes);
}

/* What belongs to the cycle as a whole goes along, unless the meeting has its own. */
static void
follow_cycle (AjValues *values, const AjValues *before, const AjValues *cycle, const char *field)
{
  const char *present = aj_values_get_text (values, field);
  const char *wanted = aj_values_get_text (cycle, field);

  if (before == NULL || g_strcmp0 (present, aj_values_get_text (before, field)) == 0)
    aj_values_set_text (values, field, wanted);
}

static void
fill_meeting (AjValues *values,
              AjCycleFacts *facts,
              const AjValues *cycle,
              const AjPlannedDate *planned,
              gboolean move)
{
  const AjValues *before = aj_cycle_facts_get_cycle (facts);

  if (move)
    {
      aj_values_set_wall_time (values, "starts-at", &planned->start);
      aj_values_set_wall_time (values, "ends-at", &planned->end);
      aj_values_set_text (values, "zone", aj_values_get_text (cycle, "zone"));
    }
  follow_cycle (values, before, cycle, "place");
  follow_cycle (values, before, cycle, "online-link");
  aj_values_set_date (values, "pattern-date", planned->pattern);
  aj_values_set_text (values, "reason", aj_reason_get_code (planned->reason));
  aj_values_set_text (values, "reason-detail", planned->detail);
}

static void
add_meeting (AjEdit *edit, AjCycleFacts *facts, const AjValues *cycle, const AjPlannedDate *planned)
{
  AjValues *values = aj_edit_add (edit, &aj_meeting_record_type);

  aj_values_set_text (values, "group", aj_cycle_facts_get_group_id (facts));
  aj_values_set_text (values, "cycle", aj_values_get_id (cycle));
  aj_values_set_text (values, "chair", aj_cycle_facts_get_chair (facts, planned->date));
  aj_values_set_text (values, "place", aj_values_get_text (cycle, "place"));
  aj_values_set_text (values, "online-link", aj_values_get_text (cycle, "online-link"));
  fill_meeting (values, facts, cycle, planned, TRUE);
  aj_cycle_template_fill (edit, values, aj_cycle_facts_get_steps (facts),
                          aj_cycle_facts_get_items (facts));
}

/* Whatever is done to a meeting was thought out from what it was: confirmed, handed out or moved since, it is to be looked
 * at again. */
static void
change_meeting (AjEdit *edit,
                AjCycleFacts *facts,
                const AjValues *cycle,
                const AjPlannedDate *planned,
                const AjCycleStep *step)
{
  AjValues *values = aj_edit_change_values (edit, step->meeting);

  fill_meeting (values, facts, cycle, planned, step->action == AJ_REPLAN_MOVE);
  if (aj_values_diff (step->meeting, values) != 0)
    aj_edit_guard (edit, step->meeting);
}

static void
take_step (AjEdit *edit,
           AjCycleFacts *facts,
           const AjValues *cycle,
           const AjCyclePlan *plan,
           const AjCycleStep *step)
{
  const AjPlannedDate *planned = step->planned >= 0
                                     ? aj_cycle_plan_get_date (plan, (guint) step->planned)
                                     : NULL;

  if (step->fixed)
    return;
  if (step->action == AJ_REPLAN_ADD)
    add_meeting (edit, facts, cycle, planned);
  else if (step->action == AJ_REPLAN_REMOVE)
    {
      aj_edit_remove_values (edit, step->meeting);
      aj_edit_guard (edit, step->meeting);
    }
  else if (planned != NULL && planned->usable)
    {
      change_meeting (edit, facts, cycle, planned, step);
    }
}

static void
store_cycle (AjEdit *edit, AjCycleFacts *facts, const AjValues *cycle, const AjCyclePlan *plan)
{
  g_autofree char *left_out = list_left_out (facts, cycle, plan);
  const AjValues *stored = aj_cycle_facts_get_cycle (facts);
  AjValues *values = stored != NULL ? aj_edit_change_values (edit, stored)
                                    : aj_edit_add_with_id (edit, &aj_cycle_record_type,
                                                           aj_values_get_id (cycle));

  for (guint i = 0; i < aj_cycle_record_type.n_fields; i++)
    aj_values_set (values, i, aj_values_peek (cycle, i));
  aj_values_set_text (values, "left-out", left_out);
}

static AjEdit *
make_edit (AjStore *store,
           AjCycleFacts *facts,
           const AjValues *cycle,
           const AjCyclePlan *plan,
           AjCycleOutcome *outcome)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "");
  g_autoptr (GArray) steps = aj_cycle_step_list (facts, cycle, plan);
  g_autofree char *label = NULL;
  guint n_meetings;

  aj_cycle_step_count (steps, outcome);
  store_cycle (edit, facts, cycle, plan);
  for (guint i = 0; i < steps->len; i++)
    take_step (edit, facts, cycle, plan, &g_array_index (steps, AjCycleStep, i));
  n_meetings = outcome->added + outcome->moved + outcome->kept + outcome->fixed;
  /* What leaves every meeting where it is must not be called planning them: undoing it takes none away. */
  if (outcome->added + outcome->moved + outcome->removed == 0)
    label =
        /* Translators: a line of history; the name of a group. */
        g_strdup_printf (_ ("Change the rhythm of %s"), aj_cycle_facts_get_group_name (facts));
  else
    label = g_strdup_printf (
        /* Translators: a number, the name of a group, a year. */
        ngettext ("Plan %u meeting of %s in %d", "Plan %u meetings of %s in %d", n_meetings),
        n_meetings, aj_cycle_facts_get_group_name (facts), aj_cycle_facts_get_year (facts));
  aj_edit_set_label (edit, label);
  return g_steal_pointer (&edit);
}

gboolean
aj_cycle_job_has_changes (AjStore *store,
                          AjCycleFacts *facts,
                          const AjValues *cycle,
                          const AjCyclePlan *plan)
{
  AjCycleOutcome outcome;
  g_autoptr (AjEdit) edit = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), FALSE);

  edit = make_edit (store, facts, cycle, plan, &outcome);
  return !aj_edit_is_empty (edit);
}

gboolean
aj_cycle_job_apply (AjStore *store,
                    AjCycleFacts *facts,
                    const AjValues *cycle,
                    const AjCyclePlan *plan,
                    AjCycleOutcome *outcome,
                    GError **error)
{
  AjCycleOutcome done = { 0 };
  g_autoptr (AjEdit) edit = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), FALSE);

  edit = make_edit (store, facts, cycle, plan, &done);
  if (!aj_edit_is_empty (edit) && !aj_edit_commit (edit, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = done;
  return TRUE;
}

static void
plan_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_edit_commit_finish (AJ_EDIT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
aj_cycle_job_apply_async (AjStore *store,
                          AjCycleFacts *facts,
                          const AjValues *cycle,
                          const AjCyclePlan *plan,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (AjEdit) edit = NULL;
  AjCycleOutcome *outcome;

  g_return_if_fail (AJ_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_cycle_job_apply_async);
  outcome = g_new0 (AjCycleOutcome, 1);
  g_task_set_task_data (task, outcome, g_free);
  edit = make_edit (store, facts, cycle, plan, outcome);
  if (aj_edit_is_empty (edit))
    g_task_return_boolean (task, TRUE);
  else
    aj_edit_commit_async (edit, cancellable, plan_committed_cb, g_steal_pointer (&task));
}

gboolean
aj_cycle_job_apply_finish (AjStore *store,
                           GAsyncResult *result,
                           AjCycleOutcome *outcome,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (outcome != NULL)
    *outcome = *(AjCycleOutcome *) g_task_get_task_data (G_TASK (result));
  return TRUE;
}
