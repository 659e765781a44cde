/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* Why a meeting stands on its date. A meeting stores the code, the date by the rule, and the detail; the sentence is made
 * from those when it is shown, in the language of whoever reads it. */
typedef enum
{
  AJ_REASON_RULE,               /* "rule": where the rhythm puts it */
  AJ_REASON_PUBLIC_HOLIDAY,     /* "public-holiday": moved out of the way of one */
  AJ_REASON_SCHOOL_HOLIDAY,     /* "school-holiday": likewise */
  AJ_REASON_NOT_GENERALLY_FREE, /* "not-generally-free": likewise, of Good Friday or 5 May */
  AJ_REASON_CLASH,              /* "clash": likewise, of another meeting of the same people */
  AJ_REASON_HAND,               /* "hand": somebody chose it */
  AJ_REASON_AGAINST_ADVICE, /* "against-advice": something stands in the way, and somebody chose it all the same */
  AJ_REASON_CONFLICT, /* "conflict": something stands in the way, and somebody must choose */
} AjReason;

const char *aj_reason_get_code (AjReason reason);
/* FALSE (and @reason untouched) for anything but one of the codes; NULL is taken. */
gboolean aj_reason_parse (const char *code, AjReason *reason);

/* What stands between the parts of a detail that names more than one thing. */
#define AJ_REASON_DETAIL_SEPARATOR "; "

/* The detail of AJ_REASON_RULE, where the date alone does not tell which rule put it there: the last of the month, and the
 * last because the month has no fifth. Else a rule has no detail. */
#define AJ_REASON_DETAIL_LAST     "last"
#define AJ_REASON_DETAIL_NO_FIFTH "no-fifth"

/* The detail as stored, in the language of the messages: names of public holidays are stored in English, all else stays
 * as it is. Good Friday and 5 May say that they are not generally free. */
char *aj_reason_detail_to_text (const char *detail);
/* One sentence: "second Thursday", "moved a week earlier: herfstvakantie Zuid", "moved by hand from Thu 12 Mar 2026".
 * @detail is nullable; @pattern is where the rule put it (AJ_DATE_NONE: not known), @date where it stands. "" when there
 * is no @date. */
char *aj_reason_to_text (AjReason reason, const char *detail, AjDate pattern, AjDate date);

G_END_DECLS
