/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-comparison.h"

#include <glib/gi18n-lib.h>

#include "aj-evaluation.h"
#include "aj-intervention.h"
#include "aj-rollout.h"

/* What came of one of the two. */
typedef struct
{
  AjRolloutFacts *facts; /* (borrowed) */
  const AjValues *sheet; /* (borrowed) */
  guint n_in_phase[AJ_N_PHASES];
  guint n_rollouts;
  gint64 reach;       /* -1: nobody said */
  GPtrArray *lessons; /* (owned) (element-type AjValues): its evaluations, by date; borrowed */
  guint n_marks;
  gint64 marks; /* the sum of them */
} Side;

static void
side_clear (Side *self)
{
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static gboolean
is_of (const AjValues *rollout, const AjValues *sheet)
{
  return g_strcmp0 (aj_values_get_text (rollout, "intervention"), aj_values_get_id (sheet)) == 0;
}

static void
add_up_rollouts (Side *self)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (self->facts);

  self->reach = -1;
  for (guint i = 0; i < rollouts->len; i++)
    {
      gint64 reach = aj_rollout_sum_reach (rollouts->pdata[i]);

      if (!is_of (rollouts->pdata[i], self->sheet))
        continue;
      self->n_rollouts++;
      self->n_in_phase[aj_rollout_get_phase (rollouts->pdata[i])]++;
      if (reach >= 0)
        self->reach = MAX (self->reach, 0) + reach;
    }
}

static void
add_up_evaluations (Side *self)
{
  GPtrArray *evaluations = aj_rollout_facts_get_evaluations (self->facts);

  for (guint i = 0; i < evaluations->len; i++)
    {
      const AjValues *rollout = aj_rollout_facts_get_rollout_of (self->facts,
                                                                 evaluations->pdata[i]);

      if (rollout == NULL || !is_of (rollout, self->sheet))
        continue;
      g_ptr_array_add (self->lessons, evaluations->pdata[i]);
      if (aj_values_is_empty (evaluations->pdata[i], "score"))
        continue;
      self->n_marks++;
      self->marks += aj_values_get_integer (evaluations->pdata[i], "score");
    }
}

static void
side_init (Side *self, AjRolloutFacts *facts, const AjValues *sheet)
{
  self->facts = facts;
  self->sheet = sheet;
  self->lessons = g_ptr_array_new ();
  add_up_rollouts (self);
  add_up_evaluations (self);
}

/* "4: 1 being prepared, 3 done"; which phase each is in, in their order. */
static char *
describe_rollouts (const Side *self)
{
  g_autoptr (GString) phases = g_string_new (NULL);

  if (self->n_rollouts == 0)
    return g_strdup (_ ("none yet"));
  for (AjPhase phase = 0; phase < AJ_N_PHASES; phase++)
    if (self->n_in_phase[phase] > 0)
      g_string_append_printf (phases, "%s%u %s", phases->len > 0 ? ", " : "",
                              self->n_in_phase[phase], aj_phase_get_label (phase));
  /* Translators: how many rollouts there are, and how many of them are how far. */
  return g_strdup_printf (_ ("%1$u: %2$s"), self->n_rollouts, phases->str);
}

static char *
describe_reach (const Side *self)
{
  return self->reach >= 0 ? g_strdup_printf ("%'" G_GINT64_FORMAT, self->reach) : g_strdup ("");
}

static char *
describe_mark (const Side *self)
{
  if (self->n_marks == 0)
    return g_strdup ("");
  return g_strdup_printf (
      /* Translators: the average of marks from 1 to 10, and of how many evaluations. */
      ngettext ("%1$.1f (%2$u evaluation)", "%1$.1f on average (%2$u evaluations)", self->n_marks),
      (double) self->marks / self->n_marks, self->n_marks);
}

static char *
describe_targets (const Side *self)
{
  return aj_intervention_describe_targets (self->sheet);
}

/* (transfer full): of one of two that alone says something. */
static char *
describe_only (const Side *self)
{
  /* Translators: in a column that tells how two interventions differ: only this one says something. */
  return g_strdup_printf (C_ ("comparison", "only %s"), aj_values_get_text (self->sheet, "name"));
}

/* What is not known of one of the two is no difference between them: it is for somebody to find out. What is known of neither is left
 * out. @unknown: what stands in place of it. */
static void
add_row (AjDocument *document,
         const Side *left,
         const Side *right,
         const char *about,
         const char *first,
         const char *second,
         const char *unknown)
{
  g_autofree char *difference = NULL;

  if (*first == '\0' && *second == '\0')
    return;
  if (*first == '\0' || *second == '\0')
    difference = describe_only (*first != '\0' ? left : right);
  else if (!g_str_equal (first, second))
    difference = g_strdup (C_ ("comparison", "differs"));
  aj_document_add_row (document,
                       (const char *[]){ about, *first != '\0' ? first : unknown,
                                         *second != '\0' ? second : unknown, difference, NULL });
}

static void
add_field (AjDocument *document, const Side *left, const Side *right, const char *field)
{
  g_autofree char *first = aj_values_display (left->sheet, field);
  g_autofree char *second = aj_values_display (right->sheet, field);

  add_row (document, left, right,
           aj_field_get_label (
               aj_record_type_get_field (&aj_intervention_record_type, field, NULL)),
           first, second, _ ("not filled in"));
}

static void
add_described (AjDocument *document,
               const Side *left,
               const Side *right,
               const char *about,
               char *(*describe) (const Side *),
               const char *unknown)
{
  g_autofree char *first = describe (left);
  g_autofree char *second = describe (right);

  add_row (document, left, right, about, first, second, unknown);
}

static void
add_table (AjDocument *document, const Side *left, const Side *right)
{
  static const char *const fields[] = { "form",     "purpose",     "evidence", "people", "cost",
                                        "material", "preparation", "owner",    "state" };
  const char *headings[] = { _ ("About"), aj_values_get_text (left->sheet, "name"),
                             aj_values_get_text (right->sheet, "name"), _ ("Difference"), NULL };

  aj_document_add_heading (document, 1, _ ("Side by Side"));
  aj_document_begin_table (document, _ ("Side by Side"), headings);
  add_described (document, left, right, _ ("For whom"), describe_targets, _ ("not filled in"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (document, left, right, fields[i]);
  add_described (document, left, right, _ ("Rollouts"), describe_rollouts, "");
  add_described (document, left, right, _ ("People reached"), describe_reach, _ ("not known"));
  add_described (document, left, right, _ ("Mark (1 to 10)"), describe_mark, _ ("not known"));
}

/* "Deventer, 1 April 2026: ask the library first". */
static void
add_lesson (AjDocument *document, const Side *self, const AjValues *evaluation, const char *field)
{
  const char *text = aj_values_get_text (evaluation, field);
  const AjValues *rollout = aj_rollout_facts_get_rollout_of (self->facts, evaluation);
  g_autofree char *day = NULL, *line = NULL;

  if (text == NULL)
    return;
  day = aj_date_format_plain (aj_values_get_date (evaluation, "date"));
  /* Translators: where an intervention was rolled out, the day it was looked back on, and what was learned. */
  line = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), aj_rollout_facts_get_place (self->facts, rollout),
                          day, text);
  aj_document_add_item (document, line);
}

static gboolean
has_lesson (const Side *self)
{
  for (guint i = 0; i < self->lessons->len; i++)
    if (!aj_values_is_empty (self->lessons->pdata[i], "lessons") ||
        !aj_values_is_empty (self->lessons->pdata[i], "conditions"))
      return TRUE;
  return FALSE;
}

static void
add_lessons (AjDocument *document, const Side *self)
{
  aj_document_add_heading (document, 2, aj_values_get_text (self->sheet, "name"));
  if (!has_lesson (self))
    aj_document_add_paragraph (document, _ ("Nothing was noted yet."));
  for (guint i = 0; i < self->lessons->len; i++)
    {
      add_lesson (document, self, self->lessons->pdata[i], "lessons");
      add_lesson (document, self, self->lessons->pdata[i], "conditions");
    }
}

static AjDocument *
begin (const AjValues *left, const AjValues *right)
{
  g_autofree char *title = NULL;

  if (right == NULL)
    return aj_document_new (aj_values_get_text (left, "name"), NULL);
  /* Translators: two interventions that are compared. */
  title = g_strdup_printf (_ ("%1$s and %2$s"), aj_values_get_text (left, "name"),
                           aj_values_get_text (right, "name"));
  return aj_document_new (title, NULL);
}

AjDocument *
aj_rollout_comparison_make (AjRolloutFacts *facts, const char *intervention, const char *other)
{
  const AjValues *first = aj_rollout_facts_get (facts, intervention);
  const AjValues *second = aj_rollout_facts_get (facts, other);
  g_auto (Side) left = { 0 };
  g_auto (Side) right = { 0 };
  AjDocument *document;

  g_return_val_if_fail (first != NULL, NULL);

  document = begin (first, second);
  if (second == NULL)
    {
      aj_document_add_paragraph (document, _ ("Choose what to compare it with."));
      return document;
    }
  side_init (&left, facts, first);
  side_init (&right, facts, second);
  add_table (document, &left, &right);
  aj_document_add_heading (document, 1, _ ("What Was Learned"));
  add_lessons (document, &left);
  add_lessons (document, &right);
  return document;
}
