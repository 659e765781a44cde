/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-known-step.h"

#include <glib/gi18n-lib.h>

#include "aj-text.h"

const AjChoice aj_known_steps[] = {
  { AJ_STEP_INVITATION, N_ ("the invitations are out") },
  { AJ_STEP_AGENDA, N_ ("the agenda is out") },
  { AJ_STEP_MINUTES_COMMENT, N_ ("the minutes are out for comment") },
  { AJ_STEP_MINUTES_FIXED, N_ ("the minutes are fixed") },
  { NULL },
};

/* What the usual steps for them are called, also in a program in another language: a checklist is kept in the data file, in
 * that of who began it. A test holds the names to the usual steps and their translation. */
static const struct
{
  const char *code;
  const char *name;
  const char *dutch;
} usual_names[] = {
  { AJ_STEP_INVITATION, "Send the invitation", "Uitnodiging versturen" },
  { AJ_STEP_AGENDA, "Send the agenda and papers", "Agenda en stukken versturen" },
  { AJ_STEP_MINUTES_COMMENT, "Send the minutes for comment", "Verslag ter reactie versturen" },
  { AJ_STEP_MINUTES_FIXED, "Fix the minutes", "Verslag vaststellen" },
};

static gboolean
is_called (const char *folded, const char *name)
{
  g_autofree char *other = aj_text_fold (name);

  return g_str_equal (folded, other);
}

const char *
aj_known_step_find (const char *name)
{
  g_autofree char *folded = name != NULL ? aj_text_fold (name) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (usual_names); i++)
    if (is_called (folded, usual_names[i].name) || is_called (folded, usual_names[i].dutch))
      return usual_names[i].code;
  return NULL;
}

void
aj_known_step_fill_in (const AjValues *before, AjValues *after)
{
  const char *known;

  if (!aj_values_is_empty (after, "done-when") ||
      (before != NULL && !aj_values_differ (before, after, "name")))
    return;
  known = aj_known_step_find (aj_values_get_text (after, "name"));
  if (known != NULL)
    aj_values_set_text (after, "done-when", known);
}
