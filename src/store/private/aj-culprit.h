/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who changed something, for the sentence that says so. */
typedef struct
{
  char *author; /* (owned) */
  char *label;  /* (owned) */
  gint64 at;    /* seconds since 1970 */
  gint64 revision;
} AjCulprit;

void aj_culprit_clear (AjCulprit *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjCulprit, aj_culprit_clear)

/* The author, or words for one who has no name. (transfer full) */
char *aj_culprit_name (const char *author);
/* The time in the zone of this machine, for people. (transfer full) */
char *aj_culprit_format_time (gint64 at);

G_END_DECLS
