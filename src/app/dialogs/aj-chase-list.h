/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-chase-outbox.h"

G_BEGIN_DECLS

#define AJ_TYPE_CHASE_LIST (aj_chase_list_get_type ())

/**
 * AjChaseList:
 *
 * Those who have not answered, by round or by district, each with a tick. Until somebody says otherwise, who is to be asked today
 * is ticked.
 *
 * Signal "changed": somebody ticked another, or one less.
 */
G_DECLARE_FINAL_TYPE (AjChaseList, aj_chase_list, AJ, CHASE_LIST, AdwBin)

/* Where it is looked up to whom a draft was made. */
void aj_chase_list_set_outbox (AjChaseList *self, AjChaseOutbox *outbox);
/* @items (element-type AjChaseItem) of @book; both must stay until others are shown. */
void aj_chase_list_show (
    AjChaseList *self, AjChaseBook *book, GPtrArray *items, gboolean by_round, AjDate today);
/* Shows nothing, before what is shown goes. */
void aj_chase_list_forget (AjChaseList *self);
/* (transfer container) (element-type AjChaseItem) */
GPtrArray *aj_chase_list_get_ticked (AjChaseList *self);
/* Whether a draft was made to it that is not noted yet. */
gboolean aj_chase_list_is_written (AjChaseList *self, const AjChaseItem *item);
/* What somebody ticked, or not, of @municipalities (element-type utf8: a set of ids) holds no more. */
void aj_chase_list_forget_ticks (AjChaseList *self, GHashTable *municipalities);

G_END_DECLS
