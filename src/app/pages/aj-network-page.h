/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-records-page.h"

G_BEGIN_DECLS

#define AJ_TYPE_NETWORK_PAGE (aj_network_page_get_type ())

/* Who and what the network is made of: municipalities, organisations, people and districts, each in a list that can be
 * searched, with the record itself beside it. Groups have a page of their own. */
G_DECLARE_FINAL_TYPE (AjNetworkPage, aj_network_page, AJ, NETWORK_PAGE, AjRecordsPage)

G_END_DECLS
