/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-waiting.h"

/* Nobody notices less. */
#define DELAY_MS 300

struct _AjWaiting
{
  AdwBin parent_instance;

  guint show_id;

  /* Template widgets */
  GtkWidget *box;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (AjWaiting, aj_waiting, ADW_TYPE_BIN)

/* A spinner that nobody sees still asks for frames. */
static void
show_box (AjWaiting *self, gboolean shown)
{
  g_clear_handle_id (&self->show_id, g_source_remove);
  gtk_widget_set_visible (self->box, shown);
  gtk_spinner_set_spinning (self->spinner, shown);
}

static gboolean
show_cb (gpointer user_data)
{
  AjWaiting *self = user_data;

  self->show_id = 0;
  show_box (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
aj_waiting_map (GtkWidget *widget)
{
  AjWaiting *self = AJ_WAITING (widget);

  GTK_WIDGET_CLASS (aj_waiting_parent_class)->map (widget);
  if (self->show_id == 0)
    self->show_id = g_timeout_add (DELAY_MS, show_cb, self);
}

static void
aj_waiting_unmap (GtkWidget *widget)
{
  show_box (AJ_WAITING (widget), FALSE);
  GTK_WIDGET_CLASS (aj_waiting_parent_class)->unmap (widget);
}

static void
aj_waiting_dispose (GObject *object)
{
  AjWaiting *self = AJ_WAITING (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  G_OBJECT_CLASS (aj_waiting_parent_class)->dispose (object);
}

static void
aj_waiting_class_init (AjWaitingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_waiting_dispose;
  widget_class->map = aj_waiting_map;
  widget_class->unmap = aj_waiting_unmap;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-waiting.ui");
  gtk_widget_class_bind_template_child (widget_class, AjWaiting, box);
  gtk_widget_class_bind_template_child (widget_class, AjWaiting, spinner);
}

static void
aj_waiting_init (AjWaiting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
