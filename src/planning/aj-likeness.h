/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A name taken apart once, for comparing it with many. Case, accents and the order of the words do not count. */
typedef struct _AjLikeness AjLikeness;

AjLikeness *aj_likeness_new (const char *name);
void aj_likeness_free (AjLikeness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjLikeness, aj_likeness_free)

/* Its words in order, with one space between: two that have the same are the same name. */
const char *aj_likeness_get_key (const AjLikeness *self);

/* Whether two names of people may well be one: the same words in any order, initials for given names, a typing mistake in
 * one longer word. Two single words must be the same but for such a mistake. */
gboolean aj_likeness_people (const AjLikeness *a, const AjLikeness *b);
/* Whether two names of organisations may well be one: the same but for words as "gemeente" and "stichting", the order of
 * the words, and a typing mistake in one longer word. Numbers must be the same. */
gboolean aj_likeness_organisations (const AjLikeness *a, const AjLikeness *b);

G_END_DECLS
