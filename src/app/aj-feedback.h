/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-edit.h"

G_BEGIN_DECLS

/* What a person is told after something happened, wherever in the window it was: each finds the toast overlay around
 * @widget, the window's or a dialog's own, and stands above the bars at its bottom: what has the class "bottom-bar". Who
 * closed the window meanwhile is told nothing. */

/* One sentence that goes away by itself. */
void aj_feedback_say (GtkWidget *widget, const char *sentence);
/* Why something could not be done. A cancelled operation says nothing. */
void aj_feedback_error (GtkWidget *widget, const GError *error);
/* What was done, with an Undo button. */
void aj_feedback_offer_undo (GtkWidget *widget, const char *sentence);
/* Takes that offer back. Undo goes from the newest change on: once there is a newer one, or the change is taken back
 * already, the button would not do what stands beside it. Commits made here do so by themselves. */
void aj_feedback_withdraw_undo (GtkWidget *widget);

/* What stands in the way, with a button that does something about it: @taken is called when it is pressed. @user_data is let go
 * of by @free_data. */
typedef void (*AjFeedbackTaken) (gpointer user_data);
void aj_feedback_offer (GtkWidget *widget,
                        const char *sentence,
                        const char *button,
                        AjFeedbackTaken taken,
                        gpointer user_data,
                        GDestroyNotify free_data);

typedef enum
{
  AJ_COMMIT_QUIET,      /* what changed is in plain sight */
  AJ_COMMIT_OFFER_UNDO, /* it destroys or moves something: say so, with Undo */
} AjCommitMode;

/* Called when the commit has succeeded (@error is NULL) or failed and the person has been told. */
typedef void (*AjCommitDone) (AjEdit *edit, const GError *error, gpointer user_data);
/* Commits without blocking and tells what went wrong: a rule in a toast, somebody else's change in a dialog that shows
 * both and lets the person choose. @done (nullable) is called once, also after @widget is gone. */
void aj_feedback_commit (
    GtkWidget *widget, AjEdit *edit, AjCommitMode mode, AjCommitDone done, gpointer user_data);
/* The same for an edit that takes long: until it is told done, @cancellable (nullable) leaves everything as it was. */
void aj_feedback_commit_full (GtkWidget *widget,
                              AjEdit *edit,
                              AjCommitMode mode,
                              GCancellable *cancellable,
                              AjCommitDone done,
                              gpointer user_data);

G_END_DECLS
