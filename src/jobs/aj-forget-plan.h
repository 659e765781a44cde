/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-forget.h"

G_BEGIN_DECLS

#define AJ_TYPE_FORGET_PLAN (aj_forget_plan_get_type ())

/**
 * AjForgetPlan:
 *
 * People who are to be forgotten, together or not at all: what goes with them and what stays, so that somebody can decide,
 * and then the forgetting itself. Never changes.
 *
 * Their place is taken by "Forgotten person", in the language of whoever forgets them. As of that day they sit in no group
 * and lead no district any more.
 */
typedef struct _AjForgetPlan AjForgetPlan;

GType aj_forget_plan_get_type (void);
AjForgetPlan *aj_forget_plan_ref (AjForgetPlan *self);
void aj_forget_plan_unref (AjForgetPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjForgetPlan, aj_forget_plan_unref)

/* @ids end with NULL and may be of people who were removed and are only in history. AJ_STORE_ERROR_NOT_FOUND when one is
 * nowhere, AJ_MODEL_ERROR_RULE when one was forgotten already. Waits. */
AjForgetPlan *aj_forget_plan_load (AjStore *store, const char *const *ids, GError **error);
void aj_forget_plan_load_async (AjStore *store,
                                const char *const *ids,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* (transfer full) */
AjForgetPlan *aj_forget_plan_load_finish (AjStore *store, GAsyncResult *result, GError **error);

guint aj_forget_plan_get_n_people (AjForgetPlan *self);
/* In the texts of other records, and not theirs as well: what AJ_FORGET_KEEP_MENTIONS leaves. */
guint aj_forget_plan_get_n_mentions (AjForgetPlan *self);
/* (element-type utf8) (transfer none): the names of files beside the data file that may still hold everything afterwards. */
GPtrArray *aj_forget_plan_get_copies (AjForgetPlan *self);
/* (transfer full): the question, with what goes and what stays below it. */
AjDocument *aj_forget_plan_to_document (AjForgetPlan *self, AjForgetFlags flags);
/* (transfer full): what was done with those @flags, in a sentence or two; and what is left and still to be done, the copies
 * apart. @wiped as aj_store_forget() told it. */
char *aj_forget_plan_describe_done (AjForgetPlan *self, AjForgetFlags flags, gboolean wiped);

/* Does it, as aj_store_forget(), and takes away the mails that are on their way, for they name people. Waits. */
gboolean aj_forget_plan_run (
    AjForgetPlan *self, AjStore *store, AjForgetFlags flags, gboolean *wiped, GError **error);
void aj_forget_plan_run_async (AjForgetPlan *self,
                               AjStore *store,
                               AjForgetFlags flags,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean
aj_forget_plan_run_finish (AjStore *store, GAsyncResult *result, gboolean *wiped, GError **error);

G_END_DECLS
