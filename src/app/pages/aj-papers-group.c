/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-papers-group.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-keyed-rows.h"
#include "aj-line-entry.h"
#include "aj-minutes-job.h"
#include "aj-paper-adder.h"
#include "aj-paper-row.h"
#include "aj-paper.h"

struct _AjPapersGroup
{
  AdwPreferencesGroup parent_instance;

  AjServices *services;  /* (owned) (nullable) */
  AjMeetingFacts *facts; /* (owned) (nullable): what is shown */
  char *item_id;         /* (owned) (nullable): the item whose papers these are */
  GPtrArray *shown;      /* (owned) (element-type AjValues): borrowed from the facts */

  GtkListBox *list;   /* (unowned): a child */
  AjLineEntry *entry; /* (unowned): a child */
  GtkWidget *attach;  /* (unowned): in the header */
};

G_DEFINE_FINAL_TYPE (AjPapersGroup, aj_papers_group, ADW_TYPE_PREFERENCES_GROUP)

static AjStore *
get_store (AjPapersGroup *self)
{
  return aj_services_get_store (self->services);
}

static const char *
get_meeting_id (AjPapersGroup *self)
{
  return aj_values_get_id (aj_meeting_facts_get_meeting (self->facts));
}

static AjMinuteLine *
read_line (AjPapersGroup *self)
{
  return aj_paper_adder_read_line (aj_line_entry_get_text (self->entry));
}

static void
text_changed_cb (AjPapersGroup *self)
{
  g_autoptr (AjMinuteLine) line = read_line (self);
  g_autofree char *hint = NULL;

  if (line != NULL)
    hint = aj_minute_line_to_text (line, NULL);
  else if (*aj_line_entry_get_text (self->entry) != '\0')
    hint = g_strdup (_ ("A link begins with https:// – what stands around it is the title."));
  aj_line_entry_show_hint (self->entry, hint != NULL ? hint : "", FALSE);
}

static void
accepted_cb (AjPapersGroup *self)
{
  g_autoptr (AjMinuteLine) line = read_line (self);
  g_autoptr (AjEdit) edit = NULL;

  if (self->facts == NULL || line == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  edit = aj_minutes_job_add_paper (get_store (self), get_meeting_id (self), self->item_id,
                                   line->text, line->link, NULL);
  aj_line_entry_commit (self->entry, GTK_WIDGET (self), edit);
}

static void
attach_clicked_cb (AjPapersGroup *self)
{
  if (self->facts != NULL)
    aj_paper_adder_choose (GTK_WIDGET (self), self->services, get_meeting_id (self), self->item_id);
}

static gboolean
get_place (GtkWidget *widget, AjServices **services, const char **meeting_id, const char **item_id)
{
  AjPapersGroup *self = AJ_PAPERS_GROUP (widget);

  if (self->facts == NULL || aj_store_is_read_only (get_store (self)))
    return FALSE;
  *services = self->services;
  *meeting_id = get_meeting_id (self);
  *item_id = self->item_id;
  return TRUE;
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  AjPapersGroup *self = user_data;
  const AjValues *paper = self->shown->pdata[index];
  g_autoptr (AjRecord) record = aj_store_ref_record (get_store (self), &aj_paper_record_type,
                                                     aj_values_get_id (paper));

  return aj_paper_row_new (self->services, record);
}

static void
update_row_cb (GtkWidget *row, guint index, gpointer user_data)
{
  aj_paper_row_show_facts (AJ_PAPER_ROW (row), AJ_PAPERS_GROUP (user_data)->facts);
}

static void
list_shown (AjPapersGroup *self)
{
  GPtrArray *papers = self->facts != NULL ? aj_meeting_facts_get_papers (self->facts) : NULL;

  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    if (aj_meeting_facts_is_about (self->facts, papers->pdata[i], self->item_id))
      g_ptr_array_add (self->shown, papers->pdata[i]);
}

static void
show_rows (AjPapersGroup *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  list_shown (self);
  for (guint i = 0; i < self->shown->len; i++)
    g_ptr_array_add (keys, (gpointer) aj_values_get_id (self->shown->pdata[i]));
  aj_keyed_rows_sync (self->list, keys, make_row_cb, update_row_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), keys->len > 0);
}

static void
aj_papers_group_dispose (GObject *object)
{
  AjPapersGroup *self = AJ_PAPERS_GROUP (object);

  self->entry = NULL;
  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_papers_group_parent_class)->dispose (object);
}

static void
aj_papers_group_finalize (GObject *object)
{
  AjPapersGroup *self = AJ_PAPERS_GROUP (object);

  g_ptr_array_unref (self->shown);
  g_free (self->item_id);
  G_OBJECT_CLASS (aj_papers_group_parent_class)->finalize (object);
}

static void
aj_papers_group_class_init (AjPapersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_papers_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_papers_group_finalize;
}

static void
add_attach_button (AjPapersGroup *self)
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
aj_papers_group_init (AjPapersGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->shown = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Papers"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  aj_accessible_set_name (GTK_WIDGET (self->list), _ ("Papers"));
  self->entry = aj_line_entry_new (_ ("Link of a paper"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "accepted", G_CALLBACK (accepted_cb), self,
                           G_CONNECT_SWAPPED);
  aj_line_entry_show_hint (self->entry, "", FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  add_attach_button (self);
  aj_paper_adder_take_drops (GTK_WIDGET (self), get_place);
}

void
aj_papers_group_show (AjPapersGroup *self,
                      AjServices *services,
                      AjMeetingFacts *facts,
                      const char *item_id)
{
  gboolean writable;

  g_return_if_fail (AJ_IS_PAPERS_GROUP (self));

  g_set_object (&self->services, services);
  if (facts != NULL)
    aj_meeting_facts_ref (facts);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  self->facts = facts;
  if (g_strcmp0 (item_id, self->item_id) != 0)
    {
      g_free (self->item_id);
      self->item_id = g_strdup (item_id);
    }
  writable = facts != NULL && !aj_store_is_read_only (get_store (self));
  show_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), writable);
  gtk_widget_set_visible (self->attach, writable);
}

void
aj_papers_group_focus_line (AjPapersGroup *self)
{
  g_return_if_fail (AJ_IS_PAPERS_GROUP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
