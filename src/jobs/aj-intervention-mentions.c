/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-intervention-mentions.h"

#include "aj-activity.h"
#include "aj-intervention-names.h"

struct _AjInterventionMentions
{
  AjInterventionNames *names; /* (owned) */
  GHashTable
      *by_text; /* (owned) (element-type utf8 GPtrArray): whom a text names; many say the same */
  GHashTable *by_id; /* (owned) (element-type utf8 GPtrArray): of each intervention, its mentions */
};

static void
mention_free (gpointer data)
{
  AjInterventionMention *self = data;

  g_free (self->municipality);
  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

AjInterventionMentions *
aj_intervention_mentions_new (void)
{
  AjInterventionMentions *self = g_new0 (AjInterventionMentions, 1);

  self->names = aj_intervention_names_new ();
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
aj_intervention_mentions_free (AjInterventionMentions *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_text);
  aj_intervention_names_free (self->names);
  g_free (self);
}

void
aj_intervention_mentions_add_intervention (AjInterventionMentions *self,
                                           const AjValues *intervention)
{
  aj_intervention_names_add (self->names, aj_values_get_id (intervention),
                             aj_values_get_text (intervention, "name"));
}

static GPtrArray *
find_named (AjInterventionMentions *self, const char *text)
{
  GPtrArray *ids = g_hash_table_lookup (self->by_text, text);

  if (ids == NULL)
    {
      ids = aj_intervention_names_find (self->names, text);
      g_hash_table_insert (self->by_text, g_strdup (text), ids);
    }
  return ids;
}

static AjInterventionMention *
make_mention (const AjValues *activity)
{
  AjInterventionMention *mention = g_new0 (AjInterventionMention, 1);
  gboolean has_came = !aj_values_is_empty (activity, "actual-reach");
  const char *field = has_came ? "actual-reach" : "expected-reach";

  mention->id = g_strdup (aj_values_get_id (activity));
  mention->name = g_strdup (aj_values_get_text (activity, "name"));
  mention->municipality = g_strdup (aj_values_get_text (activity, "municipality"));
  mention->date = aj_values_get_date (activity, "date");
  mention->reach = aj_values_is_empty (activity, field) ? -1
                                                        : aj_values_get_integer (activity, field);
  mention->is_expected = !has_came;
  return mention;
}

void
aj_intervention_mentions_add_activity (AjInterventionMentions *self, const AjValues *activity)
{
  const char *text = aj_values_get_text (activity, "intervention");
  GPtrArray *ids = text != NULL && aj_activity_counts (activity) ? find_named (self, text) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      GPtrArray *mentions = g_hash_table_lookup (self->by_id, ids->pdata[i]);

      if (mentions == NULL)
        {
          mentions = g_ptr_array_new_with_free_func (mention_free);
          g_hash_table_insert (self->by_id, ids->pdata[i], mentions);
        }
      g_ptr_array_add (mentions, make_mention (activity));
    }
}

GPtrArray *
aj_intervention_mentions_get (AjInterventionMentions *self, const char *intervention)
{
  return g_hash_table_lookup (self->by_id, intervention);
}
