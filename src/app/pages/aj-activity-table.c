/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-activity-columns.h"
#include "aj-activity-filter-button.h"
#include "aj-edition.h"
#include "aj-error.h"
#include "aj-list.h"
#include "aj-slim-bin.h"
#include "aj-slot-list.h"
#include "aj-undo-keys.h"
#include "aj-waiting.h"

#define SETTING "action-day-activities"

struct _AjActivityTable
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *bin;
  GtkBox *search_row;
  GtkSearchEntry *search_entry;
  AjActivityFilterButton *filter_button;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  AdwStatusPage *error_page;

  AjServices *services;          /* (owned) (nullable) */
  AjActivityFilter *filter;      /* (owned) */
  AjList *list;                  /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable): over the places of the list */
  AjActivityColumns *columns;    /* (owned) (nullable) */
  char *edition;                 /* (owned) (nullable) */
  char *selected;                /* (owned) (nullable): to be marked when the list is there again */
  guint n_all;                   /* activities of the edition */
  gboolean has_reached;          /* the numbers that came are known */
  gboolean active;
  gboolean stale; /* what is to be shown is another than what was asked for */
  int width;      /* that the columns are for */
  guint fit_id;   /* will fit them */
};

G_DEFINE_FINAL_TYPE (AjActivityTable, aj_activity_table, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is shown. */

static void
show_count (AjActivityTable *self, guint n)
{
  g_autofree char *chosen = aj_activity_filter_button_describe (self->filter_button);
  guint n_all = MAX (self->n_all, n);
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (aj_activity_filter_is_set (self->filter))
    /* Translators: so many of so many are shown. */
    count = g_strdup_printf (ngettext ("%1$'u of %2$'u activity", "%1$'u of %2$'u activities",
                                       n_all),
                             n, n_all);
  else
    count = g_strdup_printf (ngettext ("%'u activity", "%'u activities", n), n);
  text = *chosen != '\0' ? g_strdup_printf ("%s · %s", count, chosen) : g_steal_pointer (&count);
  gtk_label_set_text (self->count_label, text);
}

static void
update_stack (AjActivityTable *self)
{
  const char *error = self->list != NULL ? aj_list_get_error (self->list) : NULL;
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  const char *name = "list";

  if (error != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error, -1);

      adw_status_page_set_description (self->error_page, markup);
      name = "error";
    }
  else if (n == 0 && (self->list == NULL || aj_list_is_loading (self->list)))
    name = "loading";
  else if (n == 0)
    name = aj_activity_filter_is_set (self->filter) ? "nothing" : "empty";
  show_count (self, n);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
mark_selected (AjActivityTable *self)
{
  guint position;

  if (self->selected == NULL || aj_list_is_loading (self->list))
    return;
  position = aj_list_find (self->list, self->selected);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
list_changed_cb (AjActivityTable *self)
{
  update_stack (self);
  mark_selected (self);
}

/* Another question, whose answer is read from the top. What was chosen is let go of meanwhile: its place is another then. */
static void
ask (AjActivityTable *self)
{
  g_autoptr (AjQuery) query = NULL;

  self->stale = TRUE;
  if (!self->active || self->list == NULL || self->edition == NULL)
    return;
  self->stale = FALSE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  query = aj_activity_filter_make_query (self->filter, self->edition);
  aj_list_set_query (self->list, query);
  update_stack (self);
}

static void
keep (AjActivityTable *self)
{
  g_settings_set_value (aj_services_get_settings (self->services), SETTING,
                        aj_activity_filter_to_variant (self->filter));
}

static void
show_order (AjActivityTable *self)
{
  gboolean descending;
  AjActivityOrder order = aj_activity_filter_get_order (self->filter, &descending);

  aj_activity_columns_set_order (self->columns, order, descending);
}

static void
sorted_cb (AjActivityTable *self)
{
  gboolean descending;
  AjActivityOrder order = aj_activity_columns_get_order (self->columns, &descending);

  aj_activity_filter_set_order (self->filter, order, descending);
  aj_activity_filter_button_show (self->filter_button, self->filter);
  keep (self);
  ask (self);
}

static void
filter_changed_cb (AjActivityTable *self)
{
  show_order (self);
  keep (self);
  ask (self);
}

static void
searched_cb (AjActivityTable *self)
{
  if (aj_activity_filter_set_text (self->filter,
                                   gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    ask (self);
}

static void
search_stopped_cb (AjActivityTable *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  searched_cb (self);
}

static void
clear (AjActivityTable *self)
{
  aj_activity_filter_clear (self->filter);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  aj_activity_filter_button_show (self->filter_button, self->filter);
  keep (self);
  ask (self);
  aj_activity_table_focus_search (self);
}

/* Opening. */

static void
open_at (AjActivityTable *self, guint position)
{
  g_autoptr (AjRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (record == NULL || aj_record_get_values (record) == NULL)
    return;
  aj_set_string (&self->selected, aj_record_get_id (record));
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, record);
}

static void
activated_cb (AjActivityTable *self, guint position)
{
  open_at (self, position);
}

/* Enter in the search goes to the first one found. */
static void
search_activated_cb (AjActivityTable *self)
{
  if (self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    open_at (self, 0);
}

static gboolean
search_key_pressed_cb (GtkEventControllerKey *controller,
                       guint keyval,
                       guint keycode,
                       GdkModifierType state,
                       AjActivityTable *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  aj_activity_table_focus_list (self);
  return TRUE;
}

static gboolean
fit_cb (gpointer user_data)
{
  AjActivityTable *self = user_data;

  self->fit_id = 0;
  aj_activity_columns_fit (self->columns, self->width, self->has_reached);
  return G_SOURCE_REMOVE;
}

/* Columns cannot come and go while they are being laid out. */
static void
aj_activity_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AjActivityTable *self = AJ_ACTIVITY_TABLE (widget);

  gtk_widget_allocate (self->bin, width, height, baseline, NULL);
  if (self->width == width || self->columns == NULL)
    return;
  self->width = width;
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
aj_activity_table_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (AJ_ACTIVITY_TABLE (widget)->bin, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
make_list (AjActivityTable *self)
{
  g_autoptr (AjSlotList) slots = NULL;

  self->list = aj_list_new (aj_services_get_store (self->services), NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  slots = aj_slot_list_new (G_LIST_MODEL (self->list));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (slots));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify::error", G_CALLBACK (list_changed_cb), self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
aj_activity_table_dispose (GObject *object)
{
  AjActivityTable *self = AJ_ACTIVITY_TABLE (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->list, self);
      gtk_column_view_set_model (self->view, NULL);
    }
  if (self->columns != NULL)
    aj_activity_columns_remove (self->columns);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->services);
  g_clear_pointer (&self->bin, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_activity_table_parent_class)->dispose (object);
}

static void
aj_activity_table_finalize (GObject *object)
{
  AjActivityTable *self = AJ_ACTIVITY_TABLE (object);

  aj_activity_filter_free (self->filter);
  g_free (self->edition);
  g_free (self->selected);
  G_OBJECT_CLASS (aj_activity_table_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_ACTIVITY_FILTER_BUTTON);
  g_type_ensure (AJ_TYPE_SLIM_BIN);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-activity-table.ui");
  gtk_widget_class_bind_template_child (widget_class, AjActivityTable, bin);
  gtk_widget_class_bind_template_child (widget_class, AjActivityTable, search_row);
  gtk_widget_class_bind_template_child (widget_class, AjActivityTable, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AjActivityTable, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AjActivityTable, count_label);
  gtk_widget_class_bind_template_child (widget_class, AjActivityTable, stack);
  gtk_widget_class_bind_template_child (widget_class, AjActivityTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjActivityTable, view);
  gtk_widget_class_bind_template_child (widget_class, AjActivityTable, error_page);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear);
}

static void
aj_activity_table_class_init (AjActivityTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aj_activity_table_dispose;
  object_class->finalize = aj_activity_table_finalize;
  widget_class->measure = aj_activity_table_measure;
  widget_class->size_allocate = aj_activity_table_size_allocate;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, AJ_TYPE_RECORD);
  bind_template (widget_class);
}

/* The list inside is what Tab reaches. */
static void
name_view (AjActivityTable *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    aj_accessible_set_name (child, _ ("Activities"));
  aj_accessible_set_name (GTK_WIDGET (self->view), _ ("Activities"));
}

static void
aj_activity_table_init (AjActivityTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->filter = aj_activity_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_activity_filter_button_show (self->filter_button, self->filter);
  name_view (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  aj_undo_keys_let_through_entry (GTK_EDITABLE (self->search_entry));
  gtk_column_view_set_single_click_activate (self->view, TRUE);
}

void
aj_activity_table_set_services (AjActivityTable *self, AjServices *services)
{
  g_autoptr (GVariant) kept = NULL;

  g_return_if_fail (AJ_IS_ACTIVITY_TABLE (self) && self->services == NULL);

  self->services = g_object_ref (services);
  kept = g_settings_get_value (aj_services_get_settings (services), SETTING);
  aj_activity_filter_recall (self->filter, kept);
  aj_activity_filter_button_show (self->filter_button, self->filter);
  self->columns = aj_activity_columns_new (self->view, aj_services_get_store (services));
  show_order (self);
  g_signal_connect_object (self->columns, "sorted", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
  make_list (self);
}

/* A district of another file, or one that was removed, is none of these: then all are shown again, and the answer is TRUE. */
static gboolean
show_districts (AjActivityTable *self, AjEditionFacts *facts)
{
  GPtrArray *districts = aj_coverage_get_districts (aj_edition_facts_get_coverage (facts));
  const char *chosen = aj_activity_filter_get_choice (self->filter, AJ_ACTIVITY_ASPECT_DISTRICT);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gboolean changed = FALSE;

  for (guint i = 0; i < districts->len; i++)
    {
      const char *id = ((const AjCoverageDistrict *) districts->pdata[i])->id;
      const char *name = aj_edition_facts_get_district_name (facts, id);

      if (name == NULL)
        continue;
      g_ptr_array_add (ids, (gpointer) id);
      g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  if (chosen != NULL && !g_strv_contains ((const char *const *) ids->pdata, chosen))
    changed = aj_activity_filter_choose (self->filter, AJ_ACTIVITY_ASPECT_DISTRICT, NULL);
  aj_activity_filter_button_set_districts (self->filter_button, (const char *const *) ids->pdata,
                                           (const char *const *) names->pdata);
  return changed;
}

void
aj_activity_table_show (AjActivityTable *self, AjEditionFacts *facts)
{
  const AjValues *edition = facts != NULL ? aj_edition_facts_get_edition (facts) : NULL;
  AjCoverage *coverage = facts != NULL ? aj_edition_facts_get_coverage (facts) : NULL;
  gboolean changed;

  g_return_if_fail (AJ_IS_ACTIVITY_TABLE (self));

  if (facts == NULL)
    return;
  self->n_all = aj_coverage_get_n_registered (coverage);
  self->has_reached = aj_coverage_get_total (coverage)->actual_reach > 0;
  changed = show_districts (self, facts);
  aj_activity_columns_set_with_day (self->columns, !aj_edition_is_one_day (edition));
  aj_activity_columns_fit (self->columns, self->width, self->has_reached);
  changed = aj_set_string (&self->edition, aj_values_get_id (edition)) || changed;
  if (changed)
    ask (self);
  else
    update_stack (self);
}

void
aj_activity_table_set_active (AjActivityTable *self, gboolean active)
{
  g_return_if_fail (AJ_IS_ACTIVITY_TABLE (self));

  self->active = active;
  if (active && self->stale)
    ask (self);
}

void
aj_activity_table_focus_search (AjActivityTable *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

void
aj_activity_table_focus_list (AjActivityTable *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
aj_activity_table_add_beside_search (AjActivityTable *self, GtkWidget *widget)
{
  gtk_box_append (self->search_row, widget);
}

GListModel *
aj_activity_table_get_list (AjActivityTable *self)
{
  return G_LIST_MODEL (self->list);
}
