/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"

G_BEGIN_DECLS

/* A network to begin with, for who wants to look around. */
typedef struct
{
  const char *name;  /* "oost-nederland-2026": the word on the command line */
  const char *label; /* shown, translated with gettext; NULL for the empty one */
  /* What its file is called where the window makes one, as the side of the window shows it. The same in every language, so
   * that it is found again; NULL for the empty one. */
  const char *file;
} AjExample;

/* What a newcomer is shown. */
#define AJ_EXAMPLE_DEFAULT "oost-nederland-2026"
/* Another region, for comparison. */
#define AJ_EXAMPLE_MIDDEN "midden-nederland-2025"

/* Every example there is, the default one first; ends with a NULL name. */
const AjExample *aj_examples_all (void);
/* NULL with AJ_ERROR_NOT_FOUND, naming those there are. */
const AjExample *aj_example_lookup (const char *name, GError **error);

/* Fills a new store with an example, as one edit that is not a step of undo. Fails with AJ_ERROR_EXISTS, and changes
 * nothing, when the file holds (part of) a network already. Waits. */
gboolean aj_example_fill (AjStore *store, const char *name, GError **error);
/* The same without waiting. */
void aj_example_fill_async (AjStore *store,
                            const char *name,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean aj_example_fill_finish (AjStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
