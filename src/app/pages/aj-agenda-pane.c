/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-agenda-pane.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-agenda-item.h"
#include "aj-agenda-job.h"
#include "aj-agenda-row.h"
#include "aj-feedback.h"
#include "aj-keyed-rows.h"
#include "aj-line-entry.h"
#include "aj-meeting-mailer.h"
#include "aj-minutes.h"
#include "aj-papers-group.h"
#include "aj-template-notice.h"

struct _AjAgendaPane
{
  AjMeetingPane parent_instance;

  AjMeetingFacts *facts;      /* (owned) (nullable): what is shown */
  AjInvitations *invitations; /* (owned) (nullable): what follows from it for who speaks */
  AjOutbox *outbox;           /* (owned) (nullable): what was mailed, and is followed */
  GPtrArray *waiting;         /* (owned) (element-type AjValues) */

  /* Template widgets */
  AjTemplateNotice *notice;
  GtkLabel *sum;
  GtkListBox *list;
  GtkBox *entry_box;
  AjPapersGroup *papers;
  GtkWidget *waiting_group;
  GtkListBox *waiting_list;
  AjLineEntry *entry; /* (unowned): in the box */
};

G_DEFINE_FINAL_TYPE (AjAgendaPane, aj_agenda_pane, AJ_TYPE_MEETING_PANE)

static GPtrArray *
get_agenda (AjAgendaPane *self)
{
  return aj_meeting_facts_get_agenda (self->facts);
}

/* Takes @edit, which may be NULL. */
static void
commit (AjAgendaPane *self, AjEdit *edit)
{
  g_autoptr (AjEdit) owned = edit;

  if (edit != NULL)
    aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, NULL, NULL);
}

/* G_MAXUINT when the agenda has none like it. */
static guint
find_place (AjAgendaPane *self, gpointer row)
{
  const char *id = aj_record_get_id (aj_record_row_get_record (row));

  for (guint i = 0; self->facts != NULL && i < get_agenda (self)->len; i++)
    if (g_str_equal (aj_values_get_id (get_agenda (self)->pdata[i]), id))
      return i;
  return G_MAXUINT;
}

static void
moved_cb (AjAgendaPane *self, AjAgendaRow *dragged, AjAgendaRow *row)
{
  guint from = find_place (self, dragged);
  guint to = find_place (self, row);

  if (from != G_MAXUINT && to != G_MAXUINT)
    commit (self, aj_agenda_job_move (aj_meeting_pane_get_store (AJ_MEETING_PANE (self)),
                                      get_agenda (self), from, to));
}

static void
stepped_cb (AjAgendaPane *self, int delta, AjAgendaRow *row)
{
  guint from = find_place (self, row);

  if (from == G_MAXUINT || (delta < 0 && from == 0) ||
      (delta > 0 && from + 1 >= get_agenda (self)->len))
    return;
  commit (self, aj_agenda_job_move (aj_meeting_pane_get_store (AJ_MEETING_PANE (self)),
                                    get_agenda (self), from, delta < 0 ? from - 1 : from + 1));
}

static void
put_off_cb (AjAgendaPane *self, AjAgendaRow *row)
{
  guint place = find_place (self, row);

  if (place != G_MAXUINT)
    commit (self, aj_agenda_job_put_off (aj_meeting_pane_get_store (AJ_MEETING_PANE (self)),
                                         aj_meeting_facts_get_meeting (self->facts),
                                         get_agenda (self)->pdata[place],
                                         aj_meeting_facts_get_papers (self->facts)));
}

static void
mail_cb (AjAgendaPane *self, AjAgendaRow *row)
{
  const char *id = aj_record_get_id (aj_record_row_get_record (AJ_RECORD_ROW (row)));

  if (self->invitations != NULL)
    aj_meeting_mailer_open_for_speakers (GTK_WIDGET (self),
                                         aj_meeting_pane_get_services (AJ_MEETING_PANE (self)),
                                         self->invitations, id, FALSE);
}

static void
noted_cb (AjAgendaPane *self, AjAgendaRow *row)
{
  const char *id = aj_record_get_id (aj_record_row_get_record (AJ_RECORD_ROW (row)));

  aj_meeting_mailer_note_sent (GTK_WIDGET (self),
                               aj_meeting_pane_get_services (AJ_MEETING_PANE (self)), NULL, id,
                               NULL);
}

static AjRecord *
ref_item (AjAgendaPane *self, GPtrArray *items, guint index)
{
  return aj_store_ref_record (aj_meeting_pane_get_store (AJ_MEETING_PANE (self)),
                              &aj_agenda_item_record_type, aj_values_get_id (items->pdata[index]));
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  AjAgendaPane *self = user_data;
  g_autoptr (AjRecord) item = ref_item (self, get_agenda (self), index);
  GtkWidget *row = aj_agenda_row_new (aj_meeting_pane_get_services (AJ_MEETING_PANE (self)), item);

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "put-off", G_CALLBACK (put_off_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "mail", G_CALLBACK (mail_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "noted", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* What the rows are told of when they are there; the slots of one agenda. */
typedef struct
{
  AjAgendaPane *pane;
  GArray *slots;
} Timing;

static GtkWidget *
make_timed_row_cb (guint index, gpointer user_data)
{
  return make_row_cb (index, ((Timing *) user_data)->pane);
}

static AjAgendaStep
find_step (AjAgendaPane *self, const AjSpeaker *speaker)
{
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];

  if (aj_appointment_list_owed (&speaker->appointment, letters) == 0)
    return aj_appointment_is_stuck (&speaker->appointment) ? AJ_AGENDA_STEP_ADDRESS
                                                           : AJ_AGENDA_STEP_NONE;
  return aj_outbox_has (self->outbox, NULL, aj_values_get_id (speaker->item))
             ? AJ_AGENDA_STEP_NOTE_SENT
             : AJ_AGENDA_STEP_MAIL;
}

static void
show_appointment (AjAgendaPane *self, AjAgendaRow *row, const AjValues *item)
{
  const AjSpeaker *speaker = aj_speakers_find (aj_invitations_get_speakers (self->invitations),
                                               aj_values_get_id (item));
  g_autofree char *note = speaker != NULL ? aj_speaker_describe (speaker) : NULL;

  aj_agenda_row_show_appointment (row, note,
                                  speaker != NULL ? find_step (self, speaker)
                                                  : AJ_AGENDA_STEP_NONE);
}

static void
time_row_cb (GtkWidget *row, guint index, gpointer user_data)
{
  const Timing *timing = user_data;
  GArray *slots = timing->slots;
  const AjValues *item = get_agenda (timing->pane)->pdata[index];
  g_autofree char *speaker = aj_meeting_facts_describe_speaker (timing->pane->facts, item);

  aj_agenda_row_show_speaker (AJ_AGENDA_ROW (row), aj_values_get_text (item, "speaker"), speaker);
  show_appointment (timing->pane, AJ_AGENDA_ROW (row), item);
  aj_agenda_row_show (AJ_AGENDA_ROW (row), timing->pane->facts,
                      index < slots->len ? &g_array_index (slots, AjAgendaSlot, index) : NULL);
}

static void
show_agenda (AjAgendaPane *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GArray) slots = NULL;
  Timing timing = { self, NULL };

  if (self->facts != NULL)
    slots = aj_agenda_time (aj_meeting_facts_get_meeting (self->facts), get_agenda (self));
  timing.slots = slots;
  for (guint i = 0; self->facts != NULL && i < get_agenda (self)->len; i++)
    g_ptr_array_add (keys, (gpointer) aj_values_get_id (get_agenda (self)->pdata[i]));
  aj_keyed_rows_sync (self->list, keys, make_timed_row_cb, time_row_cb, &timing);
  gtk_widget_set_visible (GTK_WIDGET (self->list), keys->len > 0);
}

static void
show_sum (AjAgendaPane *self)
{
  gboolean has_items = self->facts != NULL && get_agenda (self)->len > 0;
  gint64 excess = has_items ? aj_agenda_count_excess (aj_meeting_facts_get_meeting (self->facts),
                                                      get_agenda (self))
                            : 0;
  g_autofree char *text = aj_agenda_describe_excess (excess);

  gtk_label_set_label (self->sum, text);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), has_items);
  if (excess > 0)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->sum), "warning");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->sum), "dim-label");
    }
}

/* A row that is done goes; of one that could not be, the button is there again. */
static void
taken_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (GtkWidget) button = user_data;

  if (error != NULL)
    gtk_widget_set_sensitive (button, TRUE);
}

/* @edit is taken. Clicked twice it is done once. */
static void
commit_take (AjAgendaPane *self, AjEdit *edit, GtkWidget *button)
{
  g_autoptr (AjEdit) owned = edit;

  gtk_widget_set_sensitive (button, FALSE);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, taken_cb, g_object_ref (button));
}

static void
take_clicked_cb (AjAgendaPane *self, GtkWidget *button)
{
  AjCycleTemplate *template = aj_meeting_pane_get_template (AJ_MEETING_PANE (self));
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const char *id = aj_keyed_rows_get_key (GTK_LIST_BOX_ROW (row));

  if (!gtk_widget_get_sensitive (button))
    return;
  for (guint i = 0; self->facts != NULL && template != NULL && i < self->waiting->len; i++)
    if (g_strcmp0 (aj_values_get_id (self->waiting->pdata[i]), id) == 0)
      {
        commit_take (self,
                     aj_agenda_job_take (aj_meeting_pane_get_store (AJ_MEETING_PANE (self)),
                                         aj_meeting_facts_get_meeting (self->facts),
                                         get_agenda (self), self->waiting->pdata[i],
                                         aj_cycle_template_get_papers (template)),
                     button);
        return;
      }
}

static GtkWidget *
make_waiting_cb (guint index, gpointer user_data)
{
  AjAgendaPane *self = user_data;
  const AjValues *item = self->waiting->pdata[index];
  const char *name = aj_values_get_text (item, "name");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("On the Agenda"));
  /* Translators: a button, for a screen reader; something that is to be spoken about. */
  g_autofree char *label = g_strdup_printf (C_ ("button", "Put “%s” on the agenda"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (!aj_values_is_empty (item, "meeting"))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("an earlier meeting did not come to it"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !aj_store_is_read_only (
                                        aj_meeting_pane_get_store (AJ_MEETING_PANE (self))));
  aj_accessible_set_name (button, label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* What is on this agenda and open does not wait, also when the meeting is over. */
static void
list_waiting (AjAgendaPane *self)
{
  AjCycleTemplate *template = aj_meeting_pane_get_template (AJ_MEETING_PANE (self));
  g_autoptr (GPtrArray) all = template != NULL ? aj_cycle_template_list_waiting (template) : NULL;
  const char *here = self->facts != NULL
                         ? aj_values_get_id (aj_meeting_facts_get_meeting (self->facts))
                         : NULL;

  g_ptr_array_set_size (self->waiting, 0);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_strcmp0 (aj_values_get_text (all->pdata[i], "meeting"), here) != 0)
      g_ptr_array_add (self->waiting, (gpointer) aj_values_ref (all->pdata[i]));
}

static void
show_waiting (AjAgendaPane *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  list_waiting (self);
  for (guint i = 0; i < self->waiting->len; i++)
    g_ptr_array_add (keys, (gpointer) aj_values_get_id (self->waiting->pdata[i]));
  aj_keyed_rows_sync (self->waiting_list, keys, make_waiting_cb, NULL, self);
  gtk_widget_set_visible (self->waiting_group, keys->len > 0);
}

static void
show_hint (AjAgendaPane *self)
{
  int minutes;
  g_autofree char *name = aj_agenda_parse_line (aj_line_entry_get_text (self->entry), &minutes);
  g_autofree char *hint = NULL;

  if (*name == '\0')
    /* Translators: an example of a line to type; the number is how many minutes. */
    hint = g_strdup (_ ("For example: Phishing at schools 45m"));
  else if (minutes < 0)
    hint = g_strdup (_ ("A quarter of an hour; end with 45m for 45 minutes"));
  else
    hint = g_strdup_printf (ngettext ("%u minute", "%u minutes", (guint) minutes), (guint) minutes);
  aj_line_entry_show_hint (self->entry, hint, FALSE);
}

static void
accepted_cb (AjAgendaPane *self)
{
  int minutes;
  g_autofree char *name = aj_agenda_parse_line (aj_line_entry_get_text (self->entry), &minutes);
  g_autoptr (AjEdit) edit = NULL;

  if (*name == '\0' || self->facts == NULL)
    return;
  edit = aj_agenda_job_add (aj_meeting_pane_get_store (AJ_MEETING_PANE (self)),
                            aj_meeting_facts_get_meeting (self->facts), get_agenda (self), name,
                            minutes);
  aj_line_entry_commit (self->entry, GTK_WIDGET (self), edit);
}

/* A row says that it is mailed once there is a draft. */
static void
follow_outbox (AjAgendaPane *self)
{
  AjServices *services = aj_meeting_pane_get_services (AJ_MEETING_PANE (self));

  if (self->outbox != NULL || services == NULL)
    return;
  self->outbox = g_object_ref (aj_services_get_outbox (services));
  g_signal_connect_swapped (self->outbox, "changed", G_CALLBACK (show_agenda), self);
}

static void
aj_agenda_pane_show_facts (AjMeetingPane *pane)
{
  AjAgendaPane *self = AJ_AGENDA_PANE (pane);
  AjMeetingFacts *facts = aj_meeting_pane_get_facts (pane);
  gboolean can_add = facts != NULL && !aj_store_is_read_only (aj_meeting_pane_get_store (pane)) &&
                     !aj_minutes_are_fixed (aj_meeting_facts_get_meeting (facts));

  follow_outbox (self);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  g_clear_pointer (&self->invitations, aj_invitations_free);
  if (facts != NULL)
    {
      self->facts = aj_meeting_facts_ref (facts);
      self->invitations = aj_invitations_new (facts);
    }
  show_agenda (self);
  show_sum (self);
  show_waiting (self);
  aj_papers_group_show (self->papers, aj_meeting_pane_get_services (pane), facts, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->entry_box), can_add);
  aj_template_notice_show (self->notice, aj_meeting_pane_get_template (pane),
                           facts != NULL && get_agenda (self)->len == 0);
}

static GtkWidget *
aj_agenda_pane_find_part (AjMeetingPane *pane, const char *id)
{
  return (GtkWidget *) aj_keyed_rows_find (AJ_AGENDA_PANE (pane)->list, id);
}

static void
aj_agenda_pane_dispose (GObject *object)
{
  AjAgendaPane *self = AJ_AGENDA_PANE (object);

  self->entry = NULL;
  g_clear_pointer (&self->invitations, aj_invitations_free);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  if (self->outbox != NULL)
    g_signal_handlers_disconnect_by_data (self->outbox, self);
  g_clear_object (&self->outbox);
  g_ptr_array_set_size (self->waiting, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_AGENDA_PANE);
  G_OBJECT_CLASS (aj_agenda_pane_parent_class)->dispose (object);
}

static void
aj_agenda_pane_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_AGENDA_PANE (object)->waiting);
  G_OBJECT_CLASS (aj_agenda_pane_parent_class)->finalize (object);
}

static void
aj_agenda_pane_class_init (AjAgendaPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_agenda_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_agenda_pane_finalize;
  AJ_MEETING_PANE_CLASS (klass)->show_facts = aj_agenda_pane_show_facts;
  AJ_MEETING_PANE_CLASS (klass)->find_part = aj_agenda_pane_find_part;
  g_type_ensure (AJ_TYPE_PAPERS_GROUP);
  g_type_ensure (AJ_TYPE_TEMPLATE_NOTICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-agenda-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AjAgendaPane, notice);
  gtk_widget_class_bind_template_child (widget_class, AjAgendaPane, sum);
  gtk_widget_class_bind_template_child (widget_class, AjAgendaPane, list);
  gtk_widget_class_bind_template_child (widget_class, AjAgendaPane, entry_box);
  gtk_widget_class_bind_template_child (widget_class, AjAgendaPane, papers);
  gtk_widget_class_bind_template_child (widget_class, AjAgendaPane, waiting_group);
  gtk_widget_class_bind_template_child (widget_class, AjAgendaPane, waiting_list);
}

static void
aj_agenda_pane_init (AjAgendaPane *self)
{
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entry = aj_line_entry_new (_ ("Add an item"));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (show_hint), self);
  g_signal_connect_swapped (self->entry, "accepted", G_CALLBACK (accepted_cb), self);
  gtk_box_append (self->entry_box, GTK_WIDGET (self->entry));
  show_hint (self);
}
