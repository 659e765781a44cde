/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aj-contact.h"
#include "aj-forget.h"
#include "aj-group.h"
#include "aj-membership.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-text.h"

#define NEUTRAL "Forgotten person"
#define LABEL   "Forgot a person"

/* All that Zoë was ever called and reached at, as it must not be found any more, in any case and without its accents. */
static const char *const traces[] = {
  "Zoë Zwartjes",
  "Zoe Zwartjes-Quint",
  "zwartjes",
  "z.zwartjes@gemeente.example",
  "zoe@oud.example",
  "06-98765432",
  "0031 6 98765432",
  "98765432",
  "053 765 43 21",
  "7654321",
  "Houdt van quilten",
  "Kwartiermaker QX",
  "Belde over haar zus",
  NULL,
};

static gboolean
contains (const char *haystack, gsize size, const char *needle)
{
  gsize length = strlen (needle);
  const char *end = haystack + size;

  for (const char *p = haystack; (gsize) (end - p) >= length; p++)
    {
      p = memchr (p, needle[0], (gsize) (end - p) - length + 1);
      if (p == NULL)
        return FALSE;
      if (memcmp (p, needle, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Read by another process: to open and close the file in this one would let go of its locks. */
static char *
read_aside (const char *path, gsize *size)
{
  const char *argv[] = { "/bin/cat", path, NULL };
  g_autoptr (GSubprocess) cat = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate (cat, NULL, NULL, &bytes, NULL, &error);
  g_assert_no_error (error);
  return g_bytes_unref_to_data (g_steal_pointer (&bytes), size);
}

/* The first of @wanted that stands in the file or what lies beside it, whatever its case; NULL. */
static const char *
find_trace (const char *path, const char *const *wanted)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);
      gsize size = 0;
      g_autofree char *bytes = read_aside (file, &size);

      for (guint j = 0; wanted[j] != NULL; j++)
        {
          g_autofree char *folded = aj_text_fold (wanted[j]);
          g_autofree char *lower = g_utf8_strdown (wanted[j], -1);
          g_autofree char *upper = g_utf8_strup (wanted[j], -1);
          const char *const forms[] = { wanted[j], folded, lower, upper };

          for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
            if (contains (bytes, size, forms[k]))
              return wanted[j];
        }
    }
  return NULL;
}

static void
assert_no_trace (const char *path)
{
  const char *found = find_trace (path, traces);

  if (found != NULL)
    g_error ("“%s” still stands in the file", found);
}

static char *
add_record (AjStore *store, const AjRecordType *type, const char *label, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, label);
  AjValues *values = aj_edit_add (edit, type);
  char *id = g_strdup (aj_values_get_id (values));
  const char *field;
  va_list pairs;

  va_start (pairs, label);
  while ((field = va_arg (pairs, const char *)) != NULL)
    aj_values_set_text (values, field, va_arg (pairs, const char *));
  va_end (pairs);
  store_commit (edit);
  return id;
}

/* Zoë, with a past: another name, other addresses, functions, a seat, contacts, an edit of her own. */
typedef struct
{
  char *zoe;
  char *group;
  char *organisation;
  char *membership;
  char *position;
  char *contact;
  char *other_contact;
  char *colleague;
} World;

static void
make_world (StoreFixture *self, World *world)
{
  g_autofree char *gone = NULL;

  world->group = add_group (self->store, "Werkgroep MKB");
  world->organisation = add_record (self->store, &aj_organisation_record_type, "New organisation",
                                    "name", "Gemeente Enschede", "kind", "municipality", NULL);
  world->zoe = add_record (self->store, &aj_person_record_type, "New person: Zoe Zwartjes-Quint",
                           "name", "Zoe Zwartjes-Quint", "mail", "zoe@oud.example", "phone",
                           "053 765 43 21", NULL);
  set_field (self->store, &aj_person_record_type, world->zoe, "name", "Zoë Zwartjes");
  set_field (self->store, &aj_person_record_type, world->zoe, "mail",
             "z.zwartjes@gemeente.example");
  set_field (self->store, &aj_person_record_type, world->zoe, "mobile", "06-98765432");
  set_field (self->store, &aj_person_record_type, world->zoe, "notes", "Houdt van quilten");
  set_field (self->store, &aj_person_record_type, world->zoe, "function", "Kwartiermaker QX");
  set_field (self->store, &aj_person_record_type, world->zoe, "organisation", world->organisation);
  world->membership = add_record (self->store, &aj_membership_record_type, "Zoë Zwartjes sits in",
                                  "group", world->group, "person", world->zoe, "role", "chair",
                                  "from", "2025-01-01", NULL);
  /* Nothing but a function: the rule of its type wants one. */
  world->position = add_record (self->store, &aj_position_record_type, "Function of ZOE ZWARTJES",
                                "person", world->zoe, "function", "Kwartiermaker QX", NULL);
  world->contact = add_record (self->store, &aj_contact_record_type, "Contact", "person",
                               world->zoe, "date", "2026-01-12", "way", "phone", "summary",
                               "Belde over haar zus", NULL);
  gone = add_record (self->store, &aj_contact_record_type, "Contact", "person", world->zoe, "date",
                     "2026-01-13", "way", "phone", "summary", "Houdt van quilten, zegt ze", NULL);
  remove_record (self->store, &aj_contact_record_type, gone);
  world->other_contact = add_record (
      self->store, &aj_contact_record_type, "Contact", "organisation", world->organisation, "date",
      "2026-02-02", "way", "mail", "summary",
      "Gesproken met zoe zwartjes,\nbereikbaar op 0031 6 98765432 of Z.Zwartjes@gemeente.example.",
      "by", "Zoë Zwartjes", NULL);
  world->colleague = add_record (self->store, &aj_person_record_type, "New person", "name",
                                 "Anna Zwart", "notes", "Kent Zoë\u00a0 Zwartjes van vroeger",
                                 NULL);
}

static void
world_clear (World *world)
{
  char **all[] = { &world->zoe,      &world->group,   &world->organisation,  &world->membership,
                   &world->position, &world->contact, &world->other_contact, &world->colleague };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static gboolean
try_to_forget (AjStore *store, const char *id, AjForgetFlags flags, gboolean *wiped, GError **error)
{
  const char *const ids[] = { id, NULL };
  AjForgetting what = { &aj_person_record_type, ids, NEUTRAL, LABEL, "forgotten-on", flags };

  return aj_store_forget (store, &what, wiped, error);
}

static void
forget (AjStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  gboolean wiped = FALSE;

  try_to_forget (store, id, AJ_FORGET_DEFAULT, &wiped, &error);
  g_assert_no_error (error);
  g_assert_true (wiped);
}

static void
test_no_trace (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  const char *const kept[] = { "Anna Zwart", "Gemeente Enschede", NULL };

  make_world (self, &world);
  store_undo (self->store, "New person");
  store_redo (self->store, "New person");
  g_assert_nonnull (find_trace (self->path, traces));

  forget (self->store, world.zoe);
  assert_no_trace (self->path);
  assert_store_sound (self->store);
  aj_store_close (self->store);
  g_clear_object (&self->store);
  assert_no_trace (self->path);
  g_assert_nonnull (find_trace (self->path, kept));
  self->store = store_open_again (self, "Anna");
}

static void
test_what_stays (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };

  make_world (self, &world);
  forget (self->store, world.zoe);

  assert_stored (self->store, &aj_person_record_type, world.zoe, "name", NEUTRAL);
  assert_stored (self->store, &aj_person_record_type, world.zoe, "mail", "");
  assert_stored (self->store, &aj_person_record_type, world.zoe, "forgotten-on", "2026-03-02");
  assert_stored (self->store, &aj_person_record_type, world.zoe, "organisation",
                 world.organisation);
  assert_stored (self->store, &aj_membership_record_type, world.membership, "person", world.zoe);
  assert_stored (self->store, &aj_membership_record_type, world.membership, "role", "chair");
  assert_stored (self->store, &aj_membership_record_type, world.membership, "from", "2025-01-01");
  assert_stored (self->store, &aj_position_record_type, world.position, "function", "[…]");
  assert_stored (self->store, &aj_contact_record_type, world.contact, "summary", "[…]");
  assert_stored (self->store, &aj_contact_record_type, world.contact, "date", "2026-01-12");
  assert_stored (self->store, &aj_contact_record_type, world.other_contact, "summary",
                 "Gesproken met […],\nbereikbaar op […] of […].");
  assert_stored (self->store, &aj_contact_record_type, world.other_contact, "by", "");
  assert_stored (self->store, &aj_person_record_type, world.colleague, "notes",
                 "Kent […] van vroeger");
}

static void
test_history (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const AjHistoryEntry *newest;

  make_world (self, &world);
  before = aj_store_list_history (self->store, NULL, NULL);
  forget (self->store, world.zoe);
  after = aj_store_list_history (self->store, NULL, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  newest = after->pdata[0];
  g_assert_cmpint (newest->kind, ==, AJ_HISTORY_NOTE);
  g_assert_cmpstr (newest->label, ==, LABEL);
}

/* Taking back what was done before brings nothing back, neither at once nor step by step. */
static void
test_undo (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  guint n_undone = 0;

  make_world (self, &world);
  forget (self->store, world.zoe);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;

      if (aj_store_undo (self->store, NULL, &error))
        n_undone++;
      else
        g_assert_false (g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED));
      assert_no_trace (self->path);
      if (g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOTHING))
        break;
    }
  g_assert_cmpuint (n_undone, >, 5);
  for (guint i = 0; i < 40 && aj_store_redo (self->store, NULL, NULL); i++)
    ;
  assert_no_trace (self->path);
}

static void
test_removed_before (StoreFixture *self, gconstpointer data)
{
  g_autofree char *zoe = add_record (self->store, &aj_person_record_type, "New: Zoë Zwartjes",
                                     "name", "Zoë Zwartjes", "mail", "zoe@oud.example", NULL);

  remove_record (self->store, &aj_person_record_type, zoe);
  forget (self->store, zoe);
  assert_no_trace (self->path);
  g_assert_true (aj_store_undo (self->store, NULL, NULL));
  assert_stored (self->store, &aj_person_record_type, zoe, "name", NEUTRAL);
  assert_no_trace (self->path);
}

static void
test_unknown (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_to_forget (self->store, "nobody", AJ_FORGET_DEFAULT, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

/* A number and a name that others have as well are theirs too. */
static void
test_shared (StoreFixture *self, gconstpointer data)
{
  g_autofree char *organisation = add_record (self->store, &aj_organisation_record_type, "New",
                                              "name", "Bieb", "kind", "library", "phone",
                                              "053-1234567", "mail", "info@bieb.example", "notes",
                                              "Bel 053 1234567", NULL);
  g_autofree char *jan = add_record (self->store, &aj_person_record_type, "New", "name",
                                     "Jan de Boer", "phone", "+31 53 123 45 67", "mail",
                                     "info@bieb.example", NULL);
  g_autofree char *namesake = add_record (self->store, &aj_person_record_type, "New", "name",
                                          "Jan de Boer", "notes", "Jan de Boer senior", NULL);
  g_autoptr (GPtrArray) mentions = NULL;
  guint n_shared = 0;

  mentions = aj_store_find_mentions (self->store, &aj_person_record_type, jan, NULL);
  for (guint i = 0; i < mentions->len; i++)
    n_shared += ((AjMention *) mentions->pdata[i])->shared;
  g_assert_cmpuint (mentions->len, ==, 3);
  g_assert_cmpuint (n_shared, ==, 3);
  forget (self->store, jan);
  assert_stored (self->store, &aj_organisation_record_type, organisation, "phone", "053-1234567");
  assert_stored (self->store, &aj_organisation_record_type, organisation, "mail",
                 "info@bieb.example");
  assert_stored (self->store, &aj_organisation_record_type, organisation, "notes",
                 "Bel 053 1234567");
  assert_stored (self->store, &aj_person_record_type, namesake, "name", "Jan de Boer");
  assert_stored (self->store, &aj_person_record_type, namesake, "notes", "Jan de Boer senior");
}

typedef struct
{
  const char *text;
  const char *expected; /* NULL: nothing of it goes */
} MentionCase;

static const MentionCase mention_cases[] = {
  { "met Pim Bos.", "met […]." },
  { "PIM BOS", "[…]" },
  { "Pim  \tBos’ fiets", "[…]’ fiets" },
  { "Pim Bosman en Pims Bos", NULL },
  { "Pim alleen, Bos alleen", NULL },
  { "(pim@bos.example)", "([…])" },
  { "mail: pim@bos.example.", "mail: […]." },
  { "pim@bos.example.com", NULL },
  { "xpim@bos.example", NULL },
  { "bel 06 1234 5678 of 0612345678", "bel […] of […]" },
  { "+31 (0)6-12345678", "[…]" },
  { "tel 0031612345678!", "tel […]!" },
  { "9061234567812", NULL },
  { "Pim Bos Pim Bos", "[…] […]" },
  { "\"Pim Bos\"\nPim Bos", "\"[…]\"\n[…]" },
};

static void
test_mentions (StoreFixture *self, gconstpointer data)
{
  g_autofree char *pim = add_record (self->store, &aj_person_record_type, "New", "name", "Pim Bos",
                                     "mail", "pim@bos.example", "mobile", "06-12345678", NULL);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) mentions = NULL;
  guint n_expected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (mention_cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Group %u", i);

      g_ptr_array_add (groups, add_group (self->store, name));
      set_field (self->store, &aj_group_record_type, groups->pdata[i], "purpose",
                 mention_cases[i].text);
      n_expected += mention_cases[i].expected != NULL;
    }
  mentions = aj_store_find_mentions (self->store, &aj_person_record_type, pim, NULL);
  g_assert_cmpuint (mentions->len, ==, n_expected);
  forget (self->store, pim);
  for (guint i = 0; i < G_N_ELEMENTS (mention_cases); i++)
    assert_stored (self->store, &aj_group_record_type, groups->pdata[i], "purpose",
                   mention_cases[i].expected != NULL ? mention_cases[i].expected
                                                     : mention_cases[i].text);
}

static void
test_keep_mentions (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *stays = NULL;

  make_world (self, &world);
  stays = stored (self->store, &aj_contact_record_type, world.other_contact, "summary");
  g_assert_true (try_to_forget (self->store, world.zoe, AJ_FORGET_KEEP_MENTIONS, NULL, NULL));
  assert_stored (self->store, &aj_contact_record_type, world.other_contact, "summary", stays);
  assert_stored (self->store, &aj_person_record_type, world.zoe, "name", NEUTRAL);
}

/* Words that mean something to a pattern, and quotes that JSON escapes. */
static void
test_hostile_names (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = { "A.* (B|C)+ \\E\\Q$^", "Jan \"de\\Muis\" O’Neill",
                                       "[a-z] {2,}",          "\u05d0\u05d1 \u05d2\u05d3",
                                       "İbrahim Ünlü ß",      "❤ ❤" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf ("Eerst\n%s\nlaatst", names[i]);
      g_autofree char *person = add_person (self->store, names[i]);
      g_autofree char *name = g_strdup_printf ("Group %u", i);
      g_autofree char *group = add_group (self->store, name);
      const char *const wanted[] = { names[i], NULL };

      set_field (self->store, &aj_group_record_type, group, "purpose", text);
      set_field (self->store, &aj_group_record_type, group, "purpose", "Niets meer");
      forget (self->store, person);
      g_assert_cmpstr (find_trace (self->path, wanted), ==, NULL);
    }
  assert_store_sound (self->store);
}

/* Another window sees it, and can bring nothing back either. */
static void
test_second_window (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autoptr (AjStore) other = store_open_again (self, "Bert");
  g_autoptr (AjRecord) seen = NULL;

  make_world (self, &world);
  set_field (other, &aj_person_record_type, world.zoe, "notes", "Houdt van quilten, zeer");
  seen = aj_store_load_record (other, &aj_person_record_type, world.zoe, NULL);
  forget (self->store, world.zoe);
  g_assert_true (aj_store_refresh (other, NULL));
  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (seen), "name"), ==, NEUTRAL);
  aj_store_undo (other, NULL, NULL);
  assert_no_trace (self->path);
  aj_store_close (other);
  assert_no_trace (self->path);
}

/* A process of its own that holds the file, reading or writing, until it is told to end. */
static GPid
hold_file (StoreFixture *self, const char *begin)
{
  g_autofree char *script =
      g_strdup_printf ("import sqlite3, sys, time\n"
                       "db = sqlite3.connect (%s, isolation_level = None)\n"
                       "db.execute (\"%s\")\n"
                       "db.execute (\"SELECT count(*) FROM edit\").fetchall ()\n"
                       "sys.stdout.write (\"held\")\n"
                       "sys.stdout.flush ()\n"
                       "time.sleep (300)\n",
                       "sys.argv[1]", begin);
  const char *argv[] = { "/usr/bin/python3", "-c", script, self->path, NULL };
  g_autoptr (GError) error = NULL;
  char word[4] = { 0 };
  GPid pid = 0;
  int out = -1;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, word, sizeof word), >, 0);
  close (out);
  return pid;
}

static void
let_go (GPid pid)
{
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
}

static void
test_busy_writer (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  make_world (self, &world);
  pid = hold_file (self, "BEGIN IMMEDIATE");
  g_assert_false (try_to_forget (self->store, world.zoe, AJ_FORGET_DEFAULT, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_BUSY);
  let_go (pid);
  assert_stored (self->store, &aj_person_record_type, world.zoe, "name", "Zoë Zwartjes");
  assert_store_sound (self->store);
}

/* While somebody reads an old state the log cannot be cut off: that is owed, and done when the file is opened next. */
static void
test_busy_reader (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean wiped = TRUE;
  GPid pid;

  make_world (self, &world);
  pid = hold_file (self, "BEGIN");
  try_to_forget (self->store, world.zoe, AJ_FORGET_DEFAULT, &wiped, &error);
  g_assert_no_error (error);
  g_assert_false (wiped);
  assert_stored (self->store, &aj_person_record_type, world.zoe, "name", NEUTRAL);
  let_go (pid);
  aj_store_close (self->store);
  g_clear_object (&self->store);
  self->store = store_open_again (self, "Anna");
  assert_no_trace (self->path);
}

/* Killed when the data were gone and the file was not rewritten yet. */
static void
test_killed_between (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  gboolean wiped = TRUE;
  g_autofree char *copy = g_build_filename (self->folder, "killed.aanjager", NULL);
  GPid pid;

  make_world (self, &world);
  pid = hold_file (self, "BEGIN");
  g_assert_true (try_to_forget (self->store, world.zoe, AJ_FORGET_DEFAULT, &wiped, NULL));
  g_assert_false (wiped);
  /* What lies there now is what a power cut would have left. */
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *from = g_strconcat (self->path, i == 0 ? "" : "-wal", NULL);
      g_autofree char *to = g_strconcat (copy, i == 0 ? "" : "-wal", NULL);
      gsize size = 0;
      g_autofree char *bytes = read_aside (from, &size);

      g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
    }
  let_go (pid);
  g_assert_nonnull (find_trace (copy, traces));
  {
    g_autoptr (AjClock) clock = g_object_ref (self->clock);
    g_autoptr (AjStore) store = aj_store_open (copy, AJ_STORE_OPEN_DEFAULT, "Anna", clock, NULL);

    g_assert_nonnull (store);
    assert_no_trace (copy);
    assert_store_sound (store);
    aj_store_close (store);
  }
  assert_no_trace (copy);
}

static void
test_exclusive (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };

  aj_store_close (self->store);
  g_clear_object (&self->store);
  self->store = aj_store_open (self->path, AJ_STORE_OPEN_EXCLUSIVE, "Anna", self->clock, NULL);
  make_world (self, &world);
  forget (self->store, world.zoe);
  assert_no_trace (self->path);
}

static void
test_read_only (StoreFixture *self, gconstpointer data)
{
  g_autofree char *jan = add_person (self->store, "Jan de Boer");
  g_autoptr (AjStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  reader = aj_store_open (self->path, AJ_STORE_OPEN_READ_ONLY, "Anna", self->clock, NULL);
  g_assert_false (try_to_forget (reader, jan, AJ_FORGET_DEFAULT, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_READ_ONLY);
}

/* Several at once, among many, also those who share an address with each other. */
static void
test_several (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Many");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  AjForgetting what = { &aj_person_record_type, NULL, NEUTRAL,
                        "Forgot 2 people",      NULL, AJ_FORGET_DEFAULT };
  const char *const gone[] = { "Persoon Nummer0007", "persoon0007@", "gedeeld@", "06-00000007",
                               NULL };
  const char *const kept[] = { "Persoon Nummer0017", NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      AjValues *values = aj_edit_add (edit, &aj_person_record_type);
      g_autofree char *name = g_strdup_printf ("Persoon Nummer%04u", i);
      g_autofree char *mail = g_strdup_printf ("persoon%04u@gemeente.example", i);
      g_autofree char *mobile = g_strdup_printf ("06-%08u", i);

      aj_values_set_text (values, "name", name);
      aj_values_set_text (values, "mail", i == 7 || i == 8 ? "gedeeld@gemeente.example" : mail);
      aj_values_set_text (values, "mobile", mobile);
      g_ptr_array_add (ids, g_strdup (aj_values_get_id (values)));
    }
  store_commit (edit);
  {
    const char *const both[] = { ids->pdata[7], ids->pdata[8], NULL };

    what.ids = both;
    g_assert_true (aj_store_forget (self->store, &what, NULL, &error));
  }
  g_assert_no_error (error);
  g_assert_cmpstr (find_trace (self->path, gone), ==, NULL);
  g_assert_nonnull (find_trace (self->path, kept));
}

/* Whoever forgets themselves signs it with nothing. */
static void
test_oneself (StoreFixture *self, gconstpointer data)
{
  g_autofree char *person = NULL;
  const char *const name[] = { "Quirina Vos", NULL };

  aj_store_set_author (self->store, "Quirina Vos");
  person = add_person (self->store, "Quirina Vos");
  forget (self->store, person);
  g_assert_cmpstr (find_trace (self->path, name), ==, NULL);
}

/* Later it is about somebody else: what it says today stays. */
static void
test_about_another_now (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *summary = NULL;

  make_world (self, &world);
  set_field (self->store, &aj_contact_record_type, world.contact, "person", world.colleague);
  set_field (self->store, &aj_contact_record_type, world.contact, "summary", "Met Anna besproken");
  forget (self->store, world.zoe);
  assert_no_trace (self->path);
  assert_stored (self->store, &aj_contact_record_type, world.contact, "summary",
                 "Met Anna besproken");
  assert_store_sound (self->store);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  gboolean wiped = FALSE;
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_store_forget_finish (AJ_STORE (source), result, &wiped, &error));
  g_assert_no_error (error);
  g_assert_true (wiped);
  *done = TRUE;
}

static void
mentions_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *count = user_data;
  g_autoptr (GPtrArray) mentions = aj_store_find_mentions_finish (AJ_STORE (source), result, NULL);

  g_assert_nonnull (mentions);
  *count = mentions->len;
}

static void
test_async (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  gboolean done = FALSE;
  guint count = 0;

  make_world (self, &world);
  {
    const char *const ids[] = { world.zoe, NULL };
    AjForgetting what = { &aj_person_record_type, ids, NEUTRAL, LABEL, NULL, AJ_FORGET_DEFAULT };

    aj_store_find_mentions_async (self->store, &aj_person_record_type, world.zoe, NULL, mentions_cb,
                                  &count);
    assert_eventually (count > 0);
    /* The notes of a colleague; what was said in another contact, and who signed it. */
    g_assert_cmpuint (count, ==, 3);
    aj_store_forget_async (self->store, &what, NULL, forgotten_cb, &done);
    assert_eventually (done);
  }
  assert_no_trace (self->path);
}

static void
test_copies (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = aj_store_list_copies (self->store);
  g_autofree char *old = NULL;
  g_autofree char *base = g_path_get_basename (self->path);
  g_autoptr (GPtrArray) copies = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  old = g_strdup_printf ("%.*s.before-schema-2.aanjager", (int) (strrchr (base, '.') - base), base);
  {
    g_autofree char *path = g_build_filename (self->folder, old, NULL);

    g_assert_true (aj_store_backup (self->store, path, NULL));
  }
  copies = aj_store_list_copies (self->store);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpstr (copies->pdata[0], ==, old);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  store_fixture_add ("/forget/no-trace", test_no_trace);
  store_fixture_add ("/forget/what-stays", test_what_stays);
  store_fixture_add ("/forget/history", test_history);
  store_fixture_add ("/forget/undo", test_undo);
  store_fixture_add ("/forget/removed-before", test_removed_before);
  store_fixture_add ("/forget/unknown", test_unknown);
  store_fixture_add ("/forget/shared", test_shared);
  store_fixture_add ("/forget/mentions", test_mentions);
  store_fixture_add ("/forget/keep-mentions", test_keep_mentions);
  store_fixture_add ("/forget/hostile-names", test_hostile_names);
  store_fixture_add ("/forget/second-window", test_second_window);
  store_fixture_add ("/forget/busy-writer", test_busy_writer);
  store_fixture_add ("/forget/busy-reader", test_busy_reader);
  store_fixture_add ("/forget/killed-between", test_killed_between);
  store_fixture_add ("/forget/exclusive", test_exclusive);
  store_fixture_add ("/forget/read-only", test_read_only);
  store_fixture_add ("/forget/several", test_several);
  store_fixture_add ("/forget/oneself", test_oneself);
  store_fixture_add ("/forget/about-another-now", test_about_another_now);
  store_fixture_add ("/forget/async", test_async);
  store_fixture_add ("/forget/copies", test_copies);
  return g_test_run ();
}
