/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-query.h"

G_BEGIN_DECLS

/* Which activities of an edition are looked at, and in which order. All that is chosen must hold. */
typedef struct _AjActivityFilter AjActivityFilter;

/* By what they can be told apart; of each, one thing can be chosen. */
typedef enum
{
  AJ_ACTIVITY_ASPECT_DISTRICT, /* an id; the others are of a table */
  AJ_ACTIVITY_ASPECT_TARGET,
  AJ_ACTIVITY_ASPECT_STATE,
  AJ_ACTIVITY_ASPECT_KIND,
  AJ_ACTIVITY_ASPECT_MISSING, /* what is still to be filled in */
  AJ_ACTIVITY_N_ASPECTS,
} AjActivityAspect;

typedef enum
{
  AJ_ACTIVITY_ORDER_NAME,
  AJ_ACTIVITY_ORDER_MUNICIPALITY,
  AJ_ACTIVITY_ORDER_TIME,
  AJ_ACTIVITY_ORDER_STATE,
  AJ_ACTIVITY_ORDER_TARGETS, /* those for business first, then youth, … */
  AJ_ACTIVITY_ORDER_ORGANISATION,
  AJ_ACTIVITY_ORDER_EXPECTED,
  AJ_ACTIVITY_ORDER_ACTUAL,
  AJ_ACTIVITY_N_ORDERS,
} AjActivityOrder;

/* What can be chosen of an aspect, but for districts, which are of a data file: code and label (translated) of number
 * @index. */
guint aj_activity_aspect_get_n_options (AjActivityAspect aspect);
const char *aj_activity_aspect_get_code (AjActivityAspect aspect, guint index);
const char *aj_activity_aspect_get_option (AjActivityAspect aspect, guint index);
/* Translated: "District"; and for all of them: "All districts". */
const char *aj_activity_aspect_get_label (AjActivityAspect aspect);
const char *aj_activity_aspect_get_all_label (AjActivityAspect aspect);
/* Translated: "Municipality". */
const char *aj_activity_order_get_label (AjActivityOrder order);

AjActivityFilter *aj_activity_filter_new (void);
void aj_activity_filter_free (AjActivityFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjActivityFilter, aj_activity_filter_free)

/* @code may be NULL: all. FALSE when that was chosen already. A code that is of no option is a programming error. */
gboolean
aj_activity_filter_choose (AjActivityFilter *self, AjActivityAspect aspect, const char *code);
/* (nullable) */
const char *aj_activity_filter_get_choice (AjActivityFilter *self, AjActivityAspect aspect);
/* Of how many aspects something is chosen. */
guint aj_activity_filter_get_n_choices (AjActivityFilter *self);
/* What is searched for, as people type it. FALSE when it was just that. */
gboolean aj_activity_filter_set_text (AjActivityFilter *self, const char *text);
const char *aj_activity_filter_get_text (AjActivityFilter *self);
/* Whether not all are shown. */
gboolean aj_activity_filter_is_set (AjActivityFilter *self);
/* All of them again; the order stays. */
void aj_activity_filter_clear (AjActivityFilter *self);
/* FALSE when it was that already. */
gboolean
aj_activity_filter_set_order (AjActivityFilter *self, AjActivityOrder order, gboolean descending);
AjActivityOrder aj_activity_filter_get_order (AjActivityFilter *self, gboolean *descending);

/* (transfer full): those of the edition with this id. */
AjQuery *aj_activity_filter_make_query (AjActivityFilter *self, const char *edition);

/* What is kept for the next time, a{ss}: all but the text. What a newer program kept and this one does not know is
 * passed over. */
GVariant *aj_activity_filter_to_variant (AjActivityFilter *self);
void aj_activity_filter_recall (AjActivityFilter *self, GVariant *kept);

G_END_DECLS
