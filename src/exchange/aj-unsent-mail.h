/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A mail that nobody has sent yet, as a file (.eml) that a mail program opens as a draft. */

typedef struct
{
  const char *name; /* (nullable) */
  const char *mail;
} AjMailbox;

typedef struct
{
  const char *file_name;
  const char *type;   /* such as "application/pdf" */
  const char *method; /* (nullable): of a calendar file, as in it: "REQUEST" */
  GBytes *bytes;
} AjMailAttachment;

/* All borrowed. */
typedef struct
{
  AjMailbox from; /* whoever answers, answers there as well */
  const AjMailbox *to;
  gsize n_to;
  const AjMailbox *bcc; /* who are not to know of one another */
  gsize n_bcc;
  const char *subject;
  const char *body; /* plain text; lines end with \n */
  const AjMailAttachment *attachments;
  gsize n_attachments;
} AjUnsentMail;

/* (nullable) (transfer full): the file. NULL when nobody is left to write to: what is no mail address is left out, and an
 * address twice stands in it once, in To rather than in Bcc. Without a date, which the mail program gives it when it is sent. A
 * sender that is no mail address is left out as well, so that the mail program fills in its own. A file with a Bcc names them
 * to whoever has it: it is to be opened and sent, and not to be passed on. */
GBytes *aj_unsent_mail_write (const AjUnsentMail *mail);

G_END_DECLS
