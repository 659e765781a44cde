/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-kind.h"

const AjRecordKind *
aj_record_kind_find (const AjRecordKind *kinds, guint n_kinds, const AjRecordType *type)
{
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i].type == type)
      return &kinds[i];
  return NULL;
}
