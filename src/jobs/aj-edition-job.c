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
  AjValues *participation = aj_edit_add_once (edit, &aj_participation_record_type);

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

AjAsked *
aj_asked_copy (const AjAsked *self)
{
  AjAsked *copy = g_new (AjAsked, 1);

  *copy = (AjAsked){ g_strdup (self->municipality), self->round, g_strdup (self->person),
                     g_strdup (self->name), g_strdup (self->also_to) };
  return copy;
}

void
aj_asked_free (AjAsked *self)
{
  g_free (self->municipality);
  g_free (self->person);
  g_free (self->name);
  g_free (self->also_to);
  g_free (self);
}

/* An answer that came in meanwhile stays. */
static void
note_state (AjValues *participation, const AjAsked *asked, AjStanding standing, AjDate today)
{
  gint64 round = aj_values_get_integer (participation, "round");

  if (!aj_standing_is_waited_for (standing))
    return;
  if (asked->round == AJ_CHASE_INVITATION)
    {
      if (standing == AJ_STANDING_OPEN)
        aj_values_set_text (participation, "state", AJ_PARTICIPATION_INVITED);
      aj_values_set_date (participation, "invited-on", today);
      return;
    }
  aj_values_set_text (participation, "state", AJ_PARTICIPATION_REMINDED);
  aj_values_set_date (participation, "reminded-on", today);
  aj_values_set_integer (participation, "round", round + 1);
}

/* (transfer full): how it reads in the log of contact, for the reminder that @round is. */
static char *
describe_asked (const AjAsked *asked, const char *edition, int round)
{
  if (asked->round == AJ_CHASE_INVITATION)
    /* Translators: %s is the name of an edition of the action day. */
    return g_strdup_printf (_ ("Invited to %s"), edition);
  if (asked->round == AJ_CHASE_LOOK_BACK)
    /* Translators: %s is the name of an edition of the action day. */
    return g_strdup_printf (_ ("Asked how %s was"), edition);
  if (asked->round == AJ_CHASE_LAST_CALL)
    /* Translators: the name of an edition of the action day, and of who leads the district. */
    return g_strdup_printf (_ ("Last call for %1$s, to %2$s who leads the district"), edition,
                            asked->name != NULL ? asked->name : "");
  if (asked->also_to != NULL)
    /* Translators: how often, the name of an edition of the action day, and that of a person. */
    return g_strdup_printf (_ ("Reminder %1$d of %2$s, also to %3$s"), round, edition,
                            asked->also_to);
  /* Translators: how often, and the name of an edition of the action day. */
  return g_strdup_printf (_ ("Reminder %1$d of %2$s"), round, edition);
}

static void
note_one (AjEdit *edit,
          AjEditionFacts *facts,
          const AjCoverageLine *line,
          const AjAsked *asked,
          const char *way,
          AjDate today,
          const char *author)
{
  AjValues *contact = aj_edit_add (edit, &aj_contact_record_type);
  const AjValues *edition = aj_edition_facts_get_edition (facts);
  g_autofree char *summary = describe_asked (asked, aj_values_get_text (edition, "name"),
                                             (int) aj_coverage_line_get_round (line) + 1);

  /* How it was says nothing of whether they would take part. */
  if (asked->round != AJ_CHASE_LOOK_BACK)
    note_state (take_participation (edit, facts, line), asked, line->standing, today);
  aj_values_set_date (contact, "date", today);
  aj_values_set_text (contact, "way", way);
  aj_values_set_text (contact, "municipality", aj_values_get_id (line->municipality));
  aj_values_set_text (contact, "person", asked->person);
  aj_values_set_text (contact, "edition", aj_values_get_id (edition));
  aj_values_set_text (contact, "summary", summary);
  aj_values_set_text (contact, "by", author);
}

AjEdit *
aj_edition_job_note_asked (AjStore *store,
                           AjEditionFacts *facts,
                           GPtrArray *asked,
                           const char *way,
                           AjDate today,
                           const char *author)
{
  AjCoverage *coverage = aj_edition_facts_get_coverage (facts);
  g_autoptr (AjEdit) edit = aj_edit_new (store, "");
  g_autofree char *label = NULL;
  const AjCoverageLine *last = NULL;
  guint n = 0;

  g_return_val_if_fail (asked != NULL, NULL);

  for (guint i = 0; i < asked->len; i++)
    {
      const AjAsked *one = asked->pdata[i];
      const AjCoverageLine *line = aj_coverage_look_up (coverage, one->municipality);

      if (line == NULL || line->standing == AJ_STANDING_OUT)
        continue;
      note_one (edit, facts, line, one, way, today, author);
      last = line;
      n++;
    }
  if (n == 0)
    return NULL;
  label = n == 1
              ? g_strdup_printf (
                    /* Translators: %s is the name of a municipality. */
                    _ ("Ask %s"), get_name (last))
              : g_strdup_printf (ngettext ("Ask %u municipality", "Ask %u municipalities", n), n);
  aj_edit_set_label (edit, label);
  return g_steal_pointer (&edit);
}

AjEdit *
aj_edition_job_note_held (AjStore *store, GPtrArray *activities)
{
  /* Translators: a line of history. */
  g_autofree char *label = g_strdup_printf (ngettext ("%u activity was held",
                                                      "%u activities were held", activities->len),
                                            activities->len);
  AjEdit *edit = aj_edit_new (store, label);

  for (guint i = 0; i < activities->len; i++)
    aj_values_set_text (aj_edit_change_values (edit, activities->pdata[i]), "state",
                        AJ_ACTIVITY_HELD);
  return edit;
}
