/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-browser.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "aj-list.h"
#include "aj-municipality.h"
#include "aj-record-line.h"
#include "aj-text.h"
#include "aj-undo-keys.h"
#include "aj-waiting.h"

struct _AjRecordBrowser
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkBox *search_row;
  GtkSearchEntry *search_entry;
  GtkLabel *count_label;
  AjAsOfButton *as_of;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkButton *new_button;

  const AjRecordKind *kind;
  AjServices *services;          /* (owned) (nullable) */
  AjList *list;                  /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable): over the list */
  char *wanted;                  /* (owned) (nullable): to be marked when it comes */
  gboolean folded;
  gboolean marking;
};

G_DEFINE_FINAL_TYPE (AjRecordBrowser, aj_record_browser, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FOLDED = 1,
} AjRecordBrowserProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_searching (AjRecordBrowser *self)
{
  return aj_text_or_null (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))) != NULL;
}

static void
show_count (AjRecordBrowser *self, guint count)
{
  g_autofree char *text = NULL;

  if (is_searching (self))
    text = g_strdup_printf (ngettext ("%'u found", "%'u found", count), count);
  else
    text = self->kind->format_count (count);
  gtk_label_set_text (self->count_label, text);
}

static void
update_stack (AjRecordBrowser *self)
{
  const char *error = aj_list_get_error (self->list);
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  gtk_widget_set_opacity (GTK_WIDGET (self->count_label), count > 0 ? 1 : 0);
  show_count (self, count);
  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else if (count > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!aj_list_is_loading (self->list))
    gtk_stack_set_visible_child_name (self->stack, is_searching (self) ? "nothing" : "empty");
  /* That nothing was found stays until more is known; a list with nothing in it is blank. */
  else if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    gtk_stack_set_visible_child_name (self->stack, "loading");
}

/* Marks without opening: what is wanted is in view already. */
static void
mark_wanted (AjRecordBrowser *self)
{
  guint position;

  if (self->wanted == NULL || self->list == NULL)
    return;
  position = aj_list_find (self->list, self->wanted);
  if (position == G_MAXUINT)
    return;
  g_clear_pointer (&self->wanted, g_free);
  self->marking = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->marking = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
list_changed_cb (AjRecordBrowser *self)
{
  update_stack (self);
  mark_wanted (self);
}

/* Municipalities come and go; of other kinds all are shown, for who left is still looked up. */
static gboolean
has_as_of (AjRecordBrowser *self)
{
  return self->kind->type == &aj_municipality_record_type;
}

static void
search (AjRecordBrowser *self)
{
  g_autoptr (AjQuery) query = NULL;

  if (self->list == NULL || self->kind == NULL)
    return;
  query = aj_query_new (self->kind->type);
  if (has_as_of (self))
    aj_as_of_button_apply (self->as_of, query);
  else
    aj_query_order_over_last (query, aj_services_get_today (self->services));
  aj_query_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  aj_list_set_query (self->list, query);
  update_stack (self);
}

static void
search_stopped_cb (AjRecordBrowser *self)
{
  if (!is_searching (self))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search (self);
}

static void
open_record (AjRecordBrowser *self, AjRecord *record)
{
  g_clear_pointer (&self->wanted, g_free);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, record);
}

static void
selected_cb (AjRecordBrowser *self)
{
  AjRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record != NULL && !self->marking && !self->folded)
    open_record (self, record);
}

static void
activated_cb (AjRecordBrowser *self, guint position)
{
  g_autoptr (AjRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (record != NULL)
    open_record (self, record);
}

/* Enter in the search goes to the first one found. */
static void
search_activated_cb (AjRecordBrowser *self)
{
  if (self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      activated_cb (self, 0);
    }
}

static gboolean
search_key_pressed_cb (GtkEventControllerKey *controller,
                       guint keyval,
                       guint keycode,
                       GdkModifierType state,
                       AjRecordBrowser *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
drop_list (AjRecordBrowser *self)
{
  if (self->list == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

static void
make_list (AjRecordBrowser *self)
{
  AjStore *store = aj_services_get_store (self->services);
  g_autoptr (GtkListItemFactory) factory = aj_record_line_factory_new (store);

  self->list = aj_list_new (store, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify::error", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
aj_record_browser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjRecordBrowserProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, AJ_RECORD_BROWSER (object)->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_record_browser_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AjRecordBrowser *self = AJ_RECORD_BROWSER (object);

  switch ((AjRecordBrowserProperty) prop_id)
    {
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        break;
      self->folded = g_value_get_boolean (value);
      gtk_list_view_set_single_click_activate (self->list_view, self->folded);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_record_browser_dispose (GObject *object)
{
  AjRecordBrowser *self = AJ_RECORD_BROWSER (object);

  drop_list (self);
  g_clear_object (&self->services);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_record_browser_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_AS_OF_BUTTON);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-record-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, box);
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, search_row);
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, count_label);
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, as_of);
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, list_view);
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, error_page);
  gtk_widget_class_bind_template_child (widget_class, AjRecordBrowser, new_button);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
aj_record_browser_class_init (AjRecordBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aj_record_browser_dispose;
  object_class->get_property = aj_record_browser_get_property;
  object_class->set_property = aj_record_browser_set_property;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, AJ_TYPE_RECORD);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aj_record_browser_init (AjRecordBrowser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  aj_undo_keys_let_through_entry (GTK_EDITABLE (self->search_entry));
  /* Typing in the list searches. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
}

void
aj_record_browser_set_services (AjRecordBrowser *self, AjServices *services)
{
  if (!g_set_object (&self->services, services))
    return;
  aj_as_of_button_set_services (self->as_of, services);
  drop_list (self);
  make_list (self);
}

void
aj_record_browser_set_kind (AjRecordBrowser *self, const AjRecordKind *kind)
{
  const char *plural = aj_record_type_get_plural_label (kind->type);

  self->kind = kind;
  g_clear_pointer (&self->wanted, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_object_set (self->search_entry, "placeholder-text", _ ("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plural, -1);
  adw_status_page_set_icon_name (self->empty_page, kind->icon_name);
  adw_status_page_set_title (self->empty_page, _ (kind->empty_title));
  adw_status_page_set_description (self->empty_page, _ (kind->empty_text));
  gtk_button_set_label (self->new_button, _ (kind->new_label));
  gtk_widget_set_visible (GTK_WIDGET (self->as_of), has_as_of (self));
  search (self);
}

AjAsOfButton *
aj_record_browser_get_as_of (AjRecordBrowser *self)
{
  return self->as_of;
}

void
aj_record_browser_add_beside_search (AjRecordBrowser *self, GtkWidget *widget)
{
  gtk_box_append (self->search_row, widget);
}

void
aj_record_browser_select (AjRecordBrowser *self, const char *id)
{
  g_clear_pointer (&self->wanted, g_free);
  self->wanted = g_strdup (id);
  if (id != NULL)
    {
      mark_wanted (self);
      return;
    }
  self->marking = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->marking = FALSE;
}

void
aj_record_browser_clear_search (AjRecordBrowser *self)
{
  search_stopped_cb (self);
}

void
aj_record_browser_focus_search (AjRecordBrowser *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

GListModel *
aj_record_browser_get_list (AjRecordBrowser *self)
{
  return G_LIST_MODEL (self->list);
}
