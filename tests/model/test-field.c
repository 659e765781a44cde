/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field.h"

#include <math.h>
#include <string.h>

static const AjChoice seasons[] = {
  { "spring", "Spring" },
  { "summer", "Summer" },
  { "late-summer", "Été tardif" },
  { NULL },
};

static const AjField text_field = { "name", AJ_FIELD_TEXT, "Name" };
static const AjField block_field = { "notes", AJ_FIELD_TEXT, "Notes", .multiline = TRUE };
static const AjField short_field = { "code", AJ_FIELD_TEXT, "Code", .max = 4 };
static const AjField mail_field = { "mail", AJ_FIELD_TEXT, "Mail", .form = AJ_FORM_MAIL };
static const AjField zone_field = { "zone", AJ_FIELD_TEXT, "Time zone", .form = AJ_FORM_ZONE };
static const AjField week_field = { "week", AJ_FIELD_TEXT, "Week", .form = AJ_FORM_WEEK };
static const AjField integer_field = { "count", AJ_FIELD_INTEGER, "Count" };
static const AjField limited_field = { "month", AJ_FIELD_INTEGER, "Month", .min = -1, .max = 12 };
static const AjField real_field = { "latitude", AJ_FIELD_REAL, "Latitude", .min = -90, .max = 90 };
static const AjField boolean_field = { "active", AJ_FIELD_BOOLEAN, "Active" };
static const AjField date_field = { "from", AJ_FIELD_DATE, "From" };
static const AjField time_field = { "start", AJ_FIELD_TIME, "Start" };
static const AjField wall_field = { "starts-at", AJ_FIELD_WALL_TIME, "Starts" };
static const AjField choice_field = { "season", AJ_FIELD_CHOICE, "Season", .choices = seasons };
static const AjField reference_field = { "group", AJ_FIELD_REFERENCE, "Group", .target = "group" };

/* The longest whole numbers there are, and one beyond. */
#define MOST  "9223372036854775807"
#define LEAST "-9223372036854775808"
#define OVER  "9223372036854775808"

typedef struct
{
  const AjField *field;
  const char *text;
  const char *machine; /* what aj_field_format() makes of it; NULL: refused */
} ParseCase;

static const ParseCase parse_cases[] = {
  /* Text: cleaned. */
  { &text_field, "Arnhem", "Arnhem" },
  { &text_field, "  Bergen\top \n Zoom  ", "Bergen op Zoom" },
  { &text_field,
    "a\xE2\x80\xAE"
    "b\x1B[31m\x7F",
    "ab [31m" },
  { &text_field, "Caf\xE9", "Café" },
  { &text_field, "Zoe\xCC\x88", "Zoë" },
  { &text_field, "\xE2\x80\xA8\t \xEF\xBB\xBF", "" },
  { &text_field, "", "" },
  { &text_field, NULL, "" },
  { &block_field, "\r\nfirst\r\n  second \rthird\xE2\x80\xA8\n\n", "first\n  second\nthird" },
  { &reference_field, " 4f2c ", "4f2c" },
  /* Whole numbers. */
  { &integer_field, "0", "0" },
  { &integer_field, "-0", "0" },
  { &integer_field, "+5", "5" },
  { &integer_field, "007", "7" },
  { &integer_field, "27600", "27600" },
  { &integer_field, "27.600", "27600" },
  { &integer_field, "27,600", "27600" },
  { &integer_field, "27 600", "27600" },
  { &integer_field,
    "27\xC2\xA0"
    "600",
    "27600" },
  { &integer_field, "1'234'567", "1234567" },
  { &integer_field, "-1.234.567", "-1234567" },
  { &integer_field, MOST, MOST },
  { &integer_field, LEAST, LEAST },
  { &integer_field, OVER, NULL },
  { &integer_field, "-9223372036854775809", NULL },
  { &integer_field, "1.5", NULL },
  { &integer_field, "1,50", NULL },
  { &integer_field, "0.500", NULL },
  { &integer_field, "1.2345", NULL },
  { &integer_field, "1234.567", NULL },
  { &integer_field, "1.234,567", NULL },
  { &integer_field, "1.234.", NULL },
  { &integer_field, ".123", NULL },
  { &integer_field, "-", NULL },
  { &integer_field, "+-1", NULL },
  { &integer_field, "1e3", NULL },
  { &integer_field, "0x10", NULL },
  { &integer_field, "twelve", NULL },
  { &integer_field, "", "" },
  /* Numbers with a fraction. */
  { &real_field, "52.19", "52.19" },
  { &real_field, "52,19", "52.19" },
  { &real_field, "-6", "-6" },
  { &real_field, "-0", "0" },
  { &real_field, "1e-3", "0.001" },
  { &real_field, "0.1", "0.1" },
  { &real_field, "5.123456789012345", "5.123456789012345" },
  { &real_field, "NaN", NULL },
  { &real_field, "inf", NULL },
  { &real_field, "-Infinity", NULL },
  { &real_field, "1e999", NULL },
  { &real_field, "0x1A", NULL },
  { &real_field, "1.000,5", NULL },
  { &real_field, "52.19 N", NULL },
  { &real_field, "-", NULL },
  { &real_field, "", "" },
  /* Yes and no, in both languages. */
  { &boolean_field, "true", "true" },
  { &boolean_field, "TRUE", "true" },
  { &boolean_field, "1", "true" },
  { &boolean_field, "Ja", "true" },
  { &boolean_field, "YES", "true" },
  { &boolean_field, "x", "true" },
  { &boolean_field, "WAAR", "true" },
  { &boolean_field, "false", "false" },
  { &boolean_field, "0", "false" },
  { &boolean_field, "Nee", "false" },
  { &boolean_field, "no", "false" },
  { &boolean_field, "ONWAAR", "false" },
  { &boolean_field, "2", NULL },
  { &boolean_field, "maybe", NULL },
  { &boolean_field, " ", "" },
  /* Dates. */
  { &date_field, "2026-03-12", "2026-03-12" },
  { &date_field, "12-3-2026", "2026-03-12" },
  { &date_field, "do 12 maart 2026", "2026-03-12" },
  { &date_field, "Thu 12 Mar 2026", "2026-03-12" },
  { &date_field, "March 12, 2026", "2026-03-12" },
  { &date_field, "29-2-2028", "2028-02-29" },
  { &date_field, "29-2-2026", NULL },
  { &date_field, "vr 12 maart 2026", NULL },
  { &date_field, "2026-13-01", NULL },
  { &date_field, "12-3", NULL },
  { &date_field, "12 maart", NULL },
  { &date_field, "tomorrow", NULL },
  { &date_field, "", "" },
  /* Times of day. */
  { &time_field, "10:00", "10:00" },
  { &time_field, "9.30", "09:30" },
  { &time_field, "0930", "09:30" },
  { &time_field, "9", "09:00" },
  { &time_field, "23:59", "23:59" },
  { &time_field, "24:00", NULL },
  { &time_field, "10:60", NULL },
  { &time_field, "ten", NULL },
  /* Wall-clock times. */
  { &wall_field, "2026-03-12T10:00", "2026-03-12T10:00" },
  { &wall_field, "2026-03-12 10:00", "2026-03-12T10:00" },
  { &wall_field, "12-3-2026 10.00", "2026-03-12T10:00" },
  { &wall_field, "Thu 12 Mar 2026, 10:00", "2026-03-12T10:00" },
  { &wall_field, "donderdag 12 maart 2026 9:30", "2026-03-12T09:30" },
  { &wall_field, "2026-03-12", NULL },
  { &wall_field, "12-3 10:00", NULL },
  { &wall_field, "12 maart 2026", NULL },
  { &wall_field, "2026-03-12T24:00", NULL },
  { &wall_field, "2026-03-12 24:00", NULL },
  { &wall_field, "2026-03-12T10:00Z", NULL },
  { &wall_field, ", 10:00", NULL },
  { &wall_field, "", "" },
  /* Choices, by code and by label. */
  { &choice_field, "spring", "spring" },
  { &choice_field, "SPRING", "spring" },
  { &choice_field, "Summer", "summer" },
  { &choice_field, " late-summer ", "late-summer" },
  { &choice_field, "ete  TARDIF", "late-summer" },
  { &choice_field, "Été tardif", "late-summer" },
  { &choice_field, "summe", NULL },
  { &choice_field, "winter", NULL },
  { &choice_field, "", "" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const ParseCase *c = &parse_cases[i];
      g_auto (AjValue) value = AJ_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *machine = NULL;

      g_test_message ("case %u: %s", i, c->field->name);
      /* A value from before does not stay. */
      aj_value_set_text (&value, "old");
      if (!aj_field_parse (c->field, c->text, &value, &error))
        {
          g_assert_null (c->machine);
          if (c->field->kind == AJ_FIELD_CHOICE)
            g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_CHOICE);
          else
            g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT);
          g_assert_true (g_str_has_prefix (error->message, c->field->label));
          g_assert_cmpint (value.kind, ==, AJ_VALUE_NONE);
          continue;
        }
      g_assert_no_error (error);
      machine = aj_field_format (c->field, &value);
      g_assert_cmpstr (machine, ==, c->machine);
      if (*c->machine == '\0')
        g_assert_cmpint (value.kind, ==, AJ_VALUE_NONE);
    }
}

/* The machine form of whatever was read gives the same value back; what was read passes the table's check. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const ParseCase *c = &parse_cases[i];
      g_auto (AjValue) value = AJ_VALUE_INIT;
      g_auto (AjValue) again = AJ_VALUE_INIT;

      if (c->machine == NULL)
        continue;
      g_assert_true (aj_field_parse (c->field, c->text, &value, NULL));
      g_assert_true (aj_field_parse (c->field, c->machine, &again, NULL));
      g_assert_true (aj_value_equal (&value, &again));
      g_assert_true (aj_field_check (c->field, &value, NULL));
    }
}

static void
test_real_is_exact (void)
{
  const double numbers[] = { 0.1, 1.0 / 3.0, 52.19, 5e-324, 1.7976931348623157e308, -2.5 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_auto (AjValue) value = AJ_VALUE_INIT;
      g_autofree char *text = NULL;

      aj_value_set_real (&value, numbers[i]);
      text = aj_field_format (&real_field, &value);
      g_assert_true (g_ascii_strtod (text, NULL) == numbers[i]);
    }
}

/* Whatever is typed, the message stays one that can be shown. */
static void
test_hostile_message (void)
{
  static const AjField *const fields[] = { &integer_field, &real_field, &boolean_field, &date_field,
                                           &time_field,    &wall_field, &choice_field };
  g_autofree char *hostile = g_malloc0 (20001);

  for (guint i = 0; i < 20000; i++)
    hostile[i] = "\xE2\x80\xAE%s\xFF\n"[i % 7];

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_auto (AjValue) value = AJ_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) stored = NULL;

      g_assert_false (aj_field_parse (fields[i], hostile, &value, &error));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), <, 600);
      g_assert_null (strchr (error->message, '\n'));

      /* As it may stand in a file that something else wrote. */
      aj_value_set_text (&value, hostile);
      g_assert_false (aj_field_check (fields[i], &value, &stored));
      g_assert_true (g_utf8_validate (stored->message, -1, NULL));
      g_assert_cmpuint (strlen (stored->message), <, 600);
    }
}

static void
test_display (void)
{
  static const struct
  {
    const AjField *field;
    const char *text;
    const char *shown;
  } cases[] = {
    { &text_field, "Arnhem", "Arnhem" },
    { &integer_field, "-3", "-3" },
    { &real_field, "52,19", "52.19" },
    { &boolean_field, "1", "yes" },
    { &boolean_field, "0", "no" },
    { &date_field, "2026-03-12", "Thu 12 Mar 2026" },
    { &time_field, "9", "09:00" },
    { &wall_field, "2026-03-12T10:00", "Thu 12 Mar 2026, 10:00" },
    { &choice_field, "late-summer", "Été tardif" },
    { &choice_field, "", "" },
    { &date_field, "", "" },
  };
  g_auto (AjValue) broken = AJ_VALUE_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AjValue) value = AJ_VALUE_INIT;
      g_autofree char *shown = NULL;

      g_assert_true (aj_field_parse (cases[i].field, cases[i].text, &value, NULL));
      shown = aj_field_display (cases[i].field, &value);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }

  /* What is not what it should be is shown as it is, rather than not at all. */
  aj_value_set_text (&broken, "someday");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = aj_field_display (cases[i].field, &broken);
      g_assert_cmpstr (shown, ==, "someday");
    }
}

static void
assert_text_length (const AjField *field, const char *character, gsize length, gboolean taken)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (AjValue) value = AJ_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < length; i++)
    g_string_append (text, character);
  aj_value_set_text (&value, text->str);
  g_assert_cmpint (aj_field_check (field, &value, &error), ==, taken);
  if (taken)
    g_assert_no_error (error);
  else
    g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_TOO_LONG);
}

static void
test_length (void)
{
  g_assert_cmpuint (aj_field_get_max_length (&text_field), ==, 255);
  g_assert_cmpuint (aj_field_get_max_length (&block_field), ==, 20000);
  g_assert_cmpuint (aj_field_get_max_length (&short_field), ==, 4);

  assert_text_length (&text_field, "a", 255, TRUE);
  assert_text_length (&text_field, "a", 256, FALSE);
  assert_text_length (&block_field, "a", 20000, TRUE);
  assert_text_length (&block_field, "a", 20001, FALSE);
  /* Characters count, not bytes. */
  assert_text_length (&short_field, "😀", 4, TRUE);
  assert_text_length (&short_field, "😀", 5, FALSE);
  assert_text_length (&reference_field, "f", 256, FALSE);
}

static void
assert_check (const AjField *field, const AjValue *value, int code)
{
  g_autoptr (GError) error = NULL;
  gboolean good = aj_field_check (field, value, &error);

  g_assert_cmpint (good, ==, code < 0);
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, AJ_MODEL_ERROR, code);
}

static void
test_check_numbers (void)
{
  static const struct
  {
    const AjField *field;
    gint64 integer;
    int code;
  } integers[] = {
    { &limited_field, -1, -1 },
    { &limited_field, 12, -1 },
    { &limited_field, -2, AJ_MODEL_ERROR_RANGE },
    { &limited_field, 13, AJ_MODEL_ERROR_RANGE },
    { &limited_field, G_MININT64, AJ_MODEL_ERROR_RANGE },
    { &limited_field, G_MAXINT64, AJ_MODEL_ERROR_RANGE },
    { &integer_field, G_MININT64, -1 },
    { &boolean_field, 1, -1 },
    { &boolean_field, 2, AJ_MODEL_ERROR_FORMAT },
    { &boolean_field, -1, AJ_MODEL_ERROR_FORMAT },
    { &real_field, 1, AJ_MODEL_ERROR_FORMAT },
    { &text_field, 1, AJ_MODEL_ERROR_FORMAT },
    { &date_field, 20260312, AJ_MODEL_ERROR_FORMAT },
  };
  const struct
  {
    const AjField *field;
    double real;
    int code;
  } reals[] = {
    { &real_field, 90.0, -1 },
    { &real_field, -90.0, -1 },
    { &real_field, 90.00000000000002, AJ_MODEL_ERROR_RANGE },
    { &real_field, NAN, AJ_MODEL_ERROR_FORMAT },
    { &real_field, INFINITY, AJ_MODEL_ERROR_FORMAT },
    { &real_field, -INFINITY, AJ_MODEL_ERROR_FORMAT },
    { &integer_field, 1.0, AJ_MODEL_ERROR_FORMAT },
    { &boolean_field, 1.0, AJ_MODEL_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      g_auto (AjValue) value = AJ_VALUE_INIT;

      aj_value_set_integer (&value, integers[i].integer);
      assert_check (integers[i].field, &value, integers[i].code);
    }
  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_auto (AjValue) value = AJ_VALUE_INIT;

      aj_value_set_real (&value, reals[i].real);
      assert_check (reals[i].field, &value, reals[i].code);
    }
}

static void
test_check_text (void)
{
  static const struct
  {
    const AjField *field;
    const char *text;
    int code;
  } cases[] = {
    { &text_field, "Caf\xE9", AJ_MODEL_ERROR_FORMAT },
    { &integer_field, "5", AJ_MODEL_ERROR_FORMAT },
    { &real_field, "5", AJ_MODEL_ERROR_FORMAT },
    { &boolean_field, "true", AJ_MODEL_ERROR_FORMAT },
    /* Stored is only the machine form: what people type was read before. */
    { &date_field, "2026-03-12", -1 },
    { &date_field, "12-3-2026", AJ_MODEL_ERROR_FORMAT },
    { &time_field, "09:30", -1 },
    { &time_field, "9.30", AJ_MODEL_ERROR_FORMAT },
    { &time_field, "25:00", AJ_MODEL_ERROR_FORMAT },
    { &wall_field, "2026-03-12T10:00", -1 },
    { &wall_field, "2026-03-12 10:00", AJ_MODEL_ERROR_FORMAT },
    { &choice_field, "spring", -1 },
    { &choice_field, "Spring", AJ_MODEL_ERROR_CHOICE },
    { &mail_field, "office@gemeente.example", -1 },
    { &mail_field, "office", AJ_MODEL_ERROR_FORMAT },
    { &mail_field, "a@b.nl, c@d.nl", AJ_MODEL_ERROR_FORMAT },
    { &zone_field, "Europe/Amsterdam", -1 },
    { &zone_field, "UTC", -1 },
    { &zone_field, "Europe/Atlantis", AJ_MODEL_ERROR_FORMAT },
    { &zone_field, "../../etc/passwd", AJ_MODEL_ERROR_FORMAT },
    { &week_field, "2027-W41", -1 },
    { &week_field, "2027-W41/2027-W43", -1 },
    { &week_field, "week 53", -1 },
    { &week_field, "2025-W53", AJ_MODEL_ERROR_FORMAT },
    { &week_field, "October", AJ_MODEL_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AjValue) value = AJ_VALUE_INIT;

      g_test_message ("case %u: %s", i, cases[i].field->name);
      aj_value_set_text (&value, cases[i].text);
      assert_check (cases[i].field, &value, cases[i].code);
    }
}

static void
test_required (void)
{
  for (AjFieldKind kind = AJ_FIELD_TEXT; kind <= AJ_FIELD_REFERENCE; kind++)
    {
      const AjField field = { "any", kind, "Any", .choices = seasons, .required = TRUE };
      AjField optional = field;
      g_auto (AjValue) value = AJ_VALUE_INIT;

      optional.required = FALSE;
      assert_check (&optional, &value, -1);
      assert_check (&field, &value, AJ_MODEL_ERROR_REQUIRED);
    }
}

/* Text that says nothing once counted as filled in. */
static void
test_required_blank (void)
{
  static const char *const blanks[] = { "", " ", "\t\n", "\xC2\xA0" };
  const AjField field = { "name", AJ_FIELD_TEXT, "Name", .required = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_auto (AjValue) value = AJ_VALUE_INIT;

      aj_value_set_text (&value, blanks[i]);
      assert_check (&field, &value, AJ_MODEL_ERROR_REQUIRED);
    }
}

static void
test_messages (void)
{
  g_auto (AjValue) value = AJ_VALUE_INIT;
  g_autoptr (GError) range = NULL;
  g_autoptr (GError) length = NULL;
  g_autoptr (GError) choice = NULL;

  aj_value_set_integer (&value, 13);
  g_assert_false (aj_field_check (&limited_field, &value, &range));
  g_assert_cmpstr (range->message, ==, "Month: must be from -1 to 12.");

  aj_value_set_text (&value, "GM0197");
  g_assert_false (aj_field_check (&short_field, &value, &length));
  g_assert_cmpstr (length->message, ==, "Code: at most 4 characters, this is 6.");

  g_assert_false (aj_field_parse (&choice_field, "winter", &value, &choice));
  g_assert_cmpstr (choice->message, ==,
                   "Season: “winter” is not one of: Spring, Summer, Été tardif.");
}

static void
test_choice_label (void)
{
  g_assert_cmpstr (aj_field_get_choice_label (&choice_field, "summer"), ==, "Summer");
  g_assert_cmpstr (aj_field_get_choice_label (&choice_field, "winter"), ==, "winter");
  g_assert_cmpstr (aj_field_get_choice_label (&text_field, "summer"), ==, "summer");
}

static void
test_value (void)
{
  g_auto (AjValue) a = AJ_VALUE_INIT;
  g_auto (AjValue) b = AJ_VALUE_INIT;

  g_assert_true (aj_value_equal (&a, &b));
  aj_value_set_text (&a, "Ede");
  g_assert_false (aj_value_equal (&a, &b));
  aj_value_copy (&a, &b);
  g_assert_true (aj_value_equal (&a, &b));
  /* Copies share their text, and each lets go of its own share. */
  g_assert_true (a.as.text == b.as.text);
  aj_value_copy (&a, &a);
  aj_value_set_text (&a, a.as.text + 1);
  g_assert_cmpstr (a.as.text, ==, "de");
  g_assert_cmpstr (b.as.text, ==, "Ede");

  /* Equal is what is stored equal. */
  aj_value_set_integer (&a, 1);
  aj_value_set_real (&b, 1.0);
  g_assert_false (aj_value_equal (&a, &b));
  aj_value_set_real (&a, NAN);
  aj_value_set_real (&b, NAN);
  g_assert_true (aj_value_equal (&a, &b));
  aj_value_set_real (&a, -0.0);
  aj_value_set_real (&b, 0.0);
  g_assert_true (aj_value_equal (&a, &b));

  aj_value_set_text (&a, NULL);
  g_assert_cmpint (a.kind, ==, AJ_VALUE_NONE);
  aj_value_clear (&a);
  aj_value_clear (&a);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/parse", test_parse);
  g_test_add_func ("/field/round-trip", test_round_trip);
  g_test_add_func ("/field/real-is-exact", test_real_is_exact);
  g_test_add_func ("/field/hostile-message", test_hostile_message);
  g_test_add_func ("/field/display", test_display);
  g_test_add_func ("/field/length", test_length);
  g_test_add_func ("/field/check/numbers", test_check_numbers);
  g_test_add_func ("/field/check/text", test_check_text);
  g_test_add_func ("/field/check/required", test_required);
  g_test_add_func ("/field/check/required-blank", test_required_blank);
  g_test_add_func ("/field/messages", test_messages);
  g_test_add_func ("/field/choice-label", test_choice_label);
  g_test_add_func ("/field/value", test_value);
  return g_test_run ();
}
