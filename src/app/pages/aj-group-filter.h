/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_GROUP_FILTER (aj_group_filter_get_type ())

/**
 * AjGroupFilter:
 *
 * A drop-down of all groups, with "All groups" first unless one must be chosen.
 *
 * Properties: "group": the id of the chosen group, NULL for all; keeps it when the list of groups
 * changes. "has-groups": whether there are any.
 */
G_DECLARE_FINAL_TYPE (AjGroupFilter, aj_group_filter, AJ, GROUP_FILTER, GtkWidget)

/* @with_all: offer "All groups". */
void aj_group_filter_set_store (AjGroupFilter *self, AjStore *store, gboolean with_all);
const char *aj_group_filter_get_group (AjGroupFilter *self);
void aj_group_filter_set_group (AjGroupFilter *self, const char *id);
/* The record of the chosen group; NULL for all. */
AjRecord *aj_group_filter_get_record (AjGroupFilter *self);
/* (transfer full) (nullable): the id of the first group in the list. */
char *aj_group_filter_dup_first (AjGroupFilter *self);
gboolean aj_group_filter_has_groups (AjGroupFilter *self);

G_END_DECLS
