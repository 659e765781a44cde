/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duty-hints.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-duty-roster.h"
#include "aj-error.h"
#include "aj-feedback.h"
#include "aj-group-year-reader.h"
#include "aj-meeting.h"

/* As wide as a name makes the button, in characters. */
#define MAX_CHARS 26

struct _AjDutyHints
{
  GObject parent_instance;

  AjServices *services;            /* (owned) */
  AjLiveReader *reader;            /* (owned) */
  AjDutyRoster *roster;            /* (owned) (nullable): of what was read last */
  char *meeting;                   /* (owned) (nullable): its id */
  GtkWidget *buttons[AJ_N_DUTIES]; /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjDutyHints, aj_duty_hints, G_TYPE_OBJECT)

static const AjDutyLine *
find_line (AjDutyHints *self)
{
  return self->roster != NULL ? aj_duty_roster_find (self->roster, self->meeting) : NULL;
}

static char *
describe (AjDutyHints *self, const AjDutyLine *line, AjDuty duty)
{
  g_autoptr (GArray) candidates = aj_duty_roster_list_candidates (self->roster, line, duty);

  for (guint i = 0; i < candidates->len; i++)
    {
      const AjDutyCandidate *one = &g_array_index (candidates, AjDutyCandidate, i);

      if (one->person == line->proposed[duty])
        return aj_duty_candidate_describe (self->roster, one, duty);
    }
  return g_strdup ("");
}

static void
show_hint (AjDutyHints *self, const AjDutyLine *line, AjDuty duty)
{
  const AjValues *person = line != NULL ? line->proposed[duty] : NULL;
  const char *name = person != NULL ? aj_values_get_text (person, "name") : NULL;
  GtkWidget *button = self->buttons[duty];
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *text = NULL;
  g_autofree char *why = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *said = NULL;

  gtk_widget_set_visible (button, name != NULL);
  if (name == NULL)
    return;
  /* Translators: somebody, on a button that chooses them. */
  text = g_strdup_printf (_ ("Proposed: %s"), name);
  why = describe (self, line, duty);
  gtk_label_set_text (label, text);
  tooltip = g_strdup_printf ("%s: %s", name, why);
  gtk_widget_set_tooltip_text (button, tooltip);
  /* Translators: somebody, on a button that chooses them. */
  said = g_strdup_printf (duty == AJ_DUTY_CHAIR ? _ ("Chair, proposed: %s")
                                                : _ ("Host, proposed: %s"),
                          name);
  aj_accessible_set_name (button, said);
}

static void
show_hints (AjDutyHints *self)
{
  const AjDutyLine *line = find_line (self);

  for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
    show_hint (self, line, duty);
}

static void
read_cb (AjDutyHints *self)
{
  AjGroupYear *year = aj_live_reader_get_result (self->reader);

  g_clear_pointer (&self->roster, aj_duty_roster_unref);
  if (year != NULL && !aj_store_is_read_only (aj_services_get_store (self->services)))
    self->roster = aj_duty_roster_new (year);
  show_hints (self);
}

static void
clicked_cb (GtkWidget *button, AjDutyHints *self)
{
  AjDuty duty = button == self->buttons[AJ_DUTY_CHAIR] ? AJ_DUTY_CHAIR : AJ_DUTY_HOST;
  const AjDutyLine *line = find_line (self);
  g_autoptr (AjEdit) edit = NULL;

  if (line == NULL || line->proposed[duty] == NULL)
    return;
  edit = aj_duty_roster_put (self->roster, aj_services_get_store (self->services), line, duty,
                             aj_values_get_id (line->proposed[duty]));
  aj_feedback_commit (button, edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
aj_duty_hints_dispose (GObject *object)
{
  AjDutyHints *self = AJ_DUTY_HINTS (object);

  g_clear_object (&self->reader);
  g_clear_pointer (&self->roster, aj_duty_roster_unref);
  g_clear_object (&self->services);
  for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
    g_clear_object (&self->buttons[duty]);
  G_OBJECT_CLASS (aj_duty_hints_parent_class)->dispose (object);
}

static void
aj_duty_hints_finalize (GObject *object)
{
  g_free (AJ_DUTY_HINTS (object)->meeting);
  G_OBJECT_CLASS (aj_duty_hints_parent_class)->finalize (object);
}

static void
aj_duty_hints_class_init (AjDutyHintsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_duty_hints_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_duty_hints_finalize;
}

static void
aj_duty_hints_init (AjDutyHints *self)
{
  for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
      self->buttons[duty] = g_object_ref_sink (gtk_button_new ());
      gtk_button_set_child (GTK_BUTTON (self->buttons[duty]), label);
      gtk_widget_add_css_class (self->buttons[duty], "duty-hint");
      gtk_widget_set_valign (self->buttons[duty], GTK_ALIGN_CENTER);
      gtk_widget_set_visible (self->buttons[duty], FALSE);
      g_signal_connect_object (self->buttons[duty], "clicked", G_CALLBACK (clicked_cb), self, 0);
    }
}

AjDutyHints *
aj_duty_hints_new (AjServices *services)
{
  AjDutyHints *self = g_object_new (AJ_TYPE_DUTY_HINTS, NULL);

  self->services = g_object_ref (services);
  self->reader = aj_group_year_reader_new (aj_services_get_store (services));
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  return self;
}

GtkWidget *
aj_duty_hints_get_button (AjDutyHints *self, AjDuty duty)
{
  g_return_val_if_fail (AJ_IS_DUTY_HINTS (self), NULL);

  return self->buttons[duty];
}

/* Nobody is proposed for what is over, nor where somebody is; of most meetings nothing need be read. */
static gboolean
needs_hints (AjDutyHints *self, AjRecord *meeting)
{
  const AjValues *values = aj_record_get_values (meeting);
  AjWallTime start;

  return aj_meeting_is_open (values) && aj_values_get_wall_time (values, "starts-at", &start) &&
         start.date >= aj_services_get_today (self->services) &&
         (aj_values_is_empty (values, "chair") || aj_values_is_empty (values, "host"));
}

void
aj_duty_hints_set_meeting (AjDutyHints *self, AjRecord *meeting)
{
  const char *group = NULL;
  AjWallTime start = { 0 };

  g_return_if_fail (AJ_IS_DUTY_HINTS (self));

  if (meeting != NULL && needs_hints (self, meeting))
    {
      group = aj_record_get_text (meeting, "group");
      aj_record_get_wall_time (meeting, "starts-at", &start);
    }
  if (aj_set_string (&self->meeting, group != NULL ? aj_record_get_id (meeting) : NULL))
    show_hints (self);
  aj_group_year_reader_set (self->reader, group, aj_date_get_year (start.date));
}

void
aj_duty_hints_set_active (AjDutyHints *self, gboolean active)
{
  g_return_if_fail (AJ_IS_DUTY_HINTS (self));

  aj_live_reader_set_active (self->reader, active);
}
