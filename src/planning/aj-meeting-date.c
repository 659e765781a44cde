/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-date.h"

#include <glib/gi18n-lib.h>

#include "aj-meeting.h"
#include "aj-public-holidays.h"
#include "aj-reason.h"

char *
aj_meeting_date_to_text (const AjValues *meeting)
{
  AjReason reason;
  AjWallTime start;

  g_return_val_if_fail (meeting != NULL, NULL);

  if (!aj_reason_parse (aj_values_get_text (meeting, "reason"), &reason) ||
      !aj_values_get_wall_time (meeting, "starts-at", &start))
    return g_strdup ("");
  return aj_reason_to_text (reason, aj_values_get_text (meeting, "reason-detail"),
                            aj_values_get_date (meeting, "pattern-date"), start.date);
}

static gboolean
has_reason (const AjValues *meeting, AjReason reason)
{
  return g_strcmp0 (aj_values_get_text (meeting, "reason"), aj_reason_get_code (reason)) == 0;
}

gboolean
aj_meeting_date_is_to_decide (const AjValues *meeting)
{
  g_return_val_if_fail (meeting != NULL, FALSE);

  return aj_meeting_is_open (meeting) && has_reason (meeting, AJ_REASON_CONFLICT);
}

char *
aj_meeting_date_to_warning (const AjValues *meeting, AjHolidays *holidays)
{
  AjWallTime start;
  AjPublicHoliday holiday;
  g_autofree char *public = NULL;
  g_autofree char *school = NULL;

  g_return_val_if_fail (meeting != NULL && AJ_IS_HOLIDAYS (holidays), NULL);

  /* A date that somebody decided on, or still has to, names what stands in its way already. */
  if (!aj_meeting_is_open (meeting) || has_reason (meeting, AJ_REASON_CONFLICT) ||
      has_reason (meeting, AJ_REASON_AGAINST_ADVICE) ||
      !aj_values_get_wall_time (meeting, "starts-at", &start))
    return g_strdup ("");
  if (aj_public_holiday_find (start.date, &holiday))
    {
      public = aj_public_holiday_to_text (holiday.name);
      /* Translators: the name of a public holiday. */
      return g_strdup_printf (_ ("This day is %s."), public);
    }
  school = aj_holidays_describe_school (holidays, start.date, AJ_SCHOOL_REGION_ALL, NULL);
  if (school != NULL && !has_reason (meeting, AJ_REASON_RULE))
    /* Translators: school holidays and their regions, as in "herfstvakantie Zuid". */
    return g_strdup_printf (_ ("This day is in the school holidays: %s."), school);
  return g_strdup ("");
}
