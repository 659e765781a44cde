/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-app-fixture.h"
#include "aj-meetings-page.h"

G_BEGIN_DECLS

/* The page Meetings in a window, and what it is to show. */
typedef struct
{
  AppFixture app;
  AjMeetingsPage *page; /* (owned) (nullable): once it was shown */
} MeetingsFixture;

void meetings_fixture_set_up (MeetingsFixture *self, gconstpointer data);
/* Sees the page freed. */
void meetings_fixture_tear_down (MeetingsFixture *self, gconstpointer data);
void meetings_fixture_show_page (MeetingsFixture *self);
/* (transfer full): an expert team. */
AjRecord *meetings_fixture_add_group (MeetingsFixture *self, const char *name);
/* (transfer full): of two hours from ten o'clock on @day, "2026-03-12". */
AjRecord *meetings_fixture_add_meeting (MeetingsFixture *self,
                                        AjRecord *group,
                                        const char *day,
                                        const char *theme);

G_END_DECLS
