/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of interventions, beside them and on paper. */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-document-window.h"
#include "aj-intervention-kinds.h"
#include "aj-intervention.h"
#include "aj-interventions-page.h"
#include "aj-loan.h"
#include "aj-municipality.h"
#include "aj-record-detail.h"
#include "aj-record-finder.h"
#include "aj-rollout-pictures.h"
#include "aj-rollout.h"
#include "aj-timeline-saver.h"

typedef struct
{
  AppFixture base;
  AjRecord *town;         /* (owned) */
  AjRecord *intervention; /* (owned) */
  AjPage *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AppFixture *base = &self->base;

  app_fixture_set_up (base, data);
  self->town = app_fixture_add (base, &aj_municipality_record_type, "name", "Deventer", "code",
                                "GM0150");
  self->intervention = app_fixture_add (base, &aj_intervention_record_type, "name", "Echt-Nep",
                                        NULL, NULL);
  self->page = AJ_PAGE (
      g_object_new (AJ_TYPE_INTERVENTIONS_PAGE, "services", base->services, NULL));
  app_fixture_show (base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->town);
  g_object_unref (self->intervention);
  app_fixture_tear_down (&self->base, data);
}

static AjRecord *
get_record (gpointer page)
{
  return aj_record_detail_get_record (AJ_RECORD_DETAIL (app_find (page, AJ_TYPE_RECORD_DETAIL)));
}

static gboolean
has_record (gpointer page)
{
  return get_record (page) != NULL;
}

static void
show_kind (Fixture *self, const AjRecordType *type)
{
  g_autoptr (GPtrArray) all = app_find_all (GTK_WIDGET (self->page), GTK_TYPE_DROP_DOWN);
  guint n_kinds;
  const AjRecordKind *kinds = aj_intervention_kinds_get (&n_kinds);
  const AjRecordKind *kind = aj_record_kind_find (kinds, n_kinds, type);

  for (guint i = 0; i < all->len; i++)
    if (gtk_widget_has_css_class (all->pdata[i], "title-switcher"))
      gtk_drop_down_set_selected (all->pdata[i], (guint) (kind - kinds));
}

static GtkWidget *
find_document (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (AJ_IS_DOCUMENT_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
is_said (gpointer text)
{
  g_autoptr (GPtrArray) labels = app_find_all (find_document (), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return TRUE;
  return FALSE;
}

static gboolean
has_finder (gpointer window)
{
  GtkWidget *finder = app_find (window, AJ_TYPE_RECORD_FINDER);

  return finder != NULL && gtk_widget_get_mapped (finder);
}

/* What it is compared with is asked at once, and picking it is the one step. */
static void
test_compare (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) other = app_fixture_add_whole (&self->base, &aj_intervention_record_type,
                                                      "name", "HackShield", NULL);

  g_assert_true (aj_page_show_record (self->page, &aj_intervention_record_type,
                                      aj_record_get_id (self->intervention)));
  app_wait (has_record, self->page);
  app_settle ();
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.compare", NULL);
  g_assert_nonnull (find_document ());
  app_wait (has_finder, find_document ());
  app_wait_until (is_said, (gpointer) "Choose what to compare it with.", "an invitation");
  g_signal_emit_by_name (app_find (find_document (), AJ_TYPE_RECORD_FINDER), "picked",
                         aj_record_get_id (other));
  app_wait_until (is_said, (gpointer) "Echt-Nep and HackShield", "both");
  app_assert_named (find_document ());
  gtk_window_destroy (GTK_WINDOW (find_document ()));
  app_settle ();
}

/* (nullable): the row that says so, beneath the heading of its group. */
static GtkWidget *
find_line (GtkWidget *page, const char *subtitle)
{
  g_autoptr (GPtrArray) rows = app_find_all (page, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (adw_action_row_get_subtitle (rows->pdata[i]), subtitle) == 0)
      return rows->pdata[i];
  return NULL;
}

static gboolean
is_used (gpointer page)
{
  return find_line (page, "Activity: Evening · 2 April 2025") != NULL;
}

static gboolean
is_lacking (gpointer page)
{
  return find_line (page, "There is a rollout, and nobody was trained") != NULL;
}

static gboolean
shows_rollout (gpointer page)
{
  return get_record (page) != NULL && AJ_IS_ROLLOUT (get_record (page));
}

/* Who used it and who can give it, as that changes; a row leads to what it stands for. */
static void
test_what_is_known (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) edition = app_fixture_add_whole (&self->base,
                                                        aj_record_type_lookup ("edition"), "name",
                                                        "Day", "starts-on", "2025-04-02", "ends-on",
                                                        "2026-04-02", NULL);
  g_autoptr (AjRecord) activity = NULL;
  g_autoptr (AjRecord) rollout = NULL;

  g_assert_true (aj_page_show_record (self->page, &aj_intervention_record_type,
                                      aj_record_get_id (self->intervention)));
  app_wait (has_record, self->page);
  app_settle ();
  activity = app_fixture_add_whole (&self->base, aj_record_type_lookup ("activity"), "edition",
                                    aj_record_get_id (edition), "municipality",
                                    aj_record_get_id (self->town), "name", "Evening", "date",
                                    "2025-04-02", "intervention", "echtnep", NULL);
  app_wait (is_used, self->page);
  rollout = app_fixture_add_whole (&self->base, &aj_rollout_record_type, "intervention",
                                   aj_record_get_id (self->intervention), "municipality",
                                   aj_record_get_id (self->town), NULL);
  app_wait (is_lacking, self->page);
  app_assert_named (GTK_WIDGET (self->page));
  gtk_widget_activate (
      find_line (GTK_WIDGET (self->page), "There is a rollout, and nobody was trained"));
  app_wait (shows_rollout, self->page);
}

/* A printing has as many pages as it takes, each lying. */
static void
test_print_timeline (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) rollout = app_fixture_add_whole (
      &self->base, &aj_rollout_record_type, "intervention", aj_record_get_id (self->intervention),
      "municipality", aj_record_get_id (self->town), "starts-on", "2026-03-02", "ends-on",
      "2026-03-20", NULL);
  AjDateRange all = { AJ_DATE_NONE, AJ_DATE_NONE };
  g_autofree char *path = g_build_filename (self->base.folder, "print.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRolloutFacts) facts = aj_rollout_facts_load (self->base.store, &error);
  int n_pages;

  g_assert_no_error (error);
  operation = aj_timeline_saver_make_printing (
      aj_rollout_pictures_make_paper (facts, &aj_rollout_record_type, all,
                                      aj_date_new (2026, 3, 1)));
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, ==, 1);
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
}

static gboolean
has_said (gpointer data)
{
  Fixture *self = data;
  g_autoptr (GPtrArray) labels = app_find_all (GTK_WIDGET (self->base.window), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]),
                     "There is nothing to show in time: nothing has a day yet."))
      return TRUE;
  return FALSE;
}

/* Without a bar there is no file to ask for. */
static void
test_save_no_timeline (Fixture *self, gconstpointer data)
{
  show_kind (self, &aj_loan_record_type);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.save-timeline", NULL);
  app_wait (has_said, self);
}

static void
test_trainers_report (Fixture *self, gconstpointer data)
{
  show_kind (self, aj_record_type_lookup ("training"));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.show-trainers", NULL);
  app_wait_until (is_said, (gpointer) "Which Municipalities Can Do It Themselves", "the report");
  gtk_window_destroy (GTK_WINDOW (find_document ()));
  app_settle ();
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/intervention-knowledge/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("compare", test_compare);
  ADD ("what-is-known", test_what_is_known);
  ADD ("trainers-report", test_trainers_report);
  ADD ("print-timeline", test_print_timeline);
  ADD ("save-no-timeline", test_save_no_timeline);
  return g_test_run ();
}
