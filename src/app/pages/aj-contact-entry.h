/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_CONTACT_ENTRY (aj_contact_entry_get_type ())

/**
 * AjContactEntry:
 *
 * One line to type a contact in ("gisteren gebeld met Anna over de actiedag"), with how it will be stored beneath it. Enter
 * stores it as one edit, and the cursor stays for the next. What was typed but not stored is there again when the same
 * record is shown next.
 */
G_DECLARE_FINAL_TYPE (AjContactEntry, aj_contact_entry, AJ, CONTACT_ENTRY, AdwBin)

/* @field is the reference of a contact to @record: an organisation, a municipality or a person. */
GtkWidget *aj_contact_entry_new (AjServices *services, const char *field, AjRecord *record);

G_END_DECLS
