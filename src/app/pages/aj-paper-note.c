/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-paper-note.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-minutes-job.h"
#include "aj-paper-opener.h"

struct _AjPaperNote
{
  GtkBox parent_instance;

  AjServices *services; /* (owned) */
  AjRecord *record;     /* (owned) */

  GtkLabel *label;        /* (unowned): a child */
  GtkWidget *open_button; /* (unowned): a child */
  GtkButton *add_button;  /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (AjPaperNote, aj_paper_note, GTK_TYPE_BOX)

static void
update (AjPaperNote *self)
{
  const AjValues *values = aj_record_get_values (self->record);
  const char *file = aj_record_get_text (self->record, "file");
  const char *link = aj_record_get_text (self->record, "link");

  gtk_widget_set_visible (GTK_WIDGET (self), values != NULL);
  if (values == NULL)
    return;
  gtk_label_set_label (self->label, file != NULL   ? file
                                    : link != NULL ? link
                                                   : _ ("Nothing to read yet: give a link, or add "
                                                        "a file."));
  gtk_widget_set_visible (self->open_button, aj_paper_opener_can_open (values));
  gtk_button_set_label (self->add_button, file != NULL ? _ ("Another File…") : _ ("Add a File…"));
}

static void
open_clicked_cb (AjPaperNote *self)
{
  const AjValues *values = aj_record_get_values (self->record);

  if (values != NULL)
    aj_paper_opener_open (GTK_WIDGET (self), self->services, values);
}

static void
file_added_cb (const char *file, const char *title, gpointer user_data)
{
  g_autoptr (AjPaperNote) self = user_data;
  const AjValues *values = self->record != NULL ? aj_record_get_values (self->record) : NULL;
  g_autoptr (AjEdit) edit = NULL;

  if (file == NULL || values == NULL)
    return;
  edit = aj_minutes_job_set_file (aj_services_get_store (self->services), values, file);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
add_clicked_cb (AjPaperNote *self)
{
  aj_paper_opener_choose (GTK_WIDGET (self), self->services, file_added_cb, g_object_ref (self));
}

static void
aj_paper_note_dispose (GObject *object)
{
  AjPaperNote *self = AJ_PAPER_NOTE (object);

  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_paper_note_parent_class)->dispose (object);
}

static void
aj_paper_note_class_init (AjPaperNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_paper_note_dispose;
}

static void
add_buttons (AjPaperNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new ();

  self->open_button = gtk_button_new_with_label (_ ("Open"));
  self->add_button = GTK_BUTTON (add);
  g_signal_connect_object (self->open_button, "clicked", G_CALLBACK (open_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->open_button);
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (self), box);
}

static void
aj_paper_note_init (AjPaperNote *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_box_append (GTK_BOX (self), label);
  add_buttons (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper-note");
}

GtkWidget *
aj_paper_note_new (AjServices *services, AjRecord *paper)
{
  AjPaperNote *self = g_object_new (AJ_TYPE_PAPER_NOTE, NULL);

  self->services = g_object_ref (services);
  self->record = g_object_ref (paper);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            !aj_store_is_read_only (aj_services_get_store (services)));
  g_signal_connect_object (paper, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
