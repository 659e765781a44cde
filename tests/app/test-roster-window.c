/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roster of a year in its window: proposed, filled, chosen, swapped, and who is away. It is 1 March 2026. */
#include "aj-absence-group.h"
#include "aj-absence.h"
#include "aj-app-fixture.h"
#include "aj-district.h"
#include "aj-duty-row.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-meetings-page.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "aj-roster-window.h"

#define N_MEETINGS 3

typedef struct
{
  AppFixture app;
  AjRecord *group;
  AjRecord *meetings[N_MEETINGS]; /* the first is over */
  AjRecord *anna;
  AjRecord *bert;
} World;

static AjRecord *
add_lead (World *self, const char *district, const char *name)
{
  AjRecord *person = app_fixture_add (&self->app, &aj_person_record_type, "name", name, NULL, NULL);

  g_object_unref (app_fixture_add (&self->app, &aj_district_record_type, "name", district, "lead",
                                   aj_record_get_id (person)));
  return person;
}

static AjRecord *
add_meeting (World *self, const char *day)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  AjValues *values = aj_edit_add (edit, &aj_meeting_record_type);
  g_autofree char *id = g_strdup (aj_values_get_id (values));
  g_autofree char *start = g_strconcat (day, "T10:00", NULL);
  g_autofree char *end = g_strconcat (day, "T12:00", NULL);
  g_autoptr (GError) error = NULL;
  AjRecord *record;

  aj_values_set_text (values, "group", aj_record_get_id (self->group));
  aj_values_set_text (values, "starts-at", start);
  aj_values_set_text (values, "ends-at", end);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  record = aj_store_load_record (self->app.store, &aj_meeting_record_type, id, &error);
  g_assert_no_error (error);
  return record;
}

static void
set_up (World *self, gconstpointer data)
{
  static const char *const days[N_MEETINGS] = { "2026-01-08", "2026-03-12", "2026-06-11" };

  app_fixture_set_up (&self->app, data);
  self->group = app_fixture_add (&self->app, &aj_group_record_type, "name", "Expertteam", NULL,
                                 NULL);
  for (guint i = 0; i < N_MEETINGS; i++)
    self->meetings[i] = add_meeting (self, days[i]);
  self->anna = add_lead (self, "Twente", "Anna");
  self->bert = add_lead (self, "IJsselland", "Bert");
}

static void
tear_down (World *self, gconstpointer data)
{
  g_clear_object (&self->group);
  g_clear_object (&self->anna);
  g_clear_object (&self->bert);
  for (guint i = 0; i < N_MEETINGS; i++)
    g_clear_object (&self->meetings[i]);
  app_fixture_tear_down (&self->app, data);
}

static GtkWidget *
get_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_ROSTER_WINDOW (l->data))
      return l->data;
  return NULL;
}

static AjDutyButton *
get_button (guint row, AjDuty duty)
{
  g_autoptr (GPtrArray) rows = app_find_all (get_window (), AJ_TYPE_DUTY_ROW);

  return row < rows->len ? aj_duty_row_get_button (rows->pdata[row], duty) : NULL;
}

/* "Chair | Host" of one row. */
typedef struct
{
  guint row;
  const char *text;
} Expected;

static gboolean
is_shown (gpointer data)
{
  const Expected *expected = data;
  AjDutyButton *chair = get_button (expected->row, AJ_DUTY_CHAIR);
  g_autofree char *text = NULL;

  if (chair == NULL)
    return FALSE;
  text = g_strdup_printf ("%s | %s", aj_duty_button_get_text (chair),
                          aj_duty_button_get_text (get_button (expected->row, AJ_DUTY_HOST)));
  return g_str_equal (text, expected->text);
}

static void
await_row (guint row, const char *text)
{
  Expected expected = { row, text };

  app_wait_until (is_shown, &expected, text);
}

static void
open_window (World *self, int year)
{
  app_fixture_show (&self->app, gtk_label_new ("Behind the window"));
  aj_roster_window_show (self->app.window, self->app.services, aj_record_get_id (self->group),
                         year);
}

static void
close_window (void)
{
  gtk_window_destroy (GTK_WINDOW (get_window ()));
  app_settle ();
}

static gboolean
is_said (gpointer text)
{
  g_autoptr (GPtrArray) labels = app_find_all (get_window (), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_pattern_match_simple (text, gtk_label_get_text (labels->pdata[i])))
      return TRUE;
  return FALSE;
}

static void
activate (const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_window (), action, NULL));
}

static void
test_fill (World *self, gconstpointer data)
{
  open_window (self, 2026);
  await_row (0, "Chairs: Nobody | Hosts: Nobody");
  await_row (1, "Chairs (proposed): Anna | Hosts (proposed): Bert");
  await_row (2, "Chairs (proposed): Bert | Hosts (proposed): Anna");
  app_assert_named (get_window ());
  activate ("roster.fill");
  await_row (1, "Chairs: Anna | Hosts: Bert");
  await_row (2, "Chairs: Bert | Hosts: Anna");
  app_wait_until (is_said, (gpointer) "Set the roster of 2026", "the offer to undo");
  /* What is over stays empty. */
  g_assert_null (aj_record_get_text (self->meetings[0], "chair"));
  activate ("win.undo");
  await_row (1, "Chairs (proposed): Anna | Hosts (proposed): Bert");
  activate ("win.redo");
  await_row (2, "Chairs: Bert | Hosts: Anna");
  activate ("roster.clear-chairs");
  await_row (2, "Chairs (proposed): Bert | Hosts: Anna");
  close_window ();
}

/* (transfer none): the row of the popover whose first label is @title. */
static GtkListBoxRow *
find_choice (AjDutyButton *button, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) labels = app_find_all (rows->pdata[i], GTK_TYPE_LABEL);

      if (g_str_equal (gtk_label_get_text (labels->pdata[0]), title))
        return rows->pdata[i];
    }
  return NULL;
}

static void
choose (guint row, AjDuty duty, const char *title)
{
  AjDutyButton *button = get_button (row, duty);
  GtkListBoxRow *choice;

  aj_duty_button_open (button);
  choice = find_choice (button, title);
  g_assert_nonnull (choice);
  app_assert_named (GTK_WIDGET (button));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (choice)));
  g_signal_emit_by_name (choice, "activate");
  app_settle ();
}

static void
test_choose (World *self, gconstpointer data)
{
  open_window (self, 2026);
  await_row (1, "Chairs (proposed): Anna | Hosts (proposed): Bert");
  choose (1, AJ_DUTY_CHAIR, "Bert");
  await_row (1, "Chairs: Bert | Hosts (proposed): Anna");
  await_row (2, "Chairs (proposed): Anna | Hosts (proposed): Bert");
  aj_duty_button_open (get_button (1, AJ_DUTY_CHAIR));
  g_assert_nonnull (
      app_find (GTK_WIDGET (find_choice (get_button (1, AJ_DUTY_CHAIR), "Bert")), GTK_TYPE_IMAGE));
  aj_duty_button_open (get_button (2, AJ_DUTY_CHAIR));
  app_settle ();
  g_assert_true (is_said ((gpointer) "never chaired · proposed"));
  choose (1, AJ_DUTY_CHAIR, "Nobody");
  await_row (1, "Chairs (proposed): Anna | Hosts (proposed): Bert");
  g_assert_false (gtk_widget_is_sensitive (
      gtk_widget_get_first_child (GTK_WIDGET (get_button (0, AJ_DUTY_CHAIR)))));
  close_window ();
}

static void
test_swap (World *self, gconstpointer data)
{
  app_fixture_change (&self->app, self->meetings[1], "chair", aj_record_get_id (self->anna), "Bea");
  app_fixture_change (&self->app, self->meetings[2], "chair", aj_record_get_id (self->bert), "Bea");
  open_window (self, 2026);
  await_row (1, "Chairs: Anna | Hosts (proposed): Bert");
  choose (1, AJ_DUTY_CHAIR, "Thu 11 Jun 2026 · Bert");
  await_row (1, "Chairs: Bert | Hosts (proposed): Anna");
  await_row (2, "Chairs: Anna | Hosts (proposed): Bert");
  app_wait_until (is_said, (gpointer) "Swap who chairs on 12 March and 11 June", "the offer");
  close_window ();
}

/* Who cannot is there, with the reason, and cannot be chosen. */
static void
test_barred (World *self, gconstpointer data)
{
  AjDutyButton *button;
  GtkListBoxRow *choice;

  app_fixture_change (&self->app, self->meetings[1], "chair", aj_record_get_id (self->anna), "Bea");
  app_fixture_change (&self->app, self->meetings[2], "chair", aj_record_get_id (self->bert), "Bea");
  g_object_unref (app_fixture_add (&self->app, &aj_absence_record_type, "person",
                                   aj_record_get_id (self->anna), "from", "2026-06-01"));
  open_window (self, 2026);
  await_row (1, "Chairs: Anna | Hosts (proposed): Bert");
  button = get_button (1, AJ_DUTY_CHAIR);
  aj_duty_button_open (button);
  app_settle ();
  choice = find_choice (button, "Thu 11 Jun 2026 · Bert");
  g_assert_nonnull (choice);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (choice)));
  g_assert_true (is_said ((gpointer) "Anna is away on 11 June 2026."));
  close_window ();
}

static AjAbsenceGroup *
get_absences (void)
{
  return AJ_ABSENCE_GROUP (app_find (get_window (), AJ_TYPE_ABSENCE_GROUP));
}

static void
type_days (const char *from, const char *until)
{
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (get_absences ()), GTK_TYPE_ENTRY);

  gtk_editable_set_text (entries->pdata[0], from);
  gtk_editable_set_text (entries->pdata[1], until);
}

static void
press_add (void)
{
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (get_absences ()), GTK_TYPE_ENTRY);

  g_signal_emit_by_name (entries->pdata[1], "activate");
}

static gboolean
is_line_empty (gpointer unused)
{
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (get_absences ()), GTK_TYPE_ENTRY);

  return *gtk_editable_get_text (entries->pdata[0]) == '\0';
}

static void
test_absences (World *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_absence_record_type);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  open_window (self, 2026);
  await_row (1, "Chairs (proposed): Anna | Hosts (proposed): Bert");
  type_days ("ooit", "");
  g_assert_true (is_said ((gpointer) "This is not a day.*"));
  press_add ();
  type_days ("12-3-2026", "11-3-2026");
  g_assert_true (is_said ((gpointer) "An absence cannot end before it begins."));
  press_add ();
  type_days ("12-3-2026", "15 maart 2026");
  g_assert_false (is_said ((gpointer) "*cannot*"));
  press_add ();
  app_wait (is_line_empty, NULL);
  await_row (1, "Chairs (proposed): Bert | Hosts (proposed): Bert");
  await_row (2, "Chairs (proposed): Anna | Hosts (proposed): Bert");
  g_assert_true (is_said ((gpointer) "Thu 12 Mar 2026 to Sun 15 Mar 2026"));
  app_assert_named (get_window ());
  found = aj_store_fetch (self->app.store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_absences ()), "absence.remove", "s",
                                             aj_record_get_id (found->pdata[0])));
  await_row (1, "Chairs (proposed): Anna | Hosts (proposed): Bert");
  app_wait_until (is_said, (gpointer) "Remove absence: Anna", "the offer to undo");
  close_window ();
}

/* Who is no district lead and sits in the group can chair as well, and so can be away; a long name is not cut off. */
static void
test_member_away (World *self, gconstpointer data)
{
  static const char name[] = "Coördinator Veiligheidsnetwerk Oost-Nederland";
  g_autoptr (AjRecord) member = app_fixture_add (&self->app, &aj_person_record_type, "name", name,
                                                 NULL, NULL);
  g_autoptr (AjRecord) seat = app_fixture_add (&self->app, &aj_membership_record_type, "group",
                                               aj_record_get_id (self->group), "person",
                                               aj_record_get_id (member));
  GtkDropDown *person;

  app_fixture_change (&self->app, self->meetings[1], "chair", aj_record_get_id (member), "Anna");
  open_window (self, 2026);
  await_row (1, "Chairs: Coördinator Veiligheidsnetwerk Oost-Nederland | Hosts (proposed): Anna");
  g_assert_true (is_said ((gpointer) name));
  person = GTK_DROP_DOWN (app_find (GTK_WIDGET (get_absences ()), GTK_TYPE_DROP_DOWN));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (person)), ==, 3);
  gtk_drop_down_set_selected (person, 2);
  type_days ("12-3-2026", "");
  press_add ();
  app_wait (is_line_empty, NULL);
  app_wait_until (is_said, (gpointer) "from Thu 12 Mar 2026", "the absence in the list");
  close_window ();
}

/* Every label of the places shows its text whole at the width that the window has at first. */
static void
test_long_names (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = NULL;

  app_fixture_change (&self->app, self->anna, "name", "Districtstrekker Noord- en Oost-Gelderland",
                      "Anna");
  open_window (self, 2026);
  await_row (1, "Chairs (proposed): Bert | Hosts (proposed): Districtstrekker Noord- en "
                "Oost-Gelderland");
  app_settle ();
  labels = app_find_all (GTK_WIDGET (get_button (1, AJ_DUTY_HOST)), GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *button = GTK_WIDGET (get_button (1, AJ_DUTY_HOST));
      graphene_rect_t bounds;
      int height;

      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (labels->pdata[i])));
      pango_layout_get_pixel_size (gtk_label_get_layout (labels->pdata[i]), NULL, &height);
      g_assert_true (gtk_widget_compute_bounds (labels->pdata[i], button, &bounds));
      g_assert_cmpfloat (bounds.origin.y + (float) height, <=,
                         (float) gtk_widget_get_height (button));
    }
  close_window ();
}

static void
test_nothing (World *self, gconstpointer data)
{
  open_window (self, 2031);
  app_wait_until (is_said, (gpointer) "No Meetings in 2031 Yet", "that there are none");
  close_window ();
}

static void
test_no_leads (World *self, gconstpointer data)
{
  app_fixture_change (&self->app, self->anna, "left-on", "2026-02-01", "Bea");
  app_fixture_change (&self->app, self->bert, "left-on", "2026-02-01", "Bea");
  open_window (self, 2026);
  await_row (1, "Chairs: Nobody | Hosts: Nobody");
  g_assert_true (is_said ((gpointer) "Nobody leads a district on this day."));
  close_window ();
}

static void
test_closed_early (World *self, gconstpointer data)
{
  open_window (self, 2026);
  close_window ();
}

/* From the page of meetings, for the group and year in view. */
static void
test_from_page (World *self, gconstpointer data)
{
  AjPage *page = AJ_PAGE (
      g_object_new (AJ_TYPE_MEETINGS_PAGE, "services", self->app.services, NULL));

  app_fixture_show (&self->app, GTK_WIDGET (page));
  aj_page_activate (page);
  app_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "meetings.roster", NULL));
  await_row (1, "Chairs (proposed): Anna | Hosts (proposed): Bert");
  g_assert_true (is_said ((gpointer) "Expertteam · 2026"));
  close_window ();
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/roster-window/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("fill", test_fill);
  ADD ("choose", test_choose);
  ADD ("swap", test_swap);
  ADD ("barred", test_barred);
  ADD ("absences", test_absences);
  ADD ("member-away", test_member_away);
  ADD ("long-names", test_long_names);
  ADD ("nothing", test_nothing);
  ADD ("no-leads", test_no_leads);
  ADD ("closed-early", test_closed_early);
  ADD ("from-page", test_from_page);
  return g_test_run ();
}
