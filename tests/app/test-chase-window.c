/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has not answered for the action day, in one window: ticked, looked at, mailed and noted. */
#include <string.h>

#include "aj-chase-list.h"
#include "aj-chase-section.h"
#include "aj-chase-window.h"
#include "aj-contact.h"
#include "aj-edition.h"
#include "aj-municipality.h"
#include "aj-network.h"
#include "aj-organisation.h"
#include "aj-panes-fixture.h"
#include "aj-participation.h"

typedef struct
{
  PanesFixture *panes;
  AjChaseOutbox *outbox;
  char *edition;
  GtkWidget *window;
} Chase;

static void
add_municipality (Chase *self, const char *name, const char *district, const char *mail)
{
  PanesFixture *panes = self->panes;
  g_autofree char *municipality = panes_fixture_add (panes, &aj_municipality_record_type, "name",
                                                     name, "code", name, "district", district,
                                                     NULL);
  g_autofree char *participation = panes_fixture_add (panes, &aj_participation_record_type,
                                                      "edition", self->edition, "municipality",
                                                      municipality, NULL);
  g_autofree char *organisation = NULL;

  if (mail != NULL)
    organisation = panes_fixture_add (panes, &aj_organisation_record_type, "name", name, "kind",
                                      "municipality", "municipality", municipality, "mail", mail,
                                      NULL);
}

static gboolean
is_window_there (Chase *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *one = windows; one != NULL; one = one->next)
    if (AJ_IS_CHASE_WINDOW (one->data))
      self->window = one->data;
  return self->window != NULL;
}

/* The fixture looks in its view, so the window takes its place. */
static void
show (Chase *self)
{
  aj_chase_window_show (self->panes->app.window, self->panes->app.services, self->outbox,
                        self->edition);
  app_wait ((AppCondition) is_window_there, self);
  self->panes->view = self->window;
}

static void
close_window (Chase *self)
{
  self->panes->view = NULL;
  gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;
  app_settle ();
}

/* Two that can be written to, and one without an address. */
static void
begin (Chase *self, PanesFixture *panes)
{
  g_autofree char *district = NULL;

  *self = (Chase){ .panes = panes, .outbox = aj_chase_outbox_new () };
  panes_fixture_set (panes, &aj_network_record_type, AJ_NETWORK_ID, "organiser-mail",
                     "agenda@example.org");
  self->edition = panes_fixture_add (panes, &aj_edition_record_type, "name", "Action day 2026",
                                     "starts-on", "2026-10-08", NULL);
  add_municipality (self, "Almelo", NULL, "info@almelo.example");
  add_municipality (self, "Borne", NULL, "info@borne.example");
  add_municipality (self, "Ede", NULL, NULL);
  show (self);
  panes_fixture_await_rows (panes, "Invitation", "Almelo | Borne | Ede");
}

static void
end (Chase *self)
{
  if (self->window != NULL)
    close_window (self);
  g_object_unref (self->outbox);
  g_free (self->edition);
}

static GtkCheckButton *
find_check (Chase *self, const char *name)
{
  g_autoptr (GPtrArray) rows = app_find_all (self->window, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), name))
      return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (rows->pdata[i]));
  g_error ("no row of %s", name);
}

static GtkCheckButton *
find_all_check (Chase *self)
{
  g_autoptr (GPtrArray) checks = app_find_all (app_find (self->window, AJ_TYPE_CHASE_SECTION),
                                               GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0; i < checks->len; i++)
    if (gtk_check_button_get_label (checks->pdata[i]) != NULL)
      return checks->pdata[i];
  g_error ("no tick for all");
}

/* Whether the button for an action can be used. */
static gboolean
is_enabled (Chase *self, const char *action)
{
  g_autoptr (GPtrArray) buttons = app_find_all (self->window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), action) == 0)
      return gtk_widget_is_sensitive (buttons->pdata[i]);
  g_error ("no button for %s", action);
}

/* Everybody who can be written to is ticked; who cannot be says why, and what to do. */
static void
test_ticks (PanesFixture *panes, gconstpointer data)
{
  Chase self;

  begin (&self, panes);
  g_assert_true (gtk_check_button_get_active (find_check (&self, "Almelo")));
  g_assert_false (gtk_check_button_get_active (find_check (&self, "Ede")));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_check (&self, "Ede"))));
  panes_fixture_await_label (panes, "In no district\nNobody there has a mail address. On the page "
                                    "Network, give one to a person or an organisation of Ede.");
  panes_fixture_await_label (panes, "2 municipalities in 1 mail.");
  g_assert_true (gtk_check_button_get_active (find_all_check (&self)));
  app_assert_named (self.window);

  gtk_check_button_set_active (find_check (&self, "Almelo"), FALSE);
  panes_fixture_await_label (panes, "1 municipality in 1 mail.");
  g_assert_true (gtk_check_button_get_inconsistent (find_all_check (&self)));
  gtk_check_button_set_active (find_check (&self, "Borne"), FALSE);
  panes_fixture_await_label (panes, "Tick whom you want to ask.");
  /* With nobody ticked there is nothing to make, to save or to look at. */
  g_assert_false (is_enabled (&self, "chase.draft"));
  g_assert_false (is_enabled (&self, "chase.preview"));
  gtk_check_button_set_active (find_all_check (&self), TRUE);
  panes_fixture_await_label (panes, "2 municipalities in 1 mail.");
  end (&self);
}

static void
choose (Chase *self, guint index, guint item)
{
  g_autoptr (GPtrArray) all = app_find_all (self->window, GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (all->pdata[index], item);
}

static void
test_order (PanesFixture *panes, gconstpointer data)
{
  Chase self;

  begin (&self, panes);
  choose (&self, 1, 1);
  panes_fixture_await_label (panes, "2 municipalities in 2 mails.");
  choose (&self, 0, 1);
  panes_fixture_await_rows (panes, "In no district", "Almelo | Borne | Ede");
  end (&self);
}

/* What each mail says, to whom; Escape leads back, and from the list out. */
static void
test_preview (PanesFixture *panes, gconstpointer data)
{
  Chase self;

  begin (&self, panes);
  choose (&self, 1, 1);
  g_assert_true (gtk_widget_activate_action (self.window, "chase.preview", NULL));
  panes_fixture_await_rows (panes, "What the mails say", "Almelo | Borne");
  panes_fixture_await_label (panes, "Action day 2026: what will you do?\ninfo@almelo.example");
  app_assert_named (self.window);
  g_assert_true (gtk_widget_activate_action (self.window, "chase.back", NULL));
  panes_fixture_await_rows (panes, "Invitation", "Almelo | Borne | Ede");
  self.panes->view = NULL;
  g_assert_true (gtk_widget_activate_action (self.window, "chase.back", NULL));
  self.window = NULL;
  end (&self);
}

static GtkCheckButton *
find_forms_check (Chase *self)
{
  g_autoptr (GPtrArray) checks = app_find_all (self->window, GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0; i < checks->len; i++)
    if (g_strcmp0 (gtk_check_button_get_label (checks->pdata[i]),
                   "_With the form of each attached") == 0)
      return checks->pdata[i];
  g_error ("no choice of forms");
}

static gboolean
tells_of_form (gpointer window)
{
  g_autoptr (GPtrArray) labels = app_find_all (window, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), "(Action day 2026 - Almelo.xlsx)") != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_written (Chase *self)
{
  g_autoptr (GPtrArray) ticked = aj_chase_list_get_ticked (
      AJ_CHASE_LIST (app_find (self->window, AJ_TYPE_CHASE_LIST)));

  return ticked->len > 0 &&
         aj_chase_list_is_written (AJ_CHASE_LIST (app_find (self->window, AJ_TYPE_CHASE_LIST)),
                                   ticked->pdata[0]);
}

/* The form of each goes along with a mail to it alone, which is remembered; in one to a district there is no place for it. */
static void
test_forms (PanesFixture *panes, gconstpointer data)
{
  GSettings *settings = aj_services_get_settings (panes->app.services);
  Chase self;

  g_settings_reset (settings, "chase-forms");
  begin (&self, panes);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_forms_check (&self))));
  panes_fixture_await_label (panes,
                             "A mail to a whole district cannot carry a form for each. Choose "
                             "one mail each.");
  choose (&self, 1, 1);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_forms_check (&self))));
  gtk_check_button_set_active (find_forms_check (&self), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "chase-forms"));
  g_assert_true (gtk_widget_activate_action (self.window, "chase.preview", NULL));
  panes_fixture_await_rows (panes, "What the mails say", "Almelo | Borne");
  app_wait (tells_of_form, self.window);
  app_assert_named (self.window);
  /* There is no mail program here that opens drafts, and an address carries no form: nothing is written. */
  g_assert_true (gtk_widget_activate_action (self.window, "chase.back", NULL));
  gtk_check_button_set_active (find_check (&self, "Borne"), FALSE);
  panes_fixture_await_label (panes, "1 municipality in 1 mail.");
  g_assert_true (gtk_widget_activate_action (self.window, "chase.draft", NULL));
  panes_fixture_await_label (panes, "Your mail program opens no drafts with attachments. Save them "
                                    "in a folder instead: in “Ask Municipalities”, with the menu "
                                    "at the top.");
  g_assert_false (is_written (&self));
  end (&self);
  g_settings_reset (settings, "chase-forms");
}

static gint64
count (Chase *self, const AjRecordType *type)
{
  g_autoptr (AjQuery) query = aj_query_new (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = aj_store_fetch (self->panes->app.store, query, &error);

  g_assert_no_error (error);
  return records->len;
}

/* Nothing can be noted before a draft is made; then just that is, as one change with a line in the log; undo asks again. */
static void
test_note (PanesFixture *panes, gconstpointer data)
{
  Chase self;
  g_autoptr (GError) error = NULL;

  begin (&self, panes);
  g_assert_false (is_enabled (&self, "chase.note"));
  /* There is no mail program here that opens drafts, so of several none is made. */
  choose (&self, 1, 1);
  g_assert_true (gtk_widget_activate_action (self.window, "chase.draft", NULL));
  panes_fixture_await_label (panes, "Your mail program opens no drafts. Save them in a folder "
                                    "instead, with the menu at the top.");
  g_assert_false (is_written (&self));
  g_assert_false (is_enabled (&self, "chase.note"));
  gtk_check_button_set_active (find_check (&self, "Borne"), FALSE);
  panes_fixture_await_label (panes, "1 municipality in 1 mail.");
  g_assert_true (gtk_widget_activate_action (self.window, "chase.draft", NULL));
  app_wait ((AppCondition) is_written, &self);
  panes_fixture_await_label (
      panes, "The draft to 1 municipality is made. Once it is sent, say that it is out.");
  g_assert_cmpint (count (&self, &aj_contact_record_type), ==, 0);

  /* The draft is known of when the window is opened again. */
  close_window (&self);
  show (&self);
  panes_fixture_await_rows (panes, "Invitation", "Almelo | Borne | Ede");
  gtk_check_button_set_active (find_check (&self, "Borne"), FALSE);
  g_assert_true (gtk_widget_activate_action (self.window, "chase.note", NULL));
  /* A second press, before that is in the store, is none. */
  g_assert_false (is_enabled (&self, "chase.note"));
  gtk_check_button_set_active (find_check (&self, "Almelo"), TRUE);
  g_assert_false (is_enabled (&self, "chase.note"));
  gtk_widget_activate_action (self.window, "chase.note", NULL);
  panes_fixture_await_rows (panes, "Invitation", "Borne | Ede");
  app_settle ();
  g_assert_cmpint (count (&self, &aj_contact_record_type), ==, 1);
  aj_store_undo (panes->app.store, NULL, &error);
  g_assert_no_error (error);
  panes_fixture_await_rows (panes, "Invitation", "Almelo | Borne | Ede");
  end (&self);
}

/* When nobody is to be asked it is said when the next comes up, and who may still answer is shown when asked for. */
static void
test_nobody (PanesFixture *panes, gconstpointer data)
{
  Chase self;
  g_autoptr (AjQuery) query = aj_query_new (&aj_participation_record_type);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  begin (&self, panes);
  records = aj_store_fetch (panes->app.store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const char *id = aj_record_get_id (records->pdata[i]);

      panes_fixture_set (panes, &aj_participation_record_type, id, "invited-on", "2026-02-25");
      panes_fixture_set (panes, &aj_participation_record_type, id, "state",
                         i == 0 ? AJ_PARTICIPATION_INVITED : AJ_PARTICIPATION_NO_NEED);
    }
  panes_fixture_await_label (panes, "Nobody Has to Be Asked Today");
  panes_fixture_await_label (panes, "The next comes up on Wednesday 11 March 2026.");
  app_assert_named (self.window);
  g_assert_true (gtk_widget_activate_action (self.window, "chase.show-all", NULL));
  panes_fixture_await_label (panes, "Tick whom you want to ask.");
  end (&self);
}

/* A colleague removes the edition: it is said, and nothing of what was there can be used. */
static void
test_removed (PanesFixture *panes, gconstpointer data)
{
  static const char *const names[] = { "chase.draft", "chase.save", "chase.preview", "chase.note" };
  Chase self;
  AjChaseList *list;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GPtrArray) ticked = NULL;
  g_autoptr (GError) error = NULL;

  begin (&self, panes);
  list = AJ_CHASE_LIST (app_find (self.window, AJ_TYPE_CHASE_LIST));
  gtk_check_button_set_active (find_check (&self, "Borne"), FALSE);
  g_assert_true (gtk_widget_activate_action (self.window, "chase.draft", NULL));
  app_wait ((AppCondition) is_written, &self);
  edit = aj_edit_new (panes->app.store, "Remove");
  aj_edit_remove (edit, &aj_edition_record_type, self.edition);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  panes_fixture_await_label (panes, "This edition is no longer there.");

  ticked = aj_chase_list_get_ticked (list);
  g_assert_cmpuint (ticked->len, ==, 0);
  g_assert_null (app_find (GTK_WIDGET (list), AJ_TYPE_CHASE_SECTION));
  g_assert_false (is_enabled (&self, "chase.draft"));
  g_assert_false (is_enabled (&self, "chase.preview"));
  g_assert_false (is_enabled (&self, "chase.note"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_activate_action (self.window, names[i], NULL);
  g_object_set (self.window, "all", TRUE, NULL);
  app_settle ();
  g_assert_cmpint (count (&self, &aj_contact_record_type), ==, 0);
  end (&self);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/chase-window/ticks", test_ticks);
  panes_fixture_add_test ("/app/chase-window/order", test_order);
  panes_fixture_add_test ("/app/chase-window/preview", test_preview);
  panes_fixture_add_test ("/app/chase-window/forms", test_forms);
  panes_fixture_add_test ("/app/chase-window/note", test_note);
  panes_fixture_add_test ("/app/chase-window/nobody", test_nobody);
  panes_fixture_add_test ("/app/chase-window/removed", test_removed);
  return g_test_run ();
}
