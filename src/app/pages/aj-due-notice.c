/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-due-notice.h"

#include <glib/gi18n-lib.h>

#include "aj-due-people.h"
#include "aj-wrap-box.h"

struct _AjDueNotice
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkLabel *label;

  AjServices *services;      /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the counting, while it goes on */
  gboolean is_wanted;
  gboolean is_outdated; /* since it was counted last, or while it is */
};

G_DEFINE_FINAL_TYPE (AjDueNotice, aj_due_notice, GTK_TYPE_WIDGET)

static void count (AjDueNotice *self);

static int
get_months (AjDueNotice *self)
{
  return aj_network_settings_get_retention_months (aj_services_get_network (self->services));
}

static void
show_count (AjDueNotice *self, guint n)
{
  g_autofree char *term = aj_retention_describe_term (get_months (self));
  g_autofree char *text = g_strdup_printf (
      /* Translators: a number, and how long, as "2 years". */
      ngettext ("%u person had no part in the network for %s",
                "%u people had no part in the network for %s", n),
      n, term);

  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* What went wrong is said where the list is opened: here it would only be in the way. */
static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjDueNotice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = aj_due_people_list_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  show_count (self, due != NULL ? due->len : 0);
  count (self);
}

static void
count (AjDueNotice *self)
{
  /* Once the term is known, it is counted again. */
  if (!self->is_wanted || !self->is_outdated || self->cancellable != NULL ||
      !aj_network_settings_is_known (aj_services_get_network (self->services)))
    return;
  self->is_outdated = FALSE;
  self->cancellable = g_cancellable_new ();
  aj_due_people_list_async (aj_services_get_store (self->services), get_months (self),
                            self->cancellable, counted_cb, g_object_ref (self));
}

static void
recount (AjDueNotice *self)
{
  self->is_outdated = TRUE;
  count (self);
}

static void
changed_cb (AjDueNotice *self, AjChanges *changes)
{
  if (aj_due_people_are_concerned (changes))
    recount (self);
}

static void
stop_counting (AjDueNotice *self)
{
  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_outdated = TRUE;
}

static void
aj_due_notice_dispose (GObject *object)
{
  AjDueNotice *self = AJ_DUE_NOTICE (object);

  stop_counting (self);
  g_clear_object (&self->services);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_due_notice_parent_class)->dispose (object);
}

static void
aj_due_notice_class_init (AjDueNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AJ_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = aj_due_notice_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-due-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, AjDueNotice, box);
  gtk_widget_class_bind_template_child (widget_class, AjDueNotice, label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aj_due_notice_init (AjDueNotice *self)
{
  self->is_outdated = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
aj_due_notice_set_services (AjDueNotice *self, AjServices *services)
{
  if (!g_set_object (&self->services, services))
    return;
  g_signal_connect_object (aj_services_get_store (services), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (aj_services_get_network (services), "changed", G_CALLBACK (recount),
                           self, G_CONNECT_SWAPPED);
}

void
aj_due_notice_set_wanted (AjDueNotice *self, gboolean wanted)
{
  if (self->is_wanted == wanted)
    return;
  self->is_wanted = wanted;
  if (!wanted)
    {
      stop_counting (self);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      /* The day may be another one when it is wanted again. */
      self->is_outdated = TRUE;
    }
  count (self);
}
