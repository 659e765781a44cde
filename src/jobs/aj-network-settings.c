/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network-settings.h"

#include <glib/gi18n-lib.h>

#include "aj-calendar-error.h"
#include "aj-network.h"
#include "aj-text.h"

struct _AjNetworkSettings
{
  GObject parent_instance;

  AjStore *store;   /* (owned) */
  AjValues *values; /* (owned): as read last, or as in a new file */
  gboolean is_known;
  gboolean is_reading;
  gboolean is_outdated; /* what is being read may be so already */
};

G_DEFINE_FINAL_TYPE (AjNetworkSettings, aj_network_settings, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AjQuery *
make_query (void)
{
  AjQuery *query = aj_query_new (&aj_network_record_type);

  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, AJ_NETWORK_ID);
  return query;
}

/* @records (element-type AjRecord): the one. */
static void
take (AjNetworkSettings *self, GPtrArray *records)
{
  g_autoptr (AjValues) before = g_steal_pointer (&self->values);
  gboolean was_known = self->is_known;

  self->values = records->len > 0 ? aj_values_ref (aj_record_get_values (records->pdata[0]))
                                  : aj_values_new (&aj_network_record_type, NULL);
  self->is_known = TRUE;
  if (!was_known || aj_values_diff (before, self->values) != 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void read_again (AjNetworkSettings *self);

/* What cannot be read now is told by whatever else is read of the same file. */
static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjNetworkSettings) self = user_data;
  g_autoptr (GPtrArray) records = aj_store_fetch_finish (AJ_STORE (source), result, NULL);

  self->is_reading = FALSE;
  if (records != NULL)
    take (self, records);
  if (self->is_outdated)
    read_again (self);
}

static void
read_again (AjNetworkSettings *self)
{
  g_autoptr (AjQuery) query = make_query ();

  self->is_outdated = self->is_reading;
  if (self->is_reading)
    return;
  self->is_reading = TRUE;
  aj_store_fetch_async (self->store, query, NULL, fetched_cb, g_object_ref (self));
}

static void
store_changed_cb (AjNetworkSettings *self, AjChanges *changes)
{
  if (aj_changes_concern (changes, &aj_network_record_type))
    read_again (self);
}

static void
aj_network_settings_dispose (GObject *object)
{
  AjNetworkSettings *self = AJ_NETWORK_SETTINGS (object);

  g_clear_pointer (&self->values, aj_values_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_network_settings_parent_class)->dispose (object);
}

static void
aj_network_settings_class_init (AjNetworkSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_network_settings_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_NETWORK_SETTINGS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_network_settings_init (AjNetworkSettings *self)
{
  self->values = aj_values_new (&aj_network_record_type, NULL);
}

static AjNetworkSettings *
settings_new (AjStore *store)
{
  AjNetworkSettings *self = g_object_new (AJ_TYPE_NETWORK_SETTINGS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

AjNetworkSettings *
aj_network_settings_new (AjStore *store)
{
  AjNetworkSettings *self;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  self = settings_new (store);
  read_again (self);
  return self;
}

AjNetworkSettings *
aj_network_settings_load (AjStore *store, GError **error)
{
  g_autoptr (AjNetworkSettings) self = NULL;
  g_autoptr (AjQuery) query = make_query ();
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  self = settings_new (store);
  records = aj_store_fetch (store, query, error);
  if (records == NULL)
    return NULL;
  take (self, records);
  return g_steal_pointer (&self);
}

gboolean
aj_network_settings_is_known (AjNetworkSettings *self)
{
  return self->is_known;
}

const char *
aj_network_settings_get_name (AjNetworkSettings *self)
{
  return aj_values_get_text (self->values, "name");
}

AjOrganiser
aj_network_settings_get_organiser (AjNetworkSettings *self)
{
  return (AjOrganiser){ aj_values_get_text (self->values, "organiser-name"),
                        aj_values_get_text (self->values, "organiser-mail") };
}

int
aj_network_settings_get_retention_months (AjNetworkSettings *self)
{
  return (int) aj_values_get_integer (self->values, "retention-months");
}

gboolean
aj_organiser_check (const AjOrganiser *self, GError **error)
{
  if (self->mail != NULL && aj_text_is_mail_address (self->mail))
    return TRUE;
  g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ORGANISER,
                       _ ("There is no mailbox that invites. Fill in the organiser mailbox in "
                          "the preferences."));
  return FALSE;
}
