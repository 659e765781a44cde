/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

/* Looks for records of a type that may well be one. @origin is the page. */
void aj_network_find_duplicates (GtkWidget *origin, AjServices *services, const AjRecordType *type);
/* Asks with what a record is to become one, each kind in its own way. @origin is the page. */
void aj_network_merge (GtkWidget *origin, AjServices *services, AjRecord *record);

G_END_DECLS
