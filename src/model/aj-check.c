/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-check.h"

gboolean
aj_check_order (const AjValues *values,
                const char *from,
                const char *until,
                const char *sentence,
                GError **error)
{
  AjDate first = aj_values_get_date (values, from);
  AjDate last = aj_values_get_date (values, until);

  if (first == AJ_DATE_NONE || last == AJ_DATE_NONE || first <= last)
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE, sentence);
  return FALSE;
}
