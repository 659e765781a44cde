/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-membership-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-field-row.h"

struct _AjMembershipRow
{
  AdwExpanderRow parent_instance;

  AjServices *services; /* (owned) */
  AjRecord *record;     /* (owned): the membership */
  AjRecord *other;      /* (owned) (nullable): what it leads to */
  const char *field;    /* that names the other */
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (AjMembershipRow, aj_membership_row, ADW_TYPE_EXPANDER_ROW)

static void
update_title (AjMembershipRow *self)
{
  const char *title = self->other != NULL ? aj_record_get_title (self->other) : "";

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  aj_accessible_set_name (GTK_WIDGET (self), title);
  aj_accessible_name_lists (GTK_WIDGET (self), title);
}

static char *
describe_time (AjMembershipRow *self)
{
  g_autofree char *from = aj_record_display (self->record, "from");
  g_autofree char *until = aj_record_display (self->record, "until");

  if (*from != '\0' && *until != '\0')
    /* Translators: the first and the last day of a membership. */
    return g_strdup_printf (_ ("%s to %s"), from, until);
  if (*from != '\0')
    return g_strdup_printf (_ ("since %s"), from);
  if (*until != '\0')
    return g_strdup_printf (_ ("until %s"), until);
  return g_strdup ("");
}

static void
update_subtitle (AjMembershipRow *self)
{
  g_autofree char *role = aj_record_display (self->record, "role");
  g_autofree char *time = describe_time (self);
  g_autofree char *text = *time != '\0' ? g_strdup_printf ("%s · %s", role, time) : g_strdup (role);
  AjDate until = aj_record_get_date (self->record, "until");

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  /* Who has left is told by the words as well. */
  if (until != AJ_DATE_NONE && until < aj_services_get_today (self->services))
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
}

static void
follow_other (AjMembershipRow *self)
{
  const AjRecordType *type = aj_record_get_record_type (self->record);
  const AjField *field = &type->fields[aj_record_type_find (type, self->field)];
  const char *id = aj_record_get_text (self->record, self->field);

  if (self->other != NULL)
    g_signal_handlers_disconnect_by_data (self->other, self);
  g_clear_object (&self->other);
  if (id != NULL)
    {
      self->other = aj_store_ref_record (aj_services_get_store (self->services),
                                         aj_record_type_lookup (field->target), id);
      g_signal_connect_swapped (self->other, "notify::title", G_CALLBACK (update_title), self);
    }
  update_title (self);
}

static void
record_changed_cb (AjMembershipRow *self)
{
  follow_other (self);
  update_subtitle (self);
}

static void
open_clicked_cb (AjMembershipRow *self)
{
  if (self->other != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)",
                                aj_record_get_record_type (self->other)->name,
                                aj_record_get_id (self->other));
}

static void
remove_clicked_cb (AjMembershipRow *self)
{
  AjStore *store = aj_services_get_store (self->services);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *label =
      /* Translators: who gave up a seat, or the group it was in. */
      g_strdup_printf (_ ("Remove membership of %s"), title);
  g_autoptr (AjEdit) edit = aj_edit_new (store, label);

  aj_edit_remove_values (edit, aj_record_get_values (self->record));
  /* The row goes with the record, so its list is what speaks. */
  aj_feedback_commit (gtk_widget_get_parent (GTK_WIDGET (self)), edit, AJ_COMMIT_OFFER_UNDO, NULL,
                      NULL);
}

static GtkWidget *
make_button (AjMembershipRow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_button_row (AjMembershipRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *open = make_button (self, _ ("Open"), G_CALLBACK (open_clicked_cb));
  GtkWidget *remove = make_button (self, _ ("Remove"), G_CALLBACK (remove_clicked_cb));

  gtk_widget_set_hexpand (open, TRUE);
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  gtk_widget_add_css_class (remove, "destructive-action");
  gtk_widget_set_sensitive (remove,
                            !aj_store_is_read_only (aj_services_get_store (self->services)));
  gtk_widget_add_css_class (box, "membership-buttons");
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* A group has many seats of which few are opened, so the rows are made at the first opening. */
static void
expanded_cb (AjMembershipRow *self)
{
  static const char *const fields[] = { "role", "from", "until", "notes" };

  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = aj_field_row_new (aj_record_get_record_type (self->record), fields[i]);

      aj_field_row_set_services (AJ_FIELD_ROW (row), self->services);
      aj_field_row_set_record (AJ_FIELD_ROW (row), self->record);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_button_row (self));
}

static void
aj_membership_row_dispose (GObject *object)
{
  AjMembershipRow *self = AJ_MEMBERSHIP_ROW (object);

  if (self->other != NULL)
    g_signal_handlers_disconnect_by_data (self->other, self);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->other);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_membership_row_parent_class)->dispose (object);
}

static void
aj_membership_row_class_init (AjMembershipRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_membership_row_dispose;
}

static void
aj_membership_row_init (AjMembershipRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
aj_membership_row_new (AjServices *services, AjRecord *record, const char *other)
{
  AjMembershipRow *self = g_object_new (AJ_TYPE_MEMBERSHIP_ROW, NULL);

  self->services = g_object_ref (services);
  self->record = g_object_ref (record);
  self->field = other;
  g_signal_connect_swapped (record, "notify", G_CALLBACK (record_changed_cb), self);
  record_changed_cb (self);
  return GTK_WIDGET (self);
}
