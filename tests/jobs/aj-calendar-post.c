/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-post.h"

#include <json-glib/json-glib.h>

CalendarPost *
calendar_post_new (void)
{
  CalendarPost *self = g_new0 (CalendarPost, 1);

  self->clients = g_ptr_array_new_with_free_func ((GDestroyNotify) calendar_client_free);
  self->manifest = g_string_new (NULL);
  return self;
}

void
calendar_post_free (CalendarPost *self)
{
  g_ptr_array_unref (self->clients);
  g_string_free (self->manifest, TRUE);
  g_free (self);
}

void
calendar_post_add (CalendarPost *self, const char *const *addresses)
{
  g_ptr_array_add (self->clients, calendar_client_new (addresses));
}

guint
calendar_post_find (CalendarPost *self, const char *address)
{
  g_autofree char *small = g_utf8_strdown (address, -1);

  for (guint i = 0; i < self->clients->len; i++)
    if (g_strv_contains ((const char *const *) calendar_post_get (self, i)->addresses, small))
      return i;
  g_assert_not_reached ();
}

CalendarClient *
calendar_post_get (CalendarPost *self, guint mailbox)
{
  return self->clients->pdata[mailbox];
}

const CalendarClientEntry *
calendar_post_get_held (CalendarPost *self, guint mailbox, const char *uid)
{
  const CalendarClientEntry *entry = calendar_client_look_up (calendar_post_get (self, mailbox),
                                                              uid);

  return entry != NULL && entry->is_held ? entry : NULL;
}

void
calendar_post_deliver (CalendarPost *self, const char *path, const char *address)
{
  g_autofree char *small = g_utf8_strdown (address, -1);
  guint mailbox = calendar_post_find (self, small);

  calendar_client_take (calendar_post_get (self, mailbox), path, small);
  g_string_append_printf (self->manifest, "%u\t%s\t%s\n", mailbox, small, path);
}

/* (transfer full) */
static JsonNode *
read_with_python (CalendarPost *self, const char *folder)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "jobs", "read-mailboxes.py", NULL);
  g_autofree char *manifest = g_build_filename (folder, "manifest", NULL);
  g_autoptr (GSubprocess) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  JsonNode *node;

  g_file_set_contents (manifest, self->manifest->str, -1, &error);
  g_assert_no_error (error);
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/usr/bin/python3", script,
                             manifest, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (reader, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (reader));
  node = json_from_string (output, &error);
  g_assert_no_error (error);
  return node;
}

/* @read: what python holds. */
static void
assert_same (CalendarClient *client, JsonObject *read)
{
  GHashTableIter iter;
  gpointer uid, value;
  guint n_held = 0;

  g_hash_table_iter_init (&iter, client->entries);
  while (g_hash_table_iter_next (&iter, &uid, &value))
    {
      const CalendarClientEntry *entry = value;
      JsonObject *one;

      if (!entry->is_held)
        continue;
      n_held++;
      g_assert_true (json_object_has_member (read, uid));
      one = json_object_get_object_member (read, uid);
      g_assert_cmpint (json_object_get_int_member (one, "start"), ==, entry->start);
      g_assert_cmpint (json_object_get_int_member (one, "end"), ==, entry->end);
      g_assert_cmpstr (json_object_get_string_member (one, "place"), ==, entry->place);
      g_assert_cmpstr (json_object_get_string_member (one, "status"), ==, entry->status);
    }
  g_assert_cmpuint (json_object_get_size (read), ==, n_held);
}

void
calendar_post_check_with_python (CalendarPost *self, const char *folder)
{
  g_autoptr (JsonNode) read = read_with_python (self, folder);

  for (guint i = 0; i < self->clients->len; i++)
    {
      CalendarClient *client = calendar_post_get (self, i);
      g_autofree char *name = g_strdup_printf ("%u", i);

      if (client->n_taken > 0)
        assert_same (client, json_object_get_object_member (json_node_get_object (read), name));
    }
}
