/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "aj-agenda-pane.h"
#include "aj-attendance-pane.h"
#include "aj-invitations-pane.h"
#include "aj-meeting-form.h"
#include "aj-meeting-pane.h"
#include "aj-minutes-pane.h"
#include "aj-preparation-pane.h"

/* A new pane adds its line here, and nothing else in the view of a meeting changes. */
static const AjMeetingPaneInfo panes[] = {
  { "meeting", N_ ("Meeting"), aj_meeting_form_get_type },
  { "preparation", N_ ("Preparation"), aj_preparation_pane_get_type },
  { "agenda", N_ ("Agenda"), aj_agenda_pane_get_type },
  { "attendance", N_ ("Who Comes"), aj_attendance_pane_get_type },
  { "invitations", N_ ("Invitations"), aj_invitations_pane_get_type },
  { "minutes", N_ ("Minutes"), aj_minutes_pane_get_type },
};

const AjMeetingPaneInfo *
aj_meeting_pane_table_get (guint *n_panes)
{
  *n_panes = G_N_ELEMENTS (panes);
  return panes;
}
