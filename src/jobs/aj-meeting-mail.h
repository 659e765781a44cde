/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-invitations.h"
#include "aj-mail-texts.h"

G_BEGIN_DECLS

/* What is mailed about a meeting, as a draft that a mail program opens and nobody has sent yet. */

/* What is asked for. */
typedef struct
{
  const char *use; /* AJ_MAIL_INVITATION and its like */
  /* Attached as PDF; with the agenda itself and minutes that is so anyway, with a cancellation never. */
  gboolean with_agenda;
  /* (nullable): of a mail to who speaks, or does not any more (AJ_MAIL_SPEAKER, AJ_MAIL_SPEAKER_CANCELLATION): the id of the item of
   * the agenda */
  const char *item;
  /* (nullable): of an invitation, a change or a cancellation: only to them, also once more, by aj_invitee_get_id() */
  const char *invitee;
  const char *
      attendance; /* (nullable): of a proposal that is declined: the id of that of whoever made it */
  const char *
      proposal; /* (nullable): of one: the time "2026-03-13T14:00", where the attendance has it no more */
  /* (nullable): with the agenda by itself go its papers, of which the files lie beside this data file */
  const char *data_path;
  gint64 stamp; /* now, in seconds since 1970 */
} AjMeetingMailRequest;

/* Whom the mail comes from. */
typedef struct
{
  AjOrganiser organiser;
  const char *network; /* (nullable): what it is called */
} AjMailSender;

/* A draft. All owned. */
typedef struct
{
  GBytes *bytes;   /* the file */
  char *file_name; /* "2026-03-12 Expertteam Cyber - invitation.eml" */
  char *subject;   /* also for where no such file can be opened */
  char *body;
  char **addresses; /* whom it goes to */
  char **unknown;   /* words in braces that are of no place, and stay as they are */
  char **left_out;  /* papers whose file is not there, or with which the mail would be too large */
} AjMeetingMail;

void aj_meeting_mail_free (AjMeetingMail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjMeetingMail, aj_meeting_mail_free)

/* The kind of mail for a letter that is owed. */
const char *aj_meeting_mail_get_use (AjLetterKind kind);
/* Whether there is anybody to send such a letter to. */
gboolean aj_meeting_mail_is_owed (AjInvitations *invitations, const char *use);

/* The kind of mail for a letter that is owed to a speaker. */
const char *aj_meeting_mail_get_speaker_use (AjLetterKind kind);

/* (transfer full): what a mail is written of: of a letter to one person what is only for them, else of all. */
AjInvitations *aj_meeting_mail_prepare (AjMeetingFacts *facts, const AjMeetingMailRequest *request);
/* (transfer full): an invitation, a change or a cancellation goes to those who are owed it, with the calendar file; the
 * agenda and the minutes to all who are invited. A mail to a speaker has the appointment of just that item with it, unless
 * the speaker is invited to the whole meeting or is to be asked first. @invitations: as prepared. Fails as aj_invitations_write(), with
 * AJ_ERROR_NOT_FOUND when nobody can be written to, or as the PDF does. */
AjMeetingMail *aj_meeting_mail_write (AjInvitations *invitations,
                                      AjMailTexts *texts,
                                      const AjMailSender *sender,
                                      const AjMeetingMailRequest *request,
                                      GError **error);
/* The same without waiting; @invitations is taken. */
void aj_meeting_mail_write_async (AjInvitations *invitations,
                                  AjMailTexts *texts,
                                  const AjMailSender *sender,
                                  const AjMeetingMailRequest *request,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AjMeetingMail *aj_meeting_mail_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
