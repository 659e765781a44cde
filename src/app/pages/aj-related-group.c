/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-related-group.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-edit.h"
#include "aj-error.h"
#include "aj-feedback.h"
#include "aj-list.h"
#include "aj-membership.h"
#include "aj-membership-row.h"
#include "aj-new-record-dialog.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-position-row.h"
#include "aj-record-finder.h"
#include "aj-record-maker.h"
#include "aj-record-summary.h"

/* Rows are real widgets here; who has more looks for them in their own list. */
#define MAX_SHOWN 100

struct _AjRelatedGroup
{
  AdwPreferencesGroup parent_instance;

  const AjRecordRelation *relation;
  AjServices *services;       /* (owned) */
  AjRecord *record;           /* (owned) */
  AjList *list;               /* (owned) */
  GtkWidget *list_box;        /* (unowned): a child */
  GtkMenuButton *menu_button; /* (unowned) (nullable): adds a seat */
  char *wanted;               /* (owned) (nullable): a function to be opened when it comes */
};

G_DEFINE_FINAL_TYPE (AjRelatedGroup, aj_related_group, ADW_TYPE_PREFERENCES_GROUP)

static AjStore *
get_store (AjRelatedGroup *self)
{
  return aj_services_get_store (self->services);
}

static gboolean
is_of_memberships (AjRelatedGroup *self)
{
  return self->relation->type == &aj_membership_record_type;
}

/* What the memberships lead to. */
static const AjRecordType *
find_other_type (AjRelatedGroup *self)
{
  const AjRecordType *type = self->relation->type;
  int index = aj_record_type_find (type, self->relation->other);

  return aj_record_type_lookup (type->fields[index].target);
}

static gboolean
is_of_positions (AjRelatedGroup *self)
{
  return self->relation->type == &aj_position_record_type;
}

/* A function that was just added is opened as soon as it is in the list. */
static void
edit_wanted (AjRelatedGroup *self)
{
  guint place = self->wanted != NULL ? aj_list_find (self->list, self->wanted) : G_MAXUINT;
  GtkListBoxRow *row;

  if (place == G_MAXUINT)
    return;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box), (int) place);
  if (row == NULL)
    return;
  g_clear_pointer (&self->wanted, g_free);
  aj_record_row_edit (AJ_RECORD_ROW (row));
}

static void
update_description (AjRelatedGroup *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *limited = NULL;
  const char *text = NULL;

  if (aj_list_get_error (self->list) != NULL)
    text = aj_list_get_error (self->list);
  else if (count == 0 && !aj_list_is_loading (self->list))
    text = self->relation->empty != NULL ? _ (self->relation->empty) : NULL;
  else if (count == MAX_SHOWN)
    text = limited = g_strdup_printf (ngettext ("Only the first %u is shown.",
                                                "Only the first %u are shown.", count),
                                      count);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
  gtk_widget_set_visible (self->list_box, count > 0);
  if (self->relation->is_quiet)
    gtk_widget_set_visible (GTK_WIDGET (self), count > 0 || aj_list_get_error (self->list) != NULL);
}

static void
list_changed_cb (AjRelatedGroup *self)
{
  update_description (self);
  edit_wanted (self);
}

static void
title_changed_cb (GtkWidget *row)
{
  aj_accessible_set_name (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* That it is over is said by the words as well. */
static void
over_changed_cb (AjRecordSummary *summary, GParamSpec *pspec, GtkWidget *row)
{
  if (aj_record_summary_is_over (summary))
    gtk_widget_add_css_class (row, "past");
  else
    gtk_widget_remove_css_class (row, "past");
}

static GtkWidget *
make_plain_row (AjRelatedGroup *self, AjRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (AjRecordSummary) summary = aj_record_summary_new (get_store (self), record);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  g_signal_connect (row, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  g_object_bind_property (summary, "title", row, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (summary, "subtitle", row, "subtitle", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (summary, "notify::over", G_CALLBACK (over_changed_cb), row, 0);
  over_changed_cb (summary, NULL, row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "records.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", self->relation->type->name,
                                    aj_record_get_id (record));
  /* Bindings do not keep their source; the row does. */
  g_object_set_data_full (G_OBJECT (row), "summary", g_steal_pointer (&summary), g_object_unref);
  return row;
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  AjRelatedGroup *self = user_data;

  if (is_of_memberships (self))
    return aj_membership_row_new (self->services, item, self->relation->other);
  if (is_of_positions (self))
    return aj_position_row_new (self->services, item, self->relation->field);
  return make_plain_row (self, item);
}

static void
made_cb (const char *id, gpointer user_data)
{
  g_autoptr (AjRelatedGroup) self = user_data;

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "records.show-new", "(ss)",
                                self->relation->type->name, id);
}

static void
add_position (AjRelatedGroup *self)
{
  /* Translators: whose function it is. */
  g_autofree char *label = g_strdup_printf (_ ("Add a function of %s"),
                                            aj_record_get_title (self->record));
  g_autoptr (AjEdit) edit = aj_edit_new (get_store (self), label);
  AjValues *values = aj_edit_add (edit, self->relation->type);

  aj_values_set_text (values, self->relation->field, aj_record_get_id (self->record));
  aj_values_set_text (values, "function", _ (self->relation->add_label));
  aj_set_string (&self->wanted, aj_values_get_id (values));
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
ask_for_new (AjRelatedGroup *self)
{
  const AjRecordRelation *relation = self->relation;
  AjNewRecordDialog *dialog = aj_new_record_dialog_new (GTK_WIDGET (self), self->services,
                                                        relation->type, relation->asked,
                                                        relation->field,
                                                        aj_record_get_id (self->record), made_cb,
                                                        g_object_ref (self));

  gtk_window_set_title (GTK_WINDOW (dialog), _ (relation->add_label));
  aj_dialog_set_parent (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_clicked_cb (AjRelatedGroup *self)
{
  AjRecordWish wish = { .type = self->relation->type,
                        .name = _ (self->relation->add_label),
                        .numbered = TRUE,
                        .reference = self->relation->field,
                        .target_id = aj_record_get_id (self->record) };

  if (is_of_positions (self))
    {
      add_position (self);
      return;
    }
  if (self->relation->new_action != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), self->relation->new_action, NULL);
      return;
    }
  if (self->relation->asked != NULL)
    {
      ask_for_new (self);
      return;
    }
  aj_record_maker_make (GTK_WIDGET (self), get_store (self), &wish, made_cb, g_object_ref (self));
}

static void
seat_picked_cb (AjRelatedGroup *self, const char *id)
{
  const AjRecordType *type = find_other_type (self);
  g_autoptr (AjRecord) other = aj_store_ref_record (get_store (self), type, id);
  g_autofree char *label =
      /* Translators: who or what is given a seat, and where: "Add Jan de Vries to Expertteam". */
      g_strdup_printf (_ ("Add %s to %s"), aj_record_get_title (self->record),
                       aj_record_get_title (other));
  g_autoptr (AjEdit) edit = aj_edit_new (get_store (self), label);
  AjValues *values = aj_edit_add (edit, self->relation->type);

  aj_values_set_text (values, self->relation->field, aj_record_get_id (self->record));
  aj_values_set_text (values, self->relation->other, id);
  gtk_menu_button_popdown (self->menu_button);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
finder_mapped_cb (AjRecordFinder *finder)
{
  aj_record_finder_start (finder);
}

static void
finder_unmapped_cb (AjRecordFinder *finder)
{
  aj_record_finder_stop (finder);
}

static GtkWidget *
make_seat_popover (AjRelatedGroup *self)
{
  GtkWidget *popover = gtk_popover_new ();
  AjRecordFinder *finder = aj_record_finder_new (find_other_type (self));

  aj_record_finder_set_services (finder, self->services);
  g_signal_connect_object (finder, "picked", G_CALLBACK (seat_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_after (finder, "map", G_CALLBACK (finder_mapped_cb), NULL);
  g_signal_connect (finder, "unmap", G_CALLBACK (finder_unmapped_cb), NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (finder));
  return popover;
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, make_seat_popover (user_data));
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_add_button (AjRelatedGroup *self)
{
  const char *name = _ (self->relation->add_label);
  GtkWidget *button;

  if (!is_of_memberships (self))
    {
      button = gtk_button_new_from_icon_name ("list-add-symbolic");
      g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      button = gtk_menu_button_new ();
      self->menu_button = GTK_MENU_BUTTON (button);
      gtk_menu_button_set_icon_name (self->menu_button, "list-add-symbolic");
      gtk_menu_button_set_create_popup_func (self->menu_button, create_popover_cb, self, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  name_button (button, name);
  gtk_widget_set_sensitive (button, !aj_store_is_read_only (get_store (self)));
  return button;
}

static void
aj_related_group_dispose (GObject *object)
{
  AjRelatedGroup *self = AJ_RELATED_GROUP (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_related_group_parent_class)->dispose (object);
}

static void
aj_related_group_class_init (AjRelatedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_related_group_dispose;
}

static void
aj_related_group_init (AjRelatedGroup *self)
{
}

static AjQuery *
make_query (AjRelatedGroup *self)
{
  AjQuery *query = aj_query_new (self->relation->type);

  aj_query_where_text (query, self->relation->field, AJ_QUERY_EQUAL,
                       aj_record_get_id (self->record));
  aj_query_order_over_last (query, aj_services_get_today (self->services));
  /* What somebody did last comes first. */
  if (is_of_positions (self))
    aj_query_order_by (query, "from", TRUE);
  aj_query_limit (query, MAX_SHOWN);
  return query;
}

GtkWidget *
aj_related_group_new (AjServices *services, const AjRecordRelation *relation, AjRecord *record)
{
  AjRelatedGroup *self = g_object_new (AJ_TYPE_RELATED_GROUP, "title", _ (relation->title), NULL);
  g_autoptr (AjQuery) query = NULL;

  self->relation = relation;
  self->services = g_object_ref (services);
  self->record = g_object_ref (record);
  query = make_query (self);
  self->list = aj_list_new (get_store (self), query);
  self->list_box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list_box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list_box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (relation->title), -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list_box), G_LIST_MODEL (self->list), make_row_cb,
                           self, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list_box);
  if (relation->add_label != NULL && !aj_person_is_forgotten (record))
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), make_add_button (self));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify", G_CALLBACK (update_description), self);
  update_description (self);
  return GTK_WIDGET (self);
}
