/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-type.h"

G_BEGIN_DECLS

/* What is asked of each activity, in the order in which it is asked. */
typedef enum
{
  AJ_FORM_COLUMN_TAKES_PLACE, /* of last time: whether again; of what was registered: whether still */
  AJ_FORM_COLUMN_NAME,
  AJ_FORM_COLUMN_ORGANISATION,
  AJ_FORM_COLUMN_DATE,
  AJ_FORM_COLUMN_FROM,
  AJ_FORM_COLUMN_UNTIL,
  AJ_FORM_COLUMN_PLACE,
  AJ_FORM_COLUMN_ADDRESS,
  AJ_FORM_COLUMN_KIND,
  AJ_FORM_COLUMN_ACCESS,
  AJ_FORM_COLUMN_FOR_BUSINESS,
  AJ_FORM_COLUMN_FOR_YOUTH,
  AJ_FORM_COLUMN_FOR_ELDERLY,
  AJ_FORM_COLUMN_FOR_RESIDENTS,
  AJ_FORM_COLUMN_EXPECTED_REACH,
  AJ_FORM_COLUMN_ACTUAL_REACH, /* these two after the day only */
  AJ_FORM_COLUMN_WORKED,
  AJ_FORM_COLUMN_PARTNERS,
  AJ_FORM_COLUMN_INTERVENTION,
  AJ_FORM_COLUMN_CONTACT_NAME,
  AJ_FORM_COLUMN_CONTACT_MAIL,
  AJ_FORM_COLUMN_CONTACT_PHONE,
  AJ_FORM_COLUMN_LINK,
  AJ_FORM_COLUMN_REMARKS,
  AJ_N_FORM_COLUMNS,
} AjFormColumn;

/* The columns as a table of fields, each at the index of its column: what the field of an activity says is taken from there,
 * under the same name. An organisation and a contact are words here, for who fills in a form knows no records. No such record
 * is ever stored. Headings and choices are found with aj-headings.h, in either language. */
const AjRecordType *aj_form_get_row_type (void);
const AjField *aj_form_column_get_field (AjFormColumn self);
/* What is to be filled in, as a sentence for somebody who sees it for the first time; translated. */
const char *aj_form_column_get_help (AjFormColumn self);

G_END_DECLS
