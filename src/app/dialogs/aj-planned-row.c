/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-planned-row.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-date-button.h"
#include "aj-wrap-box.h"

struct _AjPlannedRow
{
  AdwPreferencesRow parent_instance;

  guint ordinal;
  AjDate date; /* where it stands, or by the rule when taken out */
  gboolean is_kept;
  gboolean is_showing; /* the check button follows the plan, not the person */

  /* Template widgets */
  GtkCheckButton *included;
  GtkLabel *day_label;
  GtkLabel *reason_label;
  GtkLabel *tag;
  GtkWidget *keep_button;
  GtkWidget *earlier_button;
  GtkWidget *later_button;
  AjDateButton *date_button;
};

G_DEFINE_FINAL_TYPE (AjPlannedRow, aj_planned_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_ADJUSTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
adjust (AjPlannedRow *self, const AjPlanAdjustment *adjustment)
{
  g_signal_emit (self, signals[SIGNAL_ADJUSTED], 0, adjustment);
}

static void
move_to (AjPlannedRow *self, AjDate date)
{
  adjust (self, &(AjPlanAdjustment){ .ordinal = self->ordinal, .date = date });
}

static void
week_earlier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move_to (AJ_PLANNED_ROW (widget), AJ_PLANNED_ROW (widget)->date - 7);
}

static void
week_later (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move_to (AJ_PLANNED_ROW (widget), AJ_PLANNED_ROW (widget)->date + 7);
}

static void
keep (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjPlannedRow *self = AJ_PLANNED_ROW (widget);

  adjust (self, &(AjPlanAdjustment){ .ordinal = self->ordinal, .date = self->date, .keep = TRUE });
}

static void
date_picked_cb (AjDateButton *button, AjPlannedRow *self)
{
  move_to (self, aj_date_button_get_date (button));
}

static void
included_toggled_cb (GtkCheckButton *button, AjPlannedRow *self)
{
  if (self->is_showing)
    return;
  adjust (self, &(AjPlanAdjustment){ .ordinal = self->ordinal,
                                     .date = AJ_DATE_NONE,
                                     .taken_out = !gtk_check_button_get_active (button) });
}

static void
aj_planned_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AJ_TYPE_PLANNED_ROW);
  G_OBJECT_CLASS (aj_planned_row_parent_class)->dispose (object);
}

static void
aj_planned_row_class_init (AjPlannedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_planned_row_dispose;
  signals[SIGNAL_ADJUSTED] = g_signal_new ("adjusted", AJ_TYPE_PLANNED_ROW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (AJ_TYPE_DATE_BUTTON);
  g_type_ensure (AJ_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-planned-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AjPlannedRow, included);
  gtk_widget_class_bind_template_child (widget_class, AjPlannedRow, day_label);
  gtk_widget_class_bind_template_child (widget_class, AjPlannedRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, AjPlannedRow, tag);
  gtk_widget_class_bind_template_child (widget_class, AjPlannedRow, keep_button);
  gtk_widget_class_bind_template_child (widget_class, AjPlannedRow, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, AjPlannedRow, later_button);
  gtk_widget_class_bind_template_child (widget_class, AjPlannedRow, date_button);
  gtk_widget_class_bind_template_callback (widget_class, date_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, included_toggled_cb);
  gtk_widget_class_install_action (widget_class, "planned.week-earlier", NULL, week_earlier);
  gtk_widget_class_install_action (widget_class, "planned.week-later", NULL, week_later);
  gtk_widget_class_install_action (widget_class, "planned.keep", NULL, keep);
}

static void
aj_planned_row_init (AjPlannedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aj_planned_row_new (void)
{
  return g_object_new (AJ_TYPE_PLANNED_ROW, NULL);
}

static void
show_tag (AjPlannedRow *self, const char *label, const char *css_class)
{
  const char *classes[] = { "tag", css_class, NULL };

  gtk_widget_set_visible (GTK_WIDGET (self->tag), label != NULL);
  gtk_label_set_label (self->tag, label != NULL ? label : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag), classes);
}

static void
show_verdict (AjPlannedRow *self, const AjPlannedDate *date, const AjCycleStep *step)
{
  if (step != NULL && step->stays != NULL)
    show_tag (self, step->stays, "tag-plain");
  else if (date->verdict == AJ_VERDICT_TAKEN_OUT)
    /* Translators: tag on a date of a plan that the person left out. */
    show_tag (self, _ ("left out"), "tag-plain");
  else if (!date->usable)
    show_tag (self, _ ("not possible"), "tag-error");
  else if (date->verdict == AJ_VERDICT_CONFLICT)
    show_tag (self, _ ("to decide"), "tag-warning");
  else if (date->verdict == AJ_VERDICT_KEPT_AGAINST_ADVICE)
    show_tag (self, _ ("against advice"), "tag-warning");
  else
    /* That a date was moved, and why, stands under it. */
    show_tag (self, NULL, "tag-plain");
}

static void
show_buttons (AjPlannedRow *self, const AjPlannedDate *date, gboolean fixed)
{
  gboolean is_in = date->verdict != AJ_VERDICT_TAKEN_OUT && !fixed;

  gtk_widget_set_visible (self->keep_button,
                          is_in && date->usable && date->verdict == AJ_VERDICT_CONFLICT);
  gtk_widget_set_sensitive (self->earlier_button, is_in);
  gtk_widget_set_sensitive (self->later_button, is_in);
  gtk_widget_set_sensitive (GTK_WIDGET (self->date_button), is_in);
  gtk_widget_set_sensitive (GTK_WIDGET (self->included), !fixed);
}

/* Each button says which date it is about: heard alone, "a week later" would not. */
static void
name_buttons (AjPlannedRow *self, const char *day)
{
  /* Translators: what a button does; a date. */
  g_autofree char *included = g_strdup_printf (_ ("Plan a meeting on %s"), day);
  g_autofree char *earlier = g_strdup_printf (_ ("Move %s a week earlier"), day);
  g_autofree char *later = g_strdup_printf (_ ("Move %s a week later"), day);
  g_autofree char *other = g_strdup_printf (_ ("Pick another day for %s"), day);
  g_autofree char *keep = g_strdup_printf (_ ("Keep %s all the same"), day);

  aj_accessible_set_name (GTK_WIDGET (self->included), included);
  aj_accessible_set_name (self->earlier_button, earlier);
  aj_accessible_set_name (self->later_button, later);
  aj_accessible_set_name (self->keep_button, keep);
  aj_date_button_set_name (self->date_button, other);
}

/* The verdict and its reason are heard where the focus comes: on the row, and on what takes the date out. */
static void
name_row (AjPlannedRow *self, const char *day, const char *reason)
{
  const char *tag = gtk_label_get_label (self->tag);
  const char *parts[4] = { day };
  guint n_parts = 1;
  g_autofree char *name = NULL;
  g_autofree char *verdict = NULL;

  if (*tag != '\0')
    parts[n_parts++] = tag;
  if (*reason != '\0')
    parts[n_parts++] = reason;
  name = g_strjoinv (", ", (char **) parts);
  verdict = g_strjoinv (", ", (char **) parts + 1);

  aj_accessible_set_name (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->included),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, verdict, -1);
}

static char *
describe (const AjPlannedDate *date, const AjCycleStep *step)
{
  g_autofree char *reason = aj_cycle_step_to_text (step, date);
  g_autofree char *old_day = NULL;
  AjWallTime old;

  if (step == NULL || step->meeting == NULL || step->action != AJ_REPLAN_MOVE ||
      !aj_values_get_wall_time (step->meeting, "starts-at", &old) || old.date == date->date)
    return g_steal_pointer (&reason);
  old_day = aj_date_format_day_month (old.date);
  /* Translators: why a date stands where it stands, then the day its meeting was on until now. */
  return g_strdup_printf (_ ("%s · was %s"), reason, old_day);
}

void
aj_planned_row_set_date (AjPlannedRow *self, const AjPlannedDate *date, const AjCycleStep *step)
{
  gboolean fixed = step != NULL && step->fixed;
  AjWallTime start, end;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (AJ_IS_PLANNED_ROW (self));

  self->ordinal = date->ordinal;
  aj_cycle_step_get_times (step, date, &start, &end);
  self->date = start.date != AJ_DATE_NONE ? start.date : date->pattern;
  day = aj_date_format_short (self->date);
  text = describe (date, step);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), day);
  gtk_label_set_label (self->day_label, day);
  gtk_label_set_label (self->reason_label, text);
  self->is_showing = TRUE;
  gtk_check_button_set_active (self->included, date->verdict != AJ_VERDICT_TAKEN_OUT);
  self->is_showing = FALSE;
  aj_date_button_set_date (self->date_button, self->date);
  show_verdict (self, date, step);
  show_buttons (self, date, fixed);
  name_buttons (self, day);
  name_row (self, day, text);
}

const char *
aj_planned_row_get_reason (AjPlannedRow *self)
{
  g_return_val_if_fail (AJ_IS_PLANNED_ROW (self), NULL);

  return gtk_label_get_label (self->reason_label);
}
