/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forget-world.h"

#include <gio/gio.h>
#include <string.h>

#include "aj-contact.h"
#include "aj-group.h"
#include "aj-membership.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-text.h"

const char *const forget_traces[] = {
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

char *
forget_read_aside (const char *path, gsize *size)
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

const char *
forget_find_trace (const char *path, const char *const *wanted)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);
      gsize size = 0;
      g_autofree char *bytes = forget_read_aside (file, &size);

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

void
forget_assert_no_trace (const char *path)
{
  const char *found = forget_find_trace (path, forget_traces);

  if (found != NULL)
    g_error ("“%s” still stands in the file", found);
}

char *
forget_add_record (AjStore *store, const AjRecordType *type, const char *label, ...)
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

void
forget_world_make (StoreFixture *self, ForgetWorld *world)
{
  g_autofree char *gone = NULL;

  world->group = add_group (self->store, "Werkgroep MKB");
  world->organisation = forget_add_record (self->store, &aj_organisation_record_type,
                                           "New organisation", "name", "Gemeente Enschede", "kind",
                                           "municipality", NULL);
  world->zoe = forget_add_record (self->store, &aj_person_record_type,
                                  "New person: Zoe Zwartjes-Quint", "name", "Zoe Zwartjes-Quint",
                                  "mail", "zoe@oud.example", "phone", "053 765 43 21", NULL);
  set_field (self->store, &aj_person_record_type, world->zoe, "name", "Zoë Zwartjes");
  set_field (self->store, &aj_person_record_type, world->zoe, "mail",
             "z.zwartjes@gemeente.example");
  set_field (self->store, &aj_person_record_type, world->zoe, "mobile", "06-98765432");
  set_field (self->store, &aj_person_record_type, world->zoe, "notes", "Houdt van quilten");
  set_field (self->store, &aj_person_record_type, world->zoe, "function", "Kwartiermaker QX");
  set_field (self->store, &aj_person_record_type, world->zoe, "organisation", world->organisation);
  world->membership = forget_add_record (self->store, &aj_membership_record_type,
                                         "Zoë Zwartjes sits in", "group", world->group, "person",
                                         world->zoe, "role", "chair", "from", "2025-01-01", NULL);
  /* Nothing but a function: the rule of its type wants one. */
  world->position = forget_add_record (self->store, &aj_position_record_type,
                                       "Function of ZOE ZWARTJES", "person", world->zoe, "function",
                                       "Kwartiermaker QX", NULL);
  world->contact = forget_add_record (self->store, &aj_contact_record_type, "Contact", "person",
                                      world->zoe, "date", "2026-01-12", "way", "phone", "summary",
                                      "Belde over haar zus", NULL);
  gone = forget_add_record (self->store, &aj_contact_record_type, "Contact", "person", world->zoe,
                            "date", "2026-01-13", "way", "phone", "summary",
                            "Houdt van quilten, zegt ze", NULL);
  remove_record (self->store, &aj_contact_record_type, gone);
  world->other_contact = forget_add_record (
      self->store, &aj_contact_record_type, "Contact", "organisation", world->organisation, "date",
      "2026-02-02", "way", "mail", "summary",
      "Gesproken met zoe zwartjes,\nbereikbaar op 0031 6 98765432 of Z.Zwartjes@gemeente.example.",
      "by", "Zoë Zwartjes", NULL);
  world->colleague = forget_add_record (self->store, &aj_person_record_type, "New person", "name",
                                        "Anna Zwart", "notes",
                                        "Kent Zoë\u00a0 Zwartjes van vroeger", NULL);
}

void
forget_world_clear (ForgetWorld *world)
{
  char **all[] = { &world->zoe,      &world->group,   &world->organisation,  &world->membership,
                   &world->position, &world->contact, &world->other_contact, &world->colleague };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

gboolean
forget_try (AjStore *store, const char *id, AjForgetFlags flags, gboolean *wiped, GError **error)
{
  const char *const ids[] = { id, NULL };
  AjForgetting what = { &aj_person_record_type, ids,   FORGET_NEUTRAL, FORGET_LABEL,
                        "forgotten-on",         flags, "left-on" };

  return aj_store_forget (store, &what, wiped, error);
}

void
forget_now (AjStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  gboolean wiped = FALSE;

  forget_try (store, id, AJ_FORGET_DEFAULT, &wiped, &error);
  g_assert_no_error (error);
  g_assert_true (wiped);
}
