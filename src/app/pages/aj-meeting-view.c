/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-view.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-calendar-saver.h"
#include "aj-live-reader.h"
#include "aj-feedback.h"
#include "aj-invitations.h"
#include "aj-meeting-date.h"
#include "aj-meeting-form.h"
#include "aj-meeting.h"
#include "aj-meeting-subject.h"
#include "aj-meeting-tabs.h"
#include "aj-meeting-text.h"
#include "aj-reinstate.h"
#include "aj-report-window.h"
#include "aj-template-window.h"

struct _AjMeetingView
{
  AdwBin parent_instance;

  AjServices *services;      /* (owned) */
  AjMeetingSubject *subject; /* (owned) */
  AjLiveReader *reader;      /* (owned) */
  gboolean folded;

  /* Template widgets */
  GtkWidget *menu_button;
  GtkWidget *step_button;
  GtkWidget *narrow_step_button;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *reason;
  GtkWidget *warning_box;
  GtkLabel *warning;
  GtkWidget *conflict_card;
  GtkLabel *conflict_text;
  GtkWidget *outdated_card;
  GtkLabel *outdated_text;
  GtkWidget *outdated_button;
  GtkWidget *invitations_button;
  AjMeetingTabs *tabs;
};

G_DEFINE_FINAL_TYPE (AjMeetingView, aj_meeting_view, ADW_TYPE_BIN)

static gpointer
finish_sides (AjStore *store, GAsyncResult *result, GError **error)
{
  return aj_meeting_sides_load_finish (store, result, error);
}

static gboolean
are_sides_concerned (gpointer sides, AjChanges *changes)
{
  return aj_meeting_sides_is_concerned (sides, changes);
}

static const AjLiveReaderKind sides_kind = {
  .load_async = aj_meeting_sides_load_async,
  .load_finish = finish_sides,
  .is_concerned = are_sides_concerned,
  .free = (GDestroyNotify) aj_meeting_sides_free,
};

typedef enum
{
  PROP_FOLDED = 1,
} AjMeetingViewProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

static AjRecord *
get_meeting (AjMeetingView *self)
{
  return aj_meeting_subject_get_meeting (self->subject);
}

/* What comes next is the one button beside the title; what it does follows from the day and the state. */
static void
show_next_step (AjMeetingView *self, AjRecord *meeting)
{
  GtkWidget *const buttons[] = { self->step_button, self->narrow_step_button };
  const char *state = aj_record_get_text (meeting, "state");
  AjDate today = aj_services_get_today (self->services);
  AjWallTime start = { 0 };
  gboolean has_come = aj_record_get_wall_time (meeting, "starts-at", &start) && start.date <= today;
  gboolean is_certain = g_strcmp0 (state, AJ_MEETING_CONFIRMED) == 0;
  const char *tooltip = has_come     ? _ ("It took place: the minutes can be made")
                        : is_certain ? _ ("The date is certain already")
                                     : _ ("The date is certain");

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (buttons[i]),
                                      has_come ? "meeting.set-held" : "meeting.confirm");
      gtk_button_set_label (GTK_BUTTON (buttons[i]),
                            has_come ? _ ("It Was _Held") : _ ("Con_firm"));
      aj_accessible_set_name (buttons[i], has_come ? _ ("It was held") : _ ("Confirm"));
      gtk_widget_set_tooltip_text (buttons[i], tooltip);
      aj_accessible_describe (buttons[i], tooltip);
      gtk_widget_set_visible (buttons[i], aj_meeting_is_open (aj_record_get_values (meeting)));
    }
}

static void
update_actions (AjMeetingView *self, AjRecord *meeting)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean usable = meeting != NULL && aj_record_is_loaded (meeting) &&
                    !aj_store_is_read_only (aj_services_get_store (self->services));
  const char *state = usable ? aj_record_get_text (meeting, "state") : NULL;
  gboolean is_cancelled = g_strcmp0 (state, AJ_MEETING_CANCELLED) == 0;
  gboolean is_held = g_strcmp0 (state, AJ_MEETING_HELD) == 0;
  gboolean is_confirmed = g_strcmp0 (state, AJ_MEETING_CONFIRMED) == 0;

  gtk_widget_action_set_enabled (widget, "meeting.confirm",
                                 usable && !is_cancelled && !is_held && !is_confirmed);
  gtk_widget_action_set_enabled (widget, "meeting.set-held", usable && !is_cancelled && !is_held);
  gtk_widget_action_set_enabled (widget, "meeting.cancel", usable && !is_cancelled && !is_held);
  gtk_widget_action_set_enabled (widget, "meeting.reinstate", usable && is_cancelled);
  gtk_widget_action_set_enabled (widget, "meeting.week-earlier",
                                 usable && !is_cancelled && !is_held);
  gtk_widget_action_set_enabled (widget, "meeting.week-later", usable && !is_cancelled && !is_held);
  gtk_widget_action_set_enabled (widget, "meeting.keep-date", usable);
  gtk_widget_action_set_enabled (widget, "meeting.begin-template", usable);
  gtk_widget_action_set_enabled (widget, "meeting.catch-up", usable);
  gtk_widget_action_set_enabled (widget, "meeting.edit-template", meeting != NULL);
  gtk_widget_action_set_enabled (widget, "meeting.remove", usable);
  gtk_widget_action_set_enabled (widget, "meeting.export", meeting != NULL);
  gtk_widget_action_set_enabled (widget, "meeting.show-agenda", meeting != NULL);
  gtk_widget_action_set_enabled (widget, "meeting.show-attendance", meeting != NULL);
  gtk_widget_action_set_enabled (widget, "meeting.show-minutes", meeting != NULL);
}

static void
show_conflict (AjMeetingView *self, AjRecord *meeting, const char *reason)
{
  gboolean has_conflict = aj_meeting_date_is_to_decide (aj_record_get_values (meeting));

  gtk_widget_set_visible (self->conflict_card, has_conflict);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !has_conflict && *reason != '\0');
  gtk_label_set_label (self->conflict_text, reason);
  gtk_label_set_label (self->reason, reason);
}

/* (transfer full) (nullable): whose calendar is wrong: of those who were sent an invitation. */
static char *
describe_invited (AjMeetingView *self)
{
  AjMeetingSides *sides = aj_live_reader_get_result (self->reader);
  g_autoptr (AjInvitations) invitations = sides != NULL ? aj_invitations_new (sides->facts) : NULL;

  return invitations != NULL && aj_invitations_is_anybody_wrong (invitations)
             ? aj_invitations_describe (invitations)
             : NULL;
}

/* (transfer full) (nullable): whose calendar is wrong: of those who took a file. */
static char *
describe_file (AjRecord *meeting)
{
  AjWallTime at;
  g_autofree char *day = NULL;

  if (!aj_meeting_is_outdated (aj_record_get_values (meeting)) ||
      !aj_record_get_wall_time (meeting, "handed-out-at", &at))
    return NULL;
  day = aj_date_format_day_month (at.date);
  /* Translators: a date. */
  return g_strdup_printf (_ ("The calendar file of %s still has the old version of this meeting."),
                          day);
}

/* People who were invited are known by name, so they come first; telling them is what is to be done. */
static void
show_outdated (AjMeetingView *self)
{
  AjRecord *meeting = get_meeting (self);
  gboolean is_loaded = aj_meeting_subject_is_loaded (self->subject);
  g_autofree char *invited = is_loaded ? describe_invited (self) : NULL;
  g_autofree char *file = is_loaded && invited == NULL ? describe_file (meeting) : NULL;

  gtk_widget_set_visible (self->outdated_card, invited != NULL || file != NULL);
  gtk_widget_set_visible (self->outdated_button, file != NULL);
  gtk_widget_set_visible (self->invitations_button, invited != NULL);
  if (invited != NULL || file != NULL)
    gtk_label_set_label (self->outdated_text, invited != NULL ? invited : file);
}

static void
show_meeting (AjMeetingView *self)
{
  AjRecord *meeting = get_meeting (self);
  gboolean is_loaded = aj_meeting_subject_is_loaded (self->subject);
  const char *group = aj_meeting_subject_get_group_name (self->subject);
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *line = NULL;

  aj_live_reader_set_id (self->reader, meeting != NULL ? aj_record_get_id (meeting) : NULL);
  update_actions (self, meeting);
  show_outdated (self);
  /* Without a meeting nothing is said: the list does that. */
  gtk_widget_set_visible (self->menu_button, is_loaded);
  if (is_loaded)
    show_next_step (self, meeting);
  else
    gtk_widget_set_visible (self->step_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, meeting != NULL ? "meeting" : "nothing");
  if (!is_loaded)
    return;
  title = aj_meeting_text_title (meeting, group);
  when = aj_meeting_text_when (meeting);
  reason = aj_meeting_date_to_text (aj_record_get_values (meeting));
  if (*group != '\0' && g_strcmp0 (title, group) != 0)
    /* Translators: under a meeting's theme: the group, and when. */
    line = g_strdup_printf (_ ("%s · %s"), group, when);
  else
    line = g_strdup (when);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->when, line);
  warning = aj_meeting_date_to_warning (aj_record_get_values (meeting),
                                        aj_services_get_holidays (self->services));
  gtk_label_set_label (self->warning, warning);
  gtk_widget_set_visible (self->warning_box, *warning != '\0');
  show_conflict (self, meeting, reason);
}

/* Takes @label. */
static void
change_state (
    AjMeetingView *self, AjRecord *meeting, const char *state, char *label, AjCommitMode mode)
{
  g_autofree char *owned_label = label;
  g_autoptr (AjEdit) edit = aj_edit_new (aj_services_get_store (self->services), owned_label);

  aj_values_set_text (aj_edit_change (edit, meeting), "state", state);
  aj_feedback_commit (GTK_WIDGET (self), edit, mode, NULL, NULL);
}

static void
confirm (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingView *self = AJ_MEETING_VIEW (widget);
  g_autofree char *day = aj_meeting_text_day (get_meeting (self));

  change_state (self, get_meeting (self), AJ_MEETING_CONFIRMED,
                /* Translators: a line of history; a day, as in "12 March". */
                g_strdup_printf (_ ("Confirm meeting of %s"), day), AJ_COMMIT_QUIET);
}

static void
set_held (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingView *self = AJ_MEETING_VIEW (widget);
  g_autofree char *day = aj_meeting_text_day (get_meeting (self));

  change_state (self, get_meeting (self), AJ_MEETING_HELD,
                g_strdup_printf (_ ("Mark meeting of %s as held"), day), AJ_COMMIT_QUIET);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingView *self = AJ_MEETING_VIEW (widget);
  g_autofree char *day = aj_meeting_text_day (get_meeting (self));

  change_state (self, get_meeting (self), AJ_MEETING_CANCELLED,
                g_strdup_printf (_ ("Cancel meeting of %s"), day), AJ_COMMIT_OFFER_UNDO);
}

/* Which meeting is to be planned again, while history is asked what it was. */
typedef struct
{
  AjMeetingView *view; /* (owned) */
  AjRecord *meeting;   /* (owned) */
} Reinstating;

static void
reinstating_free (Reinstating *self)
{
  g_object_unref (self->view);
  g_object_unref (self->meeting);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reinstating, reinstating_free)

static void
state_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reinstating) reinstating = user_data;
  AjRecord *meeting = reinstating->meeting;
  g_autoptr (GError) error = NULL;
  g_autofree char *state = aj_reinstate_read_state_finish (AJ_STORE (source), result, &error);
  g_autofree char *day = NULL;

  if (error != NULL)
    {
      aj_feedback_error (GTK_WIDGET (reinstating->view), error);
      return;
    }
  /* Somebody may have been quicker. */
  if (reinstating->view->services == NULL || !aj_record_is_loaded (meeting) ||
      g_strcmp0 (aj_record_get_text (meeting, "state"), AJ_MEETING_CANCELLED) != 0)
    return;
  day = aj_meeting_text_day (meeting);
  change_state (reinstating->view, meeting, state,
                g_strdup_printf (_ ("Plan meeting of %s again"), day), AJ_COMMIT_QUIET);
}

static void
reinstate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingView *self = AJ_MEETING_VIEW (widget);
  Reinstating *reinstating = g_new0 (Reinstating, 1);

  reinstating->view = g_object_ref (self);
  reinstating->meeting = g_object_ref (get_meeting (self));
  aj_reinstate_read_state_async (aj_services_get_store (self->services),
                                 aj_record_get_id (reinstating->meeting), NULL, state_read_cb,
                                 reinstating);
}

static void
move_by_days (AjMeetingView *self, int days)
{
  AjRecord *meeting = get_meeting (self);
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  AjValues *changed;
  AjWallTime start, end;

  if (!aj_record_get_wall_time (meeting, "starts-at", &start) ||
      !aj_record_get_wall_time (meeting, "ends-at", &end))
    return;
  start.date += days;
  end.date += days;
  day = aj_date_format_day_month (start.date);
  /* Translators: a line of history; a day, as in "12 March". */
  label = g_strdup_printf (_ ("Move meeting to %s"), day);
  edit = aj_edit_new (aj_services_get_store (self->services), label);
  changed = aj_edit_change (edit, meeting);
  aj_values_set_wall_time (changed, "starts-at", &start);
  aj_values_set_wall_time (changed, "ends-at", &end);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
week_earlier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move_by_days (AJ_MEETING_VIEW (widget), -7);
}

static void
week_later (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move_by_days (AJ_MEETING_VIEW (widget), 7);
}

static void
keep_date (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingView *self = AJ_MEETING_VIEW (widget);
  AjRecord *meeting = get_meeting (self);
  g_autofree char *day = aj_meeting_text_day (meeting);
  /* Translators: a line of history; a day, as in "12 March". */
  g_autofree char *label = g_strdup_printf (_ ("Keep the date %s against advice"), day);
  g_autoptr (AjEdit) edit = aj_edit_new (aj_services_get_store (self->services), label);

  aj_values_set_text (aj_edit_change (edit, meeting), "reason", "against-advice");
  aj_feedback_commit (widget, edit, AJ_COMMIT_QUIET, NULL, NULL);
}

void
aj_meeting_view_remove (GtkWidget *from, AjServices *services, AjRecord *meeting)
{
  g_autofree char *day = aj_meeting_text_day (meeting);
  /* Translators: a line of history; a day, as in "12 March". */
  g_autofree char *label = g_strdup_printf (_ ("Remove meeting of %s"), day);
  g_autoptr (AjEdit) edit = aj_edit_new (aj_services_get_store (services), label);

  aj_edit_remove_values (edit, aj_record_get_values (meeting));
  aj_feedback_commit (from, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
remove_meeting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingView *self = AJ_MEETING_VIEW (widget);

  aj_meeting_view_remove (widget, self->services, get_meeting (self));
}

static void
export_meeting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingView *self = AJ_MEETING_VIEW (widget);

  aj_calendar_saver_save_meeting (widget, self->services, get_meeting (self),
                                  aj_meeting_subject_get_group (self->subject));
}

static void
show_report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    AjMeetingReport report;
  } reports[] = {
    { "meeting.show-agenda", AJ_MEETING_REPORT_AGENDA },
    { "meeting.show-attendance", AJ_MEETING_REPORT_ATTENDANCE },
    { "meeting.show-minutes", AJ_MEETING_REPORT_MINUTES },
  };
  AjMeetingView *self = AJ_MEETING_VIEW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_str_equal (action, reports[i].action))
      aj_report_window_show_meeting (GTK_WINDOW (gtk_widget_get_root (widget)), self->services,
                                     aj_record_get_id (get_meeting (self)), reports[i].report);
}

static void
show_invitations (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingPane *pane = aj_meeting_tabs_show_pane (AJ_MEETING_VIEW (widget)->tabs, "invitations");

  gtk_widget_child_focus (GTK_WIDGET (pane), GTK_DIR_TAB_FORWARD);
}

static void
edit_template (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingView *self = AJ_MEETING_VIEW (widget);
  AjRecord *group = aj_meeting_subject_get_group (self->subject);

  if (group != NULL)
    aj_template_window_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->services,
                             aj_record_get_id (group));
}

/* The checklist of the cycle on this meeting and all that are to come. */
static void
bring_template (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMeetingView *self = AJ_MEETING_VIEW (widget);
  AjMeetingSides *sides = aj_live_reader_get_result (self->reader);
  AjStore *store = aj_services_get_store (self->services);
  g_autoptr (AjEdit) edit = NULL;

  if (sides == NULL)
    return;
  edit = g_str_equal (action, "meeting.catch-up")
             ? aj_cycle_template_catch_up (sides->template, store)
             : aj_cycle_template_begin (sides->template, store);
  if (edit != NULL)
    aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
facts_failed_cb (AjMeetingView *self, const GError *error)
{
  aj_feedback_error (GTK_WIDGET (self), error);
}

static void
aj_meeting_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aj_meeting_view_parent_class)->map (widget);
  aj_live_reader_set_active (AJ_MEETING_VIEW (widget)->reader, TRUE);
}

static void
aj_meeting_view_unmap (GtkWidget *widget)
{
  if (AJ_MEETING_VIEW (widget)->reader != NULL)
    aj_live_reader_set_active (AJ_MEETING_VIEW (widget)->reader, FALSE);
  GTK_WIDGET_CLASS (aj_meeting_view_parent_class)->unmap (widget);
}

static void
aj_meeting_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjMeetingViewProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, AJ_MEETING_VIEW (object)->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_meeting_view_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  AjMeetingView *self = AJ_MEETING_VIEW (object);

  switch ((AjMeetingViewProperty) prop_id)
    {
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        break;
      self->folded = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_meeting_view_dispose (GObject *object)
{
  AjMeetingView *self = AJ_MEETING_VIEW (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->subject);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_MEETING_VIEW);
  G_OBJECT_CLASS (aj_meeting_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "meeting.confirm", NULL, confirm);
  gtk_widget_class_install_action (widget_class, "meeting.set-held", NULL, set_held);
  gtk_widget_class_install_action (widget_class, "meeting.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "meeting.reinstate", NULL, reinstate);
  gtk_widget_class_install_action (widget_class, "meeting.week-earlier", NULL, week_earlier);
  gtk_widget_class_install_action (widget_class, "meeting.week-later", NULL, week_later);
  gtk_widget_class_install_action (widget_class, "meeting.keep-date", NULL, keep_date);
  gtk_widget_class_install_action (widget_class, "meeting.remove", NULL, remove_meeting);
  gtk_widget_class_install_action (widget_class, "meeting.export", NULL, export_meeting);
  gtk_widget_class_install_action (widget_class, "meeting.show-agenda", NULL, show_report);
  gtk_widget_class_install_action (widget_class, "meeting.show-attendance", NULL, show_report);
  gtk_widget_class_install_action (widget_class, "meeting.show-minutes", NULL, show_report);
  gtk_widget_class_install_action (widget_class, "meeting.edit-template", NULL, edit_template);
  gtk_widget_class_install_action (widget_class, "meeting.begin-template", NULL, bring_template);
  gtk_widget_class_install_action (widget_class, "meeting.catch-up", NULL, bring_template);
  gtk_widget_class_install_action (widget_class, "meeting.show-invitations", NULL,
                                   show_invitations);
}

static void
aj_meeting_view_class_init (AjMeetingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_meeting_view_dispose;
  widget_class->map = aj_meeting_view_map;
  widget_class->unmap = aj_meeting_view_unmap;
  G_OBJECT_CLASS (klass)->get_property = aj_meeting_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = aj_meeting_view_set_property;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  g_type_ensure (AJ_TYPE_MEETING_TABS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-meeting-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, step_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, narrow_step_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, stack);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, title);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, when);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, reason);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, warning_box);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, warning);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, conflict_card);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, conflict_text);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, outdated_card);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, outdated_text);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, outdated_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, invitations_button);
  gtk_widget_class_bind_template_child (widget_class, AjMeetingView, tabs);
  install_actions (widget_class);
}

static void
aj_meeting_view_init (AjMeetingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aj_meeting_view_new (AjServices *services)
{
  AjMeetingView *self = g_object_new (AJ_TYPE_MEETING_VIEW, NULL);

  self->services = g_object_ref (services);
  self->subject = aj_meeting_subject_new (aj_services_get_store (services));
  self->reader = aj_live_reader_new (aj_services_get_store (services), &sides_kind);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (show_outdated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (facts_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->subject, "changed", G_CALLBACK (show_meeting), self,
                           G_CONNECT_SWAPPED);
  aj_meeting_tabs_set_up (self->tabs, services, self->subject, self->reader);
  show_meeting (self);
  return GTK_WIDGET (self);
}

void
aj_meeting_view_set_record (AjMeetingView *self, AjRecord *meeting)
{
  g_return_if_fail (AJ_IS_MEETING_VIEW (self));

  if (get_meeting (self) == meeting)
    return;
  aj_meeting_subject_set_meeting (self->subject, meeting);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
aj_meeting_view_show_part (AjMeetingView *self, const AjValues *part)
{
  g_return_if_fail (AJ_IS_MEETING_VIEW (self));

  aj_meeting_tabs_show_part (self->tabs, part);
}

AjRecord *
aj_meeting_view_get_record (AjMeetingView *self)
{
  g_return_val_if_fail (AJ_IS_MEETING_VIEW (self), NULL);

  return get_meeting (self);
}

void
aj_meeting_view_focus_theme (AjMeetingView *self)
{
  g_return_if_fail (AJ_IS_MEETING_VIEW (self));

  aj_meeting_form_focus_theme (AJ_MEETING_FORM (aj_meeting_tabs_show_pane (self->tabs, "meeting")));
}

void
aj_meeting_view_step_pane (AjMeetingView *self, gboolean forward)
{
  g_return_if_fail (AJ_IS_MEETING_VIEW (self));

  if (get_meeting (self) != NULL)
    aj_meeting_tabs_step (self->tabs, forward);
}
