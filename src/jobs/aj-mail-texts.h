/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-mail-places.h"
#include "aj-mail-text.h"
#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_MAIL_TEXTS (aj_mail_texts_get_type ())

/**
 * AjMailTexts:
 *
 * The texts of all kinds of mail (AJ_MAIL_INVITATION and its like): what the network wrote itself, else what comes with the
 * program, in its language. As the store had them at one moment; never changed.
 */
typedef struct _AjMailTexts AjMailTexts;

GType aj_mail_texts_get_type (void);
AjMailTexts *aj_mail_texts_ref (AjMailTexts *self);
void aj_mail_texts_unref (AjMailTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjMailTexts, aj_mail_texts_unref)

/* (transfer full): Waits. */
AjMailTexts *aj_mail_texts_load (AjStore *store, GError **error);
/* The same without waiting. */
void aj_mail_texts_load_async (AjStore *store,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AjMailTexts *aj_mail_texts_load_finish (AjStore *store, GAsyncResult *result, GError **error);

const char *aj_mail_texts_get_subject (AjMailTexts *self, const char *use);
const char *aj_mail_texts_get_body (AjMailTexts *self, const char *use);
/* (nullable): the record of what the network wrote itself. */
const AjValues *aj_mail_texts_get_own (AjMailTexts *self, const char *use);

/* What comes with the program, in its language. */
const char *aj_mail_texts_get_default_subject (const char *use);
const char *aj_mail_texts_get_default_body (const char *use);
/* Whether something may be there to fill in a place with, in a mail of that kind. */
gboolean aj_mail_texts_has_place (const char *use, AjMailPlace place);

G_END_DECLS
