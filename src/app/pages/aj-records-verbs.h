/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-records-page.h"

G_BEGIN_DECLS

/* What can be done on every page of records: the actions "records.new", "records.remove", "records.import" and
 * "records.export". */
void aj_records_verbs_install (GtkWidgetClass *widget_class);

G_END_DECLS
