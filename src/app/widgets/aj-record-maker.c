/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-maker.h"

#include <glib/gi18n-lib.h>

#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-named-record.h"

/* After so many records called "New group", the next may be named first. */
#define MAX_NUMBER 100

typedef struct
{
  GtkWidget *widget; /* (nullable): weak */
  AjStore *store;    /* (owned) */
  const AjRecordType *type;
  char *name; /* (owned) */
  gboolean numbered;
  char *reference; /* (owned) (nullable) */
  char *target_id; /* (owned) (nullable) */
  int number;
  char *id; /* (owned): of the present try */
  AjRecordMade made;
  gpointer user_data;
} Making;

static void try_making (Making *making);

gboolean
aj_record_maker_can_make (const AjRecordType *type)
{
  return aj_named_record_is_enough (type);
}

static void
finish (Making *making, const char *id)
{
  making->made (id, making->user_data);
  g_clear_weak_pointer (&making->widget);
  g_object_unref (making->store);
  g_free (making->name);
  g_free (making->reference);
  g_free (making->target_id);
  g_free (making->id);
  g_free (making);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Making *making = user_data;
  g_autoptr (GError) error = NULL;

  if (aj_edit_commit_finish (AJ_EDIT (source), result, &error))
    {
      finish (making, making->id);
      return;
    }
  if (making->numbered && making->number < MAX_NUMBER &&
      g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE))
    {
      making->number++;
      try_making (making);
      return;
    }
  if (making->widget != NULL)
    aj_feedback_error (making->widget, error);
  finish (making, NULL);
}

static void
try_making (Making *making)
{
  g_autofree char *name = making->number > 1
                              ? g_strdup_printf ("%s %d", making->name, making->number)
                              : g_strdup (making->name);
  /* Translators: the name of a person, organisation or group that is new. */
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), name);
  g_autoptr (AjEdit) edit = aj_edit_new (making->store, label);
  AjValues *values = aj_edit_add (edit, making->type);

  aj_named_record_fill (values, name);
  if (making->reference != NULL)
    aj_values_set_text (values, making->reference, making->target_id);
  g_free (making->id);
  making->id = g_strdup (aj_values_get_id (values));
  aj_edit_commit_async (edit, NULL, committed_cb, making);
}

void
aj_record_maker_make (GtkWidget *widget,
                      AjStore *store,
                      const AjRecordWish *wish,
                      AjRecordMade made,
                      gpointer user_data)
{
  Making *making = g_new0 (Making, 1);

  g_set_weak_pointer (&making->widget, widget);
  making->store = g_object_ref (store);
  making->type = wish->type;
  making->name = g_strdup (wish->name);
  making->numbered = wish->numbered;
  making->reference = g_strdup (wish->reference);
  making->target_id = g_strdup (wish->target_id);
  making->number = 1;
  making->made = made;
  making->user_data = user_data;
  try_making (making);
}
