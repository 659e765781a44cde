/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The platform's dialog for a place to save in: what is made of the name that somebody wrote. */
#include <glib/gstdio.h>

#include "aj-app-fixture.h"
#include "aj-file-chooser.h"

static void
test_complete (void)
{
  static const struct
  {
    AjFileChooserKind kind;
    const char *path;
    const char *completed;
  } cases[] = {
    { AJ_FILE_CHOOSER_CALENDAR, "/a/Expertteam", "/a/Expertteam.ics" },
    { AJ_FILE_CHOOSER_CALENDAR, "/a/Expertteam.ics", "/a/Expertteam.ics" },
    { AJ_FILE_CHOOSER_CALENDAR, "/a/Expertteam.ICS", "/a/Expertteam.ICS" },
    { AJ_FILE_CHOOSER_CALENDAR, "/a.ics/v2.1", "/a.ics/v2.1.ics" },
    { AJ_FILE_CHOOSER_DATA, "/a/oost", "/a/oost.aanjager" },
    { AJ_FILE_CHOOSER_NEW_DATA, "/a/oost", "/a/oost.aanjager" },
    { AJ_FILE_CHOOSER_CSV, "/a/mensen", "/a/mensen.csv" },
    { AJ_FILE_CHOOSER_CARDS, "/a/mensen", "/a/mensen.vcf" },
    { AJ_FILE_CHOOSER_PICTURE, "/a/kaart", "/a/kaart.pdf" },
    { AJ_FILE_CHOOSER_PICTURE, "/a/kaart.svg", "/a/kaart.svg" },
    { AJ_FILE_CHOOSER_PDF, "/a/\xff", "/a/\xff.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *completed = aj_file_chooser_complete (cases[i].kind, cases[i].path);

      g_assert_cmpstr (completed, ==, cases[i].completed);
    }
}

typedef struct
{
  guint n_answers;
  char *path;
} Answer;

static void
chosen_cb (GtkWindow *parent, const char *path, gpointer user_data)
{
  Answer *answer = user_data;

  answer->n_answers++;
  answer->path = g_strdup (path);
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->n_answers > 0;
}

static gpointer
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

typedef struct
{
  GtkWidget *dialog;
  GFile *folder;
} Place;

static gboolean
is_in_place (gpointer data)
{
  Place *place = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (place->dialog));

  return file != NULL && g_file_has_parent (file, place->folder);
}

static gboolean
is_chooser_shown (gpointer data)
{
  return find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL;
}

static gboolean
is_question_shown (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Somebody writes "plan" over a proposed name. */
static void
save_as_plan (AppFixture *self, AjFileChooserKind kind, Answer *answer)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  Place place = { .folder = folder };

  /* Where the dialog begins. */
  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  aj_file_chooser_save (GTK_WINDOW (self->window), "Save", kind, "plan", chosen_cb, answer);
  app_wait (is_chooser_shown, NULL);
  place.dialog = find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  app_wait (is_in_place, &place);
  gtk_dialog_response (GTK_DIALOG (place.dialog), GTK_RESPONSE_ACCEPT);
  g_assert_cmpint (g_chdir ("/"), ==, 0);
}

static gboolean
is_question_gone (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL;
}

static void
answer_question (const char *label)
{
  g_autoptr (GPtrArray) buttons = NULL;
  GtkWidget *button = NULL;

  app_wait (is_question_shown, NULL);
  buttons = app_find_all (find_window (ADW_TYPE_MESSAGE_DIALOG), GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      button = g_ptr_array_index (buttons, i);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_wait (is_question_gone, NULL);
}

static void
test_save (AppFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "plan.ics", NULL);
  Answer answer = { 0 };

  save_as_plan (self, AJ_FILE_CHOOSER_CALENDAR, &answer);
  app_wait (is_answered, &answer);
  g_assert_cmpstr (answer.path, ==, path);
  g_free (answer.path);
}

/* The platform asked about "plan", which is not there, and "plan.ics" would be gone without a word. */
static void
test_save_over (AppFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "plan.ics", NULL);
  Answer kept = { 0 }, replaced = { 0 };

  g_assert_true (g_file_set_contents (path, "An older plan", -1, NULL));
  save_as_plan (self, AJ_FILE_CHOOSER_CALENDAR, &kept);
  answer_question ("_Cancel");
  app_wait (is_answered, &kept);
  g_assert_null (kept.path);
  app_settle ();
  save_as_plan (self, AJ_FILE_CHOOSER_CALENDAR, &replaced);
  answer_question ("_Replace");
  app_wait (is_answered, &replaced);
  g_assert_cmpstr (replaced.path, ==, path);
  g_free (replaced.path);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Whoever makes a new data file sees to it that no other is replaced; two questions would be one too many. */
static void
test_new_data (AppFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "plan.aanjager", NULL);
  Answer answer = { 0 };

  g_assert_true (g_file_set_contents (path, "Another network", -1, NULL));
  save_as_plan (self, AJ_FILE_CHOOSER_NEW_DATA, &answer);
  app_wait (is_answered, &answer);
  g_assert_cmpstr (answer.path, ==, path);
  g_free (answer.path);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/file-chooser/" name, AppFixture, NULL, app_fixture_set_up, function,           \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/app/file-chooser/complete", test_complete);
  ADD ("save", test_save);
  ADD ("save-over", test_save_over);
  ADD ("new-data", test_new_data);
  return g_test_run ();
}
