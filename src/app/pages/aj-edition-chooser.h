/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_EDITION_CHOOSER (aj_edition_chooser_get_type ())

/**
 * AjEditionChooser:
 *
 * A drop-down of all editions of the action day, the latest first. Without a choice it is the latest; what was chosen stays
 * so while the list changes, until it is not there any more.
 *
 * Signal: "changed" (which one it is, what one is called, or whether there are any).
 */
G_DECLARE_FINAL_TYPE (AjEditionChooser, aj_edition_chooser, AJ, EDITION_CHOOSER, GtkWidget)

/* Once. */
void aj_edition_chooser_set_store (AjEditionChooser *self, AjStore *store);
/* (nullable): the id of the one that is chosen. */
const char *aj_edition_chooser_get_edition (AjEditionChooser *self);
/* Also one that is still to come. */
void aj_edition_chooser_choose (AjEditionChooser *self, const char *id);
gboolean aj_edition_chooser_has_editions (AjEditionChooser *self);
/* Whether the list is being read. */
gboolean aj_edition_chooser_is_loading (AjEditionChooser *self);

G_END_DECLS
