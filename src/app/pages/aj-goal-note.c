/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-goal-note.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-rollout-reader.h"

struct _AjGoalNote
{
  GtkBox parent_instance;

  GtkLabel *label;     /* (unowned): a child */
  GtkProgressBar *bar; /* (unowned): a child */

  AjRolloutReader *reader; /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjGoalNote, aj_goal_note, GTK_TYPE_BOX)

typedef struct
{
  gint64 wanted; /* 0: nothing, or there is no such goal */
  gint64 reached;
} Count;

static gpointer
count (AjRolloutFacts *facts, const AjRolloutQuestion *question)
{
  GPtrArray *goals = aj_rollout_facts_get_goals (facts);
  Count *found = g_new0 (Count, 1);

  for (guint i = 0; i < goals->len; i++)
    if (g_str_equal (aj_values_get_id (goals->pdata[i]), question->id))
      *found = (Count){ aj_values_get_integer (goals->pdata[i], "number"),
                        aj_rollout_facts_count_reach (facts, goals->pdata[i]) };
  return found;
}

static const AjRolloutReaderKind count_kind = { .work = count, .free = g_free };

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
  const Count *found = aj_rollout_reader_get_result (self->reader);

  gtk_widget_set_visible (GTK_WIDGET (self), found->wanted > 0);
  if (found->wanted > 0)
    show_count (self, found->reached, found->wanted);
}

static void
aj_goal_note_dispose (GObject *object)
{
  AjGoalNote *self = AJ_GOAL_NOTE (object);

  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (self->reader, self);
  g_clear_object (&self->reader);
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

  self->reader = aj_rollout_reader_new (services, &count_kind);
  g_signal_connect_swapped (self->reader, "changed", G_CALLBACK (update), self);
  aj_rollout_reader_ask (self->reader, aj_record_get_id (goal), 0);
  aj_rollout_reader_set_active (self->reader, TRUE);
  return GTK_WIDGET (self);
}
