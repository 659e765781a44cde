/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-error.h"

/* Not G_DEFINE_QUARK: clang-format would set spaces in the name. */
GQuark
aj_error_quark (void)
{
  return g_quark_from_static_string ("aj-error-quark");
}

gboolean
aj_set_string (char **text, const char *value)
{
  char *copy;

  g_return_val_if_fail (text != NULL, FALSE);

  if (g_strcmp0 (*text, value) == 0)
    return FALSE;

  /* Copied before the old text goes: @value may lie inside it. */
  copy = g_strdup (value);
  g_free (*text);
  *text = copy;
  return TRUE;
}
