/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-file.h"

#include <string.h>

#include "aj-error.h"

/* A form with something in every place. */
static AjForm *
make_form (void)
{
  AjForm *form = aj_form_new ();
  AjFormRow *row;

  form->id = g_strdup ("form-1");
  form->edition_id = g_strdup ("edition-1");
  form->edition_name = g_strdup ("Echt Niet Vandaag 2026");
  g_assert_true (aj_date_parse_iso ("2026-10-08", &form->starts_on));
  form->ends_on = form->starts_on;
  form->deadline = form->starts_on - 30;
  form->written_on = form->starts_on - 90;
  form->municipality_id = g_strdup ("municipality-1");
  form->municipality_code = g_strdup ("GM0193");
  form->municipality_name = g_strdup ("Zwolle");
  form->organisation_id = g_strdup ("organisation-1");
  form->organisation_name = g_strdup ("Bibliotheek “Stad & Hanze”");
  form->reply_name = g_strdup ("Secretariaat");
  form->reply_mail = g_strdup ("secretariaat@netwerk.example");
  form->answer = AJ_FORM_ANSWER_TAKES_PART;
  form->reason = g_strdup ("why");
  form->contact_name = g_strdup ("Zoë");
  form->contact_mail = g_strdup ("zoe@zwolle.example");
  form->contact_phone = g_strdup ("038 1234567");
  row = aj_form_add_row (form);
  row->activity = g_strdup ("activity-1");
  row->previous = g_strdup ("activity-0");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_TAKES_PLACE, "yes");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_NAME, "=HYPERLINK(\"x\") \\ 😀");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_DATE, "2026-10-08");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_FROM, "10:00");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_EXPECTED_REACH, "40");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_ACTUAL_REACH, "a lot");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_FOR_YOUTH, "no");
  aj_form_set_text (form, row, AJ_FORM_COLUMN_REMARKS, "one\ntwo");
  aj_form_add_row (form);
  return form;
}

static AjForm *
read_text (const char *text, GError **error)
{
  return aj_form_file_read ("x.aanjager-form", text, strlen (text), error);
}

static char *
write_text (const AjForm *form)
{
  g_autoptr (GBytes) bytes = aj_form_file_write (form);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What was written is read, and writing that gives the same file. */
static void
test_round_trip (void)
{
  static const AjFormPurpose purposes[] = { AJ_FORM_REGISTER, AJ_FORM_LOOK_BACK };

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      g_autoptr (AjForm) form = make_form ();
      g_autoptr (AjForm) read = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      AjFormRow *row;

      form->purpose = purposes[i];
      text = write_text (form);
      read = read_text (text, &error);
      g_assert_no_error (error);
      again = write_text (read);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpint (read->purpose, ==, purposes[i]);
      g_assert_cmpint (read->deadline, ==, form->deadline);
      g_assert_cmpstr (read->organisation_name, ==, form->organisation_name);
      g_assert_cmpstr (read->reply_mail, ==, form->reply_mail);
      g_assert_cmpint (read->answer, ==, AJ_FORM_ANSWER_TAKES_PART);
      g_assert_cmpuint (read->rows->len, ==, 1);
      row = read->rows->pdata[0];
      g_assert_cmpstr (row->activity, ==, "activity-1");
      g_assert_cmpstr (row->previous, ==, "activity-0");
      for (guint column = 0; column < AJ_N_FORM_COLUMNS; column++)
        g_assert_cmpstr (row->texts[column], ==,
                         ((AjFormRow *) form->rows->pdata[0])->texts[column]);
    }
}

/* (transfer full): the file with one piece of it replaced. */
static char *
write_with (const char *piece, const char *other)
{
  g_autoptr (AjForm) form = make_form ();
  g_autofree char *text = write_text (form);
  GString *changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, piece, other, 0), >, 0);
  return g_string_free (changed, FALSE);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *piece;
    const char *other;
    int code;
  } cases[] = {
    { "\"aanjager-form\"", "\"another\"", AJ_ERROR_INVALID },
    { "\"version\" : 1", "\"version\" : 2", AJ_ERROR_INVALID },
    { "\"version\" : 1", "\"version\" : -1", AJ_ERROR_INVALID },
    { "\"version\" : 1", "\"version\" : []", AJ_ERROR_INVALID },
    { "\"register\"", "\"party\"", AJ_ERROR_INVALID },
    { "\"edition-1\"", "\"  \"", AJ_ERROR_INVALID },
    { "\"GM0193\"", "{}", AJ_ERROR_INVALID },
    { "\"ends-on\" : \"2026-10-08\"", "\"ends-on\" : \"2026-10-07\"", AJ_ERROR_INVALID },
    { "\"ends-on\" : \"2026-10-08\"", "\"ends-on\" : \"someday\"", AJ_ERROR_INVALID },
    { "\"activities\" : [", "\"others\" : [", AJ_ERROR_INVALID },
    { "\"activities\" : [", "\"activities\" : [ 12,", AJ_ERROR_INVALID },
    /* What only this reader of JSON would take. */
    { "\"version\" : 1", "\"version\" : 1 /* \" */", AJ_ERROR_INVALID },
    { "\"Zwolle\"", "'Zwolle'", AJ_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = write_with (cases[i].piece, cases[i].other);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].other);
      g_assert_null (read_text (text, &error));
      g_assert_error (error, AJ_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, "x.aanjager-form: "));
    }
}

/* Whatever is broken off is refused, and nothing else happens. */
static void
test_truncated (void)
{
  g_autoptr (AjForm) form = make_form ();
  g_autofree char *text = write_text (form);
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *part = g_strndup (text, i);

      g_assert_null (aj_form_file_read ("x", part, i, &error));
      g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
    }
}

/* A stranger's members are not taken along, also those that are called as ours are and hold something else. */
static void
test_unknown (void)
{
  g_autofree char *text = write_with ("\"previous\" : \"activity-0\"",
                                      "\"secret\" : {\"a\" : [1]}, \"state\" : \"accepted\", "
                                      "\"previous\" : [\"activity-0\"], \"place\" : null");
  g_autoptr (GError) error = NULL;
  g_autoptr (AjForm) form = read_text (text, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = write_text (form);
  g_assert_null (strstr (again, "\"secret\""));
  g_assert_null (strstr (again, "\"state\""));
  g_assert_null (((AjFormRow *) form->rows->pdata[0])->previous);
}

/* So many of a text, one after another. */
static char *
repeat (const char *before, const char *text, guint n, const char *after)
{
  GString *all = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  g_string_append (all, after);
  return g_string_free (all, FALSE);
}

static void
test_large (void)
{
  g_autofree char *deep = repeat ("", "[", 1000000, "");
  g_autofree char *deep_object = repeat ("", "{\"a\":", 200000, "");
  g_autofree char *wide = repeat ("[0", ",0", 1000000, "]");
  g_autofree char *rows = repeat ("\"activities\" : [ {\"name\":\"x\"}", ",{\"name\":\"x\"}",
                                  AJ_FORM_MAX_ROWS, ",");
  g_autofree char *many = write_with ("\"activities\" : [", rows);
  g_autofree char *letters = repeat ("\"", "x", 40000, "\"");
  g_autofree char *long_name = write_with ("\"Zwolle\"", letters);
  g_autofree char *long_text = write_with ("\"one\\ntwo\"", letters);
  g_autofree char *huge = repeat ("\"", "x", AJ_FORM_FILE_MAX_BYTES, "\"");
  const char *const texts[] = { deep, deep_object, wide, many, long_name, long_text, huge };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (texts[i], &error));
      g_assert_error (error, AJ_ERROR, AJ_ERROR_LIMIT);
    }
}

/* All that a field takes can be read back, however many bytes its letters have; what is longer is cut. */
static void
test_long (void)
{
  g_autofree char *most = repeat ("", "ë", 20000, "");
  g_autofree char *more = repeat ("", "ë", AJ_FORM_MAX_TEXT + 1, "");
  const char *const cases[] = { most, more };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjForm) form = make_form ();
      g_autoptr (AjForm) read = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      const char *remarks;

      aj_form_set_text (form, form->rows->pdata[0], AJ_FORM_COLUMN_REMARKS, cases[i]);
      text = write_text (form);
      read = read_text (text, &error);
      g_assert_no_error (error);
      remarks = ((AjFormRow *) read->rows->pdata[0])->texts[AJ_FORM_COLUMN_REMARKS];
      g_assert_true (g_str_has_prefix (cases[i], remarks));
      g_assert_cmpint (g_utf8_strlen (remarks, -1), ==, i == 0 ? 20000 : AJ_FORM_MAX_TEXT);
    }
}

static void
test_bytes (void)
{
  static const char *const texts[] = {
    "", "\xff\xfe", "null", "[]", "12", "\"aanjager-form\"", "{}", "{\"format\":\"aanjager-form\"}"
  };
  g_autoptr (AjForm) form = make_form ();
  g_autofree char *text = write_text (form);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);
  g_autoptr (AjForm) read = NULL;
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (texts[i], &error));
      g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
    }
  /* An editor of Windows may have put a mark before it. */
  read = read_text (marked, &failure);
  g_assert_no_error (failure);
  g_assert_cmpstr (read->municipality_name, ==, "Zwolle");
}

static void
test_load (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_form_file_load ("/nowhere/x.aanjager-form", &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND);
  g_assert_true (aj_form_file_is_likely ("/a/Zwolle.AANJAGER-FORM"));
  g_assert_false (aj_form_file_is_likely ("/a/zwolle.aanjager"));
  g_assert_false (aj_form_file_is_likely (".aanjager-form"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-file/round-trip", test_round_trip);
  g_test_add_func ("/form-file/refused", test_refused);
  g_test_add_func ("/form-file/truncated", test_truncated);
  g_test_add_func ("/form-file/unknown", test_unknown);
  g_test_add_func ("/form-file/large", test_large);
  g_test_add_func ("/form-file/long", test_long);
  g_test_add_func ("/form-file/bytes", test_bytes);
  g_test_add_func ("/form-file/load", test_load);
  return g_test_run ();
}
