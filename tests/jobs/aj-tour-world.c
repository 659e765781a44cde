/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-world.h"

#include "aj-reference.h"

static const char *
add_town (TourWorld *self, const char *name, const char *code, const char *longitude)
{
  return fixture_add (&self->base, "municipality", "name", name, "code", code, "latitude", "52.25",
                      "longitude", longitude, "school-region", "noord", NULL);
}

void
tour_set_up (TourWorld *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  self->holidays = aj_reference_load_holidays (&error);
  g_assert_no_error (error);
  self->apeldoorn = add_town (self, "Apeldoorn", "GM0200", "5.97");
  self->deventer = add_town (self, "Deventer", "GM0150", "6.16");
  self->rijssen = add_town (self, "Rijssen-Holten", "GM1742", "6.42");
  self->hengelo = add_town (self, "Hengelo", "GM0164", "6.79");
  self->bike = fixture_add (&self->base, "material", "name", "Cargo bike", "municipality",
                            self->apeldoorn, "transport-days", "1", NULL);
  self->wishes = g_array_new (FALSE, FALSE, sizeof (AjTourWish));
  /* Monday 2 March 2026: no holiday until Good Friday, 3 April. */
  self->request = (AjTourRequest){ .material = self->bike,
                                   .starts_on = aj_date_new (2026, 3, 2),
                                   .days = 3 };
}

void
tour_tear_down (TourWorld *self, gconstpointer data)
{
  g_array_unref (self->wishes);
  g_object_unref (self->holidays);
  fixture_tear_down (&self->base, data);
}

/* @week: a Monday in 2026, or NULL. */
void
tour_wish (TourWorld *self, const char *municipality, const char *week)
{
  AjTourWish wish = { municipality, { AJ_DATE_NONE, AJ_DATE_NONE } };

  if (week != NULL)
    {
      g_assert_true (aj_date_parse_iso (week, &wish.asked.first));
      wish.asked.last = wish.asked.first + 6;
    }
  g_array_append_val (self->wishes, wish);
  self->request.wishes = (const AjTourWish *) (gpointer) self->wishes->data;
  self->request.n_wishes = self->wishes->len;
}

AjRolloutFacts *
tour_load (TourWorld *self)
{
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load (self->base.store, &error);

  g_assert_no_error (error);
  return facts;
}

AjTourPlan *
tour_plan (TourWorld *self, AjRolloutFacts *facts)
{
  g_autoptr (GError) error = NULL;
  AjTourPlan *plan = aj_tour_job_plan (facts, self->holidays, &self->request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

/* "Deventer 2026-03-03, …" of a plan. */
void
tour_assert_plan (TourWorld *self,
                  AjRolloutFacts *facts,
                  const AjTourPlan *plan,
                  const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->legs->len; i++)
    {
      const AjTourLeg *leg = &g_array_index (plan->legs, AjTourLeg, i);
      g_autofree char *first = aj_date_to_iso (leg->days.first);

      g_string_append_printf (
          text, "%s%s %s", i > 0 ? ", " : "",
          aj_rollout_facts_get_name (facts, self->request.wishes[leg->stop].municipality), first);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The same of what is stored. */
void
tour_assert_stored (TourWorld *self, const char *tour, const char *expected)
{
  g_autoptr (AjRolloutFacts) facts = tour_load (self);
  g_autoptr (GPtrArray) stops = aj_tour_job_list_stops (facts, tour);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < stops->len; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                            aj_rollout_facts_get_place (facts, stops->pdata[i]),
                            aj_values_get_text (stops->pdata[i], "from"));
  g_assert_cmpstr (text->str, ==, expected);
}

void
tour_commit (AjEdit *edit)
{
  g_autoptr (GError) error = NULL;

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* (transfer full): the id of a tour along all wishes. */
char *
tour_make (TourWorld *self)
{
  g_autoptr (AjRolloutFacts) facts = tour_load (self);
  g_autoptr (AjTourPlan) thought_out = tour_plan (self, facts);
  g_autoptr (AjEdit) edit = aj_tour_job_make (self->base.store, facts, &self->request, thought_out,
                                              NULL);
  g_autoptr (AjRecord) tour = NULL;

  tour_commit (edit);
  tour = fixture_find (&self->base, "tour", "material", self->bike);
  return g_strdup (aj_record_get_id (tour));
}
