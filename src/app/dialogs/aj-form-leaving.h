/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* (transfer none): asks what is to be done with a form that cannot be saved because of @reason when @window is closed; to be
 * presented. Its responses: "cancel", "leave" and "save", for a copy elsewhere. */
GtkWidget *aj_form_leaving_new (GtkWindow *window, const char *reason);

G_END_DECLS
