/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-list.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"

/* How many rows are shown at first, and how many a click brings. */
#define PAGE 50

struct _AjImportList
{
  AdwPreferencesGroup parent_instance;

  GListModel *rows; /* (owned) */
  AjImportLineFunc make_line;
  AjImportGroup group;
  guint n_rows;
  GtkSliceListModel *shown; /* (owned) */

  GtkListBox *list; /* (borrowed): children */
  GtkButton *more_button;
};

G_DEFINE_FINAL_TYPE (AjImportList, aj_import_list, ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  const char *title;
  const char *description;
} texts[AJ_IMPORT_N_GROUPS] = {
  /* Translators: the title of a list of rows of a file that need a look before they are imported. */
  [AJ_IMPORT_GROUP_DOUBTFUL] = { N_ ("To Look At"),
                                 N_ ("Open a row to correct it. What has no tick is not "
                                     "imported.") },
  /* Translators: the title of a list of rows of a file that change what is there. */
  [AJ_IMPORT_GROUP_CHANGED] = { N_ ("Changed"), NULL },
  /* Translators: the title of a list of rows of a file that are not there yet. */
  [AJ_IMPORT_GROUP_NEW] = { N_ ("New"), NULL },
  /* Translators: the title of a list of rows of a file that are there already. */
  [AJ_IMPORT_GROUP_SAME] = { N_ ("There Already"), NULL },
};

static void
update_more (AjImportList *self)
{
  guint n_shown = gtk_slice_list_model_get_size (self->shown);
  guint n_more = self->n_rows - MIN (n_shown, self->n_rows);
  g_autofree char *label = NULL;

  if (n_shown == 0)
    label = g_strdup_printf (ngettext ("_Show %'u Row", "_Show %'u Rows", n_more), n_more);
  else
    label = g_strdup_printf (ngettext ("_Show %'u More", "_Show %'u More", n_more), n_more);
  gtk_button_set_label (self->more_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_shown > 0);
}

static void
focus_row (AjImportList *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
show_more_cb (AjImportList *self)
{
  guint n_shown = gtk_slice_list_model_get_size (self->shown);

  gtk_slice_list_model_set_size (self->shown, MIN (n_shown + PAGE, self->n_rows));
  update_more (self);
  focus_row (self, n_shown);
}

static GtkWidget *
make_line_cb (gpointer item, gpointer user_data)
{
  AjImportList *self = user_data;

  return self->make_line (self->rows, item, self->group == AJ_IMPORT_GROUP_DOUBTFUL);
}

static void
aj_import_list_dispose (GObject *object)
{
  AjImportList *self = AJ_IMPORT_LIST (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (aj_import_list_parent_class)->dispose (object);
}

static void
aj_import_list_class_init (AjImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_import_list_dispose;
}

static void
aj_import_list_init (AjImportList *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (group, GTK_WIDGET (self->list));
  self->more_button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_use_underline (self->more_button, TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->more_button), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self->more_button), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->more_button), "pill");
  g_signal_connect_swapped (self->more_button, "clicked", G_CALLBACK (show_more_cb), self);
  adw_preferences_group_add (group, GTK_WIDGET (self->more_button));
}

GtkWidget *
aj_import_list_new (
    GListModel *rows, AjImportGroup group, guint first, guint n_rows, AjImportLineFunc make_line)
{
  AjImportList *self = g_object_new (AJ_TYPE_IMPORT_LIST, NULL);
  guint n_shown = group == AJ_IMPORT_GROUP_SAME ? 0 : MIN (n_rows, PAGE);

  self->rows = g_object_ref (rows);
  self->make_line = make_line;
  self->group = group;
  self->n_rows = n_rows;
  self->shown = gtk_slice_list_model_new (g_object_ref (rows), first, n_shown);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ (texts[group].title));
  if (texts[group].description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                           _ (texts[group].description));
  aj_accessible_name_lists (GTK_WIDGET (self), _ (texts[group].title));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), make_line_cb, self, NULL);
  update_more (self);
  return GTK_WIDGET (self);
}
