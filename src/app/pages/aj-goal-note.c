/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-goal-note.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-rollout-facts.h"
#include "aj-rollout-reader.h"

struct _AjGoalNote
{
  GtkBox parent_instance;

  GtkLabel *label;     /* (unowned): a child */
  GtkProgressBar *bar; /* (unowned): a child */

  AjRecord *record;     /* (owned): the goal */
  AjLiveReader *reader; /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjGoalNote, aj_goal_note, GTK_TYPE_BOX)

/* (nullable): the goal as it was read with the rollouts. */
static const AjValues *
find_goal (AjGoalNote *self, AjRolloutFacts *facts)
{
  GPtrArray *goals = aj_rollout_facts_get_goals (facts);

  for (guint i = 0; i < goals->len; i++)
    if (g_str_equal (aj_values_get_id (goals->pdata[i]), aj_record_get_id (self->record)))
      return goals->pdata[i];
  return NULL;
}

static void
show_count (AjGoalNote *self, gint64 reached, gint64 wanted)
{
  g_autofree char *sentence = g_strdup_printf (
      /* Translators: how many people were reached, and how many are to be. */
      ngettext ("%1$'u of %2$'u person reached", "%1$'u of %2$'u people reached", (gulong) wanted),
      (guint) reached, (guint) wanted);

  gtk_label_set_text (self->label, sentence);
  gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) reached / (double) wanted, 0, 1));
  aj_accessible_set_name (GTK_WIDGET (self->bar), sentence);
}

static void
update (AjGoalNote *self)
{
  AjRolloutFacts *facts = aj_live_reader_get_result (self->reader);
  const AjValues *goal = facts != NULL ? find_goal (self, facts) : NULL;
  gint64 wanted = goal != NULL ? aj_values_get_integer (goal, "number") : 0;

  gtk_widget_set_visible (GTK_WIDGET (self), wanted > 0);
  if (wanted > 0)
    show_count (self, aj_rollout_facts_count_reach (facts, goal), wanted);
}

static void
aj_goal_note_dispose (GObject *object)
{
  AjGoalNote *self = AJ_GOAL_NOTE (object);

  if (self->reader != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->reader, self);
      aj_live_reader_set_active (self->reader, FALSE);
    }
  g_clear_object (&self->reader);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (aj_goal_note_parent_class)->dispose (object);
}

static void
aj_goal_note_class_init (AjGoalNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_goal_note_dispose;
}

static void
aj_goal_note_init (AjGoalNote *self)
{
  GtkWidget *label = gtk_label_new ("");
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), bar);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->label = GTK_LABEL (label);
  self->bar = GTK_PROGRESS_BAR (bar);
}

GtkWidget *
aj_goal_note_new (AjServices *services, AjRecord *goal)
{
  AjGoalNote *self = g_object_new (AJ_TYPE_GOAL_NOTE, NULL);

  self->record = g_object_ref (goal);
  self->reader = aj_live_reader_new (aj_services_get_store (services), &aj_rollout_reader_kind);
  g_signal_connect_swapped (self->reader, "changed", G_CALLBACK (update), self);
  aj_live_reader_set_id (self->reader, "goals");
  aj_live_reader_set_active (self->reader, TRUE);
  return GTK_WIDGET (self);
}
