/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-edition-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-contact.h"
#include "aj-edition.h"
#include "aj-participation.h"

static const char *
get_name (const AjCoverageLine *line)
{
  return aj_values_get_text (line->municipality, "name");
}

/* (transfer full): the name of the edition before, with the year of this one: "Echt Niet Vandaag 2027". */
static char *
make_name (const AjValues *previous, AjDate starts_on)
{
  g_autofree char *year = g_strdup_printf ("%d", aj_date_get_year (starts_on));
  g_autofree char *old = NULL;
  const char *name;
  g_auto (GStrv) parts = NULL;

  if (previous == NULL)
    /* Translators: what an action day is called until it has a name of its own; %s is a year. */
    return g_strdup_printf (_ ("Action day %s"), year);
  old = g_strdup_printf ("%d", aj_date_get_year (aj_values_get_date (previous, "starts-on")));
  name = aj_values_get_text (previous, "name");
  if (strstr (name, old) == NULL)
    return g_strdup_printf ("%s %s", name, year);
  parts = g_strsplit (name, old, -1);
  return g_strjoinv (year, parts);
}

/* As many days before the edition as it was the time before. */
static void
fill_as_before (AjValues *edition, const AjValues *previous, AjDate starts_on)
{
  AjDate deadline = aj_values_get_date (previous, "deadline");

  aj_values_set_text (edition, "previous", aj_values_get_id (previous));
  aj_values_set_integer (edition, "chase-days", aj_values_get_integer (previous, "chase-days"));
  if (!aj_values_is_empty (previous, "goal"))
    aj_values_set_integer (edition, "goal", aj_values_get_integer (previous, "goal"));
  if (deadline != AJ_DATE_NONE)
    aj_values_set_date (edition, "deadline",
                        starts_on - (aj_values_get_date (previous, "starts-on") - deadline));
}

static AjValues *
add_participation (AjEdit *edit, const char *edition_id, const char *municipality_id)
{
  AjValues *participation = aj_edit_add (edit, &aj_participation_record_type);

  aj_values_set_text (participation, "edition", edition_id);
  aj_values_set_text (participation, "municipality", municipality_id);
  return participation;
}

/* Who was asked last time is asked again; who need not be asked still need not. */
static void
add_as_before (AjEdit *edit, const char *edition_id, AjCoverage *previous, AjDate starts_on)
{
  GPtrArray *lines = aj_coverage_get_lines (previous);

  for (guint i = 0; i < lines->len; i++)
    {
      const AjCoverageLine *line = lines->pdata[i];
      AjValues *participation;

      if (line->participation == NULL || !aj_values_exist_on (line->municipality, starts_on))
        continue;
      participation = add_participation (edit, edition_id, aj_values_get_id (line->municipality));
      aj_values_set_text (participation, "contact",
                          aj_values_get_text (line->participation, "contact"));
      if (line->standing == AJ_STANDING_NO_NEED)
        aj_values_set_text (participation, "state", AJ_PARTICIPATION_NO_NEED);
    }
}

AjEdit *
aj_edition_job_begin (AjStore *store,
                      AjDate starts_on,
                      AjDate ends_on,
                      AjCoverage *previous,
                      GPtrArray *municipalities,
                      const char **edition_id)
{
  const AjValues *before = previous != NULL ? aj_coverage_get_edition (previous) : NULL;
  g_autofree char *name = make_name (before, starts_on);
  /* Translators: %s is the name of an edition of the action day. */
  g_autofree char *label = g_strdup_printf (_ ("Begin %s"), name);
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *edition = aj_edit_add (edit, &aj_edition_record_type);

  aj_values_set_text (edition, "name", name);
  aj_values_set_date (edition, "starts-on", starts_on);
  aj_values_set_date (edition, "ends-on", ends_on != AJ_DATE_NONE ? ends_on : starts_on);
  *edition_id = aj_values_get_id (edition);
  if (before != NULL)
    {
      fill_as_before (edition, before, starts_on);
      add_as_before (edit, *edition_id, previous, starts_on);
      return edit;
    }
  for (guint i = 0; i < municipalities->len; i++)
    if (aj_values_exist_on (municipalities->pdata[i], starts_on))
      add_participation (edit, *edition_id, aj_values_get_id (municipalities->pdata[i]));
  return edit;
}

AjEdit *
aj_edition_job_set_taking_part (AjStore *store,
                                AjEditionFacts *facts,
                                const AjCoverageLine *line,
                                gboolean takes_part)
{
  const AjValues *edition = aj_edition_facts_get_edition (facts);
  /* Translators: the name of a municipality, and that of an edition of the action day. */
  g_autofree char *label = g_strdup_printf (takes_part ? _ ("%1$s takes part in %2$s")
                                                       : _ ("%1$s does not take part in %2$s"),
                                            get_name (line), aj_values_get_text (edition, "name"));
  AjEdit *edit = aj_edit_new (store, label);

  if (takes_part && line->participation == NULL)
    add_participation (edit, aj_values_get_id (edition), aj_values_get_id (line->municipality));
  else if (!takes_part && line->participation != NULL)
    aj_edit_remove_values (edit, line->participation);
  return edit;
}

/* The participation to be changed; one that is not there yet is added. */
static AjValues *
take_participation (AjEdit *edit, AjEditionFacts *facts, const AjCoverageLine *line)
{
  if (line->participation != NULL)
    return aj_edit_change_values (edit, line->participation);
  return add_participation (edit, aj_values_get_id (aj_edition_facts_get_edition (facts)),
                            aj_values_get_id (line->municipality));
}

static gboolean
is_answer (const char *state)
{
  return g_str_equal (state, AJ_PARTICIPATION_REGISTERED) ||
         g_str_equal (state, AJ_PARTICIPATION_DECLINED);
}

AjEdit *
aj_edition_job_set_state (AjStore *store,
                          AjEditionFacts *facts,
                          const AjCoverageLine *line,
                          const char *state,
                          AjDate today)
{
  const AjField *field = aj_record_type_get_field (&aj_participation_record_type, "state", NULL);
  g_autofree char *label = g_strdup_printf (_ ("%1$s: %2$s"), get_name (line),
                                            aj_field_get_choice_label (field, state));
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *participation = take_participation (edit, facts, line);

  aj_values_set_text (participation, "state", state);
  if (!is_answer (state))
    aj_values_clear (participation, "answered-on");
  else if (aj_values_is_empty (participation, "answered-on"))
    aj_values_set_date (participation, "answered-on", today);
  return edit;
}

static void
note_line (AjEdit *edit,
           AjEditionFacts *facts,
           const AjCoverageLine *line,
           const char *way,
           AjDate today,
           const char *author)
{
  AjValues *participation = take_participation (edit, facts, line);
  AjValues *contact = aj_edit_add (edit, &aj_contact_record_type);
  const AjValues *edition = aj_edition_facts_get_edition (facts);
  const char *name = aj_values_get_text (edition, "name");
  gboolean is_first = line->standing == AJ_STANDING_OPEN;
  gint64 round = aj_values_get_integer (participation, "round") + !is_first;
  g_autofree char *summary = NULL;

  if (is_first)
    {
      aj_values_set_text (participation, "state", AJ_PARTICIPATION_INVITED);
      aj_values_set_date (participation, "invited-on", today);
      /* Translators: %s is the name of an edition of the action day. */
      summary = g_strdup_printf (_ ("Invited to %s"), name);
    }
  else
    {
      aj_values_set_text (participation, "state", AJ_PARTICIPATION_REMINDED);
      aj_values_set_date (participation, "reminded-on", today);
      aj_values_set_integer (participation, "round", round);
      /* Translators: how often, and the name of an edition of the action day. */
      summary = g_strdup_printf (_ ("Reminder %1$d of %2$s"), (int) round, name);
    }
  aj_values_set_date (contact, "date", today);
  aj_values_set_text (contact, "way", way);
  aj_values_set_text (contact, "municipality", aj_values_get_id (line->municipality));
  aj_values_set_text (contact, "person", aj_values_get_text (participation, "contact"));
  aj_values_set_text (contact, "edition", aj_values_get_id (edition));
  aj_values_set_text (contact, "summary", summary);
  aj_values_set_text (contact, "by", author);
}

AjEdit *
aj_edition_job_note_asked (AjStore *store,
                           AjEditionFacts *facts,
                           GPtrArray *lines,
                           const char *way,
                           AjDate today,
                           const char *author)
{
  g_autofree char *label = NULL;
  AjEdit *edit;

  g_return_val_if_fail (lines != NULL && lines->len > 0, NULL);

  label = lines->len == 1
              /* Translators: %s is the name of a municipality. */
              ? g_strdup_printf (_ ("Ask %s"), get_name (lines->pdata[0]))
              : g_strdup_printf (ngettext ("Ask %u municipality", "Ask %u municipalities",
                                           lines->len),
                                 lines->len);
  edit = aj_edit_new (store, label);
  for (guint i = 0; i < lines->len; i++)
    note_line (edit, facts, lines->pdata[i], way, today, author);
  return edit;
}
