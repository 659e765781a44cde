/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-merger-dialog.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-draft-row.h"
#include "aj-drop-down.h"
#include "aj-feedback.h"
#include "aj-merger.h"
#include "aj-municipality.h"
#include "aj-record-finder.h"
#include "aj-text.h"

/* In the list of what they become: before those that may stay. */
#define NEW_ONE 0

struct _AjMergerDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *chosen_group;
  GtkMenuButton *add_button;
  GtkListBox *chosen_list;
  AdwPreferencesGroup *result_group;
  GtkDropDown *into;
  GtkLabel *outcome_label;

  GtkWidget *origin;         /* (nullable): weak */
  AjServices *services;      /* (owned) */
  GCancellable *cancellable; /* (owned): of the reading */
  char *first;               /* (owned) (nullable): the one it began with, until that is read */
  GPtrArray *known;          /* (owned) (nullable) (element-type AjValues): all there are */
  GPtrArray *chosen;         /* (owned) (element-type AjValues): of the known */
  GPtrArray *rows;           /* (owned) (element-type AjDraftRow): of the result; children */
  AjDraftRow *date_row;      /* (unowned) */
  AjRecordFinder *finder;    /* (unowned) (nullable): in the popover */
  AjValues *result;          /* (owned): what they become */
  AjValues *typed;           /* (owned): what the person filled in of that, */
  guint64 touched;           /* in these fields */
  AjValues *terms;           /* (owned): holds the day, as the first of a municipality */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (AjMergerDialog, aj_merger_dialog, ADW_TYPE_WINDOW)

/* What is asked of a new one, and what alone of one that stays. */
static const char *const asked[] = { "name", "code", "district", "school-region", "population" };
#define POPULATION 4

static const AjValues *
get_staying (AjMergerDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->into);

  if (selected == NEW_ONE || selected > self->chosen->len)
    return NULL;
  return self->chosen->pdata[selected - 1];
}

/* (transfer container): borrows. */
static GPtrArray *
list_old (AjMergerDialog *self)
{
  const AjValues *stays = get_staying (self);
  GPtrArray *old = g_ptr_array_new ();

  for (guint i = 0; i < self->chosen->len; i++)
    if (self->chosen->pdata[i] != stays)
      g_ptr_array_add (old, self->chosen->pdata[i]);
  return old;
}

static AjMerger
make_merger (AjMergerDialog *self, GPtrArray *old)
{
  AjMerger merger = { old, get_staying (self), self->result,
                      aj_values_get_date (self->terms, "valid-from") };

  return merger;
}

static char *
describe_outcome (const AjMerger *merger)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *day = aj_date_format_plain (merger->date);
  g_autofree char *last = aj_date_format_plain (merger->date - 1);

  for (guint i = 0; i < merger->old->len; i++)
    g_ptr_array_add (names, (gpointer) aj_values_get_text (merger->old->pdata[i], "name"));
  g_ptr_array_add (names, NULL);
  joined = aj_text_join_names ((const char *const *) names->pdata);
  return g_strdup_printf (
      /* Translators: which municipalities, what they become, the first day of that, the day before. */
      ngettext ("%1$s goes into %2$s on %3$s. Its last day is %4$s. Its organisations, people and "
                "contacts stay with it, as they were.",
                "%1$s go into %2$s on %3$s. Their last day is %4$s. Their organisations, people "
                "and contacts stay with them, as they were.",
                merger->old->len),
      joined, aj_values_get_text (merger->result, "name"), day, last);
}

static const char *
find_fault (AjMergerDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (aj_draft_row_get_fault (self->rows->pdata[i]) != NULL)
      return aj_draft_row_get_fault (self->rows->pdata[i]);
  return aj_draft_row_get_fault (self->date_row);
}

/* What will happen, or why nothing can yet. */
static void
update_outcome (AjMergerDialog *self)
{
  g_autoptr (GPtrArray) old = list_old (self);
  AjMerger merger = make_merger (self, old);
  const char *fault = find_fault (self);
  g_autofree char *outcome = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_good = self->known != NULL && fault == NULL &&
                     aj_merger_check (&merger, self->known, &error);

  if (is_good)
    outcome = describe_outcome (&merger);
  else
    outcome = g_strdup (fault != NULL ? fault : error != NULL ? error->message : "");
  gtk_label_set_text (self->outcome_label, outcome);
  if (is_good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->outcome_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->outcome_label), "dim-label");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merger.merge", is_good);
}

/* What is proposed follows the choice; what was typed stays. */
static void
propose (AjMergerDialog *self)
{
  g_autoptr (GPtrArray) old = list_old (self);
  const AjValues *stays = get_staying (self);
  AjValues *result = aj_merger_propose (old, stays);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      int index = aj_record_type_find (&aj_municipality_record_type, asked[i]);
      gboolean is_asked = stays == NULL || i == POPULATION;

      if (is_asked && (self->touched & (G_GUINT64_CONSTANT (1) << index)) != 0)
        aj_values_set (result, (guint) index, aj_values_peek (self->typed, (guint) index));
      gtk_widget_set_visible (self->rows->pdata[i], is_asked);
      aj_draft_row_set_draft (self->rows->pdata[i], result);
    }
  aj_values_unref (self->result);
  self->result = result;
  adw_preferences_group_set_description (
      self->result_group,
      stays == NULL ? _ ("What is not asked here, such as the place on the map, is that of the "
                         "largest.")
                    : NULL);
  update_outcome (self);
}

static void
row_changed_cb (AjDraftRow *row, AjMergerDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (self->rows->pdata[i] == (gpointer) row)
      {
        int index = aj_record_type_find (&aj_municipality_record_type, asked[i]);

        aj_values_set (self->typed, (guint) index, aj_values_peek (self->result, (guint) index));
        self->touched |= G_GUINT64_CONSTANT (1) << index;
      }
  update_outcome (self);
}

static void
into_selected_cb (AjMergerDialog *self)
{
  if (!self->is_filling && self->result != NULL)
    propose (self);
}

/* The choice stays on whom it was, as far as that is still there. */
static void
fill_into (AjMergerDialog *self, const AjValues *stays)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = NEW_ONE;

  gtk_string_list_append (names, _ ("A new municipality"));
  for (guint i = 0; i < self->chosen->len; i++)
    {
      gtk_string_list_append (names, aj_values_get_text (self->chosen->pdata[i], "name"));
      if (self->chosen->pdata[i] == stays)
        selected = i + 1;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->into, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->into, selected);
  self->is_filling = FALSE;
}

static void fill_chosen (AjMergerDialog *self);

static void
remove_clicked_cb (AjMergerDialog *self, GtkWidget *button)
{
  const AjValues *stays = get_staying (self);
  gpointer values = g_object_get_data (G_OBJECT (button), "values");

  if (stays == values)
    stays = NULL;
  g_ptr_array_remove (self->chosen, values);
  fill_into (self, stays);
  fill_chosen (self);
  propose (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static GtkWidget *
make_chosen_row (AjMergerDialog *self, const AjValues *values)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  const char *name = aj_values_get_text (values, "name");
  gint64 population = aj_values_get_integer (values, "population");
  /* Translators: the name of a municipality that is not to be merged after all. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Leave out %s"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  aj_accessible_set_name (row, name);
  if (population > 0)
    {
      g_autofree char *shown = g_strdup_printf (ngettext ("%'d inhabitant", "%'d inhabitants",
                                                          (gulong) population),
                                                (int) population);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
    }
  g_object_set_data (G_OBJECT (button), "values", (gpointer) values);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  aj_accessible_set_name (button, tooltip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_chosen (AjMergerDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->chosen_list))) != NULL)
    gtk_list_box_remove (self->chosen_list, row);
  for (guint i = 0; i < self->chosen->len; i++)
    gtk_list_box_append (self->chosen_list, make_chosen_row (self, self->chosen->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_list), self->chosen->len > 0);
}

static void
choose (AjMergerDialog *self, const char *id)
{
  const AjValues *stays = get_staying (self);

  for (guint i = 0; i < self->chosen->len; i++)
    if (g_str_equal (aj_values_get_id (self->chosen->pdata[i]), id))
      return;
  for (guint i = 0; i < self->known->len; i++)
    if (g_str_equal (aj_values_get_id (self->known->pdata[i]), id))
      g_ptr_array_add (self->chosen, self->known->pdata[i]);
  fill_into (self, stays);
  fill_chosen (self);
  propose (self);
}

static void
picked_cb (AjMergerDialog *self, const char *id)
{
  gtk_menu_button_popdown (self->add_button);
  if (self->known != NULL && id != NULL)
    choose (self, id);
}

/* Those that are there on the day before. */
static void
popover_shown_cb (AjMergerDialog *self)
{
  AjDate date = aj_values_get_date (self->terms, "valid-from");

  aj_record_finder_set_date (self->finder, date != AJ_DATE_NONE ? date - 1 : AJ_DATE_NONE);
  aj_record_finder_start (self->finder);
}

static void
popover_closed_cb (AjMergerDialog *self)
{
  aj_record_finder_stop (self->finder);
}

static void
make_finder (AjMergerDialog *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->finder = aj_record_finder_new (&aj_municipality_record_type);
  aj_record_finder_set_services (self->finder, self->services);
  g_signal_connect_object (self->finder, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->finder));
  gtk_menu_button_set_popover (self->add_button, popover);
  aj_accessible_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->add_button)),
                          _ ("Add a municipality"));
}

static void
make_rows (AjMergerDialog *self)
{
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      row = aj_draft_row_new (&aj_municipality_record_type, asked[i]);
      aj_draft_row_set_services (AJ_DRAFT_ROW (row), self->services);
      g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), self);
      adw_preferences_group_add (self->result_group, row);
      g_ptr_array_add (self->rows, row);
    }
  row = aj_draft_row_new (&aj_municipality_record_type, "valid-from");
  self->date_row = AJ_DRAFT_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("First day as one"));
  aj_draft_row_set_services (self->date_row, self->services);
  aj_draft_row_set_draft (self->date_row, self->terms);
  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), self);
  adw_preferences_group_add (self->result_group, row);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMergerDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = aj_store_fetch_finish (AJ_STORE (source), result, &error);
  g_autofree char *first = g_steal_pointer (&self->first);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (records == NULL)
    {
      gtk_label_set_text (self->outcome_label, error->message);
      return;
    }
  self->known = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->known, aj_values_ref (aj_record_get_values (records->pdata[i])));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), TRUE);
  choose (self, first);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMergerDialog) self = user_data;
  g_autoptr (GtkWidget) origin = self->origin != NULL ? g_object_ref (self->origin) : NULL;
  g_autoptr (GError) error = NULL;

  if (!aj_dialog_conclude (GTK_WINDOW (self), origin, source, result, &error))
    gtk_label_set_text (self->outcome_label, error->message);
  else if (origin != NULL)
    gtk_widget_activate_action (origin, "records.show", "(ss)", aj_municipality_record_type.name,
                                aj_values_get_id (self->result));
}

static void
merge_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjMergerDialog *self = AJ_MERGER_DIALOG (widget);
  g_autoptr (GPtrArray) old = list_old (self);
  AjMerger merger = make_merger (self, old);
  g_autoptr (AjEdit) edit = aj_merger_prepare (&merger, aj_services_get_store (self->services));

  gtk_widget_action_set_enabled (widget, "merger.merge", FALSE);
  aj_dialog_commit (GTK_WINDOW (self), edit, committed_cb);
}

static void
aj_merger_dialog_dispose (GObject *object)
{
  AjMergerDialog *self = AJ_MERGER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < self->rows->len; i++)
    aj_draft_row_set_draft (self->rows->pdata[i], NULL);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_weak_pointer (&self->origin);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_MERGER_DIALOG);
  G_OBJECT_CLASS (aj_merger_dialog_parent_class)->dispose (object);
}

static void
aj_merger_dialog_finalize (GObject *object)
{
  AjMergerDialog *self = AJ_MERGER_DIALOG (object);

  g_object_unref (self->cancellable);
  g_free (self->first);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->chosen);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  aj_values_unref (self->result);
  aj_values_unref (self->typed);
  aj_values_unref (self->terms);
  G_OBJECT_CLASS (aj_merger_dialog_parent_class)->finalize (object);
}

static void
aj_merger_dialog_class_init (AjMergerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_merger_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_merger_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-merger-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMergerDialog, chosen_group);
  gtk_widget_class_bind_template_child (widget_class, AjMergerDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, AjMergerDialog, chosen_list);
  gtk_widget_class_bind_template_child (widget_class, AjMergerDialog, result_group);
  gtk_widget_class_bind_template_child (widget_class, AjMergerDialog, into);
  gtk_widget_class_bind_template_child (widget_class, AjMergerDialog, outcome_label);
  gtk_widget_class_bind_template_callback (widget_class, into_selected_cb);
  gtk_widget_class_install_action (widget_class, "merger.merge", NULL, merge_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "merger.merge", NULL);
}

static void
aj_merger_dialog_init (AjMergerDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->chosen = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->typed = aj_values_new_empty (&aj_municipality_record_type, NULL, 0);
  self->terms = aj_values_new_empty (&aj_municipality_record_type, NULL, 0);
  self->result = aj_values_new_empty (&aj_municipality_record_type, NULL, 0);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merger.merge", FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
  aj_drop_down_set_up (self->into);
  fill_into (self, NULL);
  aj_drop_down_set_name (self->into, _ ("What they become"));
}

static void
fit_to_parent (AjMergerDialog *self, GtkWindow *parent)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (gtk_widget_get_width (GTK_WIDGET (parent)), 480),
                               CLAMP (gtk_widget_get_height (GTK_WIDGET (parent)) - 40, 294, 720));
}

AjMergerDialog *
aj_merger_dialog_show (GtkWidget *origin, AjServices *services, const char *municipality_id)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (origin));
  AjMergerDialog *self = g_object_new (AJ_TYPE_MERGER_DIALOG, NULL);
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);

  aj_dialog_set_parent (GTK_WINDOW (self), parent);
  g_set_weak_pointer (&self->origin, origin);
  self->services = g_object_ref (services);
  self->first = g_strdup (municipality_id);
  aj_values_set_date (self->terms, "valid-from",
                      aj_merger_get_usual_date (aj_services_get_today (services)));
  make_finder (self);
  make_rows (self);
  propose (self);
  fit_to_parent (self, parent);
  aj_store_fetch_async (aj_services_get_store (services), query, self->cancellable, read_cb,
                        g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
