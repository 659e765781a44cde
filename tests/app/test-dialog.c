/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What dialogs have in common when they store something; and the dialog of a new record, which does. */
#include "aj-app-fixture.h"
#include "aj-dialog.h"
#include "aj-evaluation.h"
#include "aj-intervention.h"
#include "aj-municipality.h"
#include "aj-new-record-dialog.h"
#include "aj-rollout.h"

typedef struct
{
  AppFixture base;
  GtkWidget *origin; /* (unowned): in the window */
  GtkWindow *dialog; /* (owned) */
  gboolean is_told;
  gboolean is_stored;
  char *refusal; /* (owned) (nullable) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->base, data);
  self->origin = gtk_label_new ("Page");
  app_fixture_show (&self->base, self->origin);
  self->dialog = g_object_ref_sink (GTK_WINDOW (gtk_window_new ()));
  aj_dialog_set_parent (self->dialog, GTK_WINDOW (gtk_widget_get_root (self->origin)));
  gtk_window_present (self->dialog);
  g_object_set_data (G_OBJECT (self->dialog), "fixture", self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (self->dialog);
  g_object_unref (self->dialog);
  g_free (self->refusal);
  app_fixture_tear_down (&self->base, data);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) dialog = user_data;
  Fixture *self = g_object_get_data (G_OBJECT (dialog), "fixture");
  g_autoptr (GError) error = NULL;

  self->is_stored = aj_dialog_conclude (dialog, self->origin, source, result, &error);
  if (error != NULL)
    self->refusal = g_strdup (error->message);
  self->is_told = TRUE;
}

static gboolean
is_told (gpointer data)
{
  return ((Fixture *) data)->is_told;
}

/* (nullable): the Undo of a toast. */
static GtkWidget *
find_undo (Fixture *self)
{
  g_autoptr (GPtrArray) buttons = app_find_all (GTK_WIDGET (self->base.overlay), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "_Undo") == 0)
      return buttons->pdata[i];
  return NULL;
}

static gboolean
has_undo (gpointer data)
{
  return find_undo (data) != NULL;
}

static AjEdit *
make_edit (Fixture *self, const char *name)
{
  AjEdit *edit = aj_edit_new (self->base.store, "Add town");
  AjValues *town = aj_edit_add (edit, &aj_municipality_record_type);

  aj_values_set_text (town, "name", name);
  aj_values_set_text (town, "code", "GM0150");
  return edit;
}

/* While it is stored the dialog does not close; then it does, and Undo is offered where it came from. */
static void
test_stored (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = make_edit (self, "Deventer");

  aj_dialog_commit (self->dialog, edit, stored_cb);
  gtk_window_close (self->dialog);
  g_assert_true (gtk_widget_get_realized (GTK_WIDGET (self->dialog)));
  app_wait (is_told, self);
  g_assert_true (self->is_stored);
  g_assert_null (self->refusal);
  g_assert_false (gtk_widget_get_realized (GTK_WIDGET (self->dialog)));
  app_wait (has_undo, self);
}

/* What is refused is told, and the dialog stays, and closes when somebody closes it. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = make_edit (self, NULL);

  aj_dialog_commit (self->dialog, edit, stored_cb);
  app_wait (is_told, self);
  g_assert_false (self->is_stored);
  g_assert_cmpstr (self->refusal, ==, "Name must be filled in.");
  g_assert_true (gtk_widget_get_realized (GTK_WIDGET (self->dialog)));
  gtk_window_close (self->dialog);
  g_assert_false (gtk_widget_get_realized (GTK_WIDGET (self->dialog)));
  g_assert_false (has_undo (self));
}

/* It was refused after its window took it along: nobody is left to be told. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = make_edit (self, NULL);

  aj_dialog_commit (self->dialog, edit, stored_cb);
  gtk_window_destroy (self->dialog);
  app_wait (is_told, self);
  g_assert_true (self->is_stored);
  g_assert_null (self->refusal);
}

static void
made_cb (const char *id, gpointer user_data)
{
  Fixture *self = user_data;

  self->is_told = TRUE;
  self->is_stored = id != NULL;
}

/* An evaluation is of today, and a rollout that was done is evaluated by it, which Undo takes back with it. */
static void
test_evaluation (Fixture *self, gconstpointer data)
{
  static const char *const asked[] = { "rollout", "date", "as-planned", "score", NULL };
  g_autoptr (AjRecord) game = app_fixture_add (&self->base, &aj_intervention_record_type, "name",
                                               "Game", NULL, NULL);
  g_autoptr (AjRecord) town = app_fixture_add (&self->base, &aj_municipality_record_type, "name",
                                               "Deventer", "code", "GM0150");
  g_autoptr (AjRecord) rollout = app_fixture_add_whole (&self->base, &aj_rollout_record_type,
                                                        "intervention", aj_record_get_id (game),
                                                        "municipality", aj_record_get_id (town),
                                                        "phase", "done", "starts-on", "2026-02-02",
                                                        NULL);
  AjNewRecordDialog *dialog = aj_new_record_dialog_new (self->origin, self->base.services,
                                                        &aj_evaluation_record_type, asked,
                                                        "rollout", aj_record_get_id (rollout),
                                                        made_cb, self);
  g_autoptr (AjQuery) query = aj_query_new (&aj_evaluation_record_type);
  g_autoptr (GPtrArray) evaluations = NULL;
  g_autoptr (GError) error = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  app_settle ();
  {
    g_autoptr (GPtrArray) buttons = app_find_all (GTK_WIDGET (dialog), GTK_TYPE_BUTTON);

    for (guint i = 0; i < buttons->len && !self->is_told; i++)
      if (gtk_widget_has_css_class (buttons->pdata[i], "suggested-action"))
        {
          g_assert_true (gtk_widget_is_sensitive (buttons->pdata[i]));
          g_signal_emit_by_name (buttons->pdata[i], "clicked");
        }
  }
  app_wait (is_told, self);
  g_assert_true (self->is_stored);
  app_wait_for_text (rollout, "phase", "evaluated");
  evaluations = aj_store_fetch (self->base.store, query, NULL);
  g_assert_cmpuint (evaluations->len, ==, 1);
  g_assert_cmpstr (aj_record_get_text (evaluations->pdata[0], "date"), ==, "2026-03-01");
  app_wait (has_undo, self);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  app_wait_for_text (rollout, "phase", "done");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("stored", test_stored);
  ADD ("refused", test_refused);
  ADD ("gone", test_gone);
  ADD ("evaluation", test_evaluation);
  return g_test_run ();
}
