/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "aj-groups-page.h"
#include "aj-meetings-page.h"
#include "aj-network-page.h"
#include "aj-page.h"

/* A new page adds its line here, and nothing else in the window changes. */
static const AjPageInfo pages[] = {
  { "meetings", N_ ("Meetings"), "x-office-calendar-symbolic", aj_meetings_page_get_type },
  { "groups", N_ ("Groups"), "aj-groups-symbolic", aj_groups_page_get_type },
  { "network", N_ ("Network"), "system-users-symbolic", aj_network_page_get_type },
};

const AjPageInfo *
aj_page_table_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}
