/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_PAPER_NOTE (aj_paper_note_get_type ())

/**
 * AjPaperNote:
 *
 * What there is to read of a document: its file, or its link, with a button that opens it and one that adds a file, or
 * another one in its place.
 */
G_DECLARE_FINAL_TYPE (AjPaperNote, aj_paper_note, AJ, PAPER_NOTE, GtkBox)

GtkWidget *aj_paper_note_new (AjServices *services, AjRecord *paper);

G_END_DECLS
