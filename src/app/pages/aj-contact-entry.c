/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-contact-entry.h"

#include <glib/gi18n-lib.h>

#include "aj-contact-line.h"
#include "aj-contact.h"
#include "aj-data-path.h"
#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-line-entry.h"
#include "aj-person.h"
#include "aj-text.h"

/* As data of the services: what was typed, by the id of the record it is about. */
#define DRAFTS "aj-contact-drafts"

struct _AjContactEntry
{
  AdwBin parent_instance;

  AjServices *services; /* (owned) */
  const char *field;
  AjRecord *record;          /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *people;    /* (owned) (nullable) (element-type AjRecord): NULL until they are known */
  gboolean is_accepted; /* Enter was pressed before they were */

  AjLineEntry *entry; /* (unowned): the child */
};

G_DEFINE_FINAL_TYPE (AjContactEntry, aj_contact_entry, ADW_TYPE_BIN)

/* Who may have been spoken to. */
static const struct
{
  const char *field;    /* of the contact */
  const char *paths[2]; /* of the people */
} speakers[] = {
  { "organisation", { "organisation", NULL } },
  { "municipality", { "organisation.municipality", NULL } },
};

static AjStore *
get_store (AjContactEntry *self)
{
  return aj_services_get_store (self->services);
}

static GHashTable *
get_drafts (AjContactEntry *self)
{
  GHashTable *drafts = g_object_get_data (G_OBJECT (self->services), DRAFTS);

  if (drafts == NULL)
    {
      drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (self->services), DRAFTS, drafts,
                              (GDestroyNotify) g_hash_table_unref);
    }
  return drafts;
}

static void
keep_draft (AjContactEntry *self)
{
  const char *text = aj_line_entry_get_text (self->entry);

  if (aj_text_or_null (text) != NULL)
    g_hash_table_insert (get_drafts (self), g_strdup (aj_record_get_id (self->record)),
                         g_strdup (text));
  else
    g_hash_table_remove (get_drafts (self), aj_record_get_id (self->record));
}

/* Those who left are not spoken to any more, and only share their name with others. */
static GPtrArray *
list_people (AjContactEntry *self)
{
  GPtrArray *people = g_ptr_array_new ();
  AjDate today = aj_services_get_today (self->services);

  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    {
      const AjValues *values = aj_record_get_values (self->people->pdata[i]);
      AjDate left = values != NULL ? aj_values_get_date (values, "left-on") : AJ_DATE_NONE;

      if (values != NULL && (left == AJ_DATE_NONE || left >= today))
        g_ptr_array_add (people, (gpointer) values);
    }
  return people;
}

static AjContactLine *
read_line (AjContactEntry *self)
{
  g_autoptr (GPtrArray) people = list_people (self);

  return aj_contact_line_new (aj_line_entry_get_text (self->entry),
                              aj_services_get_today (self->services), people);
}

static void
show_hint (AjContactEntry *self, const AjContactLine *line)
{
  g_autofree char *text = aj_contact_line_to_text (line);
  const gboolean is_wrong = line->fault == AJ_CONTACT_LINE_FUTURE ||
                            line->fault == AJ_CONTACT_LINE_WEEKDAY;

  if (*text == '\0')
    {
      g_free (text);
      /* Translators: an example of a line to type; it is read in Dutch and in English. */
      text = g_strdup (_ ("For example: yesterday called Anna about the action day"));
    }
  aj_line_entry_show_hint (self->entry, text, is_wrong);
}

static void
text_changed_cb (AjContactEntry *self)
{
  g_autoptr (AjContactLine) line = read_line (self);

  show_hint (self, line);
}

/* The person's own organisation has the contact in its log too. */
static const char *
find_organisation (AjContactEntry *self, const char *person)
{
  if (g_str_equal (self->field, "person"))
    return aj_record_get_text (self->record, "organisation");
  for (guint i = 0; person != NULL && i < self->people->len; i++)
    if (g_str_equal (aj_record_get_id (self->people->pdata[i]), person))
      return aj_record_get_text (self->people->pdata[i], "organisation");
  return NULL;
}

static void
fill_contact (AjContactEntry *self, AjValues *contact, const AjContactLine *line)
{
  g_autofree char *author = aj_get_author (aj_services_get_settings (self->services));

  aj_values_set_text (contact, "organisation", find_organisation (self, line->person));
  aj_values_set_text (contact, "person", line->person);
  aj_values_set_text (contact, self->field, aj_record_get_id (self->record));
  aj_values_set_date (contact, "date", line->date);
  aj_values_set_text (contact, "way", line->way);
  aj_values_set_text (contact, "summary", line->what);
  aj_values_set_text (contact, "by", author);
}

/* What could not be stored is there again, unless something else was typed meanwhile. */
static void
stored_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjContactEntry) self = user_data;
  const char *text = g_object_get_data (G_OBJECT (edit), "text");

  if (error != NULL && self->entry != NULL && *aj_line_entry_get_text (self->entry) == '\0')
    {
      aj_line_entry_set_text (self->entry, text);
    }
}

static void
store_line (AjContactEntry *self)
{
  g_autoptr (AjContactLine) line = read_line (self);
  g_autofree char *label = NULL;
  g_autoptr (AjEdit) edit = NULL;

  self->is_accepted = FALSE;
  if (line->fault != AJ_CONTACT_LINE_NO_FAULT)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* Translators: a line in the history of changes: with which organisation or person. */
  label = g_strdup_printf (_ ("Note contact with %s"), aj_record_get_title (self->record));
  edit = aj_edit_new (get_store (self), label);
  fill_contact (self, aj_edit_add (edit, &aj_contact_record_type), line);
  g_object_set_data_full (G_OBJECT (edit), "text", g_strdup (aj_line_entry_get_text (self->entry)),
                          g_free);
  aj_line_entry_set_text (self->entry, "");
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_QUIET, stored_cb, g_object_ref (self));
}

static void
accepted_cb (AjContactEntry *self)
{
  if (self->people == NULL)
    self->is_accepted = TRUE;
  else
    store_line (self);
}

static void
people_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjContactEntry) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = aj_store_fetch_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->people, g_ptr_array_unref);
  /* Without them a name stays in the text, which loses nothing. */
  self->people = people != NULL ? g_steal_pointer (&people)
                                : g_ptr_array_new_with_free_func (g_object_unref);
  if (self->is_accepted)
    store_line (self);
  else
    text_changed_cb (self);
}

/* Each time somebody comes to type: people come and go. */
static void
fetch_people (AjContactEntry *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (speakers); i++)
    {
      g_autoptr (AjQuery) query = NULL;

      if (!g_str_equal (speakers[i].field, self->field))
        continue;
      query = aj_query_new (&aj_person_record_type);
      aj_query_where_leads_to (query, speakers[i].paths, aj_record_get_id (self->record));
      aj_store_fetch_async (get_store (self), query, self->cancellable, people_fetched_cb,
                            g_object_ref (self));
      return;
    }
  /* With one person there is nobody else to name. */
  if (self->people == NULL)
    self->people = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_size (self->people, 0);
  g_ptr_array_add (self->people, g_object_ref (self->record));
}

static void
aj_contact_entry_dispose (GObject *object)
{
  AjContactEntry *self = AJ_CONTACT_ENTRY (object);

  g_cancellable_cancel (self->cancellable);
  if (self->entry != NULL)
    keep_draft (self);
  self->entry = NULL;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_contact_entry_parent_class)->dispose (object);
}

static void
aj_contact_entry_class_init (AjContactEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_contact_entry_dispose;
}

static void
aj_contact_entry_init (AjContactEntry *self)
{
  self->cancellable = g_cancellable_new ();
  self->entry = aj_line_entry_new (_ ("Note a contact"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "accepted", G_CALLBACK (accepted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entered", G_CALLBACK (fetch_people), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
}

GtkWidget *
aj_contact_entry_new (AjServices *services, const char *field, AjRecord *record)
{
  AjContactEntry *self = g_object_new (AJ_TYPE_CONTACT_ENTRY, NULL);
  const char *draft;

  self->services = g_object_ref (services);
  self->field = field;
  self->record = g_object_ref (record);
  fetch_people (self);
  draft = g_hash_table_lookup (get_drafts (self), aj_record_get_id (record));
  aj_line_entry_set_text (self->entry, draft != NULL ? draft : "");
  text_changed_cb (self);
  return GTK_WIDGET (self);
}
