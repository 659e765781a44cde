/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-district.h"
#include "aj-draft-row.h"
#include "aj-field-row.h"
#include "aj-function-dialog.h"
#include "aj-group.h"
#include "aj-membership.h"
#include "aj-network-page.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-position-row.h"
#include "aj-position.h"
#include "aj-record-browser.h"
#include "aj-record-line.h"
#include "aj-record-summary.h"
#include "aj-related-group.h"
#include "aj-succession-note.h"

/* In the fixture it is 1 March 2026. */
static AjRecord *
add (AppFixture *self, const AjRecordType *type, const char *id, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *values = aj_edit_add_with_id (edit, type, id);
  g_autoptr (GError) error = NULL;
  AjRecord *record;
  const char *field;
  va_list pairs;

  va_start (pairs, id);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      const char *text = va_arg (pairs, const char *);

      if (g_str_equal (field, "role-mailbox"))
        aj_values_set_boolean (values, field, TRUE);
      else
        aj_values_set_text (values, field, text);
    }
  va_end (pairs);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  record = aj_store_load_record (self->store, type, id, &error);
  g_assert_no_error (error);
  return record;
}

static AjPage *
show (AppFixture *self, AjRecord *record)
{
  AjPage *page = AJ_PAGE (g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->services, NULL));

  app_fixture_show (self, GTK_WIDGET (page));
  aj_page_activate (page);
  aj_page_show_record (page, aj_record_get_record_type (record), aj_record_get_id (record));
  app_settle ();
  return page;
}

static AjRelatedGroup *
find_group (gpointer page, const char *title)
{
  g_autoptr (GPtrArray) groups = app_find_all (page, AJ_TYPE_RELATED_GROUP);

  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (adw_preferences_group_get_title (groups->pdata[i]), title))
      return groups->pdata[i];
  g_error ("there is no group “%s”", title);
}

/* The titles and subtitles of the functions in view, a line each. */
static char *
list_positions (gpointer root)
{
  g_autoptr (GPtrArray) rows = app_find_all (root, AJ_TYPE_POSITION_ROW);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s / %s%s\n", adw_preferences_row_get_title (rows->pdata[i]),
                            adw_expander_row_get_subtitle (rows->pdata[i]),
                            gtk_widget_has_css_class (rows->pdata[i], "past") ? " (past)" : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  gpointer root;
  const char *text;
} Expected;

static gboolean
has_positions (gpointer data)
{
  Expected *expected = data;
  g_autofree char *text = list_positions (expected->root);

  return g_str_equal (text, expected->text);
}

static void
wait_for_positions (gpointer root, const char *text)
{
  Expected expected = { root, text };

  app_wait_until (has_positions, &expected, text);
}

static void
test_positions (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) organisation = add (self, &aj_organisation_record_type, "o", "name",
                                           "Politie", "kind", "police", NULL);
  g_autoptr (AjRecord) person = add (self, &aj_person_record_type, "p", "name", "Anna", NULL);
  g_autoptr (AjRecord) earlier = add (self, &aj_position_record_type, "1", "person", "p",
                                      "function", "Docent", "until", "2020-12-31", NULL);
  g_autoptr (AjRecord) present = add (self, &aj_position_record_type, "2", "person", "p",
                                      "function", "Voorzitter", "organisation", "o", "from",
                                      "2024-01-01", NULL);
  g_autoptr (AjRecord) nameless = add (self, &aj_position_record_type, "3", "person", "p",
                                       "organisation", "o", "from", "2021-01-01", "until",
                                       "2021-12-31", NULL);
  AjPage *page = show (self, person);

  /* What goes on first, then what was last. */
  wait_for_positions (find_group (page, "Earlier and Other Functions"),
                      "Voorzitter / Politie · since 1 January 2024\n"
                      "Politie / 1 January 2021 to 31 December 2021 (past)\n"
                      "Docent / until 31 December 2020 (past)\n");
  app_assert_named (GTK_WIDGET (page));
  app_fixture_change (self, present, "until", "2026-02-28", "Bea");
  wait_for_positions (find_group (page, "Earlier and Other Functions"),
                      "Voorzitter / Politie · 1 January 2024 to 28 February 2026 (past)\n"
                      "Politie / 1 January 2021 to 31 December 2021 (past)\n"
                      "Docent / until 31 December 2020 (past)\n");

  /* From the organisation it is people. */
  aj_page_show_record (page, &aj_organisation_record_type, "o");
  app_settle ();
  wait_for_positions (find_group (page, "Formerly or Also Here"),
                      "Anna / Voorzitter · 1 January 2024 to 28 February 2026 (past)\n"
                      "Anna / 1 January 2021 to 31 December 2021 (past)\n");
}

static AjPositionRow *
get_row (gpointer root)
{
  g_autoptr (GPtrArray) rows = app_find_all (root, AJ_TYPE_POSITION_ROW);

  return rows->len > 0 ? rows->pdata[0] : NULL;
}

static gboolean
is_open (gpointer root)
{
  AjPositionRow *row = get_row (root);

  return row != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row));
}

static gboolean
has_no_row (gpointer root)
{
  return get_row (root) == NULL;
}

static gboolean
has_row (gpointer root)
{
  return get_row (root) != NULL;
}

static GtkWidget *
find_button (gpointer root, const char *text)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), text) == 0 ||
        g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]), text) == 0)
      return buttons->pdata[i];
  g_error ("there is no button “%s”", text);
}

/* A new one opens by itself, with the cursor where to begin; removing one can be taken back. */
static void
test_add_and_remove (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add (self, &aj_person_record_type, "p", "name", "Anna", NULL);
  AjPage *page = show (self, person);
  AjRelatedGroup *group = find_group (page, "Earlier and Other Functions");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_emit_by_name (find_button (group, "New function"), "clicked");
  app_wait (is_open, group);
  app_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)),
                                         GTK_WIDGET (get_row (group))));
  app_assert_named (GTK_WIDGET (page));
  rows = app_find_all (GTK_WIDGET (get_row (group)), AJ_TYPE_FIELD_ROW);
  g_assert_cmpuint (rows->len, ==, 5);

  g_signal_emit_by_name (find_button (group, "Remove"), "clicked");
  app_wait (has_no_row, group);
  g_assert_true (aj_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  app_wait (has_row, group);
}

/* Groups that would say nothing are not there; one that comes is. */
static void
test_reverse (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add (self, &aj_person_record_type, "p", "name", "Anna", NULL);
  g_autoptr (AjRecord) other = add (self, &aj_person_record_type, "q", "name", "Bea", NULL);
  AjPage *page = show (self, person);
  GtkWidget *stands_in = GTK_WIDGET (find_group (page, "Stands In For"));
  GtkWidget *succeeds = GTK_WIDGET (find_group (page, "Succeeds"));

  g_assert_false (gtk_widget_get_visible (stands_in));
  g_assert_false (gtk_widget_get_visible (succeeds));
  app_fixture_change (self, other, "deputy", "p", "Bea");
  app_settle ();
  g_assert_true (gtk_widget_get_visible (stands_in));
  g_assert_false (gtk_widget_get_visible (succeeds));
  app_fixture_change (self, other, "successor", "p", "Bea");
  app_settle ();
  g_assert_true (gtk_widget_get_visible (succeeds));
  app_fixture_change (self, other, "deputy", NULL, "Bea");
  app_settle ();
  g_assert_false (gtk_widget_get_visible (stands_in));
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

static void
test_succession (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = add (self, &aj_group_record_type, "g", "name", "Expertteam", NULL);
  g_autoptr (AjRecord) bea = add (self, &aj_person_record_type, "b", "name", "Bea", NULL);
  g_autoptr (AjRecord) anna = add (self, &aj_person_record_type, "a", "name", "Anna", NULL);
  g_autoptr (AjRecord) membership = add (self, &aj_membership_record_type, "m", "group", "g",
                                         "person", "a", NULL);
  AjPage *page = show (self, anna);
  g_autoptr (GPtrArray) notes = app_find_all (GTK_WIDGET (page), AJ_TYPE_SUCCESSION_NOTE);
  GtkWidget *note = notes->pdata[0];
  g_autoptr (GError) error = NULL;

  g_assert_false (gtk_widget_get_visible (note));
  app_fixture_change (self, anna, "left-on", "2026-02-28", "Bea");
  app_settle ();
  g_assert_false (gtk_widget_get_visible (note));
  app_fixture_change (self, anna, "successor", "b", "Bea");
  app_wait (is_shown, note);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (note))), ==,
                   "After 28 February 2026 still in this name: Expertteam.");
  app_assert_named (GTK_WIDGET (page));
  g_signal_emit_by_name (gtk_widget_get_last_child (note), "clicked");
  app_wait_for_text (membership, "until", "2026-02-28");
  app_wait (is_hidden, note);
  g_assert_true (aj_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  app_wait_for_text (membership, "until", NULL);
  app_wait (is_shown, note);
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
type (gpointer dialog, guint index, const char *text)
{
  g_autoptr (GPtrArray) rows = app_find_all (dialog, AJ_TYPE_DRAFT_ROW);
  g_autoptr (GPtrArray) entries = app_find_all (rows->pdata[index], GTK_TYPE_ENTRY);

  gtk_editable_set_text (entries->pdata[0], text);
}

static gboolean
can_change (gpointer dialog)
{
  g_autoptr (GPtrArray) buttons = app_find_all (dialog, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "function.change") == 0)
      return gtk_widget_is_sensitive (buttons->pdata[i]);
  g_assert_not_reached ();
}

static void
test_another_function (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = add (self, &aj_person_record_type, "p", "name", "Anna", "function",
                                     "Agent", NULL);
  AjPage *page = show (self, person);
  AjFunctionDialog *dialog = aj_function_dialog_show (GTK_WIDGET (page), self->services, person);

  app_settle ();
  app_assert_named (GTK_WIDGET (dialog));
  g_assert_false (can_change (dialog));
  type (dialog, 0, "Docent");
  g_assert_true (can_change (dialog));
  type (dialog, 2, "30-2-2026");
  g_assert_false (can_change (dialog));
  type (dialog, 2, "1-4-2026");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "function.change", NULL);
  app_wait_for_text (person, "function", "Docent");
  app_wait (is_closed, NULL);
  wait_for_positions (find_group (page, "Earlier and Other Functions"),
                      "Agent / until 31 March 2026\n");
}

static gboolean
has_three (gpointer page)
{
  GListModel *list = aj_record_browser_get_list (
      AJ_RECORD_BROWSER (app_find (page, AJ_TYPE_RECORD_BROWSER)));

  return g_list_model_get_n_items (list) == 3;
}

/* A role and somebody who left are told by words as well as by looks. */
static void
test_marks (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) left = add (self, &aj_person_record_type, "1", "name", "Anna", "left-on",
                                   "2026-02-28", "function", "Docent", NULL);
  g_autoptr (AjRecord) role = add (self, &aj_person_record_type, "2", "name", "Loket",
                                   "role-mailbox", "", "function", "Balie", NULL);
  g_autoptr (AjRecord) leaving = add (self, &aj_person_record_type, "3", "name", "Zus", "left-on",
                                      "2026-03-01", NULL);
  g_autoptr (AjRecordSummary) of_left = aj_record_summary_new (self->store, left);
  g_autoptr (AjRecordSummary) of_role = aj_record_summary_new (self->store, role);
  g_autoptr (AjRecordSummary) of_leaving = aj_record_summary_new (self->store, leaving);
  g_autoptr (AjRecord) last = NULL;
  AjPage *page = show (self, role);
  g_autoptr (GPtrArray) images = NULL;
  guint n_marks = 0;

  g_assert_cmpstr (aj_record_summary_get_subtitle (of_left), ==,
                   "Left on 28 February 2026 · Docent");
  g_assert_true (aj_record_summary_is_over (of_left));
  g_assert_cmpstr (aj_record_summary_get_subtitle (of_role), ==, "Role mailbox · Balie");
  g_assert_true (aj_record_summary_is_mailbox (of_role));
  /* The last day is a day. */
  g_assert_false (aj_record_summary_is_over (of_leaving));
  app_wait (has_three, page);
  last = g_list_model_get_item (aj_record_browser_get_list (AJ_RECORD_BROWSER (
                                    app_find (GTK_WIDGET (page), AJ_TYPE_RECORD_BROWSER))),
                                2);
  g_assert_true (last == left);
  /* In the list and in the heading. */
  app_settle ();
  images = app_find_all (GTK_WIDGET (page), GTK_TYPE_IMAGE);
  for (guint i = 0; i < images->len; i++)
    if (gtk_widget_get_mapped (images->pdata[i]) &&
        g_strcmp0 (gtk_image_get_icon_name (images->pdata[i]), "mail-unread-symbolic") == 0)
      n_marks++;
  g_assert_cmpuint (n_marks, ==, 2);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/functions/" name, AppFixture, NULL, app_fixture_set_up, function,                  \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("positions", test_positions);
  ADD ("add-and-remove", test_add_and_remove);
  ADD ("reverse", test_reverse);
  ADD ("succession", test_succession);
  ADD ("another-function", test_another_function);
  ADD ("marks", test_marks);
  return g_test_run ();
}
