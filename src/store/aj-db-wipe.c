/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

/* What was removed stands in the log until that is folded back and cut off. */
static gboolean
cut_off_log (AjDb *self, GError **error)
{
  gint64 busy = 1;

  if (self->exclusive)
    return TRUE;
  if (!aj_db_query_integer (self, "PRAGMA wal_checkpoint (TRUNCATE)", "cut off the log", &busy,
                            error))
    return FALSE;
  return busy == 0 || aj_db_fail (self, SQLITE_BUSY, "cut off the log", error);
}

gboolean
aj_db_wipe (AjDb *self, GError **error)
{
  g_return_val_if_fail (self->transaction == AJ_DB_IDLE, FALSE);

  if (self->read_only)
    return aj_db_fail (self, SQLITE_READONLY, "wipe the file", error);
  return aj_db_exec_raw (self, "VACUUM", "wipe the file", error) && cut_off_log (self, error);
}
