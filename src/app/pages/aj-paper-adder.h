/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-minute-line.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* How a paper comes to a meeting, or to an item of its agenda: each is one edit. @from is where the outcome is told, and is
 * kept until then; @item_id (nullable): none in particular. */

/* Asks which file, and copies it. */
void aj_paper_adder_choose (GtkWidget *from,
                            AjServices *services,
                            const char *meeting_id,
                            const char *item_id);

/* (transfer full) (nullable): what was typed or dropped, with a link in it: that it is a paper goes without saying. NULL
 * without a link. */
AjMinuteLine *aj_paper_adder_read_line (const char *text);

/* Of what is dropped on @widget: the meeting that gets it and the item (both transfer none, the item nullable). FALSE while
 * nothing is taken. */
typedef gboolean (*AjPaperPlace) (GtkWidget *widget,
                                  AjServices **services,
                                  const char **meeting_id,
                                  const char **item_id);
/* Files and links may be dropped on @widget. What looks like answers to an invitation is taken for that. */
void aj_paper_adder_take_drops (GtkWidget *widget, AjPaperPlace get_place);

G_END_DECLS
