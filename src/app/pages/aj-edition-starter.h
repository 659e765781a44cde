/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-edition-facts.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* @id: of the new edition; called once, and not at all when nothing was begun. */
typedef void (*AjEditionStarted) (const char *id, gpointer user_data);

/* Asks on which day a new edition of the action day is, and begins it: as @like (nullable) was, or with every municipality.
 * @started is not called when @from is gone by then. */
void aj_edition_starter_show (GtkWidget *from,
                              AjServices *services,
                              AjEditionFacts *like,
                              AjEditionStarted started,
                              gpointer user_data);

G_END_DECLS
