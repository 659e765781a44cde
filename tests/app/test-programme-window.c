/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is handed out of an action day, in its window: what is chosen above it, what is copied, and what is told when it cannot
 * be shown. */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-date-button.h"
#include "aj-document-window.h"
#include "aj-edition-facts.h"
#include "aj-programme-bar.h"
#include "aj-programme-window.h"

typedef struct
{
  AppFixture base;
  AjEditionFacts *facts;
  char *edition;
  char *zwolle;
} World;

static char *
add (World *self, const char *type, const char *const *pairs)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Add");
  AjValues *values = aj_edit_add (edit, aj_record_type_lookup (type));
  char *id = g_strdup (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      int index = aj_record_type_find (aj_record_type_lookup (type), pairs[i]);
      g_auto (AjValue) value = AJ_VALUE_INIT;

      aj_field_parse (&aj_record_type_lookup (type)->fields[index], pairs[i + 1], &value, &error);
      g_assert_no_error (error);
      aj_values_set (values, (guint) index, &value);
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return id;
}

static void
load_facts (World *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->facts, aj_edition_facts_free);
  self->facts = aj_edition_facts_load (self->base.store, self->edition, &error);
  g_assert_no_error (error);
}

static void
add_activity (World *self, const char *municipality, const char *name, const char *access)
{
  g_free (add (self, "activity",
               (const char *const[]){ "edition", self->edition, "municipality", municipality,
                                      "name", name, "access", access, "for-youth", "true", "link",
                                      "https://voorbeeld.example", NULL }));
}

static void
set_up (World *self, gconstpointer data)
{
  g_autofree char *almelo = NULL;

  app_fixture_set_up (&self->base, data);
  g_settings_reset (aj_services_get_settings (self->base.services), "programmes-handed-out");
  almelo = add (self, "municipality",
                (const char *const[]){ "name", "Almelo", "code", "GM0141", NULL });
  self->zwolle = add (self, "municipality",
                      (const char *const[]){ "name", "Zwolle", "code", "GM0193", NULL });
  self->edition = add (self, "edition",
                       (const char *const[]){ "name", "Actiedag", "starts-on", "2026-10-08",
                                              NULL });
  add_activity (self, almelo, "Markt", "public");
  add_activity (self, self->zwolle, "Lezing", "public");
  add_activity (self, self->zwolle, "Besloten", "closed");
  load_facts (self);
  app_fixture_show (&self->base, gtk_label_new ("Behind the window"));
}

static GtkWidget *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_DOCUMENT_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
tear_down (World *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (find_window ()));
  app_settle ();
  aj_edition_facts_free (self->facts);
  g_free (self->edition);
  g_free (self->zwolle);
  app_fixture_tear_down (&self->base, data);
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

static gboolean
is_not_said (gpointer text)
{
  return !is_said (text);
}

static void
await_gone (const char *text)
{
  app_wait_until (is_not_said, (gpointer) text, text);
}

/* The nth of its kind in the bar. */
static gpointer
find_nth (GType type, guint n)
{
  g_autoptr (GPtrArray) found = app_find_all (app_find (find_window (), AJ_TYPE_PROGRAMME_BAR),
                                              type);

  g_assert_cmpuint (found->len, >, n);
  return found->pdata[n];
}

static void
choose (guint drop_down, guint position)
{
  gtk_drop_down_set_selected (find_nth (GTK_TYPE_DROP_DOWN, drop_down), position);
}

/* By district as it opens; then what is chosen above it, each at once. */
static void
test_choose (World *self, gconstpointer data)
{
  aj_programme_window_show (self->base.window, self->base.services, self->facts);
  await ("Programme of Actiedag");
  await ("2 activities");
  await ("In no district");
  app_assert_named (find_window ());
  choose (0, AJ_PROGRAMME_BY_TARGET);
  await ("For youth");
  gtk_check_button_set_active (find_nth (GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  await ("Besloten");
  await ("3 activities");
  /* Only municipalities that take part, by name: all, Almelo, Zwolle. */
  choose (1, 2);
  await ("Programme of Actiedag in Zwolle");
  await_gone ("Markt");
  /* What is changed meanwhile is shown. */
  add_activity (self, self->zwolle, "Erbij", "public");
  await ("Erbij");
}

/* What became different since a day: two weeks back until it was handed out once. */
static void
test_since (World *self, gconstpointer data)
{
  GtkWidget *button;

  aj_programme_window_show (self->base.window, self->base.services, self->facts);
  await ("2 activities");
  button = find_nth (AJ_TYPE_DATE_BUTTON, 0);
  g_assert_cmpint (aj_date_button_get_date (AJ_DATE_BUTTON (button)), ==,
                   aj_date_new (2026, 2, 15));
  gtk_check_button_set_active (find_nth (GTK_TYPE_CHECK_BUTTON, 1), TRUE);
  await ("Changes in the programme of Actiedag");
  await ("New");
  aj_date_button_set_date (AJ_DATE_BUTTON (button), aj_date_new (2026, 3, 2));
  g_signal_emit_by_name (button, "picked");
  await ("Nothing became different since Monday 2 March 2026.");
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

/* For a newsletter there are headings and links, and text for who takes no more; and the day is kept. */
static void
test_copy (World *self, gconstpointer data)
{
  GdkClipboard *clipboard;
  g_autofree char *text = NULL;
  g_autoptr (GVariant) days = NULL;
  const char *day;

  aj_programme_window_show (self->base.window, self->base.services, self->facts);
  await ("2 activities");
  g_assert_true (gtk_widget_activate_action (find_window (), "programme.copy-part", NULL));
  await ("Copied: paste it into a page or a newsletter");
  clipboard = gtk_widget_get_clipboard (find_window ());
  g_assert_true (
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  app_wait (has_text, &text);
  g_assert_true (g_str_has_prefix (text, "Programme of Actiedag\n====="));
  days = g_settings_get_value (aj_services_get_settings (self->base.services),
                               "programmes-handed-out");
  g_assert_true (g_variant_lookup (days, self->edition, "&s", &day));
  g_assert_cmpstr (day, ==, "2026-03-01");
}

/* The other two of the same menu. */
static void
test_reports (World *self, gconstpointer data)
{
  aj_programme_window_show_coverage (self->base.window, self->base.services, self->facts);
  await ("Coverage of Actiedag");
  await ("White Spots");
  app_assert_named (find_window ());
  gtk_window_destroy (GTK_WINDOW (find_window ()));
  aj_programme_window_show_organisations (self->base.window, self->base.services, self->facts);
  await ("Who Did What");
  await ("Municipality of Zwolle");
  app_assert_named (find_window ());
}

static void
test_closed_early (World *self, gconstpointer data)
{
  aj_programme_window_show (self->base.window, self->base.services, self->facts);
  choose (0, AJ_PROGRAMME_BY_TIME);
  gtk_window_destroy (GTK_WINDOW (find_window ()));
  add_activity (self, self->zwolle, "Erbij", "public");
  app_settle ();
  aj_programme_window_show (self->base.window, self->base.services, self->facts);
  await ("3 activities");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/programme-window/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("choose", test_choose);
  ADD ("since", test_since);
  ADD ("copy", test_copy);
  ADD ("reports", test_reports);
  ADD ("closed-early", test_closed_early);
  return g_test_run ();
}
