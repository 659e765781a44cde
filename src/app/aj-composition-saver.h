/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-roster.h"

G_BEGIN_DECLS

/* Who sits in a group on the day of the roster, for other programs; tells what came of it. @from is where the person is. */

/* To the clipboard, as a table that spreadsheets and word processors paste as one. */
void aj_composition_saver_copy (GtkWidget *from, AjRoster *roster, const AjRosterGroup *group);
/* As a file for a spreadsheet; asks where. */
void aj_composition_saver_save (GtkWidget *from, AjRoster *roster, const AjRosterGroup *group);

G_END_DECLS
