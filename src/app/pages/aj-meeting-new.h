/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* (transfer full): an edit that adds a meeting of @group (its id) on a working day two weeks ahead, at the place and in the
 * zone of the settings. @meeting receives what it adds (borrowed). */
AjEdit *aj_meeting_new_edit (AjServices *services, const char *group, AjValues **meeting);

G_END_DECLS
