/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-preparation-pane.h"

#include <glib/gi18n.h>

#include "aj-checklist.h"
#include "aj-edit.h"
#include "aj-keyed-rows.h"
#include "aj-line-entry.h"
#include "aj-task-row.h"
#include "aj-task.h"
#include "aj-template-notice.h"

struct _AjPreparationPane
{
  AjMeetingPane parent_instance;

  GPtrArray *tasks; /* (owned) (element-type AjValues): what is shown */

  /* Template widgets */
  AjTemplateNotice *notice;
  GtkBox *entry_box;
  GtkListBox *list;
  AjLineEntry *entry; /* (unowned): in the box */
};

G_DEFINE_FINAL_TYPE (AjPreparationPane, aj_preparation_pane, AJ_TYPE_MEETING_PANE)

/* Of the meeting's tasks those that prepare it; what it agreed on stands with the minutes. */
static gboolean
is_step (const AjValues *task)
{
  return g_strcmp0 (aj_values_get_text (task, "kind"), AJ_TASK_PREPARATION) == 0 &&
         g_strcmp0 (aj_values_get_text (task, "state"), AJ_TASK_DROPPED) != 0;
}

static void
list_tasks (AjPreparationPane *self, AjMeetingFacts *facts)
{
  GPtrArray *all = facts != NULL ? aj_meeting_facts_get_tasks (facts) : NULL;

  g_ptr_array_set_size (self->tasks, 0);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_step (all->pdata[i]))
      g_ptr_array_add (self->tasks, (gpointer) aj_values_ref (all->pdata[i]));
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  AjMeetingPane *pane = user_data;
  const char *id = aj_values_get_id (AJ_PREPARATION_PANE (pane)->tasks->pdata[index]);
  g_autoptr (AjRecord) task = aj_store_ref_record (aj_meeting_pane_get_store (pane),
                                                   &aj_task_record_type, id);

  return aj_task_row_new (aj_meeting_pane_get_services (pane), task);
}

static void
show_list (AjPreparationPane *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < self->tasks->len; i++)
    g_ptr_array_add (keys, (gpointer) aj_values_get_id (self->tasks->pdata[i]));
  aj_keyed_rows_sync (self->list, keys, make_row_cb, NULL, self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), keys->len > 0);
}

static void
show_progress (AjPreparationPane *self)
{
  g_autofree char *progress = NULL;
  AjServices *services = aj_meeting_pane_get_services (AJ_MEETING_PANE (self));
  guint n_done = 0, n_late = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      n_done += aj_task_is_open (self->tasks->pdata[i]) ? 0 : 1;
      n_late += aj_task_is_overdue (self->tasks->pdata[i], aj_services_get_today (services)) ? 1
                                                                                             : 0;
    }
  if (n_late > 0)
    /* Translators: on a tab: how many steps are done, of how many, and how many are late. */
    progress = g_strdup_printf (_ ("%1$u/%2$u, %3$u late"), n_done, self->tasks->len, n_late);
  else if (self->tasks->len > 0)
    progress = g_strdup_printf ("%u/%u", n_done, self->tasks->len);
  aj_meeting_pane_set_progress (AJ_MEETING_PANE (self), progress);
}

/* The day that the line would be due, said before it is stored. */
static void
show_hint (AjPreparationPane *self)
{
  AjRecord *meeting = aj_meeting_pane_get_meeting (AJ_MEETING_PANE (self));
  g_autofree char *name = NULL, *day = NULL, *when = NULL, *hint = NULL, *why = NULL;
  gboolean has_days;
  AjWallTime start;
  int days;

  name = aj_checklist_parse_line (aj_line_entry_get_text (self->entry), &days, &has_days);
  if (*name == '\0')
    /* Translators: an example of a line to type; the number is how many days before the meeting. */
    hint = g_strdup (_ ("For example: Order lunch -7, which is 7 days before the meeting"));
  else if (!has_days || meeting == NULL || !aj_record_get_wall_time (meeting, "starts-at", &start))
    hint = g_strdup (_ ("Without a day; end with -7 for 7 days before the meeting"));
  else
    {
      why = aj_checklist_explain_day (start.date + days);
      day = aj_date_format_short (start.date + days);
      when = aj_checklist_format_days (days);
      if (why == NULL)
        /* Translators: how long before or after the meeting, and which day that is. */
        hint = g_strdup_printf (_ ("%1$s: %2$s"), when, day);
      else
        /* Translators: how long before or after the meeting, which day that is, and why nobody works then: "5 days before:
         * Sat 7 Mar 2026 (Saturday; the working day before is Fri 6 Mar 2026)". */
        hint = g_strdup_printf (_ ("%1$s: %2$s (%3$s)"), when, day, why);
    }
  aj_line_entry_show_hint (self->entry, hint, FALSE);
}

static void
accepted_cb (AjPreparationPane *self)
{
  AjRecord *meeting = aj_meeting_pane_get_meeting (AJ_MEETING_PANE (self));
  g_autofree char *name = NULL, *label = NULL;
  g_autoptr (AjEdit) edit = NULL;
  gboolean has_days;
  AjValues *task;
  int days;

  name = aj_checklist_parse_line (aj_line_entry_get_text (self->entry), &days, &has_days);
  if (*name == '\0' || meeting == NULL || !aj_record_is_loaded (meeting))
    return;
  /* Translators: a line of history; what is to be done. */
  label = g_strdup_printf (_ ("Add step “%s”"), name);
  edit = aj_edit_new (aj_meeting_pane_get_store (AJ_MEETING_PANE (self)), label);
  task = aj_edit_add (edit, &aj_task_record_type);
  aj_values_set_text (task, "name", name);
  aj_values_set_text (task, "kind", AJ_TASK_PREPARATION);
  aj_values_set_text (task, "group", aj_record_get_text (meeting, "group"));
  aj_values_set_text (task, "meeting", aj_record_get_id (meeting));
  if (has_days)
    aj_values_set_integer (task, "days", days);
  aj_line_entry_commit (self->entry, GTK_WIDGET (self), edit);
}

static void
aj_preparation_pane_set_up (AjMeetingPane *pane)
{
  gtk_widget_set_visible (GTK_WIDGET (AJ_PREPARATION_PANE (pane)->entry_box),
                          !aj_store_is_read_only (aj_meeting_pane_get_store (pane)));
}

static void
aj_preparation_pane_show_meeting (AjMeetingPane *pane)
{
  show_hint (AJ_PREPARATION_PANE (pane));
}

static void
aj_preparation_pane_show_facts (AjMeetingPane *pane)
{
  AjPreparationPane *self = AJ_PREPARATION_PANE (pane);

  list_tasks (self, aj_meeting_pane_get_facts (pane));
  show_list (self);
  show_progress (self);
  aj_template_notice_show (self->notice, aj_meeting_pane_get_template (pane),
                           self->tasks->len == 0);
}

static GtkWidget *
aj_preparation_pane_find_part (AjMeetingPane *pane, const char *id)
{
  return (GtkWidget *) aj_keyed_rows_find (AJ_PREPARATION_PANE (pane)->list, id);
}

static void
aj_preparation_pane_dispose (GObject *object)
{
  AjPreparationPane *self = AJ_PREPARATION_PANE (object);

  self->entry = NULL;
  g_ptr_array_set_size (self->tasks, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_PREPARATION_PANE);
  G_OBJECT_CLASS (aj_preparation_pane_parent_class)->dispose (object);
}

static void
aj_preparation_pane_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_PREPARATION_PANE (object)->tasks);
  G_OBJECT_CLASS (aj_preparation_pane_parent_class)->finalize (object);
}

static void
aj_preparation_pane_class_init (AjPreparationPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AjMeetingPaneClass *pane_class = AJ_MEETING_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_preparation_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_preparation_pane_finalize;
  pane_class->set_up = aj_preparation_pane_set_up;
  pane_class->show_meeting = aj_preparation_pane_show_meeting;
  pane_class->show_facts = aj_preparation_pane_show_facts;
  pane_class->find_part = aj_preparation_pane_find_part;
  g_type_ensure (AJ_TYPE_TEMPLATE_NOTICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-preparation-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AjPreparationPane, notice);
  gtk_widget_class_bind_template_child (widget_class, AjPreparationPane, entry_box);
  gtk_widget_class_bind_template_child (widget_class, AjPreparationPane, list);
}

static void
aj_preparation_pane_init (AjPreparationPane *self)
{
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entry = aj_line_entry_new (_ ("Add a step"));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (show_hint), self);
  g_signal_connect_swapped (self->entry, "accepted", G_CALLBACK (accepted_cb), self);
  gtk_box_append (self->entry_box, GTK_WIDGET (self->entry));
}
