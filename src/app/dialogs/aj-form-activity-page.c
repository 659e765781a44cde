/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-activity-page.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-form-field-row.h"

struct _AjFormActivityPage
{
  AdwBin parent_instance;

  AdwPreferencesPage *page;                /* (unowned): the child */
  AjFormFieldRow *rows[AJ_N_FORM_COLUMNS]; /* (unowned) (nullable): one is not shown here */
  GtkWidget *remove_button;
  AjForm *form;   /* (unowned) (nullable) */
  AjFormRow *row; /* (unowned) (nullable) */
};

G_DEFINE_FINAL_TYPE (AjFormActivityPage, aj_form_activity_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order in which people think of them; whether it takes place is asked in the list of activities. */
static const struct
{
  const char *title;
  const char *description;
  AjFormColumn columns[8]; /* ends with AJ_N_FORM_COLUMNS */
} groups[] = {
  { N_ ("How It Went"),
    NULL,
    { AJ_FORM_COLUMN_ACTUAL_REACH, AJ_FORM_COLUMN_WORKED, AJ_N_FORM_COLUMNS } },
  { N_ ("What"),
    NULL,
    { AJ_FORM_COLUMN_NAME, AJ_FORM_COLUMN_KIND, AJ_FORM_COLUMN_ACCESS, AJ_N_FORM_COLUMNS } },
  { N_ ("When and Where"),
    N_ ("Without a time, it takes all day."),
    { AJ_FORM_COLUMN_DATE, AJ_FORM_COLUMN_FROM, AJ_FORM_COLUMN_UNTIL, AJ_FORM_COLUMN_PLACE,
      AJ_FORM_COLUMN_ADDRESS, AJ_N_FORM_COLUMNS } },
  { N_ ("For Whom"),
    NULL,
    { AJ_FORM_COLUMN_FOR_BUSINESS, AJ_FORM_COLUMN_FOR_YOUTH, AJ_FORM_COLUMN_FOR_ELDERLY,
      AJ_FORM_COLUMN_FOR_RESIDENTS, AJ_FORM_COLUMN_EXPECTED_REACH, AJ_N_FORM_COLUMNS } },
  { N_ ("By Whom"),
    N_ ("Only what is not the same for all of your activities."),
    { AJ_FORM_COLUMN_ORGANISATION, AJ_FORM_COLUMN_PARTNERS, AJ_FORM_COLUMN_INTERVENTION,
      AJ_FORM_COLUMN_CONTACT_NAME, AJ_FORM_COLUMN_CONTACT_MAIL, AJ_FORM_COLUMN_CONTACT_PHONE,
      AJ_N_FORM_COLUMNS } },
  { N_ ("What Else There Is"),
    NULL,
    { AJ_FORM_COLUMN_LINK, AJ_FORM_COLUMN_REMARKS, AJ_N_FORM_COLUMNS } },
};

/* Until when depends on from when. */
static void
changed_cb (AjFormActivityPage *self)
{
  AjFormFieldRow *until = self->rows[AJ_FORM_COLUMN_UNTIL];

  if (*aj_editor_row_get_fault (AJ_EDITOR_ROW (until)) != '\0')
    aj_form_field_row_check (until);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_row (AjFormActivityPage *self, AdwPreferencesGroup *group, AjFormColumn column)
{
  GtkWidget *row = aj_form_field_row_new (column);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  self->rows[column] = AJ_FORM_FIELD_ROW (row);
}

static void
add_group (AjFormActivityPage *self, guint index)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ (groups[index].title));
  if (groups[index].description != NULL)
    adw_preferences_group_set_description (group, _ (groups[index].description));
  for (guint i = 0; groups[index].columns[i] != AJ_N_FORM_COLUMNS; i++)
    add_row (self, group, groups[index].columns[i]);
  aj_accessible_name_lists (GTK_WIDGET (group), _ (groups[index].title));
  adw_preferences_page_add (self->page, group);
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static void
add_buttons (AjFormActivityPage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->remove_button = make_button (_ ("_Remove"), "form.remove");
  gtk_box_append (GTK_BOX (box), make_button (_ ("_Copy"), "form.copy"));
  gtk_box_append (GTK_BOX (box), self->remove_button);
  adw_preferences_group_add (group, box);
  adw_preferences_page_add (self->page, group);
}

static void
aj_form_activity_page_dispose (GObject *object)
{
  AjFormActivityPage *self = AJ_FORM_ACTIVITY_PAGE (object);

  self->form = NULL;
  self->row = NULL;
  G_OBJECT_CLASS (aj_form_activity_page_parent_class)->dispose (object);
}

static void
aj_form_activity_page_class_init (AjFormActivityPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_form_activity_page_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_form_activity_page_init (AjFormActivityPage *self)
{
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (self, i);
  add_buttons (self);
}

/* What is asked only after the day is in a group of its own. */
static void
show_columns (AjFormActivityPage *self)
{
  GtkWidget *reach = GTK_WIDGET (self->rows[AJ_FORM_COLUMN_ACTUAL_REACH]);

  gtk_widget_set_visible (gtk_widget_get_ancestor (reach, ADW_TYPE_PREFERENCES_GROUP),
                          self->form != NULL &&
                              aj_form_has_column (self->form, AJ_FORM_COLUMN_ACTUAL_REACH));
}

void
aj_form_activity_page_set_row (AjFormActivityPage *self, AjForm *form, AjFormRow *row)
{
  g_return_if_fail (AJ_IS_FORM_ACTIVITY_PAGE (self));

  self->form = form;
  self->row = row;
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    if (self->rows[i] != NULL)
      aj_form_field_row_set_row (self->rows[i], form, row);
  /* What the form came with is not to be lost sight of: it is said in the list whether it takes place. */
  gtk_widget_set_visible (self->remove_button,
                          row != NULL && row->activity == NULL && row->previous == NULL);
  show_columns (self);
}

void
aj_form_activity_page_focus (AjFormActivityPage *self, AjFormColumn column)
{
  AjFormFieldRow *row = self->rows[column];

  if (row == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  if (self->row != NULL && !aj_form_row_is_blank (self->row) &&
      self->row->texts[AJ_FORM_COLUMN_NAME] != NULL)
    aj_form_field_row_check (row);
}
