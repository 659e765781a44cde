/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-live-reader.h"
#include "aj-meeting-sides.h"
#include "aj-meeting-subject.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETING_PANE (aj_meeting_pane_get_type ())

/**
 * AjMeetingPane:
 *
 * One of the sides that a meeting is seen from, each behind a tab: the meeting itself, its agenda, who comes. All look at
 * the same subject and stand in one column that scrolls, so a pane brings no scrolling of its own.
 *
 * Property "progress": how far it is, as "4/6", which stands on the tab; NULL for nothing.
 */
G_DECLARE_DERIVABLE_TYPE (AjMeetingPane, aj_meeting_pane, AJ, MEETING_PANE, AdwBin)

struct _AjMeetingPaneClass
{
  AdwBinClass parent_class;

  /* All may be NULL. Once, before anything is shown: services and subject are there. */
  void (*set_up) (AjMeetingPane *self);
  /* Another meeting (or none) was set, it or its group was loaded or changed. */
  void (*show_meeting) (AjMeetingPane *self);
  /* What belongs to the meeting was read, has changed, or is not known any more. */
  void (*show_facts) (AjMeetingPane *self);
  /* (nullable): the row of a part of the meeting, by its id, where there is one by now. */
  GtkWidget *(*find_part) (AjMeetingPane *self, const char *id);
};

/* A row of the table of panes, in the order of the tabs. */
typedef struct
{
  const char *name;  /* "agenda" */
  const char *title; /* shown, translated: "Agenda" */
  GType (*get_type) (void);
} AjMeetingPaneInfo;

const AjMeetingPaneInfo *aj_meeting_pane_table_get (guint *n_panes);

/* Puts the cursor at the row of a part of the meeting, by its id, and opens it; when it is not there yet, once it is, unless
 * the pane is left before. */
void aj_meeting_pane_reveal (AjMeetingPane *self, const char *id);
/* For the kinds of panes that read more than the facts: rows were made. */
void aj_meeting_pane_rows_shown (AjMeetingPane *self);

AjMeetingPane *aj_meeting_pane_new (const AjMeetingPaneInfo *info,
                                    AjServices *services,
                                    AjMeetingSubject *subject,
                                    AjLiveReader *reader);
AjServices *aj_meeting_pane_get_services (AjMeetingPane *self);
AjMeetingSubject *aj_meeting_pane_get_subject (AjMeetingPane *self);
/* Borrowed and nullable; it may not be loaded yet. */
AjRecord *aj_meeting_pane_get_meeting (AjMeetingPane *self);
AjStore *aj_meeting_pane_get_store (AjMeetingPane *self);
/* Borrowed and nullable: what belongs to the meeting, once it was read. */
AjMeetingFacts *aj_meeting_pane_get_facts (AjMeetingPane *self);
/* Likewise: what the cycle asks for around every meeting; there whenever the facts are. */
AjCycleTemplate *aj_meeting_pane_get_template (AjMeetingPane *self);
/* Borrowed and nullable: how far it is, as "4/6". */
const char *aj_meeting_pane_get_progress (AjMeetingPane *self);
void aj_meeting_pane_set_progress (AjMeetingPane *self, const char *progress);

G_END_DECLS
