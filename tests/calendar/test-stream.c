/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-writer.h"
#include "aj-meeting.h"
#include "aj-odd-stream.h"

static AjValues *
new_meeting (void)
{
  AjValues *meeting = aj_values_new (&aj_meeting_record_type, NULL);

  aj_values_set_text (meeting, "starts-at", "2026-03-12T10:00");
  aj_values_set_text (meeting, "ends-at", "2026-03-12T12:00");
  aj_values_set_text (meeting, "theme", "Preventie bij jeugd");
  return meeting;
}

/* The stream breaks at every place where it can: the writer says so, each time. */
static void
test_broken_stream (void)
{
  const AjCalendarFacts facts = { .group = "Expertteam Cyber" };
  g_autoptr (AjValues) meeting = new_meeting ();
  gsize whole = 0;

  for (gsize room = 0; whole == 0; room += 4099)
    {
      g_autoptr (AjOddStream) stream = aj_odd_stream_new (room, 1021);
      g_autoptr (AjCalendarWriter) writer = aj_calendar_writer_new (G_OUTPUT_STREAM (stream),
                                                                    "Alles", NULL, 0);
      g_autoptr (GError) error = NULL;
      gboolean good = TRUE;

      for (guint i = 0; good && i < 500; i++)
        good = aj_calendar_writer_add (writer, meeting, &facts, NULL, &error);
      if (good && aj_calendar_writer_finish (writer, NULL, &error))
        whole = aj_odd_stream_get_written (stream);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_cmpuint (aj_odd_stream_get_written (stream), <=, room);
    }
  g_assert_cmpuint (whole, >, 100 * 1000);
}

static void
test_cancelled (void)
{
  const AjCalendarFacts facts = { 0 };
  g_autoptr (AjOddStream) stream = aj_odd_stream_new (G_MAXSIZE, 0);
  g_autoptr (AjCalendarWriter) writer = aj_calendar_writer_new (G_OUTPUT_STREAM (stream), "Alles",
                                                                NULL, 0);
  g_autoptr (AjValues) meeting = new_meeting ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_calendar_writer_add (writer, meeting, &facts, cancellable, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (aj_calendar_writer_finish (writer, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gsize
peak_of (guint n_events)
{
  const AjCalendarFacts facts = { .group = "Expertteam Cyber" };
  g_autoptr (AjOddStream) stream = aj_odd_stream_new (G_MAXSIZE, 0);
  g_autoptr (AjCalendarWriter) writer = aj_calendar_writer_new (G_OUTPUT_STREAM (stream), "Alles",
                                                                NULL, 0);

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (AjValues) meeting = new_meeting ();

      g_assert_true (aj_calendar_writer_add (writer, meeting, &facts, NULL, NULL));
    }
  g_assert_true (aj_calendar_writer_finish (writer, NULL, NULL));
  g_assert_cmpuint (aj_odd_stream_get_written (stream), >, n_events * 200);
  return aj_odd_stream_get_peak (stream);
}

/* Twenty times as many events take no more memory. (Under the sanitizers the heap tells nothing.) */
static void
test_memory (void)
{
  const gsize few = peak_of (1000);
  const gsize many = peak_of (20000);

  g_test_message ("heap: %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT " bytes", few, many);
  g_assert_cmpuint (many, <=, few + 16 * 1024);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stream/broken-stream", test_broken_stream);
  g_test_add_func ("/stream/cancelled", test_cancelled);
  g_test_add_func ("/stream/memory", test_memory);
  return g_test_run ();
}
