/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-book.h"

#include "aj-activity.h"
#include "aj-edition.h"
#include "aj-merger.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-pass.h"
#include "aj-person.h"

/* What is read after the facts, in this order. */
typedef enum
{
  PART_MERGED, /* municipalities that went into another one */
  PART_ORGANISATIONS,
  PART_PEOPLE,
  PART_ACTIVITIES,
  PART_PREVIOUS,
  N_PARTS,
} Part;

struct _AjFormBook
{
  AjEditionFacts *facts;     /* (owned) (nullable): until they are read */
  GHashTable *merged;        /* (owned) (element-type utf8 AjValues) */
  GHashTable *organisations; /* (owned) (element-type utf8 AjValues) */
  GHashTable *people;        /* (owned) (element-type utf8 AjValues) */
  GHashTable *activities;    /* (owned) (element-type utf8 GPtrArray<AjValues>): by municipality */
  GHashTable
      *previous; /* (owned) (element-type utf8 GPtrArray<AjValues>): likewise, of last time */
  GHashTable *taken_up; /* (owned) (element-type utf8): of those, what is registered again */
  guint n_asked;        /* of the parts: the last of them is being read */
};

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
}

static AjFormBook *
book_new (void)
{
  AjFormBook *self = g_new0 (AjFormBook, 1);

  self->merged = new_table ((GDestroyNotify) aj_values_unref);
  self->organisations = new_table ((GDestroyNotify) aj_values_unref);
  self->people = new_table ((GDestroyNotify) aj_values_unref);
  self->activities = new_table ((GDestroyNotify) g_ptr_array_unref);
  self->previous = new_table ((GDestroyNotify) g_ptr_array_unref);
  self->taken_up = new_table (NULL);
  return self;
}

void
aj_form_book_free (AjFormBook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->facts, aj_edition_facts_free);
  g_hash_table_unref (self->merged);
  g_hash_table_unref (self->organisations);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->activities);
  g_hash_table_unref (self->previous);
  g_hash_table_unref (self->taken_up);
  g_free (self);
}

static const char *
get_previous_edition (AjFormBook *self)
{
  return aj_values_get_text (aj_edition_facts_get_edition (self->facts), "previous");
}

static AjQuery *
query_activities (const char *edition)
{
  AjQuery *query = aj_query_new (&aj_activity_record_type);

  aj_query_where_text (query, "edition", AJ_QUERY_EQUAL, edition);
  aj_query_order_by (query, "name", FALSE);
  return query;
}

static AjQuery *
make_query (AjFormBook *self, Part part)
{
  AjQuery *query;

  switch (part)
    {
    case PART_MERGED:
      query = aj_query_new (&aj_municipality_record_type);
      aj_query_where_empty (query, "merged-into", AJ_QUERY_NOT_EMPTY);
      return query;
    case PART_ORGANISATIONS:
      return aj_query_new (&aj_organisation_record_type);
    case PART_PEOPLE:
      return aj_query_new (&aj_person_record_type);
    case PART_ACTIVITIES:
      return query_activities (aj_values_get_id (aj_edition_facts_get_edition (self->facts)));
    case PART_PREVIOUS:
    case N_PARTS:
    default:
      return query_activities (get_previous_edition (self));
    }
}

static AjQuery *
next_query_cb (gpointer user_data)
{
  AjFormBook *self = user_data;

  if (self->n_asked == N_PARTS ||
      (self->n_asked == PART_PREVIOUS && get_previous_edition (self) == NULL))
    return NULL;
  return make_query (self, (Part) self->n_asked++);
}

static void
keep (GHashTable *table, const AjValues *values)
{
  g_hash_table_insert (table, g_strdup (aj_values_get_id (values)), aj_values_ref (values));
}

/* Old records keep the municipality they were made for. */
static void
keep_activity (AjFormBook *self, GHashTable *table, const AjValues *activity)
{
  AjDate day = aj_values_get_date (aj_edition_facts_get_edition (self->facts), "starts-on");
  const char *heir = aj_merger_find_heir (self->merged,
                                          aj_values_get_text (activity, "municipality"), day);
  GPtrArray *all = g_hash_table_lookup (table, heir);

  if (all == NULL)
    {
      all = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
      g_hash_table_insert (table, g_strdup (heir), all);
    }
  g_ptr_array_add (all, aj_values_ref (activity));
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  AjFormBook *self = user_data;
  const char *before;

  switch ((Part) (self->n_asked - 1))
    {
    case PART_MERGED:
      keep (self->merged, values);
      break;
    case PART_ORGANISATIONS:
      keep (self->organisations, values);
      break;
    case PART_PEOPLE:
      keep (self->people, values);
      break;
    case PART_ACTIVITIES:
      before = aj_values_get_text (values, "previous");
      if (before != NULL)
        g_hash_table_add (self->taken_up, g_strdup (before));
      keep_activity (self, self->activities, values);
      break;
    case PART_PREVIOUS:
    case N_PARTS:
    default:
      if (aj_activity_counts (values))
        keep_activity (self, self->previous, values);
    }
  return TRUE;
}

AjFormBook *
aj_form_book_load (AjStore *store, const char *edition_id, GError **error)
{
  g_autoptr (AjFormBook) self = book_new ();

  g_return_val_if_fail (AJ_IS_STORE (store) && edition_id != NULL, NULL);

  self->facts = aj_edition_facts_load (store, edition_id, error);
  if (self->facts == NULL || !aj_pass_run_chain (store, next_query_cb, take_cb, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (AjFormBook) self = g_task_get_task_data (task);
  GError *error = NULL;

  g_task_set_task_data (task, NULL, NULL);
  if (aj_pass_run_finish (AJ_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) aj_form_book_free);
  else
    g_task_return_error (task, error);
}

static void
facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  AjEditionFacts *facts = aj_edition_facts_load_finish (AJ_STORE (source), result, &error);
  AjFormBook *self;

  if (facts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self = book_new ();
  self->facts = facts;
  /* read_cb() takes it. */
  g_task_set_task_data (task, self, NULL);
  aj_pass_run_chain_async (AJ_STORE (source), next_query_cb, take_cb, self, cancellable, read_cb,
                           g_steal_pointer (&task));
}

void
aj_form_book_load_async (AjStore *store,
                         const char *edition_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_form_book_load_async);
  aj_edition_facts_load_async (store, edition_id, cancellable, facts_read_cb, task);
}

AjFormBook *
aj_form_book_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

AjEditionFacts *
aj_form_book_get_facts (AjFormBook *self)
{
  return self->facts;
}

AjFormPurpose
aj_form_book_get_purpose (AjFormBook *self, AjDate today)
{
  AjDate last = aj_values_get_date (aj_edition_facts_get_edition (self->facts), "ends-on");

  return today > last ? AJ_FORM_LOOK_BACK : AJ_FORM_REGISTER;
}

static gboolean
is_asked (const AjCoverageLine *line, AjFormPurpose purpose)
{
  if (purpose == AJ_FORM_LOOK_BACK)
    return aj_coverage_line_has_to_tell (line);
  return aj_standing_is_waited_for (line->standing) || line->standing == AJ_STANDING_REGISTERED;
}

GPtrArray *
aj_form_book_list (AjFormBook *self, AjFormPurpose purpose)
{
  GPtrArray *lines = aj_coverage_get_lines (aj_edition_facts_get_coverage (self->facts));
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const AjCoverageLine *line = lines->pdata[i];

      if (is_asked (line, purpose))
        g_ptr_array_add (ids, (gpointer) aj_values_get_id (line->municipality));
    }
  return ids;
}

/* (nullable): who can still be asked. */
static const AjValues *
find_person (AjFormBook *self, const char *id, AjDate today)
{
  const AjValues *person = id != NULL ? g_hash_table_lookup (self->people, id) : NULL;
  AjDate left = person != NULL ? aj_values_get_date (person, "left-on") : AJ_DATE_NONE;

  if (person == NULL || !aj_values_is_empty (person, "forgotten-on") ||
      (left != AJ_DATE_NONE && left < today))
    return NULL;
  return person;
}

static const char *
get_phone (const AjValues *person)
{
  const char *mobile = aj_values_get_text (person, "mobile");

  return mobile != NULL ? mobile : aj_values_get_text (person, "phone");
}

static void
fill_contact (
    AjFormBook *self, AjForm *form, AjFormRow *row, const AjValues *activity, AjDate today)
{
  const AjValues *person = find_person (self, aj_values_get_text (activity, "contact"), today);

  if (person == NULL)
    return;
  aj_form_set_text (form, row, AJ_FORM_COLUMN_CONTACT_NAME, aj_values_get_text (person, "name"));
  aj_form_set_text (form, row, AJ_FORM_COLUMN_CONTACT_MAIL, aj_values_get_text (person, "mail"));
  aj_form_set_text (form, row, AJ_FORM_COLUMN_CONTACT_PHONE, get_phone (person));
}

/* Where an organisation is asked itself, or it is that of the municipality, it goes without saying. */
static void
fill_organisation (AjFormBook *self, AjForm *form, AjFormRow *row, const AjValues *activity)
{
  const char *id = aj_values_get_text (activity, "organisation");
  const AjValues *organisation = id != NULL ? g_hash_table_lookup (self->organisations, id) : NULL;

  if (organisation != NULL)
    aj_form_set_text (form, row, AJ_FORM_COLUMN_ORGANISATION,
                      aj_values_get_text (organisation, "name"));
}

/* What is called the same in the form as in an activity. */
static void
fill_fields (AjForm *form, AjFormRow *row, const AjValues *activity)
{
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    {
      const AjField *field = aj_form_column_get_field (i);
      int index = aj_record_type_find (&aj_activity_record_type, field->name);
      g_autofree char *text = NULL;

      if (index < 0 || aj_activity_record_type.fields[index].kind == AJ_FIELD_REFERENCE)
        continue;
      text = aj_field_format (field, aj_values_peek (activity, (guint) index));
      aj_form_set_text (form, row, i, text);
    }
}

static AjFormRow *
add_row (AjFormBook *self, AjForm *form, const AjValues *activity, AjDate today)
{
  AjFormRow *row = aj_form_add_row (form);

  fill_fields (form, row, activity);
  fill_organisation (self, form, row, activity);
  fill_contact (self, form, row, activity, today);
  return row;
}

static void
add_registered (AjFormBook *self, AjForm *form, const AjValues *activity, AjDate today)
{
  AjFormRow *row = add_row (self, form, activity, today);

  row->activity = g_strdup (aj_values_get_id (activity));
  row->previous = g_strdup (aj_values_get_text (activity, "previous"));
  /* Afterwards it is for them to say: who sends the form back unread says nothing. */
  if (form->purpose == AJ_FORM_REGISTER)
    aj_form_set_text (form, row, AJ_FORM_COLUMN_TAKES_PLACE, "true");
}

/* A proposal: as many days from the first as it was then, and with the reach that it had. */
static void
add_proposal (AjFormBook *self, AjForm *form, const AjValues *activity, AjDate today)
{
  AjFormRow *row = add_row (self, form, activity, today);
  const AjValues *before = aj_coverage_get_edition (aj_edition_facts_get_previous (self->facts));
  AjDate date = aj_values_get_date (activity, "date");
  AjDate first = aj_values_get_date (before, "starts-on");
  g_autofree char *day = aj_date_to_iso (MIN (form->starts_on + (date - first), form->ends_on));
  const char *reached = row->texts[AJ_FORM_COLUMN_ACTUAL_REACH];

  row->previous = g_strdup (aj_values_get_id (activity));
  aj_form_set_text (form, row, AJ_FORM_COLUMN_DATE, day);
  if (reached != NULL)
    aj_form_set_text (form, row, AJ_FORM_COLUMN_EXPECTED_REACH, reached);
  aj_form_set_text (form, row, AJ_FORM_COLUMN_ACTUAL_REACH, NULL);
  aj_form_set_text (form, row, AJ_FORM_COLUMN_WORKED, NULL);
  aj_form_set_text (form, row, AJ_FORM_COLUMN_REMARKS, NULL);
}

static gboolean
is_about (const AjValues *activity, const AjFormRequest *request)
{
  return request->organisation == NULL ||
         g_strcmp0 (aj_values_get_text (activity, "organisation"), request->organisation) == 0;
}

/* Drafts are somebody's own, and what was cancelled needs no answer. */
static void
add_activities (AjFormBook *self, AjForm *form, const AjFormRequest *request)
{
  GPtrArray *all = g_hash_table_lookup (self->activities, request->municipality);
  GPtrArray *before = g_hash_table_lookup (self->previous, request->municipality);

  for (guint i = 0; all != NULL && i < all->len && form->rows->len < AJ_FORM_MAX_ROWS; i++)
    if (aj_activity_counts (all->pdata[i]) && is_about (all->pdata[i], request))
      add_registered (self, form, all->pdata[i], request->today);
  if (request->purpose == AJ_FORM_LOOK_BACK)
    return;
  for (guint i = 0; before != NULL && i < before->len && form->rows->len < AJ_FORM_MAX_ROWS; i++)
    if (!g_hash_table_contains (self->taken_up, aj_values_get_id (before->pdata[i])) &&
        is_about (before->pdata[i], request))
      add_proposal (self, form, before->pdata[i], request->today);
}

/* The same form of the same day has the same number, so that writing it again makes the same file. */
static char *
make_id (const AjForm *form)
{
  g_autofree char *all = g_strdup_printf ("%s %s %s %d %d", form->edition_id, form->municipality_id,
                                          form->organisation_id != NULL ? form->organisation_id
                                                                        : "",
                                          (int) form->purpose, form->written_on);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);

  return g_strndup (sum, 32);
}

static void
fill_head (AjFormBook *self, AjForm *form, const AjFormRequest *request, const AjCoverageLine *line)
{
  const AjValues *edition = aj_edition_facts_get_edition (self->facts);
  const AjValues *organisation = request->organisation != NULL
                                     ? g_hash_table_lookup (self->organisations,
                                                            request->organisation)
                                     : NULL;

  form->purpose = request->purpose;
  form->edition_id = g_strdup (aj_values_get_id (edition));
  form->edition_name = g_strdup (aj_values_get_text (edition, "name"));
  form->starts_on = aj_values_get_date (edition, "starts-on");
  form->ends_on = aj_values_get_date (edition, "ends-on");
  form->deadline = aj_values_get_date (edition, "deadline");
  form->municipality_id = g_strdup (request->municipality);
  form->municipality_code = g_strdup (aj_values_get_text (line->municipality, "code"));
  form->municipality_name = g_strdup (aj_values_get_text (line->municipality, "name"));
  form->organisation_id = g_strdup (request->organisation);
  if (organisation != NULL)
    form->organisation_name = g_strdup (aj_values_get_text (organisation, "name"));
  form->reply_name = g_strdup (request->organiser.name);
  form->reply_mail = g_strdup (request->organiser.mail);
  form->written_on = request->today;
  form->id = make_id (form);
}

static void
fill_answer (AjFormBook *self,
             AjForm *form,
             const AjFormRequest *request,
             const AjCoverageLine *line)
{
  const char *id = line->participation != NULL ? aj_values_get_text (line->participation, "contact")
                                               : NULL;
  const AjValues *person = request->organisation == NULL ? find_person (self, id, request->today)
                                                         : NULL;

  if (person == NULL)
    return;
  form->contact_name = g_strdup (aj_values_get_text (person, "name"));
  form->contact_mail = g_strdup (aj_values_get_text (person, "mail"));
  form->contact_phone = g_strdup (get_phone (person));
}

AjForm *
aj_form_book_make (AjFormBook *self, const AjFormRequest *request)
{
  const AjCoverageLine *line = aj_coverage_look_up (aj_edition_facts_get_coverage (self->facts),
                                                    request->municipality);
  AjForm *form;

  if (line == NULL)
    return NULL;
  form = aj_form_new ();
  fill_head (self, form, request, line);
  fill_answer (self, form, request, line);
  add_activities (self, form, request);
  return form;
}
