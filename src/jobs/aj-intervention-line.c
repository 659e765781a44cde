/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-intervention-line.h"

AjInterventionLine *
aj_intervention_line_new (
    const char *place, const char *text, const AjRecordType *type, const char *id, AjDate date)
{
  AjInterventionLine *self = g_new0 (AjInterventionLine, 1);

  self->place = g_strdup (place);
  self->text = g_strdup (text);
  self->type = type;
  self->id = g_strdup (id);
  self->date = date;
  return self;
}

void
aj_intervention_line_free (gpointer self)
{
  AjInterventionLine *line = self;

  if (line == NULL)
    return;
  g_free (line->id);
  g_free (line->text);
  g_free (line->place);
  g_free (line);
}
