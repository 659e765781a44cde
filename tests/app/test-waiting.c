/* SPDX-License-Identifier: GPL-3.0-or-later */

/* No page is ever blank: what is long in coming says so, and what comes at once does not. */
#include "aj-app-fixture.h"
#include "aj-group.h"
#include "aj-groups-page.h"
#include "aj-meeting.h"
#include "aj-meetings-page.h"
#include "aj-network-page.h"
#include "aj-search-window.h"
#include "aj-store-private.h"
#include "aj-waiting.h"

/* Somewhat longer than the main loop is quiet before app_settle() ends. */
#define SETTLING_MILLISECONDS 70

/* The store's answers stay behind it until it is opened. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean is_open;
} Door;

static gboolean
stand_at_door (AjBackend *backend, gpointer data, GError **error)
{
  Door *door = data;

  g_mutex_lock (&door->mutex);
  while (!door->is_open)
    g_cond_wait (&door->cond, &door->mutex);
  g_mutex_unlock (&door->mutex);
  return TRUE;
}

static void
close_door (Door *door, AjStore *store)
{
  g_mutex_init (&door->mutex);
  g_cond_init (&door->cond);
  door->is_open = FALSE;
  aj_worker_ask (aj_store_get_worker (store), stand_at_door, door, NULL, NULL, NULL);
}

static void
open_door (Door *door)
{
  g_mutex_lock (&door->mutex);
  door->is_open = TRUE;
  g_cond_signal (&door->cond);
  g_mutex_unlock (&door->mutex);
}

static gboolean
says (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return TRUE;
  return FALSE;
}

static gboolean
is_waiting (gpointer root)
{
  return says (root, "One moment…") || says (root, "Searching…");
}

static gboolean
is_not_waiting (gpointer root)
{
  return !is_waiting (root);
}

static GtkWidget *
show_page (AppFixture *self, GType type)
{
  AjPage *page = g_object_new (type, "services", self->services, NULL);

  app_fixture_show (self, GTK_WIDGET (page));
  aj_page_activate (page);
  return GTK_WIDGET (page);
}

static GtkWidget *
show_groups (AppFixture *self)
{
  return show_page (self, AJ_TYPE_GROUPS_PAGE);
}

static GtkWidget *
show_network (AppFixture *self)
{
  return show_page (self, AJ_TYPE_NETWORK_PAGE);
}

static GtkWidget *
show_meetings (AppFixture *self)
{
  return show_page (self, AJ_TYPE_MEETINGS_PAGE);
}

static GtkWidget *
show_search (AppFixture *self)
{
  g_autoptr (GList) windows = NULL;

  aj_search_window_show (self->window, self->services);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_SEARCH_WINDOW (l->data))
      return l->data;
  g_assert_not_reached ();
}

typedef struct
{
  const char *name;
  GtkWidget *(*show) (AppFixture *self);
} Case;

static const Case cases[] = {
  { "groups", show_groups },
  { "network", show_network },
  { "meetings", show_meetings },
  { "search", show_search },
};

static void
test_slow (AppFixture *self, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (AjRecord) group = app_fixture_add (self, &aj_group_record_type, "name", "Team", NULL,
                                                NULL);
  GtkWidget *root;
  Door door;

  close_door (&door, self->store);
  root = c->show (self);
  app_wait (is_waiting, root);
  open_door (&door);
  app_wait (is_not_waiting, root);
  app_settle ();
  g_assert_false (is_waiting (root));
  if (GTK_IS_WINDOW (root))
    gtk_window_destroy (GTK_WINDOW (root));
  app_settle ();
}

/* Not before somebody may wonder, and anew each time it comes into view. */
static void
test_delay (AppFixture *self, gconstpointer data)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *other = gtk_label_new ("There it is");

  gtk_stack_add_child (GTK_STACK (stack), g_object_new (AJ_TYPE_WAITING, NULL));
  gtk_stack_add_child (GTK_STACK (stack), other);
  app_fixture_show (self, stack);
  for (guint i = 0; i < 2; i++)
    {
      app_wait (is_waiting, stack);
      gtk_stack_set_visible_child (GTK_STACK (stack), other);
      app_wait (is_not_waiting, stack);
      gtk_stack_set_visible_child (GTK_STACK (stack), gtk_widget_get_first_child (stack));
      g_assert_false (is_waiting (stack));
    }
}

static const char *
get_chosen_theme (GtkWidget *page)
{
  GtkWidget *list = app_find (page, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  return aj_record_get_text (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model)),
                             "theme");
}

/* Another year has its first meeting in view, also when a row of the year before was marked while it was waited for: then the
 * choice was made among those, and the last one of the other year was in view. */
static void
test_choice (AppFixture *self, gconstpointer data)
{
  static const char *const days[] = { "2026-01-08", "2026-02-12", "2026-04-09", "2027-01-14",
                                      "2027-03-11" };
  g_autoptr (AjRecord) group = app_fixture_add (self, &aj_group_record_type, "name", "Team", NULL,
                                                NULL);
  AjRecord *meetings[G_N_ELEMENTS (days)];
  GtkWidget *page;
  Door door;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *start = g_strconcat (days[i], "T10:00", NULL);
      g_autofree char *end = g_strconcat (days[i], "T12:00", NULL);

      meetings[i] = app_fixture_add_whole (self, &aj_meeting_record_type, "group",
                                           aj_record_get_id (group), "theme", days[i], "starts-at",
                                           start, "ends-at", end, NULL);
    }
  page = show_meetings (self);
  app_settle ();
  g_assert_cmpstr (get_chosen_theme (page), ==, "2026-04-09");
  close_door (&door, self->store);
  g_assert_true (gtk_widget_activate_action (page, "meetings.next-year", NULL));
  g_object_notify (G_OBJECT (meetings[0]), "theme");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  open_door (&door);
  app_settle ();
  g_assert_cmpstr (get_chosen_theme (page), ==, "2027-01-14");
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    g_object_unref (meetings[i]);
}

/* What a page goes through before all is there, each step as long as a busy machine makes it: on the store's thread, on another
 * one, and again. */
typedef struct
{
  AppFixture *app;
  guint n_left;
} Steps;

static gboolean
take_long (AjBackend *backend, gpointer data, GError **error)
{
  g_usleep (SETTLING_MILLISECONDS * 1000);
  return TRUE;
}

static void
take_long_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_usleep (SETTLING_MILLISECONDS * 1000);
  g_task_return_boolean (task, TRUE);
}

static void ask_step (Steps *steps);

static void
thread_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ask_step (user_data);
}

static void
answered (gpointer data, const GError *error)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, thread_done_cb, data);

  g_task_run_in_thread (task, take_long_in_thread);
}

static void
ask_step (Steps *steps)
{
  if (steps->n_left == 0)
    return;
  steps->n_left--;
  aj_worker_ask (aj_store_get_worker (steps->app->store), take_long, steps, NULL, NULL, answered);
}

/* The wait of all other tests: it was over while a thread had not had its turn, or was about to answer. */
static void
test_settle (AppFixture *self, gconstpointer data)
{
  Steps steps = { self, 5 };

  ask_step (&steps);
  app_settle ();
  g_assert_cmpuint (steps.n_left, ==, 0);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/app/waiting/settle", AppFixture, NULL, app_fixture_set_up, test_settle,
              app_fixture_tear_down);
  g_test_add ("/app/waiting/delay", AppFixture, NULL, app_fixture_set_up, test_delay,
              app_fixture_tear_down);
  g_test_add ("/app/waiting/choice", AppFixture, NULL, app_fixture_set_up, test_choice,
              app_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/app/waiting/", cases[i].name, NULL);

      g_test_add (path, AppFixture, &cases[i], app_fixture_set_up, test_slow,
                  app_fixture_tear_down);
    }
  return g_test_run ();
}
