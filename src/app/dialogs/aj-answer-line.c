/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-answer-line.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-drop-down.h"
#include "aj-wrap-box.h"

struct _AjAnswerLine
{
  AdwPreferencesRow parent_instance;

  AjAnswers *answers;  /* (owned) */
  AjAnswerRow *row;    /* (owned) */
  gboolean is_showing; /* what is set in the widgets is no choice of anybody */
  GArray *decisions;   /* (owned) (nullable) (element-type AjAnswerDecision): as they are offered */

  /* Template widgets */
  GtkCheckButton *check;
  GtkLabel *who_label;
  GtkLabel *tag;
  GtkLabel *text_label;
  GtkLabel *meeting_label;
  GtkLabel *comment_label;
  GtkLabel *reason_label;
  GtkDropDown *person_choice;
  GtkDropDown *decision_choice;
};

G_DEFINE_FINAL_TYPE (AjAnswerLine, aj_answer_line, ADW_TYPE_PREFERENCES_ROW)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_tag (AjAnswerLine *self)
{
  static const char *const css[] = {
    [AJ_ANSWER_VERDICT_NEW] = "tag-success",      [AJ_ANSWER_VERDICT_CHANGED] = "tag-accent",
    [AJ_ANSWER_VERDICT_PROPOSAL] = "tag-warning", [AJ_ANSWER_VERDICT_STRANGER] = "tag-warning",
    [AJ_ANSWER_VERDICT_UNCLEAR] = "tag-warning",  [AJ_ANSWER_VERDICT_SAME] = "tag-plain",
    [AJ_ANSWER_VERDICT_STALE] = "tag-plain",      [AJ_ANSWER_VERDICT_ELSEWHERE] = "tag-plain",
  };
  AjAnswerVerdict verdict = aj_answer_row_get_verdict (self->row);
  const char *classes[] = { "tag", css[verdict], NULL };

  gtk_label_set_text (self->tag, aj_answer_verdict_get_label (verdict));
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag), classes);
}

static void
show_texts (AjAnswerLine *self)
{
  const char *who = aj_answer_row_get_who (self->row);
  const char *comment = aj_answer_row_get_comment (self->row);
  const char *reason = aj_answer_row_get_reason (self->row);
  /* Translators: a remark that somebody made, quoted. */
  g_autofree char *quote = comment != NULL ? g_strdup_printf (_ ("“%s”"), comment) : NULL;
  g_autofree char *check_name = g_strdup_printf (C_ ("button", "Take in the answer of %s"), who);
  g_autofree char *name = NULL;

  set_text (self->who_label, who);
  set_text (self->text_label, aj_answer_row_get_text (self->row));
  set_text (self->meeting_label, aj_answer_row_get_meeting_title (self->row));
  set_text (self->comment_label, quote);
  set_text (self->reason_label, reason);
  name = g_strdup_printf (_ ("%s, %s"), who,
                          aj_answer_verdict_get_label (aj_answer_row_get_verdict (self->row)));
  aj_accessible_set_name (GTK_WIDGET (self), name);
  aj_accessible_set_name (GTK_WIDGET (self->check), check_name);
  aj_accessible_describe (GTK_WIDGET (self->check),
                          reason != NULL ? reason : aj_answer_row_get_text (self->row));
}

static void
fill_people (AjAnswerLine *self)
{
  g_auto (GStrv) people = aj_answers_list_people (self->answers, self->row);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *name = g_strdup_printf (
      /* Translators: a name or a mail address, as it stands in an answer. */
      _ ("Who is %s?"), aj_answer_row_get_mail (self->row));

  gtk_widget_set_visible (GTK_WIDGET (self->person_choice), people != NULL);
  if (people == NULL || gtk_drop_down_get_model (self->person_choice) != NULL)
    return;
  gtk_string_list_append (list, _ ("Choose who it is"));
  for (guint i = 0; people[i] != NULL; i++)
    gtk_string_list_append (list, people[i]);
  gtk_drop_down_set_model (self->person_choice, G_LIST_MODEL (list));
  aj_accessible_set_name (GTK_WIDGET (self->person_choice), name);
  aj_drop_down_set_name (self->person_choice, name);
}

static gboolean
are_same (GArray *a, GArray *b)
{
  return a != NULL && b != NULL && a->len == b->len &&
         memcmp (a->data, b->data, a->len * sizeof (AjAnswerDecision)) == 0;
}

static void
fill_decisions (AjAnswerLine *self)
{
  g_autoptr (GArray) decisions = aj_answers_list_decisions (self->answers, self->row);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  AjAnswerVerdict verdict = aj_answer_row_get_verdict (self->row);
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->decision_choice), decisions != NULL);
  if (decisions == NULL || are_same (decisions, self->decisions))
    return;
  for (guint i = 0; i < decisions->len; i++)
    gtk_string_list_append (list, aj_answer_decision_get_label (g_array_index (decisions,
                                                                               AjAnswerDecision, i),
                                                                verdict));
  gtk_drop_down_set_model (self->decision_choice, G_LIST_MODEL (list));
  name = g_strdup_printf (_ ("What becomes of the answer of %s"),
                          aj_answer_row_get_who (self->row));
  aj_accessible_set_name (GTK_WIDGET (self->decision_choice), name);
  aj_drop_down_set_name (self->decision_choice, name);
  g_clear_pointer (&self->decisions, g_array_unref);
  self->decisions = g_steal_pointer (&decisions);
}

static void
show_choices (AjAnswerLine *self)
{
  AjAnswerDecision decision = aj_answers_get_decision (self->answers, self->row);

  fill_people (self);
  fill_decisions (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->person_choice)))
    gtk_drop_down_set_selected (self->person_choice,
                                (guint) (aj_answers_get_person (self->answers, self->row) + 1));
  for (guint i = 0; self->decisions != NULL && i < self->decisions->len; i++)
    if (g_array_index (self->decisions, AjAnswerDecision, i) == decision)
      gtk_drop_down_set_selected (self->decision_choice, i);
}

static void
show (AjAnswerLine *self)
{
  self->is_showing = TRUE;
  show_texts (self);
  show_tag (self);
  show_choices (self);
  gtk_check_button_set_active (self->check, aj_answer_row_get_wanted (self->row));
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), aj_answer_row_can_be_wanted (self->row));
  /* Where nothing can be taken in whatever is chosen, there is nothing to tick. */
  gtk_widget_set_visible (GTK_WIDGET (self->check),
                          aj_answer_row_can_be_wanted (self->row) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->person_choice)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->decision_choice)));
  self->is_showing = FALSE;
}

static void
toggled_cb (AjAnswerLine *self)
{
  if (!self->is_showing)
    aj_answers_set_wanted (self->answers, self->row, gtk_check_button_get_active (self->check));
}

static void
person_chosen_cb (AjAnswerLine *self)
{
  guint selected = gtk_drop_down_get_selected (self->person_choice);

  if (!self->is_showing && self->row != NULL && selected != GTK_INVALID_LIST_POSITION)
    aj_answers_set_person (self->answers, self->row, (int) selected - 1);
}

static void
decision_chosen_cb (AjAnswerLine *self)
{
  guint selected = gtk_drop_down_get_selected (self->decision_choice);

  if (!self->is_showing && self->decisions != NULL && selected < self->decisions->len)
    aj_answers_set_decision (self->answers, self->row,
                             g_array_index (self->decisions, AjAnswerDecision, selected));
}

static void
aj_answer_line_dispose (GObject *object)
{
  AjAnswerLine *self = AJ_ANSWER_LINE (object);

  self->is_showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_ANSWER_LINE);
  g_clear_pointer (&self->decisions, g_array_unref);
  g_clear_object (&self->row);
  g_clear_object (&self->answers);
  G_OBJECT_CLASS (aj_answer_line_parent_class)->dispose (object);
}

static void
aj_answer_line_class_init (AjAnswerLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_answer_line_dispose;
  g_type_ensure (AJ_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-answer-line.ui");
  gtk_widget_class_bind_template_child (widget_class, AjAnswerLine, check);
  gtk_widget_class_bind_template_child (widget_class, AjAnswerLine, who_label);
  gtk_widget_class_bind_template_child (widget_class, AjAnswerLine, tag);
  gtk_widget_class_bind_template_child (widget_class, AjAnswerLine, text_label);
  gtk_widget_class_bind_template_child (widget_class, AjAnswerLine, meeting_label);
  gtk_widget_class_bind_template_child (widget_class, AjAnswerLine, comment_label);
  gtk_widget_class_bind_template_child (widget_class, AjAnswerLine, reason_label);
  gtk_widget_class_bind_template_child (widget_class, AjAnswerLine, person_choice);
  gtk_widget_class_bind_template_child (widget_class, AjAnswerLine, decision_choice);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_chosen_cb);
}

static void
aj_answer_line_init (AjAnswerLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_drop_down_set_up (self->person_choice);
  aj_drop_down_set_up (self->decision_choice);
}

GtkWidget *
aj_answer_line_new (AjAnswers *answers, AjAnswerRow *row)
{
  AjAnswerLine *self = g_object_new (AJ_TYPE_ANSWER_LINE, NULL);

  self->answers = g_object_ref (answers);
  self->row = g_object_ref (row);
  g_signal_connect_object (row, "judged", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
