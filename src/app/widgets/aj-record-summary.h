/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-search.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORD_SUMMARY (aj_record_summary_get_type ())

/**
 * AjRecordSummary:
 *
 * What a list says about a record: its title, and beneath it the few things that tell it from others
 * ("police officer · Police East"), first of all that it is over or still to come. Follows the record and the records it
 * refers to.
 *
 * Properties (read-only, notified): "title", "subtitle", "over" (it has had its last day), "mailbox" (a person who is a
 * role, and not one person), "forgotten" (a person of whom nothing else is left).
 */
G_DECLARE_FINAL_TYPE (AjRecordSummary, aj_record_summary, AJ, RECORD_SUMMARY, GObject)

AjRecordSummary *aj_record_summary_new (AjStore *store, AjRecord *record);
const char *aj_record_summary_get_title (AjRecordSummary *self);
const char *aj_record_summary_get_subtitle (AjRecordSummary *self);
gboolean aj_record_summary_is_over (AjRecordSummary *self);
gboolean aj_record_summary_is_mailbox (AjRecordSummary *self);
gboolean aj_record_summary_is_forgotten (AjRecordSummary *self);
/* (nullable): the name of an icon that stands beside it, for what the words say as well. */
const char *aj_record_summary_get_mark (AjRecordSummary *self);

/* The same subtitle, once, of what was found. Of a record without a name of its own, what stands in its @title already is
 * left out. (transfer full) */
char *aj_record_summary_describe_hit (const AjSearchHit *hit, const char *title);

G_END_DECLS
