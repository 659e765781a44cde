/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-chase-preview.h"

#include "aj-accessible.h"

GtkWidget *
aj_chase_preview_row_new (const AjChaseMail *mail)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *line = gtk_list_box_row_new ();
  g_autofree char *to = aj_chase_mail_describe_to (mail);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", mail->subject, to);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mail->about);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_label_set_text (GTK_LABEL (label), mail->body);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  aj_accessible_set_name (label, mail->subject);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
  aj_accessible_name_lists (row, mail->subject);
  aj_accessible_set_name (row, mail->about);
  return row;
}
