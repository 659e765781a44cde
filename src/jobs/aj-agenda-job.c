/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-agenda-job.h"

#include <glib/gi18n-lib.h>

#include "aj-agenda-item.h"
#include "aj-agenda.h"
#include "aj-meeting.h"
#include "aj-paper.h"

AjEdit *
aj_agenda_job_add (
    AjStore *store, const AjValues *meeting, GPtrArray *agenda, const char *name, int minutes)
{
  /* Translators: a line of history; something to be spoken about. */
  g_autofree char *label = g_strdup_printf (_ ("Put “%s” on the agenda"), name);
  const char *kind = aj_agenda_guess_kind (name);
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *item = aj_edit_add (edit, &aj_agenda_item_record_type);

  aj_values_set_text (item, "group", aj_values_get_text (meeting, "group"));
  aj_values_set_text (item, "meeting", aj_values_get_id (meeting));
  aj_values_set_text (item, "name", name);
  aj_values_set_integer (item, "position", aj_agenda_get_next_position (agenda, FALSE));
  if (minutes >= 0)
    aj_values_set_integer (item, "minutes", minutes);
  if (kind != NULL)
    aj_values_set_text (item, "kind", kind);
  return edit;
}

AjEdit *
aj_agenda_job_move (AjStore *store, GPtrArray *agenda, guint from, guint to)
{
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GArray) places = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (from < agenda->len && to < agenda->len, NULL);

  if (from == to)
    return NULL;
  /* Translators: a line of history; an item of an agenda. */
  label = g_strdup_printf (_ ("Move “%s” on the agenda"),
                           aj_values_get_text (agenda->pdata[from], "name"));
  edit = aj_edit_new (store, label);
  places = aj_agenda_move (agenda, from, to);
  for (guint i = 0; i < agenda->len; i++)
    if (aj_values_get_integer (agenda->pdata[i], "position") != g_array_index (places, gint64, i))
      aj_values_set_integer (aj_edit_change_values (edit, agenda->pdata[i]), "position",
                             g_array_index (places, gint64, i));
  return g_steal_pointer (&edit);
}

/* Another one like it, with nothing of what was said of the first. */
static AjValues *
add_copy (AjEdit *edit, const AjValues *item)
{
  static const char *const fields[] = { "group",   "name",     "kind",        "minutes",
                                        "speaker", "briefing", "description", NULL };
  AjValues *copy = aj_edit_add (edit, &aj_agenda_item_record_type);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      guint index = (guint) aj_record_type_find (&aj_agenda_item_record_type, fields[i]);

      aj_values_set (copy, index, aj_values_peek (item, index));
    }
  aj_values_set_text (copy, "carried-from", aj_values_get_id (item));
  return copy;
}

/* The knowledge base has it already. */
static void
copy_paper (AjEdit *edit, const AjValues *paper, const AjValues *taken)
{
  AjValues *copy = aj_edit_add (edit, &aj_paper_record_type);

  for (guint i = 0; i < aj_paper_record_type.n_fields; i++)
    aj_values_set (copy, i, aj_values_peek (paper, i));
  aj_values_set_text (copy, "agenda-item", aj_values_get_id (taken));
  aj_values_set_text (copy, "meeting", aj_values_get_text (taken, "meeting"));
  aj_values_set_boolean (copy, "knowledge", FALSE);
}

/* @taken is @item itself as it will be, or the other one like it. What is handed round with the one goes with the other. */
static void
bring_papers (AjEdit *edit, GPtrArray *papers, const AjValues *item, const AjValues *taken)
{
  gboolean is_copy = !g_str_equal (aj_values_get_id (item), aj_values_get_id (taken));

  for (guint i = 0; i < papers->len; i++)
    {
      const AjValues *paper = papers->pdata[i];

      if (g_strcmp0 (aj_values_get_text (paper, "agenda-item"), aj_values_get_id (item)) != 0)
        continue;
      if (is_copy)
        copy_paper (edit, paper, taken);
      else
        aj_values_set_text (aj_edit_change_values (edit, paper), "meeting",
                            aj_values_get_text (taken, "meeting"));
    }
}

AjEdit *
aj_agenda_job_take (AjStore *store,
                    const AjValues *meeting,
                    GPtrArray *agenda,
                    const AjValues *item,
                    GPtrArray *papers)
{
  g_autofree char *label = g_strdup_printf (_ ("Put “%s” on the agenda"),
                                            aj_values_get_text (item, "name"));
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *taken;

  if (aj_values_is_empty (item, "meeting"))
    taken = aj_edit_change_values (edit, item);
  else
    {
      taken = add_copy (edit, item);
      aj_values_set_text (aj_edit_change_values (edit, item), "state", AJ_AGENDA_CARRIED);
      /* Asked twice before the first is done, it is carried over once. */
      aj_edit_guard (edit, item);
    }
  aj_values_set_text (taken, "meeting", aj_values_get_id (meeting));
  aj_values_set_integer (taken, "position", aj_agenda_get_next_position (agenda, FALSE));
  bring_papers (edit, papers, item, taken);
  return edit;
}

AjEdit *
aj_agenda_job_put_off (AjStore *store,
                       const AjValues *meeting,
                       const AjValues *item,
                       GPtrArray *papers)
{
  /* Translators: a line of history; an item of an agenda that is for a later meeting. */
  g_autofree char *label = g_strdup_printf (_ ("Keep “%s” for a later meeting"),
                                            aj_values_get_text (item, "name"));
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *waiting;

  /* It comes back on the next agenda by itself. */
  if (g_strcmp0 (aj_values_get_text (item, "kind"), AJ_AGENDA_STANDING) == 0)
    {
      aj_values_set_text (aj_edit_change_values (edit, item), "state", AJ_AGENDA_DROPPED);
      return edit;
    }
  if (aj_meeting_is_open (meeting))
    {
      waiting = aj_edit_change_values (edit, item);
      aj_values_clear (waiting, "meeting");
      aj_values_clear (waiting, "position");
    }
  else
    {
      waiting = add_copy (edit, item);
      aj_values_set_text (aj_edit_change_values (edit, item), "state", AJ_AGENDA_CARRIED);
    }
  bring_papers (edit, papers, item, waiting);
  return edit;
}
