/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-page.h"

G_BEGIN_DECLS

#define AJ_TYPE_GROUPS_PAGE (aj_groups_page_get_type ())

/* The groups, who sits in them on any day, and over all of them who sits where and which seats are empty. */
G_DECLARE_FINAL_TYPE (AjGroupsPage, aj_groups_page, AJ, GROUPS_PAGE, AjPage)

G_END_DECLS
