/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-composition-saver.h"

#include <glib/gi18n.h>

#include "aj-composition-table.h"
#include "aj-csv-table.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-output-file.h"
#include "aj-text.h"

/* A file that was asked for, from the question where to the last sentence. */
typedef struct
{
  GtkWidget *from; /* (nullable): weak */
  GBytes *bytes;   /* (owned) */
  char *name;      /* (owned) (nullable): of the file, for the last sentence */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->from);
  g_bytes_unref (saving->bytes);
  g_free (saving->name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_written = aj_output_file_write_bytes_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (saving->from == NULL)
    return;
  if (!is_written)
    {
      aj_feedback_error (saving->from, error);
      return;
    }
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (
      _ ("Saved as %s. It holds names, so share it only with who needs it."), saving->name);
  aj_feedback_say (saving->from, sentence);
}

/* It names people: nobody else on this computer reads it. */
static void
file_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  Saving *saving = user_data;

  if (path == NULL || saving->from == NULL)
    {
      saving_free (saving);
      return;
    }
  saving->name = g_filename_display_basename (path);
  aj_output_file_write_bytes_async (path, saving->bytes, AJ_OUTPUT_FILE_PRIVATE, NULL, written_cb,
                                    saving);
}

static GPtrArray *
make_table (AjRoster *roster, const AjRosterGroup *group)
{
  return aj_composition_to_table (group->composition, aj_roster_get_book (roster));
}

void
aj_composition_saver_copy (GtkWidget *from, AjRoster *roster, const AjRosterGroup *group)
{
  g_autoptr (GPtrArray) table = make_table (roster, group);
  g_autofree char *text = aj_csv_table_to_text (table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (from), text);
  aj_feedback_say (from, _ ("Copied. Paste it in a spreadsheet or a document."));
}

void
aj_composition_saver_save (GtkWidget *from, AjRoster *roster, const AjRosterGroup *group)
{
  g_autoptr (GPtrArray) table = make_table (roster, group);
  g_autofree char *day = aj_date_to_iso (aj_roster_get_date (roster));
  g_autofree char *title = g_strdup_printf ("%s %s", aj_values_get_text (group->group, "name"),
                                            day);
  g_autofree char *base = aj_text_to_file_name (title);
  g_autofree char *file_name = g_strconcat (base, ".csv", NULL);
  Saving *saving = g_new0 (Saving, 1);

  g_set_weak_pointer (&saving->from, from);
  saving->bytes = aj_csv_table_to_bytes (table, AJ_CSV_EXCEL);
  aj_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Save as Spreadsheet"),
                        AJ_FILE_CHOOSER_CSV, file_name, file_chosen_cb, saving);
}
