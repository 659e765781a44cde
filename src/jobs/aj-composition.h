/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-book.h"

G_BEGIN_DECLS

/* Who sits in a group. All borrowed from the book. */
typedef struct
{
  const AjValues *membership;
  const AjValues *group;
  const AjValues *person;       /* (nullable) */
  const AjValues *organisation; /* (nullable): for whom */
  const AjValues *district;     /* (nullable): of the organisation, or of its municipality */
  const AjValues *seat;         /* (nullable): the one that is taken on the date that was asked */
  AjDateRange days;
} AjSitter;

/* A seat of a group. */
typedef struct
{
  const AjValues *seat;
  const AjValues *group;
  guint n_taken;
  guint n_empty;
} AjGroupSeat;

/* A group as it sits on a date. Borrows from the book. */
typedef struct
{
  GArray *seats;   /* (element-type AjGroupSeat): that there are on the date */
  GArray *sitters; /* (element-type AjSitter): by seat; those without one last */
  GArray *earlier; /* (element-type AjSitter): who had left by then, who left last first */
  GArray *later;   /* (element-type AjSitter): who had still to come, by when */
  guint n_empty;   /* places that nobody takes */
} AjComposition;

/* A group that has ended has no empty seats. */
AjComposition *aj_composition_new (AjGroupBook *book, const char *group_id, AjDate date);
void aj_composition_free (AjComposition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjComposition, aj_composition_free)

/* Who: the person's name, else the organisation's. Never NULL. */
const char *aj_sitter_get_name (const AjSitter *self);
/* (transfer full): all that people may look for, folded (aj_text_fold()): who, for whom, of which kind and district, in
 * which group and seat and role. */
char *aj_sitter_fold (const AjSitter *self, AjGroupBook *book);
/* The same of a seat. */
char *aj_group_seat_fold (const AjGroupSeat *self, AjGroupBook *book);

/* (transfer full): a line that says in which seat, for whom and since when; @with_group: and first in which group. */
char *aj_sitter_describe (AjGroupBook *book, const AjSitter *sitter, gboolean with_group);
/* (transfer full): a line for a seat that nobody takes: the group, and how many places of how many when there are more. */
char *aj_group_seat_describe (const AjGroupSeat *self);

G_END_DECLS
