/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* Something that somebody has to do by a day: to prepare a meeting, or because a meeting agreed on it. */
#define AJ_TYPE_TASK (aj_task_get_type ())
AJ_DECLARE_RECORD (AjTask, aj_task, TASK)

#define AJ_TASK_PREPARATION "preparation"
#define AJ_TASK_ACTION      "action"

#define AJ_TASK_OPEN    "open"
#define AJ_TASK_DONE    "done"
#define AJ_TASK_DROPPED "dropped"

/* Who may be meant by a role; ends with a NULL code. */
extern const AjChoice aj_task_roles[];

gboolean aj_task_is_open (const AjValues *task);
/* A GCompareFunc for an array of pointers to AjValues: by the day they are due, what has none last; always the same order. */
int aj_task_compare_due (gconstpointer a, gconstpointer b);
/* Whether it should have been done before @today. */
gboolean aj_task_is_overdue (const AjValues *task, AjDate today);

G_END_DECLS
