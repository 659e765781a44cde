/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

/* Whether there is something to open: a file, or a link to a web page. */
gboolean aj_paper_opener_can_open (const AjValues *paper);
/* Opens the file of a paper, or else its link, in the program that suits it; says so when that cannot be. @from is where
 * the person is. */
void aj_paper_opener_open (GtkWidget *from, AjServices *services, const AjValues *paper);

/* Lets the person choose a file, copies it into the folder of papers and gives its name and a title for it. @added is called
 * once; with NULL when the person changed their mind, or it failed, which was told. */
typedef void (*AjPaperAdded) (const char *file, const char *title, gpointer user_data);
void aj_paper_opener_choose (GtkWidget *from,
                             AjServices *services,
                             AjPaperAdded added,
                             gpointer user_data);
/* The same for a file that is known, as one that was dropped. */
void aj_paper_opener_take (GtkWidget *from,
                           AjServices *services,
                           const char *path,
                           AjPaperAdded added,
                           gpointer user_data);

G_END_DECLS
