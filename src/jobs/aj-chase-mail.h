/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-chase-book.h"
#include "aj-edition-job.h"
#include "aj-meeting-mail.h"
#include "aj-unsent-mail.h"

G_BEGIN_DECLS

/* What is mailed to those who have not answered, as a draft that a mail program opens and nobody has sent yet. All owned. */
typedef struct
{
  AjChaseRound round;
  GBytes *bytes;   /* the file */
  char *file_name; /* "Echt Niet Vandaag 2026 - Almelo - first reminder.eml" */
  char *about;     /* a municipality, or a district */
  char *subject;   /* also for where no such file can be opened */
  char *body;
  char **addresses; /* whom it goes to */
  gboolean is_bcc;  /* they are not to know of one another */
  gboolean has_attachments;
  char **unknown;   /* words in braces that are of no place, and stay as they are */
  GPtrArray *asked; /* (element-type AjAsked): who is asked with it */
} AjChaseMail;

void aj_chase_mail_free (AjChaseMail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjChaseMail, aj_chase_mail_free)

/**
 * aj_chase_mail_write_all:
 * @items: (element-type AjChaseItem): who is asked; those without an address are passed over
 * @per_district: one mail for each district and round, to all in Bcc, rather than one for each municipality
 * @attachments: (nullable) (element-type utf8 GArray<AjMailAttachment>): what goes along with a mail to just one municipality, by
 *   its id; the name of the first fills the place {form}
 *
 * A last call is one mail for each lead, whatever was asked for.
 *
 * Returns: (transfer full) (element-type AjChaseMail)
 */
GPtrArray *aj_chase_mail_write_all (AjChaseBook *book,
                                    GPtrArray *items,
                                    gboolean per_district,
                                    AjDate today,
                                    const AjMailSender *sender,
                                    GHashTable *attachments);

/* How many mails that would be. */
guint aj_chase_mail_count (GPtrArray *items, gboolean per_district);
/* (transfer full): whom it goes to: "a@stad.example, b@stad.example", or how many in Bcc. */
char *aj_chase_mail_describe_to (const AjChaseMail *self);

G_END_DECLS
