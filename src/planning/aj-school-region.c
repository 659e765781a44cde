/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-school-region.h"

static const struct
{
  AjSchoolRegion region;
  const char *code;
  const char *name;
} regions_table[] = {
  { AJ_SCHOOL_REGION_NOORD, "noord", "Noord" },
  { AJ_SCHOOL_REGION_MIDDEN, "midden", "Midden" },
  { AJ_SCHOOL_REGION_ZUID, "zuid", "Zuid" },
};

gboolean
aj_school_region_parse (const char *text, AjSchoolRegion *region)
{
  g_return_val_if_fail (region != NULL, FALSE);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (regions_table); i++)
    if (g_ascii_strcasecmp (text, regions_table[i].code) == 0)
      {
        *region = regions_table[i].region;
        return TRUE;
      }
  return FALSE;
}

const char *
aj_school_region_get_code (AjSchoolRegion region)
{
  for (guint i = 0; i < G_N_ELEMENTS (regions_table); i++)
    if (regions_table[i].region == region)
      return regions_table[i].code;
  return NULL;
}

char *
aj_school_region_get_names (AjSchoolRegion regions)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (regions_table); i++)
    if (((guint) regions & (guint) regions_table[i].region) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", regions_table[i].name);
  return g_string_free (names, FALSE);
}
