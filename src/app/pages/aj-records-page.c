/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-records-page.h"

#include <glib/gi18n-lib.h>

#include "aj-drop-down.h"
#include "aj-fold.h"
#include "aj-records-verbs.h"
#include "aj-slim-bin.h"

typedef struct
{
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
  GtkBox *notices;
  GtkStack *list_stack;
  AjRecordBrowser *browser;
  AjRecordDetail *detail;

  const AjRecordKind *kind;
  AjRecord *record; /* (owned) (nullable): in the detail */

  char *view;                   /* (owned) (nullable): as it was chosen */
  AjViewSwitch *list_switch;    /* (unowned) (nullable): in the browser */
  AjViewSwitch *picture_switch; /* (unowned) (nullable): above the pictures */
} AjRecordsPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AjRecordsPage, aj_records_page, AJ_TYPE_PAGE)

typedef enum
{
  PROP_VIEW = 1,
} AjRecordsPageProperty;

static GParamSpec *properties[PROP_VIEW + 1];

#define LIST_VIEW "list"

static AjRecordsPagePrivate *
get_private (gpointer self)
{
  return aj_records_page_get_instance_private (AJ_RECORDS_PAGE (self));
}

static const AjRecordKind *
get_kinds (AjRecordsPage *self, guint *n_kinds)
{
  return AJ_RECORDS_PAGE_GET_CLASS (self)->get_kinds (n_kinds);
}

static void
label_button (GtkButton *button, const char *label)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
fill_menu (GtkMenuButton *button, const AjRecordVerb *verbs)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (; verbs != NULL && verbs->label != NULL; verbs++)
    g_menu_append (menu, _ (verbs->label), verbs->action);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static gboolean
has_verbs (const AjRecordVerb *verbs)
{
  return verbs != NULL && verbs->label != NULL;
}

static void
update_actions (AjRecordsPage *self)
{
  AjRecordsPagePrivate *priv = get_private (self);
  gboolean writable = !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (self)));
  gboolean present = aj_record_detail_get_record (priv->detail) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.import", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.remove", writable && present);
  gtk_widget_set_visible (GTK_WIDGET (priv->remove_button), present);
  gtk_widget_set_visible (GTK_WIDGET (priv->record_menu_button),
                          present && has_verbs (priv->kind->record_verbs));
  if (AJ_RECORDS_PAGE_GET_CLASS (self)->record_changed != NULL)
    AJ_RECORDS_PAGE_GET_CLASS (self)->record_changed (self);
}

static void
set_record (AjRecordsPage *self, AjRecord *record)
{
  AjRecordsPagePrivate *priv = get_private (self);

  if (priv->record != NULL)
    g_signal_handlers_disconnect_by_data (priv->record, self);
  g_set_object (&priv->record, record);
  aj_record_detail_show (priv->detail, priv->kind, record);
  /* After the detail, which says what is present. */
  if (record != NULL)
    g_signal_connect_swapped (record, "notify", G_CALLBACK (update_actions), self);
  update_actions (self);
}

/* (nullable) */
static const char *const *
get_views (AjRecordsPage *self)
{
  AjRecordsPageClass *page_class = AJ_RECORDS_PAGE_GET_CLASS (self);

  return page_class->get_views != NULL ? page_class->get_views (self) : NULL;
}

static void
show_picture (AjRecordsPage *self, GtkWidget *picture)
{
  AjRecordsPagePrivate *priv = get_private (self);

  gtk_widget_set_hexpand (priv->list_pane, picture != NULL);
  adw_leaflet_set_fold_threshold_policy (priv->leaflet, picture != NULL
                                                            ? ADW_FOLD_THRESHOLD_POLICY_NATURAL
                                                            : ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  gtk_stack_set_visible_child (priv->list_stack,
                               picture != NULL ? picture : GTK_WIDGET (priv->browser));
}

static void
update_view (AjRecordsPage *self)
{
  AjRecordsPagePrivate *priv = get_private (self);
  const char *const *views = get_views (self);

  if (priv->picture_switch == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (priv->list_switch), views != NULL);
  if (views != NULL)
    {
      aj_view_switch_set_available (priv->list_switch, views);
      aj_view_switch_set_available (priv->picture_switch, views);
    }
  show_picture (self, AJ_RECORDS_PAGE_GET_CLASS (self)->show_view (self, aj_records_page_get_view (
                                                                             self)));
}

static gboolean
has_focus_in_list (AjRecordsPage *self)
{
  GtkWidget *list = GTK_WIDGET (get_private (self)->list_stack);
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == list || gtk_widget_is_ancestor (focus, list));
}

/* The switch stays where it is, but there are two of it: who used the one finds the focus on the other. */
static void
set_view (AjRecordsPage *self, const char *view)
{
  AjRecordsPagePrivate *priv = get_private (self);
  gboolean focused = has_focus_in_list (self);

  if (g_strcmp0 (priv->view, view) == 0)
    return;
  g_free (priv->view);
  priv->view = g_strdup (view);
  if (priv->kind != NULL)
    {
      update_view (self);
      /* A picture may need the room of the record, and is what was asked for. */
      aj_records_page_turn_to_list (self);
      if (focused && get_views (self) != NULL)
        aj_view_switch_focus (g_str_equal (view, LIST_VIEW) ? priv->list_switch
                                                            : priv->picture_switch,
                              view);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
set_kind (AjRecordsPage *self, const AjRecordKind *kind)
{
  AjRecordsPagePrivate *priv = get_private (self);
  guint n_kinds;
  const AjRecordKind *kinds = get_kinds (self, &n_kinds);

  if (priv->kind == kind)
    return;
  aj_record_detail_save (priv->detail);
  priv->kind = kind;
  label_button (priv->new_button, _ (kind->new_name));
  label_button (priv->remove_button, _ (kind->remove_label));
  fill_menu (priv->list_menu_button, kind->list_verbs);
  fill_menu (priv->record_menu_button, kind->record_verbs);
  gtk_widget_set_visible (GTK_WIDGET (priv->list_menu_button), has_verbs (kind->list_verbs));
  gtk_drop_down_set_selected (priv->kind_drop_down, (guint) (kind - kinds));
  set_record (self, NULL);
  aj_record_browser_set_kind (priv->browser, kind);
  update_view (self);
  /* None of them is chosen yet. */
  aj_records_page_turn_to_list (self);
  if (AJ_RECORDS_PAGE_GET_CLASS (self)->kind_changed != NULL)
    AJ_RECORDS_PAGE_GET_CLASS (self)->kind_changed (self);
}

static void
kind_selected_cb (AjRecordsPage *self)
{
  guint n_kinds;
  const AjRecordKind *kinds = get_kinds (self, &n_kinds);
  guint selected = gtk_drop_down_get_selected (get_private (self)->kind_drop_down);

  if (get_private (self)->kind != NULL && selected < n_kinds)
    set_kind (self, &kinds[selected]);
}

void
aj_records_page_open (AjRecordsPage *self, AjRecord *record)
{
  AjRecordsPagePrivate *priv = get_private (self);

  set_record (self, record);
  aj_fold_turn_to (priv->leaflet, priv->detail_pane);
}

gboolean
aj_records_page_show (AjRecordsPage *self, const AjRecordType *type, const char *id)
{
  AjRecordsPagePrivate *priv = get_private (self);
  guint n_kinds;
  const AjRecordKind *kinds = get_kinds (self, &n_kinds);
  const AjRecordKind *kind = type != NULL ? aj_record_kind_find (kinds, n_kinds, type) : NULL;
  g_autoptr (AjRecord) record = NULL;

  if (kind == NULL)
    return FALSE;
  record = aj_store_ref_record (aj_page_get_store (AJ_PAGE (self)), type, id);
  set_kind (self, kind);
  aj_record_browser_clear_search (priv->browser);
  aj_record_browser_select (priv->browser, id);
  aj_records_page_open (self, record);
  return TRUE;
}

static void
show_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *type, *id;

  g_variant_get (target, "(&s&s)", &type, &id);
  if (!aj_records_page_show (AJ_RECORDS_PAGE (widget), aj_record_type_lookup (type), id))
    gtk_widget_activate_action (widget, "win.show-record", "(ss)", type, id);
}

static void
show_new_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  show_activated_cb (widget, name, target);
  aj_record_detail_focus_name (get_private (widget)->detail);
}

static void
note_contact_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecordsPagePrivate *priv = get_private (widget);

  if (aj_record_detail_note_contact (priv->detail))
    adw_leaflet_set_visible_child (priv->leaflet, priv->detail_pane);
}

static const AjRecordType *
get_import_type (AjPage *page)
{
  return get_private (page)->kind->type;
}

static gboolean
go_back (AjPage *page)
{
  return aj_fold_turn_back (get_private (page)->leaflet, get_private (page)->list_pane);
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
  AjRecordsPage *self = AJ_RECORDS_PAGE (widget);
  guint n_kinds;
  const AjRecordKind *kinds = get_kinds (self, &n_kinds);
  int index = (int) (get_private (self)->kind - kinds) + g_variant_get_int32 (target) +
              (int) n_kinds;

  set_kind (self, &kinds[(guint) index % n_kinds]);
}

static gboolean
page_show_record (AjPage *page, const AjRecordType *type, const char *id)
{
  return aj_records_page_show (AJ_RECORDS_PAGE (page), type, id);
}

static gboolean
page_search (AjPage *page)
{
  AjRecordsPage *self = AJ_RECORDS_PAGE (page);

  aj_records_page_turn_to_list (self);
  if (get_views (self) != NULL)
    set_view (self, LIST_VIEW);
  aj_record_browser_focus_search (get_private (self)->browser);
  return TRUE;
}

static void
page_deactivated (AjPage *page)
{
  aj_record_detail_save (get_private (page)->detail);
}

static void
fill_kinds (AjRecordsPage *self)
{
  AjRecordsPagePrivate *priv = get_private (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_kinds;
  const AjRecordKind *kinds = get_kinds (self, &n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    gtk_string_list_append (names, aj_record_type_get_plural_label (kinds[i].type));
  aj_drop_down_set_up (priv->kind_drop_down);
  gtk_drop_down_set_model (priv->kind_drop_down, G_LIST_MODEL (names));
  aj_drop_down_set_name (priv->kind_drop_down, _ ("What to show"));
  /* Where there is nothing to choose from, the page is called by what it shows. */
  if (n_kinds == 1)
    adw_header_bar_set_title_widget (priv->list_header,
                                     adw_window_title_new (_ (kinds->page_title), NULL));
}

static void
aj_records_page_constructed (GObject *object)
{
  AjRecordsPage *self = AJ_RECORDS_PAGE (object);
  AjRecordsPagePrivate *priv = get_private (self);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));

  G_OBJECT_CLASS (aj_records_page_parent_class)->constructed (object);

  aj_record_browser_set_services (priv->browser, services);
  aj_record_detail_set_services (priv->detail, services);
  fill_kinds (self);
}

static void
aj_records_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjRecordsPageProperty) prop_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, get_private (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_records_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((AjRecordsPageProperty) prop_id)
    {
    case PROP_VIEW:
      set_view (AJ_RECORDS_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_records_page_finalize (GObject *object)
{
  g_free (get_private (object)->view);
  G_OBJECT_CLASS (aj_records_page_parent_class)->finalize (object);
}

static void
aj_records_page_dispose (GObject *object)
{
  AjRecordsPagePrivate *priv = get_private (object);

  if (priv->record != NULL)
    g_signal_handlers_disconnect_by_data (priv->record, object);
  g_clear_object (&priv->record);
  G_OBJECT_CLASS (aj_records_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "records.view", "view");
  gtk_widget_class_install_action (widget_class, "records.note-contact", NULL,
                                   note_contact_activated_cb);
  gtk_widget_class_install_action (widget_class, "records.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "records.switch", "i", switch_activated_cb);
  gtk_widget_class_install_action (widget_class, "records.show", "(ss)", show_activated_cb);
  gtk_widget_class_install_action (widget_class, "records.show-new", "(ss)", show_new_activated_cb);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_RECORD_BROWSER);
  g_type_ensure (AJ_TYPE_RECORD_DETAIL);
  g_type_ensure (AJ_TYPE_SLIM_BIN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-records-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, leaflet);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, list_pane);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, detail_pane);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, list_header);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, kind_drop_down);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, new_button);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, remove_button);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, list_menu_button);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, record_menu_button);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, notices);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, list_stack);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, browser);
  gtk_widget_class_bind_template_child_private (widget_class, AjRecordsPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "record_opened_cb",
                                                G_CALLBACK (aj_records_page_open));
}

static void
aj_records_page_class_init (AjRecordsPageClass *klass)
{
  AjPageClass *page_class = AJ_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aj_records_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = aj_records_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_records_page_finalize;
  G_OBJECT_CLASS (klass)->get_property = aj_records_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = aj_records_page_set_property;
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, LIST_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  page_class->deactivated = page_deactivated;
  page_class->show_record = page_show_record;
  page_class->go_back = go_back;
  page_class->search = page_search;
  page_class->get_import_type = get_import_type;
  install_actions (GTK_WIDGET_CLASS (klass));
  aj_records_verbs_install (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
aj_records_page_init (AjRecordsPage *self)
{
  AjPage *page = AJ_PAGE (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  aj_page_add_shortcut (page, "<Control>n", "records.new", NULL);
  aj_page_add_shortcut (page, "<Control>l", "records.note-contact", NULL);
  aj_page_add_early_shortcut (page, "<Control>Page_Up", "records.switch", g_variant_new_int32 (-1));
  aj_page_add_early_shortcut (page, "<Control>Page_Down", "records.switch",
                              g_variant_new_int32 (1));
}

const AjRecordKind *
aj_records_page_get_kind (AjRecordsPage *self)
{
  return get_private (self)->kind;
}

AjRecord *
aj_records_page_get_record (AjRecordsPage *self)
{
  return aj_record_detail_get_record (get_private (self)->detail);
}

AjRecordBrowser *
aj_records_page_get_browser (AjRecordsPage *self)
{
  return get_private (self)->browser;
}

AjRecordDetail *
aj_records_page_get_detail (AjRecordsPage *self)
{
  return get_private (self)->detail;
}

void
aj_records_page_add_notice (AjRecordsPage *self, GtkWidget *notice)
{
  gtk_box_append (get_private (self)->notices, notice);
}

void
aj_records_page_add_picture (AjRecordsPage *self, GtkWidget *picture)
{
  gtk_stack_add_child (get_private (self)->list_stack, picture);
}

void
aj_records_page_add_views (AjRecordsPage *self,
                           const char *subject,
                           const char *setting,
                           AjViewSwitch *picture_switch)
{
  AjRecordsPagePrivate *priv = get_private (self);

  g_return_if_fail (priv->picture_switch == NULL);

  priv->list_switch = AJ_VIEW_SWITCH (aj_view_switch_new (subject));
  priv->picture_switch = picture_switch;
  aj_record_browser_add_beside_search (priv->browser, GTK_WIDGET (priv->list_switch));
  g_settings_bind (aj_services_get_settings (aj_page_get_services (AJ_PAGE (self))), setting, self,
                   "view", G_SETTINGS_BIND_DEFAULT);
}

const char *
aj_records_page_get_view (AjRecordsPage *self)
{
  const char *view = get_private (self)->view;
  const char *const *views = get_views (self);

  if (views == NULL || view == NULL || g_str_equal (view, LIST_VIEW))
    return LIST_VIEW;
  return g_strv_contains (views, view) ? view : views[0];
}

void
aj_records_page_turn_to_list (AjRecordsPage *self)
{
  adw_leaflet_set_visible_child (get_private (self)->leaflet, get_private (self)->list_pane);
}

void
aj_records_page_begin (AjRecordsPage *self)
{
  guint n_kinds;

  set_kind (self, get_kinds (self, &n_kinds));
}
