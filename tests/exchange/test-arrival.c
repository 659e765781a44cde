/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars out of saved mails, as every program builds them; and mails that are built to do harm. */
#include "aj-arrival.h"

#include <string.h>

#include "aj-error.h"

#define CALENDAR                                                                                   \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:one\r\n"                  \
  "END:VEVENT\r\nEND:VCALENDAR\r\n"
#define FROM "From: Anna <anna@stad.example>\r\nMIME-Version: 1.0\r\n"

static char *
get_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "answers", name, NULL);
}

static AjArrival *
read_text (const char *text, gssize length, GError **error)
{
  return aj_arrival_read ("mail.eml", text, length < 0 ? strlen (text) : (gsize) length, error);
}

static void
test_programs (void)
{
  const struct
  {
    const char *name;
    const char *sender;
    const char *holds;
  } cases[] = {
    { "exchange-accept.eml", "anna.bakker@stad.example", "PARTSTAT=ACCEPTED" },
    { "exchange-counter.eml", "anna.bakker@stad.example", "METHOD:COUNTER" },
    { "google-decline.eml", "bert.de.vries@dorp.example", "PARTSTAT=DECLINED" },
    { "apple-tentative.eml", "chloe@school.example", "CN=\"Chloë Öztürk\"" },
    { "apple-tentative.ics", NULL, "CN=\"Chloë Öztürk\"" },
    { "thunderbird-delegated.eml", "dirk@bedrijf.example", "PARTSTAT=DELEGATED" },
    /* Whoever passes it on did not answer. */
    { "forwarded.eml", "anna.bakker@stad.example", "PARTSTAT=ACCEPTED" },
    { "nobody.eml", "anna.bakker@stad.example", "METHOD:REPLY" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = get_path (cases[i].name);
      g_autoptr (GError) error = NULL;
      g_autoptr (AjArrival) arrival = aj_arrival_read_file (path, &error);
      const AjArrivedCalendar *calendar;

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      g_assert_cmpstr (arrival->name, ==, cases[i].name);
      g_assert_cmpuint (arrival->calendars->len, ==, 1);
      calendar = arrival->calendars->pdata[0];
      g_assert_nonnull (strstr (calendar->text, cases[i].holds));
      g_assert_true (g_str_has_prefix (calendar->text, "BEGIN:VCALENDAR"));
      g_assert_cmpstr (calendar->sender_mail, ==, cases[i].sender);
      g_assert_true (aj_arrival_is_likely (path));
    }
}

static void
test_parts (void)
{
  const struct
  {
    const char *text;
    guint n_calendars;
  } cases[] = {
    /* With no type at all, as plain text, by the name of a file, and in letters of another time. */
    { FROM "\r\n" CALENDAR, 1 },
    { FROM "Content-Type: text/plain\r\n\r\n\r\n" CALENDAR, 1 },
    { FROM "Content-Type: application/octet-stream; name=\"Answer.ICS\"\r\n\r\n" CALENDAR, 1 },
    { FROM "Content-Type: text/calendar; charset=iso-8859-1\r\n\r\nBEGIN:VCALENDAR\r\n"
           "X-A:caf\xe9\r\nEND:VCALENDAR\r\n",
      1 },
    { "From anna@stad.example Mon Mar  2 09:15:00 2026\n" FROM "\r\n" CALENDAR, 1 },
    /* Two that differ, two that differ by folds and blanks, and a part of no kind between them. */
    { FROM "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" CALENDAR
           "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b\r\nContent-Type: text/calendar\r\n\r\n"
           "BEGIN:VCALENDAR\r\nX-B:1\r\nEND:VCALENDAR\r\n--b--\r\n",
      2 },
    { FROM "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" CALENDAR
           "--b\r\nContent-Type: application/ics\r\n\r\n"
           "BEGIN:VCALENDAR\nVERSI\n ON:2.0 \nMETHOD:REPLY\nBEGIN:VEVENT\nUID:one\nEND:VEVENT\n"
           "END:VCALENDAR\n\n--b--\r\n",
      1 },
    /* The end is missing. */
    { FROM "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" CALENDAR, 1 },
    { FROM "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/calendar\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\nQkVHSU46VkNBTEVOREFSDQ",
      1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjArrival) arrival = read_text (cases[i].text, -1, &error);

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpuint (arrival->calendars->len, ==, cases[i].n_calendars);
    }
}

/* In letters that are not UTF-8 it is still read. */
static void
test_letters (void)
{
  const char text[] = FROM "Content-Type: text/calendar; charset=\"windows-1252\"\r\n\r\n"
                           "BEGIN:VCALENDAR\r\nX-A:caf\xe9 \x80\r\nEND:VCALENDAR\r\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (AjArrival) arrival = read_text (text, -1, &error);
  const AjArrivedCalendar *calendar;

  g_assert_no_error (error);
  calendar = arrival->calendars->pdata[0];
  g_assert_nonnull (strstr (calendar->text, "café €"));
  g_assert_cmpstr (calendar->sender_name, ==, "Anna");
}

/* What holds no calendar says what to do. */
static void
test_explained (void)
{
  const struct
  {
    const char *name;
    const char *pattern;
  } cases[] = {
    { "outlook.msg", "outlook.msg: Outlook saved this in a form of its own*as .eml*" },
    { "winmail.dat", "winmail.dat: This is a package (winmail.dat)*" },
    { "winmail.eml", "winmail.eml: This is a package (winmail.dat)*" },
    { "README.md", "README.md: This is neither a calendar (.ics) nor a saved mail (.eml)*" },
    { "never.eml", "never.eml cannot be read*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = get_path (cases[i].name);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_null (aj_arrival_read_file (path, &error));
      g_assert_true (g_pattern_match_simple (cases[i].pattern, error->message));
    }
}

static char *
repeat (const char *before, const char *text, guint times, const char *after)
{
  GString *repeated = g_string_new (before);

  while (times-- > 0)
    g_string_append (repeated, text);
  g_string_append (repeated, after);
  return g_string_free (repeated, FALSE);
}

/* @first, then what each level makes of its number. */
static char *
nest (guint depth)
{
  GString *text = g_string_new (FROM);

  for (guint i = 0; i < depth; i++)
    g_string_append_printf (text,
                            "Content-Type: multipart/mixed; boundary=\"b%u\"\r\n\r\n--b%u\r\n", i,
                            i);
  g_string_append (text, "\r\n" CALENDAR);
  return g_string_free (text, FALSE);
}

/* None takes long, overflows the stack or fills the memory; each has its sentence. */
static void
test_hostile (void)
{
  g_autofree char *deep = nest (20000);
  g_autofree char *mails = repeat (FROM, "Content-Type: message/rfc822\r\n\r\n", 50000, "\r\nx");
  g_autofree char *parts = repeat (FROM "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
                                   "--b\r\n\r\n", 50000, "");
  g_autofree char *header = repeat (FROM "Content-Type: text/plain", ";\r\n a*0*=\"x\"", 200000,
                                    "\r\n\r\n");
  g_autofree char *line = repeat (FROM "To: ", "aaaaaaaa", 200000, "\r\n\r\n");
  g_autofree char *headers = repeat (FROM, "A:b\n", 1000000, "\n" CALENDAR);
  g_autofree char *large = repeat (FROM "\r\n", "aaaaaaaaaaaaaaa\n", 700000, "");
  const struct
  {
    const char *text;
    AjErrorCode code;
  } cases[] = {
    { "", AJ_ERROR_INVALID },
    { "hello", AJ_ERROR_INVALID },
    { "\r\n\r\n", AJ_ERROR_INVALID },
    { FROM, AJ_ERROR_INVALID },
    { FROM "Content-Type: text/calendar\r\n\r\n", AJ_ERROR_INVALID },
    { FROM "Content-Type: text/calendar\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
      AJ_ERROR_INVALID },
    { FROM "Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\nx\r\n", AJ_ERROR_INVALID },
    { FROM "Content-Type: multipart/encrypted; boundary=b; protocol=\"application/pgp-encrypted\""
           "\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b--\r\n",
      AJ_ERROR_INVALID },
    { deep, AJ_ERROR_LIMIT },
    { mails, AJ_ERROR_LIMIT },
    { parts, AJ_ERROR_LIMIT },
    { header, AJ_ERROR_LIMIT },
    { line, AJ_ERROR_LIMIT },
    { headers, AJ_ERROR_LIMIT },
    { large, AJ_ERROR_LIMIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (read_text (cases[i].text, -1, &error));
      g_assert_error (error, AJ_ERROR, (int) cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, "mail.eml: "));
    }
}

/* Of very many calendars in one mail the first are looked at. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (FROM
                                           "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (AjArrival) arrival = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "--b\r\n\r\nBEGIN:VCALENDAR\r\nX-N:%u\r\nEND:VCALENDAR\r\n", i);
  arrival = read_text (text->str, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (arrival->calendars->len, ==, 10);
}

/* Just within the limits, it is read all the same. */
static void
test_bearable (void)
{
  g_autofree char *deep = nest (90);
  g_autofree char *header = repeat (FROM "Content-Type: text/calendar", ";\r\n a=\"x\"", 7000,
                                    "\r\n\r\n" CALENDAR);
  g_autofree char *people = repeat ("From: ", "=?utf-8?q?Anna?= <a@b.example>,\r\n ", 1800,
                                    "z@b.example\r\n\r\n" CALENDAR);
  const char *const texts[] = { deep, header, people };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjArrival) arrival = read_text (texts[i], -1, &error);

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpuint (arrival->calendars->len, ==, 1);
    }
}

/* Bytes of a real mail changed, cut and doubled at random: a sentence or a calendar, and nothing else. */
static void
test_damaged (void)
{
  g_autofree char *path = get_path ("google-decline.eml");
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) damaged = g_string_new_len (text, (gssize) length);
      g_autoptr (GError) error = NULL;
      g_autoptr (AjArrival) arrival = NULL;

      for (gint32 n = g_rand_int_range (random, 1, 12); n > 0; n--)
        damaged->str[g_rand_int_range (random, 0, (gint32) length)] = (char)
            g_rand_int_range (random, 0, 256);
      g_string_truncate (damaged, (gsize) g_rand_int_range (random, 0, (gint32) length + 1));
      arrival = read_text (damaged->str, (gssize) damaged->len, &error);
      g_assert_true ((arrival == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrival/programs", test_programs);
  g_test_add_func ("/arrival/parts", test_parts);
  g_test_add_func ("/arrival/letters", test_letters);
  g_test_add_func ("/arrival/explained", test_explained);
  g_test_add_func ("/arrival/hostile", test_hostile);
  g_test_add_func ("/arrival/many", test_many);
  g_test_add_func ("/arrival/bearable", test_bearable);
  g_test_add_func ("/arrival/damaged", test_damaged);
  return g_test_run ();
}
