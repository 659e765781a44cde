/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-obstacles.h"

#include "aj-public-holidays.h"
#include "aj-text.h"

/* The field that keeps the detail takes no more. */
#define DETAIL_UNITS 255

/* Nobody can be in two rooms; a school may deviate from an advised holiday; the other two lie between. Powers of two: one
 * heavier thing weighs more than all lighter ones together. */
enum
{
  WEIGHT_SCHOOL_ADVICE = 1 << 0,
  WEIGHT_NOT_GENERALLY_FREE = 1 << 1,
  WEIGHT_SCHOOL_FIXED = 1 << 2,
  WEIGHT_CLASH = 1 << 3,
  WEIGHT_HARD = 1 << 4,
};

static void
add (AjFindings *findings,
     GString *detail,
     AjObstacles obstacle,
     AjReason reason,
     guint weight,
     const char *what)
{
  if (findings->obstacles == AJ_OBSTACLE_NONE)
    findings->reason = reason;
  findings->obstacles = (AjObstacles) ((guint) findings->obstacles | (guint) obstacle);
  findings->weight |= weight;
  if (detail->len > 0)
    g_string_append (detail, AJ_REASON_DETAIL_SEPARATOR);
  g_string_append (detail, what);
}

static void
look_at_public_holidays (AjFindings *findings,
                         GString *detail,
                         const AjCyclePlanRequest *request,
                         AjDate date)
{
  AjPublicHoliday holiday;

  if (!aj_public_holiday_find (date, &holiday))
    return;
  if (holiday.kind == AJ_PUBLIC_HOLIDAY_FREE)
    add (findings, detail, AJ_OBSTACLE_PUBLIC_HOLIDAY, AJ_REASON_PUBLIC_HOLIDAY, WEIGHT_HARD,
         holiday.name);
  else if (request->avoid_not_free)
    add (findings, detail, AJ_OBSTACLE_NOT_GENERALLY_FREE, AJ_REASON_NOT_GENERALLY_FREE,
         WEIGHT_NOT_GENERALLY_FREE, holiday.name);
}

static void
look_at_school_holidays (AjFindings *findings,
                         GString *detail,
                         const AjCyclePlanRequest *request,
                         AjHolidays *holidays,
                         AjDate date)
{
  g_autofree char *what = NULL;
  gboolean advice = FALSE;

  if (!request->avoid_school)
    return;

  findings->not_checked = !aj_holidays_covers (holidays, date, request->regions);
  what = aj_holidays_describe_school (holidays, date, request->regions, &advice);
  if (what != NULL)
    add (findings, detail, AJ_OBSTACLE_SCHOOL_HOLIDAY, AJ_REASON_SCHOOL_HOLIDAY,
         advice ? WEIGHT_SCHOOL_ADVICE : WEIGHT_SCHOOL_FIXED, what);
}

/* What people wrote, made fit to stand between the separators of a detail. */
static char *
label_of (const AjBusySpan *busy)
{
  g_autofree char *label = aj_text_clean_line (busy->label);

  if (*label == '\0')
    return g_strdup (AJ_CYCLE_PLAN_UNNAMED_CLASH);
  g_strdelimit (label, ";", ',');
  return g_steal_pointer (&label);
}

static gboolean
span_to_unix (const AjWallTime *start,
              const AjWallTime *end,
              const char *zone,
              gint64 *unix_start,
              gint64 *unix_end)
{
  return aj_wall_time_to_unix (start, zone, unix_start) &&
         aj_wall_time_to_unix (end, zone, unix_end);
}

/* In time that passes, not on the wall: the others may sit in another zone. */
static void
look_at_clashes (AjFindings *findings,
                 GString *detail,
                 const AjCyclePlanRequest *request,
                 AjDate date)
{
  const AjWallTime start = { date, request->start_minute };
  const AjWallTime end = aj_wall_time_add_minutes (&start, request->length_minutes);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  gint64 from, until;

  if (!request->avoid_clashes || !span_to_unix (&start, &end, request->zone, &from, &until))
    return;

  for (gsize i = 0; i < request->n_busy; i++)
    {
      const AjBusySpan *busy = &request->busy[i];
      const char *zone = aj_zone_is_known (busy->zone) ? busy->zone : request->zone;
      g_autofree char *label = NULL;
      gint64 busy_from, busy_until;

      if (ABS ((gint64) busy->start.date - date) > 366 ||
          !span_to_unix (&busy->start, &busy->end, zone, &busy_from, &busy_until) ||
          busy_from >= until || from >= busy_until)
        continue;
      label = label_of (busy);
      if (g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        continue;
      add (findings, detail, AJ_OBSTACLE_CLASH, AJ_REASON_CLASH, WEIGHT_CLASH, label);
      g_ptr_array_add (labels, g_steal_pointer (&label));
    }
}

void
aj_findings_init (AjFindings *findings,
                  const AjCyclePlanRequest *request,
                  AjHolidays *holidays,
                  AjDate date,
                  gboolean same_day)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  *findings = (AjFindings){ .reason = AJ_REASON_RULE };
  look_at_public_holidays (findings, detail, request, date);
  if (same_day)
    add (findings, detail, AJ_OBSTACLE_SAME_DAY, AJ_REASON_CLASH, WEIGHT_HARD,
         AJ_CYCLE_PLAN_SAME_DAY);
  look_at_school_holidays (findings, detail, request, holidays, date);
  look_at_clashes (findings, detail, request, date);
  if (detail->len > 0)
    findings->detail = aj_text_truncate_utf16 (detail->str, DETAIL_UNITS);
}

void
aj_findings_clear (AjFindings *findings)
{
  g_clear_pointer (&findings->detail, g_free);
}

gboolean
aj_findings_are_hard (const AjFindings *findings)
{
  return ((guint) findings->obstacles & AJ_OBSTACLES_HARD) != 0;
}
