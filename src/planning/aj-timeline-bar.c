/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-bar.h"

#include <glib/gi18n-lib.h>

#include "aj-phrase.h"

struct _AjTimelineBar
{
  GObject parent_instance;

  AjTimelineFacts facts; /* (owned): its strings too */
  AjMapClass state;
  GObject *source; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (AjTimelineBar, aj_timeline_bar, G_TYPE_OBJECT)

static void
aj_timeline_bar_finalize (GObject *object)
{
  AjTimelineBar *self = AJ_TIMELINE_BAR (object);

  g_free ((char *) self->facts.id);
  g_free ((char *) self->facts.row);
  g_free ((char *) self->facts.row_label);
  g_free ((char *) self->facts.title);
  g_free ((char *) self->facts.note);
  g_free ((char *) self->state.label);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (aj_timeline_bar_parent_class)->finalize (object);
}

static void
aj_timeline_bar_class_init (AjTimelineBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_timeline_bar_finalize;
}

static void
aj_timeline_bar_init (AjTimelineBar *self)
{
}

static void
copy_facts (AjTimelineBar *self, const AjTimelineFacts *facts)
{
  self->facts = *facts;
  self->facts.id = g_strdup (facts->id);
  self->facts.row = g_strdup (facts->row);
  self->facts.row_label = g_strdup (facts->row_label);
  self->facts.title = g_strdup (facts->title);
  self->facts.note = g_strdup (facts->note);
  if (facts->state == NULL)
    return;
  self->state = *facts->state;
  self->state.label = g_strdup (facts->state->label);
  self->facts.state = &self->state;
}

AjTimelineBar *
aj_timeline_bar_new (const AjTimelineFacts *facts, GObject *source)
{
  AjTimelineBar *self = g_object_new (AJ_TYPE_TIMELINE_BAR, NULL);

  copy_facts (self, facts);
  if (source != NULL)
    self->source = g_object_ref (source);
  if (facts->days.first == AJ_DATE_NONE)
    self->facts.kind = AJ_TIMELINE_KIND_SPAN;
  if (self->facts.kind == AJ_TIMELINE_KIND_MILESTONE)
    {
      self->facts.days.last = facts->days.first;
      self->facts.stretchable = FALSE;
    }
  return self;
}

const AjTimelineFacts *
aj_timeline_bar_get (AjTimelineBar *self)
{
  return &self->facts;
}

GObject *
aj_timeline_bar_get_source (AjTimelineBar *self)
{
  return self->source;
}

char *
aj_timeline_describe_days (const AjDateRange *days)
{
  gboolean same_year = aj_date_get_year (days->first) == aj_date_get_year (days->last);
  g_autofree char *first = NULL;
  g_autofree char *last = aj_date_format_plain (days->last);

  if (days->first == AJ_DATE_NONE && days->last == AJ_DATE_NONE)
    return g_strdup (C_ ("days", "no first or last day"));
  if (days->first == AJ_DATE_NONE)
    /* Translators: the last day of something of which the first is not known: "to 5 May 2026". */
    return g_strdup_printf (C_ ("days", "to %s"), last);
  if (days->first == days->last)
    return g_steal_pointer (&last);
  first = same_year ? aj_date_format_day_month (days->first) : aj_date_format_plain (days->first);
  if (days->last == AJ_DATE_NONE)
    /* Translators: the first day of something of which the last is not known: "from 3 March 2026". */
    return g_strdup_printf (C_ ("days", "from %s"), first);
  /* Translators: the first day and the last one: "3 March to 5 May 2026". */
  return g_strdup_printf (C_ ("days", "%1$s to %2$s"), first, last);
}

char *
aj_timeline_bar_describe (AjTimelineBar *self, const AjDateRange *days)
{
  const AjTimelineFacts *facts = &self->facts;
  g_autofree char *period = aj_timeline_describe_days (days != NULL ? days : &facts->days);
  GString *text = g_string_new (facts->title);

  if (g_strcmp0 (facts->title, facts->row_label) != 0)
    aj_phrase_append (text, ", ", facts->row_label);
  aj_phrase_append (text, ", ", period);
  if (facts->state != NULL)
    aj_phrase_append (text, ", ", facts->state->label);
  aj_phrase_append (text, ", ", facts->note);
  return g_string_free (text, FALSE);
}

gboolean
aj_timeline_bar_has_grip (AjTimelineBar *self, AjTimelineGrip grip)
{
  const AjTimelineFacts *facts = &self->facts;

  switch (grip)
    {
    case AJ_TIMELINE_GRIP_WHOLE:
      return facts->movable &&
             (facts->days.first != AJ_DATE_NONE || facts->days.last != AJ_DATE_NONE);
    case AJ_TIMELINE_GRIP_FIRST:
      return facts->stretchable && facts->days.first != AJ_DATE_NONE;
    case AJ_TIMELINE_GRIP_LAST:
      return facts->stretchable && facts->days.last != AJ_DATE_NONE;
    case AJ_TIMELINE_GRIP_NONE:
    default:
      return FALSE;
    }
}

AjTimelineGrip
aj_timeline_bar_find_grip (AjTimelineBar *self, double x, double width, double edge)
{
  double reach = MIN (edge, width / 4);

  if (x < 0 || x >= width)
    return AJ_TIMELINE_GRIP_NONE;
  if (x < reach && aj_timeline_bar_has_grip (self, AJ_TIMELINE_GRIP_FIRST))
    return AJ_TIMELINE_GRIP_FIRST;
  if (x >= width - reach && aj_timeline_bar_has_grip (self, AJ_TIMELINE_GRIP_LAST))
    return AJ_TIMELINE_GRIP_LAST;
  return aj_timeline_bar_has_grip (self, AJ_TIMELINE_GRIP_WHOLE) ? AJ_TIMELINE_GRIP_WHOLE
                                                                 : AJ_TIMELINE_GRIP_NONE;
}

AjDateRange
aj_timeline_shift (const AjDateRange *days, AjTimelineGrip grip, int by)
{
  gint64 least = aj_date_new (AJ_DATE_MIN_YEAR, 1, 1);
  gint64 most = aj_date_new (AJ_DATE_MAX_YEAR, 12, 31);
  gint64 first = days->first, last = days->last, step = by;
  AjDateRange moved = *days;

  if (first != AJ_DATE_NONE && grip == AJ_TIMELINE_GRIP_FIRST && last != AJ_DATE_NONE)
    step = MIN (step, last - first);
  if (last != AJ_DATE_NONE && grip == AJ_TIMELINE_GRIP_LAST && first != AJ_DATE_NONE)
    step = MAX (step, first - last);
  if (first != AJ_DATE_NONE && grip != AJ_TIMELINE_GRIP_LAST)
    step = CLAMP (step, least - first, most - first);
  if (last != AJ_DATE_NONE && grip != AJ_TIMELINE_GRIP_FIRST)
    step = CLAMP (step, least - last, most - last);
  if (first != AJ_DATE_NONE && (grip == AJ_TIMELINE_GRIP_WHOLE || grip == AJ_TIMELINE_GRIP_FIRST))
    moved.first = (AjDate) (first + step);
  if (last != AJ_DATE_NONE && (grip == AJ_TIMELINE_GRIP_WHOLE || grip == AJ_TIMELINE_GRIP_LAST))
    moved.last = (AjDate) (last + step);
  return moved;
}
