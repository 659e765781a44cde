/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the minutes of a meeting are made of, and what is done with them. */
#include "aj-minutes-book.h"

#include "aj-agenda-item.h"
#include "aj-decision.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"
#include "aj-minutes-job.h"
#include "aj-minutes.h"
#include "aj-paper.h"
#include "aj-task.h"

#include <string.h>

#define TODAY (aj_date_new (2026, 3, 12))

typedef struct
{
  Fixture base;
  const char *group;
  const char *earlier;
  const char *meeting;
  const char *later;
  const char *item;
  const char *anna;
} World;

static const char *
add_meeting (World *self, const char *starts_at, const char *ends_at)
{
  return fixture_add (&self->base, "meeting", "group", self->group, "starts-at", starts_at,
                      "ends-at", ends_at, "theme", "Jeugd", NULL);
}

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->earlier = add_meeting (self, "2026-01-08T10:00", "2026-01-08T12:00");
  self->meeting = add_meeting (self, "2026-03-12T10:00", "2026-03-12T12:00");
  self->later = add_meeting (self, "2026-05-14T10:00", "2026-05-14T12:00");
  self->item = fixture_add (&self->base, "agenda-item", "group", self->group, "meeting",
                            self->meeting, "name", "Stand van zaken", NULL);
  self->anna = fixture_add (&self->base, "person", "name", "Anna Jansen", NULL);
  fixture_add (&self->base, "membership", "group", self->group, "person", self->anna, NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjMinutesBook *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjMinutesBook *book = aj_minutes_book_load (self->base.store, self->meeting, &error);

  g_assert_no_error (error);
  return book;
}

/* @edit is taken. */
static void
commit (AjEdit *edit, const char *label)
{
  g_autoptr (AjEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (aj_edit_get_label (owned), ==, label);
  aj_edit_commit (owned, &error);
  g_assert_no_error (error);
}

static AjEdit *
make_edit (World *self, AjMinutesBook *book, AjStore *store, const char *text)
{
  g_autoptr (AjMinuteLine) line = aj_minutes_book_read_line (book, text, TODAY);
  const AjValues *item = aj_minutes_book_look_up (book, &aj_agenda_item_record_type, self->item);

  g_assert_nonnull (item);
  g_assert_cmpint (line->fault, ==, AJ_MINUTE_LINE_NO_FAULT);
  return aj_minutes_job_add_line (store, book, item, line);
}

static void
type_line (World *self, const char *text, const char *label)
{
  g_autoptr (AjMinutesBook) book = load (self);

  commit (make_edit (self, book, self->base.store, text), label);
}

static void
test_lines (World *self, gconstpointer data)
{
  g_autoptr (AjMinutesBook) book = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const AjValues *item;
  g_autofree char *number = NULL;

  fixture_add (&self->base, "decision", "group", self->group, "year", "2026", "number", "6", "text",
               "Van januari", "meeting", self->earlier, NULL);
  fixture_add (&self->base, "decision", "group", self->group, "year", "2025", "number", "31",
               "text", "Van vorig jaar", NULL);
  type_line (self, "Besluit: de actiedag is op 5 november", "Note decision 2026-7");
  type_line (self, "! de flyer gaat mee", "Note decision 2026-8");
  type_line (self, "Actie Anna volgende bijeenkomst: cijfers", "Note action point “Cijfers”");
  type_line (self, "de zaal is vrij", "Note with “Stand van zaken”");
  type_line (self, "en de koffie ook", "Note with “Stand van zaken”");

  book = load (self);
  decisions = aj_minutes_book_list_decisions (book, self->item);
  g_assert_cmpuint (decisions->len, ==, 2);
  number = aj_decision_dup_number (decisions->pdata[0]);
  g_assert_cmpstr (number, ==, "2026-7");
  g_assert_cmpstr (aj_values_get_text (decisions->pdata[1], "text"), ==, "De flyer gaat mee");
  actions = aj_minutes_book_list_actions (book, self->item);
  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_cmpstr (aj_values_get_text (actions->pdata[0], "assignee"), ==, self->anna);
  g_assert_cmpint (aj_values_get_date (actions->pdata[0], "due"), ==, aj_date_new (2026, 5, 14));
  g_assert_cmpstr (aj_values_get_text (actions->pdata[0], "meeting"), ==, self->meeting);
  item = aj_minutes_book_look_up (book, &aj_agenda_item_record_type, self->item);
  g_assert_cmpstr (aj_values_get_text (item, "notes"), ==, "de zaal is vrij\nen de koffie ook");
  none = aj_minutes_book_list_decisions (book, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
assert_read (AjMinutesBook *book, const char *text, const char *person, const char *what)
{
  g_autoptr (AjMinuteLine) line = aj_minutes_book_read_line (book, text, TODAY);

  g_assert_cmpstr (line->person, ==, person);
  g_assert_cmpstr (line->text, ==, what);
}

/* Who is at the table is meant before somebody of the same name elsewhere in the network. */
static void
test_who (World *self, gconstpointer data)
{
  const char *other = fixture_add (&self->base, "group", "name", "Werkgroep", NULL);
  const char *anna = fixture_add (&self->base, "person", "name", "Anna de Boer", NULL);
  const char *piet = fixture_add (&self->base, "person", "name", "Piet Bos", NULL);
  const char *gone = fixture_add (&self->base, "person", "name", "Kees Kok", NULL);
  g_autoptr (AjMinutesBook) book = NULL;

  fixture_add (&self->base, "membership", "group", other, "person", anna, NULL);
  fixture_add (&self->base, "membership", "group", other, "person", piet, NULL);
  fixture_add (&self->base, "membership", "group", other, "person", gone, "until", "2026-01-31",
               NULL);
  book = load (self);
  assert_read (book, "Actie Anna: bellen", self->anna, "Bellen");
  assert_read (book, "Actie Anna de Boer: bellen", anna, "Bellen");
  assert_read (book, "Actie Piet: bellen", piet, "Bellen");
  assert_read (book, "Actie Kees: bellen", NULL, "Kees: bellen");
}

/* What belongs to no item of this agenda is not lost either. */
static void
test_without_item (World *self, gconstpointer data)
{
  g_autoptr (AjMinutesBook) book = load (self);
  g_autoptr (AjMinuteLine) line = aj_minutes_book_read_line (book, "Actie: bellen", TODAY);
  g_autoptr (AjMinuteLine) note = aj_minutes_book_read_line (book, "Anna is te laat", TODAY);
  g_autoptr (GPtrArray) actions = NULL;

  commit (aj_minutes_job_add_line (self->base.store, book, NULL, line),
          "Note action point “Bellen”");
  commit (aj_minutes_job_add_line (self->base.store, book, NULL, note), "Note with “Jeugd”");
  fixture_add (&self->base, "task", "kind", "preparation", "name", "Zaal huren", "meeting",
               self->meeting, NULL);
  g_clear_pointer (&book, aj_minutes_book_unref);
  book = load (self);
  actions = aj_minutes_book_list_actions (book, NULL);
  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_cmpstr (aj_values_get_text (aj_minutes_book_get_meeting (book), "notes"), ==,
                   "Anna is te laat");
}

/* Two windows give out the same number: the second is told, and takes the next. */
static void
test_same_number (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) other = aj_store_open (self->base.path, AJ_STORE_OPEN_DEFAULT, "Other",
                                             self->base.clock, &error);
  g_autoptr (AjMinutesBook) mine = load (self);
  g_autoptr (AjMinutesBook) theirs = NULL;
  g_autoptr (AjEdit) first = make_edit (self, mine, self->base.store, "! eerst");
  g_autoptr (AjEdit) second = NULL;

  g_assert_no_error (error);
  theirs = aj_minutes_book_load (other, self->meeting, &error);
  second = make_edit (self, theirs, other, "! daarna");
  g_assert_true (aj_edit_commit (first, &error));
  g_assert_false (aj_edit_commit (second, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE);
  g_assert_cmpstr (error->message, ==,
                   "Decision: there is another one with the same Group, Year, Decision number by "
                   "now. Try again.");
  g_clear_error (&error);
  g_clear_pointer (&theirs, aj_minutes_book_unref);
  theirs = aj_minutes_book_load (other, self->meeting, &error);
  g_assert_cmpint (aj_minutes_book_get_next_number (theirs), ==, 2);
  aj_store_close (other);
}

static char *
join_names (GPtrArray *values)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            aj_values_get_text (values->pdata[i], "name"));
  return g_strdup (text->str);
}

static void
test_earlier (World *self, gconstpointer data)
{
  g_autoptr (AjMinutesBook) book = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GPtrArray) with_kept = NULL;
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *names = NULL;
  g_autofree char *kept_names = NULL;
  const char *done;

  fixture_add (&self->base, "task", "name", "Zonder dag", "group", self->group, "meeting",
               self->earlier, NULL);
  fixture_add (&self->base, "task", "name", "Op 1 april", "group", self->group, "meeting",
               self->earlier, "due", "2026-04-01", NULL);
  done = fixture_add (&self->base, "task", "name", "Gedaan", "group", self->group, "meeting",
                      self->earlier, "state", "done", "due", "2026-02-01", NULL);
  fixture_add (&self->base, "task", "name", "Los", "group", self->group, "due", "2026-03-01", NULL);
  fixture_add (&self->base, "task", "name", "Van vandaag", "group", self->group, "meeting",
               self->meeting, NULL);
  fixture_add (&self->base, "task", "name", "Van later", "group", self->group, "meeting",
               self->later, NULL);
  fixture_add (&self->base, "task", "name", "Zaal", "group", self->group, "kind", "preparation",
               "meeting", self->earlier, NULL);
  book = load (self);
  earlier = aj_minutes_book_list_earlier (book, NULL);
  names = join_names (earlier);
  g_assert_cmpstr (names, ==, "Los, Op 1 april, Zonder dag");
  g_hash_table_add (kept, (gpointer) done);
  with_kept = aj_minutes_book_list_earlier (book, kept);
  kept_names = join_names (with_kept);
  g_assert_cmpstr (kept_names, ==, "Gedaan, Los, Op 1 april, Zonder dag");
  commit (aj_minutes_job_set_done (self->base.store, earlier->pdata[0], TRUE), "“Los” is done");
  g_clear_pointer (&book, aj_minutes_book_unref);
  book = load (self);
  g_clear_pointer (&earlier, g_ptr_array_unref);
  earlier = aj_minutes_book_list_earlier (book, NULL);
  g_assert_cmpuint (earlier->len, ==, 2);
}

static void
test_papers (World *self, gconstpointer data)
{
  g_autoptr (AjMinutesBook) book = NULL;
  g_autoptr (GPtrArray) of_item = NULL;
  g_autoptr (GPtrArray) of_meeting = NULL;

  fixture_add (&self->base, "document", "name", "Handreiking", "meeting", self->meeting,
               "agenda-item", self->item, NULL);
  fixture_add (&self->base, "document", "name", "Verslag", "meeting", self->meeting, NULL);
  fixture_add (&self->base, "document", "name", "Elders", NULL);
  book = load (self);
  of_item = aj_minutes_book_list_papers (book, self->item);
  g_assert_cmpuint (of_item->len, ==, 1);
  of_meeting = aj_minutes_book_list_papers (book, NULL);
  g_assert_cmpuint (of_meeting->len, ==, 1);
  g_assert_cmpstr (aj_values_get_text (of_meeting->pdata[0], "name"), ==, "Verslag");
}

static void
test_states (World *self, gconstpointer data)
{
  g_autoptr (AjMinutesBook) book = load (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjEdit) late = NULL;
  const AjValues *meeting;

  commit (aj_minutes_job_go_on (self->base.store, book), "Minutes of 12 March sent for comment");
  g_clear_pointer (&book, aj_minutes_book_unref);
  book = load (self);
  commit (aj_minutes_job_go_on (self->base.store, book), "Fix the minutes of 12 March");
  g_clear_pointer (&book, aj_minutes_book_unref);
  book = load (self);
  meeting = aj_minutes_book_get_meeting (book);
  g_assert_true (aj_minutes_are_fixed (meeting));
  g_assert_null (aj_minutes_job_get_next_state (meeting));

  /* Fixed is fixed. */
  late = make_edit (self, book, self->base.store, "nog iets");
  g_assert_false (aj_edit_commit (late, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_clear_error (&error);
  g_clear_object (&late);
  late = make_edit (self, book, self->base.store, "! nog iets");
  g_assert_false (aj_edit_commit (late, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_clear_error (&error);

  commit (aj_minutes_job_reopen (self->base.store, meeting, " Naam \n vergeten "),
          "Reopen the minutes of 12 March: Naam vergeten");
  g_clear_pointer (&book, aj_minutes_book_unref);
  book = load (self);
  meeting = aj_minutes_book_get_meeting (book);
  g_assert_cmpstr (aj_values_get_text (meeting, "minutes-reason"), ==, "Naam vergeten");
  g_assert_cmpstr (aj_minutes_job_get_next_state (meeting), ==, AJ_MINUTES_COMMENT);
  type_line (self, "nog iets", "Note with “Stand van zaken”");
}

static void
changed_cb (AjStore *store, AjChanges *changes, gpointer user_data)
{
  AjChanges **last = user_data;

  g_clear_pointer (last, aj_changes_unref);
  *last = aj_changes_ref (changes);
}

static void
test_concerned (World *self, gconstpointer data)
{
  g_autoptr (AjMinutesBook) book = load (self);
  g_autoptr (AjChanges) last = NULL;
  const char *other;

  g_signal_connect (self->base.store, "changed", G_CALLBACK (changed_cb), &last);
  other = fixture_add (&self->base, "group", "name", "Andere", NULL);
  fixture_add (&self->base, "task", "name", "Elders", "group", other, NULL);
  g_assert_false (aj_minutes_book_is_concerned (book, last));
  fixture_add (&self->base, "task", "name", "Hier", "group", self->group, NULL);
  g_assert_true (aj_minutes_book_is_concerned (book, last));
  fixture_add (&self->base, "decision", "group", self->group, "year", "2026", "number", "1", "text",
               "Ja", NULL);
  g_assert_true (aj_minutes_book_is_concerned (book, last));
  fixture_set (&self->base, "agenda-item", self->item, "notes", "Iets", NULL);
  g_assert_true (aj_minutes_book_is_concerned (book, last));
  g_signal_handlers_disconnect_by_data (self->base.store, &last);
}

static void
test_without_waiting (World *self, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMinutesBook) book = NULL;

  aj_minutes_book_load_async (self->base.store, self->meeting, NULL, waiter_ready_cb, &waiter);
  book = aj_minutes_book_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_assert_cmpint (aj_minutes_book_get_next_date (book), ==, aj_date_new (2026, 5, 14));
  g_clear_object (&waiter.result);
  aj_minutes_book_load_async (self->base.store, self->group, NULL, waiter_ready_cb, &waiter);
  g_assert_null (aj_minutes_book_load_finish (self->base.store, waiter_wait (&waiter), &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_clear_object (&waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/minutes-book/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lines", test_lines);
  ADD ("who", test_who);
  ADD ("without-item", test_without_item);
  ADD ("same-number", test_same_number);
  ADD ("earlier", test_earlier);
  ADD ("papers", test_papers);
  ADD ("states", test_states);
  ADD ("concerned", test_concerned);
  ADD ("without-waiting", test_without_waiting);
  return g_test_run ();
}
