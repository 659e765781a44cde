/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-app-fixture.h"
#include "aj-meeting-view.h"

G_BEGIN_DECLS

/* The view of a meeting in a window: of an expert team with Anna, Bram and Cees, on Thursday 12 March 2026. */
typedef struct
{
  AppFixture app;
  AjRecord *group;   /* (owned) */
  AjRecord *meeting; /* (owned) */
  char *people[3];   /* (owned): ids */
  GtkWidget *view;   /* (owned) (nullable): once it was shown */
} PanesFixture;

void panes_fixture_set_up (PanesFixture *self, gconstpointer data);
/* Sees the view freed. */
void panes_fixture_tear_down (PanesFixture *self, gconstpointer data);
#define panes_fixture_add_test(path, test)                                                         \
  g_test_add ((path), PanesFixture, NULL, panes_fixture_set_up, (test), panes_fixture_tear_down)

/* Shows the view with the pane of that name in front. */
void panes_fixture_show (PanesFixture *self, const char *pane);
/* (transfer full): the id of a new record, by pairs of a field and its text; ends with NULL. */
char *panes_fixture_add (PanesFixture *self, const AjRecordType *type, ...) G_GNUC_NULL_TERMINATED;
void panes_fixture_set (PanesFixture *self,
                        const AjRecordType *type,
                        const char *id,
                        const char *field,
                        const char *text);
/* The only record of a type, waited for; and its field: (transfer full) (nullable). */
char *panes_fixture_dup_field (PanesFixture *self,
                               const AjRecordType *type,
                               const char *id,
                               const char *field);
/* Waits until the rows of the first list box named @list are called @titles, "Anna | Bram". */
void panes_fixture_await_rows (PanesFixture *self, const char *list, const char *titles);
/* A row of the list box named @list, by its title. */
GtkWidget *panes_fixture_find_row (PanesFixture *self, const char *list, const char *title);
/* Waits until a label in sight says this. */
void panes_fixture_await_label (PanesFixture *self, const char *text);
/* Waits until a person is told this, wherever in the window. */
void panes_fixture_await_sentence (PanesFixture *self, const char *sentence);

G_END_DECLS
