/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-edition.h"

#include "aj-activity.h"
#include "aj-district.h"
#include "aj-edit.h"
#include "aj-edition.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-participation.h"

#define N_ORGANISATIONS 40
/* Changes of one size, as an import would make them: the file grows, not the memory. */
#define PER_EDIT 2000
/* Of the map. */
#define N_COLUMNS 19

static const char *const titles[] = {
  "Échte of nepmail?",     "Bakfiets op de markt", "Digitaal Café",        "Escapekoffer",
  "Gastles sociale media", "Phishingquiz",         "Ontbijt voor het mkb", "Zaken om twaalf uur",
};

static const char *const places[] = { "Bibliotheek", "Stadhuis", "Buurthuis",
                                      "Sporthal",    "Aula",     "Marktplein" };

typedef struct
{
  AjStore *store;            /* (borrowed) */
  char *edition;             /* (owned) */
  GPtrArray *districts;      /* (owned): ids */
  GPtrArray *municipalities; /* (owned): ids */
  GPtrArray *organisations;  /* (owned): ids */
} LargeEdition;

static void
remember (GPtrArray *ids, AjValues *values)
{
  g_ptr_array_add (ids, g_strdup (aj_values_get_id (values)));
}

static void
add_district (LargeEdition *self, AjEdit *edit, guint number)
{
  g_autofree char *name = g_strdup_printf ("District %02u", number + 1);
  AjValues *district = aj_edit_add (edit, &aj_district_record_type);

  aj_values_set_text (district, "name", name);
  remember (self->districts, district);
}

static void
add_organisation (LargeEdition *self, AjEdit *edit, guint number)
{
  g_autofree char *name = g_strdup_printf ("Organisatie %02u", number + 1);
  AjValues *organisation = aj_edit_add (edit, &aj_organisation_record_type);

  aj_values_set_text (organisation, "name", name);
  aj_values_set_text (organisation, "kind", "support");
  remember (self->organisations, organisation);
}

static void
add_municipality (LargeEdition *self, AjEdit *edit, guint number)
{
  g_autofree char *name = g_strdup_printf ("Gemeente %03u", number + 1);
  g_autofree char *code = g_strdup_printf ("GM%04u", number + 1);
  AjValues *municipality = aj_edit_add (edit, &aj_municipality_record_type);
  AjValues *participation = aj_edit_add (edit, &aj_participation_record_type);

  aj_values_set_text (municipality, "name", name);
  aj_values_set_text (municipality, "code", code);
  aj_values_set_text (municipality, "district",
                      self->districts->pdata[number % self->districts->len]);
  aj_values_set_integer (municipality, "tile-column", number % N_COLUMNS);
  aj_values_set_integer (municipality, "tile-row", number / N_COLUMNS);
  remember (self->municipalities, municipality);
  aj_values_set_text (participation, "edition", self->edition);
  aj_values_set_text (participation, "municipality", aj_values_get_id (municipality));
}

static gboolean
add_surroundings (LargeEdition *self, guint n_municipalities, GError **error)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Begin an edition");
  AjValues *edition = aj_edit_add (edit, &aj_edition_record_type);

  aj_values_set_text (edition, "name", "Landelijke actiedag 2026");
  aj_values_set_date (edition, "starts-on", aj_date_new (2026, 10, 8));
  self->edition = g_strdup (aj_values_get_id (edition));
  for (guint i = 0; i < LARGE_EDITION_DISTRICTS; i++)
    add_district (self, edit, i);
  for (guint i = 0; i < N_ORGANISATIONS; i++)
    add_organisation (self, edit, i);
  for (guint i = 0; i < n_municipalities; i++)
    add_municipality (self, edit, i);
  return aj_edit_commit (edit, error);
}

static const char *
pick_choice (const char *field, guint number)
{
  const AjChoice *choices =
      aj_record_type_get_field (&aj_activity_record_type, field, NULL)->choices;
  guint n = 0;

  while (choices[n].code != NULL)
    n++;
  return choices[number % n].code;
}

/* Figures that have no divisor in common, so that each goes with each. */
static void
fill_activity (LargeEdition *self, AjValues *activity, guint number)
{
  g_autofree char *name = g_strdup_printf ("%s %06u", titles[number * 5 % G_N_ELEMENTS (titles)],
                                           number);
  g_autofree char *from = g_strdup_printf ("%02u:00", 8 + number * 7 % 12);

  aj_values_set_text (activity, "edition", self->edition);
  aj_values_set_text (activity, "municipality",
                      self->municipalities->pdata[number % self->municipalities->len]);
  aj_values_set_text (activity, "name", name);
  aj_values_set_text (activity, "kind", pick_choice ("kind", number / 7));
  aj_values_set_text (activity, "state", pick_choice ("state", number / 11));
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    if ((number / 13 >> target & 1) != 0)
      aj_values_set_boolean (activity, aj_target_get_field (target), TRUE);
  aj_values_set_text (activity, "from", from);
  aj_values_set_integer (activity, "expected-reach", number * 17 % 500);
  if (number % LARGE_EDITION_NO_PLACE != 0)
    aj_values_set_text (activity, "place", places[number % G_N_ELEMENTS (places)]);
  if (number % LARGE_EDITION_NO_ORGANISATION != 0)
    aj_values_set_text (activity, "organisation",
                        self->organisations->pdata[number * 3 % self->organisations->len]);
}

static gboolean
add_activities (LargeEdition *self, guint n_activities, GError **error)
{
  guint n_done = 0;

  while (n_done < n_activities)
    {
      g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Register activities");
      guint end = MIN (n_done + PER_EDIT, n_activities);

      while (n_done < end)
        fill_activity (self, aj_edit_add (edit, &aj_activity_record_type), n_done++);
      if (!aj_edit_commit (edit, error))
        return FALSE;
    }
  return TRUE;
}

char *
large_edition_fill (AjStore *store, guint n_municipalities, guint n_activities, GError **error)
{
  g_autoptr (GPtrArray) districts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) municipalities = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) organisations = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *edition = NULL;
  LargeEdition self = { .store = store,
                        .districts = districts,
                        .municipalities = municipalities,
                        .organisations = organisations };
  gboolean done = add_surroundings (&self, n_municipalities, error) &&
                  add_activities (&self, n_activities, error);

  edition = self.edition;
  return done ? g_steal_pointer (&edition) : NULL;
}
