/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-minutes-job.h"

#include <glib/gi18n-lib.h>

#include "aj-decision.h"
#include "aj-known-steps.h"
#include "aj-minutes.h"
#include "aj-paper.h"
#include "aj-task.h"
#include "aj-text.h"

/* Longer is cut off in the label of an edit. */
#define MAX_LABEL 60

static void
fill_place (AjMinutesBook *book, AjValues *values, const AjValues *item)
{
  const AjValues *meeting = aj_minutes_book_get_meeting (book);

  aj_values_set_text (values, "group", aj_values_get_text (meeting, "group"));
  aj_values_set_text (values, "meeting", aj_values_get_id (meeting));
  aj_values_set_text (values, "agenda-item", item != NULL ? aj_values_get_id (item) : NULL);
}

static AjEdit *
add_decision (AjStore *store, AjMinutesBook *book, const AjValues *item, const AjMinuteLine *line)
{
  g_autofree char *number = aj_minutes_book_dup_next_number (book);
  /* Translators: the number of a decision. */
  g_autofree char *label = g_strdup_printf (_ ("Note decision %s"), number);
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *decision = aj_edit_add (edit, &aj_decision_record_type);

  fill_place (book, decision, item);
  aj_values_set_integer (decision, "year", aj_minutes_book_get_year (book));
  aj_values_set_integer (decision, "number", aj_minutes_book_get_next_number (book));
  aj_values_set_text (decision, "text", line->text);
  return edit;
}

static AjEdit *
add_action (AjStore *store, AjMinutesBook *book, const AjValues *item, const AjMinuteLine *line)
{
  g_autofree char *what = aj_text_truncate_utf16 (line->text, MAX_LABEL);
  /* Translators: what somebody will do. */
  g_autofree char *label = g_strdup_printf (_ ("Note action point “%s”"), what);
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *task = aj_edit_add (edit, &aj_task_record_type);

  fill_place (book, task, item);
  aj_values_set_text (task, "kind", AJ_TASK_ACTION);
  aj_values_set_text (task, "name", line->text);
  aj_values_set_text (task, "assignee", line->person);
  aj_values_set_date (task, "due", line->due);
  return edit;
}

static AjEdit *
add_note (AjStore *store, AjMinutesBook *book, const AjValues *item, const AjMinuteLine *line)
{
  const AjValues *meeting = aj_minutes_book_get_meeting (book);
  const AjValues *base = item != NULL ? item : meeting;
  const char *notes = aj_values_get_text (base, "notes");
  const char *title = item != NULL ? aj_values_get_text (item, "name")
                                   : aj_values_get_text (meeting, "theme");
  g_autofree char *text = notes != NULL ? g_strconcat (notes, "\n", line->text, NULL)
                                        : g_strdup (line->text);
  g_autofree char *label = title != NULL
                               /* Translators: an item of an agenda, or the theme of a meeting. */
                               ? g_strdup_printf (_ ("Note with “%s”"), title)
                               : g_strdup (_ ("Note with the meeting"));
  AjEdit *edit = aj_edit_new (store, label);

  aj_values_set_text (aj_edit_change_values (edit, base), "notes", text);
  return edit;
}

AjEdit *
aj_minutes_job_add_paper (AjStore *store,
                          const char *meeting_id,
                          const char *item_id,
                          const char *title,
                          const char *link,
                          const char *file)
{
  g_autofree char *what = aj_text_truncate_utf16 (title, MAX_LABEL);
  /* Translators: the title of a document. */
  g_autofree char *label = g_strdup_printf (_ ("Add document “%s”"), what);
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *paper = aj_edit_add (edit, &aj_paper_record_type);

  aj_values_set_text (paper, "name", title);
  aj_values_set_text (paper, "meeting", meeting_id);
  aj_values_set_text (paper, "agenda-item", item_id);
  aj_values_set_text (paper, "link", link);
  aj_values_set_text (paper, "file", file);
  return edit;
}

AjEdit *
aj_minutes_job_move_paper (AjStore *store, const AjValues *paper, const AjValues *item)
{
  const char *title = aj_values_get_text (paper, "name");
  g_autofree char *what = aj_text_truncate_utf16 (title != NULL ? title : "–", MAX_LABEL);
  g_autofree char *label = item != NULL
                               /* Translators: the title of a document, and an item of an agenda. */
                               ? g_strdup_printf (_ ("“%1$s” is for “%2$s”"), what,
                                                  aj_values_get_text (item, "name"))
                               /* Translators: the title of a document. */
                               : g_strdup_printf (_ ("“%s” is for the meeting as a whole"), what);
  AjEdit *edit = aj_edit_new (store, label);

  aj_values_set_text (aj_edit_change_values (edit, paper), "agenda-item",
                      item != NULL ? aj_values_get_id (item) : NULL);
  return edit;
}

AjEdit *
aj_minutes_job_set_file (AjStore *store, const AjValues *paper, const char *file)
{
  const char *title = aj_values_get_text (paper, "name");
  g_autofree char *what = aj_text_truncate_utf16 (title != NULL ? title : "–", MAX_LABEL);
  /* Translators: the title of a document. */
  g_autofree char *label = g_strdup_printf (_ ("Change the file of “%s”"), what);
  AjEdit *edit = aj_edit_new (store, label);

  aj_values_set_text (aj_edit_change_values (edit, paper), "file", file);
  return edit;
}

AjEdit *
aj_minutes_job_add_line (AjStore *store,
                         AjMinutesBook *book,
                         const AjValues *item,
                         const AjMinuteLine *line)
{
  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (line->fault == AJ_MINUTE_LINE_NO_FAULT, NULL);

  switch (line->kind)
    {
    case AJ_MINUTE_LINE_DECISION:
      return add_decision (store, book, item, line);
    case AJ_MINUTE_LINE_ACTION:
      return add_action (store, book, item, line);
    case AJ_MINUTE_LINE_PAPER:
      return aj_minutes_job_add_paper (store, aj_values_get_id (aj_minutes_book_get_meeting (book)),
                                       item != NULL ? aj_values_get_id (item) : NULL, line->text,
                                       line->link, NULL);
    case AJ_MINUTE_LINE_NOTE:
    default:
      return add_note (store, book, item, line);
    }
}

const char *
aj_minutes_job_get_next_state (const AjValues *meeting)
{
  const char *state = aj_values_get_text (meeting, "minutes-state");

  if (g_strcmp0 (state, AJ_MINUTES_FIXED) == 0)
    return NULL;
  return g_strcmp0 (state, AJ_MINUTES_COMMENT) == 0 ? AJ_MINUTES_FIXED : AJ_MINUTES_COMMENT;
}

static char *
format_day (const AjValues *meeting)
{
  AjWallTime start;

  return aj_values_get_wall_time (meeting, "starts-at", &start)
             ? aj_date_format_day_month (start.date)
             : g_strdup ("–");
}

AjEdit *
aj_minutes_job_go_on (AjStore *store, AjMinutesBook *book)
{
  const AjValues *meeting = aj_minutes_book_get_meeting (book);
  const char *state = aj_minutes_job_get_next_state (meeting);
  g_autofree char *day = format_day (meeting);
  g_autofree char *label = NULL;
  AjEdit *edit;

  g_return_val_if_fail (state != NULL, NULL);

  if (g_str_equal (state, AJ_MINUTES_FIXED))
    /* Translators: a day: "12 March". */
    label = g_strdup_printf (_ ("Fix the minutes of %s"), day);
  else
    /* Translators: a day: "12 March". */
    label = g_strdup_printf (_ ("Minutes of %s sent for comment"), day);
  edit = aj_edit_new (store, label);
  aj_values_set_text (aj_edit_change_values (edit, meeting), "minutes-state", state);
  aj_known_steps_tick (edit, aj_minutes_book_get_facts (book),
                       aj_known_steps_get_of_minutes (state));
  return edit;
}

AjEdit *
aj_minutes_job_reopen (AjStore *store, const AjValues *meeting, const char *reason)
{
  g_autofree char *why = aj_text_clean_line (reason);
  g_autofree char *day = format_day (meeting);
  g_autofree char *label = NULL;
  AjEdit *edit;
  AjValues *changed;

  g_return_val_if_fail (*why != '\0', NULL);

  /* Translators: a day ("12 March"), and why. */
  label = g_strdup_printf (_ ("Reopen the minutes of %1$s: %2$s"), day, why);
  edit = aj_edit_new (store, label);
  changed = aj_edit_change_values (edit, meeting);
  aj_values_set_text (changed, "minutes-state", AJ_MINUTES_CONCEPT);
  aj_values_set_text (changed, "minutes-reason", why);
  return edit;
}

AjEdit *
aj_minutes_job_set_done (AjStore *store, const AjValues *task, gboolean done)
{
  const char *name = aj_values_get_text (task, "name");
  g_autofree char *what = aj_text_truncate_utf16 (name != NULL ? name : "", MAX_LABEL);
  g_autofree char *label = done
                               /* Translators: an action point, or a step of the preparation. */
                               ? g_strdup_printf (_ ("“%s” is done"), what)
                               /* Translators: an action point, or a step of the preparation. */
                               : g_strdup_printf (_ ("“%s” is to be done again"), what);
  AjEdit *edit = aj_edit_new (store, label);

  aj_values_set_text (aj_edit_change_values (edit, task), "state",
                      done ? AJ_TASK_DONE : AJ_TASK_OPEN);
  return edit;
}

AjEdit *
aj_minutes_job_set_carried_out (AjStore *store, const AjValues *decision, gboolean carried_out)
{
  g_autofree char *number = aj_decision_dup_number (decision);
  g_autofree char *label = carried_out
                               /* Translators: the number of a decision. */
                               ? g_strdup_printf (_ ("Decision %s is carried out"), number)
                               /* Translators: the number of a decision. */
                               : g_strdup_printf (_ ("Decision %s is in force"), number);
  AjEdit *edit = aj_edit_new (store, label);

  aj_values_set_text (aj_edit_change_values (edit, decision), "state",
                      carried_out ? AJ_DECISION_CARRIED_OUT : AJ_DECISION_IN_FORCE);
  return edit;
}
