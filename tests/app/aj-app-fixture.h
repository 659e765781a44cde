/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-edit.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* A store in a folder of its own, and a window to show widgets in, with a place for toasts. It is Sunday 1 March 2026. */
typedef struct
{
  char *folder;
  AjStore *store;
  AjServices *services;
  GtkWindow *window;
  AdwToastOverlay *overlay;
} AppFixture;

/* In place of g_test_init(): with a display, and with the program's own style. */
void app_test_init (int *argc, char ***argv);

void app_fixture_set_up (AppFixture *self, gconstpointer data);
void app_fixture_tear_down (AppFixture *self, gconstpointer data);

/* Shows @widget in the window and waits until it is drawn. */
void app_fixture_show (AppFixture *self, GtkWidget *widget);
/* (transfer full): a new record with two fields filled (the second one nullable), as one edit. */
AjRecord *app_fixture_add (AppFixture *self,
                           const AjRecordType *type,
                           const char *field,
                           const char *text,
                           const char *second_field,
                           const char *second_text);
/* (transfer full): the same with as many fields as it takes: pairs of field and text, then NULL. */
AjRecord *app_fixture_add_whole (AppFixture *self, const AjRecordType *type, const char *field, ...)
    G_GNUC_NULL_TERMINATED;
/* Changes a text field as somebody else would: @author's name is in history. */
void app_fixture_change (
    AppFixture *self, AjRecord *record, const char *field, const char *text, const char *author);

/* After which waiting is in vain, however busy the machine is. */
#define APP_DEADLINE_SECONDS 60

typedef gboolean (*AppCondition) (gpointer data);
/* Runs the main loop until @condition holds; fails after a minute. It is asked again and again: what it costs, and what it
 * asks the store and waits for, keeps the main loop from going on. */
void app_wait_until (AppCondition condition, gpointer data, const char *what);
#define app_wait(condition, data) app_wait_until ((AppCondition) (condition), (data), #condition)
/* Runs the main loop until it has had nothing to do for a while, and no other thread owes it an answer. */
void app_settle (void);
void app_wait_for_text (AjRecord *record, const char *field, const char *text);

/* Drops the last reference to @object, and waits until it really was: an answer that another thread still owes holds what it is
 * for until the main loop has passed it on. */
void app_assert_finalize (gpointer object);

/* The first descendant of a type that is shown, or NULL. */
GtkWidget *app_find (GtkWidget *root, GType type);
/* All descendants of a type, shown or not; (transfer container). */
GPtrArray *app_find_all (GtkWidget *root, GType type);
/* As if the key were pressed with the cursor in @widget: its own key controllers and those around it hear of it. */
gboolean app_press (GtkWidget *widget, guint keyval, GdkModifierType state);
/* As if this were let go over @widget with the pointer: whether it took it. @paths ends with NULL. */
gboolean app_drop_object (GtkWidget *widget, gpointer object);
gboolean app_drop_files (GtkWidget *widget, const char *const *paths);
/* Every widget under @root that can take the focus has a name for screen readers. */
void app_assert_named (GtkWidget *root);

G_END_DECLS
