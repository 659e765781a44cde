/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-export-table.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-person.h"
#include "aj-progress-frame.h"
#include "aj-text.h"

/* Under this width of the window behind it, what is exported is not named: no room between two buttons. */
#define WIDE_ENOUGH 420

struct _AjExportDialog
{
  AdwWindow parent_instance;

  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
  AjExportTableRequest request;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkWidget *export_button;
  AdwPreferencesGroup *formats_group;
  AdwActionRow *personal_row;
  GtkSwitch *personal_switch;
};

G_DEFINE_FINAL_TYPE (AjExportDialog, aj_export_dialog, ADW_TYPE_WINDOW)

static const struct
{
  AjExportFormat format;
  const char *title;
  const char *subtitle;
} formats[] = {
  { AJ_EXPORT_EXCEL, N_ ("Table for a spreadsheet"), N_ ("CSV, which Excel opens by itself") },
  { AJ_EXPORT_VCARD_4, N_ ("Address cards"), N_ ("vCard 4.0, for address books") },
  { AJ_EXPORT_VCARD_3, N_ ("Address cards for older programs"),
    N_ ("vCard 3.0, for Outlook and telephones") },
  { AJ_EXPORT_OUTLOOK_ENGLISH, N_ ("Table for Outlook"),
    N_ ("CSV with Outlook's own columns, for its import") },
};

/* A file while it is written. */
typedef struct
{
  GtkWidget *from;           /* (nullable): weak */
  char *file_name;           /* (owned) */
  GCancellable *cancellable; /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->from);
  g_object_unref (saving->cancellable);
  g_free (saving->file_name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static char *
describe_result (Saving *saving, const AjExportTableResult *result)
{
  g_autofree char *written = g_strdup_printf (
      /* Translators: a number, and the name of a file. */
      ngettext ("%u record saved in %s", "%u records saved in %s", result->n_written),
      result->n_written, saving->file_name);

  if (result->n_left_out == 0)
    return g_steal_pointer (&written);
  return g_strdup_printf (
      /* Translators: "12 records saved in people.csv", and a number. */
      ngettext ("%1$s, %2$u left out", "%1$s, %2$u left out", result->n_left_out), written,
      result->n_left_out);
}

static void
saved_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  AjExportTableResult result = { 0 };
  gboolean done = aj_export_table_run_finish (AJ_STORE (source), async_result, &result, &error);
  AjProgressFrame *frame;

  if (saving->from == NULL)
    return;
  frame = aj_progress_frame_find (saving->from);
  if (frame != NULL)
    aj_progress_frame_end (frame);
  if (!done)
    {
      aj_feedback_error (saving->from, error);
      return;
    }
  sentence = describe_result (saving, &result);
  aj_feedback_say (saving->from, sentence);
}

static void
save (AjExportDialog *self, const char *path)
{
  Saving *saving = g_new0 (Saving, 1);
  AjProgressFrame *frame = aj_progress_frame_find (self->from);

  g_set_weak_pointer (&saving->from, self->from);
  saving->file_name = g_filename_display_basename (path);
  saving->cancellable = g_cancellable_new ();
  if (frame != NULL)
    {
      aj_progress_frame_begin (frame, _ ("Writing the file…"), saving->cancellable);
      aj_progress_frame_set_fraction (frame, -1);
    }
  aj_export_table_run_async (aj_services_get_store (self->services), &self->request, path,
                             saving->cancellable, saved_cb, saving);
}

static void
file_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (AjExportDialog) self = user_data;

  if (path == NULL)
    return;
  if (self->from != NULL)
    save (self, path);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_where (AjExportDialog *self, GtkWindow *parent)
{
  gboolean is_cards = g_str_equal (aj_export_format_get_ending (self->request.format), "vcf");
  g_autofree char *base = aj_text_to_file_name (
      aj_record_type_get_plural_label (self->request.type));
  g_autofree char *name = g_strconcat (base, ".",
                                       aj_export_format_get_ending (self->request.format), NULL);

  self->request.with_personal = gtk_switch_get_active (self->personal_switch);
  aj_file_chooser_save (parent, gtk_window_get_title (GTK_WINDOW (self)),
                        is_cards ? AJ_FILE_CHOOSER_CARDS : AJ_FILE_CHOOSER_CSV, name,
                        file_chosen_cb, g_object_ref (self));
}

static void
choose_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_where (AJ_EXPORT_DIALOG (widget), GTK_WINDOW (widget));
}

static void
describe_personal (AjExportDialog *self)
{
  gboolean with_personal = gtk_switch_get_active (self->personal_switch);
  const char *text;

  if (self->request.type == NULL)
    return;
  if (with_personal)
    text = _ ("Names and addresses of people, and notes, leave this computer. Share the file only "
              "with who needs them.");
  else if (self->request.type == &aj_person_record_type)
    text = _ ("Only role mailboxes are written, without their notes.");
  else
    text = _ ("Names and addresses of people are left out, and all notes, for they may name "
              "somebody.");
  adw_action_row_set_subtitle (self->personal_row, text);
  aj_accessible_describe (GTK_WIDGET (self->personal_switch), text);
}

static void
format_chosen_cb (GtkCheckButton *button, AjExportDialog *self)
{
  if (gtk_check_button_get_active (button))
    self->request.format = (AjExportFormat) GPOINTER_TO_UINT (
        g_object_get_data (G_OBJECT (button), "format"));
}

/* Outlook finds its columns by itself when they are called in its own language. */
static AjExportFormat
choose_language (AjExportFormat format)
{
  if (format == AJ_EXPORT_OUTLOOK_ENGLISH && g_str_has_prefix (g_get_language_names ()[0], "nl"))
    return AJ_EXPORT_OUTLOOK_DUTCH;
  return format;
}

static GtkCheckButton *
add_format (AjExportDialog *self, guint index, GtkCheckButton *first)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
  g_object_set_data (G_OBJECT (button), "format",
                     GUINT_TO_POINTER (choose_language (formats[index].format)));
  g_signal_connect (button, "toggled", G_CALLBACK (format_chosen_cb), self);
  aj_accessible_set_name (button, _ (formats[index].title));
  aj_accessible_describe (button, _ (formats[index].subtitle));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (formats[index].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (formats[index].subtitle));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->formats_group, row);
  return GTK_CHECK_BUTTON (button);
}

static void
add_formats (AjExportDialog *self)
{
  GtkCheckButton *first = NULL;
  guint n_formats = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      GtkCheckButton *button;

      if (aj_export_format_is_for_people (formats[i].format) &&
          self->request.type != &aj_person_record_type)
        continue;
      n_formats++;
      button = add_format (self, i, first);
      if (first == NULL)
        first = button;
    }
  gtk_check_button_set_active (first, TRUE);
  /* One choice is none. */
  gtk_widget_set_visible (GTK_WIDGET (self->formats_group), n_formats > 1);
  aj_accessible_name_lists (GTK_WIDGET (self->formats_group), _ ("Form"));
}

static void
aj_export_dialog_dispose (GObject *object)
{
  AjExportDialog *self = AJ_EXPORT_DIALOG (object);

  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (aj_export_dialog_parent_class)->dispose (object);
}

static void
aj_export_dialog_class_init (AjExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjExportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, AjExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, AjExportDialog, formats_group);
  gtk_widget_class_bind_template_child (widget_class, AjExportDialog, personal_row);
  gtk_widget_class_bind_template_child (widget_class, AjExportDialog, personal_switch);
  gtk_widget_class_bind_template_callback (widget_class, describe_personal);
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "export.choose-file", NULL);
}

static void
aj_export_dialog_init (AjExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
aj_export_dialog_show (GtkWidget *from, AjServices *services, const AjRecordType *type)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  AjExportDialog *self = g_object_new (AJ_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  /* Translators: the title of a window; what is exported, "People". */
  g_autofree char *title = g_strdup_printf (_ ("Export %s"),
                                            aj_record_type_get_plural_label (type));

  g_set_weak_pointer (&self->from, from);
  self->services = g_object_ref (services);
  self->request.type = type;
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (gtk_widget_get_width (GTK_WIDGET (parent)) >= WIDE_ENOUGH)
    adw_window_title_set_subtitle (self->window_title, aj_record_type_get_plural_label (type));
  describe_personal (self);
  add_formats (self);
  gtk_widget_grab_focus (self->export_button);
  gtk_window_present (GTK_WINDOW (self));
}
