/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-facts.h"

#include <gio/gio.h>

#include "aj-calendar-reading.h"

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
add_entry (JsonBuilder *builder, const AjCalendarEntry *entry)
{
  json_builder_begin_object (builder);
  add_text (builder, "uid", entry->uid);
  add_number (builder, "sequence", entry->sequence);
  add_number (builder, "stamp", entry->stamp);
  add_number (builder, "start", entry->start);
  add_number (builder, "end", entry->end);
  add_text (builder, "summary", entry->summary);
  add_text (builder, "location", entry->location);
  add_text (builder, "description", entry->description);
  add_text (builder, "url", entry->url);
  add_text (builder, "status", entry->status);
  add_text (builder, "transparency", entry->transparency);
  add_text (builder, "busy", entry->busy);
  json_builder_set_member_name (builder, "categories");
  json_builder_begin_array (builder);
  if (entry->categories != NULL)
    json_builder_add_string_value (builder, entry->categories);
  json_builder_end_array (builder);
  add_text (builder, "organiser", entry->organiser);
  add_text (builder, "organiser-name", entry->organiser_name);
  json_builder_end_object (builder);
}

JsonNode *
aj_facts_read_libical (const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (AjCalendarReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  reading = aj_calendar_reading_new (text, length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->problems->len, ==, 0);

  json_builder_begin_object (builder);
  add_text (builder, "method", reading->method);
  add_text (builder, "name", reading->name);
  json_builder_set_member_name (builder, "zones");
  json_builder_begin_array (builder);
  for (guint i = 0; reading->zones[i] != NULL; i++)
    json_builder_add_string_value (builder, reading->zones[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reading->entries->len; i++)
    add_entry (builder, g_ptr_array_index (reading->entries, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
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
