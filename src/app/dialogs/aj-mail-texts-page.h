/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MAIL_TEXTS_PAGE (aj_mail_texts_page_get_type ())

/**
 * AjMailTextsPage:
 *
 * The kinds of mail that the program prepares, for the window with preferences; each opens the editor of its text there.
 */
G_DECLARE_FINAL_TYPE (AjMailTextsPage, aj_mail_texts_page, AJ, MAIL_TEXTS_PAGE, AdwPreferencesPage)

/* Once. */
void aj_mail_texts_page_set_services (AjMailTextsPage *self, AjServices *services);

G_END_DECLS
