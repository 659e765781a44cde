/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-organisation.h"
#include "aj-person.h"
#include "store-fixture.h"

/* Random edits, undos and redos of two people at two windows, beside a plain model in memory that follows the rules as
 * they are written in aj-store.h. After every step both must be the same. */

#define PERSON       (&aj_person_record_type)
#define ORGANISATION (&aj_organisation_record_type)

#define N_ORGANISATIONS 4
#define N_SLOTS         14 /* organisations first, then people */
#define N_FIELDS        3  /* name, phone, organisation */
#define N_AUTHORS       2
#define N_VALUES        4
#define NO_VALUE        -1

#define N_STEPS 500
#define SEED    20260302

static const char *const authors[N_AUTHORS] = { "Anna", "Bart" };

/* A record: what is in its fields are numbers, of a value or of an organisation. */
typedef struct
{
  gboolean there;
  int fields[N_FIELDS];
} State;

typedef struct
{
  int slot;
  State before;
  State after;
} Change;

typedef enum
{
  EDIT,
  UNDO,
  REDO,
} Kind;

typedef struct
{
  Kind kind;
  int author;
  guint target; /* index of what was undone or redone */
  guint undone_by;
  GArray *changes; /* (element-type Change) */
} Entry;

typedef struct
{
  GRand *random;
  AjStore *stores[N_AUTHORS];
  State now[N_SLOTS];
  GArray *entries; /* (element-type Entry): the first is nothing, so that an index is a revision */
  /* What was refused and is passed over, by the author, whether it is redo, and the edit or the undo that is turned. */
  gboolean passed_over[N_AUTHORS][2][N_STEPS + 1];
  guint counts[3];
  guint refusals[2];
} World;

static gboolean
is_organisation (int slot)
{
  return slot < N_ORGANISATIONS;
}

static const AjRecordType *
type_of (int slot)
{
  return is_organisation (slot) ? ORGANISATION : PERSON;
}

static const char *
field_name (int field)
{
  static const char *const names[N_FIELDS] = { "name", "phone", "organisation" };

  return names[field];
}

static int
n_fields (int slot)
{
  return is_organisation (slot) ? 2 : N_FIELDS;
}

static char *
value_text (int field, int value)
{
  if (value == NO_VALUE)
    return NULL;
  return field == 2 ? g_strdup_printf ("slot-%d", value) : g_strdup_printf ("value %d", value);
}

static gboolean
same_state (const State *a, const State *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

/* No person belongs to an organisation that is not there. */
static gboolean
is_whole (const State *states)
{
  for (int i = N_ORGANISATIONS; i < N_SLOTS; i++)
    if (states[i].there && states[i].fields[2] != NO_VALUE && !states[states[i].fields[2]].there)
      return FALSE;
  return TRUE;
}

static Entry *
entry_at (World *world, guint index)
{
  return &g_array_index (world->entries, Entry, index);
}

static void
record_entry (World *world, Kind kind, int author, guint target, const State *fresh, GArray *order)
{
  Entry entry = { .kind = kind, .author = author, .target = target };

  entry.changes = g_array_new (FALSE, FALSE, sizeof (Change));
  for (guint i = 0; i < order->len; i++)
    {
      int slot = g_array_index (order, int, i);
      Change change = { slot, world->now[slot], fresh[slot] };

      if (!same_state (&change.before, &change.after))
        g_array_append_val (entry.changes, change);
    }
  g_array_append_val (world->entries, entry);
  for (int i = 0; i < N_AUTHORS; i++)
    if (i != author || kind == EDIT)
      memset (world->passed_over[i], 0, sizeof world->passed_over[i]);
  memcpy (world->now, fresh, sizeof world->now);
}

static State
random_state (World *world, int slot)
{
  State state = { .there = TRUE };

  state.fields[0] = g_rand_int_range (world->random, 0, N_VALUES);
  state.fields[1] = g_rand_int_range (world->random, NO_VALUE, N_VALUES);
  state.fields[2] = is_organisation (slot)
                        ? NO_VALUE
                        : g_rand_int_range (world->random, NO_VALUE, N_ORGANISATIONS);
  return state;
}

static void
put_fields (AjValues *values, int slot, const State *state)
{
  for (int i = 0; i < n_fields (slot); i++)
    {
      g_autofree char *text = value_text (i, state->fields[i]);

      aj_values_set_text (values, field_name (i), text);
    }
  if (is_organisation (slot))
    aj_values_set_text (values, "kind", "business");
}

static void
put_step (World *world, AjEdit *edit, int author, int slot, const State *fresh)
{
  g_autofree char *id = g_strdup_printf ("slot-%d", slot);
  g_autoptr (AjRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!fresh->there)
    {
      aj_edit_remove (edit, type_of (slot), id);
      return;
    }
  if (!world->now[slot].there)
    {
      put_fields (aj_edit_add_with_id (edit, type_of (slot), id), slot, fresh);
      return;
    }
  record = aj_store_load_record (world->stores[author], type_of (slot), id, &error);
  g_assert_no_error (error);
  put_fields (aj_edit_change (edit, record), slot, fresh);
}

/* One to three records at once; each is added, changed in some of its fields, or removed. */
static void
random_edit (World *world, int author)
{
  g_autoptr (AjEdit) edit = aj_edit_new (world->stores[author], "Edit");
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) error = NULL;
  State fresh[N_SLOTS];
  int n = g_rand_int_range (world->random, 1, 4);

  memcpy (fresh, world->now, sizeof fresh);
  for (int i = 0; i < n; i++)
    {
      int slot = g_rand_int_range (world->random, 0, N_SLOTS);
      State state = random_state (world, slot);

      if (!same_state (&fresh[slot], &world->now[slot]))
        continue;
      if (fresh[slot].there && g_rand_int_range (world->random, 0, 4) == 0)
        state = (State){ 0 };
      else if (fresh[slot].there && g_rand_boolean (world->random))
        memcpy (state.fields, fresh[slot].fields, sizeof (int) * 2);
      fresh[slot] = state;
      put_step (world, edit, author, slot, &state);
      g_array_append_val (order, slot);
    }

  if (!is_whole (fresh))
    {
      g_assert_false (aj_edit_commit (edit, &error));
      g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED);
      world->refusals[0]++;
      return;
    }
  store_commit (edit);
  if (memcmp (fresh, world->now, sizeof fresh) == 0)
    {
      g_assert_cmpint (aj_edit_get_revision (edit), ==, 0);
      return;
    }
  record_entry (world, EDIT, author, 0, fresh, order);
  world->counts[EDIT]++;
}

/* The newest edit of the author that is not undone; 0 when there is none. */
static guint
find_undo (World *world, int author)
{
  for (guint i = world->entries->len - 1; i > 0; i--)
    if (entry_at (world, i)->kind == EDIT && entry_at (world, i)->author == author &&
        entry_at (world, i)->undone_by == 0 && !world->passed_over[author][FALSE][i])
      return i;
  return 0;
}

/* The one that was undone last, unless the author changed something since. */
static guint
find_redo (World *world, int author)
{
  guint found = 0;

  for (guint i = 1; i < world->entries->len; i++)
    if (entry_at (world, i)->kind == EDIT && entry_at (world, i)->author == author &&
        entry_at (world, i)->undone_by > entry_at (world, found)->undone_by &&
        !world->passed_over[author][TRUE][entry_at (world, i)->undone_by])
      found = i;
  for (guint i = entry_at (world, found)->undone_by + 1; found > 0 && i < world->entries->len; i++)
    if (entry_at (world, i)->kind == EDIT && entry_at (world, i)->author == author)
      return 0;
  return found;
}

static guint
find_latest_redo (World *world, guint edit)
{
  guint latest = edit;

  for (guint i = edit + 1; i < world->entries->len; i++)
    if (entry_at (world, i)->kind == REDO && entry_at (world, i)->target == edit)
      latest = i;
  return latest;
}

/* FALSE when somebody changed it since. */
static gboolean
turn_round (const Change *change, State *state)
{
  if (!change->before.there || !change->after.there)
    {
      gboolean untouched = same_state (state, &change->after);

      *state = change->before;
      return untouched;
    }
  if (!state->there)
    return FALSE;
  for (int i = 0; i < N_FIELDS; i++)
    {
      if (change->before.fields[i] == change->after.fields[i])
        continue;
      if (state->fields[i] != change->after.fields[i])
        return FALSE;
      state->fields[i] = change->before.fields[i];
    }
  return TRUE;
}

static gboolean
run_turn (World *world, int author, gboolean redo, GError **error)
{
  return redo ? aj_store_redo (world->stores[author], NULL, error)
              : aj_store_undo (world->stores[author], NULL, error);
}

static void
turn_fails (World *world, int author, gboolean redo, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (run_turn (world, author, redo, &error));
  g_assert_error (error, AJ_STORE_ERROR, code);
  if (code != AJ_STORE_ERROR_NOTHING)
    world->refusals[1]++;
}

/* The next turn takes the one before; after the last it begins anew. */
static void
pass_over (World *world, int author, gboolean redo, guint index)
{
  world->passed_over[author][redo][index] = TRUE;
  if ((redo ? find_redo (world, author) : find_undo (world, author)) == 0)
    memset (world->passed_over[author][redo], 0, sizeof world->passed_over[author][redo]);
}

static void
random_turn (World *world, int author, gboolean redo)
{
  guint edit = redo ? find_redo (world, author) : find_undo (world, author);
  guint turned = redo ? entry_at (world, edit)->undone_by : find_latest_redo (world, edit);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) error = NULL;
  State fresh[N_SLOTS];
  gboolean untouched = TRUE;

  if (edit == 0)
    {
      turn_fails (world, author, redo, AJ_STORE_ERROR_NOTHING);
      return;
    }
  memcpy (fresh, world->now, sizeof fresh);
  for (guint i = entry_at (world, turned)->changes->len; i > 0; i--)
    {
      const Change *change = &g_array_index (entry_at (world, turned)->changes, Change, i - 1);

      untouched = untouched && turn_round (change, &fresh[change->slot]);
      g_array_append_val (order, change->slot);
    }
  if (!untouched || !is_whole (fresh))
    {
      turn_fails (world, author, redo,
                  untouched ? AJ_STORE_ERROR_REFERENCED : AJ_STORE_ERROR_CONFLICT);
      pass_over (world, author, redo, redo ? turned : edit);
      return;
    }
  run_turn (world, author, redo, &error);
  g_assert_no_error (error);
  record_entry (world, redo ? REDO : UNDO, author, edit, fresh, order);
  entry_at (world, edit)->undone_by = redo ? 0 : world->entries->len - 1;
  world->counts[redo ? REDO : UNDO]++;
}

static void
assert_same_record (World *world, AjRecord *record)
{
  int slot = (int) g_ascii_strtoll (aj_record_get_id (record) + strlen ("slot-"), NULL, 10);

  g_assert_true (world->now[slot].there);
  for (int i = 0; i < n_fields (slot); i++)
    {
      g_autofree char *text = value_text (i, world->now[slot].fields[i]);

      g_assert_cmpstr (aj_record_get_text (record, field_name (i)), ==, text);
    }
}

static void
assert_same_labels (World *world, int author)
{
  gboolean can_undo, can_redo;

  g_object_get (world->stores[author], "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_true (can_undo == (find_undo (world, author) != 0));
  g_assert_true (can_redo == (find_redo (world, author) != 0));
}

static void
assert_same_world (World *world, int author)
{
  const AjRecordType *types[] = { ORGANISATION, PERSON };
  guint n_there = 0, n_stored = 0;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (AjQuery) query = aj_query_new (types[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = aj_store_fetch (world->stores[author], query, &error);

      g_assert_no_error (error);
      n_stored += records->len;
      for (guint j = 0; j < records->len; j++)
        assert_same_record (world, g_ptr_array_index (records, j));
    }
  for (guint i = 0; i < N_SLOTS; i++)
    n_there += world->now[i].there;
  g_assert_cmpuint (n_stored, ==, n_there);
}

static void
entry_clear (gpointer entry)
{
  g_array_unref (((Entry *) entry)->changes);
}

static void
random_step (World *world)
{
  int author = g_rand_int_range (world->random, 0, N_AUTHORS);
  int what = g_rand_int_range (world->random, 0, 10);
  g_autoptr (GError) error = NULL;

  if (what < 4)
    random_edit (world, author);
  else
    random_turn (world, author, what >= 7);
  assert_same_world (world, author);
  for (int i = 0; i < N_AUTHORS; i++)
    {
      aj_store_refresh (world->stores[i], &error);
      g_assert_no_error (error);
      assert_same_labels (world, i);
    }
}

/* Every record that somebody holds follows, in every window. */
static void
hold_all (World *world, GPtrArray *held)
{
  for (int i = 0; i < N_AUTHORS; i++)
    for (int slot = 0; slot < N_SLOTS; slot++)
      {
        g_autofree char *id = g_strdup_printf ("slot-%d", slot);

        g_ptr_array_add (held, aj_store_ref_record (world->stores[i], type_of (slot), id));
      }
}

static void
assert_held_follow (World *world, GPtrArray *held)
{
  for (guint i = 0; i < held->len; i++)
    {
      AjRecord *record = g_ptr_array_index (held, i);

      g_assert_true (aj_record_is_loaded (record) == world->now[i % N_SLOTS].there);
      if (aj_record_is_loaded (record))
        assert_same_record (world, record);
    }
}

static void
test_random (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AjStore) other = store_open_again (self, authors[1]);
  Entry nothing = { .changes = g_array_new (FALSE, FALSE, sizeof (Change)) };
  World world = { .stores = { self->store, other } };

  world.random = g_rand_new_with_seed (SEED);
  world.entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (world.entries, entry_clear);
  g_array_append_val (world.entries, nothing);
  hold_all (&world, held);

  for (guint i = 0; i < N_STEPS; i++)
    {
      random_step (&world);
      assert_held_follow (&world, held);
    }
  g_test_message ("%u edits, %u undos, %u redos; %u edits and %u turns refused", world.counts[EDIT],
                  world.counts[UNDO], world.counts[REDO], world.refusals[0], world.refusals[1]);
  for (guint i = 0; i < G_N_ELEMENTS (world.counts); i++)
    g_assert_cmpuint (world.counts[i], >, 20);
  g_assert_cmpuint (world.refusals[0], >, 5);
  g_assert_cmpuint (world.refusals[1], >, 5);
  g_array_unref (world.entries);
  g_rand_free (world.random);
  g_clear_pointer (&held, g_ptr_array_unref);
  g_assert_finalize_object (g_steal_pointer (&other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/random", test_random);
  return g_test_run ();
}
