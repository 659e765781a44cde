/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-calendar-reading.h"

#define HEAD         "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
#define TAIL         "END:VCALENDAR\r\n"
#define EVENT(times) "BEGIN:VEVENT\r\nUID:one\r\n" times "END:VEVENT\r\n"
/* 2026-03-12T09:00:00Z */
#define MORNING G_GINT64_CONSTANT (1773306000)

static AjCalendarReading *
read_text (const char *text, GError **error)
{
  return aj_calendar_reading_new (text, strlen (text), error);
}

/* When an event is, in every way of saying it that programs have. */
static void
test_times (void)
{
  const struct
  {
    const char *text;
    gint64 start;
    gint64 end;
    gboolean all_day;
  } cases[] = {
    { HEAD EVENT ("DTSTART:20260312T090000Z\r\nDTEND:20260312T110000Z\r\n") TAIL, MORNING,
      MORNING + 7200, FALSE },
    { HEAD EVENT ("DTSTART:20260312T090000Z\r\nDURATION:PT90M\r\n") TAIL, MORNING, MORNING + 5400,
      FALSE },
    { HEAD EVENT ("DTSTART:20260312T090000Z\r\n") TAIL, MORNING, MORNING, FALSE },
    /* Not defined in the file, but known; as Evolution writes it; in capitals and with lone line feeds. */
    { HEAD EVENT ("DTSTART;TZID=Europe/Amsterdam:20260312T100000\r\n") TAIL, MORNING, MORNING,
      FALSE },
    { HEAD EVENT ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:"
                  "20260312T100000\r\n") TAIL,
      MORNING, MORNING, FALSE },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:one\nDTSTART:20260312T090000Z\nEND:VEVENT\nEND:VCALENDAR",
      MORNING, MORNING, FALSE },
    { "\xEF\xBB\xBF" HEAD EVENT ("DTSTART:20260312T090000Z\r\n") TAIL, MORNING, MORNING, FALSE },
    /* As Exchange names its zones, in a calendar that defines them. */
    { HEAD "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\n"
           "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
           "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
           "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
           "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:"
           "VTIMEZONE\r\n" EVENT ("DTSTART;TZID=W. Europe Standard Time:20260312T100000\r\n") TAIL,
      MORNING, MORNING, FALSE },
    { HEAD EVENT ("DTSTART;VALUE=DATE:20260312\r\nDTEND;VALUE=DATE:20260314\r\n") TAIL,
      MORNING - 9 * 3600, MORNING - 9 * 3600 + 2 * 86400, TRUE },
    { HEAD EVENT ("DTSTART;VALUE=DATE:20260312\r\n") TAIL, MORNING - 9 * 3600,
      MORNING - 9 * 3600 + 86400, TRUE },
    /* Two calendars in one file, the first of them empty. */
    { HEAD TAIL HEAD EVENT ("DTSTART:20260312T090000Z\r\n") TAIL, MORNING, MORNING, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCalendarReading) reading = read_text (cases[i].text, &error);
      const AjCalendarEntry *entry;

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpuint (reading->problems->len, ==, 0);
      g_assert_cmpuint (reading->entries->len, ==, 1);
      entry = g_ptr_array_index (reading->entries, 0);
      g_assert_cmpstr (entry->uid, ==, "one");
      g_assert_cmpint (entry->start, ==, cases[i].start);
      g_assert_cmpint (entry->end, ==, cases[i].end);
      g_assert_cmpint (entry->all_day, ==, cases[i].all_day);
    }
}

/* What cannot be understood is said, and never guessed. */
static void
test_problems (void)
{
  /* Each is on the fourth line, behind the three of the head. */
  const char *const texts[] = {
    "\xEF\xBB\xBF" HEAD EVENT ("SUMMARY:folded\r\n  twice\r\n\tover\r\n") TAIL,
    HEAD EVENT ("") TAIL,
    HEAD EVENT ("DTSTART:soon\r\n") TAIL,
    /* Floating, and a zone that nobody knows. */
    HEAD EVENT ("DTSTART:20260312T100000\r\n") TAIL,
    HEAD EVENT ("DTSTART;TZID=Mars/Olympus:20260312T100000\r\n") TAIL,
    HEAD EVENT ("DTSTART:20260312T090000Z\r\nDTEND;VALUE=DATE:20260313\r\n") TAIL,
    HEAD "BEGIN:VEVENT\r\nDTSTART:20260312T090000Z\r\nEND:VEVENT\r\n" TAIL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCalendarReading) reading = read_text (texts[i], &error);

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpuint (reading->entries->len, ==, 0);
      g_assert_cmpuint (reading->problems->len, >=, 1);
      for (guint p = 0; p < reading->problems->len; p++)
        g_assert_cmpuint (((AjCalendarProblem *) reading->problems->pdata[p])->line, ==, 4);
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

/* A hundred parts of a zone, each of a rule that never comes true; as many that do, since 1601; and twenty thousand rules. */
static void
test_hostile_zones (void)
{
#define PART(rule)                                                                                 \
  "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n" rule   \
  "END:STANDARD\r\n"
#define LAST_SUNDAY "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
  const struct
  {
    const char *text;
    guint times;
    gboolean is_read;
  } cases[] = {
    { PART (LAST_SUNDAY), 12, TRUE },
    { PART (LAST_SUNDAY), 100, FALSE },
    { PART ("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"), 1, FALSE },
    { PART ("RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=5MO;BYSETPOS=366\r\n"), 58, FALSE },
    { PART (LAST_SUNDAY LAST_SUNDAY), 1, FALSE },
    { LAST_SUNDAY, 20000, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (HEAD "BEGIN:VTIMEZONE\r\nTZID:x\r\n", cases[i].text,
                                      cases[i].times,
                                      "END:VTIMEZONE\r\n" EVENT (
                                          "DTSTART;TZID=x:20260312T100000\r\n") TAIL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCalendarReading) reading = read_text (text, &error);

      g_test_message ("case %u", i);
      g_assert_true ((reading != NULL) == cases[i].is_read);
      if (!cases[i].is_read)
        g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_LIMIT);
    }
#undef PART
#undef LAST_SUNDAY
}

/* What would take libical minutes, or the whole stack, is refused before it does. */
static void
test_refused (void)
{
  g_autofree char *deep = repeat ("", "BEGIN:VCALENDAR\r\n", 100000, "");
  g_autofree char *deep_and_folded = repeat ("", "BE\r\n GIN:\r\n\tVCALENDAR\r\n", 100000, "");
  g_autofree char *long_line = repeat (HEAD "X-A:", "aaaaaaaaaaaaaaaa", 20000, "\r\n" TAIL);
  g_autofree char *large = repeat (HEAD, "X-A:aaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", 700000, TAIL);
  const struct
  {
    const char *text;
    AjCalendarErrorCode code;
  } cases[] = {
    { "", AJ_CALENDAR_ERROR_INVALID },
    { "hello", AJ_CALENDAR_ERROR_INVALID },
    { "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:x\r\nEND:VCARD\r\n", AJ_CALENDAR_ERROR_INVALID },
    { "\xFF\xFE"
      "B",
      AJ_CALENDAR_ERROR_INVALID },
    { HEAD EVENT ("SUMMARY:caf\xE9\r\n") TAIL, AJ_CALENDAR_ERROR_INVALID },
    { HEAD EVENT ("DTSTART:16010101T000000Z\r\nRRULE:FREQ=SECONDLY;BYMONTHDAY=31;BYMONTH=2\r\n")
          TAIL,
      AJ_CALENDAR_ERROR_LIMIT },
    { HEAD EVENT ("DTSTART:16010101T000000Z\r\nRRULE:FR\r\n EQ=HOU\r\n\tRLY\r\n") TAIL,
      AJ_CALENDAR_ERROR_LIMIT },
    { HEAD "BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
           "RRULE:FREQ=DAILY\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
           "END:VTIMEZONE\r\n" EVENT ("DTSTART;TZID=x:20260312T100000\r\n") TAIL,
      AJ_CALENDAR_ERROR_LIMIT },
    { deep, AJ_CALENDAR_ERROR_LIMIT },
    { deep_and_folded, AJ_CALENDAR_ERROR_LIMIT },
    { long_line, AJ_CALENDAR_ERROR_LIMIT },
    { large, AJ_CALENDAR_ERROR_LIMIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (read_text (cases[i].text, &error));
      g_assert_error (error, AJ_CALENDAR_ERROR, (int) cases[i].code);
    }
}

/* Every beginning of a calendar, and every calendar with one byte changed, is read or refused and no more. */
static void
test_damaged (void)
{
  const char *whole = HEAD
      "METHOD:PUBLISH\r\nBEGIN:VTIMEZONE\r\nTZID:a\r\nBEGIN:STANDARD\r\n"
      "DTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
      "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" EVENT (
          "DTSTAMP:20260105T090000Z\r\nDTSTART;TZID=a:20260312T100000\r\n"
          "DTEND;TZID=a:20260312T120000\r\nSUMMARY:Zo\xC3\xAB\\, twee\\n\r\n"
          "CATEGORIES:a,b\r\nORGANIZER;CN=\"x\":mailto:a@b.example\r\n") TAIL;
  const gsize length = strlen (whole);

  for (gsize i = 0; i <= length; i++)
    {
      g_autoptr (AjCalendarReading) reading = aj_calendar_reading_new (whole, i, NULL);

      if (i == length)
        g_assert_cmpuint (reading->entries->len, ==, 1);
    }
  for (gsize i = 0; i < length; i++)
    {
      const char changes[] = { ':', '\n', '9', '\0' };

      for (guint c = 0; c < G_N_ELEMENTS (changes); c++)
        {
          g_autofree char *damaged = g_memdup2 (whole, length);
          g_autoptr (AjCalendarReading) reading = NULL;

          damaged[i] = changes[c];
          reading = aj_calendar_reading_new (damaged, length, NULL);
          g_assert_true (changes[c] != '\0' || reading == NULL);
        }
    }
}

/* Where an event begins, behind folded lines, zones and other calendars; none where lines begin nothing. */
static void
test_lines (void)
{
  const struct
  {
    const char *text;
    guint line;
  } cases[] = {
    { HEAD "X-A:b\r\n c\r\n\td\r\n" EVENT ("") TAIL, 7 },
    { HEAD TAIL HEAD EVENT ("") TAIL, 8 },
    { HEAD "BEGIN:VTIMEZONE\nTZID:a\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\n"
           "TZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n" EVENT ("") TAIL,
      12 },
    { HEAD EVENT ("DTSTART:20260312T090000Z\r\nDESCRIPTION:x\r\n BEGIN:VEVENT\r\n") EVENT ("") TAIL,
      10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCalendarReading) reading = read_text (cases[i].text, &error);

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpuint (reading->problems->len, ==, 1);
      g_assert_cmpuint (((AjCalendarProblem *) reading->problems->pdata[0])->line, ==,
                        cases[i].line);
      g_assert_cmpstr (((AjCalendarProblem *) reading->problems->pdata[0])->uid, ==, "one");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/times", test_times);
  g_test_add_func ("/reading/problems", test_problems);
  g_test_add_func ("/reading/lines", test_lines);
  g_test_add_func ("/reading/hostile-zones", test_hostile_zones);
  g_test_add_func ("/reading/refused", test_refused);
  g_test_add_func ("/reading/damaged", test_damaged);
  return g_test_run ();
}
