/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duty-roster.h"

#include <glib/gi18n-lib.h>

#include "aj-absence.h"
#include "aj-composition.h"
#include "aj-meeting.h"

struct _AjDutyRoster
{
  gatomicrefcount references;
  AjGroupYear *year; /* (owned) */
  GPtrArray *leads;  /* (owned) (element-type AjValues): the values are borrowed */
  GArray *lines;     /* (owned) (element-type AjDutyLine) */
  /* What the rotation is made of, beside each other: persons as leads, meetings as lines. */
  GArray *persons;  /* (owned) (element-type AjRotationPerson) */
  GArray *absences; /* (owned) (element-type AjRotationAbsence) */
  GArray *meetings; /* (owned) (element-type AjRotationMeeting) */
  AjRotation rotation;
};

G_DEFINE_BOXED_TYPE (AjDutyRoster, aj_duty_roster, aj_duty_roster_ref, aj_duty_roster_unref)

AjDutyRoster *
aj_duty_roster_ref (AjDutyRoster *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_duty_roster_unref (AjDutyRoster *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->leads, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->persons, g_array_unref);
  g_clear_pointer (&self->absences, g_array_unref);
  g_clear_pointer (&self->meetings, g_array_unref);
  g_clear_pointer (&self->year, aj_group_year_unref);
  g_free (self);
}

const char *
aj_duty_get_field (AjDuty duty)
{
  return duty == AJ_DUTY_CHAIR ? "chair" : "host";
}

static const char *
get_name (const AjValues *person)
{
  const char *name = person != NULL ? aj_values_get_text (person, "name") : NULL;

  return name != NULL ? name : "–";
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const AjValues *first = *(const AjValues *const *) a;
  const AjValues *second = *(const AjValues *const *) b;
  int order = g_utf8_collate (get_name (first), get_name (second));

  return order != 0 ? order : g_strcmp0 (aj_values_get_id (first), aj_values_get_id (second));
}

/* Who leads two districts is asked as one. */
static void
add_leads (AjDutyRoster *self)
{
  AjGroupBook *book = aj_group_year_get_book (self->year);
  GPtrArray *districts = aj_group_book_get_districts (book);
  const char *own = aj_values_get_text (aj_group_year_get_group (self->year), "district");

  for (guint i = 0; i < districts->len; i++)
    {
      const AjValues *lead = aj_group_book_look_up (book, aj_values_get_text (districts->pdata[i],
                                                                              "lead"));

      if (lead != NULL && !g_ptr_array_find (self->leads, lead, NULL) &&
          (own == NULL || g_str_equal (own, aj_values_get_id (districts->pdata[i]))))
        g_ptr_array_add (self->leads, (gpointer) lead);
    }
  g_ptr_array_sort (self->leads, compare_names);
}

static AjDate
find_last (AjDutyRoster *self, const AjValues *person, AjDuty duty)
{
  GPtrArray *earlier = aj_group_year_get_earlier (self->year);

  for (guint i = earlier->len; i > 0; i--)
    if (g_strcmp0 (aj_values_get_text (earlier->pdata[i - 1], aj_duty_get_field (duty)),
                   aj_values_get_id (person)) == 0)
      return aj_group_year_get_day (earlier->pdata[i - 1]);
  return AJ_DATE_NONE;
}

static void
add_persons (AjDutyRoster *self)
{
  for (guint i = 0; i < self->leads->len; i++)
    {
      const AjValues *lead = self->leads->pdata[i];
      AjRotationPerson person = {
        .id = aj_values_get_id (lead),
        .name = get_name (lead),
        .days = { AJ_DATE_NONE, aj_values_get_date (lead, "left-on") },
      };

      for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
        person.last[duty] = find_last (self, lead, duty);
      g_array_append_val (self->persons, person);
    }
}

static void
add_absence (AjDutyRoster *self, const char *person, AjDate first, AjDate last)
{
  AjRotationAbsence absence = { person, { first, last } };

  g_array_append_val (self->absences, absence);
}

static void
add_absences (AjDutyRoster *self)
{
  GPtrArray *absences = aj_group_year_get_absences (self->year);

  for (guint i = 0; i < absences->len; i++)
    add_absence (self, aj_values_get_text (absences->pdata[i], "person"),
                 aj_values_get_date (absences->pdata[i], "from"),
                 aj_values_get_date (absences->pdata[i], "until"));
}

/* Who left is not there either, also whoever does not lead a district. */
static void
add_departure (AjDutyRoster *self, const AjValues *person)
{
  AjDate left = person != NULL ? aj_values_get_date (person, "left-on") : AJ_DATE_NONE;

  if (left != AJ_DATE_NONE)
    add_absence (self, aj_values_get_id (person), left + 1, AJ_DATE_NONE);
}

static void
add_lines (AjDutyRoster *self)
{
  GPtrArray *meetings = aj_group_year_get_meetings (self->year);

  for (guint i = 0; i < meetings->len; i++)
    {
      AjDutyLine line = { .meeting = meetings->pdata[i],
                          .date = aj_group_year_get_day (meetings->pdata[i]) };
      AjRotationMeeting meeting = { .date = line.date };

      line.is_open = aj_meeting_is_open (line.meeting) &&
                     line.date >= aj_group_year_get_today (self->year);
      meeting.is_open = line.is_open;
      for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
        {
          meeting.taken[duty] = aj_values_get_text (line.meeting, aj_duty_get_field (duty));
          line.taken[duty] = aj_group_year_look_up_person (self->year, meeting.taken[duty]);
          add_departure (self, line.taken[duty]);
        }
      g_array_append_val (self->lines, line);
      g_array_append_val (self->meetings, meeting);
    }
}

static AjDutyLine *
get_line (AjDutyRoster *self, guint index)
{
  return &g_array_index (self->lines, AjDutyLine, index);
}

static void
propose (AjDutyRoster *self)
{
  guint n = self->lines->len;
  g_autofree AjRotationProposal (*proposals)[AJ_N_DUTIES] = g_malloc0_n (n + 1, sizeof *proposals);

  aj_rotation_propose (&self->rotation, proposals);
  for (guint i = 0; i < n; i++)
    for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
      {
        int person = proposals[i][duty].person;

        get_line (self, i)->verdict[duty] = proposals[i][duty].verdict;
        if (person >= 0)
          get_line (self, i)->proposed[duty] = self->leads->pdata[person];
      }
}

AjDutyRoster *
aj_duty_roster_new (AjGroupYear *year)
{
  AjDutyRoster *self;

  g_return_val_if_fail (year != NULL, NULL);

  self = g_new0 (AjDutyRoster, 1);
  g_atomic_ref_count_init (&self->references);
  self->year = aj_group_year_ref (year);
  self->leads = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (AjDutyLine));
  self->persons = g_array_new (FALSE, FALSE, sizeof (AjRotationPerson));
  self->absences = g_array_new (FALSE, FALSE, sizeof (AjRotationAbsence));
  self->meetings = g_array_new (FALSE, FALSE, sizeof (AjRotationMeeting));
  add_leads (self);
  add_persons (self);
  add_absences (self);
  add_lines (self);
  self->rotation = (AjRotation){
    (const AjRotationPerson *) (gpointer) self->persons->data,   self->persons->len,
    (const AjRotationAbsence *) (gpointer) self->absences->data, self->absences->len,
    (const AjRotationMeeting *) (gpointer) self->meetings->data, self->meetings->len,
  };
  propose (self);
  return self;
}

AjGroupYear *
aj_duty_roster_get_year (AjDutyRoster *self)
{
  return self->year;
}

GArray *
aj_duty_roster_get_lines (AjDutyRoster *self)
{
  return self->lines;
}

const AjDutyLine *
aj_duty_roster_find (AjDutyRoster *self, const char *meeting_id)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_strcmp0 (aj_values_get_id (get_line (self, i)->meeting), meeting_id) == 0)
      return get_line (self, i);
  return NULL;
}

guint
aj_duty_roster_count_proposed (AjDutyRoster *self)
{
  guint count = 0;

  for (guint i = 0; i < self->lines->len; i++)
    for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
      count += get_line (self, i)->proposed[duty] != NULL ? 1 : 0;
  return count;
}

GPtrArray *
aj_duty_roster_get_leads (AjDutyRoster *self)
{
  return self->leads;
}

static gboolean
has_id (GPtrArray *people, const char *id)
{
  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (aj_values_get_id (people->pdata[i]), id) == 0)
      return TRUE;
  return FALSE;
}

static void
add_once (GPtrArray *people, const AjValues *person)
{
  if (person != NULL && !has_id (people, aj_values_get_id (person)))
    g_ptr_array_add (people, (gpointer) person);
}

GPtrArray *
aj_duty_roster_list_people (AjDutyRoster *self)
{
  GPtrArray *people = g_ptr_array_copy (self->leads, NULL, NULL);
  AjGroupBook *book = aj_group_year_get_book (self->year);
  const char *group = aj_values_get_id (aj_group_year_get_group (self->year));

  g_ptr_array_set_free_func (people, NULL);
  for (guint i = 0; i < self->lines->len; i++)
    for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
      add_once (people, get_line (self, i)->taken[duty]);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (AjComposition) composition = aj_composition_new (book, group,
                                                                  get_line (self, i)->date);

      for (guint j = 0; j < composition->sitters->len; j++)
        add_once (people, g_array_index (composition->sitters, AjSitter, j).person);
    }
  return people;
}

GPtrArray *
aj_duty_roster_list_absences (AjDutyRoster *self)
{
  GPtrArray *all = aj_group_year_get_absences (self->year);
  int year = aj_group_year_get_year (self->year);
  AjDateRange days = { aj_date_new (year, 1, 1), aj_date_new (year, 12, 31) };
  g_autoptr (GPtrArray) people = aj_duty_roster_list_people (self);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      AjDateRange away = { aj_values_get_date (all->pdata[i], "from"),
                           aj_values_get_date (all->pdata[i], "until") };

      if (aj_date_range_overlaps (&away, &days) &&
          has_id (people, aj_values_get_text (all->pdata[i], "person")))
        g_ptr_array_add (found, all->pdata[i]);
    }
  return found;
}

static guint
get_index (AjDutyRoster *self, const AjDutyLine *line)
{
  return (guint) (line - get_line (self, 0));
}

GArray *
aj_duty_roster_list_candidates (AjDutyRoster *self, const AjDutyLine *line, AjDuty duty)
{
  g_autofree AjRotationRank *ranks = g_new0 (AjRotationRank, self->leads->len + 1);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (AjDutyCandidate));
  guint n = aj_rotation_rank (&self->rotation, get_index (self, line), duty, ranks);

  for (guint i = 0; i < n; i++)
    {
      AjDutyCandidate candidate = { self->leads->pdata[ranks[i].person], ranks[i].last,
                                    ranks[i].is_away };

      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

char *
aj_duty_candidate_describe (AjDutyRoster *self, const AjDutyCandidate *candidate, AjDuty duty)
{
  g_autofree char *day = aj_date_format_short (candidate->last);
  gboolean is_chair = duty == AJ_DUTY_CHAIR;

  if (candidate->is_away)
    /* Translators: of somebody, beside their name: not there on that day. */
    return g_strdup (_ ("away"));
  if (candidate->last == AJ_DATE_NONE)
    return g_strdup (is_chair ? _ ("never chaired") : _ ("never hosted"));
  if (candidate->last < aj_group_year_get_today (self->year))
    /* Translators: a day, "Thu 12 Mar 2026". */
    return g_strdup_printf (is_chair ? _ ("last chaired %s") : _ ("last hosted %s"), day);
  /* Translators: a day to come, "Thu 12 Mar 2026". */
  return g_strdup_printf (is_chair ? _ ("chairs %s") : _ ("hosts %s"), day);
}

const char *
aj_duty_line_describe_gap (const AjDutyLine *line, AjDuty duty)
{
  if (line->verdict[duty] == AJ_ROTATION_NOBODY)
    return _ ("Nobody leads a district on this day.");
  if (line->verdict[duty] == AJ_ROTATION_ALL_AWAY)
    return _ ("Whoever leads a district is away on this day.");
  return NULL;
}

gboolean
aj_duty_roster_is_away (AjDutyRoster *self, const AjDutyLine *line, AjDuty duty)
{
  return line->taken[duty] != NULL &&
         aj_rotation_is_away (&self->rotation, aj_values_get_id (line->taken[duty]), line->date);
}

AjEdit *
aj_duty_roster_fill (AjDutyRoster *self, AjStore *store)
{
  /* Translators: a year. */
  g_autofree char *label = g_strdup_printf (_ ("Set the roster of %d"),
                                            aj_group_year_get_year (self->year));
  AjEdit *edit = aj_edit_new (store, label);

  for (guint i = 0; i < self->lines->len; i++)
    for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
      {
        const AjDutyLine *line = get_line (self, i);

        if (line->proposed[duty] != NULL)
          aj_values_set_text (aj_edit_change_values (edit, line->meeting), aj_duty_get_field (duty),
                              aj_values_get_id (line->proposed[duty]));
      }
  return edit;
}

AjEdit *
aj_duty_roster_clear (AjDutyRoster *self, AjStore *store, AjDuty duty)
{
  /* Translators: a year. */
  g_autofree char *label = g_strdup_printf (duty == AJ_DUTY_CHAIR ? _ ("Empty the chairs of %d")
                                                                  : _ ("Empty the hosts of %d"),
                                            aj_group_year_get_year (self->year));
  AjEdit *edit = aj_edit_new (store, label);

  for (guint i = 0; i < self->lines->len; i++)
    if (get_line (self, i)->is_open)
      aj_values_clear (aj_edit_change_values (edit, get_line (self, i)->meeting),
                       aj_duty_get_field (duty));
  return edit;
}

AjEdit *
aj_duty_roster_put (
    AjDutyRoster *self, AjStore *store, const AjDutyLine *line, AjDuty duty, const char *person_id)
{
  const AjValues *person = aj_group_year_look_up_person (self->year, person_id);
  gboolean is_chair = duty == AJ_DUTY_CHAIR;
  g_autofree char *day = aj_date_format_day_month (line->date);
  g_autofree char *label = NULL;
  AjEdit *edit;

  if (person_id == NULL)
    /* Translators: a day, "12 March". */
    label = g_strdup_printf (is_chair ? _ ("Nobody chairs on %s") : _ ("Nobody hosts on %s"), day);
  else
    /* Translators: somebody, and a day, "12 March". */
    label = g_strdup_printf (is_chair ? _ ("%1$s chairs on %2$s") : _ ("%1$s hosts on %2$s"),
                             get_name (person), day);
  edit = aj_edit_new (store, label);
  aj_values_set_text (aj_edit_change_values (edit, line->meeting), aj_duty_get_field (duty),
                      person_id);
  return edit;
}

static char *
describe_away (const AjDutyLine *whose, const AjDutyLine *when, AjDuty duty)
{
  g_autofree char *day = aj_date_format_plain (when->date);

  /* Translators: somebody, and a day: "12 March 2026". */
  return g_strdup_printf (_ ("%1$s is away on %2$s."), get_name (whose->taken[duty]), day);
}

char *
aj_duty_roster_describe_bar (AjDutyRoster *self,
                             const AjDutyLine *first,
                             const AjDutyLine *second,
                             AjDuty duty)
{
  switch (aj_rotation_check_swap (&self->rotation, duty, get_index (self, first),
                                  get_index (self, second)))
    {
    case AJ_SWAP_FINE:
      return NULL;
    case AJ_SWAP_CLOSED:
      return g_strdup (_ ("One of the two meetings is over."));
    case AJ_SWAP_FIRST_AWAY:
      return describe_away (first, second, duty);
    case AJ_SWAP_SECOND_AWAY:
      return describe_away (second, first, duty);
    case AJ_SWAP_NOTHING:
    default:
      return g_strdup (duty == AJ_DUTY_CHAIR ? _ ("Both meetings have the same chair.")
                                             : _ ("Both meetings have the same host."));
    }
}

AjEdit *
aj_duty_roster_swap (AjDutyRoster *self,
                     AjStore *store,
                     const AjDutyLine *first,
                     const AjDutyLine *second,
                     AjDuty duty,
                     GError **error)
{
  g_autofree char *bar = aj_duty_roster_describe_bar (self, first, second, duty);
  const char *field = aj_duty_get_field (duty);
  g_autofree char *day = aj_date_format_day_month (first->date);
  g_autofree char *other_day = aj_date_format_day_month (second->date);
  g_autofree char *label = NULL;
  AjEdit *edit;

  if (bar != NULL)
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE, bar);
      return NULL;
    }
  /* Translators: two days: "12 March" and "14 May". */
  label = g_strdup_printf (duty == AJ_DUTY_CHAIR ? _ ("Swap who chairs on %1$s and %2$s")
                                                 : _ ("Swap who hosts on %1$s and %2$s"),
                           day, other_day);
  edit = aj_edit_new (store, label);
  aj_values_set_text (aj_edit_change_values (edit, first->meeting), field,
                      aj_values_get_text (second->meeting, field));
  aj_values_set_text (aj_edit_change_values (edit, second->meeting), field,
                      aj_values_get_text (first->meeting, field));
  return edit;
}

AjEdit *
aj_duty_roster_add_absence (AjStore *store, const AjValues *person, AjDate first, AjDate last)
{
  /* Translators: somebody. */
  g_autofree char *label = g_strdup_printf (_ ("Note that %s is away"), get_name (person));
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *absence = aj_edit_add (edit, &aj_absence_record_type);

  aj_values_set_text (absence, "person", aj_values_get_id (person));
  aj_values_set_date (absence, "from", first);
  aj_values_set_date (absence, "until", last);
  return edit;
}
