/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People whom nobody had a use for: told of quietly, listed, kept or forgotten. It is 1 March 2026; they are from 2020. */
#include "aj-app-fixture.h"
#include "aj-due-notice.h"
#include "aj-due-row.h"
#include "aj-due-window.h"
#include "aj-forget-dialog.h"
#include "aj-network-page.h"
#include "aj-network.h"
#include "aj-person.h"
#include "aj-record-browser.h"

/* Three people, as they were added six years ago. */
static void
add_people (AppFixture *self)
{
  static const char *const names[] = { "Anna Zwart", "Bea Bos", "Carel <b>Zand</b>" };
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2020-03-01T09:00", "Europe/Amsterdam");
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) store = aj_store_open (aj_store_get_path (self->store), AJ_STORE_OPEN_DEFAULT,
                                             "Anna", clock, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AjEdit) edit = aj_edit_new (store, "Add");

      aj_values_set_text (aj_edit_add (edit, &aj_person_record_type), "name", names[i]);
      aj_edit_commit (edit, &error);
      g_assert_no_error (error);
    }
  aj_store_refresh (self->store, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;
  return NULL;
}

static GtkWidget *
get_due_window (void)
{
  return find_window (AJ_TYPE_DUE_WINDOW);
}

static AjDueRow *
get_row (guint index)
{
  g_autoptr (GPtrArray) rows = app_find_all (get_due_window (), AJ_TYPE_DUE_ROW);

  return index < rows->len ? rows->pdata[index] : NULL;
}

static const char *
get_name (guint index)
{
  return aj_values_get_text (aj_due_row_get_person (get_row (index)), "name");
}

static gboolean
has_rows (gpointer n_rows)
{
  g_autoptr (GPtrArray) rows = app_find_all (get_due_window (), AJ_TYPE_DUE_ROW);

  return rows->len == GPOINTER_TO_UINT (n_rows);
}

static void
await_rows (guint n_rows)
{
  app_wait (has_rows, GUINT_TO_POINTER (n_rows));
}

static gboolean
is_said (gpointer root, const char *text)
{
  g_autoptr (GPtrArray) labels = root != NULL ? app_find_all (root, GTK_TYPE_LABEL) : NULL;

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_pattern_match_simple (text, gtk_label_get_text (labels->pdata[i])))
      return TRUE;
  return FALSE;
}

static gboolean
is_said_here (gpointer text)
{
  return is_said (get_due_window (), text);
}

static gboolean
is_asked (gpointer text)
{
  return is_said (find_window (AJ_TYPE_FORGET_DIALOG), text);
}

static void
open_window (AppFixture *self, guint n_rows)
{
  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_due_window_show (self->window, self->services);
  await_rows (n_rows);
}

static void
close_window (void)
{
  gtk_window_destroy (GTK_WINDOW (get_due_window ()));
  app_settle ();
}

static void
activate_on (const char *action, guint index)
{
  g_assert_true (
      gtk_widget_activate_action (get_due_window (), action, "s",
                                  aj_values_get_id (aj_due_row_get_person (get_row (index)))));
}

static void
activate (const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_due_window (), action, NULL));
}

static void
test_keep_one (AppFixture *self, gconstpointer data)
{
  add_people (self);
  open_window (self, 3);
  app_assert_named (get_due_window ());
  g_assert_cmpstr (get_name (0), ==, "Anna Zwart");
  g_assert_true (is_said_here ((gpointer) "Added or changed on Sun 1 Mar 2020"));
  g_assert_true (is_said_here ((gpointer) "*for 2 years or longer*"));
  activate_on ("due.keep", 0);
  await_rows (2);
  app_wait_until (is_said_here, (gpointer) "Look over and keep Anna Zwart", "the offer to undo");
  g_assert_cmpstr (get_name (0), ==, "Bea Bos");
  /* What the button of the offer does. */
  activate ("win.undo");
  await_rows (3);
  close_window ();
}

static void
test_keep_all (AppFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) toggles = NULL;

  add_people (self);
  open_window (self, 3);
  toggles = app_find_all (get_due_window (), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (toggles->pdata[0], TRUE);
  app_wait_until (is_said_here, (gpointer) "3 selected", "all selected");
  aj_due_row_set_selected (get_row (1), FALSE);
  app_wait_until (is_said_here, (gpointer) "2 selected", "two selected");
  g_assert_false (gtk_toggle_button_get_active (toggles->pdata[0]));
  activate ("due.keep-selected");
  await_rows (1);
  g_assert_cmpstr (get_name (0), ==, "Bea Bos");
  app_wait_until (is_said_here, (gpointer) "Look over and keep 2 people", "the offer to undo");
  activate_on ("due.keep", 0);
  await_rows (0);
  app_wait_until (is_said_here, (gpointer) "Nobody to Look Over", "that nobody is left");
  app_assert_named (get_due_window ());
  close_window ();
}

static void
test_forget_several (AppFixture *self, gconstpointer data)
{
  add_people (self);
  open_window (self, 3);
  aj_due_row_set_selected (get_row (0), TRUE);
  aj_due_row_set_selected (get_row (2), TRUE);
  activate ("due.forget-selected");
  app_wait_until (is_asked, (gpointer) "Forget 2 people?", "the question");
  g_assert_true (is_asked ((gpointer) "Carel <b>Zand</b>"));
  g_assert_true (
      gtk_widget_activate_action (find_window (AJ_TYPE_FORGET_DIALOG), "forget.forget", NULL));
  await_rows (1);
  g_assert_cmpstr (get_name (0), ==, "Bea Bos");
  app_wait_until (is_said_here, (gpointer) "2 people forgotten.*", "that it was done");
  close_window ();
}

/* Who was removed is listed too, but cannot be kept. */
static void
test_removed (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");
  g_autoptr (GError) error = NULL;

  add_people (self);
  open_window (self, 3);
  aj_edit_remove (edit, &aj_person_record_type,
                  aj_values_get_id (aj_due_row_get_person (get_row (0))));
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  /* Removed today: their term begins. */
  await_rows (2);
  close_window ();
}

static void
test_nobody (AppFixture *self, gconstpointer data)
{
  g_object_unref (
      app_fixture_add (self, &aj_person_record_type, "name", "Anna", "mail", "a@halt.example"));
  open_window (self, 0);
  app_wait_until (is_said_here, (gpointer) "Nobody to Look Over", "that nobody is due");
  g_assert_true (is_said_here ((gpointer) "*in the past 2 years*"));
  close_window ();
}

static void
test_closed_early (AppFixture *self, gconstpointer data)
{
  add_people (self);
  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_due_window_show (self->window, self->services);
  close_window ();
}

static gboolean
is_noticed (gpointer page)
{
  return app_find (page, AJ_TYPE_DUE_NOTICE) != NULL;
}

static gboolean
is_not_noticed (gpointer page)
{
  return !is_noticed (page);
}

static void
show_kind (gpointer page, guint index)
{
  g_autoptr (GPtrArray) all = app_find_all (page, GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < all->len; i++)
    if (gtk_widget_has_css_class (all->pdata[i], "title-switcher"))
      gtk_drop_down_set_selected (all->pdata[i], index);
}

/* Somebody else does, in another window. */
static void
set_term (AppFixture *self, int months)
{
  g_autoptr (AjRecord) network = aj_store_load_record (self->store, &aj_network_record_type,
                                                       AJ_NETWORK_ID, NULL);

  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Change the term");
  g_autoptr (GError) error = NULL;

  aj_values_set_integer (aj_edit_change (edit, network), "retention-months", months);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static gboolean
is_said_for_18_months (gpointer page)
{
  return is_said (page, "3 people had no part in the network for 18 months");
}

/* One line above the people, and nowhere else; it goes by the term of the network. */
static void
test_notice (AppFixture *self, gconstpointer data)
{
  AjPage *page = AJ_PAGE (g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->services, NULL));

  add_people (self);
  app_fixture_show (self, GTK_WIDGET (page));
  aj_page_activate (page);
  app_settle ();
  g_assert_false (is_noticed (page));
  show_kind (page, 2);
  app_wait (is_noticed, page);
  g_assert_true (is_said (page, "3 people had no part in the network for 2 years"));
  set_term (self, 18);
  app_wait (is_said_for_18_months, page);
  set_term (self, 120);
  app_wait (is_not_noticed, page);
  set_term (self, 24);
  app_wait (is_noticed, page);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "people.look-over", NULL));
  await_rows (3);
  for (guint i = 0; i < 3; i++)
    aj_due_row_set_selected (get_row (i), TRUE);
  activate ("due.keep-selected");
  await_rows (0);
  close_window ();
  app_wait (is_not_noticed, page);
  show_kind (page, 0);
  app_settle ();
  g_assert_false (is_noticed (page));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/due-window/" name, AppFixture, NULL, app_fixture_set_up, function,             \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("keep-one", test_keep_one);
  ADD ("keep-all", test_keep_all);
  ADD ("forget-several", test_forget_several);
  ADD ("removed", test_removed);
  ADD ("nobody", test_nobody);
  ADD ("closed-early", test_closed_early);
  ADD ("notice", test_notice);
  return g_test_run ();
}
