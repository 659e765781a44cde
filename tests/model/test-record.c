/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting.h"
#include "aj-municipality.h"
#include "aj-person.h"
#include "aj-record-private.h"

/* How often each property was notified, by its name. */
typedef struct
{
  GHashTable *counts;
  guint n_notified;
} Listener;

static void
notify_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  Listener *listener = data;
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (listener->counts, pspec->name));

  g_hash_table_insert (listener->counts, (gpointer) pspec->name, GUINT_TO_POINTER (count + 1));
  listener->n_notified++;
}

static Listener *
listener_new (AjRecord *record)
{
  Listener *self = g_new0 (Listener, 1);

  self->counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_signal_connect (record, "notify", G_CALLBACK (notify_cb), self);
  return self;
}

static void
listener_free (Listener *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listener, listener_free)

/* Each of @names once and nothing else, since the last time. */
static void
assert_notified (Listener *self, const char *const *names)
{
  g_assert_cmpuint (self->n_notified, ==, g_strv_length ((char **) names));
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, names[i])), ==, 1);
  g_hash_table_remove_all (self->counts);
  self->n_notified = 0;
}

#define NOTIFIED(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define NOTHING       ((const char *const[]){ NULL })

static AjValues *
make_person (const char *name, const char *mail, gint64 revision)
{
  AjValues *values = aj_values_new_empty (&aj_person_record_type, "p1", revision);

  aj_values_set_text (values, "name", name);
  aj_values_set_text (values, "mail", mail);
  return values;
}

static void
put_person (AjRecord *record, const char *name, const char *mail, gint64 revision)
{
  g_autoptr (AjValues) values = make_person (name, mail, revision);

  aj_record_put_values (record, values);
}

/* The GType of the property of a field, and a value in its machine form. */
static const struct
{
  GType type;
  const char *text;
} kinds[] = {
  [AJ_FIELD_TEXT] = { G_TYPE_STRING, "words" },
  [AJ_FIELD_INTEGER] = { G_TYPE_INT64, "3" },
  [AJ_FIELD_REAL] = { G_TYPE_DOUBLE, "2.5" },
  [AJ_FIELD_BOOLEAN] = { G_TYPE_BOOLEAN, "true" },
  [AJ_FIELD_DATE] = { G_TYPE_STRING, "2026-03-12" },
  [AJ_FIELD_TIME] = { G_TYPE_STRING, "10:00" },
  [AJ_FIELD_WALL_TIME] = { G_TYPE_STRING, "2026-03-12T10:00" },
  [AJ_FIELD_CHOICE] = { G_TYPE_STRING, NULL },
  [AJ_FIELD_REFERENCE] = { G_TYPE_STRING, "4f2c" },
};

static void
assert_property (AjRecord *record, const AjField *field, const AjValue *value)
{
  g_auto (GValue) property = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), field->name, &property);
  if (G_VALUE_HOLDS_STRING (&property))
    g_assert_cmpstr (g_value_get_string (&property), ==, value->as.text);
  else if (G_VALUE_HOLDS_DOUBLE (&property))
    g_assert_cmpfloat (g_value_get_double (&property), ==, value->as.real);
  else if (G_VALUE_HOLDS_BOOLEAN (&property))
    g_assert_cmpint (g_value_get_boolean (&property), ==, value->as.integer);
  else
    g_assert_cmpint (g_value_get_int64 (&property), ==, value->as.integer);
}

static void
check_properties (const AjRecordType *type)
{
  g_autoptr (AjRecord) record = aj_record_new (type, "r1");
  g_autoptr (AjValues) values = aj_values_new_empty (type, "r1", 1);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const AjValue none = AJ_VALUE_INIT;
      g_auto (AjValue) value = AJ_VALUE_INIT;
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), field->name);

      g_test_message ("%s.%s", type->name, field->name);
      g_assert_nonnull (pspec);
      g_assert_true (pspec->owner_type == type->get_type ());
      g_assert_true (pspec->value_type == kinds[field->kind].type);
      g_assert_cmpint (pspec->flags & G_PARAM_READWRITE, ==, G_PARAM_READABLE);
      assert_property (record, field, &none);
      g_assert_true (
          aj_field_parse (field,
                          field->choices != NULL ? field->choices[0].code : kinds[field->kind].text,
                          &value, NULL));
      aj_values_set (values, i, &value);
    }

  aj_record_put_values (record, values);
  for (guint i = 0; i < type->n_fields; i++)
    assert_property (record, &type->fields[i], aj_values_peek (values, i));
}

static void
test_properties (void)
{
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    check_properties (*type);
}

/* What a damaged file may hold is shown as none, never as another kind's bits. */
static void
test_wrong_kind (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_municipality_record_type, "r1");
  g_autoptr (AjValues) values = aj_values_new_empty (&aj_municipality_record_type, "r1", 1);
  g_autofree char *name = NULL;
  gint64 population = -1;
  double latitude = -1.0;

  aj_values_set_integer (values, "name", 5);
  aj_values_set_text (values, "population", "many");
  aj_values_set_integer (values, "latitude", 52);
  aj_record_put_values (record, values);
  g_object_get (record, "name", &name, "population", &population, "latitude", &latitude, NULL);
  g_assert_null (name);
  g_assert_cmpint (population, ==, 0);
  g_assert_cmpfloat (latitude, ==, 0.0);
}

static void
test_not_loaded (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_person_record_type, "p1");
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *shown = NULL;
  gboolean loaded = TRUE, removed = TRUE;
  AjWallTime time;

  g_object_get (record, "id", &id, "title", &title, "loaded", &loaded, "removed", &removed, NULL);
  g_assert_cmpstr (id, ==, "p1");
  g_assert_cmpstr (title, ==, "");
  g_assert_false (loaded);
  g_assert_false (removed);
  g_assert_true (aj_record_get_record_type (record) == &aj_person_record_type);
  g_assert_null (aj_record_get_values (record));
  g_assert_null (aj_record_get_text (record, "name"));
  g_assert_cmpint (aj_record_get_integer (record, "role-mailbox"), ==, 0);
  g_assert_cmpfloat (aj_record_get_real (record, "role-mailbox"), ==, 0.0);
  g_assert_false (aj_record_get_boolean (record, "role-mailbox"));
  g_assert_cmpint (aj_record_get_date (record, "name"), ==, AJ_DATE_NONE);
  g_assert_cmpint (aj_record_get_time (record, "name"), ==, -1);
  g_assert_false (aj_record_get_wall_time (record, "name", &time));
  shown = aj_record_display (record, "name");
  g_assert_cmpstr (shown, ==, "");
}

static void
test_getters (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_meeting_record_type, "m1");
  g_autoptr (AjValues) values = aj_values_new_empty (&aj_meeting_record_type, "m1", 1);
  g_autofree char *shown = NULL;
  AjWallTime time;

  aj_values_set_text (values, "starts-at", "2026-03-12T10:00");
  aj_values_set_text (values, "pattern-date", "2026-03-12");
  aj_values_set_integer (values, "sequence", 3);
  aj_record_put_values (record, values);

  g_assert_true (aj_record_get_values (record) == values);
  g_assert_true (aj_record_get_wall_time (record, "starts-at", &time));
  g_assert_cmpint (time.minute, ==, 600);
  g_assert_cmpint (aj_record_get_date (record, "pattern-date"), ==, time.date);
  g_assert_cmpint (aj_record_get_integer (record, "sequence"), ==, 3);
  shown = aj_record_display (record, "starts-at");
  g_assert_cmpstr (shown, ==, "Thu 12 Mar 2026, 10:00");
  /* The title field is empty. */
  g_assert_cmpstr (aj_record_get_title (record), ==, "");
}

static void
test_notify (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_person_record_type, "p1");
  g_autoptr (Listener) listener = listener_new (record);

  put_person (record, "Zoë", "zoe@ede.example", 1);
  assert_notified (listener, NOTIFIED ("name", "title", "mail", "loaded"));

  put_person (record, "Zoë", "office@ede.example", 2);
  assert_notified (listener, NOTIFIED ("mail"));

  /* The title is the title field. */
  put_person (record, "Zoë de Wit", "office@ede.example", 3);
  assert_notified (listener, NOTIFIED ("name", "title"));
  g_assert_cmpstr (aj_record_get_title (record), ==, "Zoë de Wit");

  /* The same again, newer: nobody need look. */
  put_person (record, "Zoë de Wit", "office@ede.example", 4);
  assert_notified (listener, NOTHING);
  g_assert_cmpint (aj_values_get_revision (aj_record_get_values (record)), ==, 4);

  put_person (record, NULL, NULL, 5);
  assert_notified (listener, NOTIFIED ("name", "title", "mail"));
  g_assert_cmpstr (aj_record_get_title (record), ==, "");
}

static void
whole_state_cb (AjRecord *record, GParamSpec *pspec, gpointer data)
{
  guint *n_seen = data;

  /* Whichever is told first, all of the new state holds already. */
  g_assert_true (aj_record_is_loaded (record));
  g_assert_cmpstr (aj_record_get_text (record, "name"), ==, "Zoë");
  g_assert_cmpstr (aj_record_get_text (record, "mail"), ==, "zoe@ede.example");
  (*n_seen)++;
}

static void
test_whole_state (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_person_record_type, "p1");
  guint n_seen = 0;

  g_signal_connect (record, "notify", G_CALLBACK (whole_state_cb), &n_seen);
  put_person (record, "Zoë", "zoe@ede.example", 1);
  g_assert_cmpuint (n_seen, ==, 4);
}

static void
put_again_cb (AjRecord *record, GParamSpec *pspec, gpointer data)
{
  put_person (record, "Newest", NULL, 9);
}

/* A listener that makes the store read again, which ends in the same record. */
static void
test_put_within_notify (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_person_record_type, "p1");

  g_signal_connect (record, "notify::name", G_CALLBACK (put_again_cb), NULL);
  put_person (record, "Zoë", "zoe@ede.example", 1);
  g_assert_cmpstr (aj_record_get_title (record), ==, "Newest");
  g_assert_null (aj_record_get_text (record, "mail"));
}

static void
test_older_is_ignored (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_person_record_type, "p1");
  g_autoptr (Listener) listener = NULL;

  put_person (record, "New", NULL, 5);
  listener = listener_new (record);
  put_person (record, "Old", NULL, 4);
  put_person (record, "As old", NULL, 5);
  aj_record_put_removed (record, 4);
  assert_notified (listener, NOTHING);
  g_assert_cmpstr (aj_record_get_title (record), ==, "New");
  g_assert_false (aj_record_is_removed (record));
}

static void
test_removal (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_person_record_type, "p1");
  g_autoptr (Listener) listener = NULL;

  put_person (record, "Zoë", NULL, 1);
  listener = listener_new (record);
  aj_record_put_removed (record, 2);
  assert_notified (listener, NOTIFIED ("name", "title", "loaded", "removed"));
  g_assert_true (aj_record_is_removed (record));
  g_assert_false (aj_record_is_loaded (record));
  g_assert_cmpstr (aj_record_get_id (record), ==, "p1");

  /* What was read before the removal comes too late; so does the removal told twice. */
  put_person (record, "Zoë", NULL, 1);
  aj_record_put_removed (record, 2);
  assert_notified (listener, NOTHING);
  g_assert_true (aj_record_is_removed (record));

  /* Undo: the same object comes back. */
  put_person (record, "Zoë", NULL, 3);
  assert_notified (listener, NOTIFIED ("name", "title", "loaded", "removed"));
  g_assert_true (aj_record_is_loaded (record));
  g_assert_false (aj_record_is_removed (record));

  /* Redo. */
  aj_record_put_removed (record, 4);
  assert_notified (listener, NOTIFIED ("name", "title", "loaded", "removed"));
}

/* It was removed before anybody read it. */
static void
test_removed_unread (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_person_record_type, "p1");
  g_autoptr (Listener) listener = listener_new (record);

  aj_record_put_removed (record, 2);
  assert_notified (listener, NOTIFIED ("removed"));
  put_person (record, "Zoë", NULL, 1);
  assert_notified (listener, NOTHING);
  g_assert_false (aj_record_is_loaded (record));
}

static void
test_wrong_type (void)
{
  g_autoptr (AjRecord) record = aj_record_new (&aj_meeting_record_type, "m1");
  g_autoptr (AjValues) values = make_person ("Zoë", NULL, 1);

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*aj_values_get_record_type*");
  aj_record_put_values (record, values);
  g_test_assert_expected_messages ();
  g_assert_false (aj_record_is_loaded (record));
}

static void
test_finalize (void)
{
  AjRecord *record = aj_record_new (&aj_person_record_type, "p1");
  g_autoptr (AjValues) values = make_person ("Zoë", NULL, 1);

  aj_record_put_values (record, values);
  g_assert_finalize_object (record);
  /* The state is its own: held by whoever took it, and by nobody else. */
  aj_values_set_text (values, "name", "Zoë de Wit");
  g_assert_cmpstr (aj_values_get_text (values, "name"), ==, "Zoë de Wit");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/wrong-kind", test_wrong_kind);
  g_test_add_func ("/record/not-loaded", test_not_loaded);
  g_test_add_func ("/record/getters", test_getters);
  g_test_add_func ("/record/notify", test_notify);
  g_test_add_func ("/record/whole-state", test_whole_state);
  g_test_add_func ("/record/put-within-notify", test_put_within_notify);
  g_test_add_func ("/record/older-is-ignored", test_older_is_ignored);
  g_test_add_func ("/record/removal", test_removal);
  g_test_add_func ("/record/removed-unread", test_removed_unread);
  g_test_add_func ("/record/wrong-type", test_wrong_type);
  g_test_add_func ("/record/finalize", test_finalize);
  return g_test_run ();
}
