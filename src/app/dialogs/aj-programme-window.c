/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-programme-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aj-activity-calendar.h"
#include "aj-active-organisations.h"
#include "aj-coverage-report.h"
#include "aj-document-window.h"
#include "aj-feedback.h"
#include "aj-file-saver.h"
#include "aj-programme-bar.h"
#include "aj-text.h"

#define SETTING "programmes-handed-out"
/* Where it was never handed out, and nobody had to register by a day, changes are told of so many days. */
#define DAYS_BACK 14

/* What a window shows. */
typedef struct
{
  AjProgrammeRequest request; /* its texts owned */
  char *edition_name;         /* (owned) */
  AjServices *services;       /* (owned) */
  AjDocumentWindow *window;   /* (borrowed) (nullable): which holds this */
  AjProgrammeBar *bar;        /* (borrowed) (nullable) */
} What;

static What *
what_new (AjServices *services, AjEditionFacts *facts)
{
  const AjValues *edition = aj_edition_facts_get_edition (facts);
  What *self = g_new0 (What, 1);

  self->request.edition = g_strdup (aj_values_get_id (edition));
  self->request.since = AJ_DATE_NONE;
  self->edition_name = g_strdup (aj_values_get_text (edition, "name"));
  self->services = g_object_ref (services);
  return self;
}

static What *
what_copy (const What *self)
{
  What *copy = g_memdup2 (self, sizeof *self);

  copy->request.edition = g_strdup (self->request.edition);
  copy->request.municipality = g_strdup (self->request.municipality);
  copy->edition_name = g_strdup (self->edition_name);
  copy->services = g_object_ref (self->services);
  copy->window = NULL;
  copy->bar = NULL;
  return copy;
}

static void
what_free (gpointer data)
{
  What *self = data;

  g_free ((char *) self->request.edition);
  g_free ((char *) self->request.municipality);
  g_free (self->edition_name);
  g_object_unref (self->services);
  g_free (self);
}

static void
load_async (AjServices *services,
            gconstpointer data,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  aj_programme_load_async (aj_services_get_store (services), &((const What *) data)->request,
                           cancellable, callback, user_data);
}

static AjDocument *
load_finish (AjServices *services, gconstpointer data, GAsyncResult *result, GError **error)
{
  return aj_programme_load_finish (aj_services_get_store (services), result, error);
}

static void
chosen_cb (What *self)
{
  g_free ((char *) self->request.municipality);
  aj_programme_bar_fill (self->bar, &self->request);
  self->request.municipality = g_strdup (self->request.municipality);
  aj_document_window_reload (self->window);
}

/* The days on which programmes were handed out, by the id of the edition. */
static void
note_handed_out (What *self)
{
  GSettings *settings = aj_services_get_settings (self->services);
  g_autoptr (GVariant) days = NULL;
  g_autofree char *today = aj_date_to_iso (aj_services_get_today (self->services));
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id, *day;

  /* A part of it, or what changed, is not the programme. */
  if (self->request.since != AJ_DATE_NONE || self->request.municipality != NULL)
    return;
  days = g_settings_get_value (settings, SETTING);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, days);
  while (g_variant_iter_next (&iter, "{&s&s}", &id, &day))
    if (!g_str_equal (id, self->request.edition))
      g_variant_builder_add (&builder, "{ss}", id, day);
  g_variant_builder_add (&builder, "{ss}", self->request.edition, today);
  g_settings_set_value (settings, SETTING, g_variant_builder_end (&builder));
}

static AjDate
find_since (What *self, const AjValues *edition)
{
  GSettings *settings = aj_services_get_settings (self->services);
  g_autoptr (GVariant) days = g_settings_get_value (settings, SETTING);
  AjDate today = aj_services_get_today (self->services);
  AjDate deadline = aj_values_get_date (edition, "deadline");
  const char *text;
  AjDate day;

  if (g_variant_lookup (days, self->request.edition, "&s", &text) && aj_date_parse_iso (text, &day))
    return day;
  return deadline != AJ_DATE_NONE && deadline <= today ? deadline : today - DAYS_BACK;
}

/* (transfer full): "Programma van Echt Niet Vandaag 2026.csv". */
static char *
make_file_name (What *self, const char *ending)
{
  AjDocument *document = aj_document_window_get_document (self->window);
  g_autofree char *base = aj_text_to_file_name (document != NULL ? aj_document_get_title (document)
                                                                 : self->edition_name);

  return g_strconcat (base, ending, NULL);
}

static char *
describe_saved (guint n, const char *name)
{
  /* Translators: a number, and the name of a file or folder. */
  return g_strdup_printf (ngettext ("%u activity saved in %s", "%u activities saved in %s", n), n,
                          name);
}

static void
save_table_async (AjStore *store,
                  gconstpointer what,
                  const char *path,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  aj_programme_save_table_async (store, &((const What *) what)->request, AJ_CSV_EXCEL, path,
                                 cancellable, callback, user_data);
}

static char *
save_table_finish (
    AjStore *store, gconstpointer what, GAsyncResult *result, const char *name, GError **error)
{
  guint n;

  return aj_programme_save_table_finish (store, result, &n, error) ? describe_saved (n, name)
                                                                   : NULL;
}

static void
save_calendar (AjStore *store,
               const What *what,
               gboolean separate,
               const char *path,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  const char *const municipalities[] = { what->request.municipality, NULL };
  const AjActivityCalendarRequest request = {
    .edition = what->request.edition,
    .municipalities = what->request.municipality != NULL ? municipalities : NULL,
    .with_closed = what->request.with_closed,
    .separate = separate,
  };

  aj_activity_calendar_run_async (store, &request, path, cancellable, callback, user_data);
}

static void
save_calendar_async (AjStore *store,
                     gconstpointer what,
                     const char *path,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  save_calendar (store, what, FALSE, path, cancellable, callback, user_data);
}

static void
save_calendars_async (AjStore *store,
                      gconstpointer what,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  save_calendar (store, what, TRUE, path, cancellable, callback, user_data);
}

static char *
save_calendar_finish (AjStore *store,
                      gconstpointer what,
                      GAsyncResult *async_result,
                      const char *name,
                      GError **error)
{
  g_auto (AjActivityCalendarResult) result = { 0 };
  g_autofree char *saved = NULL;

  if (!aj_activity_calendar_run_finish (store, async_result, &result, error))
    return NULL;
  saved = describe_saved (result.n_written, name);
  if (result.left_out->len == 0)
    return g_steal_pointer (&saved);
  /* Translators: "12 activities saved in x.ics", and whole sentences that say of the first what is wrong. */
  return g_strdup_printf (ngettext ("%1$s, %2$u left out. %3$s",
                                    "%1$s, %2$u left out. The first: %3$s", result.left_out->len),
                          saved, result.left_out->len, (const char *) result.left_out->pdata[0]);
}

static const AjFileSaverKind table_kind = {
  .title = N_ ("Save as a Table"),
  .kind = AJ_FILE_CHOOSER_CSV,
  .doing = N_ ("Writing the table…"),
  .save_async = save_table_async,
  .save_finish = save_table_finish,
};

static const AjFileSaverKind calendar_kind = {
  .title = N_ ("Save as Calendar File"),
  .kind = AJ_FILE_CHOOSER_CALENDAR,
  .doing = N_ ("Writing the calendar file…"),
  .save_async = save_calendar_async,
  .save_finish = save_calendar_finish,
};

static const AjFileSaverKind calendars_kind = {
  .title = N_ ("Folder for the Calendar Files"),
  .is_folder = TRUE,
  .doing = N_ ("Writing the calendar files…"),
  .save_async = save_calendars_async,
  .save_finish = save_calendar_finish,
};

static void
save (What *self, const AjFileSaverKind *kind, const char *ending)
{
  g_autofree char *name = make_file_name (self, ending);

  aj_file_saver_save (aj_document_window_get_place (self->window), self->services, kind, name,
                      what_copy (self), what_free);
}

static void
save_table_cb (GSimpleAction *action, GVariant *parameter, gpointer what)
{
  save (what, &table_kind, ".csv");
}

static void
save_calendar_cb (GSimpleAction *action, GVariant *parameter, gpointer what)
{
  save (what, &calendar_kind, ".ics");
}

static void
save_calendars_cb (GSimpleAction *action, GVariant *parameter, gpointer what)
{
  save (what, &calendars_kind, "");
}

/* Editors of pages and newsletters take the headings and links; who only takes text, the text. */
static void
copy_part_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  What *self = data;
  AjDocument *document = aj_document_window_get_document (self->window);
  g_autofree char *part = document != NULL ? aj_document_to_html_part (document) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GdkContentProvider) whole = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *providers[2];
  char *html;

  if (part == NULL)
    return;
  text = aj_document_to_text (document);
  html = g_strconcat ("<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>\n",
                      part, NULL);
  bytes = g_bytes_new_take (html, strlen (html));
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  whole = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), whole);
  note_handed_out (self);
  aj_feedback_say (aj_document_window_get_place (self->window),
                   _ ("Copied: paste it into a page or a newsletter"));
}

static void
add_actions (What *self, const char *name, const GActionEntry *entries, int n_entries)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, n_entries, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), name, G_ACTION_GROUP (group));
}

void
aj_programme_window_show (GtkWindow *parent, AjServices *services, AjEditionFacts *facts)
{
  static const AjDocumentSource source = { load_async, load_finish };
  static const GActionEntry entries[] = {
    { "save-table", save_table_cb, NULL, NULL, NULL, { 0 } },
    { "save-calendar", save_calendar_cb, NULL, NULL, NULL, { 0 } },
    { "save-calendars", save_calendars_cb, NULL, NULL, NULL, { 0 } },
    { "copy-part", copy_part_cb, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GMenu) menu = g_menu_new ();
  What *self = what_new (services, facts);
  GtkWidget *bar = aj_programme_bar_new (services, facts,
                                         find_since (self, aj_edition_facts_get_edition (facts)));

  self->bar = AJ_PROGRAMME_BAR (bar);
  self->window = aj_document_window_show (parent, services, _ ("Programme"), &source, self,
                                          what_free);
  g_signal_connect_swapped (bar, "changed", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->window, "handed-out", G_CALLBACK (note_handed_out), self);
  add_actions (self, "programme", entries, G_N_ELEMENTS (entries));
  g_menu_append (menu, _ ("Save as a _Table…"), "programme.save-table");
  g_menu_append (menu, _ ("Save as a Ca_lendar…"), "programme.save-calendar");
  g_menu_append (menu, _ ("Save a Calendar per _Municipality…"), "programme.save-calendars");
  g_menu_append (menu, _ ("Copy for a _Newsletter"), "programme.copy-part");
  aj_document_window_add_section (self->window, G_MENU_MODEL (menu));
  aj_document_window_set_bar (self->window, bar);
}

static void
load_coverage_async (AjServices *services,
                     gconstpointer data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  aj_coverage_report_load_async (aj_services_get_store (services),
                                 ((const What *) data)->request.edition,
                                 aj_services_get_today (services), cancellable, callback,
                                 user_data);
}

static AjDocument *
load_coverage_finish (AjServices *services,
                      gconstpointer data,
                      GAsyncResult *result,
                      GError **error)
{
  return aj_coverage_report_load_finish (aj_services_get_store (services), result, error);
}

void
aj_programme_window_show_coverage (GtkWindow *parent, AjServices *services, AjEditionFacts *facts)
{
  static const AjDocumentSource source = { load_coverage_async, load_coverage_finish };

  aj_document_window_show (parent, services, _ ("Coverage"), &source, what_new (services, facts),
                           what_free);
}

static void
load_organisations_async (AjServices *services,
                          gconstpointer data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  aj_active_organisations_load_async (aj_services_get_store (services),
                                      ((const What *) data)->request.edition, cancellable, callback,
                                      user_data);
}

static AjDocument *
load_organisations_finish (AjServices *services,
                           gconstpointer data,
                           GAsyncResult *result,
                           GError **error)
{
  return aj_active_organisations_load_finish (aj_services_get_store (services), result, error);
}

static void
save_organisations_async (AjStore *store,
                          gconstpointer what,
                          const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  aj_active_organisations_save_table_async (store, ((const What *) what)->request.edition,
                                            AJ_CSV_EXCEL, path, cancellable, callback, user_data);
}

static char *
save_organisations_finish (
    AjStore *store, gconstpointer what, GAsyncResult *result, const char *name, GError **error)
{
  guint n;

  if (!aj_active_organisations_save_table_finish (store, result, &n, error))
    return NULL;
  /* Translators: a number, and the name of a file. */
  return g_strdup_printf (ngettext ("%u record saved in %s", "%u records saved in %s", n), n, name);
}

static const AjFileSaverKind organisations_kind = {
  .title = N_ ("Save as a Table"),
  .kind = AJ_FILE_CHOOSER_CSV,
  .doing = N_ ("Writing the table…"),
  .save_async = save_organisations_async,
  .save_finish = save_organisations_finish,
};

static void
save_organisations_cb (GSimpleAction *action, GVariant *parameter, gpointer what)
{
  save (what, &organisations_kind, ".csv");
}

void
aj_programme_window_show_organisations (GtkWindow *parent,
                                        AjServices *services,
                                        AjEditionFacts *facts)
{
  static const AjDocumentSource source = { load_organisations_async, load_organisations_finish };
  static const GActionEntry entries[] = {
    { "save-table", save_organisations_cb, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GMenu) menu = g_menu_new ();
  What *self = what_new (services, facts);

  self->window = aj_document_window_show (parent, services, _ ("Active Organisations"), &source,
                                          self, what_free);
  add_actions (self, "organisations", entries, G_N_ELEMENTS (entries));
  g_menu_append (menu, _ ("Save as a _Table…"), "organisations.save-table");
  aj_document_window_add_section (self->window, G_MENU_MODEL (menu));
}
