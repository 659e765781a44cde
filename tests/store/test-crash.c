/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "aj-district.h"
#include "aj-edit.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "aj-store.h"

#define N_EDITS 200
#define N_KILLS 5

/* What a writer says of a commit that has succeeded: "revision type id name", the name "-" when it removed the record. */
typedef struct
{
  gint64 revision;
  char *type;
  char *id;
  char *name; /* NULL: removed */
} Said;

static void
said_free (Said *self)
{
  g_free (self->type);
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

static AjStore *
open_store (const char *path, AjStoreOpenFlags flags, const char *author)
{
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-12T10:00", "Europe/Amsterdam");
  g_autoptr (GError) error = NULL;
  AjStore *store = aj_store_open (path, flags, author, clock, &error);

  g_assert_no_error (error);
  return store;
}

/* One record of a circle. */
typedef struct
{
  const AjRecordType *type;
  char *id;
} Part;

static void
part_free (Part *self)
{
  g_free (self->id);
  g_free (self);
}

/* Who writes, and what of it is still there. */
typedef struct
{
  AjStore *store;
  GRand *random;
  const char *author;
  GPtrArray *districts; /* (element-type utf8): ids */
  GPtrArray *circles;   /* (element-type GPtrArray of Part): a group, then all that refers to it */
} Writer;

/* An edit, what it is told by, and how many records it touches, which its label tells. */
typedef struct
{
  AjEdit *edit;
  const AjRecordType *type;
  char *id;
  char *name; /* NULL: removed */
} Attempt;

static void
attempt_begin (Attempt *self, Writer *writer, const AjRecordType *type, guint n_records)
{
  g_autofree char *label = g_strdup_printf ("Touch %u", n_records);

  self->edit = aj_edit_new (writer->store, label);
  self->type = type;
}

static void
attempt_clear (Attempt *self)
{
  g_clear_object (&self->edit);
  g_free (self->id);
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attempt, attempt_clear)

static AjValues *
change_part (Writer *writer, AjEdit *edit, const AjRecordType *type, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (writer->store, type, id, &error);

  g_assert_no_error (error);
  return aj_edit_change (edit, record);
}

/* Mostly a new district, now and then a change to one of this writer's, or its end. */
static void
edit_district (Writer *writer, Attempt *attempt)
{
  guint choice = writer->districts->len == 0 ? 0 : (guint) g_rand_int_range (writer->random, 0, 5);
  guint index;

  attempt_begin (attempt, writer, &aj_district_record_type, 1);
  if (choice < 3)
    {
      AjValues *values = aj_edit_add (attempt->edit, &aj_district_record_type);

      aj_values_set_text (values, "name", attempt->name);
      attempt->id = g_strdup (aj_values_get_id (values));
      g_ptr_array_add (writer->districts, g_strdup (attempt->id));
      return;
    }
  index = (guint) g_rand_int_range (writer->random, 0, (int) writer->districts->len);
  attempt->id = g_strdup (writer->districts->pdata[index]);
  if (choice == 3)
    {
      aj_values_set_text (change_part (writer, attempt->edit, attempt->type, attempt->id), "name",
                          attempt->name);
      return;
    }
  aj_edit_remove (attempt->edit, &aj_district_record_type, attempt->id);
  g_ptr_array_remove_index (writer->districts, index);
  g_clear_pointer (&attempt->name, g_free);
}

static AjValues *
add_part (Attempt *attempt, GPtrArray *circle, const AjRecordType *type)
{
  AjValues *values = aj_edit_add (attempt->edit, type);
  Part *part = g_new0 (Part, 1);

  part->type = type;
  part->id = g_strdup (aj_values_get_id (values));
  g_ptr_array_add (circle, part);
  return values;
}

/* A group, its people, their seats and a meeting that one of them chairs: of six to ten records none can be missed. */
static void
add_circle (Writer *writer, Attempt *attempt)
{
  guint n_people = (guint) g_rand_int_range (writer->random, 2, 5);
  GPtrArray *circle = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  AjValues *values;

  attempt_begin (attempt, writer, &aj_group_record_type, 2 * n_people + 2);
  values = add_part (attempt, circle, &aj_group_record_type);
  attempt->id = g_strdup (aj_values_get_id (values));
  aj_values_set_text (values, "name", attempt->name);
  values = add_part (attempt, circle, &aj_meeting_record_type);
  aj_values_set_text (values, "group", attempt->id);
  aj_values_set_text (values, "starts-at", "2026-03-12T10:00");
  aj_values_set_text (values, "ends-at", "2026-03-12T12:00");
  for (guint i = 0; i < n_people; i++)
    {
      AjValues *person = add_part (attempt, circle, &aj_person_record_type);
      AjValues *seat = add_part (attempt, circle, &aj_membership_record_type);

      aj_values_set_text (person, "name", attempt->name);
      aj_values_set_text (seat, "group", attempt->id);
      aj_values_set_text (seat, "person", aj_values_get_id (person));
      aj_values_set_text (values, "chair", aj_values_get_id (person));
    }
  g_ptr_array_add (writer->circles, circle);
}

static const char *
name_field (const AjRecordType *type)
{
  if (type == &aj_meeting_record_type)
    return "theme";
  return type == &aj_membership_record_type ? "notes" : "name";
}

/* The same for one that is there: every record of it is renamed, or goes. */
static void
edit_circle (Writer *writer, Attempt *attempt)
{
  guint choice = writer->circles->len == 0 ? 0 : (guint) g_rand_int_range (writer->random, 0, 4);
  guint index;
  GPtrArray *circle;

  if (choice < 2)
    {
      add_circle (writer, attempt);
      return;
    }
  index = (guint) g_rand_int_range (writer->random, 0, (int) writer->circles->len);
  circle = writer->circles->pdata[index];
  attempt_begin (attempt, writer, &aj_group_record_type, circle->len);
  attempt->id = g_strdup (((Part *) circle->pdata[0])->id);
  for (guint i = 0; i < circle->len; i++)
    {
      const Part *part = circle->pdata[i];

      if (choice == 2)
        aj_values_set_text (change_part (writer, attempt->edit, part->type, part->id),
                            name_field (part->type), attempt->name);
      else
        aj_edit_remove (attempt->edit, part->type, part->id);
    }
  if (choice == 2)
    return;
  g_ptr_array_remove_index (writer->circles, index);
  g_clear_pointer (&attempt->name, g_free);
}

/* One random edit, of one record or of many, told once it has succeeded. */
static void
make_edit (Writer *writer, guint number)
{
  g_auto (Attempt) attempt = { NULL };
  g_autoptr (GError) error = NULL;

  attempt.name = g_strdup_printf ("%s-%u-%u", writer->author, number, g_rand_int (writer->random));
  if (g_rand_int_range (writer->random, 0, 3) == 0)
    edit_circle (writer, &attempt);
  else
    edit_district (writer, &attempt);
  aj_edit_commit (attempt.edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (aj_edit_get_revision (attempt.edit), >, 0);
  printf ("%" G_GINT64_FORMAT " %s %s %s\n", aj_edit_get_revision (attempt.edit),
          attempt.type->name, attempt.id, attempt.name == NULL ? "-" : attempt.name);
  fflush (stdout);
}

/* The other process: edits until it has made as many as asked, or is killed, and says what is done. */
static int
run_writer (char **argv)
{
  g_autoptr (AjStore) store = open_store (argv[2], (AjStoreOpenFlags) atoi (argv[6]), argv[3]);
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) atoi (argv[4]));
  g_autoptr (GPtrArray) districts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) circles = g_ptr_array_new_with_free_func (
      (GDestroyNotify) g_ptr_array_unref);
  Writer writer = { store, random, argv[3], districts, circles };

  for (guint i = 0; i < (guint) atoi (argv[5]); i++)
    make_edit (&writer, i);
  aj_store_close (store);
  return 0;
}

static GSubprocess *
start_writer (Fixture *fixture, const char *author, guint seed, guint count, AjStoreOpenFlags flags)
{
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *count_text = g_strdup_printf ("%u", count);
  g_autofree char *flags_text = g_strdup_printf ("%d", (int) flags);
  const char *const arguments[] = { "--writer", fixture->path, author, seed_text,
                                    count_text, flags_text,    NULL };

  return spawn_self (arguments);
}

static Said *
listen_to (GSubprocess *process)
{
  g_autofree char *line = read_line (process);
  g_auto (GStrv) words = NULL;
  Said *said;

  if (line == NULL)
    return NULL;
  words = g_strsplit (line, " ", 4);
  /* The last line of a writer that was killed may be half of one. */
  if (g_strv_length (words) < 4)
    return NULL;
  said = g_new0 (Said, 1);
  said->revision = g_ascii_strtoll (words[0], NULL, 10);
  said->type = g_strdup (words[1]);
  said->id = g_strdup (words[2]);
  said->name = strcmp (words[3], "-") == 0 ? NULL : g_strdup (words[3]);
  return said;
}

/* Everything that was said is so, unless a later edit, which then is in the history, says otherwise. Looked at past the
 * program. */
static void
check_kept (Fixture *fixture, GPtrArray *all_said)
{
  for (guint i = 0; i < all_said->len; i++)
    {
      Said *said = all_said->pdata[i];
      g_autofree char *sql = g_strdup_printf (
          "SELECT (SELECT count (*) FROM edit WHERE revision = %" G_GINT64_FORMAT "),"
          " (SELECT count (*) FROM change WHERE revision = %" G_GINT64_FORMAT " AND record = '%s'),"
          " (SELECT max (revision) FROM change WHERE record = '%s'),"
          " (SELECT name FROM \"%s\" WHERE id = '%s')",
          said->revision, said->revision, said->id, said->id, said->type, said->id);
      g_autofree char *found = raw_query (fixture->path, sql);
      g_auto (GStrv) columns = g_strsplit (found, "|", 4);

      g_assert_cmpstr (columns[0], ==, "1");
      g_assert_cmpstr (columns[1], ==, "1");
      if (g_ascii_strtoll (columns[2], NULL, 10) == said->revision)
        g_assert_cmpstr (columns[3], ==, said->name == NULL ? "" : said->name);
    }
}

/* Of every edit there is all or nothing: as many changes as its label tells, and every record as the newest change of it
 * says. Looked at past the program, and counted: how many edits touched several records. */
static gint64
check_all_or_none (Fixture *fixture)
{
  static const char *const types[] = { "district", "group", "meeting", "membership", "person" };

  g_assert_cmpint (
      raw_get_integer (fixture->path,
                       "SELECT count (*) FROM edit e WHERE CAST (substr (e.label, 7) AS INTEGER) <>"
                       " (SELECT count (*) FROM change c WHERE c.revision = e.revision)"),
      ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *untrue = g_strdup_printf (
          "SELECT count (*) FROM change c WHERE c.type = '%s' AND c.revision ="
          " (SELECT max (n.revision) FROM change n WHERE n.record = c.record) AND"
          " (c.after IS NOT NULL) <> EXISTS (SELECT 1 FROM \"%s\" r WHERE r.id = c.record AND"
          " r.revision = c.revision)",
          types[i], types[i]);
      g_autofree char *unknown = g_strdup_printf (
          "SELECT count (*) FROM \"%s\" WHERE id NOT IN (SELECT record FROM change)", types[i]);

      g_assert_cmpint (raw_get_integer (fixture->path, untrue), ==, 0);
      g_assert_cmpint (raw_get_integer (fixture->path, unknown), ==, 0);
    }
  return raw_get_integer (fixture->path, "SELECT count (*) FROM edit WHERE label <> 'Touch 1'");
}

/* The program itself finds nothing to complain of, and past it SQLite neither. */
static void
check_whole (Fixture *fixture, AjStoreOpenFlags flags)
{
  g_autoptr (AjStore) store = open_store (fixture->path, flags, "Anna");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = aj_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
  aj_store_close (store);
  raw_assert_whole (fixture->path);
}

/* Kills the writer after it has said a few things, at no particular moment, and keeps what it had said. */
static void
run_and_kill (Fixture *fixture, GRand *random, GPtrArray *all_said, AjStoreOpenFlags flags)
{
  guint n_lines = (guint) g_rand_int_range (random, 1, 20);
  g_autoptr (GSubprocess) writer = start_writer (fixture, "Bert", g_rand_int (random) % 1000000,
                                                 100000, flags);
  Said *said;

  for (guint i = 0; i < n_lines && (said = listen_to (writer)) != NULL; i++)
    g_ptr_array_add (all_said, said);
  g_usleep ((gulong) g_rand_int_range (random, 0, 4000));
  g_subprocess_force_exit (writer);
  /* What it said before the end is still in the pipe, and counts. */
  while ((said = listen_to (writer)) != NULL)
    g_ptr_array_add (all_said, said);
  g_assert_true (g_subprocess_wait (writer, NULL, NULL));
  g_assert_false (g_subprocess_get_if_exited (writer));
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  AjStoreOpenFlags flags = (AjStoreOpenFlags) GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) all_said = g_ptr_array_new_with_free_func ((GDestroyNotify) said_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (20260312);
  gint64 n_large = 0;
  guint n_kills = 0;

  aj_store_close (open_store (fixture->path, flags | AJ_STORE_OPEN_CREATE, "Anna"));
  /* On a busy machine one of them may get far before it is killed. */
  while (all_said->len < N_EDITS || n_kills < N_KILLS)
    {
      run_and_kill (fixture, random, all_said, flags);
      check_whole (fixture, flags);
      check_kept (fixture, all_said);
      n_large = check_all_or_none (fixture);
      n_kills++;
    }
  g_test_message ("%u edits, %" G_GINT64_FORMAT " of them of several records, killed %u times",
                  all_said->len, n_large, n_kills);
  g_assert_cmpint (n_large, >=, 20);
}

/* Two programs write at the same time; the third has it open and sees all of it. */
static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) revisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                            NULL);
  g_autoptr (GPtrArray) all_said = g_ptr_array_new_with_free_func ((GDestroyNotify) said_free);
  g_autoptr (AjStore) store = open_store (fixture->path, AJ_STORE_OPEN_CREATE, "Anna");
  g_autoptr (AjQuery) query = aj_query_new (&aj_district_record_type);
  GSubprocess *writers[] = {
    start_writer (fixture, "Bert", 1, N_EDITS, AJ_STORE_OPEN_DEFAULT),
    start_writer (fixture, "Carla", 2, N_EDITS, AJ_STORE_OPEN_DEFAULT),
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      Said *said;

      while ((said = listen_to (writers[i])) != NULL)
        {
          g_assert_true (g_hash_table_add (revisions, &said->revision));
          g_ptr_array_add (all_said, said);
        }
      wait_for (writers[i]);
      g_object_unref (writers[i]);
    }
  g_assert_cmpuint (all_said->len, ==, 2 * N_EDITS);
  g_assert_cmpint (raw_get_integer (fixture->path, "SELECT count (*) FROM edit"), ==, 2 * N_EDITS);
  g_assert_true (aj_store_refresh (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (aj_store_count (store, query, &error), ==,
                   raw_get_integer (fixture->path, "SELECT count (*) FROM district"));
  check_kept (fixture, all_said);
  check_all_or_none (fixture);
  aj_store_close (store);
  check_whole (fixture, AJ_STORE_OPEN_DEFAULT);
}

int
main (int argc, char **argv)
{
  if (is_other_process (argc, argv, "--writer"))
    return run_writer (argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/crash/kill", Fixture, GUINT_TO_POINTER (AJ_STORE_OPEN_DEFAULT),
              fixture_set_up, test_kill, fixture_tear_down);
  g_test_add ("/store/crash/kill-exclusive", Fixture, GUINT_TO_POINTER (AJ_STORE_OPEN_EXCLUSIVE),
              fixture_set_up, test_kill, fixture_tear_down);
  fixture_add ("/store/crash/two-writers", test_two_writers);
  return g_test_run ();
}
