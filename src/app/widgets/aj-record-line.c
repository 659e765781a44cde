/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-line.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-record-summary.h"

struct _AjRecordLine
{
  GtkWidget parent_instance;

  /* Template */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkImage *mark;

  AjRecordSummary *summary; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (AjRecordLine, aj_record_line, GTK_TYPE_WIDGET)

/* The row around it is what takes the cursor, and what a screen reader reads. */
static void
name_row (AjRecordLine *self, const char *title, const char *subtitle)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (row == NULL)
    return;
  /* Translators: a record in a list as a screen reader says it: its name, and what tells it from others. */
  name = *subtitle != '\0' ? g_strdup_printf (_ ("%s, %s"), title, subtitle) : g_strdup (title);
  aj_accessible_set_name (row, name);
}

static void
update (AjRecordLine *self)
{
  const char *title = "";
  const char *subtitle = "";
  const char *mark;

  if (self->summary != NULL)
    {
      title = aj_record_summary_get_title (self->summary);
      subtitle = aj_record_summary_get_subtitle (self->summary);
    }
  mark = self->summary != NULL ? aj_record_summary_get_mark (self->summary) : NULL;
  gtk_image_set_from_icon_name (self->mark, mark);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), mark != NULL);
  /* That it is over, or that they are forgotten, is said by the words as well. */
  if (self->summary != NULL &&
      (aj_record_summary_is_over (self->summary) || aj_record_summary_is_forgotten (self->summary)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  /* A record that is still to come keeps the room it will most likely take, so that lists do not jump. */
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0' || *title == '\0');
  name_row (self, title, subtitle);
}

static void
aj_record_line_dispose (GObject *object)
{
  AjRecordLine *self = AJ_RECORD_LINE (object);
  GtkWidget *child;

  if (self->summary != NULL)
    g_signal_handlers_disconnect_by_func (self->summary, update, self);
  g_clear_object (&self->summary);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (aj_record_line_parent_class)->dispose (object);
}

static void
aj_record_line_class_init (AjRecordLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_record_line_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-record-line.ui");
  gtk_widget_class_bind_template_child (widget_class, AjRecordLine, title);
  gtk_widget_class_bind_template_child (widget_class, AjRecordLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AjRecordLine, mark);
  gtk_widget_class_set_css_name (widget_class, "record-line");
}

static void
aj_record_line_init (AjRecordLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aj_record_line_new (void)
{
  return g_object_new (AJ_TYPE_RECORD_LINE, NULL);
}

void
aj_record_line_set_record (AjRecordLine *self, AjStore *store, AjRecord *record)
{
  if (self->summary != NULL)
    g_signal_handlers_disconnect_by_func (self->summary, update, self);
  g_clear_object (&self->summary);
  if (record != NULL)
    {
      self->summary = aj_record_summary_new (store, record);
      g_signal_connect_swapped (self->summary, "notify", G_CALLBACK (update), self);
    }
  update (self);
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, aj_record_line_new ());
}

static void
item_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AjStore *store)
{
  aj_record_line_set_record (AJ_RECORD_LINE (gtk_list_item_get_child (item)), store,
                             gtk_list_item_get_item (item));
}

static void
item_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AjStore *store)
{
  aj_record_line_set_record (AJ_RECORD_LINE (gtk_list_item_get_child (item)), store, NULL);
}

GtkListItemFactory *
aj_record_line_factory_new (AjStore *store)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (item_set_up_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (item_bound_cb), store, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (item_unbound_cb), store, 0);
  return factory;
}
