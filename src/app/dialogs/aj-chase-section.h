/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-chase-book.h"

G_BEGIN_DECLS

#define AJ_TYPE_CHASE_SECTION (aj_chase_section_get_type ())

/**
 * AjChaseSection:
 *
 * Some of the municipalities that have not answered, with a tick before each, and one for all of them.
 *
 * Signal "ticked" (GStrv municipalities, gboolean is_ticked): a person did that, for one or for all of them.
 */
G_DECLARE_FINAL_TYPE (AjChaseSection, aj_chase_section, AJ, CHASE_SECTION, AdwPreferencesGroup)

/* What stands in a row. */
typedef struct
{
  const AjChaseItem *item;
  char *about;      /* (owned): "Anna de Vries · asked Thu 12 Mar 2026" */
  gboolean ticked;  /* never so when nobody can be written to */
  gboolean written; /* a draft was made, and is not noted yet */
} AjChaseRow;

void aj_chase_row_free (AjChaseRow *self);

/* @key: which section it is. */
AjChaseSection *aj_chase_section_new (const char *key);
const char *aj_chase_section_get_key (AjChaseSection *self);
/* @rows (element-type AjChaseRow) are read and not kept. */
void aj_chase_section_show (AjChaseSection *self, const char *title, GPtrArray *rows);

G_END_DECLS
