/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-application.h"

#include <glib/gi18n.h>

#include "aj-about.h"
#include "aj-data-path.h"
#include "aj-error.h"
#include "aj-example.h"
#include "aj-file-chooser.h"
#include "aj-form-file.h"
#include "aj-form-window.h"
#include "aj-mail-folder.h"
#include "aj-preferences-window.h"
#include "aj-window.h"

struct _AjApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* (owned) */
  AjClock *clock;      /* (owned) */
  char *author;        /* (owned): who history names */
};

G_DEFINE_FINAL_TYPE (AjApplication, aj_application, ADW_TYPE_APPLICATION)

/* A file being opened for a window. */
typedef struct
{
  AjApplication *application; /* (owned) */
  AjWindow *window;    /* (owned): kept alive until the answer, also when it was closed meanwhile */
  AjStore *store;      /* (owned) (nullable) */
  char *path;          /* (owned) */
  const char *example; /* (nullable): fill the new file with it */
  GError *trouble;     /* (owned) (nullable): what came of that */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->application);
  g_object_unref (opening->window);
  g_clear_object (&opening->store);
  g_clear_error (&opening->trouble);
  g_free (opening->path);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
left_cb (AjWindow *window, gboolean may_leave, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  AjApplication *self = opening->application;
  g_autoptr (AjServices) services = aj_services_new (opening->store, self->clock, self->settings);

  if (!may_leave)
    {
      aj_store_close (opening->store);
      return;
    }
  g_settings_set_string (self->settings, "data-file", opening->path);
  aj_window_set_services (window, services);
  if (opening->trouble != NULL)
    aj_window_tell_error (window, opening->trouble);
}

/* Once what was typed for the file that was open is in there. Takes @opening. */
static void
show_store (Opening *opening)
{
  aj_window_leave (opening->window, left_cb, opening);
}

static void
example_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;

  if (!aj_example_fill_finish (opening->store, result, &error) &&
      !g_error_matches (error, AJ_ERROR, AJ_ERROR_EXISTS))
    opening->trouble = g_steal_pointer (&error);
  show_store (g_steal_pointer (&opening));
}

static void
set_earlier_authors (AjApplication *self, AjStore *store)
{
  g_auto (GStrv) names = aj_get_earlier_authors (self->settings);

  aj_store_set_earlier_authors (store, (const char *const *) names);
}

static void
store_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;

  opening->store = aj_store_open_finish (result, &error);
  if (opening->store == NULL)
    {
      aj_window_show_failure (opening->window, opening->path, error);
      return;
    }
  set_earlier_authors (opening->application, opening->store);
  if (opening->example != NULL)
    {
      AjStore *store = opening->store;
      const char *example = opening->example;

      aj_example_fill_async (store, example, NULL, example_made_cb, g_steal_pointer (&opening));
      return;
    }
  show_store (g_steal_pointer (&opening));
}

static void
open_path (AjApplication *self,
           AjWindow *window,
           const char *path,
           AjStoreOpenFlags flags,
           const char *example)
{
  Opening *opening = g_new0 (Opening, 1);
  g_autofree char *author = aj_get_author (self->settings);
  g_autoptr (GError) error = NULL;

  opening->application = g_object_ref (self);
  opening->window = g_object_ref (window);
  opening->path = g_strdup (path);
  opening->example = example;
  aj_window_show_opening (window, path);
  if ((flags & AJ_STORE_OPEN_CREATE) != 0 && !aj_data_path_make_folder (path, &error))
    {
      aj_window_show_failure (window, path, error);
      opening_free (opening);
      return;
    }
  aj_store_open_async (path, flags, author, self->clock, NULL, store_opened_cb, opening);
}

/* An example has a file of its own beside the usual place, so that it is there the next time as well and takes nobody's
 * place. A file that holds something already is only opened. */
static void
open_example (AjApplication *self, AjWindow *window, const char *example)
{
  g_autofree char *path = aj_example_data_path (example);
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);

  open_path (self, window, path, exists ? AJ_STORE_OPEN_OR_READ : AJ_STORE_OPEN_CREATE, example);
}

static AjWindow *
get_window (AjApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !AJ_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? AJ_WINDOW (window) : NULL;
}

/* The window in front may be that of a form, which has no data file and needs none. */
static AjWindow *
need_window (AjApplication *self)
{
  AjWindow *window = get_window (self);

  if (window != NULL)
    return window;
  window = aj_window_new (GTK_APPLICATION (self), self->settings);
  aj_window_show_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
open_example_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AjApplication *self = user_data;

  open_example (self, need_window (self), AJ_EXAMPLE_DEFAULT);
}

static void
open_other_example_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AjApplication *self = user_data;

  open_example (self, need_window (self), AJ_EXAMPLE_MIDDEN);
}

static void
new_empty_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AjApplication *self = user_data;
  g_autofree char *path = aj_default_data_path ();

  /* Where the usual place is taken, the person says where. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_action_group_activate_action (G_ACTION_GROUP (self), "new", NULL);
  else
    open_path (self, need_window (self), path, AJ_STORE_OPEN_CREATE, NULL);
}

static void
file_to_open_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  AjApplication *self = user_data;

  if (aj_form_file_is_likely (path))
    aj_form_window_open (GTK_APPLICATION (self), path);
  else if (path != NULL)
    open_path (self, AJ_WINDOW (window), path, AJ_STORE_OPEN_OR_READ, NULL);
}

static void
open_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AjApplication *self = user_data;

  aj_file_chooser_open (GTK_WINDOW (need_window (self)), _ ("Open a Data File"),
                        AJ_FILE_CHOOSER_DATA, file_to_open_chosen_cb, self);
}

/* A file that is there, chosen for a new one. */
typedef struct
{
  AjApplication *application; /* (owned) */
  char *path;                 /* (owned) */
} Present;

static void
present_free (gpointer data, GClosure *closure)
{
  Present *present = data;

  g_object_unref (present->application);
  g_free (present->path);
  g_free (present);
}

static void
open_instead_response_cb (AdwMessageDialog *dialog, const char *response, Present *present)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (g_str_equal (response, "open"))
    open_path (present->application, AJ_WINDOW (window), present->path, AJ_STORE_OPEN_OR_READ,
               NULL);
}

/* The chooser has asked whether the file may be replaced, but a data file is never thrown away here. */
static void
offer_to_open (AjApplication *self, GtkWindow *window, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *body = g_strdup_printf (
      /* Translators: the name of a file. */
      _ ("“%s” stays as it is: a new file never takes the place of another. Open it, or choose "
         "another name."),
      name);
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("There Is a File Already"), body);
  Present *present = g_new0 (Present, 1);

  present->application = g_object_ref (self);
  present->path = g_strdup (path);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "open",
                                    _ ("_Open It"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (open_instead_response_cb), present,
                         present_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
file_to_make_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  AjApplication *self = user_data;

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    offer_to_open (self, window, path);
  else if (path != NULL)
    open_path (self, AJ_WINDOW (window), path, AJ_STORE_OPEN_CREATE, NULL);
}

static void
new_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AjApplication *self = user_data;

  aj_file_chooser_save (GTK_WINDOW (need_window (self)), _ ("Make a New Data File"),
                        AJ_FILE_CHOOSER_NEW_DATA, _ ("network.aanjager"), file_to_make_chosen_cb,
                        self);
}

static void
preferences_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AjApplication *self = user_data;
  AjWindow *window = need_window (self);

  aj_preferences_window_show (GTK_WINDOW (window), self->settings, aj_window_get_services (window));
}

static void
about_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  aj_about_show (gtk_application_get_active_window (user_data));
}

static void
quit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (user_data));

  /* Closing each, rather than leaving the main loop, lets every window save what was typed. */
  for (GList *l = windows, *next; l != NULL; l = next)
    {
      next = l->next;
      gtk_window_close (l->data);
    }
}

static const GActionEntry actions[] = {
  { "open-example", open_example_activated_cb },
  { "open-other-example", open_other_example_activated_cb },
  { "new-empty", new_empty_activated_cb },
  { "open", open_activated_cb },
  { "new", new_activated_cb },
  { "preferences", preferences_activated_cb },
  { "about", about_activated_cb },
  { "quit", quit_activated_cb },
};

static void
own_name_changed_cb (GSettings *settings, const char *key, AjApplication *self)
{
  g_autofree char *author = aj_get_author (settings);

  if (g_str_equal (author, self->author))
    return;
  aj_keep_earlier_author (settings, self->author);
  aj_set_string (&self->author, author);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (AJ_IS_WINDOW (l->data) && aj_window_get_services (l->data) != NULL)
      {
        AjStore *store = aj_services_get_store (aj_window_get_services (l->data));

        set_earlier_authors (self, store);
        aj_store_set_author (store, author);
      }
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } table[] = {
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accelerators);
}

static void
aj_application_startup (GApplication *application)
{
  AjApplication *self = AJ_APPLICATION (application);

  G_APPLICATION_CLASS (aj_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_accelerators (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (AJ_APP_ID);
  aj_mail_folder_sweep_soon ();
}

static void
aj_application_shutdown (GApplication *application)
{
  aj_mail_folder_sweep ();
  G_APPLICATION_CLASS (aj_application_parent_class)->shutdown (application);
}

static gboolean
set_clock (AjApplication *self, const char *now)
{
  g_autofree char *zone = g_settings_get_string (self->settings, "default-zone");

  if (now == NULL && self->clock != NULL)
    return TRUE;
  g_clear_object (&self->clock);
  self->clock = now == NULL ? aj_clock_new (zone) : aj_clock_new_from_string (now, zone);
  return self->clock != NULL;
}

/* The file to open: NULL only for who never had one. One that had is shown the file that cannot be found, and why,
 * rather than a welcome. */
static char *
find_path (AjApplication *self, GApplicationCommandLine *line, GVariantDict *options)
{
  g_autofree char *last = aj_get_last_data_path (self->settings);
  g_autofree char *usual = aj_default_data_path ();
  g_autoptr (GFile) file = NULL;
  const char **names = NULL;
  char *data = NULL;

  if (g_variant_dict_lookup (options, "data", "^ay", &data))
    {
      g_autofree char *relative = data;

      file = g_application_command_line_create_file_for_arg (line, relative);
      return g_file_get_path (file);
    }
  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names))
    {
      g_autofree const char **files = names;

      file = g_application_command_line_create_file_for_arg (line, files[0]);
      return g_file_get_path (file);
    }
  if (g_str_equal (last, usual) && !g_file_test (usual, G_FILE_TEST_EXISTS))
    return NULL;
  return g_steal_pointer (&last);
}

static int
aj_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  AjApplication *self = AJ_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  const char *now = NULL;
  g_autofree char *path = NULL;
  AjWindow *window;

  g_variant_dict_lookup (options, "now", "&s", &now);
  if (!set_clock (self, now))
    {
      g_application_command_line_printerr (
          line, "%s\n", _ ("--now takes a date like 2026-03-12 or a time like 2026-03-12T10:00."));
      return 2;
    }
  path = find_path (self, line, options);
  if (aj_form_file_is_likely (path))
    {
      aj_form_window_open (GTK_APPLICATION (self), path);
      return 0;
    }
  window = aj_window_new (GTK_APPLICATION (self), self->settings);
  gtk_window_present (GTK_WINDOW (window));
  if (g_variant_dict_contains (options, "example"))
    open_example (self, window, AJ_EXAMPLE_DEFAULT);
  else if (path != NULL)
    open_path (self, window, path, AJ_STORE_OPEN_OR_READ, NULL);
  else
    aj_window_show_welcome (window);
  return 0;
}

static void
aj_application_finalize (GObject *object)
{
  AjApplication *self = AJ_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_free (self->author);
  G_OBJECT_CLASS (aj_application_parent_class)->finalize (object);
}

static void
aj_application_class_init (AjApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = aj_application_startup;
  G_APPLICATION_CLASS (klass)->shutdown = aj_application_shutdown;
  G_APPLICATION_CLASS (klass)->command_line = aj_application_command_line;
}

static void
aj_application_init (AjApplication *self)
{
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this data file"), N_ ("FILE") },
    { "example", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Open the example network; make it when it is not there"), NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Stand the clock still, for tests"),
      N_ ("DATE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  self->settings = g_settings_new (AJ_APP_ID);
  self->author = aj_get_author (self->settings);
  g_signal_connect (self->settings, "changed::own-name", G_CALLBACK (own_name_changed_cb), self);
  g_signal_connect (self->settings, "changed::organisation", G_CALLBACK (own_name_changed_cb),
                    self);
}

AjApplication *
aj_application_new (void)
{
  return g_object_new (AJ_TYPE_APPLICATION, "application-id", AJ_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                       "/nl/veiligheidsnetwerkon/Aanjager", NULL);
}
