/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_CONTACT_GROUP (aj_contact_group_get_type ())

/**
 * AjContactGroup:
 *
 * The log of contact with one record: a line to type the next in, and what was, newest first. Follows the store.
 *
 * Properties (read-only, notified): "last" (AjDate: the day of the newest; AJ_DATE_NONE while there is none).
 */
G_DECLARE_FINAL_TYPE (AjContactGroup, aj_contact_group, AJ, CONTACT_GROUP, AdwPreferencesGroup)

/* @paths lead from a contact to @record, as for aj_query_where_leads_to(); the first is the field of those that are typed
 * here. */
GtkWidget *aj_contact_group_new (AjServices *services, const char *const *paths, AjRecord *record);
AjDate aj_contact_group_get_last (AjContactGroup *self);
/* Puts the cursor in the line to type; FALSE when there is none, as in a file that cannot be changed. */
gboolean aj_contact_group_focus_entry (AjContactGroup *self);
/* Opens the contact with @id and puts the cursor on it, as soon as it is there. */
void aj_contact_group_reveal (AjContactGroup *self, const char *id);

G_END_DECLS
