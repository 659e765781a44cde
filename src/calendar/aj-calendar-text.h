/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may be handed to libical to write. It escapes text, but takes an address, a parameter or a category as it comes: a
 * line break in one would begin a property of its own. So everything is made here first. Each gives a new text, or NULL when
 * nothing is left that could be written. */

/* As aj_text_clean_line() and aj_text_clean_block(). */
char *aj_calendar_text_dup_line (const char *text);
char *aj_calendar_text_dup_block (const char *text);
/* One category. A comma would make it two, and readers differ over one that is escaped (Outlook cuts at a semicolon as
 * well): these, and the backslash that escapes, become a slash between blanks, "Wonen, zorg" so "Wonen / zorg". */
char *aj_calendar_text_dup_category (const char *text);
/* The name of a calendar. Readers differ over whether X-WR-CALNAME has escapes (ical.js, so Thunderbird, reads none), so
 * there is nothing left in it to escape. At most 255 UTF-16 units. */
char *aj_calendar_text_dup_calendar_name (const char *text);
/* The name that goes with an address (CN). RFC 5545 has no way to put a quote in it, and that of RFC 6868 (a caret) few
 * programs know: both signs go. */
char *aj_calendar_text_dup_common_name (const char *text);
/* mailto:…, what is no ASCII percent-encoded; NULL when @mail is no mail address. */
char *aj_calendar_text_dup_mailto (const char *mail);
/* A web address as a URI in ASCII, other signs percent-encoded; NULL when it is none that is safe to open: only http and
 * https are. */
char *aj_calendar_text_dup_address (const char *address);

G_END_DECLS
