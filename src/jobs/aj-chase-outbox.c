/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-chase-outbox.h"

struct _AjChaseOutbox
{
  GObject parent_instance;

  GHashTable *
      editions; /* (owned) (element-type utf8 GHashTable<utf8 AjAsked>): by edition and municipality */
  char *noted_edition; /* (owned) (nullable): in a commit under way */
  GPtrArray *noted;    /* (owned) (element-type utf8): the municipalities in it */
};

G_DEFINE_FINAL_TYPE (AjChaseOutbox, aj_chase_outbox, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget_noted (AjChaseOutbox *self)
{
  g_ptr_array_set_size (self->noted, 0);
  g_clear_pointer (&self->noted_edition, g_free);
}

void
aj_chase_outbox_add (AjChaseOutbox *self, const char *edition, const AjChaseMail *mail)
{
  GHashTable *written = g_hash_table_lookup (self->editions, edition);

  if (written == NULL)
    {
      written = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) aj_asked_free);
      g_hash_table_insert (self->editions, g_strdup (edition), written);
    }
  for (guint i = 0; i < mail->asked->len; i++)
    {
      AjAsked *asked = aj_asked_copy (mail->asked->pdata[i]);

      g_hash_table_replace (written, asked->municipality, asked);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
aj_chase_outbox_has (AjChaseOutbox *self, const char *edition, const char *municipality)
{
  GHashTable *written = g_hash_table_lookup (self->editions, edition);

  return written != NULL && g_hash_table_contains (written, municipality);
}

AjEdit *
aj_chase_outbox_note (AjChaseOutbox *self,
                      AjEditionFacts *facts,
                      GHashTable *municipalities,
                      AjStore *store,
                      AjDate today,
                      const char *author)
{
  const char *edition = aj_values_get_id (aj_edition_facts_get_edition (facts));
  GHashTable *written = g_hash_table_lookup (self->editions, edition);
  GPtrArray *lines = aj_coverage_get_lines (aj_edition_facts_get_coverage (facts));
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  AjEdit *edit;

  if (self->noted_edition != NULL)
    return NULL;
  self->noted_edition = g_strdup (edition);
  for (guint i = 0; written != NULL && i < lines->len; i++)
    {
      const char *id = aj_values_get_id (((AjCoverageLine *) lines->pdata[i])->municipality);
      AjAsked *one = g_hash_table_lookup (written, id);

      if (one == NULL || !g_hash_table_contains (municipalities, id))
        continue;
      g_ptr_array_add (asked, one);
      g_ptr_array_add (self->noted, g_strdup (id));
    }
  edit = aj_edition_job_note_asked (store, facts, asked, "mail", today, author);
  if (edit == NULL)
    forget_noted (self);
  return edit;
}

gboolean
aj_chase_outbox_is_noting (AjChaseOutbox *self)
{
  return self->noted_edition != NULL;
}

void
aj_chase_outbox_settle (AjChaseOutbox *self, gboolean is_noted)
{
  GHashTable *written = self->noted_edition != NULL
                            ? g_hash_table_lookup (self->editions, self->noted_edition)
                            : NULL;

  for (guint i = 0; is_noted && written != NULL && i < self->noted->len; i++)
    g_hash_table_remove (written, self->noted->pdata[i]);
  forget_noted (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
aj_chase_outbox_finalize (GObject *object)
{
  AjChaseOutbox *self = AJ_CHASE_OUTBOX (object);

  g_hash_table_unref (self->editions);
  g_ptr_array_unref (self->noted);
  g_free (self->noted_edition);
  G_OBJECT_CLASS (aj_chase_outbox_parent_class)->finalize (object);
}

static void
aj_chase_outbox_class_init (AjChaseOutboxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_chase_outbox_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_CHASE_OUTBOX, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_chase_outbox_init (AjChaseOutbox *self)
{
  self->editions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_hash_table_unref);
  self->noted = g_ptr_array_new_with_free_func (g_free);
}

AjChaseOutbox *
aj_chase_outbox_new (void)
{
  return g_object_new (AJ_TYPE_CHASE_OUTBOX, NULL);
}
