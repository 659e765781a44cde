/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-working-days.h"

#include "aj-public-holidays.h"

gboolean
aj_date_is_working_day (AjDate date)
{
  AjPublicHoliday holiday;

  if (date == AJ_DATE_NONE || aj_date_get_weekday (date) >= AJ_WEEKDAY_SATURDAY)
    return FALSE;
  return !aj_public_holiday_find (date, &holiday) || holiday.kind != AJ_PUBLIC_HOLIDAY_FREE;
}

static AjDate
find_working_day (AjDate date, int step)
{
  if (date == AJ_DATE_NONE)
    return date;
  while (!aj_date_is_working_day (date))
    date += step;
  return date;
}

AjDate
aj_date_next_working_day (AjDate date)
{
  return find_working_day (date, 1);
}

AjDate
aj_date_previous_working_day (AjDate date)
{
  return find_working_day (date, -1);
}

AjDate
aj_date_add_working_days (AjDate date, int days)
{
  int step = days < 0 ? -1 : 1;

  for (int left = ABS (days); left > 0 && date != AJ_DATE_NONE; left--)
    date = find_working_day (date + step, step);
  return date;
}
