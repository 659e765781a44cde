/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-answers-window.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-answer-line.h"
#include "aj-answers.h"
#include "aj-feedback.h"
#include "aj-mail-text.h"
#include "aj-meeting-mailer.h"
#include "aj-progress-frame.h"

struct _AjAnswersWindow
{
  AdwWindow parent_instance;

  GtkWidget *from;           /* (nullable): weak */
  AjServices *services;      /* (owned) */
  GCancellable *cancellable; /* (owned): of the reading */
  AjAnswers *answers;        /* (owned) (nullable): once they are read */

  /* Template widgets */
  GtkButton *cancel_button;
  GtkButton *accept_button;
  AjProgressFrame *progress;
  GtkStack *stack;
  GtkLabel *sum_label;
  AdwPreferencesGroup *problem_group;
  AdwPreferencesGroup *open_group;
  AdwPreferencesGroup *ready_group;
  AdwPreferencesGroup *idle_group;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (AjAnswersWindow, aj_answers_window, ADW_TYPE_WINDOW)

static void
show_numbers (AjAnswersWindow *self)
{
  guint n_wanted = aj_answers_count_wanted (self->answers);
  g_autofree char *sum = aj_answers_dup_sum (self->answers);
  g_autofree char *label = NULL;

  if (n_wanted > 0)
    /* Translators: on a button: takes in so many answers to invitations. */
    label = g_strdup_printf (ngettext ("_Take In %u", "_Take In %u", n_wanted), n_wanted);
  gtk_label_set_text (self->sum_label, sum);
  gtk_button_set_label (self->accept_button, label != NULL ? label : _ ("_Take In"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.accept", n_wanted > 0);
}

static AdwPreferencesGroup *
get_group (AjAnswersWindow *self, AjAnswerRow *row)
{
  switch (aj_answer_row_get_verdict (row))
    {
    case AJ_ANSWER_VERDICT_PROPOSAL:
    case AJ_ANSWER_VERDICT_STRANGER:
    case AJ_ANSWER_VERDICT_UNCLEAR:
      return self->open_group;
    case AJ_ANSWER_VERDICT_NEW:
    case AJ_ANSWER_VERDICT_CHANGED:
      return aj_answer_row_get_wanted (row) ? self->ready_group : self->open_group;
    case AJ_ANSWER_VERDICT_SAME:
    case AJ_ANSWER_VERDICT_STALE:
    case AJ_ANSWER_VERDICT_ELSEWHERE:
    case AJ_ANSWER_N_VERDICTS:
    default:
      return self->idle_group;
    }
}

/* A row stays where it is when something is decided, so that the cursor does not have to look for it. */
static void
fill_groups (AjAnswersWindow *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->answers));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AjAnswerRow) row = g_list_model_get_item (G_LIST_MODEL (self->answers), i);
      AdwPreferencesGroup *group = get_group (self, row);

      adw_preferences_group_add (group, aj_answer_line_new (self->answers, row));
      gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
    }
}

static void
fill_problems (AjAnswersWindow *self)
{
  GPtrArray *problems = aj_answers_get_problems (self->answers);

  gtk_widget_set_visible (GTK_WIDGET (self->problem_group), problems->len > 0);
  for (guint i = 0; i < problems->len; i++)
    {
      GtkWidget *row = adw_preferences_row_new ();
      GtkWidget *label = gtk_label_new (problems->pdata[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_margin_top (label, 12);
      gtk_widget_set_margin_bottom (label, 12);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_end (label, 12);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      aj_accessible_set_name (row, problems->pdata[i]);
      adw_preferences_group_add (self->problem_group, row);
    }
}

static void
show_problem (AjAnswersWindow *self, const char *sentences)
{
  g_autofree char *markup = g_markup_escape_text (sentences, -1);

  adw_status_page_set_description (self->problem_page, markup);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

/* Where Enter does what is most likely next. */
static void
focus_first (AjAnswersWindow *self)
{
  if (aj_answers_count_wanted (self->answers) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->accept_button));
  else if (!gtk_widget_get_visible (GTK_WIDGET (self->open_group)) ||
           !gtk_widget_child_focus (GTK_WIDGET (self->open_group), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

/* @answers is taken. */
static void
take_answers (AjAnswersWindow *self, AjAnswers *answers)
{
  GPtrArray *problems = aj_answers_get_problems (answers);

  self->answers = answers;
  if (g_list_model_get_n_items (G_LIST_MODEL (answers)) == 0)
    {
      g_autoptr (GString) sentences = g_string_new (NULL);

      for (guint i = 0; i < problems->len; i++)
        g_string_append_printf (sentences, "%s%s", i > 0 ? "\n\n" : "",
                                (char *) problems->pdata[i]);
      show_problem (self, sentences->str);
      return;
    }
  fill_problems (self);
  fill_groups (self);
  g_signal_connect_object (answers, "changed", G_CALLBACK (show_numbers), self, G_CONNECT_SWAPPED);
  show_numbers (self);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  focus_first (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjAnswersWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AjAnswers *answers = aj_answers_load_finish (AJ_STORE (source), result, &error);

  /* Who cancels the reading is done with it. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  aj_progress_frame_end (self->progress);
  if (answers == NULL)
    show_problem (self, error->message);
  else
    take_answers (self, answers);
}

/* No calendar program takes a refusal, so whoever proposed another time is told by mail. */
static void
mail_declined (AjAnswersWindow *self)
{
  g_autoptr (GArray) declined = aj_answers_list_declined (self->answers);

  for (guint i = 0; i < declined->len; i++)
    {
      const AjDeclinedProposal *one = &g_array_index (declined, AjDeclinedProposal, i);
      g_autofree char *start = aj_wall_time_to_string (&one->start);
      const AjMeetingMailRequest request = {
        .use = AJ_MAIL_PROPOSAL_DECLINED,
        .attendance = one->attendance,
        .proposal = start,
      };

      aj_meeting_mailer_open_for (self->from, self->services, one->meeting, &request);
    }
}

static void
committed_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjAnswersWindow) self = user_data;

  if (self->progress == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (error != NULL)
    {
      show_numbers (self);
      return;
    }
  if (self->from != NULL)
    {
      aj_feedback_offer_undo (self->from, aj_edit_get_label (edit));
      mail_declined (self);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
accept (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjAnswersWindow *self = AJ_ANSWERS_WINDOW (widget);
  g_autoptr (AjEdit) edit = NULL;

  if (self->answers == NULL || aj_answers_count_wanted (self->answers) == 0)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_action_set_enabled (widget, "answers.accept", FALSE);
  edit = aj_answers_make_edit (self->answers);
  aj_feedback_commit (GTK_WIDGET (self->stack), edit, AJ_COMMIT_QUIET, committed_cb,
                      g_object_ref (self));
}

static void
aj_answers_window_dispose (GObject *object)
{
  AjAnswersWindow *self = AJ_ANSWERS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_ANSWERS_WINDOW);
  g_clear_object (&self->answers);
  G_OBJECT_CLASS (aj_answers_window_parent_class)->dispose (object);
}

static void
aj_answers_window_class_init (AjAnswersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_answers_window_dispose;
  g_type_ensure (AJ_TYPE_PROGRESS_FRAME);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-answers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, accept_button);
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, sum_label);
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, problem_group);
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, open_group);
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, ready_group);
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, idle_group);
  gtk_widget_class_bind_template_child (widget_class, AjAnswersWindow, problem_page);
  gtk_widget_class_install_action (widget_class, "answers.accept", NULL, accept);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "answers.accept", NULL);
}

static void
name_list (AdwPreferencesGroup *group)
{
  aj_accessible_name_lists (GTK_WIDGET (group), adw_preferences_group_get_title (group));
}

static void
aj_answers_window_init (AjAnswersWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  name_list (self->problem_group);
  name_list (self->open_group);
  name_list (self->ready_group);
  name_list (self->idle_group);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.accept", FALSE);
}

static void
fit_to_parent (AjAnswersWindow *self, GtkWindow *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - 60, 340, 680),
                               CLAMP (height - 40, 294, 800));
}

void
aj_answers_window_show (GtkWidget *from, AjServices *services, const char *const *paths)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  AjAnswersWindow *self = g_object_new (AJ_TYPE_ANSWERS_WINDOW, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->from, from);
  self->services = g_object_ref (services);
  fit_to_parent (self, parent);
  aj_progress_frame_begin (self->progress, _ ("Reading the answers…"), self->cancellable);
  aj_answers_load_async (aj_services_get_store (services), paths, self->cancellable, loaded_cb,
                         g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
