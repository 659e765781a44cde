/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-mails.h"

#include <glib/gi18n.h>

#include "aj-agenda-item.h"
#include "aj-mail-text.h"

struct _AjMeetingMails
{
  AdwPreferencesGroup parent_instance;

  GPtrArray
      *rows; /* (owned) (element-type GtkWidget): those that are shown; borrowed from the group */
};

G_DEFINE_FINAL_TYPE (AjMeetingMails, aj_meeting_mails, ADW_TYPE_PREFERENCES_GROUP)

/* @item: (nullable) */
static void
add_row (AjMeetingMails *self,
         const char *title,
         const char *subtitle,
         const char *use,
         const char *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "invitations.mail");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", use, item != NULL ? item : "",
                                    "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_anybody_reached (AjMeetingFacts *facts)
{
  GArray *invitees = aj_meeting_facts_get_invitees (facts);

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);

      if (invitee->is_invited && aj_invitee_get_mail (invitee) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_speaker (AjMeetingMails *self, const AjSpeaker *speaker)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (speaker->person == NULL || speaker->appointment.mail == NULL ||
      speaker->appointment.slot == NULL || !aj_agenda_item_is_open (speaker->item))
    return;
  /* Translators: a speaker. */
  title = g_strdup_printf (_ ("Mail %s"), aj_values_get_text (speaker->person, "name"));
  /* Translators: an item of the agenda. */
  subtitle = g_strdup_printf (_ ("As speaker about “%s”"),
                              aj_values_get_text (speaker->item, "name"));
  add_row (self, title, subtitle, AJ_MAIL_SPEAKER, aj_values_get_id (speaker->item));
}

static void
add_rows (AjMeetingMails *self, AjInvitations *invitations, AjDate today)
{
  AjMeetingFacts *facts = aj_invitations_get_facts (invitations);
  GPtrArray *speakers = aj_speakers_get_all (aj_invitations_get_speakers (invitations));
  GPtrArray *agenda = aj_meeting_facts_get_agenda (facts);
  AjDate date = aj_meeting_facts_get_date (facts);
  gboolean is_past = date != AJ_DATE_NONE && date <= today;

  for (guint i = 0; i < speakers->len; i++)
    add_speaker (self, speakers->pdata[i]);
  if (!is_anybody_reached (facts))
    return;
  if (agenda->len > 0)
    add_row (self, _ ("Mail the agenda"), _ ("To everybody who is invited"), AJ_MAIL_AGENDA, NULL);
  if (is_past)
    add_row (self, _ ("Mail the minutes for comment"), _ ("To everybody who was invited"),
             AJ_MAIL_MINUTES, NULL);
}

void
aj_meeting_mails_show (AjMeetingMails *self, AjInvitations *invitations, AjDate today)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (invitations != NULL)
    add_rows (self, invitations, today);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
aj_meeting_mails_finalize (GObject *object)
{
  g_clear_pointer (&AJ_MEETING_MAILS (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (aj_meeting_mails_parent_class)->finalize (object);
}

static void
aj_meeting_mails_class_init (AjMeetingMailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_meeting_mails_finalize;
}

static void
aj_meeting_mails_init (AjMeetingMails *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Other Mails"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
