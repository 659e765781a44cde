/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-form-book.h"
#include "aj-unsent-mail.h"

G_BEGIN_DECLS

/* Writing the forms of an edition of the action day: to files, and to what goes along with a mail. */

typedef enum
{
  AJ_FORM_FORMAT_SHEET = 1 << 0, /* a spreadsheet */
  AJ_FORM_FORMAT_FILE = 1 << 1,  /* a file that this program opens */
} AjFormFormats;

/* What is shown to whoever waits: so many of so many forms are written. Called on another thread. */
typedef void (*AjFormProgress) (guint n_written, guint n_all, gpointer user_data);

/* One file that was written. */
typedef struct
{
  char *name;         /* in the folder */
  char *municipality; /* its id */
  char *municipality_name;
  guint n_activities; /* that it came with */
} AjWrittenForm;

void aj_written_form_free (AjWrittenForm *self);

/* (transfer full) (element-type AjForm): the forms for @municipalities (element-type utf8), with the rest as in @request. */
GPtrArray *
aj_form_writer_make (AjFormBook *book, const AjFormRequest *request, GPtrArray *municipalities);

/* (transfer full) (element-type AjWrittenForm): writes @forms (element-type AjForm) into @folder, which is made. All are
 * made before the first is put in its place. A name that is taken gets a number behind it, so that nothing that came back is lost,
 * unless it is the same file. Waits. */
GPtrArray *aj_form_writer_save (GPtrArray *forms,
                                const char *folder,
                                AjFormFormats formats,
                                GCancellable *cancellable,
                                AjFormProgress progress,
                                gpointer progress_data,
                                GError **error);
/* The same on another thread; @forms are left alone until it has answered. */
void aj_form_writer_save_async (GPtrArray *forms,
                                const char *folder,
                                AjFormFormats formats,
                                GCancellable *cancellable,
                                AjFormProgress progress,
                                gpointer progress_data,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *aj_form_writer_save_finish (GAsyncResult *result, GError **error);

/* (transfer full): what a form is called as a file, without its ending. */
char *aj_form_writer_dup_name (const AjForm *form);
/* (transfer full) (nullable): the form in one format. Waits for the disk. */
GBytes *aj_form_writer_write (const AjForm *form, AjFormFormats format, GError **error);

G_END_DECLS
