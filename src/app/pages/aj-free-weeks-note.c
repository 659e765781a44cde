/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-free-weeks-note.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-free-weeks.h"
#include "aj-loan.h"
#include "aj-new-record-dialog.h"
#include "aj-rollout-reader.h"

#define N_WEEKS 52

struct _AjFreeWeeksNote
{
  GtkBox parent_instance;

  GtkFlowBox *flow; /* (unowned): a child */

  AjServices *services;    /* (owned) */
  AjRecord *record;        /* (owned): the material */
  AjRolloutReader *reader; /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjFreeWeeksNote, aj_free_weeks_note, GTK_TYPE_BOX)

static const char *const asked[] = { "municipality", "organisation", "from", "until", NULL };

static const char *const classes[AJ_N_FREE_WEEK_STATES] = {
  [AJ_FREE_WEEK_FREE] = "free",           [AJ_FREE_WEEK_PARTLY] = "partly",
  [AJ_FREE_WEEK_TRAVELS] = "travels",     [AJ_FREE_WEEK_TAKEN] = "taken",
  [AJ_FREE_WEEK_NOT_THERE] = "not-there",
};

static void
made_cb (const char *id, gpointer user_data)
{
  g_autoptr (AjFreeWeeksNote) self = user_data;

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "records.show", "(ss)", aj_loan_record_type.name,
                                id);
}

static void
begin_loan (AjFreeWeeksNote *self, const AjDateRange *days)
{
  AjNewRecordDialog *dialog = aj_new_record_dialog_new (GTK_WIDGET (self), self->services,
                                                        &aj_loan_record_type, asked, "material",
                                                        aj_record_get_id (self->record), made_cb,
                                                        g_object_ref (self));

  aj_new_record_dialog_fill_date (dialog, "from", days->first);
  aj_new_record_dialog_fill_date (dialog, "until", days->last);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("New Loan"));
  aj_dialog_set_parent (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gpointer
list_weeks (AjRolloutFacts *facts, const AjRolloutQuestion *question)
{
  return aj_free_weeks_list (facts, question->id, question->today, N_WEEKS);
}

static const AjRolloutReaderKind weeks_kind = { .work = list_weeks,
                                                .free = (GDestroyNotify) g_array_unref };

static void
activated_cb (AjFreeWeeksNote *self, GtkFlowBoxChild *child)
{
  GArray *weeks = aj_rollout_reader_get_result (self->reader);
  const AjFreeWeek *week;
  int index = gtk_flow_box_child_get_index (child);

  if (weeks == NULL || index < 0 || (guint) index >= weeks->len)
    return;
  week = &g_array_index (weeks, AjFreeWeek, index);
  if (week->free.first != AJ_DATE_NONE)
    {
      if (!aj_store_is_read_only (aj_services_get_store (self->services)))
        begin_loan (self, &week->free);
    }
  else if (week->loan != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "records.show", "(ss)", aj_loan_record_type.name,
                                aj_values_get_id (week->loan));
}

static GtkWidget *
make_cell (void)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new ("");
  GtkWidget *mark = gtk_label_new ("");

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "caption");
  gtk_widget_add_css_class (mark, "caption");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_add_css_class (child, "free-week");
  return child;
}

static void
show_week (AjFreeWeeksNote *self, GtkWidget *child, const AjFreeWeek *week)
{
  GtkWidget *box = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));
  GtkWidget *number = gtk_widget_get_first_child (box);
  g_autofree char *shown = g_strdup_printf ("%d", aj_date_get_week (week->days.first, NULL));
  g_autofree char *text = aj_free_week_describe (aj_rollout_reader_get_facts (self->reader), week);

  gtk_label_set_text (GTK_LABEL (number), shown);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (number)),
                      aj_free_week_state_get_mark (week->state));
  for (guint i = 0; i < AJ_N_FREE_WEEK_STATES; i++)
    if (i == week->state)
      gtk_widget_add_css_class (child, classes[i]);
    else
      gtk_widget_remove_css_class (child, classes[i]);
  gtk_widget_set_tooltip_text (child, text);
  aj_accessible_set_name (child, text);
}

/* The cells stay, so that the cursor does. */
static void
update (AjFreeWeeksNote *self)
{
  GArray *weeks = aj_rollout_reader_get_result (self->reader);

  gtk_widget_set_visible (GTK_WIDGET (self), weeks->len > 0);
  for (guint i = 0; i < weeks->len; i++)
    {
      if (gtk_flow_box_get_child_at_index (self->flow, (int) i) == NULL)
        gtk_flow_box_insert (self->flow, make_cell (), -1);
      show_week (self, GTK_WIDGET (gtk_flow_box_get_child_at_index (self->flow, (int) i)),
                 &g_array_index (weeks, AjFreeWeek, i));
    }
}

static void
aj_free_weeks_note_dispose (GObject *object)
{
  AjFreeWeeksNote *self = AJ_FREE_WEEKS_NOTE (object);

  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (self->reader, self);
  g_clear_object (&self->reader);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_free_weeks_note_parent_class)->dispose (object);
}

static void
aj_free_weeks_note_class_init (AjFreeWeeksNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_free_weeks_note_dispose;
}

/* (transfer full): "○ free · ◐ partly free · …" */
static char *
make_legend (void)
{
  GString *text = g_string_new (NULL);

  for (AjFreeWeekState state = 0; state < AJ_N_FREE_WEEK_STATES; state++)
    g_string_append_printf (text, "%s%s %s", state > 0 ? "  " : "",
                            aj_free_week_state_get_mark (state),
                            aj_free_week_state_get_label (state));
  return g_string_free (text, FALSE);
}

static void
aj_free_weeks_note_init (AjFreeWeeksNote *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Free by Week"));
  g_autofree char *text = make_legend ();
  GtkWidget *legend = gtk_label_new (text);
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (legend), 0);
  gtk_label_set_wrap (GTK_LABEL (legend), TRUE);
  gtk_widget_add_css_class (legend, "caption");
  gtk_widget_add_css_class (legend, "dim-label");
  self->flow = GTK_FLOW_BOX (flow);
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_min_children_per_line (self->flow, 6);
  gtk_flow_box_set_max_children_per_line (self->flow, 13);
  gtk_flow_box_set_row_spacing (self->flow, 2);
  gtk_flow_box_set_column_spacing (self->flow, 2);
  aj_accessible_set_name (flow, _ ("Free by week"));
  g_signal_connect_object (flow, "child-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), flow);
  gtk_box_append (GTK_BOX (self), legend);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
aj_free_weeks_note_new (AjServices *services, AjRecord *material)
{
  AjFreeWeeksNote *self = g_object_new (AJ_TYPE_FREE_WEEKS_NOTE, NULL);

  self->services = g_object_ref (services);
  self->record = g_object_ref (material);
  self->reader = aj_rollout_reader_new (services, &weeks_kind);
  g_signal_connect_swapped (self->reader, "changed", G_CALLBACK (update), self);
  aj_rollout_reader_ask (self->reader, aj_record_get_id (material), 0);
  aj_rollout_reader_set_active (self->reader, TRUE);
  return GTK_WIDGET (self);
}
