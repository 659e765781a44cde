/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-programme.h"

#include <glib/gi18n-lib.h>

#include "aj-activity.h"
#include "aj-edition.h"
#include "aj-error.h"
#include "aj-programme-draw-private.h"

static const struct
{
  const char *code;
  const char *label;
} groupings[AJ_PROGRAMME_N_GROUPINGS] = {
  [AJ_PROGRAMME_BY_DISTRICT] = { "district", N_ ("By district") },
  [AJ_PROGRAMME_BY_MUNICIPALITY] = { "municipality", N_ ("By municipality") },
  [AJ_PROGRAMME_BY_TARGET] = { "target", N_ ("By target group") },
  [AJ_PROGRAMME_BY_TIME] = { "time", N_ ("By time") },
};

const char *
aj_programme_grouping_get_code (AjProgrammeGrouping self)
{
  g_return_val_if_fail (self < AJ_PROGRAMME_N_GROUPINGS, NULL);

  return groupings[self].code;
}

const char *
aj_programme_grouping_get_label (AjProgrammeGrouping self)
{
  g_return_val_if_fail (self < AJ_PROGRAMME_N_GROUPINGS, NULL);

  return _ (groupings[self].label);
}

/* A programme while it is read. */
typedef struct
{
  AjProgrammeFacts *facts; /* (owned) */
  GPtrArray *lines;        /* (owned) (element-type AjProgrammeLine) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_ptr_array_unref (self->lines);
  aj_programme_facts_free (self->facts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gboolean
keep_cb (AjProgrammeFacts *facts, const AjProgrammeEntry *entry, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->lines->len == AJ_PROGRAMME_MAX_DRAWN)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_LIMIT,
                   _ ("These are more than %d activities, too many to read or to print. Save them "
                      "as a table, or choose one municipality."),
                   AJ_PROGRAMME_MAX_DRAWN);
      return FALSE;
    }
  g_ptr_array_add (self->lines, aj_programme_line_new (facts, entry));
  return TRUE;
}

static Reading *
reading_new (AjStore *store, const AjProgrammeRequest *request)
{
  Reading *self = g_new0 (Reading, 1);

  self->lines = g_ptr_array_new_with_free_func (aj_programme_line_free);
  self->facts = aj_programme_facts_new (store, request, keep_cb, self);
  return self;
}

static AjDocument *
draw (Reading *self)
{
  return aj_programme_facts_get_request (self->facts)->since != AJ_DATE_NONE
             ? aj_programme_draw_changes (self->facts, self->lines)
             : aj_programme_draw_whole (self->facts, self->lines);
}

AjDocument *
aj_programme_load (AjStore *store, const AjProgrammeRequest *request, GError **error)
{
  g_autoptr (Reading) self = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store) && request->edition != NULL, NULL);

  self = reading_new (store, request);
  return aj_programme_facts_read (self->facts, error) ? draw (self) : NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (aj_programme_facts_read_finish (self->facts, result, &error))
    g_task_return_pointer (task, draw (self), (GDestroyNotify) aj_document_unref);
  else
    g_task_return_error (task, error);
}

void
aj_programme_load_async (AjStore *store,
                         const AjProgrammeRequest *request,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *self;

  g_return_if_fail (AJ_IS_STORE (store) && request->edition != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  self = reading_new (store, request);
  g_task_set_source_tag (task, aj_programme_load_async);
  g_task_set_task_data (task, self, reading_free);
  aj_programme_facts_read_async (self->facts, cancellable, read_cb, g_object_ref (task));
}

AjDocument *
aj_programme_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
