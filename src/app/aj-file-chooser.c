/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-file-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  AjFileChosen chosen;
  gpointer user_data;
} Answer;

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
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Answer *answer = user_data;
  GtkWindow *parent = gtk_native_dialog_get_transient_for (dialog);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    path = g_file_get_path (file);
  if (file != NULL && path == NULL)
    tell_no_path (parent);
  answer->chosen (parent, path, answer->user_data);
  g_free (answer);
  g_object_unref (dialog);
}

/* What each kind is called, and how the names of its files end. */
static const struct
{
  const char *label;
  const char *patterns[4];
} kinds[] = {
  [AJ_FILE_CHOOSER_DATA] = { N_ ("Aanjager files"), { "*.aanjager" } },
  [AJ_FILE_CHOOSER_CALENDAR] = { N_ ("Calendar files"), { "*.ics" } },
  [AJ_FILE_CHOOSER_CSV] = { N_ ("Spreadsheets (CSV)"), { "*.csv" } },
  [AJ_FILE_CHOOSER_CARDS] = { N_ ("Address cards (vCard)"), { "*.vcf" } },
  [AJ_FILE_CHOOSER_PEOPLE] = { N_ ("Spreadsheets (CSV) and address cards (vCard)"),
                               { "*.csv", "*.vcf" } },
  [AJ_FILE_CHOOSER_PICTURE] = { N_ ("PDF, PNG and SVG files"), { "*.pdf", "*.png", "*.svg" } },
  [AJ_FILE_CHOOSER_PDF] = { N_ ("PDF files"), { "*.pdf" } },
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
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
show_chooser (GtkWindow *parent,
              const char *title,
              GtkFileChooserAction action,
              AjFileChooserKind kind,
              const char *name,
              Answer *answer)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  if (action == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)
    gtk_file_chooser_set_create_folders (GTK_FILE_CHOOSER (dialog), TRUE);
  else
    add_filter (GTK_FILE_CHOOSER (dialog), kind);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), answer);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
aj_file_chooser_open (GtkWindow *parent,
                      const char *title,
                      AjFileChooserKind kind,
                      AjFileChosen chosen,
                      gpointer user_data)
{
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ chosen, user_data };
  show_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, kind, NULL, answer);
}

void
aj_file_chooser_save (GtkWindow *parent,
                      const char *title,
                      AjFileChooserKind kind,
                      const char *name,
                      AjFileChosen chosen,
                      gpointer user_data)
{
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ chosen, user_data };
  show_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, kind, name, answer);
}

void
aj_file_chooser_folder (GtkWindow *parent,
                        const char *title,
                        AjFileChosen chosen,
                        gpointer user_data)
{
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ chosen, user_data };
  show_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, AJ_FILE_CHOOSER_CALENDAR,
                NULL, answer);
}
