/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network-page.h"

#include <glib/gi18n-lib.h>

#include "aj-contact.h"
#include "aj-dialog.h"
#include "aj-drop-down.h"
#include "aj-due-notice.h"
#include "aj-edit.h"
#include "aj-export-dialog.h"
#include "aj-feedback.h"
#include "aj-fold.h"
#include "aj-function-dialog.h"
#include "aj-import-opener.h"
#include "aj-map-pane.h"
#include "aj-map-saver.h"
#include "aj-municipality.h"
#include "aj-network-kind.h"
#include "aj-network-merge.h"
#include "aj-network-people.h"
#include "aj-new-record-dialog.h"
#include "aj-person.h"
#include "aj-record-browser.h"
#include "aj-record-detail.h"
#include "aj-record-maker.h"
#include "aj-slim-bin.h"
#include "aj-record-place.h"
#include "aj-report-window.h"
#include "aj-view-switch.h"

struct _AjNetworkPage
{
  AjPage parent_instance;

  /* Template */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  AdwHeaderBar *list_header;
  GtkDropDown *kind_drop_down;
  GtkButton *new_button;
  GtkButton *remove_button;
  GtkMenuButton *list_menu_button;
  GtkMenuButton *record_menu_button;
  AjDueNotice *due_notice;
  GtkStack *list_stack;
  AjRecordBrowser *browser;
  AjMapPane *map_pane;
  AjRecordDetail *detail;

  GtkWidget *list_switch; /* (borrowed): in the browser */

  const AjNetworkKind *kinds; /* those that can be chosen */
  guint n_kinds;
  const AjNetworkKind *kind;
  AjRecord *record; /* (owned) (nullable): in the detail */
  char *only;       /* (owned) (nullable): the type of the only kind that is shown */
  char *view;       /* (owned): how municipalities are shown: "list", "map" or "table" */
};

G_DEFINE_FINAL_TYPE (AjNetworkPage, aj_network_page, AJ_TYPE_PAGE)

typedef enum
{
  PROP_ONLY = 1,
  PROP_VIEW,
} AjNetworkPageProperty;

static GParamSpec *properties[PROP_VIEW + 1];

static void
label_button (GtkButton *button, const char *label)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
fill_menu (GtkMenuButton *button, const AjNetworkVerb *verbs)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (; verbs != NULL && verbs->label != NULL; verbs++)
    g_menu_append (menu, _ (verbs->label), verbs->action);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static gboolean
has_verbs (const AjNetworkVerb *verbs)
{
  return verbs != NULL && verbs->label != NULL;
}

static void
update_actions (AjNetworkPage *self)
{
  gboolean writable = !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (self)));
  gboolean present = aj_record_detail_get_record (self->detail) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.import", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.remove", writable && present);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.merge", writable && present);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.change-function",
                                 writable && present && self->kind->type == &aj_person_record_type);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), present);
  gtk_widget_set_visible (GTK_WIDGET (self->record_menu_button),
                          present && has_verbs (self->kind->record_verbs));
  aj_network_people_update (self);
}

static gboolean
has_map (AjNetworkPage *self)
{
  return self->kind->type == &aj_municipality_record_type;
}

/* The map wants room: it has the page to itself as soon as its tiles would get too small to be read beside the record. */
static void
update_view (AjNetworkPage *self)
{
  gboolean shown = has_map (self) && !g_str_equal (self->view, "list");

  aj_map_pane_set_table (self->map_pane, g_str_equal (self->view, "table"));
  gtk_widget_set_visible (self->list_switch, has_map (self));
  gtk_widget_set_hexpand (self->list_pane, shown);
  adw_leaflet_set_fold_threshold_policy (self->leaflet, shown ? ADW_FOLD_THRESHOLD_POLICY_NATURAL
                                                              : ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  gtk_stack_set_visible_child (self->list_stack,
                               shown ? GTK_WIDGET (self->map_pane) : GTK_WIDGET (self->browser));
}

static gboolean
is_focus_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The switch stays where it is, but there are two of it: who used the one finds the focus on the other. */
static void
set_view (AjNetworkPage *self, const char *view)
{
  gboolean focused = is_focus_in (GTK_WIDGET (self->list_stack));

  if (g_strcmp0 (self->view, view) == 0)
    return;
  g_free (self->view);
  self->view = g_strdup (view);
  if (self->kind != NULL)
    update_view (self);
  if (focused && self->kind != NULL && has_map (self))
    {
      if (g_str_equal (view, "list"))
        aj_view_switch_focus (AJ_VIEW_SWITCH (self->list_switch), view);
      else
        aj_map_pane_focus_switch (self->map_pane);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
set_record (AjNetworkPage *self, AjRecord *record)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  aj_record_detail_show (self->detail, self->kind, record);
  aj_map_pane_select (self->map_pane, record != NULL ? aj_record_get_id (record) : NULL);
  /* After the detail, which says what is present. */
  if (record != NULL)
    g_signal_connect_swapped (record, "notify", G_CALLBACK (update_actions), self);
  update_actions (self);
}

static void
set_kind (AjNetworkPage *self, const AjNetworkKind *kind)
{
  if (self->kind == kind)
    return;
  aj_record_detail_save (self->detail);
  self->kind = kind;
  label_button (self->new_button, _ (kind->new_name));
  label_button (self->remove_button, _ (kind->remove_label));
  fill_menu (self->list_menu_button, kind->list_verbs);
  fill_menu (self->record_menu_button, kind->record_verbs);
  gtk_widget_set_visible (GTK_WIDGET (self->list_menu_button), has_verbs (kind->list_verbs));
  gtk_drop_down_set_selected (self->kind_drop_down, (guint) (kind - self->kinds));
  set_record (self, NULL);
  aj_record_browser_set_kind (self->browser, kind);
  aj_due_notice_set_wanted (self->due_notice, kind->type == &aj_person_record_type);
  update_view (self);
}

static void
kind_selected_cb (AjNetworkPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

  if (self->kind != NULL && selected < self->n_kinds)
    set_kind (self, &self->kinds[selected]);
}

static void
record_opened_cb (AjNetworkPage *self, AjRecord *record)
{
  set_record (self, record);
  aj_fold_turn_to (self->leaflet, self->detail_pane);
}

/* (nullable): of what this page shows. */
static const AjNetworkKind *
find_kind (AjNetworkPage *self, const AjRecordType *type)
{
  for (guint i = 0; i < self->n_kinds; i++)
    if (self->kinds[i].type == type)
      return &self->kinds[i];
  return NULL;
}

static gboolean
show_record (AjNetworkPage *self, const AjRecordType *type, const char *id)
{
  const AjNetworkKind *kind = type != NULL ? find_kind (self, type) : NULL;
  g_autoptr (AjRecord) record = NULL;

  if (kind == NULL)
    return FALSE;
  record = aj_store_ref_record (aj_page_get_store (AJ_PAGE (self)), type, id);
  set_kind (self, kind);
  aj_record_browser_clear_search (self->browser);
  aj_record_browser_select (self->browser, id);
  record_opened_cb (self, record);
  return TRUE;
}

static void
show_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *type, *id;

  g_variant_get (target, "(&s&s)", &type, &id);
  if (!show_record (AJ_NETWORK_PAGE (widget), aj_record_type_lookup (type), id))
    gtk_widget_activate_action (widget, "win.show-record", "(ss)", type, id);
}

static void
show_new_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  show_activated_cb (widget, name, target);
  aj_record_detail_focus_name (AJ_NETWORK_PAGE (widget)->detail);
}

static void
made_cb (const char *id, gpointer user_data)
{
  g_autoptr (AjNetworkPage) self = user_data;

  if (id == NULL)
    return;
  show_record (self, self->kind->type, id);
  aj_record_detail_focus_name (self->detail);
}

static void
ask_for_new (AjNetworkPage *self)
{
  AjNewRecordDialog *dialog = aj_new_record_dialog_new (aj_page_get_store (AJ_PAGE (self)),
                                                        self->kind->type, made_cb,
                                                        g_object_ref (self));

  gtk_window_set_title (GTK_WINDOW (dialog), _ (self->kind->new_label));
  aj_dialog_set_parent (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (widget);
  AjRecordWish wish = { .type = self->kind->type,
                        .name = _ (self->kind->new_name),
                        .numbered = TRUE };

  if (aj_record_maker_can_make (wish.type))
    aj_record_maker_make (widget, aj_page_get_store (AJ_PAGE (self)), &wish, made_cb,
                          g_object_ref (self));
  else
    ask_for_new (self);
}

static void
remove_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (widget);
  AjRecord *record = aj_record_detail_get_record (self->detail);
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return;
  /* Translators: the name of what is removed. */
  label = g_strdup_printf (_ ("Remove %s"), aj_record_get_title (record));
  edit = aj_edit_new (aj_page_get_store (AJ_PAGE (self)), label);
  aj_edit_remove_values (edit, aj_record_get_values (record));
  aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
merge_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *record = aj_record_detail_get_record (AJ_NETWORK_PAGE (widget)->detail);

  if (record != NULL)
    aj_network_merge (widget, aj_page_get_services (AJ_PAGE (widget)), record);
}

static void
change_function_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *record = aj_record_detail_get_record (AJ_NETWORK_PAGE (widget)->detail);

  if (record != NULL && aj_record_is_loaded (record))
    aj_function_dialog_show (widget, aj_page_get_services (AJ_PAGE (widget)), record);
}

static void
find_duplicates_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_network_find_duplicates (widget, aj_page_get_services (AJ_PAGE (widget)),
                              AJ_NETWORK_PAGE (widget)->kind->type);
}

static void
note_contact_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (widget);

  if (aj_record_detail_note_contact (self->detail))
    adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
}

static void
import_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_import_opener_choose (widget, aj_page_get_services (AJ_PAGE (widget)),
                           AJ_NETWORK_PAGE (widget)->kind->type);
}

static void
export_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_export_dialog_show (widget, aj_page_get_services (AJ_PAGE (widget)),
                         AJ_NETWORK_PAGE (widget)->kind->type);
}

static void
show_knowledge_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_report_window_show_knowledge (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   aj_page_get_services (AJ_PAGE (widget)));
}

static const AjRecordType *
get_import_type (AjPage *page)
{
  return AJ_NETWORK_PAGE (page)->kind->type;
}

static gboolean
go_back (AjPage *page)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (page);

  return aj_fold_turn_back (self->leaflet, self->list_pane);
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  go_back (AJ_PAGE (widget));
}

/* The kind before or after, round. */
static void
switch_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (widget);
  int index = (int) (self->kind - self->kinds) + g_variant_get_int32 (target) + (int) self->n_kinds;

  set_kind (self, &self->kinds[(guint) index % self->n_kinds]);
}

static void
save_map_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (widget);
  g_autofree char *group = NULL;
  AjNetworkSubject subject = aj_map_pane_get_subject (self->map_pane, &group);

  aj_map_saver_save (widget, aj_page_get_services (AJ_PAGE (self)), subject, group,
                     aj_as_of_button_get_day (aj_map_pane_get_as_of (self->map_pane)));
}

/* A line in the log of contact that is to be shown: on whom it was with. */
typedef struct
{
  AjNetworkPage *page; /* (owned) */
  char *id;            /* (owned) */
} ContactWish;

static void
contact_place_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ContactWish *wish = user_data;
  g_autoptr (AjNetworkPage) self = wish->page;
  g_autofree char *id = wish->id;
  g_autofree char *place_id = NULL;
  const AjRecordType *place = aj_record_place_find_finish (result, &place_id, NULL);

  g_free (wish);
  /* The page may have left the window meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL && show_record (self, place, place_id))
    aj_record_detail_reveal_contact (self->detail, id);
}

static gboolean
page_show_record (AjPage *page, const AjRecordType *type, const char *id)
{
  ContactWish *wish;

  if (type != &aj_contact_record_type)
    return show_record (AJ_NETWORK_PAGE (page), type, id);
  wish = g_new (ContactWish, 1);
  *wish = (ContactWish){ g_object_ref (AJ_NETWORK_PAGE (page)), g_strdup (id) };
  aj_record_place_find_async (aj_page_get_store (page), type, id, contact_place_found_cb, wish);
  return TRUE;
}

static gboolean
page_search (AjPage *page)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  if (has_map (self))
    set_view (self, "list");
  aj_record_browser_focus_search (self->browser);
  return TRUE;
}

static void
page_activated (AjPage *page)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (page);

  aj_due_notice_set_wanted (self->due_notice, self->kind->type == &aj_person_record_type);
}

static void
page_deactivated (AjPage *page)
{
  aj_due_notice_set_wanted (AJ_NETWORK_PAGE (page)->due_notice, FALSE);
  aj_record_detail_save (AJ_NETWORK_PAGE (page)->detail);
}

static void
fill_kinds (AjNetworkPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->kinds = aj_network_kinds_get (self->only, &self->n_kinds);
  for (guint i = 0; i < self->n_kinds; i++)
    gtk_string_list_append (names, aj_record_type_get_plural_label (self->kinds[i].type));
  aj_drop_down_set_up (self->kind_drop_down);
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (names));
  aj_drop_down_set_name (self->kind_drop_down, _ ("What to show"));
  /* Where there is nothing to choose from, the page is called by what it shows. */
  if (self->only != NULL)
    adw_header_bar_set_title_widget (self->list_header,
                                     adw_window_title_new (_ (self->kinds->page_title), NULL));
}

static void
aj_network_page_constructed (GObject *object)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (object);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));

  G_OBJECT_CLASS (aj_network_page_parent_class)->constructed (object);

  self->list_switch = aj_view_switch_new ("network.view");
  aj_record_browser_add_beside_search (self->browser, self->list_switch);
  aj_record_browser_set_services (self->browser, services);
  aj_map_pane_set_services (self->map_pane, services);
  aj_as_of_button_share (aj_record_browser_get_as_of (self->browser),
                         aj_map_pane_get_as_of (self->map_pane));
  aj_record_detail_set_services (self->detail, services);
  aj_due_notice_set_services (self->due_notice, services);
  fill_kinds (self);
  g_settings_bind (aj_services_get_settings (services), "municipalities-view", self, "view",
                   G_SETTINGS_BIND_DEFAULT);
  set_kind (self, self->kinds);
}

static void
aj_network_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjNetworkPageProperty) prop_id)
    {
    case PROP_ONLY:
      g_value_set_string (value, AJ_NETWORK_PAGE (object)->only);
      break;
    case PROP_VIEW:
      g_value_set_string (value, AJ_NETWORK_PAGE (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_network_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((AjNetworkPageProperty) prop_id)
    {
    case PROP_ONLY:
      AJ_NETWORK_PAGE (object)->only = g_value_dup_string (value);
      break;
    case PROP_VIEW:
      set_view (AJ_NETWORK_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_network_page_dispose (GObject *object)
{
  AjNetworkPage *self = AJ_NETWORK_PAGE (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (aj_network_page_parent_class)->dispose (object);
}

static void
aj_network_page_finalize (GObject *object)
{
  g_free (AJ_NETWORK_PAGE (object)->only);
  g_free (AJ_NETWORK_PAGE (object)->view);
  G_OBJECT_CLASS (aj_network_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "network.new", NULL, new_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.remove", NULL, remove_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.merge", NULL, merge_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.change-function", NULL,
                                   change_function_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.find-duplicates", NULL,
                                   find_duplicates_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.note-contact", NULL,
                                   note_contact_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.import", NULL, import_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.export", NULL, export_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.show-knowledge", NULL,
                                   show_knowledge_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.switch", "i", switch_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.save-map", NULL, save_map_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "network.view", "view");
  gtk_widget_class_install_action (widget_class, "network.show", "(ss)", show_activated_cb);
  gtk_widget_class_install_action (widget_class, "network.show-new", "(ss)", show_new_activated_cb);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_MAP_PANE);
  g_type_ensure (AJ_TYPE_DUE_NOTICE);
  g_type_ensure (AJ_TYPE_RECORD_BROWSER);
  g_type_ensure (AJ_TYPE_RECORD_DETAIL);
  g_type_ensure (AJ_TYPE_SLIM_BIN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-network-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, remove_button);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, list_menu_button);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, record_menu_button);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, due_notice);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, browser);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, map_pane);
  gtk_widget_class_bind_template_child (widget_class, AjNetworkPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_opened_cb);
}

static void
aj_network_page_class_init (AjNetworkPageClass *klass)
{
  AjPageClass *page_class = AJ_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aj_network_page_constructed;
  G_OBJECT_CLASS (klass)->get_property = aj_network_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = aj_network_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = aj_network_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_network_page_finalize;
  properties[PROP_ONLY] = g_param_spec_string ("only", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "list",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  page_class->activated = page_activated;
  page_class->deactivated = page_deactivated;
  page_class->show_record = page_show_record;
  page_class->go_back = go_back;
  page_class->search = page_search;
  page_class->get_import_type = get_import_type;
  install_actions (GTK_WIDGET_CLASS (klass));
  aj_network_people_install (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
aj_network_page_init (AjNetworkPage *self)
{
  AjPage *page = AJ_PAGE (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  aj_page_add_shortcut (page, "<Control>n", "network.new", NULL);
  aj_page_add_shortcut (page, "<Control>l", "network.note-contact", NULL);
  aj_page_add_early_shortcut (page, "<Control>Page_Up", "network.switch", g_variant_new_int32 (-1));
  aj_page_add_early_shortcut (page, "<Control>Page_Down", "network.switch",
                              g_variant_new_int32 (1));
}

AjRecord *
aj_network_page_get_record (AjNetworkPage *self)
{
  return aj_record_detail_get_record (self->detail);
}
