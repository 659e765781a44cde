/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
aj_about_show (GtkWindow *parent)
{
  adw_show_about_window (
      parent, "application-name", _ ("Aanjager"), "application-icon", AJ_APP_ID, "version",
      AJ_VERSION, "developer-name", _ ("The Aanjager developers"), "website",
      "https://veiligheidsnetwerkon.nl", "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Keeps a safety network moving: plans its meetings, keeps its invitations right, and "
         "lets somebody else take over on Monday."),
      /* Translators: your names, one a line; they are shown in the window about the program. */
      "translator-credits", _ ("translator-credits"), NULL);
}
