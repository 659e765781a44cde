/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-retention.h"

#include <glib/gi18n-lib.h>

#include "aj-district.h"
#include "aj-evaluation.h"
#include "aj-group.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-rollout-trainer.h"
#include "aj-rollout.h"
#include "aj-training.h"

typedef struct
{
  const AjValues *person; /* (owned) (nullable): others may speak of them first */
  AjDate date;            /* of the last use */
  AjUseKind kind;
  const char *where; /* (nullable): of a record that is kept */
  gboolean is_removed;
} Use;

struct _AjRetention
{
  AjDate today;
  GHashTable *uses; /* (owned) (element-type utf8 Use): by the person's id */
  GHashTable *
      wholes; /* (owned) (element-type utf8 AjValues): groups and rollouts, by id, which is theirs */
  GPtrArray *others;  /* (owned) (element-type AjValues): what says that somebody was somewhere */
  GHashTable *merged; /* (owned) (element-type utf8): the ids of those who are part of others now */
};

static void
use_free (Use *self)
{
  g_clear_pointer (&self->person, aj_values_unref);
  g_free (self);
}

void
aj_unused_free (AjUnused *self)
{
  aj_values_unref (self->person);
  g_free (self->where);
  g_free (self);
}

static char *
describe_place (const AjUnused *self, const char *day)
{
  if (self->kind == AJ_USE_SEAT)
    /* Translators: a group, and a day: "In Expertteam Cyber until Thu 12 Mar 2026". */
    return g_strdup_printf (_ ("In %s until %s"), self->where, day);
  if (self->kind == AJ_USE_LEAD)
    /* Translators: a district, and a day. */
    return g_strdup_printf (_ ("Lead of %s until %s"), self->where, day);
  /* Translators: a function, and a day: "Policy officer, last known on Thu 12 Mar 2026". */
  return g_strdup_printf (_ ("%s, last known on %s"), self->where, day);
}

char *
aj_unused_describe (const AjUnused *self)
{
  g_autofree char *day = aj_date_format_short (self->last_use);

  switch (self->kind)
    {
    case AJ_USE_SEAT:
    case AJ_USE_LEAD:
      return describe_place (self, day);
    case AJ_USE_FUNCTION:
      return self->where != NULL ? describe_place (self, day)
                                 : g_strdup_printf (_ ("Function last known on %s"), day);
    case AJ_USE_EDIT:
      return g_strdup_printf (_ ("Added or changed on %s"), day);
    case AJ_USE_STAND_IN:
      return g_strdup_printf (_ ("Stood in for somebody until %s"), day);
    case AJ_USE_REVIEW:
      return g_strdup_printf (_ ("Looked over on %s"), day);
    case AJ_USE_CONTACT:
      return g_strdup_printf (_ ("Last contact on %s"), day);
    case AJ_USE_MATERIAL:
      return g_strdup_printf (_ ("Contact for material on loan until %s"), day);
    case AJ_USE_TRAINING:
      return g_strdup_printf (_ ("Trained for an intervention until %s"), day);
    case AJ_USE_ROLLOUT:
      return g_strdup_printf (_ ("Took part in a rollout until %s"), day);
    case AJ_USE_MEETING:
      return g_strdup_printf (_ ("Chaired a meeting on %s"), day);
    case AJ_USE_LEFT:
      return g_strdup_printf (_ ("Left on %s"), day);
    case AJ_USE_REMOVED:
      return g_strdup_printf (_ ("Removed on %s, but still in the history"), day);
    case AJ_USE_UNKNOWN:
    default:
      return g_strdup (_ ("Never used, as far as is known"));
    }
}

char *
aj_retention_describe_term (int months)
{
  int years = months / 12;

  if (months % 12 == 0)
    return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) years), years);
  return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);
}

AjRetention *
aj_retention_new (AjDate today)
{
  AjRetention *self = g_new0 (AjRetention, 1);

  self->today = today;
  self->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) use_free);
  self->wholes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) aj_values_unref);
  self->merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  return self;
}

void
aj_retention_free (AjRetention *self)
{
  g_hash_table_unref (self->uses);
  g_hash_table_unref (self->wholes);
  g_ptr_array_unref (self->others);
  g_hash_table_unref (self->merged);
  g_free (self);
}

static Use *
get_use (AjRetention *self, const char *person_id)
{
  Use *use = g_hash_table_lookup (self->uses, person_id);

  if (use == NULL)
    {
      use = g_new0 (Use, 1);
      use->date = AJ_DATE_NONE;
      g_hash_table_insert (self->uses, g_strdup (person_id), use);
    }
  return use;
}

/* What is to come is a use of today. */
static void
note (AjRetention *self, Use *use, AjUseKind kind, AjDate date, const char *where)
{
  if (date == AJ_DATE_NONE)
    return;
  date = MIN (date, self->today);
  if (date < use->date || (date == use->date && kind < use->kind))
    return;
  use->date = date;
  use->kind = kind;
  use->where = where;
}

/* Of who was merged into somebody, that one's history is left: it goes with them, and is never due by itself. */
static void
note_merged (AjRetention *self, const AjValues *person)
{
  const char *merged = aj_values_get_text (person, aj_person_record_type.merged_field);
  g_auto (GStrv) ids = g_strsplit (merged != NULL ? merged : "", " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (self->merged, g_strdup (ids[i]));
}

/* AJ_DATE_NONE is no end. */
static AjDate
get_earlier_end (AjDate a, AjDate b)
{
  return a == AJ_DATE_NONE || (b != AJ_DATE_NONE && b < a) ? b : a;
}

/* Until when somebody is where nothing but an end takes them away. */
static AjDate
get_last_day (AjRetention *self, const Use *use, AjDate end)
{
  end = get_earlier_end (end, aj_values_get_date (use->person, "left-on"));
  return end != AJ_DATE_NONE ? end : self->today;
}

static void
note_membership (AjRetention *self, Use *use, const AjValues *membership)
{
  const AjValues *group = g_hash_table_lookup (self->wholes,
                                               aj_values_get_text (membership, "group"));
  AjDate from = aj_values_get_date (membership, "from");
  AjDate end = aj_values_get_date (membership, "until");

  if (group == NULL)
    return;
  end = get_last_day (self, use, get_earlier_end (end, aj_values_get_date (group, "active-until")));
  /* A group or a person may be gone before it began. Without an end it may be to begin yet. */
  if (from == AJ_DATE_NONE || from <= end || end == self->today)
    note (self, use, AJ_USE_SEAT, end, aj_values_get_text (group, "name"));
}

static void
note_position (AjRetention *self, Use *use, const AjValues *position)
{
  AjDate until = get_earlier_end (aj_values_get_date (position, "until"),
                                  aj_values_get_date (use->person, "left-on"));

  if (until == AJ_DATE_NONE || until >= self->today)
    until = aj_values_get_date (position, "from");
  if (until <= self->today)
    note (self, use, AJ_USE_FUNCTION, until, aj_values_get_text (position, "function"));
}

static void
note_district (AjRetention *self, Use *use, const AjValues *district)
{
  note (self, use, AJ_USE_LEAD, get_last_day (self, use, AJ_DATE_NONE),
        aj_values_get_text (district, "name"));
}

/* While it is under way, they are part of it; of one that never began, never. */
static void
note_rollout (AjRetention *self, Use *use, const AjValues *rollout)
{
  AjDate end = aj_values_get_date (rollout, "ends-on");

  if (aj_rollout_is_open (rollout))
    end = AJ_DATE_NONE;
  else if (end == AJ_DATE_NONE)
    end = aj_values_get_date (rollout, "starts-on");
  if (aj_rollout_is_open (rollout) || end != AJ_DATE_NONE)
    note (self, use, AJ_USE_ROLLOUT, get_last_day (self, use, end), NULL);
}

static void
note_giving (AjRetention *self, Use *use, const AjValues *part)
{
  const AjValues *rollout = g_hash_table_lookup (self->wholes,
                                                 aj_values_get_text (part, "rollout"));

  if (rollout != NULL)
    note_rollout (self, use, rollout);
}

static void
note_evaluation (AjRetention *self, Use *use, const AjValues *evaluation)
{
  note (self, use, AJ_USE_ROLLOUT, aj_values_get_date (evaluation, "date"), NULL);
}

static void
note_training (AjRetention *self, Use *use, const AjValues *training)
{
  note (self, use, AJ_USE_TRAINING,
        get_last_day (self, use, aj_values_get_date (training, "valid-until")), NULL);
}

static void
note_trainer (AjRetention *self, Use *use, const AjValues *training)
{
  note (self, use, AJ_USE_TRAINING, aj_values_get_date (training, "trained-on"), NULL);
}

static void
note_loan (AjRetention *self, Use *use, const AjValues *loan)
{
  if (aj_loan_counts (loan))
    note (self, use, AJ_USE_MATERIAL, get_last_day (self, use, aj_loan_get_last_day (loan)), NULL);
}

static void
note_material (AjRetention *self, Use *use, const AjValues *material)
{
  note (self, use, AJ_USE_MATERIAL,
        get_last_day (self, use, aj_values_get_date (material, "until")), NULL);
}

/* Who is used by what: the field that says who, and what it says of them. */
static const struct
{
  const AjRecordType *type;
  const char *field;
  void (*note) (AjRetention *self, Use *use, const AjValues *values);
} sayings[] = {
  { &aj_membership_record_type, "person", note_membership },
  { &aj_position_record_type, "person", note_position },
  { &aj_district_record_type, "lead", note_district },
  { &aj_rollout_record_type, "lead", note_rollout },
  { &aj_rollout_trainer_record_type, "person", note_giving },
  { &aj_evaluation_record_type, "by", note_evaluation },
  { &aj_training_record_type, "person", note_training },
  { &aj_training_record_type, "trained-by", note_trainer },
  { &aj_loan_record_type, "contact", note_loan },
  { &aj_material_record_type, "contact", note_material },
};

static void
note_others (AjRetention *self)
{
  for (guint i = 0; i < self->others->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (sayings); k++)
      {
        const AjValues *values = self->others->pdata[i];
        const char *id = NULL;
        Use *use;

        if (sayings[k].type == aj_values_get_record_type (values))
          id = aj_values_get_text (values, sayings[k].field);
        use = id != NULL ? g_hash_table_lookup (self->uses, id) : NULL;
        if (use != NULL && use->person != NULL)
          sayings[k].note (self, use, values);
      }
}

static gboolean
is_said_by (const AjRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    if (sayings[i].type == type)
      return TRUE;
  return FALSE;
}

/* Only from what others were used for themselves: to stand in for who stands in is no use of anybody. */
static void
note_stand_ins (AjRetention *self)
{
  g_autoptr (GPtrArray) deputies = g_ptr_array_new ();
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (AjDate));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->uses);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Use *use = value;
      gboolean is_there = use->person != NULL && !use->is_removed &&
                          aj_values_is_empty (use->person, "forgotten-on");
      const char *deputy = is_there ? aj_values_get_text (use->person, "deputy") : NULL;
      AjDate date;

      if (deputy == NULL)
        continue;
      date = get_earlier_end (use->date, aj_values_get_date (use->person, "left-on"));
      g_ptr_array_add (deputies, (gpointer) deputy);
      g_array_append_val (dates, date);
    }
  for (guint i = 0; i < deputies->len; i++)
    aj_retention_note (self, deputies->pdata[i], AJ_USE_STAND_IN, g_array_index (dates, AjDate, i));
}

static gboolean
is_due (AjRetention *self, const Use *use, int months)
{
  return use->person != NULL && !aj_values_get_boolean (use->person, "role-mailbox") &&
         aj_values_is_empty (use->person, "forgotten-on") &&
         !g_hash_table_contains (self->merged, aj_values_get_id (use->person)) &&
         (use->date == AJ_DATE_NONE || aj_date_add_months (use->date, months) <= self->today);
}

static AjUnused *
unused_new (const Use *use)
{
  AjUnused *unused = g_new0 (AjUnused, 1);

  unused->person = aj_values_ref (use->person);
  unused->last_use = use->date;
  unused->kind = use->kind;
  unused->where = g_strdup (use->where);
  return unused;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const AjUnused *left = *(const AjUnused *const *) a;
  const AjUnused *right = *(const AjUnused *const *) b;

  if (left->last_use != right->last_use)
    return left->last_use < right->last_use ? -1 : 1;
  return g_utf8_collate (aj_values_get_text (left->person, "name"),
                         aj_values_get_text (right->person, "name"));
}

void
aj_retention_add (AjRetention *self, const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  Use *use;

  if (type == &aj_group_record_type || type == &aj_rollout_record_type)
    {
      g_hash_table_replace (self->wholes, (char *) aj_values_get_id (values),
                            (gpointer) aj_values_ref (values));
    }
  if (is_said_by (type))
    g_ptr_array_add (self->others, (gpointer) aj_values_ref (values));
  if (type == &aj_person_record_type)
    {
      use = get_use (self, aj_values_get_id (values));
      g_clear_pointer (&use->person, aj_values_unref);
      use->person = aj_values_ref (values);
      note_merged (self, values);
      note (self, use, AJ_USE_LEFT, aj_values_get_date (values, "left-on"), NULL);
      note (self, use, AJ_USE_REVIEW, aj_values_get_date (values, "reviewed-on"), NULL);
    }
}

void
aj_retention_add_removed (AjRetention *self, const AjValues *person, AjDate date)
{
  Use *use = get_use (self, aj_values_get_id (person));

  g_clear_pointer (&use->person, aj_values_unref);
  use->person = aj_values_ref (person);
  use->is_removed = TRUE;
  note_merged (self, person);
  note (self, use, AJ_USE_REMOVED, date, NULL);
}

void
aj_retention_note (AjRetention *self, const char *person_id, AjUseKind kind, AjDate date)
{
  note (self, get_use (self, person_id), kind, date, NULL);
}

GPtrArray *
aj_retention_list_due (AjRetention *self, int months)
{
  GPtrArray *due = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_unused_free);
  GHashTableIter iter;
  gpointer use;

  g_return_val_if_fail (months >= 1, due);

  note_others (self);
  note_stand_ins (self);
  g_hash_table_iter_init (&iter, self->uses);
  while (g_hash_table_iter_next (&iter, NULL, &use))
    if (is_due (self, use, months))
      g_ptr_array_add (due, unused_new (use));
  g_ptr_array_sort (due, compare);
  return due;
}
