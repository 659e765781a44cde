/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-contact-group.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-contact-entry.h"
#include "aj-contact-row.h"
#include "aj-contact.h"
#include "aj-list.h"

/* Rows are real widgets here: a few at first, and then so many at a time. */
#define N_AT_FIRST  5
#define N_AT_A_TIME 100

struct _AjContactGroup
{
  AdwPreferencesGroup parent_instance;

  AjServices *services;     /* (owned) */
  AjRecord *record;         /* (owned) */
  AjList *list;             /* (owned): all of them, as ids */
  GtkSliceListModel *slice; /* (owned): those with a row */
  AjRecord *newest;         /* (owned) (nullable) */
  AjDate last;
  char *wanted; /* (owned) (nullable): to be opened when it comes */

  GtkWidget *entry;       /* (unowned) (nullable): a child */
  GtkListBox *list_box;   /* (unowned): a child */
  GtkWidget *more_button; /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (AjContactGroup, aj_contact_group, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  PROP_LAST = 1,
} AjContactGroupProperty;

static GParamSpec *properties[PROP_LAST + 1];

static guint
count (AjContactGroup *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static void
update_last (AjContactGroup *self)
{
  AjDate last = self->newest != NULL && !aj_record_is_removed (self->newest)
                    ? aj_record_get_date (self->newest, "date")
                    : AJ_DATE_NONE;

  if (last == self->last)
    return;
  self->last = last;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST]);
}

static void
set_newest (AjContactGroup *self, AjRecord *newest)
{
  if (self->newest != NULL)
    g_signal_handlers_disconnect_by_func (self->newest, update_last, self);
  g_set_object (&self->newest, newest);
  if (newest != NULL)
    g_signal_connect_swapped (newest, "notify", G_CALLBACK (update_last), self);
}

static void
update_more_button (AjContactGroup *self)
{
  const guint n_shown = gtk_slice_list_model_get_size (self->slice);
  g_autofree char *label = NULL;

  if (count (self) <= n_shown + N_AT_A_TIME)
    /* Translators: a button, with how many lines the log of contact has. */
    label = g_strdup_printf (_ ("Show All %u"), count (self));
  else
    label = g_strdup_printf (_ ("Show %u More"), (guint) N_AT_A_TIME);
  gtk_button_set_label (GTK_BUTTON (self->more_button), label);
  gtk_widget_set_visible (self->more_button, count (self) > n_shown);
}

static void
open_wanted (AjContactGroup *self)
{
  guint position = self->wanted != NULL ? aj_list_find (self->list, self->wanted) : G_MAXUINT;
  GtkListBoxRow *row;

  if (position == G_MAXUINT)
    return;
  g_clear_pointer (&self->wanted, g_free);
  if (position >= gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, position + 1);
  row = gtk_list_box_get_row_at_index (self->list_box, (int) position);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
list_changed_cb (AjContactGroup *self)
{
  g_autoptr (AjRecord) newest = g_list_model_get_item (G_LIST_MODEL (self->list), 0);

  if (newest != self->newest)
    set_newest (self, newest);
  update_last (self);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         aj_list_get_error (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), count (self) > 0);
  update_more_button (self);
  open_wanted (self);
}

static void
more_clicked_cb (AjContactGroup *self)
{
  const guint n_before = gtk_slice_list_model_get_size (self->slice);
  GtkListBoxRow *row;

  gtk_slice_list_model_set_size (self->slice,
                                 n_before <= N_AT_FIRST ? N_AT_A_TIME : n_before + N_AT_A_TIME);
  update_more_button (self);
  /* The button may be gone: the cursor goes on with the first row that was not there. */
  row = gtk_list_box_get_row_at_index (self->list_box, (int) n_before);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  AjContactGroup *self = user_data;

  return aj_contact_row_new (self->services, item, self->record);
}

static void
aj_contact_group_dispose (GObject *object)
{
  AjContactGroup *self = AJ_CONTACT_GROUP (object);

  set_newest (self, NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->slice);
  g_clear_object (&self->list);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_contact_group_parent_class)->dispose (object);
}

static void
aj_contact_group_finalize (GObject *object)
{
  g_free (AJ_CONTACT_GROUP (object)->wanted);
  G_OBJECT_CLASS (aj_contact_group_parent_class)->finalize (object);
}

static void
aj_contact_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjContactGroupProperty) prop_id)
    {
    case PROP_LAST:
      g_value_set_int (value, AJ_CONTACT_GROUP (object)->last);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_contact_group_class_init (AjContactGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aj_contact_group_dispose;
  object_class->finalize = aj_contact_group_finalize;
  object_class->get_property = aj_contact_group_get_property;
  properties[PROP_LAST] = g_param_spec_int ("last", NULL, NULL, G_MININT, G_MAXINT, AJ_DATE_NONE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
aj_contact_group_init (AjContactGroup *self)
{
  self->last = AJ_DATE_NONE;
}

static AjQuery *
make_query (AjContactGroup *self, const char *const *paths)
{
  AjQuery *query = aj_query_new (&aj_contact_record_type);

  aj_query_where_leads_to (query, paths, aj_record_get_id (self->record));
  aj_query_order_by (query, "date", TRUE);
  aj_query_order_by (query, "added", TRUE);
  return query;
}

static void
add_log (AjContactGroup *self, GtkBox *box)
{
  GtkWidget *list_box = gtk_list_box_new ();

  self->list_box = GTK_LIST_BOX (list_box);
  self->more_button = gtk_button_new ();
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list_box, "boxed-list");
  aj_accessible_set_name (list_box, _ ("Log of contact"));
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->slice), make_row_cb, self, NULL);
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more_button, "flat");
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (more_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, list_box);
  gtk_box_append (box, self->more_button);
}

GtkWidget *
aj_contact_group_new (AjServices *services, const char *const *paths, AjRecord *record)
{
  AjContactGroup *self = g_object_new (AJ_TYPE_CONTACT_GROUP, "title", _ ("Log of Contact"), NULL);
  AjStore *store = aj_services_get_store (services);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (AjQuery) query = NULL;

  self->services = g_object_ref (services);
  self->record = g_object_ref (record);
  query = make_query (self, paths);
  self->list = aj_list_new (store, query);
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->list)), 0, N_AT_FIRST);
  if (!aj_store_is_read_only (store))
    {
      self->entry = aj_contact_entry_new (services, paths[0], record);
      gtk_box_append (GTK_BOX (box), self->entry);
    }
  add_log (self, GTK_BOX (box));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  /* After the slice, whose rows are wanted. */
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify", G_CALLBACK (list_changed_cb), self);
  list_changed_cb (self);
  return GTK_WIDGET (self);
}

AjDate
aj_contact_group_get_last (AjContactGroup *self)
{
  return self->last;
}

gboolean
aj_contact_group_focus_entry (AjContactGroup *self)
{
  return self->entry != NULL && gtk_widget_child_focus (self->entry, GTK_DIR_TAB_FORWARD);
}

void
aj_contact_group_reveal (AjContactGroup *self, const char *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  open_wanted (self);
}
