/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-composition.h"

G_BEGIN_DECLS

#define AJ_TYPE_ROSTER (aj_roster_get_type ())

/**
 * AjRoster:
 *
 * Every group as it sits on one day, and what can be looked for in it. Worked out once from a book, never changed.
 *
 * Words to look for are folded (aj_text_fold()) and end with NULL; all of them must be there, each anywhere. Without
 * words everything fits.
 */
typedef struct _AjRoster AjRoster;

/* Borrows from the book, and belongs to the roster. */
typedef struct
{
  const AjValues *group;
  AjComposition *composition;
  gboolean is_ended;

  /* Private: what can be found, folded */
  char *text;
  GStrv sitters; /* as the sitters of the composition */
  GStrv seats;   /* as its seats */
} AjRosterGroup;

GType aj_roster_get_type (void);
/* A group that is to begin can be seen on days from @today on; on an earlier day only what had begun is there. */
AjRoster *aj_roster_new (AjGroupBook *book, AjDate date, AjDate today);
AjRoster *aj_roster_ref (AjRoster *self);
void aj_roster_unref (AjRoster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjRoster, aj_roster_unref)

/* (transfer none) */
AjGroupBook *aj_roster_get_book (AjRoster *self);
AjDate aj_roster_get_date (AjRoster *self);
/* (nullable): who leads a district on the day of the roster. */
const AjValues *aj_roster_get_lead (AjRoster *self, const AjValues *district);
/* (element-type AjRosterGroup) (transfer none): by kind, and then by name; those that have ended last. */
GPtrArray *aj_roster_get_groups (AjRoster *self);
/* (nullable) */
const AjRosterGroup *aj_roster_find (AjRoster *self, const char *group_id);

/* (transfer full): what somebody typed, as words to look for. */
GStrv aj_roster_split_words (const char *text);
/* Whether the group itself fits. */
gboolean aj_roster_group_is_named (const AjRosterGroup *group, const char *const *words);
/* Whether the group itself fits, or somebody or a seat in it. */
gboolean aj_roster_group_fits (const AjRosterGroup *group, const char *const *words);
/* (element-type AjSitter) (transfer full): who fits, in all groups. Those come first whose seat alone fits: who sits for
 * education in Twente before who happens to be of a school in Twente. @n_by_seat (nullable) receives how many these are. */
GArray *aj_roster_list_sitters (AjRoster *self, const char *const *words, guint *n_by_seat);
/* (element-type AjGroupSeat) (transfer full): the seats that fit and have an empty place, in all groups. */
GArray *aj_roster_list_empty (AjRoster *self, const char *const *words);
/* (element-type AjValues) (transfer full): the districts that fit by their name or who leads them; those without a lead
 * first. */
GPtrArray *aj_roster_list_districts (AjRoster *self, const char *const *words);

/* (transfer full): a sentence for a seat that nobody takes, or not all places of which are taken: "No education member in
 * Twente". */
char *aj_roster_describe_empty (AjRoster *self, const AjGroupSeat *seat);

G_END_DECLS
