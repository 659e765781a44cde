/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-reference.h"

#include <gio/gio.h>

#include "aj-intervention.h"
#include "aj-jobs-resources.h"
#include "aj-municipality.h"
#include "aj-organisation.h"

#define ROOT "/nl/veiligheidsnetwerkon/Aanjager/"

/* Asked of the resource itself: in a static library nobody else would have it linked and registered. */
static GBytes *
load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (ROOT, name, NULL);

  return g_resource_lookup_data (aj_jobs_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
}

static const struct
{
  const char *word;
  const AjRecordType *type;
} tables[] = {
  [AJ_REFERENCE_MUNICIPALITIES] = { "municipalities", &aj_municipality_record_type },
  [AJ_REFERENCE_ORGANISATIONS] = { "organisations", &aj_organisation_record_type },
  [AJ_REFERENCE_MUNICIPALITIES_MIDDEN] = { "municipalities-midden-nederland",
                                           &aj_municipality_record_type },
  [AJ_REFERENCE_INTERVENTIONS] = { "interventions", &aj_intervention_record_type },
};

gboolean
aj_reference_find_table (const char *word, AjReferenceTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].word, word))
      {
        *table = (AjReferenceTable) i;
        return TRUE;
      }
  return FALSE;
}

AjCsv *
aj_reference_load_table (AjReferenceTable table, GError **error)
{
  g_autofree char *name = g_strconcat (tables[table].word, ".csv", NULL);
  g_autofree char *path = g_strconcat ("reference/", name, NULL);
  g_autoptr (GBytes) bytes = load (path, error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  return aj_csv_new (name, text, (gssize) length, error);
}

const AjRecordType *
aj_reference_get_record_type (AjReferenceTable table)
{
  return tables[table].type;
}

AjHolidays *
aj_reference_load_holidays (GError **error)
{
  g_autoptr (GBytes) bytes = load ("reference/school-holidays.csv", error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  return aj_holidays_new_from_csv (text, (gssize) length, error);
}

GBytes *
aj_reference_load_example (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("examples/", name, ".json", NULL);

  return load (path, error);
}
