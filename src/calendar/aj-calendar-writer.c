/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-writer.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "aj-calendar-text.h"

#define BUFFER_BYTES (64 * 1024)
/* How often a subscriber should look again; servers decide for themselves. */
#define REFRESH_HOURS 12

static const char calendar_end[] = "END:VCALENDAR\r\n";

struct _AjCalendarWriter
{
  GObject parent_instance;
  GOutputStream *stream;
  GPtrArray *zones; /* (element-type AjVtimezone): theirs is the program's life */
  GString *lines;   /* what is not in the stream yet */
  gint64 stamp;
  guint n_events;
};

G_DEFINE_FINAL_TYPE (AjCalendarWriter, aj_calendar_writer, G_TYPE_OBJECT)

static void
aj_calendar_writer_finalize (GObject *object)
{
  AjCalendarWriter *self = AJ_CALENDAR_WRITER (object);

  g_clear_object (&self->stream);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_string_free (self->lines, TRUE);
  G_OBJECT_CLASS (aj_calendar_writer_parent_class)->finalize (object);
}

static void
aj_calendar_writer_class_init (AjCalendarWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_calendar_writer_finalize;
}

static void
aj_calendar_writer_init (AjCalendarWriter *self)
{
  self->zones = g_ptr_array_new ();
  self->lines = g_string_sized_new (BUFFER_BYTES + 4096);
}

static void
add_zones (AjCalendarWriter *self, const char *const *zones)
{
  for (guint i = 0; zones != NULL && zones[i] != NULL; i++)
    {
      const AjVtimezone *zone = aj_vtimezone_get (zones[i], NULL);

      if (zone != NULL && !g_ptr_array_find (self->zones, zone, NULL))
        g_ptr_array_add (self->zones, (gpointer) zone);
    }
}

static void
add_x (icalcomponent *calendar, const char *name, const char *value)
{
  icalproperty *property = icalproperty_new_x (value);

  icalproperty_set_x_name (property, name);
  icalcomponent_add_property (calendar, property);
}

static void
add_subscription (icalcomponent *calendar, const char *name, GPtrArray *zones)
{
  g_autofree char *plain = aj_calendar_text_dup_calendar_name (name);
  struct icaldurationtype refresh = icaldurationtype_from_int (REFRESH_HOURS * 60 * 60);
  char *refresh_text = icaldurationtype_as_ical_string_r (refresh);

  if (plain != NULL)
    add_x (calendar, "X-WR-CALNAME", plain);
  if (zones->len > 0)
    add_x (calendar, "X-WR-TIMEZONE", aj_vtimezone_get_id (g_ptr_array_index (zones, 0)));
  add_x (calendar, "X-PUBLISHED-TTL", refresh_text);
  icalcomponent_add_property (calendar, icalproperty_new_refreshinterval (refresh));
  icalmemory_free_buffer (refresh_text);
}

/* Everything before the events, which follow one by one. All properties stand before the first component: Outlook ignores
 * later ones. */
static void
append_head (AjCalendarWriter *self, icalproperty_method method, const char *name)
{
  icalcomponent *calendar = icalcomponent_new_vcalendar ();
  char *text;

  icalcomponent_add_property (calendar,
                              icalproperty_new_prodid (
                                  "-//Veiligheidsnetwerk Oost-Nederland//Aanjager " AJ_VERSION
                                  "//NL"));
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (calendar, icalproperty_new_method (method));
  if (name != NULL)
    add_subscription (calendar, name, self->zones);
  else if (method == ICAL_METHOD_PUBLISH)
    /* Opens the one appointment to be looked at, as Outlook's own export of one does. */
    add_x (calendar, "X-MS-OLK-FORCEINSPECTOROPEN", "TRUE");
  text = icalcomponent_as_ical_string_r (calendar);
  g_assert (g_str_has_suffix (text, calendar_end));
  g_string_append_len (self->lines, text, (gssize) (strlen (text) - strlen (calendar_end)));
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  for (guint i = 0; i < self->zones->len; i++)
    g_string_append (self->lines, aj_vtimezone_get_text (g_ptr_array_index (self->zones, i)));
}

static AjCalendarWriter *
writer_new (GOutputStream *stream,
            icalproperty_method method,
            const char *name,
            const char *const *zones,
            gint64 stamp)
{
  AjCalendarWriter *self = g_object_new (AJ_TYPE_CALENDAR_WRITER, NULL);

  self->stream = g_object_ref (stream);
  self->stamp = stamp;
  add_zones (self, zones);
  append_head (self, method, name);
  return self;
}

AjCalendarWriter *
aj_calendar_writer_new (GOutputStream *stream,
                        const char *name,
                        const char *const *zones,
                        gint64 stamp)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  return writer_new (stream, ICAL_METHOD_PUBLISH, name, zones, stamp);
}

AjCalendarWriter *
aj_calendar_writer_new_invitation (GOutputStream *stream,
                                   AjCalendarMethod method,
                                   const char *zone,
                                   gint64 stamp)
{
  const char *const zones[] = { zone, NULL };

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  return writer_new (stream,
                     method == AJ_CALENDAR_CANCEL ? ICAL_METHOD_CANCEL : ICAL_METHOD_REQUEST, NULL,
                     zones, stamp);
}

static gboolean
write_out (AjCalendarWriter *self, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !g_output_stream_write_all (self->stream, self->lines->str, self->lines->len, NULL,
                                  cancellable, error))
    return FALSE;
  g_string_truncate (self->lines, 0);
  return TRUE;
}

gboolean
aj_calendar_writer_add (AjCalendarWriter *self,
                        const AjValues *meeting,
                        const AjCalendarFacts *facts,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (AJ_IS_CALENDAR_WRITER (self), FALSE);
  g_return_val_if_fail (meeting != NULL && facts != NULL, FALSE);

  if (!aj_calendar_event_append (self->lines, meeting, facts, self->zones, self->stamp, error))
    return FALSE;
  self->n_events++;
  return self->lines->len < BUFFER_BYTES || write_out (self, cancellable, error);
}

gboolean
aj_calendar_writer_add_activity (AjCalendarWriter *self,
                                 const AjValues *activity,
                                 const AjActivityFacts *facts,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_return_val_if_fail (AJ_IS_CALENDAR_WRITER (self), FALSE);
  g_return_val_if_fail (activity != NULL && facts != NULL, FALSE);

  if (!aj_calendar_activity_append (self->lines, activity, facts, self->zones, self->stamp, error))
    return FALSE;
  self->n_events++;
  return self->lines->len < BUFFER_BYTES || write_out (self, cancellable, error);
}

gboolean
aj_calendar_writer_add_span (AjCalendarWriter *self,
                             const AjCalendarSpan *span,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (AJ_IS_CALENDAR_WRITER (self), FALSE);
  g_return_val_if_fail (span != NULL && span->uid != NULL, FALSE);

  if (!aj_calendar_span_append (self->lines, span, self->zones, self->stamp, error))
    return FALSE;
  self->n_events++;
  return self->lines->len < BUFFER_BYTES || write_out (self, cancellable, error);
}

guint
aj_calendar_writer_get_n_events (AjCalendarWriter *self)
{
  g_return_val_if_fail (AJ_IS_CALENDAR_WRITER (self), 0);

  return self->n_events;
}

gboolean
aj_calendar_writer_finish (AjCalendarWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (AJ_IS_CALENDAR_WRITER (self), FALSE);

  if (self->n_events == 0)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY,
                           _ ("There is no meeting to put in a calendar file."));
      return FALSE;
    }
  g_string_append (self->lines, calendar_end);
  return write_out (self, cancellable, error) &&
         g_output_stream_flush (self->stream, cancellable, error);
}
