/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-mail-texts.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MAIL_TEXT_EDITOR (aj_mail_text_editor_get_type ())

/**
 * AjMailTextEditor:
 *
 * The text of one kind of mail, as a page within the window with preferences: its subject, what it says, the places that can
 * be put in, and the way back to what comes with the program. What was changed is saved as one edit when it is left.
 */
G_DECLARE_FINAL_TYPE (AjMailTextEditor, aj_mail_text_editor, AJ, MAIL_TEXT_EDITOR, AdwBin)

/* @from is where the person is told how saving went, once the editor is gone. */
AjMailTextEditor *aj_mail_text_editor_new (AjServices *services,
                                           AjMailTexts *texts,
                                           const AjChoice *use,
                                           GtkWidget *from);

/* (transfer full): what people see of a kind of mail: "Invitation". */
char *aj_mail_text_editor_dup_title (const AjChoice *use);

G_END_DECLS
