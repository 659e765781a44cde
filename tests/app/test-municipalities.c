/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-as-of-button.h"
#include "aj-draft-row.h"
#include "aj-merger-dialog.h"
#include "aj-merger-note.h"
#include "aj-municipality.h"
#include "aj-network-page.h"
#include "aj-organisation.h"
#include "aj-page.h"
#include "aj-record-browser.h"
#include "aj-record-chooser.h"
#include "aj-record-detail.h"
#include "aj-record-finder.h"
#include "aj-record-line.h"
#include "aj-record-summary.h"

/* In the fixture it is 1 March 2026. */
static const struct
{
  const char *name;
  const char *code;
  const char *from;
  const char *until;
  gint64 population;
} places[] = {
  { "Blaricum", "GM0376", NULL, NULL, 12000 },
  { "Hilversum", "GM0402", NULL, NULL, 93000 },
  { "Laren", "GM0417", NULL, NULL, 11000 },
  { "Naarden", "GM0425", NULL, "2015-12-31", 17000 },
  { "Toekomst", "GM9000", "2027-01-01", NULL, 0 },
};

static void
add_places (AppFixture *self)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      AjValues *values = aj_edit_add_with_id (edit, &aj_municipality_record_type, places[i].name);

      aj_values_set_text (values, "name", places[i].name);
      aj_values_set_text (values, "code", places[i].code);
      aj_values_set_text (values, "valid-from", places[i].from);
      aj_values_set_text (values, "valid-until", places[i].until);
      if (places[i].population > 0)
        aj_values_set_integer (values, "population", places[i].population);
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static AjRecord *
load (AppFixture *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  AjRecord *record = aj_store_load_record (self->store, &aj_municipality_record_type, id, &error);

  g_assert_no_error (error);
  return record;
}

static AjPage *
show_page (AppFixture *self)
{
  AjPage *page = AJ_PAGE (g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->services, NULL));

  app_fixture_show (self, GTK_WIDGET (page));
  aj_page_activate (page);
  return page;
}

static AjRecordBrowser *
get_browser (gpointer page)
{
  return AJ_RECORD_BROWSER (app_find (page, AJ_TYPE_RECORD_BROWSER));
}

/* The titles in the list, as far as they are there yet, with a space between. */
static char *
list_titles (gpointer page)
{
  GListModel *list = aj_record_browser_get_list (get_browser (page));
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AjRecord) record = g_list_model_get_item (list, i);

      g_string_append_printf (titles, "%s ", aj_record_get_title (record));
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

typedef struct
{
  gpointer page;
  const char *titles;
} Listed;

static gboolean
lists (gpointer data)
{
  Listed *listed = data;
  g_autofree char *titles = list_titles (listed->page);

  return g_str_equal (titles, listed->titles);
}

static void
wait_for_list (gpointer page, const char *titles)
{
  Listed listed = { page, titles };

  app_wait_until (lists, &listed, titles);
}

static AjAsOfButton *
get_as_of (gpointer page)
{
  return aj_record_browser_get_as_of (get_browser (page));
}

static const char *
get_as_of_label (gpointer page)
{
  return gtk_menu_button_get_label (
      GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (get_as_of (page)))));
}

/* The popover is a child of its button; its checks are in the order of the template. */
static GtkCheckButton *
get_check (gpointer page, guint index)
{
  g_autoptr (GPtrArray) checks = app_find_all (GTK_WIDGET (get_as_of (page)),
                                               GTK_TYPE_CHECK_BUTTON);

  g_assert_cmpuint (checks->len, ==, 3);
  return checks->pdata[index];
}

static void
type_day (gpointer page, const char *text)
{
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (get_as_of (page)), GTK_TYPE_ENTRY);

  gtk_editable_set_text (entries->pdata[0], text);
  g_signal_emit_by_name (entries->pdata[0], "activate");
}

static void
test_as_of (AppFixture *self, gconstpointer data)
{
  AjPage *page;

  add_places (self);
  page = show_page (self);
  wait_for_list (page, "Blaricum Hilversum Laren ");
  g_assert_cmpstr (get_as_of_label (page), ==, "Today");
  app_assert_named (GTK_WIDGET (page));

  type_day (page, "31-12-2015");
  wait_for_list (page, "Blaricum Hilversum Laren Naarden ");
  g_assert_cmpstr (get_as_of_label (page), ==, "31 December 2015");
  type_day (page, "2027-01-01");
  wait_for_list (page, "Blaricum Hilversum Laren Toekomst ");
  /* What is no day is said, and nothing changes. */
  type_day (page, "30 February 2026");
  app_settle ();
  wait_for_list (page, "Blaricum Hilversum Laren Toekomst ");
  g_assert_cmpstr (get_as_of_label (page), ==, "1 January 2027");

  /* All, those that are over last. */
  gtk_check_button_set_active (get_check (page, 2), TRUE);
  wait_for_list (page, "Blaricum Hilversum Laren Toekomst Naarden ");
  g_assert_cmpstr (get_as_of_label (page), ==, "Ever");
  gtk_check_button_set_active (get_check (page, 0), TRUE);
  wait_for_list (page, "Blaricum Hilversum Laren ");
  /* Back to the day that was typed before. */
  gtk_check_button_set_active (get_check (page, 1), TRUE);
  wait_for_list (page, "Blaricum Hilversum Laren Toekomst ");
}

/* A search looks among what is shown. */
static void
test_as_of_and_search (AppFixture *self, gconstpointer data)
{
  GtkWidget *entry;
  AjPage *page;

  add_places (self);
  page = show_page (self);
  entry = app_find (GTK_WIDGET (get_browser (page)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "aar");
  wait_for_list (page, "");
  gtk_check_button_set_active (get_check (page, 2), TRUE);
  wait_for_list (page, "Naarden ");
}

/* Only municipalities come and go. */
static void
test_as_of_hidden (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) organisation = app_fixture_add (self, &aj_organisation_record_type, "name",
                                                       "Politie", "kind", "police");
  AjPage *page = show_page (self);

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_as_of (page))));
  aj_page_show_record (page, &aj_organisation_record_type, aj_record_get_id (organisation));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_as_of (page))));
  wait_for_list (page, "Politie ");
}

static gboolean
line_is_past (gpointer line)
{
  return gtk_widget_has_css_class (line, "past");
}

/* What is over is greyed, and says since when. */
static void
test_over_is_marked (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) naarden = NULL;
  g_autoptr (AjRecord) future = NULL;
  g_autoptr (AjRecordSummary) over = NULL;
  g_autoptr (AjRecordSummary) to_come = NULL;
  GtkWidget *line = aj_record_line_new ();

  add_places (self);
  naarden = load (self, "Naarden");
  future = load (self, "Toekomst");
  over = aj_record_summary_new (self->store, naarden);
  to_come = aj_record_summary_new (self->store, future);
  g_assert_true (aj_record_summary_is_over (over));
  g_assert_true (
      g_str_has_prefix (aj_record_summary_get_subtitle (over), "Until 31 December 2015"));
  g_assert_false (aj_record_summary_is_over (to_come));
  g_assert_cmpstr (aj_record_summary_get_subtitle (to_come), ==, "From 1 January 2027");
  app_fixture_show (self, line);
  aj_record_line_set_record (AJ_RECORD_LINE (line), self->store, naarden);
  g_assert_true (line_is_past (line));
  app_fixture_change (self, naarden, "valid-until", NULL, "Bea");
  g_assert_false (line_is_past (line));
  g_assert_false (aj_record_summary_is_over (over));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static guint
count_found (AjRecordFinder *finder)
{
  GtkSelectionModel *model = gtk_list_view_get_model (
      GTK_LIST_VIEW (app_find (GTK_WIDGET (finder), GTK_TYPE_LIST_VIEW)));

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static gboolean
has_found_three (gpointer finder)
{
  return app_find (finder, GTK_TYPE_LIST_VIEW) != NULL && count_found (finder) == 3;
}

static gboolean
has_found_four (gpointer finder)
{
  return app_find (finder, GTK_TYPE_LIST_VIEW) != NULL && count_found (finder) == 4;
}

/* Something new can only be in what there is on its day. */
static void
test_finder (AppFixture *self, gconstpointer data)
{
  AjRecordFinder *finder = aj_record_finder_new (&aj_municipality_record_type);

  add_places (self);
  aj_record_finder_set_services (finder, self->services);
  app_fixture_show (self, GTK_WIDGET (finder));
  aj_record_finder_start (finder);
  app_wait (has_found_three, finder);
  aj_record_finder_set_date (finder, aj_date_new (2015, 12, 31));
  aj_record_finder_start (finder);
  app_wait (has_found_four, finder);
  aj_record_finder_stop (finder);
}

/* What was chosen when it was still there stays in view. */
static void
test_chooser_keeps (AppFixture *self, gconstpointer data)
{
  AjRecordChooser *chooser = aj_record_chooser_new (&aj_municipality_record_type);
  GtkWidget *label;

  add_places (self);
  aj_record_chooser_set_services (chooser, self->services);
  aj_record_chooser_set_id (chooser, "Naarden");
  app_fixture_show (self, GTK_WIDGET (chooser));
  app_settle ();
  label = app_find (GTK_WIDGET (chooser), GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Naarden");
}

/* The lines of the note, each ended by a line end. */
static char *
read_note (gpointer note)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *line = gtk_widget_get_first_child (note); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (line)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
says (gpointer data)
{
  Listed *said = data;
  g_autofree char *text = read_note (said->page);

  return g_str_equal (text, said->titles);
}

static void
wait_for_note (GtkWidget *note, const char *text)
{
  Listed said = { note, text };

  app_wait_until (says, &said, text);
}

static void
go_into (AppFixture *self, const char *id, const char *target, const char *last)
{
  g_autoptr (AjRecord) record = load (self, id);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Merge");
  AjValues *values = aj_edit_change (edit, record);
  g_autoptr (GError) error = NULL;

  aj_values_set_text (values, "merged-into", target);
  aj_values_set_text (values, "valid-until", last);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
test_note (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) laren = NULL;
  g_autoptr (AjRecord) hilversum = NULL;
  g_autoptr (AjRecord) future = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *of_laren, *of_hilversum, *of_future;

  add_places (self);
  laren = load (self, "Laren");
  hilversum = load (self, "Hilversum");
  future = load (self, "Toekomst");
  of_laren = aj_merger_note_new (self->services, laren);
  of_hilversum = aj_merger_note_new (self->services, hilversum);
  of_future = aj_merger_note_new (self->services, future);
  gtk_box_append (GTK_BOX (box), of_laren);
  gtk_box_append (GTK_BOX (box), of_hilversum);
  gtk_box_append (GTK_BOX (box), of_future);
  app_fixture_show (self, box);
  app_settle ();
  g_assert_false (gtk_widget_get_visible (of_laren));
  g_assert_false (gtk_widget_get_visible (of_hilversum));

  go_into (self, "Naarden", "Hilversum", "2015-12-31");
  wait_for_note (of_hilversum, "Took in Naarden on 1 January 2016\n");
  go_into (self, "Laren", "Toekomst", "2026-12-31");
  wait_for_note (of_laren, "Goes into Toekomst on 1 January 2027\n");
  wait_for_note (of_future, "Comes from Laren on 1 January 2027\n");
  go_into (self, "Blaricum", "Toekomst", "2026-12-31");
  wait_for_note (of_future, "Comes from Blaricum and Laren on 1 January 2027\n");
  /* Two days are two lines. */
  go_into (self, "Blaricum", "Hilversum", "2026-12-31");
  wait_for_note (of_hilversum,
                 "Took in Naarden on 1 January 2016\nTakes in Blaricum on 1 January 2027\n");
  g_assert_true (gtk_widget_get_visible (of_hilversum));
  app_assert_named (box);
}

/* The name of a municipality is text, whatever is in it; the link leads to its record. */
static void
test_note_links (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) hilversum = NULL;
  AjPage *page;
  GtkWidget *note, *label;
  gboolean handled = FALSE;

  add_places (self);
  hilversum = load (self, "Hilversum");
  app_fixture_change (self, hilversum, "name", "<b>Hilversum & Co</b>", "Anna");
  go_into (self, "Naarden", "Hilversum", "2015-12-31");
  page = show_page (self);
  aj_page_show_record (page, &aj_municipality_record_type, "Naarden");
  app_settle ();
  note = app_find (GTK_WIDGET (page), AJ_TYPE_MERGER_NOTE);
  g_assert_nonnull (note);
  wait_for_note (note, "Went into <b>Hilversum & Co</b> on 1 January 2016\n");
  label = gtk_widget_get_first_child (note);
  g_signal_emit_by_name (label, "activate-link", "Hilversum", &handled);
  g_assert_true (handled);
  app_settle ();
  g_assert_true (aj_record_detail_get_record (AJ_RECORD_DETAIL (
                     app_find (GTK_WIDGET (page), AJ_TYPE_RECORD_DETAIL))) == hilversum);
}

static gboolean
has_row (gpointer dialog)
{
  return GTK_IS_LIST_BOX_ROW (gtk_widget_get_first_child (app_find (dialog, GTK_TYPE_LIST_BOX)));
}

static AjMergerDialog *
show_dialog (AppFixture *self, AjPage *page, const char *id)
{
  AjMergerDialog *dialog = aj_merger_dialog_show (GTK_WIDGET (page), self->services, id);

  app_wait (is_mapped, dialog);
  app_wait (has_row, dialog);
  app_settle ();
  return dialog;
}

static AjDraftRow *
get_row (gpointer dialog, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (dialog, AJ_TYPE_DRAFT_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  g_error ("there is no row “%s”", title);
}

static const char *
get_text (gpointer dialog, const char *title)
{
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (get_row (dialog, title)),
                                                GTK_TYPE_ENTRY);

  return gtk_editable_get_text (entries->pdata[0]);
}

static void
type (gpointer dialog, const char *title, const char *text)
{
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (get_row (dialog, title)),
                                                GTK_TYPE_ENTRY);

  gtk_editable_set_text (entries->pdata[0], text);
}

static void
add_to (gpointer dialog, const char *id)
{
  g_autoptr (GPtrArray) finders = app_find_all (dialog, AJ_TYPE_RECORD_FINDER);

  g_signal_emit_by_name (finders->pdata[0], "picked", id);
}

static void
become (gpointer dialog, guint index)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (dialog, GTK_TYPE_DROP_DOWN)), index);
}

static gboolean
can_merge (gpointer dialog)
{
  g_autoptr (GPtrArray) buttons = app_find_all (dialog, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "merger.merge") == 0)
      return gtk_widget_is_sensitive (buttons->pdata[i]);
  g_assert_not_reached ();
}

/* Whether the dialog says something with these words. */
static gboolean
is_said (gpointer dialog, const char *words)
{
  g_autoptr (GPtrArray) labels = app_find_all (dialog, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), words) != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static gboolean
is_closed (gpointer data)
{
  return count_windows () == 1;
}

static void
test_dialog_new (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) laren = NULL;
  g_autoptr (GError) error = NULL;
  AjMergerDialog *dialog;
  AjPage *page;

  add_places (self);
  laren = load (self, "Laren");
  page = show_page (self);
  dialog = show_dialog (self, page, "Laren");
  g_assert_true (is_said (dialog, "Choose which municipalities"));
  g_assert_false (can_merge (dialog));
  app_assert_named (GTK_WIDGET (dialog));
  add_to (dialog, "Blaricum");
  /* Twice is once. */
  add_to (dialog, "Blaricum");
  g_assert_cmpstr (get_text (dialog, "Population"), ==, "23000");
  g_assert_cmpstr (get_text (dialog, "First day as one"), ==, "Fri 1 Jan 2027");
  g_assert_true (is_said (dialog, "is called"));
  type (dialog, "Name", "Gooi");
  type (dialog, "Code (CBS)", "GM0402");
  g_assert_true (is_said (dialog, "that of Hilversum"));
  g_assert_false (can_merge (dialog));
  type (dialog, "Code (CBS)", "GM2000");
  g_assert_true (is_said (dialog, "Laren and Blaricum go into Gooi on 1 January 2027. Their last "
                                  "day is 31 December 2026."));
  g_assert_true (can_merge (dialog));

  gtk_widget_activate_action (GTK_WIDGET (dialog), "merger.merge", NULL);
  app_wait (is_closed, NULL);
  g_assert_cmpstr (aj_record_get_text (laren, "valid-until"), ==, "2026-12-31");
  g_assert_nonnull (aj_record_get_text (laren, "merged-into"));
  app_settle ();
  g_assert_cmpstr (aj_record_get_title (aj_record_detail_get_record (
                       AJ_RECORD_DETAIL (app_find (GTK_WIDGET (page), AJ_TYPE_RECORD_DETAIL)))),
                   ==, "Gooi");
  g_assert_true (aj_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  app_wait_for_text (laren, "merged-into", NULL);
}

/* Into one of them only what changes is asked; what was typed comes back with the new one. */
static void
test_dialog_into_one (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) laren = NULL;
  g_autoptr (AjRecord) hilversum = NULL;
  AjMergerDialog *dialog;

  add_places (self);
  laren = load (self, "Laren");
  hilversum = load (self, "Hilversum");
  dialog = show_dialog (self, show_page (self), "Laren");
  type (dialog, "Name", "Gooi");
  add_to (dialog, "Hilversum");
  g_assert_cmpstr (get_text (dialog, "Name"), ==, "Gooi");
  become (dialog, 2);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_row (dialog, "Name"))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_row (dialog, "Population"))));
  g_assert_true (is_said (dialog, "Laren goes into Hilversum on 1 January 2027."));
  become (dialog, 0);
  g_assert_cmpstr (get_text (dialog, "Name"), ==, "Gooi");
  become (dialog, 2);
  type (dialog, "Population", "105000");
  g_assert_true (can_merge (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "merger.merge", NULL);
  app_wait_for_text (laren, "merged-into", "Hilversum");
  g_assert_cmpint (aj_record_get_integer (hilversum, "population"), ==, 105000);
  g_assert_null (aj_record_get_text (hilversum, "merged-into"));
  app_wait (is_closed, NULL);
}

static GtkWidget *
find_leave_out (gpointer dialog, const char *tooltip)
{
  g_autoptr (GPtrArray) buttons = app_find_all (dialog, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]), tooltip) == 0)
      return buttons->pdata[i];
  g_error ("there is no button “%s”", tooltip);
}

static void
test_dialog_faults (AppFixture *self, gconstpointer data)
{
  AjMergerDialog *dialog;

  add_places (self);
  dialog = show_dialog (self, show_page (self), "Laren");
  add_to (dialog, "Hilversum");
  become (dialog, 2);
  g_assert_true (can_merge (dialog));
  type (dialog, "First day as one", "30-2-2027");
  g_assert_false (can_merge (dialog));
  g_assert_true (is_said (dialog, "there is no day"));
  type (dialog, "First day as one", "1-1-2028");
  g_assert_true (can_merge (dialog));
  type (dialog, "First day as one", "");
  g_assert_true (is_said (dialog, "from which day"));
  type (dialog, "First day as one", "1-1-2028");
  type (dialog, "Population", "-5");
  g_assert_false (can_merge (dialog));
  type (dialog, "Population", "");
  g_assert_true (can_merge (dialog));
  /* The one that stays is left out: what becomes of them is open again. */
  g_signal_emit_by_name (find_leave_out (dialog, "Leave out Hilversum"), "clicked");
  g_assert_true (is_said (dialog, "Choose which"));
  g_assert_false (can_merge (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Who closes it at once gets no answer that nobody waits for. */
static void
test_dialog_closed_at_once (AppFixture *self, gconstpointer data)
{
  add_places (self);
  gtk_window_destroy (
      GTK_WINDOW (aj_merger_dialog_show (GTK_WIDGET (show_page (self)), self->services, "Laren")));
  app_settle ();
  g_assert_cmpuint (count_windows (), ==, 1);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/municipalities/" name, AppFixture, NULL, app_fixture_set_up, function,             \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("as-of", test_as_of);
  ADD ("as-of-and-search", test_as_of_and_search);
  ADD ("as-of-hidden", test_as_of_hidden);
  ADD ("over-is-marked", test_over_is_marked);
  ADD ("finder", test_finder);
  ADD ("chooser-keeps", test_chooser_keeps);
  ADD ("note", test_note);
  ADD ("note-links", test_note_links);
  ADD ("dialog-new", test_dialog_new);
  ADD ("dialog-into-one", test_dialog_into_one);
  ADD ("dialog-faults", test_dialog_faults);
  ADD ("dialog-closed-at-once", test_dialog_closed_at_once);
  return g_test_run ();
}
