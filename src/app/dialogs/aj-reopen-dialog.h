/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* Asks why the fixed minutes of a meeting are reopened, and reopens them. @from: where the person is. */
void aj_reopen_dialog_show (GtkWidget *from, AjServices *services, AjRecord *meeting);

G_END_DECLS
