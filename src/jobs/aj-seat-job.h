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
 * Who only came that day, or later, never sat there. */
AjEdit *aj_seat_job_hand_over (AjStore *store,
                               const AjSitter *sitter,
                               const char *holder_field,
                               const char *holder_id,
                               const char *holder_name,
                               AjDate date);
/* (transfer full): @last is the last day. */
AjEdit *aj_seat_job_end (AjStore *store, const AjSitter *sitter, AjDate last);

G_END_DECLS
