/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The places in the text of a mail that are filled in for each: "{date}". A word stands for the same place in both
 * languages, for a text is kept in the data file and read by whoever opens it. */
typedef enum
{
  AJ_MAIL_PLACE_MEETING, /* "Expertteam Cyber: Jeugd" */
  AJ_MAIL_PLACE_GROUP,
  AJ_MAIL_PLACE_THEME,
  AJ_MAIL_PLACE_DATE,
  AJ_MAIL_PLACE_TIME,
  AJ_MAIL_PLACE_PLACE, /* where it is held */
  AJ_MAIL_PLACE_LINK,  /* to take part online */
  AJ_MAIL_PLACE_OLD_DATE,
  AJ_MAIL_PLACE_AGENDA,         /* several lines */
  AJ_MAIL_PLACE_NAME,           /* of whom the mail goes to; "all" when those are several */
  AJ_MAIL_PLACE_ITEM,           /* of the agenda: what a speaker speaks about */
  AJ_MAIL_PLACE_PROPOSAL,       /* another time that somebody proposed */
  AJ_MAIL_PLACE_EDITION,        /* of the action day */
  AJ_MAIL_PLACE_MUNICIPALITY,   /* when the mail is about one */
  AJ_MAIL_PLACE_MUNICIPALITIES, /* several lines: of a district, that have not answered */
  AJ_MAIL_PLACE_DISTRICT,
  AJ_MAIL_PLACE_DEADLINE,  /* the last day to register */
  AJ_MAIL_PLACE_LAST_TIME, /* what a municipality did at the action day before */
  AJ_MAIL_PLACE_FORM,      /* the file to fill in, when one is attached */
  AJ_MAIL_PLACE_ORGANISER,
  AJ_MAIL_PLACE_NETWORK,
  AJ_MAIL_N_PLACES,
} AjMailPlace;

/* The word of a place, in the language of the program: "date"; and what it is filled with: "the day of the meeting". */
const char *aj_mail_place_get_word (AjMailPlace place);
const char *aj_mail_place_get_label (AjMailPlace place);
/* Something that it may be filled in with, to see what a text comes to: "Thursday 12 March 2026". */
const char *aj_mail_place_get_sample (AjMailPlace place);
/* In either language, whatever its case. FALSE for a word that is of no place. */
gboolean aj_mail_place_find (const char *word, AjMailPlace *place);

/**
 * aj_mail_places_fill:
 * @text: with places
 * @values: what they are filled with; NULL for nothing
 * @unknown: (nullable) (element-type utf8): receives each word in braces that is of no place, once
 *
 * A line on which there are places, and nothing for any of them, is left out: "Online: {link}" of a meeting without a
 * link. What is of no place stays as it is.
 *
 * Returns: (transfer full)
 */
char *aj_mail_places_fill (const char *text,
                           const char *const values[AJ_MAIL_N_PLACES],
                           GPtrArray *unknown);

G_END_DECLS
