/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-returns-window.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-import-list.h"
#include "aj-progress-frame.h"
#include "aj-return-line.h"
#include "aj-returns.h"
#include "aj-text.h"

/* Under this width of the window behind it, there is no room for a title between two buttons. */
#define WIDE_ENOUGH 520
/* As many problems are told, and as many of who is added along. */
#define MAX_TOLD 20

struct _AjReturnsWindow
{
  AdwWindow parent_instance;

  GtkWidget *from;           /* (nullable): weak */
  GCancellable *cancellable; /* (owned): of the reading */
  GCancellable
      *storing; /* (owned) (nullable): of the storing, which closing the program does not stop */
  AjReturns *returns; /* (owned) (nullable): once they are read */

  gboolean is_narrow;

  /* Template widgets */
  GtkWidget *window_title;
  GtkButton *cancel_button;
  GtkButton *accept_button;
  AjProgressFrame *progress;
  GtkStack *stack;
  GtkBox *box;
  GtkLabel *forms_label;
  GtkLabel *sum_label;
  GtkLabel *made_label;
  GtkLabel *problems_label;
  GtkLabel *ignored_label;
  AdwStatusPage *nothing_page;
  GtkWidget *show_rows_button;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (AjReturnsWindow, aj_returns_window, ADW_TYPE_WINDOW)

static void
label_accept (AjReturnsWindow *self)
{
  guint n_wanted = aj_returns_count_wanted (self->returns);
  g_autofree char *label = NULL;

  if (n_wanted > 0)
    /* Translators: a button; how many rows of forms are taken in. */
    label = g_strdup_printf (ngettext ("_Take In %u", "_Take In %u", n_wanted), n_wanted);
  gtk_button_set_label (self->accept_button, label != NULL ? label : _ ("_Take In"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "returns.accept", n_wanted > 0);
}

/* Sentences or names below one another, the first of them. */
static char *
list_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);
  guint n_more = lines->len - MIN (lines->len, MAX_TOLD);

  for (guint i = 0; i < MIN (lines->len, MAX_TOLD); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) lines->pdata[i]);
  if (n_more > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_more), n_more);
    }
  return g_string_free (text, FALSE);
}

/* Who is not there yet and is added along. */
static void
show_made (AjReturnsWindow *self)
{
  g_autoptr (GPtrArray) made = aj_returns_list_made (self->returns);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < MIN (made->len, MAX_TOLD); i++)
    g_ptr_array_add (names, (gpointer) aj_values_get_text (made->pdata[i], "name"));
  g_ptr_array_add (names, NULL);
  joined = aj_text_join_names ((const char *const *) names->pdata);
  if (made->len > MAX_TOLD)
    text = g_strdup_printf (
        ngettext ("%1$u organisation or person is new and is added, such as %2$s.",
                  "%1$u organisations and people are new and are added, such as %2$s.", made->len),
        made->len, aj_values_get_text (made->pdata[0], "name"));
  else
    /* Translators: names of organisations and people. */
    text = g_strdup_printf (_ ("Not known yet, and added along: %s."), joined);
  gtk_label_set_text (self->made_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->made_label), made->len > 0);
}

static void
show_numbers (AjReturnsWindow *self)
{
  g_autofree char *sum = aj_returns_dup_sum (self->returns);

  gtk_label_set_text (self->sum_label, sum);
  show_made (self);
  label_accept (self);
}

static void
show_notes (AjReturnsWindow *self)
{
  GPtrArray *problems = aj_returns_get_problems (self->returns);
  GPtrArray *ignored = aj_returns_get_ignored (self->returns);
  guint n_forms = aj_returns_count_forms (self->returns);
  const char *edition = aj_values_get_text (aj_returns_get_edition (self->returns), "name");
  g_autofree char *forms = g_strdup_printf (
      /* Translators: how many, and the name of an edition of the action day. */
      ngettext ("%1$u form of %2$s", "%1$u forms of %2$s", n_forms), n_forms, edition);
  g_autofree char *told = list_lines (problems);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *columns = NULL;

  for (guint i = 0; i < ignored->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) ignored->pdata[i]);
  columns = g_strdup_printf (_ ("Columns that are not imported: %s"), names->str);
  gtk_label_set_text (self->forms_label, forms);
  gtk_label_set_text (self->problems_label, told);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_label), problems->len > 0);
  gtk_label_set_text (self->ignored_label, columns);
  gtk_widget_set_visible (GTK_WIDGET (self->ignored_label), ignored->len > 0);
}

static void
show_preview (AjReturnsWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), TRUE);
  gtk_widget_set_visible (self->window_title, !self->is_narrow);
  gtk_button_set_label (self->cancel_button, _ ("_Cancel"));
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_grab_focus (GTK_WIDGET (self->accept_button));
}

static void
show_nothing (AjReturnsWindow *self)
{
  adw_status_page_set_description (
      self->nothing_page, _ ("All that these forms say is there already, just like this."));
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

static void
show_rows (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_preview (AJ_RETURNS_WINDOW (widget));
}

static void
show_problem (AjReturnsWindow *self, const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->problem_page, markup);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

static GtkWidget *
make_line (GListModel *rows, GObject *row, gboolean shows_verdict)
{
  return aj_return_line_new (AJ_RETURNS (rows), AJ_RETURN_ROW (row), shows_verdict);
}

/* @returns is taken. */
static void
take_returns (AjReturnsWindow *self, AjReturns *returns)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (returns));

  self->returns = returns;
  if (aj_returns_count_forms (returns) == 0)
    {
      g_autofree char *told = list_lines (aj_returns_get_problems (returns));

      show_problem (self, told);
      return;
    }
  for (guint i = 0; i < AJ_IMPORT_N_GROUPS; i++)
    {
      guint n_in_group;
      guint first = aj_returns_get_group (returns, (AjImportGroup) i, &n_in_group);

      if (n_in_group > 0)
        gtk_box_append (self->box, aj_import_list_new (G_LIST_MODEL (returns), (AjImportGroup) i,
                                                       first, n_in_group, make_line));
    }
  g_signal_connect_object (returns, "changed", G_CALLBACK (show_numbers), self, G_CONNECT_SWAPPED);
  show_numbers (self);
  show_notes (self);
  if (aj_returns_count (returns, AJ_IMPORT_SAME) == n_rows &&
      aj_returns_get_problems (returns)->len == 0)
    show_nothing (self);
  else
    show_preview (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjReturnsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AjReturns *returns = aj_returns_load_finish (AJ_STORE (source), result, &error);

  /* Who cancels the reading is done with it. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  aj_progress_frame_end (self->progress);
  if (returns == NULL)
    show_problem (self, error->message);
  else
    take_returns (self, returns);
}

static void
progress_cb (double fraction, guint n_read, guint n_files, gpointer user_data)
{
  AjReturnsWindow *self = user_data;

  if (self->progress == NULL || fraction < 0)
    return;
  aj_progress_frame_set_count (self->progress, n_read, n_files);
  /* After reading they are compared. */
  aj_progress_frame_set_fraction (self->progress, fraction);
}

static void
committed_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjReturnsWindow) self = user_data;

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
  g_autoptr (AjReturnsWindow) self = user_data;
  g_autoptr (AjEdit) edit = aj_returns_make_edit_finish (AJ_RETURNS (source), result);

  if (self->progress != NULL)
    aj_feedback_commit_full (GTK_WIDGET (self->stack), edit, AJ_COMMIT_QUIET, self->storing,
                             committed_cb, g_object_ref (self));
}

static void
accept (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjReturnsWindow *self = AJ_RETURNS_WINDOW (widget);

  /* What is typed in a cell at this moment counts. */
  gtk_widget_grab_focus (GTK_WIDGET (self->accept_button));
  if (self->returns == NULL || aj_returns_count_wanted (self->returns) == 0)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), FALSE);
  gtk_widget_action_set_enabled (widget, "returns.accept", FALSE);
  g_clear_object (&self->storing);
  self->storing = g_cancellable_new ();
  aj_progress_frame_begin (self->progress, _ ("Taking in the forms…"), self->storing);
  aj_progress_frame_set_fraction (self->progress, -1);
  aj_returns_make_edit_async (self->returns, edit_made_cb, g_object_ref (self));
}

static gboolean
close_request (GtkWindow *window)
{
  AjReturnsWindow *self = AJ_RETURNS_WINDOW (window);

  /* What is being stored is stopped first, and the preview is there again. */
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    {
      g_cancellable_cancel (self->storing);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (aj_returns_window_parent_class)->close_request (window);
}

static void
aj_returns_window_dispose (GObject *object)
{
  AjReturnsWindow *self = AJ_RETURNS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->storing);
  g_clear_weak_pointer (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_RETURNS_WINDOW);
  g_clear_object (&self->returns);
  G_OBJECT_CLASS (aj_returns_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_PROGRESS_FRAME);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-returns-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, accept_button);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, box);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, forms_label);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, sum_label);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, made_label);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, problems_label);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, ignored_label);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, show_rows_button);
  gtk_widget_class_bind_template_child (widget_class, AjReturnsWindow, problem_page);
}

static void
aj_returns_window_class_init (AjReturnsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_returns_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "returns.accept", NULL, accept);
  gtk_widget_class_install_action (widget_class, "returns.show-rows", NULL, show_rows);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "returns.accept", NULL);
}

static void
aj_returns_window_init (AjReturnsWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "returns.accept", FALSE);
}

static void
fit_to_parent (AjReturnsWindow *self, GtkWindow *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - 60, 340, 780),
                               CLAMP (height - 40, 294, 800));
}

void
aj_returns_window_show (GtkWidget *from,
                        AjServices *services,
                        const char *edition_id,
                        const char *const *paths)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  AjReturnsWindow *self = g_object_new (AJ_TYPE_RETURNS_WINDOW, "transient-for", parent, NULL);
  AjStore *store = aj_services_get_store (services);

  g_set_weak_pointer (&self->from, from);
  self->is_narrow = gtk_widget_get_width (GTK_WIDGET (parent)) < WIDE_ENOUGH;
  fit_to_parent (self, parent);
  aj_progress_frame_begin (self->progress, _ ("Reading the forms…"), self->cancellable);
  aj_returns_load_async (store, edition_id, paths,
                         aj_clock_get_today (aj_services_get_clock (services)),
                         aj_store_get_author (store), progress_cb, self, self->cancellable,
                         loaded_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
