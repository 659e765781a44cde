/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-network-facts.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* Saves a map of the municipalities as they are on @date: asks where, and by the end of the name whether as PDF, PNG or SVG;
 * draws and writes without blocking, and tells how it went. @from is a widget in the window that asks. @group (nullable) is
 * the id of the group for AJ_NETWORK_GROUP. */
void aj_map_saver_save (GtkWidget *from,
                        AjServices *services,
                        AjNetworkSubject subject,
                        const char *group,
                        AjDate date);

G_END_DECLS
