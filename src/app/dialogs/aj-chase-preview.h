/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-chase-mail.h"

G_BEGIN_DECLS

/* (transfer floating): a row for a mail, to whom it goes and on what, which opens to show what it says. */
GtkWidget *aj_chase_preview_row_new (const AjChaseMail *mail);

G_END_DECLS
