/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Before somebody is forgotten it is said what that means; afterwards, what is still to be done. */
#include "aj-app-fixture.h"
#include "aj-forget-dialog.h"
#include "aj-group.h"
#include "aj-person.h"

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_FORGET_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_in (gpointer root, const char *text)
{
  g_autoptr (GPtrArray) labels = root != NULL ? app_find_all (root, GTK_TYPE_LABEL) : NULL;

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_pattern_match_simple (text, gtk_label_get_text (labels->pdata[i])))
      return TRUE;
  return FALSE;
}

static gboolean
is_asked (gpointer text)
{
  return is_in (find_dialog (), text);
}

static void
await (const char *text)
{
  app_wait_until (is_asked, (gpointer) text, text);
}

typedef struct
{
  AppFixture *fixture;
  const char *text;
} Toast;

static gboolean
is_told (gpointer data)
{
  Toast *toast = data;

  return is_in (toast->fixture->window, toast->text);
}

static gboolean
is_gone (gpointer data)
{
  return find_dialog () == NULL;
}

static AjRecord *
open_dialog (AppFixture *self)
{
  AjRecord *person = app_fixture_add (self, &aj_person_record_type, "name", "Quirina Vos", "mail",
                                      "vos@halt.example");
  const char *const ids[] = { aj_record_get_id (person), NULL };
  GtkWidget *behind = gtk_label_new ("Behind the dialog");

  app_fixture_show (self, behind);
  aj_forget_dialog_show (behind, self->services, ids);
  await ("Forget Quirina Vos?");
  return person;
}

static AjRecord *
add_mention (AppFixture *self)
{
  AjRecord *group = app_fixture_add (self, &aj_group_record_type, "name", "Team", "notes",
                                     "Call Quirina Vos");

  g_assert_nonnull (group);
  return group;
}

static void
forget (void)
{
  g_assert_true (gtk_widget_activate_action (find_dialog (), "forget.forget", NULL));
}

static gboolean
is_swept (const char *path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Also in the mails that were opened as drafts. */
static void
test_mails (AppFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "aanjager-mail", NULL);
  g_autofree char *path = g_build_filename (folder, "invitation.eml", NULL);
  g_autoptr (AjRecord) person = open_dialog (self);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "To: Quirina Vos", -1, NULL));
  forget ();
  app_wait_for_text (person, "name", "Forgotten person");
  app_wait (is_swept, path);
  app_wait (is_gone, NULL);
}

static void
test_forgotten (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = add_mention (self);
  g_autoptr (AjRecord) person = open_dialog (self);
  Toast toast = {
    self, "1 person forgotten. Nothing recognisable of this person is left in the data file."
  };

  await ("Name, Mail");
  await ("1 mention in the texts of others: […] comes in its place");
  app_assert_named (find_dialog ());
  forget ();
  app_wait_for_text (person, "name", "Forgotten person");
  app_wait_for_text (person, "mail", NULL);
  app_wait_for_text (group, "notes", "Call […]");
  app_wait (is_gone, NULL);
  app_wait_until (is_told, &toast, toast.text);
}

static void
test_keeps_mentions (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = add_mention (self);
  g_autoptr (AjRecord) person = open_dialog (self);
  GtkWidget *check = app_find (find_dialog (), GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  await ("1 mention in the texts of others, as you wish");
  forget ();
  app_wait_for_text (person, "name", "Forgotten person");
  app_wait (is_gone, NULL);
  g_assert_cmpstr (aj_record_get_text (group, "notes"), ==, "Call Quirina Vos");
}

/* What stands beside the file is up to the person, who is told until they close it. */
static void
test_copies (AppFixture *self, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (self->folder, "network-old.aanjager", NULL);
  g_autoptr (AjRecord) person = NULL;

  g_assert_true (g_file_set_contents (copy, "x", 1, NULL));
  person = open_dialog (self);
  await ("network-old.aanjager");
  forget ();
  app_wait_for_text (person, "name", "Forgotten person");
  await ("Look at These Yourself");
  await ("1 person forgotten.*");
  await ("network-old.aanjager");
  app_assert_named (find_dialog ());
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  app_wait (is_gone, NULL);
}

static void
test_cancelled (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = open_dialog (self);

  gtk_window_close (GTK_WINDOW (find_dialog ()));
  app_wait (is_gone, NULL);
  g_assert_cmpstr (aj_record_get_text (person, "name"), ==, "Quirina Vos");
}

static void
test_refused (AppFixture *self, gconstpointer data)
{
  static const char *const ids[] = { "nobody", NULL };
  GtkWidget *behind = gtk_label_new ("Behind the dialog");

  app_fixture_show (self, behind);
  aj_forget_dialog_show (behind, self->services, ids);
  await ("This Cannot Be Done");
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  app_wait (is_gone, NULL);
}

/* Closed while the store still looks, and while it still writes. */
static void
test_closed_early (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = app_fixture_add (self, &aj_person_record_type, "name",
                                                 "Quirina Vos", "mail", "vos@halt.example");
  const char *const ids[] = { aj_record_get_id (person), NULL };
  GtkWidget *behind = gtk_label_new ("Behind the dialog");
  Toast toast = { self, "1 person forgotten.*" };

  app_fixture_show (self, behind);
  aj_forget_dialog_show (behind, self->services, ids);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  app_settle ();
  aj_forget_dialog_show (behind, self->services, ids);
  await ("Forget Quirina Vos?");
  forget ();
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  app_wait_for_text (person, "name", "Forgotten person");
  app_wait_until (is_told, &toast, toast.text);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/forget-dialog/" name, AppFixture, NULL, app_fixture_set_up, function,          \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("forgotten", test_forgotten);
  ADD ("mails", test_mails);
  ADD ("keeps-mentions", test_keeps_mentions);
  ADD ("copies", test_copies);
  ADD ("cancelled", test_cancelled);
  ADD ("refused", test_refused);
  ADD ("closed-early", test_closed_early);
  return g_test_run ();
}
