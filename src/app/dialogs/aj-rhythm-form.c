/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rhythm-form.h"

#include <glib/gi18n.h>

#include "aj-cycle.h"
#include "aj-date.h"
#include "aj-row-fault.h"

struct _AjRhythmForm
{
  AdwBin parent_instance;

  AjValues *cycle; /* (owned) (nullable) */
  gboolean is_filling;

  /* Template widgets */
  AdwComboRow *nth_row;
  AdwComboRow *weekday_row;
  AdwComboRow *month_row;
  GtkSpinButton *count_spin;
  GtkSpinButton *every_spin;
  AdwEntryRow *start_row;
  GtkLabel *start_fault;
  GtkSpinButton *minutes_spin;
  AdwEntryRow *place_row;
  AdwActionRow *school_row;
  GtkSwitch *school_switch;
  GtkSwitch *clash_switch;
};

G_DEFINE_FINAL_TYPE (AjRhythmForm, aj_rhythm_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the combo row. */
static const int nths[] = { 1, 2, 3, 4, 5, -1 };
static const char *const weekday_codes[] = { "monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday" };

static void
emit_changed (AjRhythmForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
property_changed_cb (GObject *object, GParamSpec *pspec, AjRhythmForm *self)
{
  emit_changed (self);
}

static void
start_changed_cb (AdwEntryRow *row, AjRhythmForm *self)
{
  int minute;
  gboolean is_time = aj_time_of_day_parse (gtk_editable_get_text (GTK_EDITABLE (row)), &minute);

  aj_row_fault_show (row, self->start_fault,
                     is_time ? NULL : _ ("The start is not a time of day. Write it like 9:30."));
  emit_changed (self);
}

static void
entry_changed_cb (AdwEntryRow *row, AjRhythmForm *self)
{
  emit_changed (self);
}

static void
fill_combos (AjRhythmForm *self)
{
  const char *nth_labels[] = { C_ ("nth weekday of the month", "first"),
                               C_ ("nth weekday of the month", "second"),
                               C_ ("nth weekday of the month", "third"),
                               C_ ("nth weekday of the month", "fourth"),
                               C_ ("nth weekday of the month", "fifth"),
                               C_ ("nth weekday of the month", "last"),
                               NULL };
  const char *weekdays[8] = { NULL };
  const char *months[13] = { NULL };
  g_autoptr (GtkStringList) nth_list = gtk_string_list_new (nth_labels);
  g_autoptr (GtkStringList) weekday_list = NULL;
  g_autoptr (GtkStringList) month_list = NULL;

  for (int i = 0; i < 7; i++)
    weekdays[i] = aj_weekday_get_name ((AjWeekday) (i + 1));
  for (int i = 0; i < 12; i++)
    months[i] = aj_month_get_name (i + 1);
  weekday_list = gtk_string_list_new (weekdays);
  month_list = gtk_string_list_new (months);
  adw_combo_row_set_model (self->nth_row, G_LIST_MODEL (nth_list));
  adw_combo_row_set_model (self->weekday_row, G_LIST_MODEL (weekday_list));
  adw_combo_row_set_model (self->month_row, G_LIST_MODEL (month_list));
}

static void
aj_rhythm_form_dispose (GObject *object)
{
  AjRhythmForm *self = AJ_RHYTHM_FORM (object);

  self->is_filling = TRUE;
  g_clear_pointer (&self->cycle, aj_values_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_RHYTHM_FORM);
  G_OBJECT_CLASS (aj_rhythm_form_parent_class)->dispose (object);
}

static void
aj_rhythm_form_class_init (AjRhythmFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_rhythm_form_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_RHYTHM_FORM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-rhythm-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, nth_row);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, weekday_row);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, month_row);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, count_spin);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, every_spin);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, start_row);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, start_fault);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, place_row);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, school_row);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, school_switch);
  gtk_widget_class_bind_template_child (widget_class, AjRhythmForm, clash_switch);
  gtk_widget_class_bind_template_callback (widget_class, property_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
aj_rhythm_form_init (AjRhythmForm *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_combos (self);
  self->is_filling = FALSE;
}

static guint
find_nth (gint64 nth)
{
  for (guint i = 0; i < G_N_ELEMENTS (nths); i++)
    if (nths[i] == nth)
      return i;
  return 0;
}

static guint
find_weekday (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekday_codes); i++)
    if (g_strcmp0 (weekday_codes[i], code) == 0)
      return i;
  return 0;
}

/* What says the same already is left alone, however it is written, and so is what cannot be read yet: somebody may be
 * typing in it. */
static void
show_start (AjRhythmForm *self, const AjValues *cycle)
{
  const char *text = aj_values_get_text (cycle, "start");
  int wanted = aj_values_get_time (cycle, "start");
  int present = -1;

  aj_time_of_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->start_row)), &present);
  if (present != wanted)
    gtk_editable_set_text (GTK_EDITABLE (self->start_row), text != NULL ? text : "");
}

static void
show_place (AjRhythmForm *self, const AjValues *cycle)
{
  const char *place = aj_values_get_text (cycle, "place");

  if (g_strcmp0 (place != NULL ? place : "",
                 gtk_editable_get_text (GTK_EDITABLE (self->place_row))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->place_row), place != NULL ? place : "");
}

void
aj_rhythm_form_set_cycle (AjRhythmForm *self, const AjValues *cycle)
{
  g_return_if_fail (AJ_IS_RHYTHM_FORM (self));

  g_clear_pointer (&self->cycle, aj_values_unref);
  self->cycle = aj_values_copy (cycle);
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->nth_row, find_nth (aj_values_get_integer (cycle, "nth")));
  adw_combo_row_set_selected (self->weekday_row,
                              find_weekday (aj_values_get_text (cycle, "weekday")));
  adw_combo_row_set_selected (self->month_row,
                              (guint) aj_values_get_integer (cycle, "first-month") - 1);
  gtk_spin_button_set_value (self->count_spin, (double) aj_values_get_integer (cycle, "count"));
  gtk_spin_button_set_value (self->every_spin,
                             (double) aj_values_get_integer (cycle, "every-months"));
  show_start (self, cycle);
  gtk_spin_button_set_value (self->minutes_spin, (double) aj_values_get_integer (cycle, "minutes"));
  show_place (self, cycle);
  gtk_switch_set_active (self->school_switch,
                         aj_values_get_boolean (cycle, "avoid-school-holidays"));
  gtk_switch_set_active (self->clash_switch, aj_values_get_boolean (cycle, "avoid-clashes"));
  self->is_filling = FALSE;
  emit_changed (self);
}

AjValues *
aj_rhythm_form_dup_cycle (AjRhythmForm *self)
{
  AjValues *cycle;
  int start = -1;

  g_return_val_if_fail (AJ_IS_RHYTHM_FORM (self), NULL);

  cycle = self->cycle != NULL ? aj_values_copy (self->cycle)
                              : aj_values_new (&aj_cycle_record_type, NULL);
  aj_time_of_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->start_row)), &start);
  aj_values_set_integer (cycle, "nth", nths[adw_combo_row_get_selected (self->nth_row)]);
  aj_values_set_text (cycle, "weekday",
                      weekday_codes[adw_combo_row_get_selected (self->weekday_row)]);
  aj_values_set_integer (cycle, "first-month", adw_combo_row_get_selected (self->month_row) + 1);
  aj_values_set_integer (cycle, "count", gtk_spin_button_get_value_as_int (self->count_spin));
  aj_values_set_integer (cycle, "every-months",
                         gtk_spin_button_get_value_as_int (self->every_spin));
  aj_values_set_time (cycle, "start", start);
  aj_values_set_integer (cycle, "minutes", gtk_spin_button_get_value_as_int (self->minutes_spin));
  aj_values_set_text (cycle, "place", gtk_editable_get_text (GTK_EDITABLE (self->place_row)));
  aj_values_set_boolean (cycle, "avoid-school-holidays",
                         gtk_switch_get_active (self->school_switch));
  aj_values_set_boolean (cycle, "avoid-clashes", gtk_switch_get_active (self->clash_switch));
  return cycle;
}

void
aj_rhythm_form_set_regions (AjRhythmForm *self, AjSchoolRegion regions)
{
  g_autofree char *names = aj_school_region_get_names (regions);
  g_autofree char *text = NULL;

  g_return_if_fail (AJ_IS_RHYTHM_FORM (self));

  /* Translators: names of school holiday regions, as in "Noord, Midden". */
  text = regions != AJ_SCHOOL_REGION_NONE
             ? g_strdup_printf (_ ("Regions of the members: %s"), names)
             : g_strdup (_ ("No regions are known for this group"));
  adw_action_row_set_subtitle (self->school_row, text);
}
