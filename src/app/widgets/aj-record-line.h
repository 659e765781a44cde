/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORD_LINE (aj_record_line_get_type ())

/* A record in a list: its title, and beneath it what tells it from others. Follows the record. */
G_DECLARE_FINAL_TYPE (AjRecordLine, aj_record_line, AJ, RECORD_LINE, GtkWidget)

GtkWidget *aj_record_line_new (void);
/* @record may be NULL: an empty line. */
void aj_record_line_set_record (AjRecordLine *self, AjStore *store, AjRecord *record);
/* A factory for list views whose items are AjRecord. */
GtkListItemFactory *aj_record_line_factory_new (AjStore *store);

G_END_DECLS
