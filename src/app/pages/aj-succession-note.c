/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-succession-note.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-person.h"
#include "aj-succession.h"

struct _AjSuccessionNote
{
  GtkBox parent_instance;

  GtkLabel *label;   /* (unowned): a child */
  GtkButton *button; /* (unowned): a child */

  AjServices *services;      /* (owned) */
  AjRecord *record;          /* (owned): the person */
  GCancellable *cancellable; /* (owned): of the reading */
  AjSuccession *succession;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (AjSuccessionNote, aj_succession_note, GTK_TYPE_BOX)

static void
show_succession (AjSuccessionNote *self)
{
  const AjValues *successor = aj_succession_get_successor (self->succession);
  g_autofree char *what = aj_succession_describe (self->succession);
  g_autofree char *day = aj_date_format_plain (aj_record_get_date (self->record, "left-on"));
  /* Translators: somebody's last day; what is still in their name after it, such as the names of groups. */
  g_autofree char *text = g_strdup_printf (_ ("After %s still in this name: %s."), day, what);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), !aj_succession_is_empty (self->succession));
  if (successor == NULL)
    return;
  /* Translators: the name of who comes after somebody. */
  label = g_strdup_printf (_ ("Hand Over to %s"), aj_values_get_text (successor, "name"));
  gtk_label_set_text (self->label, text);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (self->button)), label);
  aj_accessible_set_name (GTK_WIDGET (self->button), label);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjSuccessionNote) self = user_data;
  g_autoptr (GError) error = NULL;
  AjSuccession *succession = aj_succession_load_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->succession, aj_succession_free);
  self->succession = succession;
  /* Without the answer nothing is offered; what is wrong with the file is told by what shows the record itself. */
  if (succession == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    show_succession (self);
}

static void
read_again (AjSuccessionNote *self)
{
  const AjValues *values = aj_record_get_values (self->record);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (values == NULL || aj_values_is_empty (values, "left-on") ||
      aj_values_is_empty (values, "successor") || aj_record_is_removed (self->record))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    aj_succession_load_async (aj_services_get_store (self->services), values, self->cancellable,
                              read_cb, g_object_ref (self));
}

/* A seat more or less, of either of them. */
static void
store_changed_cb (AjSuccessionNote *self, AjChanges *changes)
{
  read_again (self);
}

static void
record_changed_cb (AjSuccessionNote *self, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "loaded"))
    read_again (self);
}

static void
clicked_cb (AjSuccessionNote *self)
{
  g_autoptr (AjEdit) edit = NULL;

  if (self->succession == NULL || aj_succession_is_empty (self->succession))
    return;
  edit = aj_succession_prepare (self->succession, aj_services_get_store (self->services));
  aj_feedback_commit (gtk_widget_get_parent (GTK_WIDGET (self)), edit, AJ_COMMIT_OFFER_UNDO, NULL,
                      NULL);
}

static void
aj_succession_note_dispose (GObject *object)
{
  AjSuccessionNote *self = AJ_SUCCESSION_NOTE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->succession, aj_succession_free);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_succession_note_parent_class)->dispose (object);
}

static void
aj_succession_note_finalize (GObject *object)
{
  g_object_unref (AJ_SUCCESSION_NOTE (object)->cancellable);
  G_OBJECT_CLASS (aj_succession_note_parent_class)->finalize (object);
}

static void
aj_succession_note_class_init (AjSuccessionNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_succession_note_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_succession_note_finalize;
}

static void
aj_succession_note_init (AjSuccessionNote *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *inside = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new ();

  self->cancellable = g_cancellable_new ();
  self->label = GTK_LABEL (label);
  self->button = GTK_BUTTON (button);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (inside), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (self->button, inside);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), button);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "notice");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
aj_succession_note_new (AjServices *services, AjRecord *person)
{
  AjSuccessionNote *self = g_object_new (AJ_TYPE_SUCCESSION_NOTE, NULL);
  AjStore *store = aj_services_get_store (services);

  self->services = g_object_ref (services);
  self->record = g_object_ref (person);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !aj_store_is_read_only (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "notify", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_again (self);
  return GTK_WIDGET (self);
}
