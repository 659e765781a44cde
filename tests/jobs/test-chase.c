/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mails to who has not answered: to whom, what they say, as files that are read back by python, and what is noted. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "aj-chase-outbox.h"
#include "aj-edition.h"
#include "aj-jobs-fixture.h"
#include "aj-municipality.h"
#include "aj-participation.h"

#define TODAY (aj_date_new (2026, 1, 15))

static const AjMailSender sender = { { "Secretariaat", "secretariaat@netwerk.example" },
                                     "Veiligheidsnetwerk" };

typedef struct
{
  Fixture base;
  const char *twente;
  const char *edition;
  const char *almelo;
  const char *borne;
  const char *ede;
  AjChaseBook *book;
} World;

static const char *
add_municipality (World *self, const char *name, const char *district)
{
  return fixture_add (&self->base, "municipality", "name", name, "code", name, "district", district,
                      NULL);
}

static const char *
add_organisation (World *self, const char *municipality, const char *name)
{
  return fixture_add (&self->base, "organisation", "name", name, "kind", "municipality",
                      "municipality", municipality, NULL);
}

static const char *
add_person (World *self, const char *organisation, const char *name, const char *mail)
{
  return fixture_add (&self->base, "person", "name", name, "mail", mail, "organisation",
                      organisation, NULL);
}

static void
take_part (World *self, const char *municipality)
{
  fixture_add (&self->base, "participation", "edition", self->edition, "municipality", municipality,
               NULL);
}

/* Almelo has two people, Borne a mailbox, Ede nothing and no district. */
static void
set_up (World *self, gconstpointer data)
{
  const char *almelo, *borne, *lead;

  fixture_set_up (&self->base, data);
  lead = fixture_add (&self->base, "person", "name", "Ria Jansen", "mail", "ria@twente.example",
                      NULL);
  self->twente = fixture_add (&self->base, "district", "name", "Twente", "lead", lead, NULL);
  self->almelo = add_municipality (self, "Almelo", self->twente);
  self->borne = add_municipality (self, "Borne", self->twente);
  self->ede = add_municipality (self, "Ede", NULL);
  almelo = add_organisation (self, self->almelo, "Gemeente Almelo");
  borne = add_organisation (self, self->borne, "Gemeente Borne");
  add_person (self, almelo, "Anna de Vries", "anna@almelo.example");
  add_person (self, almelo, "Bert Smit", "bert@almelo.example");
  fixture_set (&self->base, "organisation", borne, "mail", "info@borne.example", NULL);
  self->edition = fixture_add (&self->base, "edition", "name", "Echt Niet Vandaag 2026",
                               "starts-on", "2026-10-08", "deadline", "2026-09-24", NULL);
  take_part (self, self->almelo);
  take_part (self, self->borne);
  take_part (self, self->ede);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_clear_pointer (&self->book, aj_chase_book_free);
  fixture_tear_down (&self->base, data);
}

static AjChaseBook *
load (World *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->book, aj_chase_book_free);
  self->book = aj_chase_book_load (self->base.store, self->edition, &error);
  g_assert_no_error (error);
  return self->book;
}

static void
set_round (World *self, const char *municipality, const char *round)
{
  g_autoptr (AjRecord) participation = fixture_find (&self->base, "participation", "municipality",
                                                     municipality);

  fixture_set (&self->base, "participation", aj_record_get_id (participation), "state",
               AJ_PARTICIPATION_REMINDED, "round", round, "reminded-on", "2026-01-01", NULL);
}

/* Who is asked: "Almelo reminder anna@almelo.example", a line each. */
static void
assert_items (World *self, const char *expected)
{
  g_autoptr (GPtrArray) items = aj_chase_book_list (load (self), TODAY, FALSE);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const AjChaseItem *item = items->pdata[i];

      g_string_append_printf (found, "%s%s %s", i > 0 ? "\n" : "",
                              aj_values_get_text (item->line->municipality, "name"),
                              aj_chase_round_get_code (item->round));
      for (guint k = 0; k < item->to->len; k++)
        g_string_append_printf (found, " %s", g_array_index (item->to, AjChaseContact, k).mail);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static const char *
get_remark (GPtrArray *items, const char *name)
{
  for (guint i = 0; i < items->len; i++)
    {
      const AjChaseItem *item = items->pdata[i];

      if (g_str_equal (aj_values_get_text (item->line->municipality, "name"), name))
        return item->remark;
    }
  g_error ("no item of %s", name);
}

static void
test_rounds (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;

  assert_items (self, "Almelo invitation anna@almelo.example\n"
                      "Borne invitation info@borne.example\n"
                      "Ede invitation");
  items = aj_chase_book_list (self->book, TODAY, FALSE);
  g_assert_null (get_remark (items, "Almelo"));
  g_assert_cmpstr (get_remark (items, "Ede"), ==,
                   "Nobody there has a mail address. On the page Network, give one to a person or "
                   "an organisation of Ede.");
  set_round (self, self->almelo, "1");
  set_round (self, self->borne, "2");
  assert_items (self, "Ede invitation\n"
                      "Almelo both anna@almelo.example bert@almelo.example\n"
                      "Borne last-call ria@twente.example");
}

/* Where no lead can be asked, it is asked itself once more, and it is said how that is mended. */
static void
test_without_lead (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (AjRecord) lead = fixture_find (&self->base, "person", "name", "Ria Jansen");

  set_round (self, self->almelo, "2");
  fixture_set (&self->base, "person", aj_record_get_id (lead), "mail", NULL, NULL);
  assert_items (self, "Borne invitation info@borne.example\n"
                      "Ede invitation\n"
                      "Almelo both anna@almelo.example bert@almelo.example");
  items = aj_chase_book_list (self->book, TODAY, FALSE);
  g_assert_cmpstr (get_remark (items, "Almelo"), ==,
                   "Ria Jansen, who leads Twente, has no mail address, so it gets the reminder "
                   "itself once more. Add one on the page Network.");
  g_clear_pointer (&items, g_ptr_array_unref);
  fixture_set (&self->base, "person", aj_record_get_id (lead), "left-on", "2026-01-14", NULL);
  items = aj_chase_book_list (load (self), TODAY, FALSE);
  g_assert_cmpstr (get_remark (items, "Almelo"), ==,
                   "Nobody leads Twente, so it gets the reminder itself once more. Choose a lead "
                   "on the page Network.");
}

/* (transfer full) (element-type AjChaseMail) */
static GPtrArray *
write_all (World *self, gboolean per_district, AjDate today, GHashTable *attachments)
{
  g_autoptr (GPtrArray) items = aj_chase_book_list (load (self), today, TRUE);
  GPtrArray *mails = aj_chase_mail_write_all (self->book, items, per_district, today, &sender,
                                              attachments);

  g_assert_cmpuint (mails->len, ==, aj_chase_mail_count (items, per_district));
  return mails;
}

/* (transfer full): what python's email module reads. */
static JsonNode *
read_with_python (World *self, const AjChaseMail *mail)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "read-mail.py", NULL);
  g_autofree char *path = g_build_filename (self->base.folder, "draft.eml", NULL);
  g_autoptr (GSubprocess) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  JsonNode *node;
  gsize size;
  const char *bytes = g_bytes_get_data (mail->bytes, &size);

  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/usr/bin/python3", script,
                             path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (reader, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (reader));
  node = json_from_string (output, &error);
  g_assert_no_error (error);
  return node;
}

static void
assert_mailboxes (JsonObject *mail, const char *header, const char *expected)
{
  JsonArray *array = json_object_get_array_member (mail, header);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            json_object_get_string_member (json_array_get_object_element (array, i),
                                                           "mail"));
  g_assert_cmpstr (found->str, ==, expected);
}

/* A name is no path. */
static void
test_file_name (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) mails = NULL;

  fixture_set (&self->base, "edition", self->edition, "name", "../Veilig 2026/2027: dag?", NULL);
  mails = write_all (self, FALSE, TODAY, NULL);
  g_assert_cmpuint (mails->len, >, 0);
  for (guint i = 0; i < mails->len; i++)
    {
      const AjChaseMail *mail = mails->pdata[i];

      g_assert_null (strpbrk (mail->file_name, "/:?"));
      g_assert_true (g_str_has_suffix (mail->file_name, ".eml"));
    }
}

/* One each: to the person, by name; a mailbox has no name to be called by. */
static void
test_each (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) mails = write_all (self, FALSE, TODAY, NULL);
  const AjChaseMail *mail;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *read;

  g_assert_cmpuint (mails->len, ==, 2);
  mail = mails->pdata[0];
  g_assert_cmpstr (mail->file_name, ==, "Echt Niet Vandaag 2026 - Almelo - invitation.eml");
  g_assert_cmpstr (mail->subject, ==, "Echt Niet Vandaag 2026: what will you do?");
  g_assert_true (g_str_has_prefix (mail->body, "Dear Anna de Vries,\n"));
  g_assert_nonnull (strstr (mail->body, "Please answer by Thursday 24 September 2026."));
  /* Nothing is known of last time, and there is no form. */
  g_assert_null (strstr (mail->body, "Last time"));
  g_assert_null (strstr (mail->body, "form"));
  g_assert_true (g_str_has_prefix (((AjChaseMail *) mails->pdata[1])->body, "Dear colleague,\n"));
  node = read_with_python (self, mail);
  read = json_node_get_object (node);
  assert_mailboxes (read, "to", "anna@almelo.example");
  assert_mailboxes (read, "bcc", "");
  assert_mailboxes (read, "reply-to", "secretariaat@netwerk.example");
  g_assert_cmpstr (json_object_get_string_member (read, "unsent"), ==, "1");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (read, "defects")), ==, 0);
}

/* Per district: nobody sees whom else it goes to. One that is alone in its district is written to as itself. */
static void
test_per_district (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) mails = write_all (self, TRUE, TODAY, NULL);
  const AjChaseMail *mail = mails->pdata[0];
  g_autoptr (JsonNode) node = read_with_python (self, mail);
  JsonObject *read = json_node_get_object (node);
  g_autofree char *to = aj_chase_mail_describe_to (mail);

  g_assert_cmpuint (mails->len, ==, 1);
  g_assert_true (mail->is_bcc);
  g_assert_cmpstr (mail->about, ==, "Twente");
  g_assert_cmpstr (to, ==, "2 addresses, all in Bcc");
  g_assert_true (g_str_has_prefix (mail->body, "Dear colleagues,\n"));
  g_assert_null (strstr (mail->body, "Almelo"));
  assert_mailboxes (read, "to", "secretariaat@netwerk.example");
  assert_mailboxes (read, "bcc", "anna@almelo.example info@borne.example");

  g_clear_pointer (&mails, g_ptr_array_unref);
  set_round (self, self->borne, "1");
  mails = write_all (self, TRUE, TODAY, NULL);
  g_assert_cmpuint (mails->len, ==, 2);
  g_assert_false (((AjChaseMail *) mails->pdata[0])->is_bcc);
  g_assert_false (((AjChaseMail *) mails->pdata[1])->is_bcc);
}

/* What all of a district have together is written to once, and told which it is about. */
static void
test_common_mailbox (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) own = fixture_find (&self->base, "organisation", "name", "Gemeente Borne");
  g_autoptr (AjRecord) anna = fixture_find (&self->base, "person", "name", "Anna de Vries");
  g_autoptr (AjRecord) bert = fixture_find (&self->base, "person", "name", "Bert Smit");
  g_autoptr (GPtrArray) mails = NULL;
  const AjChaseMail *mail;

  fixture_set (&self->base, "organisation", aj_record_get_id (own), "mail", NULL, NULL);
  fixture_remove (&self->base, "person", aj_record_get_id (anna));
  fixture_remove (&self->base, "person", aj_record_get_id (bert));
  fixture_add (&self->base, "organisation", "name", "Gemeenten in Twente", "kind", "municipality",
               "district", self->twente, "mail", "samen@twente.example", NULL);
  mails = write_all (self, TRUE, TODAY, NULL);
  g_assert_cmpuint (mails->len, ==, 1);
  mail = mails->pdata[0];
  g_assert_false (mail->is_bcc);
  g_assert_cmpstr (mail->addresses[0], ==, "samen@twente.example");
  g_assert_null (mail->addresses[1]);
  g_assert_nonnull (strstr (mail->body, "This question is for Almelo and Borne.\n"));
  g_assert_cmpuint (mail->asked->len, ==, 2);
}

/* One for each lead, whatever was chosen: the municipalities in it, with whom there can be called. */
static void
test_last_call (World *self, gconstpointer data)
{
  set_round (self, self->almelo, "2");
  set_round (self, self->borne, "3");
  for (guint per_district = 0; per_district < 2; per_district++)
    {
      g_autoptr (GPtrArray) mails = write_all (self, per_district == 1, TODAY, NULL);
      const AjChaseMail *mail = mails->pdata[0];

      g_assert_cmpuint (mails->len, ==, 1);
      g_assert_cmpstr (mail->subject, ==, "Echt Niet Vandaag 2026: who in Twente has not answered");
      g_assert_cmpstr (mail->addresses[0], ==, "ria@twente.example");
      g_assert_null (mail->addresses[1]);
      g_assert_nonnull (strstr (mail->body, "– Almelo: Anna de Vries, anna@almelo.example\n"
                                            "– Borne: Gemeente Borne, info@borne.example\n"));
      g_assert_cmpuint (mail->asked->len, ==, 2);
    }
}

/* Who leads a district is not told to call themselves. */
static void
test_own_call (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) lead = fixture_find (&self->base, "person", "name", "Ria Jansen");
  g_autoptr (AjRecord) almelo = fixture_find (&self->base, "participation", "municipality",
                                              self->almelo);
  g_autoptr (AjRecord) borne = fixture_find (&self->base, "participation", "municipality",
                                             self->borne);
  g_autoptr (AjRecord) town = fixture_find (&self->base, "organisation", "name", "Gemeente Borne");
  g_autoptr (GPtrArray) mails = NULL;
  const AjChaseMail *mail;

  set_round (self, self->almelo, "2");
  set_round (self, self->borne, "3");
  fixture_set (&self->base, "organisation", aj_record_get_id (town), "mail", NULL, NULL);
  fixture_set (&self->base, "participation", aj_record_get_id (almelo), "contact",
               aj_record_get_id (lead), NULL);
  fixture_set (&self->base, "participation", aj_record_get_id (borne), "contact",
               aj_record_get_id (lead), NULL);
  mails = write_all (self, TRUE, TODAY, NULL);
  mail = mails->pdata[0];
  g_assert_nonnull (strstr (mail->body, "– Almelo: Anna de Vries, anna@almelo.example\n"
                                        "– Borne: there it is you whom we ask\n"));
}

/* After the deadline a reminder says so, and an invitation no longer names it. */
static void
test_late (World *self, gconstpointer data)
{
  AjDate late = aj_date_new (2026, 9, 25);
  g_autoptr (GPtrArray) mails = NULL;
  const AjChaseMail *reminder, *invitation;

  set_round (self, self->almelo, "1");
  mails = write_all (self, FALSE, late, NULL);
  g_assert_cmpuint (mails->len, ==, 2);
  invitation = mails->pdata[0];
  reminder = mails->pdata[1];
  g_assert_null (strstr (invitation->body, "24 September"));
  g_assert_nonnull (strstr (reminder->body, "was Thursday 24 September 2026, and we have not"));
  g_assert_true (g_str_has_prefix (reminder->body, "Dear Anna de Vries and Bert Smit,\n"));
}

/* What it did last time, and the form that is its own; one to several has neither. */
static void
test_last_time (World *self, gconstpointer data)
{
  static const char form[] = "the form";
  const char *before = fixture_add (&self->base, "edition", "name", "Echt Niet Vandaag 2025",
                                    "starts-on", "2025-10-09", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (form, sizeof form - 1);
  const AjMailAttachment attachment = { "Almelo.xlsx", "application/octet-stream", NULL, bytes };
  g_autoptr (GArray) of_almelo = g_array_new (FALSE, FALSE, sizeof (AjMailAttachment));
  g_autoptr (GHashTable) attachments = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) mails = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *parts;
  const AjChaseMail *mail;

  fixture_set (&self->base, "edition", self->edition, "previous", before, NULL);
  for (guint i = 0; i < 5; i++)
    fixture_add (&self->base, "activity", "name", i == 0 ? "Escape box" : "Lezing", "edition",
                 before, "municipality", self->almelo, NULL);
  g_array_append_val (of_almelo, attachment);
  g_hash_table_insert (attachments, (gpointer) self->almelo, of_almelo);
  mails = write_all (self, FALSE, TODAY, attachments);
  mail = mails->pdata[0];
  g_assert_nonnull (strstr (mail->body, "Last time you did “"));
  g_assert_nonnull (strstr (mail->body, " and 2 other activities."));
  g_assert_nonnull (strstr (mail->body, "(Almelo.xlsx)"));
  node = read_with_python (self, mail);
  parts = json_object_get_array_member (json_node_get_object (node), "parts");
  g_assert_cmpuint (json_array_get_length (parts), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (parts, 1), "file"),
                   ==, "Almelo.xlsx");
  g_clear_pointer (&mails, g_ptr_array_unref);
  mails = write_all (self, TRUE, TODAY, attachments);
  g_assert_null (strstr (((AjChaseMail *) mails->pdata[0])->body, "Last time"));
  g_assert_null (strstr (((AjChaseMail *) mails->pdata[0])->body, "xlsx"));
}

/* The network's own words, with one that cannot be filled in. */
static void
test_own_text (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) mails = NULL;
  const AjChaseMail *mail;

  fixture_add (&self->base, "mail-text", "use", AJ_MAIL_ACTION_DAY_INVITATION, "subject",
               "Doe mee, {gemeente}!", "body", "Dag {naam}, het is op {datum}. {grup}", NULL);
  mails = write_all (self, FALSE, TODAY, NULL);
  mail = mails->pdata[0];
  g_assert_cmpstr (mail->subject, ==, "Doe mee, Almelo!");
  g_assert_cmpstr (mail->body, ==, "Dag Anna de Vries, het is op Thursday 8 October 2026. {grup}");
  g_assert_cmpstr (mail->unknown[0], ==, "grup");
}

static GHashTable *
make_set (const char *first, const char *second)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (set, (gpointer) first);
  if (second != NULL)
    g_hash_table_add (set, (gpointer) second);
  return set;
}

static AjValues *
get_participation (World *self, const char *municipality)
{
  return aj_coverage_look_up (aj_edition_facts_get_coverage (aj_chase_book_get_facts (load (self))),
                              municipality)
      ->participation;
}

/* Just what was written and is ticked is noted, as one edit; an answer that came in meanwhile stays. */
static void
test_note (World *self, gconstpointer data)
{
  g_autoptr (AjChaseOutbox) outbox = aj_chase_outbox_new ();
  g_autoptr (GPtrArray) mails = write_all (self, FALSE, TODAY, NULL);
  g_autoptr (GHashTable) both = make_set (self->almelo, self->borne);
  g_autoptr (GHashTable) none = make_set (self->ede, NULL);
  g_autoptr (AjRecord) answered = fixture_find (&self->base, "participation", "municipality",
                                                self->borne);
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjRecord) log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_chase_outbox_note (outbox, aj_chase_book_get_facts (self->book), both,
                                       self->base.store, TODAY, "Ria"));
  g_assert_false (aj_chase_outbox_is_noting (outbox));
  for (guint i = 0; i < mails->len; i++)
    aj_chase_outbox_add (outbox, self->edition, mails->pdata[i]);
  g_assert_true (aj_chase_outbox_has (outbox, self->edition, self->almelo));
  g_assert_false (aj_chase_outbox_has (outbox, self->edition, self->ede));
  g_assert_null (aj_chase_outbox_note (outbox, aj_chase_book_get_facts (self->book), none,
                                       self->base.store, TODAY, "Ria"));
  g_assert_false (aj_chase_outbox_is_noting (outbox));

  fixture_set (&self->base, "participation", aj_record_get_id (answered), "state",
               AJ_PARTICIPATION_DECLINED, NULL);
  edit = aj_chase_outbox_note (outbox, aj_chase_book_get_facts (load (self)), both,
                               self->base.store, TODAY, "Ria");
  /* Until it is known how that ended, nobody can note it again. */
  g_assert_true (aj_chase_outbox_is_noting (outbox));
  g_assert_null (aj_chase_outbox_note (outbox, aj_chase_book_get_facts (self->book), both,
                                       self->base.store, TODAY, "Ria"));
  g_assert_true (aj_chase_outbox_is_noting (outbox));
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  aj_chase_outbox_settle (outbox, TRUE);
  g_assert_false (aj_chase_outbox_has (outbox, self->edition, self->almelo));
  g_assert_cmpstr (aj_edit_get_label (edit), ==, "Ask 2 municipalities");
  g_assert_cmpint (fixture_count (&self->base, "contact"), ==, 2);
  g_assert_cmpstr (aj_values_get_text (get_participation (self, self->almelo), "state"), ==,
                   AJ_PARTICIPATION_INVITED);
  g_assert_cmpstr (aj_values_get_text (get_participation (self, self->borne), "state"), ==,
                   AJ_PARTICIPATION_DECLINED);
  log = fixture_find (&self->base, "contact", "municipality", self->almelo);
  g_assert_cmpstr (aj_record_get_text (log, "summary"), ==, "Invited to Echt Niet Vandaag 2026");
  g_assert_nonnull (aj_record_get_text (log, "person"));

  aj_store_undo (self->base.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&self->base, "contact"), ==, 0);
  g_assert_cmpstr (aj_values_get_text (get_participation (self, self->almelo), "state"), ==,
                   AJ_PARTICIPATION_OPEN);
}

/* What the log says of each round. */
static void
test_log (World *self, gconstpointer data)
{
  static const char *const summaries[] = {
    "Reminder 1 of Echt Niet Vandaag 2026",
    "Reminder 2 of Echt Niet Vandaag 2026, also to Bert Smit",
    "Last call for Echt Niet Vandaag 2026, to Ria Jansen who leads the district",
  };

  for (guint round = 0; round < G_N_ELEMENTS (summaries); round++)
    {
      g_autofree char *number = g_strdup_printf ("%u", round);
      g_autoptr (AjChaseItem) item = NULL;
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      g_autoptr (GPtrArray) mails = NULL;
      g_autoptr (AjEdit) edit = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AjRecord) log = NULL;

      set_round (self, self->almelo, number);
      item = aj_chase_book_make_item (load (self), self->almelo, TODAY);
      g_ptr_array_add (items, item);
      mails = aj_chase_mail_write_all (self->book, items, FALSE, TODAY, &sender, NULL);
      edit = aj_edition_job_note_asked (self->base.store, aj_chase_book_get_facts (self->book),
                                        ((AjChaseMail *) mails->pdata[0])->asked, "mail", TODAY,
                                        "Ria");
      aj_edit_commit (edit, &error);
      g_assert_no_error (error);
      log = fixture_find (&self->base, "contact", "summary", summaries[round]);
      g_assert_nonnull (log);
      g_assert_cmpint (aj_values_get_integer (get_participation (self, self->almelo), "round"), ==,
                       round + 1);
    }
}

/* Without waiting it is the same; what is not there is told. */
static void
test_async (World *self, gconstpointer data)
{
  g_autoptr (AjChaseBook) book = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  aj_chase_book_load_async (self->base.store, self->edition, NULL, waiter_ready_cb, &waiter);
  book = aj_chase_book_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_clear_object (&waiter.result);
  g_assert_no_error (error);
  items = aj_chase_book_list (book, TODAY, FALSE);
  g_assert_cmpuint (items->len, ==, 3);

  aj_chase_book_load_async (self->base.store, "nothing", NULL, waiter_ready_cb, &waiter);
  g_assert_null (aj_chase_book_load_finish (self->base.store, waiter_wait (&waiter), &error));
  g_clear_object (&waiter.result);
  g_assert_nonnull (error);
}

#define ADD(path, func) g_test_add (path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/jobs/chase/rounds", test_rounds);
  ADD ("/jobs/chase/without-lead", test_without_lead);
  ADD ("/jobs/chase/file-name", test_file_name);
  ADD ("/jobs/chase/each", test_each);
  ADD ("/jobs/chase/per-district", test_per_district);
  ADD ("/jobs/chase/common-mailbox", test_common_mailbox);
  ADD ("/jobs/chase/last-call", test_last_call);
  ADD ("/jobs/chase/own-call", test_own_call);
  ADD ("/jobs/chase/late", test_late);
  ADD ("/jobs/chase/last-time", test_last_time);
  ADD ("/jobs/chase/own-text", test_own_text);
  ADD ("/jobs/chase/note", test_note);
  ADD ("/jobs/chase/log", test_log);
  ADD ("/jobs/chase/async", test_async);
  return g_test_run ();
}
