/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-programme-draw-private.h"

#include <glib/gi18n-lib.h>

#include "aj-activity-text.h"
#include "aj-activity.h"
#include "aj-edition.h"

/* Parts of a day, for who reads by time. */
#define NOON    (12 * 60)
#define EVENING (18 * 60)

typedef struct
{
  AjProgrammeFacts *facts;
  AjDocument *document;
  AjDate only_day; /* of an edition of one day; AJ_DATE_NONE */
} Drawing;

AjProgrammeLine *
aj_programme_line_new (AjProgrammeFacts *facts, const AjProgrammeEntry *entry)
{
  AjProgrammeLine *self = g_new0 (AjProgrammeLine, 1);

  self->now = entry->now != NULL ? aj_values_ref (entry->now) : NULL;
  self->then = entry->then != NULL ? aj_values_ref (entry->then) : NULL;
  self->values = aj_programme_facts_shows (facts, self->now) ? self->now : self->then;
  self->district = aj_programme_facts_get_district (facts, self->values);
  self->municipality = aj_programme_facts_get_municipality (facts, self->values);
  return self;
}

void
aj_programme_line_free (gpointer line)
{
  AjProgrammeLine *self = line;

  g_clear_pointer (&self->now, aj_values_unref);
  g_clear_pointer (&self->then, aj_values_unref);
  g_free (self);
}

/* What has no name comes last. */
static int
compare_names (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return g_utf8_collate (a, b);
}

/* What takes the whole day comes before what begins on it. */
static int
compare_time (const AjValues *a, const AjValues *b)
{
  AjDate first = aj_values_get_date (a, "date");
  AjDate second = aj_values_get_date (b, "date");

  if (first != second)
    return first < second ? -1 : 1;
  return aj_values_get_time (a, "from") - aj_values_get_time (b, "from");
}

static int
compare_titles (const AjValues *a, const AjValues *b)
{
  int order = compare_names (aj_values_get_text (a, "name"), aj_values_get_text (b, "name"));

  return order != 0 ? order : g_strcmp0 (aj_values_get_id (a), aj_values_get_id (b));
}

static int
compare_by_time (gconstpointer a, gconstpointer b)
{
  const AjProgrammeLine *first = *(const AjProgrammeLine *const *) a;
  const AjProgrammeLine *second = *(const AjProgrammeLine *const *) b;
  int order = compare_time (first->values, second->values);

  if (order == 0)
    order = compare_names (first->municipality, second->municipality);
  return order != 0 ? order : compare_titles (first->values, second->values);
}

int
aj_programme_line_compare (gconstpointer a, gconstpointer b)
{
  const AjProgrammeLine *first = *(const AjProgrammeLine *const *) a;
  const AjProgrammeLine *second = *(const AjProgrammeLine *const *) b;
  int order = compare_names (first->municipality, second->municipality);

  return order != 0 ? order : compare_by_time (a, b);
}

static int
compare_by_district (gconstpointer a, gconstpointer b)
{
  const AjProgrammeLine *first = *(const AjProgrammeLine *const *) a;
  const AjProgrammeLine *second = *(const AjProgrammeLine *const *) b;
  int order = compare_names (first->district, second->district);

  return order != 0 ? order : aj_programme_line_compare (a, b);
}

static char *
describe_days (const AjValues *edition)
{
  g_autofree char *first = aj_date_format_long (aj_values_get_date (edition, "starts-on"));
  g_autofree char *last = aj_date_format_long (aj_values_get_date (edition, "ends-on"));

  return aj_edition_is_one_day (edition) ? g_strdup (first)
                                         /* Translators: the first and the last day. */
                                         : g_strdup_printf (_ ("%1$s to %2$s"), first, last);
}

static char *
make_title (AjProgrammeFacts *facts)
{
  const char *name = aj_values_get_text (aj_programme_facts_get_edition (facts), "name");
  const char *municipality = aj_programme_facts_get_only (facts);
  gboolean is_changes = aj_programme_facts_get_request (facts)->since != AJ_DATE_NONE;

  if (is_changes)
    /* Translators: the name of an edition of the action day. */
    return g_strdup_printf (_ ("Changes in the programme of %s"), name);
  if (municipality != NULL)
    /* Translators: the name of an edition of the action day, and a municipality. */
    return g_strdup_printf (_ ("Programme of %1$s in %2$s"), name, municipality);
  /* Translators: the name of an edition of the action day. */
  return g_strdup_printf (_ ("Programme of %s"), name);
}

static Drawing
begin (AjProgrammeFacts *facts)
{
  const AjValues *edition = aj_programme_facts_get_edition (facts);
  g_autofree char *title = make_title (facts);

  return (Drawing){
    .facts = facts,
    .document = aj_document_new (title, NULL),
    .only_day = aj_edition_is_one_day (edition) ? aj_values_get_date (edition, "starts-on")
                                                : AJ_DATE_NONE,
  };
}

static void
append_line (GString *text, const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* On the one day of an edition only the time. */
static char *
describe_when (Drawing *self, const AjValues *activity)
{
  AjDate date = aj_values_get_date (activity, "date");
  g_autofree char *time = aj_activity_describe_time (activity);
  g_autofree char *day = NULL;

  if (date == self->only_day)
    return g_steal_pointer (&time);
  day = aj_date_format_long (date);
  /* Translators: a day, and a time of it. */
  return g_strdup_printf (C_ ("programme", "%1$s, %2$s"), day, time);
}

/* @level is that of its title; @municipality (nullable) is told where no heading says it. */
static void
add_activity (Drawing *self, const AjValues *activity, int level, const char *municipality)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *when = describe_when (self, activity);
  g_autofree char *where = aj_activity_describe_place (activity, municipality);
  g_autofree char *who = aj_activity_describe_who (activity,
                                                   aj_programme_facts_get_organisation (self->facts,
                                                                                        activity));
  g_autofree char *targets = aj_activity_describe_targets (activity);
  /* Translators: for whom something is: target groups. */
  g_autofree char *whom = targets != NULL ? g_strdup_printf (_ ("For %s"), targets) : NULL;
  const char *link = aj_values_get_text (activity, "link");

  append_line (text, when);
  append_line (text, where);
  append_line (text, who);
  append_line (text, whom);
  if (g_strcmp0 (aj_values_get_text (activity, "access"), "closed") == 0)
    {
      g_autofree char *access = aj_values_display (activity, "access");

      append_line (text, access);
    }
  aj_document_add_heading (self->document, level, aj_values_get_text (activity, "name"));
  aj_document_add_paragraph (self->document, text->str);
  aj_document_add_link (self->document, link, link);
}

/* (transfer full): "Thursday 8 October 2026, morning". */
static char *
describe_part (const AjValues *activity)
{
  g_autofree char *day = aj_date_format_long (aj_values_get_date (activity, "date"));
  int from = aj_values_get_time (activity, "from");
  /* Translators: parts of a day, behind its date. */
  const char *part = from < 0         ? _ ("all day")
                     : from < NOON    ? _ ("morning")
                     : from < EVENING ? _ ("afternoon")
                                      : _ ("evening");

  return g_strdup_printf (C_ ("programme", "%1$s, %2$s"), day, part);
}

static const char *
name_municipality (const AjProgrammeLine *line)
{
  return line->municipality != NULL ? line->municipality : _ ("In no municipality");
}

/* A heading where it is another one than before. */
static gboolean
add_heading (Drawing *self, int level, const char *text, char **last)
{
  if (g_strcmp0 (*last, text) == 0)
    return FALSE;
  aj_document_add_heading (self->document, level, text);
  g_free (*last);
  *last = g_strdup (text);
  return TRUE;
}

static void
add_by_district (Drawing *self, GPtrArray *lines)
{
  g_autofree char *district = NULL;
  g_autofree char *municipality = NULL;

  g_ptr_array_sort (lines, compare_by_district);
  for (guint i = 0; i < lines->len; i++)
    {
      const AjProgrammeLine *line = lines->pdata[i];

      if (add_heading (self, 1, line->district != NULL ? line->district : _ ("In no district"),
                       &district))
        g_clear_pointer (&municipality, g_free);
      add_heading (self, 2, name_municipality (line), &municipality);
      add_activity (self, line->values, 3, NULL);
    }
}

static void
add_by_municipality (Drawing *self, GPtrArray *lines)
{
  g_autofree char *municipality = NULL;

  g_ptr_array_sort (lines, aj_programme_line_compare);
  for (guint i = 0; i < lines->len; i++)
    {
      const AjProgrammeLine *line = lines->pdata[i];

      add_heading (self, 1, name_municipality (line), &municipality);
      add_activity (self, line->values, 2, NULL);
    }
}

static void
add_by_time (Drawing *self, GPtrArray *lines)
{
  g_autofree char *part = NULL;

  g_ptr_array_sort (lines, compare_by_time);
  for (guint i = 0; i < lines->len; i++)
    {
      const AjProgrammeLine *line = lines->pdata[i];
      g_autofree char *own = describe_part (line->values);

      add_heading (self, 1, own, &part);
      add_activity (self, line->values, 2, line->municipality);
    }
}

static gboolean
is_for (const AjValues *activity, guint target)
{
  if (target < AJ_N_TARGETS)
    return aj_values_get_boolean (activity, aj_target_get_field (target));
  for (guint i = 0; i < AJ_N_TARGETS; i++)
    if (is_for (activity, i))
      return FALSE;
  return TRUE;
}

/* One more than there are targets: who says none. */
static void
add_by_target (Drawing *self, GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_by_time);
  for (guint target = 0; target <= AJ_N_TARGETS; target++)
    {
      g_autofree char *last = NULL;
      g_autofree char *heading = NULL;

      if (target < AJ_N_TARGETS)
        /* Translators: for whom something is: a target group. */
        heading = g_strdup_printf (_ ("For %s"), aj_target_get_label (target));
      else
        heading = g_strdup (_ ("No target group said"));
      for (guint i = 0; i < lines->len; i++)
        {
          const AjProgrammeLine *line = lines->pdata[i];

          if (!is_for (line->values, target))
            continue;
          add_heading (self, 1, heading, &last);
          add_activity (self, line->values, 2, line->municipality);
        }
    }
}

/* Who makes the programme sees that it is not all, and so does who was invited. */
static void
add_closed (Drawing *self)
{
  guint n = aj_programme_facts_get_n_closed (self->facts);
  g_autofree char *sentence =
      g_strdup_printf (ngettext ("%u activity is for who is invited, and does not stand here.",
                                 "%u activities are for who is invited, and do not stand here.", n),
                       n);

  if (n > 0)
    aj_document_add_paragraph (self->document, sentence);
}

static void
add_introduction (Drawing *self, guint n)
{
  g_autofree char *days = describe_days (aj_programme_facts_get_edition (self->facts));
  g_autofree char *number = g_strdup_printf (ngettext ("%u activity", "%u activities", n), n);

  aj_document_add_paragraph (self->document, days);
  aj_document_add_paragraph (self->document,
                             n > 0 ? number : _ ("There is nothing in the programme yet."));
  add_closed (self);
}

AjDocument *
aj_programme_draw_whole (AjProgrammeFacts *facts, GPtrArray *lines)
{
  Drawing self = begin (facts);

  add_introduction (&self, lines->len);
  switch (aj_programme_facts_get_request (facts)->grouping)
    {
    case AJ_PROGRAMME_BY_MUNICIPALITY:
      add_by_municipality (&self, lines);
      break;
    case AJ_PROGRAMME_BY_TARGET:
      add_by_target (&self, lines);
      break;
    case AJ_PROGRAMME_BY_TIME:
      add_by_time (&self, lines);
      break;
    case AJ_PROGRAMME_BY_DISTRICT:
    case AJ_PROGRAMME_N_GROUPINGS:
    default:
      add_by_district (&self, lines);
    }
  return self.document;
}

/* What is said of an activity in one respect, (transfer full) (nullable). */
typedef char *(*Describe) (Drawing *self, const AjValues *activity);

static char *
describe_title (Drawing *self, const AjValues *activity)
{
  return g_strdup (aj_values_get_text (activity, "name"));
}

static char *
describe_day (Drawing *self, const AjValues *activity)
{
  return aj_date_format_long (aj_values_get_date (activity, "date"));
}

static char *
describe_time (Drawing *self, const AjValues *activity)
{
  return aj_activity_describe_time (activity);
}

static char *
describe_place (Drawing *self, const AjValues *activity)
{
  return aj_activity_describe_place (activity,
                                     aj_programme_facts_get_municipality (self->facts, activity));
}

static char *
describe_organisation (Drawing *self, const AjValues *activity)
{
  return g_strdup (aj_programme_facts_get_organisation (self->facts, activity));
}

static char *
describe_access (Drawing *self, const AjValues *activity)
{
  return aj_values_display (activity, "access");
}

static void
add_difference (Drawing *self, const AjProgrammeLine *line, const char *label, Describe describe)
{
  g_autofree char *before = describe (self, line->then);
  g_autofree char *after = describe (self, line->now);
  g_autofree char *item = NULL;

  if (g_strcmp0 (before, after) == 0)
    return;
  if (before == NULL || *before == '\0')
    /* Translators: a field, and what is now said in it. */
    item = g_strdup_printf (_ ("%1$s: now %2$s"), label, after);
  else if (after == NULL || *after == '\0')
    /* Translators: a field, and what was said in it. */
    item = g_strdup_printf (_ ("%1$s: not known any more, was %2$s"), label, before);
  else
    /* Translators: a field, what is now said in it, and what was. */
    item = g_strdup_printf (_ ("%1$s: now %2$s, was %3$s"), label, after, before);
  aj_document_add_item (self->document, item);
}

static void
add_differences (Drawing *self, const AjProgrammeLine *line)
{
  add_difference (self, line, _ ("Title"), describe_title);
  add_difference (self, line, _ ("Date"), describe_day);
  add_difference (self, line, _ ("Time"), describe_time);
  add_difference (self, line, _ ("Place"), describe_place);
  add_difference (self, line, _ ("Organisation"), describe_organisation);
  add_difference (self, line, _ ("Open to"), describe_access);
}

/* Why it is not in the programme any more. */
static void
add_reason (Drawing *self, const AjValues *now)
{
  const char *state = now != NULL ? aj_values_get_text (now, "state") : NULL;

  if (g_strcmp0 (state, AJ_ACTIVITY_CANCELLED) == 0)
    aj_document_add_item (self->document, _ ("Cancelled"));
  else if (now == NULL || g_strcmp0 (state, AJ_ACTIVITY_DRAFT) == 0 || !aj_activity_counts (now))
    aj_document_add_item (self->document, _ ("Withdrawn"));
  else
    aj_document_add_item (self->document, _ ("No longer for everybody, or no longer here"));
}

static void
add_changes_of (Drawing *self, GPtrArray *lines, AjProgrammeChange change, const char *heading)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const AjProgrammeLine *line = lines->pdata[i];
      const AjProgrammeEntry entry = { line->now, line->then };

      if (aj_programme_facts_judge (self->facts, &entry) != change)
        continue;
      add_heading (self, 1, heading, &last);
      add_activity (self, line->values, 2, line->municipality);
      if (change == AJ_PROGRAMME_CHANGED)
        add_differences (self, line);
      else if (change == AJ_PROGRAMME_GONE)
        add_reason (self, line->now);
    }
}

AjDocument *
aj_programme_draw_changes (AjProgrammeFacts *facts, GPtrArray *lines)
{
  Drawing self = begin (facts);
  g_autofree char *day = aj_date_format_long (aj_programme_facts_get_request (facts)->since);
  g_autofree char *introduction =
      /* Translators: a day. */
      lines->len > 0 ? g_strdup_printf (_ ("What became different since %s."), day)
                     : g_strdup_printf (_ ("Nothing became different since %s."), day);

  g_ptr_array_sort (lines, aj_programme_line_compare);
  aj_document_add_paragraph (self.document, introduction);
  add_changes_of (&self, lines, AJ_PROGRAMME_NEW, _ ("New"));
  add_changes_of (&self, lines, AJ_PROGRAMME_CHANGED, _ ("Changed"));
  add_changes_of (&self, lines, AJ_PROGRAMME_GONE, _ ("No longer in the programme"));
  return self.document;
}
