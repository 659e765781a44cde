/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-column.h"

#include <glib/gi18n-lib.h>

#include "aj-activity.h"

/* What is no field of an activity, or is another one there; the others have no kind of their own. */
static const struct
{
  AjField own;
  const char *help;
} columns[AJ_N_FORM_COLUMNS] = {
  [AJ_FORM_COLUMN_TAKES_PLACE] = { { "takes-place", AJ_FIELD_BOOLEAN, N_ ("Takes place") },
                                   N_ ("Yes or no. An activity of last time: does it take place "
                                       "again? Anything else: does it still take place?") },
  [AJ_FORM_COLUMN_NAME] = { { "name" }, N_ ("What people know the activity by, in a few words.") },
  [AJ_FORM_COLUMN_ORGANISATION] = { { "organisation", AJ_FIELD_TEXT, N_ ("Organisation") },
                                    N_ ("Who organises it, when that is not the municipality: a "
                                        "library, a school, the police.") },
  [AJ_FORM_COLUMN_DATE] = { { "date" },
                            N_ ("The day of the activity. Leave it empty when that is the action "
                                "day "
                                "itself.") },
  [AJ_FORM_COLUMN_FROM] = { { "from" },
                            N_ ("When it begins, such as 10:00. Leave it empty when it takes all "
                                "day.") },
  [AJ_FORM_COLUMN_UNTIL] = { { "until" }, N_ ("When it ends, such as 12:00.") },
  [AJ_FORM_COLUMN_PLACE] = { { "place" }, N_ ("Where it is, such as the library.") },
  [AJ_FORM_COLUMN_ADDRESS] = { { "address" }, N_ ("Street, number and town.") },
  [AJ_FORM_COLUMN_KIND] = { { "kind" }, N_ ("Choose from the list what comes closest.") },
  [AJ_FORM_COLUMN_ACCESS] = { { "access" },
                              N_ ("May anybody come, or only who is invited? Choose from the "
                                  "list.") },
  [AJ_FORM_COLUMN_FOR_BUSINESS] = { { "for-business" }, N_ ("Yes when it is for businesses.") },
  [AJ_FORM_COLUMN_FOR_YOUTH] = { { "for-youth" }, N_ ("Yes when it is for young people.") },
  [AJ_FORM_COLUMN_FOR_ELDERLY] = { { "for-elderly" },
                                   N_ ("Yes when it is for elderly people, or for who is less at "
                                       "home with computers.") },
  [AJ_FORM_COLUMN_FOR_RESIDENTS] = { { "for-residents" },
                                     N_ ("Yes when it is for all residents.") },
  [AJ_FORM_COLUMN_EXPECTED_REACH] = { { "expected-reach" },
                                      N_ ("How many people you expect to reach, as a number. A "
                                          "guess will do.") },
  [AJ_FORM_COLUMN_ACTUAL_REACH] = { { "actual-reach" },
                                    N_ ("How many people you reached, as a number. A guess will "
                                        "do.") },
  [AJ_FORM_COLUMN_WORKED] = { { "worked" },
                              N_ ("What went well, and what others can learn from.") },
  [AJ_FORM_COLUMN_PARTNERS] = { { "partners" }, N_ ("With whom you do it.") },
  [AJ_FORM_COLUMN_INTERVENTION] = { { "intervention" },
                                    N_ ("What you use, such as the escape box. Leave it empty when "
                                        "that is nothing that exists already.") },
  [AJ_FORM_COLUMN_CONTACT_NAME] = { { "contact-name", AJ_FIELD_TEXT, N_ ("Contact: name"),
                                      .personal = TRUE },
                                    N_ ("Whom we can ask about it.") },
  [AJ_FORM_COLUMN_CONTACT_MAIL] = { { "contact-mail", AJ_FIELD_TEXT, N_ ("Contact: mail"),
                                      .max = 254, .form = AJ_FORM_MAIL, .personal = TRUE },
                                    N_ ("Their mail address.") },
  [AJ_FORM_COLUMN_CONTACT_PHONE] = { { "contact-phone", AJ_FIELD_TEXT, N_ ("Contact: phone"),
                                       .max = 64, .personal = TRUE },
                                     N_ ("Their telephone number.") },
  [AJ_FORM_COLUMN_LINK] = { { "link" }, N_ ("A web page where people can read more or enrol.") },
  [AJ_FORM_COLUMN_REMARKS] = { { "remarks" }, N_ ("Anything else that we should know.") },
};

static AjField fields[AJ_N_FORM_COLUMNS];
static AjRecordType row_type;

static void
make_fields (void)
{
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    {
      const AjField *own = &columns[i].own;
      int index = own->label == NULL ? aj_record_type_find (&aj_activity_record_type, own->name)
                                     : -1;

      fields[i] = index >= 0 ? aj_activity_record_type.fields[index] : *own;
    }
  /* An activity takes it from its edition. */
  fields[AJ_FORM_COLUMN_DATE].required = FALSE;
}

const AjRecordType *
aj_form_get_row_type (void)
{
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      make_fields ();
      row_type = (AjRecordType){
        .name = "form-row",
        .label = aj_activity_record_type.label,
        .plural_label = aj_activity_record_type.plural_label,
        .fields = fields,
        .n_fields = G_N_ELEMENTS (fields),
        .title_field = "name",
      };
      g_once_init_leave (&is_made, 1);
    }
  return &row_type;
}

const AjField *
aj_form_column_get_field (AjFormColumn self)
{
  g_return_val_if_fail (self < AJ_N_FORM_COLUMNS, NULL);

  return &aj_form_get_row_type ()->fields[self];
}

const char *
aj_form_column_get_help (AjFormColumn self)
{
  g_return_val_if_fail (self < AJ_N_FORM_COLUMNS, NULL);

  return _ (columns[self].help);
}
