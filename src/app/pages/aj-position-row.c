/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-position-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-field-row.h"
#include "aj-text.h"

struct _AjPositionRow
{
  AdwExpanderRow parent_instance;

  AjServices *services; /* (owned) */
  AjRecord *record;     /* (owned): the function */
  AjRecord *other;      /* (owned) (nullable): the organisation, or the person */
  const char *field;    /* that names the other */
  GtkWidget *function;  /* (unowned) (nullable): the row of the function, once it was opened */
  gboolean focus_wanted;
};

G_DEFINE_FINAL_TYPE (AjPositionRow, aj_position_row, ADW_TYPE_EXPANDER_ROW)

static char *
describe_time (AjPositionRow *self)
{
  g_autofree char *from = aj_date_format_plain (aj_record_get_date (self->record, "from"));
  g_autofree char *until = aj_date_format_plain (aj_record_get_date (self->record, "until"));

  if (*from != '\0' && *until != '\0')
    return g_strdup_printf (_ ("%s to %s"), from, until);
  if (*from != '\0')
    return g_strdup_printf (_ ("since %s"), from);
  if (*until != '\0')
    return g_strdup_printf (_ ("until %s"), until);
  return g_strdup ("");
}

/* Seen from a person it is the function that is looked for, seen from an organisation the person. */
static void
update (AjPositionRow *self)
{
  const char *function = aj_text_or_null (aj_record_get_text (self->record, "function"));
  const char *other = self->other != NULL ? aj_text_or_null (aj_record_get_title (self->other))
                                          : NULL;
  gboolean of_person = g_str_equal (self->field, "organisation");
  const char *title = of_person && function != NULL ? function : other;
  const char *second = of_person && function != NULL ? other : of_person ? NULL : function;
  g_autofree char *time = describe_time (self);
  g_autoptr (GString) subtitle = g_string_new (second);
  const AjValues *values = aj_record_get_values (self->record);

  if (*time != '\0')
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", time);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title != NULL ? title : "");
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle->str);
  aj_accessible_set_name (GTK_WIDGET (self), title != NULL ? title : "");
  aj_accessible_name_lists (GTK_WIDGET (self), title != NULL ? title : "");
  /* That it is over is told by the words as well. */
  if (values != NULL && aj_values_are_over (values, aj_services_get_today (self->services)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
}

static void
follow_other (AjPositionRow *self)
{
  const AjRecordType *type = aj_record_get_record_type (self->record);
  const AjField *field = &type->fields[aj_record_type_find (type, self->field)];
  const char *id = aj_record_get_text (self->record, self->field);

  if (self->other != NULL)
    g_signal_handlers_disconnect_by_func (self->other, update, self);
  g_clear_object (&self->other);
  if (id == NULL)
    return;
  self->other = aj_store_ref_record (aj_services_get_store (self->services),
                                     aj_record_type_lookup (field->target), id);
  g_signal_connect_swapped (self->other, "notify::title", G_CALLBACK (update), self);
}

static void
record_changed_cb (AjPositionRow *self)
{
  follow_other (self);
  update (self);
}

static void
open_clicked_cb (AjPositionRow *self)
{
  if (self->other != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "network.show", "(ss)",
                                aj_record_get_record_type (self->other)->name,
                                aj_record_get_id (self->other));
}

static void
remove_clicked_cb (AjPositionRow *self)
{
  AjStore *store = aj_services_get_store (self->services);
  g_autofree char *label =
      /* Translators: a function that somebody had, or whose it was. */
      g_strdup_printf (_ ("Remove function: %s"),
                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  g_autoptr (AjEdit) edit = aj_edit_new (store, label);

  if (aj_record_get_values (self->record) == NULL)
    return;
  aj_edit_remove_values (edit, aj_record_get_values (self->record));
  /* The row goes with the record, so its list is what speaks. */
  aj_feedback_commit (gtk_widget_get_parent (GTK_WIDGET (self)), edit, AJ_COMMIT_OFFER_UNDO, NULL,
                      NULL);
}

static GtkWidget *
make_button (AjPositionRow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_button_row (AjPositionRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *open = make_button (self, _ ("Open"), G_CALLBACK (open_clicked_cb));
  GtkWidget *remove = make_button (self, _ ("Remove"), G_CALLBACK (remove_clicked_cb));

  gtk_widget_set_hexpand (open, TRUE);
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (open, g_str_equal (self->field, "organisation")
                                         ? _ ("Show the organisation")
                                         : _ ("Show the person"));
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

static void
expanded_cb (AjPositionRow *self)
{
  static const char *const fields[] = { "function", "organisation", "from", "until", "notes" };

  if (self->function != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = aj_field_row_new (aj_record_get_record_type (self->record), fields[i]);

      aj_field_row_set_services (AJ_FIELD_ROW (row), self->services);
      aj_field_row_set_record (AJ_FIELD_ROW (row), self->record);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      if (self->function == NULL)
        self->function = row;
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_button_row (self));
}

/* A field takes the cursor once its record is there. */
static void
focus_if_ready (AjPositionRow *self)
{
  if (!self->focus_wanted || self->function == NULL || !aj_record_is_loaded (self->record))
    return;
  self->focus_wanted = FALSE;
  gtk_widget_grab_focus (self->function);
}

static void
aj_position_row_dispose (GObject *object)
{
  AjPositionRow *self = AJ_POSITION_ROW (object);

  if (self->other != NULL)
    g_signal_handlers_disconnect_by_func (self->other, update, self);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->other);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_position_row_parent_class)->dispose (object);
}

static void
aj_position_row_class_init (AjPositionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_position_row_dispose;
}

static void
aj_position_row_init (AjPositionRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
aj_position_row_new (AjServices *services, AjRecord *position, const char *from)
{
  AjPositionRow *self = g_object_new (AJ_TYPE_POSITION_ROW, NULL);

  self->services = g_object_ref (services);
  self->record = g_object_ref (position);
  self->field = g_str_equal (from, "person") ? "organisation" : "person";
  g_signal_connect_swapped (position, "notify", G_CALLBACK (record_changed_cb), self);
  /* After the rows of the fields, which hear of it too. */
  g_signal_connect_data (position, "notify::loaded", G_CALLBACK (focus_if_ready), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  record_changed_cb (self);
  return GTK_WIDGET (self);
}

void
aj_position_row_edit (AjPositionRow *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  self->focus_wanted = TRUE;
  focus_if_ready (self);
}
