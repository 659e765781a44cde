/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activities-group.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-activity-row.h"
#include "aj-activity.h"
#include "aj-edition-job.h"
#include "aj-error.h"
#include "aj-feedback.h"
#include "aj-line-entry.h"
#include "aj-list.h"
#include "aj-text.h"

struct _AjActivitiesGroup
{
  AdwPreferencesGroup parent_instance;

  AjServices *services; /* (owned) (nullable) */
  char *edition;        /* (owned) (nullable) */
  char *municipality;   /* (owned) (nullable) */
  AjList *list;         /* (owned) (nullable) */
  char *wanted;         /* (owned) (nullable): to be opened when it comes */

  GtkListBox *list_box;   /* (unowned): a child */
  AjLineEntry *entry;     /* (unowned): a child */
  GtkWidget *held_button; /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (AjActivitiesGroup, aj_activities_group, ADW_TYPE_PREFERENCES_GROUP)

static void
open_wanted (AjActivitiesGroup *self)
{
  guint position = self->wanted != NULL && self->list != NULL
                       ? aj_list_find (self->list, self->wanted)
                       : G_MAXUINT;
  GtkListBoxRow *row;

  if (position == G_MAXUINT)
    return;
  g_clear_pointer (&self->wanted, g_free);
  row = gtk_list_box_get_row_at_index (self->list_box, (int) position);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

/* (transfer full) (element-type AjValues): the day has come, and nobody has said yet how it went. */
static GPtrArray *
list_unheld (AjActivitiesGroup *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  AjDate today = self->services != NULL ? aj_services_get_today (self->services) : AJ_DATE_NONE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AjRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      const AjValues *activity = aj_record_get_values (record);

      if (activity != NULL && aj_activity_counts (activity) &&
          aj_values_get_date (activity, "date") <= today &&
          g_strcmp0 (aj_values_get_text (activity, "state"), AJ_ACTIVITY_HELD) != 0)
        g_ptr_array_add (found, aj_values_ref (activity));
    }
  return found;
}

static void
show_held (AjActivitiesGroup *self)
{
  g_autoptr (GPtrArray) unheld = list_unheld (self);

  gtk_widget_set_visible (self->held_button,
                          unheld->len > 0 && self->services != NULL &&
                              !aj_store_is_read_only (aj_services_get_store (self->services)));
}

static void
held_clicked_cb (AjActivitiesGroup *self)
{
  g_autoptr (GPtrArray) unheld = list_unheld (self);
  g_autoptr (AjEdit) edit = NULL;

  if (unheld->len == 0)
    return;
  edit = aj_edition_job_note_held (aj_services_get_store (self->services), unheld);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
list_changed_cb (AjActivitiesGroup *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         aj_list_get_error (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), n > 0);
  show_held (self);
  open_wanted (self);
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  /* Records come after their rows. */
  g_signal_handlers_disconnect_by_func (item, show_held, user_data);
  g_signal_connect_object (item, "notify::name", G_CALLBACK (show_held), user_data,
                           G_CONNECT_SWAPPED);
  return aj_activity_row_new (AJ_ACTIVITIES_GROUP (user_data)->services, item);
}

static AjQuery *
make_query (AjActivitiesGroup *self)
{
  AjQuery *query = aj_query_new (&aj_activity_record_type);

  aj_query_where_text (query, "edition", AJ_QUERY_EQUAL, self->edition);
  aj_query_where_text (query, "municipality", AJ_QUERY_EQUAL, self->municipality);
  aj_query_order_by (query, "date", FALSE);
  aj_query_order_by (query, "from", FALSE);
  aj_query_order_by (query, "name", FALSE);
  return query;
}

/* What is typed is a title: what else there is to say is asked for in the row that opens. */
static void
accepted_cb (AjActivitiesGroup *self)
{
  g_autofree char *name = aj_text_clean_line (aj_line_entry_get_text (self->entry));
  g_autofree char *label = NULL;
  g_autoptr (AjEdit) edit = NULL;
  AjValues *activity;

  if (*name == '\0' || self->edition == NULL || self->municipality == NULL)
    return;
  /* Translators: a line of history; the title of an activity. */
  label = g_strdup_printf (_ ("Register “%s”"), name);
  edit = aj_edit_new (aj_services_get_store (self->services), label);
  activity = aj_edit_add (edit, &aj_activity_record_type);
  aj_values_set_text (activity, "edition", self->edition);
  aj_values_set_text (activity, "municipality", self->municipality);
  aj_values_set_text (activity, "name", name);
  g_free (self->wanted);
  self->wanted = g_strdup (aj_values_get_id (activity));
  aj_line_entry_commit (self->entry, GTK_WIDGET (self), edit);
}

static void
drop_list (AjActivitiesGroup *self)
{
  if (self->list == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->list);
}

static void
make_list (AjActivitiesGroup *self)
{
  g_autoptr (AjQuery) query = make_query (self);

  self->list = aj_list_new (aj_services_get_store (self->services), query);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->list), make_row_cb, self, NULL);
  /* After the list box, whose rows are wanted. */
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify", G_CALLBACK (list_changed_cb), self);
  list_changed_cb (self);
}

static void
aj_activities_group_dispose (GObject *object)
{
  AjActivitiesGroup *self = AJ_ACTIVITIES_GROUP (object);

  drop_list (self);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_activities_group_parent_class)->dispose (object);
}

static void
aj_activities_group_finalize (GObject *object)
{
  AjActivitiesGroup *self = AJ_ACTIVITIES_GROUP (object);

  g_free (self->edition);
  g_free (self->municipality);
  g_free (self->wanted);
  G_OBJECT_CLASS (aj_activities_group_parent_class)->finalize (object);
}

static void
aj_activities_group_class_init (AjActivitiesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_activities_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_activities_group_finalize;
}

static void
aj_activities_group_init (AjActivitiesGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list_box = gtk_list_box_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Activities"));
  self->list_box = GTK_LIST_BOX (list_box);
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list_box, "boxed-list");
  gtk_widget_set_visible (list_box, FALSE);
  aj_accessible_set_name (list_box, _ ("Activities"));
  self->entry = aj_line_entry_new (_ ("New activity"));
  g_signal_connect_object (self->entry, "accepted", G_CALLBACK (accepted_cb), self,
                           G_CONNECT_SWAPPED);
  self->held_button = gtk_button_new_with_mnemonic (_ ("All Were _Held"));
  gtk_widget_set_tooltip_text (self->held_button,
                               _ ("Note that everything here of which the day has come was held"));
  gtk_widget_add_css_class (self->held_button, "flat");
  gtk_widget_set_valign (self->held_button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->held_button, FALSE);
  g_signal_connect_object (self->held_button, "clicked", G_CALLBACK (held_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->held_button);
  gtk_box_append (GTK_BOX (box), list_box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
}

void
aj_activities_group_show (AjActivitiesGroup *self,
                          AjServices *services,
                          const char *edition,
                          const char *municipality)
{
  gboolean changed;

  g_return_if_fail (AJ_IS_ACTIVITIES_GROUP (self));

  if (g_set_object (&self->services, services))
    /* What is shown is loaded by then, and changes without another list. */
    g_signal_connect_object (aj_services_get_store (services), "changed", G_CALLBACK (show_held),
                             self, G_CONNECT_SWAPPED);
  changed = aj_set_string (&self->edition, edition);
  changed = aj_set_string (&self->municipality, municipality) || changed;
  aj_line_entry_set_open (self->entry, !aj_store_is_read_only (aj_services_get_store (services)));
  if (!changed)
    return;
  drop_list (self);
  if (edition != NULL && municipality != NULL)
    make_list (self);
}

void
aj_activities_group_focus_line (AjActivitiesGroup *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->entry), GTK_DIR_TAB_FORWARD);
}

void
aj_activities_group_reveal (AjActivitiesGroup *self, const char *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  open_wanted (self);
}
