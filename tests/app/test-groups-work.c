/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done on the page of the groups: seats given, handed over and made, groups removed, mail and tables. */
#include "aj-field-row.h"
#include "aj-group.h"
#include "aj-groups-fixture.h"
#include "aj-holder-button.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "aj-record-finder.h"
#include "aj-seat.h"
#include "aj-seats-group.h"

/* Who typed a name among the people finds it typed among the organisations; the next time it begins empty. */
static void
test_choose_among_both (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  AjHolderButton *button;
  GtkStack *stack;

  groups_show_page (self);
  button = AJ_HOLDER_BUTTON (
      app_find (groups_await_row (self, "No education member in Twente"), AJ_TYPE_HOLDER_BUTTON));
  aj_holder_button_open (button);
  app_settle ();
  stack = GTK_STACK (app_find (GTK_WIDGET (button), GTK_TYPE_STACK));
  aj_record_finder_set_text (AJ_RECORD_FINDER (gtk_stack_get_visible_child (stack)), "sax");
  gtk_stack_set_visible_child_name (stack, "organisation");
  app_settle ();
  g_assert_cmpstr (aj_record_finder_get_text (
                       AJ_RECORD_FINDER (gtk_stack_get_visible_child (stack))),
                   ==, "sax");
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (stack), GTK_TYPE_POPOVER)));
  app_settle ();
  aj_holder_button_open (button);
  app_settle ();
  g_assert_cmpstr (aj_record_finder_get_text (
                       AJ_RECORD_FINDER (gtk_stack_get_visible_child (stack))),
                   ==, "");
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (stack), GTK_TYPE_POPOVER)));
  app_settle ();
}

static void
test_remove_and_undo (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);

  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_activate (self, "groups.remove");
  app_wait (groups_is_overview_shown, self);
  groups_await_label (self, "Remove Team");
  g_assert_true (aj_record_is_removed (world.lead));
  groups_undo (self);
  app_wait (groups_is_group_shown, self);
  g_assert_nonnull (groups_find_row (self, "Anna"));
}

static void
test_group_with_meetings_stays (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) meeting = groups_add (self, &aj_meeting_record_type, "group",
                                             aj_record_get_id (world.group), "starts-at",
                                             "2026-03-12T10:00", "ends-at", "2026-03-12T12:00",
                                             NULL);

  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_activate (self, "groups.remove");
  groups_await_label (self, "Team has meetings, so it stays.*");
  g_assert_false (aj_record_is_removed (world.group));
}

static void
test_hand_over_and_leave (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) bert = groups_add (self, &aj_person_record_type, "name", "Bert", NULL);
  GtkWidget *row;

  groups_show_page (self);
  groups_show_group (self, world.group);
  row = groups_open_row (self, "Anna");
  app_assert_named (GTK_WIDGET (self->page));
  groups_choose (row, "person", bert);
  groups_await_row (self, "Bert");
  groups_await_label (self, "Hand over from Anna to Bert in Team");
  app_wait_for_text (world.lead, "until", "2026-02-28");

  /* Who has left leaves no more, nor hands over. */
  row = groups_open_row (self, "Anna");
  g_assert_true (groups_has_button (row, "Remove"));
  g_assert_false (groups_has_button (row, "Leaves Today"));
  g_assert_null (app_find (row, AJ_TYPE_HOLDER_BUTTON));

  row = groups_open_row (self, "Bert");
  groups_click (row, "Leaves Today");
  groups_await_label (self, "Bert leaves Team on 1 March");
  app_settle ();
  g_assert_false (groups_has_button (groups_await_row (self, "Bert"), "Leaves Today"));

  groups_click (groups_find_row (self, "Anna"), "Remove");
  groups_await_no_row (self, "Anna");
  groups_undo (self);
  groups_await_row (self, "Anna");
}

/* Looking at another day, that is the day on which things happen. */
static void
test_leave_on_another_day (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);

  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_step (self, 1);
  groups_await_label (self, "As of Mon 1 Mar 2027");
  groups_click (groups_open_row (self, "Anna"), "Leaves on 1 March");
  groups_await_label (self, "Anna leaves Team on 1 March");
  app_wait_for_text (world.lead, "until", "2027-03-01");
}

static void
set_places (GroupsFixture *self, AjRecord *seat, gint64 places)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Places");
  g_autoptr (GError) error = NULL;

  aj_values_set_integer (aj_edit_change (edit, seat), "places", places);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* From the first of its places on: a seat for a kind of organisation is made, changed in place, filled and removed. */
static void
test_seats (GroupsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = groups_add (self, &aj_group_record_type, "name", "Team", NULL);
  g_autoptr (AjRecord) anna = groups_add (self, &aj_person_record_type, "name", "Anna", NULL);
  g_autoptr (AjRecord) seat = NULL;
  GtkWidget *seats, *row;

  groups_show_page (self);
  groups_show_group (self, group);
  seats = app_find (GTK_WIDGET (self->page), AJ_TYPE_SEATS_GROUP);
  g_assert_true (gtk_widget_activate_action (seats, "seats.add", "s", "police"));
  groups_await_label (self, "0 members · 1 empty place");
  app_settle ();
  row = app_find (seats, ADW_TYPE_EXPANDER_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Police");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->app.window)), row));
  app_assert_named (GTK_WIDGET (self->page));

  seat = g_object_ref (aj_field_row_get_record (AJ_FIELD_ROW (app_find (row, AJ_TYPE_FIELD_ROW))));
  set_places (self, seat, 2);
  groups_await_label (self, "0 members · 2 empty places");
  g_assert_cmpstr (groups_get_subtitle (row), ==, "2 places");
  groups_choose (groups_find_row (self, "Police"), "person", anna);
  groups_await_label (self, "1 member · 1 empty place");

  groups_click (row, "Remove");
  groups_await_label (self, "Remove the seat “Police” of Team");
  groups_await_label (self, "1 member");
  g_assert_nonnull (groups_find_row (self, "Anna"));
  groups_undo (self);
  groups_await_label (self, "1 member · 1 empty place");

  g_assert_true (gtk_widget_activate_action (seats, "seats.add", "s", ""));
  groups_await_row (self, "New seat");
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
paste (GroupsFixture *self)
{
  Pasted pasted = { NULL };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->page)), NULL,
                                 text_read_cb, &pasted);
  app_wait (has_text, &pasted);
  return pasted.text;
}

static void
test_copy_as_table (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autofree char *text = NULL;

  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_activate (self, "groups.copy");
  groups_await_label (self, "Copied.*");
  text = paste (self);
  g_assert_cmpstr (text, ==,
                   "Seat\tName\tOrganisation\tRole\tFrom\tUntil (last day)\n"
                   "\tAnna\t\tLead\t2025-06-01\t\n"
                   "Education · Twente\t(empty)\t\t\t\t\n");
}

/* There is no mail program here: the addresses are on the clipboard then, and who has none is named. */
static void
test_mail_without_a_program (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
  g_autoptr (AjRecord) bert = groups_add (self, &aj_person_record_type, "name", "Bert", NULL);
  g_autoptr (AjRecord) second = groups_add (self, &aj_membership_record_type, "group",
                                            aj_record_get_id (world.group), "person",
                                            aj_record_get_id (bert), NULL);
  g_autofree char *text = NULL;

  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_activate (self, "groups.mail");
  groups_await_label (self, "1 address copied.*1 has no address: Bert.");
  text = paste (self);
  g_assert_cmpstr (text, ==, "anna@x.example");
  groups_activate (self, "groups.mail-leads");
  groups_await_label (self, "There is no mail address to write to. 1 has no address: Twente.");
}

/* What no mail program takes as a draft goes to the clipboard too, for the field in which nobody sees the others. */
static void
test_mail_to_many (GroupsFixture *self, gconstpointer data)
{
  g_auto (GroupsWorld) world = groups_make_world (self);
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
  groups_show_page (self);
  groups_show_group (self, world.group);
  groups_activate (self, "groups.mail");
  groups_await_label (self, "121 addresses copied. Paste them in the field Bcc*");
  text = paste (self);
  g_assert_true (g_str_has_prefix (text, "anna@x.example; person.000@organisation.example; "));
  g_assert_null (groups_find_label (GTK_WIDGET (self->page), "*Only the first*"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/groups-work/" name, GroupsFixture, NULL, groups_set_up, function,              \
              groups_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("choose-among-both", test_choose_among_both);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("group-with-meetings-stays", test_group_with_meetings_stays);
  ADD ("hand-over-and-leave", test_hand_over_and_leave);
  ADD ("leave-on-another-day", test_leave_on_another_day);
  ADD ("seats", test_seats);
  ADD ("copy-as-table", test_copy_as_table);
  ADD ("mail-without-a-program", test_mail_without_a_program);
  ADD ("mail-to-many", test_mail_to_many);
  return g_test_run ();
}
