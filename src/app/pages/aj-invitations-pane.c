/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-invitations-pane.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-agenda-item.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-invitations.h"
#include "aj-meeting-mailer.h"
#include "aj-meeting-mails.h"
#include "aj-proposal-group.h"
#include "aj-text.h"

struct _AjInvitationsPane
{
  AjMeetingPane parent_instance;

  AjInvitations *invitations; /* (owned) (nullable): what is shown */
  AjOutbox *outbox;           /* (owned) (nullable): what was mailed, and is followed */

  /* Template widgets */
  AdwPreferencesGroup *owed_group;
  GtkWidget *agenda_row;
  GtkSwitch *agenda_switch;
  AdwActionRow *request_row;
  AdwActionRow *update_row;
  AdwActionRow *cancel_row;
  AdwActionRow *speakers_row;
  GtkWidget *save_row;
  AjProposalGroup *proposals;
  AjMeetingMails *mails;
  GtkLabel *stuck;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AjInvitationsPane, aj_invitations_pane, AJ_TYPE_MEETING_PANE)

/* What somebody holds, once more, for who has lost it or cannot find it. */
static GtkWidget *
make_again_button (const char *name, const char *use, const char *item, const char *invitee)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("mail-send-symbolic");
  /* Translators: a button, for a screen reader; a person. */
  g_autofree char *label = g_strdup_printf (_ ("Send again to %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Send again"));
  aj_accessible_set_name (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "invitations.mail");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", use, item, invitee);
  return button;
}

/* Where the address is to be filled in that is missing. */
static GtkWidget *
make_address_button (const char *name, const char *person)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: a button, for a screen reader; a person. */
  g_autofree char *label = g_strdup_printf (_ ("Fill in the mail address of %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Fill in the mail address"));
  aj_accessible_set_name (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "person", person);
  return button;
}

/* @subtitle and @button are nullable. */
static GtkWidget *
make_row (const char *title, const char *subtitle, const char *held, GtkWidget *button)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (held);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (button != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  aj_accessible_describe (row, held);
  return row;
}

static GtkWidget *
make_invitee_row (AjInvitationsPane *self, const AjInvitee *invitee)
{
  g_autofree char *held = aj_invitations_describe_held (self->invitations, invitee);
  const char *organisation = invitee->organisation != NULL && invitee->person != NULL
                                 ? aj_values_get_text (invitee->organisation, "name")
                                 : NULL;
  const char *name = aj_invitee_get_name (invitee);
  GtkWidget *button = NULL;
  AjLetterKind kind;

  if (aj_invitations_can_send_again (self->invitations, invitee, &kind))
    button = make_again_button (name, aj_meeting_mail_get_use (kind), "",
                                aj_invitee_get_id (invitee));
  else if (invitee->person != NULL && invitee->is_invited && aj_invitee_get_mail (invitee) == NULL)
    button = make_address_button (name, aj_values_get_id (invitee->person));
  return make_row (name, organisation, invitee->is_invited ? held : _ ("not invited any more"),
                   button);
}

/* (nullable): what there is to do for who speaks, but for what is owed to all. */
static GtkWidget *
make_speaker_button (const AjSpeaker *speaker, const AjValues *person)
{
  if (aj_speaker_can_send_again (speaker))
    return make_again_button (aj_values_get_text (person, "name"), AJ_MAIL_SPEAKER,
                              aj_values_get_id (speaker->item), "");
  /* The row may be that of who still holds the appointment. */
  return aj_appointment_is_stuck (&speaker->appointment)
             ? make_address_button (aj_values_get_text (speaker->person, "name"),
                                    aj_values_get_id (speaker->person))
             : NULL;
}

/* Whoever holds an appointment for an item, or should. */
static void
append_speaker (AjInvitationsPane *self, const AjSpeaker *speaker)
{
  gboolean is_held = aj_agenda_item_is_held (speaker->item);
  const AjValues *person = is_held && speaker->holder != NULL ? speaker->holder : speaker->person;
  g_autofree char *held = aj_speaker_describe_held (speaker);
  g_autofree char *about = NULL;

  if (person == NULL || (!is_held && !aj_appointment_is_expected (&speaker->appointment)))
    return;
  /* Translators: an item of the agenda. */
  about = g_strdup_printf (_ ("As speaker about “%s”"), aj_values_get_text (speaker->item, "name"));
  gtk_list_box_append (self->list, make_row (aj_values_get_text (person, "name"), about, held,
                                             make_speaker_button (speaker, person)));
}

static void
show_list (AjInvitationsPane *self)
{
  GArray *invitees;
  GPtrArray *speakers;
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->invitations == NULL)
    return;
  invitees = aj_meeting_facts_get_invitees (aj_invitations_get_facts (self->invitations));
  for (guint i = 0; i < invitees->len; i++)
    gtk_list_box_append (self->list,
                         make_invitee_row (self, &g_array_index (invitees, AjInvitee, i)));
  speakers = aj_speakers_get_all (aj_invitations_get_speakers (self->invitations));
  for (guint i = 0; i < speakers->len; i++)
    append_speaker (self, speakers->pdata[i]);
}

/* Who cannot be told is said, for nothing else would remind of them. */
static void
show_stuck (AjInvitationsPane *self)
{
  guint n = self->invitations != NULL ? aj_invitations_get_counts (self->invitations)->n_stuck : 0;
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u person without a mail address cannot be told.",
                                 "%u people without a mail address cannot be told.", n),
                       n);

  gtk_label_set_label (self->stuck, text);
  gtk_widget_set_visible (GTK_WIDGET (self->stuck), n > 0);
}

/* A row for each kind of letter that is owed, which says to how many. */
static void
show_letter (AjInvitationsPane *self, AdwActionRow *row, AjLetterKind kind)
{
  GArray *owed = aj_invitations_get_owed (self->invitations);
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < owed->len; i++)
    n += g_array_index (owed, AjOwedLetter, i).kind == kind ? 1 : 0;
  text = g_strdup_printf (ngettext ("To %u person, as a draft with the calendar file",
                                    "To %u people, as a draft with the calendar file", n),
                          n);
  adw_action_row_set_subtitle (row, text);
  gtk_widget_set_visible (GTK_WIDGET (row), n > 0);
}

/* Each has a file of their own, so there is a draft for each. */
static void
show_speakers (AjInvitationsPane *self)
{
  guint n = aj_speakers_get_owed (aj_invitations_get_speakers (self->invitations))->len;
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u draft, with the calendar file of the appointment",
                                 "%u drafts, each with the calendar file of the appointment", n),
                       n);

  adw_action_row_set_subtitle (self->speakers_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->speakers_row), n > 0);
}

/* Also when nothing is owed any more: what was sent again is to be noted. */
static void
show_owed (AjInvitationsPane *self)
{
  g_autofree char *sentence = self->invitations != NULL
                                  ? aj_invitations_describe (self->invitations)
                                  : NULL;
  AjRecord *meeting = aj_meeting_pane_get_meeting (AJ_MEETING_PANE (self));
  gboolean is_written = self->invitations != NULL && self->outbox != NULL && meeting != NULL &&
                        aj_outbox_has_any (self->outbox, aj_record_get_id (meeting));
  gboolean writable = !aj_store_is_read_only (aj_meeting_pane_get_store (AJ_MEETING_PANE (self)));

  gtk_widget_set_visible (GTK_WIDGET (self->owed_group), sentence != NULL || is_written);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invitations.note-sent",
                                 writable && (sentence != NULL || is_written));
  if (sentence == NULL && !is_written)
    return;
  adw_preferences_group_set_title (self->owed_group,
                                   sentence != NULL ? _ ("Still to Send") : _ ("Still to Note"));
  adw_preferences_group_set_description (self->owed_group,
                                         sentence != NULL
                                             ? sentence
                                             : _ ("What was written is not noted as sent yet."));
  show_letter (self, self->request_row, AJ_LETTER_REQUEST);
  show_letter (self, self->update_row, AJ_LETTER_UPDATE);
  show_letter (self, self->cancel_row, AJ_LETTER_CANCEL);
  show_speakers (self);
  gtk_widget_set_visible (self->save_row, sentence != NULL);
  gtk_widget_set_visible (
      self->agenda_row,
      sentence != NULL &&
          aj_meeting_facts_get_agenda (aj_invitations_get_facts (self->invitations))->len > 0);
}

/* What was mailed can be noted as sent. */
static void
follow_outbox (AjInvitationsPane *self)
{
  AjServices *services = aj_meeting_pane_get_services (AJ_MEETING_PANE (self));

  if (self->outbox != NULL || services == NULL)
    return;
  self->outbox = g_object_ref (aj_services_get_outbox (services));
  g_signal_connect_swapped (self->outbox, "changed", G_CALLBACK (show_owed), self);
}

static void
show_invitations (AjInvitationsPane *self)
{
  AjServices *services = aj_meeting_pane_get_services (AJ_MEETING_PANE (self));

  follow_outbox (self);
  show_owed (self);
  aj_meeting_mails_show (self->mails, self->invitations, aj_services_get_today (services));
  show_stuck (self);
  show_list (self);
}

/* From the question where to the last sentence. */
typedef struct
{
  AjInvitationsPane *pane;    /* (owned) */
  AjOutbox *outbox;           /* (owned) (nullable): once there is a folder */
  AjInvitations *invitations; /* (owned): what was owed when it was asked */
  char *folder;               /* (owned) (nullable): its name, for the last sentence */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->pane);
  g_clear_object (&saving->outbox);
  aj_invitations_free (saving->invitations);
  g_free (saving->folder);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n = aj_invitations_save_all_finish (result, &error);

  if (error != NULL)
    {
      aj_feedback_error (GTK_WIDGET (saving->pane), error);
      return;
    }
  aj_outbox_add_all (saving->outbox,
                     aj_invitations_new (aj_invitations_get_facts (saving->invitations)));
  sentence = g_strdup_printf (
      /* Translators: a number and a folder. */
      ngettext ("%1$u file saved in %2$s. Attach it to the mail.",
                "%1$u files saved in %2$s. Attach each to its mail.", n),
      n, saving->folder);
  aj_feedback_say (GTK_WIDGET (saving->pane), sentence);
}

static void
folder_chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  AjInvitationsPane *self = saving->pane;
  AjServices *services = aj_meeting_pane_get_services (AJ_MEETING_PANE (self));
  AjOrganiser organiser;
  AjInvitations *invitations = saving->invitations;

  if (path == NULL || services == NULL)
    return;
  organiser = aj_network_settings_get_organiser (aj_services_get_network (services));
  saving->outbox = g_object_ref (aj_services_get_outbox (services));
  saving->folder = g_filename_display_basename (path);
  aj_invitations_save_all_async (invitations, path, &organiser,
                                 aj_clock_get_unix (aj_services_get_clock (services)), saved_cb,
                                 g_steal_pointer (&saving));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjInvitationsPane *self = AJ_INVITATIONS_PANE (widget);
  Saving *saving;

  if (self->invitations == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->pane = g_object_ref (self);
  saving->invitations = aj_invitations_new (aj_invitations_get_facts (self->invitations));
  aj_file_chooser_folder (GTK_WINDOW (gtk_widget_get_root (widget)),
                          _ ("Folder for the Invitations"), folder_chosen_cb, saving);
}

/* Each kind goes in a mail of its own, for each has a file of its own. */
static void
write_mail (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjInvitationsPane *self = AJ_INVITATIONS_PANE (widget);
  AjServices *services = aj_meeting_pane_get_services (AJ_MEETING_PANE (self));
  AjMeetingMailRequest request = { .with_agenda = FALSE };
  const char *item, *whom;
  gboolean with_agenda;

  if (self->invitations == NULL || services == NULL)
    return;
  g_variant_get (parameter, "(&s&s&s)", &request.use, &item, &whom);
  request.item = aj_text_or_null (item);
  /* Of a proposal that is declined, the attendance of whoever made it. */
  if (g_str_equal (request.use, AJ_MAIL_PROPOSAL_DECLINED))
    request.attendance = aj_text_or_null (whom);
  else
    request.invitee = aj_text_or_null (whom);
  with_agenda = gtk_widget_get_visible (self->agenda_row) &&
                gtk_switch_get_active (self->agenda_switch);
  if (request.item == NULL && g_str_equal (request.use, AJ_MAIL_SPEAKER))
    {
      aj_meeting_mailer_open_for_speakers (widget, services, self->invitations, NULL, with_agenda);
      return;
    }
  request.with_agenda = with_agenda && aj_meeting_mail_is_owed (self->invitations, request.use);
  aj_meeting_mailer_open (widget, services, aj_invitations_get_facts (self->invitations), &request);
}

static void
note_sent (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjInvitationsPane *self = AJ_INVITATIONS_PANE (widget);
  AjRecord *meeting = aj_meeting_pane_get_meeting (AJ_MEETING_PANE (self));
  AjServices *services = aj_meeting_pane_get_services (AJ_MEETING_PANE (self));
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  if (self->invitations == NULL || services == NULL)
    return;
  g_ptr_array_add (shown, self->invitations);
  aj_meeting_mailer_note_sent (widget, services, aj_record_get_id (meeting), NULL, shown);
}

static void
aj_invitations_pane_show_facts (AjMeetingPane *pane)
{
  AjInvitationsPane *self = AJ_INVITATIONS_PANE (pane);
  AjMeetingFacts *facts = aj_meeting_pane_get_facts (pane);

  g_clear_pointer (&self->invitations, aj_invitations_free);
  if (facts != NULL)
    self->invitations = aj_invitations_new (facts);
  show_invitations (self);
  aj_proposal_group_show (self->proposals, aj_meeting_pane_get_store (pane), facts);
}

static void
aj_invitations_pane_dispose (GObject *object)
{
  AjInvitationsPane *self = AJ_INVITATIONS_PANE (object);

  g_clear_pointer (&self->invitations, aj_invitations_free);
  if (self->outbox != NULL)
    g_signal_handlers_disconnect_by_data (self->outbox, self);
  g_clear_object (&self->outbox);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_INVITATIONS_PANE);
  G_OBJECT_CLASS (aj_invitations_pane_parent_class)->dispose (object);
}

static void
aj_invitations_pane_class_init (AjInvitationsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AJ_TYPE_MEETING_MAILS);
  g_type_ensure (AJ_TYPE_PROPOSAL_GROUP);
  G_OBJECT_CLASS (klass)->dispose = aj_invitations_pane_dispose;
  AJ_MEETING_PANE_CLASS (klass)->show_facts = aj_invitations_pane_show_facts;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-invitations-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, owed_group);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, request_row);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, update_row);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, cancel_row);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, speakers_row);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, agenda_row);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, agenda_switch);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, save_row);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, proposals);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, mails);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, stuck);
  gtk_widget_class_bind_template_child (widget_class, AjInvitationsPane, list);
  gtk_widget_class_install_action (widget_class, "invitations.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "invitations.mail", "(sss)", write_mail);
  gtk_widget_class_install_action (widget_class, "invitations.note-sent", NULL, note_sent);
}

static void
aj_invitations_pane_init (AjInvitationsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
