/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-date-picker.h"

#include <glib/gi18n-lib.h>

#define WEEKS 6
#define DAYS  7

struct _AjDatePicker
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkLabel *month_label;
  GtkGrid *grid;

  GtkWidget *days[WEEKS * DAYS]; /* (unowned): in the grid */
  GtkLabel *weeks[WEEKS];        /* (unowned): in the grid */

  AjDate date;
  AjDate today;
  AjDate cursor; /* the day the keyboard is at; its month is shown */
};

G_DEFINE_FINAL_TYPE (AjDatePicker, aj_date_picker, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The Monday of the week in which the month begins. */
static AjDate
get_first_shown (AjDatePicker *self)
{
  AjDate first = aj_date_new (aj_date_get_year (self->cursor), aj_date_get_month (self->cursor), 1);

  return first - (AjDate) (aj_date_get_weekday (first) - AJ_WEEKDAY_MONDAY);
}

static void
toggle_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_day (AjDatePicker *self, GtkWidget *button, AjDate date)
{
  g_autofree char *number = g_strdup_printf ("%d", aj_date_get_day (date));
  g_autofree char *name = aj_date_format_long (date);

  gtk_button_set_label (GTK_BUTTON (button), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED,
                               date == self->date, -1);
  toggle_class (button, "other-month",
                aj_date_get_month (date) != aj_date_get_month (self->cursor));
  toggle_class (button, "today", date == self->today);
  toggle_class (button, "picked", date == self->date);
  /* Tab passes the month as one stop; the arrows move within it. */
  gtk_widget_set_focusable (button, date == self->cursor);
}

static void
show_month (AjDatePicker *self)
{
  AjDate first = get_first_shown (self);
  g_autofree char *title =
      /* Translators: a month and a year, "March 2026". */
      g_strdup_printf (_ ("%s %d"), aj_month_get_name (aj_date_get_month (self->cursor)),
                       aj_date_get_year (self->cursor));

  gtk_label_set_text (self->month_label, title);
  for (int i = 0; i < WEEKS * DAYS; i++)
    show_day (self, self->days[i], first + i);
  for (int i = 0; i < WEEKS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", aj_date_get_week (first + DAYS * i, NULL));
      gtk_label_set_text (self->weeks[i], number);
    }
}

static void
move_cursor (AjDatePicker *self, AjDate date)
{
  /* The whole grid must lie within the calendar. */
  if (date == AJ_DATE_NONE || aj_date_get_year (date) <= AJ_DATE_MIN_YEAR ||
      aj_date_get_year (date) >= AJ_DATE_MAX_YEAR)
    return;
  self->cursor = date;
  show_month (self);
}

static void
pick (AjDatePicker *self, AjDate date)
{
  self->date = date;
  move_cursor (self, date);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
day_clicked_cb (GtkButton *button, AjDatePicker *self)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "index"));

  pick (self, get_first_shown (self) + index);
}

static void
previous_clicked_cb (AjDatePicker *self)
{
  move_cursor (self, aj_date_add_months (self->cursor, -1));
}

static void
next_clicked_cb (AjDatePicker *self)
{
  move_cursor (self, aj_date_add_months (self->cursor, 1));
}

static void
today_clicked_cb (AjDatePicker *self)
{
  pick (self, self->today);
}

static AjDate
get_destination (AjDatePicker *self, guint keyval)
{
  int weekday = (int) aj_date_get_weekday (self->cursor);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return self->cursor + (mirrored ? 1 : -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return self->cursor + (mirrored ? -1 : 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return self->cursor - DAYS;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return self->cursor + DAYS;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return aj_date_add_months (self->cursor, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return aj_date_add_months (self->cursor, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return self->cursor - (weekday - AJ_WEEKDAY_MONDAY);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return self->cursor + (AJ_WEEKDAY_SUNDAY - weekday);
    default:
      return AJ_DATE_NONE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                AjDatePicker *self)
{
  AjDate date = get_destination (self, keyval);

  if (date == AJ_DATE_NONE)
    return FALSE;
  move_cursor (self, date);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
aj_date_picker_grab_focus (GtkWidget *widget)
{
  AjDatePicker *self = AJ_DATE_PICKER (widget);

  return gtk_widget_grab_focus (self->days[self->cursor - get_first_shown (self)]);
}

static void
add_heading (AjDatePicker *self, int day)
{
  AjWeekday weekday = (AjWeekday) (AJ_WEEKDAY_MONDAY + day);
  GtkWidget *label = gtk_label_new (aj_weekday_get_short_name (weekday));

  gtk_widget_add_css_class (label, "heading-day");
  gtk_grid_attach (self->grid, label, day + 1, 0, 1, 1);
}

static void
add_day (AjDatePicker *self, int index)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "day");
  g_object_set_data (G_OBJECT (button), "index", GINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (day_clicked_cb), self);
  gtk_grid_attach (self->grid, button, index % DAYS + 1, index / DAYS + 1, 1, 1);
  self->days[index] = button;
}

static void
fill_grid (AjDatePicker *self)
{
  for (int day = 0; day < DAYS; day++)
    add_heading (self, day);
  for (int week = 0; week < WEEKS; week++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_widget_add_css_class (label, "week-number");
      gtk_widget_set_tooltip_text (label, _ ("Week number"));
      gtk_grid_attach (self->grid, label, 0, week + 1, 1, 1);
      self->weeks[week] = GTK_LABEL (label);
    }
  for (int index = 0; index < WEEKS * DAYS; index++)
    add_day (self, index);
}

static void
aj_date_picker_dispose (GObject *object)
{
  g_clear_pointer (&AJ_DATE_PICKER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_date_picker_parent_class)->dispose (object);
}

static void
aj_date_picker_class_init (AjDatePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_date_picker_dispose;
  widget_class->grab_focus = aj_date_picker_grab_focus;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-date-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AjDatePicker, box);
  gtk_widget_class_bind_template_child (widget_class, AjDatePicker, month_label);
  gtk_widget_class_bind_template_child (widget_class, AjDatePicker, grid);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "date-picker");
}

static void
aj_date_picker_init (AjDatePicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->date = AJ_DATE_NONE;
  fill_grid (self);
  /* Before the grid's own arrow keys, which stop at its edges. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
}

AjDatePicker *
aj_date_picker_new (void)
{
  return g_object_new (AJ_TYPE_DATE_PICKER, NULL);
}

AjDate
aj_date_picker_get_date (AjDatePicker *self)
{
  return self->date;
}

void
aj_date_picker_set_dates (AjDatePicker *self, AjDate date, AjDate today)
{
  self->date = date;
  self->today = today;
  self->cursor = today;
  move_cursor (self, date != AJ_DATE_NONE ? date : today);
  show_month (self);
}
