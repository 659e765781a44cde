/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-year.h"
#include "aj-live-reader.h"

G_BEGIN_DECLS

/* A reader (AjLiveReader) of the year of the group that is looked at: an AjGroupYear. */
AjLiveReader *aj_group_year_reader_new (AjStore *store);
/* @group_id: NULL for none. What was read of another group or year is gone at once. */
void aj_group_year_reader_set (AjLiveReader *self, const char *group_id, int year);

G_END_DECLS
