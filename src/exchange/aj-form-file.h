/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-form.h"

G_BEGIN_DECLS

/* A form as a file that this program opens, without a data file: JSON, the same in every language. */

#define AJ_FORM_FILE_TYPE   "application/x-aanjager-form+json"
#define AJ_FORM_FILE_SUFFIX ".aanjager-form"
/* What is read of one at most: a form with 300 activities is about 200 kB. */
#define AJ_FORM_FILE_MAX_BYTES ((gsize) 4 * 1024 * 1024)

/* (transfer full) */
GBytes *aj_form_file_write (const AjForm *form);

/* (transfer full): a form may be hostile, so how large and how deep it is, and how much stands in it, is looked at before it is
 * taken apart. What it has besides is left out. Fails with AJ_ERROR_LIMIT, or with AJ_ERROR_INVALID for what is no form, or
 * one of a newer program. @name says in messages where it came from. */
AjForm *aj_form_file_read (const char *name, const char *bytes, gsize length, GError **error);
/* The same of a file; AJ_ERROR_NOT_FOUND as well. Waits. */
AjForm *aj_form_file_load (const char *path, GError **error);

/* Whether a file by this name may be one, judged by how it ends. */
gboolean aj_form_file_is_likely (const char *path);

G_END_DECLS
