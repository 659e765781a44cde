/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network-merge.h"

#include "aj-duplicates-window.h"
#include "aj-merge-dialog.h"
#include "aj-merger-dialog.h"
#include "aj-municipality.h"

void
aj_network_find_duplicates (GtkWidget *origin, AjServices *services, const AjRecordType *type)
{
  aj_duplicates_window_show (GTK_WINDOW (gtk_widget_get_root (origin)), services, type);
}

void
aj_network_merge (GtkWidget *origin, AjServices *services, AjRecord *record)
{
  /* Municipalities become one on a day; the others always were. */
  if (aj_record_get_record_type (record) == &aj_municipality_record_type)
    aj_merger_dialog_show (origin, services, aj_record_get_id (record));
  else
    aj_merge_dialog_show (origin, services, record);
}
