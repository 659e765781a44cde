/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-regions.h"

#include "aj-seats.h"

static gboolean
overlaps (const AjValues *values, const char *from, const char *until, const AjDateRange *days)
{
  AjDateRange valid = { aj_values_get_date (values, from), aj_values_get_date (values, until) };

  return aj_date_range_overlaps (&valid, days);
}

/* Where the municipalities of a district lie, or, without a district, all of them. */
static guint
collect_regions (AjCycleSource *source, const char *district, const AjDateRange *days)
{
  GPtrArray *municipalities = aj_cycle_source_get_part (source, AJ_CYCLE_PART_MUNICIPALITIES);
  guint regions = AJ_SCHOOL_REGION_NONE;

  for (guint i = 0; i < municipalities->len; i++)
    {
      const AjValues *values = municipalities->pdata[i];
      AjSchoolRegion region = AJ_SCHOOL_REGION_NONE;

      if (overlaps (values, "valid-from", "valid-until", days) &&
          (district == NULL ||
           g_strcmp0 (aj_values_get_text (values, "district"), district) == 0) &&
          aj_school_region_parse (aj_values_get_text (values, "school-region"), &region))
        regions |= (guint) region;
    }
  return regions;
}

static guint
regions_of_organisation (AjCycleSource *source,
                         const AjValues *organisation,
                         const AjDateRange *days)
{
  const char *municipality = aj_values_get_text (organisation, "municipality");
  const AjValues *values = aj_cycle_source_look_up (source, municipality);
  AjSchoolRegion region = AJ_SCHOOL_REGION_NONE;

  if (municipality == NULL)
    return collect_regions (source, aj_values_get_text (organisation, "district"), days);
  if (values != NULL)
    aj_school_region_parse (aj_values_get_text (values, "school-region"), &region);
  return (guint) region;
}

static guint
regions_of_seat (AjCycleSource *source, const AjValues *seat, const AjDateRange *days)
{
  const AjValues *organisation = aj_cycle_source_look_up (source,
                                                          aj_values_get_text (seat,
                                                                              "organisation"));
  const AjValues *person = aj_cycle_source_look_up (source, aj_values_get_text (seat, "person"));

  if (organisation == NULL && person != NULL)
    organisation = aj_cycle_source_look_up (source, aj_values_get_text (person, "organisation"));
  return organisation != NULL ? regions_of_organisation (source, organisation, days) : 0;
}

static AjDateRange
get_days (int year)
{
  return (AjDateRange){ aj_date_new (year, 1, 1), aj_date_new (year, 12, 31) };
}

AjSchoolRegion
aj_cycle_regions_of_year (AjCycleSource *source, int year)
{
  AjDateRange days = get_days (year);
  GPtrArray *seats = aj_cycle_source_get_part (source, AJ_CYCLE_PART_SEATS);
  const AjValues *group = aj_cycle_source_look_up (source, aj_cycle_source_get_group_id (source));
  const char *district = aj_values_get_text (group, "district");
  guint regions = district != NULL ? collect_regions (source, district, &days) : 0;

  for (guint i = 0; i < seats->len; i++)
    if (aj_seat_is_held_in (seats->pdata[i], &days))
      regions |= regions_of_seat (source, seats->pdata[i], &days);
  return (AjSchoolRegion) regions;
}

AjSchoolRegion
aj_cycle_regions_of_register (AjCycleSource *source, int year)
{
  AjDateRange days = get_days (year);
  guint regions = collect_regions (source, NULL, &days);

  return (AjSchoolRegion) (regions != 0 ? regions : AJ_SCHOOL_REGION_ALL);
}
