/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-paper-row.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-minutes-job.h"
#include "aj-paper-opener.h"
#include "aj-paper.h"
#include "aj-text.h"

/* Pixels: as wide as a box to tick, before which other rows stand. */
#define ICON_WIDTH 26
/* UTF-16 units: what fits in a menu of a narrow window. */
#define MAX_ITEM 36

struct _AjPaperRow
{
  AjRecordRow parent_instance;

  AjMeetingFacts *facts; /* (owned) (nullable): of its meeting */
  GtkWidget *button;     /* (unowned): behind the title */
  AdwActionRow *item;    /* (unowned) (nullable): which item it is for, once it was opened */
  GtkMenuButton *others; /* (unowned) (nullable): likewise, and which it can be moved to */
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

/* (nullable): the item of the agenda that it is for. */
static const AjValues *
find_item (AjPaperRow *self, const char *id)
{
  GPtrArray *agenda = self->facts != NULL ? aj_meeting_facts_get_agenda (self->facts) : NULL;

  for (guint i = 0; agenda != NULL && i < agenda->len; i++)
    if (g_strcmp0 (aj_values_get_id (agenda->pdata[i]), id) == 0)
      return agenda->pdata[i];
  return NULL;
}

static void
append_other (GMenu *menu, const char *name, const char *id)
{
  g_autofree char *text = aj_text_truncate_utf16 (name, MAX_ITEM);
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);
  /* An underscore would mark a letter to press. */
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) one = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (one, "paper.move", "s", id);
  g_menu_append_item (menu, one);
}

/* Where it is not now. */
static void
show_others (AjPaperRow *self, const AjValues *item)
{
  GPtrArray *agenda = aj_meeting_facts_get_agenda (self->facts);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (item != NULL)
    append_other (menu, _ ("The meeting as a whole"), "");
  for (guint i = 0; i < agenda->len; i++)
    if (agenda->pdata[i] != item)
      append_other (menu, aj_values_get_text (agenda->pdata[i], "name"),
                    aj_values_get_id (agenda->pdata[i]));
  gtk_menu_button_set_menu_model (self->others, G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (GTK_WIDGET (self->others),
                            g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
show_item (AjPaperRow *self)
{
  AjRecord *record = aj_record_row_get_record (AJ_RECORD_ROW (self));
  const AjValues *item = find_item (self, aj_record_get_text (record, "agenda-item"));
  const char *name = item != NULL ? aj_values_get_text (item, "name")
                                  : _ ("The meeting as a whole");

  if (self->item == NULL || self->facts == NULL)
    return;
  adw_action_row_set_subtitle (self->item, name);
  aj_accessible_describe (gtk_widget_get_first_child (GTK_WIDGET (self->others)), name);
  show_others (self, item);
}

static GtkWidget *
aj_paper_row_make_more (AjRecordRow *row)
{
  AjPaperRow *self = AJ_PAPER_ROW (row);
  GtkWidget *item = adw_action_row_new ();
  GtkWidget *others = gtk_menu_button_new ();

  self->item = ADW_ACTION_ROW (item);
  self->others = GTK_MENU_BUTTON (others);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (item), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (item), _ ("For which item"));
  gtk_widget_set_valign (others, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (others, "flat");
  gtk_widget_set_tooltip_text (others, _ ("Move to another item"));
  /* The button inside is what the cursor reaches. */
  aj_accessible_set_name (gtk_widget_get_first_child (others), _ ("Move to another item"));
  adw_action_row_add_suffix (self->item, others);
  adw_action_row_set_activatable_widget (self->item, others);
  gtk_widget_set_focusable (item, FALSE);
  gtk_widget_set_visible (others, !aj_store_is_read_only (
                                      aj_services_get_store (aj_record_row_get_services (row))));
  show_item (self);
  return item;
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjPaperRow *self = AJ_PAPER_ROW (widget);
  AjRecord *record = aj_record_row_get_record (AJ_RECORD_ROW (self));
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (AjEdit) edit = NULL;

  /* The item may have gone while the menu was open. */
  if (!aj_record_is_loaded (record) || (*id != '\0' && find_item (self, id) == NULL))
    return;
  edit = aj_minutes_job_move_paper (aj_services_get_store (
                                        aj_record_row_get_services (AJ_RECORD_ROW (self))),
                                    aj_record_get_values (record), find_item (self, id));
  /* The row goes to another list, so this one is what speaks. */
  aj_feedback_commit (gtk_widget_get_parent (widget), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
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
  show_item (self);
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
aj_paper_row_dispose (GObject *object)
{
  AjPaperRow *self = AJ_PAPER_ROW (object);

  self->item = NULL;
  self->others = NULL;
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  G_OBJECT_CLASS (aj_paper_row_parent_class)->dispose (object);
}

static void
aj_paper_row_class_init (AjPaperRowClass *klass)
{
  static const char *const fields[] = { "name",  "link",      "kind",    "target-group",
                                        "theme", "knowledge", "summary", NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_paper_row_dispose;

  row_class->fields = fields;
  row_class->follow = aj_paper_row_follow;
  row_class->update = aj_paper_row_update;
  row_class->describe_removal = aj_paper_row_describe_removal;
  row_class->make_more = aj_paper_row_make_more;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "paper.move", "s", move);
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

void
aj_paper_row_show_facts (AjPaperRow *self, AjMeetingFacts *facts)
{
  g_return_if_fail (AJ_IS_PAPER_ROW (self));

  aj_meeting_facts_ref (facts);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  self->facts = facts;
  show_item (self);
}
