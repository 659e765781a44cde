/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AjInterventionNames:
 *
 * Finds the interventions of the catalogue in what people write: "Echt-Nep!", "echtnep", "HackShield en Cyber24". Case,
 * accents and signs do not count, and a name may be written as one word or with hyphens. What is less plain is no name, for
 * a false one is worse than one that is missed: never a part of a word, and only where it stands by itself between signs a
 * name that is an ordinary word ("Geldezels"), or one that is written apart though it is not ("echt nep").
 */
typedef struct _AjInterventionNames AjInterventionNames;

AjInterventionNames *aj_intervention_names_new (void);
void aj_intervention_names_free (AjInterventionNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjInterventionNames, aj_intervention_names_free)

/* Of two with the same name the first counts. */
void aj_intervention_names_add (AjInterventionNames *self, const char *id, const char *name);
/* (transfer container) (element-type utf8): the ids of those that are named in @text (nullable), each once, in the order
 * in which they are. Of names within each other the longest. */
GPtrArray *aj_intervention_names_find (AjInterventionNames *self, const char *text);

G_END_DECLS
