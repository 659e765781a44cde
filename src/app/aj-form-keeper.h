/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-form.h"

G_BEGIN_DECLS

#define AJ_TYPE_FORM_KEEPER (aj_form_keeper_get_type ())

/**
 * AjFormKeeper:
 *
 * A form and the file it is in: what was changed is written there a moment later, so that nothing that was filled in is lost.
 *
 * Signals: "saved"; "failed" (with the GError), when it could not be written: then it is tried again with the next change.
 */
G_DECLARE_FINAL_TYPE (AjFormKeeper, aj_form_keeper, AJ, FORM_KEEPER, GObject)

/* Takes @form. */
AjFormKeeper *aj_form_keeper_new (AjForm *form, const char *path);
AjForm *aj_form_keeper_get_form (AjFormKeeper *self);
const char *aj_form_keeper_get_path (AjFormKeeper *self);
/* From now on it is kept there: writes it at once. */
void aj_form_keeper_set_path (AjFormKeeper *self, const char *path);
/* Somebody changed the form. */
void aj_form_keeper_touch (AjFormKeeper *self);
/* Writes what was changed now; does nothing when there is nothing to write. */
void aj_form_keeper_save (AjFormKeeper *self);
/* Whether something is not on the disk yet. */
gboolean aj_form_keeper_is_unsaved (AjFormKeeper *self);

G_END_DECLS
