/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-minutes-item.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-action-row.h"
#include "aj-decision-row.h"
#include "aj-decision.h"
#include "aj-field-row.h"
#include "aj-keyed-rows.h"
#include "aj-line-entry.h"
#include "aj-meeting.h"
#include "aj-minutes.h"
#include "aj-paper-adder.h"
#include "aj-paper-row.h"
#include "aj-paper.h"
#include "aj-task.h"

struct _AjMinutesItem
{
  AdwPreferencesGroup parent_instance;

  AjServices *services; /* (owned) */
  AjRecord *record;     /* (owned) */
  AjMinutesBook *book;  /* (owned) (nullable): what is shown */
  GPtrArray *shown; /* (owned) (nullable) (element-type AjValues): of the book, in their order */

  GtkWidget *notes;   /* (unowned): a row above the line */
  AjLineEntry *entry; /* (unowned): a child */
  GtkListBox *list;   /* (unowned): a child */
  GtkWidget *attach;  /* (unowned): in the header */
};

G_DEFINE_FINAL_TYPE (AjMinutesItem, aj_minutes_item, ADW_TYPE_PREFERENCES_GROUP)

static guint accepted_signal;

static AjStore *
get_store (AjMinutesItem *self)
{
  return aj_services_get_store (self->services);
}

static gboolean
is_of_meeting (AjMinutesItem *self)
{
  return aj_record_get_record_type (self->record) == &aj_meeting_record_type;
}

static AjMinuteLine *
read_line (AjMinutesItem *self, const char *text)
{
  return aj_minutes_book_read_line (self->book, text, aj_services_get_today (self->services));
}

static void
text_changed_cb (AjMinutesItem *self)
{
  g_autoptr (AjMinuteLine) line = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (self->book == NULL)
    return;
  line = read_line (self, aj_line_entry_get_text (self->entry));
  number = aj_minutes_book_dup_next_number (self->book);
  text = aj_minute_line_to_text (line, number);
  aj_line_entry_show_hint (self->entry, text, line->fault == AJ_MINUTE_LINE_WEEKDAY);
}

static void
accepted_cb (AjMinutesItem *self)
{
  g_autofree char *text = g_strdup (aj_line_entry_get_text (self->entry));
  g_autoptr (AjMinuteLine) line = self->book != NULL ? read_line (self, text) : NULL;

  if (line == NULL || line->fault != AJ_MINUTE_LINE_NO_FAULT)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  aj_line_entry_set_text (self->entry, "");
  g_signal_emit (self, accepted_signal, 0, text);
}

static void
attach_clicked_cb (AjMinutesItem *self)
{
  if (self->book != NULL)
    aj_paper_adder_choose (GTK_WIDGET (self), self->services,
                           aj_values_get_id (aj_minutes_book_get_meeting (self->book)),
                           is_of_meeting (self) ? NULL : aj_record_get_id (self->record));
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  AjMinutesItem *self = user_data;
  const AjValues *values = self->shown->pdata[index];
  const AjRecordType *type = aj_values_get_record_type (values);
  g_autoptr (AjRecord) record = aj_store_ref_record (get_store (self), type,
                                                     aj_values_get_id (values));

  if (type == &aj_decision_record_type)
    return aj_decision_row_new (self->services, record);
  if (type == &aj_task_record_type)
    return aj_action_row_new (self->services, record, AJ_DATE_NONE);
  return aj_paper_row_new (self->services, record);
}

/* What became of a decision, and all of an action point, is known later and no part of the minutes. */
static void
update_row_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjMinutesItem *self = user_data;

  if (AJ_IS_DECISION_ROW (row))
    aj_record_row_set_editable (AJ_RECORD_ROW (row),
                                !aj_minutes_are_fixed (aj_minutes_book_get_meeting (self->book)));
  if (AJ_IS_PAPER_ROW (row))
    aj_paper_row_show_facts (AJ_PAPER_ROW (row), aj_minutes_book_get_facts (self->book));
}

static void
add_all (GPtrArray *shown, GPtrArray *keys, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      g_ptr_array_add (shown, more->pdata[i]);
      g_ptr_array_add (keys, (gpointer) aj_values_get_id (more->pdata[i]));
    }
}

static void
show_rows (AjMinutesItem *self)
{
  const char *id = is_of_meeting (self) ? NULL : aj_record_get_id (self->record);
  g_autoptr (GPtrArray) decisions = aj_minutes_book_list_decisions (self->book, id);
  g_autoptr (GPtrArray) actions = aj_minutes_book_list_actions (self->book, id);
  g_autoptr (GPtrArray) papers = aj_minutes_book_list_papers (self->book, id);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_new ();
  add_all (self->shown, keys, decisions);
  add_all (self->shown, keys, actions);
  add_all (self->shown, keys, papers);
  aj_keyed_rows_sync (self->list, keys, make_row_cb, update_row_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), keys->len > 0);
}

static const char *
get_name (const AjValues *item)
{
  const char *name = item != NULL ? aj_values_get_text (item, "name") : NULL;

  return name != NULL ? name : "";
}

static void
show_title (AjMinutesItem *self, guint number)
{
  /* The book knows it before the record may. */
  const AjValues *item = aj_minutes_book_look_up (self->book,
                                                  aj_record_get_record_type (self->record),
                                                  aj_record_get_id (self->record));
  g_autofree char *plain = NULL;
  g_autofree char *markup = NULL;

  if (is_of_meeting (self))
    plain = g_strdup (_ ("Besides the Agenda"));
  else
    /* Translators: the number of an item on an agenda, and what it is about. */
    plain = g_strdup_printf (_ ("%1$u. %2$s"), number, get_name (item));
  markup = g_markup_escape_text (plain, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), markup);
  aj_accessible_set_name (GTK_WIDGET (self->list), plain);
}

static void
aj_minutes_item_dispose (GObject *object)
{
  AjMinutesItem *self = AJ_MINUTES_ITEM (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->book, aj_minutes_book_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_minutes_item_parent_class)->dispose (object);
}

static void
aj_minutes_item_class_init (AjMinutesItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_minutes_item_dispose;
  accepted_signal = g_signal_new ("accepted", AJ_TYPE_MINUTES_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_attach_button (AjMinutesItem *self)
{
  self->attach = gtk_button_new_from_icon_name ("mail-attachment-symbolic");
  gtk_widget_add_css_class (self->attach, "flat");
  gtk_widget_set_valign (self->attach, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->attach, _ ("Add a file"));
  aj_accessible_set_name (self->attach, _ ("Add a file"));
  g_signal_connect_object (self->attach, "clicked", G_CALLBACK (attach_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->attach);
}

static void
aj_minutes_item_init (AjMinutesItem *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = aj_line_entry_new (_ ("Decision, action point, link or note"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "accepted", G_CALLBACK (accepted_cb), self,
                           G_CONNECT_SWAPPED);
  aj_line_entry_show_hint (self->entry, "", FALSE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  add_attach_button (self);
}

GtkWidget *
aj_minutes_item_new (AjServices *services, AjRecord *record)
{
  AjMinutesItem *self = g_object_new (AJ_TYPE_MINUTES_ITEM, NULL);

  self->services = g_object_ref (services);
  self->record = g_object_ref (record);
  self->notes = aj_field_row_new (aj_record_get_record_type (record), "notes");
  aj_field_row_set_services (AJ_FIELD_ROW (self->notes), services);
  aj_field_row_set_record (AJ_FIELD_ROW (self->notes), record);
  aj_line_entry_add_row_before (self->entry, self->notes);
  return GTK_WIDGET (self);
}

AjRecord *
aj_minutes_item_get_record (AjMinutesItem *self)
{
  g_return_val_if_fail (AJ_IS_MINUTES_ITEM (self), NULL);

  return self->record;
}

void
aj_minutes_item_show (AjMinutesItem *self, AjMinutesBook *book, guint number)
{
  gboolean is_open;

  g_return_if_fail (AJ_IS_MINUTES_ITEM (self));

  is_open = !aj_minutes_are_fixed (aj_minutes_book_get_meeting (book)) &&
            !aj_store_is_read_only (get_store (self));
  g_clear_pointer (&self->book, aj_minutes_book_unref);
  self->book = aj_minutes_book_ref (book);
  show_title (self, number);
  show_rows (self);
  g_object_set (self->notes, "editable", is_open, NULL);
  aj_line_entry_set_open (self->entry, is_open);
  gtk_widget_set_visible (self->attach, is_open);
  text_changed_cb (self);
}

GtkWidget *
aj_minutes_item_find_row (AjMinutesItem *self, const char *id)
{
  g_return_val_if_fail (AJ_IS_MINUTES_ITEM (self), NULL);

  return (GtkWidget *) aj_keyed_rows_find (self->list, id);
}

gboolean
aj_minutes_item_focus_line (AjMinutesItem *self)
{
  g_return_val_if_fail (AJ_IS_MINUTES_ITEM (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

const char *
aj_minutes_item_get_draft (AjMinutesItem *self)
{
  g_return_val_if_fail (AJ_IS_MINUTES_ITEM (self), "");

  return aj_line_entry_get_text (self->entry);
}

void
aj_minutes_item_set_draft (AjMinutesItem *self, const char *text)
{
  g_return_if_fail (AJ_IS_MINUTES_ITEM (self));

  aj_line_entry_set_text (self->entry, text);
}
