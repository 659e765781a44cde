/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-edition-facts.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* What is handed out of an action day, each in a window of its own (see AjDocumentWindow). @facts are of the edition, and only
 * looked at now. */

/* The programme (see aj-programme.h), with what it is to hold above it; to be saved, printed, copied for a newsletter, or
 * saved as a table and as calendars. When it was last handed out is kept in the settings, to tell the changes since. */
void aj_programme_window_show (GtkWindow *parent, AjServices *services, AjEditionFacts *facts);
/* How it is covered (see aj-coverage-report.h). */
void
aj_programme_window_show_coverage (GtkWindow *parent, AjServices *services, AjEditionFacts *facts);
/* Who was active in it and in those before (see aj-active-organisations.h), also to be saved as a table. */
void aj_programme_window_show_organisations (GtkWindow *parent,
                                             AjServices *services,
                                             AjEditionFacts *facts);

G_END_DECLS
