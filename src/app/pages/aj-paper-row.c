/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-paper-row.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-paper-opener.h"
#include "aj-paper.h"

/* Pixels: as wide as a box to tick, before which other rows stand. */
#define ICON_WIDTH 26

struct _AjPaperRow
{
  AjRecordRow parent_instance;

  GtkWidget *button; /* (unowned): behind the title */
};

G_DEFINE_FINAL_TYPE (AjPaperRow, aj_paper_row, AJ_TYPE_RECORD_ROW)

static void
open_clicked_cb (AjPaperRow *self)
{
  AjRecordRow *row = AJ_RECORD_ROW (self);
  AjRecord *record = aj_record_row_get_record (row);

  if (aj_record_is_loaded (record))
    aj_paper_opener_open (GTK_WIDGET (self), aj_record_row_get_services (row),
                          aj_record_get_values (record));
}

static void
append_field (AjRecord *record, GString *text, const char *field)
{
  g_autofree char *shown = aj_record_display (record, field);

  if (*shown != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", shown);
}

static void
aj_paper_row_update (AjRecordRow *row)
{
  AjPaperRow *self = AJ_PAPER_ROW (row);
  AjRecord *record = aj_record_row_get_record (row);
  const AjValues *values = aj_record_get_values (record);
  const gboolean has_file = aj_record_get_text (record, "file") != NULL;
  g_autofree char *title = aj_record_display (record, "name");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *button_name = NULL;

  append_field (record, text, "kind");
  append_field (record, text, "theme");
  append_field (record, text, has_file ? "file" : "link");
  name = g_strdup_printf (_ ("%s, %s"), title, text->str);
  aj_record_row_show (row, title, text->str, name);
  /* Translators: a button; the title of a document. */
  button_name = g_strdup_printf (_ ("Open %s"), title);
  aj_accessible_set_name (self->button, button_name);
  gtk_widget_set_tooltip_text (self->button, has_file ? _ ("Open the file") : _ ("Open the link"));
  gtk_widget_set_visible (self->button, values != NULL && aj_paper_opener_can_open (values));
}

static void
aj_paper_row_follow (AjRecordRow *row)
{
  aj_record_row_follow_field (row, 0, NULL);
}

static char *
aj_paper_row_describe_removal (AjRecordRow *row)
{
  /* Translators: the title of a document. */
  return g_strdup_printf (_ ("Remove document “%s”"),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
aj_paper_row_class_init (AjPaperRowClass *klass)
{
  static const char *const fields[] = { "name",  "link",      "agenda-item", "kind", "target-group",
                                        "theme", "knowledge", "summary",     NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  row_class->fields = fields;
  row_class->follow = aj_paper_row_follow;
  row_class->update = aj_paper_row_update;
  row_class->describe_removal = aj_paper_row_describe_removal;
}

static void
aj_paper_row_init (AjPaperRow *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("text-x-generic-symbolic");

  gtk_widget_set_size_request (icon, ICON_WIDTH, -1);
  self->button = gtk_button_new_from_icon_name ("document-open-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (open_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), icon);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->button);
}

GtkWidget *
aj_paper_row_new (AjServices *services, AjRecord *record)
{
  AjPaperRow *self = g_object_new (AJ_TYPE_PAPER_ROW, NULL);

  aj_record_row_set_record (AJ_RECORD_ROW (self), services, record);
  return GTK_WIDGET (self);
}
