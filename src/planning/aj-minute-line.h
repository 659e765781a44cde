/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

typedef enum
{
  AJ_MINUTE_LINE_NOTE,     /* what was said */
  AJ_MINUTE_LINE_DECISION, /* "Besluit: …", "Decision: …", "! …" */
  AJ_MINUTE_LINE_ACTION,   /* "Actie Jan voor 1 mei: …", "Action: …" */
  AJ_MINUTE_LINE_PAPER,    /* "https://…", "Stuk: … https://…" */
} AjMinuteLineKind;

/* Why a line cannot be stored. */
typedef enum
{
  AJ_MINUTE_LINE_NO_FAULT,
  AJ_MINUTE_LINE_EMPTY,   /* nothing is typed yet, or only what kind of line it is */
  AJ_MINUTE_LINE_WEEKDAY, /* its day is another day of the week than it says */
} AjMinuteLineFault;

/**
 * AjMinuteLine:
 *
 * What one line typed in the minutes is: a decision, something that somebody will do, a paper with its link, or a note. The first word tells;
 * who does it and by when may stand before the colon in any order, or at the end of the line, in Dutch or English. Nothing
 * that was typed is lost: what is not understood stays in @text.
 */
typedef struct
{
  AjMinuteLineKind kind;
  char *text;   /* (owned): what was decided, is to be done, or was said; the title of a paper */
  char *link;   /* (owned) (nullable): of a paper */
  char *person; /* (owned) (nullable): the id of who does it */
  char *
      name; /* (owned) (nullable): theirs; or, without @person, the name that nobody has, or several */
  gboolean is_shared; /* several are called @name */
  AjDate due;         /* AJ_DATE_NONE when no day is named */
  AjMinuteLineFault fault;
} AjMinuteLine;

/* @people (element-type AjValues) are those who may be named: who sit in the group, say. @today is the day from which a day
 * without a year is meant, @next that of the meeting after this one, or AJ_DATE_NONE. */
AjMinuteLine *aj_minute_line_new (const char *text, AjDate today, AjDate next, GPtrArray *people);
void aj_minute_line_free (AjMinuteLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjMinuteLine, aj_minute_line_free)

/* How it will be stored, or what is wrong with it, in the language of the messages: "Action point · Anna Jansen · Fri 1 May
 * 2026 · Cijfers opvragen". "" for an empty line. @number (nullable): that of the decision. */
char *aj_minute_line_to_text (const AjMinuteLine *self, const char *number);

G_END_DECLS
