/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-calendar.h"

#include <glib/gi18n-lib.h>

#include "aj-calendar-writer.h"
#include "aj-loan.h"
#include "aj-output-file.h"
#include "aj-rollout.h"

/* How long it takes to hand something over. */
#define HANDOVER_MINUTES 30
/* Whoever brings it is reminded a day before. */
#define ALARM_MINUTES (24 * 60)

typedef struct
{
  AjRolloutFacts *facts;
  const AjRolloutCalendarRequest *request;
  AjCalendarWriter *writer;
  guint n_written;
  guint n_left_out;
} Export;

static gboolean
is_wanted (const Export *self, const AjValues *record, const char *field, const char *id)
{
  return id == NULL || g_strcmp0 (aj_values_get_text (record, field), id) == 0;
}

/* In the municipality, or in its district as a whole. */
static gboolean
is_there (const Export *self, const AjValues *rollout)
{
  const AjValues *town = aj_rollout_facts_get (self->facts, self->request->municipality);
  const char *district = town != NULL ? aj_values_get_text (town, "district") : NULL;

  return is_wanted (self, rollout, "municipality", self->request->municipality) ||
         (district != NULL && is_wanted (self, rollout, "district", district));
}

static gboolean
add_rollout (Export *self, const AjValues *rollout, GError **error)
{
  const char *place = aj_rollout_facts_get_place (self->facts, rollout);
  const char *what = aj_rollout_facts_get_subject (self->facts, rollout);
  AjPhase phase = aj_rollout_get_phase (rollout);
  /* Translators: an intervention, a place and a phase: "Echt-Nep in Deventer (being prepared)". */
  g_autofree char *summary = g_strdup_printf (_ ("%1$s in %2$s (%3$s)"), what, place,
                                              aj_phase_get_label (phase));
  AjCalendarSpan span = {
    .uid = aj_values_get_id (rollout),
    .sequence = aj_values_get_integer (rollout, "sequence"),
    .summary = summary,
    .place = place,
    .description = aj_values_get_text (rollout, "partners"),
    .days = { aj_values_get_date (rollout, "starts-on"), aj_values_get_date (rollout, "ends-on") },
    .is_cancelled = phase == AJ_PHASE_STOPPED,
  };

  if (!is_there (self, rollout))
    return TRUE;
  if (span.days.first == AJ_DATE_NONE)
    {
      self->n_left_out++;
      return TRUE;
    }
  self->n_written++;
  return aj_calendar_writer_add_span (self->writer, &span, NULL, error);
}

/* Handing over and bringing back have a UID of their own, of the loan's. */
static gboolean
add_appointment (Export *self,
                 const AjValues *loan,
                 const AjCalendarSpan *whole,
                 const char *field,
                 const char *summary,
                 GError **error)
{
  g_autofree char *uid = g_strconcat (whole->uid, "-", field, NULL);
  AjCalendarSpan span = *whole;
  AjWallTime at;

  if (!aj_values_get_wall_time (loan, field, &at))
    return TRUE;
  span.uid = uid;
  span.summary = summary;
  span.at = &at;
  span.minutes = HANDOVER_MINUTES;
  span.alarm_minutes = ALARM_MINUTES;
  span.zone = aj_values_get_text (loan, "zone");
  return aj_calendar_writer_add_span (self->writer, &span, NULL, error);
}

/* (transfer full): "Cargo bike in Deventer"; of one that is away, that it is. */
static char *
make_loan_summary (Export *self, const AjValues *loan)
{
  const char *what = aj_rollout_facts_get_subject (self->facts, loan);
  const char *place = aj_rollout_facts_get_place (self->facts, loan);

  if (aj_loan_get_last_day (loan) == AJ_DATE_NONE)
    /* Translators: the name of a thing that is lent at other times. */
    return g_strdup_printf (_ ("%s is not to be had until further notice"), what);
  if (g_strcmp0 (aj_values_get_text (loan, "kind"), AJ_LOAN_AWAY) == 0)
    /* Translators: the name of a thing that is lent at other times. */
    return g_strdup_printf (_ ("%s is not to be had"), what);
  return g_strdup_printf (_ ("%1$s in %2$s"), what, place);
}

static gboolean
add_loan (Export *self, const AjValues *loan, GError **error)
{
  g_autofree char *summary = make_loan_summary (self, loan);
  /* Translators: "Cargo bike in Deventer". */
  g_autofree char *out = g_strdup_printf (_ ("Hand over: %s"), summary);
  /* Translators: "Cargo bike in Deventer". */
  g_autofree char *back = g_strdup_printf (_ ("Take back: %s"), summary);
  const char *place = aj_values_get_text (loan, "place");
  AjCalendarSpan span = {
    .uid = aj_values_get_id (loan),
    .sequence = aj_values_get_integer (loan, "sequence"),
    .summary = summary,
    .place = place != NULL ? place : aj_rollout_facts_get_place (self->facts, loan),
    .days = { aj_values_get_date (loan, "from"), aj_loan_get_last_day (loan) },
    .is_cancelled = !aj_loan_counts (loan),
  };

  if (!is_wanted (self, loan, "municipality", self->request->municipality) ||
      !is_wanted (self, loan, "material", self->request->material))
    return TRUE;
  self->n_written++;
  return aj_calendar_writer_add_span (self->writer, &span, NULL, error) &&
         add_appointment (self, loan, &span, "handover-at", out, error) &&
         add_appointment (self, loan, &span, "return-at", back, error);
}

static gboolean
add_all (Export *self, GError **error)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (self->facts);
  GPtrArray *loans = aj_rollout_facts_get_loans (self->facts);

  for (guint i = 0; self->request->with_rollouts && i < rollouts->len; i++)
    if (!add_rollout (self, rollouts->pdata[i], error))
      return FALSE;
  for (guint i = 0; self->request->with_loans && i < loans->len; i++)
    if (!add_loan (self, loans->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* (element-type utf8) (transfer container): the zones of the appointments, each once; ends with NULL. */
static GPtrArray *
list_zones (AjRolloutFacts *facts)
{
  GPtrArray *loans = aj_rollout_facts_get_loans (facts);
  GPtrArray *zones = g_ptr_array_new ();

  for (guint i = 0; i < loans->len; i++)
    {
      const char *zone = aj_values_get_text (loans->pdata[i], "zone");

      if (zone != NULL && !g_ptr_array_find_with_equal_func (zones, zone, g_str_equal, NULL))
        g_ptr_array_add (zones, (char *) zone);
    }
  g_ptr_array_add (zones, NULL);
  return zones;
}

char *
aj_rollout_calendar_dup_name (AjRolloutFacts *facts, const AjRolloutCalendarRequest *request)
{
  const char *subject = request->material != NULL
                            ? aj_rollout_facts_get_name (facts, request->material)
                        : request->with_rollouts && request->with_loans ? _ ("Rollouts and loans")
                        : request->with_rollouts                        ? _ ("Rollouts")
                                                                        : _ ("Loans");
  const char *place = aj_rollout_facts_get_name (facts, request->municipality);

  return place != NULL ? g_strdup_printf (_ ("%1$s in %2$s"), subject, place) : g_strdup (subject);
}

gboolean
aj_rollout_calendar_write (AjRolloutFacts *facts,
                           const AjRolloutCalendarRequest *request,
                           const char *path,
                           gint64 stamp,
                           guint *n_written,
                           guint *n_left_out,
                           GError **error)
{
  g_autoptr (AjOutputFile) file = aj_output_file_open (path, AJ_OUTPUT_FILE_DEFAULT, error);
  g_autoptr (GPtrArray) zones = list_zones (facts);
  g_autofree char *name = aj_rollout_calendar_dup_name (facts, request);
  g_autoptr (AjCalendarWriter) writer = NULL;
  Export self = { facts, request, NULL, 0, 0 };

  if (file == NULL)
    return FALSE;
  writer = aj_calendar_writer_new (G_OUTPUT_STREAM (file), name, (const char *const *) zones->pdata,
                                   stamp);
  self.writer = writer;
  if (!add_all (&self, error))
    return FALSE;
  *n_written = self.n_written;
  *n_left_out = self.n_left_out;
  if (self.n_written == 0)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY,
                           _ ("There is nothing with a day to put in a calendar file."));
      return FALSE;
    }
  return aj_calendar_writer_finish (writer, NULL, error) && aj_output_file_commit (file, error);
}
