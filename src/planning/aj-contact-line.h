/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* Why a line cannot be stored. */
typedef enum
{
  AJ_CONTACT_LINE_NO_FAULT,
  AJ_CONTACT_LINE_EMPTY,   /* nothing is typed yet, or only when */
  AJ_CONTACT_LINE_FUTURE,  /* its day is still to come */
  AJ_CONTACT_LINE_WEEKDAY, /* its day is another day of the week than it says */
} AjContactLineFault;

/**
 * AjContactLine:
 *
 * What one typed line says of a contact: "gisteren gebeld met Anna over de actiedag". When, how and with whom may stand at
 * its beginning in any order, in Dutch or English, each or none of them; the rest is what it was about. Without a day it
 * was today, without a way it was another one. Nothing that was typed is lost: what is not understood stays in @what.
 */
typedef struct
{
  AjDate date;
  const char *way; /* the code of a choice */
  char *person;    /* (owned) (nullable): the id */
  char *
      name; /* (owned) (nullable): of the person; or, without one, the name that nobody has, or several */
  gboolean is_shared; /* several are called @name */
  char *what;         /* (owned) */
  AjContactLineFault fault;
} AjContactLine;

/* @people (element-type AjValues) are those who may have been spoken to: of one organisation, say. @today is the last day
 * that can be meant. */
AjContactLine *aj_contact_line_new (const char *text, AjDate today, GPtrArray *people);
void aj_contact_line_free (AjContactLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjContactLine, aj_contact_line_free)

/* How it will be stored, or what is wrong with it, in the language of the messages: "Wed 25 Nov 2026 · Phone · with Anna
 * Jansen · De actiedag". "" for an empty line. */
char *aj_contact_line_to_text (const AjContactLine *self);

G_END_DECLS
