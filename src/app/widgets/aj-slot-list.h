/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-record.h"

G_BEGIN_DECLS

#define AJ_TYPE_SLOT (aj_slot_get_type ())

/**
 * AjSlot:
 *
 * One place of a list, and the record that is there now.
 *
 * Property: "record".
 */
G_DECLARE_FINAL_TYPE (AjSlot, aj_slot, AJ, SLOT, GObject)

/* (transfer none) (nullable) */
AjRecord *aj_slot_get_record (AjSlot *self);

#define AJ_TYPE_SLOT_LIST (aj_slot_list_get_type ())

/**
 * AjSlotList:
 *
 * A GListModel of AjSlot over one of records, for a view of very many: where thousands come in the place of others, as when all
 * are sorted anew, the places stay and get other records. GTK makes all its rows again for new items, two hundred at a
 * time, and looks for the cursor among all of them; rows that are there already only show something else. Small changes
 * pass through as they are.
 */
G_DECLARE_FINAL_TYPE (AjSlotList, aj_slot_list, AJ, SLOT_LIST, GObject)

AjSlotList *aj_slot_list_new (GListModel *records);

G_END_DECLS
