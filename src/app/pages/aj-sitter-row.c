/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-sitter-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-field-row.h"
#include "aj-holder-button.h"
#include "aj-membership.h"
#include "aj-seat-job.h"
#include "aj-seat-picker.h"
#include "aj-wrap-box.h"

struct _AjSitterRow
{
  AdwExpanderRow parent_instance;

  AjServices *services;      /* (owned) */
  AjRecord *record;          /* (owned): the membership */
  AjGroupBook *book;         /* (owned) (nullable): of the sitter */
  AjSitter sitter;           /* borrows from the book */
  AjDate date;               /* that is shown */
  GtkWidget *icon;           /* (unowned): a prefix */
  GtkWidget *hand_over;      /* (unowned) (nullable): once opened */
  GtkWidget *end_button;     /* (unowned) (nullable): likewise */
  AjSeatPicker *seat_picker; /* (unowned) (nullable): likewise */
};

G_DEFINE_FINAL_TYPE (AjSitterRow, aj_sitter_row, ADW_TYPE_EXPANDER_ROW)

static AjStore *
get_store (AjSitterRow *self)
{
  return aj_services_get_store (self->services);
}

static void
open_clicked_cb (AjSitterRow *self)
{
  const AjValues *who = self->sitter.person != NULL ? self->sitter.person
                                                    : self->sitter.organisation;

  if (who != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)",
                                aj_values_get_record_type (who)->name, aj_values_get_id (who));
}

/* The row may go with what is done, so its list is what speaks. */
static void
commit (AjSitterRow *self, AjEdit *edit)
{
  aj_feedback_commit (gtk_widget_get_parent (GTK_WIDGET (self)), edit, AJ_COMMIT_OFFER_UNDO, NULL,
                      NULL);
}

static void
end_clicked_cb (AjSitterRow *self)
{
  g_autoptr (AjEdit) edit = aj_seat_job_end (get_store (self), &self->sitter, self->date);

  commit (self, edit);
}

static void
remove_clicked_cb (AjSitterRow *self)
{
  g_autofree char *label =
      /* Translators: who gave up a seat, or the group it was in. */
      g_strdup_printf (_ ("Remove membership of %s"), aj_sitter_get_name (&self->sitter));
  g_autoptr (AjEdit) edit = aj_edit_new (get_store (self), label);

  aj_edit_remove (edit, &aj_membership_record_type, aj_record_get_id (self->record));
  commit (self, edit);
}

static void
successor_chosen_cb (AjSitterRow *self, const char *field, const char *id, const char *name)
{
  g_autoptr (AjEdit) edit = aj_seat_job_hand_over (get_store (self), &self->sitter, field, id, name,
                                                   self->date);

  commit (self, edit);
}

static void
seat_picked_cb (AjSitterRow *self, const char *seat)
{
  g_autofree char *label =
      /* Translators: who is given another seat in the group. */
      g_strdup_printf (_ ("Change the seat of %s"), aj_sitter_get_name (&self->sitter));
  g_autoptr (AjEdit) edit = aj_edit_new (get_store (self), label);

  aj_values_set_text (aj_edit_change_values (edit, self->sitter.membership), "seat", seat);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static GtkWidget *
make_button (AjSitterRow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_pair (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

/* What changes who sits there, and what leads elsewhere or takes away, on one line or on two. */
static GtkWidget *
make_button_row (AjSitterRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = g_object_new (AJ_TYPE_WRAP_BOX, NULL);
  GtkWidget *changes, *others;
  GtkWidget *remove = make_button (self, _ ("Remove"), G_CALLBACK (remove_clicked_cb));
  gboolean writable = !aj_store_is_read_only (get_store (self));

  self->hand_over = aj_holder_button_new (self->services, NULL, _ ("Hand Over…"));
  g_signal_connect_object (self->hand_over, "chosen", G_CALLBACK (successor_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  self->end_button = make_button (self, _ ("Leaves Today"), G_CALLBACK (end_clicked_cb));
  gtk_widget_add_css_class (remove, "destructive-action");
  gtk_widget_set_sensitive (self->end_button, writable);
  gtk_widget_set_sensitive (remove, writable);
  changes = make_pair (self->hand_over, self->end_button);
  others = make_pair (make_button (self, _ ("Open"), G_CALLBACK (open_clicked_cb)), remove);
  gtk_widget_set_halign (others, GTK_ALIGN_END);
  gtk_widget_set_parent (changes, box);
  gtk_widget_set_parent (others, box);
  gtk_widget_add_css_class (box, "record-buttons");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
update_buttons (AjSitterRow *self)
{
  gboolean is_today = self->date == aj_services_get_today (self->services);
  g_autofree char *day = aj_date_format_day_month (self->date);
  g_autofree char *label = NULL;
  AjDate last = self->sitter.days.last;
  gboolean has_left = last != AJ_DATE_NONE && last < self->date;

  if (self->end_button == NULL)
    return;
  if (!is_today)
    /* Translators: a button; the last day of somebody in a group. */
    label = g_strdup_printf (_ ("Leaves on %s"), day);
  gtk_button_set_label (GTK_BUTTON (self->end_button), is_today ? _ ("Leaves Today") : label);
  /* Only who is there can leave, and only what is not over can be handed over. */
  gtk_widget_set_visible (self->end_button,
                          !has_left && last != self->date && self->sitter.days.first <= self->date);
  gtk_widget_set_visible (self->hand_over, !has_left);
  aj_seat_picker_show (self->seat_picker, self->book, &self->sitter, self->date);
}

static void
add_field (AjSitterRow *self, const char *field, const char *title)
{
  GtkWidget *row = aj_field_row_new (&aj_membership_record_type, field);

  if (title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  aj_field_row_set_services (AJ_FIELD_ROW (row), self->services);
  aj_field_row_set_record (AJ_FIELD_ROW (row), self->record);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* A group has many members of which few are opened, so the rows are made at the first opening. */
static void
expanded_cb (AjSitterRow *self)
{
  if (self->end_button != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->seat_picker = AJ_SEAT_PICKER (aj_seat_picker_new ());
  g_signal_connect_object (self->seat_picker, "picked", G_CALLBACK (seat_picked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->seat_picker),
                            !aj_store_is_read_only (get_store (self)));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->seat_picker));
  add_field (self, "role", NULL);
  add_field (self, "from", NULL);
  add_field (self, "until", NULL);
  /* Of an organisation that sits there itself, it says which; a person brings their own. */
  if (self->sitter.person != NULL)
    /* Translators: for whom somebody sits in a group, when that is not the organisation they are of. */
    add_field (self, "organisation", _ ("For another organisation"));
  add_field (self, "notes", NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_button_row (self));
  update_buttons (self);
}

static void
aj_sitter_row_dispose (GObject *object)
{
  AjSitterRow *self = AJ_SITTER_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->services);
  g_clear_pointer (&self->book, aj_group_book_unref);
  G_OBJECT_CLASS (aj_sitter_row_parent_class)->dispose (object);
}

static void
aj_sitter_row_class_init (AjSitterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_sitter_row_dispose;
}

static void
aj_sitter_row_init (AjSitterRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->icon = gtk_image_new ();
  gtk_widget_add_css_class (self->icon, "dim-label");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
aj_sitter_row_new (AjServices *services, const char *membership_id)
{
  AjSitterRow *self = g_object_new (AJ_TYPE_SITTER_ROW, NULL);

  self->services = g_object_ref (services);
  self->record = aj_store_ref_record (get_store (self), &aj_membership_record_type, membership_id);
  return GTK_WIDGET (self);
}

void
aj_sitter_row_show (AjSitterRow *self, AjGroupBook *book, const AjSitter *sitter, AjDate date)
{
  g_autofree char *text = aj_sitter_describe (book, sitter, FALSE);
  const char *name = aj_sitter_get_name (sitter);
  AjGroupBook *old = self->book;

  self->book = aj_group_book_ref (book);
  self->sitter = *sitter;
  self->date = date;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), sitter->person != NULL
                                                            ? "avatar-default-symbolic"
                                                            : "aj-organisation-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  aj_accessible_set_name (GTK_WIDGET (self), name);
  aj_accessible_name_lists (GTK_WIDGET (self), name);
  update_buttons (self);
  g_clear_pointer (&old, aj_group_book_unref);
}
