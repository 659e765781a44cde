/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-facts.h"

#include <string.h>

#include <gio/gio.h>
#include <libical/ical.h>

/* (transfer full): what libical makes of a property, which is "" when there is none. */
static char *
property_text (icalcomponent *component, const char *name)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    {
      char *found = icalproperty_get_property_name_r (property);
      gboolean same = g_ascii_strcasecmp (found, name) == 0;

      icalmemory_free_buffer (found);
      if (same && icalproperty_isa (property) == ICAL_X_PROPERTY)
        return g_strdup (icalproperty_get_x (property));
      if (same)
        return g_strdup (icalproperty_get_value_as_string (property));
    }
  return g_strdup ("");
}

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text != NULL ? text : "");
}

static void
add_number (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
add_property (JsonBuilder *builder, const char *member, icalcomponent *component, const char *name)
{
  g_autofree char *text = property_text (component, name);

  add_text (builder, member, text);
}

static gint64
moment_of (icalcomponent *event, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);
  icaltimetype time;

  g_assert_nonnull (property);
  time = icalproperty_get_datetime_with_component (property, event);
  /* A zone that was not understood would leave a floating time. */
  g_assert_nonnull (icaltime_get_timezone (time));
  return icaltime_as_timet_with_zone (time, icaltime_get_timezone (time));
}

/* libical takes the escapes away before it splits, so the line as it was is asked for. */
static void
add_categories (JsonBuilder *builder, icalcomponent *event)
{
  json_builder_set_member_name (builder, "categories");
  json_builder_begin_array (builder);
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_CATEGORIES_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_CATEGORIES_PROPERTY))
    json_builder_add_string_value (builder, icalproperty_get_categories (property));
  json_builder_end_array (builder);
}

static void
add_event (JsonBuilder *builder, icalcomponent *event)
{
  icalproperty *organizer = icalcomponent_get_first_property (event, ICAL_ORGANIZER_PROPERTY);
  icalproperty *url = icalcomponent_get_first_property (event, ICAL_URL_PROPERTY);
  icalparameter *name = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "uid", icalcomponent_get_uid (event));
  add_number (builder, "sequence", icalcomponent_get_sequence (event));
  add_number (builder, "stamp", moment_of (event, ICAL_DTSTAMP_PROPERTY));
  add_number (builder, "start", moment_of (event, ICAL_DTSTART_PROPERTY));
  add_number (builder, "end", moment_of (event, ICAL_DTEND_PROPERTY));
  add_text (builder, "summary", icalcomponent_get_summary (event));
  add_text (builder, "location", icalcomponent_get_location (event));
  add_text (builder, "description", icalcomponent_get_description (event));
  add_text (builder, "url", url != NULL ? icalproperty_get_url (url) : "");
  add_text (builder, "status", icalproperty_status_to_string (icalcomponent_get_status (event)));
  add_property (builder, "transparency", event, "TRANSP");
  add_property (builder, "busy", event, "X-MICROSOFT-CDO-BUSYSTATUS");
  add_categories (builder, event);
  add_text (builder, "organiser", organizer != NULL ? icalproperty_get_organizer (organizer) : "");
  if (organizer != NULL)
    name = icalproperty_get_first_parameter (organizer, ICAL_CN_PARAMETER);
  add_text (builder, "organiser-name", name != NULL ? icalparameter_get_cn (name) : "");
  json_builder_end_object (builder);
}

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_zones (JsonBuilder *builder, icalcomponent *calendar)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (icalcomponent *zone = icalcomponent_get_first_component (calendar, ICAL_VTIMEZONE_COMPONENT);
       zone != NULL; zone = icalcomponent_get_next_component (calendar, ICAL_VTIMEZONE_COMPONENT))
    g_ptr_array_add (ids, property_text (zone, "TZID"));
  g_ptr_array_sort (ids, compare_texts_cb);
  json_builder_set_member_name (builder, "zones");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (ids, i));
  json_builder_end_array (builder);
}

JsonNode *
aj_facts_read_libical (const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  icalcomponent *calendar;
  JsonNode *facts;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  calendar = icalparser_parse_string (text);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);

  json_builder_begin_object (builder);
  add_property (builder, "method", calendar, "METHOD");
  add_property (builder, "name", calendar, "X-WR-CALNAME");
  add_zones (builder, calendar);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    add_event (builder, event);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  facts = json_builder_get_root (builder);
  icalcomponent_free (calendar);
  return facts;
}

static JsonNode *
read_with (const char *interpreter, const char *script, const char *path)
{
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "calendar", script, NULL);
  g_autoptr (GSubprocess) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  JsonNode *facts;

  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, interpreter, program, path,
                             NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (reader, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (reader))
    g_error ("%s does not read the calendar", script);
  facts = json_from_string (output, &error);
  g_assert_no_error (error);
  return facts;
}

JsonNode *
aj_facts_read_icalendar (const char *path)
{
  return read_with ("/usr/bin/python3", "read-icalendar.py", path);
}

JsonNode *
aj_facts_read_icaljs (const char *path)
{
  return read_with ("node", "read-icaljs.js", path);
}

static void
assert_equal_objects (const char *reader, const char *of, JsonObject *facts, JsonObject *expected)
{
  g_autoptr (GList) members = json_object_get_members (expected);

  for (GList *m = members; m != NULL; m = m->next)
    {
      JsonNode *fact = json_object_get_member (facts, m->data);
      JsonNode *wanted = json_object_get_member (expected, m->data);
      g_autofree char *fact_text = fact != NULL ? json_to_string (fact, FALSE) : NULL;
      g_autofree char *wanted_text = json_to_string (wanted, FALSE);

      if (g_str_equal (m->data, "events"))
        continue;
      if (g_strcmp0 (fact_text, wanted_text) != 0)
        g_error ("%s reads %s of %s as %s, not %s", reader, (char *) m->data, of, fact_text,
                 wanted_text);
    }
}

void
aj_facts_assert_equal (const char *reader, JsonNode *facts, JsonNode *expected)
{
  JsonObject *found = json_node_get_object (facts);
  JsonObject *wanted = json_node_get_object (expected);
  JsonArray *found_events = json_object_get_array_member (found, "events");
  JsonArray *wanted_events = json_object_get_array_member (wanted, "events");

  assert_equal_objects (reader, "the calendar", found, wanted);
  g_assert_cmpuint (json_array_get_length (found_events), ==,
                    json_array_get_length (wanted_events));
  for (guint i = 0; i < json_array_get_length (wanted_events); i++)
    {
      JsonObject *event = json_array_get_object_element (wanted_events, i);

      assert_equal_objects (reader, json_object_get_string_member (event, "uid"),
                            json_array_get_object_element (found_events, i), event);
    }
}
