/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-services.h"

#include "aj-reference.h"

struct _AjServices
{
  GObject parent_instance;

  AjStore *store;                /* (owned) */
  AjClock *clock;                /* (owned) */
  GSettings *settings;           /* (owned) */
  AjNetworkSettings *network;    /* (owned) */
  AjOutbox *outbox;              /* (owned) */
  AjHolidays *holidays;          /* (owned) (nullable) */
  AjRosterKeeper *roster_keeper; /* (owned) (nullable) */
  guint n_working;
};

G_DEFINE_FINAL_TYPE (AjServices, aj_services, G_TYPE_OBJECT)

static void
aj_services_dispose (GObject *object)
{
  AjServices *self = AJ_SERVICES (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->network);
  g_clear_object (&self->outbox);
  g_clear_object (&self->holidays);
  g_clear_object (&self->roster_keeper);
  G_OBJECT_CLASS (aj_services_parent_class)->dispose (object);
}

static void
aj_services_class_init (AjServicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_services_dispose;
}

static void
aj_services_init (AjServices *self)
{
}

AjServices *
aj_services_new (AjStore *store, AjClock *clock, GSettings *settings)
{
  AjServices *self = g_object_new (AJ_TYPE_SERVICES, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->network = aj_network_settings_new (store);
  self->outbox = aj_outbox_new ();
  return self;
}

AjStore *
aj_services_get_store (AjServices *self)
{
  return self->store;
}

AjClock *
aj_services_get_clock (AjServices *self)
{
  return self->clock;
}

GSettings *
aj_services_get_settings (AjServices *self)
{
  return self->settings;
}

AjNetworkSettings *
aj_services_get_network (AjServices *self)
{
  return self->network;
}

AjOutbox *
aj_services_get_outbox (AjServices *self)
{
  return self->outbox;
}

AjHolidays *
aj_services_get_holidays (AjServices *self)
{
  g_autoptr (GError) error = NULL;

  if (self->holidays != NULL)
    return self->holidays;
  self->holidays = aj_reference_load_holidays (&error);
  if (self->holidays == NULL)
    {
      /* The data is compiled in and tested; without it, every date is shown as not checked. */
      g_warning ("%s", error->message);
      self->holidays = aj_holidays_new ();
    }
  return self->holidays;
}

AjRosterKeeper *
aj_services_get_roster_keeper (AjServices *self)
{
  if (self->roster_keeper == NULL)
    self->roster_keeper = aj_roster_keeper_new (self->store);
  return self->roster_keeper;
}

AjDate
aj_services_get_today (AjServices *self)
{
  return aj_clock_get_today (self->clock);
}

void
aj_services_begin_work (AjServices *self)
{
  self->n_working++;
}

void
aj_services_end_work (AjServices *self)
{
  g_return_if_fail (self->n_working > 0);

  self->n_working--;
}

gboolean
aj_services_is_working (AjServices *self)
{
  return self->n_working > 0;
}
