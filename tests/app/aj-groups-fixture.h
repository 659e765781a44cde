/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-app-fixture.h"
#include "aj-page.h"

G_BEGIN_DECLS

/* The page of the groups in a window, and how to work it. */

typedef struct
{
  AppFixture app;
  AjPage *page;
} GroupsFixture;

/* A small network: a group with a seat for education in Twente, which is empty, and a lead who sits there since 2025. */
typedef struct
{
  AjRecord *twente;
  AjRecord *group;
  AjRecord *seat;
  AjRecord *anna;
  AjRecord *lead; /* Anna's membership */
} GroupsWorld;

void groups_world_clear (GroupsWorld *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GroupsWorld, groups_world_clear)
/* (transfer full): a new record; pairs of field and text, then NULL. */
AjRecord *groups_add (GroupsFixture *self, const AjRecordType *type, ...) G_GNUC_NULL_TERMINATED;
GroupsWorld groups_make_world (GroupsFixture *self);
void groups_set_up (GroupsFixture *self, gconstpointer data);
void groups_tear_down (GroupsFixture *self, gconstpointer data);
GtkStack *groups_get_stack (GroupsFixture *self);
/* Which part of the right side is in view. */
const char *groups_get_state (GroupsFixture *self);
gboolean groups_is_group_shown (gpointer self);
gboolean groups_is_overview_shown (gpointer self);
/* Shows the page and waits until it has read the groups. */
void groups_show_page (GroupsFixture *self);
void groups_show_group (GroupsFixture *self, AjRecord *group);
void groups_activate (GroupsFixture *self, const char *action);
/* To the same day some years later. */
void groups_step (GroupsFixture *self, int years);
/* (nullable): the row with this title that is in view. */
GtkWidget *groups_find_row (GroupsFixture *self, const char *title);
GtkWidget *groups_await_row (GroupsFixture *self, const char *title);
void groups_await_no_row (GroupsFixture *self, const char *title);
const char *groups_get_subtitle (GtkWidget *row);
/* (nullable): the label in view whose text fits. */
GtkLabel *groups_find_label (GtkWidget *root, const char *pattern);
/* Waits for a label whose text fits, toasts included. */
void groups_await_label (GroupsFixture *self, const char *pattern);
/* The button in view with this label, as if it were clicked. */
void groups_click (GtkWidget *root, const char *label);
gboolean groups_has_button (GtkWidget *root, const char *label);
/* As if somebody were found and picked in the popover of the first such button under @root. */
void groups_choose (GtkWidget *root, const char *field, AjRecord *who);
/* Types in the search. */
void groups_search (GroupsFixture *self, const char *text);
/* Of those in the list. */
guint groups_count_groups (GroupsFixture *self);
/* The last change of whoever is at work. */
void groups_undo (GroupsFixture *self);
/* The row with this title, opened. */
GtkWidget *groups_open_row (GroupsFixture *self, const char *title);

G_END_DECLS
