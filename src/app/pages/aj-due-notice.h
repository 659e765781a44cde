/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_DUE_NOTICE (aj_due_notice_get_type ())

/**
 * AjDueNotice:
 *
 * One quiet line that says how many people are due to be looked over, with the button to do so (the action
 * "people.look-over"); nothing at all when nobody is. It counts while it is wanted, and follows the store.
 */
G_DECLARE_FINAL_TYPE (AjDueNotice, aj_due_notice, AJ, DUE_NOTICE, GtkWidget)

void aj_due_notice_set_services (AjDueNotice *self, AjServices *services);
/* Whether the people are what is looked at. */
void aj_due_notice_set_wanted (AjDueNotice *self, gboolean wanted);

G_END_DECLS
