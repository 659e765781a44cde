/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an address book and this program both know of a person. */
typedef enum
{
  AJ_CARD_ID, /* a UUID */
  AJ_CARD_NAME,
  AJ_CARD_FUNCTION,
  AJ_CARD_ORGANISATION, /* by its name */
  AJ_CARD_MAIL,
  AJ_CARD_PHONE,
  AJ_CARD_MOBILE,
  AJ_CARD_ROLE_MAILBOX, /* "true", or nothing */
  AJ_CARD_NOTES,
  AJ_CARD_N_FIELDS,
} AjCardField;

/* One person on the way in or out: text as it stands in the file, not checked. */
typedef struct
{
  char *fields[AJ_CARD_N_FIELDS]; /* (owned) (nullable) */
  guint line;                     /* on which it begins in the file, from 1 */
  char *fault;                    /* (owned) (nullable): why it cannot be used, as a sentence */
} AjCard;

AjCard *aj_card_new (guint line);
void aj_card_free (AjCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCard, aj_card_free)

/* Blank text leaves the field empty. */
void aj_card_set (AjCard *self, AjCardField field, const char *text);
/* Adds a line to the notes: what else the address book knew, which the fields have no place for. Blank and known lines
 * are left out. */
void aj_card_add_note (AjCard *self, const char *line);
/* The same with what the line is: "E-mail: anna@work.example". */
void aj_card_add_more (AjCard *self, const char *label, const char *text);
/* What the field is called in the table of people's fields: "role-mailbox"; also "id". */
const char *aj_card_get_field_name (AjCardField field);

/* "Anna van der Berg" in two, as address books want it: "Anna" and "van der Berg". Both are (transfer full), and may be
 * empty; together they are @name. */
void aj_card_split_name (const char *name, char **given, char **family);

G_END_DECLS
