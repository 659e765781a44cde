/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-network-page.h"

G_BEGIN_DECLS

/* What the Network page does with people under the AVG: "people.report" (what is held on the person in view),
 * "people.forget" (that person) and "people.look-over" (who has had no part in the network for long). */

/* In class_init of AjNetworkPage. */
void aj_network_people_install (GtkWidgetClass *page_class);
/* Enables what can be done with the record in view. */
void aj_network_people_update (AjNetworkPage *page);

G_END_DECLS
