/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-answers-private.h"

#include <glib/gi18n-lib.h>

#include "aj-arrival.h"

/* What is read, file by file. */
typedef struct
{
  GPtrArray *found;          /* (borrowed) (element-type AjFoundAnswer) */
  GPtrArray *problems;       /* (borrowed) (element-type utf8) */
  GHashTable *seen;          /* (borrowed): what each says, so that one that comes twice is one */
  GCancellable *cancellable; /* (borrowed) (nullable) */
  const char *file;          /* (borrowed) */
} Reading;

void
aj_found_answer_free (AjFoundAnswer *self)
{
  g_free (self->file);
  g_free (self->sender_mail);
  g_free (self->sender_name);
  g_ptr_array_unref (self->calendar);
  g_free (self);
}

static void
add_problem (Reading *self, const char *sentence)
{
  /* Translators: the name of a file, and a whole sentence about it. */
  g_ptr_array_add (self->problems, g_strdup_printf (_ ("%s: %s"), self->file, sentence));
}

static char *
make_key (const AjCalendarAnswer *answer)
{
  return g_strdup_printf ("%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT
                          "|%s|%d|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT,
                          answer->uid, answer->is_instance ? answer->instance : 0, answer->sequence,
                          answer->stamp, answer->mail, answer->participation,
                          answer->substitute_mail, answer->start, answer->end);
}

static void
take_calendar (Reading *self, const AjArrivedCalendar *calendar)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = aj_calendar_answer_read (calendar->text, calendar->sender_mail,
                                                           sentences, &error);

  if (answers == NULL)
    add_problem (self, error->message);
  for (guint i = 0; answers != NULL && i < sentences->len; i++)
    add_problem (self, sentences->pdata[i]);
  for (guint i = 0; answers != NULL && i < answers->len && self->found->len < AJ_ANSWERS_MAX; i++)
    {
      AjFoundAnswer *found;

      if (!g_hash_table_add (self->seen, make_key (answers->pdata[i])))
        continue;
      found = g_new0 (AjFoundAnswer, 1);
      found->file = g_strdup (self->file);
      found->sender_mail = g_strdup (calendar->sender_mail);
      found->sender_name = g_strdup (calendar->sender_name);
      found->answer = answers->pdata[i];
      found->calendar = g_ptr_array_ref (answers);
      g_ptr_array_add (self->found, found);
    }
}

static gboolean
is_done (Reading *self)
{
  return self->found->len >= AJ_ANSWERS_MAX || g_cancellable_is_cancelled (self->cancellable);
}

static void
take_file (Reading *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjArrival) arrival = aj_arrival_read_file (path, &error);

  if (arrival == NULL)
    {
      g_ptr_array_add (self->problems, g_strdup (error->message));
      return;
    }
  self->file = arrival->name;
  for (guint i = 0; i < arrival->calendars->len && !is_done (self); i++)
    take_calendar (self, arrival->calendars->pdata[i]);
}

GPtrArray *
aj_answer_files_read (const char *const *paths, GPtrArray *problems, GCancellable *cancellable)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_found_answer_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading self = { .found = found, .problems = problems, .seen = seen, .cancellable = cancellable };

  for (guint i = 0; paths[i] != NULL && !is_done (&self); i++)
    take_file (&self, paths[i]);
  if (found->len >= AJ_ANSWERS_MAX)
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("There are more than %d answers; take the others in after "
                                         "these."),
                                      AJ_ANSWERS_MAX));
  return found;
}
