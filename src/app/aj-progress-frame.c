/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-progress-frame.h"

#include <glib/gi18n.h>

#define SHOW_AFTER_MS 500
#define PULSE_MS      120

struct _AjProgressFrame
{
  GtkWidget parent_instance;

  GtkWidget *child;          /* (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  guint show_id;
  guint pulse_id;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkLabel *count_label;
  GtkProgressBar *bar;
  GtkWidget *cancel_button;
};

static void aj_progress_frame_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AjProgressFrame,
                               aj_progress_frame,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      aj_progress_frame_buildable_init))

static GtkBuildableIface *parent_buildable_iface;

/* The first widget that is not the template's own goes above the bar. */
static void
aj_progress_frame_add_child (GtkBuildable *buildable,
                             GtkBuilder *builder,
                             GObject *child,
                             const char *type)
{
  AjProgressFrame *self = AJ_PROGRESS_FRAME (buildable);

  if (self->revealer == NULL || !GTK_IS_WIDGET (child))
    {
      parent_buildable_iface->add_child (buildable, builder, child, type);
      return;
    }
  self->child = GTK_WIDGET (child);
  gtk_widget_insert_before (self->child, GTK_WIDGET (self), GTK_WIDGET (self->revealer));
}

static void
aj_progress_frame_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = aj_progress_frame_add_child;
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjProgressFrame *self = AJ_PROGRESS_FRAME (widget);

  g_cancellable_cancel (self->cancellable);
}

static void
aj_progress_frame_dispose (GObject *object)
{
  AjProgressFrame *self = AJ_PROGRESS_FRAME (object);

  aj_progress_frame_end (self);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_PROGRESS_FRAME);
  G_OBJECT_CLASS (aj_progress_frame_parent_class)->dispose (object);
}

static void
aj_progress_frame_class_init (AjProgressFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_progress_frame_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/aj-progress-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, AjProgressFrame, revealer);
  gtk_widget_class_bind_template_child (widget_class, AjProgressFrame, label);
  gtk_widget_class_bind_template_child (widget_class, AjProgressFrame, count_label);
  gtk_widget_class_bind_template_child (widget_class, AjProgressFrame, bar);
  gtk_widget_class_bind_template_child (widget_class, AjProgressFrame, cancel_button);
  gtk_widget_class_install_action (widget_class, "progress.cancel", NULL, cancel);
}

static void
aj_progress_frame_init (AjProgressFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (AJ_PROGRESS_FRAME (user_data)->bar);
  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer user_data)
{
  AjProgressFrame *self = user_data;

  self->show_id = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_REMOVE;
}

AjProgressFrame *
aj_progress_frame_find (GtkWidget *widget)
{
  GtkWidget *frame = gtk_widget_get_ancestor (widget, AJ_TYPE_PROGRESS_FRAME);

  return frame != NULL ? AJ_PROGRESS_FRAME (frame) : NULL;
}

void
aj_progress_frame_begin (AjProgressFrame *self, const char *label, GCancellable *cancellable)
{
  g_return_if_fail (AJ_IS_PROGRESS_FRAME (self));

  aj_progress_frame_end (self);
  g_set_object (&self->cancellable, cancellable);
  gtk_label_set_label (self->label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), FALSE);
  gtk_widget_set_visible (self->cancel_button, cancellable != NULL);
  self->show_id = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
  self->pulse_id = g_timeout_add (PULSE_MS, pulse_cb, self);
}

void
aj_progress_frame_set_fraction (AjProgressFrame *self, double fraction)
{
  g_return_if_fail (AJ_IS_PROGRESS_FRAME (self));

  if (fraction < 0)
    return;
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0.0, 1.0));
}

void
aj_progress_frame_set_count (AjProgressFrame *self, guint n_done, guint n_all)
{
  /* Translators: how many are done, and how many there are. */
  g_autofree char *count = g_strdup_printf (_ ("%1$u of %2$u"), n_done, n_all);

  g_return_if_fail (AJ_IS_PROGRESS_FRAME (self));

  aj_progress_frame_set_fraction (self, n_all > 0 ? (double) n_done / n_all : -1);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), n_all > 1);
}

void
aj_progress_frame_end (AjProgressFrame *self)
{
  g_return_if_fail (AJ_IS_PROGRESS_FRAME (self));

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  g_clear_object (&self->cancellable);
  if (self->revealer == NULL)
    return;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  /* A bar that was pulsed asks for frame after frame, also when nobody sees it, until it is told where it stands. */
  gtk_progress_bar_set_fraction (self->bar, 0);
}
