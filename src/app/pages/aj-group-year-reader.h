/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-year.h"

G_BEGIN_DECLS

#define AJ_TYPE_GROUP_YEAR_READER (aj_group_year_reader_get_type ())

/**
 * AjGroupYearReader:
 *
 * The year of the group that is looked at, read when it is needed and again when something it tells of changes.
 *
 * Signals: "changed" (there is another one, or none any more), "failed" (why it could not be read, a GError).
 */
G_DECLARE_FINAL_TYPE (AjGroupYearReader, aj_group_year_reader, AJ, GROUP_YEAR_READER, GObject)

AjGroupYearReader *aj_group_year_reader_new (AjStore *store);
/* @group_id: NULL for none. What was read of another group or year is gone at once. */
void aj_group_year_reader_set (AjGroupYearReader *self, const char *group_id, int year);
/* Whether anybody looks; at first nobody does. Nothing is read while nobody does. */
void aj_group_year_reader_set_active (AjGroupYearReader *self, gboolean active);
/* (transfer none) (nullable): NULL while it is read for the first time. */
AjGroupYear *aj_group_year_reader_get (AjGroupYearReader *self);

G_END_DECLS
