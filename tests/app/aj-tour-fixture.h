/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-app-fixture.h"
#include "aj-page.h"
#include "aj-tour-dialog.h"

G_BEGIN_DECLS

/* What the tests of tours in the window share: five municipalities on one line, a thing, and the dialog that plans its tour. */

typedef struct
{
  AppFixture base;
  AjRecord *bike; /* (owned) */
  AjPage *page;
  AjTourDialog *dialog; /* (unowned) */
} TourFixture;

/* (nullable) */
gpointer tour_find_window (GType type);
gboolean tour_has_no_dialog (gpointer data);
gboolean tour_has_dialog (gpointer data);
gboolean tour_shows_tour (gpointer fixture);
void tour_set_up (TourFixture *self, gconstpointer data);
void tour_tear_down (TourFixture *self, gconstpointer data);
/* Types in the line and presses Enter. */
void tour_type_towns (TourFixture *self, const char *text);
/* The rows as they stand in the list; (transfer container). */
GPtrArray *tour_list_rows (TourFixture *self);
/* What was thought out before is taken out of the rows as soon as something else is asked. */
gboolean tour_is_planned (gpointer data);
/* Whether @text is in view in a label. */
gboolean tour_is_told (GtkWidget *root, const char *text);
gboolean tour_is_enabled (GtkWidget *root, const char *action);
void tour_make (TourFixture *self);

G_END_DECLS
