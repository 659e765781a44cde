/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-chase-mail.h"
#include "aj-form-writer.h"

G_BEGIN_DECLS

/* The mails with which forms go out: as a municipality is asked in rounds, with its form attached as a spreadsheet and as a file
 * that this program opens. */

/* (transfer full) (element-type AjChaseMail): to each municipality of @forms (element-type AjForm) that has not answered yet and
 * where somebody has an address. Those of which the last call goes to the lead of the district are left out: a lead fills in no
 * form. Waits for the disk. */
GPtrArray *aj_form_drafts_make (
    AjChaseBook *book, GPtrArray *forms, AjDate today, const AjMailSender *sender, GError **error);
/* Writes them into @folder, each in a file of its own. Waits. */
gboolean aj_form_drafts_save (GPtrArray *mails, const char *folder, GError **error);

G_END_DECLS
