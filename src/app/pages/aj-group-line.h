/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AJ_TYPE_GROUP_LINE (aj_group_line_get_type ())

/* A line in the list of groups: a name, a few words beneath it, and how many places are empty. */
G_DECLARE_FINAL_TYPE (AjGroupLine, aj_group_line, AJ, GROUP_LINE, GtkListBoxRow)

GtkWidget *aj_group_line_new (void);
void aj_group_line_show (
    AjGroupLine *self, const char *title, const char *text, guint n_empty, gboolean is_ended);

G_END_DECLS
