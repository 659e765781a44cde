/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORD_CHOOSER (aj_record_chooser_get_type ())

/**
 * AjRecordChooser:
 *
 * A button that shows the title of a record and opens a popover to find another one of its type. Follows the
 * record's title.
 *
 * Signal: "chosen" (the person chose; not when aj_record_chooser_set_id() did).
 */
G_DECLARE_FINAL_TYPE (AjRecordChooser, aj_record_chooser, AJ, RECORD_CHOOSER, AdwBin)

AjRecordChooser *aj_record_chooser_new (const AjRecordType *type);
void aj_record_chooser_set_services (AjRecordChooser *self, AjServices *services);
/* Whether "None" can be chosen; at first TRUE. */
void aj_record_chooser_set_allow_none (AjRecordChooser *self, gboolean allow);
/* What it says when none is chosen, in place of "None": what that means. */
void aj_record_chooser_set_none_text (AjRecordChooser *self, const char *text);
/* NULL: none. */
const char *aj_record_chooser_get_id (AjRecordChooser *self);
void aj_record_chooser_set_id (AjRecordChooser *self, const char *id);
/* Opens the popover, as a click does. */
void aj_record_chooser_open (AjRecordChooser *self);
/* What takes the focus, and so what is named for screen readers. */
GtkWidget *aj_record_chooser_get_button (AjRecordChooser *self);

G_END_DECLS
