/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-feedback.h"

#include <glib/gi18n.h>

/* Twelve letters a second is slow reading; who has to act on it first looks up. */
#define LETTERS_A_SECOND 12
#define SECONDS_TO_LOOK  3
#define SECONDS_TO_UNDO  8
#define SECONDS_TO_ACT   12
/* Pixels: what stands beside the title of a toast (edges and the cross), what stands around the label of its button, and a
 * letter of the title. */
#define TOAST_FRAME  106
#define BUTTON_FRAME 18
#define LETTER_WIDTH 9
/* The class of bars that stay in view under a toast. */
#define BAR "bottom-bar"
/* The toast with an Undo button that an overlay shows, or is to show, as data of the overlay. */
#define OFFER "aj-feedback-offer"
/* The last sentence that was said in an overlay, likewise. */
#define SAID "aj-feedback-said"

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  return overlay != NULL ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

/* The bar that is there, in what an overlay shows, or NULL. */
static GtkWidget *
find_bar (GtkWidget *content, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (content, x, y,
                                       GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  while (widget != NULL && widget != content && !gtk_widget_has_css_class (widget, BAR))
    widget = gtk_widget_get_parent (widget);
  return widget != content ? widget : NULL;
}

/* Pixels: how much at the bottom of @content is bars, one on top of the other. */
static int
measure_bars (GtkWidget *content)
{
  double middle = gtk_widget_get_width (content) / 2.0;
  int height = gtk_widget_get_height (content);
  int top = height;
  GtkWidget *bar;
  graphene_rect_t bounds;

  while (top > 0 && (bar = find_bar (content, middle, top - 1)) != NULL &&
         gtk_widget_compute_bounds (bar, content, &bounds) && (int) bounds.origin.y < top)
    top = (int) bounds.origin.y;
  return height - top;
}

/* A toast stands at the bottom of the window, where the buttons of what is in it may be: it goes above them. */
static void
title_mapped_cb (GtkWidget *title)
{
  AdwToastOverlay *overlay = find_overlay (title);
  GtkWidget *toast = title;

  if (overlay == NULL || adw_toast_overlay_get_child (overlay) == NULL)
    return;
  while (gtk_widget_get_parent (toast) != GTK_WIDGET (overlay))
    toast = gtk_widget_get_parent (toast);
  gtk_widget_set_margin_bottom (toast, measure_bars (adw_toast_overlay_get_child (overlay)));
}

static void
show_toast (GtkWidget *widget, AdwToast *toast)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay != NULL)
    {
      adw_toast_overlay_add_toast (overlay, toast);
      return;
    }
  /* An answer may come after its window was closed, to a page that only waited for it: nobody is there to be told. */
  if (gtk_widget_get_root (widget) != NULL)
    g_warning ("there is no toast overlay around a %s", G_OBJECT_TYPE_NAME (widget));
  g_object_unref (toast);
}

/* Pixels: the button that says @label (nullable), which is long in one language and short in another. */
static int
measure_button (GtkWidget *widget, const char *label)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (label == NULL)
    return 0;
  layout = gtk_widget_create_pango_layout (widget, label);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + BUTTON_FRAME;
}

/* How many letters fit on a line of a toast in the window around @widget. A toast asks for the width that its title would
 * like, whether it is there or not. */
static int
get_line_length (GtkWidget *widget, const char *button)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  int width = overlay != NULL ? gtk_widget_get_width (GTK_WIDGET (overlay)) : 0;

  return CLAMP ((width - TOAST_FRAME - measure_button (widget, button)) / LETTER_WIDTH, 12, 64);
}

/* The whole sentence, on as many lines as it needs: a toast's own title is cut off at the end, where the advice is.
 * @button (nullable): what its button says. */
static AdwToast *
new_toast (GtkWidget *widget, const char *sentence, const char *button, guint least_seconds)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (sentence);
  guint seconds = SECONDS_TO_LOOK + (guint) g_utf8_strlen (sentence, -1) / LETTERS_A_SECOND;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), get_line_length (widget, button));
  gtk_widget_add_css_class (label, "heading");
  g_signal_connect (label, "map", G_CALLBACK (title_mapped_cb), NULL);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_timeout (toast, MAX (seconds, least_seconds));
  return toast;
}

/* What was said before is of less use than what is said now: a toast that waits for its turn tells of the last but one step. */
void
aj_feedback_say (GtkWidget *widget, const char *sentence)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast = new_toast (widget, sentence, NULL, SECONDS_TO_LOOK);
  g_autoptr (AdwToast) before = NULL;

  if (overlay != NULL)
    {
      before = g_object_steal_data (G_OBJECT (overlay), SAID);
      g_object_set_data_full (G_OBJECT (overlay), SAID, g_object_ref (toast), g_object_unref);
    }
  if (before != NULL)
    adw_toast_dismiss (before);
  show_toast (widget, toast);
}

void
aj_feedback_error (GtkWidget *widget, const GError *error)
{
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  toast = new_toast (widget, error->message, NULL, SECONDS_TO_ACT);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show_toast (widget, toast);
}

void
aj_feedback_withdraw_undo (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  g_autoptr (AdwToast) toast = NULL;

  if (overlay != NULL)
    toast = g_object_steal_data (G_OBJECT (overlay), OFFER);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

void
aj_feedback_offer_undo (GtkWidget *widget, const char *sentence)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast = new_toast (widget, sentence, _ ("_Undo"), SECONDS_TO_UNDO);

  aj_feedback_withdraw_undo (widget);
  if (overlay != NULL)
    g_object_set_data_full (G_OBJECT (overlay), OFFER, g_object_ref (toast), g_object_unref);
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show_toast (widget, toast);
}

/* What is done when a button is pressed. */
typedef struct
{
  AjFeedbackTaken taken;
  gpointer user_data;
  GDestroyNotify free_data;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  answer->free_data (answer->user_data);
  g_free (answer);
}

static void
offer_taken_cb (AdwToast *toast, Answer *answer)
{
  answer->taken (answer->user_data);
}

void
aj_feedback_offer (GtkWidget *widget,
                   const char *sentence,
                   const char *button,
                   AjFeedbackTaken taken,
                   gpointer user_data,
                   GDestroyNotify free_data)
{
  AdwToast *toast = new_toast (widget, sentence, button, SECONDS_TO_ACT);
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ taken, user_data, free_data };
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (offer_taken_cb), answer, answer_free,
                         G_CONNECT_DEFAULT);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show_toast (widget, toast);
}

/* One commit under way, with what is to be done after it. */
typedef struct
{
  AjEdit *edit;              /* (owned) */
  GtkWidget *widget;         /* (nullable): weak; the person may have closed it meanwhile */
  GCancellable *cancellable; /* (owned) (nullable) */
  AjCommitMode mode;
  AjCommitDone done; /* (nullable) */
  gpointer user_data;
} Commit;

static void start_commit (Commit *commit);

static void
finish_commit (Commit *commit, const GError *error)
{
  if (commit->done != NULL)
    commit->done (commit->edit, error, commit->user_data);
  g_clear_weak_pointer (&commit->widget);
  g_clear_object (&commit->cancellable);
  g_object_unref (commit->edit);
  g_free (commit);
}

static char *
describe_conflict (const AjConflict *conflict)
{
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  if (conflict->field == NULL)
    return g_strdup_printf (_ ("%s removed it."), conflict->author);
  mine = aj_field_display (conflict->field, &conflict->mine);
  theirs = aj_field_display (conflict->field, &conflict->theirs);
  if (conflict->cause == AJ_CONFLICT_REMOVAL)
    /* Translators: a field's label, who changed it, the value before and after. */
    return g_strdup_printf (_ ("%s: %s changed it from “%s” to “%s”."),
                            aj_field_get_label (conflict->field), conflict->author, mine, theirs);
  /* Translators: a field's label, who changed it, their value, your value. */
  return g_strdup_printf (_ ("%s: %s made it “%s”, you made it “%s”."),
                          aj_field_get_label (conflict->field), conflict->author, theirs, mine);
}

static void
conflict_answered_cb (AdwMessageDialog *dialog, const char *response, Commit *commit)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "mine") || g_str_equal (response, "remove"))
    {
      aj_edit_set_overwrite (commit->edit, TRUE);
      start_commit (commit);
      return;
    }
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The other change was kept."));
  finish_commit (commit, error);
}

static gboolean
has_cause (GPtrArray *conflicts, AjConflictCause cause)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      const AjConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->cause == cause)
        return TRUE;
    }
  return FALSE;
}

static void
add_answers (AdwMessageDialog *dialog, gboolean removal)
{
  adw_message_dialog_set_close_response (dialog, "theirs");
  if (!removal)
    {
      adw_message_dialog_add_responses (dialog, "theirs", _ ("Keep _Theirs"), "mine",
                                        _ ("Keep _Mine"), NULL);
      return;
    }
  adw_message_dialog_add_responses (dialog, "theirs", _ ("_Keep It"), "remove",
                                    _ ("_Remove All the Same"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
}

static void
ask_about_conflict (Commit *commit)
{
  GPtrArray *conflicts = aj_edit_get_conflicts (commit->edit);
  g_autoptr (GString) body = g_string_new (NULL);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (commit->widget));
  GtkWidget *dialog;

  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *line = describe_conflict (g_ptr_array_index (conflicts, i));
      g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", line);
    }
  dialog = adw_message_dialog_new (parent, _ ("Somebody Else Changed This Too"), body->str);
  add_answers (ADW_MESSAGE_DIALOG (dialog), has_cause (conflicts, AJ_CONFLICT_REMOVAL));
  g_signal_connect (dialog, "response", G_CALLBACK (conflict_answered_cb), commit);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_done (Commit *commit)
{
  if (commit->widget == NULL || aj_edit_get_revision (commit->edit) == 0)
    return;
  if (commit->mode == AJ_COMMIT_OFFER_UNDO)
    aj_feedback_offer_undo (commit->widget, aj_edit_get_label (commit->edit));
  else
    aj_feedback_withdraw_undo (commit->widget);
}

/* What was thought out from something that is different now is to be thought out again, not to be insisted on. */
static gboolean
can_insist (Commit *commit, const GError *error)
{
  GPtrArray *conflicts = aj_edit_get_conflicts (commit->edit);

  return g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT) && conflicts->len > 0 &&
         !has_cause (conflicts, AJ_CONFLICT_GUARD);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Commit *commit = user_data;
  g_autoptr (GError) error = NULL;

  if (aj_edit_commit_finish (commit->edit, result, &error))
    {
      tell_done (commit);
      finish_commit (commit, NULL);
      return;
    }
  if (commit->widget != NULL && gtk_widget_get_root (commit->widget) != NULL &&
      can_insist (commit, error))
    {
      ask_about_conflict (commit);
      return;
    }
  if (commit->widget != NULL)
    aj_feedback_error (commit->widget, error);
  finish_commit (commit, error);
}

static void
start_commit (Commit *commit)
{
  aj_edit_commit_async (commit->edit, commit->cancellable, committed_cb, commit);
}

void
aj_feedback_commit (
    GtkWidget *widget, AjEdit *edit, AjCommitMode mode, AjCommitDone done, gpointer user_data)
{
  aj_feedback_commit_full (widget, edit, mode, NULL, done, user_data);
}

void
aj_feedback_commit_full (GtkWidget *widget,
                         AjEdit *edit,
                         AjCommitMode mode,
                         GCancellable *cancellable,
                         AjCommitDone done,
                         gpointer user_data)
{
  Commit *commit = g_new0 (Commit, 1);

  commit->edit = g_object_ref (edit);
  g_set_object (&commit->cancellable, cancellable);
  commit->mode = mode;
  commit->done = done;
  commit->user_data = user_data;
  g_set_weak_pointer (&commit->widget, widget);
  start_commit (commit);
}
