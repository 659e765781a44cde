/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-records-page.h"

G_BEGIN_DECLS

#define AJ_TYPE_INTERVENTIONS_PAGE (aj_interventions_page_get_type ())

/* What works, where it runs, who gives it, and where the cargo bike is. */
G_DECLARE_FINAL_TYPE (
    AjInterventionsPage, aj_interventions_page, AJ, INTERVENTIONS_PAGE, AjRecordsPage)

G_END_DECLS
