/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is held on somebody, on screen: all of it, as it is now. */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-document-view.h"
#include "aj-person-window.h"
#include "aj-person.h"

static GtkWidget *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_PERSON_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_said (gpointer text)
{
  g_autoptr (GPtrArray) labels = app_find_all (find_window (), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return TRUE;
  return FALSE;
}

static void
await (const char *text)
{
  app_wait_until (is_said, (gpointer) text, text);
}

static AjRecord *
open_window (AppFixture *self)
{
  AjRecord *person = app_fixture_add (self, &aj_person_record_type, "name", "Anna Zwart", "mail",
                                      "anna@halt.example");

  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_person_window_show (self->window, self->services, aj_record_get_id (person));
  await ("What we hold on Anna Zwart");
  return person;
}

static void
close_window (void)
{
  gtk_window_destroy (GTK_WINDOW (find_window ()));
  app_settle ();
}

static void
test_shown (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = open_window (self);

  await ("anna@halt.example");
  await ("Once somebody has had no part in the network for 24 months, we look them over: we keep "
         "them for a reason, or forget them.");
  app_assert_named (find_window ());
  /* What is changed meanwhile, here or elsewhere. */
  app_fixture_change (self, person, "mobile", "06-98765432", "Bea");
  await ("06-98765432");
  close_window ();
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer text)
{
  return *(char **) text != NULL;
}

static void
test_copied (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = open_window (self);
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (find_window (), "person.copy", NULL));
  await ("Copied as text");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (find_window ()), NULL, text_read_cb,
                                 &text);
  app_wait (has_text, &text);
  g_assert_true (g_str_has_prefix (text, "What we hold on Anna Zwart\n====="));
  g_assert_nonnull (strstr (text, "anna@halt.example"));
  close_window ();
}

/* Who is forgotten while they are looked at is shown as forgotten; who never was there, not at all. */
static void
test_problem (AppFixture *self, gconstpointer data)
{
  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_person_window_show (self->window, self->services, "nobody");
  await ("This Cannot Be Shown");
  g_assert_false (gtk_widget_get_sensitive (app_find (find_window (), GTK_TYPE_BUTTON)));
  close_window ();
}

static void
test_closed_early (AppFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) person = app_fixture_add (self, &aj_person_record_type, "name", "Anna",
                                                 "mail", "anna@halt.example");

  app_fixture_show (self, gtk_label_new ("Behind the window"));
  aj_person_window_show (self->window, self->services, aj_record_get_id (person));
  close_window ();
  app_fixture_change (self, person, "mobile", "06-98765432", "Bea");
  app_settle ();
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/person-window/" name, AppFixture, NULL, app_fixture_set_up, function,          \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("shown", test_shown);
  ADD ("copied", test_copied);
  ADD ("problem", test_problem);
  ADD ("closed-early", test_closed_early);
  return g_test_run ();
}
