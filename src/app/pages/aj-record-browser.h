/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-as-of-button.h"
#include "aj-record-kind.h"
#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORD_BROWSER (aj_record_browser_get_type ())

/**
 * AjRecordBrowser:
 *
 * All records of a kind in a list that can be searched, however many there are.
 *
 * Properties: "folded" (a click opens a record; otherwise choosing it in the list does).
 * Signal: "opened" (AjRecord *).
 */
G_DECLARE_FINAL_TYPE (AjRecordBrowser, aj_record_browser, AJ, RECORD_BROWSER, GtkWidget)

void aj_record_browser_set_services (AjRecordBrowser *self, AjServices *services);
/* Shows another kind, without a search. */
void aj_record_browser_set_kind (AjRecordBrowser *self, const AjRecordKind *kind);
/* (transfer none): of which day it shows the municipalities. */
AjAsOfButton *aj_record_browser_get_as_of (AjRecordBrowser *self);
/* Puts a widget in the line of the search, after it. */
void aj_record_browser_add_beside_search (AjRecordBrowser *self, GtkWidget *widget);
/* Marks the record with this id, now or when the list has it; NULL: none. Does not open it. */
void aj_record_browser_select (AjRecordBrowser *self, const char *id);
void aj_record_browser_clear_search (AjRecordBrowser *self);
void aj_record_browser_focus_search (AjRecordBrowser *self);
/* The list, for who waits until it is filled. */
GListModel *aj_record_browser_get_list (AjRecordBrowser *self);

G_END_DECLS
