/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-form.h"

G_BEGIN_DECLS

/* Opens a mail with the form attached in the mail program, as a draft to whoever asked for it, and says how that went. @from is
 * where the person is. */
void aj_form_sender_open (GtkWidget *from, const AjForm *form, const char *path);

G_END_DECLS
