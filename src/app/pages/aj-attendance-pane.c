/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-attendance-pane.h"

#include <glib/gi18n.h>

#include "aj-attendance-job.h"
#include "aj-attendee-row.h"
#include "aj-feedback.h"
#include "aj-holder-button.h"
#include "aj-keyed-rows.h"
#include "aj-minutes.h"

struct _AjAttendancePane
{
  AjMeetingPane parent_instance;

  AjMeetingFacts *facts; /* (owned) (nullable): what is shown */

  /* Template widgets */
  GtkLabel *counts;
  GtkLabel *keys;
  GtkListBox *list;
  GtkWidget *speakers_group;
  GtkListBox *speakers;
  GtkBox *buttons;
};

G_DEFINE_FINAL_TYPE (AjAttendancePane, aj_attendance_pane, AJ_TYPE_MEETING_PANE)

static AjStore *
get_store (AjAttendancePane *self)
{
  return aj_meeting_pane_get_store (AJ_MEETING_PANE (self));
}

/* An organisation that sits there without a name has no person to be known by. */
static const char *
get_key (const AjInvitee *invitee)
{
  const AjValues *who = invitee->person != NULL ? invitee->person : invitee->organisation;

  return who != NULL ? aj_values_get_id (who) : aj_values_get_id (invitee->attendance);
}

static const AjInvitee *
find_among (GArray *invitees, const char *key)
{
  for (guint i = 0; i < invitees->len; i++)
    if (g_strcmp0 (get_key (&g_array_index (invitees, AjInvitee, i)), key) == 0)
      return &g_array_index (invitees, AjInvitee, i);
  return NULL;
}

/* (nullable): who is invited, or only speaks. */
static const AjInvitee *
find_invitee (AjAttendancePane *self, const char *key)
{
  const AjInvitee *found = NULL;

  if (self->facts != NULL)
    found = find_among (aj_meeting_facts_get_invitees (self->facts), key);
  if (self->facts != NULL && found == NULL)
    found = find_among (aj_meeting_facts_get_speakers (self->facts), key);
  return found;
}

static void
stored_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjMeetingFacts) facts = user_data;

  if (error != NULL)
    aj_meeting_facts_expect_nothing (facts);
}

static void
chosen_cb (AjAttendancePane *self, const char *field, const char *code, GtkListBoxRow *row)
{
  const AjInvitee *invitee = find_invitee (self, aj_keyed_rows_get_key (row));
  g_autoptr (AjEdit) edit = NULL;

  if (invitee == NULL)
    return;
  if (g_str_equal (field, "invited-as"))
    {
      edit = aj_attendance_job_remove_guest (get_store (self), invitee);
      aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
      return;
    }
  edit = aj_attendance_job_set (get_store (self), self->facts, invitee, field, code);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, stored_cb,
                      aj_meeting_facts_ref (self->facts));
}

static gboolean
is_writable (AjAttendancePane *self)
{
  return self->facts != NULL && !aj_store_is_read_only (get_store (self)) &&
         !aj_minutes_are_fixed (aj_meeting_facts_get_meeting (self->facts));
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  GtkWidget *row = aj_attendee_row_new ();

  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), user_data, G_CONNECT_SWAPPED);
  return row;
}

static void
update_row_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjAttendancePane *self = user_data;
  const AjInvitee *invitee = find_invitee (self, aj_keyed_rows_get_key (GTK_LIST_BOX_ROW (row)));

  aj_attendee_row_show (AJ_ATTENDEE_ROW (row), self->facts, invitee, is_writable (self));
}

static void
show_list (AjAttendancePane *self, GtkListBox *list, GArray *invitees)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; invitees != NULL && i < invitees->len; i++)
    g_ptr_array_add (keys, (gpointer) get_key (&g_array_index (invitees, AjInvitee, i)));
  aj_keyed_rows_sync (list, keys, make_row_cb, update_row_cb, self);
}

/* Who speaks stands apart: they are not invited, and there is nothing to count. */
static void
show_lists (AjAttendancePane *self)
{
  GArray *speakers = self->facts != NULL ? aj_meeting_facts_get_speakers (self->facts) : NULL;

  show_list (self, self->list,
             self->facts != NULL ? aj_meeting_facts_get_invitees (self->facts) : NULL);
  show_list (self, self->speakers, speakers);
  gtk_widget_set_visible (self->speakers_group, speakers != NULL && speakers->len > 0);
}

/* (transfer full): "14 yes, 2 no, 1 maybe, 8 without an answer". */
static char *
describe (const AjAttendanceCounts *counts)
{
  g_autofree char *present = NULL;
  g_autofree char *answers = g_strdup_printf (
      /* Translators: numbers of people, by what they answered. */
      _ ("%1$u yes, %2$u no, %3$u maybe, %4$u without an answer"), counts->n_yes, counts->n_no,
      counts->n_maybe, counts->n_silent);

  if (counts->n_present == 0)
    return g_steal_pointer (&answers);
  present = g_strdup_printf (ngettext ("%u was there", "%u were there", counts->n_present),
                             counts->n_present);
  return g_strdup_printf ("%s · %s", answers, present);
}

static gboolean
has_begun (AjAttendancePane *self)
{
  AjServices *services = aj_meeting_pane_get_services (AJ_MEETING_PANE (self));

  return self->facts != NULL &&
         aj_meeting_facts_get_date (self->facts) <= aj_services_get_today (services);
}

static void
show_counts (AjAttendancePane *self)
{
  AjAttendanceCounts counts = { 0 };
  g_autofree char *text = NULL, *progress = NULL;

  if (self->facts != NULL)
    counts = aj_attendance_job_count (self->facts);
  text = describe (&counts);
  /* Before it who said yes, from its day on who is there. */
  if (counts.n_invited > 0)
    progress = g_strdup_printf ("%u/%u", has_begun (self) ? counts.n_present : counts.n_yes,
                                counts.n_invited);
  gtk_label_set_label (self->counts, text);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), counts.n_invited > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->keys), counts.n_invited > 0 && is_writable (self));
  aj_meeting_pane_set_progress (AJ_MEETING_PANE (self), progress);
}

static void
fill_presence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjAttendancePane *self = AJ_ATTENDANCE_PANE (widget);
  g_autoptr (AjEdit) edit = self->facts != NULL
                                ? aj_attendance_job_fill_presence (get_store (self), self->facts)
                                : NULL;

  if (edit != NULL)
    aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
  else
    aj_feedback_say (
        widget, _ ("There is nothing to fill in: everybody who said yes or no is noted already."));
}

static void
guest_chosen_cb (AjAttendancePane *self, const char *field, const char *id, const char *name)
{
  g_autoptr (AjEdit) edit = NULL;

  if (self->facts == NULL)
    return;
  edit = aj_attendance_job_add_guest (get_store (self), self->facts, field, id, name);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
aj_attendance_pane_set_up (AjMeetingPane *pane)
{
  AjAttendancePane *self = AJ_ATTENDANCE_PANE (pane);
  GtkWidget *guest = aj_holder_button_new (aj_meeting_pane_get_services (pane), NULL,
                                           _ ("Add a Guest…"));

  g_signal_connect_object (guest, "chosen", G_CALLBACK (guest_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (self->buttons, guest);
}

static void
aj_attendance_pane_show_facts (AjMeetingPane *pane)
{
  AjAttendancePane *self = AJ_ATTENDANCE_PANE (pane);
  AjMeetingFacts *facts = aj_meeting_pane_get_facts (pane);

  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  if (facts != NULL)
    self->facts = aj_meeting_facts_ref (facts);
  show_lists (self);
  show_counts (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->buttons), is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.fill", facts != NULL);
}

static void
aj_attendance_pane_dispose (GObject *object)
{
  AjAttendancePane *self = AJ_ATTENDANCE_PANE (object);

  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_ATTENDANCE_PANE);
  G_OBJECT_CLASS (aj_attendance_pane_parent_class)->dispose (object);
}

static void
aj_attendance_pane_class_init (AjAttendancePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_attendance_pane_dispose;
  AJ_MEETING_PANE_CLASS (klass)->set_up = aj_attendance_pane_set_up;
  AJ_MEETING_PANE_CLASS (klass)->show_facts = aj_attendance_pane_show_facts;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-attendance-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AjAttendancePane, counts);
  gtk_widget_class_bind_template_child (widget_class, AjAttendancePane, keys);
  gtk_widget_class_bind_template_child (widget_class, AjAttendancePane, list);
  gtk_widget_class_bind_template_child (widget_class, AjAttendancePane, speakers_group);
  gtk_widget_class_bind_template_child (widget_class, AjAttendancePane, speakers);
  gtk_widget_class_bind_template_child (widget_class, AjAttendancePane, buttons);
  gtk_widget_class_install_action (widget_class, "attendance.fill", NULL, fill_presence);
}

static void
aj_attendance_pane_init (AjAttendancePane *self)
{
  g_autofree char *keys = aj_attendee_row_dup_keys ();
  g_autofree char *text = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: which keys do something while the cursor is in a row: "Y yes, N no, …". */
  text = g_strdup_printf (_ ("Keys: %s"), keys);
  gtk_label_set_label (self->keys, text);
}
