/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview of answers in its window: what has to be decided, and nothing stored before it is accepted. */
#include "aj-answer-line.h"
#include "aj-answers-window.h"
#include "aj-app-fixture.h"
#include "aj-attendance.h"
#include "aj-group.h"
#include "aj-import-opener.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-person.h"

/* Of the samples. */
#define UID "7d1f3c52-0c1e-4b6a-9f57-2a3b4c5d6e70"

typedef struct
{
  AppFixture app;
} Fixture;

static void
add_member (Fixture *self, AjRecord *group, const char *name, const char *mail)
{
  g_autoptr (AjRecord) person = app_fixture_add (&self->app, &aj_person_record_type, "name", name,
                                                 "mail", mail);
  g_autoptr (AjRecord) membership = app_fixture_add (&self->app, &aj_membership_record_type,
                                                     "group", aj_record_get_id (group), "person",
                                                     aj_record_get_id (person));
}

static void
add_meeting (Fixture *self, AjRecord *group)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "meeting");
  g_autoptr (GError) error = NULL;
  AjValues *meeting = aj_edit_add (edit, &aj_meeting_record_type);

  aj_values_set_text (meeting, "uid", UID);
  aj_values_set_text (meeting, "group", aj_record_get_id (group));
  aj_values_set_text (meeting, "starts-at", "2026-03-12T10:00");
  aj_values_set_text (meeting, "ends-at", "2026-03-12T12:00");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = NULL;

  app_fixture_set_up (&self->app, data);
  group = app_fixture_add (&self->app, &aj_group_record_type, "name", "Expertteam Cyber", NULL,
                           NULL);
  add_member (self, group, "Anna Bakker", "anna.bakker@stad.example");
  add_member (self, group, "Bert de Vries", "bert.de.vries@dorp.example");
  add_meeting (self, group);
  app_fixture_show (&self->app, gtk_label_new ("Behind the window"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
}

static AjAnswersWindow *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_ANSWERS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
shows_in (GtkWidget *root, const char *pattern)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_pattern_match_simple (pattern, gtk_label_get_text (labels->pdata[i])))
      return TRUE;
  return FALSE;
}

static gboolean
shows (const char *pattern)
{
  return shows_in (GTK_WIDGET (find_window ()), pattern);
}

static gboolean
is_read (gpointer data)
{
  return find_window () != NULL && !shows ("Reading*") &&
         (app_find (GTK_WIDGET (find_window ()), AJ_TYPE_ANSWER_LINE) != NULL ||
          app_find (GTK_WIDGET (find_window ()), ADW_TYPE_STATUS_PAGE) != NULL);
}

static gboolean
is_closed (gpointer data)
{
  return find_window () == NULL;
}

/* As if files of these names, of the samples, were let go over the window. */
static void
drop (Fixture *self, GtkWidget *widget, const char *const *names)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (paths, g_test_build_filename (G_TEST_DIST, "data", "answers", names[i], NULL));
  g_ptr_array_add (paths, NULL);
  g_assert_true (app_drop_files (widget, (const char *const *) paths->pdata));
}

static AjServices *drop_services;

static AjServices *
take_anything (GtkWidget *widget, const AjRecordType **type)
{
  *type = NULL;
  return drop_services;
}

static void
open_samples (Fixture *self, const char *const *names)
{
  GtkWidget *place = gtk_label_new ("Meetings");

  drop_services = self->app.services;
  app_fixture_show (&self->app, place);
  aj_import_opener_take_drops (place, take_anything);
  drop (self, place, names);
  app_wait (is_read, NULL);
  app_settle ();
}

static GtkWidget *
get_line (const char *who)
{
  g_autoptr (GPtrArray) lines = app_find_all (GTK_WIDGET (find_window ()), AJ_TYPE_ANSWER_LINE);

  for (guint i = 0; i < lines->len; i++)
    if (shows_in (lines->pdata[i], who))
      return lines->pdata[i];
  g_error ("no line %s", who);
}

/* The drop-down of a line that can be seen. */
static GtkDropDown *
get_choice (const char *who)
{
  g_autoptr (GPtrArray) choices = app_find_all (get_line (who), GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < choices->len; i++)
    if (gtk_widget_get_mapped (choices->pdata[i]))
      return choices->pdata[i];
  g_error ("nothing to choose for %s", who);
}

static GtkCheckButton *
get_check (const char *who)
{
  return GTK_CHECK_BUTTON (app_find (get_line (who), GTK_TYPE_CHECK_BUTTON));
}

static void
accept_all (void)
{
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "answers.accept", NULL);
  app_wait (is_closed, NULL);
}

static gint64
count (Fixture *self, const AjRecordType *type, const char *field, const char *text)
{
  g_autoptr (AjQuery) query = aj_query_new (type);

  aj_query_where_text (query, field, AJ_QUERY_EQUAL, text);
  return aj_store_count (self->app.store, query, NULL);
}

/* Several files at once: what is clear is ticked, what is not waits for somebody, what cannot be read is told. */
static void
test_preview (Fixture *self, gconstpointer data)
{
  open_samples (self, (const char *const[]){ "exchange-counter.eml", "google-decline.eml",
                                             "apple-tentative.eml", "winmail.dat", NULL });
  g_assert_true (shows ("1 new, 2 to decide"));
  g_assert_true (shows ("Take In 2"));
  g_assert_true (shows ("To Decide"));
  g_assert_true (shows ("Proposes Thursday 12 March 2026, 11:00–13:00"));
  g_assert_true (shows ("“Kan het een uur later?”"));
  g_assert_true (shows ("Nobody who is invited has the address chloe@school.example*"));
  g_assert_true (shows ("winmail.dat: This is a package*"));
  g_assert_true (gtk_check_button_get_active (get_check ("Bert de Vries")));
  g_assert_true (gtk_check_button_get_active (get_check ("Anna Bakker")));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_check ("Chloë Öztürk"))));
  app_assert_named (GTK_WIDGET (find_window ()));
  gtk_window_close (GTK_WINDOW (find_window ()));
  app_wait (is_closed, NULL);
  g_assert_cmpint (count (self, &aj_attendance_record_type, "answer", AJ_ANSWER_NO), ==, 0);
}

/* A proposal accepted, somebody unknown named, one left out; all of it one step of undo. */
static void
test_decide (Fixture *self, gconstpointer data)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  open_samples (self, (const char *const[]){ "exchange-counter.eml", "google-decline.eml",
                                             "apple-tentative.eml", NULL });
  gtk_drop_down_set_selected (get_choice ("Anna Bakker"), 1);
  gtk_drop_down_set_selected (get_choice ("Chloë Öztürk"), 3);
  app_settle ();
  g_assert_true (gtk_check_button_get_active (get_check ("Chloë Öztürk")));
  g_assert_true (shows ("They are added to the people of the network, and as a guest."));
  g_assert_true (shows ("Take In 3"));
  gtk_check_button_set_active (get_check ("Bert de Vries"), FALSE);
  app_settle ();
  g_assert_true (shows ("Take In 2"));
  accept_all ();
  g_assert_cmpint (count (self, &aj_meeting_record_type, "starts-at", "2026-03-12T11:00"), ==, 1);
  g_assert_cmpint (count (self, &aj_attendance_record_type, "answer", AJ_ANSWER_MAYBE), ==, 2);
  g_assert_cmpint (count (self, &aj_attendance_record_type, "answer", AJ_ANSWER_NO), ==, 0);
  g_assert_cmpint (count (self, &aj_person_record_type, "name", "Chloë Öztürk"), ==, 1);
  g_assert_true (aj_store_undo (self->app.store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Take in 2 answers: move the meeting to 12 March");
  g_assert_cmpint (count (self, &aj_person_record_type, "name", "Chloë Öztürk"), ==, 0);
}

/* Whoever is chosen and taken back again is unknown again. */
static void
test_take_back (Fixture *self, gconstpointer data)
{
  open_samples (self, (const char *const[]){ "apple-tentative.eml", NULL });
  g_assert_false (shows ("Take In 1"));
  gtk_drop_down_set_selected (get_choice ("Chloë Öztürk"), 2);
  app_settle ();
  g_assert_true (shows ("Bert de Vries"));
  g_assert_true (shows ("Take In 1"));
  gtk_drop_down_set_selected (get_choice ("Bert de Vries"), 0);
  app_settle ();
  g_assert_true (shows ("Chloë Öztürk"));
  g_assert_false (shows ("Take In 1"));
  gtk_window_close (GTK_WINDOW (find_window ()));
  app_wait (is_closed, NULL);
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  open_samples (self, (const char *const[]){ "outlook.msg", "winmail.eml", NULL });
  g_assert_true (shows ("No Answers Here"));
  g_assert_true (shows ("*outlook.msg: Outlook saved this*winmail.eml: This is a package*"));
  app_assert_named (GTK_WIDGET (find_window ()));
  gtk_window_close (GTK_WINDOW (find_window ()));
  app_wait (is_closed, NULL);
  open_samples (self, (const char *const[]){ "google-decline.eml", NULL });
  accept_all ();
  open_samples (self, (const char *const[]){ "google-decline.eml", NULL });
  g_assert_true (shows ("1 known already"));
  g_assert_true (shows ("Nothing to Take In"));
  gtk_window_close (GTK_WINDOW (find_window ()));
  app_wait (is_closed, NULL);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/answers-window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("preview", test_preview);
  ADD ("decide", test_decide);
  ADD ("take-back", test_take_back);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
