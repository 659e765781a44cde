/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page Meetings in a window: what its list holds, where the selection goes, and what it says when it is empty. */
#include <string.h>

#include "aj-group.h"
#include "aj-meeting-row.h"
#include "aj-meeting-view.h"
#include "aj-meeting.h"
#include "aj-meetings-fixture.h"
#include "aj-task.h"

static GtkSelectionModel *
get_selection (MeetingsFixture *self)
{
  return gtk_list_view_get_model (
      GTK_LIST_VIEW (app_find (GTK_WIDGET (self->page), GTK_TYPE_LIST_VIEW)));
}

/* What the list shows, in its order: the themes, joined. */
static char *
dup_shown (MeetingsFixture *self)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  GtkWidget *list = app_find (GTK_WIDGET (self->page), GTK_TYPE_LIST_VIEW);
  GListModel *model;

  if (list == NULL)
    return g_strdup ("");
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AjRecord) meeting = g_list_model_get_item (model, i);
      const char *theme = aj_record_get_text (meeting, "theme");

      g_string_append_printf (shown, "%s%s", i > 0 ? ", " : "", theme != NULL ? theme : "?");
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

typedef struct
{
  MeetingsFixture *fixture;
  const char *text;
} Awaited;

static gboolean
is_shown (gpointer data)
{
  Awaited *awaited = data;
  g_autofree char *shown = dup_shown (awaited->fixture);

  return g_str_equal (shown, awaited->text);
}

static void
await_shown (MeetingsFixture *self, const char *themes)
{
  Awaited awaited = { self, themes };

  app_wait_until (is_shown, &awaited, themes);
  app_settle ();
}

static AjRecord *
get_viewed (MeetingsFixture *self)
{
  g_autoptr (GPtrArray) views = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_MEETING_VIEW);

  g_assert_cmpuint (views->len, ==, 1);
  return aj_meeting_view_get_record (g_ptr_array_index (views, 0));
}

/* The row of the list that shows @theme. */
static GtkWidget *
find_row (MeetingsFixture *self, const char *theme)
{
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_MEETING_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) labels = app_find_all (g_ptr_array_index (rows, i), GTK_TYPE_LABEL);

      for (guint j = 0; j < labels->len; j++)
        if (g_str_equal (gtk_label_get_label (g_ptr_array_index (labels, j)), theme))
          return g_ptr_array_index (rows, i);
    }
  g_error ("no row shows %s", theme);
}

static void
activate (MeetingsFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

static void
assert_title (MeetingsFixture *self, const char *title)
{
  GtkWidget *stack = app_find (GTK_WIDGET (self->page), GTK_TYPE_LIST_VIEW);
  g_autoptr (GPtrArray) pages = app_find_all (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE);

  g_assert_null (stack);
  for (guint i = 0; i < pages->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (pages, i)) &&
        g_str_equal (adw_status_page_get_title (g_ptr_array_index (pages, i)), title))
      return;
  g_error ("no page says %s", title);
}

/* Late in the year the page once opened on what was over, while the next meetings stood one year further. */
static void
test_begins_with_next (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) over = meetings_fixture_add_meeting (self, group, "2026-02-12", "over");
  g_autoptr (AjRecord) next = meetings_fixture_add_meeting (self, group, "2027-01-14", "next");

  meetings_fixture_show_page (self);
  await_shown (self, "next");
  activate (self, "meetings.previous-year");
  await_shown (self, "over");
}

/* Once all of a year was over, it opened on its first meeting, of which nothing was left to do. */
static void
test_begins_with_last (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) first = meetings_fixture_add_meeting (self, group, "2026-01-08", "First");
  g_autoptr (AjRecord) last = meetings_fixture_add_meeting (self, group, "2026-02-12", "Last");

  app_fixture_change (&self->app, first, "state", AJ_MEETING_HELD, "Anna");
  app_fixture_change (&self->app, last, "state", AJ_MEETING_HELD, "Anna");
  meetings_fixture_show_page (self);
  await_shown (self, "First, Last");
  g_assert_true (get_viewed (self) == last);
  g_assert_false (gtk_widget_has_css_class (find_row (self, "Last"), "next"));
}

static void
test_empty (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = NULL;

  meetings_fixture_show_page (self);
  app_settle ();
  assert_title (self, "No Groups Yet");
  group = meetings_fixture_add_group (self, "Expert team");
  app_settle ();
  assert_title (self, "No Meetings in 2026 Yet");
  activate (self, "meetings.next-year");
  app_settle ();
  assert_title (self, "No Meetings in 2027 Yet");
  app_assert_named (GTK_WIDGET (self->page));
}

/* The clock stands at 1 March 2026. */
static void
test_years_and_groups (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) other = meetings_fixture_add_group (self, "Working group");
  g_autoptr (AjRecord) past = meetings_fixture_add_meeting (self, team, "2026-01-08", "Past");
  g_autoptr (AjRecord) next = meetings_fixture_add_meeting (self, team, "2026-03-12", "Next");
  g_autoptr (AjRecord) theirs = meetings_fixture_add_meeting (self, other, "2026-04-09", "Theirs");
  g_autoptr (AjRecord) later = meetings_fixture_add_meeting (self, team, "2027-01-14", "Later");

  meetings_fixture_show_page (self);
  await_shown (self, "Past, Next, Theirs");
  aj_meetings_page_show_cycle (self->page, aj_record_get_id (other), 2026);
  await_shown (self, "Theirs");
  aj_meetings_page_show_cycle (self->page, aj_record_get_id (team), 2026);
  await_shown (self, "Past, Next");
  activate (self, "meetings.next-year");
  await_shown (self, "Later");
  g_assert_cmpint (aj_meetings_page_get_year (self->page), ==, 2027);
  activate (self, "meetings.previous-year");
  activate (self, "meetings.previous-year");
  app_settle ();
  g_assert_cmpint (aj_meetings_page_get_year (self->page), ==, 2025);
  activate (self, "meetings.this-year");
  await_shown (self, "Past, Next");
}

static void
test_marks (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) past = meetings_fixture_add_meeting (self, team, "2026-01-08", "Past");
  g_autoptr (AjRecord) next = meetings_fixture_add_meeting (self, team, "2026-03-12", "Next");
  g_autoptr (AjRecord) later = meetings_fixture_add_meeting (self, team, "2026-05-14", "Later");

  meetings_fixture_show_page (self);
  await_shown (self, "Past, Next, Later");
  g_assert_true (gtk_widget_has_css_class (find_row (self, "Past"), "past"));
  g_assert_false (gtk_widget_has_css_class (find_row (self, "Next"), "past"));
  g_assert_true (gtk_widget_has_css_class (find_row (self, "Next"), "next"));
  g_assert_false (gtk_widget_has_css_class (find_row (self, "Later"), "next"));
  /* A year begins at what is next. */
  g_assert_true (get_viewed (self) == next);
  app_fixture_change (&self->app, next, "state", AJ_MEETING_CANCELLED, "Anna");
  app_settle ();
  g_assert_false (gtk_widget_has_css_class (find_row (self, "Next"), "next"));
  g_assert_true (gtk_widget_has_css_class (find_row (self, "Later"), "next"));
}

static void
test_selection_moves_along (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) first = meetings_fixture_add_meeting (self, team, "2026-03-12", "First");
  g_autoptr (AjRecord) second = meetings_fixture_add_meeting (self, team, "2026-05-14", "Second");
  g_autoptr (AjRecord) third = meetings_fixture_add_meeting (self, team, "2026-07-09", "Third");
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  AjValues *values;

  meetings_fixture_show_page (self);
  await_shown (self, "First, Second, Third");
  g_assert_true (gtk_selection_model_select_item (get_selection (self), 1, TRUE));
  g_assert_true (get_viewed (self) == second);

  /* It moves behind the third, and is still the one in view. */
  edit = aj_edit_new (self->app.store, "Move");
  values = aj_edit_change (edit, second);
  aj_values_set_text (values, "starts-at", "2026-09-10T10:00");
  aj_values_set_text (values, "ends-at", "2026-09-10T12:00");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  await_shown (self, "First, Third, Second");
  g_assert_true (get_viewed (self) == second);
  g_assert_true (gtk_selection_model_is_selected (get_selection (self), 2));

  aj_store_undo (self->app.store, NULL, &error);
  g_assert_no_error (error);
  await_shown (self, "First, Second, Third");
  g_assert_true (get_viewed (self) == second);
}

/* Once the list chose its neighbour instead, and what was typed next went there. */
static void
test_followed_to_another_year (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) first = meetings_fixture_add_meeting (self, team, "2026-03-12", "First");
  g_autoptr (AjRecord) second = meetings_fixture_add_meeting (self, team, "2026-05-14", "Second");
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  AjValues *values;

  meetings_fixture_show_page (self);
  await_shown (self, "First, Second");
  g_assert_true (gtk_selection_model_select_item (get_selection (self), 1, TRUE));
  g_assert_true (get_viewed (self) == second);

  edit = aj_edit_new (self->app.store, "Move");
  values = aj_edit_change (edit, second);
  aj_values_set_text (values, "starts-at", "2027-01-14T10:00");
  aj_values_set_text (values, "ends-at", "2027-01-14T12:00");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  await_shown (self, "Second");
  g_assert_cmpint (aj_meetings_page_get_year (self->page), ==, 2027);
  g_assert_true (get_viewed (self) == second);

  /* Who looks at the year before leaves it behind. */
  activate (self, "meetings.previous-year");
  await_shown (self, "First");
  g_assert_true (get_viewed (self) == first);
}

typedef struct
{
  MeetingsFixture *fixture;
  AjRecord *meeting;
} Viewed;

static gboolean
is_viewed (gpointer data)
{
  Viewed *viewed = data;

  return get_viewed (viewed->fixture) == viewed->meeting;
}

static void
show_record (MeetingsFixture *self, AjRecord *meeting)
{
  Viewed viewed = { self, meeting };

  g_assert_true (aj_page_show_record (AJ_PAGE (self->page), &aj_meeting_record_type,
                                      aj_record_get_id (meeting)));
  app_wait_until (is_viewed, &viewed, aj_record_get_text (meeting, "theme"));
}

/* Whether a label under @root says so. */
static gboolean
shows_text (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)) &&
        g_str_equal (gtk_label_get_label (g_ptr_array_index (labels, i)), text))
      return TRUE;
  return FALSE;
}

/* A meeting that was searched for: the page goes to its year and its group. Once nothing showed, and from then on nothing
 * that was selected showed either. */
static void
test_shows_any (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) other = meetings_fixture_add_group (self, "Working group");
  g_autoptr (AjRecord) first = meetings_fixture_add_meeting (self, team, "2026-03-12", "First");
  g_autoptr (AjRecord) second = meetings_fixture_add_meeting (self, team, "2026-05-14", "Second");
  g_autoptr (AjRecord) early = meetings_fixture_add_meeting (self, other, "2027-02-11", "Early");
  g_autoptr (AjRecord) late = meetings_fixture_add_meeting (self, other, "2027-09-09", "Late");
  g_autoptr (AjRecord) beside = meetings_fixture_add_meeting (self, team, "2027-05-13", "Beside");

  meetings_fixture_show_page (self);
  await_shown (self, "First, Second");
  aj_meetings_page_show_cycle (self->page, aj_record_get_id (team), 2026);
  show_record (self, late);
  await_shown (self, "Early, Late");
  g_assert_cmpint (aj_meetings_page_get_year (self->page), ==, 2027);
  g_assert_cmpstr (aj_meetings_page_get_group (self->page), ==, aj_record_get_id (other));
  g_assert_true (get_viewed (self) == late);
  g_assert_true (gtk_selection_model_is_selected (get_selection (self), 1));
  gtk_selection_model_select_item (get_selection (self), 0, TRUE);
  g_assert_true (get_viewed (self) == early);

  /* With all groups in view it stays so. */
  aj_meetings_page_show_cycle (self->page, NULL, 2027);
  await_shown (self, "Early, Beside, Late");
  show_record (self, second);
  await_shown (self, "First, Second");
  g_assert_null (aj_meetings_page_get_group (self->page));
  gtk_selection_model_select_item (get_selection (self), 0, TRUE);
  g_assert_true (get_viewed (self) == first);
}

/* One that is gone is told of, and the list goes on as before. */
static void
test_shows_removed (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) first = meetings_fixture_add_meeting (self, team, "2026-03-12", "First");
  g_autoptr (AjRecord) second = meetings_fixture_add_meeting (self, team, "2026-05-14", "Second");

  meetings_fixture_show_page (self);
  await_shown (self, "First, Second");
  g_assert_true (get_viewed (self) == first);
  g_assert_true (aj_page_show_record (AJ_PAGE (self->page), &aj_meeting_record_type,
                                      "00000000-0000-4000-8000-000000000000"));
  app_settle ();
  g_assert_true (get_viewed (self) == first);
  g_assert_true (
      shows_text (GTK_WIDGET (self->app.overlay), "This meeting does not exist any more."));
  gtk_selection_model_select_item (get_selection (self), 1, TRUE);
  g_assert_true (get_viewed (self) == second);
}

/* Whoever selects another meeting while one is looked for has chosen. */
static void
test_shows_chosen_meanwhile (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) first = meetings_fixture_add_meeting (self, team, "2026-03-12", "First");
  g_autoptr (AjRecord) second = meetings_fixture_add_meeting (self, team, "2026-05-14", "Second");
  g_autoptr (AjRecord) later = meetings_fixture_add_meeting (self, team, "2027-01-14", "Later");

  meetings_fixture_show_page (self);
  await_shown (self, "First, Second");
  aj_page_show_record (AJ_PAGE (self->page), &aj_meeting_record_type, aj_record_get_id (later));
  gtk_selection_model_select_item (get_selection (self), 1, TRUE);
  app_settle ();
  g_assert_cmpint (aj_meetings_page_get_year (self->page), ==, 2026);
  g_assert_true (get_viewed (self) == second);
}

/* Beside an empty list stood a second big page that asked to choose from it, and the way to plan stood there twice. */
static void
test_calm_when_empty (MeetingsFixture *self, gconstpointer data)
{
  static const int widths[] = { 1000, 360 };
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GPtrArray) pages = NULL;
      g_autoptr (GPtrArray) buttons = NULL;
      guint n_pages = 0, n_plan = 0;

      if (self->page == NULL)
        meetings_fixture_show_page (self);
      gtk_window_set_default_size (self->app.window, widths[i], 700);
      g_object_set (self->page, "folded", widths[i] < 600, NULL);
      app_settle ();
      assert_title (self, "No Meetings in 2026 Yet");
      pages = app_find_all (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE);
      for (guint j = 0; j < pages->len; j++)
        n_pages += gtk_widget_get_mapped (g_ptr_array_index (pages, j));
      buttons = app_find_all (GTK_WIDGET (self->page), GTK_TYPE_BUTTON);
      for (guint j = 0; j < buttons->len; j++)
        n_plan += gtk_widget_get_mapped (g_ptr_array_index (buttons, j)) &&
                  g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, j)),
                             "meetings.plan") == 0;
      g_assert_cmpuint (n_pages, ==, 1);
      g_assert_cmpuint (n_plan, ==, 1);
    }
}

static gboolean
is_typing_theme (gpointer data)
{
  MeetingsFixture *self = data;
  GtkWidget *focus = gtk_window_get_focus (self->app.window);
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_PREFERENCES_ROW) : NULL;

  return row != NULL && GTK_IS_TEXT (focus) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "Theme");
}

static void
test_new_meeting (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  AjRecord *meeting;
  AjWallTime start;

  meetings_fixture_show_page (self);
  app_settle ();
  activate (self, "meetings.new");
  await_shown (self, "?");
  app_wait (is_typing_theme, self);
  meeting = get_viewed (self);
  g_assert_cmpstr (aj_record_get_text (meeting, "group"), ==, aj_record_get_id (team));
  g_assert_true (aj_record_get_wall_time (meeting, "starts-at", &start));
  /* Two weeks ahead is a Sunday; a new meeting begins on a working day. */
  g_assert_cmpint (aj_date_get_weekday (start.date), ==, AJ_WEEKDAY_MONDAY);

  /* A second one comes into a list that has rows. */
  activate (self, "meetings.new");
  await_shown (self, "?, ?");
  app_wait (is_typing_theme, self);
  g_assert_true (get_viewed (self) != meeting);
}

static void
test_freed_early (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) meeting = meetings_fixture_add_meeting (self, team, "2026-03-12", "First");

  meetings_fixture_show_page (self);
  /* Gone before its list has answered; meetings_fixture_tear_down() sees it freed. */
  activate (self, "meetings.new");
}

/* Cancelling and planning again made a confirmed meeting a planned one. */
static void
test_planned_again (MeetingsFixture *self, gconstpointer data)
{
  static const char *const states[] = { "confirmed", "concept", "planned" };
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) meeting = meetings_fixture_add_meeting (self, team, "2026-03-12", "First");
  GtkWidget *view;

  meetings_fixture_show_page (self);
  await_shown (self, "First");
  view = app_find (GTK_WIDGET (self->page), AJ_TYPE_MEETING_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      app_fixture_change (&self->app, meeting, "state", states[i], "Anna");
      g_assert_true (gtk_widget_activate_action (view, "meeting.cancel", NULL));
      app_wait_for_text (meeting, "state", AJ_MEETING_CANCELLED);
      g_assert_true (gtk_widget_activate_action (view, "meeting.reinstate", NULL));
      app_wait_for_text (meeting, "state", states[i]);
    }
}

/* The words that stand at the end of a row, joined. */
static char *
dup_tags (GtkWidget *row)
{
  g_autoptr (GPtrArray) labels = app_find_all (row, GTK_TYPE_LABEL);
  GString *tags = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_has_css_class (label, "tag") && gtk_widget_get_mapped (label))
        g_string_append_printf (tags, "%s%s", tags->len > 0 ? ", " : "",
                                gtk_label_get_label (GTK_LABEL (label)));
    }
  return g_string_free (tags, FALSE);
}

/* Once a cancelled meeting that had gone out said no more than that its calendar was outdated. */
static void
test_tags (MeetingsFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *state, *reason, *handed_out, *sequence, *tags;
  } cases[] = {
    { "concept", NULL, NULL, "0", "concept" },
    { "planned", "rule", "2", "2", "planned" },
    { "confirmed", NULL, "1", "2", "confirmed, calendar outdated" },
    { "cancelled", "rule", "1", "2", "cancelled, calendar outdated" },
    { "cancelled", "conflict", NULL, "0", "cancelled" },
    { "held", "rule", "1", "2", "held" },
    { "planned", "conflict", NULL, "0", "planned, to decide" },
    { "planned", "conflict", "1", "2", "planned, to decide, calendar outdated" },
  };
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjValues *values = aj_edit_add (edit, &aj_meeting_record_type);
      g_autofree char *start = g_strdup_printf ("2026-02-%02uT10:00", i + 1);
      g_autofree char *end = g_strdup_printf ("2026-02-%02uT12:00", i + 1);
      g_autofree char *theme = g_strdup_printf ("Case %u", i);

      aj_values_set_text (values, "group", aj_record_get_id (team));
      aj_values_set_text (values, "starts-at", start);
      aj_values_set_text (values, "ends-at", end);
      aj_values_set_text (values, "theme", theme);
      aj_values_set_text (values, "state", cases[i].state);
      aj_values_set_text (values, "reason", cases[i].reason);
      aj_values_set_integer (values, "sequence", g_ascii_strtoll (cases[i].sequence, NULL, 10));
      if (cases[i].handed_out != NULL)
        aj_values_set_integer (values, "handed-out-sequence",
                               g_ascii_strtoll (cases[i].handed_out, NULL, 10));
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  gtk_window_set_default_size (self->app.window, 1000, 900);
  meetings_fixture_show_page (self);
  await_shown (self, "Case 0, Case 1, Case 2, Case 3, Case 4, Case 5, Case 6, Case 7");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *theme = g_strdup_printf ("Case %u", i);
      g_autofree char *tags = dup_tags (find_row (self, theme));

      g_assert_cmpstr (tags, ==, cases[i].tags);
    }
}

typedef struct
{
  GtkWidget *row;
  const char *tags;
} Tagged;

static gboolean
has_tags (Tagged *tagged)
{
  g_autofree char *tags = dup_tags (tagged->row);

  return g_str_equal (tags, tagged->tags);
}

/* What of the preparation is late is told in the list, until it is done. */
static void
test_late (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) meeting = meetings_fixture_add_meeting (self, team, "2026-03-05", "Jeugd");
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  g_autoptr (AjRecord) first = NULL;
  g_autoptr (GError) error = NULL;
  const char *last = NULL;
  Tagged tagged;

  for (int days = -10; days <= -2; days += 4)
    {
      AjValues *task = aj_edit_add (edit, &aj_task_record_type);

      aj_values_set_text (task, "kind", AJ_TASK_PREPARATION);
      aj_values_set_text (task, "group", aj_record_get_id (team));
      aj_values_set_text (task, "meeting", aj_record_get_id (meeting));
      aj_values_set_text (task, "name", "Lunch");
      aj_values_set_integer (task, "days", days);
      last = days == -10 ? aj_values_get_id (task) : last;
    }
  first = aj_store_ref_record (self->app.store, &aj_task_record_type, last);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  meetings_fixture_show_page (self);
  await_shown (self, "Jeugd");
  tagged = (Tagged){ find_row (self, "Jeugd"), "next, planned, 2 late" };
  app_wait_until ((AppCondition) has_tags, &tagged, tagged.tags);
  app_fixture_change (&self->app, first, "state", AJ_TASK_DONE, "Bram");
  tagged.tags = "next, planned, 1 late";
  app_wait_until ((AppCondition) has_tags, &tagged, tagged.tags);
  app_fixture_change (&self->app, meeting, "state", AJ_MEETING_CANCELLED, "Bram");
  tagged.tags = "cancelled";
  app_wait_until ((AppCondition) has_tags, &tagged, tagged.tags);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/meetings-page/" name, MeetingsFixture, NULL, meetings_fixture_set_up, function,    \
              meetings_fixture_tear_down)
  ADD ("empty", test_empty);
  ADD ("begins-with-next", test_begins_with_next);
  ADD ("begins-with-last", test_begins_with_last);
  ADD ("years-and-groups", test_years_and_groups);
  ADD ("marks", test_marks);
  ADD ("selection-moves-along", test_selection_moves_along);
  ADD ("followed-to-another-year", test_followed_to_another_year);
  ADD ("shows-any", test_shows_any);
  ADD ("shows-removed", test_shows_removed);
  ADD ("shows-chosen-meanwhile", test_shows_chosen_meanwhile);
  ADD ("calm-when-empty", test_calm_when_empty);
  ADD ("new-meeting", test_new_meeting);
  ADD ("freed-early", test_freed_early);
  ADD ("planned-again", test_planned_again);
  ADD ("tags", test_tags);
  ADD ("late", test_late);
#undef ADD
  return g_test_run ();
}
