/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-reopen-dialog.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-minutes-job.h"
#include "aj-minutes.h"
#include "aj-reason-dialog.h"

typedef struct
{
  GtkWidget *from;      /* (unowned): asked for only while it is there */
  AjServices *services; /* (owned) */
  AjRecord *meeting;    /* (owned) */
} Reopening;

static void
reopening_free (gpointer data)
{
  Reopening *reopening = data;

  g_object_unref (reopening->services);
  g_object_unref (reopening->meeting);
  g_free (reopening);
}

/* Reopened elsewhere meanwhile, they need no reason any more. */
static void
reason_given_cb (const char *reason, gpointer user_data)
{
  Reopening *reopening = user_data;
  const AjValues *values = aj_record_get_values (reopening->meeting);
  g_autoptr (AjEdit) edit = NULL;

  if (values == NULL || !aj_minutes_are_fixed (values))
    return;
  edit = aj_minutes_job_reopen (aj_services_get_store (reopening->services), values, reason);
  aj_feedback_commit (reopening->from, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

void
aj_reopen_dialog_show (GtkWidget *from, AjServices *services, AjRecord *meeting)
{
  const AjReasonQuestion question = {
    .title = _ ("Reopen the Minutes?"),
    .text = _ ("Whoever was sent them reads later what was changed, and why."),
    .label = _ ("Why"),
    .accept = _ ("_Reopen"),
  };
  Reopening *reopening = g_new (Reopening, 1);

  *reopening = (Reopening){ from, g_object_ref (services), g_object_ref (meeting) };
  aj_reason_dialog_ask (from, &question, reason_given_cb, reopening, reopening_free);
}
