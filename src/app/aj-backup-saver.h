/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-services.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where to, makes a copy of the whole data file there while everything goes on, and tells how that went in the
 * window around @widget. */
void aj_backup_saver_save (GtkWidget *widget, AjServices *services);

G_END_DECLS
