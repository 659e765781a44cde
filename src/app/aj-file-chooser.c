/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-file-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GtkFileChooserAction action;
  AjFileChooserKind kind;
  AjFileChosen chosen;      /* (nullable): */
  AjFilesChosen all_chosen; /* or this one */
  gpointer user_data;
  char *path; /* (owned) (nullable): while it is asked whether it may be replaced */
} Answer;

static void
answer (Answer *self, GtkWindow *parent, const char *path)
{
  self->chosen (parent, path, self->user_data);
  g_free (self->path);
  g_free (self);
}

/* The file was chosen, so it was meant: saying nothing would leave somebody to think that it is there. */
static void
tell_no_path (GtkWindow *parent)
{
  GtkWidget *dialog = adw_message_dialog_new (
      parent, _ ("This Place Cannot Be Used"),
      _ ("Choose a folder of this computer, or of a network drive that is connected."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
replace_response_cb (AdwMessageDialog *dialog, const char *response, Answer *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  answer (self, parent, g_str_equal (response, "replace") ? self->path : NULL);
}

/* The platform's dialog asked about another name: what was written, without the ending. */
static void
ask_to_replace (Answer *self, GtkWindow *parent)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *body = g_strdup_printf (
      /* Translators: the name of a file. */
      _ ("There is a file “%s” already. Replacing it overwrites what is in it."), name);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Replace the File?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (replace_response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes @self. */
static void
take_path (Answer *self, GtkWindow *parent, const char *path)
{
  if (path == NULL || self->action != GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      answer (self, parent, path);
      return;
    }
  self->path = aj_file_chooser_complete (self->kind, path);
  if (self->kind != AJ_FILE_CHOOSER_NEW_DATA && !g_str_equal (self->path, path) &&
      g_file_test (self->path, G_FILE_TEST_EXISTS))
    ask_to_replace (self, parent);
  else
    answer (self, parent, self->path);
}

/* Takes @self. What has no path is told, and the others are not kept waiting for it. */
static void
take_all (Answer *self, GtkNativeDialog *dialog, int response)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (dialog);
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  gboolean is_whole = TRUE;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (builder, path);
      else
        is_whole = FALSE;
    }
  if (!is_whole)
    tell_no_path (parent);
  paths = g_strv_builder_end (builder);
  self->all_chosen (parent, paths[0] != NULL ? (const char *const *) paths : NULL, self->user_data);
  g_free (self);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (dialog);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (((Answer *) user_data)->all_chosen != NULL)
    {
      take_all (user_data, dialog, response);
      g_object_unref (dialog);
      return;
    }
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    path = g_file_get_path (file);
  if (file != NULL && path == NULL)
    tell_no_path (parent);
  take_path (user_data, parent, path);
  g_object_unref (dialog);
}

/* What each kind is called, and how the names of its files end. */
static const struct
{
  const char *label;
  const char *patterns[5];
} kinds[] = {
  [AJ_FILE_CHOOSER_DATA] = { N_ ("Aanjager files"), { "*.aanjager", "*.aanjager-form" } },
  [AJ_FILE_CHOOSER_NEW_DATA] = { N_ ("Aanjager files"), { "*.aanjager" } },
  [AJ_FILE_CHOOSER_FORM] = { N_ ("Registration forms"), { "*.aanjager-form" } },
  [AJ_FILE_CHOOSER_CALENDAR] = { N_ ("Calendar files"), { "*.ics" } },
  [AJ_FILE_CHOOSER_CSV] = { N_ ("Spreadsheets (CSV)"), { "*.csv" } },
  [AJ_FILE_CHOOSER_CARDS] = { N_ ("Address cards (vCard)"), { "*.vcf" } },
  [AJ_FILE_CHOOSER_PEOPLE] = { N_ ("Spreadsheets (CSV) and address cards (vCard)"),
                               { "*.csv", "*.vcf" } },
  [AJ_FILE_CHOOSER_PICTURE] = { N_ ("PDF, PNG and SVG files"), { "*.pdf", "*.png", "*.svg" } },
  [AJ_FILE_CHOOSER_ANSWERS] = { N_ ("Answers (calendar files and mails)"),
                                { "*.ics", "*.eml", "*.msg" } },
  [AJ_FILE_CHOOSER_PDF] = { N_ ("PDF files"), { "*.pdf" } },
  [AJ_FILE_CHOOSER_HTML] = { N_ ("Web pages (HTML)"), { "*.html", "*.htm" } },
  [AJ_FILE_CHOOSER_FORMS] = { N_ ("Forms (spreadsheets and form files)"),
                              { "*.xlsx", "*.ods", "*.csv", "*.aanjager-form" } },
  [AJ_FILE_CHOOSER_ANY] = { N_ ("All files"), { "*" } },
};

static void
add_filter (GtkFileChooser *chooser, AjFileChooserKind kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (kinds[kind].label));
  for (guint i = 0; kinds[kind].patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, kinds[kind].patterns[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  if (kind != AJ_FILE_CHOOSER_ANY)
    gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
show_chooser (GtkWindow *parent, const char *title, const char *name, const Answer *wanted)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, wanted->action, NULL,
                                                              NULL);

  if (wanted->action == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)
    gtk_file_chooser_set_create_folders (GTK_FILE_CHOOSER (dialog), TRUE);
  else
    add_filter (GTK_FILE_CHOOSER (dialog), wanted->kind);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), wanted->all_chosen != NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb),
                    g_memdup2 (wanted, sizeof *wanted));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
aj_file_chooser_open (GtkWindow *parent,
                      const char *title,
                      AjFileChooserKind kind,
                      AjFileChosen chosen,
                      gpointer user_data)
{
  show_chooser (parent, title, NULL,
                &(Answer){ GTK_FILE_CHOOSER_ACTION_OPEN, kind, chosen, NULL, user_data, NULL });
}

void
aj_file_chooser_open_many (GtkWindow *parent,
                           const char *title,
                           AjFileChooserKind kind,
                           AjFilesChosen chosen,
                           gpointer user_data)
{
  show_chooser (parent, title, NULL,
                &(Answer){ GTK_FILE_CHOOSER_ACTION_OPEN, kind, NULL, chosen, user_data, NULL });
}

void
aj_file_chooser_save (GtkWindow *parent,
                      const char *title,
                      AjFileChooserKind kind,
                      const char *name,
                      AjFileChosen chosen,
                      gpointer user_data)
{
  show_chooser (parent, title, name,
                &(Answer){ GTK_FILE_CHOOSER_ACTION_SAVE, kind, chosen, NULL, user_data, NULL });
}

void
aj_file_chooser_folder (GtkWindow *parent,
                        const char *title,
                        AjFileChosen chosen,
                        gpointer user_data)
{
  show_chooser (parent, title, NULL,
                &(Answer){ GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, AJ_FILE_CHOOSER_CALENDAR, chosen,
                           NULL, user_data, NULL });
}

char *
aj_file_chooser_complete (AjFileChooserKind kind, const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  /* A pattern is an asterisk and an ending. */
  for (guint i = 0; kinds[kind].patterns[i] != NULL; i++)
    if (g_str_has_suffix (folded, kinds[kind].patterns[i] + 1))
      return g_strdup (path);
  return g_strconcat (path, kinds[kind].patterns[0] + 1, NULL);
}
