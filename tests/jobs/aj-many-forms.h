/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-form.h"

G_BEGIN_DECLS

/* The forms of as many municipalities as take part in the East: each in one of the shapes that there are (a spreadsheet, a form
 * file, a table as Excel writes it here), and some with a mistake in them. */

#define MANY_FORMS            67
#define MANY_FORMS_ACTIVITIES 3
/* The one organisation that the network must know; a form names it with a slip of the pen. */
#define MANY_FORMS_KNOWN_ORGANISATION "Bibliotheek Salland"

typedef struct
{
  const char *edition_id; /* (nullable): as from another data file of the same network */
  const char *edition_name;
  AjDate day;
  AjDate written_on;
  const char *const *municipality_ids; /* (nullable): likewise */
  const char *folder;                  /* where they are written */
} ManyForms;

/* (transfer full): what the municipality @index is called, and its code. */
char *many_forms_dup_municipality (guint index);
char *many_forms_dup_code (guint index);
/* (transfer full): filled in without a mistake. */
AjForm *many_forms_make (const ManyForms *self, guint index);
/* (transfer full): the path of @form, in the shape that @index has. */
char *many_forms_put (const ManyForms *self, AjForm *form, guint index);
/* (transfer full) (element-type utf8): writes all of them with the mistakes that are planted; the paths, ended by NULL. */
GPtrArray *many_forms_put_all (const ManyForms *self);

G_END_DECLS
