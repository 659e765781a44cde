/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_LOAN_NOTICE (aj_loan_notice_get_type ())

/**
 * AjLoanNotice:
 *
 * What is to be handed over or to come back within a week, and what is not back yet: each with a mail to whoever it was
 * agreed with, and a button that notes that it is done. Not to be seen when there is nothing.
 */
G_DECLARE_FINAL_TYPE (AjLoanNotice, aj_loan_notice, AJ, LOAN_NOTICE, AdwBin)

GtkWidget *aj_loan_notice_new (AjServices *services);
/* Whether anybody looks; at first nobody does. */
void aj_loan_notice_set_active (AjLoanNotice *self, gboolean active);

G_END_DECLS
