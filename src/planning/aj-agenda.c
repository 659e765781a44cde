/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-agenda.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-agenda-item.h"

#define STEP 10
/* As long as an item can be: a day. */
#define MAX_MINUTES 1440

gboolean
aj_agenda_is_kept (const AjValues *item)
{
  const char *state = aj_values_get_text (item, "state");

  return g_strcmp0 (state, AJ_AGENDA_CARRIED) != 0 && g_strcmp0 (state, AJ_AGENDA_DROPPED) != 0;
}

static gint64
get_minutes (const AjValues *item)
{
  return aj_agenda_is_kept (item) ? aj_values_get_integer (item, "minutes") : 0;
}

GArray *
aj_agenda_time (const AjValues *meeting, GPtrArray *items)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (AjAgendaSlot));
  AjAgendaSlot slot;

  if (!aj_values_get_wall_time (meeting, "starts-at", &slot.start))
    return slots;
  for (guint i = 0; i < items->len; i++)
    {
      slot.end = aj_wall_time_add_minutes (&slot.start, (int) get_minutes (items->pdata[i]));
      g_array_append_val (slots, slot);
      slot.start = slot.end;
    }
  return slots;
}

gint64
aj_agenda_count_minutes (GPtrArray *items)
{
  gint64 minutes = 0;

  for (guint i = 0; i < items->len; i++)
    minutes += get_minutes (items->pdata[i]);
  return minutes;
}

gint64
aj_agenda_count_excess (const AjValues *meeting, GPtrArray *items)
{
  gint64 minutes = aj_agenda_count_minutes (items);
  AjWallTime start, end;

  if (!aj_values_get_wall_time (meeting, "starts-at", &start) ||
      !aj_values_get_wall_time (meeting, "ends-at", &end))
    return 0;
  return minutes - aj_wall_time_minutes_between (&start, &end);
}

gint64
aj_agenda_get_next_position (GPtrArray *items, gboolean at_end)
{
  gint64 last = at_end ? AJ_AGENDA_END : 0;

  for (guint i = 0; i < items->len; i++)
    {
      gint64 position = aj_values_get_integer (items->pdata[i], "position");

      if (at_end || position < AJ_AGENDA_END)
        last = MAX (last, position);
    }
  return MIN (last + STEP, G_MAXINT32);
}

/* A number with a sign that it is minutes: "Windows 11" says nothing of how long. */
static gboolean
parse_minutes (const char *number, const char *unit, int *minutes)
{
  static const char *const units[] = { "m", "min", "min.", "minuten", "minutes", "'", NULL };
  g_autofree char *folded = g_ascii_strdown (unit, -1);
  guint64 value;

  if (!g_strv_contains (units, folded) ||
      !g_ascii_string_to_unsigned (number, 10, 0, MAX_MINUTES, &value, NULL))
    return FALSE;
  *minutes = (int) value;
  return TRUE;
}

char *
aj_agenda_describe_excess (gint64 excess)
{
  guint n = (guint) ABS (excess);

  if (excess > 0)
    return g_strdup_printf (ngettext ("It does not fit: %u minute too long.",
                                      "It does not fit: %u minutes too long.", n),
                            n);
  if (excess == 0)
    return g_strdup (_ ("It fits exactly."));
  return g_strdup_printf (ngettext ("It fits: %u minute left.", "It fits: %u minutes left.", n), n);
}

char *
aj_agenda_parse_line (const char *line, int *minutes)
{
  g_autofree char *text = g_strstrip (g_strdup (line));
  const char *last = strrchr (text, ' ');
  const char *at = last != NULL ? last + 1 : text;
  g_autofree char *digits = NULL;
  const char *number;

  *minutes = -1;
  if (last == NULL)
    return g_steal_pointer (&text);
  digits = g_strndup (at, strspn (at, "0123456789"));
  if (*digits != '\0' && parse_minutes (digits, at + strlen (digits), minutes))
    return g_strchomp (g_strndup (text, (gsize) (last - text)));
  /* "45 min": the number is the word before. */
  text[last - text] = '\0';
  number = strrchr (text, ' ');
  if (number != NULL && parse_minutes (number + 1, at, minutes))
    return g_strchomp (g_strndup (text, (gsize) (number - text)));
  return g_strstrip (g_strdup (line));
}

const char *
aj_agenda_guess_kind (const char *name)
{
  static const struct
  {
    const char *words; /* folded */
    const char *kind;
  } openings[] = {
    { "gastspreker", AJ_AGENDA_GUEST_SPEAKER },
    { "gastspreekster", AJ_AGENDA_GUEST_SPEAKER },
    { "gastsprekers", AJ_AGENDA_GUEST_SPEAKER },
    { "guest speaker", AJ_AGENDA_GUEST_SPEAKER },
    { "guest speakers", AJ_AGENDA_GUEST_SPEAKER },
    { "ter informatie", AJ_AGENDA_INFORMATION },
    { "for information", AJ_AGENDA_INFORMATION },
    { "besluit", AJ_AGENDA_DECISION },
    { "ter besluitvorming", AJ_AGENDA_DECISION },
    { "ter besluit", AJ_AGENDA_DECISION },
    { "decision", AJ_AGENDA_DECISION },
    { "for decision", AJ_AGENDA_DECISION },
  };
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      const gsize length = strlen (openings[i].words);

      /* "Besluitenlijst" is another word, and "Besluit nemen over …" may be spoken about only. */
      if (g_str_has_prefix (folded, openings[i].words) &&
          (folded[length] == ':' ||
           (folded[length] == ' ' && g_str_equal (openings[i].kind, AJ_AGENDA_GUEST_SPEAKER))))
        return openings[i].kind;
    }
  return NULL;
}

/* The places as they stand, each behind the one before it; those that had none, or the same, get one. */
static GArray *
list_positions (GPtrArray *items)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = 0;

  for (guint i = 0; i < items->len; i++)
    {
      gint64 position = aj_values_get_integer (items->pdata[i], "position");

      if (i == 0 ? position < 0 : position <= last)
        position = last + STEP;
      g_array_append_val (positions, position);
      last = position;
    }
  return positions;
}

GArray *
aj_agenda_move (GPtrArray *items, guint from, guint to)
{
  g_autoptr (GArray) places = list_positions (items);
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (gint64), items->len);

  g_return_val_if_fail (from < items->len && to < items->len, positions);

  g_array_set_size (positions, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      guint place = i;

      if (i == from)
        place = to;
      else if (from < to && i > from && i <= to)
        place = i - 1;
      else if (from > to && i >= to && i < from)
        place = i + 1;
      g_array_index (positions, gint64, i) = g_array_index (places, gint64, place);
    }
  return positions;
}
