/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-window.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-import-line.h"
#include "aj-import-list.h"
#include "aj-import.h"
#include "aj-progress-frame.h"

/* Under this width of the window behind it, there is no room for a title between two buttons. */
#define WIDE_ENOUGH 520
/* Of what is added along: as many are listed, and named before the list is opened. */
#define MAX_MISSING 100
#define MAX_NAMED   3

struct _AjImportWindow
{
  AdwWindow parent_instance;

  GtkWidget *from;           /* (nullable): weak */
  AjServices *services;      /* (owned) */
  GCancellable *cancellable; /* (owned): of the reading */
  GCancellable
      *storing; /* (owned) (nullable): of the storing, which closing the program does not stop */
  AjImport *import;        /* (owned) (nullable): once it is read */
  GPtrArray *missing_rows; /* (owned) (element-type GtkWidget): borrowed */
  char *missing_names;     /* (owned) (nullable): as they are listed */
  gboolean is_narrow;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkButton *cancel_button;
  GtkButton *accept_button;
  AjProgressFrame *progress;
  GtkStack *stack;
  GtkBox *box;
  GtkLabel *file_label;
  GtkLabel *sum_label;
  GtkLabel *hint_label;
  GtkLabel *ignored_label;
  GtkWidget *missing_group;
  AdwExpanderRow *missing_row;
  GtkSwitch *missing_switch;
  AdwStatusPage *nothing_page;
  GtkWidget *show_rows_button;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (AjImportWindow, aj_import_window, ADW_TYPE_WINDOW)

static void
label_accept (AjImportWindow *self)
{
  guint n_wanted = aj_import_count_wanted (self->import);
  g_autofree char *label = NULL;

  if (n_wanted > 0)
    label = g_strdup_printf (ngettext ("_Import %u", "_Import %u", n_wanted), n_wanted);
  gtk_button_set_label (self->accept_button, label != NULL ? label : _ ("_Import"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.accept", n_wanted > 0);
}

static void
add_missing_row (AjImportWindow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  aj_accessible_set_name (row, title);
  adw_expander_row_add_row (self->missing_row, row);
  g_ptr_array_add (self->missing_rows, row);
}

/* "Organisation · Business", so that who looks sees what it is taken for. */
static char *
describe_missing (const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == AJ_FIELD_CHOICE && type->fields[i].required)
      {
        g_autofree char *kind = aj_field_display (&type->fields[i], aj_values_peek (values, i));

        return g_strdup_printf ("%s · %s", aj_record_type_get_label (type), kind);
      }
  return g_strdup (aj_record_type_get_label (type));
}

static void
fill_missing (AjImportWindow *self, GPtrArray *missing)
{
  for (guint i = 0; i < self->missing_rows->len; i++)
    adw_expander_row_remove (self->missing_row, self->missing_rows->pdata[i]);
  g_ptr_array_set_size (self->missing_rows, 0);
  for (guint i = 0; i < MIN (missing->len, MAX_MISSING); i++)
    {
      const AjValues *values = missing->pdata[i];
      const AjRecordType *type = aj_values_get_record_type (values);
      g_autofree char *kind = describe_missing (values);

      add_missing_row (self, aj_values_get_text (values, type->title_field), kind);
    }
  if (missing->len > MAX_MISSING)
    {
      guint n_more = missing->len - MAX_MISSING;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more),
                                               n_more);

      add_missing_row (self, more, "");
    }
}

/* "Saxion, Politie Oost and 2 more" */
static char *
name_missing (GPtrArray *missing, guint n_named)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (missing->len, n_named); i++)
    {
      const AjValues *values = missing->pdata[i];
      const char *title = aj_values_get_record_type (values)->title_field;

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", aj_values_get_text (values, title));
    }
  if (missing->len > n_named)
    {
      guint n_more = missing->len - n_named;

      g_string_append_c (names, ' ');
      g_string_append_printf (names, ngettext ("and %u more", "and %u more", n_more), n_more);
    }
  return g_string_free (names, FALSE);
}

static void
show_missing (AjImportWindow *self)
{
  g_autoptr (GPtrArray) missing = aj_import_list_missing (self->import);
  g_autofree char *subtitle = name_missing (missing, MAX_NAMED);
  g_autofree char *names = name_missing (missing, MAX_MISSING);

  gtk_widget_set_visible (self->missing_group, missing->len > 0);
  adw_expander_row_set_subtitle (self->missing_row, subtitle);
  aj_accessible_set_name (GTK_WIDGET (self->missing_row), _ ("Add what is not there yet"));
  aj_accessible_describe (GTK_WIDGET (self->missing_row), subtitle);
  if (g_strcmp0 (names, self->missing_names) == 0)
    return;
  fill_missing (self, missing);
  g_free (self->missing_names);
  self->missing_names = g_steal_pointer (&names);
}

static void
show_sum (AjImportWindow *self)
{
  g_autofree char *sum = aj_import_dup_sum (self->import);
  gboolean is_hopeless = aj_import_count (self->import, AJ_IMPORT_NEW) +
                             aj_import_count (self->import, AJ_IMPORT_CHANGED) ==
                         0;

  gtk_label_set_text (self->sum_label, sum);
  gtk_label_set_text (self->hint_label,
                      is_hopeless ? _ ("Nothing can be imported as it is. Correct what is wrong "
                                       "here, or in the file.")
                                  : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label),
                          is_hopeless && aj_import_count (self->import, AJ_IMPORT_REFUSED) > 0);
}

static void
show_numbers (AjImportWindow *self)
{
  show_sum (self);
  show_missing (self);
  label_accept (self);
}

static void
show_ignored (AjImportWindow *self)
{
  GPtrArray *ignored = aj_import_get_ignored (self->import);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < ignored->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) ignored->pdata[i]);
  text = g_strdup_printf (_ ("Columns that are not imported: %s"), names->str);
  gtk_label_set_text (self->ignored_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->ignored_label), ignored->len > 0);
}

static void
make_missing_changed_cb (AjImportWindow *self)
{
  if (self->import != NULL)
    aj_import_set_make_missing (self->import, gtk_switch_get_active (self->missing_switch));
}

static void
show_preview (AjImportWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->window_title), !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->file_label), self->is_narrow);
  gtk_button_set_label (self->cancel_button, _ ("_Cancel"));
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_grab_focus (GTK_WIDGET (self->accept_button));
}

/* All of it is there already, or there is nothing in the file. */
static void
show_nothing (AjImportWindow *self, guint n_rows)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("The one row of this file is there already, just like this.",
                "All %u rows of this file are there already, just like this.", n_rows),
      n_rows);

  adw_status_page_set_icon_name (self->nothing_page,
                                 n_rows > 0 ? "object-select-symbolic" : "text-x-generic-symbolic");
  adw_status_page_set_title (self->nothing_page,
                             n_rows > 0 ? _ ("Nothing New") : _ ("No Rows in This File"));
  adw_status_page_set_description (self->nothing_page,
                                   n_rows > 0 ? text
                                              : _ ("There is nothing below the names of the "
                                                   "columns."));
  gtk_widget_set_visible (self->show_rows_button, n_rows > 0);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

static void
show_rows (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_preview (AJ_IMPORT_WINDOW (widget));
}

static void
show_problem (AjImportWindow *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem_page, markup);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

static GtkWidget *
make_line (GListModel *rows, GObject *row, gboolean shows_verdict)
{
  return aj_import_line_new (AJ_IMPORT (rows), AJ_IMPORT_ROW (row), shows_verdict);
}

/* @import is taken. */
static void
take_import (AjImportWindow *self, AjImport *import)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (import));

  self->import = import;
  for (guint i = 0; i < AJ_IMPORT_N_GROUPS; i++)
    {
      guint n_in_group;
      guint first = aj_import_get_group (import, (AjImportGroup) i, &n_in_group);

      if (n_in_group > 0)
        gtk_box_append (self->box, aj_import_list_new (G_LIST_MODEL (import), (AjImportGroup) i,
                                                       first, n_in_group, make_line));
    }
  g_signal_connect_object (import, "changed", G_CALLBACK (show_numbers), self, G_CONNECT_SWAPPED);
  show_numbers (self);
  show_ignored (self);
  if (aj_import_count (import, AJ_IMPORT_SAME) == n_rows)
    show_nothing (self, n_rows);
  else
    show_preview (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AjImport *import = aj_import_load_finish (AJ_STORE (source), result, &error);

  /* Who cancels the reading is done with it. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  aj_progress_frame_end (self->progress);
  if (import == NULL)
    show_problem (self, error);
  else
    take_import (self, import);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  AjImportWindow *self = user_data;

  if (self->progress != NULL)
    aj_progress_frame_set_fraction (self->progress, fraction);
}

static void
committed_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjImportWindow) self = user_data;

  if (self->progress == NULL)
    return;
  aj_progress_frame_end (self->progress);
  if (error != NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), TRUE);
      label_accept (self);
      return;
    }
  if (self->from != NULL)
    aj_feedback_offer_undo (self->from, aj_edit_get_label (edit));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
edit_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjImportWindow) self = user_data;
  g_autoptr (AjEdit) edit = aj_import_make_edit_finish (AJ_IMPORT (source), result);

  if (self->progress != NULL)
    aj_feedback_commit_full (GTK_WIDGET (self->stack), edit, AJ_COMMIT_QUIET, self->storing,
                             committed_cb, g_object_ref (self));
}

static void
accept (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjImportWindow *self = AJ_IMPORT_WINDOW (widget);

  /* What is typed in a cell at this moment counts. */
  gtk_widget_grab_focus (GTK_WIDGET (self->accept_button));
  if (self->import == NULL || aj_import_count_wanted (self->import) == 0)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), FALSE);
  gtk_widget_action_set_enabled (widget, "import.accept", FALSE);
  g_clear_object (&self->storing);
  self->storing = g_cancellable_new ();
  aj_progress_frame_begin (self->progress, _ ("Importing…"), self->storing);
  aj_progress_frame_set_fraction (self->progress, -1);
  aj_import_make_edit_async (self->import, edit_made_cb, g_object_ref (self));
}

static gboolean
close_request (GtkWindow *window)
{
  AjImportWindow *self = AJ_IMPORT_WINDOW (window);

  /* What is being stored is stopped first, and the preview is there again. */
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    {
      g_cancellable_cancel (self->storing);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (aj_import_window_parent_class)->close_request (window);
}

static void
aj_import_window_dispose (GObject *object)
{
  AjImportWindow *self = AJ_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->storing);
  g_clear_pointer (&self->missing_rows, g_ptr_array_unref);
  g_clear_pointer (&self->missing_names, g_free);
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->import);
  G_OBJECT_CLASS (aj_import_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_PROGRESS_FRAME);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, accept_button);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, box);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, file_label);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, sum_label);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, ignored_label);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, missing_group);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, missing_row);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, missing_switch);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, show_rows_button);
  gtk_widget_class_bind_template_child (widget_class, AjImportWindow, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, make_missing_changed_cb);
}

static void
aj_import_window_class_init (AjImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.accept", NULL, accept);
  gtk_widget_class_install_action (widget_class, "import.show-rows", NULL, show_rows);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "import.accept", NULL);
}

static void
aj_import_window_init (AjImportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->missing_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_accessible_name_lists (self->missing_group, _ ("Add what is not there yet"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.accept", FALSE);
}

static void
fit_to_parent (AjImportWindow *self, GtkWindow *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - 60, 340, 780),
                               CLAMP (height - 40, 294, 800));
}

void
aj_import_window_show (GtkWidget *from,
                       AjServices *services,
                       const AjRecordType *type,
                       const char *path)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  AjImportWindow *self = g_object_new (AJ_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the title of a window; what is imported, "People". */
  g_autofree char *title = g_strdup_printf (_ ("Import %s"),
                                            aj_record_type_get_plural_label (type));

  g_set_weak_pointer (&self->from, from);
  self->services = g_object_ref (services);
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->is_narrow = gtk_widget_get_width (GTK_WIDGET (parent)) < WIDE_ENOUGH;
  adw_window_title_set_title (self->window_title,
                              self->is_narrow ? C_ ("title of a narrow window", "Import") : title);
  adw_window_title_set_subtitle (self->window_title, name);
  gtk_label_set_text (self->file_label, name);
  fit_to_parent (self, parent);
  aj_progress_frame_begin (self->progress, _ ("Reading the file…"), self->cancellable);
  aj_import_load_async (aj_services_get_store (services), type, path, progress_cb, self,
                        self->cancellable, loaded_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
