/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a municipality, and what is wrong with what it answers. */
#include "aj-activity.h"
#include "aj-form-head.h"
#include "aj-planning-fixture.h"

static AjForm *
make_form (void)
{
  AjForm *form = aj_form_new ();

  form->edition_name = g_strdup ("Echt Niet Vandaag 2026");
  form->starts_on = form->ends_on = aj_test_date ("2026-10-08");
  return form;
}

static AjFormRow *
add_activity (AjForm *form, const char *name)
{
  AjFormRow *row = aj_form_add_row (form);

  aj_form_set_text (form, row, AJ_FORM_COLUMN_NAME, name);
  aj_form_set_text (form, row, AJ_FORM_COLUMN_DATE, "2026-10-08");
  return row;
}

/* What is asked is what an activity has, and nothing is asked twice. */
static void
test_columns (void)
{
  const AjRecordType *type = aj_form_get_row_type ();

  g_assert_cmpuint (type->n_fields, ==, AJ_N_FORM_COLUMNS);
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    {
      const AjField *field = aj_form_column_get_field (i);

      g_assert_nonnull (field->label);
      g_assert_cmpint (field->kind, !=, AJ_FIELD_REFERENCE);
      g_assert_cmpint (aj_record_type_find (type, field->name), ==, (int) i);
      g_assert_cmpstr (aj_form_column_get_help (i), !=, "");
    }
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    g_assert_cmpint (aj_record_type_find (type, aj_target_get_field (target)), >=, 0);
}

static void
test_texts (void)
{
  static const struct
  {
    AjFormColumn column;
    const char *typed;
    const char *kept;
  } cases[] = {
    { AJ_FORM_COLUMN_NAME, "  Escape\t box ", "Escape box" },
    { AJ_FORM_COLUMN_NAME, "   ", NULL },
    { AJ_FORM_COLUMN_DATE, "8 okt", "2026-10-08" },
    { AJ_FORM_COLUMN_DATE, "8-10-2026", "2026-10-08" },
    { AJ_FORM_COLUMN_DATE, "someday", "someday" },
    { AJ_FORM_COLUMN_FROM, "9.30", "09:30" },
    { AJ_FORM_COLUMN_FOR_YOUTH, "ja", "true" },
    { AJ_FORM_COLUMN_FOR_YOUTH, "maybe", "maybe" },
    { AJ_FORM_COLUMN_KIND, "campaign", "campaign" },
    { AJ_FORM_COLUMN_EXPECTED_REACH, "1.200", "1200" },
    { AJ_FORM_COLUMN_EXPECTED_REACH, "some", "some" },
    { AJ_FORM_COLUMN_REMARKS, "one\n  two", "one\n  two" },
  };
  g_autoptr (AjForm) form = make_form ();
  AjFormRow *row = aj_form_add_row (form);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      aj_form_set_text (form, row, cases[i].column, cases[i].typed);
      g_assert_cmpstr (row->texts[cases[i].column], ==, cases[i].kept);
    }
}

static void
test_checks (void)
{
  static const struct
  {
    AjFormColumn column;
    const char *text;
    int code; /* -1: fine */
  } cases[] = {
    { AJ_FORM_COLUMN_NAME, NULL, AJ_MODEL_ERROR_REQUIRED },
    { AJ_FORM_COLUMN_DATE, NULL, -1 },
    { AJ_FORM_COLUMN_DATE, "2027-10-08", AJ_MODEL_ERROR_RANGE },
    { AJ_FORM_COLUMN_DATE, "2026-10-01", -1 },
    { AJ_FORM_COLUMN_DATE, "someday", AJ_MODEL_ERROR_FORMAT },
    { AJ_FORM_COLUMN_FROM, "25:00", AJ_MODEL_ERROR_FORMAT },
    { AJ_FORM_COLUMN_UNTIL, "12:00", AJ_MODEL_ERROR_RULE },
    { AJ_FORM_COLUMN_EXPECTED_REACH, "-1", AJ_MODEL_ERROR_RANGE },
    { AJ_FORM_COLUMN_KIND, "party", AJ_MODEL_ERROR_CHOICE },
    { AJ_FORM_COLUMN_CONTACT_MAIL, "anna", AJ_MODEL_ERROR_FORMAT },
    { AJ_FORM_COLUMN_CONTACT_MAIL, "anna@zwolle.example", -1 },
    { AJ_FORM_COLUMN_TAKES_PLACE, "perhaps", AJ_MODEL_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjForm) form = make_form ();
      g_autoptr (GError) error = NULL;
      AjFormRow *row = add_activity (form, "Escape box");
      AjFormColumn column = AJ_N_FORM_COLUMNS;
      guint failed = 0;

      aj_form_set_text (form, row, AJ_FORM_COLUMN_PLACE, "Library");
      aj_form_set_text (form, row, cases[i].column, cases[i].text);
      g_test_message ("%s", cases[i].text);
      if (cases[i].code < 0)
        {
          g_assert_true (aj_form_check (form, NULL, NULL, &error));
          g_assert_no_error (error);
          continue;
        }
      g_assert_false (aj_form_check (form, &failed, &column, &error));
      g_assert_error (error, AJ_MODEL_ERROR, cases[i].code);
      g_assert_cmpuint (failed, ==, 0);
      g_assert_cmpint (column, ==, cases[i].column);
    }
}

/* What was done last time is proposed, and waits for a word. */
static void
test_again (void)
{
  g_autoptr (AjForm) form = make_form ();
  g_autoptr (GError) error = NULL;
  AjFormRow *row = add_activity (form, "Escape box");
  AjFormColumn column = AJ_N_FORM_COLUMNS;

  row->previous = g_strdup ("last-year");
  g_assert_true (aj_form_row_is_open (row));
  g_assert_cmpuint (aj_form_count (form), ==, 0);
  g_assert_cmpint (aj_form_get_answer (form), ==, AJ_FORM_ANSWER_NONE);
  g_assert_false (aj_form_check (form, NULL, &column, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_REQUIRED);
  g_assert_cmpint (column, ==, AJ_FORM_COLUMN_TAKES_PLACE);

  aj_form_set_text (form, row, AJ_FORM_COLUMN_TAKES_PLACE, "ja");
  g_assert_true (aj_form_check (form, NULL, NULL, NULL));
  g_assert_cmpint (aj_form_get_answer (form), ==, AJ_FORM_ANSWER_TAKES_PART);

  /* What does not take place may be filled in as it likes. */
  aj_form_set_text (form, row, AJ_FORM_COLUMN_TAKES_PLACE, "nee");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_DATE, NULL);
  g_assert_true (aj_form_check_row (form, row, NULL, NULL));
  g_assert_cmpuint (aj_form_count (form), ==, 0);
}

static void
test_answer (void)
{
  g_autoptr (AjForm) form = make_form ();
  g_autoptr (GError) error = NULL;
  AjFormRow *row;
  guint failed = 0;

  /* Nothing was said. */
  g_assert_false (aj_form_check (form, &failed, NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_assert_cmpuint (failed, ==, G_MAXUINT);
  g_clear_error (&error);

  /* Who does not take part need not go through what was done last time. */
  form->answer = AJ_FORM_ANSWER_DECLINES;
  row = add_activity (form, "Escape box");
  row->previous = g_strdup ("last-year");
  g_assert_true (aj_form_check (form, NULL, NULL, NULL));

  /* But one of the two must be a mistake. */
  aj_form_set_text (form, row, AJ_FORM_COLUMN_TAKES_PLACE, "true");
  g_assert_false (aj_form_check (form, &failed, NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_clear_error (&error);

  form->answer = AJ_FORM_ANSWER_TAKES_PART;
  form->contact_mail = g_strdup ("anna");
  g_assert_false (aj_form_check (form, &failed, NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT);
}

/* A copy is another activity, and a new one. */
static void
test_copy (void)
{
  g_autoptr (AjForm) form = make_form ();
  AjFormRow *row = add_activity (form, "Escape box");
  AjFormRow *copy;

  row->activity = g_strdup ("known");
  row->previous = g_strdup ("last-year");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_TAKES_PLACE, "false");
  add_activity (form, "Second");
  copy = aj_form_copy_row (form, row);
  g_assert_true (form->rows->pdata[1] == copy);
  g_assert_cmpuint (form->rows->len, ==, 3);
  g_assert_null (copy->activity);
  g_assert_null (copy->previous);
  g_assert_cmpstr (copy->texts[AJ_FORM_COLUMN_NAME], ==, "Escape box");
  g_assert_true (aj_form_row_takes_place (copy));
  aj_form_remove_row (form, copy);
  g_assert_cmpuint (form->rows->len, ==, 2);
}

/* What is said besides the activities goes into lines of a name and a value, and comes out of them. */
static void
test_heads (void)
{
  static const char *const values[AJ_N_FORM_HEADS] = {
    "aanjager-form", "1",           "form-1",         "look-back",     "2026-07-01",  "edition-1",
    "Echt Niet",     "2026-10-08",  "2026-10-09",     "2026-09-20",    "place-1",     "GM0193",
    "Zwolle",        "library-1",   "Bibliotheek",    "Secretariaat",  "a@b.example", "false",
    "No time",       "Anna Bakker", "anna@b.example", "038 123 45 67",
  };
  g_autoptr (AjForm) form = aj_form_new ();

  for (guint i = 0; i < AJ_N_FORM_HEADS; i++)
    {
      g_autoptr (GError) error = NULL;

      aj_form_set_head (form, i, values[i], &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < AJ_N_FORM_HEADS; i++)
    {
      g_autofree char *value = aj_form_dup_head (form, i);

      g_assert_cmpstr (value, ==, values[i]);
    }
  g_assert_cmpint (form->purpose, ==, AJ_FORM_LOOK_BACK);
  g_assert_cmpint (form->answer, ==, AJ_FORM_ANSWER_DECLINES);
}

/* Whoever takes the form in is told of what is no address; it is not lost before that. */
static void
test_wrong_address_kept (void)
{
  g_autoptr (AjForm) form = make_form ();
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_form_set_head (form, AJ_FORM_HEAD_CONTACT_MAIL, "anna", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (form->contact_mail, ==, "anna");
}

static void
test_heads_refused (void)
{
  static const struct
  {
    AjFormHead head;
    const char *text;
  } cases[] = {
    { AJ_FORM_HEAD_FORMAT, "another" },     { AJ_FORM_HEAD_FORMAT, NULL },
    { AJ_FORM_HEAD_VERSION, "2" },          { AJ_FORM_HEAD_PURPOSE, "party" },
    { AJ_FORM_HEAD_STARTS_ON, "someday" },  { AJ_FORM_HEAD_CODE, " " },
    { AJ_FORM_HEAD_TAKES_PART, "perhaps" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjForm) form = make_form ();

      g_assert_false (aj_form_set_head (form, cases[i].head, cases[i].text, NULL));
      aj_test_assert_date (form->starts_on, "2026-10-08");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/columns", test_columns);
  g_test_add_func ("/form/texts", test_texts);
  g_test_add_func ("/form/checks", test_checks);
  g_test_add_func ("/form/again", test_again);
  g_test_add_func ("/form/answer", test_answer);
  g_test_add_func ("/form/copy", test_copy);
  g_test_add_func ("/form/heads", test_heads);
  g_test_add_func ("/form/heads-refused", test_heads_refused);
  g_test_add_func ("/form/wrong-address-kept", test_wrong_address_kept);
  return g_test_run ();
}
