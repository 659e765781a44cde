/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-catalogue.h"

#include "aj-edit.h"
#include "aj-intervention.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "aj-rollout.h"
#include "aj-week.h"
#include "large-edition.h"

#define N_MUNICIPALITIES 342
#define N_INTERVENTIONS  40
/* Changes of one size, as an import would make them: the file grows, not the memory. */
#define PER_EDIT 2000
/* From one loan of a thing to the next, in days. */
#define LOAN_EVERY 14
/* Rollouts begin within so many days around today. */
#define ROLLOUT_DAYS 900

static const char *const names[] = {
  "Échte post", "Bakfiets",   "Digitaal Café", "Escapekoffer",
  "Gastles",    "Hackschild", "Mkb-ontbijt",   "Zaken om twaalf"
};

typedef struct
{
  AjStore *store; /* (borrowed) */
  AjDate today;
  GPtrArray *municipalities; /* (owned): ids, by name */
  GPtrArray *interventions;  /* (owned): ids */
  GPtrArray *things;         /* (owned): ids */
} LargeCatalogue;

typedef void (*FillFunc) (LargeCatalogue *self, AjValues *values, guint number);

static gboolean
add_all (LargeCatalogue *self,
         const AjRecordType *type,
         guint count,
         FillFunc fill,
         GPtrArray *ids,
         GError **error)
{
  for (guint done = 0; done < count;)
    {
      g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Fill the catalogue");

      for (guint end = MIN (done + PER_EDIT, count); done < end; done++)
        {
          AjValues *values = aj_edit_add (edit, type);

          fill (self, values, done);
          if (ids != NULL)
            g_ptr_array_add (ids, g_strdup (aj_values_get_id (values)));
        }
      if (!aj_edit_commit (edit, error))
        return FALSE;
    }
  return TRUE;
}

static void
fill_intervention (LargeCatalogue *self, AjValues *intervention, guint number)
{
  g_autofree char *name = g_strdup_printf ("%s %02u", names[number % G_N_ELEMENTS (names)], number);

  aj_values_set_text (intervention, "name", name);
}

static void
fill_thing (LargeCatalogue *self, AjValues *thing, guint number)
{
  g_autofree char *name = g_strdup_printf ("Koffer %s %05u",
                                           names[number * 3 % G_N_ELEMENTS (names)], number);

  aj_values_set_text (thing, "name", name);
  aj_values_set_text (thing, "intervention",
                      self->interventions->pdata[number % self->interventions->len]);
}

/* Figures that have no divisor in common, so that each goes with each. */
static void
fill_rollout (LargeCatalogue *self, AjValues *rollout, guint number)
{
  AjDate first = self->today - ROLLOUT_DAYS / 2 + (AjDate) ((guint64) number * 7919 % ROLLOUT_DAYS);
  AjPhase phase = number / 3 % AJ_N_PHASES;

  aj_values_set_text (rollout, "intervention",
                      self->interventions->pdata[number * 7 % self->interventions->len]);
  aj_values_set_text (rollout, "municipality",
                      self->municipalities->pdata[number % self->municipalities->len]);
  aj_values_set_text (rollout, "phase", aj_phase_get_code (phase));
  if (phase == AJ_PHASE_STOPPED)
    aj_values_set_text (rollout, "stop-reason", "Geen tijd");
  aj_values_set_date (rollout, "starts-on", first);
  aj_values_set_date (rollout, "ends-on", first + 20 + (AjDate) (number % 60));
}

/* Three days of every other week, half of the things in one week and half in the other. */
static void
fill_loan (LargeCatalogue *self, AjValues *loan, guint number)
{
  guint thing = number / LARGE_CATALOGUE_LOANS_EACH, turn = number % LARGE_CATALOGUE_LOANS_EACH;
  AjDate from = aj_week_get_monday (self->today) + (AjDate) (thing % 2 * 7) +
                LOAN_EVERY * ((AjDate) turn - LARGE_CATALOGUE_LOANS_EACH / 2);

  aj_values_set_text (loan, "material", self->things->pdata[thing]);
  aj_values_set_text (loan, "municipality",
                      self->municipalities->pdata[number * 5 % self->municipalities->len]);
  aj_values_set_date (loan, "from", from);
  aj_values_set_date (loan, "until", from + 2);
  if (from + 2 < self->today)
    {
      aj_values_set_date (loan, "handed-over-on", from);
      aj_values_set_date (loan, "returned-on", from + 2);
    }
}

static gboolean
take_id_cb (const AjValues *values, gpointer ids, GError **error)
{
  g_ptr_array_add (ids, g_strdup (aj_values_get_id (values)));
  return TRUE;
}

static gboolean
fill (LargeCatalogue *self, guint n_rollouts, guint n_loans, GError **error)
{
  g_autoptr (AjQuery) municipalities = aj_query_new (&aj_municipality_record_type);
  guint n_things = (n_loans + LARGE_CATALOGUE_LOANS_EACH - 1) / LARGE_CATALOGUE_LOANS_EACH;

  return aj_store_each (self->store, municipalities, take_id_cb, self->municipalities, error) &&
         add_all (self, &aj_intervention_record_type, N_INTERVENTIONS, fill_intervention,
                  self->interventions, error) &&
         add_all (self, &aj_material_record_type, n_things, fill_thing, self->things, error) &&
         add_all (self, &aj_rollout_record_type, n_rollouts, fill_rollout, NULL, error) &&
         add_all (self, &aj_loan_record_type, n_loans, fill_loan, NULL, error);
}

gboolean
large_catalogue_fill (AjStore *store, guint n_rollouts, guint n_loans, GError **error)
{
  g_autoptr (GPtrArray) municipalities = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) interventions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_free);
  LargeCatalogue self = { store, aj_clock_get_today (aj_store_get_clock (store)), municipalities,
                          interventions, things };
  g_autofree char *edition = large_edition_fill (store, N_MUNICIPALITIES, 0, error);

  return edition != NULL && fill (&self, n_rollouts, n_loans, error);
}
