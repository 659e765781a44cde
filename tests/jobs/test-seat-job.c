/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with seats: each one edit, with what the store has afterwards, and one step of undo. */
#include "aj-group-removal.h"
#include "aj-jobs-fixture.h"
#include "aj-seat-job.h"

#include <string.h>

#define TODAY (aj_date_new (2026, 1, 15))

typedef struct
{
  Fixture base;
  AjGroupBook *book; /* (owned) (nullable) */
  const char *group;
  const char *seat; /* of the group, for who leads it */
  const char *anna;
  const char *bert;
} World;

static void
set_up (World *self, gconstpointer data)
{
  Fixture *fixture = &self->base;

  fixture_set_up (fixture, data);
  self->group = fixture_add (fixture, "group", "name", "Team", NULL);
  self->seat = fixture_add (fixture, "seat", "group", self->group, "name", "Lead", "role", "lead",
                            NULL);
  self->anna = fixture_add (fixture, "person", "name", "Anna", NULL);
  self->bert = fixture_add (fixture, "person", "name", "Bert", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_clear_pointer (&self->book, aj_group_book_unref);
  fixture_tear_down (&self->base, data);
}

static AjGroupBook *
load (World *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->book, aj_group_book_unref);
  self->book = aj_group_book_load (self->base.store, &error);
  g_assert_no_error (error);
  return self->book;
}

static const AjValues *
look_up (World *self, const char *id)
{
  const AjValues *values = aj_group_book_look_up (self->book, id);

  g_assert_nonnull (values);
  return values;
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

/* The one of the group on @date who is called so, whether they sit there, left or come. */
static AjSitter
find_sitter (World *self, const char *name, AjDate date)
{
  g_autoptr (AjComposition) composition = aj_composition_new (load (self), self->group, date);
  GArray *const lists[] = { composition->sitters, composition->earlier, composition->later };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (g_str_equal (aj_sitter_get_name (&g_array_index (lists[i], AjSitter, j)), name))
        return g_array_index (lists[i], AjSitter, j);
  g_error ("there is no %s", name);
}

static void
assert_days (const AjSitter *sitter, AjDate first, AjDate last)
{
  g_assert_cmpint (aj_values_get_date (sitter->membership, "from"), ==, first);
  g_assert_cmpint (aj_values_get_date (sitter->membership, "until"), ==, last);
}

static void
test_add (World *self, gconstpointer data)
{
  AjSitter sitter;

  load (self);
  commit (aj_seat_job_add (self->base.store, look_up (self, self->group),
                           look_up (self, self->seat), "person", self->anna, "Anna", TODAY),
          "Add Anna to Team");
  sitter = find_sitter (self, "Anna", TODAY);
  assert_days (&sitter, TODAY, AJ_DATE_NONE);
  g_assert_cmpstr (aj_values_get_text (sitter.membership, "seat"), ==, self->seat);
  g_assert_cmpstr (aj_values_get_text (sitter.membership, "role"), ==, "lead");

  /* Without a seat: a member like others. */
  commit (aj_seat_job_add (self->base.store, look_up (self, self->group), NULL, "person",
                           self->bert, "Bert", TODAY),
          "Add Bert to Team");
  sitter = find_sitter (self, "Bert", TODAY);
  g_assert_true (aj_values_is_empty (sitter.membership, "seat"));
  g_assert_cmpstr (aj_values_get_text (sitter.membership, "role"), ==, "member");
}

/* Anna sits from and until these days; Bert takes over on @date. */
typedef struct
{
  const char *from, *until, *date;
  const char *anna_until; /* NULL: she is gone from the group */
  const char *bert_from, *bert_until;
} HandOver;

static AjDate
to_date (const char *text)
{
  AjDate date = AJ_DATE_NONE;

  g_assert_true (text == NULL || aj_date_parse_iso (text, &date));
  return date;
}

static const HandOver hand_overs[] = {
  { NULL, NULL, "2026-01-15", "2026-01-14", "2026-01-15", NULL },
  { "2025-01-01", NULL, "2026-01-15", "2026-01-14", "2026-01-15", NULL },
  /* An end that was agreed goes over as well. */
  { "2025-01-01", "2026-12-31", "2026-01-15", "2026-01-14", "2026-01-15", "2026-12-31" },
  { "2025-01-01", "2026-01-15", "2026-01-15", "2026-01-14", "2026-01-15", NULL },
  /* Who came that day never sat there. */
  { "2026-01-15", NULL, "2026-01-15", NULL, "2026-01-15", NULL },
  /* Who is still to come hands over the day on which they would have come. */
  { "2026-03-01", "2026-06-30", "2026-01-15", NULL, "2026-03-01", "2026-06-30" },
};

static void
test_hand_over (World *self, gconstpointer data)
{
  const HandOver *hand_over = data;
  AjSitter sitter;

  fixture_add (&self->base, "membership", "group", self->group, "person", self->anna, "role",
               "lead", "from", hand_over->from != NULL ? hand_over->from : "", "until",
               hand_over->until != NULL ? hand_over->until : "", NULL);
  sitter = find_sitter (self, "Anna", to_date (hand_over->date));
  commit (aj_seat_job_hand_over (self->base.store, &sitter, "person", self->bert, "Bert",
                                 to_date (hand_over->date)),
          "Hand over from Anna to Bert in Team");
  if (hand_over->anna_until != NULL)
    {
      sitter = find_sitter (self, "Anna", to_date (hand_over->date));
      assert_days (&sitter, to_date (hand_over->from), to_date (hand_over->anna_until));
    }
  g_assert_cmpint (fixture_count (&self->base, "membership"), ==,
                   hand_over->anna_until != NULL ? 2 : 1);
  sitter = find_sitter (self, "Bert", to_date (hand_over->bert_from));
  assert_days (&sitter, to_date (hand_over->bert_from), to_date (hand_over->bert_until));
  g_assert_cmpstr (aj_values_get_text (sitter.membership, "role"), ==, "lead");
  g_assert_cmpstr (aj_values_get_id (sitter.seat), ==, self->seat);
}

/* For whom they sit is the membership's, and goes over with it; a person's own organisation does not. */
static void
test_hand_over_for_whom (World *self, gconstpointer data)
{
  const char *police = fixture_add (&self->base, "organisation", "name", "Police", "kind", "police",
                                    NULL);
  const char *school = fixture_add (&self->base, "organisation", "name", "School", "kind",
                                    "education", NULL);
  AjSitter sitter;

  fixture_set (&self->base, "person", self->bert, "organisation", school, NULL);
  fixture_add (&self->base, "membership", "group", self->group, "person", self->anna,
               "organisation", police, NULL);
  sitter = find_sitter (self, "Anna", TODAY);
  commit (aj_seat_job_hand_over (self->base.store, &sitter, "person", self->bert, "Bert", TODAY),
          "Hand over from Anna to Bert in Team");
  sitter = find_sitter (self, "Bert", TODAY);
  g_assert_cmpstr (aj_values_get_text (sitter.organisation, "name"), ==, "Police");

  /* An organisation sends another one. */
  commit (aj_seat_job_hand_over (self->base.store, &sitter, "organisation", school, "School",
                                 TODAY + 1),
          "Hand over from Bert to School in Team");
  sitter = find_sitter (self, "School", TODAY + 1);
  g_assert_null (sitter.person);
}

static void
test_end (World *self, gconstpointer data)
{
  AjSitter sitter;
  g_autoptr (GError) error = NULL;

  fixture_add (&self->base, "membership", "group", self->group, "person", self->anna, NULL);
  sitter = find_sitter (self, "Anna", TODAY);
  commit (aj_seat_job_end (self->base.store, &sitter, TODAY), "Anna leaves Team on 15 January");
  sitter = find_sitter (self, "Anna", TODAY);
  assert_days (&sitter, AJ_DATE_NONE, TODAY);
  aj_store_undo (self->base.store, NULL, &error);
  g_assert_no_error (error);
  sitter = find_sitter (self, "Anna", TODAY);
  assert_days (&sitter, AJ_DATE_NONE, AJ_DATE_NONE);
}

static void
test_add_seat (World *self, gconstpointer data)
{
  g_autofree char *school = NULL;
  g_autofree char *named = NULL;

  load (self);
  commit (aj_seat_job_add_seat (self->base.store, look_up (self, self->group), "education", "New",
                                &school),
          "Add a seat to Team");
  commit (aj_seat_job_add_seat (self->base.store, look_up (self, self->group), NULL, "New", &named),
          "Add a seat to Team");
  load (self);
  g_assert_cmpstr (aj_values_get_text (look_up (self, school), "kind"), ==, "education");
  g_assert_true (aj_values_is_empty (look_up (self, school), "name"));
  g_assert_cmpstr (aj_values_get_text (look_up (self, named), "name"), ==, "New");
}

/* Whom a seat was given stays a member, who left long ago too, and is given it back by undo. */
static void
test_remove_seat (World *self, gconstpointer data)
{
  AjSitter sitter;
  g_autoptr (GError) error = NULL;

  fixture_add (&self->base, "membership", "group", self->group, "person", self->anna, "seat",
               self->seat, "until", "2025-12-31", NULL);
  fixture_add (&self->base, "membership", "group", self->group, "person", self->bert, "seat",
               self->seat, NULL);
  load (self);
  commit (aj_seat_job_remove_seat (self->base.store, self->book, look_up (self, self->seat)),
          "Remove the seat “Lead” of Team");
  g_assert_cmpint (fixture_count (&self->base, "seat"), ==, 0);
  g_assert_cmpint (fixture_count (&self->base, "membership"), ==, 2);
  aj_store_undo (self->base.store, NULL, &error);
  g_assert_no_error (error);
  sitter = find_sitter (self, "Anna", TODAY);
  g_assert_cmpstr (aj_values_get_text (sitter.membership, "seat"), ==, self->seat);
  sitter = find_sitter (self, "Bert", TODAY);
  g_assert_cmpstr (aj_values_get_id (sitter.seat), ==, self->seat);
}

static void
test_set_lead (World *self, gconstpointer data)
{
  const char *district = fixture_add (&self->base, "district", "name", "Twente", NULL);

  load (self);
  g_assert_null (aj_group_book_get_lead (self->book, look_up (self, district), TODAY, TODAY));
  commit (aj_seat_job_set_lead (self->base.store, look_up (self, district), self->anna, "Anna"),
          "Anna leads Twente");
  load (self);
  g_assert_cmpstr (aj_values_get_id (
                       aj_group_book_get_lead (self->book, look_up (self, district), TODAY, TODAY)),
                   ==, self->anna);
}

/* (transfer full) (nullable) */
static AjEdit *
prepare_removal (World *self, GError **error)
{
  Waiter waiter = { NULL };
  AjEdit *edit;

  load (self);
  aj_group_removal_prepare_async (self->base.store, self->book, look_up (self, self->group), NULL,
                                  waiter_ready_cb, &waiter);
  edit = aj_group_removal_prepare_finish (self->base.store, waiter_wait (&waiter), error);
  g_object_unref (waiter.result);
  return edit;
}

/* A group goes with its seats, its members and its cycle, and comes back with them. */
static void
test_remove_group (World *self, gconstpointer data)
{
  static const char *const types[] = { "group", "seat", "membership", "cycle" };
  g_autoptr (GError) error = NULL;

  fixture_add (&self->base, "membership", "group", self->group, "person", self->anna, "seat",
               self->seat, NULL);
  fixture_add (&self->base, "cycle", "group", self->group, NULL);
  commit (prepare_removal (self, &error), "Remove Team");
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (fixture_count (&self->base, types[i]), ==, 0);
  g_assert_cmpint (fixture_count (&self->base, "person"), ==, 2);
  aj_store_undo (self->base.store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (fixture_count (&self->base, types[i]), ==, 1);
}

static void
test_group_with_meetings_stays (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_add (&self->base, "meeting", "group", self->group, "starts-at", "2025-03-12T10:00",
               "ends-at", "2025-03-12T12:00", NULL);
  g_assert_null (prepare_removal (self, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED);
  g_assert_nonnull (strstr (error->message, "Team has meetings, so it stays."));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/seat-job/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add", test_add);
  for (guint i = 0; i < G_N_ELEMENTS (hand_overs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/seat-job/hand-over/%u", i);

      g_test_add (path, World, &hand_overs[i], set_up, test_hand_over, tear_down);
    }
  ADD ("hand-over/for-whom", test_hand_over_for_whom);
  ADD ("end", test_end);
  ADD ("add-seat", test_add_seat);
  ADD ("remove-seat", test_remove_seat);
  ADD ("set-lead", test_set_lead);
  ADD ("remove-group", test_remove_group);
  ADD ("group-with-meetings-stays", test_group_with_meetings_stays);
  return g_test_run ();
}
