/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed, read by somebody who was away: lines by day, what each did, and further back page by page. */
#include "aj-app-fixture.h"
#include "aj-history-row.h"
#include "aj-history-window.h"
#include "aj-organisation.h"

static GtkWidget *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_HISTORY_WINDOW (l->data))
      return l->data;
  return NULL;
}

static guint
count_rows (void)
{
  g_autoptr (GPtrArray) rows = app_find_all (find_window (), AJ_TYPE_HISTORY_ROW);

  return rows->len;
}

static gboolean
has_rows (gpointer n_rows)
{
  return count_rows () == GPOINTER_TO_UINT (n_rows);
}

static const char *
get_title (guint index)
{
  g_autoptr (GPtrArray) rows = app_find_all (find_window (), AJ_TYPE_HISTORY_ROW);

  g_assert_cmpuint (index, <, rows->len);
  return adw_preferences_row_get_title (g_ptr_array_index (rows, index));
}

/* A line inside an opened row: its title and what stands beneath. */
static gboolean
is_detail_shown (gpointer text)
{
  g_autoptr (GPtrArray) rows = app_find_all (find_window (), ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      AdwActionRow *row = g_ptr_array_index (rows, i);
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
      const char *subtitle = adw_action_row_get_subtitle (row);
      g_autofree char *line = g_strdup_printf ("%s / %s", title != NULL ? title : "",
                                               subtitle != NULL ? subtitle : "");

      if (g_str_equal (line, text))
        return TRUE;
    }
  return FALSE;
}

static void
await_detail (const char *text)
{
  app_wait_until (is_detail_shown, (gpointer) text, text);
}

static void
open_window (AppFixture *self, guint n_rows)
{
  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_history_window_show (self->window, self->services);
  app_wait (has_rows, GUINT_TO_POINTER (n_rows));
}

static void
close_window (void)
{
  gtk_window_destroy (GTK_WINDOW (find_window ()));
  app_settle ();
}

static void
expand (guint index)
{
  g_autoptr (GPtrArray) rows = app_find_all (find_window (), AJ_TYPE_HISTORY_ROW);

  adw_expander_row_set_expanded (g_ptr_array_index (rows, index), TRUE);
}

static void
test_lines (AppFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) police = app_fixture_add (self, &aj_organisation_record_type, "name",
                                                 "Politie", "kind", "police");
  g_autofree char *undone = NULL;

  app_fixture_change (self, police, "name", "<b>Politie & co</b>", "Bea");
  aj_store_set_author (self->store, "Bea");
  aj_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
  open_window (self, 3);
  undone = g_strdup (get_title (1));
  g_assert_true (g_str_has_prefix (get_title (0), "Undone: "));
  g_assert_true (g_str_has_suffix (undone, "(undone)"));
  expand (1);
  await_detail ("Organisation changed: Politie / Name: from Politie to <b>Politie & co</b>");
  expand (2);
  await_detail ("Organisation added: Politie / Name: Politie\nKind: Police");
  app_assert_named (find_window ());
  close_window ();
}

/* What has no title is called by what it is of, where: while it is there, and once it is gone. */
static void
test_without_title (AppFixture *self, gconstpointer data)
{
  const AjRecordType *rollouts = aj_record_type_lookup ("rollout");
  const AjRecordType *evaluations = aj_record_type_lookup ("evaluation");
  g_autoptr (AjRecord) what = app_fixture_add (self, aj_record_type_lookup ("intervention"), "name",
                                               "Echt-Nep", NULL, NULL);
  g_autoptr (AjRecord) town = app_fixture_add (self, aj_record_type_lookup ("municipality"), "name",
                                               "Deventer", "code", "GM0150");
  g_autoptr (AjRecord) rollout = app_fixture_add (self, rollouts, "intervention",
                                                  aj_record_get_id (what), "municipality",
                                                  aj_record_get_id (town));
  g_autoptr (AjRecord) evaluation = app_fixture_add (self, evaluations, "rollout",
                                                     aj_record_get_id (rollout), "date",
                                                     "2026-04-01");
  g_autoptr (AjEdit) removal = NULL;
  g_autoptr (GError) error = NULL;

  app_fixture_change (self, rollout, "partners", "Halt", "Bea");
  open_window (self, 5);
  expand (0);
  await_detail ("Rollout changed: Echt-Nep · Deventer / Partners: Halt");
  expand (1);
  await_detail ("Evaluation added: Echt-Nep · Deventer / Rollout: Echt-Nep · Deventer\n"
                "Date: Wed 1 Apr 2026\nDid it run as planned?: yes");
  close_window ();
  removal = aj_edit_new (self->store, "Remove both");
  aj_edit_remove (removal, evaluations, aj_record_get_id (evaluation));
  aj_edit_remove (removal, rollouts, aj_record_get_id (rollout));
  aj_edit_commit (removal, &error);
  g_assert_no_error (error);
  open_window (self, 6);
  expand (0);
  await_detail ("Rollout removed: Echt-Nep, Deventer / Intervention: Echt-Nep\n"
                "Municipality: Deventer\nPhase: idea\nPartners: Halt");
  close_window ();
}

/* A page holds a hundred. */
static void
test_further_back (AppFixture *self, gconstpointer data)
{
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *name = g_strdup_printf ("Organisation %u", i);

      g_object_unref (
          app_fixture_add (self, &aj_organisation_record_type, "name", name, "kind", "police"));
    }
  open_window (self, 100);
  g_assert_true (gtk_widget_activate_action (find_window (), "history.more", NULL));
  app_wait (has_rows, GUINT_TO_POINTER (120));
  close_window ();
}

static gboolean
says_nothing_changed (gpointer data)
{
  g_autoptr (GPtrArray) pages = app_find_all (find_window (), ADW_TYPE_STATUS_PAGE);

  for (guint i = 0; i < pages->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (pages, i)) &&
        g_str_equal (adw_status_page_get_title (g_ptr_array_index (pages, i)), "Nothing Changed"))
      return TRUE;
  return FALSE;
}

static void
test_nothing (AppFixture *self, gconstpointer data)
{
  open_window (self, 0);
  app_wait (says_nothing_changed, NULL);
  close_window ();
}

/* The window closes while the store still reads. */
static void
test_closed_early (AppFixture *self, gconstpointer data)
{
  g_object_unref (
      app_fixture_add (self, &aj_organisation_record_type, "name", "Politie", "kind", "police"));
  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_history_window_show (self->window, self->services);
  close_window ();
  open_window (self, 1);
  expand (0);
  close_window ();
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/history-window/" name, AppFixture, NULL, app_fixture_set_up, function,         \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("lines", test_lines);
  ADD ("without-title", test_without_title);
  ADD ("further-back", test_further_back);
  ADD ("nothing", test_nothing);
  ADD ("closed-early", test_closed_early);
  return g_test_run ();
}
