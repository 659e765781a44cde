/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-composition.h"
#include "aj-edit.h"

G_BEGIN_DECLS

/* What a coordinator does with seats, each one edit, to be committed by whoever asked for it. @holder_field is "person" or
 * "organisation", and @holder_id who; @holder_name and @group_name are for the label. */

/* (transfer full): somebody sits in the group from @date on, in @seat when it is not NULL, with the role it asks. */
AjEdit *aj_seat_job_add (AjStore *store,
                         const AjValues *group,
                         const AjValues *seat,
                         const char *holder_field,
                         const char *holder_id,
                         const char *holder_name,
                         AjDate date);
/* (transfer full): another takes over from @sitter on @date, in the same seat and role; the first sits until the day before.
 * Who only came that day never sat there; nor who is still to come, whose first day the other takes over as well. */
AjEdit *aj_seat_job_hand_over (AjStore *store,
                               const AjSitter *sitter,
                               const char *holder_field,
                               const char *holder_id,
                               const char *holder_name,
                               AjDate date);
/* The same as a part of an edit that does more. */
void aj_seat_job_fill_hand_over (AjEdit *edit,
                                 const AjSitter *sitter,
                                 const char *holder_field,
                                 const char *holder_id,
                                 AjDate date);
/* As a part of an edit: @last is the last day. Who only came later never sat there. */
void aj_seat_job_fill_end (AjEdit *edit, const AjValues *membership, AjDate last);
/* (transfer full): @last is the last day. */
AjEdit *aj_seat_job_end (AjStore *store, const AjSitter *sitter, AjDate last);

/* (transfer full): a new seat in the group for a kind of organisation, or else with a name; @seat_id (nullable) receives its
 * id (transfer full). */
AjEdit *aj_seat_job_add_seat (
    AjStore *store, const AjValues *group, const char *kind, const char *name, char **seat_id);
/* (transfer full): the seat is no more; whom it was given, at whatever time, stays a member. */
AjEdit *aj_seat_job_remove_seat (AjStore *store, AjGroupBook *book, const AjValues *seat);
/* (transfer full): the person leads the district. */
AjEdit *aj_seat_job_set_lead (AjStore *store,
                              const AjValues *district,
                              const char *person_id,
                              const char *person_name);

G_END_DECLS
