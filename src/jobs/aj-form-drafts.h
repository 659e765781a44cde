/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-chase-mail.h"
#include "aj-form-writer.h"

G_BEGIN_DECLS

/* The mails with which forms go out: each to one municipality, with its form attached as a spreadsheet and as a file that this
 * program opens. */

/* (transfer full) (element-type AjChaseMail): to @items (element-type AjChaseItem), with those of @written (element-type
 * AjWrittenForm) that are of the same municipality. A last call has none: who leads a district fills in no form. */
GPtrArray *aj_form_drafts_make (AjChaseBook *book,
                                GPtrArray *items,
                                GPtrArray *written,
                                AjDate today,
                                const AjMailSender *sender);

/* What is asked for. */
typedef struct
{
  const char *edition; /* its id */
  /* (nullable): ids; those that are to be asked in rounds. NULL: a form for all that are asked, after the day how it was, and a
   * mail to those of them that have not answered, or that were active. */
  const char *const *municipalities;
  AjDate today;
  AjMailSender sender;
} AjFormDraftsRequest;

/* What came of it, with what the store had on it at that moment. All owned. */
typedef struct
{
  AjChaseBook *book;
  GPtrArray *written; /* (element-type AjWrittenForm) */
  GPtrArray *mails;   /* (element-type AjChaseMail) */
  guint n_forms;
  guint n_saved; /* of those mails, from the first on */
} AjFormDrafts;

void aj_form_drafts_free (AjFormDrafts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjFormDrafts, aj_form_drafts_free)

/* Without waiting. @progress (nullable) is called on the caller's thread, and not after the answer. */
void aj_form_drafts_load_async (AjStore *store,
                                const AjFormDraftsRequest *request,
                                GCancellable *cancellable,
                                AjFormProgress progress,
                                gpointer progress_data,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* (transfer full) */
AjFormDrafts *aj_form_drafts_load_finish (AjStore *store, GAsyncResult *result, GError **error);
/* Puts the forms and the mails into @folder, each in a file of its own. Waits. What stops half way leaves what is there, and
 * counts the mails among that. */
gboolean aj_form_drafts_save (AjFormDrafts *self,
                              const char *folder,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
