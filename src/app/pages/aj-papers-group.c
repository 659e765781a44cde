/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-papers-group.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-keyed-rows.h"
#include "aj-line-entry.h"
#include "aj-minute-line.h"
#include "aj-minutes-job.h"
#include "aj-paper-opener.h"
#include "aj-paper-row.h"
#include "aj-paper.h"

struct _AjPapersGroup
{
  AdwPreferencesGroup parent_instance;

  AjServices *services;  /* (owned) (nullable) */
  AjMeetingFacts *facts; /* (owned) (nullable): what is shown */

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

/* What is typed here is a paper, so nobody needs to say so. (transfer full) (nullable): NULL without a link. */
static AjMinuteLine *
read_line (AjPapersGroup *self)
{
  static const char *const beginnings[] = { "", "stuk: " };
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autofree char *text = g_strconcat (beginnings[i], aj_line_entry_get_text (self->entry),
                                           NULL);
      g_autoptr (AjMinuteLine) line = aj_minute_line_new (text, AJ_DATE_NONE, AJ_DATE_NONE, nobody);

      if (line->kind == AJ_MINUTE_LINE_PAPER)
        return g_steal_pointer (&line);
    }
  return NULL;
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

/* What could not be stored is there again, unless something else was typed meanwhile. */
static void
stored_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjPapersGroup) self = user_data;
  const char *text = g_object_get_data (G_OBJECT (edit), "text");

  if (error != NULL && self->entry != NULL && text != NULL &&
      *aj_line_entry_get_text (self->entry) == '\0')
    aj_line_entry_set_text (self->entry, text);
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
  edit = aj_minutes_job_add_paper (get_store (self), get_meeting_id (self), NULL, line->text,
                                   line->link, NULL);
  g_object_set_data_full (G_OBJECT (edit), "text", g_strdup (aj_line_entry_get_text (self->entry)),
                          g_free);
  aj_line_entry_set_text (self->entry, "");
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, stored_cb, g_object_ref (self));
}

static void
file_added_cb (const char *file, const char *title, gpointer user_data)
{
  g_autoptr (AjPapersGroup) self = user_data;
  g_autoptr (AjEdit) edit = NULL;

  if (file == NULL || self->facts == NULL)
    return;
  edit = aj_minutes_job_add_paper (get_store (self), get_meeting_id (self), NULL, title, NULL,
                                   file);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
attach_clicked_cb (AjPapersGroup *self)
{
  if (self->services != NULL)
    aj_paper_opener_choose (GTK_WIDGET (self), self->services, file_added_cb, g_object_ref (self));
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  AjPapersGroup *self = user_data;
  const AjValues *paper = aj_meeting_facts_get_papers (self->facts)->pdata[index];
  g_autoptr (AjRecord) record = aj_store_ref_record (get_store (self), &aj_paper_record_type,
                                                     aj_values_get_id (paper));

  return aj_paper_row_new (self->services, record);
}

static void
show_rows (AjPapersGroup *self)
{
  GPtrArray *papers = self->facts != NULL ? aj_meeting_facts_get_papers (self->facts) : NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; papers != NULL && i < papers->len; i++)
    g_ptr_array_add (keys, (gpointer) aj_values_get_id (papers->pdata[i]));
  aj_keyed_rows_sync (self->list, keys, make_row_cb, NULL, self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), keys->len > 0);
}

static void
aj_papers_group_dispose (GObject *object)
{
  AjPapersGroup *self = AJ_PAPERS_GROUP (object);

  self->entry = NULL;
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_papers_group_parent_class)->dispose (object);
}

static void
aj_papers_group_class_init (AjPapersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_papers_group_dispose;
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
}

void
aj_papers_group_show (AjPapersGroup *self, AjServices *services, AjMeetingFacts *facts)
{
  gboolean writable;

  g_return_if_fail (AJ_IS_PAPERS_GROUP (self));

  g_set_object (&self->services, services);
  if (facts != NULL)
    aj_meeting_facts_ref (facts);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  self->facts = facts;
  writable = facts != NULL && !aj_store_is_read_only (get_store (self));
  show_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), writable);
  gtk_widget_set_visible (self->attach, writable);
}
