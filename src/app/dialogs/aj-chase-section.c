/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-chase-section.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-keyed-rows.h"

struct _AjChaseSection
{
  AdwPreferencesGroup parent_instance;

  char *key;             /* (owned) */
  GtkListBox *list;      /* the group's */
  GtkCheckButton *check; /* the group's: of all */
  GPtrArray *rows;       /* (borrowed) (nullable) (element-type AjChaseRow): while they are shown */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AjChaseSection, aj_chase_section, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
aj_chase_row_free (AjChaseRow *self)
{
  g_free (self->about);
  g_free (self);
}

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static void
row_toggled_cb (GtkCheckButton *check, AjChaseSection *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);

  const char *const keys[] = { aj_keyed_rows_get_key (GTK_LIST_BOX_ROW (row)), NULL };

  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_TICKED], 0, keys, gtk_check_button_get_active (check));
}

static void
all_toggled_cb (AjChaseSection *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (self->filling)
    return;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (keys, (gpointer) aj_keyed_rows_get_key (GTK_LIST_BOX_ROW (row)));
  g_ptr_array_add (keys, NULL);
  g_signal_emit (self, signals[SIGNAL_TICKED], 0, keys->pdata,
                 gtk_check_button_get_active (self->check));
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  AjChaseSection *self = user_data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (_ ("draft made"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "written", label);
  g_signal_connect_object (check, "toggled", G_CALLBACK (row_toggled_cb), self, 0);
  return row;
}

static void
update_row_cb (GtkWidget *widget, guint index, gpointer user_data)
{
  const AjChaseRow *row = ((AjChaseSection *) user_data)->rows->pdata[index];
  const char *name = aj_values_get_text (row->item->line->municipality, "name");
  const char *remark = row->item->remark;
  GtkCheckButton *check = get_check (widget);
  g_autofree char *text = remark == NULL        ? g_strdup (row->about)
                          : *row->about == '\0' ? g_strdup (remark)
                                                : g_strdup_printf ("%s\n%s", row->about, remark);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), text);
  gtk_check_button_set_active (check, row->ticked);
  gtk_widget_set_sensitive (GTK_WIDGET (check), row->item->to->len > 0);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (widget), "written"), row->written);
  aj_accessible_set_name (GTK_WIDGET (check), name);
}

static void
show_all_check (AjChaseSection *self)
{
  guint n_ticked = 0, n_able = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const AjChaseRow *row = self->rows->pdata[i];

      n_able += row->item->to->len > 0 ? 1 : 0;
      n_ticked += row->ticked ? 1 : 0;
    }
  gtk_check_button_set_active (self->check, n_able > 0 && n_ticked == n_able);
  gtk_check_button_set_inconsistent (self->check, n_ticked > 0 && n_ticked < n_able);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), n_able > 0);
}

void
aj_chase_section_show (AjChaseSection *self, const char *title, GPtrArray *rows)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);
  /* Translators: a tick for all that stands below it, for a screen reader; the title there. */
  g_autofree char *name = g_strdup_printf (_ ("All: %s"), title);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (keys, (gpointer) aj_values_get_id (
                               ((AjChaseRow *) rows->pdata[i])->item->line->municipality));
  self->rows = rows;
  self->filling = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), markup);
  aj_accessible_set_name (GTK_WIDGET (self->list), title);
  aj_accessible_set_name (GTK_WIDGET (self->check), name);
  aj_keyed_rows_sync (self->list, keys, make_row_cb, update_row_cb, self);
  show_all_check (self);
  self->filling = FALSE;
  self->rows = NULL;
}

static void
aj_chase_section_finalize (GObject *object)
{
  g_free (AJ_CHASE_SECTION (object)->key);
  G_OBJECT_CLASS (aj_chase_section_parent_class)->finalize (object);
}

static void
aj_chase_section_class_init (AjChaseSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_chase_section_finalize;
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", AJ_TYPE_CHASE_SECTION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRV,
                                         G_TYPE_BOOLEAN);
}

static void
aj_chase_section_init (AjChaseSection *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("All")));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (all_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->check));
}

AjChaseSection *
aj_chase_section_new (const char *key)
{
  AjChaseSection *self = g_object_new (AJ_TYPE_CHASE_SECTION, NULL);

  self->key = g_strdup (key);
  return self;
}

const char *
aj_chase_section_get_key (AjChaseSection *self)
{
  return self->key;
}
