/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-contact-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-field-row.h"
#include "aj-text.h"

/* Whom a contact was with, widest first: as they are named beneath it. */
static const char *const parties[] = { "municipality", "organisation", "person" };
#define N_PARTIES G_N_ELEMENTS (parties)

/* Of a whole story the beginning says enough; the rest is in the row when it is opened. */
#define MAX_TITLE 160

struct _AjContactRow
{
  AdwExpanderRow parent_instance;

  AjServices *services;        /* (owned) */
  AjRecord *record;            /* (owned): the contact */
  AjRecord *seen_from;         /* (owned) */
  AjRecord *others[N_PARTIES]; /* (owned) (nullable): of the parties; not the one it is seen from */
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (AjContactRow, aj_contact_row, ADW_TYPE_EXPANDER_ROW)

static void
append_part (GString *text, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_party (AjContactRow *self, GString *text, guint party)
{
  const char *title = self->others[party] != NULL ? aj_record_get_title (self->others[party]) : "";
  g_autofree char *with = NULL;

  if (*title == '\0')
    return;
  if (!g_str_equal (parties[party], "person"))
    {
      append_part (text, title);
      return;
    }
  with = g_strdup_printf (_ ("with %s"), title);
  append_part (text, with);
}

static void
append_author (AjContactRow *self, GString *text)
{
  const char *author = aj_record_get_text (self->record, "by");
  g_autofree char *by = NULL;

  if (author == NULL)
    return;
  /* Translators: who had a contact, in a line of its log. */
  by = g_strdup_printf (_ ("by %s"), author);
  append_part (text, by);
}

static void
update (AjContactRow *self)
{
  g_autofree char *summary = aj_record_display (self->record, "summary");
  g_autofree char *line = aj_text_clean_line (summary);
  g_autofree char *title = aj_text_truncate_utf16 (line, MAX_TITLE);
  g_autofree char *date = aj_record_display (self->record, "date");
  g_autofree char *way = aj_record_display (self->record, "way");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  append_part (text, date);
  append_part (text, way);
  for (guint i = 0; i < N_PARTIES; i++)
    append_party (self, text, i);
  append_author (self, text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text->str);
  name = g_strdup_printf (_ ("%s, %s"), title, text->str);
  aj_accessible_set_name (GTK_WIDGET (self), name);
  aj_accessible_name_lists (GTK_WIDGET (self), title);
}

static void
set_other (AjContactRow *self, guint party, AjRecord *other)
{
  if (self->others[party] == other)
    return;
  if (self->others[party] != NULL)
    g_signal_handlers_disconnect_by_data (self->others[party], self);
  g_set_object (&self->others[party], other);
  if (other != NULL)
    g_signal_connect_swapped (other, "notify::title", G_CALLBACK (update), self);
}

static void
follow_others (AjContactRow *self)
{
  for (guint i = 0; i < N_PARTIES; i++)
    {
      const char *id = aj_record_get_text (self->record, parties[i]);
      g_autoptr (AjRecord) other = NULL;

      if (id != NULL && !g_str_equal (id, aj_record_get_id (self->seen_from)))
        other = aj_store_ref_record (aj_services_get_store (self->services),
                                     aj_record_type_lookup (parties[i]), id);
      set_other (self, i, other);
    }
}

static void
record_changed_cb (AjContactRow *self)
{
  follow_others (self);
  update (self);
}

static void
remove_clicked_cb (AjContactRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: what a contact was about. */
  g_autofree char *label = g_strdup_printf (_ ("Remove contact “%s”"), title);
  g_autoptr (AjEdit) edit = aj_edit_new (aj_services_get_store (self->services), label);

  aj_edit_remove (edit, aj_record_get_record_type (self->record), aj_record_get_id (self->record));
  /* The row goes with the record, so its list is what speaks. */
  aj_feedback_commit (gtk_widget_get_parent (GTK_WIDGET (self)), edit, AJ_COMMIT_OFFER_UNDO, NULL,
                      NULL);
}

static GtkWidget *
make_button_row (AjContactRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_sensitive (button,
                            !aj_store_is_read_only (aj_services_get_store (self->services)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "contact-buttons");
  return row;
}

/* A log has many lines of which few are opened, so the rows are made at the first opening. */
static void
expanded_cb (AjContactRow *self)
{
  static const char *const fields[] = { "summary",      "date",         "way", "person",
                                        "organisation", "municipality", "by" };

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
aj_contact_row_dispose (GObject *object)
{
  AjContactRow *self = AJ_CONTACT_ROW (object);

  for (guint i = 0; i < N_PARTIES; i++)
    set_other (self, i, NULL);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  g_clear_object (&self->seen_from);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_contact_row_parent_class)->dispose (object);
}

static void
aj_contact_row_class_init (AjContactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_contact_row_dispose;
}

static void
aj_contact_row_init (AjContactRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
aj_contact_row_new (AjServices *services, AjRecord *record, AjRecord *seen_from)
{
  AjContactRow *self = g_object_new (AJ_TYPE_CONTACT_ROW, NULL);

  self->services = g_object_ref (services);
  self->record = g_object_ref (record);
  self->seen_from = g_object_ref (seen_from);
  g_signal_connect_swapped (record, "notify", G_CALLBACK (record_changed_cb), self);
  record_changed_cb (self);
  return GTK_WIDGET (self);
}

AjRecord *
aj_contact_row_get_record (AjContactRow *self)
{
  return self->record;
}
