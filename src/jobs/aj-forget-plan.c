/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-forget-plan.h"

#include <glib/gi18n-lib.h>

#include "aj-forget-plan-private.h"
#include "aj-mail-folder.h"
#include "aj-person-text.h"
#include "aj-person.h"

G_DEFINE_BOXED_TYPE (AjForgetPlan, aj_forget_plan, aj_forget_plan_ref, aj_forget_plan_unref)

const char *
forget_plan_get_neutral_name (void)
{
  /* Translators: what somebody is called whose name was wiped. It is kept in the data file. */
  return _ ("Forgotten person");
}

static AjForgetPlan *
plan_new (AjStore *store, const char *const *ids)
{
  AjForgetPlan *self = g_new0 (AjForgetPlan, 1);

  g_atomic_ref_count_init (&self->references);
  self->ids = g_strdupv ((GStrv) ids);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_surroundings_unref);
  self->copies = aj_store_list_copies (store);
  self->today = aj_clock_get_today (aj_store_get_clock (store));
  return self;
}

AjForgetPlan *
aj_forget_plan_ref (AjForgetPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_forget_plan_unref (AjForgetPlan *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_strfreev (self->ids);
  g_ptr_array_unref (self->people);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_ptr_array_unref (self->copies);
  g_free (self);
}

/* Takes @around (nullable: it could not be read, and @error is set). */
static gboolean
take_person (AjForgetPlan *self, AjSurroundings *around, GError **error)
{
  if (around == NULL)
    return FALSE;
  g_ptr_array_add (self->people, around);
  if (aj_values_is_empty (aj_surroundings_get_record (around), "forgotten-on"))
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       _ ("This person was forgotten already."));
  return FALSE;
}

AjForgetPlan *
aj_forget_plan_load (AjStore *store, const char *const *ids, GError **error)
{
  g_autoptr (AjForgetPlan) self = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (ids != NULL && ids[0] != NULL, NULL);

  self = plan_new (store, ids);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!take_person (self,
                      aj_store_read_surroundings (store, &aj_person_record_type, ids[i],
                                                  AJ_SURROUNDINGS_HISTORY, error),
                      error))
      return NULL;
  self->mentions = aj_store_find_mentions (store, &aj_person_record_type, ids, error);
  return self->mentions != NULL ? g_steal_pointer (&self) : NULL;
}

static void
mentions_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AjForgetPlan *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->mentions = aj_store_find_mentions_finish (AJ_STORE (source), result, &error);
  if (self->mentions == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, aj_forget_plan_ref (self), (GDestroyNotify) aj_forget_plan_unref);
}

static void read_next (GTask *task);

static void
person_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (take_person (g_task_get_task_data (task),
                   aj_store_read_surroundings_finish (AJ_STORE (source), result, &error), &error))
    read_next (task);
  else
    g_task_return_error (task, error);
}

static void
read_next (GTask *task)
{
  AjForgetPlan *self = g_task_get_task_data (task);
  AjStore *store = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (self->ids[self->people->len] != NULL)
    aj_store_read_surroundings_async (store, &aj_person_record_type, self->ids[self->people->len],
                                      AJ_SURROUNDINGS_HISTORY, cancellable, person_read_cb,
                                      g_object_ref (task));
  else
    aj_store_find_mentions_async (store, &aj_person_record_type, (const char *const *) self->ids,
                                  cancellable, mentions_found_cb, g_object_ref (task));
}

void
aj_forget_plan_load_async (AjStore *store,
                           const char *const *ids,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_STORE (store));
  g_return_if_fail (ids != NULL && ids[0] != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_forget_plan_load_async);
  g_task_set_task_data (task, plan_new (store, ids), (GDestroyNotify) aj_forget_plan_unref);
  read_next (task);
}

AjForgetPlan *
aj_forget_plan_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
aj_forget_plan_get_n_people (AjForgetPlan *self)
{
  return self->people->len;
}

guint
aj_forget_plan_get_n_mentions (AjForgetPlan *self)
{
  return aj_person_text_count_mentions (self->mentions, FALSE);
}

GPtrArray *
aj_forget_plan_get_copies (AjForgetPlan *self)
{
  return self->copies;
}

/* What is not gone, as far as it is known. */
static void
add_what_is_left (AjForgetPlan *self, AjForgetFlags flags, gboolean wiped, GPtrArray *sentences)
{
  guint n = self->people->len;
  guint n_kept = (flags & AJ_FORGET_KEEP_MENTIONS) != 0 ? aj_forget_plan_get_n_mentions (self) : 0;
  guint n_shared = aj_person_text_count_mentions (self->mentions, TRUE);

  if (n_kept > 0)
    g_ptr_array_add (
        sentences,
        g_strdup_printf (ngettext ("%u mention in the texts of others is left, as you wished.",
                                   "%u mentions in the texts of others are left, as you wished.",
                                   n_kept),
                         n_kept));
  if (n_shared > 0)
    g_ptr_array_add (sentences, g_strdup (_ ("What others have as their own too is left.")));
  if (!wiped)
    g_ptr_array_add (sentences, g_strdup (_ ("Somebody else is busy in the data file, so remains "
                                             "may be in its empty space until it is opened again: "
                                             "then they are wiped by themselves.")));
  else if (n_kept == 0 && n_shared == 0)
    g_ptr_array_add (
        sentences,
        g_strdup (ngettext ("Nothing recognisable of this person is left in the data file.",
                            "Nothing recognisable of these people is left in the data file.", n)));
}

char *
aj_forget_plan_describe_done (AjForgetPlan *self, AjForgetFlags flags, gboolean wiped)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  guint n = self->people->len;

  g_ptr_array_add (sentences,
                   g_strdup_printf (ngettext ("%u person forgotten.", "%u people forgotten.", n),
                                    n));
  add_what_is_left (self, flags, wiped, sentences);
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* Says nothing of whom. */
static char *
make_label (AjForgetPlan *self)
{
  guint n = self->people->len;

  return g_strdup_printf (ngettext ("Forget %u person", "Forget %u people", n), n);
}

static AjForgetting
make_forgetting (AjForgetPlan *self, const char *label, AjForgetFlags flags)
{
  return (AjForgetting){
    .type = &aj_person_record_type,
    .ids = (const char *const *) self->ids,
    .name = forget_plan_get_neutral_name (),
    .label = label,
    .date_field = "forgotten-on",
    .flags = flags,
    .end_field = "left-on",
  };
}

gboolean
aj_forget_plan_run (
    AjForgetPlan *self, AjStore *store, AjForgetFlags flags, gboolean *wiped, GError **error)
{
  g_autofree char *label = make_label (self);
  AjForgetting what = make_forgetting (self, label, flags);

  if (!aj_store_forget (store, &what, wiped, error))
    return FALSE;
  aj_mail_folder_empty ();
  return TRUE;
}

void
aj_forget_plan_run_async (AjForgetPlan *self,
                          AjStore *store,
                          AjForgetFlags flags,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autofree char *label = make_label (self);
  AjForgetting what = make_forgetting (self, label, flags);

  aj_store_forget_async (store, &what, NULL, callback, user_data);
}

gboolean
aj_forget_plan_run_finish (AjStore *store, GAsyncResult *result, gboolean *wiped, GError **error)
{
  if (!aj_store_forget_finish (store, result, wiped, error))
    return FALSE;
  aj_mail_folder_empty_soon ();
  return TRUE;
}
