/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is proposed to chair and to host, beside the fields of a meeting: one click puts them there. */

#include "aj-absence.h"
#include "aj-district.h"
#include "aj-meeting.h"
#include "aj-panes-fixture.h"

static GtkWidget *
find_hint (PanesFixture *self, const char *text)
{
  g_autoptr (GPtrArray) buttons = app_find_all (self->view, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *label = gtk_button_get_child (buttons->pdata[i]);

      if (gtk_widget_get_mapped (buttons->pdata[i]) && GTK_IS_LABEL (label) &&
          g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), text))
        return buttons->pdata[i];
    }
  return NULL;
}

static gboolean
has_no_hint (gpointer self)
{
  return find_hint (self, "Proposed") == NULL;
}

static gboolean
has_no_anna (gpointer self)
{
  return find_hint (self, "Proposed: Anna") == NULL;
}

static void
add_leads (PanesFixture *self)
{
  g_autofree char *twente = panes_fixture_add (self, &aj_district_record_type, "name", "Twente",
                                               "lead", self->people[0], NULL);
  g_autofree char *achterhoek = panes_fixture_add (self, &aj_district_record_type, "name",
                                                   "Achterhoek", "lead", self->people[1], NULL);
}

static void
test_take (PanesFixture *self, gconstpointer data)
{
  add_leads (self);
  panes_fixture_show (self, "meeting");
  panes_fixture_await_label (self, "Proposed: Anna");
  panes_fixture_await_label (self, "Proposed: Bram");
  app_assert_named (self->view);
  g_signal_emit_by_name (find_hint (self, "Proposed: Anna"), "clicked");
  app_wait_for_text (self->meeting, "chair", self->people[0]);
  g_signal_emit_by_name (find_hint (self, "Proposed: Bram"), "clicked");
  app_wait_for_text (self->meeting, "host", self->people[1]);
  app_wait (has_no_hint, self);
  app_fixture_change (&self->app, self->meeting, "host", NULL, "Bea");
  panes_fixture_await_label (self, "Proposed: Bram");
}

/* It follows what becomes known meanwhile. */
static void
test_follows (PanesFixture *self, gconstpointer data)
{
  g_autofree char *absence = NULL;

  panes_fixture_show (self, "meeting");
  app_settle ();
  g_assert_true (has_no_hint (self));
  add_leads (self);
  panes_fixture_await_label (self, "Proposed: Anna");
  absence = panes_fixture_add (self, &aj_absence_record_type, "person", self->people[0], "from",
                               "2026-03-10", NULL);
  app_wait (has_no_anna, self);
  panes_fixture_await_label (self, "Proposed: Bram");
  panes_fixture_show (self, "invitations");
  panes_fixture_show (self, "meeting");
  panes_fixture_await_label (self, "Proposed: Bram");
}

static void
test_over (PanesFixture *self, gconstpointer data)
{
  add_leads (self);
  app_fixture_change (&self->app, self->meeting, "state", AJ_MEETING_HELD, "Bea");
  panes_fixture_show (self, "meeting");
  app_settle ();
  g_assert_true (has_no_hint (self));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/duty-hints/take", test_take);
  panes_fixture_add_test ("/app/duty-hints/follows", test_follows);
  panes_fixture_add_test ("/app/duty-hints/over", test_over);
  return g_test_run ();
}
