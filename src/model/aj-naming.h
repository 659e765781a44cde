/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* What people call a record, the same in every list, message and line of history: its title, and without one what its type
 * says (AjNaming): whose it is and in what, as "Politie, Expertteam Cyber" for a seat. */

/* The record that a reference means; NULL when it is not there (any more), or is not to be named. (transfer full) */
typedef AjValues *(*AjNamingFind) (const AjRecordType *type, const char *id, gpointer user_data);

/* (transfer full) (nullable): NULL when nothing is there to call it by. */
char *aj_naming_describe (const AjValues *values, AjNamingFind find, gpointer user_data);
/* (transfer full) (nullable): without what it is in, for where that is plain: "Education · Twente". */
char *aj_naming_describe_own (const AjValues *values, AjNamingFind find, gpointer user_data);

G_END_DECLS
