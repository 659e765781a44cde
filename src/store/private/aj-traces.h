/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AjTraces:
 *
 * By what somebody is recognised in a text: names, mail addresses and telephone numbers. They are found
 * as a whole, whatever their case, accents, spacing or, of a number, way of writing. Filled first, then
 * sealed, then used.
 */
typedef struct _AjTraces AjTraces;

/* What stands where a trace stood. Not longer than any trace, so that a text that fitted still fits. */
#define AJ_TRACES_MARK "[…]"

AjTraces *aj_traces_new (void);
void aj_traces_free (AjTraces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjTraces, aj_traces_free)

void aj_traces_add_name (AjTraces *self, const char *name);
/* A name in either order: "Anna de Vries", and from any word on "Vries, Anna de". */
void aj_traces_add_person (AjTraces *self, const char *name);
void aj_traces_add_mail (AjTraces *self, const char *mail);
void aj_traces_add_phone (AjTraces *self, const char *phone);

/* Once, when all are in. Fails with AJ_STORE_ERROR_FAILED when not all of them can be looked for; the error says nothing of
 * what they are. */
gboolean aj_traces_seal (AjTraces *self, GError **error);
/* Afterwards: whether every text could be looked through to its end. What was found counts for nothing when not. */
gboolean aj_traces_check (AjTraces *self, GError **error);

/* The text with the mark for each trace (transfer full); NULL when none stands in it. */
char *aj_traces_replace (AjTraces *self, const char *text);
/* A quick look at a text in which line ends and quotes are escaped as in JSON: FALSE when no trace can be in it. */
gboolean aj_traces_may_be_in (AjTraces *self, const char *json);

/* (transfer full): "Vries, Anna de" as "Anna de Vries"; any other as it is. */
char *aj_traces_order_name (const char *name);
/* At least two words: a first name alone is many people's. */
gboolean aj_traces_is_full_name (const char *name);

G_END_DECLS
