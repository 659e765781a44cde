/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-gmime-private.h"

void
aj_gmime_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  g_mime_init ();
  g_once_init_leave (&done, 1);
}
