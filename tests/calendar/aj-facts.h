/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

/* What a program understands of a calendar file, the same for every program:
 * { method, name, zones: [TZID] in order, events: [{ uid, sequence, stamp, start, end (seconds since 1970; of a day "2026-10-08"; but libical's of a day are midnights in UTC), summary, location,
 * description, url, status, transparency, busy, categories: [], organiser, organiser-name }] }; of an invitation the two that are
 * not libical also tell attendees: [{ mail, name, answer, asked }] in each event.
 * What is not there is "". A file that cannot be read fails the test. */
JsonNode *aj_facts_read_libical (const char *path);
JsonNode *aj_facts_read_icalendar (const char *path);
JsonNode *aj_facts_read_icaljs (const char *path);

/* Fails the test at the first difference, naming reader and fact. */
void aj_facts_assert_equal (const char *reader, JsonNode *facts, JsonNode *expected);
