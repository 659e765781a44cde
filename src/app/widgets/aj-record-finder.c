/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-finder.h"

#include <glib/gi18n-lib.h>

#include "aj-list.h"
#include "aj-municipality.h"
#include "aj-person.h"
#include "aj-record-line.h"
#include "aj-record-maker.h"
#include "aj-text.h"
#include "aj-undo-keys.h"

/* More than anybody scrolls through; typing narrows it. */
#define MAX_FOUND 100

struct _AjRecordFinder
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
  GtkButton *none_button;
  GtkButton *new_button;

  const AjRecordType *type;
  AjServices *services; /* (owned) (nullable) */
  AjList *list;         /* (owned) (nullable) */
  char *searched;       /* (owned) (nullable): the text that list answers */
  AjDate date;          /* AJ_DATE_NONE: today */
  gboolean can_make;
  gboolean is_accepted; /* Enter was pressed before the answer was there */
};

G_DEFINE_FINAL_TYPE (AjRecordFinder, aj_record_finder, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
pick (AjRecordFinder *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, id);
}

static void accept_top (AjRecordFinder *self);

static void
update_stack (AjRecordFinder *self)
{
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (n_found > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!aj_list_is_loading (self->list))
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  if (!self->is_accepted || aj_list_is_loading (self->list))
    return;
  /* What could not be looked for is not known to be missing. */
  if (aj_list_get_error (self->list) != NULL)
    self->is_accepted = FALSE;
  else
    accept_top (self);
}

static AjQuery *
make_query (AjRecordFinder *self, const char *text)
{
  AjQuery *query = aj_query_new (self->type);
  AjDate date = self->date != AJ_DATE_NONE ? self->date : aj_services_get_today (self->services);

  /* Who left may still be meant, for there is a past to write down; a municipality that is gone takes nothing new. */
  if (self->type == &aj_municipality_record_type)
    aj_query_where_exist_on (query, date);
  else
    aj_query_order_over_last (query, date);
  /* Nobody knows any more which of them is which. */
  if (self->type == &aj_person_record_type)
    aj_query_where_empty (query, "forgotten-on", AJ_QUERY_EMPTY);
  aj_query_search (query, text);
  aj_query_limit (query, MAX_FOUND);
  return query;
}

/* Asks for what is typed now, unless that was asked already. */
static void
search (AjRecordFinder *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (AjQuery) query = NULL;

  if (g_strcmp0 (text, self->searched) == 0)
    return;
  g_free (self->searched);
  self->searched = g_strdup (text);
  self->is_accepted = FALSE;
  query = make_query (self, text);
  aj_list_set_query (self->list, query);
  update_stack (self);
}

static char *
dup_typed_name (AjRecordFinder *self)
{
  return aj_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
update_new_button (AjRecordFinder *self)
{
  g_autofree char *name = dup_typed_name (self);
  /* Translators: a button that makes a new person, organisation or group with the name that was typed. */
  g_autofree char *label = g_strdup_printf (_ ("Add “%s”"), name);

  gtk_widget_set_visible (GTK_WIDGET (self->new_button), self->can_make && *name != '\0');
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (self->new_button)), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
search_changed_cb (AjRecordFinder *self)
{
  if (self->list == NULL)
    return;
  search (self);
  update_new_button (self);
}

static void
row_activated_cb (AjRecordFinder *self, guint position)
{
  g_autoptr (AjRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (record != NULL)
    pick (self, aj_record_get_id (record));
}

/* Takes what stands at the top; when nothing does, makes what was typed. */
static void
accept_top (AjRecordFinder *self)
{
  self->is_accepted = FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    row_activated_cb (self, 0);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->new_button)))
    gtk_widget_activate (GTK_WIDGET (self->new_button));
}

/* The entry waits a moment before it says that its text changed, and the store before it answers. Enter may be
 * faster than both; it means what is typed, never what stands there still. */
static void
search_activated_cb (AjRecordFinder *self)
{
  if (self->list == NULL)
    return;
  search_changed_cb (self);
  if (aj_list_is_loading (self->list))
    self->is_accepted = TRUE;
  else
    accept_top (self);
}

static void
none_clicked_cb (AjRecordFinder *self)
{
  pick (self, NULL);
}

static void
made_cb (const char *id, gpointer user_data)
{
  g_autoptr (AjRecordFinder) self = user_data;

  if (id != NULL)
    pick (self, id);
}

static void
new_clicked_cb (AjRecordFinder *self)
{
  g_autofree char *name = dup_typed_name (self);
  AjRecordWish wish = { .type = self->type, .name = name };

  if (*name != '\0')
    aj_record_maker_make (GTK_WIDGET (self), aj_services_get_store (self->services), &wish, made_cb,
                          g_object_ref (self));
}

static gboolean
search_key_pressed_cb (GtkEventControllerKey *controller,
                       guint keyval,
                       guint keycode,
                       GdkModifierType state,
                       AjRecordFinder *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
aj_record_finder_dispose (GObject *object)
{
  AjRecordFinder *self = AJ_RECORD_FINDER (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, update_stack, self);
  g_clear_object (&self->list);
  g_clear_pointer (&self->searched, g_free);
  g_clear_object (&self->services);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_record_finder_parent_class)->dispose (object);
}

static gboolean
aj_record_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AJ_RECORD_FINDER (widget)->search_entry));
}

static void
aj_record_finder_class_init (AjRecordFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_record_finder_dispose;
  widget_class->grab_focus = aj_record_finder_grab_focus;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-record-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, AjRecordFinder, box);
  gtk_widget_class_bind_template_child (widget_class, AjRecordFinder, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AjRecordFinder, stack);
  gtk_widget_class_bind_template_child (widget_class, AjRecordFinder, list_view);
  gtk_widget_class_bind_template_child (widget_class, AjRecordFinder, none_button);
  gtk_widget_class_bind_template_child (widget_class, AjRecordFinder, new_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "record-finder");
}

static void
aj_record_finder_init (AjRecordFinder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->date = AJ_DATE_NONE;
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  aj_undo_keys_let_through_entry (GTK_EDITABLE (self->search_entry));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
}

AjRecordFinder *
aj_record_finder_new (const AjRecordType *type)
{
  AjRecordFinder *self = g_object_new (AJ_TYPE_RECORD_FINDER, NULL);
  const char *plural = aj_record_type_get_plural_label (type);

  self->type = type;
  self->can_make = aj_record_maker_can_make (type);
  g_object_set (self->search_entry, "placeholder-text", plural, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, plural, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plural, -1);
  return self;
}

void
aj_record_finder_set_services (AjRecordFinder *self, AjServices *services)
{
  g_set_object (&self->services, services);
}

void
aj_record_finder_set_date (AjRecordFinder *self, AjDate date)
{
  self->date = date;
}

void
aj_record_finder_set_allow_none (AjRecordFinder *self, gboolean allow)
{
  gtk_widget_set_visible (GTK_WIDGET (self->none_button), allow);
}

void
aj_record_finder_start (AjRecordFinder *self)
{
  AjStore *store = aj_services_get_store (self->services);
  g_autoptr (GtkListItemFactory) factory = aj_record_line_factory_new (store);
  g_autoptr (GtkSingleSelection) selection = NULL;

  aj_record_finder_stop (self);
  self->list = aj_list_new (store, NULL);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (update_stack), self);
  g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (update_stack), self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search (self);
  update_new_button (self);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
aj_record_finder_stop (AjRecordFinder *self)
{
  if (self->list == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->list, update_stack, self);
  gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->list);
  g_clear_pointer (&self->searched, g_free);
  self->is_accepted = FALSE;
}

const char *
aj_record_finder_get_text (AjRecordFinder *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

void
aj_record_finder_set_text (AjRecordFinder *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  search_changed_cb (self);
}
