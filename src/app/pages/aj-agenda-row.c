/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-agenda-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-agenda-item.h"
#include "aj-paper-adder.h"
#include "aj-papers-group.h"
#include "aj-phrase.h"
#include "aj-row-drag.h"

struct _AjAgendaRow
{
  AjRecordRow parent_instance;

  AjMeetingFacts *facts;  /* (owned) (nullable): of the meeting */
  AjPapersGroup *papers;  /* (unowned) (nullable): once it was opened */
  GtkLabel *clock;        /* (unowned): a prefix */
  GtkWidget *menu_button; /* (unowned): a suffix */
  GtkWidget *send;        /* (unowned): a suffix */
  char *note;             /* (owned) (nullable): what is not in order with the appointment */
  char *speaker;          /* (owned) (nullable): who speaks, as others introduce them … */
  char *speaker_id;       /* (owned) (nullable): … and whom that is about */
};

G_DEFINE_FINAL_TYPE (AjAgendaRow, aj_agenda_row, AJ_TYPE_RECORD_ROW)

enum
{
  SIGNAL_MOVED,
  SIGNAL_STEPPED,
  SIGNAL_PUT_OFF,
  SIGNAL_MAIL,
  SIGNAL_NOTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
count_papers (AjAgendaRow *self, const AjValues *item)
{
  GPtrArray *papers = self->facts != NULL ? aj_meeting_facts_get_papers (self->facts) : NULL;
  guint n = 0;

  for (guint i = 0; papers != NULL && i < papers->len; i++)
    if (aj_meeting_facts_is_about (self->facts, papers->pdata[i], aj_values_get_id (item)))
      n++;
  return n;
}

static void
append_papers (GString *text, guint n)
{
  /* Translators: how much there is to read for an item of an agenda. */
  g_autofree char *papers = g_strdup_printf (ngettext ("%u paper", "%u papers", n), n);

  if (n > 0)
    aj_phrase_append (text, " · ", papers);
}

/* A speaker that was chosen just now is called by name until it is told who that is. */
static const char *
get_speaker (AjRecordRow *row, const AjValues *item)
{
  AjAgendaRow *self = AJ_AGENDA_ROW (row);

  return self->speaker_id != NULL &&
                 g_strcmp0 (self->speaker_id, aj_values_get_text (item, "speaker")) == 0
             ? self->speaker
             : aj_record_row_get_other_title (row, 0);
}

/* Whether it is told who the speaker is, which may be long: it is then a line of its own. */
static gboolean
is_introduced (AjRecordRow *row, const AjValues *item)
{
  const char *speaker = get_speaker (row, item);

  return speaker != NULL && g_strcmp0 (speaker, aj_record_row_get_other_title (row, 0)) != 0;
}

/* (transfer full): "45 minutes · guest speaker · asked · 2 papers", and then "Anna, researcher, University of Twente". */
static char *
describe (AjRecordRow *row, const AjValues *item)
{
  AjRecord *record = aj_record_row_get_record (row);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = (guint) aj_values_get_integer (item, "minutes");
  g_autofree char *minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", n), n);
  g_autofree char *kind = aj_record_display (record, "kind");
  g_autofree char *briefing = aj_record_display (record, "briefing");
  g_autofree char *state = aj_record_display (record, "state");

  if (!aj_agenda_item_is_open (item))
    aj_phrase_append (text, " · ", state);
  aj_phrase_append (text, " · ", minutes);
  aj_phrase_append (text, " · ", kind);
  if (!is_introduced (row, item))
    aj_phrase_append (text, " · ", get_speaker (row, item));
  if (get_speaker (row, item) != NULL)
    aj_phrase_append (text, " · ", briefing);
  append_papers (text, count_papers (AJ_AGENDA_ROW (row), item));
  if (is_introduced (row, item))
    g_string_append_printf (text, "\n%s", get_speaker (row, item));
  if (AJ_AGENDA_ROW (row)->note != NULL)
    g_string_append_printf (text, "\n%s", AJ_AGENDA_ROW (row)->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
aj_agenda_row_update (AjRecordRow *row)
{
  AjAgendaRow *self = AJ_AGENDA_ROW (row);
  const AjValues *item = aj_record_get_values (aj_record_row_get_record (row));
  const char *name = item != NULL ? aj_values_get_text (item, "name") : NULL;
  g_autofree char *text = NULL, *spoken = NULL;

  if (name == NULL)
    return;
  text = describe (row, item);
  /* Translators: an item of an agenda for a screen reader: when, and what. */
  spoken = g_strdup_printf (_ ("%1$s %2$s"), gtk_label_get_text (self->clock), name);
  aj_record_row_show (row, name, text, g_strstrip (spoken));
  if (aj_agenda_is_kept (item))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
}

static void
aj_agenda_row_follow (AjRecordRow *row)
{
  aj_record_row_follow_field (row, 0, "speaker");
}

static char *
aj_agenda_row_describe_removal (AjRecordRow *row)
{
  const AjValues *item = aj_record_get_values (aj_record_row_get_record (row));
  const char *name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  return g_strdup_printf (item != NULL && aj_agenda_item_is_held (item)
                              /* Translators: a line of history; an item of an agenda, which stays
                                 on it as one that is not spoken about. */
                              ? _ ("Set “%s” to dropped")
                              /* Translators: a line of history; an item of an agenda. */
                              : _ ("Take “%s” off the agenda"),
                          name);
}

/* What stands in a calendar is dropped rather than removed, so that there is something to cancel it from. */
static void
aj_agenda_row_fill_removal (AjRecordRow *row, AjEdit *edit)
{
  const AjValues *item = aj_record_get_values (aj_record_row_get_record (row));

  if (aj_agenda_item_is_held (item))
    aj_values_set_text (aj_edit_change_values (edit, item), "state", AJ_AGENDA_DROPPED);
  else
    aj_edit_remove_values (edit, item);
}

static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_STEPPED], 0, g_variant_get_int32 (parameter));
}

static void
put_off (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_PUT_OFF], 0);
}

static const char *
get_meeting_id (AjAgendaRow *self)
{
  return aj_record_get_text (aj_record_row_get_record (AJ_RECORD_ROW (self)), "meeting");
}

static gboolean
get_place (GtkWidget *widget, AjServices **services, const char **meeting_id, const char **item_id)
{
  AjRecordRow *row = AJ_RECORD_ROW (widget);

  *services = aj_record_row_get_services (row);
  *meeting_id = get_meeting_id (AJ_AGENDA_ROW (widget));
  *item_id = aj_record_get_id (aj_record_row_get_record (row));
  return *meeting_id != NULL && !aj_store_is_read_only (aj_services_get_store (*services));
}

static void
add_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjServices *services;
  const char *meeting_id, *item_id;

  if (get_place (widget, &services, &meeting_id, &item_id))
    aj_paper_adder_choose (widget, services, meeting_id, item_id);
}

static void
add_link (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  if (AJ_AGENDA_ROW (widget)->papers != NULL)
    aj_papers_group_focus_line (AJ_AGENDA_ROW (widget)->papers);
}

static void
show_papers (AjAgendaRow *self)
{
  AjRecordRow *row = AJ_RECORD_ROW (self);

  if (self->papers != NULL && self->facts != NULL)
    aj_papers_group_show (self->papers, aj_record_row_get_services (row), self->facts,
                          aj_record_get_id (aj_record_row_get_record (row)));
}

static GtkWidget *
aj_agenda_row_make_more (AjRecordRow *row)
{
  AjAgendaRow *self = AJ_AGENDA_ROW (row);
  GtkWidget *more = adw_preferences_row_new ();

  self->papers = g_object_new (AJ_TYPE_PAPERS_GROUP, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->papers), "inner-group");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (more), GTK_WIDGET (self->papers));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (more), FALSE);
  gtk_widget_set_focusable (more, FALSE);
  show_papers (self);
  return more;
}

static void
mail (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MAIL], 0);
}

static void
note_sent (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_NOTED], 0);
}

static void
show_speaker (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *speaker = aj_record_get_text (aj_record_row_get_record (AJ_RECORD_ROW (widget)),
                                            "speaker");

  if (speaker != NULL)
    gtk_widget_activate_action (widget, "win.show-record", "(ss)", "person", speaker);
}

static void
dropped_cb (GtkWidget *row, GtkWidget *other)
{
  g_signal_emit (row, signals[SIGNAL_MOVED], 0, other);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int delta;
  } keys[] = {
    { GDK_KEY_KP_Up, -1 }, { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Down, 1 }, { GDK_KEY_Down, 1 }
  };

  gtk_widget_class_install_action (widget_class, "agenda.step", "i", step);
  gtk_widget_class_install_action (widget_class, "agenda.put-off", NULL, put_off);
  gtk_widget_class_install_action (widget_class, "agenda.mail", NULL, mail);
  gtk_widget_class_install_action (widget_class, "agenda.note-sent", NULL, note_sent);
  gtk_widget_class_install_action (widget_class, "agenda.show-speaker", NULL, show_speaker);
  gtk_widget_class_install_action (widget_class, "agenda.add-file", NULL, add_file);
  gtk_widget_class_install_action (widget_class, "agenda.add-link", NULL, add_link);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "agenda.add-file", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "agenda.add-link", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_ALT_MASK, "agenda.step",
                                         "i", keys[i].delta);
}

static void
aj_agenda_row_dispose (GObject *object)
{
  AjAgendaRow *self = AJ_AGENDA_ROW (object);

  self->papers = NULL;
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  G_OBJECT_CLASS (aj_agenda_row_parent_class)->dispose (object);
}

static void
aj_agenda_row_finalize (GObject *object)
{
  AjAgendaRow *self = AJ_AGENDA_ROW (object);

  g_free (self->note);
  g_free (self->speaker);
  g_free (self->speaker_id);
  G_OBJECT_CLASS (aj_agenda_row_parent_class)->finalize (object);
}

static void
aj_agenda_row_class_init (AjAgendaRowClass *klass)
{
  static const char *const fields[] = { "name",     "kind",        "minutes", "speaker",
                                        "briefing", "description", "state",   NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = aj_agenda_row_finalize;
  row_class->fields = fields;
  row_class->follow = aj_agenda_row_follow;
  row_class->update = aj_agenda_row_update;
  row_class->describe_removal = aj_agenda_row_describe_removal;
  row_class->fill_removal = aj_agenda_row_fill_removal;
  row_class->make_more = aj_agenda_row_make_more;
  G_OBJECT_CLASS (klass)->dispose = aj_agenda_row_dispose;
  install_keys (GTK_WIDGET_CLASS (klass));
  signals[SIGNAL_MOVED] = g_signal_new ("moved", AJ_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, AJ_TYPE_AGENDA_ROW);
  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", AJ_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_PUT_OFF] = g_signal_new ("put-off", AJ_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MAIL] = g_signal_new ("mail", AJ_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NOTED] = g_signal_new ("noted", AJ_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
append_with_key (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) later = g_menu_new ();

  append_with_key (papers, _ ("Add a _File…"), "agenda.add-file", "<Control><Shift>a");
  append_with_key (papers, _ ("Add a _Link"), "agenda.add-link", "<Control><Shift>l");
  append_with_key (order, _ ("Move _Up"), "agenda.step(-1)", "<Alt>Up");
  append_with_key (order, _ ("Move _Down"), "agenda.step(1)", "<Alt>Down");
  g_menu_append (later, _ ("For a _Later Meeting"), "agenda.put-off");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (later));
  return G_MENU_MODEL (menu);
}

static void
aj_agenda_row_init (AjAgendaRow *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  self->clock = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_width_chars (self->clock, 5);
  gtk_label_set_xalign (self->clock, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "numeric");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->clock));
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_set_tooltip_text (self->menu_button, _ ("Add papers, move or keep for later"));
  /* The button inside is what the cursor reaches. */
  aj_accessible_set_name (gtk_widget_get_first_child (self->menu_button),
                          _ ("Add papers, move or keep for later"));
  self->send = gtk_button_new ();
  gtk_widget_set_valign (self->send, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->send, FALSE);
  gtk_widget_add_css_class (self->send, "flat");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->menu_button);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->send);
  aj_record_row_limit_subtitle (AJ_RECORD_ROW (self));
  aj_row_drag_add (GTK_WIDGET (self), dropped_cb);
  aj_paper_adder_take_drops (GTK_WIDGET (self), get_place);
}

GtkWidget *
aj_agenda_row_new (AjServices *services, AjRecord *item)
{
  AjAgendaRow *self = g_object_new (AJ_TYPE_AGENDA_ROW, NULL);
  gboolean writable = !aj_store_is_read_only (aj_services_get_store (services));

  aj_record_row_set_record (AJ_RECORD_ROW (self), services, item);
  gtk_widget_set_visible (self->menu_button, writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.step", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.put-off", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.add-file", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.add-link", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.note-sent", writable);
  return GTK_WIDGET (self);
}

void
aj_agenda_row_show_speaker (AjAgendaRow *self, const char *id, const char *speaker)
{
  g_return_if_fail (AJ_IS_AGENDA_ROW (self));

  g_free (self->speaker_id);
  g_free (self->speaker);
  self->speaker_id = g_strdup (id);
  self->speaker = g_strdup (speaker);
}

void
aj_agenda_row_show_appointment (AjAgendaRow *self, const char *note, AjAgendaStep step)
{
  static const struct
  {
    const char *icon;
    const char *action;
    const char *tip;
  } steps[] = {
    [AJ_AGENDA_STEP_MAIL] = { "mail-message-new-symbolic", "agenda.mail",
                              N_ ("Mail the speaker about the appointment") },
    [AJ_AGENDA_STEP_NOTE_SENT] = { "object-select-symbolic", "agenda.note-sent",
                                   N_ ("The mail is out: note what the speaker was sent") },
    [AJ_AGENDA_STEP_ADDRESS] = { "document-edit-symbolic", "agenda.show-speaker",
                                 N_ ("Fill in the mail address of the speaker") },
  };

  g_return_if_fail (AJ_IS_AGENDA_ROW (self));

  g_free (self->note);
  self->note = g_strdup (note);
  gtk_widget_set_visible (self->send, step != AJ_AGENDA_STEP_NONE);
  if (step == AJ_AGENDA_STEP_NONE)
    return;
  gtk_button_set_icon_name (GTK_BUTTON (self->send), steps[step].icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->send), steps[step].action);
  gtk_widget_set_tooltip_text (self->send, _ (steps[step].tip));
  aj_accessible_set_name (self->send, _ (steps[step].tip));
}

void
aj_agenda_row_show (AjAgendaRow *self, AjMeetingFacts *facts, const AjAgendaSlot *slot)
{
  g_autofree char *clock = slot != NULL ? aj_time_of_day_to_string (slot->start.minute)
                                        : g_strdup ("");

  g_return_if_fail (AJ_IS_AGENDA_ROW (self));

  aj_meeting_facts_ref (facts);
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  self->facts = facts;
  show_papers (self);
  gtk_label_set_label (self->clock, clock);
  aj_agenda_row_update (AJ_RECORD_ROW (self));
}
