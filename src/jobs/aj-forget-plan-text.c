/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-forget-plan.h"

#include <glib/gi18n-lib.h>

#include "aj-district.h"
#include "aj-forget-plan-private.h"
#include "aj-membership.h"
#include "aj-person-text.h"
#include "aj-person.h"

/* So many are called by name. */
#define MAX_NAMED 12

/* What stays of a seat. */
static const char *const seat_columns[] = {
  "group", "role", "organisation", "from", "until", NULL
};
static const AjPersonPart seats = { &aj_membership_record_type, "person", N_ ("Seats in Groups"),
                                    seat_columns };

typedef struct
{
  AjForgetPlan *plan;
  AjForgetFlags flags;
  AjDocument *document;
} Writing;

static const AjValues *
get_person (AjForgetPlan *self, guint index)
{
  return aj_surroundings_get_record (self->people->pdata[index]);
}

static char *
make_title (AjForgetPlan *self)
{
  if (self->people->len == 1)
    /* Translators: the name of a person. */
    return g_strdup_printf (_ ("Forget %s?"), aj_values_get_text (get_person (self, 0), "name"));
  return g_strdup_printf (ngettext ("Forget %u person?", "Forget %u people?", self->people->len),
                          self->people->len);
}

static void
append_listed (GString *text, const char *part)
{
  if (text->len > 0)
    {
      g_autofree char *so_far = g_strdup (text->str);

      /* Translators: what was listed so far, and one more. */
      g_string_printf (text, C_ ("list", "%1$s, %2$s"), so_far, part);
      return;
    }
  g_string_append (text, part);
}

/* The labels of the fields that go of any of @records (AjValues), each once. @about: the field that says whose they are;
 * NULL for the people themselves. */
static char *
list_personal (GPtrArray *records, const AjRecordType *type, const char *about)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    for (guint j = 0; j < records->len; j++)
      if (type->fields[i].personal && g_strcmp0 (type->fields[i].about, about) == 0 &&
          aj_values_peek (records->pdata[j], i)->kind != AJ_VALUE_NONE)
        {
          append_listed (text, aj_field_get_label (&type->fields[i]));
          break;
        }
  return g_string_free (text, FALSE);
}

/* (element-type AjValues) (transfer container): of all of them together. */
static GPtrArray *
collect (AjForgetPlan *self, const AjPersonPart *part)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < self->people->len; i++)
    {
      GPtrArray *records = part != NULL ? aj_surroundings_list (self->people->pdata[i], part->type,
                                                                part->field)
                                        : NULL;

      if (part == NULL)
        g_ptr_array_add (all, (gpointer) get_person (self, i));
      for (guint j = 0; records != NULL && j < records->len; j++)
        g_ptr_array_add (all, records->pdata[j]);
    }
  return all;
}

static void
write_names (Writing *self)
{
  guint n = self->plan->people->len;

  if (n == 1)
    return;
  for (guint i = 0; i < MIN (n, MAX_NAMED); i++)
    aj_document_add_item (self->document, aj_values_get_text (get_person (self->plan, i), "name"));
  if (n > MAX_NAMED)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                         n - MAX_NAMED),
                                               n - MAX_NAMED);

      aj_document_add_item (self->document, rest);
    }
}

static guint
count_changes (AjForgetPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    n += aj_surroundings_get_history (self->people->pdata[i])->len;
  return n;
}

static void
write_what_goes (Writing *self)
{
  g_autoptr (GPtrArray) people = collect (self->plan, NULL);
  g_autofree char *fields = list_personal (people, &aj_person_record_type, NULL);
  guint n_changes = count_changes (self->plan);
  guint n_mentions = aj_forget_plan_get_n_mentions (self->plan);
  g_autofree char *changes = g_strdup_printf (
      ngettext ("The same in %u change of the history, before and after",
                "The same in %u changes of the history, before and after", n_changes),
      n_changes);
  g_autofree char *mentions = g_strdup_printf (
      /* Translators: […] is what comes in the place of a name, and stays as it is. */
      ngettext ("%u mention in the texts of others: […] comes in its place",
                "%u mentions in the texts of others: […] comes in their place", n_mentions),
      n_mentions);

  aj_document_add_heading (self->document, 1, _ ("What Goes"));
  aj_document_add_item (self->document, fields);
  for (const AjPersonPart *part = aj_person_parts_get (); part->type != NULL; part++)
    {
      g_autoptr (GPtrArray) records = collect (self->plan, part);
      g_autofree char *personal = list_personal (records, part->type, part->field);
      /* Translators: a kind of records, and which of their fields: "Functions: Function, Notes". */
      g_autofree char *item = g_strdup_printf (_ ("%s: %s"), _ (part->heading), personal);

      if (*personal != '\0')
        aj_document_add_item (self->document, item);
    }
  if (n_changes > 0)
    aj_document_add_item (self->document, changes);
  if (n_mentions > 0 && (self->flags & AJ_FORGET_KEEP_MENTIONS) == 0)
    aj_document_add_item (self->document, mentions);
}

static gboolean
goes_on (AjForgetPlan *self, const AjValues *membership)
{
  AjDate until = aj_values_get_date (membership, "until");

  return until == AJ_DATE_NONE || until > self->today;
}

/* Who still sits or leads somewhere does so no longer. */
static gboolean
is_somewhere (AjForgetPlan *self, AjSurroundings *around)
{
  GPtrArray *memberships = aj_surroundings_list (around, seats.type, seats.field);
  GPtrArray *districts = aj_surroundings_list (around, &aj_district_record_type, "lead");

  if (!aj_values_is_empty (aj_surroundings_get_record (around), "left-on"))
    return FALSE;
  for (guint i = 0; i < memberships->len; i++)
    if (goes_on (self, memberships->pdata[i]))
      return TRUE;
  return districts->len > 0;
}

static gboolean
is_any_somewhere (AjForgetPlan *self)
{
  for (guint i = 0; i < self->people->len; i++)
    if (is_somewhere (self, self->people->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
write_counts (Writing *self)
{
  for (const AjPersonPart *part = aj_person_parts_get (); part->type != NULL; part++)
    {
      g_autoptr (GPtrArray) records = collect (self->plan, part);
      g_autofree char *item = NULL;

      if (records->len == 0 || (part->type == seats.type && self->plan->people->len == 1))
        continue;
      /* Translators: a kind of records, and how many: "Functions: 2, with who they were for and when". */
      item = g_strdup_printf (_ ("%s: %u, with their days and organisations"), _ (part->heading),
                              records->len);
      aj_document_add_item (self->document, item);
    }
}

static void
write_what_stays (Writing *self)
{
  guint n_mentions = aj_forget_plan_get_n_mentions (self->plan);
  guint n_shared = aj_person_text_count_mentions (self->plan->mentions, TRUE);
  g_autofree char *name = g_strdup_printf (
      /* Translators: "Forgotten person", which stands in the place of a name. */
      _ ("That somebody was there, as “%s”"), forget_plan_get_neutral_name ());
  g_autofree char *mentions =
      g_strdup_printf (ngettext ("%u mention in the texts of others, as you wish",
                                 "%u mentions in the texts of others, as you wish", n_mentions),
                       n_mentions);

  aj_document_add_heading (self->document, 1, _ ("What Stays"));
  aj_document_add_item (self->document, name);
  write_counts (self);
  if (n_mentions > 0 && (self->flags & AJ_FORGET_KEEP_MENTIONS) != 0)
    aj_document_add_item (self->document, mentions);
  if (n_shared > 0)
    aj_document_add_item (self->document,
                          _ ("What others have as their own too, as the number of an office"));
  aj_document_add_item (self->document, _ ("What is not recognised in the texts of others, as a "
                                           "family name alone or a nickname"));
  if (self->plan->people->len == 1)
    aj_person_text_add_table (self->document, self->plan->people->pdata[0], &seats,
                              aj_surroundings_list (self->plan->people->pdata[0], seats.type,
                                                    seats.field));
  if (is_any_somewhere (self->plan))
    aj_document_add_paragraph (
        self->document,
        ngettext ("From today on this person sits in no group and leads no district any more.",
                  "From today on these people sit in no group and lead no district any more.",
                  self->plan->people->len));
}

static void
write_mentions (Writing *self)
{
  AjSurroundings *around = self->plan->people->len == 1 ? self->plan->people->pdata[0] : NULL;

  if (aj_forget_plan_get_n_mentions (self->plan) == 0)
    return;
  aj_document_add_heading (self->document, 1, _ ("In the Texts of Others"));
  aj_person_text_add_mentions (self->document, around, self->plan->mentions, FALSE);
}

static void
write_copies (Writing *self)
{
  aj_document_add_heading (self->document, 1, _ ("What Is Not in This File"));
  if (self->plan->copies->len > 0)
    aj_document_add_paragraph (
        self->document, _ ("By their names these files beside the data file look like copies "
                           "of it. They stay as they are, with all that is in them. Look at "
                           "them, and delete yourself what is a copy."));
  for (guint i = 0; i < self->plan->copies->len; i++)
    aj_document_add_item (self->document, self->plan->copies->pdata[i]);
  aj_document_add_paragraph (
      self->document,
      _ ("Lists, mails and calendar files that were handed out, and copies in other places, are "
         "not changed either."));
}

AjDocument *
aj_forget_plan_to_document (AjForgetPlan *self, AjForgetFlags flags)
{
  g_autofree char *title = make_title (self);
  Writing writing = { self, flags, aj_document_new (title, NULL) };

  aj_document_add_paragraph (
      writing.document,
      _ ("This cannot be undone. Taking back earlier changes brings nothing back either."));
  write_names (&writing);
  write_what_goes (&writing);
  write_what_stays (&writing);
  write_mentions (&writing);
  write_copies (&writing);
  return writing.document;
}
