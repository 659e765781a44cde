/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network-merge.h"

#include "aj-merger-dialog.h"
#include "aj-municipality.h"

void
aj_network_merge (GtkWidget *origin, AjServices *services, AjRecord *record)
{
  if (aj_record_get_record_type (record) == &aj_municipality_record_type)
    aj_merger_dialog_show (origin, services, aj_record_get_id (record));
}
