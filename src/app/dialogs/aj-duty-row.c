/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duty-row.h"

#include "aj-wrap-box.h"

struct _AjDutyRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *day_label;
  GtkLabel *note_label;
  GtkBox *places;

  AjDutyButton *buttons[AJ_N_DUTIES]; /* (borrowed): inside */
};

G_DEFINE_FINAL_TYPE (AjDutyRow, aj_duty_row, GTK_TYPE_LIST_BOX_ROW)

static void
aj_duty_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AJ_TYPE_DUTY_ROW);
  G_OBJECT_CLASS (aj_duty_row_parent_class)->dispose (object);
}

static void
aj_duty_row_class_init (AjDutyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_duty_row_dispose;
  g_type_ensure (AJ_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-duty-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AjDutyRow, day_label);
  gtk_widget_class_bind_template_child (widget_class, AjDutyRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, AjDutyRow, places);
}

static void
aj_duty_row_init (AjDutyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
    {
      GtkWidget *button = aj_duty_button_new (duty);

      gtk_box_append (self->places, button);
      self->buttons[duty] = AJ_DUTY_BUTTON (button);
    }
}

GtkWidget *
aj_duty_row_new (GtkSizeGroup *widths)
{
  AjDutyRow *self = g_object_new (AJ_TYPE_DUTY_ROW, NULL);

  gtk_size_group_add_widget (widths, GTK_WIDGET (self->places));
  return GTK_WIDGET (self);
}

void
aj_duty_row_show (AjDutyRow *self, AjDutyRoster *roster, const AjDutyLine *line, gboolean writable)
{
  const char *theme = aj_values_get_text (line->meeting, "theme");
  const char *gap = aj_duty_line_describe_gap (line, AJ_DUTY_CHAIR);
  g_autofree char *day = aj_date_format_short (line->date);

  g_return_if_fail (AJ_IS_DUTY_ROW (self));

  if (gap == NULL)
    gap = aj_duty_line_describe_gap (line, AJ_DUTY_HOST);
  gtk_label_set_text (self->day_label, day);
  gtk_label_set_text (self->note_label, gap != NULL ? gap : theme != NULL ? theme : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), gap != NULL || theme != NULL);
  for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
    aj_duty_button_show (self->buttons[duty], roster, line, writable);
}

AjDutyButton *
aj_duty_row_get_button (AjDutyRow *self, AjDuty duty)
{
  return self->buttons[duty];
}
