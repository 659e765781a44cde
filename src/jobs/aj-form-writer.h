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

/* What is shown to whoever waits: so many of so many forms are written. */
typedef void (*AjFormProgress) (guint n_written, guint n_all, gpointer user_data);

/* A form in one format. All owned. */
typedef struct
{
  char *name;         /* of the file */
  char *municipality; /* its id */
  char *municipality_name;
  guint n_activities; /* that it came with */
  AjFormFormats format;
  GBytes *bytes;
} AjWrittenForm;

void aj_written_form_free (AjWrittenForm *self);

/* (transfer full) (element-type AjForm): the forms for @municipalities (element-type utf8), with the rest as in @request. */
GPtrArray *
aj_form_writer_make (AjFormBook *book, const AjFormRequest *request, GPtrArray *municipalities);

/* (transfer full) (element-type AjWrittenForm): @forms (element-type AjForm) in the formats, those of one form after one another.
 * @progress is called on this thread. Waits for the disk. */
GPtrArray *aj_form_writer_write (GPtrArray *forms,
                                 AjFormFormats formats,
                                 GCancellable *cancellable,
                                 AjFormProgress progress,
                                 gpointer progress_data,
                                 GError **error);
/* Puts them into @folder, which is made. A name that is taken gets a number behind it, so that nothing that came back is lost,
 * unless it is the same file; @written say what they are called. Waits. */
gboolean aj_form_writer_save (GPtrArray *written, const char *folder, GError **error);

G_END_DECLS
