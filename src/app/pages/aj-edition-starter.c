/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-edition-starter.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aj-dialog.h"
#include "aj-draft-row.h"
#include "aj-edition-job.h"
#include "aj-edition.h"
#include "aj-feedback.h"
#include "aj-municipality.h"
#include "aj-pass.h"

typedef struct
{
  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
  AjDate day;
  char *like;                /* (owned) (nullable): the edition that it is like */
  GPtrArray *municipalities; /* (owned) (element-type AjValues) */
  char *id;                  /* (owned) (nullable): of the new one */
  AjEditionStarted started;
  gpointer user_data;
} Starting;

static void
starting_free (Starting *self)
{
  g_clear_weak_pointer (&self->from);
  g_object_unref (self->services);
  g_free (self->like);
  g_ptr_array_unref (self->municipalities);
  g_free (self->id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Starting, starting_free)

static AjStore *
get_store (Starting *self)
{
  return aj_services_get_store (self->services);
}

static void
committed_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (Starting) self = user_data;

  if (error == NULL && self->from != NULL)
    self->started (self->id, self->user_data);
}

/* Takes @self. */
static void
begin (Starting *self, AjCoverage *like)
{
  const char *id;
  g_autoptr (AjEdit) edit = aj_edition_job_begin (get_store (self), self->day, AJ_DATE_NONE, like,
                                                  self->municipalities, &id);

  self->id = g_strdup (id);
  aj_feedback_commit (self->from, edit, AJ_COMMIT_OFFER_UNDO, committed_cb, self);
}

static void
like_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Starting) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjEditionFacts) like = aj_edition_facts_load_finish (AJ_STORE (source), result,
                                                                  &error);

  if (self->from == NULL)
    return;
  if (like != NULL)
    begin (g_steal_pointer (&self), aj_edition_facts_get_coverage (like));
  else
    aj_feedback_error (self->from, error);
}

static void
municipalities_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Starting) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = aj_pass_run_finish (AJ_STORE (source), result, &error);

  if (self->from == NULL)
    return;
  if (done)
    begin (g_steal_pointer (&self), NULL);
  else
    aj_feedback_error (self->from, error);
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_ptr_array_add (((Starting *) user_data)->municipalities, aj_values_ref (values));
  return TRUE;
}

/* Takes @self. */
static void
read_municipalities (Starting *self)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);

  g_ptr_array_add (queries, aj_query_new (&aj_municipality_record_type));
  aj_pass_run_async (get_store (self), queries, take_cb, self, NULL, municipalities_read_cb, self);
}

/* What is typed; the dialog's own. */
static AjValues *
get_draft (AdwMessageDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "draft");
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (Starting) self = user_data;

  self->day = aj_values_get_date (get_draft (dialog), "starts-on");
  if (!g_str_equal (response, "begin") || self->from == NULL || self->day == AJ_DATE_NONE)
    return;
  if (self->like != NULL)
    {
      const char *like = self->like;

      aj_edition_facts_load_async (get_store (self), like, NULL, like_loaded_cb,
                                   g_steal_pointer (&self));
    }
  else
    read_municipalities (g_steal_pointer (&self));
}

static void
day_changed_cb (AjDraftRow *row, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "begin",
                                           !aj_values_is_empty (get_draft (dialog), "starts-on"));
}

/* (transfer full): what begins with it. */
static char *
describe (AjEditionFacts *like)
{
  if (like == NULL)
    return g_strdup (_ ("Every municipality takes part to begin with. Leave out who does not."));
  return g_strdup_printf (
      /* Translators: the name of an edition of the action day. */
      _ ("It begins as %s was: the same municipalities, the same goal, and as many days to "
         "register."),
      aj_values_get_text (aj_edition_facts_get_edition (like), "name"));
}

void
aj_edition_starter_show (GtkWidget *from,
                         AjServices *services,
                         AjEditionFacts *like,
                         AjEditionStarted started,
                         gpointer user_data)
{
  GtkWidget *row = aj_draft_row_new (&aj_edition_record_type, "starts-on");
  g_autofree char *body = describe (like);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)),
                                              _ ("Begin an Action Day"), body);
  Starting *self = g_new0 (Starting, 1);

  g_set_weak_pointer (&self->from, from);
  self->services = g_object_ref (services);
  self->like = like != NULL ? g_strdup (aj_values_get_id (aj_edition_facts_get_edition (like)))
                            : NULL;
  self->municipalities = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  self->started = started;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (dialog), "draft", aj_values_new (&aj_edition_record_type, NULL),
                          (GDestroyNotify) aj_values_unref);
  aj_draft_row_set_services (AJ_DRAFT_ROW (row), services);
  aj_draft_row_set_draft (AJ_DRAFT_ROW (row), get_draft (ADW_MESSAGE_DIALOG (dialog)));
  g_signal_connect (row, "changed", G_CALLBACK (day_changed_cb), dialog);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      aj_dialog_frame_row (row, _ ("When")));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "begin",
                                    _ ("_Begin"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "begin",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "begin", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "begin");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (row);
}
