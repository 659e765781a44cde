/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_WINDOW (aj_window_get_type ())

/**
 * AjWindow:
 *
 * One open file: a sidebar over the table of pages, and one page in front. Knows pages only as AjPage.
 * Before a file is open it shows the welcome, or why a file could not be opened.
 */
G_DECLARE_FINAL_TYPE (AjWindow, aj_window, AJ, WINDOW, AdwApplicationWindow)

AjWindow *aj_window_new (GtkApplication *application, GSettings *settings);

/* NULL while no file is open. */
AjServices *aj_window_get_services (AjWindow *self);
/* Whether the file was left: all that was typed is saved, or the person does not mind. */
typedef void (*AjWindowLeft) (AjWindow *self, gboolean may_leave, gpointer user_data);
/* To be asked before another file takes the place of the one that is open. Does not block; @left is called once. Closing
 * the window does so too. */
void aj_window_leave (AjWindow *self, AjWindowLeft left, gpointer user_data);
/* Shows the pages over a newly opened file; what was open before is closed. */
void aj_window_set_services (AjWindow *self, AjServices *services);
/* Three ways on, for who has no file yet. */
void aj_window_show_welcome (AjWindow *self);
/* A file is being opened; says so when that takes long. */
void aj_window_show_opening (AjWindow *self, const char *path);
/* The file at @path could not be opened. What was open before stays open. */
void aj_window_show_failure (AjWindow *self, const char *path, const GError *error);
/* Why something could not be done, in a toast. */
void aj_window_tell_error (AjWindow *self, const GError *error);
/* Brings a page of the table to the front. */
void aj_window_show_page (AjWindow *self, const char *name);
/* Brings the first page of the table to the front that has a place for such a record, and shows it there; FALSE when
 * none has. The action "win.show-record" (type and id) does it too, and shows a record that has no place of its own where
 * it belongs (see aj-record-place.h). */
gboolean aj_window_show_record (AjWindow *self, const AjRecordType *type, const char *id);

G_END_DECLS
