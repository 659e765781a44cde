/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-owed-window.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-feedback.h"
#include "aj-keyed-rows.h"
#include "aj-meeting-mailer.h"
#include "aj-meeting-report.h"
#include "aj-owed-invitations.h"
#include "aj-waiting.h"

struct _AjOwedWindow
{
  AdwWindow parent_instance;

  AjServices *services;      /* (owned) */
  GPtrArray *owed;           /* (owned) (nullable) (element-type AjInvitations): what is shown */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gboolean is_stale;         /* changed while it was read */

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;
  GtkCheckButton *agenda_check;
};

G_DEFINE_FINAL_TYPE (AjOwedWindow, aj_owed_window, ADW_TYPE_WINDOW)

static void read_owed (AjOwedWindow *self);

static AjStore *
get_store (AjOwedWindow *self)
{
  return aj_services_get_store (self->services);
}

static const AjValues *
get_meeting (AjInvitations *invitations)
{
  return aj_meeting_facts_get_meeting (aj_invitations_get_facts (invitations));
}

/* A mail for each kind of letter, for each has a file of its own. */
static void
mail (AjOwedWindow *self, AjInvitations *invitations)
{
  static const AjLetterKind kinds[] = { AJ_LETTER_CANCEL, AJ_LETTER_UPDATE, AJ_LETTER_REQUEST };
  gboolean has_agenda = aj_meeting_facts_get_agenda (aj_invitations_get_facts (invitations))->len >
                        0;

  gboolean with_agenda = has_agenda && gtk_check_button_get_active (self->agenda_check);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const AjMeetingMailRequest request = {
        .use = aj_meeting_mail_get_use (kinds[i]),
        .with_agenda = with_agenda,
      };

      if (aj_meeting_mail_is_owed (invitations, request.use))
        aj_meeting_mailer_open (GTK_WIDGET (self->list), self->services,
                                aj_invitations_get_facts (invitations), &request);
    }
  aj_meeting_mailer_open_for_speakers (GTK_WIDGET (self->list), self->services, invitations, NULL,
                                       with_agenda);
}

static AjInvitations *
find_invitations (AjOwedWindow *self, const char *meeting)
{
  for (guint i = 0; self->owed != NULL && i < self->owed->len; i++)
    if (g_strcmp0 (aj_values_get_id (get_meeting (self->owed->pdata[i])), meeting) == 0)
      return self->owed->pdata[i];
  return NULL;
}

static void
mail_one (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjOwedWindow *self = AJ_OWED_WINDOW (widget);
  AjInvitations *invitations = find_invitations (self, g_variant_get_string (parameter, NULL));

  if (invitations != NULL)
    mail (self, invitations);
}

static void
mail_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjOwedWindow *self = AJ_OWED_WINDOW (widget);

  for (guint i = 0; self->owed != NULL && i < self->owed->len; i++)
    mail (self, self->owed->pdata[i]);
}

/* Of all meetings that were mailed about, wherever that was asked; who mails in another way notes what stands here. */
static void
note_sent (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjOwedWindow *self = AJ_OWED_WINDOW (widget);

  aj_meeting_mailer_note_sent (GTK_WIDGET (self->list), self->services, NULL, NULL, self->owed);
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  AjOwedWindow *self = user_data;
  AjInvitations *invitations = self->owed->pdata[index];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Mail"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "owed.mail");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    aj_values_get_id (get_meeting (invitations)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

/* (transfer full): who is owed something; else who cannot be told, which is why it is here. */
static char *
describe (AjInvitations *invitations)
{
  char *sentence = aj_invitations_describe (invitations);
  guint n_stuck = aj_invitations_get_counts (invitations)->n_stuck;

  if (sentence != NULL)
    return sentence;
  return g_strdup_printf (ngettext ("%u person without a mail address cannot be told.",
                                    "%u people without a mail address cannot be told.", n_stuck),
                          n_stuck);
}

static void
update_row_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjInvitations *invitations = ((AjOwedWindow *) user_data)->owed->pdata[index];
  const AjValues *group = aj_meeting_facts_get_group (aj_invitations_get_facts (invitations));
  g_autofree char *when = aj_meeting_report_format_when (get_meeting (invitations));
  g_autofree char *sentence = describe (invitations);
  g_autofree char *name = NULL, *text = NULL;
  GtkWidget *button = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));

  text = group != NULL ? g_strdup_printf ("%s\n%s", aj_values_get_text (group, "name"), sentence)
                       : g_strdup (sentence);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_visible (button, aj_invitations_is_any_owed (invitations));
  /* Translators: a button, for a screen reader; when the meeting is. */
  name = g_strdup_printf (_ ("Mail about %s"), when);
  aj_accessible_set_name (button, name);
}

static void
show_owed (AjOwedWindow *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  gboolean can_mail = FALSE;

  for (guint i = 0; i < self->owed->len; i++)
    {
      g_ptr_array_add (keys, (gpointer) aj_values_get_id (get_meeting (self->owed->pdata[i])));
      can_mail = can_mail || aj_invitations_is_any_owed (self->owed->pdata[i]);
    }
  aj_keyed_rows_sync (self->list, keys, make_row_cb, update_row_cb, self);
  gtk_stack_set_visible_child_name (self->stack, keys->len > 0 ? "list" : "nothing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owed.mail-all", can_mail);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owed.note-sent",
                                 can_mail && !aj_store_is_read_only (get_store (self)));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjOwedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) owed = aj_owed_invitations_load_finish (AJ_STORE (source), result, &error);

  if (self->services == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (owed == NULL)
    {
      aj_feedback_error (GTK_WIDGET (self->list), error);
      return;
    }
  g_clear_pointer (&self->owed, g_ptr_array_unref);
  self->owed = g_steal_pointer (&owed);
  show_owed (self);
  if (self->is_stale)
    read_owed (self);
}

static void
read_owed (AjOwedWindow *self)
{
  self->is_stale = self->cancellable != NULL;
  if (self->is_stale)
    return;
  self->cancellable = g_cancellable_new ();
  aj_owed_invitations_load_async (get_store (self), self->cancellable, loaded_cb,
                                  g_object_ref (self));
}

static void
aj_owed_window_dispose (GObject *object)
{
  AjOwedWindow *self = AJ_OWED_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->owed, g_ptr_array_unref);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_OWED_WINDOW);
  G_OBJECT_CLASS (aj_owed_window_parent_class)->dispose (object);
}

static void
aj_owed_window_class_init (AjOwedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_owed_window_dispose;
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-owed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjOwedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjOwedWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AjOwedWindow, agenda_check);
  gtk_widget_class_install_action (widget_class, "owed.mail", "s", mail_one);
  gtk_widget_class_install_action (widget_class, "owed.mail-all", NULL, mail_all);
  gtk_widget_class_install_action (widget_class, "owed.note-sent", NULL, note_sent);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aj_owed_window_init (AjOwedWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owed.mail-all", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owed.note-sent", FALSE);
}

void
aj_owed_window_show (GtkWindow *parent, AjServices *services)
{
  AjOwedWindow *self = g_object_new (AJ_TYPE_OWED_WINDOW, NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (read_owed), self,
                           G_CONNECT_SWAPPED);
  aj_dialog_set_parent (GTK_WINDOW (self), parent);
  read_owed (self);
  gtk_window_present (GTK_WINDOW (self));
}
