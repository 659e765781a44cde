/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-attendee-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-agenda.h"
#include "aj-attendance-job.h"
#include "aj-attendance.h"
#include "aj-invitation.h"
#include "aj-phrase.h"

struct _AjAttendeeRow
{
  AdwActionRow parent_instance;

  GtkLabel *answer;    /* (unowned): in the button */
  GtkWidget *presence; /* (unowned): a suffix */
  GtkWidget *menu;     /* (unowned): a suffix */
  gboolean is_speaker;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (AjAttendeeRow, aj_attendee_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The letters are of the reader's language. */
static const struct
{
  const char *key;
  const char *field;
  const char *code;
} keys[] = {
  /* Translators: one letter each, all different: the keys for the answers yes, no, maybe, sends somebody. */
  { NC_ ("key for an answer", "y"), "answer", AJ_ANSWER_YES },
  { NC_ ("key for an answer", "n"), "answer", AJ_ANSWER_NO },
  { NC_ ("key for an answer", "m"), "answer", AJ_ANSWER_MAYBE },
  { NC_ ("key for an answer", "s"), "answer", AJ_ANSWER_SENDS },
  /* Translators: the same for present, absent and excused. */
  { NC_ ("key for an answer", "p"), "presence", AJ_PRESENCE_PRESENT },
  { NC_ ("key for an answer", "a"), "presence", AJ_PRESENCE_ABSENT },
  { NC_ ("key for an answer", "e"), "presence", AJ_PRESENCE_EXCUSED },
};

static const char *
get_key (guint index)
{
  return g_dpgettext2 (NULL, "key for an answer", keys[index].key);
}

static const char *
get_label (const char *field, const char *code)
{
  const AjField *found = aj_record_type_get_field (&aj_attendance_record_type, field, NULL);

  for (const AjChoice *choice = found->choices; choice->code != NULL; choice++)
    if (g_strcmp0 (choice->code, code) == 0)
      return _ (choice->label);
  return NULL;
}

static gboolean
key_pressed_cb (AjAttendeeRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar typed = g_unichar_tolower (gdk_keyval_to_unicode (keyval));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || typed == 0 ||
      !gtk_widget_get_sensitive (self->menu))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_utf8_get_char (get_key (i)) == typed &&
        !(self->is_speaker && g_str_equal (keys[i].field, "answer")))
      {
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, keys[i].field, keys[i].code);
        return TRUE;
      }
  return FALSE;
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CHOSEN], 0,
                 g_str_equal (action, "attendee.answer") ? "answer" : "presence",
                 g_variant_get_string (parameter, NULL));
}

static void
uninvite (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CHOSEN], 0, "invited-as", AJ_INVITED_SEAT);
}

static void
presence_toggled_cb (AjAttendeeRow *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, "presence", AJ_PRESENCE_PRESENT);
}

static void
aj_attendee_row_class_init (AjAttendeeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "attendee.answer", "s", choose);
  gtk_widget_class_install_action (widget_class, "attendee.presence", "s", choose);
  gtk_widget_class_install_action (widget_class, "attendee.uninvite", NULL, uninvite);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "attendee.uninvite", NULL);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", AJ_TYPE_ATTENDEE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) answers = g_menu_new ();
  g_autoptr (GMenu) presences = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenuItem) guest = g_menu_item_new (_ ("Do _Not Invite Any More"),
                                                 "attendee.uninvite");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gboolean is_answer = g_str_equal (keys[i].field, "answer");
      g_autoptr (GMenuItem) item = g_menu_item_new (get_label (keys[i].field, keys[i].code), NULL);

      g_menu_item_set_action_and_target (item, is_answer ? "attendee.answer" : "attendee.presence",
                                         "s", keys[i].code);
      g_menu_append_item (is_answer ? answers : presences, item);
    }
  /* Translators: above the answers that somebody can give. */
  g_menu_append_section (menu, _ ("Comes"), G_MENU_MODEL (answers));
  /* Translators: above whether somebody was there. */
  g_menu_append_section (menu, _ ("Was there"), G_MENU_MODEL (presences));
  /* Who sits in the group is invited by that. */
  g_menu_item_set_attribute (guest, "hidden-when", "s", "action-disabled");
  g_menu_append_item (others, guest);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  return G_MENU_MODEL (menu);
}

static void
aj_attendee_row_init (AjAttendeeRow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  self->menu = gtk_menu_button_new ();
  self->answer = GTK_LABEL (gtk_label_new (""));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->menu), GTK_WIDGET (self->answer));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu, "flat");
  self->presence = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->presence), "object-select-symbolic");
  gtk_widget_set_valign (self->presence, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->presence, "circular");
  g_signal_connect_swapped (self->presence, "toggled", G_CALLBACK (presence_toggled_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->presence);
}

GtkWidget *
aj_attendee_row_new (void)
{
  return g_object_new (AJ_TYPE_ATTENDEE_ROW, NULL);
}

static void
append_items (GString *text, AjMeetingFacts *facts, const AjValues *person)
{
  GPtrArray *agenda = aj_meeting_facts_get_agenda (facts);

  for (guint i = 0; i < agenda->len; i++)
    {
      g_autofree char *about = NULL;

      if (!aj_agenda_is_kept (agenda->pdata[i]) ||
          g_strcmp0 (aj_values_get_text (agenda->pdata[i], "speaker"), aj_values_get_id (person)) !=
              0)
        continue;
      /* Translators: an item of the agenda. */
      about = g_strdup_printf (_ ("As speaker about “%s”"),
                               aj_values_get_text (agenda->pdata[i], "name"));
      aj_phrase_append (text, " · ", about);
    }
}

/* (transfer full): for whom they sit there, as what they are invited, who comes instead, and whether they were there. */
static char *
describe (AjMeetingFacts *facts, const AjInvitee *invitee)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const AjValues *attendance = invitee->attendance;
  const char *as = attendance != NULL ? aj_values_get_text (attendance, "invited-as") : NULL;
  const char *presence = attendance != NULL ? aj_values_get_text (attendance, "presence") : NULL;

  if (invitee->person != NULL && invitee->organisation != NULL)
    aj_phrase_append (text, " · ", aj_values_get_text (invitee->organisation, "name"));
  if (invitee->is_speaker)
    append_items (text, facts, invitee->person);
  else if (!invitee->is_invited)
    aj_phrase_append (text, " · ", _ ("not invited any more"));
  else if (as != NULL && !g_str_equal (as, AJ_INVITED_SEAT))
    aj_phrase_append (text, " · ", get_label ("invited-as", as));
  if (attendance != NULL)
    {
      aj_phrase_append (text, " · ", aj_values_get_text (attendance, "substitute"));
      aj_phrase_append (text, " · ", aj_values_get_text (attendance, "comment"));
    }
  /* That somebody was there is what the button says. */
  if (presence != NULL && !g_str_equal (presence, AJ_PRESENCE_PRESENT))
    aj_phrase_append (text, " · ", get_label ("presence", presence));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* (transfer full): the answer; an old one is said to be that. */
static char *
describe_answer (AjMeetingFacts *facts, const AjInvitee *invitee)
{
  const char *code = invitee->attendance != NULL
                         ? aj_values_get_text (invitee->attendance, "answer")
                         : NULL;

  if (invitee->is_speaker)
    return g_strdup (get_label ("invited-as", AJ_INVITED_SPEAKER));
  if (code == NULL)
    /* Translators: on a button: somebody did not answer yet. */
    return g_strdup (_ ("no answer"));
  if (aj_invitation_is_answered (aj_meeting_facts_get_meeting (facts), invitee->attendance))
    return g_strdup (get_label ("answer", code));
  /* Translators: the answer that somebody gave before the meeting moved. */
  return g_strdup_printf (_ ("earlier: %s"), get_label ("answer", code));
}

void
aj_attendee_row_show (AjAttendeeRow *self,
                      AjMeetingFacts *facts,
                      const AjInvitee *invitee,
                      gboolean writable)
{
  const char *name = aj_invitee_get_name (invitee);
  g_autofree char *text = describe (facts, invitee);
  g_autofree char *answer = describe_answer (facts, invitee);
  g_autofree char *menu_name = NULL, *presence_name = NULL;
  gboolean is_present = invitee->attendance != NULL &&
                        g_strcmp0 (aj_values_get_text (invitee->attendance, "presence"),
                                   AJ_PRESENCE_PRESENT) == 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_label_set_label (self->answer, answer);
  if (aj_invitation_is_answered (aj_meeting_facts_get_meeting (facts), invitee->attendance))
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), "dim-label");
  self->is_speaker = invitee->is_speaker;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendee.answer", !invitee->is_speaker);
  gtk_widget_set_sensitive (self->menu, writable);
  gtk_widget_set_sensitive (self->presence, writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendee.uninvite",
                                 writable && aj_attendance_job_is_guest (invitee));
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->presence), is_present);
  self->is_showing = FALSE;
  /* Translators: a button, for a screen reader: somebody, and what they answered. */
  menu_name = g_strdup_printf (_ ("%1$s: %2$s"), name, answer);
  /* Translators: a button to press when somebody is there. */
  presence_name = g_strdup_printf (_ ("%s is there"), name);
  aj_accessible_set_name (self->menu, menu_name);
  aj_accessible_set_name (gtk_widget_get_first_child (self->menu), menu_name);
  gtk_widget_set_tooltip_text (self->presence, presence_name);
  aj_accessible_set_name (self->presence, presence_name);
  aj_accessible_set_name (GTK_WIDGET (self), name);
  aj_accessible_describe (GTK_WIDGET (self), answer);
}

char *
aj_attendee_row_dup_keys (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = g_utf8_strup (get_key (i), -1);

      g_string_append_printf (text, "%s%s %s",
                              i == 0   ? ""
                              : i == 4 ? " · "
                                       : ", ",
                              key, get_label (keys[i].field, keys[i].code));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
