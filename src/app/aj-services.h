/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-holidays.h"
#include "aj-network-settings.h"
#include "aj-outbox.h"
#include "aj-roster-keeper.h"
#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_SERVICES (aj_services_get_type ())

/**
 * AjServices:
 *
 * What a page or dialog works with, made once for each open file and handed down: never looked up from
 * a global. All of it is there for as long as the object is.
 */
G_DECLARE_FINAL_TYPE (AjServices, aj_services, AJ, SERVICES, GObject)

AjServices *aj_services_new (AjStore *store, AjClock *clock, GSettings *settings);

/* All borrowed. */
AjStore *aj_services_get_store (AjServices *self);
AjClock *aj_services_get_clock (AjServices *self);
GSettings *aj_services_get_settings (AjServices *self);
/* What holds for the whole network: who invites, and how long people are kept. */
AjNetworkSettings *aj_services_get_network (AjServices *self);
/* The school holidays that are known; read when first asked for. */
AjHolidays *aj_services_get_holidays (AjServices *self);
/* The letters that were written here, and are not noted as sent yet. */
AjOutbox *aj_services_get_outbox (AjServices *self);
/* Who sits where today, read when first asked for. */
AjRosterKeeper *aj_services_get_roster_keeper (AjServices *self);
/* Something that takes several turns with the store, one after the other: the file is not closed before it has ended. */
void aj_services_begin_work (AjServices *self);
void aj_services_end_work (AjServices *self);
gboolean aj_services_is_working (AjServices *self);
/* Short for the clock's day. */
AjDate aj_services_get_today (AjServices *self);

G_END_DECLS
