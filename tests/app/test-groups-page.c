/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the groups: who sits where on which day, what is empty, and everything that is done about it. */
#include "aj-app-fixture.h"
#include "aj-day-bar.h"
#include "aj-district.h"
#include "aj-field-row.h"
#include "aj-group-line.h"
#include "aj-group-list.h"
#include "aj-group-overview.h"
#include "aj-group-view.h"
#include "aj-group.h"
#include "aj-groups-page.h"
#include "aj-holder-button.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-seat.h"
#include "aj-seats-group.h"
#include "aj-sitter-row.h"

#include <string.h>

typedef struct
{
  AppFixture app;
  AjPage *page;
} Fixture;

/* A small network: a group with a seat for education in Twente, which is empty, and a lead who sits there since 2025. */
typedef struct
{
  AjRecord *twente;
  AjRecord *group;
  AjRecord *seat;
  AjRecord *anna;
  AjRecord *lead; /* Anna's membership */
} World;

static void
world_clear (World *self)
{
  g_clear_object (&self->twente);
  g_clear_object (&self->group);
  g_clear_object (&self->seat);
  g_clear_object (&self->anna);
  g_clear_object (&self->lead);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

/* Pairs of field and text, then NULL. */
static AjRecord *add (Fixture *self, const AjRecordType *type, ...) G_GNUC_NULL_TERMINATED;

static AjRecord *
add (Fixture *self, const AjRecordType *type, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  AjValues *values = aj_edit_add (edit, type);
  g_autofree char *id = g_strdup (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list pairs;

  va_start (pairs, type);
  while ((field = va_arg (pairs, const char *)) != NULL)
    aj_values_set_text (values, field, va_arg (pairs, const char *));
  va_end (pairs);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return aj_store_load_record (self->app.store, type, id, &error);
}

static World
make_world (Fixture *self)
{
  World world = { 0 };

  world.twente = add (self, &aj_district_record_type, "name", "Twente", NULL);
  world.group = add (self, &aj_group_record_type, "name", "Team", "purpose", "Phishing", NULL);
  world.seat = add (self, &aj_seat_record_type, "group", aj_record_get_id (world.group), "kind",
                    "education", "district", aj_record_get_id (world.twente), NULL);
  world.anna = add (self, &aj_person_record_type, "name", "Anna", "mail", "anna@x.example", NULL);
  world.lead = add (self, &aj_membership_record_type, "group", aj_record_get_id (world.group),
                    "person", aj_record_get_id (world.anna), "role", "lead", "from", "2025-06-01",
                    NULL);
  return world;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->app, data);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
}

static GtkStack *
get_stack (Fixture *self)
{
  GtkWidget *view = g_ptr_array_index (app_find_all (GTK_WIDGET (self->page), AJ_TYPE_GROUP_VIEW),
                                       0);

  return GTK_STACK (gtk_widget_get_ancestor (view, GTK_TYPE_STACK));
}

static const char *
get_state (Fixture *self)
{
  return gtk_stack_get_visible_child_name (get_stack (self));
}

static gboolean
is_loaded (gpointer self)
{
  return !g_str_equal (get_state (self), "loading");
}

static gboolean
is_group_shown (gpointer self)
{
  return g_str_equal (get_state (self), "group");
}

static gboolean
is_overview_shown (gpointer self)
{
  return g_str_equal (get_state (self), "overview");
}

static void
show_page (Fixture *self)
{
  self->page = AJ_PAGE (g_object_new (AJ_TYPE_GROUPS_PAGE, "services", self->app.services, NULL));
  app_fixture_show (&self->app, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_wait (is_loaded, self);
}

static void
show_group (Fixture *self, AjRecord *group)
{
  g_assert_true (aj_page_show_record (self->page, &aj_group_record_type, aj_record_get_id (group)));
  app_wait (is_group_shown, self);
}

static void
activate (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

static void
step (Fixture *self, int years)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (self->page), "groups.step", "i", (gint32) years));
}

/* (nullable): the row with this title that is in view. */
static GtkWidget *
find_row (Fixture *self, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (self->page), ADW_TYPE_PREFERENCES_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (gtk_widget_get_mapped (rows->pdata[i]) &&
        g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  return NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *title;
} Wanted;

static gboolean
is_row_shown (gpointer data)
{
  Wanted *wanted = data;

  return find_row (wanted->fixture, wanted->title) != NULL;
}

static gboolean
is_row_gone (gpointer data)
{
  return !is_row_shown (data);
}

static GtkWidget *
await_row (Fixture *self, const char *title)
{
  Wanted wanted = { self, title };

  app_wait_until (is_row_shown, &wanted, title);
  return find_row (self, title);
}

static void
await_no_row (Fixture *self, const char *title)
{
  Wanted wanted = { self, title };

  app_wait_until (is_row_gone, &wanted, title);
}

static const char *
get_subtitle (GtkWidget *row)
{
  return ADW_IS_EXPANDER_ROW (row) ? adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row))
                                   : adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static GtkLabel *
find_label (GtkWidget *root, const char *pattern)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_pattern_match_simple (pattern, gtk_label_get_text (labels->pdata[i])))
      return labels->pdata[i];
  return NULL;
}

static gboolean
is_label_shown (gpointer data)
{
  Wanted *wanted = data;

  return find_label (GTK_WIDGET (wanted->fixture->app.overlay), wanted->title) != NULL;
}

static void
await_label (Fixture *self, const char *pattern)
{
  Wanted wanted = { self, pattern };

  app_wait_until (is_label_shown, &wanted, pattern);
}

static void
click (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      {
        g_signal_emit_by_name (buttons->pdata[i], "clicked");
        return;
      }
  g_error ("no button “%s”", label);
}

static gboolean
has_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      return TRUE;
  return FALSE;
}

/* As if somebody were found and picked in the popover. */
static void
choose (GtkWidget *root, const char *field, AjRecord *who)
{
  GtkWidget *button = app_find (root, AJ_TYPE_HOLDER_BUTTON);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "chosen", field, aj_record_get_id (who),
                         aj_record_get_title (who));
}

static void
search (Fixture *self, const char *text)
{
  GtkWidget *list = app_find (GTK_WIDGET (self->page), AJ_TYPE_GROUP_LIST);

  gtk_editable_set_text (GTK_EDITABLE (app_find (list, GTK_TYPE_SEARCH_ENTRY)), text);
}

static guint
count_groups (Fixture *self)
{
  g_autoptr (GPtrArray) lines = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_GROUP_LINE);

  return lines->len - 1;
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  aj_store_undo (self->app.store, NULL, &error);
  g_assert_no_error (error);
}

/* Nothing yet: the page says what belongs there, and its first step makes a group that is ready to be named. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  show_page (self);
  g_assert_cmpstr (get_state (self), ==, "none");
  app_assert_named (GTK_WIDGET (self->page));
  g_assert_true (has_button (GTK_WIDGET (self->page), "New Group"));
  activate (self, "groups.new");
  app_wait (is_group_shown, self);
  app_settle ();
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (self->app.window))));
  g_assert_cmpuint (count_groups (self), ==, 1);
  await_label (self, "Nobody in this group yet.");
  app_assert_named (GTK_WIDGET (self->page));
}

/* Every gap in whole words, with the button that fills it. */
static void
test_overview (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autoptr (AjRecord) school = add (self, &aj_organisation_record_type, "name", "Saxion", "kind",
                                     "education", NULL);
  g_autoptr (AjRecord) other = add (self, &aj_district_record_type, "name", "IJsselland", "lead",
                                    aj_record_get_id (world.anna), NULL);
  GtkWidget *row;

  show_page (self);
  g_assert_true (is_overview_shown (self));
  app_settle ();
  app_assert_named (GTK_WIDGET (self->page));
  row = await_row (self, "No education member in Twente");
  g_assert_cmpstr (get_subtitle (row), ==, "Team");
  await_label (self, "2 districts, 1 lead");
  g_assert_cmpstr (get_subtitle (await_row (self, "Twente")), ==, "Nobody leads it.");
  g_assert_cmpstr (get_subtitle (await_row (self, "IJsselland")), ==, "Anna");
  g_assert_null (app_find (find_row (self, "IJsselland"), AJ_TYPE_HOLDER_BUTTON));

  choose (row, "organisation", school);
  await_no_row (self, "No education member in Twente");
  await_label (self, "Add Saxion to Team");
  await_label (self, "Every seat is taken.");
  choose (find_row (self, "Twente"), "person", world.anna);
  await_label (self, "2 districts, 2 leads");
  app_wait_for_text (world.twente, "lead", aj_record_get_id (world.anna));
}

static void
test_no_seats (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = add (self, &aj_group_record_type, "name", "Team", NULL);

  show_page (self);
  await_label (self, "No group says yet who should sit in it.*");
}

/* What is typed narrows both sides; afterwards the group from before is in view again. */
static void
test_search (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autoptr (AjRecord) school = add (self, &aj_organisation_record_type, "name", "Saxion", "kind",
                                     "education", NULL);
  g_autoptr (AjRecord) other = add (self, &aj_group_record_type, "name", "Others", NULL);
  g_autoptr (AjRecord) taken = add (self, &aj_membership_record_type, "group",
                                    aj_record_get_id (world.group), "organisation",
                                    aj_record_get_id (school), "seat",
                                    aj_record_get_id (world.seat), "from", "2026-01-01", NULL);
  GtkWidget *row;

  show_page (self);
  show_group (self, other);
  search (self, "Éducation TWENTE");
  app_wait (is_overview_shown, self);
  row = await_row (self, "Saxion");
  g_assert_cmpstr (get_subtitle (row), ==, "Team · Education · Twente · since Thu 1 Jan 2026");
  g_assert_null (find_row (self, "Anna"));
  g_assert_cmpuint (count_groups (self), ==, 1);
  app_assert_named (GTK_WIDGET (self->page));

  search (self, "nobody is called this");
  await_label (self, "Nobody like that sits anywhere on this day.");
  g_assert_cmpuint (count_groups (self), ==, 0);

  search (self, "");
  app_wait (is_group_shown, self);
  await_label (self, "Others");
  g_assert_cmpuint (count_groups (self), ==, 2);

  /* Who opens what was found is there, and stays there. */
  search (self, "saxion");
  app_wait (is_overview_shown, self);
  row = await_row (self, "Saxion");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  app_wait (is_group_shown, self);
  row = await_row (self, "Saxion");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  search (self, "");
  app_settle ();
  g_assert_true (is_group_shown (self));
  g_assert_nonnull (find_row (self, "Saxion"));
}

/* Who was in the group last year, and who by then had left or had still to come. */
static void
test_other_days (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autoptr (AjRecord) bert = add (self, &aj_person_record_type, "name", "Bert", NULL);
  g_autoptr (AjRecord) before = add (self, &aj_membership_record_type, "group",
                                     aj_record_get_id (world.group), "person",
                                     aj_record_get_id (bert), "from", "2024-01-01", "until",
                                     "2025-05-31", NULL);
  GtkWidget *bar;

  show_page (self);
  show_group (self, world.group);
  await_label (self, "Earlier");
  g_assert_cmpstr (get_subtitle (await_row (self, "Bert")), ==,
                   "Mon 1 Jan 2024 to Sat 31 May 2025");
  g_assert_cmpstr (get_subtitle (await_row (self, "Anna")), ==, "Lead · since Sun 1 Jun 2025");
  g_assert_null (find_label (GTK_WIDGET (self->page), "Still to Come"));

  step (self, -1);
  await_label (self, "As of Sat 1 Mar 2025");
  await_label (self, "Still to Come");
  g_assert_null (find_label (GTK_WIDGET (self->page), "Earlier"));
  step (self, -1);
  step (self, -1);
  await_label (self, "0 members*");
  bar = app_find (GTK_WIDGET (self->page), AJ_TYPE_DAY_BAR);
  g_assert_cmpint (aj_day_bar_get_day (AJ_DAY_BAR (bar)), ==, aj_date_new (2023, 3, 1));
  click (bar, "Today");
  await_label (self, "As of Sun 1 Mar 2026");
  g_assert_false (has_button (bar, "Today"));
}

/* What others change is there at once, and who has a row open, or the cursor in the list, keeps it. */
static void
test_live (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autoptr (AjRecord) bert = NULL;
  g_autoptr (AjRecord) second = NULL;
  GtkWidget *row, *focus;

  show_page (self);
  show_group (self, world.group);
  row = await_row (self, "Anna");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_settle ();
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  focus = gtk_root_get_focus (GTK_ROOT (self->app.window));
  g_assert_true (gtk_widget_is_ancestor (focus, row));
  bert = add (self, &aj_person_record_type, "name", "Bert", NULL);
  second = add (self, &aj_membership_record_type, "group", aj_record_get_id (world.group), "person",
                aj_record_get_id (bert), "role", "chair", NULL);
  await_row (self, "Bert");
  await_label (self, "2 members · 1 empty place");
  app_fixture_change (&self->app, world.anna, "name", "Anna Bos", "Bert");
  g_assert_true (await_row (self, "Anna Bos") == row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->app.window)) == focus);
}

/* The cursor goes along with a row that finds itself elsewhere. */
static void
test_cursor_goes_along (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) a = add (self, &aj_group_record_type, "name", "A", NULL);
  g_autoptr (AjRecord) b = add (self, &aj_group_record_type, "name", "B", NULL);
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget *line;

  show_page (self);
  app_settle ();
  lines = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_GROUP_LINE);
  line = lines->pdata[1];
  gtk_widget_grab_focus (line);
  app_fixture_change (&self->app, a, "name", "Z", "Bert");
  app_settle ();
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (line)), ==, 2);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->app.window)) == line);
}

static void
test_remove_and_undo (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);

  show_page (self);
  show_group (self, world.group);
  activate (self, "groups.remove");
  app_wait (is_overview_shown, self);
  await_label (self, "Remove Team");
  g_assert_true (aj_record_is_removed (world.lead));
  undo (self);
  app_wait (is_group_shown, self);
  g_assert_nonnull (find_row (self, "Anna"));
}

static void
test_group_with_meetings_stays (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autoptr (AjRecord) meeting = add (self, &aj_meeting_record_type, "group",
                                      aj_record_get_id (world.group), "starts-at",
                                      "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);

  show_page (self);
  show_group (self, world.group);
  activate (self, "groups.remove");
  await_label (self, "Team has meetings, so it stays.*");
  g_assert_false (aj_record_is_removed (world.group));
}

static GtkWidget *
open_row (Fixture *self, const char *title)
{
  GtkWidget *row = await_row (self, title);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_settle ();
  return row;
}

static void
test_hand_over_and_leave (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autoptr (AjRecord) bert = add (self, &aj_person_record_type, "name", "Bert", NULL);
  GtkWidget *row;

  show_page (self);
  show_group (self, world.group);
  row = open_row (self, "Anna");
  app_assert_named (GTK_WIDGET (self->page));
  choose (row, "person", bert);
  await_row (self, "Bert");
  await_label (self, "Hand over from Anna to Bert in Team");
  app_wait_for_text (world.lead, "until", "2026-02-28");

  /* Who has left leaves no more, nor hands over. */
  row = open_row (self, "Anna");
  g_assert_true (has_button (row, "Remove"));
  g_assert_false (has_button (row, "Leaves Today"));
  g_assert_null (app_find (row, AJ_TYPE_HOLDER_BUTTON));

  row = open_row (self, "Bert");
  click (row, "Leaves Today");
  await_label (self, "Bert leaves Team on 1 March");
  app_settle ();
  g_assert_false (has_button (await_row (self, "Bert"), "Leaves Today"));

  click (find_row (self, "Anna"), "Remove");
  await_no_row (self, "Anna");
  undo (self);
  await_row (self, "Anna");
}

/* Looking at another day, that is the day on which things happen. */
static void
test_leave_on_another_day (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);

  show_page (self);
  show_group (self, world.group);
  step (self, 1);
  await_label (self, "As of Mon 1 Mar 2027");
  click (open_row (self, "Anna"), "Leaves on 1 March");
  await_label (self, "Anna leaves Team on 1 March");
  app_wait_for_text (world.lead, "until", "2027-03-01");
}

static void
set_places (Fixture *self, AjRecord *seat, gint64 places)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Places");
  g_autoptr (GError) error = NULL;

  aj_values_set_integer (aj_edit_change (edit, seat), "places", places);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* From the first of its places on: a seat for a kind of organisation is made, changed in place, filled and removed. */
static void
test_seats (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = add (self, &aj_group_record_type, "name", "Team", NULL);
  g_autoptr (AjRecord) anna = add (self, &aj_person_record_type, "name", "Anna", NULL);
  g_autoptr (AjRecord) seat = NULL;
  GtkWidget *seats, *row;

  show_page (self);
  show_group (self, group);
  seats = app_find (GTK_WIDGET (self->page), AJ_TYPE_SEATS_GROUP);
  g_assert_true (gtk_widget_activate_action (seats, "seats.add", "s", "police"));
  await_label (self, "0 members · 1 empty place");
  app_settle ();
  row = app_find (seats, ADW_TYPE_EXPANDER_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Police");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->app.window)), row));
  app_assert_named (GTK_WIDGET (self->page));

  seat = g_object_ref (aj_field_row_get_record (AJ_FIELD_ROW (app_find (row, AJ_TYPE_FIELD_ROW))));
  set_places (self, seat, 2);
  await_label (self, "0 members · 2 empty places");
  g_assert_cmpstr (get_subtitle (row), ==, "2 places");
  choose (find_row (self, "Police"), "person", anna);
  await_label (self, "1 member · 1 empty place");

  click (row, "Remove");
  await_label (self, "Remove the seat “Police” of Team");
  await_label (self, "1 member");
  g_assert_nonnull (find_row (self, "Anna"));
  undo (self);
  await_label (self, "1 member · 1 empty place");

  g_assert_true (gtk_widget_activate_action (seats, "seats.add", "s", ""));
  await_row (self, "New seat");
}

typedef struct
{
  char *text; /* (owned) (nullable) */
} Pasted;

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pasted *pasted = user_data;

  pasted->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return ((Pasted *) data)->text != NULL;
}

/* (transfer full) */
static char *
paste (Fixture *self)
{
  Pasted pasted = { NULL };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->page)), NULL,
                                 text_read_cb, &pasted);
  app_wait (has_text, &pasted);
  return pasted.text;
}

static void
test_copy_as_table (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autofree char *text = NULL;

  show_page (self);
  show_group (self, world.group);
  activate (self, "groups.copy");
  await_label (self, "Copied.*");
  text = paste (self);
  g_assert_cmpstr (text, ==,
                   "Seat\tName\tOrganisation\tRole\tFrom\tUntil (last day)\n"
                   "\tAnna\t\tLead\t2025-06-01\t\n"
                   "Education · Twente\t(empty)\t\t\t\t\n");
}

/* There is no mail program here: the addresses are on the clipboard then, and who has none is named. */
static void
test_mail_without_a_program (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autoptr (AjRecord) bert = add (self, &aj_person_record_type, "name", "Bert", NULL);
  g_autoptr (AjRecord) second = add (self, &aj_membership_record_type, "group",
                                     aj_record_get_id (world.group), "person",
                                     aj_record_get_id (bert), NULL);
  g_autofree char *text = NULL;

  show_page (self);
  show_group (self, world.group);
  activate (self, "groups.mail");
  await_label (self, "1 address copied.*1 has no address: Bert.");
  text = paste (self);
  g_assert_cmpstr (text, ==, "anna@x.example");
  activate (self, "groups.mail-leads");
  await_label (self, "There is no mail address to write to. 1 has no address: Twente.");
}

/* What no mail program takes as a draft goes to the clipboard too, for the field in which nobody sees the others. */
static void
test_mail_to_many (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add many");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 120; i++)
    {
      AjValues *person = aj_edit_add (edit, &aj_person_record_type);
      AjValues *membership = aj_edit_add (edit, &aj_membership_record_type);
      g_autofree char *name = g_strdup_printf ("Person %03u", i);
      g_autofree char *mail = g_strdup_printf ("person.%03u@organisation.example", i);

      aj_values_set_text (person, "name", name);
      aj_values_set_text (person, "mail", mail);
      aj_values_set_text (membership, "group", aj_record_get_id (world.group));
      aj_values_set_text (membership, "person", aj_values_get_id (person));
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  show_page (self);
  show_group (self, world.group);
  activate (self, "groups.mail");
  await_label (self, "121 addresses copied. Paste them in the field Bcc*");
  text = paste (self);
  g_assert_true (g_str_has_prefix (text, "anna@x.example; person.000@organisation.example; "));
}

/* Whatever belongs to a group leads to it, also before the page has read anything. */
static void
test_show_record (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  GtkWidget *row, *focus;

  self->page = AJ_PAGE (g_object_new (AJ_TYPE_GROUPS_PAGE, "services", self->app.services, NULL));
  g_assert_true (
      aj_page_show_record (self->page, &aj_membership_record_type, aj_record_get_id (world.lead)));
  app_fixture_show (&self->app, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_wait (is_group_shown, self);
  row = await_row (self, "Anna");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));

  g_assert_true (
      aj_page_show_record (self->page, &aj_seat_record_type, aj_record_get_id (world.seat)));
  focus = gtk_root_get_focus (GTK_ROOT (self->app.window));
  g_assert_true (gtk_widget_is_ancestor (focus, find_row (self, "Education · Twente")));
  g_assert_false (
      aj_page_show_record (self->page, &aj_person_record_type, aj_record_get_id (world.anna)));
  /* What is no more, as a line of history may say. */
  g_assert_true (aj_page_show_record (self->page, &aj_group_record_type, "gone"));
  app_wait (is_overview_shown, self);
}

static void
test_typed_text_is_saved (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  g_autoptr (AjRecord) other = add (self, &aj_group_record_type, "name", "Others", NULL);
  GtkWidget *entry;

  show_page (self);
  show_group (self, world.group);
  app_settle ();
  entry = app_find (app_find (GTK_WIDGET (self->page), AJ_TYPE_FIELD_ROW), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Team 2");
  show_group (self, other);
  app_wait_for_text (world.group, "name", "Team 2");
  g_assert_cmpstr (aj_record_get_title (other), ==, "Others");
}

static gboolean
is_enabled (Fixture *self, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_widget_set_parent (button, GTK_WIDGET (get_stack (self)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

/* What needs a group can be done only with one. */
static void
test_actions (Fixture *self, gconstpointer data)
{
  static const char *const of_group[] = { "groups.remove", "groups.mail", "groups.copy",
                                          "groups.save" };
  g_auto (World) world = make_world (self);

  show_page (self);
  for (guint i = 0; i < G_N_ELEMENTS (of_group); i++)
    g_assert_false (is_enabled (self, of_group[i]));
  g_assert_true (is_enabled (self, "groups.mail-leads"));
  show_group (self, world.group);
  for (guint i = 0; i < G_N_ELEMENTS (of_group); i++)
    g_assert_true (is_enabled (self, of_group[i]));
}

static void
test_page_is_freed (Fixture *self, gconstpointer data)
{
  g_auto (World) world = make_world (self);
  AjPage *page;

  show_page (self);
  show_group (self, world.group);
  open_row (self, "Anna");
  search (self, "anna");
  app_settle ();
  page = g_object_ref (self->page);
  aj_page_deactivate (page);
  adw_toast_overlay_set_child (self->app.overlay, NULL);
  app_settle ();
  g_assert_finalize_object (page);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/groups-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("empty", test_empty);
  ADD ("overview", test_overview);
  ADD ("no-seats", test_no_seats);
  ADD ("search", test_search);
  ADD ("other-days", test_other_days);
  ADD ("live", test_live);
  ADD ("cursor-goes-along", test_cursor_goes_along);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("group-with-meetings-stays", test_group_with_meetings_stays);
  ADD ("hand-over-and-leave", test_hand_over_and_leave);
  ADD ("leave-on-another-day", test_leave_on_another_day);
  ADD ("seats", test_seats);
  ADD ("copy-as-table", test_copy_as_table);
  ADD ("mail-without-a-program", test_mail_without_a_program);
  ADD ("mail-to-many", test_mail_to_many);
  ADD ("show-record", test_show_record);
  ADD ("typed-text-is-saved", test_typed_text_is_saved);
  ADD ("actions", test_actions);
  ADD ("page-is-freed", test_page_is_freed);
  return g_test_run ();
}
