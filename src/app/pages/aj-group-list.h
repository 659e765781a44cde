/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-roster.h"

G_BEGIN_DECLS

#define AJ_TYPE_GROUP_LIST (aj_group_list_get_type ())

/**
 * AjGroupList:
 *
 * The groups by kind, those that have ended last, each with its number of members and a mark for empty seats; above them
 * the overview of all. What is typed in its search finds groups, and the groups in which somebody or some seat fits.
 *
 * Properties: "folded" (it is alone in view: arrow keys alone open nothing).
 * Signals: "opened" (the id of a group; NULL for the overview), "searched" (the search says something else).
 */
G_DECLARE_FINAL_TYPE (AjGroupList, aj_group_list, AJ, GROUP_LIST, AdwBin)

void aj_group_list_show (AjGroupList *self, AjRoster *roster);
/* Marks a group, or the overview (NULL), without opening it. */
void aj_group_list_select (AjGroupList *self, const char *id);
void aj_group_list_clear_search (AjGroupList *self);
void aj_group_list_focus_search (AjGroupList *self);
/* (transfer none): the words that are searched, for the roster; empty for no search. */
const char *const *aj_group_list_get_words (AjGroupList *self);

G_END_DECLS
