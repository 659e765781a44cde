/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing is in one place: loans of it never overlap, whoever writes them. */

#include <string.h>

#include "aj-loan.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "store-fixture.h"

#define LOAN         (&aj_loan_record_type)
#define MATERIAL     (&aj_material_record_type)
#define MUNICIPALITY (&aj_municipality_record_type)

#define N_WRITERS 2
#define N_TRIES   150

typedef struct
{
  char *bike;
  char *town;
} World;

static void
world_clear (World *self)
{
  g_free (self->bike);
  g_free (self->town);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static void
world_fill (World *self, AjStore *store)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add");
  AjValues *bike = aj_edit_add (edit, MATERIAL);
  AjValues *town = aj_edit_add (edit, MUNICIPALITY);

  aj_values_set_text (bike, "name", "Cargo bike");
  aj_values_set_integer (bike, "transport-days", 0);
  aj_values_set_text (town, "code", "GM0150");
  aj_values_set_text (town, "name", "Deventer");
  self->bike = g_strdup (aj_values_get_id (bike));
  self->town = g_strdup (aj_values_get_id (town));
  store_commit (edit);
}

static const char *
put_loan (AjEdit *edit, const World *world, AjDate from, int days)
{
  AjValues *loan = aj_edit_add (edit, LOAN);

  aj_values_set_text (loan, "material", world->bike);
  aj_values_set_text (loan, "municipality", world->town);
  aj_values_set_date (loan, "from", from);
  aj_values_set_date (loan, "until", from + days - 1);
  return aj_values_get_id (loan);
}

/* (transfer full): the id. */
static char *
add_loan (AjStore *store, const World *world, AjDate from, int days)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Lend");
  char *id = g_strdup (put_loan (edit, world, from, days));

  store_commit (edit);
  return id;
}

static void
change_days (AjEdit *edit, AjStore *store, const char *id, AjDate from, int days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (store, LOAN, id, &error);
  AjValues *loan;

  g_assert_no_error (error);
  loan = aj_edit_change (edit, record);
  aj_values_set_date (loan, "from", from);
  aj_values_set_date (loan, "until", from + days - 1);
}

static void
test_refused (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *first = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Lend");
  g_autoptr (GError) error = NULL;
  AjDate monday = aj_date_new (2026, 5, 4);

  world_fill (&world, self->store);
  first = add_loan (self->store, &world, monday, 5);
  put_loan (edit, &world, monday + 4, 2);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  /* What it is, why not, and when it can be. */
  g_assert_nonnull (strstr (error->message, "Cargo bike"));
  g_assert_nonnull (strstr (error->message, "4 May 2026"));
  g_assert_nonnull (strstr (error->message, "free from 9 May 2026"));
}

/* Two that swap, and a tour that moves by a day, pass each other within one edit. */
static void
test_pass_each_other (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (AjEdit) swap = aj_edit_new (self->store, "Swap");
  g_autoptr (AjEdit) shift = aj_edit_new (self->store, "Shift");
  AjDate monday = aj_date_new (2026, 5, 4);

  world_fill (&world, self->store);
  first = add_loan (self->store, &world, monday, 7);
  second = add_loan (self->store, &world, monday + 7, 7);
  change_days (swap, self->store, first, monday + 7, 7);
  change_days (swap, self->store, second, monday, 7);
  store_commit (swap);
  assert_stored (self->store, LOAN, second, "from", "2026-05-04");
  change_days (shift, self->store, second, monday + 1, 7);
  change_days (shift, self->store, first, monday + 8, 7);
  store_commit (shift);
  store_undo (self->store, "Shift");
  store_undo (self->store, "Swap");
  assert_stored (self->store, LOAN, first, "from", "2026-05-04");
}

/* Undo goes through the same check: it does not bring back what has lost its place. */
static void
test_undo_refused (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *first = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) bart = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Later");
  AjDate monday = aj_date_new (2026, 5, 4);

  world_fill (&world, self->store);
  first = add_loan (self->store, &world, monday, 5);
  change_days (edit, self->store, first, monday + 14, 5);
  store_commit (edit);
  bart = store_open_again (self, "Bart");
  other = add_loan (bart, &world, monday, 5);
  g_assert_false (aj_store_undo (self->store, NULL, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  assert_stored (self->store, LOAN, first, "from", "2026-05-18");
  g_assert_finalize_object (g_steal_pointer (&bart));
}

/* What is of another thing is not in the way, and a loan that was called off neither. */
static void
test_others (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL }, box = { NULL };
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  AjDate monday = aj_date_new (2026, 5, 4);

  world_fill (&world, self->store);
  {
    g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
    AjValues *values = aj_edit_add (edit, MATERIAL);

    aj_values_set_text (values, "name", "Escape box");
    box.bike = g_strdup (aj_values_get_id (values));
    box.town = g_strdup (world.town);
    store_commit (edit);
  }
  first = add_loan (self->store, &world, monday, 5);
  second = add_loan (self->store, &box, monday, 5);
  set_field (self->store, LOAN, first, "state", AJ_LOAN_CANCELLED);
  third = add_loan (self->store, &world, monday, 5);
}

static char *
refuse (StoreFixture *self, AjEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  return g_strdup (error->message);
}

/* What is broken is not proposed to be broken later; who waits for it is told of. */
static void
test_away (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *first = NULL, *sentence = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Broken");
  AjDate monday = aj_date_new (2026, 5, 4);
  AjValues *away;

  world_fill (&world, self->store);
  first = add_loan (self->store, &world, monday, 5);
  away = aj_edit_add (edit, LOAN);
  aj_values_set_text (away, "material", world.bike);
  aj_values_set_text (away, "kind", AJ_LOAN_AWAY);
  aj_values_set_date (away, "from", monday - 7);
  sentence = refuse (self, edit);
  g_assert_nonnull (strstr (sentence, "promised"));
  g_assert_null (strstr (sentence, "free from"));
  g_assert_null (strstr (sentence, "travel"));
}

/* A thing is lent while it is there; when it goes earlier than was thought, what is noted of its loans can still be noted. */
static void
test_while_it_is_there (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *first = NULL, *sentence = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Lend");
  AjDate monday = aj_date_new (2026, 5, 4);

  world_fill (&world, self->store);
  first = add_loan (self->store, &world, monday, 5);
  set_field (self->store, MATERIAL, world.bike, "until", "2026-05-06");
  set_field (self->store, LOAN, first, "notes", "Ask for the key");
  put_loan (edit, &world, monday + 2, 2);
  sentence = refuse (self, edit);
  g_assert_nonnull (strstr (sentence, "not there"));
}

/* What somebody has is not removed with the thing, nor by itself forgotten. */
static void
test_handed_over_stays (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *first = NULL, *sentence = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");

  world_fill (&world, self->store);
  first = add_loan (self->store, &world, aj_date_new (2026, 5, 4), 5);
  set_field (self->store, LOAN, first, "handed-over-on", "2026-05-04");
  aj_edit_remove (edit, MATERIAL, world.bike);
  sentence = refuse (self, edit);
  g_assert_true (is_stored (self->store, MATERIAL, world.bike));
  set_field (self->store, LOAN, first, "returned-on", "2026-05-08");
  remove_record (self->store, MATERIAL, world.bike);
  g_assert_false (is_stored (self->store, LOAN, first));
}

typedef struct
{
  AjStore *store;
  const World *world;
  guint seed;
  guint written;
} Writer;

static gpointer
lend_at_random (gpointer data)
{
  Writer *self = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (self->seed);
  AjDate start = aj_date_new (2026, 1, 1);

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Lend");
      g_autoptr (GError) error = NULL;

      put_loan (edit, self->world, start + g_rand_int_range (random, 0, 200),
                g_rand_int_range (random, 1, 6));
      if (aj_edit_commit (edit, &error))
        self->written++;
      else
        g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
    }
  return NULL;
}

static void
assert_none_clash (AjStore *store)
{
  g_autoptr (AjQuery) query = aj_query_new (LOAN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loans = aj_store_fetch (store, query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (loans->len, >, 10);
  for (guint i = 0; i < loans->len; i++)
    for (guint j = i + 1; j < loans->len; j++)
      g_assert_false (aj_loans_clash (aj_record_get_values (loans->pdata[i]),
                                      aj_record_get_values (loans->pdata[j])));
}

/* Each looks at what the other has just written, for the look and the writing are one transaction. */
static void
test_two_writers (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autoptr (AjStore) bart = NULL;
  Writer writers[N_WRITERS];
  GThread *threads[N_WRITERS];
  guint written = 0;

  world_fill (&world, self->store);
  bart = store_open_again (self, "Bart");
  for (guint i = 0; i < N_WRITERS; i++)
    {
      writers[i] = (Writer){ i == 0 ? self->store : bart, &world, 20260504 + i, 0 };
      threads[i] = g_thread_new ("writer", lend_at_random, &writers[i]);
    }
  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpuint (writers[i].written, >, 0);
      written += writers[i].written;
    }
  g_assert_cmpuint (written, <, N_WRITERS * N_TRIES);
  assert_none_clash (self->store);
  g_assert_finalize_object (g_steal_pointer (&bart));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/loans/refused", test_refused);
  store_fixture_add ("/loans/pass-each-other", test_pass_each_other);
  store_fixture_add ("/loans/undo-refused", test_undo_refused);
  store_fixture_add ("/loans/others", test_others);
  store_fixture_add ("/loans/away", test_away);
  store_fixture_add ("/loans/while-it-is-there", test_while_it_is_there);
  store_fixture_add ("/loans/handed-over-stays", test_handed_over_stays);
  store_fixture_add ("/loans/two-writers", test_two_writers);
  return g_test_run ();
}
