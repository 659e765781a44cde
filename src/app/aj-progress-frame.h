/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AJ_TYPE_PROGRESS_FRAME (aj_progress_frame_get_type ())

/**
 * AjProgressFrame:
 *
 * Shows, under its child, what takes long: after half a second a bar with what is being done, how far it is
 * and a Cancel button. One thing at a time; a second replaces the first in view.
 */
G_DECLARE_FINAL_TYPE (AjProgressFrame, aj_progress_frame, AJ, PROGRESS_FRAME, GtkWidget)

/* The frame around @widget, or NULL. */
AjProgressFrame *aj_progress_frame_find (GtkWidget *widget);
/* @cancellable (nullable) is cancelled by the button. */
void aj_progress_frame_begin (AjProgressFrame *self, const char *label, GCancellable *cancellable);
/* 0 to 1; negative when it is not known. */
void aj_progress_frame_set_fraction (AjProgressFrame *self, double fraction);
/* So many of so many are done, which is said as well. */
void aj_progress_frame_set_count (AjProgressFrame *self, guint n_done, guint n_all);
void aj_progress_frame_end (AjProgressFrame *self);

G_END_DECLS
