/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-document.h"
#include "aj-meeting-facts.h"

G_BEGIN_DECLS

/* What is printed of one meeting, in the reader's language. */

typedef enum
{
  AJ_MEETING_REPORT_AGENDA,
  AJ_MEETING_REPORT_ATTENDANCE, /* a sheet to sign */
  AJ_MEETING_REPORT_MINUTES,
} AjMeetingReport;

/* (transfer full) */
AjDocument *aj_meeting_report_draw (AjMeetingFacts *facts, AjMeetingReport report);
/* What such a report is called, translated: "Agenda". */
const char *aj_meeting_report_get_title (AjMeetingReport report);

/* (transfer full): "Thursday 12 March 2026, 10:00–12:00"; "" for a meeting without a time. */
char *aj_meeting_report_format_when (const AjValues *meeting);

G_END_DECLS
