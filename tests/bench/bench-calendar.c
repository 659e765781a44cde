/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the same 10,000 meetings to a file in two ways, in turn: with the program's writer, and with libical, which
 * builds one tree of them and prints it. Then, each in a process of its own, how much memory 100 and 10,000 take. */
#include <malloc.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libical/ical.h>

#include "aj-output-file.h"
#include "aj-calendar-writer.h"
#include "aj-meeting.h"

#define N_EVENTS 10000
#define N_FEW    100
#define N_RUNS   15
#define STAMP    G_GINT64_CONSTANT (1767603600)
#define ZONE     "Europe/Amsterdam"

static const AjCalendarFacts facts = {
  .group = "Expertteam Cyber Oost-Nederland",
  .organiser_name = "Secretariaat Veiligheidsnetwerk",
  .organiser_mail = "secretariaat@netwerk.example",
};

static AjValues *
new_meeting (guint number)
{
  g_autofree char *id = g_strdup_printf ("6f1c2d3e-0000-4000-8000-%012u", number);
  g_autofree char *theme = g_strdup_printf ("Preventie bij jeugd in de regio, deel %u", number);
  g_autofree char *link = g_strdup_printf ("https://meet.example/oost/%u?van=agenda", number);
  AjValues *meeting = aj_values_new (&aj_meeting_record_type, id);
  AjWallTime start = { aj_date_new (2026, 1, 1) + (AjDate) (number % 3000), 9 * 60 + 30 };
  AjWallTime end = aj_wall_time_add_minutes (&start, 150);

  aj_values_set_text (meeting, "uid", id);
  aj_values_set_integer (meeting, "sequence", number % 7);
  aj_values_set_text (meeting, "theme", theme);
  aj_values_set_wall_time (meeting, "starts-at", &start);
  aj_values_set_wall_time (meeting, "ends-at", &end);
  aj_values_set_text (meeting, "place",
                      "Stadhuis Zwolle, Grote Kerkplein 15; zaal “De Sassenpoort”");
  aj_values_set_text (meeting, "online-link", link);
  aj_values_set_text (
      meeting, "description",
      "Wij bespreken de stand van de interventies in de gemeenten.\n"
      "Neem cijfers mee: aanmeldingen, bereik, uitleen. Coördinatie: één per wijk.");
  return meeting;
}

typedef AjValues *(*NextFunc) (guint number);

static GPtrArray *meetings;

static AjValues *
ref_meeting (guint number)
{
  return aj_values_ref (g_ptr_array_index (meetings, number));
}

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

/* Gives the microseconds until all is handed to the system; bringing it to the disk costs both the same. */
static gint64
write_streaming (const char *path, guint n_events, NextFunc next)
{
  const char *const zones[] = { ZONE, NULL };
  const gint64 began = g_get_monotonic_time ();
  gint64 elapsed;
  GError *error = NULL;
  g_autoptr (AjOutputFile) file = aj_output_file_open (path, AJ_OUTPUT_FILE_DEFAULT, &error);
  g_autoptr (AjCalendarWriter) writer = NULL;

  must (file != NULL, error);
  writer = aj_calendar_writer_new (G_OUTPUT_STREAM (file), "Agenda", zones, STAMP);
  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (AjValues) meeting = next (i);

      must (aj_calendar_writer_add (writer, meeting, &facts, NULL, &error), error);
    }
  must (aj_calendar_writer_finish (writer, NULL, &error), error);
  elapsed = g_get_monotonic_time () - began;
  must (aj_output_file_commit (file, &error), error);
  return elapsed;
}

static icalproperty *
new_x (const char *name, const char *value)
{
  icalproperty *property = icalproperty_new_x (value);

  icalproperty_set_x_name (property, name);
  return property;
}

static icalproperty *
with_zone (icalproperty *property)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE));
  return property;
}

static icaltimetype
get_time (const AjValues *meeting, const char *field)
{
  icaltimetype time = icaltime_null_time ();
  AjWallTime wall;

  g_assert_true (aj_values_get_wall_time (meeting, field, &wall));
  aj_date_get_ymd (wall.date, &time.year, &time.month, &time.day);
  time.hour = wall.minute / 60;
  time.minute = wall.minute % 60;
  return time;
}

/* The same event as the writer's, as one writes it with libical. */
static icalcomponent *
new_event (const AjValues *meeting, icaltimetype stamp)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  const char *theme = aj_values_get_text (meeting, "theme");
  const char *link = aj_values_get_text (meeting, "online-link");
  g_autofree char *summary = g_strdup_printf (_ ("%1$s: %2$s"), facts.group, theme);
  g_autofree char *description = g_strdup_printf ("Theme: %s\n\n%s\n\nJoin online: %s", theme,
                                                  aj_values_get_text (meeting, "description"),
                                                  link);
  icalproperty *organizer = icalproperty_new_organizer ("mailto:secretariaat@netwerk.example");

  icalproperty_add_parameter (organizer, icalparameter_new_cn (facts.organiser_name));
  icalcomponent_add_property (event, icalproperty_new_uid (aj_values_get_text (meeting, "uid")));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (event, icalproperty_new_sequence (
                                         (int) aj_values_get_integer (meeting, "sequence")));
  icalcomponent_add_property (event, with_zone (icalproperty_new_dtstart (
                                         get_time (meeting, "starts-at"))));
  icalcomponent_add_property (event,
                              with_zone (icalproperty_new_dtend (get_time (meeting, "ends-at"))));
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  icalcomponent_add_property (event,
                              icalproperty_new_location (aj_values_get_text (meeting, "place")));
  icalcomponent_add_property (event, icalproperty_new_description (description));
  icalcomponent_add_property (event, icalproperty_new_url (link));
  icalcomponent_add_property (event, organizer);
  icalcomponent_add_property (event, icalproperty_new_categories (facts.group));
  icalcomponent_add_property (event, icalproperty_new_status (ICAL_STATUS_TENTATIVE));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));
  icalcomponent_add_property (event, new_x ("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY"));
  return event;
}

static gint64
write_tree (const char *path, guint n_events, NextFunc next)
{
  icaltimetype stamp = icaltime_from_timet_with_zone (STAMP, 0, icaltimezone_get_utc_timezone ());
  icalcomponent *calendar = icalcomponent_new_vcalendar ();
  const gint64 began = g_get_monotonic_time ();
  gint64 elapsed;
  GError *error = NULL;
  g_autoptr (AjOutputFile) file = aj_output_file_open (path, AJ_OUTPUT_FILE_DEFAULT, &error);
  char *text;

  must (file != NULL, error);
  icalcomponent_add_property (calendar,
                              icalproperty_new_prodid (
                                  "-//Veiligheidsnetwerk Oost-Nederland//Aanjager " AJ_VERSION
                                  "//NL"));
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  icalcomponent_add_property (calendar, new_x ("X-WR-CALNAME", "Agenda"));
  icalcomponent_add_property (calendar, new_x ("X-WR-TIMEZONE", ZONE));
  icalcomponent_add_property (calendar, new_x ("X-PUBLISHED-TTL", "PT12H"));
  icalcomponent_add_component (calendar, icalparser_parse_string (aj_vtimezone_get_text (
                                             aj_vtimezone_get (ZONE, NULL))));
  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (AjValues) meeting = next (i);

      icalcomponent_add_component (calendar, new_event (meeting, stamp));
    }
  text = icalcomponent_as_ical_string_r (calendar);
  must (g_output_stream_write_all (G_OUTPUT_STREAM (file), text, strlen (text), NULL, NULL, &error),
        error);
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  elapsed = g_get_monotonic_time () - began;
  must (aj_output_file_commit (file, &error), error);
  return elapsed;
}

static icalcomponent *
read_calendar (const char *path)
{
  g_autofree char *text = NULL;
  GError *error = NULL;

  must (g_file_get_contents (path, &text, NULL, &error), error);
  return icalparser_parse_string (text);
}

/* Two ways of writing something else would say nothing. */
static void
check_same_events (const char *ours, const char *theirs)
{
  icalcomponent *a = read_calendar (ours);
  icalcomponent *b = read_calendar (theirs);
  icalcomponent *event = icalcomponent_get_first_component (a, ICAL_VEVENT_COMPONENT);
  icalcomponent *same = icalcomponent_get_first_component (b, ICAL_VEVENT_COMPONENT);
  guint n_events = 0;

  while (event != NULL && same != NULL)
    {
      char *text = icalcomponent_as_ical_string_r (event);
      char *same_text = icalcomponent_as_ical_string_r (same);

      if (strcmp (text, same_text) != 0)
        g_error ("The events differ:\n%s\n%s", text, same_text);
      icalmemory_free_buffer (text);
      icalmemory_free_buffer (same_text);
      n_events++;
      event = icalcomponent_get_next_component (a, ICAL_VEVENT_COMPONENT);
      same = icalcomponent_get_next_component (b, ICAL_VEVENT_COMPONENT);
    }
  if (n_events != N_EVENTS || event != NULL || same != NULL)
    g_error ("One of the calendars lacks events");
  icalcomponent_free (a);
  icalcomponent_free (b);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static double
median (gint64 *times)
{
  qsort (times, N_RUNS, sizeof *times, compare_cb);
  return (double) times[N_RUNS / 2];
}

static void
compare_times (const char *ours, const char *theirs)
{
  gint64 our_times[N_RUNS], their_times[N_RUNS];
  double our_time, their_time;

  meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  for (guint i = 0; i < N_EVENTS; i++)
    g_ptr_array_add (meetings, new_meeting (i));
  for (guint run = 0; run < N_RUNS; run++)
    {
      /* What the one has freed the allocator puts in order later: not in the time of the other. */
      malloc_trim (0);
      our_times[run] = write_streaming (ours, N_EVENTS, ref_meeting);
      malloc_trim (0);
      their_times[run] = write_tree (theirs, N_EVENTS, ref_meeting);
    }
  check_same_events (ours, theirs);
  our_time = median (our_times);
  their_time = median (their_times);
  g_print (
      "RATIO\tcalendar of 10,000 events: time\t%.3f\t1.0\t%.1f ms; libical, one tree %.1f ms\n",
      our_time / their_time, our_time / 1000, their_time / 1000);
  g_ptr_array_unref (meetings);
}

/* The peak of a process that does just this, in kB. */
static long
measure_memory (const char *program, const char *way, guint n_events)
{
  g_autofree char *number = g_strdup_printf ("%u", n_events);
  char *arguments[] = { (char *) program, (char *) way, number, NULL };
  g_autofree char *output = NULL;
  GError *error = NULL;

  must (g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL,
                      &error),
        error);
  return strtol (output, NULL, 10);
}

static void
compare_memory (const char *program)
{
  long few = measure_memory (program, "stream", N_FEW);
  long many = measure_memory (program, "stream", N_EVENTS);
  long tree = measure_memory (program, "tree", N_EVENTS);

  g_print (
      "RATIO\tcalendar of 10,000 events: memory, to 100\t%.3f\t1.1\t%ld kB and %ld kB; libical, "
      "one tree %ld kB\n",
      (double) many / (double) few, many, few, tree);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  GError *error = NULL;

  folder = g_dir_make_tmp ("bench-calendar-XXXXXX", &error);
  must (folder != NULL, error);
  ours = g_build_filename (folder, "ours.ics", NULL);
  theirs = g_build_filename (folder, "theirs.ics", NULL);
  if (argc == 3)
    {
      guint n_events = (guint) g_ascii_strtoull (argv[2], NULL, 10);
      struct rusage usage;

      if (g_str_equal (argv[1], "stream"))
        write_streaming (ours, n_events, new_meeting);
      else
        write_tree (theirs, n_events, new_meeting);
      getrusage (RUSAGE_SELF, &usage);
      g_print ("%ld\n", usage.ru_maxrss);
    }
  else
    {
      /* A process begins with the peak of the one that made it, so memory comes before anything is large. */
      compare_memory (argv[0]);
      compare_times (ours, theirs);
    }
  g_unlink (ours);
  g_unlink (theirs);
  g_rmdir (folder);
  return 0;
}
