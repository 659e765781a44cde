/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-knowledge-base.h"

#include <glib/gi18n-lib.h>

#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-paper-folder.h"
#include "aj-paper.h"

/* All that is read, one type after the other. */
static const AjRecordType *const types[] = { &aj_paper_record_type, &aj_meeting_record_type,
                                             &aj_group_record_type };
#define N_TYPES G_N_ELEMENTS (types)

typedef struct
{
  GPtrArray *records[N_TYPES]; /* (owned) (nullable) (element-type AjRecord) */
  GHashTable *
      by_id; /* (owned) (nullable) (element-type utf8 AjValues): of all of them, once all are read */
  guint n_read;
} Reading;

static void
reading_free (Reading *reading)
{
  for (guint i = 0; i < N_TYPES; i++)
    g_clear_pointer (&reading->records[i], g_ptr_array_unref);
  g_clear_pointer (&reading->by_id, g_hash_table_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* The next to be read. Meetings and groups are few beside what is written about them, and named by many. */
static AjQuery *
make_query (Reading *reading)
{
  const AjRecordType *type = types[reading->n_read];
  AjQuery *query = aj_query_new (type);

  if (type == &aj_paper_record_type)
    {
      aj_query_where_integer (query, "knowledge", AJ_QUERY_EQUAL, TRUE);
      aj_query_order_by (query, "theme", FALSE);
      aj_query_order_by (query, "name", FALSE);
    }
  else
    {
      aj_query_unordered (query);
    }
  return query;
}

/* Both borrowed from the records. */
static void
index_records (Reading *reading)
{
  reading->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint type = 0; type < N_TYPES; type++)
    for (guint i = 0; i < reading->records[type]->len; i++)
      {
        const AjValues *values = aj_record_get_values (reading->records[type]->pdata[i]);

        g_hash_table_insert (reading->by_id, (gpointer) aj_values_get_id (values),
                             (gpointer) values);
      }
}

/* NULL when it is not there; or when @id is NULL, or of another type. */
static const AjValues *
look_up (Reading *reading, const AjRecordType *type, const char *id)
{
  const AjValues *found = id != NULL ? g_hash_table_lookup (reading->by_id, id) : NULL;

  return found != NULL && aj_values_get_record_type (found) == type ? found : NULL;
}

/* (transfer full) (nullable): the group and the day. */
static char *
describe_meeting (Reading *reading, const AjValues *paper)
{
  const AjValues *meeting = look_up (reading, &aj_meeting_record_type,
                                     aj_values_get_text (paper, "meeting"));
  const AjValues *group = meeting != NULL ? look_up (reading, &aj_group_record_type,
                                                     aj_values_get_text (meeting, "group"))
                                          : NULL;
  const char *name = group != NULL ? aj_values_get_text (group, "name") : NULL;
  g_autofree char *day = NULL;
  AjWallTime start;

  if (name == NULL || !aj_values_get_wall_time (meeting, "starts-at", &start))
    return NULL;
  day = aj_date_format_long (start.date);
  /* Translators: the group that discussed a document, and the day. */
  return g_strdup_printf (_ ("Discussed by %1$s on %2$s"), name, day);
}

static void
add_kind (AjDocument *document, const AjValues *paper)
{
  g_autofree char *kind = aj_values_display (paper, "kind");
  g_autofree char *target_group = aj_values_display (paper, "target-group");
  g_autofree char *line = NULL;

  if (*target_group == '\0')
    line = g_strdup (kind);
  else if (*kind == '\0')
    /* Translators: for whom a document is: a target group. */
    line = g_strdup_printf (_ ("For: %s"), target_group);
  else
    /* Translators: what a document is ("report"), and for whom: a target group. */
    line = g_strdup_printf (_ ("%1$s, for: %2$s"), kind, target_group);
  aj_document_add_paragraph (document, line);
}

static void
add_file (AjDocument *document, AjStore *store, const AjValues *paper)
{
  const char *file = aj_values_get_text (paper, "file");
  g_autofree char *folder = aj_paper_folder_get_path (aj_store_get_path (store));
  g_autofree char *folder_name = g_path_get_basename (folder);
  g_autofree char *line = NULL;

  if (file == NULL)
    return;
  /* Translators: the name of a file, and of the folder that it lies in. */
  line = g_strdup_printf (_ ("File: “%1$s”, in the folder “%2$s”"), file, folder_name);
  aj_document_add_paragraph (document, line);
}

static void
add_paper (AjDocument *document, AjStore *store, Reading *reading, const AjValues *paper)
{
  const char *link = aj_values_get_text (paper, "link");
  g_autofree char *discussed = describe_meeting (reading, paper);

  aj_document_add_heading (document, 2, aj_values_get_text (paper, "name"));
  add_kind (document, paper);
  aj_document_add_paragraph (document, aj_values_get_text (paper, "summary"));
  aj_document_add_link (document, link, aj_paper_has_web_link (paper) ? link : NULL);
  add_file (document, store, paper);
  aj_document_add_paragraph (document, discussed);
}

/* Themes are in the order of the language, and what has none comes last. */
static AjDocument *
draw (AjStore *store, Reading *reading)
{
  AjDocument *document = aj_document_new (aj_knowledge_base_get_title (), NULL);
  GPtrArray *papers = reading->records[0];
  const char *theme = NULL;

  index_records (reading);
  if (papers->len == 0)
    aj_document_add_paragraph (document, _ ("There is nothing in the knowledge base yet."));
  for (guint i = 0; i < papers->len; i++)
    {
      const AjValues *paper = aj_record_get_values (papers->pdata[i]);
      const char *own = aj_values_get_text (paper, "theme");

      if (i == 0 || g_strcmp0 (own, theme) != 0)
        aj_document_add_heading (document, 1, own != NULL ? own : _ ("Without a Theme"));
      theme = own;
      add_paper (document, store, reading, paper);
    }
  return document;
}

const char *
aj_knowledge_base_get_title (void)
{
  return _ ("Knowledge Base");
}

AjDocument *
aj_knowledge_base_load (AjStore *store, GError **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  for (; reading->n_read < N_TYPES; reading->n_read++)
    {
      g_autoptr (AjQuery) query = make_query (reading);

      reading->records[reading->n_read] = aj_store_fetch (store, query, error);
      if (reading->records[reading->n_read] == NULL)
        return NULL;
    }
  return draw (store, reading);
}

static void read_next (GTask *task);

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->records[reading->n_read] = aj_store_fetch_finish (AJ_STORE (source), result, &error);
  if (reading->records[reading->n_read] == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  reading->n_read++;
  if (reading->n_read < N_TYPES)
    read_next (task);
  else
    g_task_return_pointer (task, draw (AJ_STORE (source), reading),
                           (GDestroyNotify) aj_document_unref);
}

static void
read_next (GTask *task)
{
  g_autoptr (AjQuery) query = make_query (g_task_get_task_data (task));

  aj_store_fetch_async (AJ_STORE (g_task_get_source_object (task)), query,
                        g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

void
aj_knowledge_base_load_async (AjStore *store,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_knowledge_base_load_async);
  g_task_set_task_data (task, g_new0 (Reading, 1), (GDestroyNotify) reading_free);
  read_next (task);
}

AjDocument *
aj_knowledge_base_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
