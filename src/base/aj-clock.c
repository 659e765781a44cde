/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-clock.h"

#include "aj-zone-private.h"

struct _AjClock
{
  GObject parent_instance;

  GTimeZone *zone;
  gboolean fixed;
  gint64 unix_time; /* when fixed */
  AjWallTime now;   /* when fixed: as given, also when the zone skips that hour */
};

G_DEFINE_FINAL_TYPE (AjClock, aj_clock, G_TYPE_OBJECT)

static void
aj_clock_finalize (GObject *object)
{
  AjClock *self = AJ_CLOCK (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (aj_clock_parent_class)->finalize (object);
}

static void
aj_clock_class_init (AjClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_clock_finalize;
}

static void
aj_clock_init (AjClock *self)
{
}

AjClock *
aj_clock_new (const char *zone)
{
  AjClock *self = g_object_new (AJ_TYPE_CLOCK, NULL);
  GTimeZone *known = aj_zone_get (zone);

  self->zone = known != NULL ? g_time_zone_ref (known) : g_time_zone_new_local ();
  return self;
}

AjClock *
aj_clock_new_fixed (const AjWallTime *now, const char *zone)
{
  g_autoptr (AjClock) self = NULL;

  g_return_val_if_fail (now != NULL, NULL);

  self = aj_clock_new (zone);
  if (!aj_zone_to_unix (self->zone, now, &self->unix_time))
    return NULL;
  self->fixed = TRUE;
  self->now = *now;
  return g_steal_pointer (&self);
}

AjClock *
aj_clock_new_from_string (const char *text, const char *zone)
{
  AjWallTime now = { AJ_DATE_NONE, 0 };

  if (!aj_wall_time_parse (text, &now) && !aj_date_parse_iso (text, &now.date))
    return NULL;
  return aj_clock_new_fixed (&now, zone);
}

gint64
aj_clock_get_unix (AjClock *self)
{
  g_return_val_if_fail (AJ_IS_CLOCK (self), 0);

  return self->fixed ? self->unix_time : g_get_real_time () / G_USEC_PER_SEC;
}

AjWallTime
aj_clock_get_now (AjClock *self)
{
  AjWallTime now = { AJ_DATE_NONE, 0 };

  g_return_val_if_fail (AJ_IS_CLOCK (self), now);

  if (self->fixed)
    return self->now;
  if (!aj_zone_from_unix (self->zone, aj_clock_get_unix (self), &now))
    g_warning ("the machine's clock stands outside the years %d to %d", AJ_DATE_MIN_YEAR,
               AJ_DATE_MAX_YEAR);
  return now;
}

AjDate
aj_clock_get_today (AjClock *self)
{
  return aj_clock_get_now (self).date;
}

gboolean
aj_clock_look_back (AjClock *self, gint64 unix_time, AjWallTime *time)
{
  g_return_val_if_fail (AJ_IS_CLOCK (self), FALSE);

  return aj_zone_from_unix (self->zone, unix_time, time);
}
