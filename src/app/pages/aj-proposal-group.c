/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-proposal-group.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-mail-text.h"
#include "aj-phrase.h"
#include "aj-proposal.h"

struct _AjProposalGroup
{
  AdwPreferencesGroup parent_instance;

  AjStore *store;        /* (owned) (nullable) */
  AjMeetingFacts *facts; /* (owned) (nullable) */
  GPtrArray *rows;       /* (owned) (element-type GtkWidget): borrowed from the group */
};

G_DEFINE_FINAL_TYPE (AjProposalGroup, aj_proposal_group, ADW_TYPE_PREFERENCES_GROUP)

static const AjInvitee *
get_invitee (AjProposalGroup *self, guint index)
{
  return &g_array_index (aj_meeting_facts_get_invitees (self->facts), AjInvitee, index);
}

static void
accept (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjProposalGroup *self = AJ_PROPOSAL_GROUP (widget);
  g_autoptr (AjEdit) edit = aj_proposal_accept (self->store, self->facts,
                                                get_invitee (self,
                                                             g_variant_get_uint32 (parameter)));

  aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

/* No calendar program takes a refusal, so a mail is made ready before the proposal is gone. */
static void
decline (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjProposalGroup *self = AJ_PROPOSAL_GROUP (widget);
  const AjInvitee *invitee = get_invitee (self, g_variant_get_uint32 (parameter));
  g_autoptr (AjEdit) edit = aj_proposal_decline (self->store, self->facts, invitee);

  if (aj_invitee_get_mail (invitee) != NULL)
    gtk_widget_activate_action (widget, "invitations.mail", "(sss)", AJ_MAIL_PROPOSAL_DECLINED, "",
                                aj_values_get_id (invitee->attendance));
  aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static GtkWidget *
make_button (const char *label, const char *name, const char *action, guint index)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  aj_accessible_set_name (button, name);
  return button;
}

static void
add_row (AjProposalGroup *self, guint index, const char *when)
{
  const char *who = aj_invitee_get_name (get_invitee (self, index));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: what a screen reader says of a button; a day with its hours. */
  g_autofree char *move_name = g_strdup_printf (_ ("Move the meeting to %s"), when);
  /* Translators: what a screen reader says of a button; who proposed another time. */
  g_autofree char *decline_name = g_strdup_printf (_ ("Decline the proposal of %s"), who);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), who);
  /* Translators: on a button: moves a meeting to a time that was proposed. */
  gtk_box_append (GTK_BOX (box), make_button (_ ("Move"), move_name, "proposal.accept", index));
  /* Translators: on a button: declines a time that was proposed. */
  gtk_box_append (GTK_BOX (box),
                  make_button (_ ("Decline"), decline_name, "proposal.decline", index));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (AjProposalGroup *self)
{
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);

  for (guint i = 0; i < invitees->len; i++)
    {
      g_autofree char *when = NULL;
      AjWallTime start, end;

      if (!aj_proposal_get (self->facts, get_invitee (self, i), &start, &end))
        continue;
      when = aj_phrase_format_span (&start, &end, aj_date_format_short);
      add_row (self, i, when);
    }
}

void
aj_proposal_group_show (AjProposalGroup *self, AjStore *store, AjMeetingFacts *facts)
{
  gboolean writable = store != NULL && !aj_store_is_read_only (store);

  g_return_if_fail (AJ_IS_PROPOSAL_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  if (facts != NULL)
    {
      self->facts = aj_meeting_facts_ref (facts);
      fill (self);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proposal.accept", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proposal.decline", writable);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
aj_proposal_group_finalize (GObject *object)
{
  AjProposalGroup *self = AJ_PROPOSAL_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_proposal_group_parent_class)->finalize (object);
}

static void
aj_proposal_group_class_init (AjProposalGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = aj_proposal_group_finalize;
  gtk_widget_class_install_action (widget_class, "proposal.accept", "u", accept);
  gtk_widget_class_install_action (widget_class, "proposal.decline", "u", decline);
}

static void
aj_proposal_group_init (AjProposalGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Proposed Times"));
  aj_accessible_name_lists (GTK_WIDGET (self), _ ("Proposed times"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
