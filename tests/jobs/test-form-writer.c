/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of an edition: for whom, and what they are filled in with. */
#include "aj-form-drafts.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "aj-activity.h"
#include "aj-form-file.h"
#include "aj-jobs-fixture.h"
#include "aj-output-file.h"
#include "aj-store-error.h"
#include "aj-text.h"

#define TODAY (aj_date_new (2026, 6, 1))
#define AFTER (aj_date_new (2026, 10, 12))

typedef struct
{
  Fixture base;
  char *folder;
  const char *almelo, *ede, *borne;
  const char *before, *edition;
  const char *anna;
} World;

static const char *
add_municipality (World *self, const char *name, const char *code, const char *state)
{
  const char *id = fixture_add (&self->base, "municipality", "name", name, "code", code, NULL);

  fixture_add (&self->base, "participation", "edition", self->edition, "municipality", id, "state",
               state, NULL);
  return id;
}

static void
set_up (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  self->folder = g_dir_make_tmp ("aj-forms-XXXXXX", &error);
  g_assert_no_error (error);
  self->before = fixture_add (&self->base, "edition", "name", "Echt 2025", "starts-on",
                              "2025-10-06", "ends-on", "2025-10-10", NULL);
  self->edition = fixture_add (&self->base, "edition", "name", "Echt: 2026", "starts-on",
                               "2026-10-05", "ends-on", "2026-10-07", "deadline", "2026-09-10",
                               "previous", self->before, NULL);
  self->almelo = add_municipality (self, "Almelo", "GM0141", "invited");
  self->ede = add_municipality (self, "Ede", "GM0228", "registered");
  self->borne = add_municipality (self, "Borne", "GM0147", "declined");
  self->anna = fixture_add (&self->base, "person", "name", "Anna", "mail", "anna@almelo.example",
                            "mobile", "06 12345678", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  fixture_tear_down (&self->base, data);
}

static const char *
add_activity (World *self, const char *edition, const char *name, const char *date)
{
  return fixture_add (&self->base, "activity", "edition", edition, "municipality", self->almelo,
                      "name", name, "date", date, "contact", self->anna, "expected-reach", "10",
                      NULL);
}

static AjFormBook *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjFormBook *book = aj_form_book_load (self->base.store, self->edition, &error);

  g_assert_no_error (error);
  return book;
}

static AjForm *
make (World *self, AjFormPurpose purpose)
{
  g_autoptr (AjFormBook) book = load (self);
  const AjFormRequest request = { .purpose = purpose,
                                  .municipality = self->almelo,
                                  .organiser = { "Secretariaat", "a@netwerk.example" },
                                  .today = TODAY };
  AjForm *form = aj_form_book_make (book, &request);

  g_assert_nonnull (form);
  return form;
}

static const char *
get_text (const AjForm *form, guint row, AjFormColumn column)
{
  return ((AjFormRow *) form->rows->pdata[row])->texts[column];
}

/* Who declined is left alone; afterwards those are asked where there was something. */
static void
test_whom (World *self, gconstpointer data)
{
  g_autoptr (AjFormBook) book = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  add_activity (self, self->edition, "Escape box", "2026-10-05");
  book = load (self);
  before = aj_form_book_list (book, AJ_FORM_REGISTER);
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_false (g_ptr_array_find_with_equal_func (before, self->borne, g_str_equal, NULL));
  after = aj_form_book_list (book, AJ_FORM_LOOK_BACK);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (after->pdata[0], ==, self->almelo);
  g_assert_cmpint (aj_form_book_get_purpose (book, aj_date_new (2026, 10, 7)), ==,
                   AJ_FORM_REGISTER);
  g_assert_cmpint (aj_form_book_get_purpose (book, aj_date_new (2026, 10, 8)), ==,
                   AJ_FORM_LOOK_BACK);
}

/* What is registered stands there as it is; what was done last time is a proposal, unless it is registered again. */
static void
test_filled_in (World *self, gconstpointer data)
{
  const char *old = add_activity (self, self->before, "Old", "2025-10-08");
  const char *again = add_activity (self, self->before, "Again", "2025-10-06");
  const char *late = add_activity (self, self->before, "Late", "2025-10-10");
  const char *new = add_activity (self, self->edition, "New", "2026-10-06");
  g_autoptr (AjForm) form = NULL;

  fixture_set (&self->base, "activity", new, "previous", again, NULL);
  fixture_set (&self->base, "activity", old, "actual-reach", "25", "worked", "The box", NULL);
  fixture_set (&self->base, "activity", add_activity (self, self->edition, "Off", "2026-10-06"),
               "state", "cancelled", NULL);
  form = make (self, AJ_FORM_REGISTER);
  g_assert_cmpstr (form->municipality_code, ==, "GM0141");
  g_assert_cmpstr (form->reply_mail, ==, "a@netwerk.example");
  g_assert_cmpuint (form->rows->len, ==, 3);

  g_assert_cmpstr (get_text (form, 0, AJ_FORM_COLUMN_NAME), ==, "New");
  g_assert_cmpstr (((AjFormRow *) form->rows->pdata[0])->activity, ==, new);
  g_assert_cmpstr (((AjFormRow *) form->rows->pdata[0])->previous, ==, again);
  g_assert_cmpstr (get_text (form, 0, AJ_FORM_COLUMN_TAKES_PLACE), ==, "true");
  g_assert_cmpstr (get_text (form, 0, AJ_FORM_COLUMN_CONTACT_NAME), ==, "Anna");
  g_assert_cmpstr (get_text (form, 0, AJ_FORM_COLUMN_CONTACT_PHONE), ==, "06 12345678");
  g_assert_cmpstr (get_text (form, 0, AJ_FORM_COLUMN_EXPECTED_REACH), ==, "10");

  /* As far from the first day as it was, but not after the last. */
  g_assert_cmpstr (((AjFormRow *) form->rows->pdata[1])->previous, ==, late);
  g_assert_cmpstr (get_text (form, 1, AJ_FORM_COLUMN_DATE), ==, "2026-10-07");
  g_assert_true (aj_form_row_is_open (form->rows->pdata[2]));
  g_assert_cmpstr (((AjFormRow *) form->rows->pdata[2])->previous, ==, old);
  g_assert_null (((AjFormRow *) form->rows->pdata[2])->activity);
  g_assert_cmpstr (get_text (form, 2, AJ_FORM_COLUMN_DATE), ==, "2026-10-07");
  g_assert_cmpstr (get_text (form, 2, AJ_FORM_COLUMN_EXPECTED_REACH), ==, "25");
  g_assert_null (get_text (form, 2, AJ_FORM_COLUMN_ACTUAL_REACH));
  g_assert_null (get_text (form, 2, AJ_FORM_COLUMN_WORKED));
}

static void
test_look_back (World *self, gconstpointer data)
{
  g_autoptr (AjForm) form = NULL;

  add_activity (self, self->before, "Old", "2025-10-08");
  add_activity (self, self->edition, "New", "2026-10-06");
  form = make (self, AJ_FORM_LOOK_BACK);
  g_assert_cmpint (form->purpose, ==, AJ_FORM_LOOK_BACK);
  g_assert_cmpuint (form->rows->len, ==, 1);
  g_assert_cmpstr (get_text (form, 0, AJ_FORM_COLUMN_NAME), ==, "New");
  /* A form that comes back unread does not say that it was held. */
  g_assert_null (get_text (form, 0, AJ_FORM_COLUMN_TAKES_PLACE));
}

/* Who has left is not named, and what a municipality did that went into this one is proposed here. */
static void
test_then_and_now (World *self, gconstpointer data)
{
  const char *old = fixture_add (&self->base, "municipality", "name", "Old", "code", "GM9999",
                                 "valid-until", "2025-12-31", "merged-into", self->almelo, NULL);
  g_autoptr (AjForm) form = NULL;

  fixture_set (&self->base, "activity", add_activity (self, self->before, "Box", "2025-10-08"),
               "municipality", old, NULL);
  fixture_set (&self->base, "person", self->anna, "left-on", "2026-05-01", NULL);
  form = make (self, AJ_FORM_REGISTER);
  g_assert_cmpuint (form->rows->len, ==, 1);
  g_assert_cmpstr (get_text (form, 0, AJ_FORM_COLUMN_NAME), ==, "Box");
  g_assert_null (get_text (form, 0, AJ_FORM_COLUMN_CONTACT_NAME));
}

static void
test_organisation (World *self, gconstpointer data)
{
  const char *library = fixture_add (&self->base, "organisation", "name", "Bibliotheek", "kind",
                                     "library", NULL);
  g_autoptr (AjFormBook) book = NULL;
  g_autoptr (AjForm) form = NULL;
  AjFormRequest request = { .municipality = self->almelo, .organisation = library, .today = TODAY };

  add_activity (self, self->before, "Other", "2025-10-08");
  fixture_set (&self->base, "activity", add_activity (self, self->before, "Box", "2025-10-08"),
               "organisation", library, NULL);
  book = load (self);
  form = aj_form_book_make (book, &request);
  g_assert_cmpstr (form->organisation_name, ==, "Bibliotheek");
  g_assert_cmpuint (form->rows->len, ==, 1);
  g_assert_cmpstr (get_text (form, 0, AJ_FORM_COLUMN_ORGANISATION), ==, "Bibliotheek");
  request.municipality = "nowhere";
  g_assert_null (aj_form_book_make (book, &request));
}

static void
progress_cb (guint n_written, guint n_all, gpointer user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (n_written, ==, ++*last);
  g_assert_cmpuint (n_all, ==, 2);
}

static GPtrArray *
make_all (World *self)
{
  g_autoptr (AjFormBook) book = load (self);
  g_autoptr (GPtrArray) ids = aj_form_book_list (book, AJ_FORM_REGISTER);
  const AjFormRequest request = { .today = TODAY };

  return aj_form_writer_make (book, &request, ids);
}

static GPtrArray *
write_in (World *self, GPtrArray *forms, AjFormFormats formats, guint *last)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *written = aj_form_writer_write (forms, formats, NULL,
                                             last != NULL ? progress_cb : NULL, last, &error);

  g_assert_no_error (error);
  g_assert_true (aj_form_writer_save (written, self->folder, &error));
  g_assert_no_error (error);
  return written;
}

/* Names are fit for every file system; the same again is the same files, and what came back filled in stays. */
static void
test_save (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) written = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) third = NULL;
  g_autoptr (AjForm) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  guint last = 0;

  add_activity (self, self->before, "Box", "2025-10-08");
  forms = make_all (self);
  written = write_in (self, forms, AJ_FORM_FORMAT_SHEET | AJ_FORM_FORMAT_FILE, &last);
  g_assert_cmpuint (written->len, ==, 4);
  g_assert_cmpuint (last, ==, 2);
  g_assert_cmpstr (((AjWrittenForm *) written->pdata[0])->name, ==, "Echt- 2026 - Almelo.xlsx");
  g_assert_cmpstr (((AjWrittenForm *) written->pdata[1])->name, ==,
                   "Echt- 2026 - Almelo.aanjager-form");
  g_assert_cmpuint (((AjWrittenForm *) written->pdata[1])->n_activities, ==, 1);
  path = g_build_filename (self->folder, ((AjWrittenForm *) written->pdata[1])->name, NULL);
  read = aj_form_file_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->municipality_name, ==, "Almelo");

  again = write_in (self, forms, AJ_FORM_FORMAT_SHEET, NULL);
  g_assert_cmpstr (((AjWrittenForm *) again->pdata[0])->name, ==, "Echt- 2026 - Almelo.xlsx");

  g_file_set_contents (path, "filled in", -1, &error);
  third = write_in (self, forms, AJ_FORM_FORMAT_FILE, NULL);
  g_assert_cmpstr (((AjWrittenForm *) third->pdata[0])->name, ==,
                   "Echt- 2026 - Almelo (2).aanjager-form");
}

/* (transfer full) (nullable): the drafts of what is asked on @today, without waiting. */
static AjFormDrafts *
load_drafts (World *self, AjDate today, GCancellable *cancellable, guint *last, GError **error)
{
  const AjFormDraftsRequest request = {
    .edition = self->edition,
    .today = today,
    .sender = { { "Secretariaat", "a@netwerk.example" }, "Netwerk" },
  };
  Waiter waiter = { NULL };

  aj_form_drafts_load_async (self->base.store, &request, cancellable,
                             last != NULL ? progress_cb : NULL, last, waiter_ready_cb, &waiter);
  return aj_form_drafts_load_finish (self->base.store, waiter_wait (&waiter), error);
}

static void
choose_anna (World *self)
{
  g_autoptr (AjRecord) participation = fixture_find (&self->base, "participation", "municipality",
                                                     self->almelo);

  fixture_set (&self->base, "participation", aj_record_get_id (participation), "contact",
               self->anna, NULL);
}

static char *
read_file (World *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* A mail to each that has not answered, with both files; who has, is not asked once more. */
static void
test_drafts (World *self, gconstpointer data)
{
  g_autoptr (AjFormDrafts) drafts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AjChaseMail *mail;
  guint last = 0;

  choose_anna (self);
  drafts = load_drafts (self, TODAY, NULL, &last, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->n_forms, ==, 2);
  g_assert_cmpuint (last, ==, 2);
  g_assert_cmpuint (drafts->mails->len, ==, 1);
  mail = drafts->mails->pdata[0];
  g_assert_cmpstr (mail->addresses[0], ==, "anna@almelo.example");
  g_assert_nonnull (strstr (mail->body, "Almelo.xlsx"));
  g_assert_true (aj_form_drafts_save (drafts, self->folder, NULL, &error));
  g_assert_no_error (error);
  text = read_file (self, mail->file_name);
  g_assert_nonnull (strstr (text, "X-Unsent: 1"));
  g_assert_nonnull (strstr (text, "Almelo.xlsx"));
  g_assert_nonnull (strstr (text, "Almelo.aanjager-form"));
}

/* Once the day is over, those where something was done are asked how it was. Only the log says so: nobody is reminded. */
static void
test_drafts_look_back (World *self, gconstpointer data)
{
  g_autoptr (AjFormDrafts) drafts = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjRecord) participation = NULL;
  g_autoptr (AjRecord) contact = NULL;
  g_autoptr (GError) error = NULL;
  AjChaseMail *mail;

  choose_anna (self);
  add_activity (self, self->edition, "Quiz", "2026-10-08");
  drafts = load_drafts (self, AFTER, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->mails->len, ==, 1);
  mail = drafts->mails->pdata[0];
  g_assert_cmpint (mail->round, ==, AJ_CHASE_LOOK_BACK);
  g_assert_cmpstr (mail->addresses[0], ==, "anna@almelo.example");
  g_assert_nonnull (strstr (mail->body, "How was it?"));
  g_assert_nonnull (strstr (mail->body, "Almelo.xlsx"));
  g_assert_null (strstr (mail->body, "{"));

  edit = aj_edition_job_note_asked (self->base.store, aj_chase_book_get_facts (drafts->book),
                                    mail->asked, "mail", AFTER, "Anna");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  contact = fixture_find (&self->base, "contact", "municipality", self->almelo);
  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (contact), "summary"), ==,
                   "Asked how Echt: 2026 was");
  participation = fixture_find (&self->base, "participation", "municipality", self->almelo);
  g_assert_true (aj_values_is_empty (aj_record_get_values (participation), "reminded-on"));
  g_assert_true (aj_values_is_empty (aj_record_get_values (participation), "invited-on"));
}

/* Who has told of all it did is asked no more; who has told of some, is. */
static void
test_told (World *self, gconstpointer data)
{
  g_autoptr (AjFormBook) book = NULL, whole = NULL;
  g_autoptr (GPtrArray) ids = NULL, none = NULL;
  g_autoptr (AjFormDrafts) drafts = NULL;
  g_autoptr (GError) error = NULL;
  const char *quiz, *lesson;

  choose_anna (self);
  quiz = add_activity (self, self->edition, "Quiz", "2026-10-08");
  lesson = add_activity (self, self->edition, "Les", "2026-10-08");
  fixture_set (&self->base, "activity", quiz, "state", "held", "actual-reach", "0", NULL);
  fixture_set (&self->base, "activity", lesson, "state", "held", NULL);
  book = load (self);
  ids = aj_form_book_list (book, AJ_FORM_LOOK_BACK);
  g_assert_cmpuint (ids->len, ==, 1);
  fixture_set (&self->base, "activity", lesson, "actual-reach", "12", NULL);
  whole = load (self);
  none = aj_form_book_list (whole, AJ_FORM_LOOK_BACK);
  g_assert_cmpuint (none->len, ==, 0);
  drafts = load_drafts (self, AFTER, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->mails->len, ==, 0);
  g_assert_null (aj_chase_book_make_look_back (drafts->book, self->almelo, AFTER));
}

/* What stops half way counts the mails that are there. */
static void
test_half_way (World *self, gconstpointer data)
{
  g_autoptr (AjFormDrafts) drafts = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL, stopped = NULL;
  AjChaseMail *mail;
  g_autofree char *text = NULL;

  choose_anna (self);
  drafts = load_drafts (self, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  mail = g_new0 (AjChaseMail, 1);
  mail->file_name = g_strdup ("no such folder/mail.eml");
  mail->bytes = g_bytes_new_static ("", 0);
  mail->asked = g_ptr_array_new ();
  g_ptr_array_add (drafts->mails, mail);
  g_assert_false (aj_form_drafts_save (drafts, self->folder, cancellable, &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND);
  g_assert_cmpuint (drafts->n_saved, ==, 1);
  text = read_file (self, ((AjChaseMail *) drafts->mails->pdata[0])->file_name);
  g_assert_nonnull (strstr (text, "X-Unsent: 1"));

  g_cancellable_cancel (cancellable);
  g_assert_false (aj_form_drafts_save (drafts, self->folder, cancellable, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (drafts->n_saved, ==, 0);
}

static void
here_cb (guint n_written, guint n_all, gpointer thread)
{
  g_assert_true (g_thread_self () == thread);
}

/* While the caller is busy nobody else calls for it. */
static void
test_progress_thread (World *self, gconstpointer data)
{
  const AjFormDraftsRequest request = {
    .edition = self->edition,
    .today = TODAY,
    .sender = { { "Secretariaat", "a@netwerk.example" }, "Netwerk" },
  };
  Waiter waiter = { NULL };
  g_autoptr (AjFormDrafts) drafts = NULL;
  g_autoptr (GError) error = NULL;

  aj_form_drafts_load_async (self->base.store, &request, NULL, here_cb, g_thread_self (),
                             waiter_ready_cb, &waiter);
  for (guint i = 0; waiter.result == NULL && i < 2000; i++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (5000);
  drafts = aj_form_drafts_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->n_forms, ==, 2);
}

/* What is stopped leaves nothing behind. */
static void
test_cancel (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) forms = make_all (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) waited_error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
      aj_form_writer_write (forms, AJ_FORM_FORMAT_SHEET, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (load_drafts (self, TODAY, cancellable, NULL, &waited_error));
  g_assert_error (waited_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Without waiting it is the same; of an edition that is gone there is none. */
static void
test_async (World *self, gconstpointer data)
{
  g_autoptr (AjFormBook) book = NULL;
  g_autoptr (GError) error = NULL;
  Waiter found = { NULL };
  Waiter missing = { NULL };

  aj_form_book_load_async (self->base.store, self->edition, NULL, waiter_ready_cb, &found);
  aj_form_book_load_async (self->base.store, "nothing", NULL, waiter_ready_cb, &missing);
  book = aj_form_book_load_finish (self->base.store, waiter_wait (&found), &error);
  g_assert_no_error (error);
  g_assert_nonnull (aj_form_book_get_facts (book));
  g_assert_null (aj_form_book_load_finish (self->base.store, waiter_wait (&missing), &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/form-writer/" NAME, World, NULL, set_up, FUNCTION, tear_down)
  ADD ("whom", test_whom);
  ADD ("filled-in", test_filled_in);
  ADD ("look-back", test_look_back);
  ADD ("then-and-now", test_then_and_now);
  ADD ("organisation", test_organisation);
  ADD ("save", test_save);
  ADD ("drafts", test_drafts);
  ADD ("drafts-look-back", test_drafts_look_back);
  ADD ("drafts-told", test_told);
  ADD ("drafts-half-way", test_half_way);
  ADD ("drafts-progress-thread", test_progress_thread);
  ADD ("cancel", test_cancel);
  ADD ("async", test_async);
#undef ADD
  return g_test_run ();
}
