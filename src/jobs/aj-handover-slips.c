/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-handover-slips.h"

#include <glib/gi18n-lib.h>

#include "aj-loan.h"
#include "aj-material.h"
#include "aj-person.h"
#include "aj-phrase.h"
#include "aj-tour-job.h"

typedef struct
{
  AjRolloutFacts *facts;
  AjDocument *document;
} Drawing;

static gboolean
is_lent (const AjValues *loan)
{
  return g_strcmp0 (aj_values_get_text (loan, "kind"), AJ_LOAN_LENT) == 0;
}

static gboolean
is_back (const AjValues *loan)
{
  return g_strcmp0 (aj_values_get_text (loan, "state"), AJ_LOAN_RETURNED) == 0;
}

/* "Goes to: Deventer"; nothing when that is not known. */
static void
add_fact (Drawing *self, const char *label, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  /* Translators: what a field is called, and what is filled in there. */
  line = g_strdup_printf (_ ("%1$s: %2$s"), label, text);
  aj_document_add_item (self->document, line);
}

/* (transfer full) (nullable): "Anna Smit, 06 12345678, anna@deventer.example". */
static char *
describe_contact (Drawing *self, const AjValues *values)
{
  static const char *const fields[] = { "name", "function", "mobile", "phone", "mail" };
  const AjValues *person = aj_rollout_facts_get (self->facts,
                                                 aj_values_get_text (values, "contact"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; person != NULL && i < G_N_ELEMENTS (fields); i++)
    aj_phrase_append (text, ", ", aj_values_get_text (person, fields[i]));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Where it is handed over, or fetched: the place of a loan, or where the thing stands. */
static void
add_place (Drawing *self, const char *label, const AjValues *values)
{
  const char *town = aj_rollout_facts_get_place (self->facts, values);
  g_autoptr (GString) where = g_string_new (NULL);
  g_autofree char *contact = describe_contact (self, values);

  aj_phrase_append (where, ", ", *town != '\0' ? town : NULL);
  aj_phrase_append (where, ", ", aj_values_get_text (values, "place"));
  add_fact (self, label, where->str);
  add_fact (self, _ ("Contact there"), contact);
}

/* The stop before or after in the same tour; else where it stands when nobody has it, for there it begins and ends. */
static const AjValues *
find_neighbour (Drawing *self, const AjValues *loan, int step)
{
  const char *tour = aj_values_get_text (loan, "tour");
  g_autoptr (GPtrArray) stops = tour != NULL ? aj_tour_job_list_stops (self->facts, tour) : NULL;
  guint index;

  if (stops != NULL && g_ptr_array_find (stops, loan, &index) && (step > 0 || index > 0) &&
      (step < 0 || index + 1 < stops->len))
    return stops->pdata[(int) index + step];
  return aj_rollout_facts_get (self->facts, aj_values_get_text (loan, "material"));
}

/* (transfer full): "Tue 19 Jan 2027, 09:00"; without a time when none is agreed. */
static char *
describe_moment (const AjValues *loan, const char *time_field, AjDate day)
{
  AjWallTime time;
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  if (!aj_values_get_wall_time (loan, time_field, &time))
    return aj_date_format_long (day);
  date = aj_date_format_long (time.date);
  clock = aj_time_of_day_to_string (time.minute);
  /* Translators: a day and a time. */
  return g_strdup_printf (_ ("%1$s, %2$s"), date, clock);
}

static void
add_transport (Drawing *self, const AjValues *loan)
{
  guint n = (guint) aj_values_get_integer (loan, "transport-before");
  AjDate leaves = aj_values_get_date (loan, "leaves-on");
  g_autofree char *day = aj_date_format_long (leaves);
  g_autofree char *text = NULL;

  if (n == 0 || leaves == AJ_DATE_NONE)
    return;
  /* Translators: a number, and a day. */
  text = g_strdup_printf (ngettext ("%1$u working day, leaves on %2$s",
                                    "%1$u working days, leaves on %2$s", n),
                          n, day);
  add_fact (self, _ ("Transport"), text);
}

static void
add_facts (Drawing *self, const AjValues *loan)
{
  g_autofree char *handover = describe_moment (loan, "handover-at",
                                               aj_values_get_date (loan, "from"));
  g_autofree char *back = describe_moment (loan, "return-at", aj_values_get_date (loan, "until"));
  const AjValues *before = find_neighbour (self, loan, -1);
  const AjValues *after = find_neighbour (self, loan, 1);
  const char *tour = aj_rollout_facts_get_name (self->facts, aj_values_get_text (loan, "tour"));

  add_fact (self, _ ("What"), aj_rollout_facts_get_subject (self->facts, loan));
  add_fact (self, _ ("Part of the tour"), tour);
  add_place (self, _ ("Goes to"), loan);
  add_fact (self, _ ("Handover"), handover);
  add_transport (self, loan);
  if (before != NULL)
    add_place (self, _ ("Comes from"), before);
  add_fact (self, _ ("Return"), back);
  if (after != NULL)
    add_place (self, _ ("Then goes to"), after);
  add_fact (self, _ ("Notes"), aj_values_get_text (loan, "notes"));
}

/* Looked over twice, so that it is plain where something happened to it. */
static void
add_checks (Drawing *self, const AjValues *loan)
{
  const AjValues *material = aj_rollout_facts_get (self->facts,
                                                   aj_values_get_text (loan, "material"));
  const char *headings[] = { _ ("What to look over"), _ ("At the handover"), _ ("At the return"),
                             NULL };
  const char *checks[] = { _ ("All parts are there"), _ ("Undamaged"), _ ("It works"),
                           _ ("Clean") };

  aj_document_add_heading (self->document, 2, _ ("What to Look Over"));
  aj_document_add_paragraph (self->document, aj_values_get_text (material, "notes"));
  aj_document_begin_form (self->document, _ ("What to Look Over"), headings);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    aj_document_add_row (self->document, (const char *[]){ checks[i], NULL, NULL, NULL });
}

static void
add_signatures (Drawing *self)
{
  const char *headings[] = { _ ("Signed by"), _ ("Name"), _ ("Date"), _ ("Signature"), NULL };
  const char *who[] = { _ ("Who hands it over"), _ ("Who receives it"), _ ("Who brings it back"),
                        _ ("Who takes it back") };

  aj_document_add_heading (self->document, 2, _ ("Signatures"));
  aj_document_begin_form (self->document, _ ("Signatures"), headings);
  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    aj_document_add_row (self->document, (const char *[]){ who[i], NULL, NULL, NULL, NULL });
}

static void
add_slip (Drawing *self, const AjValues *loan, gboolean is_first)
{
  g_autofree char *day = aj_date_format_plain (aj_values_get_date (loan, "from"));
  /* Translators: a place and a date. */
  g_autofree char *heading = g_strdup_printf (_ ("%1$s, %2$s"),
                                              aj_rollout_facts_get_place (self->facts, loan), day);

  if (is_first)
    aj_document_add_heading (self->document, 1, heading);
  else
    aj_document_add_page (self->document, heading);
  add_facts (self, loan);
  add_checks (self, loan);
  add_signatures (self);
}

/* (transfer container): of the tour, those that are still to be handed over or to come back. */
static GPtrArray *
list_of_tour (AjRolloutFacts *facts, const char *tour)
{
  GPtrArray *stops = aj_tour_job_list_stops (facts, tour);
  g_autoptr (GPtrArray) ahead = g_ptr_array_new ();

  for (guint i = 0; i < stops->len; i++)
    if (!is_back (stops->pdata[i]))
      g_ptr_array_add (ahead, stops->pdata[i]);
  if (ahead->len == 0)
    return stops;
  g_ptr_array_unref (stops);
  return g_steal_pointer (&ahead);
}

static GPtrArray *
list_of_loan (AjRolloutFacts *facts, const char *id)
{
  GPtrArray *all = aj_rollout_facts_get_loans (facts);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (aj_values_get_id (all->pdata[i]), id) == 0 && aj_loan_counts (all->pdata[i]))
      g_ptr_array_add (found, all->pdata[i]);
  return found;
}

AjDocument *
aj_handover_slips_make (AjRolloutFacts *facts, const char *loan, const char *tour, GError **error)
{
  g_autoptr (GPtrArray) loans = tour != NULL ? list_of_tour (facts, tour)
                                             : list_of_loan (facts, loan);
  Drawing self = { facts, NULL };
  g_autofree char *title = NULL;
  gboolean is_first = TRUE;

  for (guint i = loans->len; i > 0; i--)
    if (!is_lent (loans->pdata[i - 1]))
      g_ptr_array_remove_index (loans, i - 1);
  if (loans->len == 0)
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("Nothing is handed over: it was cancelled, or the thing is away."));
      return NULL;
    }
  /* Translators: the name of a thing, or of a tour. */
  title = g_strdup_printf (_ ("Handover of %s"),
                           tour != NULL ? aj_rollout_facts_get_name (facts, tour)
                                        : aj_rollout_facts_get_subject (facts, loans->pdata[0]));
  self.document = aj_document_new (title, NULL);
  for (guint i = 0; i < loans->len; i++, is_first = FALSE)
    add_slip (&self, loans->pdata[i], is_first);
  return self.document;
}
