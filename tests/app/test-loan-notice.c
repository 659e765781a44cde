/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of interventions says of things on loan: what is to be handed over, and in which weeks one is free. */
#include "aj-app-fixture.h"
#include "aj-free-weeks-note.h"
#include "aj-interventions-page.h"
#include "aj-loan-notice.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "aj-new-record-dialog.h"
#include "aj-record-detail.h"
#include "aj-rollout-reader.h"

typedef struct
{
  AppFixture base;
  AjRecord *town; /* (owned) */
  AjRecord *bike; /* (owned) */
  AjPage *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AppFixture *base = &self->base;

  app_fixture_set_up (base, data);
  self->town = app_fixture_add (base, &aj_municipality_record_type, "name", "Deventer", "code",
                                "GM0150");
  self->bike = app_fixture_add (base, &aj_material_record_type, "name", "Cargo bike", NULL, NULL);
  self->page = AJ_PAGE (
      g_object_new (AJ_TYPE_INTERVENTIONS_PAGE, "services", base->services, NULL));
  app_fixture_show (base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->town);
  g_object_unref (self->bike);
  app_fixture_tear_down (&self->base, data);
}

/* It is Sunday 1 March 2026. */
static void
lend (Fixture *self, const char *from, const char *until, const char *state)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Lend");
  AjValues *loan = aj_edit_add (edit, &aj_loan_record_type);
  g_autoptr (GError) error = NULL;

  aj_values_set_text (loan, "material", aj_record_get_id (self->bike));
  aj_values_set_text (loan, "municipality", aj_record_get_id (self->town));
  aj_values_set_text (loan, "from", from);
  aj_values_set_text (loan, "until", until);
  aj_values_set_text (loan, "state", state);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static gboolean
is_noticed (gpointer page)
{
  return app_find (page, AJ_TYPE_LOAN_NOTICE) != NULL;
}

static gboolean
is_not_noticed (gpointer page)
{
  return !is_noticed (page);
}

/* (nullable): of a row, by its tooltip. */
static GtkWidget *
find_button (GtkWidget *root, const char *tip)
{
  g_autoptr (GPtrArray) all = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (all->pdata[i]), tip) == 0)
      return all->pdata[i];
  return NULL;
}

static gboolean
can_hand_over (gpointer page)
{
  return find_button (page, "Handed over") != NULL;
}

static gboolean
can_take_back (gpointer page)
{
  return find_button (page, "Came back") != NULL;
}

static void
assert_state (Fixture *self, const char *expected)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_loan_record_type);
  g_autoptr (GPtrArray) all = aj_store_fetch (self->base.store, query, NULL);

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (aj_record_get_text (all->pdata[0], "state"), ==, expected);
}

static void
test_notice (Fixture *self, gconstpointer data)
{
  GtkWidget *notice;
  g_autoptr (GError) error = NULL;

  g_assert_true (is_not_noticed (self->page));
  lend (self, "2026-03-03", "2026-03-06", AJ_LOAN_PLANNED);
  app_wait (is_noticed, self->page);
  notice = app_find (GTK_WIDGET (self->page), AJ_TYPE_LOAN_NOTICE);
  app_wait (can_hand_over, self->page);
  app_settle ();
  app_assert_named (GTK_WIDGET (self->page));
  /* Nobody is known to write to. */
  g_assert_null (find_button (notice, "Write a mail"));
  g_signal_emit_by_name (find_button (notice, "Handed over"), "clicked");
  app_wait (can_take_back, self->page);
  assert_state (self, AJ_LOAN_OUT);
  g_signal_emit_by_name (find_button (notice, "Came back"), "clicked");
  app_wait (is_not_noticed, self->page);
  assert_state (self, AJ_LOAN_RETURNED);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  app_wait (is_noticed, self->page);
  assert_state (self, AJ_LOAN_OUT);
}

/* So many things, each lent for a day of this week. */
static void
lend_many (Fixture *self, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *name = g_strdup_printf ("Box %02u", i + 1);
      g_autoptr (AjRecord) box = app_fixture_add (&self->base, &aj_material_record_type, "name",
                                                  name, NULL, NULL);
      g_autoptr (AjRecord) loan = app_fixture_add_whole (&self->base, &aj_loan_record_type,
                                                         "material", aj_record_get_id (box),
                                                         "municipality",
                                                         aj_record_get_id (self->town), "from",
                                                         "2026-03-03", "until", "2026-03-04", NULL);
    }
}

/* (nullable): the row with this title. */
static GtkWidget *
find_row (gpointer page, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (page, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (rows->pdata[i]), title) == 0)
      return rows->pdata[i];
  return NULL;
}

static gboolean
has_27_more (gpointer page)
{
  return find_row (page, "And 27 more") != NULL;
}

static gboolean
has_7_more (gpointer page)
{
  return find_row (page, "And 7 more") != NULL;
}

/* What is due at once is not all shown at once: the rest comes when it is asked for, with the cursor. */
static void
test_many (Fixture *self, gconstpointer data)
{
  GtkWidget *expander, *focus, *notice;
  int least, natural;

  lend_many (self, 32);
  app_wait (is_noticed, self->page);
  expander = app_find (GTK_WIDGET (self->page), ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  app_wait (has_27_more, self->page);
  app_settle ();
  app_assert_named (GTK_WIDGET (self->page));
  g_assert_nonnull (find_row (self->page, "Box 05"));
  g_assert_null (find_row (self->page, "Box 06"));

  gtk_widget_grab_focus (find_row (self->page, "And 27 more"));
  gtk_widget_activate (find_row (self->page, "And 27 more"));
  app_wait (has_7_more, self->page);
  focus = gtk_root_get_focus (gtk_widget_get_root (expander));
  g_assert_true (focus == find_row (self->page, "Box 06"));
  g_assert_nonnull (find_row (self->page, "Box 25"));
  /* They scroll; the window does not grow with them. */
  notice = app_find (GTK_WIDGET (self->page), AJ_TYPE_LOAN_NOTICE);
  gtk_widget_measure (notice, GTK_ORIENTATION_VERTICAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (least, <, 200);
  g_assert_cmpint (natural, <, 500);
  gtk_widget_activate (find_row (self->page, "And 7 more"));
  g_assert_nonnull (find_row (self->page, "Box 32"));
  g_assert_false (has_7_more (self->page));
}

static gpointer
count_loans (AjRolloutFacts *facts, const AjRolloutQuestion *question)
{
  guint *count = g_new (guint, 1);

  *count = aj_rollout_facts_get_loans (facts)->len;
  return count;
}

static const AjRolloutReaderKind counting = { .work = count_loans, .free = g_free };

static guint
get_count (gpointer reader)
{
  const guint *count = aj_rollout_reader_get_result (reader);

  return count != NULL ? *count : 0;
}

static gboolean
has_one (gpointer reader)
{
  return get_count (reader) == 1;
}

static gboolean
has_two (gpointer reader)
{
  return get_count (reader) == 2;
}

/* Whoever looks through the same services looks at the same facts, and who does not look is told nothing. */
static void
test_shared (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRolloutReader) first = aj_rollout_reader_new (self->base.services, &counting);
  g_autoptr (AjRolloutReader) second = aj_rollout_reader_new (self->base.services, &counting);

  lend (self, "2026-03-09", "2026-03-13", AJ_LOAN_PLANNED);
  aj_rollout_reader_set_active (first, TRUE);
  aj_rollout_reader_set_active (second, TRUE);
  app_wait (has_one, first);
  app_wait (has_one, second);
  g_assert_true (aj_rollout_reader_get_facts (first) == aj_rollout_reader_get_facts (second));

  aj_rollout_reader_set_active (second, FALSE);
  lend (self, "2026-03-23", "2026-03-27", AJ_LOAN_PLANNED);
  app_wait (has_two, first);
  g_assert_cmpuint (get_count (second), ==, 1);
  aj_rollout_reader_set_active (second, TRUE);
  app_wait (has_two, second);
  g_assert_true (aj_rollout_reader_get_facts (first) == aj_rollout_reader_get_facts (second));
}

static gboolean
has_dialog (gpointer data)
{
  GtkWindow **found = data;
  GListModel *toplevels = gtk_window_get_toplevels ();

  *found = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (AJ_IS_NEW_RECORD_DIALOG (window))
        *found = window;
    }
  return *found != NULL;
}

static gboolean
has_weeks (gpointer page)
{
  return app_find (page, AJ_TYPE_FREE_WEEKS_NOTE) != NULL;
}

static GtkFlowBoxChild *
get_week (Fixture *self, int index)
{
  GtkWidget *flow = app_find (app_find (GTK_WIDGET (self->page), AJ_TYPE_FREE_WEEKS_NOTE),
                              GTK_TYPE_FLOW_BOX);

  return gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (flow), index);
}

static gboolean
shows_loan (gpointer page)
{
  GtkWidget *detail = app_find (page, AJ_TYPE_RECORD_DETAIL);

  return detail != NULL && AJ_IS_LOAN (aj_record_detail_get_record (AJ_RECORD_DETAIL (detail)));
}

/* A free week begins a loan on its days; one that is taken shows who has it. */
static void
test_weeks (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) texts = NULL;
  GtkWindow *dialog;

  lend (self, "2026-03-09", "2026-03-13", AJ_LOAN_PLANNED);
  g_assert_true (
      aj_page_show_record (self->page, &aj_material_record_type, aj_record_get_id (self->bike)));
  app_wait (has_weeks, self->page);
  app_settle ();
  app_assert_named (GTK_WIDGET (self->page));
  g_assert_nonnull (get_week (self, 51));
  g_assert_null (get_week (self, 52));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (get_week (self, 4))), ==,
                   "Week 13, 23 March to 29 March: free");
  gtk_widget_activate (GTK_WIDGET (get_week (self, 4)));
  app_wait (has_dialog, &dialog);
  texts = app_find_all (GTK_WIDGET (dialog), GTK_TYPE_TEXT);
  g_assert_cmpuint (texts->len, >=, 2);
  g_assert_cmpstr (gtk_editable_get_text (texts->pdata[texts->len - 2]), ==, "Mon 23 Mar 2026");
  g_assert_cmpstr (gtk_editable_get_text (texts->pdata[texts->len - 1]), ==, "Fri 27 Mar 2026");
  gtk_window_close (dialog);
  gtk_widget_activate (GTK_WIDGET (get_week (self, 2)));
  app_wait (shows_loan, self->page);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/loan-notice/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("notice", test_notice);
  ADD ("many", test_many);
  ADD ("shared", test_shared);
  ADD ("weeks", test_weeks);
  return g_test_run ();
}
