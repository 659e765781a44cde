/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-head.h"

#include <glib/gi18n-lib.h>

static const AjChoice formats[] = {
  { AJ_FORM_HEAD_FORMAT_NAME, N_ ("registration form") },
  { NULL },
};

/* The codes are in files; they never change. */
static const AjChoice purposes[] = {
  [AJ_FORM_REGISTER] = { "register", N_ ("to register") },
  [AJ_FORM_LOOK_BACK] = { "look-back", N_ ("to look back") },
  { NULL },
};

static const AjField fields[AJ_N_FORM_HEADS] = {
  [AJ_FORM_HEAD_FORMAT] = { "format", AJ_FIELD_CHOICE, N_ ("Kind of file"), .choices = formats,
                            .required = TRUE },
  [AJ_FORM_HEAD_VERSION] = { "version", AJ_FIELD_INTEGER, N_ ("Version of the form"), .min = 1,
                             .max = G_MAXINT32, .required = TRUE },
  [AJ_FORM_HEAD_FORM] = { "form-id", AJ_FIELD_TEXT, N_ ("Number of the form") },
  [AJ_FORM_HEAD_PURPOSE] = { "purpose", AJ_FIELD_CHOICE, N_ ("What the form is for"),
                             .choices = purposes, .required = TRUE },
  [AJ_FORM_HEAD_WRITTEN_ON] = { "written-on", AJ_FIELD_DATE, N_ ("Form made on") },
  [AJ_FORM_HEAD_EDITION] = { "edition-id", AJ_FIELD_TEXT, N_ ("Number of the edition"),
                             .required = TRUE },
  [AJ_FORM_HEAD_EDITION_NAME] = { "edition", AJ_FIELD_TEXT, N_ ("Edition"), .required = TRUE },
  [AJ_FORM_HEAD_STARTS_ON] = { "starts-on", AJ_FIELD_DATE, N_ ("First day"), .required = TRUE },
  [AJ_FORM_HEAD_ENDS_ON] = { "ends-on", AJ_FIELD_DATE, N_ ("Last day"), .required = TRUE },
  [AJ_FORM_HEAD_DEADLINE] = { "deadline", AJ_FIELD_DATE, N_ ("Register until") },
  [AJ_FORM_HEAD_MUNICIPALITY] = { "municipality-id", AJ_FIELD_TEXT,
                                  N_ ("Number of the municipality"), .required = TRUE },
  [AJ_FORM_HEAD_CODE] = { "municipality-code", AJ_FIELD_TEXT, N_ ("Code of the municipality"),
                          .required = TRUE },
  [AJ_FORM_HEAD_MUNICIPALITY_NAME] = { "municipality", AJ_FIELD_TEXT, N_ ("Municipality"),
                                       .required = TRUE },
  [AJ_FORM_HEAD_ORGANISATION] = { "organisation-id", AJ_FIELD_TEXT,
                                  N_ ("Number of the organisation") },
  [AJ_FORM_HEAD_ORGANISATION_NAME] = { "organisation", AJ_FIELD_TEXT, N_ ("Organisation") },
  [AJ_FORM_HEAD_REPLY_NAME] = { "reply-name", AJ_FIELD_TEXT, N_ ("Goes back to") },
  [AJ_FORM_HEAD_REPLY_MAIL] = { "reply-mail", AJ_FIELD_TEXT, N_ ("Goes back to this address") },
  [AJ_FORM_HEAD_TAKES_PART] = { "takes-part", AJ_FIELD_BOOLEAN, N_ ("Do you take part?") },
  [AJ_FORM_HEAD_REASON] = { "reason", AJ_FIELD_TEXT, N_ ("If not: why?") },
  [AJ_FORM_HEAD_CONTACT_NAME] = { "contact-name", AJ_FIELD_TEXT, N_ ("Your name"),
                                  .personal = TRUE },
  /* Also what is no address is kept, so that somebody is told of it. */
  [AJ_FORM_HEAD_CONTACT_MAIL] = { "contact-mail", AJ_FIELD_TEXT, N_ ("Your mail address"),
                                  .max = 254, .personal = TRUE },
  [AJ_FORM_HEAD_CONTACT_PHONE] = { "contact-phone", AJ_FIELD_TEXT, N_ ("Your telephone number"),
                                   .max = 64, .personal = TRUE },
};

/* Where a form keeps what is a text or a date; the others are told apart below. */
#define AT(MEMBER) G_STRUCT_OFFSET (AjForm, MEMBER)
static const gsize offsets[AJ_N_FORM_HEADS] = {
  [AJ_FORM_HEAD_FORM] = AT (id),
  [AJ_FORM_HEAD_WRITTEN_ON] = AT (written_on),
  [AJ_FORM_HEAD_EDITION] = AT (edition_id),
  [AJ_FORM_HEAD_EDITION_NAME] = AT (edition_name),
  [AJ_FORM_HEAD_STARTS_ON] = AT (starts_on),
  [AJ_FORM_HEAD_ENDS_ON] = AT (ends_on),
  [AJ_FORM_HEAD_DEADLINE] = AT (deadline),
  [AJ_FORM_HEAD_MUNICIPALITY] = AT (municipality_id),
  [AJ_FORM_HEAD_CODE] = AT (municipality_code),
  [AJ_FORM_HEAD_MUNICIPALITY_NAME] = AT (municipality_name),
  [AJ_FORM_HEAD_ORGANISATION] = AT (organisation_id),
  [AJ_FORM_HEAD_ORGANISATION_NAME] = AT (organisation_name),
  [AJ_FORM_HEAD_REPLY_NAME] = AT (reply_name),
  [AJ_FORM_HEAD_REPLY_MAIL] = AT (reply_mail),
  [AJ_FORM_HEAD_REASON] = AT (reason),
  [AJ_FORM_HEAD_CONTACT_NAME] = AT (contact_name),
  [AJ_FORM_HEAD_CONTACT_MAIL] = AT (contact_mail),
  [AJ_FORM_HEAD_CONTACT_PHONE] = AT (contact_phone),
};

static const AjRecordType head_type = {
  .name = "form-head",
  .label = N_ ("Registration form"),
  .plural_label = N_ ("Registration forms"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

const AjRecordType *
aj_form_get_head_type (void)
{
  return &head_type;
}

static char *
dup_answer (const AjForm *self)
{
  if (self->answer == AJ_FORM_ANSWER_NONE)
    return NULL;
  return g_strdup (self->answer == AJ_FORM_ANSWER_TAKES_PART ? "true" : "false");
}

char *
aj_form_dup_head (const AjForm *self, AjFormHead head)
{
  g_return_val_if_fail (head < AJ_N_FORM_HEADS, NULL);

  if (head == AJ_FORM_HEAD_FORMAT)
    return g_strdup (AJ_FORM_HEAD_FORMAT_NAME);
  if (head == AJ_FORM_HEAD_VERSION)
    return g_strdup (AJ_FORM_HEAD_VERSION_NOW);
  if (head == AJ_FORM_HEAD_PURPOSE)
    return g_strdup (purposes[self->purpose].code);
  if (head == AJ_FORM_HEAD_TAKES_PART)
    return dup_answer (self);
  if (fields[head].kind == AJ_FIELD_DATE)
    return aj_date_to_iso (G_STRUCT_MEMBER (AjDate, self, offsets[head]));
  return g_strdup (G_STRUCT_MEMBER (char *, self, offsets[head]));
}

static void
set_purpose (AjForm *self, const AjValue *value)
{
  for (guint i = 0; purposes[i].code != NULL; i++)
    if (value->kind == AJ_VALUE_TEXT && g_str_equal (purposes[i].code, value->as.text))
      self->purpose = (AjFormPurpose) i;
}

static void
set_answer (AjForm *self, const AjValue *value)
{
  if (value->kind == AJ_VALUE_NONE)
    self->answer = AJ_FORM_ANSWER_NONE;
  else
    self->answer = value->as.integer != 0 ? AJ_FORM_ANSWER_TAKES_PART : AJ_FORM_ANSWER_DECLINES;
}

static void
set_plain (AjForm *self, AjFormHead head, const AjValue *value)
{
  const char *text = value->kind == AJ_VALUE_TEXT ? value->as.text : NULL;
  AjDate date = AJ_DATE_NONE;

  if (fields[head].kind != AJ_FIELD_DATE)
    {
      g_free (G_STRUCT_MEMBER (char *, self, offsets[head]));
      G_STRUCT_MEMBER (char *, self, offsets[head]) = g_strdup (text);
      return;
    }
  if (text != NULL && !aj_date_parse_iso (text, &date))
    date = AJ_DATE_NONE;
  G_STRUCT_MEMBER (AjDate, self, offsets[head]) = date;
}

static gboolean
check_version (const AjValue *value, GError **error)
{
  g_autofree char *text = aj_field_format (&fields[AJ_FORM_HEAD_VERSION], value);

  if (g_str_equal (text, AJ_FORM_HEAD_VERSION_NOW))
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RANGE,
                       _ ("This form was made by a newer version of this program. Install that, "
                          "or ask for the form once more."));
  return FALSE;
}

gboolean
aj_form_set_head (AjForm *self, AjFormHead head, const char *text, GError **error)
{
  g_auto (AjValue) value = AJ_VALUE_INIT;

  g_return_val_if_fail (head < AJ_N_FORM_HEADS, FALSE);

  if (!aj_field_parse (&fields[head], text, &value, error) ||
      !aj_field_check (&fields[head], &value, error) ||
      (head == AJ_FORM_HEAD_VERSION && !check_version (&value, error)))
    return FALSE;
  if (head == AJ_FORM_HEAD_PURPOSE)
    set_purpose (self, &value);
  else if (head == AJ_FORM_HEAD_TAKES_PART)
    set_answer (self, &value);
  else if (offsets[head] != 0 || head == AJ_FORM_HEAD_FORM)
    set_plain (self, head, &value);
  return TRUE;
}
