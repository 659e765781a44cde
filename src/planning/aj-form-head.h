/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-form.h"

G_BEGIN_DECLS

/* What a form says besides its activities, for files that hold it as lines of a name and a value: those that are locked in, so
 * that it is known whose form comes back, and those that are filled in. */
typedef enum
{
  AJ_FORM_HEAD_FORMAT, /* always AJ_FORM_HEAD_FORMAT_NAME */
  AJ_FORM_HEAD_VERSION,
  AJ_FORM_HEAD_FORM,
  AJ_FORM_HEAD_PURPOSE,
  AJ_FORM_HEAD_WRITTEN_ON,
  AJ_FORM_HEAD_EDITION,
  AJ_FORM_HEAD_EDITION_NAME,
  AJ_FORM_HEAD_STARTS_ON,
  AJ_FORM_HEAD_ENDS_ON,
  AJ_FORM_HEAD_DEADLINE,
  AJ_FORM_HEAD_MUNICIPALITY,
  AJ_FORM_HEAD_CODE,
  AJ_FORM_HEAD_MUNICIPALITY_NAME,
  AJ_FORM_HEAD_ORGANISATION,
  AJ_FORM_HEAD_ORGANISATION_NAME,
  AJ_FORM_HEAD_REPLY_NAME,
  AJ_FORM_HEAD_REPLY_MAIL,
  AJ_FORM_HEAD_TAKES_PART, /* from here on: what is filled in */
  AJ_FORM_HEAD_REASON,
  AJ_FORM_HEAD_CONTACT_NAME,
  AJ_FORM_HEAD_CONTACT_MAIL,
  AJ_FORM_HEAD_CONTACT_PHONE,
  AJ_N_FORM_HEADS,
} AjFormHead;

#define AJ_FORM_HEAD_FORMAT_NAME "aanjager-form"
#define AJ_FORM_HEAD_VERSION_NOW "1"

/* The same as a table of fields, each at its index: names and labels by which a line is found (aj-headings.h), and what may
 * stand in it. No such record is ever stored. */
const AjRecordType *aj_form_get_head_type (void);

/* (transfer full) (nullable): the value in machine form; NULL when there is none. */
char *aj_form_dup_head (const AjForm *self, AjFormHead head);
/* Takes in a value: machine form, or as people write it. FALSE with AJ_MODEL_ERROR for one that is not understood, or that
 * says that this is no form, or one of a newer program; then the form is as it was. */
gboolean aj_form_set_head (AjForm *self, AjFormHead head, const char *text, GError **error);

G_END_DECLS
