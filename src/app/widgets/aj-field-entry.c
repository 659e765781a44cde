/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field-entry-private.h"

#include <glib/gi18n-lib.h>

#include "aj-text.h"

gboolean
aj_field_entry_read_date (AjFieldEditor *editor, const char *text, AjDate *date, GError **error)
{
  const AjField *field = aj_field_editor_get_field (editor);
  AjServices *services = aj_field_editor_get_services (editor);
  g_autofree char *clean = aj_text_clean_line (text);

  *date = AJ_DATE_NONE;
  if (*clean == '\0' || aj_date_parse_iso (clean, date) ||
      (services != NULL && aj_date_parse_human (clean, aj_services_get_today (services), date)))
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
               /* Translators: a field's label, what was typed; then the ways to write a date. */
               _ ("%s: there is no day “%s”. Write it like 12-3-2026, 12-3 or Thu 12 March."),
               aj_field_get_label (field), clean);
  return FALSE;
}

GtkWidget *
aj_field_entry_new (AjFieldEditor *editor)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  g_signal_connect_object (entry, "changed", G_CALLBACK (aj_field_editor_touch), editor,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (aj_field_editor_finish), editor,
                           G_CONNECT_SWAPPED);
  return entry;
}

void
aj_field_entry_show (GtkEditable *entry, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (entry), text))
    gtk_editable_set_text (entry, text);
}

void
aj_field_entry_forget (GtkEditable *entry)
{
  gtk_editable_set_enable_undo (entry, FALSE);
  gtk_editable_set_enable_undo (entry, TRUE);
}
